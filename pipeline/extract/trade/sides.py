"""The parts that countries play in a sentence: preposition, possession, attribution, pronouns."""

from pipeline.extract.quantities.counts import is_stop
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.described import description_start, description_words
from pipeline.extract.trade.scene import PAIR, THERE, Side
from pipeline.lexicon.countries import code_of

_PREPOSITIONS = word_set(
    "to from with of in by for into between among against on at via through than like including excluding "
    "toward towards over about near under across as within outside inside behind onto after before despite "
    "since until besides without except beyond below above"
)
_BETWEEN = word_set(
    "the a an its their neighbouring neighboring northern southern eastern western fellow communist both ally "
    "allies partner rival isolated reclusive impoverished countries nations states neighbour neighbor "
    "mainland south north landlocked member other another energy-starved all longtime traditional main chief "
    "key close former state major cash-strapped war-torn sanctioned then nearby oil-rich flood-hit not only "
    "mostly mainly especially primarily largely chiefly also such as people republic socialist island city "
    "capital country vast huge giant tiny small smaller larger bigger poor poorer rich richer immediate "
    "next-door"
)
_NAME_REACH = 5
"""So many tokens a name may have before "of" ("the Export-Import Bank of India")."""
_OF_NAME = word_set(
    "republic kingdom federation sultanate state union islands commonwealth emirate principality bank "
    "government ministry authorities people army parliament province port city capital"
)
_SEPARATORS = frozenset({",", "and", "or", "&", "as", "well", "/"})
_REPORTERS = word_set(
    "customs figures data statistics ministry minister ministers official officials agency institute "
    "association embassy ambassador envoy president premier spokesman spokeswoman spokesperson media "
    "newspaper newspapers analysts analyst researchers researcher daily tv television news state-run "
    "broadcaster leader leaders delegation chamber foreign trade finance prime deputy vice commerce energy "
    "agriculture authorities police economist economists think lawmakers senate parliament tribune leaders' "
    "consul"
)
_PAPERS = word_set(
    "figures data statistics newspaper newspapers media daily tv television news broadcaster tribune "
    "researchers analysts"
)
"""Reporters that report wherever they are named."""
_SAYING = word_set(
    "said says told according noted added showed shows show reported reports stated estimates put quoted "
    "explained announced recalled disclosed revealed"
)
_DATELINE_REACH = 16
_SAYING_REACH = 14
_NOT_BEFORE_REPORTER = word_set(
    "imports exports loans loan aid investment purchases shipments deliveries deficit surplus to from of in "
    "and with has"
)
_PRONOUNS = word_set("it its they their")
_COUNTRY_WORDS = word_set(
    "country nation kingdom republic state sultanate emirate island archipelago giant neighbour neighbor bloc regime"
)
_BEFORE_COUNTRY_WORD = word_set("the its this northern southern western eastern")
_PAIR_WORDS = word_set("countries nations sides neighbours neighbors states governments economies allies capitals")

_BEHIND_THERE = word_set(
    "is are was were has have had will would should may might could can must exists remains seems appears 's came been"
)
"""Behind "there" these make it no place."""
_LENDERS = word_set("bank lender fund")
_POINTING = (
    _PRONOUNS | _LENDERS | _COUNTRY_WORDS | _PAIR_WORDS | {"them", "there", "bilateral", "mutual", "two", "each"}
)
"""The words that a pronoun's side can begin with."""


def read_sides(tokens: Tokens, sides: list[Side], first: int, last: int, with_pronouns: bool) -> list[Side]:
    """`sides` between tokens `first` and `last`, the pronouns among them if asked for, each with its part filled."""
    found = sides
    if with_pronouns:
        found = sorted(sides + _pronouns(tokens, sides, first, last), key=lambda side: side.first)
    before: Side | None = None
    opening = dateline_end(tokens, first)
    for side in found:
        side.possessive = _possesses(tokens, side, found)
        side.preposition, side.listed = _preposition(tokens, side, before, first)
        side.attribution = side.last <= opening or _reports(tokens, side, last)
        before = side
    return found


def _possesses(tokens: Tokens, side: Side, sides: list[Side]) -> bool:
    if side.kind == "pronoun":
        return tokens.lowers[side.last - 1] in ("its", "their", "'s") or tokens.lower(side.last) in ("'s", "'")
    if tokens.lower(side.last) == "'s" or (tokens.lower(side.last) == "'" and tokens.glued(side.last)):
        return True
    behind, word = tokens.word(side.last), tokens.lowers[side.last - 1]
    joined = behind in (",", "and", "-") and any(s.first == side.last + 1 and s.kind == "demonym" for s in sides)
    if side.kind == "demonym" and joined:
        return True
    if side.kind == "name" and tokens.words[side.first].isupper() and behind.islower():
        return behind.isalpha() and not is_stop(behind) and not behind.endswith(("ed", "s"))
    if side.kind == "place" and behind.islower():
        return term_at(tokens, side.last) is not None
    people = word.endswith("s") and not word.endswith(("ss", "ese"))
    return side.kind == "demonym" and not people and behind[:1].isalpha() and behind[:1].islower()


def _preposition(tokens: Tokens, side: Side, before: Side | None, first: int) -> tuple[str | None, bool]:
    at = side.first - 1
    steps = 0
    if tokens.lowers[side.first] == "there" and tokens.lower(at) not in _PREPOSITIONS:
        return THERE, False
    if tokens.lower(at) == "of" and tokens.lower(at - 1) in _OF_NAME:
        at -= 2
        name = at - _NAME_REACH
        while at > max(first, name) and (tokens.words[at][0].isupper() or tokens.words[at] == "-"):
            at -= 1
    while at >= first and steps < 5 and _skips(tokens.lowers[at]):
        at, steps = at - 1, steps + 1
    if at >= first and tokens.lowers[at] in _PREPOSITIONS:
        absolute = tokens.lowers[at] == "with" and tokens.lower(side.last).endswith("ing")
        return None if absolute else tokens.lowers[at], False
    if before is not None and before.last <= side.first:
        gap = tokens.lowers[before.last : side.first]
        if (
            gap
            and (gap != [","] or tokens.lower(side.last) in _SEPARATORS or before.preposition is None)
            and all(word in _SEPARATORS or word in _BETWEEN for word in gap)
            and any(word in _SEPARATORS for word in gap)
        ):
            return before.preposition, True
    return None, False


def dateline_end(tokens: Tokens, first: int) -> int:
    """The token behind a dateline that opens the text ("SEOUL, March 17 (UPI) --"), 0 where there is none."""
    if first > 0:
        return 0
    for at in range(1, min(_DATELINE_REACH, len(tokens) - 1)):
        if tokens.lowers[at] in ("-", "–", "—") and not tokens.glued(at) and not tokens.words[0].islower():
            return at
    return 0


def _names_speaker(tokens: Tokens, side: Side) -> bool:
    """Whether a country's company or person speaks ("Brazil's Vale said")."""
    at = side.last
    if tokens.lower(at) not in ("'s", "'"):
        return False
    at += 1
    start = at
    while at - start < 3 and tokens.word(at)[:1].isupper():
        at += 1
    return at > start and tokens.lower(at) in _SAYING


def _skips(lower: str) -> bool:
    """Whether a word may stand between a preposition and its country."""
    return (
        lower in _BETWEEN
        or lower in description_words()
        or lower.endswith("ern")
        or (lower.isdigit() and len(lower) < 3)
    )


def _reports(tokens: Tokens, side: Side, last: int) -> bool:
    """Whether the country only stands before who reports or speaks ("Chinese customs data", "its ministry said")."""
    if side.kind == "person":
        around = {tokens.lower(side.first - 1), *tokens.lowers[side.last : side.last + 3]}
        return bool(around & _SAYING)
    if side.possessive and side.preposition == "of":
        return False
    if _names_speaker(tokens, side):
        return True
    at = side.last + (tokens.lower(side.last) in ("'s", "'"))
    if tokens.lowers[at - 1] == tokens.lowers[side.last - 1] and side.kind == "capital":
        return tokens.lower(at) in _SAYING
    head = at
    while head < last and head - at < 4 and tokens.lower(head) not in _REPORTERS and tokens.lower(head).isalpha():
        if tokens.lower(head) in _NOT_BEFORE_REPORTER:
            return False
        head += 1
    if tokens.lower(head) not in _REPORTERS:
        return side.kind != "demonym" and tokens.lower(side.last) in _SAYING
    if tokens.lower(head) in _PAPERS or (
        tokens.lower(side.first - 1) == "to" and tokens.lower(side.first - 2) == "according"
    ):
        return True
    return any(tokens.lowers[step] in _SAYING for step in range(head, min(head + _SAYING_REACH, last)))


def _peoples(tokens: Tokens, sides: list[Side], first: int, last: int) -> list[Side]:
    """Peoples in the plural that the lexicon has in the singular alone ("Paraguayans")."""
    taken = {side.first for side in sides}
    found = []
    for at in range(first, last):
        word = tokens.words[at]
        if word[-2:] == "ns" and word[0].isupper() and len(word) > 5 and at not in taken:
            first_word = at - 1 if at > first and tokens.words[at - 1] in ("North", "South") else at
            code = code_of(" ".join([*tokens.words[first_word:at], word[:-1]]))
            if code is not None:
                found.append(Side(first_word, at + 1, code, "demonym"))
    return found


def _pronouns(tokens: Tokens, sides: list[Side], first: int, last: int) -> list[Side]:
    found = _peoples(tokens, sides, first, last)
    sides = sides + found
    taken = {at for side in sides for at in range(side.first, side.last)}
    for at in range(first, last):
        if tokens.lowers[at] in _POINTING and at not in taken:
            side = _pointer(tokens, at)
            if side is not None:
                found.append(side)
    return found


def _pointer(tokens: Tokens, at: int) -> Side | None:
    """The side that the word at token `at` points to, if it stands for a country here."""
    lower, before = tokens.lowers[at], tokens.lower(at - 1)
    if (lower == "bloc" and before == "the") or (lower == "states" and before == "member"):
        return Side(at, at + 1, "", "bloc")
    if lower in _LENDERS and before == "the" and tokens.lower(at + 1) != "of":
        return Side(at, at + 1, "", "lender")
    if lower == "them" and before == "between":
        return Side(at, at + 1, PAIR, "pronoun")
    there = lower == "there" and (before in ("from", "to", "in", "worth") or tokens.lower(at + 1) not in _BEHIND_THERE)
    if lower in _PRONOUNS or there:
        return Side(at, at + 1, "", "pronoun")
    if lower.startswith("neighb") and before.isalpha() and tokens.words[at - 1].islower() and not is_stop(before):
        before = tokens.lower(at - 2)
    told = before in _BEFORE_COUNTRY_WORD or description_start(tokens, at) is not None
    if lower in _COUNTRY_WORDS and told:
        named = tokens.lower(at + 1) == "of" or (lower == "state" and tokens.lower(at + 1) != "'s")
        return None if named else Side(at, at + 1, "", "neighbour" if lower.startswith("neighb") else "pronoun")
    two_way = lower == "two" and tokens.lower(at + 1) == "-" and tokens.lower(at + 2) == "way"
    if (lower in _PAIR_WORDS and before in ("two", "both")) or lower in ("bilateral", "mutual") or two_way:
        return Side(at, at + 1, PAIR, "pronoun")
    if lower == "each" and tokens.lower(at + 1) == "other":
        return Side(at, at + 2, PAIR, "pronoun")
    return None
