"""What a bare number counts: the noun that follows it."""

from functools import cache

from pipeline.extract.quantities.number_forms import number_words
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.lexicon.table import rows

_REACH = 5
"""So many words behind a number may belong to its noun ("12 brand-new diesel locomotives")."""
_FURTHER = frozenset({"more", "other"})
"""Between a number and its noun these are no part of it ("25 more ploughs")."""
_TYPE_ENDS = frozenset({"s", "'s", "’s"})
_NOT_PLURAL = word_set(
    "is was has does as its this us thus plus minus across towards perhaps always sometimes versus besides "
    "less unless yes gas bus business process access press class mass loss boss cross glass grass pass stress "
    "success previous various serious famous religious illness wireless overseas whereas says goes means "
    "status virus campus bonus analysis crisis basis series his hers ours yours theirs toss miss express "
    "distress progress congress address kiss moss brass abrams airbus"
)


@cache
def _lexicon(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("count_words") if row["kind"] == kind)


def is_stop(lower: str) -> bool:
    """Whether a word, in small letters, ends every noun phrase: a preposition, a conjunction, a common verb."""
    return lower in _lexicon("stop")


def counted_noun(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The tokens of the plural noun phrase that begins at `index`, its adjectives included, or None."""
    if tokens.lower(index) in _FURTHER and tokens.lower(index + 1) not in _FURTHER:
        index += 1
    at, stops = index, _lexicon("stop")
    end = min(index + _REACH, len(tokens))
    plurals = _lexicon("plural")
    found = None
    while at < end:
        word, lower = tokens.words[at], tokens.lowers[at]
        if lower in _TYPE_ENDS and at > index and _ends_type(tokens, at):
            found = at + 1
            break
        if at > index and (_goes_on(tokens, at) or (lower == "and" and found is None and _two_kinds(tokens, at))):
            at += 1
            end = min(end + 1, len(tokens))
            continue
        stop = lower in stops and not _is_letter_of_type(tokens, at)
        if not word.isalpha() or stop or (at == index and _is_number(tokens, at)):
            break
        at += 1
        if lower in plurals or _plural(lower):
            found = at
        elif found:
            break
    return (index, found) if found else None


def noun_behind_dash(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """What a number with a dash behind it counts ("a 40-aircraft order"); None where a word tied to it only says
    of what kind something is ("four-engine planes")."""
    lower = tokens.lower(index)
    if tokens.glued(index) and lower != "odd" and lower not in _lexicon("plural") and not _plural(lower):
        return None
    return counted_noun(tokens, index)


def packages(tokens: Tokens, index: int) -> int | None:
    """The token behind "60-kg bags" at `index`, which name by what they hold what the number before them counts."""
    size, dash, unit = tokens.lower(index), tokens.lower(index + 1), tokens.lower(index + 2)
    if not size.isdecimal() or tokens.glued(index) or unit not in _lexicon("package_unit"):
        return None
    hyphened = dash == "-" and tokens.glued(index + 1)
    return index + 4 if hyphened and tokens.lower(index + 3) in _lexicon("package") else None


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether the token is a hyphen within a word, or the number of a type ("BTR-82A carriers", "A320 jets", "Leopard 2
    tanks")."""
    word = tokens.words[index]
    if word == "-":
        return tokens.glued(index) and tokens.glued(index + 1)
    if not tokens.glued(index):
        return word.isdecimal() and len(word) < 4 and _names_type(tokens, index)
    before = tokens.words[index - 1]
    typed = (before == "-" and (tokens.words[index - 2][0].isupper() or tokens.words[index - 2].isdecimal())) or (
        before.isalpha() and before.isupper()
    )
    lettered = len(word) == 1 and before.isdecimal()
    return lettered or (typed and word.isdecimal())


def _is_letter_of_type(tokens: Tokens, index: int) -> bool:
    """Whether a capital letter begins the number of a type ("A320", "T-72") and is no word."""
    word = tokens.words[index]
    return len(word) == 1 and word.isupper() and index + 1 < len(tokens) and tokens.glued(index + 1)


def _is_number(tokens: Tokens, index: int) -> bool:
    """Whether a number at `index` says nothing of the kind or type of what follows ("three-wheel cars", "K9 guns")."""
    if tokens.lowers[index] not in number_words() or tokens.lower(index + 1) == "-":
        return False
    return not _is_letter_of_type(tokens, index)


def _names_type(tokens: Tokens, index: int) -> bool:
    """Whether the number at `index` stands between a name and what is so named ("Boeing 737 planes")."""
    if not (tokens.words[index - 1][0].isupper() and tokens.words[index - 1].isalpha()):
        return False
    if tokens.lower(index + 1) == "-" and tokens.glued(index + 1) and tokens.word(index + 2).isdecimal():
        return True
    behind = index + 1 + tokens.word(index + 1).isupper()  # "737 MAX jets"
    return _ends_type(tokens, index + 1) or (_plural(tokens.lower(behind)) and tokens.word(behind).islower())


def _ends_type(tokens: Tokens, index: int) -> bool:
    """Whether the token makes the number of a type a plural ("Boeing 787s", "A330s", "F-16's")."""
    return tokens.lower(index) in _TYPE_ENDS and tokens.glued(index) and tokens.words[index - 1].isdecimal()


def _two_kinds(tokens: Tokens, index: int) -> bool:
    """Whether the "and" at `index` joins two adjectives of one noun ("feeder and slaughter cattle")."""
    kind, head = tokens.lower(index + 1), tokens.lower(index + 2)
    if kind in _lexicon("stop") or _plural(kind) or not (kind.isalpha() and head.isalpha()):
        return False
    return head in _lexicon("plural") or _plural(head)


def _plural(lower: str) -> bool:
    return len(lower) > 3 and lower[-1] == "s" and lower[-2] not in "su" and lower not in _NOT_PLURAL
