"""The parties that an event means without naming them: the other side of an act between states, "the two", "the three".

Who is named is found in `parties`; which acts have no other side stands in `home`.
"""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.captives import holders
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.home import at_home
from pipeline.extract.events.implied import DONE_TO, TRIED
from pipeline.extract.events.likewise import is_on_deal, lifted, with_same_target
from pipeline.extract.events.lone import stands_alone
from pipeline.extract.events.others import among_others, named_beside
from pipeline.extract.events.own_ground import joins_many
from pipeline.extract.events.party_words import party_words, speaks_of
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.thirds import JUDGES, asks_both, judges_both, mediates, speaks_of_both
from pipeline.extract.events.unmeant import suggested
from pipeline.extract.events.unnamed import own_state, speaks_of_the_country, unnamed
from pipeline.extract.events.wars import at_war
from pipeline.extract.vocabulary import vocabulary as words_of

_PAIR = 2
_TRIPLE = 3
_REACHES = frozenset({"MOBILIZE", "ASSAULT", "AID", "COOPERATE", "COERCE"})
"""Types of acts that are done to the state in which they are done."""
_IN_SESSION = frozenset({"AGREE", "CONSULT"})
_OF_ONE_STATE = frozenset({"supreme", "constitutional", "high", "district", "county", "federal", "appeals", "police"})
"""Words of courts that judge within a state."""
_COUNTS = {"four": 4, "five": 5, "six": 6, "seven": 7}
_MANY = re.compile(
    r"\b(?:[Tt]he|[Aa]ll)\s(?P<count>four|five|six|seven)\s(?:(?:[a-z]{2,12}\s)?(?:countries|delegations|governments|leaders|ministers|nations|"
    r"parties|powers|presidents|sides|states)\b|(?:agreed|also|are|had|have|last|met|signed|then|were|will)\s)"
)
"""Four or more parties that act together."""
_HIM = re.compile(r"\s(?:him|her)(?=\s(?:at|in|on|to|for|with|last|this|when|as)\b|[.,;])")
_WITH_HIM = re.compile(r"\s[^.;,]{0,40}?\b(?:to|with)\s(?:him|her)(?=\s(?:at|in|on|last|this|today|yesterday)\b|[.,;])")
_WITH_WHICH = re.compile(r"\W{0,3}(?:against|by|from|to|with)\s(?:which|whom)\s")
_WHEN = re.compile(r",?\s(?:when|after|as)\s")
_GRIEF = frozenset({"capsize", "crash", "die", "drown", "perish", "sink"})
_VIOLENT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "THREATEN"})
_RIGHT_BEHIND = 9
_BESIDE_IT = (
    " near ",
    " near the ",
    " conference in ",
    " meeting in ",
    " negotiations in ",
    " summit in ",
    " talks in ",
)
"""Ahead of a place that only lies near, or where others talk ("a blow to peace talks in Oman")."""
_TAKES_EFFECT = frozenset({"come into effect", "come into force", "enter into force", "go into effect", "take effect"})
_HE = re.compile(r"\W{0,3}S?[Hh]e\s")
_OFFERS = frozenset({"offer", "propose", "volunteer"})
_BETWEEN_STATES = re.compile(
    r"\b(?:International\sCourt|International\sTribunal|World\sCourt|Court\sof\s(?:Justice|Arbitration)|[Aa]rbitra(?:l|tion)\b|"
    r"The\sHague)"
)
_BIDS = re.compile(r"\s(?:its|their|his|her)\s(?:[a-z]+\s){0,2}(?:application|bid|candidacy)\b")
_THEM = re.compile(r"\s(?:them|him|her(?=\s(?:to|on|in|for)\b|[.,]))\b")
_IN_RESPONSE = re.compile(r"\W{0,3}In\s(?:response|retaliation|return|reply|turn|exchange)\b")
_TO_THE_COUNTRY = re.compile(r"\s(?:(?:at|for|in|to)\s)?(?:the|that)\s(?:country|kingdom|nation|republic)\b(?!['’])")
"""Where a journey leads to a state told of before."""
_REPLIES = frozenset(
    {"answer", "fire back", "hit back", "react", "reacted", "reciprocate", "respond", "retaliate", "retort",
     "shoot back", "strike back"}
)  # fmt: skip
"""Verbs of what is done to the one who acted just before."""
_EXERCISE_WITH = re.compile(r"\s(?:an?|the|its|joint)\s(?:[\w-]{1,20}\s){0,4}with\s(?:the\s)?[A-Z]")
"""What a host holds with those whom it receives."""
_AT_MEETING = re.compile(
    r"\b(?:at|after|during|following)\s(?:an?|the|its|their|this|last)\s(?:[\w'’-]{1,20}\s){0,3}?(?:briefing|ceremony|conference|forum|"
    r"gathering|meeting|session|summit|talks)\s(?:[a-z]{2,10}\s){0,2}?in\s"
)
"""Ahead of the place where one says what one will do: nothing is done to it."""
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})
"""Those of a host who takes part himself."""


def completed(named: list[str], act: Act, scene: Scene) -> list[str]:
    """`named` with the states that the words mean without naming them."""
    if speaks_of("three", act.words):
        return _three(named, scene)
    named = with_same_target(named, act, scene)
    if len(named) > _PAIR:
        named = _without_host(named, act, scene)
    if named and _calms(named, act, scene):
        return [*named, *scene.pair]
    known = list(scene.last) if _goes_on_against(named, act, scene) else at_war(named, act, scene)
    known = known or _in_force(act) or lifted(named, act, scene)
    if known:
        return known
    named = _without_cited(named, act)
    if len(named) >= _PAIR:
        return _with_its_partner(named, act, scene)
    if speaks_of("two", act.words) and speaks_of("two", act.own_words):
        return _two(named, scene)
    meant = _counted_more(act, scene) or holders(named, act, scene)
    if meant:
        return meant
    if _is_at_home(act, scene) and (scene.headed is None or scene.headed not in named):
        return _in_its_place(named, act) or own_state(act, scene)
    if named:
        return _with_partner(named[0], act, scene)
    return _unnamed(act, scene)


def _without_host(named: list[str], act: Act, scene: Scene) -> list[str]:
    """`named`, three or more, without the host of two others, and for what "the two sides" do at his place."""
    if act.trigger.lemma == "host" and _receives(act):
        return [code for code in named if code not in act.subjects]
    both = scene.here and len(scene.last) == _PAIR and set(scene.last) < set(named)
    return list(scene.last) if both and speaks_of("two", act.frame.opening) else named


def _unnamed(act: Act, scene: Scene) -> list[str]:
    """The parties of an act whose clause names none."""
    if speaks_of("two", act.sentence):
        return _two([], scene)
    return _three([], scene) if speaks_of("three", act.whole) else unnamed(act, scene)


def _in_its_place(named: list[str], act: Act) -> list[str]:
    """The state `named` of an act at home; where an office or organ acts whose state the clause does not name, that of
    the place ("the army seized power in Chad")."""
    if not act.placed or act.trigger.event_type in _IN_SESSION or not act.frame.speaks_of_office:
        return named
    there = any(act.frame.low <= actor.start < act.frame.high for actor in act.acting)
    return named if there else list(act.placed[:1])


def _receives(act: Act) -> bool:
    """True for a state that is the host of two others, none of its leaders named: those take part."""
    if not _COUNTERPARTS.isdisjoint(words_of(act.words)) or _EXERCISE_WITH.match(act.whole, act.trigger.end):
        return False
    return len(act.subjects) == 1 and act.trigger.pos == "verb" and not act.trigger.passive and not act.led


def _comes_to_grief_with(act: Act) -> bool:
    """True for those who drown or perish in what another has a part in, told in the next clause."""
    if act.trigger.lemma not in _GRIEF or _WHEN.match(act.whole, act.frame.high) is None:
        return False
    return len({actor.code for actor in act.acting}) == _PAIR


def _names_partner(act: Act) -> bool:
    """True where the act has to do with the neighbour or ally of the one who acts."""
    return bool(act.matter & party_words("partner")) and _its_partner().search(act.words) is not None


@cache
def _its_partner() -> re.Pattern[str]:
    words = "|".join(sorted(party_words("partner")))
    return re.compile(rf"\b(?:its|their)\s(?:[a-z-]{{2,16}}\s){{0,3}}(?:{words})\b")


def _with_its_partner(named: list[str], act: Act, scene: Scene) -> list[str]:
    """`named`, one state of the story's and a body, with the other state where that is told of as the neighbour."""
    states = [code for code in named if not is_body(code)]
    if len(states) != 1 or len(scene.pair) < _PAIR or states[0] not in scene.pair or not _names_partner(act):
        return named
    return list(dict.fromkeys([*named, *scene.pair]))


def _is_at_home(act: Act, scene: Scene) -> bool:
    """True for an act without another side, the story told."""
    if _names_partner(act) or _comes_to_grief_with(act) or act.trigger.lemma in _REPLIES:
        return False
    if act.trigger.goal and _TO_THE_COUNTRY.match(act.whole, act.trigger.end):
        return False
    return at_home(act) and not _goes_abroad(act, scene) and not _before_judges(act, scene)


def _before_judges(act: Act, scene: Scene) -> bool:
    """True for what goes on before judges who judge between states, where the page has told of those."""
    if not act.vocabulary & party_words("justice") or len(scene.pair) < _PAIR:
        return False
    return not act.vocabulary & _OF_ONE_STATE and _BETWEEN_STATES.search(scene.page.text) is not None


def _goes_abroad(act: Act, scene: Scene) -> bool:
    """True for forces that go to help, in a story that has told whom ("army engineers will deploy on Sunday"), and for
    a court's word on those whom the event before, of two states, was about ("freed them after a court jailed them")."""
    if act.trigger.lemma in TRIED and _THEM.match(act.whole, act.trigger.end):
        return scene.here and len(scene.last) == _PAIR and not any(map(is_body, scene.last))
    return (
        act.trigger.event_type == "MOBILIZE"
        and bool(act.vocabulary & party_words("relief"))
        and scene.helped is not None
    )


def _goes_on_against(named: list[str], act: Act, scene: Scene) -> bool:
    """True for a second act of several against the one whom the first was done to ("broke off relations with Oman and
    closed their airspace to its planes")."""
    if len(named) < _PAIR or len(scene.last) != len(named) + 1 or not set(named) < set(scene.last):
        return False
    return scene.here and act.trigger.event_type in DONE_TO and act.frame.subject_end < act.trigger.start


def _calms(named: list[str], act: Act, scene: Scene) -> bool:
    """True for others than the story's two who urge those to keep the peace, or offer to help them to it."""
    if len(scene.pair) < _PAIR or not set(named).isdisjoint(scene.pair):
        return False
    asks = act.trigger.event_type == "REQUEST" or act.trigger.lemma in _OFFERS
    if asks and act.matter & party_words("peace"):
        return True
    return len(named) >= _PAIR and act.trigger.event_type in JUDGES and judges_both(act)


def _three(named: list[str], scene: Scene) -> list[str]:
    """The three that "the three countries" means, those of the last list of three, and whom they deal with."""
    acting = [code for code in scene.carried if not is_body(code)]
    if not scene.listed and len(acting) == _TRIPLE and set(named) <= set(acting):
        return acting
    if scene.story.third and set(named) <= set(scene.group) and not set(scene.group) & set(scene.listed) - {scene.home}:
        return list(dict.fromkeys([*named, *scene.group]))
    if scene.listed:
        return list(dict.fromkeys([*named, *scene.listed]))
    return list(dict.fromkeys([*named, *scene.last, *scene.recent, *scene.group]))[:_TRIPLE]


def _counted_more(act: Act, scene: Scene) -> list[str]:
    """Whom "the four" or "the six powers" means: the parties of the last event of as many."""
    told = None if _COUNTS.keys().isdisjoint(words_of(act.whole)) else _MANY.search(act.words)
    if told is None:
        return []
    count = _COUNTS[told["count"]]
    return next((list(e.countries) for e in reversed(scene.told) if len(e.countries) == count), [])


def _two(named: list[str], scene: Scene) -> list[str]:
    """The two states that "the two countries" means: those of the event before, else the story's."""
    pair = scene.pair
    if len(scene.dealing) == _PAIR and set(named) <= set(scene.dealing):
        return list(scene.dealing)
    if scene.nearest and set(named) <= set(scene.nearest):
        return list(scene.nearest)
    meant = scene.here or not set(named) <= set(pair) or len(pair) < _PAIR
    if meant and len(scene.last) == _PAIR and set(named) <= set(scene.last) and not any(map(is_body, scene.last)):
        return list(dict.fromkeys([*named, *scene.last]))
    if named and len(pair) == _PAIR and not set(named) & set(pair):
        return [*named, *pair]
    return list(dict.fromkeys([*named, *pair, *scene.recent]))[:_PAIR]


def _with_partner(state: str, act: Act, scene: Scene) -> list[str]:
    """`state` with the other side of its act."""
    if _BIDS.match(act.whole, act.trigger.end):
        bodies = {actor.code for actor in act.acting if is_body(actor.code)}
        if len(bodies) == 1 and not is_body(state):
            return [state, *bodies]
    if among_others(act) or _is_unsolved(state, act, scene):
        return [state]
    joint = act.trigger.lemma == "join" and bool(act.matter & party_words("concern"))
    if joint and len(scene.pair) == _PAIR and state not in scene.pair:
        return [state, *scene.pair]
    if speaks_of_both(state, act, scene) or mediates(state, act, scene) or asks_both(state, act, scene):
        return [state, *scene.pair]
    listed = _replied_to(state, act, scene) or named_beside(state, act)
    if listed:
        return [state, *listed]
    him = _him(state, act, scene)
    if him is not None:
        return [state, him]
    if speaks_of_the_country(act.words):
        near = [code for code in scene.recent if code != state and not is_body(code)]
        just = [code for code in scene.carried if code != state and not is_body(code)]
        several = [code for code in scene.pair if code in near and state in scene.pair] if len(just) > 1 else []
        told = several or just
        rest = [code for code in scene.pair if code != state and state in scene.pair]
        other = next(iter([*told, *near, *rest]), None)
    else:
        lone = stands_alone(state, act, scene)
        session = lone and (act.trigger.event_type == "CONSULT" or act.trigger.lemma == "agree")
        session = session and not act.matter & party_words("hosted")
        beside = None if session else _beside(state, act)
        other = beside or (None if lone else _of_speaker(state, act, scene) or suggested(state, act, scene))
    return [state, other] if other else [state]


def _replied_to(state: str, act: Act, scene: Scene) -> list[str]:
    """Those to whose act just before `state` replies."""
    if act.trigger.lemma not in _REPLIES and not _IN_RESPONSE.match(act.sentence):
        return []
    if is_on_deal(state, scene):
        return list(scene.last)
    return [code for code in scene.carried[:1] if code != state and not is_body(code)]


def _in_force(act: Act) -> list[str]:
    """Those for whom a pact takes effect, where the clause tells: for others it does so on days of their own."""
    end = act.trigger.end
    if act.trigger.lemma not in _TAKES_EFFECT:
        return []
    if act.trigger.event_type == "SANCTION" or not act.whole.startswith((" for ", " in "), end):
        return []
    near = [a.code for a in (*act.acting, *act.scenes) if end < a.start <= end + _RIGHT_BEHIND]
    return list(dict.fromkeys(near))


def _without_cited(named: list[str], act: Act) -> list[str]:
    """`named` without the other state of an act at home that stands in what is cited for it ("imposed a curfew, citing
    raids from Chad"), and without the body in the name of a pact that is open to all."""
    if len(named) == _PAIR and any(map(is_body, named)) and joins_many(act):
        return [code for code in named if not is_body(code)]  # "the United Nations convention on …"
    if len(named) != _PAIR or "citing" not in words_of(act.whole) or not act.subjects or not at_home(act):
        return named
    at = act.whole.find(", citing ", act.trigger.end)
    cited = at > 0 and all(a.start > at for a in act.acting if a.start > act.trigger.end)
    return named[:1] if cited else named


def _is_unsolved(state: str, act: Act, scene: Scene) -> bool:
    """True for people of one state who are killed, it is not told by whom, where the page has told of no violence
    between the two that it is about."""
    if act.trigger.event_type != "ASSAULT" or not act.trigger.passive or " by " in act.words:
        return False
    pair = set(scene.pair)
    told = any(e.event_type in _VIOLENT and pair <= set(e.countries) for e in scene.told)
    return not told and state in pair and "war" not in words_of(scene.page.text)


def _of_speaker(state: str, act: Act, scene: Scene) -> str | None:
    """The state of the "he" of whose sentence the act is a part ("He warned Oman over a pact signed in May")."""
    if act.trigger.form != "past" or act.trigger.event_type != "AGREE" or _HE.match(act.whole) is None:
        return None
    return scene.person if scene.person != state else None


def _him(state: str, act: Act, scene: Scene) -> str | None:
    """The state of the official whom a pronoun behind the verb means ("Malawi received him in October")."""
    if act.trigger.pos != "verb" or act.trigger.passive:
        return None
    talks = act.trigger.event_type == "CONSULT" and _WITH_HIM.match(act.whole, act.trigger.end) is not None
    if not talks and not _HIM.match(act.whole, act.trigger.end):
        return None
    start = act.trigger.start
    here = [a.code for a in act.acting if a.kind == "person" and a.end <= start and a.code != state]
    if here:
        return here[-1]
    return scene.person if scene.person != state else None


def _beside(state: str, act: Act) -> str | None:
    """The one state that acts in the clauses around; with a body, the one named nearest; whom "with which" tells of."""
    beside = [code for code in act.beside if code != state]
    near = [actor.code for actor in act.scenes if not act.whole.endswith(_BESIDE_IT, 0, actor.start)]
    placed = [code for code in near if code != state]
    if act.trigger.event_type == "ASSAULT" and len(set(placed)) == 1 and not is_body(state):
        return placed[0]
    if _WITH_WHICH.match(act.frame.opening):
        return next((a.code for a in reversed(act.acting) if a.end <= act.frame.low and a.code != state), None)
    if is_body(state):
        beside = [code for code in beside if not is_body(code)] or beside
    if not beside and is_body(state):
        beside = [code for code in act.around if code != state and not is_body(code)]
    if beside and (is_body(state) or len(set(beside)) == 1):
        return beside[-1]
    if _AT_MEETING.search(act.whole, act.trigger.end, act.frame.high):
        return None
    reaches = act.trigger.event_type in _REACHES or bool(act.vocabulary & party_words("house"))
    hosted = act.trigger.lemma == "attend" and bool(act.matter & party_words("hosted"))
    return placed[0] if (reaches or hosted) and len(set(placed)) == 1 else None
