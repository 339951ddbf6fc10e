"""Labelled pairs of names: how often the resolver takes two rows for one person, and how often it is right to."""

import csv
from math import sqrt
from pathlib import Path

import pytest

from pipeline.extract.facts import Role
from pipeline.resolve.identity import ArticleRole, resolve_people

PAIRS = Path(__file__).parents[1] / "quality" / "pairs"
PRECISION, RECALL = 0.99, 0.95
"""What is demanded of each half."""


def pairs(part: str) -> list[dict[str, str]]:
    lines = (PAIRS / f"names_{part}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def stated(article_id: str, name: str, title: str, country: str) -> ArticleRole:
    text = f"{name}, {title}, spoke."
    role = Role(0, 0, len(text), text, "name_title", name, name, title, None, country or None, "current")
    return ArticleRole(article_id, None, role)


def is_one(pair: dict[str, str]) -> bool:
    one = stated("a", pair["name"], pair["title"], pair["country"])
    other = stated("b", pair["other_name"], pair["other_title"], pair["other_country"])
    people = resolve_people([one, other])
    assert people == resolve_people([other, one])
    return len(set(people.official_of.values())) == 1


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval of 95 % confidence for a share of `right` in `of`."""
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


@pytest.mark.parametrize("part", ["dev", "held"])
def test_names_of_one_person_and_of_two(part: str) -> None:
    found = [(pair, is_one(pair)) for pair in pairs(part)]
    joined = [pair for pair, one in found if one]
    same = [pair for pair, _ in found if pair["same"] == "yes"]
    right = [pair for pair in joined if pair["same"] == "yes"]
    precision, recall = len(right) / len(joined), len(right) / len(same)
    told = (
        f"{part}: precision {precision:.3f} {wilson(len(right), len(joined))}, "
        f"recall {recall:.3f} {wilson(len(right), len(same))}; 95 % confidence"
    )
    wrong = [(pair["name"], pair["other_name"]) for pair, one in found if one != (pair["same"] == "yes")]
    assert precision >= PRECISION, (told, wrong)
    assert recall >= RECALL, (told, wrong)


@pytest.mark.parametrize("part", ["dev", "held"])
def test_people_stay_apart_among_all_the_others(part: str) -> None:
    """All rows at once, as a corpus has them: chains of likenesses must join nobody either."""
    found = pairs(part)
    one = [stated(f"a{k}", pair["name"], pair["title"], pair["country"]) for k, pair in enumerate(found)]
    other = [
        stated(f"b{k}", pair["other_name"], pair["other_title"], pair["other_country"]) for k, pair in enumerate(found)
    ]
    ids = resolve_people([*one, *other]).official_of
    joined = [
        (pair["name"], pair["other_name"])
        for k, pair in enumerate(found)
        if pair["same"] == "no" and ids[f"a{k}", pair["name"]] == ids[f"b{k}", pair["other_name"]]
    ]
    assert joined == []


def test_there_are_three_hundred_pairs_and_none_twice() -> None:
    every = [tuple(pair.values()) for part in ("dev", "held") for pair in pairs(part)]
    assert len(every) >= 300
    assert len({frozenset((row[:3], row[3:6])) for row in every}) == len(every)
