"""Whether two reports are of one occurrence: what they have in common, and what speaks against it.

Days are left to `occurrences`. Nothing may contradict: states, status, place, people, who acts on whom, other names.
And something beyond the kind of act must be common: people, a place, a number, words of the sentence that are not said
of every such act. Words of states, days and persons are no evidence: that these fit has been asked before.
"""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.facts import Event
from pipeline.lexicon.countries import code_of, forms
from pipeline.resolve.account import Account

LONGEST_CERTAIN = 7
"""Days: within a longer interval much of one kind happens, and likeness needs more."""
_ONE_SIDED = frozenset(("SANCTION", "COERCE", "ACCUSE", "THREATEN", "REQUEST", "REJECT", "PROTEST"))
"""Kinds of acts that one side does to the other; others are done together, and a text may name either side first."""
_SAYING = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "PROTEST"))
"""Kinds of acts that consist in words, often about another act."""
_MANIFOLD = frozenset(("CONSULT", "AGREE"))
"""Kinds of acts of which two states do several on one day."""
_UNKNOWN_KIND = "OTHER"
"""What an act is called that no word of its sentence tells the kind of."""
_ONE_KIND = 100
"""More than all else that can be common: reports of one kind find each other first."""
_HALF = 0.5
_THIRD = 1 / 3
_QUARTER = 1 / 4
_SIDES_OPEN = re.compile(
    r"\b(?:was|were|been|being|is|are|be)\s(?:[a-z]{1,20}ly\s)?[a-z]{2,20}(?:ed|en|n|t)\b|\bby\s(?:the\s)?[A-Z]"
)
"""Passives and agents: the sentence may name first who is acted upon."""
_LONGEST_MONTH = 31
_PAIR = 2
_LONG = 3
"""Characters: shorter numbers, percentages among them, are said of many things."""


def likeness(one: Account, other: Account) -> int:
    """How much speaks for one occurrence; 0 where something speaks against it or too little for it."""
    if one.report.article_id == other.report.article_id or not _fit(one, other):
        return 0
    is_one_kind = one.report.event.event_type == other.report.event.event_type
    words, others = one.words, other.words
    if not is_one_kind or one.trigger & others or other.trigger & words:
        # what names the act for one is another word of the sentence for the other
        words, others = words | one.act, others | other.act
    common = _Common(
        people=len(one.people & other.people),
        place=_is_a_place(one.report.event.location) and _is_a_place(other.report.event.location),
        act=len(one.act & other.act),
        names=len(one.names & other.names),
        numbers=len(one.numbers & other.numbers),
        long_number=any(len(number) >= _LONG for number in one.numbers & other.numbers),
        words=len(words & others),
        share=_share(words, others),
    )
    if _names_differ(one, other) and not (common.people or (is_one_kind and common.numbers and common.words)):
        return 0
    if not _is_enough(common, one, other):
        return 0
    told = common.act + common.names + common.numbers + common.words
    return _ONE_KIND * is_one_kind + 2 * common.people + common.place + told


_COMMON_NOUN = re.compile(r"\s[a-z]+\Z")
"""What an adjective describes ("capital", "waters")."""


@dataclass(frozen=True, slots=True)
class _Common:
    """What two accounts have in common."""

    people: int
    place: bool
    """Both name a place within a state; that the places fit has been asked before."""
    act: int
    """Words for the act."""
    names: int
    numbers: int
    long_number: bool
    words: int
    share: float
    """The part of the words of the account of fewer words that the other has too; 1 where it has none."""


def _is_enough(common: _Common, one: Account, other: Account) -> bool:
    kinds = {one.report.event.event_type, other.report.event.event_type}
    # much happens in one state on one day, less between two
    alone = len(one.countries & other.countries) == 1
    if len(kinds) > 1 and not _same_act_under_two_kinds(common, kinds, alone):
        return False
    if _pair_beside_more(one, other) and not (common.people or common.names or common.words > 1):
        return False
    if max(one.days, other.days) > LONGEST_CERTAIN:
        return _is_enough_for_long(common, one, other)
    told = common.words + common.names + common.act
    # one person does much on one day
    people = common.people > 0 and (told > 0 or not (alone or _UNKNOWN_KIND in kinds))
    if len(kinds) > 1 or people or common.numbers or _is_enough_at_a_place(common, kinds):
        return True
    if common.act:
        return common.names > 0 or common.share >= (_HALF if alone else _QUARTER)
    return common.words + common.names > 0 and common.share >= _HALF


def _is_enough_at_a_place(common: _Common, kinds: set[str]) -> bool:
    """Whether it is enough that both tell of one place: where states do several such acts a day, it is not alone."""
    if kinds & _MANIFOLD:
        return common.place and (common.words + common.names > 0 or common.share == 1)
    return common.place


def _pair_beside_more(one: Account, other: Account) -> bool:
    """Whether one tells of two states and the other of these and more: two of them may have met apart."""
    sizes = sorted((len(one.countries), len(other.countries)))
    return sizes[0] == _PAIR < sizes[1]


def _is_enough_for_long(common: _Common, one: Account, other: Account) -> bool:
    """The same for reports of which one tells of more than a week, within which much of a kind happens."""
    told = common.act + common.words
    within_month = max(one.days, other.days) <= _LONGEST_MONTH
    known = one.report.event.event_type != _UNKNOWN_KIND
    if (common.people and known and told + common.names >= 2 - within_month) or (common.place and told):
        return True
    if not within_month:
        return False
    same_time = one.report.event.date_start == other.report.event.date_start and one.days == other.days
    in_words = min(common.act, common.words) > 0 and told >= (2 if same_time else 3) and common.share > _HALF
    return in_words or (common.names > 0 and told > 0)


def _same_act_under_two_kinds(common: _Common, kinds: set[str], alone: bool) -> bool:
    """Whether two kinds are readings of one act: its words are the same, or its people and one kind is not known."""
    if len(kinds & _SAYING) == 1:
        # what is said of an act is no report of it: "condemned the launch"
        return False
    if _UNKNOWN_KIND in kinds and common.people > 1:
        return True
    in_words = common.words > alone and common.share >= (_THIRD if common.names else _HALF)
    return common.long_number or (common.numbers > 0 and common.words + common.names > 0) or in_words


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    fewest = min(len(words), len(others))
    return len(words & others) / fewest if fewest else 1.0


def _fit(one: Account, other: Account) -> bool:
    """Whether nothing in the two reports' columns contradicts that they are one."""
    if not one.countries or not other.countries or not _nested(one.countries, other.countries):
        return False
    if not _nested(one.people, other.people) or not _nested(one.mentioned, other.mentioned):
        return False
    first, second = one.report.event, other.report.event
    if not _statuses_fit({first.status, second.status}):
        return False
    if first.location and second.location and not one_place(first.location, second.location):
        return False
    return one.acts_jointly or other.acts_jointly or not _reversed(first, second)


def _statuses_fit(statuses: set[str]) -> bool:
    """Whether what is planned in one report can have taken place, or not, in the other; both it cannot."""
    return len(statuses) == 1 or "planned" in statuses or statuses == {"cancelled", "negated"}


def _nested(some: frozenset[str], others: frozenset[str]) -> bool:
    return some <= others or others <= some


def one_place(first: str, second: str) -> bool:
    """Whether the words of one place hold the other's, or one tells no more than the state of the other."""
    if first.casefold() in second.casefold() or second.casefold() in first.casefold():
        return True
    states = (_state_alone(first), _state_alone(second))
    return any(states) and (states[0] or code_of(first)) == (states[1] or code_of(second))


def _reversed(first: Event, second: Event) -> bool:
    """Whether one does to the other what that one does to it; passives leave open who acts."""
    if _SIDES_OPEN.search(first.evidence) or _SIDES_OPEN.search(second.evidence):
        return False
    if not {first.event_type, second.event_type} <= _ONE_SIDED or first.source_country is None:
        return False
    sides = (first.source_country, first.target_country)
    return sides == (second.target_country, second.source_country) and sides[0] != sides[1]


def _names_differ(one: Account, other: Account) -> bool:
    """Whether both sentences name somebody or something, and none of it is common."""
    return bool(one.names and other.names) and not one.names & other.names


def _is_a_place(location: str | None) -> bool:
    """Whether `location` is closer than a state: that an act took place in a state that takes part says nothing new."""
    return location is not None and _state_alone(location) is None


@cache
def _state_alone(location: str) -> str | None:
    """The state that is all that `location` tells ("Iran", "Iranian waters"); None for a place within one."""
    name = _COMMON_NOUN.sub("", location)
    kinds = {form.kind for form in forms() if form.form == name}
    return code_of(name) if kinds & {"name", "demonym"} else None
