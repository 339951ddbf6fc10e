"""A handful of rows that agree with each other, for every test of this folder: a small world of made-up articles."""

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import schemas
from pipeline.resolve.derived import derive_tables
from pipeline.text.ids import stable_id


@dataclass(frozen=True)
class Story:
    """One article: each paragraph is one sentence `NAME, TITLE, did something on DAY for N dollars.`"""

    name: str
    published_on: date
    sentences: tuple[tuple[str, str, int], ...]
    """Official's name, title and dollars of each paragraph."""

    @property
    def article_id(self) -> str:
        return stable_id(f"{self.name}.txt", None)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(
            f"{person}, {title}, sold coal for ${dollars} on May 2." for person, title, dollars in self.sentences
        )

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True)
class World:
    """Tables as resolve hands them on, and the articles' texts."""

    tables: dict[str, pd.DataFrame]
    """The tables of `schemas.STATED`."""
    texts: dict[str, str]

    @property
    def whole(self) -> dict[str, pd.DataFrame]:
        """`tables` as they stand now, with those that follow from them: what is published."""
        return {**self.tables, **derive_tables(self.tables)}


ALPHA = Story("alpha", date(2020, 5, 3), (("Kim Ro", "minister of Mines", 100), ("Oleg Petrov", "envoy", 250)))
BETA = Story("beta", date(2020, 5, 4), (("Kim Ro", "vice premier", 300), ("Oleg Petrov", "envoy", 250)))
GAMMA = Story("gamma", date(2020, 5, 5), (("Ri Pak", "governor", 400),))


def build(stories: Iterable[Story]) -> World:
    """The tables of `stories`, by the rules of the data set: repeats give no fact, counts span articles."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas.STATED}
    ordered = sorted(stories, key=lambda story: (story.published_on, story.name))
    carriers: dict[str, list[str]] = {}
    for story in ordered:
        for text in story.paragraphs:
            carriers.setdefault(text, []).append(story.article_id)
    first: dict[str, str] = {}
    for story in ordered:
        _add_story(rows, story, carriers, first)
    _add_officials(rows)
    tables = {
        name: pd.DataFrame(
            [{"corrected_by": None, **row} for row in rows[name]],
            columns=list(schemas.column_names(name)),
            dtype=object,
        )
        for name in schemas.STATED
    }
    return World(tables, {story.article_id: story.text for story in ordered})


def _add_story(
    rows: dict[str, list[dict[str, Any]]], story: Story, carriers: dict[str, list[str]], first: dict[str, str]
) -> None:
    path, start, repeats = f"{story.name}.txt", 0, 0
    for position, (text, (person, title, dollars)) in enumerate(zip(story.paragraphs, story.sentences, strict=True)):
        paragraph_id = stable_id(story.article_id, text, position)
        original = first.setdefault(text, paragraph_id)
        is_repeat = original != paragraph_id
        repeats += is_repeat
        rows["paragraphs"].append(
            {
                "paragraph_id": paragraph_id,
                "article_id": story.article_id,
                "position": position,
                "text": text,
                "kind": "body",
                "duplicate_of": original if is_repeat else None,
                "duplicate_kind": "exact" if is_repeat else None,
                "similarity": 1.0 if is_repeat else None,
                "char_start": start,
                "char_end": start + len(text),
            }
        )
        if not is_repeat:
            shared = {
                "article_id": story.article_id,
                "paragraph_id": paragraph_id,
                "n_copies": len(set(carriers[text])) - 1,
                "rule": "made_up",
                "evidence": text,
                "char_start": start,
                "char_end": start + len(text),
                "source_path": path,
            }
            _add_facts(rows, story, shared, person, title, dollars)
        start += len(text) + 2
    rows["articles"].append(
        {
            "article_id": story.article_id,
            "source_path": path,
            "record_key": None,
            "encoding": "utf-8",
            "url": None,
            "title": f"Story {story.name}",
            "publisher": "Wire",
            "byline": None,
            "dateline_place": "SEOUL",
            "published_on": story.published_on,
            "published_on_method": "header",
            "published_on_evidence": story.published_on.isoformat(),
            "language": "en",
            "n_paragraphs": len(story.paragraphs),
            "n_duplicate_paragraphs": repeats,
            "duplicate_of": None,
            "sha256": stable_id(story.text) * 4,
        }
    )


def _add_facts(
    rows: dict[str, list[dict[str, Any]]], story: Story, shared: dict[str, Any], person: str, title: str, dollars: int
) -> None:
    official_id = stable_id("official", person, "PRK")
    event_id = stable_id("events", story.article_id, shared["evidence"])
    rows["events"].append(
        {
            **shared,
            "event_id": event_id,
            "occurrence_id": event_id,
            "date_text": "May 2",
            "date_start": date(story.published_on.year, 5, 2),
            "date_end": date(story.published_on.year, 5, 2),
            "date_precision": "day",
            "date_method": "explicit",
            "event_type": "COOPERATE",
            "trigger": "sold",
            "status": "occurred",
            "source_country": "PRK",
            "target_country": None,
            "countries": ["PRK"],
            "location": None,
            "participants": [official_id],
        }
    )
    rows["trade_figures"].append(
        {
            **shared,
            "figure_id": stable_id("trade_figures", story.article_id, shared["evidence"]),
            "flow": "export",
            "measure": "level",
            "value": float(dollars),
            "value_high": None,
            "unit": "USD",
            "per": None,
            "alternate_value": None,
            "alternate_unit": None,
            "value_text": f"${dollars}",
            "approximate": False,
            "qualifier": None,
            "direction": None,
            "commodity": "coal",
            "commodity_hs": "27",
            "exporter": "PRK",
            "importer": None,
            "countries": ["PRK", "CHN"],
            "period_text": None,
            "period_start": None,
            "period_end": None,
            "baseline_text": None,
            "status": "actual",
        }
    )
    rows["official_roles"].append(
        {
            **shared,
            "role_id": stable_id("official_roles", story.article_id, shared["evidence"]),
            "official_id": official_id,
            "name_text": person,
            "title": title,
            "organization": None,
            "country": "PRK",
            "status": "current",
            "as_of": story.published_on,
        }
    )


def _add_officials(rows: dict[str, list[dict[str, Any]]]) -> None:
    roles_of: dict[str, list[dict[str, Any]]] = {}
    for role in sorted(
        rows["official_roles"], key=lambda role: (role["as_of"], role["source_path"], role["char_start"])
    ):
        roles_of.setdefault(role["official_id"], []).append(role)
    for official_id, roles in sorted(roles_of.items()):
        rows["officials"].append(
            {
                "official_id": official_id,
                "name": roles[0]["name_text"],
                "aliases": None,
                "country": "PRK",
                "first_seen": roles[0]["as_of"],
                "last_seen": roles[-1]["as_of"],
                "n_articles": len({role["article_id"] for role in roles}),
                "latest_title": roles[-1]["title"],
            }
        )


@pytest.fixture(scope="session")
def stories() -> tuple[Story, ...]:
    """Three stories: the second repeats a paragraph of the first and names its official again, the third stands alone."""
    return (ALPHA, BETA, GAMMA)


@pytest.fixture(scope="session")
def make_world() -> Callable[[Iterable[Story]], World]:
    """`build`."""
    return build


@pytest.fixture
def world(stories: tuple[Story, ...]) -> World:
    """The tables of `stories`, each test its own."""
    return build(stories)


@pytest.fixture(scope="session")
def make_story() -> type[Story]:
    """`Story`."""
    return Story


@pytest.fixture
def start_publisher(tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts `child_process.py` and returns once it waits for the line that lets it publish."""
    children: list[subprocess.Popen[str]] = []
    numbers = count()

    def start(
        tables: dict[str, pd.DataFrame],
        curated: Path,
        fault: str = "none",
        preexec_fn: Callable[[], None] | None = None,
    ) -> "subprocess.Popen[str]":
        pickled = tmp_path / f"tables-{next(numbers)}.pickle"
        pickled.write_bytes(pickle.dumps(tables))
        child = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("child_process.py")), str(pickled), str(curated), fault],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=preexec_fn,
        )
        children.append(child)
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        return child

    yield start
    for child in children:
        child.kill()
        child.communicate()
