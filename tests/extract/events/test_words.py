"""Inflections of the event lexicon, and how a verb is told from a noun."""

import pytest

from pipeline.extract.events.tokens import tokenize
from pipeline.extract.events.triggers import find_triggers
from pipeline.extract.events.words import noun_forms, singular, verb_forms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("visited", "visit"), ("travelled", "travel"), ("traveled", "travel"), ("cancelled", "cancel"), ("met", "meet"),
     ("deferred", "defer"), ("signing", "sign"), ("ratifies", "ratify"), ("held", "hold"), ("banned", "ban")],
)  # fmt: skip
def test_inflected_verbs(form: str, lemma: str) -> None:
    assert lemma in {verb.entry.lemma for verb in verb_forms()[form]}


@pytest.mark.parametrize(
    ("plural", "noun"), [("treaties", "treaty"), ("talks", "talk"), ("speeches", "speech"), ("memos", "memo")]
)
def test_plurals(plural: str, noun: str) -> None:
    assert singular(plural) == noun


def _triggers(sentence: str) -> list[tuple[str, str, str]]:
    return [(t.lemma, t.pos, t.event_type) for t in find_triggers(sentence, tokenize(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They held talks in Riga.", [("hold talks", "verb", "CONSULT")]),
        ("The planned visit was short.", [("visit", "noun", "CONSULT")]),
        ("They will visit Riga.", [("visit", "verb", "CONSULT")]),
        ("Latvia launched a missile.", [("launch", "verb", "MOBILIZE")]),
        ("Latvia launched a ferry service.", [("launch", "verb", "COOPERATE")]),
        ("Latvia decided to ban the trade.", [("decide", "verb", "SANCTION"), ("ban", "verb", "SANCTION")]),
        ("Sales dropped 12 percent.", []),
        ("The summit venue was full.", []),
        ("He told a press conference of it.", []),
        ("They have gone.", []),
    ],
)
def test_triggers_of_a_sentence(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert _triggers(sentence) == expected


def test_nouns_of_two_words_come_before_those_of_one() -> None:
    assert [len(rest) for rest, _ in noun_forms()["missile"]] == sorted(
        (len(r) for r, _ in noun_forms()["missile"]), reverse=True
    )
