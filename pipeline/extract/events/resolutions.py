"""Resolutions of the Security Council that are called by their number alone ("Resolution 2371, adopted in August"):
whose act they are, and whom they are about."""

import re
from collections.abc import Mapping
from functools import cache

from pipeline.extract.events.actor import Actor
from pipeline.lexicon.table import rows

_NUMBERED = re.compile(r"\b(?:[Rr]esolutions?|UNSCR)\s(?:[Nn]o\.?\s|[Nn]umber\s)?(?P<number>\d{3,4})\b")
_COUNCIL = "UNO"


@cache
def sanction_resolutions() -> Mapping[str, str]:
    """The numbers of sanction_resolutions.csv to the state that each is about, "" where it is none."""
    return {row["number"]: row["code"] for row in rows("sanction_resolutions")}


def resolutions(text: str) -> list[Actor]:
    """The United Nations, and the state that the resolution is about, where `text` calls one by its number."""
    if "solution" not in text and "UNSCR" not in text:
        return []
    found = []
    for match in _NUMBERED.finditer(text):
        about = sanction_resolutions().get(match["number"])
        codes = (_COUNCIL, about) if about else (_COUNCIL,)
        found += [Actor(*match.span(), code, "organization", match.group(), "rule") for code in codes]
    return found
