"""What has the form of a calendar expression and dates nothing: by the words that stand around a match."""

import re

from pipeline.lexicon.table import rows

_AGE = re.compile(r"(?:\b(?:his|her|their|my|our)|['’]s)\s\Z")
_EACH = re.compile(r"\b(?i:each|every|most|alternate)\s\Z")
_NIGHTS = re.compile(r"(?:\sand\s[A-Z]\w{2,8}day)?\s(?:mornings|afternoons|evenings|nights)\b")
_MARCH_FOR = re.compile(r"\s(?:on|for|to|against|of)\b")
_SURNAME = re.compile(r"\s[A-Z][a-z]")
_AT_MONTH = re.compile(
    r"\b(?i:in|since|until|till|by|from|to|of|during|for|between|and|through|before|after|last|next|this|the|its|each)\s\Z"
)
_BEFORE_MONTH = re.compile(
    r"(?:^|[\s(\"“])(?:in|In|since|Since|until|till|by|By|from|From|to|of|during|During|for|between|Between|and|or|"
    r"through|before|after|last|next|this|the|The|its|his|their|a|each|every|\w{1,30}['’]s|[A-Z][a-z]{2,8},)\s$"
)
_MOVED = re.compile(
    r"\b(?:postponed|moved|rescheduled|shifted|put\soff|put\sback|pushed\sback|delayed|brought\sforward|changed)\sfrom\s\Z"
)
_COUNTED = re.compile(r"\s?(?:(?P<percent>%)|(?P<noun>[A-Za-z]{1,20}))")
_NO_YEAR_BEFORE = frozenset(row["form"].casefold() for row in rows("not_dates") if row["kind"] == "before")
_NO_YEAR_AFTER = frozenset(row["form"] for row in rows("not_dates") if row["kind"] == "after")

_FOR_FEAST = re.compile(rf"\s(?:{'|'.join(row['form'] for row in rows('not_dates') if row['kind'] == 'feast')})\b")


def is_for_feast(match: re.Match[str]) -> bool:
    """True for the name of a feast that tells what goods are for ("Christmas cards")."""
    return _FOR_FEAST.match(match.string, match.end()) is not None


def is_moved(text: str, start: int) -> bool:
    """True where what stands at `start` is the first of two days between which something was moved ("put off from May 3
    to June 4"): they are no range."""
    return _MOVED.search(text, max(0, start - 32), start) is not None


def recurs(match: re.Match[str]) -> bool:
    """True for what comes round again and again ("each July", "on Monday nights"): it names no one day."""
    if _EACH.search(match.string, max(0, match.start() - 10), match.start()):
        return True
    return _NIGHTS.match(match.string, match.end()) is not None


def is_age(match: re.Match[str]) -> bool:
    """True for a decade that says an age ("in his 30s")."""
    return _AGE.search(match.string, max(0, match.start() - 16), match.start()) is not None


def is_count(match: re.Match[str]) -> bool:
    """True for four digits that count or number something ("2014 tons", "Resolution 1874")."""
    words = match.string[max(0, match.start() - 30) : match.start()].split()
    if words and words[-1].strip("(\"“'‘").casefold() in _NO_YEAR_BEFORE:
        return True
    behind = _COUNTED.match(match.string, match.end())
    return behind is not None and (behind["percent"] is not None or behind["noun"] in _NO_YEAR_AFTER)


def is_other_word(match: re.Match[str]) -> bool:
    """True for a month's word alone that is a verb or a name ("may", "the March on Rome", "June Smith")."""
    month, before = match["month"], match.string[max(0, match.start() - 24) : match.start()]
    if month.isupper() or (len(month) == 3 and month != "May"):
        return True
    if match["sec"]:
        return False
    if month in ("May", "March") and not _BEFORE_MONTH.search(before):
        return True
    if month == "March" and before.endswith(("the ", "The ")):
        return _MARCH_FOR.match(match.string, match.end()) is not None
    named = month in ("April", "June", "August") and _SURNAME.match(match.string, match.end()) is not None
    return named and not _AT_MONTH.search(before)
