"""A sentence as the trade stages see it: its tokens, amounts, countries, dates and words of flow."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.actors import CountryMention
from pipeline.extract.facts import DateMention, PersonMention
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set
from pipeline.text.page import Paragraph, Sentence


@dataclass(slots=True)
class Side:
    """A place where a sentence names a country or points to one, as tokens of its paragraph."""

    first: int
    last: int
    code: str
    """The country; "" where a pronoun's country is not known, `PAIR` for "the two countries"."""
    kind: str
    """A kind of `CountryMention`, `person` for an official, or `pronoun`, `neighbour`, `bloc`."""
    preposition: str | None = None
    """The preposition that it hangs on, None for a subject, an object or a possessor."""
    possessive: bool = False
    """Whether it owns what follows ("China's", "its") or describes it ("Chinese exports")."""
    attribution: bool = False
    """Whether it only says who reports ("Kenyan figures show")."""
    listed: bool = False
    """Whether it continues a list of countries ("to China, Japan and India")."""


PAIR = "*"
NO_MARKETS = frozenset({"ICRC", "IEA", "Interpol", "NATO", "OECD", "OPCW", "OSCE", "UNO", "WCO", "WIPO", "WTO"})
"""Bodies that buy and sell nothing: what they buy or send alone is no trade of a country."""
THERE = "there"
"""The preposition of "there" alone: it is where the verb's goods go or come from."""
_SHARE_REACH = 7
_PART_REACH = 6
_PARTS = frozenset({"most", "much", "all", "half", "bulk", "some", "part", "none", "majority", "ten", "five", "four"})
_POINTERS = frozenset({"it", "them", "this", "that", "these", "those", "which"})


@dataclass(slots=True)
class Trigger:
    """A word or phrase that says what a figure is about."""

    first: int
    last: int
    kind: str
    """`verb`, `passive`, `noun` or `block`."""
    flow: str
    subject: str
    """What its subject or possessor is: `exporter`, `importer`, `pair`, `producer`, `worker`, `sender`."""
    strong: bool
    amounts: str = "any"
    """Which amounts it governs: `goods`, `money` or `any`."""


@dataclass(slots=True)
class Dated:
    """A date of the sentence, as tokens of its paragraph."""

    first: int
    last: int
    mention: DateMention
    compared: bool | None = None
    """Whether it only names what a figure is compared with, None until that is asked: each amount asks it."""


@dataclass(slots=True)
class Scene:
    """A sentence with all that the trade stages look at. Positions are tokens of the paragraph."""

    sentence: Sentence
    paragraph: Paragraph
    tokens: Tokens
    first: int
    last: int
    amounts: Sequence[Amount]
    sides: Sequence[Side]
    dates: Sequence[Dated]
    opening: int
    """The token behind the dateline that opens the text, 0 where the sentence does not begin with one."""
    triggers: list[Trigger] = field(default_factory=list)
    starts: dict[int, Trigger] = field(default_factory=dict)
    """The words of flow by their first tokens."""
    breaks: list[int] = field(default_factory=list)
    """Tokens at which a new clause begins, `first` among them."""
    held: frozenset[str] = field(default=frozenset(), init=False, repr=False, compare=False)
    """The words of the sentence, in small letters: most that are asked for it has not."""

    def __post_init__(self) -> None:
        self.held = frozenset(self.tokens.lowers[self.first : self.last])

    def clause(self, index: int) -> tuple[int, int]:
        """The clause that holds token `index`: its first token and the one behind its last."""
        breaks = self.breaks
        at = bisect_right(breaks, index)
        return breaks[at - 1 if at else 0], breaks[at] if at < len(breaks) else self.last

    def has(self, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether one of `words` stands among the tokens `first` up to `last`."""
        # max and min cost more than all the rest of this most asked of questions
        first = first if first > self.first else self.first
        last = last if last < self.last else self.last
        if first >= last or words.isdisjoint(self.held):
            return False
        return not words.isdisjoint(self.tokens.lowers[first:last])


def hangs_on_share(scene: Scene, start: int, side: Side) -> bool:
    """Whether a country behind token `start` belongs to a part told there ("two-thirds of it from Britain")."""
    return _is_of_a_part(scene, start, side) or _is_of_a_share(scene, start, side) or _is_of_which(scene, start, side)


def _is_of_which(scene: Scene, start: int, side: Side) -> bool:
    """Whether a state is told with a part of a sum ("$5 million, of which $2 million is owed to Chad")."""
    if side.preposition not in _WAYS or "which" not in scene.held:
        return False
    lowers = scene.tokens.lowers
    at = next((at for at in range(start, side.first - 1) if lowers[at] == "of" and lowers[at + 1] == "which"), None)
    if at is None:
        return False
    sums = [a for a in scene.amounts if a.kind == "currency" and start <= a.first < side.first]
    return any(a.last <= at for a in sums) and any(a.first > at for a in sums)


def _is_of_a_share(scene: Scene, start: int, side: Side) -> bool:
    before = scene.tokens.lowers[max(start, side.first - _PART_REACH) : side.first]
    if before[-2:] == ["of", "which"] and side.preposition is None:
        # "of which Oman accounted for 5 percent"
        return True
    for at, word in enumerate(before[:-2]):
        if word in _PARTS and before[at + 1] == "of" and before[at + 2] in _POINTERS:
            return True
    for share in scene.amounts:
        if share.change is not None or not start <= share.first < side.first:
            continue
        if share.kind != "percent":
            if side.first - share.last <= _SHARE_REACH + 2 and _is_part_from(scene, start, share, side):
                return True
            continue
        if not _is_of_what_was_told(scene, share):
            continue
        near = side.first - share.last <= _SHARE_REACH and "," not in scene.tokens.lowers[share.last : side.first]
        # not "Of these imports, 14 percent came from India"
        aside = scene.tokens.lower(share.qualifier_first - 1) == "," and scene.tokens.lowers[scene.first] != "of"
        if near and (aside or any(other.first < share.first for other in scene.amounts if other.kind != "time")):
            return True
    return False


def _is_of_a_part(scene: Scene, start: int, side: Side) -> bool:
    """Whether a country belongs to a part of the amount told before: to what leads it ("rose 4 percent, led by tea to
    Mali"), a share ("9 tonnes, 40 percent from Mali") or an amount in brackets ("mostly from Mali (4 tonnes)")."""
    lowers = scene.tokens.lowers
    amount = next((a for a in scene.amounts if a.first < side.first and a.kind != "time"), None)
    if amount is None or side.preposition not in _WAYS:
        return False
    if lowers[side.first - 2] in _REST and amount.last < side.first - 2:
        return True
    own = next((a for a in scene.amounts if max(start, amount.last) <= a.first < side.first <= a.last + 3), None)
    if own is not None and own.change is None and "," in lowers[amount.last : own.first]:
        ahead = lowers[own.qualifier_first - 1]
        if own.kind == "percent" and own.last + 1 == side.first and ahead in _ASIDE:
            return True
        if ahead == "including" or (ahead == "with" and lowers[own.qualifier_first - 2] == ","):
            return True
    bracket = next((a for a in scene.amounts if a.qualifier_first == side.last + 1), None)
    if bracket is not None and scene.tokens.lower(side.last) == "(":
        return start <= bracket.first and (bracket.kind == amount.kind or bracket.kind == "percent")
    led = next((at for at in range(max(start, amount.last), side.first) if lowers[at] in _LED), 0)
    return led > 0 and scene.tokens.lower(led + 1) == "by" and lowers[led - 1] == ","


def _is_part_from(scene: Scene, start: int, part: Amount, side: Side) -> bool:
    """Whether a country belongs to a part of an amount told before ("5 tonnes, 3 tonnes of them from Mali", "5 tonnes,
    3 of which came from Mali")."""
    at = part.last
    of_them = scene.tokens.lower(at) == "of" and scene.tokens.lower(at + 1) in _POINTERS
    at += 2 * of_them
    if not 0 < side.first - at <= _SHARE_REACH or scene.tokens.lower(part.qualifier_first - 1) not in _ASIDE:
        return False
    if not of_them and (scene.tokens.lower(at) != "from" or side.first - at > 2):
        return False
    return any(start <= a.first < part.first and a.unit.unit == part.unit.unit for a in scene.amounts)


def is_paid_from(scene: Scene, start: int, side: Side) -> bool:
    """Whether a country behind token `start` only tells where money in passing is from ("a line built with $5 million
    from Japan")."""
    if side.preposition != "from":
        return False
    sums = [a for a in scene.amounts if a.kind == "currency" and start <= a.first < side.first <= a.last + 2]
    if not sums or scene.tokens.lower(sums[-1].last) != "from":
        return False
    return any(start <= a.first < sums[-1].first and a.kind != "currency" for a in scene.amounts)


def _is_of_what_was_told(scene: Scene, share: Amount) -> bool:
    """Whether a share is one of what stands before it ("two thirds of it", "and close to a third came from")."""
    if scene.tokens.lower(share.last) == "of":
        return scene.tokens.lower(share.last + 1) in _POINTERS
    way = scene.tokens.lower(share.last), scene.tokens.lower(share.last + 1)
    return (way[0] in _COMING and way[1] == "from") or (way[0] in _GOING and way[1] == "to")


_ASIDE = frozenset({",", "(", "and", "with"})
_WAYS = frozenset({"from", "to"})
_REST = frozenset({"rest", "remainder", "balance"})
_LED = frozenset({"led", "driven", "boosted", "helped", "headed", "dominated"})
_COMING = frozenset({"came", "come", "comes", "coming"})
_GOING = frozenset({"going", "goes", "went", "bound"})
_OWNING = frozenset({"'", "’", "'s"})


def behind(scene: Scene, amount: Amount) -> int:
    """The token behind `amount`, its noun, its conversion in brackets and its rate."""
    tokens = scene.tokens
    at = amount.last if amount.noun is None else amount.noun[1]
    if tokens.lower(at) in _OWNING and tokens.lower(at + 1) == "worth":
        at += 2
    if amount.alternate is not None and amount.alternate.first - at < 8:
        at = amount.alternate.last
        while at < scene.last and tokens.lowers[at] != ")" and at - amount.alternate.last < 4:
            at += 1
        at += tokens.lower(at) == ")"
    rated = tokens.lower(at) in ("a", "per") and tokens.lower(at + 1) in ("day", "year", "month")
    return at + 2 if rated else at


_COMPOUNDS = frozenset({"era", "led", "style", "born", "based", "educated", "flagged", "backed", "trained", "language"})
"""What makes an adjective of another matter of a country ("Soviet-era", "Seoul-based")."""
_FIRMS = word_set(
    "firm firms company companies group developer developers conglomerate investor investors miner trader traders "
    "enterprise enterprises contractor contractors manufacturer importer importers exporter exporters bank lender "
    "fund charity foundation refiner refiners utility producer"
)
"""Behind "Seoul-based" these deal for the state where they are."""
_FIRM_REACH = 4
_MONEY_OR_TIME = re.compile(
    r"[-\s](?:era|days|times|period|years)\b|\s(?:[Ii]nter-?[Bb]ank|Club)\b|"
    r"\$|\s{0,3}-?(?:[Dd]ollars?|[Dd]lrs?|cents?|yuan|won|roubles?|rubles?|rupees?|francs?|dinars?|pounds?|pesos?|lira|liras|dirhams?|rials?|"
    r"riyals?|yen|kron[eo]r?n?|crowns?|shillings?|tenge|hryvnias?|reais|baht|manat|shekels?|rand|kwacha|"
    r"ngultrums?|taka|tala|kip|riels?|lari|drams?|soms?|soums?|somoni|zlotys?|forints?|lev|leva|lei|leu|korun[ay]|birr|naira|"
    r"cedis?|dalasis?|pula|kina|vatu|tugriks?|ringgits?|rupiahs?|dong|kyats?|leks?|denars?|maloti|emalangeni|meticais|"
    r"guilders?|bolivianos|bolivars|quetzales|lempiras|guaranis?|gourdes|escudos)\b"
)


_VERBS_TOO = frozenset({"won", "pound", "pounds", "dong", "rand"})
"""Behind a state's name these are no money, but verbs or names ("Vietnam won a contract")."""
_KOREAN = frozenset({"KOR", "PRK"})
_TAUGHT = re.compile(
    r"[-\s](?:teachers?|tutors?|instructors?|lessons?|classes|courses?|speakers?|language|textbooks?)\b"
)
_PREFIXED = re.compile(r"(?i:\b(?:inter|trans|pan|non|anti|pro))-\Z")


def names_money(text: str, mention: CountryMention) -> bool:
    """Whether the country only names a currency, a body or a time ("Inter-American", "English teacher")."""
    named = _MONEY_OR_TIME.match(text, mention.char_end)
    if named is not None and _is_money(named.group().strip(), mention):
        return True
    if mention.text == "English" and _TAUGHT.match(text, mention.char_end) is not None:
        return True
    start = mention.char_start
    if mention.text == "Soviet" and text.endswith("ormer ", max(0, start - 8), start):
        return True
    return text[start - 1 : start] == "-" and _PREFIXED.search(text, max(0, start - 8), start) is not None


def _is_money(word: str, mention: CountryMention) -> bool:
    """Whether what stands behind a state is its money: a word that may be a verb only behind its adjective."""
    if word not in _VERBS_TOO:
        return True
    return mention.kind == "demonym" and (word != "won" or mention.code in _KOREAN)


def token_span(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The tokens that the characters `start` to `end` of the text cover."""
    return bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)


def persons(tokens: Tokens, offset: int, mentions: Sequence[PersonMention], taken: Sequence[Side]) -> list[Side]:
    """Officials as sides of the state that they serve, none of `taken`, which are in order, in the same words."""
    found, starts = list[Side](), [side.first for side in taken]
    for mention in mentions:
        if mention.country is None or not mention.official:
            continue
        first, last = token_span(tokens, mention.char_start - offset, mention.char_end - offset)
        at = bisect_left(starts, last)
        if last > first and (at == 0 or taken[at - 1].last <= first):
            found.append(Side(first, last, mention.country, "person"))
    return found


def dated(tokens: Tokens, offset: int, mentions: Sequence[DateMention]) -> list[Dated]:
    """`mentions` as tokens of the paragraph that begins at `offset`."""
    found = []
    for mention in mentions:
        first, last = token_span(tokens, mention.char_start - offset, mention.char_end - offset)
        found.append(Dated(first, last, mention))
    return found


def _is_firm_based(tokens: Tokens, index: int) -> bool:
    """Whether "based" at token `index` tells of the seat of a firm ("a Seoul-based construction company")."""
    if tokens.lower(index) != "based":
        return False
    return not _FIRMS.isdisjoint(tokens.lowers[index + 1 : index + _FIRM_REACH])


def sides_of(tokens: Tokens, offset: int, mentions: Sequence[CountryMention]) -> list[Side]:
    """`mentions` as tokens of the paragraph that begins at `offset`, nothing known of their part yet."""
    found = list[Side]()
    for mention in mentions:
        first, last = token_span(tokens, mention.char_start - offset, mention.char_end - offset)
        # "the Vietnamese Red Cross" is of its state
        national = bool(found) and (found[-1].last, found[-1].kind, mention.kind) == (first, "demonym", "organization")
        compound = tokens.lower(last) == "-" and tokens.lower(last + 1) in _COMPOUNDS
        if compound and _is_firm_based(tokens, last + 1):
            found.append(Side(first, last + 2, mention.code, "demonym"))
        elif not national and not compound:
            found.append(Side(first, last, mention.code, mention.kind))
    return found
