"""Names in a clause that take no part in its act: of a reason for it, of what another is blamed for, of goods that are
dealt in, of an envoy called home.

What the words right beside a name make of it stands in `asides`, hosts and mediators in `hosts`.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary

_REASON = re.compile(
    r"\s(?:in\s(?:[a-z]+\s)?(?:anger|dismay|fury|outrage|protest|reaction|reply|reprisal|response|retaliation|revenge)\s"
    r"(?:over|at|against|for|to)|in\s(?:exchange|return)\sfor|to\sthe\s(?:alarm|anger|annoyance|delight|dismay|displeasure|fury|joy|relief)\sof|because\sof|owing\sto|on\saccount\sof|"
    r"(?:over|despite|amid)\s(?:the\s)?(?:anger|complaints?|criticism|objections?|opposition|protests?|warnings?)\s(?:from|by|of|in))\s"
)
"""Behind the act, ahead of what moved those who act to it."""
_REASONS = frozenset(
    {"anger", "dismay", "fury", "outrage", "protest", "reaction", "reply", "reprisal", "response", "retaliation",
     "revenge", "return", "exchange", "alarm", "annoyance", "delight", "joy", "relief", "because", "owing", "account",
     "despite", "amid", "protests", "objections", "opposition", "objection"}
)  # fmt: skip
_BLAMED_FOR = re.compile(r"\sof\s(?:not\s|[a-z]{2,12}ly\s)?[a-z]{2,14}ing\s")
_TO_DEAL = re.compile(
    r"\sto\s(?:buy|carry|export|import|process|purchase|receive|refine|resell|sell|ship|transit|transport|use)\s"
    r"(?:[a-z-]{2,15}\s){0,3}\Z"
)
"""Ahead of a people whose goods are dealt in."""
_ENVOY = re.compile(r"\b(?:[Aa]mbassador|[Hh]igh\s[Cc]ommissioner|[Ee]nvoy|[Cc]onsul(?:[\s-][Gg]eneral)?),?\s\Z")
_TITLE = 24
"""Characters ahead of a name in which an envoy's title stands."""
_FROM = re.compile(r"\s(?:from|via|through|by\sway\sof|out\sof)\s(?:the\s)?(?:[A-Z][\w-]{2,20}\s(?:and|or)\s)?\Z")
"""Ahead of the place from which, or through which, one comes."""
_INSERTED = re.compile(
    r",\s(?:which|who|whose|whom)\b|,\s(?:an?|once\san?|long\san?)\s(?:[\w'’-]{1,20}\s){0,3}(?:ally|critic|foe|friend|member|neighbou?r|partner|rival|supporter)\s(?:that|which|who)\s"
)
_RESUMES = re.compile(r",\s(?:(?!and\b|but\b|or\b|then\b)[a-z]{2,12}\s){0,3}\Z")
"""Behind a relative clause, ahead of the main verb."""
_PRONOUNS = frozenset({"that", "which", "who", "whose", "whom"})
_CHAIRS = frozenset({"chaired", "headed", "led", "run", "presided"})
_CHAIRED = re.compile(r",\s(?:chaired|headed|led|run|presided\sover)\sby\s[^,;]{3,80},")
_PLACES = frozenset({"capital", "name", "place"})
_TO = re.compile(r"\s(?:[a-z]{2,16}\s){0,3}(?:to|for|in)\s(?:the\s)?")
_TO_TALK = re.compile(
    r"\s(?:(?:on|last|next|this)\s[\w-]{3,10}\s(?:\d{1,2}\s)?)?for\s(?:[a-z-]{2,14}\s){0,4}?"
    r"(?:consultations|discussions|meetings?|negotiations|summit|talks)\b(?!\swith\b)"
)
"""Behind a place to which two come: what they do there."""
_BRACKETS = re.compile(r"\((?=[^()]{0,200}\s[a-z]{3,14}(?:ed|ing|nt)\s)[^()]{25,200}\)")
"""What tells of something else, in brackets."""
_JOURNEYS = frozenset({"journey", "tour", "trip", "visit"})
_GOAL = re.compile(r"\b(?:journey|stop|tour|trip|visit)\s(?:in|to)\s(?:the\s)?\Z")
_TAIL = re.compile(r",\s(?:also\s)?(?:aiming|building\son|citing|hoping|mentioning|seeking)\s")
"""Behind an act: what those who act mean by it."""
_HARMS = frozenset({"ACCUSE", "COERCE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
_TIES = re.compile(
    r"\b(?:because\sof|due\sto|for|linked\sto|over|tied\sto)\s(?:alleged|continued|continuing|her|his|its|the|their|[A-Z][a-z]+['’]s)\s"
    r"(?:[a-z]{3,12}\s){0,3}?(?:aid|assistance|backing|deals|exports|links|purchases|role|sales|support|ties|trade)\s(?:for|in|of|to|with)\s(?:the\s)?\Z"
)
"""Ahead of those for whose sake another is punished ("sanctions on traders for their support of Chad")."""
_NEAR = 90
"""Characters of the sentence in which a name's governing words are looked for."""
_PAIR = 2
_THREE = 3
_OF_BOTH = re.compile(r"\s(?:chiefs|committees|delegates|delegations|negotiators|officials|societies|talks)\b")
"""Behind the Red Cross of either side."""


def taking_part(sentence: str, trigger: Trigger, acting: Sequence[Actor], pair: Sequence[str]) -> list[Actor]:
    """`acting` without those who are named for another reason than the act of `trigger`; `pair`, the states that the
    article is about, keep their part in what one of them does for a reason."""
    if len(acting) < _PAIR:
        return [actor for actor in acting if not _is_red_cross_of_both(sentence, trigger, actor, pair)]
    rest = [
        actor for actor in _outside_brackets(sentence, trigger, acting) if not _is_own_envoy(sentence, trigger, actor)
    ]
    if trigger.event_type in _HARMS:
        rest = [actor for actor in rest if not _is_tied(sentence, trigger, actor)]
    rest = _before_tail(sentence, trigger, _without_other_goals(sentence, trigger, rest))
    if trigger.lemma in party_words("arrival") and len(pair) == _PAIR and rest and rest[0].end <= trigger.start:
        rest = [actor for actor in rest if actor.code in pair or not _is_left_behind(sentence, trigger, actor)]
    rest = _without_chairs(sentence, _outside_relative(sentence, trigger, rest))
    if len(rest) >= _THREE and trigger.event_type == "CONSULT" and trigger.pos == "verb":
        rest = _without_meeting_place(sentence, trigger, rest)
    reason = _reason(sentence, trigger)
    if reason is not None and len(pair) == _PAIR:
        rest = [actor for actor in rest if actor.start < reason or actor.code in pair]
    if trigger.event_type == "ACCUSE" and trigger.pos == "verb":
        rest = _blamed(sentence, trigger, rest)
    if len({actor.code for actor in rest}) >= _THREE:
        rest = [actor for actor in rest if not _is_goods(sentence, trigger, actor)]
    return rest


def _outside_brackets(sentence: str, trigger: Trigger, acting: Sequence[Actor]) -> Sequence[Actor]:
    """`acting` without those named in what brackets tell of something else ("the forum (set up by Chad in 2010)")."""
    if "(" not in sentence or ")" not in sentence:
        return acting
    spans = [told.span() for told in _BRACKETS.finditer(sentence)]
    spans = [(start, end) for start, end in spans if not start < trigger.start < end]
    return [actor for actor in acting if not any(start < actor.start < end for start, end in spans)]


def _without_other_goals(sentence: str, trigger: Trigger, acting: list[Actor]) -> list[Actor]:
    """`acting` without the goals of other journeys than that which `trigger` tells of, with its goal ("came days after
    her trip to Chad": she had been to Mali)."""
    if (
        trigger.pos != "noun"
        or trigger.lemma not in _JOURNEYS
        or not sentence.startswith((" to ", " in "), trigger.end)
    ):
        return acting
    return [a for a in acting if a.end > trigger.start or not _GOAL.search(sentence, max(0, a.start - _TITLE), a.start)]


def _is_tied(sentence: str, trigger: Trigger, actor: Actor) -> bool:
    """True for one for ties to whom, or help, another is punished or blamed."""
    if actor.start < trigger.end:
        return False
    return _TIES.search(sentence, max(trigger.end, actor.start - _NEAR), actor.start) is not None


def _before_tail(sentence: str, trigger: Trigger, acting: list[Actor]) -> list[Actor]:
    """`acting` without those who are named in what those who act seek, or build on, told behind a comma."""
    told = _TAIL.search(sentence, trigger.end) if "ing " in sentence else None
    if told is None:
        return acting
    rest = [actor for actor in acting if actor.start < told.start()]
    return rest if rest else acting


def _without_meeting_place(sentence: str, trigger: Trigger, acting: list[Actor]) -> list[Actor]:
    """`acting` without the third state in which two meet ("Malian and Chadian envoys flew to Oman for talks")."""
    goal = next((a for a in acting if a.start > trigger.end), None)
    if goal is None or goal.kind not in _PLACES or not _TO.fullmatch(sentence, trigger.end, goal.start):
        return acting
    ahead = {actor.code for actor in acting if actor.end <= trigger.start and not is_body(actor.code)} - {goal.code}
    if len(ahead) < _PAIR or _TO_TALK.match(sentence, goal.end) is None:
        return acting
    return [actor for actor in acting if actor is not goal]


def _outside_relative(sentence: str, trigger: Trigger, acting: list[Actor]) -> list[Actor]:
    """`acting` without those named in a relative clause between subject and verb ("Oman, which met Chad's envoy on
    Monday, banned ..."); where none but bodies would be left they stay: it may be an accord with a body."""
    if trigger.pos != "verb" or _PRONOUNS.isdisjoint(vocabulary(sentence)):
        return acting
    resumed = _RESUMES.search(sentence, max(0, trigger.start - _NEAR), trigger.start)
    inserted = list(_INSERTED.finditer(sentence, 0, resumed.start())) if resumed is not None else []
    if resumed is None or not inserted:
        return acting
    start, end = inserted[-1].start(), resumed.start()
    rest = [actor for actor in acting if not start <= actor.start < end]
    return rest if any(not is_body(actor.code) for actor in rest) else acting


def _without_chairs(sentence: str, acting: list[Actor]) -> list[Actor]:
    """`acting` without those who are named as the head of a body ("the Council, chaired by X of Oman, met")."""
    bodies = {actor.end for actor in acting if is_body(actor.code)}
    if not bodies or _CHAIRS.isdisjoint(vocabulary(sentence)):
        return acting
    spans = [match.span() for match in _CHAIRED.finditer(sentence) if match.start() in bodies]
    return [actor for actor in acting if not any(start <= actor.start < end for start, end in spans)]


def _reason(sentence: str, trigger: Trigger) -> int | None:
    """Where, behind the trigger, a reason is told."""
    if _REASONS.isdisjoint(vocabulary(sentence)):
        return None
    told = _REASON.search(sentence, trigger.end)
    return told.start() if told is not None else None


def _blamed(sentence: str, trigger: Trigger, acting: list[Actor]) -> list[Actor]:
    """`acting` without those named in what another is blamed for ("accused Riga of leaving Libya alone")."""
    told = _BLAMED_FOR.search(sentence, trigger.end, trigger.end + _NEAR)
    if told is None or not any(trigger.end <= actor.start < told.start() for actor in acting):
        return acting
    end = sentence.find(", ", told.end())
    return [actor for actor in acting if actor.start < told.end() or (0 <= end < actor.start)]


def _is_goods(sentence: str, trigger: Trigger, actor: Actor) -> bool:
    """True for those whose goods others are allowed to deal in ("a waiver to import Iranian power")."""
    if actor.kind != "demonym" or actor.start < trigger.end:
        return False
    return _TO_DEAL.search(sentence, max(trigger.end, actor.start - _NEAR), actor.start) is not None


def _is_own_envoy(sentence: str, trigger: Trigger, actor: Actor) -> bool:
    """True for the envoy whom his state calls home or sends: whatever his name, he is its own."""
    if actor.kind != "person" or actor.start < trigger.end or trigger.lemma not in party_words("envoy_act"):
        return False
    return trigger.lemma != "expel" and _ENVOY.search(sentence[max(0, actor.start - _TITLE) : actor.start]) is not None


def _is_left_behind(sentence: str, trigger: Trigger, actor: Actor) -> bool:
    """True for the place from which, or by way of which, those come who arrive."""
    if actor.start < trigger.end or actor.kind == "person":
        return False
    return _FROM.search(sentence, max(trigger.end, actor.start - _TITLE), actor.start) is not None


def _is_red_cross_of_both(sentence: str, trigger: Trigger, actor: Actor, pair: Sequence[str]) -> bool:
    """True for the Red Cross where officials of either side's deal with each other."""
    if actor.code != "ICRC" or len(pair) < _PAIR or trigger.goal or actor.text != "Red Cross":
        return False
    return trigger.event_type in ("AGREE", "CONSULT") and _OF_BOTH.match(sentence, actor.end) is not None
