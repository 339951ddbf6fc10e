"""Countries that only stand before who reports or speaks ("Chinese customs data", "its ministry said")."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Side

_REPORTERS = word_set(
    "customs figures data statistics ministry minister ministers official officials agency institute "
    "association embassy ambassador envoy president premier spokesman spokeswoman spokesperson media "
    "newspaper newspapers analysts analyst researchers researcher daily tv television news state-run "
    "broadcaster leader leaders delegation chamber department bureau administration "
    "authorities police economist economists think lawmakers senate parliament tribune leaders' "
    "consul adviser advisor secretary undersecretary"
)
_PAPERS = word_set(
    "figures data statistics newspaper newspapers media daily tv television news broadcaster tribune "
    "researchers analysts"
)
"""Reporters that report wherever they are named."""
SAYING = word_set(
    "said says told according noted added showed shows show reported reports stated estimates put quoted "
    "explained announced recalled disclosed revealed forecast forecasts projected predicted"
)
_SAYING_REACH = 14
_DEALT_WITH = frozenset({"to", "from", "with"})
_COUNTS = word_set("estimate estimates reckoning count tally calculation calculations")
_ITS_COUNTS = _COUNTS | {"forecast", "forecasts", "projection", "projections"}
"""Behind "its" these are what a reporter changes ("the Agriculture Department raised its estimate of")."""
_BY_COUNT = frozenset({"by", "on", "to"})
"""Before whose count or estimate a figure is these make it a source ("by a State Department estimate")."""
_NOT_BEFORE_REPORTER = word_set(
    "imports exports loans loan aid investment purchases shipments deliveries deficit surplus to from of in "
    "and with has"
)
REPORTER_REACH = 4
"""So many tokens behind a country stands who reports for it ("Kenya's central statistics office")."""
_OFFICE_REACH = 14
OWNING = frozenset({"'s", "'"})
TELLING = SAYING | _PAPERS | _ITS_COUNTS
"""Where none of these stands, no country only says who reports."""


def reports(tokens: Tokens, side: Side, last: int) -> bool:
    """Whether the country only stands before who reports or speaks ("Chinese customs data", "its ministry said")."""
    lowers = tokens.lowers
    if side.kind == "person":
        return tokens.lower(side.first - 1) in SAYING or not SAYING.isdisjoint(lowers[side.last : side.last + 3])
    if side.possessive and side.preposition == "of":
        return False
    mark = tokens.lower(side.last)
    if side.preposition in _BY_COUNT and not _COUNTS.isdisjoint(lowers[side.last : side.last + REPORTER_REACH]):
        return True
    owns = mark in OWNING
    if owns and _names_speaker(tokens, side):
        return True
    if side.kind == "capital" and (not owns or mark == lowers[side.last - 1]):
        return tokens.lower(side.last + owns) in SAYING
    head = side.last + owns
    stop = min(head + REPORTER_REACH, last)
    while head < stop and lowers[head] not in _REPORTERS and lowers[head].isalpha():
        if lowers[head] in _NOT_BEFORE_REPORTER:
            return False
        head += 1
    reporter = tokens.lower(head)
    if reporter not in _REPORTERS:
        # not "exports to Mali added 4 percent"
        speaks = side.kind != "demonym" and side.preposition not in _DEALT_WITH
        puts_in = mark == "put" and not tokens.lower(side.last + 1).isalpha()  # "Fiji put $2 million into"
        return speaks and mark in SAYING and not puts_in and not tokens.lower(side.last + 1).endswith("ing")
    if reporter in _PAPERS or (tokens.lower(side.first - 1) == "to" and tokens.lower(side.first - 2) == "according"):
        return True
    told = lowers[head : min(head + _SAYING_REACH, last)]
    return not SAYING.isdisjoint(told) or any(one == "its" and two in _ITS_COUNTS for one, two in pairwise(told))


def _names_speaker(tokens: Tokens, side: Side) -> bool:
    """Whether the company or the person of a country that an apostrophe follows speaks ("Brazil's Vale said")."""
    at = start = side.last + 1
    while at - start < 3 and tokens.word(at)[:1].isupper():
        at += 1
    if tokens.lower(at) == "put" and not tokens.lower(at + 1).isalpha():
        return False
    return at > start and tokens.lower(at) in SAYING


def mark_speakers(tokens: Tokens, sides: Sequence[Side], last: int) -> None:
    """Let who speaks, by name and office between commas, only attribute ("in Peru, Vik, the Fijian envoy, said")."""
    for person in sides:
        if person.kind != "person" or tokens.lower(person.last) != "," or tokens.lower(person.first - 1) != ",":
            continue
        stop = min(person.last + _OFFICE_REACH, last)
        comma = next((at for at in range(person.last + 1, stop) if tokens.lowers[at] == ","), None)
        if comma is None or tokens.lower(comma + 1) not in SAYING:
            continue
        for side in sides:
            if person.first <= side.first < comma:
                side.attribution, side.listed = True, False
