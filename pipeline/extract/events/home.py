"""Which acts a state does at home, with itself: elections, laws, appointments, tests, what is done to its own borders.

They have no other side. Whose they are is found in `parties`. The words that tell stand in party_words.csv.
"""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.befalls import by_nobody
from pipeline.extract.events.borders import is_one_border, lifts_curb
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.own_ground import joins_many, on_own_ground
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary as words_of

_ALONE = frozenset({"alone", "unilaterally", "single-handedly"})
_LEFT_ALONE = frozenset({"leave", "leaves", "leaving", "left", "let"})
"""Words by which "alone" is said of another."""
_ABROAD = re.compile(
    r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|\d{1,2})\s(?:[a-z-]{3,12}\s)?[A-Z][a-z]{3,14}\s(?:aid\sworkers?|citizens?|couple|expatriates?|holidaymakers?|"
    r"missionar(?:y|ies)|nationals?|tourists?|travell?ers?)\b"
)
"""People told of by their nationality, who are away from home ("a Chadian couple was detained")."""
_OUTWARD = frozenset({"ACCUSE", "AID", "ASSAULT", "COERCE", "PROTEST", "SANCTION", "THREATEN"})
"""Types of acts that are done to another."""
_IN_ORGANS = frozenset({"COOPERATE", "OTHER", "SANCTION", "YIELD"})
"""Types of what an organ does at home unless it is told with whom."""
_FALLS = frozenset({"collapse", "fall", "fall apart", "go bust", "burst", "crumble", "implode"})
_BEATS = frozenset({"beat", "defeat", "edge out", "trounce", "unseat", "defeated", "trounced"})
_IN_AND_OUT = frozenset(
    {"assume", "capture", "enter", "grab", "hold", "leave", "lose", "quit", "return to",
     "rise to", "seize", "usurp", "vacate", "win"}
)  # fmt: skip
_OFFICE = re.compile(
    r"\s(?:the\s|public\s)?(?:office|power|presidency|premiership|government|cabinet|parliament|throne)\b"
)
"""What one comes into, or leaves."""
_POLL = re.compile(r"\s(?:an?|another|her|his|the)\s(?:[\w'’-]{2,20}\s){0,4}(?:elections?|polls?|referendum|vote)\b")
"""What one wins or loses at home, whatever else its clause tells of."""
_BECOMES = re.compile(
    r"\s(?:(?!ambassador|envoy)[\w'’-]{1,20}\s){0,4}(?:chancellor|chief|emperor|governor|king|leader|mayor|minister|pope|premier|"
    r"president|queen|speaker)\b(?!\s(?:of\sthe\s)?(?:bloc|council|group))"
)
"""The office that one comes into."""
_OF_ITS_OWN = re.compile(
    r"\bmeeting\sof\s(?:his|her|its|the|senior|top)\s(?:[a-z]+\s){0,2}(?:advisers|aides|cabinet|chiefs|commanders|commission|"
    r"council|generals|party|ministers|security\sofficials)\b"
)
_CASES = frozenset({"lose", "win"})
_BEFORE_JUDGES = frozenset({"arbitration", "bid", "complaint", "contract", "tender", "tribunal", "wto"})
"""Of verbs of polls at home those that tell of cases and bids as well, and what shows that those are between states."""
_DEALS = frozenset({"AGREE", "ASSAULT", "CONSULT", "COOPERATE", "OTHER", "REJECT", "YIELD"})
"""Types of what two camps of one state may have between them."""
_BY_LAW = frozenset({"ACCUSE", "ASSAULT", "COERCE", "OTHER", "SANCTION"})
_HEARINGS = frozenset({"CONSULT", "OTHER", "REQUEST"})
_MEASURES = frozenset({"AID", "COERCE", "COOPERATE", "OTHER", "SANCTION", "YIELD"})
_ON_PEOPLE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "YIELD"})
_BUILT = frozenset({"CONSULT", "COOPERATE", "OTHER"})
_DUTIES = frozenset({"duties", "duty", "tariff", "tariffs"})
_PAID_AT_HOME = frozenset({"household", "households"})
"""Who pays what is a state's own, be it for gas from abroad."""
_KNOWN = re.compile(r"\W{0,3}(?:[Tt]he|[Tt]hey|[Tt]hese|[Tt]hose|[Aa]ll)\b")
_FACTIONS = frozenset({"clans", "factions", "militias", "tribes", "warlords"})
_AMONG = re.compile(r"\b(?:among|between)\s(?:[\w-]{2,20}\s){0,3}(?:clans|factions|militias|tribes|warlords)\b")
_CAMPS = re.compile(r"\b(?:between|with)\b")
_BY_THE_STATE = re.compile(r"\bby\sthe\sstate(?=\s(?:at|for|in|last|on|this)\b|\W{0,2}\Z|[.,;])")
_GOVERNMENT = re.compile(
    r"\s(?:an?|his|her|its)\s(?:[\w-]{2,20}\s){0,2}(?:cabinet|government)\b(?!['’-]|\s[a-z]+(?:er|ee|ion)\b)"
)
"""One's own government, where it is made known."""
_INTRUDES = frozenset(
    {"breach", "cross", "drift into", "enter", "fly into", "fly over", "intrude into", "overfly", "penetrate",
     "sail into", "stray into", "violate"}
)  # fmt: skip
_BOUNDARY = re.compile(r"\s(?:into\s)?(?:its|their)\s(?:[a-z]+\s)?(?:airspace|borders?|frontiers?|territory|waters)\b")
"""What is another's, where one intrudes into it ("a jet had crossed its airspace")."""
_SAID_TO_ANOTHER = frozenset({"ACCUSE", "PROTEST", "REQUEST", "THREATEN"})
"""Types of words to another, whoever's is what they are about ("demanded its removal")."""
_OWN_COURSE = re.compile(
    r"(?<=\w)[^.;]{0,60}?\bthat\s(?:s?he)\s(?:will|would)\s(?:not\s|never\s|again\s|also\s){0,2}"
    r"(?:bow\sout|contest|quit|resign|retire|run|seek|stand|step|succeed)\b"
)
"""What one says of an office of one's own."""
_KEEPS = frozenset({"celebrate", "mark", "observe", "commemorate"})
_OWN_DAY = re.compile(
    r"\s(?:the\s|its\s|their\s)?(?:[\w'’-]{1,20}\s){0,3}"
    r"(?:Day|Day\sof\s(?:the\s)?[A-Z][a-z]+|Independence|Christmas|Easter|Ramadan|Eid(?:\sal-[A-Z][a-z]+)?|New\sYear|birthday|holiday)\b"
)
_ENTERS_OFFICE = re.compile(
    r"\W{0,3}(?!The\b|A\b|An\b)(?:(?:[A-Z][\w.'’-]{1,20}|al-[\w'’-]{2,20}|bin|da|de|der|dos|el|van|von)\s){2,6}(?:was|is\sto\sbe|will\sbe|were)\s\Z"
)
"""Ahead of "inaugurated", of a person."""
_ITS_SHARE = re.compile(r"\s(?:its|their)\s(?:own\s)?(?:side|half|end|part|section|share|stretch|bank)\sof\b")
"""One's own of what two share ("closed its side of the crossing")."""
_SHOT = re.compile(
    r"\sof\s(?:[\w-]{1,20}\s){0,4}(?:missiles?|rockets?|satellites?|warheads?|projectiles?|device|bomb|ICBM)\b"
)
_COMES_AFTER = frozenset({"come after", "follow"})
_SHOT_BEFORE = re.compile(
    r"\s[^,;:]{3,60}?\s(?:launch(?:es)?|tests?|firings?|test-firings?)\sof\s(?:[\w-]{1,20}\s){0,4}(?:missiles?|rockets?|satellites?)\b"
)
"""What something follows."""
_SHOTS = frozenset({"launch", "test", "firing", "test-firing", "test launch", "test-fire", "detonation", "explosion"})
_HOLDERS = frozenset({"authorities", "agents"})
_HOLDS = frozenset({"detain", "arrest", "jail", "hold", "charge", "question"})
_PARTY = re.compile(
    r"\bgovernment\sand\s(?:the\s)?(?:(?!Atlantic|Pacific)[A-Z][\w-]{1,20}\s){1,3}(?:Alliance|Coalition|Front|Movement|Party)\b"
)
"""Those of one state with whom its government deals, by the kind of name that they have."""


def at_home(act: Act) -> bool:
    """True for an act without another side."""
    return not _at_a_door(act) and not _is_called_in(act) and _is_home(act)


def _is_called_in(act: Act) -> bool:
    """True for an envoy whom the state that he is posted to calls in, none being named by whom."""
    return act.trigger.lemma == "summon" and act.trigger.event_type == "PROTEST"


def _at_a_door(act: Act) -> bool:
    """True for what police and courts do at a mission, which is another's."""
    return act.law and bool(act.vocabulary & party_words("house"))


def _is_home(act: Act) -> bool:
    alone = _by_itself(act) or act.within or _between_camps(act) or by_nobody(act) or _on_its_own(act)
    if alone or joins_many(act) or on_own_ground(act):
        return True
    return not _gives(act) and not _lays_claim(act) and _by_its_words(act)


def _by_its_words(act: Act) -> bool:
    """What the kind of act and its matter say."""
    shared = bool(act.vocabulary & party_words("shared_matter"))
    named_home = _by_name(act, shared)
    if named_home is not None:
        return named_home
    if _by_law(act, bool(act.vocabulary & _common())) or _own_measure(act) or _own_people(act):
        return True
    if act.heard and not shared and act.trigger.event_type in _HEARINGS:
        return True
    if shared or act.given or (act.trigger.event_type == "REJECT" and act.matter & party_words("rebuffed")):
        return False
    if act.organ and _is_home_matter(act):
        return True
    if act.trigger.event_type in _OUTWARD:
        return False
    if act.trigger.event_type == "MOBILIZE":
        return _at_arms(act)
    lemma = act.trigger.lemma  # the lexicon of events knows "called" with its particles alone
    if act.organ and (lemma in party_words("organ_act") or lemma == "called" or act.trigger.event_type in _IN_ORGANS):
        return True
    if act.trigger.lemma in _FALLS and (
        act.vocabulary - act.matter if act.trigger.passive else act.vocabulary
    ) & party_words("structure"):
        return True
    return _is_home_matter(act) or _makes_something(act)


def _only_bodies(act: Act) -> bool:
    """True where international bodies act alone: they have no home."""
    return bool(act.subjects) and all(map(is_body, act.subjects))


def _by_itself(act: Act) -> bool:
    """True for what one does alone; another may be left alone."""
    return bool(_ALONE & act.vocabulary) and _LEFT_ALONE.isdisjoint(act.vocabulary)


def _between_camps(act: Act) -> bool:
    """True for what a government and those whom it rules have with each other."""
    if act.trigger.event_type not in _DEALS:
        return False
    if not act.vocabulary.isdisjoint(_FACTIONS) and _AMONG.search(act.words) is not None:
        return True
    if not act.vocabulary & party_words("rule"):
        return False
    if "government" in act.words and _PARTY.search(act.words):
        return True
    camps = act.vocabulary & party_words("camp")
    return "opposition" in camps or (bool(camps) and _CAMPS.search(act.words) is not None)


def _on_its_own(act: Act) -> bool:
    """True for an act on what is the subject's, and neither abroad nor another's as well."""
    if not act.own or act.trigger.goal or act.trigger.event_type in _SAID_TO_ANOTHER or _intrudes(act):
        return False
    if act.matter & party_words("border") and (act.trigger.event_type == "MOBILIZE" or is_one_border(act)):
        return False
    if act.subject and not set(act.placed) <= set(act.subjects):
        return False
    if _ITS_SHARE.match(act.whole, act.trigger.end):
        return False
    if lifts_curb(act):
        return False
    if not act.subject and act.vocabulary & party_words("joint_body"):
        return False
    if act.trigger.lemma in party_words("calls_back") and act.matter & party_words("posted"):
        return False
    return act.matter.isdisjoint(_not_ones_own())


def _intrudes(act: Act) -> bool:
    """True for those who enter what is another's, told in a clause behind that other's."""
    return act.trigger.lemma in _INTRUDES and _BOUNDARY.match(act.whole, act.trigger.end) is not None


@cache
def _not_ones_own() -> frozenset[str]:
    kinds = ("abroad", "envoy", "house", "shared_matter", "traffic")
    return frozenset().union(*map(party_words, kinds))


@cache
def _common() -> frozenset[str]:
    """Words of what is never one state's alone."""
    return party_words("shared_matter") - party_words("either")


def _by_name(act: Act, shared: bool) -> bool | None:
    """What the trigger by itself says; None where it says nothing."""
    trigger = act.trigger
    if trigger.lemma in party_words("shot") and trigger.event_type == "ASSAULT":
        return None
    if trigger.passive and (trigger.lemma == "succeed" or _BY_THE_STATE.search(act.words)):
        return not act.vocabulary & party_words("envoy")
    if trigger.lemma == "name" and act.given and _only_bodies(act):
        return False
    if trigger.event_type == "OTHER" and _GOVERNMENT.match(act.whole, trigger.end):
        return True
    settled = trigger.lemma in party_words("home_act")
    if settled or (trigger.lemma in party_words("home_past") and not shared) or _tells_of_home(trigger):
        return not act.matter & party_words("envoy")
    if _wins_office(act) or _tries_a_weapon(act) or _goes_for_office(act) or _keeps_a_day(act) or _meets_its_own(act):
        return True
    if trigger.lemma in party_words("home_vote"):
        return not shared and not (trigger.lemma in _CASES and words_of(act.whole) & _BEFORE_JUDGES)
    return _with_whom(act, shared)


def _is_home_matter(act: Act) -> bool:
    """True for what states settle at home; a post at a border is no office."""
    told = act.matter & party_words("home_matter")
    return bool(told) and not (told == {"post"} and act.matter & party_words("border"))


def _goes_for_office(act: Act) -> bool:
    """True for one who says that he will run or resign, and for one who is inaugurated."""
    if act.trigger.lemma in ("inaugurate", "inaugurated") and act.trigger.passive:
        return _ENTERS_OFFICE.search(act.frame.opening) is not None and not act.vocabulary & party_words("work")
    if act.trigger.pos != "verb" or "that" not in act.whole:
        return False
    return _OWN_COURSE.match(act.whole, act.trigger.end) is not None


def _keeps_a_day(act: Act) -> bool:
    """True for a day of its own that a people keeps, without the other side of the story."""
    if act.trigger.lemma not in _KEEPS or act.vocabulary & party_words("shared_matter"):
        return False
    return _OWN_DAY.match(act.whole, act.trigger.end) is not None


def _tries_a_weapon(act: Act) -> bool:
    """True for the launch or test of something that flies or explodes, told by a noun."""
    trigger = act.trigger
    if trigger.pos == "verb":
        return trigger.lemma in _COMES_AFTER and _SHOT_BEFORE.match(act.whole, trigger.end) is not None
    return trigger.lemma in _SHOTS and _SHOT.match(act.whole, trigger.end) is not None


def _with_whom(act: Act, shared: bool) -> bool | None:
    """What a verb says by whom its object is: an office's holder, forces of one's own."""
    trigger = act.trigger
    if trigger.lemma in party_words("to_its_own") and (trigger.passive or act.given):
        if trigger.passive and _ABROAD.search(act.frame.opening) is not None:
            return False
        return not _known_abroad(act) and not _at_anothers(act)
    if trigger.lemma in party_words("home_trip") and act.matter & party_words("own_forces"):
        return not act.placed
    if trigger.lemma in party_words("staff_act") and act.matter & party_words("office"):
        return not shared and not act.matter & party_words("envoy")
    return None


def _tells_of_home(trigger: Trigger) -> bool:
    """True for a noun of what a state has at home, or a verb that such a noun gives its sense."""
    return (trigger.noun or (trigger.lemma if trigger.pos == "noun" else "")) in party_words("home_noun")


def _wins_office(act: Act) -> bool:
    """True for one who beats another in a poll, and for one who comes into office or leaves it."""
    lemma = act.trigger.lemma
    if lemma in _BEATS:
        return bool(act.matter & party_words("home_matter"))
    if lemma == "become":
        return _BECOMES.match(act.whole, act.trigger.end) is not None
    if lemma in ("lose", "win") and _POLL.match(act.whole, act.trigger.end):
        return True
    return lemma in _IN_AND_OUT and _OFFICE.match(act.whole, act.trigger.end) is not None


def _meets_its_own(act: Act) -> bool:
    """True for one who calls together those who serve him ("chaired a meeting of senior security officials")."""
    if act.trigger.event_type != "CONSULT" or not act.subject or "meeting" not in act.vocabulary:
        return False
    return _OF_ITS_OWN.search(act.whole, act.trigger.start, act.frame.high) is not None


def _gives(act: Act) -> bool:
    """True for help that a government gives, though it be for a budget."""
    return act.trigger.lemma in party_words("give") and bool(act.matter & party_words("gift")) and not act.organ


def _lays_claim(act: Act) -> bool:
    """True for a law or decree by which one claims what is another's too."""
    if not act.matter & party_words("enactment"):
        return False
    return not words_of(act.whole).isdisjoint(party_words("dispute"))


def _known_abroad(act: Act) -> bool:
    """True for what, in a place that is named, is done to people told of before ("the troops were held in Lima")."""
    if not act.trigger.passive or not act.placed or _KNOWN.match(act.frame.opening) is None:
        return False
    return not any(act.frame.low <= actor.start < act.trigger.start for actor in act.acting)


def _at_anothers(act: Act) -> bool:
    """True for one state's people whom another takes in a place that is its own ("a clerk of the Thai embassy in Quito
    was held")."""
    if not act.trigger.passive or len(set(act.placed)) != 1:
        return False
    return act.subject and act.placed[0] not in act.subjects and act.placed[0] not in {a.code for a in act.acting}


def _by_law(act: Act, shared: bool) -> bool:
    """True for what police and courts do to those who are there."""
    kind = act.trigger.event_type
    if act.placed and act.trigger.lemma in _HOLDS and _HOLDERS & (act.vocabulary - act.matter):
        return not shared
    return act.law and (kind == "COERCE" or (kind in _BY_LAW and not shared))


def _own_measure(act: Act) -> bool:
    """True for a tax or a rate of one's own, a curb on exports, which is towards all, a loan on the market."""
    if act.trigger.event_type not in _MEASURES:
        return False
    curbs = act.trigger.lemma in party_words("curb") and (act.matter.isdisjoint(_DUTIES) or "export" in act.matter)
    if curbs and act.matter & party_words("outflow"):
        return set(act.beside) <= set(act.subjects)
    if act.trigger.lemma in party_words("raise_money") and act.matter & party_words("lender"):
        return True
    paid = act.matter & _PAID_AT_HOME and act.trigger.event_type == "OTHER"
    if paid or ("foreign" in act.matter and act.matter & _DUTIES):
        return True
    if "outside" in act.matter and act.matter & party_words("bounds"):
        return True
    return bool(act.matter & party_words("own_measure")) and act.vocabulary.isdisjoint(_common())


def _own_people(act: Act) -> bool:
    """True for what is done to journalists, opponents, prisoners of conscience: unless named otherwise, one's own."""
    harmed = act.trigger.passive and act.trigger.event_type in ("ASSAULT", "COERCE") and not act.beside
    if act.trigger.event_type not in _ON_PEOPLE or not (act.subject or harmed):
        return False
    return bool(act.matter & party_words("own_people"))


def _at_arms(act: Act) -> bool:
    """True for a test, a launch, a deployment within the state; exercises have partners."""
    if "reservists" in act.vocabulary:
        return True
    if act.trigger.lemma in party_words("crosses") or act.placed or act.vocabulary & party_words("border"):
        return False
    return not act.vocabulary & party_words("exercise") and "joint" not in act.vocabulary


def _makes_something(act: Act) -> bool:
    """True for a thing that is new in its state ("opened a refinery", "became a republic"); of what two do together
    the text speaks as of something known ("opened the bridge")."""
    if (
        (act.subject and not set(act.placed) <= set(act.subjects))
        or any(map(is_body, act.subjects))
        or act.matter & party_words("abroad")
        or act.trigger.event_type not in _BUILT
        or act.trigger.pos != "verb"
    ):
        return False
    if act.trigger.event_type == "OTHER":
        if act.trigger.passive or act.trigger.lemma in party_words("told_act") | {"stay"}:
            return False
        return act.made or (act.subject and act.matters)
    return act.made and act.trigger.lemma in party_words("build_act") and bool(act.vocabulary & party_words("work"))
