"""States named beside an act in which they have no part: where a victim was on a visit, whom another war is with. And
those who part in an occasion by lending it more than a roof.

Names that take no part in whatever is told are `asides`' business.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary

_JOURNEYS = frozenset({"journey", "stay", "tour", "trip", "visit"})
_ON_VISIT = re.compile(r"\b(?:journey|stay|tour|trip|visit)\sto\s(?:the\s)?\Z")
_WARS = frozenset({"conflict", "fighting", "war"})
_WAR_WITH = re.compile(r"\b(?:conflict|fighting|war)\swith\s(?:the\s)?\Z")
_OF_PEACE = frozenset({"AID", "CONSULT", "SUPPORT"})
"""Types of acts with others, in which a war is only spoken of."""
_SEATS = {"New York": ("UNO",), "Geneva": ("UNO", "WHO", "WTO"), "Vienna": ("IAEA", "OPEC")}
"""Where bodies sit, whose host takes no part in what is done there."""
_ASKED = frozenset({"asked", "invited"})
_NOT_ASKED = re.compile(r"\s(?:has|had|was|were)\s(?:not|never)\s(?:been\s)?(?:asked|invited)\b")
"""Behind those who are kept from what others do ("a meeting to which Chad was not invited")."""
_HEEDLESS = re.compile(
    r",\s(?:brushing\s(?:aside|off)|capitali[sz]ing\son|defying|dismissing|disregarding|echoing|flouting|ignoring|joining|mirroring|"
    r"outpacing|overtaking|rejecting|replacing|resisting|shrugging\soff|surpassing|using)\s"
)
"""Ahead of those whose words one does not heed by an act, whom one follows or overtakes by it, of what one uses."""
_HEEDLESSLY = frozenset(
    {"brushing", "capitalising", "capitalizing", "defying", "dismissing", "disregarding", "echoing", "flouting",
     "ignoring", "joining", "mirroring", "outpacing", "overtaking", "rejecting", "replacing", "resisting", "shrugging",
     "surpassing", "using"}
)  # fmt: skip
_LOOK = 24
_PAIR = 2
_LED = re.compile(
    r"-(?:backed|hosted|led|organi[sz]ed|sponsored)\s(?:[a-z-]{3,16}\s){0,3}(?:conference|forum|gathering|meeting|summit|talks)\b"
)
"""Behind those who lead an occasion that others attend."""
_TAKES_PART = frozenset({"attend", "boycott", "join", "participate", "skip", "take part"})


def leads_it(sentence: str, actor: Actor, trigger: Trigger) -> bool:
    """True for those who lead what others attend ("took part in an Oman-led conference")."""
    return (
        sentence.startswith("-", actor.end)
        and trigger.lemma in _TAKES_PART
        and _LED.match(sentence, actor.end) is not None
    )


def without_passing(sentence: str, trigger: Trigger, acting: Sequence[Actor]) -> Sequence[Actor]:
    """Those `acting` who are not only named beside the act ("was killed on a visit to Oman", "presented a plan for the
    war with Chad to the envoy")."""
    words = vocabulary(sentence)
    if not _ASKED.isdisjoint(words):
        asked = [actor for actor in acting if not _is_kept_out(sentence, actor, trigger)]
        acting = asked if asked else acting
    if not _HEEDLESSLY.isdisjoint(words):
        acting = _without_heedless(sentence, trigger, acting)
    acting = _without_seats(acting) if len(acting) > _PAIR else acting
    if trigger.event_type == "ASSAULT" and trigger.passive and not _JOURNEYS.isdisjoint(words):
        hosts = {actor.code for actor in acting if _stands(_ON_VISIT, sentence, actor)}
        rest = [actor for actor in acting if actor.code not in hosts]
        return rest if rest and " by " not in sentence[trigger.end : trigger.end + _LOOK] else acting
    if trigger.event_type in _OF_PEACE and not _WARS.isdisjoint(words):
        rest = [actor for actor in acting if not _stands(_WAR_WITH, sentence, actor)]
        return rest if len({actor.code for actor in rest}) >= _PAIR else acting
    return acting


def _without_heedless(sentence: str, trigger: Trigger, acting: Sequence[Actor]) -> Sequence[Actor]:
    """Those `acting` without those whom others act against, follow or use at the end of the sentence ("joined the fund,
    ignoring warnings from Oman")."""
    heedless = _HEEDLESS.search(sentence, trigger.end)
    if heedless is None:
        return acting
    end = sentence.find(",", heedless.end())
    end = len(sentence) if end < 0 else end
    rest = [actor for actor in acting if not heedless.end() <= actor.start < end]
    return rest if any(actor.start < heedless.start() for actor in rest) else acting


def _without_seats(acting: Sequence[Actor]) -> Sequence[Actor]:
    """Those `acting` without the town in which a body among them sits ("will go to New York and the UN")."""
    codes = {actor.code for actor in acting}
    return [actor for actor in acting if codes.isdisjoint(_SEATS.get(actor.text, ()))]


def _is_kept_out(sentence: str, actor: Actor, trigger: Trigger) -> bool:
    away = sentence.endswith(("to which ", "to whom "), 0, actor.start) and trigger.end < actor.start
    return away and _NOT_ASKED.match(sentence, actor.end) is not None


def _stands(pattern: re.Pattern[str], sentence: str, actor: Actor) -> bool:
    return pattern.search(sentence, max(0, actor.start - _LOOK), actor.start) is not None
