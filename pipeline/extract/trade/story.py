"""What the sentences before have set: whose trade is told of, with whom, in which flow, goods and period."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from pipeline.extract.quantities.units import Unit
from pipeline.extract.trade.ledger import Ledger
from pipeline.extract.trade.matters import is_of_relief, speaks_of_labour, speaks_of_remittances
from pipeline.extract.trade.scene import PAIR, Scene, Side
from pipeline.extract.trade.spans import Period
from pipeline.lexicon.countries import code_of, forms
from pipeline.values import value

_LENDING = frozenset({"Bank", "Fund"})
_NOT_NAMED = frozenset({"pronoun", "person", "lender"})
_HELD_IN = (None, "in", "at")
_NAMED = 6
"""So many names of countries are remembered for "the kingdom", "the republic"."""
_DATELINE_REACH = 5
"""So many tokens the place may take that opens a section ("NUR-SULTAN -")."""
_SEAT_OF_THE_BLOC = "BEL"
"""A story from Brussels that speaks of the European Union is told from there, and not of Belgium."""
_OFTEN = 3
_A_PAIR = 2
_REACH = 1
"""A frame holds on for so many paragraphs behind its own."""


@cache
def bodies() -> frozenset[str]:
    """The codes of bodies of several states, that trade only where no state is told of."""
    states = {form.code for form in forms() if form.kind not in ("organization", "short")}
    return frozenset({form.code for form in forms()} - states | {"UNO", "EUE"})


@cache
def lenders() -> frozenset[str]:
    """The codes of bodies that "the bank", "the lender" and "the fund" can be."""
    banks = {form.code for form in forms() if form.kind == "organization" and _LENDING & set(form.form.split())}
    return bodies() & banks


@value(frozen=False, slots=True)
class Frame:
    """What a figure is about."""

    flow: str
    rule: str
    exporter: str | None = None
    importer: str | None = None
    pair: tuple[str, ...] = ()
    """The countries of two-way trade, a balance or a production; empty for directed flows."""
    view: str | None = None
    """The country from which the flow is seen: whose exports, imports, deficit."""
    varies: str | None = None
    """The party that changes when a list goes on ("to China $5 billion, to Japan $3 billion")."""
    subject: str | None = None
    """What the subject of its verb is: who a list goes on with where no preposition stands ("and Austria 9 bcm")."""
    goods: tuple[str, str | None] | None = None
    """The goods whose way it was told to go, where its own sentence names no party."""
    negative: bool = False
    """A deficit."""
    wages: bool = False
    """Whether workers' money flows, from the host to their home."""
    paragraph: int = -1
    told: bool = False
    """Whether its own sentence names a party of it."""
    _countries: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def countries(self) -> tuple[str, ...]:
        """All countries of the figure, sorted."""
        if self._countries is None:
            self._countries = tuple(sorted({code for code in (self.exporter, self.importer, *self.pair) if code}))
        return self._countries

    @property
    def bilateral(self) -> bool:
        """Whether it holds between two countries."""
        return len(self.countries) == 2


@dataclass(slots=True)
class Parties:
    """The parties of one word of flow while they are being found."""

    exporter: str | None = None
    importer: str | None = None
    pair: tuple[str, ...] = ()
    view: str | None = None
    varies: str | None = None
    subject: str | None = None
    subject_found: bool = False
    by_name: bool = False
    """Whether the owner or subject is named, and no pronoun."""
    goods: tuple[str, str | None] | None = None
    many: frozenset[str] = frozenset()
    """The roles that several countries share, so that none of them has it."""

    def put(self, role: str | None, code: str) -> None:
        """Fill `role` with `code` unless it is taken, shared, or the other party is the same country."""
        if role in self.many:
            return
        if role == "exporter" and self.exporter is None and code != self.importer:
            self.exporter = code
        elif role == "importer" and self.importer is None and code != self.exporter:
            self.importer = code

    def see_from_seller(self) -> None:
        """It is the seller's flow: the exporter's, if there is one."""
        self.view = self.exporter


@dataclass(slots=True)
class Story:
    """The state of an article as it is read from sentence to sentence."""

    dominant: tuple[str, ...]
    """The countries that the article names, most often named first."""
    bilateral: bool = False
    """Whether the article is about its first two countries and hardly of a third."""
    both_named: int = -1
    """Where the second of its two countries is named first."""
    home: str | None = None
    """The country of the article's dateline."""
    told_of: str | None = None
    """The one country that headline and text name far more often than any other."""
    subject: str | None = None
    """The country that was last the subject of a sentence."""
    frame: Frame | None = None
    """The frame of the last figure."""
    traded: Frame | None = None
    """The frame of the last figure of goods."""
    bought: Frame | None = None
    """The frame of the last figure of imports."""
    paragraph: int = -1
    pair: tuple[str, ...] = ()
    """The last two countries that were told of together."""
    goods: dict[str, tuple[str, str | None] | None] = field(default_factory=dict)
    """The goods last told of, by flow, and under "" those of the last figure that had any."""
    goods_at: int = -1
    """Where the sentence begins in whose figures goods were told of last."""
    latest: tuple[str, str | None] | None = None
    """The goods of the last figure of goods, None where that is of all."""
    of_all: bool = False
    """Whether a trade has been told of that is one of all goods."""
    before: Scene | None = None
    """The sentence before."""
    section: bool = False
    """Whether a dateline inside the article has begun a story of its own."""
    text: str = ""
    """The article's text."""
    today: date | None = None
    """The day of publication."""
    kind: str | None = None
    """What the last figure measured in: `currency`, `mass`, `percent` ..."""
    money: str | None = None
    """The currency of the last figure in money."""
    unit: Unit | None = None
    """The unit of the last figure of weight, volume or energy."""
    per: str | None = None
    """The rate of that figure."""
    named: tuple[str, ...] = ()
    """The countries named in the last sentences."""
    partners_at: int = -1
    """Where the sentence begins that names a state as another's market or source."""
    people: str | None = None
    """The people of a state that the paragraph named last, workers among them."""
    lender: str | None = None
    """The bank or fund of several states that was named last."""
    energy: tuple[str, str | None] | None = None
    """The kind of energy last spoken of."""
    weighed: tuple[str, str | None] | None = None
    """The goods last told of in a mass or a volume."""
    opened: Period | None = None
    """The period of the article's first figures that have one."""
    whole: Frame | None = None
    """The two-way trade told of last, while nothing but its parts has been told since."""
    whole_at: int = -1
    """Where its sentence begins."""
    sellers: set[str] = field(default_factory=set)
    """Who of the two has been told to sell, as a part of it."""
    alone: tuple[str, str | None] | None = None
    """Whose exports or imports have been spoken of with no partner, and which of the two, before any figure of them."""
    gave: set[str] = field(default_factory=set)
    """Who has been told to give aid to another, and not to get any."""
    got: set[str] = field(default_factory=set)
    """Who has been told to get aid."""
    views: Counter[str] = field(default_factory=Counter)
    """How many figures of goods were told as seen from each country."""
    ledger: Ledger = field(default_factory=Ledger)
    """Which way the goods go that have been told of."""

    def note_whole(self, frame: Frame, start: int) -> None:
        """Take in `frame`, of the sentence that begins at `start`, as a two-way trade or a part of the one before."""
        self.alone = None if frame.bilateral else self.alone
        if frame.flow == "trade" and frame.bilateral:
            self.whole, self.whole_at, self.sellers = frame, start, set()
        elif self.whole is not None and frame.flow in ("export", "import") and frame.countries == self.whole.pair:
            self.sellers.add(frame.exporter or "")
        elif frame.flow != "balance":
            self.whole = None

    @property
    def remittances(self) -> bool:
        """Whether the article speaks of remittances."""
        return speaks_of_remittances(self.text)

    @property
    def labour(self) -> bool:
        """Whether the article speaks of people who work abroad."""
        return speaks_of_labour(self.text)

    @property
    def relief(self) -> bool:
        """Whether the article is about relief."""
        return is_of_relief(self.text)

    @property
    def viewer(self) -> str | None:
        """The country from which nearly all trade so far was told of, over several figures."""
        if not self.views:
            return None
        code, count = self.views.most_common(1)[0]
        return code if count >= _OFTEN and count * 5 >= 4 * self.views.total() else None

    def recent(self, paragraph: int) -> Frame | None:
        """The last frame, if it is near enough to be carried on to paragraph `paragraph`."""
        frame = self.frame
        return frame if frame is not None and paragraph - frame.paragraph <= _REACH + 1 else None

    def other(self, code: str | None) -> str | None:
        """The country that the article sets beside `code`."""
        for pair in (self.pair, self.dominant[:2]):
            if code in pair and len(pair) == 2:
                return next(other for other in pair if other != code)
        return None

    def other_of_top(self, code: str | None) -> str | None:
        """The other of the two countries that the article names most, if `code` is one of them."""
        top = self.dominant[:2]
        return next(other for other in top if other != code) if code in top and len(top) == 2 else None

    def recipient(self, donor: str | None) -> str | None:
        """Whom relief goes to where a sentence names the donor alone: who got it before, else whom it is about."""
        frame = self.frame
        if frame is not None and frame.flow == "aid" and frame.importer not in (None, donor):
            return frame.importer
        return self.told_of if self.told_of != donor else None

    def topic(self) -> str | None:
        """The country that "the country" is: the article's own if it is told of, else the last subject."""
        for code in (self.home, self.subject):
            if code in self.dominant[:2] and code not in bodies():
                return code
        return self.dominant[0] if self.dominant else None

    def main_two(self) -> tuple[str, ...]:
        """The two countries whose "bilateral" trade an article tells of, or ()."""
        if self.bilateral or self.frame is None or len(self.frame.pair) != 2:
            return self.dominant[:2] if len(self.dominant) >= 2 else ()
        return self.frame.pair

    def two(self) -> tuple[str, ...]:
        """The two countries that "the two countries" are, or ()."""
        if self.bilateral:
            return self.dominant[:2]
        if self.frame is not None and self.frame.bilateral:
            return self.frame.countries
        return self.pair if len(self.pair) == 2 else self.dominant[:2] if len(self.dominant) >= 2 else ()


def subject_among(named: list[Side], first: int = 0) -> str | None:
    """The first country that can be a subject: of those from token `first` on the last, else the first of all."""
    free = [side for side in named if side.preposition is None and not side.attribution and side.code not in ("", PAIR)]
    if not free:
        return None
    free = [side for side in free if side.code not in bodies()] or free
    return free[-1].code if free[-1].first >= first > 0 else free[0].code


def turn_to(story: Story, scene: Scene) -> None:
    """A paragraph that opens with its own place ("BISHKEK - ...") begins a story of its own."""
    tokens, at = scene.tokens, scene.first
    if not tokens.words[at].isupper() or len(tokens.words[at]) <= 2:
        return
    while at < min(scene.first + _DATELINE_REACH, scene.last) and (tokens.words[at].isupper() or tokens.glued(at)):
        at += 1
    if tokens.lower(at) in ("-", "–", "—") and not tokens.glued(at):
        code = code_of(tokens.span(scene.first, at).title())
        code = "EUE" if code == _SEAT_OF_THE_BLOC and "EUE" in story.dominant else code
        later = story.before is not None and story.before.paragraph.kind == "body"
        story.subject, story.frame, story.home = code, None, code
        story.section = code is not None and (later or code in story.dominant)
        story.goods.clear()
        story.of_all = False
        if later:
            story.ledger = Ledger()


def follow(story: Story, scene: Scene) -> None:
    """Let `story` take in who is the subject of `scene`, once its figures are read."""
    story.before = scene
    story.people = _people_of(scene) or (story.people if scene.first else None)
    named = [s for s in scene.sides if s.code not in ("", PAIR) and s.kind not in _NOT_NAMED]
    named = [s for s in named if not _is_venue(s, story)]
    if not named:
        return
    if not _several_act(named):
        story.subject = _pronoun_subject(scene) or subject_among(named) or story.subject
    told, codes = list[str](), list[str]()
    for side in named:
        code = side.code
        if code in lenders():
            story.lender = code
        if code not in bodies():
            told.append(code)
            if not side.attribution and code not in codes:
                codes.append(code)
    story.named = tuple([*story.named, *told][-_NAMED:])
    if len(codes) == 2:
        story.pair = (codes[0], codes[1])


def _several_act(named: list[Side]) -> bool:
    """Whether the subject is a list ("Peru, Chile and Oman remained the main buyers"), none of which is "the country"
    of the next sentence."""
    acts = len(named) > _A_PAIR and named[0].preposition is None and not named[0].possessive
    return acts and all(side.listed for side in named[1 : _A_PAIR + 1])


def _is_venue(side: Side, story: Story) -> bool:
    """Whether a place only tells where something was held, its state being none that the article is about."""
    return side.kind == "place" and side.preposition in _HELD_IN and side.code not in story.dominant[:2]


def _people_of(scene: Scene) -> str | None:
    """Whose people the sentence names last: "they" are more likely those than a state."""
    workers = {t.first for t in scene.triggers if t.subject == "worker" and t.kind == "noun"}
    found = (s for s in reversed(scene.sides) if s.kind == "demonym" and (not s.possessive or s.last in workers))
    return next((side.code for side in found), None)


def _pronoun_subject(scene: Scene) -> str | None:
    """The country that a pronoun stands for as the subject of the sentence ("It sold ... after Ukraine halted")."""
    first = next((side for side in scene.sides if side.code and not side.attribution), None)
    if first is None or first.kind not in ("pronoun", "lender") or first.code == PAIR:
        return None
    return first.code if first.preposition is None and not first.possessive else None


def remember(story: Story, frame: Frame, paragraph: int) -> None:
    """Let `story` go on with `frame`."""
    story.frame = frame if frame.paragraph == paragraph else replace(frame, paragraph=paragraph)
    if story.traded is None and frame.flow in ("export", "import") and story.told_of in frame.countries:
        # the article is of whose trade it tells first, and not of the partner, however often that is named
        story.told_of = frame.view if frame.view in story.dominant[:2] else story.told_of
    story.traded = story.frame if frame.flow in ("export", "import") else story.traded
    story.bought = story.frame if frame.flow == "import" else story.bought
    if frame.flow == "aid" and frame.exporter and frame.importer:
        story.got.add(frame.importer)
        story.gave.add(frame.exporter)
        story.gave -= story.got
    if frame.bilateral:
        one, two = frame.countries
        story.pair = (two, one) if frame.view == two else (one, two)
