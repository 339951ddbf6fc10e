"""Which words of a sentence tell of an event: verbs and event nouns, with their form, type, negation and time.

What dates them is `govern`'s business, who takes part `parties`'.
"""

import re
from functools import cache
from itertools import compress, count

from pipeline.extract.events.negation import is_denied, is_none
from pipeline.extract.events.no_acts import is_no_verb
from pipeline.extract.events.objects import join_objects
from pipeline.extract.events.phrases import AMOUNT_AHEAD
from pipeline.extract.events.speech import BLAMED, judged
from pipeline.extract.events.statistics import FIGURE_AHEAD
from pipeline.extract.events.tokens import Tokens, in_brackets, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.verbhood import DAY_AHEAD, inverted, is_verb, words_before
from pipeline.extract.events.words import (
    NounEntry,
    VerbForm,
    base_forms,
    no_event_forms,
    no_event_phrases,
    noun_forms,
    verb_forms,
    verbs_ahead,
)

_JUDGES = re.compile(
    r"\s(?!(?:again|here|on|for|in|at|to)\b|\w{3,6}day\s(?:for|on)\b)[^.;\"“”]{0,90}[\"“]|\s(?:for\s)?(?:it|him|them|her)\s(?:an?|the)\s"
)
"""Behind "called": a judgement in quotation marks, not a name."""
_FOR_DAY = re.compile(
    r"\s(?:(?:again|here)\s)?(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)\s(?:(?:morning|afternoon|evening|night)\s)?(?:for|on)\s"
)
"""Behind "called": a day ahead of what is called for."""
_TO_DO = re.compile(r"\s(?:[\w'’.,-]{1,20}\s){1,12}?to\s(?!the\b|an?\b|his\b|her\b|its\b|their\b)[“\"']?[a-z]")
"""Behind "called on" and "pushed": what somebody is to do, not whom one calls on."""
_TOLD_TO = re.compile(
    r"\s(?!(?:the\s|local\s)?(?:journalists|media|newsmen|press|reporters)\b)"
    r"(?:(?!that\b|how\b|why\b|what\b|is\b|was\b|were\b|had\b|would\b)[\w'’.-]{1,20}\s){1,8}?(?:not\s)?to\s(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]"
)
"""Behind "told": what somebody is to do."""
_TOLD_MUST = re.compile(
    r"\s(?!(?:the\s|local\s)?(?:journalists|media|newsmen|press|reporters)\b)(?:(?!that\b)[\w'’.-]{1,20}\s){1,8}?that\s"
    r"(?:it|they|he|she|(?:the\s)?[A-Z][\w'’.-]{1,20}(?:\sand\s[A-Z][\w'’.-]{1,20})?|(?:both|the\stwo)\s[a-z]{4,12})\s(?:must|should|ought\sto|needed\sto|had\sto|has\sto)\s(?!have\b|expect\b)"
)
"""The same as a clause ("told Oman that it must pay")."""
_TOLD_NO = re.compile(
    r"\s(?!(?:the\s|local\s)?(?:journalists|media|newsmen|press|reporters)\b)(?:[\w'’.-]{1,20}\s){1,8}?that\s"
    r"(?:(?:it|they|he|she|there)\s(?:will|would|could|can)\s(?:no\slonger|not|never|be\sno|take\sno|accept\sno|give\sno)\b|"
    r"(?:nobody|nothing|no\s[\w-]{3,16})\s(?:will|would|could|can)\b)"
)
"""Behind "told": what one will not do."""
_TOLD_OF = re.compile(
    rf"\s(?!(?:the\s|local\s)?(?:journalists|media|newsmen|press|reporters)\b)(?:[\w'’.-]{{1,20}}\s){{1,8}}?that\s{BLAMED.pattern}"
)
"""Behind "told": whose fault it is."""
_NAME_TO = re.compile(r"\s(?:[A-Z][\w'’-]{1,20}\s){1,3}to\s[A-Z]")
"""Behind "returned": what to whom ("returned Hong Kong to China")."""
_IN_PLACE = re.compile(
    r"\s(?:briefly\s|again\s)?(?:in|at)\s(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\b)[A-Z]"
)
"""Behind "stopped": a place on the way."""
_IN_WORDS = re.compile(
    r"\s[^,;.]{2,60}(?:,\s(?:accusing|arguing|calling|charging|claiming|describing|saying)|\sfor\s(?:her|his|its|not|their|[a-z]{2,14}ing))\b"
)
"""Behind "attacked": whom, and what is said of him."""
_JOINED_IN = re.compile(
    r"[,.]?\s(?:in\s(?:1[89]|20)\d\d\b|(?:\w{2,8}\s){1,2}years?\sago\b|(?:early\s|late\s)?(?:last|this|next)\syear\b)"
)
"""Behind "joined": a year, and nothing that is joined: what was spoken of, for good."""
_DUE = frozenset({"due", "expected", "scheduled", "set", "slated"})
_BEFORE_PLACE = frozenset({"in", "from", "near"})
_BARE_AHEAD = frozenset({"can", "could", "may", "might", "must", "shall", "should", "to", "will", "would"})
"""Ahead of a verb in its base form, however it is spelled in the past."""
_MODALS = frozenset({"can", "cannot", "could", "may", "might", "must", "should"})
_SPLITS = frozenset({"it", "him", "her", "them"})
"""Objects between a verb and its particle ("called it off")."""
BEFORE_DAY = frozenset({"on", "in", "by", "for", "at"})
_HEADS_GROUP = frozenset({"accompany", "head", "lead"})
"""Verbs that behind a group tell who is at its head."""
_INTO_OFFICE = "swear in"
"""The verb whose particle belongs to it though a day follows ("is to be sworn in Friday")."""
_GAP_WORDS = 6
"""How many words may stand in the gap of a verb."""
_GAP_END = re.compile(r"[,;:.]\s|[\"“”]")
_SINKS = re.compile(r"\s(?:again|as|by|from|further|in|on|over|since|[a-z]{3,12}ly)\b|[,.;]|\s?\Z")
"""Behind "declined": nothing is turned down."""
_OVER_WHAT = re.compile(r"\s(?:the|an?|its|his|her|their|[a-z]{3,14}s)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")
"""Behind "declared _ over": over whom or what ("declared victory over the rebels")."""


@cache
def _heads() -> frozenset[str]:
    """The words with which a trigger may begin."""
    return frozenset(verb_forms().keys() | noun_forms().keys())


def find_triggers(sentence: str, tokens: Tokens) -> tuple[Trigger, ...]:
    """Every trigger of the sentence, in order.

    A light verb is joined with its noun into one trigger of the noun's type; a verb's object decides its type where the
    lexicon says so.
    """
    found: list[Trigger] = []
    lowers, verbs, nouns, silent = tokens.lowers, verb_forms(), noun_forms(), no_event_phrases()
    taken = -1
    for at in compress(count(), map(_heads().__contains__, lowers)):
        word = lowers[at]
        if at <= taken or (word in silent and no_event_phrase(sentence, tokens, at)):
            continue
        trigger, last = _verb_at(sentence, tokens, at) if word in verbs else (None, at)
        if trigger is None and word in nouns:
            trigger, last = _noun_at(tokens, at)
        if trigger is None and word.endswith("ing"):
            trigger, last = _gerund_at(tokens, at), at
        if trigger is not None:
            found.append(trigger)
            taken = last
    return join_objects(sentence, tokens, found) if found else ()


def _verb_at(sentence: str, tokens: Tokens, at: int) -> tuple[Trigger | None, int]:
    if tokens.gaps[at + 1].startswith("-") or (at > 0 and tokens.upper(at)) or in_brackets(tokens, at):
        return None, at
    subject: tuple[str, ...] | None = None
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.lowers) else ""
    anywhere, longer = verbs_ahead()[tokens.lowers[at]]
    split = following in _SPLITS
    for verb in verb_forms()[tokens.lowers[at]] if split else longer.get(following, anywhere):
        rest = verb.rest
        last = _last_word(sentence, tokens, at, rest) if rest else at
        if last is None:
            continue
        subject = words_before(tokens, at) if subject is None else subject
        if not is_verb(sentence, tokens, at, verb, subject):
            continue
        end = tokens.ends[last]
        if verb.entry.lemma in _HEADS_GROUP and sentence.startswith(" by ", end) and not _has_been(tokens, at):
            continue
        if rest and rest[-1] in BEFORE_DAY and DAY_AHEAD.match(sentence, end) and verb.entry.lemma != _INTO_OFFICE:
            continue
        if _tells_a_figure(sentence, end, verb.entry.lemma, subject) or _is_bent_on(tokens, at, verb.entry.lemma):
            continue
        if is_no_verb(sentence, tokens, at, verb.entry.lemma):
            continue
        kind, event_type = _meant(sentence, end, verb)
        before = tokens.lowers[max(0, at - 4) : at]
        form = verb.form
        if form == "past" and before and before[-1] in _BARE_AHEAD and verb.entry.lemma.startswith(tokens.lowers[at]):
            form = "base"  # "to cut", "will put off"
        opening = inverted(tokens, at) if form == "base" else None
        near, be = before[-3:], word_class("be")
        trigger = Trigger(
            start=tokens.starts[at], end=end, token=at, lemma=verb.entry.lemma,
            event_type=event_type, pos="verb", kind=kind, goal=verb.entry.goal,
            form="past" if opening and "did" in tokens.lowers[:at] else form,
            negated=opening in ("nor", "neither", "never") or is_denied(before, form),
            refused=not word_class("refusal").isdisjoint(near),
            future=not word_class("future").isdisjoint(before) or (form == "base" and _is_due(before)),
            finite=verb.form != "ing" or not be.isdisjoint(before[-2:]),
            passive=verb.form in ("past", "participle") and not be.isdisjoint(near),
        )  # fmt: skip
        return trigger, last
    return None, at


def _is_bent_on(tokens: Tokens, at: int, lemma: str) -> bool:
    """True for "is committed to": how one is minded, and no pledge."""
    return lemma in ("commit", "commit to") and not word_class("be").isdisjoint(tokens.lowers[max(0, at - 2) : at])


def _has_been(tokens: Tokens, at: int) -> bool:
    """True where an auxiliary stands ahead of the verb: "was led by", not "a team led by"."""
    return not word_class("be").isdisjoint(tokens.lowers[max(0, at - 3) : at])


def _is_due(before: tuple[str, ...]) -> bool:
    """True behind "are scheduled to", "is to"."""
    if before[-1:] != ("to",):
        return False
    ahead = before[:-1] if before[-2:-1] and before[-2] in ("is", "are") else before[:-2]
    return ahead[-1:] in (("is",), ("are",)) and (len(ahead) == len(before) - 1 or before[-2] in _DUE)


_MEANT = {"attack": (_IN_WORDS, "ACCUSE"), "join": (_JOINED_IN, "AGREE"), "return": (_NAME_TO, "YIELD")}
"""Verbs that mean something else where such words stand behind them, and what."""


def _meant(sentence: str, end: int, verb: VerbForm) -> tuple[str, str]:
    """Kind and type of a verb that ends at `end`: the words behind tell what "called", "called on", "stopped" mean."""
    lemma = verb.entry.lemma
    if lemma == "call" and _JUDGES.match(sentence, end) is not None:
        return "content", judged(sentence, end)
    if lemma == "call" and _FOR_DAY.match(sentence, end) is not None:
        return "content", "REQUEST"
    if lemma in word_class("urges") and _TO_DO.match(sentence, end) is not None:
        return "content", "REQUEST"
    if lemma == "tell" and (_TOLD_TO.match(sentence, end) or _TOLD_MUST.match(sentence, end)):
        return "content", "REQUEST"
    if lemma == "tell" and _TOLD_NO.match(sentence, end) is not None:
        return "content", "REJECT"
    if lemma == "tell" and _TOLD_OF.match(sentence, end) is not None:
        return "content", "ACCUSE"
    if lemma in _MEANT and _MEANT[lemma][0].match(sentence, end) is not None:
        return "content", _MEANT[lemma][1]
    if lemma == "stop" and _IN_PLACE.match(sentence, end) is not None:
        return verb.entry.kind, "CONSULT"
    return verb.entry.kind, verb.entry.event_type


def no_event_phrase(sentence: str, tokens: Tokens, at: int) -> bool:
    """True where a phrase begins that tells of no event though its verb may ("make up", "play a role"); "held on
    March 3" is none."""
    lowers = tokens.lowers
    for rest in no_event_phrases().get(lowers[at], ()):
        last = at + len(rest)
        if lowers[at + 1 : last + 1] == rest:
            return rest[-1] not in BEFORE_DAY or DAY_AHEAD.match(sentence, tokens.ends[last]) is None
    return False


def _last_word(sentence: str, tokens: Tokens, at: int, rest: tuple[str, ...]) -> int | None:
    """Index of the last word of the verb whose head stands at `at`, None where its other words do not follow.

    Of a verb with a gap ("put _ on hold") the head: what fills the gap is its object.
    """
    lowers = tokens.lowers
    if rest[0] != "_":
        split = len(rest) == 1 and rest[0] in word_class("particle") and lowers[at + 1] in _SPLITS
        first = at + 2 if split else at + 1
        last = first + len(rest) - 1
        return last if lowers[first : last + 1] == rest else None
    words = rest[1:]
    small = word_class("preposition")
    if lowers[at + 1 : at + 2] == ("up",):
        return None  # "set up such a free zone"
    if len(words) == 1 and words[0] in small and at + 1 < len(lowers) and lowers[at + 1] in small:
        return None
    for first in range(at + 2, min(at + _GAP_WORDS + 2, len(lowers) - len(words) + 1)):
        if lowers[first] == words[0] and lowers[first : first + len(words)] == words:
            if "to" in lowers[at + 2 : first] and lowers[first - 1] in base_forms():
                return None  # "sent buses to bring home"
            over = words == ("over",) and _OVER_WHAT.match(sentence, tokens.ends[first])
            return None if over or _GAP_END.search(sentence, tokens.ends[at], tokens.starts[first]) else at
    return None


def _gerund_at(tokens: Tokens, at: int) -> Trigger | None:
    """The act of "the scrapping of duties", as a noun."""
    lowers = tokens.lowers
    if at == 0 or lowers[at - 1] not in ("the", "its", "their", "after", "since", "before", "following"):
        return None
    if lowers[at + 1 : at + 2] != ("of",):
        return None
    for verb in verb_forms().get(lowers[at], ()):
        if verb.form == "ing" and not verb.rest and verb.entry.kind == "content":
            return Trigger(
                start=tokens.starts[at], end=tokens.ends[at], token=at, lemma=verb.entry.lemma,
                event_type=verb.entry.event_type, pos="noun", kind="noun", form="gerund", goal=verb.entry.goal,
            )  # fmt: skip
    return None


def _tells_a_figure(sentence: str, end: int, lemma: str, before: tuple[str, ...]) -> bool:
    """True for "dropped 12 percent", "hit $664 million", "contracted by a third": the verb of a figure, not of an
    occurrence. `before` are the words ahead of it."""
    if lemma == "decline" and word_class("be").isdisjoint(before) and _SINKS.match(sentence, end):
        return True
    figure = lemma in word_class("figure_verb")
    if not figure and lemma not in word_class("moves"):
        return False
    if FIGURE_AHEAD.match(sentence, end) is not None:
        return True
    return figure and AMOUNT_AHEAD.match(sentence[end : end + 30].replace(" by ", " ").replace(" to ", " ")) is not None


def _noun_at(tokens: Tokens, at: int) -> tuple[Trigger | None, int]:
    lowers = tokens.lowers
    for rest, entry in noun_forms()[lowers[at]]:
        last = at + len(rest)
        if lowers[at + 1 : last + 1] != rest:
            continue
        if _is_modifier(tokens, last, entry) or _is_name(tokens, at, entry):
            return None, at
        before = lowers[max(0, at - 3) : at]
        if before and (f"{before[-1]} {entry.noun}" in word_class("no_event") or _is_infinitive(tokens, at, entry)):
            return None, at
        trigger = Trigger(
            start=tokens.starts[at], end=tokens.ends[last], token=at, lemma=entry.noun, event_type=entry.event_type,
            pos="noun", kind="thing" if entry.thing else "noun", form="many" if entry.plural else "one",
            goal=entry.goal, negated=is_none(tokens, at),
        )  # fmt: skip
        return trigger, last
    return None, at


def last_noun(tokens: Tokens, low: int, high: int) -> Trigger | None:
    """The last event noun between two offsets that is no thing, joined with no verb."""
    nouns = noun_forms()
    for at in range(len(tokens.lowers) - 1, -1, -1):
        if tokens.starts[at] < low:
            break
        if tokens.ends[at] > high or tokens.lowers[at] not in nouns:
            continue
        noun, _ = _noun_at(tokens, at)
        if noun is not None and noun.kind != "thing":
            return noun
    return None


def _is_infinitive(tokens: Tokens, at: int, entry: NounEntry) -> bool:
    """True for "must service its debt": behind a modal stands a verb."""
    before = tokens.texts[at - 1] if at else ""
    return not entry.plural and before in _MODALS and not tokens.gaps[at].strip()


def _is_name(tokens: Tokens, at: int, entry: NounEntry) -> bool:
    """True for the month of March, for "Federal Customs Service", for the town of Split."""
    if not tokens.upper(at):
        return False
    named = at > 0 and tokens.upper(at - 1) and entry.noun in word_class("in_name")
    opens = tokens.upper(at + 1) and tokens.lowers[at + 1] in word_class("name_head")
    office = entry.thing and entry.plural and at > 0 and tokens.texts[at - 1].islower()
    place = at > 0 and tokens.lowers[at - 1] in _BEFORE_PLACE and not tokens.upper(at - 1)
    parliament = (
        tokens.texts[at] == "Congress" and not tokens.gaps[at].strip() and tokens.lowers[at + 1 : at + 2] != ("of",)
    )
    return tokens.texts[at] == "March" or named or opens or office or place or parliament


def _is_modifier(tokens: Tokens, last: int, entry: NounEntry) -> bool:
    """True for "summit venue", "test site", "meeting room": the noun only describes another."""
    if last + 1 >= len(tokens.lowers):
        return False
    gap, following = tokens.gaps[last + 1], tokens.lowers[last + 1]
    if "-" in gap:
        return True
    if gap != " " or entry.plural:
        return False
    return (
        following in word_class("head")
        or any(not rest for rest, _ in noun_forms().get(following, ()))
        or _is_noun(tokens.texts[last + 1], following)
    )


def _is_noun(text: str, word: str) -> bool:
    """True for a word in the plural that no verb has a form like: the "engines" of "fire engines"."""
    if not word.endswith("s") or not text.islower() or word.endswith(("ss", "us", "is")):
        return False
    small = word in word_class("helping") or word in word_class("be") or word in word_class("time")
    return not small and word not in verb_forms() and word not in no_event_forms()
