"""Who gives money and who takes it: who is told to be a state's donor, creditor or investor ("is Fiji's main lender,
with loans of $90 million", "led the donors with 400 million riyals"), and whose money comes from another.

What such a word makes of the goods of buyers and sellers stands in `partners`.
"""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import TO, named, subject_of, subject_role
from pipeline.extract.trade.scene import Scene, Side, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story

GIVERS = {
    **dict.fromkeys(("donor", "donors", "giver", "givers", "contributor", "contributors"), "aid"),
    **dict.fromkeys(("creditor", "creditors", "lender", "lenders"), "debt"),
    **dict.fromkeys(("investor", "investors"), "investment"),
}
"""Who gives money, and as what."""
GIFTS = frozenset({"aid", "debt", "investment"})
"""Flows of which one side gives and the other is given to."""
BEFORE_VERB = word_set(
    "have has had will would also together jointly all both can could may might should must still now to is are was "
    "were be been committed agreed agree pledged pledge promised promise offered offer decided decide ready prepared "
    "willing set due plan planned planning intend intended want wanted hope hoped vowed continue continued obliged "
    "bound expected asked urged"
)
"""What may stand between who acts and the verb of flow ("donors have agreed to give")."""
_WORDS = frozenset(GIVERS)
_GIVERS = word_set("donors creditors lenders investors banks governments partners agencies benefactors")
_PARTS = frozenset({"europe", "africa", "asia"})
_OF_OR_FROM = frozenset({"of", "from", "in", "across", "and", "for", "with"})
_NAMED_REACH = 3
_GIVERS_REACH = 6
BANKERS = word_set("bankers syndicating syndicated syndicate syndication")
"""Who or what these are told of beside is a loan to the state that it is named after."""
_PACKAGES = frozenset({"package", "packages", "rescheduling", "relief", "forgiveness", "cancellation"})
_PACKAGE_REACH = 5
_SOURCES = frozenset({"source", "sources", "provider", "providers", "origin"})
_WITH = frozenset({"with", "at", "on"})
_WITH_OR_HOLDING = _WITH | {"holding", "having", "contributing", "accounting", "owed"}
_TO_WHOM = frozenset({"in", "to", "of", "for"})
_TO_WHOM_REACH = 3
_SOURCE_REACH = 7
_INVESTED = frozenset({"investment", "investments", "fdi"})
_BEING = frozenset({"is", "was", "remains", "remained", "became", "becomes", "as", ","})
_WITHOUT_ADJECTIVE = "NZL"
"""Whose own aid is called by its name."""
_CALLED = frozenset({"name", "place", "capital"})
_LANDS = frozenset({"name", "short"})
_OWN_SUM_REACH = 9
_WORTH = word_set("worth totalling totaling of valued capitalised capitalized at")
_PROJECTS = word_set("projects project enterprises ventures")
_HELD_REACH = 8
"""So many tokens before a sum "with" begins what is worth it."""
_STATES = word_set("countries states nations economies those foreigners")
_BEHIND_GIVERS = word_set("meeting gathered gathering attending who at in")
_BEFORE_GIVERS = word_set("the international western foreign major bilateral")
_A_SHARE_OF = ["a", "share", "of"]


def leading_giver(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """ "leads the donors with 400 million riyals", "is Fiji's main lender, with a share of 35 percent"."""
    begins = amount.qualifier_first
    shares = amount.kind == "percent" and scene.tokens.lowers[max(0, begins - 3) : begins] == _A_SHARE_OF
    if not shares and amount.kind != "currency":
        return None
    opens = False
    if scene.tokens.lower(begins - 1 - len(_A_SHARE_OF) * shares) not in _WITH_OR_HOLDING:
        held = _with_what(scene, begins)
        if held is None:
            return None
        opens = held == scene.first
    at = _called(scene, amount.first)
    until = amount.first
    if opens and at is None:
        # "With 32 projects worth $3 million, Fiji is the second largest investor in Peru"
        at = _called(scene, scene.last, amount.last)
        until = scene.last if at is None else at
    free = [s for s in scene.sides if s.last <= until and named(s) and not s.possessive and not s.attribution]
    if at is None or not free:
        return None
    whom = _to_whom(scene, at, _SOURCE_REACH if scene.tokens.lowers[at] in _SOURCES else _TO_WHOM_REACH)
    giver = next((s for s in free if s.first > at and s is not whom), None)
    giver = giver or next((s for s in reversed(free) if s is not whom), None)
    if giver is None:
        return None
    owners = [s.code for s in scene.sides if s.possessive and s.last <= at and named(s) and s.code != giver.code]
    flow = GIVERS.get(scene.tokens.lowers[at], "investment")
    taker = owners[-1] if owners else whom.code if whom is not None else _taker(scene, story, flow, giver.code)
    return Frame(flow, f"giver_{flow}", giver.code, taker, view=giver.code, varies="exporter")


def _taker(scene: Scene, story: Story, flow: str, giver: str) -> str | None:
    """Whom the story makes the one who is given to: who was so before, the other of the two that it is of."""
    recent = story.recent(scene.paragraph.position)
    told = recent.importer if recent is not None and recent.flow == flow and recent.importer != giver else None
    other = story.other_of_top(giver) if story.bilateral else None
    home = story.home if story.home != giver else None
    return told or story.recipient(giver) or home or other


def giving(scene: Scene) -> str | None:
    """The flow of those whom a sentence calls donors, creditors or investors; None where it calls nobody so."""
    if not scene.has(scene.first, scene.last, _WORDS):
        return None
    return next(GIVERS[word] for word in scene.tokens.lowers[scene.first : scene.last] if word in _WORDS)


def as_giver(scene: Scene, index: int, parties: Parties) -> bool:
    """Put in who is told to be a giver, and whose, before the noun of its own sum at token `index` ("is Fiji's main
    lender, with loans of $90 million", "is Fiji's main source of remittances"); whether it is so here."""
    of_money = scene.tokens.lower(index - 1) == "of" and scene.tokens.lower(index - 2) in _SOURCES
    if not of_money and not scene.has(scene.first, index, _WORDS):
        return False
    at = index - 2 if of_money else _called(scene, index)
    if at is None or not (of_money or (index - at <= _OWN_SUM_REACH and scene.has(at, index, _WITH))):
        return False
    whom = _to_whom(scene, at, _SOURCE_REACH if of_money else _TO_WHOM_REACH)
    owner = whom or next((s for s in reversed(scene.sides) if s.possessive and s.last <= at and named(s)), None)
    giver = subject_of(scene, at if owner is None or owner.first > at else owner.first)
    if owner is None or giver is None or giver.code == owner.code or not scene.has(giver.last, at, _BEING):
        return False
    parties.exporter, parties.importer, parties.view = giver.code, owner.code, giver.code
    return True


def leader_by_projects(scene: Scene, amount: Amount, story: Story) -> Frame | None:
    """ "With 32 projects worth $3 million, Fiji is the second largest investor in Peru"."""
    if amount.kind != "currency" or _PROJECTS.isdisjoint(scene.held):
        return None
    return leading_giver(scene, amount, story) if _with_what(scene, amount.qualifier_first) is not None else None


def _with_what(scene: Scene, index: int) -> int | None:
    """The place of "with" before what is worth the sum at token `index` ("with 32 projects worth $3 million")."""
    if scene.tokens.lower(index - 1) not in _WORTH:
        return None
    near = range(index - 2, max(scene.first, index - _HELD_REACH) - 1, -1)
    return next((at for at in near if scene.tokens.lowers[at] == "with"), None)


def _called(scene: Scene, index: int, since: int = -1) -> int | None:
    """The place of the last word for a giver before token `index`; of the first behind token `since`, if told."""
    lowers = scene.tokens.lowers
    if since >= 0:
        return next((at for at in range(since, index) if _is_giver(lowers, at)), None)
    return next((at for at in range(index - 1, scene.first, -1) if _is_giver(lowers, at)), None)


def _is_giver(lowers: list[str], index: int) -> bool:
    """Whether a word calls somebody a giver ("investor", "among the countries investing in")."""
    if lowers[index] in _SOURCES and lowers[index + 1 : index + 2] == ["of"]:
        return not _INVESTED.isdisjoint(lowers[index + 2 : index + _SOURCE_REACH])
    return lowers[index] in _WORDS or (lowers[index] == "investing" and lowers[index - 1] in _STATES)


def _to_whom(scene: Scene, index: int, reach: int = _TO_WHOM_REACH) -> Side | None:
    """The state behind the word at token `index` that it gives to ("the largest investor in Peru")."""
    near = (s for s in scene.sides if index < s.first <= index + reach and s.preposition in _TO_WHOM)
    return next((side for side in near if named(side) and not side.attribution), None)


def nobody_named_lends(scene: Scene, trigger: Trigger, flow: str) -> bool:
    """Whether money comes from banks or donors that are not told one by one ("loans from its creditors")."""
    if flow == "debt" and scene.has(scene.first, scene.last, BANKERS):
        return True
    return scene.tokens.lower(trigger.last) == "from" and scene.has(trigger.last, trigger.last + _GIVERS_REACH, _GIVERS)


def takes(scene: Scene, trigger: Trigger, flow: str, owner: Side) -> bool:
    """Whether money is told by the state that it comes to ("Togo's foreign investment", "its loans from Spain")."""
    if (flow in GIFTS or trigger.subject == "sender") and _comes_from(scene, trigger, owner):
        return True
    if flow == "aid" and _is_for_its_name(scene, trigger, owner):
        return True
    if flow == "debt" and (_is_package(scene, trigger) or (owner.kind == "demonym" and _is_held(scene, owner))):
        return True
    if flow == "investment" and _is_held(scene, owner):
        return True  # "would raise its Mexican investments"
    if flow == "debt" and owner.kind == "name" and scene.has(scene.first, scene.last, BANKERS):
        return not any(s.preposition in TO and 0 < s.first - trigger.last <= _PACKAGE_REACH for s in scene.sides)
    if flow != "investment" or owner.kind == "demonym":
        return False
    foreign = scene.tokens.lowers[trigger.first] in ("foreign", "fdi")
    return foreign and not _invests_in_another(scene, trigger, owner)


def _is_for_its_name(scene: Scene, trigger: Trigger, owner: Side) -> bool:
    """Whether aid is called by the state or place that gets it ("$61 billion in Ukraine aid", "a Gaza aid package")."""
    if owner.kind not in _CALLED or owner.last != trigger.first or scene.tokens.words[owner.first].isupper():
        return False
    if owner.preposition == "of" or owner.code == _WITHOUT_ADJECTIVE:
        return False
    return not any(s.preposition in TO and 0 < s.first - trigger.last <= _PACKAGE_REACH for s in scene.sides)


def _is_package(scene: Scene, trigger: Trigger) -> bool:
    """Whether a loan is told as the package of the state that gets it ("Mexico's $7 billion loan package")."""
    if not scene.has(trigger.first, trigger.last + 1, _PACKAGES):
        return False
    return not any(s.preposition in TO and 0 < s.first - trigger.last <= _PACKAGE_REACH for s in scene.sides)


def _is_held(scene: Scene, owner: Side) -> bool:
    """Whether loans that an adjective describes are those of a bank or another state to it ("its $2 billion of Malian
    loans", "declare their Malian loans")."""
    start = owner.first
    amount = next((a for a in scene.amounts if 0 <= start - a.last <= 2), None)
    start = amount.qualifier_first if amount is not None else start
    if owner.kind in _LANDS and scene.tokens.lower(start - 1) == "'s":
        return True  # "the carmaker's Vietnam investments"
    return any(
        s is not owner and s.possessive and s.code != owner.code and 0 <= start - s.last <= 1 for s in scene.sides
    )


def _comes_from(scene: Scene, trigger: Trigger, owner: Side) -> bool:
    """Whether another state stands right behind the noun as the one that the money comes from."""
    if scene.tokens.lower(trigger.last) != "from":
        return False
    if nobody_named_lends(scene, trigger, ""):
        return True  # "Fiji's aid from its donors"
    near = (s for s in scene.sides if 0 < s.first - trigger.last <= _NAMED_REACH and s.preposition == "from")
    return any(named(side) and side.code != owner.code for side in near)


def _invests_in_another(scene: Scene, trigger: Trigger, owner: Side) -> bool:
    """Whether a state's foreign investment is told as that in another ("Mexico's foreign investment in Cuba")."""
    near = (s for s in scene.sides if 0 < s.first - trigger.last <= _NAMED_REACH and s.preposition == "in")
    return any(named(side) and side.code != owner.code for side in near)


def nobody_named_gives(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who give, lend or invest are not named ("Aid donors have promised Mali $1 billion"), or a part of
    the world does ("while Europe has given $1 billion")."""
    if subject_role(trigger) != "exporter":
        return False
    at = trigger.first - 1
    while at > scene.first and (scene.tokens.lowers[at] in BEFORE_VERB or scene.tokens.lowers[at].endswith("ly")):
        at -= 1
    if scene.tokens.lowers[at] in _PARTS and scene.tokens.lower(at - 1) not in TO | _OF_OR_FROM:
        return not any(side.first <= at < side.last for side in scene.sides)
    if _givers_meet(scene, trigger):
        return True
    if scene.tokens.lowers[at] not in _GIVERS or any(side.first <= at < side.last for side in scene.sides):
        return False
    described = (s for s in scene.sides if s.last <= at and at - s.last < _NAMED_REACH and s.possessive and named(s))
    return next(described, None) is None


def _givers_meet(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who give are the subject with what they do beside ("Donors meeting in Lima pledged $1 billion")."""
    at, _ = scene.clause(trigger.first)
    if scene.tokens.lowers[at] in _BEFORE_GIVERS:
        at += 1
    return scene.tokens.lowers[at] in _GIVERS and scene.tokens.lower(at + 1) in _BEHIND_GIVERS and at < trigger.first
