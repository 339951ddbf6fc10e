"""The dateline at the start of a report: "SEOUL, March 17 (UPI) --". Which day it means is worked out in `extract`."""

import re
from functools import cache, lru_cache

from pipeline.lexicon.countries import forms
from pipeline.lexicon.table import rows
from pipeline.text.fulldate import MONTH, WEEKDAY
from pipeline.text.vocabulary import stamps
from pipeline.values import value

_LONGEST = 160
"""Characters: no dateline is longer."""
_CAPS = r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]{0,24}(?![a-zß-ÿ]))"
_TITLE = r"(?:[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿ'’.-]{1,24}(?![a-zß-ÿ]))"
_LINK = r"(?:(?:de|del|da|do|el|al|la|of|the|on|am|sur)\s)"
_CAPS_PLACE = rf"{_CAPS}(?:(?:\s|\s?/\s?|\s?-\s?){_CAPS}){{0,4}}"
_TITLE_PLACE = rf"{_TITLE}(?:(?:\s|/){_LINK}?{_TITLE}){{0,3}}"
_REGION = rf"(?:,\s{{1,2}}(?!(?i:{MONTH}|{WEEKDAY}))(?:{_LINK}?{_TITLE}|{_CAPS}\b)(?:\s{_LINK}?{_TITLE}){{0,2}})"
_DISTRICT = (
    r"(?:\s\([A-Z]{1,2}/[A-Z]{1,2}\)|\s/[A-Z][A-Za-z .’'-]{2,30}/(?=,\s)|\s\[[A-Z][A-Za-z .’'-]{2,30}\](?=,|\s\())"
)
"""A region by its letters, as Ghana's agency writes it, "Tema (G/R)", or the state, as India's do: "Suva [Fiji]",
or between slashes, as Russia's does: "GORKI /Moscow Region/"."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:[,/]?\s{0,2}(?:[Jj]uche\s?\d{1,3}\s?)?\(?(?:19|20)\d\d\b\)?)"
_DATE = (
    # where neither a figure nor a month or weekday may begin nothing is tried
    rf"(?=(?i:[\dadfjmnostw]))(?:(?i:{WEEKDAY}),?\s{{1,2}})?"
    rf"(?:(?i:{MONTH})\s{{0,2}}{_DAY}\b{_YEAR}?|{_DAY}\s{{1,2}}(?i:{MONTH}){_YEAR}?"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)"
)
_AGENCY = r"(?:[\(\[]\s?(?P<agency>[A-Z][\w .,&’'/+-]{1,50}?)\s?[\)\]]|/(?P<slashed>[A-Z][\w &.’'-]{1,40})/\.?)"
_AGENCY_AND_DAY = rf"\((?P<news>[A-Z][\w .,&’'/+-]{{1,50}}?)(?:\s[-–—]|,)\s(?P<filed>{_DATE})\s?\)"
"""The day in the agency's brackets: "(UrduPoint News / Sputnik - 28th July, 2023)", "(Steppe Wire, May 3)"."""
_DATED_AGENCY = (
    rf"(?:\(\s?(?P<inner>{_DATE})\s?\)|{_AGENCY_AND_DAY}|{_AGENCY}"
    r"|(?P<bare>[A-Z][A-Za-z]{2,20}(?:-[A-Z][A-Za-z]{2,12})?)(?=\s?[-–—]|\.\s|$))"
)
_DATE_BEHIND = rf"(?:(?<=[)\]/]),?\s{{1,2}}(?P<behind>{_DATE})(?=\s?[-–—:.]|$))"
"""The day behind the agency: "MANILA (AP), Aug. 9 --"."""
_END = (
    r"(?:(?P<end>\s{0,3}(?:-{2,3}|[—–―])\s{0,3}|\s{0,3}[•·|]\s{0,3}|\s{1,3}-(?:\s{1,3}|(?<=\d\s-)(?=[A-Z\"“]))|\.-\s{1,3}|\s?:(?=\s|$)\s{0,3})"
    r"|(?<=/)\s{1,3}|(?<=/\.)\s{1,3}|(?P<open>(?<=[)\]])(?:\s{1,3}|\s?:)(?=[A-Z\"“])|\.\s{1,3}(?=[A-Z\"“]))|\s{0,3}$)"
)
_CAPS_LINE = re.compile(
    rf"(?P<place>{_CAPS_PLACE}{_REGION}?){_DISTRICT}?(?P<comma>\s[-–—]\s(?=\w{{1,9}}\.?\s)|[,.]?\s{{0,3}})(?P<date>{_DATE})?[,.]?\s{{0,3}}{_DATED_AGENCY}?{_DATE_BEHIND}?{_END}"
)
_TITLE_LINE = re.compile(
    rf"(?P<place>{_TITLE_PLACE}{_REGION}?){_DISTRICT}?(?P<comma>\s[-–—]\s(?=\w{{1,9}}\.?\s)|[,.]?\s{{0,3}})(?P<date>{_DATE})?[,.]?\s{{0,3}}{_DATED_AGENCY}?{_DATE_BEHIND}?{_END}"
)
_AGENCY_LINE = re.compile(rf"[(\[]\s?(?P<agency>[A-Z][\w .,&’'/+-]{{1,50}}?)\s?[)\]]{_END}")
_BARE_LINE = re.compile(
    rf"(?:(?P<place>{_TITLE_PLACE}{_REGION}??)\s)??(?P<agency>AFP|AP|CNN|RFE/RL|UPI|VOA)\s(?:[—–―]|-{{2,3}})\s{{1,3}}(?=[\w\"“])"
)
"""A report whose agency stands between place and dash without brackets: "Singapore CNN — …", "CNN — …"."""
_DATED_LINE = re.compile(rf"(?P<date>{_DATE})[,.]?\s{{1,2}}{_AGENCY}\s{{0,3}}(?:-{{1,3}}|[—–―])\s{{1,3}}")
"""A report without a place: "May 3 (Reuters) - …"."""
_SOURCE_LINE = re.compile(
    rf"(?P<source>[A-ZÀ-ÖØ-Þ\d][\w .&’'-]{{1,50}}),\s(?P<place>{_TITLE_PLACE}|{_CAPS_PLACE}),\s"
    rf"(?P<date>{_DATE})\s{{0,3}}(?:-{{1,3}}|[—–―])\s{{1,3}}"
)
"""A report whose medium or reporter stands ahead of the place: "Delta Tribune, Kampala, 4 March 2023 — …"."""
_NAME = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿ'’]{1,24}(?:-[A-Za-zÀ-ÿ]{1,24})?"
_PROSE = re.compile(rf"{_NAME}(?:\s{_NAME}){{0,9}},?\s(?!{_LINK}[A-ZÀ-ÖØ-Þ]|(?i:{MONTH}|{WEEKDAY}))[a-zß-ÿ]")
"""Words with capitals, then a small one that goes on with no place and no date. Most paragraphs open so, and none of
them with a dateline: that is told sooner than by trying `_TITLE_LINE`."""
_NO_CITIES = frozenset({"EUE", "SUN", "UNO"})
"""Without a capital, and no city states."""
_CALENDAR_WORD = re.compile(rf"(?i:{MONTH}|{WEEKDAY})")


@value(frozen=True, slots=True)
class Dateline:
    """Where, when and for whom a report was filed."""

    char_start: int
    """Offset in the read text, always that of its first character."""
    char_end: int
    """Offset of the first word of the report proper, behind dash and white space."""
    place: str | None
    """The place as written, a region with it ("SEOUL", "WASHINGTON, D.C.", "BEIJING/SEOUL"); None for "(Reuters) -"."""
    date_text: str | None
    """The date's words, with or without a year ("March 17", "Sept. 3, 2017"), None where there is none."""
    agency: str | None
    """The agency's words ("UPI"), None where there is none."""
    complete: bool
    """True where a dash, colon or bullet closes it, so that the report follows on the same line."""


def read_dateline(text: str) -> Dateline | None:
    """The dateline that opens `text` (a paragraph), None where it has none.

    A place in capitals needs a closing dash, colon or bullet, or a date or agency; a place in small letters needs a
    date or agency too, unless it is a known city before a dash. Words that look like a place and are a label ("UPDATE",
    "RELATED") or a body ("NATO") open no dateline.
    """
    return _opening_dateline(text[: 2 * _LONGEST])


@lru_cache(maxsize=128)
def _opening_dateline(text: str) -> Dateline | None:
    """`read_dateline` of a paragraph's opening, kept: every reader of an article asks for it again.

    Two lengths of the longest dateline are enough for an agency's words with a place and a date behind them.
    """
    head = text[:_LONGEST]
    if _PROSE.match(head):
        return None
    match = _SOURCE_LINE.match(head)
    if match is not None and is_city(match["place"]) and not is_city(match["source"]):
        return Dateline(0, match.end(), match["place"], match["date"], match["source"], True)
    match = _BARE_LINE.match(head)
    if match is not None:
        return Dateline(0, match.end(), match["place"], None, match["agency"], True)
    for pattern, is_place in ((_CAPS_LINE, _is_caps_dateline), (_TITLE_LINE, _is_title_dateline)):
        match = pattern.match(head)
        if match and is_place(match, head, text):
            return _dateline(match)
    match = _DATED_LINE.match(head)
    if match is not None:
        return Dateline(0, match.end(), None, match["date"], _agency(match), True)
    match = _AGENCY_LINE.match(head)
    return None if match is None else _with_agency(match, text)


def _with_agency(opening: re.Match[str], text: str) -> Dateline | None:
    """The dateline of a report that opens with its agency; place and date may follow ("(ANSA) - Rome, July 19 - …"),
    and do where no dash closes the brackets ("(Balkan Wire) SOFIA, Bulgaria, July 19. …")."""
    agency, start = opening["agency"], opening.end()
    rest = text[start : start + _LONGEST]
    match = _TITLE_LINE.match(rest) or _CAPS_LINE.match(rest)
    if match and match["date"] and (match["end"] or (match["open"] and opening["end"] is None)):
        return Dateline(0, start + match.end(), match["place"], match["date"], agency, True)
    return Dateline(0, start, None, None, agency, True) if opening["end"] is not None else None


def _dateline(match: re.Match[str]) -> Dateline:
    place, agency = match["place"].rstrip(".,/ ") if "D.C." not in match["place"] else match["place"], _agency(match)
    if agency is None and ". " in place and place.rsplit(". ", 1)[1] in _agencies():
        place, agency = place.rsplit(". ", 1)
    if agency is None and ", " in place and place.rsplit(", ", 1)[1] in _agencies():
        place, agency = place.rsplit(", ", 1)
    date_text = match["date"] or match["inner"] or match["filed"] or match["behind"]
    return Dateline(0, match.end(), place, date_text, agency, _closed(match))


def _agency(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return match["agency"] or match["slashed"] or groups.get("news") or groups.get("bare")


def _closed(match: re.Match[str]) -> bool:
    return match["end"] is not None or match["slashed"] is not None or match["open"] is not None


def _is_open(match: re.Match[str], known: bool) -> bool:
    """Whether the report follows without a dash, and no two of agency, date and known city vouch for it."""
    if match["open"] is None:
        return False
    agency = _agency(match)
    dated = match["date"] or match["inner"] or match["filed"] or match["behind"]
    return not ((agency and dated) or (known and (dated or agency in _agencies())))


def is_label(words: str) -> bool:
    """Whether `words` are a label that stands where a place may ("UPDATE", "Correction"), whatever their capitals."""
    return words.upper() in _stops()


def is_city(words: str) -> bool:
    """Whether `words` are a city of the lexicon, whatever their capitals."""
    return words.casefold() in _cities()


def _is_caps_dateline(match: re.Match[str], head: str, text: str) -> bool:
    place = match["place"]
    if place.upper() != place and "," not in place:
        return False
    words = place.split(",")[0].rstrip(".")
    if (
        len(words) < 3
        or words.casefold() in stamps()
        or words in _stops()
        or _CALENDAR_WORD.match(words)
        or _stops() & set(words.split()[1:])
    ):
        return False
    dated = bool(match["date"] or match["inner"] or match["filed"])
    stated = dated or _agency(match) is not None
    known = is_city(words)
    if _is_open(match, known):
        return False
    if not _closed(match):
        # the last word of a headline in capitals is no agency
        named = match["bare"] is None or match["bare"] in _agencies()
        return match.end() == len(text) and (dated or known or (stated and named))
    if stated or known:
        return True
    return len(words) > 3 and words.casefold() not in _bodies() and _goes_on_small(head, match.end())


def _is_title_dateline(match: re.Match[str], head: str, text: str) -> bool:
    words = match["place"].split(",")[0]
    parts = words.split()
    if (
        words.isupper()
        or is_label(words)
        or parts[0] in _starters()
        or parts[0].casefold() in stamps()
        or any(_CALENDAR_WORD.fullmatch(part) for part in parts)
    ):
        return False
    known = is_city(words)
    stated = bool(match["date"] or match["inner"] or match["filed"] or _agency(match))
    if _is_open(match, known):
        return False
    if not _closed(match):
        vouched = (stated and match["comma"].strip() != "") or (known and (stated or "," in match["place"]))
        return match.end() == len(text) and vouched
    colon = (match["end"] or "").strip() == ":"
    if stated:
        return not colon or known
    following = head[match.end() : match.end() + 1]
    return known and not colon and not following.islower()


def _goes_on_small(head: str, start: int) -> bool:
    """Whether running text follows, not a line in capitals."""
    return any(letter.islower() for letter in head[start : start + 40])


@cache
def _stops() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("dateline_stops"))


@cache
def _starters() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("sentence_starters"))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("media")) | frozenset(row["form"].upper() for row in rows("media"))


@cache
def _cities() -> frozenset[str]:
    """The cities of the lexicon, states among them that are one ("SINGAPORE -"): those without a capital."""
    seated = {form.code for form in forms() if form.kind == "capital"} | _NO_CITIES
    return frozenset(
        form.form.casefold()
        for form in forms()
        if form.kind in {"capital", "place"} or (form.kind == "name" and form.code not in seated)
    )


@cache
def _bodies() -> frozenset[str]:
    """Names of states and bodies that are no cities: they open a sentence or a heading, not a dateline."""
    return frozenset(form.form.casefold() for form in forms()) - _cities()
