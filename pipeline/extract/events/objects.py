"""A verb and the noun that it governs: "hold talks" is one event of the noun's type, "launch a missile" no service.

Words that tell of an event are found in `triggers`; this module joins and retypes them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.events.tokens import Token, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.words import object_types, singular, type_with

_OBJECT_WORDS = 9
"""How many words behind a verb its object's noun is looked for."""
_SUBJECT_WORDS = 12
"""How many words before a verb its subject's noun is looked for."""
_OWNED = re.compile(r"['’]s?\s(?:[\w-]{1,20}\s){0,3}\Z")
"""A noun with an owner of its own ("celebrated the secretary's meeting") is an event beside the verb's."""
_COMPLEMENT = 60
"""Characters behind a verb of deciding within which the act decided on begins."""
AMOUNT_AHEAD = re.compile(
    r"\s(?:an?\s|about\s|some\s|over\s|nearly\s|almost\s|another\s|a\sfurther\s|up\sto\s)?"
    r"(?:[A-Z]{2,3}\s?)?[$€£¥₩]?\s?\d"
)
"""An amount right behind a verb."""
_OBJECT_END = re.compile(
    r"[;:,.]|\b(?:that|which|who|while|after|before|when|as|because|where|following|amid|despite)\Z"
)
_SUBJECT_START = re.compile(r"[;:,]|\b(?:that|which|who|while|after|before|when|because|where|but)\Z")
_SENTENCE_BREAK = re.compile(r"[;:]|\b(?:that|while|but)\b")
_OBJECT_BREAK = re.compile(
    r"[;:]|\b(?:that|which|who|while|after|before|during|at|when|where|ahead|following|since|to|amid|as|because|"
    r"against)\b"
    r"|,\s(?:and|but)\b"
)


def join_objects(sentence: str, tokens: tuple[Token, ...], found: list[Trigger]) -> tuple[Trigger, ...]:
    joined: list[Trigger] = []
    used: set[int] = set()
    for trigger in _complemented(sentence, found):
        if trigger.token in used:
            continue
        if trigger.pos == "noun":
            joined.append(trigger)
            continue
        override = _object_type(sentence, tokens, trigger)
        if trigger.kind == "cancel":
            joined.append(trigger if override is None else replace(trigger, kind="content", event_type=override))
            continue
        if trigger.kind == "bound" and override is None:
            continue
        noun = _governed_noun(sentence, found, trigger)
        if trigger.kind == "light":
            if noun is None and override is None and not _begins(trigger):
                continue
            kind_type = override or (noun.event_type if noun else "COOPERATE")
            trigger = replace(
                trigger, event_type=kind_type, noun=noun.lemma if noun else None,
                goal=trigger.goal or bool(noun and noun.goal),
                negated=trigger.negated or bool(noun and noun.negated),
            )  # fmt: skip
        elif override is not None:
            trigger = replace(trigger, event_type=override)
        owned = noun is not None and _OWNED.search(sentence[trigger.end : noun.start]) is not None
        if noun is not None and (trigger.kind == "light" or (_object_of(sentence, trigger, noun) and not owned)):
            used.add(noun.token)
            joined = [other for other in joined if other.token != noun.token]
        joined.append(trigger)
    return tuple(joined)


def _complemented(sentence: str, found: list[Trigger]) -> list[Trigger]:
    """Decisions and refusals: "decided to ban" has the ban's type, "refused to attend" is a refusal."""
    result = []
    for trigger in found:
        if trigger.refused:
            result.append(replace(trigger, event_type="REJECT"))
            continue
        act = next((t for t in found if t.form == "base" and 0 <= t.start - trigger.end <= _COMPLEMENT), None)
        decides = trigger.lemma in word_class("decides") and act is not None
        if (
            decides
            and act is not None
            and re.fullmatch(r"(?:\s[\w'’.]+){0,4}\s(?:to|will|must)\s", sentence[trigger.end : act.start])
        ):
            result.append(replace(trigger, event_type=act.event_type))
            continue
        result.append(trigger)
    return result


def _begins(trigger: Trigger) -> bool:
    """True for what begins or is completed, whatever it is ("construction started", "the channel was opened")."""
    return trigger.lemma in word_class("begins") and trigger.form != "ing"


def _object_type(sentence: str, tokens: tuple[Token, ...], trigger: Trigger) -> str | None:
    """The type that the verb has with its subject or its object, None where neither says anything."""
    types = object_types().get(trigger.lemma)
    if types is None:
        return None
    if types.subjects:
        found = _first_typed(_phrases_behind(sentence, tokens, trigger), types.subjects)
        if found is not None:
            return found
    if "AMOUNT" in types.objects and AMOUNT_AHEAD.match(sentence[trigger.end : trigger.end + 30]):
        return types.objects["AMOUNT"]
    ahead = _phrases_ahead(sentence, tokens, trigger)
    if not trigger.passive and _has_object(sentence, ahead, trigger):
        return _first_typed(ahead, types.objects)
    return _first_typed([*_phrases_behind(sentence, tokens, trigger), *ahead], types.objects)


def _first_typed(phrases: Sequence[Sequence[Token]], types: Mapping[str, str]) -> str | None:
    """The type of the first noun phrase that `types` knows; of its words the last one known, alone or with the one
    before it."""
    for phrase in phrases:
        for at in range(len(phrase) - 1, -1, -1):
            if phrase[at].text in ("March", "May"):
                continue
            lower = phrase[at].lower
            one = singular(lower)
            two = [f"{phrase[at - 1].lower} {noun}" for noun in (lower, one)] if at else []
            for noun in (*two, lower, one):
                found = type_with(noun, types)
                if found is not None:
                    return found
    return None


def _has_object(sentence: str, ahead: Sequence[Sequence[Token]], trigger: Trigger) -> bool:
    """True where a noun phrase follows the verb at once: "closed the border", not "closed on Monday"."""
    following = next((phrase[0] for phrase in ahead if phrase), None)
    if following is None or sentence[trigger.end : following.start].strip(" \"“'‘$€£¥0123456789.,-"):
        return False
    return following.lower not in word_class("preposition") and following.lower not in word_class("time")


def _phrases_ahead(sentence: str, tokens: tuple[Token, ...], trigger: Trigger) -> list[list[Token]]:
    """The noun phrases behind a verb, to the next mark or verb-like word."""
    found: list[Token] = []
    end = trigger.end
    for token in tokens[trigger.token + 1 :]:
        if token.start < trigger.end:
            continue
        if len(found) >= _OBJECT_WORDS or _OBJECT_END.search(sentence[end : token.end]):
            break
        found.append(token)
        end = token.end
    return _phrases(found)


def _phrases_behind(sentence: str, tokens: tuple[Token, ...], trigger: Trigger) -> list[list[Token]]:
    """The noun phrases before a verb in its clause, in order; then those of the clause before, the nearest first."""
    words = tokens[max(0, trigger.token - _SUBJECT_WORDS) : trigger.token]
    cut = 0
    for at in range(1, len(words)):
        if _SUBJECT_START.search(sentence[words[at - 1].end : words[at].end]):
            cut = at
    return [*_phrases(words[cut:]), *reversed(_phrases(words[:cut]))]


def _phrases(words: Sequence[Token]) -> list[list[Token]]:
    """Prepositions, "and" and "or" part one noun phrase from the next."""
    found: list[list[Token]] = [[]]
    for word in words:
        if word.lower in word_class("preposition"):
            found.append([])
        found[-1].append(word)
    return found


def _governed_noun(sentence: str, found: list[Trigger], trigger: Trigger) -> Trigger | None:
    """The event noun that is the verb's object; its subject where the verb is passive or says that it takes place."""
    nouns = [other for other in found if other.pos == "noun"]
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
