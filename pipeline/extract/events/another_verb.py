"""A verb that tells of no event and has the date that another one ahead of it would be given."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from pipeline.extract.events.occasions import occasion_words
from pipeline.extract.events.sayings import SAID_WORDS
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words, irregular_verbs

_IDLE = frozenset({"been", "bid", "came", "cut", "hit", "put", "set", "took", "went"})
"""Pasts that tell of nothing of their own, or look like nouns."""
_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we", "which", "who", "you"})
_RIGHT_BEHIND = re.compile(r"\s(?:(?:in|on)\s)?(?:early\s|late\s|mid-)?")


@cache
def telling_pasts() -> frozenset[str]:
    """Past forms that tell of themselves, and not of what was to be."""
    return finite_words() - word_class("helping") - occasion_words("planned")


@cache
def _only_pasts() -> frozenset[str]:
    """Past forms that are no participles ("rose")."""
    return frozenset(past for past, participle in irregular_verbs().values() if past != participle)


def unless_another(sentence: str, told: Trigger | None, before: Sequence[Trigger], start: int) -> Trigger | None:
    """`told`, or what another verb tells of that stands between the last of `before` and the date at `start`."""
    last = next((t for t in reversed(before) if t.pos == "verb" and t.finite), None)
    other = _another_tells(sentence, last, start) if last is not None else 0
    return _told_by_another(sentence, other, start, before) if other else told


def _another_tells(sentence: str, verb: Trigger, start: int) -> int:
    """Where behind `verb` another one begins that tells of no event and has the date at `start`: "regretted they made
    so little of it in 2006", "will study the deal reached in May"; 0 where none does."""
    if sentence.find(" what ", verb.end, start) >= 0:
        return 0  # "criticised what it called a blunder on Monday"
    tokens = tokenize(sentence)
    words = tokens.lowers
    for at in range(bisect_left(tokens.starts, verb.end) + 1, bisect_left(tokens.starts, start)):
        word, before = words[at], words[at - 1]
        if word not in telling_pasts() or word in _IDLE or before.endswith(("'s", "’s")):
            continue
        if before in word_class("determiner") or before in word_class("preposition"):
            continue
        behind = sentence[tokens.ends[at] : start]
        if "," in behind or " and on " in behind:
            continue  # an aside is over, or somebody only says so
        if verb.form == "past" and not tokens.upper(at - 1) and before not in _PRONOUNS and word not in _only_pasts():
            continue  # "seized banknotes printed in Riga on Monday"
        return tokens.starts[at]
    return 0


def _told_by_another(sentence: str, other: int, start: int, before: Sequence[Trigger]) -> Trigger | None:
    """What the verb at `other` tells of by itself: the deal of "will study the deal reached in May", and that an appeal
    was lodged where the verb stands right ahead of the day."""
    noun = next((t for t in before if t.pos == "noun" and t.end == other - 1), None)
    if noun is not None:
        return noun
    verb = next(t for t in reversed(before) if t.pos == "verb" and t.finite)
    end = sentence.find(" ", other)
    if sentence[other:end] in SAID_WORDS:
        return None
    apart = sentence.endswith(", ", 0, other)
    lodged = sentence[:other].split()[-1][0].islower() and sentence.endswith("ed", other, end)
    if not apart and not (lodged and _RIGHT_BEHIND.fullmatch(sentence, end, start)):
        return None
    word = sentence[other:end]
    return verb._replace(
        start=other, end=end, token=len(tokenize(sentence[:other]).starts), lemma=word, event_type="OTHER",
        kind="general", form="past", negated=False, refused=False, future=False, passive=False, goal=False,
    )  # fmt: skip
