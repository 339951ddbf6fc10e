"""A verb and the noun that it governs: "hold talks" is one event of the noun's type, "launch a missile" no service.

Words that tell of an event are found in `triggers`; this module joins and retypes them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.words import NounTypes, base_forms, object_types, singular, typing_objects, typing_subjects

_OBJECT_WORDS = 9
"""How many words behind a verb its object's noun is looked for."""
_SUBJECT_WORDS = 12
"""How many words before a verb its subject's noun is looked for."""
_OWNED = re.compile(r"['’]s?\s(?:[\w-]{1,20}\s){0,3}\Z")
"""A noun with an owner of its own ("celebrated the secretary's meeting") is an event beside the verb's."""
_COMPLEMENT = 60
"""Characters behind a verb of deciding within which the act decided on begins."""
_TO_ACT = re.compile(r"(?:\s[\w'’.]+){0,4}\s(?:to|will|must)\s")
"""What stands between a verb of deciding and the act."""
_SAID = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "SANCTION", "YIELD", "THREATEN"})
"""What a text can do of itself."""
_AFTER_SMALL = re.compile(r"\b(?:on|of|for|and|in|by|the|a|an)\s\Z")
_DOING = re.compile(r"\s(?:to\s[a-z]{2,20}|[a-z]{2,20}ing)\s(?!of\b)")
"""What is begun is an act: "began to require licences", "began collecting deposits"."""
_BY_DOING = 6
"""Characters behind a verb of answering within which the verb of the answer stands ("answered by closing")."""
_ASIDE = re.compile(
    r",\s(?:which|who|[a-z]{3,14}(?:ed|en|wn|lt|ut|nd|ld))\s[^,;]{3,120},\s"
    r"(?:(?:will|would|was|were|is|are|has|have|had|be|been|to|also|then)\s){0,3}\Z"
)
"""What stands between a subject and its verb: "the service, suspended in the pandemic, will resume"."""
_ASIDE_REACH = 180
_DOES = 5
"""Characters behind a verb of beginning within which the verb of the act stands."""
_WORDED = 80
"""Characters behind a verb of issuing within which the participle begins that says what is issued does."""
AMOUNT_AHEAD = re.compile(
    r"\s(?:a\smere\s|an?\s|about\s|some\s|over\s|nearly\s|almost\s|another\s|a\sfurther\s|up\sto\s|just\s|only\s|"
    r"around\s|roughly\s|more\sthan\s|less\sthan\s)?"
    r"(?:[A-Z]{2,3}\s?)?[$€£¥₩]?\s?\d"
)
"""An amount right behind a verb."""
_OBJECT_ENDS = frozenset(
    {
        "that",
        "which",
        "who",
        "while",
        "after",
        "before",
        "when",
        "as",
        "because",
        "where",
        "following",
        "amid",
        "despite",
    }
)
_OBJECT_MARK = re.compile(r"[;:,.]")
_SUBJECT_STARTS = frozenset({"that", "which", "who", "while", "after", "before", "when", "because", "where", "but"})
_SUBJECT_MARK = re.compile(r"[;:,]")
_SENTENCE_BREAK = re.compile(r"[;:]|\b(?:that|while|but)\b")
_OBJECT_BREAK = re.compile(
    r"[;:]|\b(?:that|which|who|while|after|before|during|at|when|where|ahead|following|since|to|amid|as|because|"
    r"against)\b"
    r"|,\s(?:and|but)\b"
)


def join_objects(sentence: str, tokens: Tokens, found: list[Trigger]) -> tuple[Trigger, ...]:
    """The triggers of a sentence with each verb's type by its object; the noun that a verb governs is no second one."""
    joined: list[Trigger] = []
    used: set[int] = set()
    nouns = [trigger for trigger in found if trigger.pos == "noun"]
    for trigger in _complemented(sentence, tokens, found):
        if trigger.token in used:
            continue
        if trigger.pos == "noun":
            gerund = _object_type(sentence, tokens, trigger) if trigger.form == "gerund" else None
            joined.append(trigger if gerund is None else replace(trigger, event_type=gerund))
            continue
        noun = _governed_noun(sentence, nouns, trigger)
        told = _typed(sentence, tokens, found, trigger, noun)
        if told is None:
            continue
        if noun is not None and told.kind not in ("cancel", "bound") and _takes(sentence, trigger, noun):
            used.add(noun.token)
            joined = [other for other in joined if other.token != noun.token]
        joined.append(told)
    return tuple(joined)


def _takes(sentence: str, trigger: Trigger, noun: Trigger) -> bool:
    """True where verb and noun tell of one event: not of "celebrated the secretary's meeting"."""
    owned = _OWNED.search(sentence[trigger.end : noun.start]) is not None
    return trigger.kind == "light" or (_object_of(sentence, trigger, noun) and not owned)


def _typed(
    sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger, noun: Trigger | None
) -> Trigger | None:
    """A verb with the type that its words give it, None where it tells of no event without them."""
    if trigger.kind == "general":
        return trigger
    alike = trigger.lemma in word_class("follows") and not trigger.passive
    if alike and not _has_object(sentence, tokens, _phrases_ahead(tokens, trigger), trigger):
        return replace(trigger, kind="content", event_type=_carried(found, trigger) or trigger.event_type)
    override = _worded(sentence, found, trigger) or _object_type(sentence, tokens, trigger)
    if trigger.kind == "light":
        return _with_noun(trigger, noun, override)
    if trigger.negated and trigger.event_type == "YIELD" and trigger.kind == "content":
        return replace(trigger, event_type="REJECT")
    if override is not None:
        return replace(trigger, kind="content", event_type=override)
    return None if trigger.kind == "bound" else trigger


def _with_noun(trigger: Trigger, noun: Trigger | None, override: str | None) -> Trigger | None:
    """A light verb with the type of its noun; one that begins something tells of an event whatever that is."""
    if noun is None and override is None and not _begins(trigger):
        return None
    return replace(
        trigger, event_type=override or (noun.event_type if noun else "COOPERATE"), noun=noun.lemma if noun else None,
        goal=trigger.goal or bool(noun and noun.goal), negated=trigger.negated or bool(noun and noun.negated),
    )  # fmt: skip


def _worded(sentence: str, found: Sequence[Trigger], trigger: Trigger) -> str | None:
    """The type of what a statement or a law does: "issued a statement condemning the test"."""
    if trigger.lemma not in word_class("words"):
        return None
    act = next((t for t in found if t.form == "ing" and 0 <= t.start - trigger.end <= _WORDED), None)
    if act is None or act.event_type not in _SAID or _OBJECT_BREAK.search(sentence[trigger.end : act.start]):
        return None
    if _AFTER_SMALL.search(sentence, trigger.end, act.start):
        return None
    return act.event_type


def _complemented(sentence: str, tokens: Tokens, found: list[Trigger]) -> list[Trigger]:
    """Decisions and refusals: "decided to ban" has the ban's type, "refused to attend" is a refusal."""
    result = []
    for trigger in found:
        done = None if trigger.refused else _done(sentence, tokens, found, trigger)
        if trigger.refused:
            result.append(replace(trigger, event_type="REJECT"))
        elif done is not None:
            result.append(replace(trigger, kind="general", event_type=done))
        else:
            decided = _decided(sentence, found, trigger)
            result.append(trigger if decided is None else replace(trigger, event_type=decided.event_type))
    return result


def _done(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> str | None:
    """The type of the act that is begun ("began to require licences") or that answers ("answered by closing")."""
    if trigger.lemma in word_class("begins_doing") and _DOING.match(sentence, trigger.end):
        done = next((t for t in found if 0 < t.start - trigger.end <= _DOES), None)
        return _object_type(sentence, tokens, done) or done.event_type if done else "OTHER"
    if trigger.lemma not in word_class("answers") or not sentence.startswith(" by ", trigger.end):
        return None
    by = next((t for t in found if t.form == "ing" and 0 <= t.start - trigger.end <= _BY_DOING), None)
    if by is None:
        return None
    return "REJECT" if by.refused else _object_type(sentence, tokens, by) or by.event_type


def _decided(sentence: str, found: Sequence[Trigger], trigger: Trigger) -> Trigger | None:
    """The act that is decided on."""
    if trigger.lemma not in word_class("decides"):
        return None
    act = next((t for t in found if t.form == "base" and 0 <= t.start - trigger.end <= _COMPLEMENT), None)
    return act if act is not None and _TO_ACT.fullmatch(sentence, trigger.end, act.start) else None


def _carried(found: Sequence[Trigger], trigger: Trigger) -> str | None:
    """The type of the verb before "followed suit" or "two more will follow": the act is its like."""
    before = [other for other in found if other.pos == "verb" and other.end <= trigger.start]
    return before[-1].event_type if before else None


def _begins(trigger: Trigger) -> bool:
    """True for what begins or is completed, whatever it is ("construction started", "the channel was opened")."""
    return trigger.lemma in word_class("begins") and trigger.form != "ing"


def _object_type(sentence: str, tokens: Tokens, trigger: Trigger) -> str | None:
    """The type that the verb has with its subject or its object, None where neither says anything.

    What is shipped as a gift is aid ("1,000 tonnes of rice donated by India were unloaded").
    """
    found = _by_words(sentence, tokens, trigger)
    if found != "COOPERATE" and (found is not None or trigger.event_type != "COOPERATE"):
        return found
    if trigger.lemma not in word_class("carries"):
        return found
    around = tokens.lowers[max(0, trigger.token - _SUBJECT_WORDS) : trigger.token + _OBJECT_WORDS]
    return found if word_class("given").isdisjoint(around) else "AID"


def _by_words(sentence: str, tokens: Tokens, trigger: Trigger) -> str | None:
    types = object_types().get(trigger.lemma)
    if types is None:
        return None
    behind = None
    if types.subjects:
        behind = _phrases_behind(sentence, tokens, trigger)
        found = _first_typed(tokens, _subjects(tokens, behind), typing_subjects(trigger.lemma))
        if found is not None:
            return found
    if "AMOUNT" in types.objects and AMOUNT_AHEAD.match(sentence[trigger.end : trigger.end + 30]):
        return types.objects["AMOUNT"]
    ahead = _phrases_ahead(tokens, trigger)
    typing = typing_objects(trigger.lemma)
    if not trigger.passive and _has_object(sentence, tokens, ahead, trigger):
        return _first_typed(tokens, ahead, typing)
    behind = _phrases_behind(sentence, tokens, trigger) if behind is None else behind
    near = behind if trigger.passive else [*_adjacent(sentence, tokens, behind, trigger), *behind]
    return _first_typed(tokens, [*near, *ahead], typing)


def _adjacent(sentence: str, tokens: Tokens, behind: Sequence[range], trigger: Trigger) -> list[range]:
    """The noun phrase right before a participle: the note of "protested in a note handed over on Monday"."""
    last = max(behind, key=lambda phrase: phrase.stop, default=None)
    return [last] if last and not sentence[tokens.ends[last[-1]] : trigger.start].strip() else []


def _first_typed(tokens: Tokens, phrases: Iterable[range], known: NounTypes) -> str | None:
    """The type of the first noun phrase that has a noun of `known`; of its words the last one known, alone or with the
    one before it."""
    lowers, heads = tokens.lowers, known.heads
    for phrase in phrases:
        for at in reversed(phrase):
            lower = lowers[at]
            one = singular(lower) if lower[-1] == "s" else lower
            if (lower not in heads and one not in heads) or tokens.texts[at] in ("March", "May"):
                continue
            two = [f"{lowers[at - 1]} {noun}" for noun in (lower, one)] if at > phrase.start else []
            for noun in (*two, lower, one):
                if noun in known.types:
                    return known.types[noun]
    return None


def _has_object(sentence: str, tokens: Tokens, ahead: Sequence[range], trigger: Trigger) -> bool:
    """True where a noun phrase follows the verb at once: "closed the border", not "closed on Monday"."""
    if not ahead:
        return False
    first = ahead[0].start
    if sentence[trigger.end : tokens.starts[first]].strip(" \"“'‘$€£¥0123456789.,-"):
        return False
    return tokens.lowers[first] not in word_class("preposition") and tokens.lowers[first] not in word_class("time")


def _phrases_ahead(tokens: Tokens, trigger: Trigger) -> list[range]:
    """The noun phrases behind a verb, to the next mark or verb-like word."""
    first = trigger.token + 1
    while first < len(tokens.starts) and tokens.starts[first] < trigger.end:
        first += 1
    last = first
    for at in range(first, min(first + _OBJECT_WORDS, len(tokens.texts))):
        gap = tokens.gaps[at]
        if tokens.texts[at] in _OBJECT_ENDS or (gap != " " and _OBJECT_MARK.search(gap)):
            break
        if at > first and tokens.lowers[at - 1] == "to" and tokens.lowers[at] in base_forms():
            break
        last = at + 1
    return _phrases(tokens, first, last)


def _phrases_behind(sentence: str, tokens: Tokens, trigger: Trigger) -> list[range]:
    """The noun phrases before a verb in its clause, in order; then those of the clause before."""
    last = trigger.token
    aside = _ASIDE.search(sentence, max(0, trigger.start - _ASIDE_REACH), trigger.start)
    if aside is not None:
        last = bisect_right(tokens.ends, aside.start(), 0, last)
    first = max(0, last - _SUBJECT_WORDS)
    for at in range(last - 1, first, -1):
        gap = tokens.gaps[at]
        if tokens.texts[at] in _SUBJECT_STARTS or (gap != " " and _SUBJECT_MARK.search(gap)):
            return [*_phrases(tokens, at, last), *_phrases(tokens, first, at)]
    return _phrases(tokens, first, last)


def _subjects(tokens: Tokens, phrases: Sequence[range]) -> list[range]:
    """The phrases without those that a preposition other than "of" opens: "an accord to curb" is no curb."""
    return [phrase for phrase in phrases if tokens.lowers[phrase.start] not in _openers_of_no_subject()]


@cache
def _openers_of_no_subject() -> frozenset[str]:
    return word_class("preposition") - {"of", "and", "or"}


def _phrases(tokens: Tokens, first: int, last: int) -> list[range]:
    """The noun phrases of the words from `first` up to `last`: prepositions, "and" and "or" part one from the next."""
    small = word_class("preposition")
    cuts = [at for at in range(first, last) if tokens.lowers[at] in small]
    starts = [first, *cuts]
    return [range(start, end) for start, end in zip(starts, [*cuts, last], strict=True) if start < end]


def _governed_noun(sentence: str, nouns: Sequence[Trigger], trigger: Trigger) -> Trigger | None:
    """The event noun that is the verb's object; its subject where the verb is passive or says that it takes place."""
    if not nouns:
        return None
    if not trigger.passive and trigger.lemma not in word_class("takes_place"):
        ahead = next((n for n in nouns if n.start >= trigger.end), None)
        if ahead is not None and _object_of(sentence, trigger, ahead):
            return ahead
    subject = next((n for n in reversed(nouns) if n.end <= trigger.start), None)
    happens = trigger.passive or trigger.lemma in word_class("happens") | word_class("takes_place")
    if subject is not None and happens and not _SENTENCE_BREAK.search(sentence[subject.end : trigger.start]):
        return subject
    return None


def _object_of(sentence: str, trigger: Trigger, noun: Trigger) -> bool:
    gap = sentence[trigger.end : noun.start]
    return 0 <= noun.start - trigger.end <= 110 and not _OBJECT_BREAK.search(gap)
