"""Who takes part in an event: the states that act or are acted upon, the place, the officials named.

A host, and a state that is merely spoken of, take no part (DATASETS, "events").
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.act import REACH, Act
from pipeline.extract.events.actor import Actor
from pipeline.extract.events.attributes import taking_part
from pipeline.extract.events.borrowed import borrowed_subject
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.counterpart import completed
from pipeline.extract.events.formats import members
from pipeline.extract.events.hosts import without_hosts
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import Frame, done_by, frame_of
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.whereabouts import is_goal, location
from pipeline.extract.vocabulary import vocabulary
from pipeline.values import value

_BY = re.compile(r"\sby\s(?:the\s)?(?:[\w-]+\s){0,5}\Z")
_TITLE = 60
"""Characters that a title ahead of a name may have."""
_TO = re.compile(r"\sto\s(?:the\s)?(?:[\w-]+\s){0,5}\Z")
_HOUSE = re.compile(r"\b(?:embassy|embassies|consulates?|trade\soffice|liaison\soffice)\s(?:in|to)\s(?:the\s)?\Z")
_MADE_BY = re.compile(
    r"\s(?:(?:at\sleast|about|some|more\sthan|\d+|(?!(?:at|on|into|for|from|to|with|by|against)\b)[a-z]+)\s){0,2}"
)
"""What may stand between a verb of firing and those who made what is fired."""
_OWNED = re.compile(r"(?:['’]s|s['’]|['’])\s(?:[\w-]{2,20}\s){0,3}")
_POLLS = frozenset({"by-election", "election", "poll", "referendum", "run-off", "runoff"})
_TWO = 2
_BETWEEN = re.compile(r"s?\s(?:[\w-]{1,20}\s){0,6}?between\s(?:the\s)?")
_PREPOSED = re.compile(
    r"\W{0,3}(?:Prior\sto|Ahead\sof|Before|After|Following|Despite|Amid|Besides|Apart\sfrom|Outside|During|Like|Unlike|"
    r"In\saddition\sto|Since|Under|On\sthe\ssidelines\sof)\s[^,;:]{3,90},\s"
)
"""A phrase ahead of the subject."""
_ITS = re.compile(r"\b(?:its|their)\s(?:[\w.,-]{1,20}\s){0,4}\Z")
"""Ahead of a noun that tells of somebody's own deed."""
_IT = re.compile(r"\W{0,3}(?:It|They|That|This|These)\s(?:[a-z]{2,12}\s){0,4}\Z")
_AND_HIS = re.compile(
    r",\sand\s(?:his|her|their|its)\s(?:[\w,-]{2,20}\s){1,5}(?:colleagues?|counterparts?|homologues?|opposite\snumbers?)\b"
)
"""Where the subject goes on behind a name set off by commas ("X's minister, Y, and her Z colleague")."""
_IN = re.compile(r"s?\s(?:in|of)\s(?:the\s)?")
_IN_PLACE = re.compile(r"s?\s(?:at|in)\s(?:the\s)?(?:(?:[A-Z][\w'’-]{1,20}|city|town|village|of),?\s){0,4}")
_SINCE = re.compile(r"\s(?:since|after|following|over|by)\s(?:[\w-]{1,20}\s){0,5}\Z")
"""Ahead of an upheaval that a phrase of its own tells of."""
_HE = re.compile(
    r"\b(?:since|after|when|before|until|that|and|as|because|if|once)\s(?:s?he)\s(?:(?:has|had|was|is|will|would|first)\s){0,2}\Z"
)
"""A person known as the subject of a clause that hangs on another."""
_OF_PERSON = re.compile(r"\sof\s(?:the\s)?(?:[\w'’-]{2,20}\s){0,6}")
"""Between what befalls a person at home and the name ("the assassination of ex-premier X")."""
_TO_THERE = (" to ", " to the ")
"""Between a mission and its goal."""
_TOGETHER = len(", and ")
"""Characters between two names of one list."""
_WHERE = re.compile(r",?\swhere\b")
_HERE = re.compile(r"\W{0,3}(?:In|At)\s(?:the\s)?(?:[a-z]+\s){0,3}")
"""Where a clause opens with the place whose offices it speaks of ("In Quito, the Senate …")."""
_QUOTE = re.compile(r"[\"“]")
_INTO = re.compile(r"\s(?:at|on|into)\s(?:[\w'’-]{1,20}\s){1,5}(?:in|near|inside)\s(?:the\s)?\Z")
"""What is hit, ahead of the state in which it lies ("at an airfield in")."""
_NEAR_HIT = 60
"""Characters behind a verb of firing within which a place is what is hit."""
_LATE_VERB = 40
"""Characters behind a resolution within which a verb has it as its subject."""


@value(frozen=True, slots=True)
class Parties:
    """Who takes part."""

    source: str | None
    target: str | None
    countries: tuple[str, ...]
    location: str | None
    participants: tuple[str, ...]


def find_parties(
    sentence: str,
    clause: tuple[int, int],
    trigger: Trigger,
    actors: Sequence[Actor],
    triggers: Sequence[Trigger],
    scene: Scene,
) -> Parties:
    """The parties of the event that `trigger` tells of in `clause` of `sentence`.

    `actors` and `triggers` are those of the sentence, with offsets in it: of two acts of one subject each has its own
    objects. The parties are the states named in the clause; where it has no subject, that which it
    borrows; then those that the words mean without naming them.
    """
    first, last = max(0, trigger.start - REACH), trigger.end + REACH
    if len(sentence) > last or first:
        sentence, clause = sentence[:last], (max(first, clause[0]), min(last, clause[1]))
        actors = [actor for actor in actors if first <= actor.start < last]
        triggers = [other for other in triggers if first <= other.start < last]
    acting = [actor for actor in actors if _acts(sentence, actor, trigger)]
    if trigger.lemma in party_words("departs") and len(scene.group) > 1:
        acting = [actor for actor in acting if not _is_left(sentence, actor, trigger, scene)]
    acting = taking_part(sentence, trigger, without_hosts(sentence, acting), scene.pair)
    frame = frame_of(sentence, clause, trigger, triggers, acting)
    inside = [actor for actor in actors if frame.low <= actor.start < frame.high]
    crowd = trigger.event_type == "PROTEST"
    scenes = [
        a for a in inside if (a.standing == "scene" or (crowd and a.standing == "via")) and not is_goal(a, trigger)
    ]
    scenes += [actor for actor in actors if _is_there(sentence, actor, frame.low)]
    left = [actor.code for actor in acting if frame.low <= actor.start < frame.subject_end]
    objects = [actor for actor in acting if trigger.start <= actor.start < frame.high]
    if any(is_body(actor.code) for actor in objects):
        objects = [a for a in objects if a.standing != "scene" or a.code in scene.pair]
    right = [actor.code for actor in objects]
    if left and _AND_HIS.match(frame.opening):
        left = [*[actor.code for actor in acting if actor.end <= frame.low][-1:], *left]
    left, right = _belonging(sentence, frame, trigger, actors, (left, right))
    left = _without_preposed(frame, acting, (left, right))
    if not left and scenes and _HERE.fullmatch(sentence, frame.low, scenes[0].start) and frame.speaks_of_office:
        left = [scenes[0].code]
    if not left and trigger.pos == "verb" and not trigger.passive and _heads(sentence, scenes, frame):
        left = [scenes[0].code]
    by = objects if "by" in vocabulary(sentence) else ()
    agent = next((a.code for a in by if _BY.search(sentence[max(0, a.start - _TITLE) : a.start])), None)
    if not left and agent is None and not done_by(sentence, trigger) and not _is_thing(frame, trigger):
        left = borrowed_subject(sentence, frame, acting, triggers, scene)
    if not left and not right and scene.headed:
        left = [scene.headed]
    act = Act(trigger, sentence, frame, acting, scenes, left)
    named = list(members(act, scene.cast)) or completed(list(dict.fromkeys([*left, *right])), act, scene)
    source = agent or (left[0] if left and not trigger.passive else next(iter(named), None))
    if trigger.passive and agent is None:
        given = next((a.code for a in objects if _TO.search(sentence[max(0, a.start - _TITLE) : a.start])), None)
        source = next((code for code in named if code != given), source)
    target = next((code for code in [*right, *left, *named] if code != source), None)
    where = location(sentence, trigger, scenes, inside)
    participants = tuple(sorted({actor.person for actor in inside if actor.person}))
    return Parties(source, target, tuple(sorted(named)), where, participants)


def _belonging(
    sentence: str, frame: Frame, trigger: Trigger, actors: Sequence[Actor], named: tuple[list[str], list[str]]
) -> tuple[list[str], list[str]]:
    """The states `named` ahead of the trigger and behind it, where it is told whose the event is."""
    left, right = named
    inside = [actor for actor in actors if frame.low <= actor.start < frame.high]
    voters = _voters(sentence, trigger, inside, left + right) or _shaken(sentence, trigger, actors)
    if voters is not None:
        return [voters], []
    both = _between(sentence, trigger, inside)
    if both:
        return both, []
    doer = _doer(trigger, actors)
    if doer is not None:
        return [doer], []
    owner = _owner(sentence, trigger, actors)
    if owner is not None:
        return [owner], right
    return left[:1] if len(left) > 1 and _HE.search(frame.opening) else left, right


def _without_preposed(frame: Frame, acting: Sequence[Actor], named: tuple[list[str], list[str]]) -> list[str]:
    """The states `named` ahead of the trigger, those left out that stand in a phrase ahead of the subject, where
    subject and object are named too ("before the talks between Oman and Chad, Mali's envoy met Oman's")."""
    left, right = named
    opened = _PREPOSED.match(frame.opening) if len(set(left)) > 1 and right else None
    if opened is None:
        return left
    own = [a.code for a in acting if frame.low + opened.end() <= a.start < frame.subject_end]
    return own if len({*own, *right}) > 1 else left


def _voters(sentence: str, trigger: Trigger, inside: Sequence[Actor], named: Sequence[str]) -> str | None:
    """The state that votes, where an election is told of in a clause that names two: that behind "in", else the one
    named nearest before."""
    if trigger.pos != "noun" or trigger.lemma.rpartition(" ")[2] not in _POLLS:
        return None
    behind = next((actor for actor in inside if actor.start >= trigger.end), None)
    if behind is not None and _IN.fullmatch(sentence, trigger.end, behind.start):
        return behind.code
    before = [actor for actor in inside if actor.end <= trigger.start and actor.standing == "acts"]
    return before[-1].code if before and len(set(named)) >= _TWO else None


def _shaken(sentence: str, trigger: Trigger, actors: Sequence[Actor]) -> str | None:
    """The state that a coup or a flood befalls which a phrase of its own tells of ("suspended aid to Mali after the
    coup of 2012"): of several the one named last."""
    word = trigger.lemma.rpartition(" ")[2]
    shaken = word in party_words("upheaval")
    at_home = shaken or word in party_words("outrage") or trigger.lemma in party_words("home_noun")
    if trigger.pos != "noun" or not at_home:
        return None
    before = [a for a in actors if a.end <= trigger.start and a.standing == "acts" and not is_body(a.code)]
    there = next((a for a in actors if a.start >= trigger.end), None)
    if there is not None and before and _IN_PLACE.fullmatch(sentence, trigger.end, there.start):
        return there.code if _SINCE.search(sentence, before[-1].end, trigger.start) else None
    told = shaken and len(before) >= _TWO and _SINCE.search(sentence, before[-1].end, trigger.start) is not None
    return before[-1].code if told else None


def _is_thing(frame: Frame, trigger: Trigger) -> bool:
    """True where a pronoun stands for a thing: what takes effect or expires is no state."""
    return trigger.lemma in party_words("thing_act") and _IT.match(frame.opening) is not None


def _between(sentence: str, trigger: Trigger, inside: Sequence[Actor]) -> list[str]:
    """The two sides that a noun names itself ("angered by a deal between Oman and Chad in May")."""
    told = _BETWEEN.match(sentence, trigger.end) if trigger.pos == "noun" else None
    behind = [actor for actor in inside if told is not None and actor.start >= told.end()]
    if told is None or len(behind) < _TWO or behind[0].start - told.end() > _TITLE:
        return []
    second = next((actor for actor in behind if actor.code != behind[0].code), None)
    if second is None or " and " not in sentence[behind[0].end : second.start]:
        return []
    return [behind[0].code, second.code]


def _doer(trigger: Trigger, actors: Sequence[Actor]) -> str | None:
    """The state that does at home what a gerund tells ("as Raisi paid his first visit since taking office")."""
    if trigger.form != "ing" or trigger.finite or trigger.lemma not in party_words("home_act"):
        return None
    before = [actor for actor in actors if actor.end <= trigger.start and actor.standing == "acts"]
    people = [actor for actor in before if actor.kind == "person"]
    return (people or before)[-1].code if before else None


def _owner(sentence: str, trigger: Trigger, actors: Sequence[Actor]) -> str | None:
    """The state whose act a noun tells of by what stands ahead of it ("in protest at the North's second test")."""
    before = [actor for actor in actors if actor.end <= trigger.start] if trigger.pos == "noun" else ()
    if not before:
        return None
    its = _ITS.search(sentence, max(0, trigger.start - _TITLE), trigger.start)
    if its is not None:
        return _meant_by_its(sentence, [actor for actor in before if actor.end <= its.start()])
    if trigger.lemma in party_words("home_noun") and sentence.startswith(" of ", trigger.end):
        person = next((a for a in actors if a.start > trigger.end and a.kind == "person"), None)
        if person is not None and _OF_PERSON.fullmatch(sentence, trigger.end, person.start):
            return person.code
    last = before[-1]
    joined = len(before) > 1 and last.start - before[-2].end <= _TOGETHER
    return last.code if not joined and _OWNED.fullmatch(sentence, last.end, trigger.start) else None


def _meant_by_its(sentence: str, before: Sequence[Actor]) -> str | None:
    """Whose deed "its invasion" was, where a body or a punishment stands ahead: that of the state named last ("the UN
    punished Peru for its test")."""
    states = [actor for actor in before if not is_body(actor.code)]
    if not states or states[-1].standing != "acts":
        return None
    punished = not party_words("penalty").isdisjoint(vocabulary(sentence[: states[-1].end]))
    return states[-1].code if punished or is_body(before[0].code) else None


def _acts(sentence: str, actor: Actor, trigger: Trigger) -> bool:
    """True for an actor who is neither the scene nor an aside of what `trigger` tells."""
    if (
        actor.start > trigger.end
        and _QUOTE.search(sentence, trigger.end)
        and _in_quotes(sentence, trigger.end, actor.start)
    ):
        return False
    match actor.standing:
        case "scene":
            return is_goal(actor, trigger) or _is_hit(sentence, actor, trigger)
        case "post":
            house = _HOUSE.search(sentence[max(0, actor.start - _TITLE) : actor.start])
            acts = "house_act" if house else "envoy_act"
            if trigger.pos == "noun" and sentence[trigger.end : actor.start] in _TO_THERE:
                return True
            return trigger.lemma in party_words(acts) and (house is not None or actor.start > trigger.start)
        case "rule":
            if trigger.lemma in party_words("rules") and 0 < actor.start - trigger.end < _LATE_VERB:
                return True
            passive = trigger.form in ("past", "participle")
            return passive and 0 < trigger.start - actor.end < _LATE_VERB
        case standing:
            return standing == "acts" and not _is_weapon(sentence, actor, trigger)


def _heads(sentence: str, scenes: Sequence[Actor], frame: Frame) -> bool:
    """True where the first of the `scenes` and a colon head the sentence, and the clause is its first."""
    if not scenes or frame.low > scenes[0].start:
        return False
    return sentence.startswith(": ", scenes[0].end) and scenes[0].start <= frame.low + 1


def _is_there(sentence: str, actor: Actor, low: int) -> bool:
    """True for the scene that the relative clause at `low` describes ("in Tacna, where they …")."""
    return actor.standing == "scene" and _WHERE.match(sentence, actor.end) is not None and low - actor.end in range(3)


def _is_left(sentence: str, actor: Actor, trigger: Trigger, scene: Scene) -> bool:
    """True for the place from which those depart who met there, in a state that is none of the story's."""
    return sentence[trigger.end : actor.start] == " " and actor.code not in scene.group


def _is_hit(sentence: str, actor: Actor, trigger: Trigger) -> bool:
    """True for the place at which one fires."""
    if trigger.lemma not in party_words("shot") or not 0 <= actor.start - trigger.end < _NEAR_HIT:
        return False
    if sentence.endswith((" at ", " at the ", " on ", " into "), 0, actor.start):
        return True
    return trigger.event_type == "ASSAULT" and _INTO.search(sentence[trigger.end : actor.start]) is not None


def _is_weapon(sentence: str, actor: Actor, trigger: Trigger) -> bool:
    """True for those who made what is fired: "fired Iranian drones at the port"."""
    if actor.kind != "demonym" or trigger.lemma not in party_words("weapon_act"):
        return False
    return trigger.pos == "verb" and _MADE_BY.fullmatch(sentence, trigger.end, actor.start) is not None


def _in_quotes(sentence: str, start: int, end: int) -> bool:
    """True where a quotation begins between the two offsets and goes on: what is quoted is not what is done."""
    between = sentence[start:end]
    return between.count("“") > between.count("”") or between.count('"') % 2 == 1
