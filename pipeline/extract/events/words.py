"""The event lexicon by the forms that a text has: every inflection of its verbs, singular and plural of its nouns.

Whether a form is a verb or a noun in its sentence, and what it means there, is for `triggers`.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.extract.inflection import inflections, irregular_verbs
from pipeline.lexicon.table import rows
from pipeline.values import value

_VOWELS = "aeiou"
_BUSES = frozenset({"buses", "minibuses", "trolleybuses", "viruses"})
"""Plurals of nouns in "us", which those in "use" look like."""


@value(frozen=True, slots=True)
class VerbEntry:
    """A verb of event_verbs.csv."""

    lemma: str
    event_type: str
    kind: str
    """`content`, `light` or `cancel`."""
    goal: bool
    """True where a place that follows names the state that is visited."""


@value(frozen=True, slots=True)
class VerbForm:
    """One inflected head word of a verb."""

    entry: VerbEntry
    form: str
    """`past`, `base`, `s` or `ing`; a participle that differs from the past counts as `participle`."""
    rest: tuple[str, ...]
    """The words that must follow the head ("off" of "call off"); `_` stands for up to six others."""


@value(frozen=True, slots=True)
class NounEntry:
    """A noun of event_nouns.csv."""

    noun: str
    event_type: str
    goal: bool
    plural: bool
    """True where the text has the plural."""
    thing: bool
    """True for a noun that names as well what lasts beyond the day."""


@cache
def verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Head word as written in lower case to the verbs that it may be, those with more words first."""
    found: dict[str, list[VerbForm]] = {}
    irregular = irregular_verbs()
    for row in rows("event_verbs"):
        head, *rest = row["lemma"].split()
        entry = VerbEntry(row["lemma"], row["type"], row["kind"], bool(row["goal"]))
        for form, kind in inflections(head, irregular):
            found.setdefault(form, []).append(VerbForm(entry, kind, tuple(rest)))
    for group in found.values():
        group.sort(key=lambda verb: (-len(verb.rest), "_" in verb.rest, verb.entry.lemma))
    return {form: tuple(group) for form, group in found.items()}


@cache
def verbs_ahead() -> dict[str, tuple[tuple[VerbForm, ...], dict[str, tuple[VerbForm, ...]]]]:
    """Head word to the verbs that it may be whatever follows it, and to those that it may be before a certain word; in
    the order of `verb_forms`."""
    found = {}
    for head, group in verb_forms().items():
        nexts = {verb.rest[0] for verb in group if verb.rest} - {"_"}
        longer = {word: tuple(v for v in group if not v.rest or v.rest[0] in (word, "_")) for word in nexts}
        found[head] = tuple(v for v in group if not v.rest or v.rest[0] == "_"), longer
    return found


@cache
def no_event_forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Head word of a verb of no_event_verbs.csv, in every form, to the words that follow it; () for a verb alone."""
    irregular = irregular_verbs()
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("no_event_verbs"):
        head, *rest = row["lemma"].split()
        for form, _ in inflections(head, irregular):
            found.setdefault(form, []).append(tuple(rest))
    return {form: tuple(rests) for form, rests in found.items()}


@cache
def no_event_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """As `no_event_forms`, the verbs alone left out."""
    found = {form: tuple(rest for rest in rests if rest) for form, rests in no_event_forms().items()}
    return {form: rests for form, rests in found.items() if rests}


@cache
def plain_verb_forms() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Head word of a verb of plain_verbs.csv, in every form, to the words that follow it and its type, the longest
    first."""
    irregular = irregular_verbs()
    found: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for row in rows("plain_verbs"):
        head, *rest = row["lemma"].split()
        for form, _ in inflections(head, irregular):
            found.setdefault(form, set()).add((tuple(rest), row["type"]))
    return {form: tuple(sorted(rests, key=lambda item: (-len(item[0]), item))) for form, rests in found.items()}


@cache
def base_forms() -> frozenset[str]:
    """The head words of every verb of event_verbs.csv and no_event_verbs.csv."""
    return frozenset(row["lemma"].split()[0] for name in ("event_verbs", "no_event_verbs") for row in rows(name))


@cache
def noun_forms() -> dict[str, tuple[tuple[tuple[str, ...], NounEntry], ...]]:
    """First word in lower case to the nouns that begin with it: the words that follow and the entry, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], NounEntry]]] = {}
    for row in rows("event_nouns"):
        for words, plural in ((row["noun"], False), (_plural(row["noun"]), True)):
            first, *rest = words.split()
            entry = NounEntry(row["noun"], row["type"], bool(row["goal"]), plural, bool(row["thing"]))
            found.setdefault(first, []).append((tuple(rest), entry))
    return {
        first: tuple(sorted(group, key=lambda item: (-len(item[0]), item[1].plural))) for first, group in found.items()
    }


def _plural(noun: str) -> str:
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return noun
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def singular(word: str) -> str:
    """A plural's singular, roughly: enough to look a noun up in event_objects.csv."""
    plain = word.casefold()
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith(("ches", "shes", "xes", "sses", "gases")) or plain in _BUSES:
        return plain[:-2]
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain


@value(frozen=True, slots=True)
class ObjectTypes:
    """The nouns that decide a verb's type: a noun in the singular, a class of object_classes.csv, or AMOUNT, each with
    its PLOVER category."""

    objects: Mapping[str, str]
    """What the verb is done to."""
    subjects: Mapping[str, str]
    """Who does it."""


@cache
def object_types() -> dict[str, ObjectTypes]:
    """A verb's lemma to the nouns that decide its type, those of the verb that it is like (verbs_alike.csv) among them;
    verbs without such nouns are left out."""
    found: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for row in rows("event_objects"):
        objects, subjects = found.setdefault(row["verb"], ({}, {}))
        chosen = subjects if row["role"] == "subject" else objects
        chosen[row["noun"]] = row["type"]
    for row in rows("verbs_alike"):
        objects, subjects = found.get(row["verb"], ({}, {}))
        like_objects, like_subjects = found[row["like"]]
        found[row["verb"]] = {**like_objects, **objects}, {**like_subjects, **subjects}
    return {verb: ObjectTypes(objects, subjects) for verb, (objects, subjects) in found.items()}


@value(frozen=True, slots=True)
class NounTypes:
    """The nouns that decide a verb's type, as object or as subject, those of its classes among them."""

    types: Mapping[str, str]
    """A noun in the singular, of one word or two, to the type: its own, else that of its class. Two classes of one noun
    never decide a verb differently."""
    heads: frozenset[str]
    """The last words of the nouns."""


@cache
def typing_objects(verb: str) -> NounTypes:
    """Of a verb of `object_types` the nouns that it is done to."""
    return _noun_types(object_types()[verb].objects)


@cache
def typing_subjects(verb: str) -> NounTypes:
    """Of a verb of `object_types` the nouns that do it."""
    return _noun_types(object_types()[verb].subjects)


def _noun_types(types: Mapping[str, str]) -> NounTypes:
    found = dict(types)
    for name, event_type in types.items():
        found.update((noun, event_type) for noun in _class_members().get(name, ()) if noun not in types)
    return NounTypes(found, frozenset(noun.rpartition(" ")[2] for noun in found))


@cache
def _class_members() -> dict[str, list[str]]:
    """A class of object_classes.csv to its nouns."""
    found: dict[str, list[str]] = {}
    for row in rows("object_classes"):
        found.setdefault(row["class"], []).append(row["noun"])
    return found


@cache
def noun_types() -> dict[str, NounTypes]:
    """An event noun to the nouns that decide its type where "of" ties them to it."""
    typing = {"subject": typing_subjects, "object": typing_objects}
    return {row["noun"]: typing[row["role"]](row["verb"]) for row in rows("noun_verbs")}


_FAR_NOUN = 4
"""Words behind a date among which the noun begins that it describes."""


def names_occasion(words: Sequence[str]) -> bool:
    """True where one of the first of `words`, which a date describes, is an event noun that heads them."""
    for at, word in enumerate(words[:_FAR_NOUN]):
        for rest, entry in noun_forms().get(word, ()):
            if not entry.thing and tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                behind = words[at + 1 + len(rest) :]
                return not behind or not behind[0].isalpha() or not behind[0].endswith("s")
    return False
