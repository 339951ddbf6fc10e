"""Which words of a sentence tell of an event: verbs and event nouns, with their form, type, negation and time.

What dates them is `govern`'s business, who takes part `parties`'.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.labels import telegraphic
from pipeline.extract.events.objects import AMOUNT_AHEAD, join_objects
from pipeline.extract.events.tokens import Token, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.words import NounEntry, VerbForm, no_event_forms, noun_forms, verb_forms

_JUDGES = re.compile(r"[^.;\"“”]{1,90}[\"“]|\s(?:for\s)?(?:it|him|them|her)\s(?:an?|the)\s")
"""Behind "called": a judgement in quotation marks, not a name."""
_TO_DO = re.compile(r"\s(?:[\w'’.,-]{1,20}\s){1,8}?to\s(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]")
"""Behind "called on": what somebody is to do, not whom one calls on."""
_IN_PLACE = re.compile(
    r"\s(?:briefly\s|again\s)?(?:in|at)\s(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\b)[A-Z]"
)
"""Behind "stopped": a place on the way."""
_DAY_AHEAD = re.compile(
    r"\s(?:the\s)?(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:early|late|mid-|next|last)\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)"
)
"""Behind "passed on", "called for": a day, and the particle is a preposition."""
_BEFORE_DAY = frozenset({"on", "in", "by", "for", "at"})
_GAP_WORDS = 6
"""How many words may stand in the gap of a verb."""
_GAP_END = re.compile(r"[,;:.]\s|[\"“”]")


def find_triggers(sentence: str, tokens: tuple[Token, ...]) -> tuple[Trigger, ...]:
    """Every trigger of the sentence, in order.

    A light verb is joined with its noun into one trigger of the noun's type; a verb's object decides its type where the
    lexicon says so.
    """
    found: list[Trigger] = []
    verbs, nouns, phrases = verb_forms(), noun_forms(), no_event_forms()
    taken = -1
    for at, token in enumerate(tokens):
        word = token.lower
        if at <= taken or (word in phrases and no_event_phrase(tokens, at)):
            continue
        trigger, last = _verb_at(sentence, tokens, at) if word in verbs else (None, at)
        if trigger is None and word in nouns:
            trigger, last = _noun_at(sentence, tokens, at)
        if trigger is None and word.endswith("ing"):
            trigger, last = _gerund_at(tokens, at), at
        if trigger is not None:
            found.append(trigger)
            taken = last
    return join_objects(sentence, tokens, found) if found else ()


def _verb_at(sentence: str, tokens: tuple[Token, ...], at: int) -> tuple[Trigger | None, int]:
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    for verb in verb_forms()[tokens[at].lower]:
        if verb.rest and verb.rest[0] not in ("_", following):
            continue
        last = _last_word(sentence, tokens, at, verb.rest)
        if last is None or not _is_verb(sentence, tokens, at, verb):
            continue
        if verb.rest and verb.rest[-1] in _BEFORE_DAY and _DAY_AHEAD.match(sentence, tokens[last].end):
            continue
        if _moves_an_amount(sentence, tokens[last].end, verb.entry.lemma):
            continue
        kind, event_type = _meant(sentence, tokens[last].end, verb)
        before = [token.lower for token in tokens[max(0, at - 4) : at]]
        trigger = Trigger(
            start=tokens[at].start, end=tokens[last].end, token=at, lemma=verb.entry.lemma,
            event_type=event_type, pos="verb", kind=kind, form=verb.form, goal=verb.entry.goal,
            negated=any(word in word_class("negation") for word in before[-3:]),
            refused=any(word in word_class("refusal") for word in before[-3:]),
            future=any(word in word_class("future") for word in before),
            finite=verb.form != "ing" or any(word in word_class("be") for word in before[-2:]),
            passive=verb.form in ("past", "participle") and any(word in word_class("be") for word in before[-3:]),
        )  # fmt: skip
        return trigger, last
    return None, at


def _meant(sentence: str, end: int, verb: VerbForm) -> tuple[str, str]:
    """Kind and type of a verb that ends at `end`: the words behind tell what "called", "called on", "stopped" mean."""
    lemma = verb.entry.lemma
    if lemma == "call" and _JUDGES.match(sentence, end) is not None:
        return "content", "ACCUSE"
    if lemma == "call on" and _TO_DO.match(sentence, end) is not None:
        return verb.entry.kind, "REQUEST"
    if lemma == "stop" and _IN_PLACE.match(sentence, end) is not None:
        return verb.entry.kind, "CONSULT"
    return verb.entry.kind, verb.entry.event_type


def no_event_phrase(tokens: Sequence[Token], at: int) -> bool:
    """True where a phrase begins that tells of no event though its verb may ("make up", "play a role")."""
    for rest in no_event_forms().get(tokens[at].lower, ()):
        if rest and tuple(token.lower for token in tokens[at + 1 : at + 1 + len(rest)]) == rest:
            return True
    return False


def _last_word(sentence: str, tokens: tuple[Token, ...], at: int, rest: tuple[str, ...]) -> int | None:
    """Index of the last word of the verb whose head stands at `at`, None where its other words do not follow.

    Of a verb with a gap ("put _ on hold") the head: what fills the gap is its object.
    """
    if not rest or rest[0] != "_":
        last = at + len(rest)
        return last if tuple(token.lower for token in tokens[at + 1 : last + 1]) == rest else None
    words = rest[1:]
    for first in range(at + 2, min(at + _GAP_WORDS + 2, len(tokens) - len(words) + 1)):
        if tuple(token.lower for token in tokens[first : first + len(words)]) == words:
            return None if _GAP_END.search(sentence[tokens[at].end : tokens[first].start]) else at
    return None


def _gerund_at(tokens: tuple[Token, ...], at: int) -> Trigger | None:
    """The act of "the scrapping of duties", as a noun."""
    if at == 0 or tokens[at - 1].lower not in ("the", "its", "their", "after", "since", "before", "following"):
        return None
    if at + 1 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    for verb in verb_forms().get(tokens[at].lower, ()):
        if verb.form == "ing" and not verb.rest and verb.entry.kind == "content":
            return Trigger(
                start=tokens[at].start, end=tokens[at].end, token=at, lemma=verb.entry.lemma,
                event_type=verb.entry.event_type, pos="noun", kind="noun", form="gerund", goal=verb.entry.goal,
            )  # fmt: skip
    return None


def _moves_an_amount(sentence: str, end: int, lemma: str) -> bool:
    """True for "dropped 12 percent", "hit $664 million": the verb of a figure, not of an occurrence."""
    ahead = sentence[end : end + 30].replace(" by ", " ").replace(" to ", " ")
    return lemma in word_class("figure_verb") and AMOUNT_AHEAD.match(ahead) is not None


def _is_verb(sentence: str, tokens: tuple[Token, ...], at: int, verb: VerbForm) -> bool:
    before = _words_before(sentence, tokens, at)
    last = before[-1] if before else ""
    word, behind = tokens[at].text, sentence[tokens[at].end : tokens[at].end + 1]
    if behind == "-" or (word[0].isupper() and at > 0):
        return False
    nounish = last in word_class("determiner") or last.endswith(("'s", "’s", "s'"))
    match verb.form:
        case "past" | "participle":
            nounish = nounish and not verb.rest
            modifier = (nounish and not _counted_subject(before, last)) or _is_past_verb(last)
            return not (modifier and _followed_by_noun(tokens, at))
        case "base":
            if last in word_class("modal") or _after_modal(tokens, at):
                return True
            return not nounish and _is_present(sentence, tokens, at, last)
        case "s":
            return not nounish and _is_third_person(sentence, tokens, at, last)
        case "ing":
            return _is_participle(tokens, at, last, nounish)
    return False


def _words_before(sentence: str, tokens: tuple[Token, ...], at: int) -> list[str]:
    """The up to three words before a verb in its clause, adverbs left out; numbers and commas end them."""
    found: list[str] = []
    end = tokens[at].start
    for token in reversed(tokens[max(0, at - 3) : at]):
        if sentence[token.end : end].strip():
            break
        found.insert(0, token.lower)
        end = token.start
    while found and found[-1] in word_class("adverb"):
        found.pop()
    return found


def _is_present(sentence: str, tokens: tuple[Token, ...], at: int, last: str) -> bool:
    """True for a base form that tells of several in the present ("envoys hold talks")."""
    word = tokens[at].lower
    if telegraphic(sentence) and (last.endswith("s") or last in ("men", "sides", "")) and word not in noun_forms():
        return True
    named = at > 1 and tokens[at - 1].text[0].isupper()
    if not last.endswith("s") or named or word in word_class("both"):
        return False
    return word not in noun_forms() and (_takes_object(sentence, tokens, at) or _takes_phrase(tokens, at))


def _is_third_person(sentence: str, tokens: tuple[Token, ...], at: int, last: str) -> bool:
    """True for "visits Moscow", "arrives in Riga": a plural noun of the same form stands otherwise."""
    if _is_past_verb(last):
        return False
    if _takes_object(sentence, tokens, at):
        return True
    named = at > 0 and tokens[at - 1].text[0].isupper()
    if tokens[at].lower in word_class("both") or tokens[at].lower in noun_forms():
        return (named or last in ("he", "she", "it")) and _takes_phrase(tokens, at)
    if telegraphic(sentence):
        return True
    return at > 0 and last not in word_class("preposition") and _takes_phrase(tokens, at)


def _is_participle(tokens: tuple[Token, ...], at: int, last: str, nounish: bool) -> bool:
    """True for the -ing form of a verb, where it is no noun ("meeting") and no preposition ("following")."""
    if tokens[at].lower == "following":
        return False
    if tokens[at].lower in noun_forms():
        joined = last in word_class("be") or last in ("after", "before", "by", "while", "without", "when")
        return (joined or (at == 0 and not _takes_phrase(tokens, at))) and not (last == "be" and nounish)
    return not nounish or last in ("after", "before", "by", "of", "in", "for")


def _counted_subject(before: Sequence[str], last: str) -> bool:
    """True for "the two" of "the two signed", "that" of "that signed": words that a noun may follow, but need not."""
    if last in ("that", "first"):
        return True
    return last in ("two", "three", "four", "five") and list(before[-2:-1]) in (["the"], ["all"], ["these"], ["those"])


def _is_past_verb(word: str) -> bool:
    """True for the "met" of "met exiled leaders"."""
    helping = word in word_class("be") or word in ("had", "have", "has") or word in word_class("modal")
    return not helping and any(verb.form == "past" for verb in verb_forms().get(word, ()))


def _after_modal(tokens: tuple[Token, ...], at: int) -> bool:
    """True for "will next month lift" and for the second verb of "will visit Jakarta and sign"."""
    before = [token.lower for token in tokens[max(0, at - 16) : at]]
    for back, word in enumerate(reversed(before)):
        if word in word_class("modal") and tokens[at - 1 - back].text != "May":
            return back <= 3 and all(
                other in word_class("time") or other.endswith("ly") for other in before[len(before) - back :]
            )
        if back > 3:
            break
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    joined = (
        bool(before) and before[-1] == "and" and any(word in word_class("future") | {"to", "would"} for word in before)
    )
    return joined and (
        following in word_class("determiner") or (at + 1 < len(tokens) and tokens[at + 1].text[0].isupper())
    )


def _followed_by_noun(tokens: tuple[Token, ...], at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    small = word_class("determiner") | {"to", "and", "that", "it", "him", "them", "us"}
    return following.text[0].islower() and following.lower not in small and not following.lower.endswith("ly")


def _takes_object(sentence: str, tokens: tuple[Token, ...], at: int) -> bool:
    """True for "visits Moscow", "tests a missile": a noun in the plural would not be followed so."""
    if at + 1 >= len(tokens) or sentence[tokens[at].end : tokens[at + 1].start].strip():
        return False
    following = tokens[at + 1]
    return following.text[0].isupper() or following.lower in ("a", "an", "the", "its", "his", "her", "their", "new")


def _takes_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    """True for "Smith arrives in Riga", "Latvia agrees to talks"."""
    return at + 1 < len(tokens) and (tokens[at + 1].lower in word_class("preposition") or tokens[at + 1].lower == "it")


def _noun_at(sentence: str, tokens: tuple[Token, ...], at: int) -> tuple[Trigger | None, int]:
    for rest, entry in noun_forms().get(tokens[at].lower, ()):
        last = at + len(rest)
        if tuple(token.lower for token in tokens[at + 1 : last + 1]) != rest:
            continue
        if _is_modifier(sentence, tokens, last, entry) or _is_name(tokens, at, entry):
            return None, at
        before = [token.lower for token in tokens[max(0, at - 3) : at]]
        if before and f"{before[-1]} {entry.noun}" in word_class("no_event"):
            return None, at
        trigger = Trigger(
            start=tokens[at].start, end=tokens[last].end, token=at, lemma=entry.noun, event_type=entry.event_type,
            pos="noun", kind="thing" if entry.thing else "noun", form="many" if entry.plural else "one",
            goal=entry.goal,
            negated=bool(before) and (before[-1] == "no" or "no" in before),
        )  # fmt: skip
        return trigger, last
    return None, at


def _is_name(tokens: tuple[Token, ...], at: int, entry: NounEntry) -> bool:
    """True for the month of March, and for "Federal Customs Service"."""
    if not tokens[at].text[0].isupper():
        return False
    named = at > 0 and tokens[at - 1].text[0].isupper() and entry.noun in word_class("in_name")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    opens = following is not None and following.text[0].isupper() and following.lower in word_class("name_head")
    office = entry.thing and entry.plural and at > 0 and tokens[at - 1].text.islower()
    return tokens[at].text == "March" or named or opens or office


def _is_modifier(sentence: str, tokens: tuple[Token, ...], last: int, entry: NounEntry) -> bool:
    """True for "summit venue", "test site", "meeting room": the noun only describes another."""
    if last + 1 >= len(tokens):
        return False
    gap = sentence[tokens[last].end : tokens[last + 1].start]
    following = tokens[last + 1].lower
    if "-" in gap or sentence[tokens[last].end : tokens[last].end + 1] == "-":
        return True
    if gap != " " or entry.plural:
        return False
    return (
        following in word_class("head")
        or any(not rest for rest, _ in noun_forms().get(following, ()))
        or _is_noun(tokens, last + 1)
    )


def _is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """True for a word in the plural that no verb has a form like: the "engines" of "fire engines"."""
    word = tokens[at]
    if not word.text.islower() or not word.lower.endswith("s") or word.lower.endswith(("ss", "us", "is")):
        return False
    small = word.lower in word_class("helping") or word.lower in word_class("be") or word.lower in word_class("time")
    return not small and word.lower not in verb_forms() and word.lower not in no_event_forms()
