"""Which words of a sentence tell of an event: verbs and event nouns, with their form, type, negation and time.

What dates them is `govern`'s business, who takes part `parties`'.
"""

import re
from dataclasses import dataclass, replace

from pipeline.extract.events.words import NounEntry, VerbForm, noun_forms, object_types, singular, verb_forms

_TOKEN = re.compile(r"[^\W\d_][\w]*(?:['’-]\w+)*")
_MODALS = frozenset(
    [
        "to",
        "will",
        "would",
        "shall",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "did",
        "does",
        "do",
        "not",
        "n't",
        "didn't",
        "don't",
        "doesn't",
        "won't",
        "cannot",
        "let",
        "helped",
    ]
)
_BE = frozenset(["be", "been", "being", "is", "are", "was", "were", "am"])
_ADVERBS = frozenset(
    [
        "also",
        "then",
        "later",
        "earlier",
        "jointly",
        "recently",
        "previously",
        "again",
        "formally",
        "officially",
        "newly",
        "not",
        "never",
        "still",
        "now",
        "just",
        "only",
    ]
)
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "next",
        "another",
        "any",
        "no",
        "some",
        "each",
        "every",
        "joint",
        "annual",
        "regular",
        "new",
        "official",
        "bilateral",
        "recent",
        "planned",
        "of",
        "for",
        "during",
        "after",
        "before",
        "on",
        "at",
        "in",
        "with",
        "from",
        "by",
        "under",
        "about",
        "despite",
        "following",
        "amid",
        "scheduled",
        "further",
        "final",
        "previous",
        "two",
        "three",
        "four",
        "five",
        "more",
    ]
)
_FUTURE = frozenset(["will", "would", "shall", "won't"])
_TIME_WORDS = frozenset(
    [
        "next",
        "last",
        "this",
        "on",
        "in",
        "month",
        "week",
        "year",
        "also",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tomorrow",
        "today",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "both",
        "jointly",
    ]
)
_NEGATION = frozenset(
    [
        "not",
        "never",
        "n't",
        "didn't",
        "don't",
        "doesn't",
        "won't",
        "cannot",
        "without",
        "neither",
        "nor",
        "hasn't",
        "haven't",
        "hadn't",
        "wasn't",
        "weren't",
    ]
)
_REFUSAL = frozenset(["refused", "declined", "failed", "refuses", "declines", "refuse", "decline"])
_OF_FIGURES = frozenset({"drop", "hit", "cut", "win", "become", "sink", "decline", "make", "set", "pass"})
_OBJECT_WORDS = 9
"""How many words behind a verb its object's noun is looked for."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the sentence."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an event."""

    start: int
    end: int
    token: int
    """Index of its first token."""
    lemma: str
    event_type: str
    pos: str
    """`verb` or `noun`."""
    kind: str
    """`content`, `light` or `cancel` for verbs; `noun`."""
    form: str
    """For verbs `past` `participle` `base` `s` `ing`; for nouns `one` or `many`."""
    goal: bool
    negated: bool = False
    refused: bool = False
    future: bool = False
    finite: bool = True
    """False for a gerund and for a participle without its auxiliary in front of a noun."""
    noun: str | None = None
    """The event noun that a light verb governs."""
    passive: bool = False


def tokenize(sentence: str) -> tuple[Token, ...]:
    """The words of a sentence, without numbers and punctuation."""
    return tuple(Token(m.start(), m.end(), m.group(), m.group().casefold()) for m in _TOKEN.finditer(sentence))


def find_triggers(sentence: str, tokens: tuple[Token, ...]) -> tuple[Trigger, ...]:
    """Every trigger of the sentence, in order. A light verb is joined with its noun into one trigger of the noun's type;
    a verb's object decides its type where the lexicon says so."""
    found: list[Trigger] = []
    taken = -1
    for at, token in enumerate(tokens):
        if at <= taken:
            continue
        trigger, last = _verb_at(sentence, tokens, at)
        if trigger is None:
            trigger, last = _noun_at(sentence, tokens, at)
        if trigger is not None:
            found.append(trigger)
            taken = last
    return _join_objects(sentence, tokens, found)


def _verb_at(sentence: str, tokens: tuple[Token, ...], at: int) -> tuple[Trigger | None, int]:
    for verb in verb_forms().get(tokens[at].lower, ()):
        last = at + len(verb.rest)
        words = tuple(token.lower for token in tokens[at + 1 : last + 1])
        if words != verb.rest or not _is_verb(sentence, tokens, at, verb):
            continue
        if _moves_an_amount(sentence, tokens[last].end, verb.entry.lemma):
            continue
        before = [token.lower for token in tokens[max(0, at - 4) : at]]
        trigger = Trigger(
            start=tokens[at].start, end=tokens[last].end, token=at, lemma=verb.entry.lemma,
            event_type=verb.entry.event_type, pos="verb", kind=verb.entry.kind, form=verb.form, goal=verb.entry.goal,
            negated=any(word in _NEGATION for word in before[-3:]),
            refused=any(word in _REFUSAL for word in before[-3:]),
            future=any(word in _FUTURE for word in before),
            finite=verb.form != "ing" or any(word in _BE for word in before[-2:]),
            passive=verb.form in ("past", "participle") and any(word in _BE for word in before[-3:]),
        )  # fmt: skip
        return trigger, last
    return None, at


def _moves_an_amount(sentence: str, end: int, lemma: str) -> bool:
    """True for "dropped 12 percent", "hit $664 million": the verb of a figure, not of an occurrence."""
    return (
        lemma in _OF_FIGURES
        and _AMOUNT_AHEAD.match(sentence[end : end + 30].replace(" by ", " ").replace(" to ", " ")) is not None
    )


def _is_verb(sentence: str, tokens: tuple[Token, ...], at: int, verb: VerbForm) -> bool:
    before = [token.lower for token in tokens[max(0, at - 3) : at]]
    while before and before[-1] in _ADVERBS:
        before.pop()
    last = before[-1] if before else ""
    word, behind = tokens[at].text, sentence[tokens[at].end : tokens[at].end + 1]
    if behind == "-" or (word[0].isupper() and at > 0):
        return False
    nounish = last in _DETERMINERS or last.endswith(("'s", "’s", "s'"))
    match verb.form:
        case "past" | "participle":
            return not (
                nounish
                and last not in ("that", "two", "three", "four", "five", "first")
                and _followed_by_noun(tokens, at)
            )
        case "base":
            return last in _MODALS or (
                tokens[at].lower not in noun_forms() and not nounish and bool(last.endswith("s"))
            )
        case "s":
            ambiguous = tokens[at].lower in noun_forms() or verb.entry.lemma in _ALSO_NOUNS
            return not nounish and (not ambiguous or _takes_object(sentence, tokens, at))
        case "ing":
            return not nounish or last in ("after", "before", "by", "of", "in", "for")
    return False


def _after_modal(tokens: tuple[Token, ...], at: int) -> bool:
    """True for "will next month lift" and for the second verb of "will visit Jakarta and sign"."""
    before = [token.lower for token in tokens[max(0, at - 16) : at]]
    for back, word in enumerate(reversed(before)):
        if word in _MODALS and tokens[at - 1 - back].text != "May":
            return back <= 3 and all(
                other in _TIME_WORDS or other.endswith("ly") for other in before[len(before) - back :]
            )
        if back > 3:
            break
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    joined = bool(before) and before[-1] == "and" and any(word in _FUTURE | {"to", "would"} for word in before)
    return joined and (following in _DETERMINERS or (at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()))


def _followed_by_noun(tokens: tuple[Token, ...], at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    small = _DETERMINERS | {"to", "and", "that", "it", "him", "them", "us"}
    return following.text[0].islower() and following.lower not in small and not following.lower.endswith("ly")


def _takes_object(sentence: str, tokens: tuple[Token, ...], at: int) -> bool:
    """True for "visits Moscow", "tests a missile": a noun in the plural would not be followed so."""
    if at + 1 >= len(tokens) or sentence[tokens[at].end : tokens[at + 1].start].strip():
        return False
    following = tokens[at + 1]
    return following.text[0].isupper() or following.lower in ("a", "an", "the", "its", "his", "her", "their", "new")


def _noun_at(sentence: str, tokens: tuple[Token, ...], at: int) -> tuple[Trigger | None, int]:
    for rest, entry in noun_forms().get(tokens[at].lower, ()):
        last = at + len(rest)
        if tuple(token.lower for token in tokens[at + 1 : last + 1]) != rest:
            continue
        if _is_modifier(sentence, tokens, last, entry):
            return None, at
        before = [token.lower for token in tokens[max(0, at - 3) : at]]
        if before and (before[-1], entry.noun) in _NO_EVENT:
            return None, at
        trigger = Trigger(
            start=tokens[at].start, end=tokens[last].end, token=at, lemma=entry.noun, event_type=entry.event_type,
            pos="noun", kind="noun", form="many" if entry.plural else "one", goal=entry.goal,
            negated=bool(before) and (before[-1] == "no" or "no" in before),
        )  # fmt: skip
        return trigger, last
    return None, at


def _is_modifier(sentence: str, tokens: tuple[Token, ...], last: int, entry: NounEntry) -> bool:
    """True for "summit venue", "test site", "meeting room": the noun only describes another."""
    if last + 1 >= len(tokens):
        return False
    gap = sentence[tokens[last].end : tokens[last + 1].start]
    following = tokens[last + 1].lower
    if "-" in gap or sentence[tokens[last].end : tokens[last].end + 1] == "-":
        return True
    return gap == " " and following in _HEADS and not entry.plural


_NO_EVENT = frozenset({("press", "conference"), ("news", "conference"), ("press", "briefing"), ("world", "war")})
_ALSO_NOUNS = frozenset(
    "export import supply purchase transfer telephone phone share sell link grant fire plan start end fine ship".split()
)
_HEADS = frozenset(
    [
        "venue",
        "site",
        "room",
        "hall",
        "table",
        "partner",
        "partners",
        "ground",
        "grounds",
        "zone",
        "center",
        "centre",
        "ship",
        "vessel",
        "official",
        "officials",
        "minister",
        "committee",
        "secretary",
        "agenda",
        "plan",
        "plans",
        "program",
        "programme",
        "deadline",
        "participants",
        "talks",
        "level",
        "process",
    ]
)


def _join_objects(sentence: str, tokens: tuple[Token, ...], found: list[Trigger]) -> tuple[Trigger, ...]:
    joined: list[Trigger] = []
    used: set[int] = set()
    for trigger in found:
        if trigger.token in used:
            continue
        if trigger.pos == "noun" or trigger.kind == "cancel":
            joined.append(trigger)
            continue
        override = _object_type(sentence, tokens, trigger)
        if trigger.kind == "bound" and override is None:
            continue
        noun = _governed_noun(sentence, found, trigger)
        if trigger.kind == "light":
            if noun is None and override is None and not _begins(trigger):
                continue
            kind_type = override or (noun.event_type if noun else "COOPERATE")
            trigger = replace(
                trigger, event_type=kind_type, noun=noun.lemma if noun else None, goal=trigger.goal or bool(noun and noun.goal),
                negated=trigger.negated or bool(noun and noun.negated),
            )  # fmt: skip
        elif override is not None:
            trigger = replace(trigger, event_type=override)
        if noun is not None and (trigger.kind == "light" or _object_of(sentence, trigger, noun)):
            used.add(noun.token)
            joined = [other for other in joined if other.token != noun.token]
        joined.append(trigger)
    return tuple(joined)


def _begins(trigger: Trigger) -> bool:
    """True for what begins or is opened or completed, whatever it is ("construction started", "the channel was opened")."""
    return (
        trigger.lemma in ("begin", "start", "open", "complete", "launch", "inaugurate", "resume")
        and trigger.form != "ing"
    )


def _object_type(sentence: str, tokens: tuple[Token, ...], trigger: Trigger) -> str | None:
    types = object_types()
    if _AMOUNT_AHEAD.match(sentence[trigger.end : trigger.end + 30]):
        return types.get((trigger.lemma, "AMOUNT"))
    ahead = _words_ahead(sentence, tokens, trigger)
    behind = tokens[max(0, trigger.token - 8) : trigger.token] if trigger.passive else ()
    for token in (*ahead, *reversed(behind)):
        found = types.get((trigger.lemma, token.lower)) or types.get((trigger.lemma, singular(token.lower)))
        if found is not None:
            return found
    return None


def _words_ahead(sentence: str, tokens: tuple[Token, ...], trigger: Trigger) -> list[Token]:
    """The words behind a verb in which its object stands: to the next mark or verb-like word."""
    found: list[Token] = []
    end = trigger.end
    for token in tokens[trigger.token + 1 :]:
        if token.start < trigger.end:
            continue
        if len(found) >= _OBJECT_WORDS or re.search(
            r"[;:.]|,\s(?:and|but|which|who)", sentence[end : token.start + len(token.text)]
        ):
            break
        if token.lower in ("that", "which", "who", "while", "after", "before", "when", "as", "because", "where"):
            break
        found.append(token)
        end = token.end
    return found


def _governed_noun(sentence: str, found: list[Trigger], trigger: Trigger) -> Trigger | None:
    """The event noun that is the verb's object, or its subject where the verb is passive or says that it takes place."""
    nouns = [other for other in found if other.pos == "noun"]
    if not trigger.passive:
        ahead = next((n for n in nouns if n.start >= trigger.end), None)
        if ahead is not None and _object_of(sentence, trigger, ahead):
            return ahead
    subject = next((n for n in reversed(nouns) if n.end <= trigger.start), None)
    happens = trigger.passive or trigger.lemma in _HAPPENS
    if subject is not None and happens and not _SENTENCE_BREAK.search(sentence[subject.end : trigger.start]):
        return subject
    return None


_AMOUNT_AHEAD = re.compile(
    r"\s(?:an?\s|about\s|some\s|over\s|nearly\s|almost\s|another\s|a\sfurther\s|up\sto\s)?(?:[A-Z]{2,3}\s?)?[$€£¥₩]?\s?\d"
)
_HAPPENS = frozenset(
    [
        "take",
        "place",
        "begin",
        "start",
        "open",
        "conclude",
        "end",
        "kick",
        "off",
        "occur",
        "happen",
        "resume",
        "follow",
        "continue",
        "wrap",
        "up",
        "finish",
        "hold",
        "lead",
    ]
) | {"take place", "kick off", "wrap up"}
_SENTENCE_BREAK = re.compile(r"[;:]|\b(?:that|while|but)\b")
_OBJECT_BREAK = re.compile(
    r"[;:]|\b(?:that|which|who|while|after|before|during|at|when|where|ahead|following|since|to|amid|as|because|against)\b|,\s(?:and|but)\b"
)


def _object_of(sentence: str, trigger: Trigger, noun: Trigger) -> bool:
    gap = sentence[trigger.end : noun.start]
    return 0 <= noun.start - trigger.end <= 110 and not _OBJECT_BREAK.search(gap)
