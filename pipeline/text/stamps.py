"""The dates of a line that says when an article appeared, each with what the line says of it."""

import re
from functools import cache
from typing import Literal

from pipeline.lexicon.table import rows
from pipeline.text.fulldate import FullDate, find_full_dates
from pipeline.values import value

Role = Literal["first", "later", "other", "plain"]
_WORD = re.compile(r"[^\W\d_]+")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@value(frozen=True, slots=True)
class Stamp:
    """A full date on such a line."""

    date: FullDate
    role: Role
    """`first`: the day it appeared ("Published"); `later`: a day it was changed ("Updated"); `other`: another thing's
    day ("Next issue"); `plain`: not said."""


def read_stamps(line: str) -> list[Stamp]:
    """The full dates of `line` in order; the words between the date before it and a date tell its role."""
    stamps = []
    at = 0
    for found in find_full_dates(line):
        stamps.append(Stamp(found, _role(line[at : found.char_start])))
        at = found.char_end
    return stamps


def _role(before: str) -> Role:
    roles = _roles()
    words = _words(before)
    if not _releases().isdisjoint(words):
        return "first"
    told = [roles[word] for word in words if word in roles]
    return "other" if "other" in told else told[-1] if told else "plain"


def _words(text: str) -> list[str]:
    """The words in small letters; a capital inside a word begins a new one ("ChungPublished")."""
    return [word.casefold() for word in _WORD.findall(_INNER_CAPITAL.sub(" ", text))]


@cache
def _releases() -> frozenset[str]:
    """Words of an embargo: the day until which it holds is the day of publication."""
    return frozenset(row["word"] for row in rows("date_labels") if row["role"] == "release")


@cache
def _roles() -> dict[str, Role]:
    """Labels that tell, from date_labels.csv."""
    meanings: dict[str, Role] = {"first": "first", "later": "later", "other": "other"}
    return {row["word"]: meanings[row["role"]] for row in rows("date_labels") if row["role"] in meanings}
