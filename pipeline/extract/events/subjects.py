"""The span of a sentence in which an event's parties stand."""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.beyond import end_of_act, end_of_opening, start_of_act
from pipeline.extract.events.contact import contact_clause
from pipeline.extract.events.party_words import referring
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words
from pipeline.extract.vocabulary import vocabulary
from pipeline.values import value

_ATTRIBUTION = re.compile(
    r",\s(?:(?!\b(?:which|who|and|but)\b)[^,;]){2,90}?\s"
    r"(?:said|says|reported|reports|announced|told|added|noted|showed|according)\b|"
    r",?\saccording\sto\b|\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fifth|tenth|one-year)\sanniversary\b|"
    r",\s(?:only\s)?the\s(?:first|second|third|fourth)\s(?:such|time)\b"
)
_ATTRIBUTES = frozenset(
    {
        "said",
        "says",
        "reported",
        "reports",
        "announced",
        "told",
        "added",
        "noted",
        "showed",
        "according",
        "anniversary",
        "such",
        "time",
    }
)
"""Words of which a sentence with an attribution has one."""
_MOVES = frozenset(
    {"blow", "decision", "gesture", "issue", "matter", "move", "reminder", "setback", "shift", "sign", "signal", "step"}
)
_A_MOVE = re.compile(
    r",\s(?:an?|the\slatest|another)\s(?:[\w-]{1,20}\s){0,3}(?:blow|decision|gesture|issue|matter|move|reminder|setback|shift|sign|signal|step)\b"
)
"""Where it is told what the act means, to others as well."""
RELATIVE = re.compile(r"\W{0,3}(?:which|who|whom|whose|where|that)\b")
_BY_WHICH = re.compile(r",\s[a-z]{2,7}\swh(?:ich|om|ose)\s")
_MAIN_AGAIN = re.compile(
    r",\s(?:is|was|are|were|has|have|had|will|would|said|[a-z]{2,14}ed|(?:co-)?[a-z]{2,14}s\s(?:an?|its|the|their|to)(?=\s))\s"
)
"""Where the main clause goes on behind a relative one."""
_MAIN_VERB = re.compile(r",\s(?:(?:is|was|are|were|has|have|had|will|would|also|then|later)\s){0,3}\Z")
"""What stands between a relative clause and the main verb that follows it."""
_HAS_VERB = re.compile(
    r"(?:\W{0,3}(?:which|who|(?<=of\s)whom)|,\s[a-z]{2,7}\swh(?:ich|om|ose)(?=\s[A-Z]))(?:\s[\w'’-]{1,30}){2}"
)
"""A relative clause whose pronoun is its subject: a verb follows, known or not."""
_PREPOSED = re.compile(
    r"\W{0,3}(?:after|before|following|despite|amid|ahead\sof|as\spart\sof|in\sline\swith)\s(?P<phrase>[^,;:]{3,80}?)"
    r",?\s(?:and|but|then)\s(?:then\s|later\s|also\s|[a-z]{2,12}ly\s){0,2}\Z"
)
"""A phrase without a verb, behind which the sentence's subject does something else ("after the test and banned …")."""
_STRONG_BREAK = re.compile(r",\sand\s|,\sbut\s|;\s|\s(?:since|after|before|when|as|until|if|once|while|because)\s")
_PRONOUN = re.compile(r"(?:he|she|they)\s")
_BREAK = re.compile(r",\s(?:and\s)?|\sand\s")
_JOINED = re.compile(
    r"(?:,\s|\s)(?:and|then|or)(?:,\s(?:on|in|at|by|during)\s[\w\s.]{3,20},)?\s(?:(?:then|also|later|was|were|is|are|has|have|had|been|will|would|be|to|not|\w{2,12}ly)\s){0,4}\Z"
)
"""What stands before a second predicate of the same subject."""
_JOINS = frozenset({"and", "then", "or"})
_SECOND_PREDICATE = re.compile(
    r"[,\s](?:(?:(?<=\s)|(?<=,)\s)(?:(?:and|but)\s(?:is|was|are|were|will|would|"
    r"(?:has|have|had)\s(?!(?:an?|friendly|talks|meetings|discussions)\b))\s?|and\s(?:whose|which|who)\s)|"
    r"(?:(?<=,)|(?<=\s)and)\sprovided\s(?:that\s)?(?!(?:for|to|by|with|in|on)\b))"
)
"""Where the subject does something else, whatever its verb: "flew into Baku and is due to leave for Ankara"."""
_JOINS_PREDICATE = frozenset({"and", "but", "provided"})
_OPENS_PREDICATE = frozenset(
    {"is", "was", "are", "were", "will", "would", "has", "have", "had", "whose", "which", "who", "provided"}
)
"""Of each of these a sentence has one where `_SECOND_PREDICATE` is found."""
_REASON = re.compile(
    r"\s(?:for\s(?:having\s|the\s|an?\s|\w{2,16}ing\s|(?:its|their|his|her|alleged|allegedly)\s)|over\s)"
)
"""Where it is told why."""
_PROBE = re.compile(
    r"\s(?:an?|the|its|their|another|new)\s(?:[a-z-]{2,16}\s){0,3}(?:inquiry|investigation|probe|review)\b"
)
"""What is opened, ahead of what it is about."""
_TOPIC = re.compile(
    r"\s(?:over|about|concerning|regarding)\s|,?\s(?:to|and)\s(?:discuss(?:ed)?|debate|talk\sabout|review|assess)\s|"
    r",?\s(?:discussing|reviewing|focus(?:s?ed|s?ing)\son|aimed\sat)\s"
)
"""Where it is told what a meeting was about."""
_OUTCOME = re.compile(
    r"\s(?:(?:has|have|had|also)\s)?(?:angered|alarmed|infuriated|irked|drew|drawn|draws|sparked|prompted|triggered|provoked|unsettled|"
    r"(?:was|were|is|are|been)\s(?:[a-z]{2,12}ly\s)?(?:seen|viewed|regarded|described|criticised|criticized|condemned|welcomed|hailed|"
    r"denounced|interpreted|perceived|met\swith)|(?:has|have|had)\s(?:boosted|cast|clouded|complicated|dealt|eased|"
    r"fuelled|fueled|given|highlighted|left|opened|overshadowed|paved|put|raised|renewed|shown|strained|underlined|underscored)|(?:was|were|is|are|(?:has|have|had)\sbeen)\s(?:an?|the|their|its|his|her)(?=\s[a-z]))\s"
)
"""Behind an act: what others made of it."""
_GOES_TO_SANCTIONED = re.compile(
    r"\s(?:accused\sof|suspected\sof|(?:aiding|arming|backing|buying|exporting|financing|funding|helping|importing|moving|providing|"
    r"selling|shipping|supplying|supporting|trading|transporting))\s"
)
"""Behind those who are punished: what they do for others."""
_TO_WITHSTAND = re.compile(
    r"\s(?:to\s(?:help\s(?:it|them)\s)?(?:beat\sback|combat|counter|defeat|defend|deter|fend\soff|fight|push\sback|repel|resist|withstand)|"
    r"against)\s"
)
"""Behind help: against whom it is."""
_OTHERS_PART = {"SANCTION": _GOES_TO_SANCTIONED, "AID": _TO_WITHSTAND, "COOPERATE": _TO_WITHSTAND}
"""Types of acts with what follows of others than those whom they are done to."""
_FOR_REASONS = frozenset({"ACCUSE", "COERCE", "PROTEST", "SANCTION", "SUPPORT", "THREATEN"})
_ONE_MORE = re.compile(
    r",\sand\s(?:(?!\b(?:is|was|are|were|has|have|had|will|would|said|told|could|may|did|do|it|he|she|they)\b)[^;:]){3,120}\Z"
)
"""A last object behind a comma and "and"."""
_NEXT = re.compile(r",\s(?:and|but|while|who|which|where|when|after|before)\s|;")
_NEW_SUBJECT = re.compile(r",\sand\s(?:[A-Z][\w.'’-]{1,30}\s?){1,4},\swh")
"""A name that a relative clause follows: of a new clause the subject ("and Vietnam, which bought 3,300, …")."""
_ENDS_NAMES = re.compile(r"[,;:]|\s(?:to|at|in|on|for|that|which|who|after|before|over|about|aimed|aiming)\s")
"""Behind two names that belong together, ahead of a verb that has another subject."""
_WHICH_HIT = re.compile(r"\s(?:that|which|who)\s(?:(?:had|has|have|later|also)\s)?[a-z]{3,14}\s(?:the\s)?\Z")
"""Ahead of the objects of a relative clause ("the storm that struck Oman and Chad last week killed")."""
_IS_TO = re.compile(
    r"\b(?:is|are|was|were|be|been|due|set|expected|scheduled|planned|slated|has|have|had|used|about|ready|likely)\s(?:[a-z]{2,12}\s)?to\s\Z"
)
_SAYS = frozenset({"said", "says", "say", "claimed", "claims", "alleged", "believes", "estimated", "complained"})
_SAID = re.compile(
    r"\s(?:said|says?|claimed|claims|alleged|believes|estimated|complained)\s(?:(?:on|late\son|early\son)\s)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?(?:the\s)?\Z"
)
"""A saying right ahead of the one who does what is said."""
_ITS_VERB = re.compile(r"(?:['’]s?)?\s(?:(?!(?:said|says|that|who|which)\b)[\w'’-]{1,20}\s){0,6}")
"""Between that one and the verb."""
_SIDE_BY_SIDE = len(" and ")
"""Verbs no further apart have one object: "met and had talks with Y"."""
_TWO = 2


@value(frozen=True, slots=True)
class Frame:
    """Where the parties of one event stand in its sentence; all offsets are the sentence's."""

    low: int
    high: int
    subject_end: int
    """Behind it stand objects: the trigger, or the first verb that shares the trigger's subject."""
    opening: str
    """The words of the clause before its verb."""
    resumed: bool = False
    """True for a main clause that goes on behind a relative one."""
    apart: int = 0
    """Where that relative clause begins."""
    relative: bool = False
    """True for a relative clause."""
    agreed: bool = False
    """True for one that tells what was agreed: all who stand before are its parties."""
    until: int | None = None
    """Where, behind the trigger, an attribution or a second act begins."""

    @property
    def speaks_of_office(self) -> bool:
        """True where an office or organ, of a state that is not named with it, opens the clause."""
        refers = referring().search(self.opening)
        return refers is not None and refers["office"] is not None


def frame_of(
    sentence: str, clause: tuple[int, int], trigger: Trigger, triggers: Sequence[Trigger], actors: Sequence[Actor]
) -> Frame:
    """The clause of `trigger` without attributions and without what other verbs act on."""
    low, high = clause
    cut = None if _ATTRIBUTES.isdisjoint(vocabulary(sentence)) else _ATTRIBUTION.search(sentence, trigger.end)
    high = min(high, cut.start()) if cut else high
    if not _MOVES.isdisjoint(vocabulary(sentence)) and (move := _A_MOVE.search(sentence, trigger.end, high)):
        high = move.start()
    told = cut.start() if cut else None
    high = _without_reason(sentence, trigger, high, actors)
    high = _without_outcome(sentence, trigger, high, actors)
    high = end_of_act(sentence, trigger, high, actors)
    low = start_of_act(sentence, trigger, low, actors)
    second = _second_predicate(sentence, trigger.end, high)
    if second:
        high = told = second.start()
    verbs = [t for t in triggers if t.pos == "verb" and t.finite and low <= t.start < high]
    resumed, apart = False, low
    relative = RELATIVE.match(sentence, low) is not None
    if relative or _BY_WHICH.match(sentence, low):
        again = _MAIN_VERB.search(sentence, low, trigger.start)
        resumed = again is not None and (
            any(low < verb.start < again.start() for verb in verbs)
            or _HAS_VERB.match(sentence, low, again.start()) is not None
        )
        if resumed and again is not None:
            low = again.start()
        else:
            high = _main_again(sentence, trigger, verbs, high)
    high = _and_more(sentence, high, len(sentence) if told is None else told, triggers)
    later = next((v for v in verbs if v.start > trigger.end + _SIDE_BY_SIDE and not _is_infinitive(sentence, v)), None)
    if later is not None and later.start < high:
        shared = _joined(sentence, later.start)
        own = None if shared else _own_start(sentence, trigger.end, later.start, actors, verbs)
        high = later.start if shared else high if own is None else own
        told = high if shared else told
    high = end_of_opening(sentence, trigger, high, actors)
    agreed = relative and trigger.passive and trigger.event_type == "AGREE"
    earlier = [verb for verb in verbs if low <= verb.start < trigger.start]
    if not earlier and trigger.pos == "verb" and _behind_phrase(sentence[low : trigger.start]):
        low = trigger.start
    subject_end = trigger.start
    if earlier:
        low = _low_end(sentence, trigger, earlier, actors, verbs) or low
        if _joined(sentence, trigger.start):
            subject_end = min((verb.start for verb in earlier if verb.start >= low), default=trigger.start)
    low = _own_subject(sentence, trigger, (clause[0], low), subject_end, actors)
    return Frame(low, high, subject_end, sentence[low : trigger.start], resumed, apart, relative, agreed, told)


def _own_subject(sentence: str, trigger: Trigger, lows: tuple[int, int], end: int, actors: Sequence[Actor]) -> int:
    """Where the clause of a verb begins that hangs on another one without a word between: a relative clause, or what
    another says; else the second of `lows`, of which the first is where the span begins that was cut out first."""
    if trigger.pos != "verb":
        return lows[1]
    contact = contact_clause(sentence, trigger, lows[0], actors)
    low = lows[1] if contact is None else contact
    return low if _SAYS.isdisjoint(vocabulary(sentence)) else _behind_saying(sentence, low, end, actors)


def _behind_saying(sentence: str, low: int, end: int, actors: Sequence[Actor]) -> int:
    """Where the clause begins of what another says without "that" ("Oman's army said Chad fired …"), else `low`."""
    for subject in actors:
        if not low < subject.start < end:
            continue
        said = _SAID.search(sentence, low, subject.start)
        if said is None or not any(low <= actor.start < said.start() for actor in actors):
            continue
        return subject.start if _ITS_VERB.fullmatch(sentence, subject.end, end) is not None else low
    return low


def _low_end(
    sentence: str, trigger: Trigger, earlier: Sequence[Trigger], actors: Sequence[Actor], verbs: Sequence[Trigger]
) -> int | None:
    """Where the clause of a trigger begins behind verbs that stand `earlier`; None where it shares their subject."""
    joined = _joined(sentence, trigger.start)
    if not joined and done_by(sentence, trigger):
        return earlier[-1].end
    own = None if joined else _own_start(sentence, earlier[-1].end, trigger.start, actors, verbs)
    if own is None and len(earlier) > 1 and (joined or trigger.pos == "noun"):
        own = _own_start(sentence, earlier[-2].end, earlier[-1].start, actors, verbs)
    return own


def _behind_phrase(opening: str) -> bool:
    """True for the words ahead of a second predicate that are a phrase of time or reason and "and"."""
    if not opening.endswith(" ") or not any(word in opening for word in (" and ", " but ", " then ")):
        return False
    told = _PREPOSED.fullmatch(opening)
    return told is not None and finite_words().isdisjoint(told["phrase"].split()[1:])


def _without_reason(sentence: str, trigger: Trigger, high: int, actors: Sequence[Actor]) -> int:
    """The end of a clause without what one is blamed, punished or praised for, where it says who is: that tells of
    another act ("blacklisted a Minsk bank over dealings with Iran")."""
    if trigger.event_type in _OTHERS_PART:
        told = _OTHERS_PART[trigger.event_type].search(sentence, trigger.end, high)
        if told is not None and any(trigger.end <= actor.start < told.start() for actor in actors):
            high = told.start()
    if trigger.event_type not in _FOR_REASONS and trigger.event_type != "CONSULT":
        probed = _PROBE.match(sentence, trigger.end) if trigger.event_type == "OTHER" else None
        over = _REASON.search(sentence, probed.end(), high) if probed is not None else None
        return over.start() if over is not None else high
    consults = trigger.event_type == "CONSULT"
    if consults and len({actor.code for actor in actors}) < _TWO:
        return high
    reason = (_TOPIC if consults else _REASON).search(sentence, trigger.end, high)
    if reason is not None and consults:
        both = {actor.code for actor in actors if actor.start < reason.start()}
        return reason.start() if len(both) >= _TWO else high
    named = reason is not None and any(trigger.end <= actor.start < reason.start() for actor in actors)
    return reason.start() if reason is not None and named else high


def _without_outcome(sentence: str, trigger: Trigger, high: int, actors: Sequence[Actor]) -> int:
    """The end of a clause without what an act that is its subject has come to ("his visit to Chad in May was seen as a
    snub to Mali")."""
    if trigger.pos == "verb" and (trigger.form != "base" or trigger.future):
        return high
    told = _OUTCOME.search(sentence, trigger.end, high)
    if told is None or not any(actor.start < told.start() for actor in actors):
        return high
    return told.start()


def _and_more(sentence: str, high: int, limit: int, triggers: Sequence[Trigger]) -> int:
    """The end of a clause whose last object follows a comma: "met the French envoy, Jean Blanc, and the Greek one"."""
    after = _NEXT.search(sentence, high + 5, limit)
    more = _ONE_MORE.match(sentence, high, after.start() if after else limit)
    if (
        more is None
        or (after is not None and _NEW_SUBJECT.match(sentence, high, after.end()))
        or any(t.pos == "verb" and t.finite and high <= t.start < more.end() for t in triggers)
    ):
        return high
    return more.end()


def done_by(sentence: str, trigger: Trigger) -> bool:
    """True for "staged by Peru": who acts stands behind the verb."""
    return trigger.pos == "verb" and sentence.startswith(" by ", trigger.end)


def _main_again(sentence: str, trigger: Trigger, verbs: Sequence[Trigger], high: int) -> int:
    """Where, behind the relative clause of `trigger`, the main clause goes on."""
    back = _MAIN_AGAIN.search(sentence, trigger.end, high)
    ends = [back.start()] if back else []
    for verb in verbs:
        main = _MAIN_VERB.search(sentence, trigger.end, verb.start) if verb.start > trigger.end else None
        ends += [main.start()] if main else []
    return min(ends, default=high)


def _own_start(sentence: str, start: int, verb: int, actors: Sequence[Actor], verbs: Sequence[Trigger]) -> int | None:
    """Where, behind an earlier verb that ends at `start`, the clause of the one at `verb` begins with its own subject.

    None where no actor stands between a break ("and", a comma, "since") and the verb. What another of the `verbs`
    follows at once is no break ("met and had a talk with Y").
    """
    joined = {other.start for other in verbs}
    for pattern in (_STRONG_BREAK, _BREAK):
        for found in reversed(list(pattern.finditer(sentence, start, verb))):
            if pattern is _STRONG_BREAK and _PRONOUN.match(sentence, found.end()):
                return (
                    found.start()
                )  # "hailed the ties between Oman and Chad as he met": who that is, is for others to say
            if found.end() not in joined and any(found.end() <= actor.start < verb for actor in actors):
                if found.group() == " and " and _pairs_names(sentence, found, actors, verb):
                    continue
                if found.group() == ", " and _lists_names(sentence, found, actors):
                    continue
                return found.start()
    return None


def _is_infinitive(sentence: str, verb: Trigger) -> bool:
    """True for the verb of "invited X to meet", which has no subject of its own; not of "is due to meet"."""
    return (
        sentence.endswith(" to ", 0, verb.start)
        and _IS_TO.search(sentence[max(0, verb.start - 24) : verb.start]) is None
    )


def _pairs_names(sentence: str, found: re.Match[str], actors: Sequence[Actor], verb: int) -> bool:
    """True for the "and" of "talks between Oman and Chad, opened by X", which parts two names and no clauses: a name
    ends right ahead of it, and the one behind it is not the subject of the verb at `verb`."""
    behind = next((actor for actor in actors if actor.start >= found.end()), None)
    ahead = next((actor for actor in actors if actor.end == found.start()), None)
    if behind is None or ahead is None:
        return False
    if sentence.endswith((" that ", " between "), 0, ahead.start) or _WHICH_HIT.search(sentence, 0, ahead.start):
        return True
    return _ENDS_NAMES.search(sentence, behind.end, verb) is not None


def _second_predicate(sentence: str, start: int, end: int) -> re.Match[str] | None:
    words = vocabulary(sentence)
    if _OPENS_PREDICATE.isdisjoint(words) or _JOINS_PREDICATE.isdisjoint(words):
        return None
    return _SECOND_PREDICATE.search(sentence, start, end)


def _lists_names(sentence: str, found: re.Match[str], actors: Sequence[Actor]) -> bool:
    """True for the comma of "invited Oman, Chad and Mali to join": names right ahead of it and behind, and a last one
    with "and"."""
    behind = [actor for actor in actors if actor.start >= found.end()]
    if len(behind) < _TWO or behind[0].start != found.end() or not any(a.end == found.start() for a in actors):
        return False
    return sentence[behind[0].end : behind[1].start] in (", ", " and ", ", and ")


def _joined(sentence: str, start: int) -> bool:
    """True where the verb at `start` follows "and", its auxiliaries left out: a second predicate of one subject."""
    if _JOINS.isdisjoint(vocabulary(sentence)):
        return False
    return _JOINED.search(sentence[max(0, start - 60) : start]) is not None
