"""Who takes part in an event: the states that act or are acted upon, the place, the officials named.

A host, and a state that is merely spoken of, take no part (DATASETS, "events").
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.act import REACH, Act
from pipeline.extract.events.actor import Actor
from pipeline.extract.events.attributes import taking_part
from pipeline.extract.events.belonging import belonging
from pipeline.extract.events.borrowed import borrowed_subject
from pipeline.extract.events.counterpart import completed
from pipeline.extract.events.formats import members
from pipeline.extract.events.fronted import behind_phrase
from pipeline.extract.events.hosts import without_hosts
from pipeline.extract.events.in_passing import leads_it, without_passing
from pipeline.extract.events.nested import without_nested
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.sides import TITLE, source_and_target
from pipeline.extract.events.subjects import Frame, done_by, frame_of
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.upheavals import upheaval_of
from pipeline.extract.events.whereabouts import is_goal, location
from pipeline.extract.inflection import finite_words
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.countries import body_codes
from pipeline.text.parts import holds_any
from pipeline.values import value

_BY = re.compile(r"\sby\s(?:the\s)?(?:[\w-]+\s){0,5}\Z")
_LATER_BY = re.compile(
    r"\s(?:(?:earlier|early|in|last|late|on|this)\s(?:[\w.]{1,12}\s){1,3}?|to\s(?:[\w'’.]{1,20}\s){1,4}?){1,2}by\s"
)
"""Behind a participle: when and to whom, and by whom."""
_HOUSE = re.compile(r"\b(?:embassy|embassies|consulates?|trade\soffice|liaison\soffice)\s(?:in|to)\s(?:the\s)?\Z")
_MADE_BY = re.compile(
    r"\s(?:(?:at\sleast|about|some|more\sthan|\d+|(?!(?:at|on|into|for|from|to|with|by|against)\b)[a-z]+)\s){0,2}"
)
"""What may stand between a verb of firing and those who made what is fired."""
_TAKES_UP = frozenset({"begin", "begun", "open", "resume", "start"})
"""Verbs of a thing by itself and, with an object, of those who do it."""
_TWO = 2
_PREPOSED = re.compile(
    r"\W{0,3}(?:(?:(?:On|In)\s[A-Z]\w{2,9},\s)?(?:just\s)?(?:days|hours|minutes|shortly|weeks)\s(?:before|after)|Prior\sto|Ahead\sof|Before|After|Following|Despite|Amid|Besides|Apart\sfrom|Outside|During|Like|Unlike|"
    r"In\saddition\sto|On\s(?:his|her|their)\sway\s(?:back\s)?(?:from|to)|Since|Under|On\sthe\ssidelines\sof)\s[^,;:]{3,90},\s"
)
"""A phrase ahead of the subject."""
_IT = re.compile(r"\W{0,3}(?:It|They|That|This|These)\s(?:[a-z]{2,12}\s){0,4}\Z")
_AND_HIS = re.compile(
    r",\sand\s(?:his|her|their|its)\s(?:[\w,-]{2,20}\s){1,5}(?:colleagues?|counterparts?|homologues?|opposite\snumbers?)\b"
)
"""Where the subject goes on behind a name set off by commas ("X's minister, Y, and her Z colleague")."""
_TO_THERE = (" to ", " to the ")
"""Between a mission and its goal."""
_WHERE = re.compile(r",?\swhere\b")
_HERE = re.compile(r"\W{0,3}(?:In|At)\s(?:the\s)?(?:[a-z]+\s){0,3}")
"""Where a clause opens with the place whose offices it speaks of ("In Quito, the Senate …")."""
_OFFICE_IN = re.compile(
    r"\W{0,3}(?:(?:On|In|Late\son|Early\son)\s[A-Z]\w{2,9},\s)?(?:(?:[Tt]he|[Aa]n?|[Tt]wo|[Ss]everal)\s)?(?:[A-Za-z][a-z-]{2,14}\s){0,2}?"
    r"(?:[Aa]uthorities|[Cc]ourts?|[Gg]overnment|[Gg]uards|[Ii]nvestigators|[Jj]udges?|[Ll]awmakers|[Mm]agistrates?|[Mm]inistry|[Oo]fficers|[Oo]fficials|"
    r"[Pp]olice(?:men)?|[Pp]rosecutors?|[Rr]egime|[Rr]egulators?|[Rr]escuers|[Ss]oldiers|[Tt]roops)\s(?:at|in)\s(?:the\s)?(?:[a-z]+\s){0,2}"
)
"""Ahead of the place where an office sits."""
_SEATS = frozenset({"Brussels", "Geneva", "Hague", "New York", "Strasbourg", "The Hague", "Vienna"})
"""Where offices of many states sit."""
_TO_ITS_VERB = re.compile(r"\s(?:(?:[A-Z][a-z]+day|also|has|had|have|later|on|then|[a-z]{2,12}ly|will)\s){0,3}")
_QUOTES = ('"', "“")
_INTO = re.compile(r"\s(?:at|on|into)\s(?:[\w'’-]{1,20}\s){1,5}(?:in|near|inside)\s(?:the\s)?\Z")
"""What is hit, ahead of the state in which it lies ("at an airfield in")."""
_NEAR_HIT = 60
"""Characters behind a verb of firing within which a place is what is hit."""
_COMING = frozenset({"arrival", "landing"})
"""Nouns of coming to where the clause ahead tells of being ("spoke in Quito after her arrival on Monday")."""
_NEXT_WORD = re.compile(r"\s(?:also\s|later\s)?([a-z]+)\b")
_TITLED = re.compile(r",\s(?:(?:the\s)?(?:[\w’'.-]{2,20}\s){0,4})?")
_WHOM = re.compile(r",?\swhom\s[A-Zt]")
_FIGHTS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
"""Types of acts that an armed group does for no state; in talks it is a side."""
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
    pair, bodies = scene.pair, body_codes()
    acting = [actor for actor in actors if _acts(sentence, actor, trigger)]
    acting = list(without_passing(sentence, trigger, acting))
    if trigger.lemma in party_words("departs") and len(scene.group) > 1:
        acting = [actor for actor in acting if not _is_left(sentence, actor, trigger, scene)]
    acting = taking_part(sentence, trigger, without_hosts(sentence, acting, pair), pair)
    clause = _with_first_name(sentence, clause, trigger, triggers, acting)
    frame = frame_of(sentence, clause, trigger, triggers, acting)
    inside = [actor for actor in actors if frame.low <= actor.start < frame.high]
    crowd = trigger.event_type == "PROTEST"
    scenes = [
        a for a in inside if (a.standing == "scene" or (crowd and a.standing == "via")) and not is_goal(a, trigger)
    ]
    scenes += [actor for actor in actors if _is_there(sentence, actor, frame.low)]
    left = [actor.code for actor in acting if frame.low <= actor.start < frame.subject_end]
    objects = [actor for actor in acting if trigger.start <= actor.start < frame.high]
    if not bodies.isdisjoint([actor.code for actor in objects]):
        objects = [a for a in objects if a.standing != "scene" or a.code in pair]
    right = [actor.code for actor in objects]
    if left and _AND_HIS.match(frame.opening):
        left = [*[actor.code for actor in acting if actor.end <= frame.low][-1:], *left]
    left, right = belonging(sentence, frame, trigger, actors, (left, right))
    left, right = behind_phrase(sentence, frame, trigger, triggers, acting, (left, right))
    left = _without_preposed(frame, acting, (left, right))
    if not left and scenes and _HERE.fullmatch(sentence, frame.low, scenes[0].start) and frame.speaks_of_office:
        left = [scenes[0].code]
    if not left and trigger.pos == "verb" and not trigger.passive and scenes:
        left = _seated(sentence, scenes, frame)
    by = objects if "by" in vocabulary(sentence) else ()
    by = by if trigger.pos == "noun" or trigger.passive or _done_by(sentence, trigger) else ()
    agent = next((a.code for a in by if _BY.search(sentence[max(trigger.start, a.start - TITLE) : a.start])), None)
    shaken = list[str]()
    left = left or _of_main_clause(sentence, trigger, acting)
    if not left and agent is None and not done_by(sentence, trigger) and not _is_thing(frame, trigger):
        shaken = upheaval_of(frame, trigger, acting)
        left = shaken or borrowed_subject(sentence, frame, acting, triggers, scene)
    if not left and not right and scene.headed:
        left = [scene.headed]
    if not right and not scenes and trigger.lemma in _COMING and trigger.pos == "noun":
        right = [a.code for a in actors if a.standing == "scene" and a.end < trigger.start][-1:]
    left, right = without_nested(sentence, trigger, frame, (left, right), (acting, objects), pair)
    right = right or _described(acting, frame, left)
    act = Act(trigger, sentence, frame, acting, scenes, left, actors)
    named = shaken or list(members(act, scene.cast)) or completed(list(dict.fromkeys([*left, *right])), act, scene)
    source, target = source_and_target(act, actors, objects, (left, right), named, agent)
    where = location(sentence, trigger, scenes, inside)
    participants = tuple(sorted({actor.person for actor in inside if actor.person}))
    return Parties(source, target, tuple(sorted(named)), where, participants)


def _described(acting: Sequence[Actor], frame: Frame, left: Sequence[str]) -> list[str]:
    """The state of the person whom a relative clause tells what was done to ("Mali's envoy, whom Chad expelled")."""
    if not left or not frame.relative or not _WHOM.match(frame.opening):
        return []
    ahead = [actor for actor in acting if actor.end <= frame.low]
    return [ahead[-1].code] if ahead and ahead[-1].kind == "person" and frame.low - ahead[-1].end <= 1 else []


def _of_main_clause(sentence: str, trigger: Trigger, acting: Sequence[Actor]) -> list[str]:
    """The state of the person who acts in the main clause behind a participle that opens the sentence ("Speaking at
    talks with Chad's envoy, X, in Lima, Silva said")."""
    for actor in acting if trigger.form == "ing" and trigger.start < _TWO else ():
        if actor.kind != "person" or actor.start < trigger.end:
            continue
        verb = _NEXT_WORD.match(sentence, actor.end)
        comma = sentence.rfind(", ", trigger.end, actor.start)
        if verb is not None and verb[1] in finite_words() and _TITLED.fullmatch(sentence, comma, actor.start):
            return [actor.code]
    return []


def _with_first_name(
    sentence: str, clause: tuple[int, int], trigger: Trigger, triggers: Sequence[Trigger], acting: Sequence[Actor]
) -> tuple[int, int]:
    """The clause with what stands ahead of it, where that is the first of two who act, set off from the other by a
    comma ("Peru's envoy, Ana Castro, and Kofi Annor, Ghana's minister, met")."""
    low = clause[0]
    if not sentence.startswith(", and ", low) or not acting or acting[0].end > low:
        return clause
    between = [actor for actor in acting if low < actor.start < trigger.start]
    if not between or sentence.count(",", between[0].start, trigger.start) % _TWO:
        return clause  # "Peru, which …, and Ghana signed"
    ahead = sentence[:low]
    if any(t.start < low and t.pos == "verb" and t.finite for t in triggers) or not finite_words().isdisjoint(
        ahead.casefold().split()
    ):
        return clause
    return (0, clause[1])


def _without_preposed(frame: Frame, acting: Sequence[Actor], named: tuple[list[str], list[str]]) -> list[str]:
    """The states `named` ahead of the trigger, those left out that stand in a phrase ahead of the subject, where
    subject and object are named too ("before the talks between Oman and Chad, Mali's envoy met Oman's")."""
    left, right = named
    opened = _PREPOSED.match(frame.opening) if len(set(left)) > 1 else None
    if opened is None:
        return left
    own = [a.code for a in acting if frame.low + opened.end() <= a.start < frame.subject_end]
    if own and opened.group().startswith("Amid "):
        return own
    return own if right and len({*own, *right}) > 1 else left


def _done_by(sentence: str, trigger: Trigger) -> bool:
    """True for "staged by Peru", and for "filed in July by Peru": who acts stands behind the participle."""
    return done_by(sentence, trigger) or _LATER_BY.match(sentence, trigger.end) is not None


def _is_thing(frame: Frame, trigger: Trigger) -> bool:
    """True where a pronoun stands for a thing: what takes effect or expires is no state; who begins talks may be."""
    if trigger.noun and not trigger.passive and trigger.lemma in _TAKES_UP:
        return False
    return trigger.lemma in party_words("thing_act") and _IT.match(frame.opening) is not None


def _acts(sentence: str, actor: Actor, trigger: Trigger) -> bool:
    """True for an actor who is neither the scene nor an aside of what `trigger` tells."""
    if (
        actor.start > trigger.end
        and holds_any(sentence[trigger.end :], _QUOTES)
        and _in_quotes(sentence, trigger.end, actor.start)
    ):
        return False
    match actor.standing:
        case "scene":
            return is_goal(actor, trigger) or _is_hit(sentence, actor, trigger)
        case "post":
            house = _HOUSE.search(sentence[max(0, actor.start - TITLE) : actor.start])
            acts = "house_act" if house else "envoy_act"
            if trigger.pos == "noun" and sentence[trigger.end : actor.start] in _TO_THERE:
                return True
            return trigger.lemma in party_words(acts) and (house is not None or actor.start > trigger.start)
        case "rule":
            if trigger.lemma in party_words("rules") and 0 < actor.start - trigger.end < _LATE_VERB:
                return True
            passive = trigger.form in ("past", "participle")
            return passive and 0 < trigger.start - actor.end < _LATE_VERB
        case "aside":
            if leads_it(sentence, actor, trigger):
                return True
            return trigger.event_type in ("ASSAULT", "COERCE") and sentence.startswith("-flag", actor.end)
        case "militia":
            return trigger.event_type not in _FIGHTS
        case standing:
            return standing == "acts" and not _is_weapon(sentence, actor, trigger)


def _heads(sentence: str, scenes: Sequence[Actor], frame: Frame) -> bool:
    """True where the first of the `scenes` and a colon head the sentence, and the clause is its first."""
    if not scenes or frame.low > scenes[0].start:
        return False
    return sentence.startswith(": ", scenes[0].end) and scenes[0].start <= frame.low + 1


def _seated(sentence: str, scenes: Sequence[Actor], frame: Frame) -> list[str]:
    """The state of the place where the office sits that is the clause's subject ("police in Tacna held X"), or that of
    the place that heads the sentence."""
    first = scenes[0]
    if _heads(sentence, scenes, frame):
        return [first.code]
    if (
        not frame.low <= first.start < frame.subject_end
        or first.text in _SEATS
        or _TO_ITS_VERB.fullmatch(sentence, first.end, frame.subject_end) is None
    ):
        return []
    return [first.code] if _OFFICE_IN.fullmatch(sentence, frame.low, first.start) is not None else []


def _is_there(sentence: str, actor: Actor, low: int) -> bool:
    """True for the scene that the relative clause at `low` describes ("in Tacna, where they …")."""
    return actor.standing == "scene" and _WHERE.match(sentence, actor.end) is not None and low - actor.end in range(3)


def _is_left(sentence: str, actor: Actor, trigger: Trigger, scene: Scene) -> bool:
    """True for the place from which those depart who met there, in a state that is none of the story's; a body that
    one leaves is acted upon."""
    away = actor.kind != "organization" and actor.code not in scene.group
    return away and sentence[trigger.end : actor.start] == " "


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
