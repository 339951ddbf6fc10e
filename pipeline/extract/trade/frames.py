"""From a word of flow to who sends what to whom: the parties that its clause gives it."""

from dataclasses import dataclass, replace

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Story

_NOUN_REACH = 6
_GOODS = word_set("goods products oil crude gas coal")
_WORLDWIDE = word_set(
    "total overall global worldwide world's all foreign aggregate nationwide combined overseas whole non-oil"
)
_GIVING = word_set(
    "extend extends extended extending provide provides provided providing give gave given gives grant "
    "granted grants offer offers offered announce announced announces approve approved approves pledge "
    "pledged pledges send sends sent deliver delivered make made disburse disbursed release released releases "
    "promise promised commit committed dispatch dispatched supply supplied ship shipped write wrote finance "
    "financing co-financing allocate allocated deposited deposit forgave forgive launched paid pay hand "
    "transfer transferred lent"
)
_RECEIVING = word_set(
    "receive received receives receiving get got gets getting secure secured secures obtain obtained obtains "
    "seek seeks sought seeking request requested requests ask asked asks win won wins attract attracted "
    "attracts borrow borrowed take took draw drew use used repay repaid repays need needs owe owes owed "
    "accept accepted negotiate negotiating sign signed signs negotiated accumulated draws"
)
_HOME_IN = word_set("in at")
_TO = frozenset({"to", "into", "toward", "towards", "onto"})
_FROM = frozenset({"from"})


@dataclass(slots=True)
class Parties:
    """The parties of one word of flow while they are being found."""

    exporter: str | None = None
    importer: str | None = None
    pair: tuple[str, ...] = ()
    view: str | None = None
    varies: str | None = None
    subject_found: bool = False

    def put(self, role: str | None, code: str) -> None:
        """Fill `role` with `code` unless it is taken or the other party is the same country."""
        if role == "exporter" and self.exporter is None and code != self.importer:
            self.exporter = code
        elif role == "importer" and self.importer is None and code != self.exporter:
            self.importer = code


def frame_of(scene: Scene, trigger: Trigger, story: Story) -> Frame | None:
    """The frame that `trigger` sets up in its clause, completed by the story; None if no country can be told."""
    parties = Parties()
    flow = _flow(scene, trigger)
    if flow in ("trade", "balance", "other"):
        _pair(scene, trigger, story, parties)
        if flow == "other" and not parties.pair:
            return None
    elif flow == "production":
        _producer(scene, trigger, story, parties)
    else:
        _directed(scene, trigger, flow, parties)
        _complete(scene, trigger, flow, story, parties)
    if not (parties.exporter or parties.importer or parties.pair):
        return None
    rule = f"{'passive' if trigger.kind == 'passive' else trigger.kind}_{flow}"
    negative = flow == "balance" and scene.has(
        trigger.first, trigger.last, word_set("deficit deficits gap shortfall imbalance")
    )
    return Frame(
        flow=flow,
        rule=rule,
        exporter=parties.exporter,
        importer=parties.importer,
        pair=tuple(sorted(parties.pair)),
        view=parties.view,
        varies=parties.varies,
        negative=negative,
    )


def _flow(scene: Scene, trigger: Trigger) -> str:
    """The flow of `trigger`; goods that are given are aid."""
    words = word_set("aid donation donated humanitarian gift donate relief free-of-charge charity")
    free = scene.has(scene.first, scene.last, word_set("free")) and scene.has(
        scene.first, scene.last, word_set("charge")
    )
    if trigger.flow == "export" and not trigger.strong and (free or scene.has(scene.first, scene.last, words)):
        return "aid"
    return trigger.flow if trigger.flow != "contract" else "trade"


# --- directed flows ---------------------------------------------------------------------------------------------------


def _directed(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    if trigger.kind == "noun":
        owner = _owner(scene, trigger)
        if owner is not None:
            _put_owner(scene, trigger, owner, parties)
    elif trigger.kind == "verb":
        subject = subject_of(scene, trigger.first)
        if subject is not None:
            parties.put(_subject_role(trigger, subject), subject.code)
            parties.view, parties.subject_found = subject.code, True
            parties.varies = _subject_role(trigger, subject)
    for side in _right(scene, trigger):
        role = _role(trigger, flow, side, scene)
        if role and side.code not in ("", PAIR):
            before = (parties.exporter, parties.importer)
            parties.put(role, side.code)
            if before != (parties.exporter, parties.importer) and not side.possessive:
                parties.varies = role


def _subject_role(trigger: Trigger, subject: Side) -> str:
    if trigger.subject == "worker":
        return "exporter"
    if trigger.subject == "sender":
        return "importer" if subject.kind == "demonym" else "exporter"
    return trigger.subject if trigger.subject in ("exporter", "importer") else "exporter"


def _opposite(role: str) -> str:
    return "importer" if role == "exporter" else "exporter"


def _owner(scene: Scene, trigger: Trigger) -> Side | None:
    """The country whose exports, imports or loans a noun tells of: its possessor or adjective, in one noun phrase."""
    tokens = scene.tokens
    for side in reversed(scene.sides):
        if side.last > trigger.first or side.attribution or side.code in ("", PAIR):
            continue
        if trigger.first - side.last > _NOUN_REACH:
            return None
        between = tokens.lowers[side.last : trigger.first]
        if between and between[0] in ("'s", "'"):
            between = between[1:]
        glued_pair = between in (["-", "bound"], ["-"])
        if glued_pair or not all(word.isalpha() or word in ("-", "and") for word in between):
            return None
        if set(between) & _CLOSES:
            return None
        return side if side.possessive or side.kind in ("name", "demonym", "capital", "short") else None
    return None


_CLOSES = word_set(
    "to from of in with by for on at is was were are has have had said says will would that which as than but "
    "while increased rose fell cut raised banned halted began stopped resumed gave given sent seeks plans "
    "wants is's needs its their"
)


def _put_owner(scene: Scene, trigger: Trigger, owner: Side, parties: Parties) -> None:
    """Place a noun's owner; an adjective before imported goods may be theirs ("Russian oil imports")."""
    role = _subject_role(trigger, owner)
    goods_between = trigger.first - owner.last >= 1 and not scene.tokens.lower(owner.last).startswith("'")
    if (
        role == "importer"
        and owner.kind == "demonym"
        and goods_between
        and trigger.flow in ("import", "consumption", "cap")
    ):
        others = [
            s for s in scene.sides if s is not owner and s.code not in ("", PAIR, owner.code) and not s.attribution
        ]
        explicit_from = any(s.preposition in _FROM and s.first >= trigger.last for s in others)
        if others and not explicit_from:
            parties.put("exporter", owner.code)
            return
    parties.put(role, owner.code)
    parties.view, parties.subject_found = owner.code, True


def subject_of(scene: Scene, index: int) -> Side | None:
    """The country that is the subject of the verb at token `index`: in its clause, else in the clauses before."""
    first, _ = scene.clause(index)
    relative = scene.tokens.lower(first) in ("which", "who") or (scene.tokens.lower(first) == "that")
    inside = [side for side in scene.sides if first <= side.first and side.last <= index]
    for side in reversed(inside):
        if _can_be_subject(side):
            return side
    before = [side for side in scene.sides if side.last <= first]
    if relative and before and first - before[-1].last <= 3:
        return before[-1]
    for side in before:
        if _can_be_subject(side):
            return side
    return None


def _can_be_subject(side: Side) -> bool:
    return side.preposition in (None, "of") and not side.attribution and side.code not in ("", PAIR)


def _right(scene: Scene, trigger: Trigger) -> list[Side]:
    """The countries behind `trigger` that may hang on it: up to the next word of flow of its own kind or clause."""
    _, end = scene.clause(trigger.first)
    for other in scene.triggers:
        if other.first >= trigger.last and other.kind != "block" and _cuts(trigger, other):
            end = min(end, other.first)
            break
    return [side for side in scene.sides if trigger.last <= side.first < end and not side.attribution]


def _cuts(trigger: Trigger, other: Trigger) -> bool:
    """Whether `other` begins a frame of its own: not the goods or the aid that `trigger` itself moves."""
    return not (trigger.kind in ("verb", "passive") and other.kind == "noun" and other.first - trigger.last < 12)


def _role(trigger: Trigger, flow: str, side: Side, scene: Scene) -> str | None:
    """The role of a country behind a word of flow."""
    preposition = side.preposition
    if side.possessive and preposition in ("of", "on", None, "for", "worth"):
        return _goods_role(trigger, flow, side, scene)
    if preposition in _TO:
        return "exporter" if flow == "debt" and trigger.subject == "importer" else "importer"
    if preposition in _FROM:
        return "exporter"
    if preposition == "by":
        return trigger.subject if trigger.subject in ("exporter", "importer") else "exporter"
    if preposition in ("in", "at", "across", "inside", "within"):
        return _place_role(trigger, flow)
    if preposition == "for" and flow in ("aid", "debt", "investment"):
        return "importer"
    if preposition == "with" and trigger.kind == "verb" and flow in ("aid", "export"):
        return None
    if preposition == "on" and flow in ("cap", "debt"):
        return "importer"
    if preposition == "of" and trigger.kind == "noun":
        return _subject_role(trigger, side)
    if preposition is None and trigger.kind == "verb" and side.first - trigger.last <= 2 and not side.possessive:
        return _opposite(_subject_role(trigger, side))
    return None


def _goods_role(trigger: Trigger, flow: str, side: Side, scene: Scene) -> str | None:
    """The country that goods are named after ("imports of Russian oil", "26,000 Korean cars")."""
    if flow == "labour":
        return "exporter" if trigger.subject == "worker" else "importer"
    if flow == "debt" and side.preposition in ("of", "for"):
        return _opposite("exporter")
    if flow in ("import", "export", "consumption", "cap", "aid"):
        if side.kind == "pronoun":
            return None
        return "exporter"
    if flow == "investment":
        return "importer" if side.preposition in ("in", "for") else None
    return None


def _place_role(trigger: Trigger, flow: str) -> str | None:
    if flow == "labour":
        return "exporter" if trigger.subject == "sender" else "importer"
    return "importer" if flow in ("investment", "aid", "consumption") else None


def _complete(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """What the trigger's own words left open, from the rest of the clause and from the story."""
    if trigger.kind == "noun" and not parties.subject_found:
        _light_verb(scene, trigger, flow, parties)
    _left_prepositions(scene, trigger, flow, parties)
    recent = story.recent(scene.paragraph.position)
    if parties.exporter is None and parties.importer is None and trigger.strong:
        _from_story(scene, trigger, flow, story, parties)
        return
    if parties.view is None:
        parties.view = parties.exporter if trigger.subject == "exporter" else parties.importer
    known = parties.exporter or parties.importer
    if (parties.exporter is None or parties.importer is None) and recent is not None and recent.bilateral:
        same_field = recent.flow in ("trade", "export", "import", "balance") and flow in (
            "export",
            "import",
            "consumption",
        )
        if known in recent.countries and not _worldwide(scene, trigger) and (same_field or recent.flow == flow):
            other = next(code for code in recent.countries if code != known)
            parties.put("exporter" if parties.exporter is None else "importer", other)


def _light_verb(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """The subject of the verb that a noun of flow is the object of ("Seoul will extend a loan", "cut its imports")."""
    first, _ = scene.clause(trigger.first)
    subject = subject_of(scene, trigger.first)
    if subject is None:
        return
    between = scene.tokens.lowers[max(first, subject.last) : trigger.first]
    role = _subject_role(trigger, subject)
    if flow in ("aid", "debt", "investment"):
        if set(between) & _RECEIVING:
            role = "importer"
        elif set(between) & _GIVING:
            role = "exporter"
        elif not trigger.strong or not between:
            return
    parties.put(role, subject.code)
    parties.view = subject.code


def _left_prepositions(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """Parties that the clause names before the word of flow ("to Poland, exports rose", "From Russia it bought")."""
    first, _ = scene.clause(trigger.first)
    for side in scene.sides:
        if side.first < first or side.last > trigger.first or side.attribution or side.code in ("", PAIR):
            continue
        if side.preposition in _TO | _FROM and not side.possessive:
            parties.put(_role(trigger, flow, side, scene), side.code)


def _from_story(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """Parties of "imports fell 3 percent", where neither is named."""
    recent = story.recent(scene.paragraph.position)
    if recent is not None and (recent.view or recent.bilateral):
        view = recent.view or recent.countries[0]
        role = _subject_role(trigger, Side(0, 0, view, "name"))
        parties.put(role, view)
        if recent.bilateral and view in recent.countries and not _worldwide(scene, trigger):
            parties.put(_opposite(role), next(code for code in recent.countries if code != view))
        parties.view = view
        return
    view = story.subject or (story.dominant[0] if story.dominant else None)
    if view is not None:
        parties.put(_subject_role(trigger, Side(0, 0, view, "name")), view)
        parties.view = view


def _worldwide(scene: Scene, trigger: Trigger) -> bool:
    return scene.has(trigger.first - 4, trigger.first, _WORLDWIDE)


# --- two-way flows and production -------------------------------------------------------------------------------------


def _pair(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> None:
    """The two countries of "trade between A and B", "A's trade with B", "bilateral trade"."""
    first, end = scene.clause(trigger.first)
    near = [s for s in scene.sides if not s.attribution and s.code and first <= s.first < end]
    owner = _owner(scene, trigger)
    both = any(s.code == PAIR for s in near)
    between = [s for s in near if s.preposition == "between" and s.code != PAIR]
    partners = [s for s in near if s.preposition == "with" and s.code != PAIR]
    codes: list[str] = []
    if len({s.code for s in between}) >= 2:
        codes = [s.code for s in between]
    elif partners:
        view = owner or subject_of(scene, trigger.first)
        codes = [view.code if view else story.subject or "", partners[0].code]
        parties.varies = "partner"
    elif both:
        named = list(dict.fromkeys(s.code for s in near if s.code != PAIR and s.preposition != "in"))
        codes = named if len(named) == 2 else list(story.two())
    else:
        codes = _hyphenated(scene, trigger) or ([owner.code] if owner else [])
    codes = [code for code in dict.fromkeys(codes) if code]
    if not codes:
        recent = story.recent(scene.paragraph.position)
        codes = list(recent.countries) if recent is not None else []
        parties.view = recent.view if recent else None
        if not codes:
            subject = subject_of(scene, trigger.first)
            codes = [subject.code] if subject else []
    if len(codes) == 1 and trigger.strong:
        recent = story.recent(scene.paragraph.position)
        if recent is not None and recent.bilateral and codes[0] in recent.countries and not _worldwide(scene, trigger):
            codes = list(recent.countries)
    parties.pair = tuple(codes[:2])
    parties.view = parties.view or (codes[0] if codes else None)


def _hyphenated(scene: Scene, trigger: Trigger) -> list[str]:
    """The countries of "China-Kazakhstan trade" and "Russian-Chinese trade"."""
    before = [s for s in scene.sides if s.last <= trigger.first and trigger.first - s.last <= 3]
    if len(scene.sides) < 2 or not before:
        return []
    last = before[-1]
    earlier = [
        s for s in scene.sides if s.last == last.first - 1 and scene.tokens.lower(last.first - 1) in ("-", "–", "and")
    ]
    return [earlier[0].code, last.code] if earlier else []


def _producer(scene: Scene, trigger: Trigger, story: Story, parties: Parties) -> None:
    side = _owner(scene, trigger) if trigger.kind == "noun" else subject_of(scene, trigger.first)
    if side is None and trigger.kind == "noun":
        side = next((s for s in _right(scene, trigger) if s.preposition in ("in", "of", "by")), None)
    if side is not None:
        parties.pair, parties.view = (side.code,), side.code


def vary(frame: Frame, role: str | None, code: str) -> Frame:
    """`frame` with another partner, as when a list goes on."""
    if frame.pair:
        if frame.view is None or len(frame.pair) < 2:
            return replace(frame, pair=tuple(sorted({*frame.pair, code})[:2]))
        return replace(frame, pair=tuple(sorted((frame.view, code))))
    role = role or frame.varies
    if role == "exporter" and code != frame.importer:
        return replace(frame, exporter=code)
    if role == "importer" and code != frame.exporter:
        return replace(frame, importer=code)
    return frame
