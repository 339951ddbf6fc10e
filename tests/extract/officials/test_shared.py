"""The labelled articles beside the repository, where they are: who is found, of which state, and who is one person."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from pipeline.extract.facts import Role
from pipeline.extract.officials import find_officials
from pipeline.resolve.identity import ArticleRole, resolve_people
from pipeline.text.paragraphs import read_page

SHARED = Path(__file__).parents[4] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))

pytestmark = pytest.mark.skipif(not GOLD, reason="no labelled articles beside the repository")


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", folded.casefold())


def _roles(label: Path) -> tuple[Role, ...]:
    text = (SHARED / "corpus" / label.with_suffix(".txt").name).read_text(encoding="utf-8-sig")
    return find_officials(read_page(text)).roles


@pytest.mark.parametrize("label", GOLD, ids=lambda path: path.stem[:3])
def test_officials_of_a_labelled_article(label: Path) -> None:
    gold = json.loads(label.read_text(encoding="utf-8"))
    roles = _roles(label)
    found = {_key(role.person): role.country for role in roles}
    wanted = {_key(person["name"]): person["country"] for person in gold["officials"] if not person["optional"]}
    allowed = {_key(person["name"]) for person in gold["officials"]}
    assert {name: found.get(name) for name in wanted} == wanted
    assert set(found) <= allowed
    assert not set(found) & {_key(name) for name in gold["not_officials"]}


def test_who_is_one_person_across_the_articles() -> None:
    stated = [ArticleRole(label.stem[:3], None, role) for label in GOLD for role in _roles(label)]
    people = resolve_people(stated)
    ids: dict[str, set[str]] = {}
    for (_, person), official_id in people.official_of.items():
        ids.setdefault(_key(person), set()).add(official_id)
    assert len(ids["kimjongun"]) == 1
    assert ids["kimjongil"] != ids["kimjongun"]
    assert ids["alexandrgalushka"] == ids["alexandergalushka"]
    assert len(ids["riryongnam"] | ids["risuyong"] | ids["riyongho"]) == 3
