"""The noun phrases around a verb, and the type that the lexicon gives the verb with what it is done to or who does it.

A verb's event noun and its complement are `objects`' and `complements`' business.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.extract.dates.words import alternatives, values
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.trigger import NO_EVENT, Trigger
from pipeline.extract.events.words import (
    NounTypes,
    base_forms,
    no_event_forms,
    noun_types,
    object_types,
    singular,
    typing_objects,
    typing_subjects,
    verb_forms,
)  # fmt: skip
from pipeline.extract.inflection import finite_words
from pipeline.lexicon.countries import code_of, forms

_OBJECT_WORDS = 9
"""How many words behind a verb its object's noun is looked for."""
_SUBJECT_WORDS = 12
"""How many words before a verb its subject's noun is looked for."""
_ASIDE = re.compile(
    r",\s(?:which|who|[a-z]{3,14}(?:ed|en|wn|lt|ut|nd|ld))\s[^,;]{3,120},\s"
    r"(?:(?:will|would|was|were|is|are|has|have|had|be|been|to|also|then)\s){0,3}\Z"
)
"""What stands between a subject and its verb: "the service, suspended in the pandemic, will resume"."""
_ASIDE_REACH = 180
AMOUNT_AHEAD = re.compile(
    r"\s(?:a\smere\s|an?\s|about\s|some\s|over\s|nearly\s|almost\s|another\s|a\sfurther\s|an\s(?:additional|extra)\s|up\sto\s|just\s|only\s|"
    r"around\s|roughly\s|more\sthan\s|less\sthan\s|the\s(?:(?:first|second|third|next|last|final|remaining)\s)?)?"
    r"(?:[A-Z]{2,3}\s?|[A-Z][a-z]\.?\s?|[KTU]sh\.?\s?)?[$€£¥₩]?\s?\d"
)
"""An amount right behind a verb."""
_SUM = re.compile(
    r"[$€£¥₩]|[A-Z][A-Za-z]{1,2}\.?\s?\d|\d\s?(?:m|bn|mn|k|kg|t)\b|\d[\s-](?:[a-z]{1,12}\s){0,2}?(?:[mb]illion|trillion|"
    r"thousand|crore|lakh|lac|tons?|tonnes?|kilo(?:gram)?s|lit(?:er|re)s|barrels|doses|dollars|euros?|pounds|francs|yen|yuan|"
    r"won|rupees|rou?bles|dinars|pesos|shillings|kron(?:er|or|ur)|ri[ya]ls|dirhams|liras?|lei|rand|ringgit|baht|naira)\b"
)
"""Within an amount: money, goods by weight, or a great number."""
_SUM_REACH = 50
_GIVES = frozenset({"award", "give", "grant", "hand", "lend", "loan", "offer", "pay", "send"})
_WHOM = re.compile(
    r"(?:\s(?:the|it|them|him|her|its\s[a-z]{3,12}|[A-Z][\w'’-]{1,20})){1,3}"
    r"(?:\s(?:administration|army|city|country|government|military|ministry|region|state))?(?=\s)"
)
"""Between a verb of giving and the sum: to whom ("lent Chad $40 million")."""
_OBJECT_ENDS = frozenset(
    {"that", "which", "who", "while", "after", "before", "when", "as",
     "because", "where", "following", "amid", "despite"}
)  # fmt: skip
_OF_CURB = frozenset({"of", "to", "on", "from", "in"})
"""Words between what undoes a curb and the curb."""
_OBJECT_MARK = re.compile(r"[;:]|[,.](?!\d)")
_SUBJECT_STARTS = frozenset({"that", "which", "who", "while", "after", "before", "when", "because", "where", "but"})
_IMPOSES = frozenset({"adopt", "apply", "impose", "introduce", "slap"})
_OPENS_CLAUSE = frozenset({"after", "as", "before", "once", "since", "until"})
"""Words that open a clause, and its subject, as well as a phrase."""
_SUBJECT_MARK = re.compile(r"[;:]|,(?!\d)")
OBJECT_BREAK = re.compile(
    r"[;:]|\b(?:that|which|who|while|after|before|during|at|when|where|ahead|following|since|to|amid|as|because|"
    r"against)\b"
    r"|,\s(?:and|but)\b"
)
_NAME_AHEAD = re.compile(
    rf"\s(?!{alternatives('weekday')}\b|{alternatives('month')}\b)"
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Col)\.?\s)?(?P<name>[A-Z][\w'’-]{1,30})"
)
"""A name right behind a verb."""
_NAME_BEHIND = re.compile(
    r"(?P<name>\b[A-Z][\w'’-]{1,30}|\b(?:who|he|she))\s(?:(?:was|were|had|has|have|been|is|be|will|later|then|[a-z]{3,12}ly)\s){1,4}\Z"
)
"""The same ahead of a passive one."""


def object_type(sentence: str, tokens: Tokens, trigger: Trigger) -> str | None:
    """The type that the verb has with its subject or its object, None where neither says anything.

    What is shipped as a gift is aid ("1,000 tonnes of rice donated by India were unloaded").
    """
    found = _by_words(sentence, tokens, trigger)
    if found == "YIELD" and trigger.lemma in _IMPOSES:
        return "SANCTION"  # "the lifting of the ban imposed in May": that was none
    if found != "COOPERATE" and (found is not None or trigger.event_type != "COOPERATE"):
        return found
    if trigger.lemma not in word_class("carries"):
        return found
    around = tokens.lowers[max(0, trigger.token - _SUBJECT_WORDS) : trigger.token + _OBJECT_WORDS]
    return found if word_class("given").isdisjoint(around) else "AID"


def put_off_type(sentence: str, tokens: Tokens, trigger: Trigger) -> str | None:
    """The type of the thing that a verb of calling off puts off, as that of its going on or of its delivery: "a fourth
    cargo was put off"."""
    plain = trigger.passive or not has_object(sentence, tokens, phrases_ahead(tokens, trigger), trigger)
    near = _phrases_behind(sentence, tokens, trigger) if plain else phrases_ahead(tokens, trigger)
    return first_typed(tokens, near, typing_objects("resume")) or first_typed(tokens, near, typing_objects("deliver"))


def noun_type(tokens: Tokens, noun: Trigger) -> str | None:
    """The type of an event noun by what it is of: "the launch of a missile" is no ferry's."""
    known = noun_types().get(noun.lemma)
    after = bisect_right(tokens.starts, noun.end)
    if known is None or tokens.lowers[after : after + 1] != ("of",):
        return None
    return first_typed(tokens, phrases_ahead(tokens, noun)[:2], known)


def subject_phrases(sentence: str, tokens: Tokens, trigger: Trigger) -> list[range]:
    """The noun phrases of the clause before a verb that can be its subject."""
    return _subjects(tokens, _phrases_behind(sentence, tokens, trigger))


def typed_phrases(tokens: Tokens, start: int, end: int) -> list[range]:
    """The noun phrases of the words between the characters `start` and `end`."""
    return _phrases(tokens, bisect_left(tokens.starts, start), bisect_right(tokens.ends, end))


def subject_type(sentence: str, tokens: Tokens, trigger: Trigger, lemma: str) -> str | None:
    """The type that the verb `lemma`, one with subjects of its own, would have with the subject of `trigger`."""
    return first_typed(tokens, subject_phrases(sentence, tokens, trigger), typing_subjects(lemma))


def _by_words(sentence: str, tokens: Tokens, trigger: Trigger) -> str | None:
    types = object_types().get(trigger.lemma)
    if types is None:
        return None
    typing = typing_objects(trigger.lemma)
    ahead = phrases_ahead(tokens, trigger)
    if trigger.lemma in word_class("takes_part"):
        beside = word_class("preposition") - {"and", "in", "of"}
        ahead = [phrase for phrase in ahead if tokens.lowers[phrase.start] not in beside]
    direct = not trigger.passive and has_object(sentence, tokens, ahead, trigger)
    behind = None
    if types.subjects and not trigger.passive:
        behind = _phrases_behind(sentence, tokens, trigger)
        found = first_typed(tokens, _described(sentence, tokens, behind, trigger), typing)
        found = found or first_typed(tokens, _subjects(tokens, behind), typing_subjects(trigger.lemma))
        if found is not None:
            # That officials arrive is a visit; a deal that they reach is none. What soldiers fly in decides, not they.
            moved = direct and (found == "CONSULT" or trigger.lemma in word_class("travels"))
            return (first_typed(tokens, ahead, typing) if moved else None) or found
    if "AMOUNT" in types.objects and _is_sum(sentence, trigger, types.objects["AMOUNT"]):
        what = [phrase for phrase in ahead[:2] if tokens.lowers[phrase.start] not in ("for", "to")]
        return first_typed(tokens, what, typing) or types.objects["AMOUNT"]
    if direct:
        return first_typed(tokens, ahead, typing) or _named(sentence, trigger, types.objects)
    told = not trigger.passive and trigger.form != "ing"
    if told and (_has_infinitive(tokens, trigger) or sentence.startswith(" that ", trigger.end)):
        return first_typed(tokens, ahead, typing)
    behind = _phrases_behind(sentence, tokens, trigger) if behind is None else behind
    near = [*_fronted(tokens, behind, trigger), *_adjacent(sentence, tokens, behind, trigger)]
    if not trigger.passive:
        source = [phrase for phrase in ahead if tokens.lowers[phrase.start] == "from"] if trigger.form == "ing" else []
        found = first_typed(tokens, [*source, *near, *behind, *ahead], typing)
        return found if found != NO_EVENT or first_typed(tokens, near, typing) == NO_EVENT else None
    return first_typed(tokens, [*behind, *ahead], typing) or _named_ahead(sentence, trigger, types.objects)


def _has_infinitive(tokens: Tokens, trigger: Trigger) -> bool:
    """True for "promised to help": what stands before is not what is promised."""
    behind = tokens.lowers[trigger.token + 1 : trigger.token + 3]
    return len(behind) == 2 and behind[0] == "to" and behind[1] in base_forms()


def _is_sum(sentence: str, trigger: Trigger, told: str) -> bool:
    """True where an amount follows the verb; money, weight or a great number where that makes it aid: "released $4
    million", but not "released 12 men"."""
    start = trigger.end
    if trigger.lemma in _GIVES:
        whom = _WHOM.match(sentence, start)
        start = whom.end() if whom is not None else start
    ahead = sentence[start : start + _SUM_REACH]
    return AMOUNT_AHEAD.match(ahead[:30]) is not None and (told != "AID" or _SUM.search(ahead) is not None)


def _named(sentence: str, trigger: Trigger, types: Mapping[str, str]) -> str | None:
    """The type that the verb has with a person's name, "dismissed Smith" is no refusal, or with a state's."""
    match = _NAME_AHEAD.match(sentence, trigger.end) if "NAME" in types or "STATE" in types else None
    if match is None:
        return None
    return types.get("NAME" if code_of(match["name"].casefold()) is None else "STATE")


def _named_ahead(sentence: str, trigger: Trigger, types: Mapping[str, str]) -> str | None:
    """The same of a person's name ahead of a passive verb ("Smith, who had been fired")."""
    match = _NAME_BEHIND.search(sentence, max(0, trigger.start - 80), trigger.start) if "NAME" in types else None
    return types["NAME"] if match and (match["name"].islower() or not code_of(match["name"].casefold())) else None


def _described(sentence: str, tokens: Tokens, behind: Sequence[range], trigger: Trigger) -> list[range]:
    """The noun that a participle describes and that is no subject: the deal of "will fly under a deal reached"."""
    if trigger.form not in ("past", "participle"):
        return []
    small = word_class("preposition") - {"of"}
    noun = [last for last in _adjacent(sentence, tokens, behind, trigger) if tokens.lowers[last.start] in small]
    told = noun and not finite_words().isdisjoint(tokens.lowers[at] for phrase in behind for at in phrase)
    return noun if told else []


def _adjacent(sentence: str, tokens: Tokens, behind: Sequence[range], trigger: Trigger) -> list[range]:
    """The noun phrase right before a participle: the note of "protested in a note handed over on Monday"."""
    last = max(behind, key=lambda phrase: phrase.stop, default=None)
    return [last] if last and not sentence[tokens.ends[last[-1]] : trigger.start].strip(" ,") else []


def _fronted(tokens: Tokens, behind: Sequence[range], trigger: Trigger) -> list[range]:
    """The noun phrases that a relative clause with a subject of its own is about: the plant of "the plant, which the
    two premiers inaugurated"."""
    if trigger.passive or not behind:
        return []
    opening = behind[0].start
    if tokens.lowers[opening] not in ("which", "that", "whom"):
        return []
    own = [at for at in range(opening + 1, trigger.token) if tokens.lowers[at] not in _helping()]
    said = tokens.lowers[opening] == "that" and _is_verb_form(tokens.lowers[opening - 1])
    if not own or said:
        return []
    return [phrase for phrase in reversed(behind) if phrase.stop <= opening]


def _is_verb_form(word: str) -> bool:
    return word in verb_forms() or word in no_event_forms()


@cache
def _helping() -> frozenset[str]:
    """Words between a relative pronoun that is the subject and its verb."""
    kinds = ("helping", "be", "modal", "adverb", "time", "negation", "future")
    return frozenset({"has", "have", "had"}.union(*map(word_class, kinds)))


def first_typed(tokens: Tokens, phrases: Sequence[range], known: NounTypes) -> str | None:
    """The type of the first noun phrase that has a noun of `known`; of its words the last one known, alone or with the
    one before it. Of "a team of doctors" the doctors go first."""
    lowers, heads = tokens.lowers, known.heads
    people = known.types.get("citizen")
    for phrase in _contents_first(tokens, phrases):
        if people is not None and tokens.texts[phrase[-1]][0].isupper() and lowers[phrase[-1]] in _peoples():
            return people
        for at in reversed(phrase):
            lower = one = lowers[at]
            if lower[-1] == "s":
                one = singular(lower)
            if (lower not in heads and one not in heads) or tokens.texts[at] in ("March", "May"):
                continue
            two = [f"{lowers[at - 1]} {noun}" for noun in (lower, one)] if at > phrase.start else []
            for noun in (*two, lower, one):
                if noun in known.types:
                    held = _held(tokens, phrase, at, known) if noun in word_class("container") else None
                    return _undone(tokens, phrase, held or known.types[noun])
    return None


def _held(tokens: Tokens, phrase: range, at: int, known: NounTypes) -> str | None:
    """The type of what the container at `at` holds, a curb or help: "a tariff framework" is no accord."""
    if at == phrase.start:
        return None
    told = known.types.get(tokens.lowers[at - 1]) or known.types.get(singular(tokens.lowers[at - 1]))
    return told if told in ("AID", "SANCTION") else None


@cache
def _peoples() -> frozenset[str]:
    """What the citizens of each state are called: "Afghans"."""
    adjectives = {form.form.casefold() for form in forms() if form.kind == "demonym"}
    adjectives = {word for word in adjectives if not word.endswith(("sh", "ch"))}
    peoples = {word if word.endswith(("s", "ese")) else word + "s" for word in adjectives}
    return frozenset(peoples - {form.form.casefold() for form in forms() if form.kind == "name"})  # Laos is no people


def _undone(tokens: Tokens, phrase: range, event_type: str) -> str:
    """`event_type`, or YIELD for "the lifting of the ban": the curb is taken away."""
    if event_type != "SANCTION" or tokens.lowers[phrase.start] not in _OF_CURB:
        return event_type
    return "YIELD" if tokens.lowers[phrase.start - 1] in word_class("undoes") else event_type


def _contents_first(tokens: Tokens, phrases: Sequence[range]) -> Sequence[range]:
    """The phrases in order, but what a number or group consists of before the word for it."""
    groups, lowers = word_class("partitive"), tokens.lowers
    if groups.isdisjoint([lowers[phrase[-1]] for phrase in phrases]):
        return phrases
    found: list[range] = []
    for phrase, following in zip(phrases, [*phrases[1:], range(0)], strict=True):
        if following and tokens.lowers[following.start] == "of" and tokens.lowers[phrase[-1]] in groups:
            found.append(following)
        found.append(phrase)
    return found


def has_object(sentence: str, tokens: Tokens, ahead: Sequence[range], trigger: Trigger) -> bool:
    """True where a noun phrase follows the verb at once: "closed the border", not "closed on Monday"."""
    if not ahead:
        return False
    first = ahead[0].start
    if sentence[trigger.end : tokens.starts[first]].strip(" \"“'‘$€£¥0123456789.,-"):
        return False
    return tokens.lowers[first] not in word_class("preposition") and tokens.lowers[first] not in word_class("time")


def phrases_ahead(tokens: Tokens, trigger: Trigger) -> list[range]:
    """The noun phrases behind a verb, to the next mark or verb-like word."""
    first = trigger.token + 1
    while first < len(tokens.starts) and tokens.starts[first] < trigger.end:
        first += 1
    last, before = first, ""
    end = first + _OBJECT_WORDS
    for text, lower, gap in zip(
        tokens.texts[first:end], tokens.lowers[first:end], tokens.gaps[first:end], strict=False
    ):
        if text in _OBJECT_ENDS or (gap != " " and _OBJECT_MARK.search(gap)):
            break
        if before == "to" and lower in base_forms():
            break
        last, before = last + 1, lower
    return _phrases(tokens, first, last)


def _phrases_behind(sentence: str, tokens: Tokens, trigger: Trigger) -> list[range]:
    """The noun phrases before a verb in its clause, in order; then those of the clause before."""
    last = trigger.token
    low = max(0, trigger.start - _ASIDE_REACH)
    commas = sentence.count(",", low, trigger.start)
    aside = _ASIDE.search(sentence, low, trigger.start) if commas > 1 else None
    if aside is not None:
        last = bisect_right(tokens.ends, aside.start(), 0, last)
    first = max(0, last - _SUBJECT_WORDS)
    while first > 0 and tokens.lowers[first] not in word_class("preposition") and last - first < _SUBJECT_WORDS + 4:
        first -= 1
    for at in range(last - 1, first, -1):
        gap = tokens.gaps[at]
        if tokens.texts[at] in _SUBJECT_STARTS or (gap != " " and _SUBJECT_MARK.search(gap)):
            return [*_phrases(tokens, at, last), *_phrases(tokens, first, at)]
    return _phrases(tokens, first, last)


def _subjects(tokens: Tokens, phrases: Sequence[range]) -> list[range]:
    """The phrases without those that a preposition other than "of" opens: "an accord to curb" is no curb, but "about
    400 migrants" are some, and so is the subject of "after a ban took effect". The "it" of a clause before is none."""
    none, lowers = _openers_of_no_subject(), tokens.lowers
    near = phrases[0].start if phrases else 0
    found = list[range]()
    for phrase in phrases:
        far, opener = phrase.start < near, lowers[phrase.start]
        if opener not in none:
            if not far or "it" not in lowers[phrase.start : phrase.stop]:
                found.append(phrase)
        elif opener in _OPENS_CLAUSE and len(phrase) > 1 and (not far or _goes_on_with(tokens, phrases)):
            found.append(phrase[1:])
    if phrases and lowers[near] in ("which", "who", "that") and _only_helped(tokens, phrases, near):
        found[1:1] = [phrase for phrase in phrases if phrase.stop == near and phrase not in found]
    if phrases and phrases[0] not in found and len(phrases[0]) > 2 and lowers[phrases[0].start + 1] in _days():
        found.insert(0, phrases[0][2:])  # "On Monday Omani troops fired …"
    return found


def _only_helped(tokens: Tokens, phrases: Sequence[range], near: int) -> bool:
    """True where nothing but helping verbs stands behind the pronoun at `near`: it is the subject."""
    behind = [at for phrase in phrases if phrase.start >= near for at in phrase if at > near]
    return all(tokens.lowers[at] in _helping() for at in behind)


def _goes_on_with(tokens: Tokens, phrases: Sequence[range]) -> bool:
    """True where the nearest words end a list that the clause before began ("on Chad, Mali and Oman")."""
    last = max(phrases, key=lambda phrase: phrase.stop)
    return tokens.lowers[last.start] in ("and", "or")


@cache
def _days() -> frozenset[str]:
    return frozenset(form.casefold() for kind in ("weekday", "month") for form in values(kind))


@cache
def _openers_of_no_subject() -> frozenset[str]:
    return word_class("preposition") - {"of", "and", "or", "about", "around", "over"}


def _phrases(tokens: Tokens, first: int, last: int) -> list[range]:
    """The noun phrases of the words from `first` up to `last`: prepositions, "and" and "or" part one from the next."""
    small = word_class("preposition")
    found, start = list[range](), first
    for at, lower in enumerate(tokens.lowers[first:last], first):
        if lower in small:
            if start < at:
                found.append(range(start, at))
            start = at
    if start < last:
        found.append(range(start, last))
    return found
