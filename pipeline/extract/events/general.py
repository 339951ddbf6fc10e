"""Events whose verb the lexicon does not know: a dated clause in which somebody did, or will do, something.

Its type is the verb's own (plain_verbs.csv), that of an event noun beside it, else OTHER. Verbs of states, sayings and
figures tell of none (no_event_verbs.csv).
"""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.dates.words import alternatives
from pipeline.extract.events.no_acts import (
    MONIES,
    THINGS,
    is_money,
    is_role,
    is_thing,
    is_to_media,
    only_names,
    stands_left,
)  # fmt: skip
from pipeline.extract.events.phrases import subject_type
from pipeline.extract.events.speech import said_of
from pipeline.extract.events.statistics import FIGURE_AHEAD
from pipeline.extract.events.tokens import Tokens, in_brackets, word_class
from pipeline.extract.events.travels import brought
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.triggers import BEFORE_DAY, no_event_phrase
from pipeline.extract.events.verbhood import DAY_AHEAD
from pipeline.extract.events.words import no_event_forms, plain_verb_forms
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.table import rows

_FUTURE = frozenset({"will", "shall", "would"})
_ARE = frozenset({"is", "are"})
_DUE_TO = frozenset({"due", "expected", "scheduled", "set", "slated"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which"})
_SUBJECT = re.compile(r"[A-Z][\w'’-]+|\b(?:he|she|they|it|who|which)\b")
_BEHIND = re.compile(
    r"\s(?:the|a|an|his|her|its|their|to|in|on|at|with|for|from|by|up|down|out|off|over|into|against|and|as|it|him|them|"
    r"all|two|three|[A-Z\d$€£\"“]|\w{2,14}ly\b)|[,.;:]|\s?\Z"
)
_BREAK = re.compile(r"[,;:]|\b(?:that|which|who|while|but|after|before|when)\b")


_SPEAK = frozenset({"speak", "spoke", "spoken", "talk", "talked"})
_SPOKE_WITH = re.compile(
    rf"(?:\s(?:here|again|briefly|separately))?\s(?:(?:on|late|early|earlier|later)\s){{0,2}}(?:{alternatives('weekday')}|yesterday|today)"
    r"(?:\s(?:morning|afternoon|evening|night))?\s(?:by\s(?:tele)?phone\s)?(?:with|to)\b"
)
"""Behind "spoke": a day, and with whom."""
_STAYED = re.compile(r"\s(?:w(?:as|ere)|be|is|are)\s(?:(?:also|back|currently|now)\s){0,2}in\s")
"""The verb of a stay that is told with a form of "be": found sooner than who stays there."""
_PLACE = rf"(?=\s(?:the\s)?[A-Z])(?!\s{alternatives('month')}\b)"
_TIME = (
    r"(?:(?:an?|the|more|less|than|almost|nearly|about|one|two|three|four|five|six|seven|eight|ten|several|some|his|her|their|last|this|[A-Z][a-z]{2,8}|"
    r"half|days?|weeks?|months?|nights?|hours?|weekend|\d{1,2}(?:\s?[–-]\s?\d{1,2})?|to|and|of)\s){1,6}"
)
_WHERE = rf"(?:(?:in|at){_PLACE}|at\sthe\b|with\b|touring\b|visiting\b)"
_WHO = r"(?:[A-Z][\w’'-]{1,20},?|\b[Hh]e|\b[Ss]he|\b[Tt]hey|\bwho|delegation|envoy|minister|premier|president)\s"
_STAYS: tuple[tuple[set[str], re.Pattern[str] | None, re.Pattern[str], str, str], ...] = (
    ({"due"}, None, re.compile(r"\b(?P<verb>due)\s(?:back\s)?(?:(?:in|at)" + _PLACE + r"|there\b|here\b)"),
     "CONSULT", "base"),
    ({"expected"}, None, re.compile(r"\b(?P<verb>expected)\s"
                             r"(?:(?:back\s)?(?:(?:in|at)" + _PLACE + r"|there\b|here\b)|"
                             r"(?:back|home)(?=\s(?:on|in|next)\b))"),
     "CONSULT", "base"),
    ({"spend"}, None, re.compile(r"\b(?:will|to)\s(?P<verb>spend)\s" + _TIME + _WHERE), "CONSULT", "base"),
    ({"spent"}, None, re.compile(r"\b(?P<verb>spent)\s" + _TIME + _WHERE),
     "CONSULT", "past"),
    ({"stayed"}, None,
     re.compile(r"\b(?P<verb>stayed)(?=\s(?:there|(?:at|in)" + _PLACE + r"(?:\s[A-Z][\w'’-]{1,20}){1,2})"
                            r"\s(?:between|for|from|until)\b)"), "CONSULT", "past"),
    ({"spent"}, None,
     re.compile(r"\bwhere\s(?:he|she|they)\s(?:had\s|also\s)?(?P<verb>spent)\b"), "CONSULT", "past"),
    ({"been"}, None,
     re.compile(r"\b(?:has|have|had)\s(?:also\s|twice\s)?(?P<verb>been)\s(?:back\s)?(?:to|in)(?=\s[A-Z])"),
     "CONSULT", "past"),
    ({"was", "were"}, _STAYED,
     re.compile(r"(?:[A-Z][\w’'-]{1,20},?|\b[Hh]e|\b[Ss]he|\b[Tt]hey|\bwho|elegation|inister)\s"
                        r"(?P<verb>was|were)\s(?:also\s|back\s){0,2}in" + _PLACE), "CONSULT", "past"),
    ({"will", "would", "scheduled", "due", "expected"}, _STAYED,
     re.compile(_WHO + r"(?:will|would|(?:is|are|was|were)\s(?:due|expected|scheduled|set|slated)\sto)\s(?:also\s)?"
                r"(?P<verb>be)\s(?:back\s)?in" + _PLACE), "CONSULT", "base"),
    ({"week", "today", "until"}, _STAYED,
     re.compile(_WHO + r"(?P<verb>is|are)\s(?:also\s|currently\s|now\s)?in" + _PLACE
                + r"(?=(?:\s[A-Z][\w’'-]{1,20}){1,3}\s(?:this\sweek|today|until)\b)"),
     "CONSULT", "past"),
    ({"currently", "now", "today", "week"}, None,
     re.compile(r"\b(?P<verb>is|are)(?=\s(?:this\sweek|today|currently|now)\sin" + _PLACE + ")"),
     "CONSULT", "past"),
    ({"planned", "scheduled", "due", "slated", "foreseen", "billed"}, None,
     re.compile(r"\b(?:is|are|be|been)\s(?:now\s|first\s)?(?P<verb>planned|scheduled|due|slated|foreseen|billed)\sfor\b"),
     "OTHER", "base"),
    ({"due"}, None, re.compile(r"(?:\b(?:is|are|be|been)\s(?:now\s|first\s)?|[a-z],\s)(?P<verb>due)\s(?:in|on)\b"),
     "OTHER", "base"),
)  # fmt: skip
"""Words of which the sentence has one; what finds something wherever the next does, and sooner; the words of a stay or
a plan; its type and the form that its verb counts as."""
_SIGNS_OF_STAY = frozenset(word for signs, *_ in _STAYS for word in signs)


@cache
def _irregular_pasts() -> frozenset[str]:
    return frozenset(row["past"] for row in rows("irregular_verbs"))


def _is_past(word: str) -> bool:
    """Whether a word may be the past form of a verb."""
    return word.endswith("ed") or word in _irregular_pasts()


def general_triggers(sentence: str, tokens: Tokens, taken: Sequence[Trigger]) -> list[Trigger]:
    """The finite verbs of the sentence that neither the lexicon of events nor that of states knows."""
    known = {trigger.token for trigger in taken}
    known |= {trigger.token + 1 for trigger in taken if trigger.pos == "verb"}  # "treated wounded soldiers"
    found = []
    for at in _places(tokens.lowers):
        if at in known or at == 0 or not tokens.texts[at][0].islower() or _tells_nothing(sentence, tokens, at):
            continue
        form = _form(sentence, tokens, at)
        if form is None or FIGURE_AHEAD.match(sentence, tokens.ends[at]):
            continue
        if _SUBJECT.search(sentence, 0, tokens.starts[at]):
            trigger = _trigger(tokens, at, form)
            own = _own_type(sentence, tokens, at) or said_of(sentence, trigger)
            found.append(trigger._replace(event_type=own or _type(sentence, trigger, taken)))
    return found + _coming(sentence, tokens, taken)


def _places(lowers: tuple[str, ...]) -> Sequence[int]:
    """The words that may be finite verbs, in order: past forms, and what follows "will" and "is to"."""
    irregular = _irregular_pasts()
    pasts = [at for at, word in enumerate(lowers) if word.endswith("ed") or word in irregular]
    to_be = "to" in lowers and not _ARE.isdisjoint(lowers)
    if _FUTURE.isdisjoint(lowers) and not to_be:
        return pasts
    coming = (at for at in range(1, len(lowers)) if lowers[at - 1] in _FUTURE or (to_be and _is_to(lowers, at)))
    return sorted({*pasts, *coming})


def _is_to(lowers: Sequence[str], at: int) -> bool:
    """True for the verb of "are to try" and "is due to try"."""
    if lowers[at - 1] != "to" or at < 2:
        return False
    return lowers[at - 2] in _ARE or (at > 2 and lowers[at - 3] in _ARE and lowers[at - 2] in _DUE_TO)


def _of_who_comes(sentence: str, tokens: Tokens, stay: Trigger) -> Trigger:
    """A stay with the type that arriving has with its subject: the ship that "is expected in Riga" pays no visit."""
    if stay.event_type != "CONSULT":
        return stay
    told = brought(sentence, tokens, stay, subject_type(sentence, tokens, stay, "arrive"))
    return stay._replace(event_type=told or "CONSULT")


def _coming(sentence: str, tokens: Tokens, taken: Sequence[Trigger]) -> list[Trigger]:
    """The visit of "UN chief due in Lome on Sunday" and of "has been to Riga"; the act of "is planned for May"."""
    words = vocabulary(sentence)
    if _SIGNS_OF_STAY.isdisjoint(words):
        return []
    for signs, first, pattern, event_type, form in _STAYS:
        if words.isdisjoint(signs) or (first is not None and first.search(sentence) is None):
            continue
        match = pattern.search(sentence)
        if match is None or any(t.start < match.end() and match.start() < t.end for t in taken):
            continue
        if event_type == "OTHER" and any(t.pos == "noun" and t.end <= match.start() for t in taken):
            continue
        if match.start("verb") in tokens.starts:
            at = tokens.starts.index(match.start("verb"))
            end = match.end("verb") if "spent" in signs else match.end()  # "spent Monday in Riga"
            stay = Trigger(
                start=match.start("verb"), end=end, token=at, lemma="stay", event_type=event_type,
                pos="verb", kind="content", form=form, goal=event_type == "CONSULT", future=form == "base",
            )  # fmt: skip
            return [_of_who_comes(sentence, tokens, stay)]
    return []


def _tells_nothing(sentence: str, tokens: Tokens, at: int) -> bool:
    if () in no_event_forms().get(tokens.lowers[at], ()) or no_event_phrase(sentence, tokens, at):
        return True
    if tokens.lowers[at] in MONIES:
        return is_money(tokens, at)
    if tokens.lowers[at] == "left":
        return stands_left(tokens, at)
    if tokens.lowers[at] in THINGS and is_thing(tokens, at):
        return True
    if is_role(sentence, tokens, at):
        return True
    return tokens.lowers[at] == "called" and only_names(sentence, tokens.starts[at], "call")


def _own_type(sentence: str, tokens: Tokens, at: int) -> str | None:
    """The type of a verb of plain_verbs.csv."""
    if tokens.lowers[at] in _SPEAK and (spoken := _SPOKE_WITH.match(sentence, tokens.ends[at])) is not None:
        return None if is_to_media(sentence, spoken.end()) else "CONSULT"
    known = plain_verb_forms().get(tokens.lowers[at], ())
    for rest, told in known:
        last = at + len(rest)
        if tokens.lowers[at + 1 : last + 1] == rest and not (
            rest and rest[-1] in BEFORE_DAY and DAY_AHEAD.match(sentence, tokens.ends[last])
        ):
            return told
    return None


def _type(sentence: str, trigger: Trigger, known: Sequence[Trigger]) -> str:
    """The type of the event noun that is the verb's object, else of the one that may be its subject; else OTHER."""
    nouns = [other for other in known if other.pos == "noun"]
    ahead = next((n for n in nouns if n.start >= trigger.end), None)
    if ahead is not None and not _BREAK.search(sentence[trigger.end : ahead.start]):
        return ahead.event_type
    before = next((n for n in reversed(nouns) if n.end <= trigger.start), None)
    if before is not None and not _BREAK.search(sentence[before.end : trigger.start]):
        return before.event_type
    return "OTHER"


def _form(sentence: str, tokens: Tokens, at: int) -> str | None:
    word, before = tokens.lowers[at], tokens.lowers[at - 1]
    if tokens.gaps[at + 1].startswith("-") or tokens.gaps[at].endswith("-") or in_brackets(tokens, at):
        return None
    if "-" in word and not word.startswith(("co-", "de-", "over-", "pre-", "re-")):
        return None  # "its self-imposed exile"
    if word in _no_verbs() or word.endswith("seed") or (word.startswith("un") and _is_past(word[2:])):
        return None  # "went unnoticed"
    if word.endswith("ly") and before in _FUTURE and _BEHIND.match(sentence, tokens.ends[at]) is None:
        return None  # "will greatly help"
    if before in _FUTURE or _is_to(tokens.lowers, at) or (before == "be" and word.endswith("ed")):
        return "base"
    if not (word in _irregular_pasts() or (word.endswith("ed") and len(word) > 4)):
        return None
    if before in word_class("determiner") or before in word_class("stays_so") or before.endswith(("'s", "’s")):
        return None
    if "," in tokens.gaps[at] and _BEHIND.match(sentence, tokens.ends[at]) is None:
        return None  # "jets, armoured cars"
    subject = tokens.upper(at - 1) or before.endswith("s") or before in _PRONOUNS
    return "past" if subject or _BEHIND.match(sentence, tokens.ends[at]) else None


@cache
def _no_verbs() -> frozenset[str]:
    kinds = ("preposition", "adverb", "time", "negation", "be", "determiner")
    return frozenset({"all", "and", "both", "each", "have", "or"}.union(*map(word_class, kinds)))


def _trigger(tokens: Tokens, at: int, form: str) -> Trigger:
    before = tokens.lowers[max(0, at - 4) : at]
    near = before[-3:]
    return Trigger(
        start=tokens.starts[at], end=tokens.ends[at], token=at, lemma=tokens.lowers[at], event_type="OTHER", pos="verb",
        kind="general", form=form, goal=False, negated=not word_class("negation").isdisjoint(near),
        future=not word_class("future").isdisjoint(before),
        passive=form == "past" and not word_class("be").isdisjoint(near),
    )  # fmt: skip
