"""What befalls a state, or is done in it by people who act for none: disasters, crowds, rebels, outrages.

Which other acts have no other side stands in `home`.
"""

import re
from functools import cache

from pipeline.extract.events.act import Act
from pipeline.extract.events.party_words import party_words
from pipeline.extract.vocabulary import vocabulary as words_of

_STOPS_WORK = frozenset({"walk out", "down tools", "stop work"})
_STAFF = frozenset({"cleaners", "crew", "crews", "drivers", "employees", "engineers", "staff", "workers"})
_MARCHES = frozenset({"demonstration", "rally", "workers"})
_RAGES = frozenset(
    {"begin", "break out", "continue", "cripple", "disrupt", "engulf", "erupt", "explode", "flare", "flare up", "grip",
     "hit", "paralyse", "paralyze", "rage", "resume", "rock", "shake", "spread", "start", "subside", "sweep"}
)  # fmt: skip
"""What unrest does in a state, by its verbs."""
_A_FIRE = re.compile(r"\W{0,3}(?:[Aa]|[Aa]nother|[Tt]he)\s(?:[a-z]{3,12}\s){0,2}fire\s(?!at\b|on\b)")
_BURNT = frozenset(
    {
        "break out",
        "burn",
        "damage",
        "destroy",
        "engulf",
        "gut",
        "hit",
        "injure",
        "kill",
        "rage",
        "ravage",
        "raze",
        "spread",
        "sweep",
        "sweep through",
    }
)
"""What a fire does, and is said to do."""
_AT_HOME = frozenset({"OTHER", "PROTEST"})
_WHEN = re.compile(r",?\s(?:when|as|after)\s((?:[a-z]+\s){0,2}[a-z]+)")
_DONE = frozenset({"past", "participle"})
_BY = re.compile(r"\sby\s((?:[\w'’-]{1,20}[\s,.;]){1,4})")
_WARS = frozenset(
    {"war", "wars", "ceasefire", "cease-fire", "truce", "fighting", "insurgency", "rebellion", "uprising"}
)
_RISEN = frozenset(
    {"civil", "guerrilla", "guerrillas", "insurgents", "rebel", "rebels", "secessionist", "separatist", "separatists"}
)
"""Who rises against the state at home."""
_AFTER = re.compile(r"\W{0,3}(?:since|after|following|over)\s")
_SLAIN = frozenset({"assassinate", "gun down", "kill", "murder", "shoot", "shoot dead", "slay", "stab"})
_TWO = 2
_FIGHTS = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_CLAIMED = re.compile(r"\b(?:blamed\son|claimed\sby)\s((?:[\w'’-]{1,20}[\s,.;]){1,5})")
"""Behind an attack: whose it is said to be."""
_WORD = re.compile(r"\w+")


def by_nobody(act: Act) -> bool:
    """True for what befalls a state, and for what people do who act for none."""
    return _rebels(act) or _befell(act) or _by_fighters(act) or _without_doer(act)


def _by_fighters(act: Act) -> bool:
    """True for what an armed group does that fights for no state ("Islamic State blew up the bridge")."""
    if act.trigger.event_type not in _FIGHTS or _words_of_fighters().isdisjoint(words_of(act.whole)):
        return False
    if act.trigger.passive or act.whole.startswith(" by ", act.trigger.end):
        told = _BY.search(act.whole, act.trigger.end, act.frame.high)
        return told is not None and _fighters().search(told[1].lower()) is not None
    if act.trigger.pos == "noun":
        claimed = _CLAIMED.search(act.whole, act.trigger.end)
        return claimed is not None and _fighters().search(claimed[1].lower()) is not None
    return not act.subjects and _fighters().search(act.frame.opening.lower()) is not None


@cache
def _fighters() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(party_words("fighters"))))
    return re.compile(rf"\b(?:{names})\b")


@cache
def _words_of_fighters() -> frozenset[str]:
    """A word of each of their names."""
    return frozenset(_WORD.findall(name)[-1] for name in party_words("fighters"))


def _rebels(act: Act) -> bool:
    """True for a war with those who rise within the state."""
    return bool(act.vocabulary & _WARS) and bool(act.vocabulary & _RISEN) and len({*act.subjects, *act.placed}) < _TWO


def _befell(act: Act) -> bool:
    """True for the outrage or upheaval in one state behind which another does something ("after the massacre in")."""
    if act.trigger.pos != "noun" or len(act.subjects) != 1 or not set(act.placed) <= set(act.subjects):
        return False
    word = act.trigger.lemma.rpartition(" ")[2]
    if word not in party_words("outrage") or not act.placed or _AFTER.match(act.frame.opening) is None:
        return False
    return all(a.code in act.subjects for a in act.acting if act.frame.low <= a.start < act.frame.high)


def _without_doer(act: Act) -> bool:
    """True for what befalls a state, and for people who act for none, but at the other's door."""
    doers = act.vocabulary - act.matter
    if act.trigger.event_type == "OTHER" and act.trigger.lemma.rpartition(" ")[2] in party_words("nature"):
        return act.trigger.pos == "noun"
    if doers & party_words("nature") or _burns(act) or _befalls(act) or _by_nature(act):
        return True
    if act.trigger.event_type in _AT_HOME and act.trigger.lemma in _RAGES and doers & party_words("unrest"):
        return not (act.vocabulary & party_words("door") or "against" in act.vocabulary)
    if (
        act.trigger.event_type == "PROTEST"
        and act.subject
        and not words_of(act.whole).isdisjoint(party_words("livelihood"))
    ):
        return True
    if act.trigger.event_type == "PROTEST" and _is_there(act):
        return True
    if act.people and act.trigger.event_type == "PROTEST":
        return not act.vocabulary & party_words("door")
    if act.vocabulary & party_words("door"):
        return False
    crowd = bool(doers & party_words("crowd")) or (act.trigger.lemma in _STOPS_WORK and bool(doers & _STAFF))
    if doers & party_words("shared_matter"):
        return crowd and "opponents" in doers
    return crowd or (act.trigger.event_type == "PROTEST" and bool(doers & _MARCHES or " march " in act.words))


def _burns(act: Act) -> bool:
    """True for what a fire does, which is none that anybody opens."""
    return act.trigger.lemma in _BURNT and _A_FIRE.match(act.frame.opening) is not None


def _is_there(act: Act) -> bool:
    """True for protests in a state that are told of in passing, against nobody else ("amid protests in Chad")."""
    if act.trigger.pos != "noun" or not act.placed or act.trigger.kind == "light":
        return False
    return set(act.placed) >= {a.code for a in act.acting if a.start > act.trigger.end} and set(act.subjects) <= set(
        act.placed
    )


def _by_nature(act: Act) -> bool:
    """True for what a disaster does ("halted on Monday by a flood")."""
    told = _BY.search(act.whole, act.trigger.end, act.frame.high) if act.trigger.form in _DONE else None
    return told is not None and not party_words("nature").isdisjoint(words_of(told[1]))


def _befalls(act: Act) -> bool:
    """True for those whom, as the next clause tells, people who act for no state or a disaster harm."""
    if not act.trigger.passive:
        return False
    if act.trigger.lemma in _SLAIN and not act.beside and not act.placed:
        return _is_one_of_them(act)
    if act.trigger.event_type not in ("ASSAULT", "COERCE"):
        return False
    told = _WHEN.match(act.whole, act.frame.high) or _WHEN.search(act.whole, act.trigger.end, act.frame.high)
    return told is not None and bool((party_words("crowd") | party_words("nature")) & set(told[1].split()))


def _is_one_of_them(act: Act) -> bool:
    """True for one who is killed, called by office and name, where it is not told by whom."""
    there = [actor for actor in act.acting if act.frame.low <= actor.start < act.frame.high]
    return any(actor.kind == "person" for actor in there) and len({actor.code for actor in there}) == 1
