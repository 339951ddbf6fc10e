"""The calendar's words as regular-expression pieces and as numbers, from lexicon/calendar.csv. No pattern of a date."""

from functools import cache

from pipeline.lexicon.table import rows
from pipeline.text.patterns import one_of


@cache
def values(kind: str) -> dict[str, str]:
    """Form to value for one kind of word of calendar.csv."""
    return {row["form"]: row["value"] for row in rows("calendar") if row["kind"] == kind}


def alternatives(kind: str) -> str:
    """A regular-expression group of all forms of a kind."""
    return f"(?:{one_of(values(kind))})"


def month_number(form: str) -> int:
    """1 to 12."""
    return int(values("month")[form])


def weekday_number(form: str) -> int:
    """0 (Monday) to 6."""
    return int(values("weekday")[form])


def number(form: str) -> int:
    """The number that digits or a number word stand for ("two", "a", "a couple of", "14")."""
    plain = " ".join(form.casefold().split())
    return int(plain) if plain.isdigit() else int(values("number")[plain])


def ordinal(form: str) -> int:
    """The number of an ordinal ("first", "3rd"); -1 for "last"."""
    plain = form.casefold()
    return int(plain[:-2]) if plain[:-2].isdigit() else int(values("ordinal")[plain])


def section(form: str | None) -> str | None:
    """`early`, `mid` or `late` for the words that say so ("the beginning of", "mid-"), else None."""
    if not form:
        return None
    plain = " ".join(form.casefold().replace("-", " ").split()).removeprefix("the ").removesuffix(" in")
    return values("section").get(plain)


def full_year(digits: str) -> int:
    """Four digits as they are; two digits as the year of 1950 to 2049 that ends in them."""
    value = int(digits.lstrip("'’"))
    if value >= 100:
        return value
    return value + (2000 if value < 50 else 1900)
