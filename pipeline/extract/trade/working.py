"""Parties of labour that a sentence leaves open: where workers come from and go to, and where their pay goes."""

from dataclasses import replace

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.roles import named
from pipeline.extract.trade.scene import Scene, Trigger, hangs_on_share
from pipeline.extract.trade.story import Frame, Parties, Story
from pipeline.extract.trade.taking_over import other_named, put_first

_ECONOMY = word_set("economy gdp product gnp output")
_ECONOMY_REACH = 8
_ABROAD = word_set("abroad overseas worldwide")
"""Where workers are told to be these, their host is every state."""


def complete_labour(scene: Scene, trigger: Trigger, story: Story, recent: Frame | None, parties: Parties) -> None:
    """Fill the workers' home and their host; those who send wages home are the workers told of before."""
    like = recent if recent is not None and recent.flow == "labour" else None
    money = trigger.flow == "import" and any(amount.kind == "currency" for amount in scene.amounts)
    if like is not None and like.wages and trigger.subject != "sender" and not money:
        like = _turned(like)
    elif like is not None and not like.wages and trigger.subject == "sender" and trigger.kind == "noun":
        like = replace(like, exporter=like.importer if story.bilateral else None, importer=like.exporter)
    if trigger.subject == "sender" and like is not None and _subject_is_pronoun(scene, trigger, like):
        home = like.importer if like.view == like.importer else like.exporter
        host = like.exporter if like.view == like.importer else like.importer
        parties.exporter, parties.importer, parties.view = host, home, home
        return
    if like is not None and parties.exporter is None and parties.importer is None:
        parties.exporter, parties.importer, parties.view = like.exporter, like.importer, like.view
        return
    if parties.exporter is None and parties.importer is None:
        if trigger.subject == "sender" and trigger.kind == "noun":
            here = recent is not None and recent.paragraph == scene.paragraph.position
            own = story.home or story.told_of or story.topic()
            put_first(parties, "importer", (recent.view if recent is not None and here else own,))
        return
    open_role = "exporter" if parties.exporter is None else "importer"
    if getattr(parties, open_role) is None:
        first, end = scene.clause(trigger.first)
        abroad = scene.has(first, end, _ABROAD)
        sent = trigger.subject == "sender"
        like = _turned(like) if like is not None and sent and not like.wages else like
        same = getattr(like, open_role) if like is not None and not abroad else None
        two_sided = story.bilateral and not abroad and not (sent and _sends_a_part(scene))
        bilateral = story.other(parties.exporter or parties.importer) if two_sided else None
        others = None if sent else other_named(scene, trigger, parties, with_bodies=False)
        speakers = [] if sent else [s.code for s in scene.sides if s.attribution and named(s)]
        put_first(parties, open_role, (others, same, bilateral, *speakers[:1], story.told_of))


def _sends_a_part(scene: Scene) -> bool:
    """Whether a host is told of with its part of the money alone ("and close to a third came from Oman")."""
    return any(named(side) and hangs_on_share(scene, scene.first, side) for side in scene.sides)


def _turned(frame: Frame) -> Frame:
    """`frame` with its parties changed over: money goes the other way than the workers who earn it."""
    return replace(frame, exporter=frame.importer, importer=frame.exporter)


def _subject_is_pronoun(scene: Scene, trigger: Trigger, like: Frame) -> bool:
    """Whether "they" or "its people" are those who were told of before, and none of a state named since."""
    subjects = [side for side in scene.sides if side.last <= trigger.first and side.preposition is None]
    if not subjects or subjects[-1].kind != "pronoun":
        return False
    return not any(side.code == subjects[-1].code and side.kind != "pronoun" for side in subjects) or (
        subjects[-1].code in like.countries
    )


def is_of_all_hosts(scene: Scene, amount: Amount, frame: Frame) -> bool:
    """Whether all that is sent home is set beside what a state earns, no sum from one host being told before it."""
    if frame.flow != "labour" or amount.kind != "percent":
        return False
    beside = scene.has(amount.last, amount.last + _ECONOMY_REACH, _ECONOMY)
    return beside and not any(a.kind == "currency" and a.last <= amount.first for a in scene.amounts)
