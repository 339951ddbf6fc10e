"""Acts that a sentence sets some days or weeks apart from a day ("a week after a court had sentenced them"); some hours
apart is the same day.

Dates that count from what was told before ("two days later") are `dates`' business.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.extract.dates.words import alternatives, number
from pipeline.extract.events.clauses import clause_at, clause_bounds
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention, Event
from pipeline.extract.vocabulary import vocabulary
from pipeline.text.page import Sentence
from pipeline.text.parts import holds_any
from pipeline.values import value

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_APART = re.compile(
    rf"\b(?:(?P<n>the|{alternatives('number')}|\d{{1,2}})\s(?P<unit>day|week|fortnight)s?|"
    r"(?:(?:an?|a\sfew|several|some|just|only|[a-z]{3,8}|\d{1,2})\s)?(?:hours?|minutes))\s(?P<side>after|before)\s|"
    r"(?<=,\s)(?:on\s)?the\s(?:very\s|same\s){0,2}(?P<same>day)\s(?=(?:that\s|when\s|on\swhich\s)?(?:an?|the|its|his|her|[A-Z][\w'’-]{1,20})\s)",
    re.IGNORECASE,
)
_UNITS = frozenset({"day", "days", "week", "weeks", "fortnight", "fortnights", "hour", "hours", "minutes"})
"""Words of which a sentence has one that sets an act apart."""
_STEPS = (
    *(f"{unit} {side} " for unit in sorted(_UNITS) for side in ("after", "before")),
    ", the day ",
    ", on the day ",
    " same day ",
    " very day ",
)
"""What such a sentence holds."""
_WAS_DUE = re.compile(r"\b(?:due|expected|meant|scheduled|set|slated|supposed|was|were)\sto\s(?:be\s)?\Z")
"""What was only to be done then ("an hour before it was due to be signed")."""
_ROUGHLY = re.compile(
    r"\b(?:about|almost|around|barely|just\sover|less\sthan|more\sthan|nearly|only\sabout|over|roughly|some|under)\s\Z"
)
_SAME_TELLING = 70
"""Characters at most between a day and the words that count from it: nothing but the end of its clause."""
_BARE = (" just", " only", " exactly")
_CAME = re.compile(
    r"\A\W{0,3}(?:The|This|That|His|Her|Its|Their|It)\s(?P<what>[a-z-]{2,20})?\s?(?:came|comes|followed|follows|happened|occurred)\s"
    r"(?:just\s|only\s|exactly\s)?\Z"
)
"""What was told before, by its name: "The launches came …"."""
_NEW = re.compile(r"(?:(?:an?|his|her|its|their)\s)?(?:(?!the\b)[a-z'’-]{2,20}\s){0,3}")
"""Between the step and an occasion that was not told before ("a day after a meeting")."""
_AT_IT = re.compile(r",?\s(?:where|when|(?:at|in|during)\swhich)\s")
_PAST = frozenset({"past", "participle"})
_REACH = 3
"""Paragraphs back in which what "came" may have been told."""


@value(frozen=True, slots=True)
class _Step:
    """How far apart, and on which side, an act lies."""

    start: int
    end: int
    days: int
    """Days from the day told to the act, negative for an earlier one."""


def sets_apart(sentence: str) -> bool:
    """True where a sentence may set an act some days apart from another."""
    if _UNITS.isdisjoint(vocabulary(sentence)):
        return False
    return holds_any(" ".join(sentence.lower().split()), _STEPS) and _APART.search(sentence) is not None


def acts_apart(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    dated: Sequence[Governed],
    told: Sequence[Event],
) -> list[Governed]:
    """The act that the first "N days after …" of a sentence tells of, where it has no date of its own.

    `dates` are the sentence's mentions, `dated` its events so far, `told` those of the sentences before.
    """
    text, offset = sentence.text, sentence.char_start
    step = _step(text) if sets_apart(text) else None
    if step is None:
        return []
    bounds = clause_bounds(text)
    act = _act(text, step, triggers, bounds)
    if act is None or any(item.trigger.start == act.start for item in dated):
        return []
    low, high = bounds[clause_at(bounds, act.start)]
    clause = _up_to_comma(text, (max(low, step.start), high), step, act)
    if any(clause[0] <= mention.char_start - offset < clause[1] for mention in dates):
        return []
    day = _day_beside(text, step, offset, dates) or _day_of_what_came(text, step, told, sentence.paragraph)
    if day is None:
        return []
    moved = day + timedelta(days=step.days)
    mention = DateMention(
        char_start=offset + step.start, char_end=offset + step.end - 1, text=text[step.start : step.end - 1],
        date_start=moved, date_end=moved, precision="day", method="relative",
    )  # fmt: skip
    return [Governed(act, mention, "apart", clause), *_where(text, act, mention, triggers, bounds)]


def _where(
    sentence: str, act: Trigger, mention: DateMention, triggers: Sequence[Trigger], bounds: list[tuple[int, int]]
) -> list[Governed]:
    """What was done at an occasion set apart ("a day after talks at which they agreed …")."""
    at = clause_at(bounds, act.start) + 1
    if act.pos != "noun" or at >= len(bounds) or not _AT_IT.match(sentence, bounds[at][0]):
        return []
    low, high = bounds[at]
    verb = next((t for t in triggers if low <= t.start < high and t.pos == "verb" and t.finite), None)
    return [Governed(verb, mention, "apart", (low, high))] if verb is not None and verb.form in _PAST else []


def _step(sentence: str) -> _Step | None:
    match = _APART.search(sentence)
    if match is None or _ROUGHLY.search(sentence[max(0, match.start() - 12) : match.start()]):
        return None
    if match["unit"] is None:
        return _Step(match.start(), match.end(), 0)
    count = 1 if match["n"].casefold() == "the" else number(match["n"])
    days = count * _DAYS[match["unit"].casefold()]
    return _Step(match.start(), match.end(), -days if match["side"].casefold() == "after" else days)


def _act(sentence: str, step: _Step, triggers: Sequence[Trigger], bounds: list[tuple[int, int]]) -> Trigger | None:
    """The first past verb of the clause that the step opens, else the noun that it counts from."""
    clause = clause_at(bounds, step.end)
    behind = (t for t in triggers if t.start > step.end and t.pos == "verb" and t.finite and t.form in _PAST)
    act = next(behind, None)
    if act is None or clause_at(bounds, act.start) != clause or "," in sentence[step.end : act.start]:
        noun = next((t for t in triggers if t.start >= step.end), None)
        named = noun is not None and noun.pos == "noun" and noun.kind != "thing" and step.days < 0
        return noun if noun is not None and named and _NEW.fullmatch(sentence, step.end, noun.start) else None
    if _WAS_DUE.search(sentence, step.end, act.start):
        return None
    return act


def _up_to_comma(sentence: str, clause: tuple[int, int], step: _Step, act: Trigger) -> tuple[int, int]:
    """The clause; of a step that opens the sentence the words up to the main clause, else up to ", and"."""
    comma = sentence.find(", ", act.end, clause[1])
    cut = comma >= 0 and (_opens(sentence, step) or sentence.startswith(", and ", comma))
    return (clause[0], comma) if cut else clause


def _opens(sentence: str, step: _Step) -> bool:
    return not sentence[: step.start].strip(' "“—-')


def _day_beside(sentence: str, step: _Step, offset: int, dates: Sequence[DateMention]) -> date | None:
    """The day told in the clause that the step hangs on: the one before, or behind a step that opens the sentence."""
    days = [mention for mention in dates if mention.precision == "day" and mention.date_start is not None]
    before = [m for m in days if m.char_end - offset <= step.start]
    if before:
        last = before[-1]
        return last.date_start if _is_one_telling(sentence[last.char_end - offset : step.start]) else None
    behind = next((m for m in days if m.char_start - offset > step.end), None) if _opens(sentence, step) else None
    return behind.date_start if behind is not None else None


def _is_one_telling(between: str) -> bool:
    """Whether the words `between` a day and what counts from it end that day's clause and do no more."""
    words = between.rstrip()
    words = next((words.removesuffix(bare) for bare in _BARE if words.endswith(bare)), words).removesuffix(",")
    return between[-1:].isspace() and len(words) <= _SAME_TELLING and not any(sign in words for sign in ",;:")


def _day_of_what_came(sentence: str, step: _Step, told: Sequence[Event], paragraph: int) -> date | None:
    """The day of what is taken up by its name: "The launches came a day after …"."""
    match = _CAME.match(sentence[: step.start])
    if match is None:
        return None
    near = [event for event in told if paragraph - event.paragraph <= _REACH and event.date_precision == "day"]
    stem = (match["what"] or "").rstrip("s")
    named = [event for event in near if stem and stem in event.evidence.casefold()]
    chosen = (named or near)[-1:]
    return chosen[0].date_start if chosen else None
