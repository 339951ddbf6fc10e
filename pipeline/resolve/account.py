"""What a report of an event tells beside its columns: words, names and numbers of its sentence, to be compared.

How alike two accounts are stands in `likeness`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.extract.actors import find_countries
from pipeline.extract.facts import Event
from pipeline.lexicon.countries import living
from pipeline.lexicon.table import rows
from pipeline.resolve.wording import content_words, one_word_for, stems
from pipeline.text.dateline import read_dateline

_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]{1,40}")
"""A word with a capital that does not begin the sentence."""
_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9}\.\d{1,4}|\d{2,9})(?![\w,])")
"""Amounts: grouped in thousands, with a decimal part, or of two digits and more."""
_SIDE_BY_SIDE = frozenset(("and", "and the"))
"""What stands between two states of which neither is the other's counterpart."""
_CALENDAR = frozenset(("month", "weekday", "season"))
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Report:
    """An event row on its way into the table."""

    event_id: str
    article_id: str
    event: Event
    participants: tuple[str, ...]
    """Official ids."""


@dataclass(frozen=True, slots=True)
class Account:
    """A report with what its sentence tells beside its columns."""

    report: Report
    countries: frozenset[str]
    people: frozenset[str]
    act: frozenset[str]
    """Stems of the words for the act, nouns of its kind included."""
    trigger: frozenset[str]
    """Stems of the words that name the act."""
    mentioned: frozenset[str]
    """Every state that the sentence names, and the event's own."""
    names: frozenset[str]
    """Words with a capital that name no state, day, office or ministry."""
    numbers: frozenset[str]
    """Numbers of two digits or more that are no years."""
    acts_jointly: bool
    """Whether states stand side by side ("Ghana and Togo"), so that neither need be the other's counterpart."""
    words: frozenset[str]
    """Stems of the other words, those of the act, of dates and of names left out."""

    @property
    def days(self) -> int:
        """The length of the interval."""
        return (self.report.event.date_end - self.report.event.date_start).days + 1

    @property
    def signs(self) -> frozenset[str]:
        """What another account must share one of to be like this one, each with a state of the event."""
        words = self.act | self.words
        kinds = {"person": self.people, "name": self.names, "number": self.numbers, "word": words}
        found = {f"{kind} {sign}" for kind, signs in kinds.items() for sign in signs}
        if self.report.event.location:
            found.add("place")
        return frozenset(f"{country} {sign}" for country in self.countries for sign in found)


def account_of(report: Report) -> Account:
    """`report` with what its sentence tells."""
    event = report.event
    dateline = read_dateline(event.evidence)  # where it was written tells nothing of what happened
    told = event.evidence[dateline.char_end :] if dateline is not None else event.evidence
    plain, mentioned, places, acts_jointly = _without_states(told)
    content = content_words(plain)
    trigger = stems(event.trigger)
    act = trigger | (content & _nouns_of(event.event_type))
    names = places | frozenset(name for name in map(str.casefold, _NAME.findall(plain)) if name not in _no_names())
    dated = frozenset(re.findall(r"\d+", event.date_text))
    return Account(
        report=report,
        countries=_today(event.countries),
        people=frozenset(report.participants),
        act=act,
        trigger=trigger,
        mentioned=_today(mentioned | frozenset(event.countries)),
        names=names,
        numbers=frozenset(filter(_is_amount, _NUMBER.findall(plain))) - dated,
        acts_jointly=acts_jointly,
        words=content - content_words(" ".join(names)) - act - _calendar(),
    )


def _today(codes: Iterable[str]) -> frozenset[str]:
    """`codes` with a state that is gone as the one that followed it."""
    return frozenset(map(living, codes))


def _is_amount(number: str) -> bool:
    return not number.isdigit() or int(number) not in _YEARS


def _without_states(sentence: str) -> tuple[str, frozenset[str], frozenset[str], bool]:
    """`sentence` in words that stand for their like, with states and places cut out; the states' codes; the places; and
    whether states stand side by side."""
    mentions = find_countries(sentence)
    starts = [0, *(mention.char_end for mention in mentions)]
    ends = [*(mention.char_start for mention in mentions), len(sentence)]
    between = [sentence[start:end] for start, end in zip(starts, ends, strict=True)]
    plain = " ".join(between)
    places = (mention.text.casefold() for mention in mentions if mention.kind == "place")
    words = " ".join(one_word_for(word) for word in plain.split())
    jointly = any(gap.strip(" ,") in _SIDE_BY_SIDE for gap in between[1:-1])
    return words, frozenset(mention.code for mention in mentions), frozenset(places), jointly


@cache
def _nouns_of(event_type: str) -> frozenset[str]:
    """Stems of the nouns that only say that an event is of this kind ("talks", "agreement")."""
    return content_words(" ".join(row["noun"] for row in rows("event_nouns") if _names_kind(row, event_type)))


def _names_kind(row: Mapping[str, str], event_type: str) -> bool:
    return row["type"] == event_type and " " not in row["noun"]


@cache
def _calendar() -> frozenset[str]:
    """Stems of the names of days, months and seasons."""
    return content_words(" ".join(row["form"] for row in rows("calendar") if row["kind"] in _CALENDAR))


@cache
def _no_names() -> frozenset[str]:
    """Words that are written with a capital beside names, in small letters: days, offices, ministries."""
    columns: Mapping[str, str] = {
        "calendar": "form",
        "titles": "title",
        "title_words": "word",
        "portfolios": "word",
        "organisation_words": "word",
        "honorifics": "honorific",
    }
    texts = (row[column] for lexicon, column in columns.items() for row in rows(lexicon))
    return frozenset(word.casefold().strip(".") for text in texts for word in text.split())
