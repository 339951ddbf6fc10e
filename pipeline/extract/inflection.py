"""The forms of English verbs by spelling, and the past forms of those that the event lexicons know."""

from functools import cache

from pipeline.lexicon.table import rows

_VOWELS = "aeiou"
_NAMES_STATES = frozenset({"united"})
"""Forms that are far oftener part of a name ("the United States") than a verb."""


@cache
def irregular_verbs() -> dict[str, tuple[str, str]]:
    """A verb of irregular_verbs.csv to its past and its participle."""
    return {row["lemma"]: (row["past"], row["participle"]) for row in rows("irregular_verbs")}


@cache
def finite_words() -> frozenset[str]:
    """The words that make a clause of their own: past forms of every verb known, names left out, and helping verbs."""
    irregular = irregular_verbs()
    heads = {row["lemma"].split()[0] for name in ("event_verbs", "no_event_verbs") for row in rows(name)}
    pasts = {form for head in heads for form, kind in inflections(head, irregular) if kind == "past"}
    helping = {row["form"] for row in rows("small_words") if row["kind"] == "helping"}
    return frozenset((pasts | helping) - _NAMES_STATES)


@cache
def doing_words() -> frozenset[str]:
    """The -ing forms of every verb known, in small letters."""
    irregular = irregular_verbs()
    heads = {row["lemma"].split()[0] for name in ("event_verbs", "no_event_verbs") for row in rows(name)}
    return frozenset(form for head in heads for form, kind in inflections(head, irregular) if kind == "ing")


def inflections(head: str, irregular: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """The forms of a verb. Where spelling leaves a doubled consonant open ("travelled", "traveled") both are given."""
    if head == "be":
        return [("be", "base"), *((form, "past") for form in ("was", "were", "is", "are", "been", "being"))]
    stems = [head] if head.endswith(("e", "y")) or not _may_double(head) else [head, head + head[-1]]
    forms = [(head, "base"), (_third(head), "s"), *((_ing(stem), "ing") for stem in stems)]
    if head not in irregular:
        return [*((_past(stem), "past") for stem in stems), *forms]
    past, participle = irregular[head]
    return list(dict.fromkeys([(past, "past"), *forms, *([(participle, "participle")] if participle != past else [])]))


def _may_double(head: str) -> bool:
    if head.endswith(("al", "el", "il")):
        return True
    return len(head) > 2 and head[-1] not in _VOWELS + "wxhy" and head[-2] in _VOWELS and head[-3] not in _VOWELS


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if stem.endswith("y") and stem[-2] not in _VOWELS else stem + "ed"


def _third(head: str) -> str:
    if head.endswith("y") and head[-2] not in _VOWELS:
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _ing(stem: str) -> str:
    return stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith("ee") else stem + "ing"
