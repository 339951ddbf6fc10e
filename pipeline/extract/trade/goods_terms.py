"""The lexicon of goods, to look tokens up in, with their singulars; verbs and firms that only look like goods."""

from functools import cache

from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.phrases import PhraseTable
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.lexicon.table import rows

_VERBS = word_set("ship ships ink inks hinge hinges")
_INKED = word_set("deal deals contract contracts agreement agreements pact pacts accord accords")
_NO_GOODS_ALONE = frozenset({"net", "date", "tight", "arm", "plant"})
"""Singulars of goods that are other words ("nets", "dates")."""
_BEFORE_VERB = word_set("to will would can could may must should that which it they now")
_BEHIND_VERB = word_set(
    "to at about some up over out its more nearly almost around abroad most on upon heavily largely"
)


@cache
def _chapters() -> dict[str, str]:
    """The chapter of each name of goods, in the plural and the singular."""
    forms: dict[str, str] = {}
    for row in rows("commodities"):
        forms[row["term"]] = row["hs"]
        singular = _singular(row["term"])
        if singular and singular not in change_words("verb") and singular not in _NO_GOODS_ALONE:
            forms.setdefault(singular, row["hs"])
    return forms


def _singular(term: str) -> str | None:
    if term.endswith("ies"):
        return term[:-3] + "y"
    if term.endswith(("ches", "shes", "sses", "xes")):
        return term[:-2]
    return term[:-1] if term.endswith("s") and not term.endswith("ss") else None


@cache
def terms() -> PhraseTable[str]:
    """The names of goods, to be looked up at a token, each with its chapter."""
    return PhraseTable(sorted(_chapters().items()))


@cache
def first_words() -> frozenset[str]:
    """The words, in small letters, that a term can begin with."""
    return terms().first_words()


@cache
def firms() -> frozenset[str]:
    """The firms that are called like goods ("Apple", "Shell")."""
    names = (row["organisation"] for row in rows("organisations") if row["kind"] == "private")
    return frozenset(name for name in names if name.lower() in _chapters())


def is_verb(tokens: Tokens, index: int) -> bool:
    """Whether a word that names goods is a verb here ("to ship", "hinges on")."""
    if tokens.lowers[index] == "dates" and tokens.lower(index + 1) in ("from", "back", "to"):
        return tokens.lower(index - 1) in _BEFORE_VERB
    if tokens.lowers[index] not in _VERBS or tokens.lower(index - 1) == "of":
        return False
    following = tokens.lower(index + 1)
    if tokens.lowers[index].startswith("ink") and following in _INKED:
        return True
    return tokens.lower(index - 1) in _BEFORE_VERB or following in _BEHIND_VERB
