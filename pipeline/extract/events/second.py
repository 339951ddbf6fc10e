"""Further acts under one date: which ways there are, in which order, and which of two dates of one act stays."""

import re
from collections.abc import Sequence

from pipeline.extract.events.alongside import acts_ahead, said_along, said_too
from pipeline.extract.events.dated_sentence import PAST_FORMS, DatedSentence
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.joined import at_occasion, is_of_occasion, joined_acts
from pipeline.extract.events.occasions import occasion_words
from pipeline.extract.events.sharing import SHARING
from pipeline.extract.events.speakers import SPOKEN
from pipeline.extract.events.tokens import word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention

_QUOTED = re.compile(r"[“\"](?:[^\s“”\"]{1,40}\s){2}[^“”\"]{1,400}[”\"]")
"""A quotation of three words and more; of fewer it may be the act's own word."""
_NEAR = 30
"""Characters between a noun's day and its year."""


def with_second_acts(page: DatedSentence, found: Sequence[Governed]) -> list[Governed]:
    """`found` and the verbs that share a date with one of them without having one of their own."""
    found = _done_once(found)
    result: list[Governed] = []
    if all(t.pos != "verb" or not t.finite or t.start in page.dated for t in page.triggers):
        return [*_narrowest(found), *said_along(page, found)]
    for governed in found:
        more = (at_occasion if is_of_occasion(page, governed) else joined_acts)(page, governed)
        by_it = bool(more) and _is_means(governed.trigger, more[0].trigger)
        result += more if by_it else [governed, *more]
    for way in (*SHARING, acts_ahead, said_along, said_too):
        result += way(page, result)
    result = _not_only_quoted(page.text, found, result)
    return _harmed_once(_narrowest(result)) if len(result) > 1 else _narrowest(result)


def _not_only_quoted(text: str, dated: Sequence[Governed], result: list[Governed]) -> list[Governed]:
    """`result` without further acts that stand within a quotation of some words, where no act with a date of its own
    does: what a speaker says that others do."""
    if "“" not in text and '"' not in text:
        return result
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    if not quoted or any(_within(quoted, item) for item in dated):
        return result
    own = {item.trigger.start for item in dated}
    return [item for item in result if item.trigger.start in own or not _within(quoted, item)]


def _within(spans: Sequence[tuple[int, int]], item: Governed) -> bool:
    return any(start < item.trigger.start < end for start, end in spans)


def _is_means(noun: Trigger, act: Trigger) -> bool:
    """True for the vote by which something was decided, and for the speech in which it was said."""
    if noun.lemma in occasion_words("means"):
        return True
    return noun.pos == "noun" and act.event_type in SPOKEN and noun.lemma in occasion_words("platform")


def _done_once(found: Sequence[Governed]) -> Sequence[Governed]:
    """`found` without the day on which somebody told of what he had done on another ("said on Friday it signed
    the lease in May")."""
    told = [item for item in found if item.rule == "own_act" and item.trigger.form in ("past", "participle")]
    if not told or len(found) == 1:
        return found
    done = {item.trigger.start for item in found if item.rule != "own_act"}
    return [item for item in found if item not in told or item.trigger.start not in done]


def _harmed_once(found: Sequence[Governed]) -> list[Governed]:
    """`found` with one act for those who were killed and those who were wounded by it."""
    harmed = [item for item in found if item.trigger.lemma in word_class("harms")]
    if len(harmed) < 2:
        return list(found)
    first = min(harmed, key=lambda item: item.trigger.start)
    return [item for item in found if item not in harmed or item is first or item.date != first.date]


def _narrowest(found: Sequence[Governed]) -> list[Governed]:
    """Of two dates of one act of which one lies in the other, the narrower: "the 1950 pact, signed on July 31"."""
    if len(found) == 1:
        return list(found)
    return [
        item for item in found if not any(_same_act(other, item) and _inside(other.date, item.date) for other in found)
    ]


def _same_act(one: Governed, two: Governed) -> bool:
    """True for two dates of one trigger, for a noun between a day and its year ("imposed its May 3 sanctions in 2010"),
    and for a paper's year and its signing: "the 2009 pact, signed on May 3"."""
    if one.trigger.start == two.trigger.start:
        return one is not two
    if two.date.precision == "year" and 0 < two.date.char_start - one.date.char_end <= _NEAR:
        alike = one.trigger.pos == "noun" and one.trigger.event_type == two.trigger.event_type
        return alike or two.trigger.pos == "noun"
    paper = two.trigger.kind == "thing" and two.date.precision == "year"
    return paper and one.trigger.event_type == two.trigger.event_type and one.trigger.form in PAST_FORMS


def _inside(one: DateMention, two: DateMention) -> bool:
    if not (one.date_start and one.date_end and two.date_start and two.date_end):
        return False
    narrower = (one.date_end - one.date_start) < (two.date_end - two.date_start)
    return narrower and two.date_start <= one.date_start and one.date_end <= two.date_end
