"""Who gives, lends or invests and who is given, where a sentence leaves it to the story before."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.abroad import elsewhere
from pipeline.extract.trade.givers import GIFTS, nobody_named_lends
from pipeline.extract.trade.hindrances import is_enemy
from pipeline.extract.trade.regions import goes_to_a_region, is_all_others
from pipeline.extract.trade.roles import named, subject_of
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.extract.trade.story import Frame, Parties, Story
from pipeline.extract.trade.taking_over import other_named, put_first

_ABROAD = frozenset({"external", "foreign"})
"""Debt told of with these is owed to everybody abroad."""
_ALL = word_set("combined total overall all domestic nationwide foreign fdi")
_ALL_REACH = 4
_MANY = word_set("nations countries states debtors borrowers governments world debtor region regions continent")
"""What these owe is nobody's whom the text names alone."""
_SEVERAL = 4
_WHOLE_REACH = 4
_OFFICIAL = frozenset({"official", "overseas"})
"""Aid told of with these is what a state gives to all ("its official development assistance")."""
_MARKETS = word_set("market markets investors bondholders")
_MARKET_REACH = 5
"""Within so many tokens behind a debt these say that nobody in particular lends ("raise debt on foreign markets")."""
_APPEALS = word_set("plan appeal appeals appealed appealing")
"""What these received came from many."""
_NEEDED = word_set("appeal appealed sought needs needed requires required requested requests asked asks wanted seeks")
_NEEDED_REACH = 6
"""So many tokens behind the whole that a sum is a part of it is told to be asked for."""
_FROM_ABROAD = frozenset({"foreign", "fdi"})
"""Investment that is called so is put into the state that the article is of, where it names none."""
_FOR_WHOM = frozenset({"for", "to"})
_OF_DONORS = frozenset({"international", "donor"})
"""Funding that is called so is given to the state that the article is of, where it names none."""
_HELPING = word_set("help helping helps assist assisting feed feeding shelter sheltering rescue")
_EASING = word_set(
    "ease easing eases alleviate alleviating relieve relieving tackle tackling combat combating fight fighting avert "
    "averting overcome overcoming address addressing mitigate mitigating rebuild rebuilding repair repairing help feed "
    "helping assist support stabilise stabilize bolster prop cover plug meet offset end fund finance"
)
"""Ahead of what a state has these say for whom money is ("to ease Fiji's food shortage")."""
_MOVED = frozenset({"trade", "export", "import", "balance", "consumption", "contract", "cap", "aid"})


def complete_gift(
    scene: Scene, trigger: Trigger, flow: str, story: Story, recent: Frame | None, parties: Parties
) -> None:
    """Fill donor and recipient, creditor and debtor, investor and host."""
    like = recent if recent is not None and recent.flow in GIFTS else None
    _told_aside(scene, trigger, flow, parties)
    if parties.exporter is None and parties.importer is None:
        if like is not None and (like.flow == flow or trigger.subject != "importer"):
            apart = _others_give(scene, trigger) or (flow == "debt" and scene.has(*_abroad(trigger)))
            giver = None if apart else like.exporter
            parties.exporter, parties.importer, parties.view = giver, like.importer, like.view
        elif recent is not None and recent.flow in _MOVED and not recent.pair and _goes_with(trigger, flow, recent):
            parties.exporter, parties.importer, parties.view = recent.exporter, recent.importer, recent.view
        else:
            _of_home(scene, trigger, flow, story, parties)
        return
    if _is_open(scene, trigger, flow, parties):
        return
    others = other_named(scene, trigger, parties, with_bodies=flow != "aid")
    if parties.importer is None and (goes_to_a_region(scene, trigger) or _is_for_many(scene, trigger)):
        return
    if parties.importer is None and not elsewhere(scene, trigger):
        same = like.importer if like is not None and like.flow == flow else None
        if like is not None and same is not None and others == like.exporter:
            # another giver beside the one told of before
            others = same
        if flow == "aid" and same is not None and same == story.told_of:
            others = None
        needy = (others, same, *_who_is_given(flow, story, parties))
        # who gave before is another giver's like, and not in need
        put_first(parties, "importer", [code for code in needy if flow != "aid" or code not in story.gave])
    elif parties.exporter is None and not _is_from_others(scene, trigger, flow):
        same = like.exporter if like is not None and like.importer == parties.importer else None
        top = story.other_of_top(parties.importer) if flow == "aid" and story.bilateral else None
        top = None if any(s.code == top and is_enemy(scene.tokens, s) for s in scene.sides) else top
        others = None if _is_what_is_owed(trigger, flow, story, parties) else others
        sold = recent.exporter if recent is not None and _is_paid_for(flow, recent, parties) else None
        put_first(parties, "exporter", (others, same, top, sold))


def _told_aside(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> None:
    """Fill who gives or is given by what stands around the clause of the sum."""
    sent = _who_sent(scene, trigger) if flow == "aid" and parties.exporter is None else None
    if sent is not None:
        parties.put("exporter", sent)
    helped = _who_is_helped(scene, trigger)
    if helped is not None:
        asks = trigger.flow == "aid" and scene.has(scene.first, trigger.last, _APPEALS)
        if asks and parties.importer == parties.view:
            parties.importer = parties.view = None  # who appeals does so for another
        parties.put("importer", helped)


def _others_give(scene: Scene, trigger: Trigger) -> bool:
    """Whether all others give together ("all the rest of the world promised $3 billion in aid")."""
    return any(is_all_others(scene, at) for at in range(scene.clause(trigger.first)[0], trigger.first))


def _who_sent(scene: Scene, trigger: Trigger) -> str | None:
    """Who sent what a clause on the sum of it goes on with ("Fiji gave most, with $4 million given in 2020")."""
    first, _ = scene.clause(trigger.first)
    if trigger.kind != "passive" or scene.tokens.lower(first) != "with":
        return None
    verb = next((t for t in scene.triggers if t.last <= first and t.kind == "verb"), None)
    if verb is None or verb.subject != "exporter" or not any(a.last == trigger.first for a in scene.amounts):
        return None
    giver = subject_of(scene, verb.first)
    return giver.code if giver is not None else None


def _who_is_helped(scene: Scene, trigger: Trigger) -> str | None:
    """Whom money is given to help ("approved a loan to help Togo repay its banks", "aid to ease Togo's shortage")."""
    asks = trigger.kind == "verb" and scene.has(trigger.first, trigger.last, _APPEALS)
    if not asks and (trigger.kind != "noun" or trigger.subject != "exporter"):
        return None
    for side in scene.sides:
        if side.first <= trigger.last or not named(side) or side.kind == "pronoun":
            continue
        before = scene.tokens.lower(side.first - 1)
        eased = side.possessive and before in _EASING and scene.tokens.lower(side.first - 2) == "to"
        if eased or before in _HELPING:
            return side.code
    return None


def _is_open(scene: Scene, trigger: Trigger, flow: str, parties: Parties) -> bool:
    """Whether the one side that is not told is nobody in particular: all creditors, all who are helped or who help."""
    if flow == "debt" and parties.exporter is None and scene.has(*_abroad(trigger)):
        return True
    if parties.exporter is None and nobody_named_lends(scene, trigger, flow):
        parties.varies = parties.subject = "exporter"
        return True
    if flow == "debt" and parties.exporter is None and scene.has(trigger.last, trigger.last + _MARKET_REACH, _MARKETS):
        return True
    if parties.importer is None and _is_for_several(scene, trigger):
        return True
    if flow == "aid" and parties.importer is None and scene.has(trigger.first - 2, trigger.last, _OFFICIAL):
        return True
    if flow != "aid" or parties.exporter is not None:
        return False
    return scene.has(scene.first, trigger.first, _APPEALS) or is_part_of_need(scene)


def is_part_of_need(scene: Scene) -> bool:
    """Whether a sum is told as a part of what was asked of everybody ("got $3 million of the $9 million it needs")."""
    sums = (a for a in scene.amounts[1:] if a.kind == "currency")
    wholes = (a for a in sums if "of" in scene.tokens.lowers[a.first - _WHOLE_REACH : a.first])
    return any(scene.has(a.last, min(a.last + _NEEDED_REACH, scene.last), _NEEDED) for a in wholes)


def _is_for_many(scene: Scene, trigger: Trigger) -> bool:
    """Whether money is told of as lent to many states that nobody names ("has credit lines in 60 countries")."""
    counts = (a for a in scene.amounts if a.kind == "count" and a.first > trigger.first and a.value >= _SEVERAL)
    counted = any(scene.tokens.lower(a.noun[1] - 1) in _MANY for a in counts if a.noun is not None)
    return counted and not any(s.first > trigger.first and named(s) and s.preposition == "to" for s in scene.sides)


def _is_for_several(scene: Scene, trigger: Trigger) -> bool:
    """Whether one sum is for a list of states ("a package with funding for Peru, Chad and Oman")."""
    behind = [s for s in scene.sides if s.first >= trigger.last and s.listed and s.preposition in _FOR_WHOM]
    if len({side.code for side in behind}) < 2 or not all(named(side) for side in behind):
        return False
    return not any(behind[0].first <= a.first <= behind[-1].last for a in scene.amounts)


def _abroad(trigger: Trigger) -> tuple[int, int, frozenset[str]]:
    """Where a debt is told to be one to all abroad, as `Scene.has` is asked."""
    return trigger.first - 2, trigger.last, _ABROAD


def _is_what_is_owed(trigger: Trigger, flow: str, story: Story, parties: Parties) -> bool:
    """Whether a debt is told as a state's own, so that who else is named need not be its creditor."""
    of_two = story.bilateral and parties.importer in story.dominant[:2]
    return flow == "debt" and trigger.kind == "noun" and trigger.subject == "importer" and not of_two


def is_of_many(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who owe are several that are not named ("debtor nations owe banks $400 billion")."""
    if not scene.has(scene.first, trigger.first, _MANY):
        return False
    return not any(
        s.last <= trigger.first and s.kind != "pronoun" and named(s) and not s.attribution for s in scene.sides
    )


def _of_home(scene: Scene, trigger: Trigger, flow: str, story: Story, parties: Parties) -> None:
    """Fill who owes, or who gives to all, by whom the article is of, where nothing names him."""
    if trigger.subject == "importer":
        parties.put("importer", "" if is_of_many(scene, trigger) else _whose_debt(story))
    elif flow == "aid" and scene.has(trigger.first - 1, trigger.first, _OFFICIAL):
        parties.put("exporter", _whose_debt(story))
    elif (flow == "aid" and scene.tokens.lower(trigger.first) in _OF_DONORS) or (
        flow == "investment" and scene.tokens.lower(trigger.first) in _FROM_ABROAD
    ):
        parties.put("importer", story.told_of or story.home or "")


def _whose_debt(story: Story) -> str:
    """Whose a debt is that nobody named has: that of the state which the article tells of, else where it is told."""
    return story.told_of or story.home or story.topic() or ""


def _is_from_others(scene: Scene, trigger: Trigger, flow: str) -> bool:
    """Whether money comes from many that nobody names ("has borrowed $10 billion from other states")."""
    if flow == "investment":
        return _is_from_all(scene, trigger)
    return trigger.subject == "importer" and trigger.kind == "verb" and elsewhere(scene, trigger)


def _is_from_all(scene: Scene, trigger: Trigger) -> bool:
    """Whether money is told as that of all who invest ("its overall foreign investment")."""
    return scene.has(trigger.first - _ALL_REACH, trigger.last, _ALL)


def _who_is_given(flow: str, story: Story, parties: Parties) -> tuple[str | None, ...]:
    """Whom the story makes the one who is given, lent or invested in, nobody being named."""
    top = story.other_of_top(parties.exporter) if flow == "aid" or story.bilateral else None
    told_of = story.recipient(parties.exporter) if flow == "aid" and story.relief else None
    if flow in ("debt", "aid"):
        told_of = told_of or story.told_of
    if story.bilateral and top is not None and story.home not in story.dominant[:2]:
        return top, story.home, told_of  # the dateline names a third state
    return story.home, top, told_of


def _goes_with(trigger: Trigger, flow: str, recent: Frame) -> bool:
    """Whether a gift or a debt is between the two that traded before."""
    owes = flow == "debt" and trigger.subject == "importer" and recent.bilateral
    return not trigger.strong or (owes and recent.flow in ("export", "import"))


def _is_paid_for(flow: str, recent: Frame, parties: Parties) -> bool:
    """Whether a debt is of the buyer of goods told of before ("arrears have piled up")."""
    return flow == "debt" and recent.flow in ("export", "import") and recent.importer == parties.importer
