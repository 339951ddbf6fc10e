"""A verb and the noun that it governs: "hold talks" is one event of the noun's type, "launch a missile" no service.

Words that tell of an event are found in `triggers`; this module joins and retypes them.
"""

import re
from collections.abc import Sequence

from pipeline.extract.dates.words import alternatives
from pipeline.extract.events.complements import at_target, complemented, decided_on, paid_for, worded
from pipeline.extract.events.occasions import occasion_words
from pipeline.extract.events.phrases import (
    OBJECT_BREAK,
    has_object,
    noun_type,
    object_type,
    phrases_ahead,
    put_off_type,
    subject_type,
)  # fmt: skip
from pipeline.extract.events.speech import said_of
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.travels import brought
from pipeline.extract.events.trigger import NO_EVENT, Trigger
from pipeline.extract.events.words import object_types, typing_objects

_OWNED = re.compile(r"['’]s?\s(?:[\w-]{1,20}\s){0,3}\Z")
"""A noun with an owner of its own ("celebrated the secretary's meeting") is an event beside the verb's."""
_ATTENDS = frozenset({"address", "attend", "boycott", "join", "miss", "participate", "skip", "take part"})
"""Verbs whose event is that of the noun, whoever owns it ("will attend Peru's forum")."""
_OPENINGS = frozenset({"inauguration", "inauguration ceremony", "opening ceremony"})
_ATTENDING = frozenset({"attend", "attended", "attending", "attends", "attendance"})
_OF_PERSON = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Pp]residential|(?:[Pp]resident|[Gg]overnor|[Pp]rime\s[Mm]inister)(?:-[Ee]lect)?(?:\s[A-Z][\w.-]{1,20}){0,3}['’]s?|Trump['’]s|Biden['’]s|Obama['’]s)\s(?:[a-z]{3,12}\s)?\Z"
)
"""Ahead of an inauguration: who takes office."""
_AS_OFFICE = re.compile(
    r"\sof\s(?:(?:the|his|her|its|[a-z]{3,9})\s){0,3}(?:[A-Z][\w.’'-]{1,20}\s){0,6}"
    r"(?:[Cc]hancellor|[Gg]overnor|[Pp]remier|[Pp]resident|[Pp]rime\s[Mm]inister|as\s(?:the\s|(?:[A-Z]\w{1,20}\s?){1,3}['’]s\s)?[a-z]{3,12})\b"
)
"""The same behind it."""
_OF_TIME = re.compile(r"(?:day|week|month|year|today|tomorrow)['’]s\s")
"""Ahead of an occasion that is known by its day, which dates it ("Thursday's talks")."""
_OLD = re.compile(r"\b(?:1[89]|20)\d\d\s(?:[\w.-]{1,16}\s){0,2}\Z|\sunder\s(?:[\w’'-]{1,16}\s){0,4}\Z")
_OLD_YEAR = re.compile(r"\sthe\s(?:1[89]|20)\d\d\s(?:[\w.-]{1,16}\s){0,2}\Z")
_OF_DAY = re.compile(
    rf"\s(?:an?|the|its|his|her|their)\s{alternatives('month')}\s\d{{1,2}}\s(?:[\w-]{{1,16}}\s){{0,2}}\Z"
)
_OF_DATE = re.compile(rf"\sof\s(?:\d{{1,2}}\s)?(?:{alternatives('month')}\b|(?:1[89]|20)\d\d\b)")
_TO_COME = re.compile(r"(?:\s[\w’',-]{1,20}){0,7}\s(?:scheduled|planned|slated|due|billed)\s(?:for|in|on)\s")
"""Behind a noun: it is to come ("defended the drills scheduled for May")."""
_SPOKEN_OF = re.compile(r"\s(?:about|after|for|over|since|under)\s(?:[\w’'-]{1,16}\s){0,4}\Z")
_WHAT_FOR = re.compile(r"\s(?:for|of|over)\s(?:[\w’'-]{1,16}\s){0,4}\Z")
"""Before what is judged, which has a time of its own."""
_FROM_PACT = re.compile(
    r"\sfrom\s(?:the\s)?(?:[\w-]{2,20}\s){0,4}?(?:accords?|agency|agreements?|alliance|bloc|body|grouping|commission|community|convention|council|court|pact|"
    r"protocol|treaty|union|Agreement|Accord|Commission|Community|Convention|Council|Court|Pact|Protocol|Treaty|Union|[A-Z]{3,9})\b"
)
_CALL_FOR = re.compile(
    r"(?:\s(?:on|in|late|last|this|by|earlier|month|week|year|\d{1,4}|[A-Z][\w'’.-]{1,20})){0,5}\sfor\s(?!\d|(?:about|some|an\shour|the\sfirst)\b)"
)
"""Behind "call": what is called for ("his call on Sunday for a truce")."""
_PRONOUN = re.compile(
    r"\b(?:[Ii]t|[Tt]hey|[Tt]his|both|which)\s(?:(?:will|would|may|might|can|could|is|are|was|were|had|has|have|to|be|been|"
    r"now|not|first|last|also|then|expected|due|scheduled|set|[a-z]{3,9}ly)\s){0,6}\Z"
)
_DATED = re.compile(
    r"\b(?:\d{1,2}|\d{4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
    r"[a-z.]{0,6}|yesterday|today|(?:last|this)\s(?:week|month|year))\s(?:about|after|against|at|for|of|over|with)\s"
)
"""A verb with a day of its own ahead of a noun of an occasion: "protested on Friday over the arrest"."""
_YEARS_SINCE = re.compile(
    r"\b(?:years|decades)\s(?:of|since|after|from)\s(?:(?:the|its|their)\s)?(?:(?!in\b|on\b|at\b)[\w’'-]{1,20}\s){0,7}\Z"
)
"""Ahead of what years are counted from ("celebrated 50 years of the establishment of ties")."""
_AT_RALLY = re.compile(r"\b(?:[Aa]t|[Dd]uring)\s(?:an?|another|his|her)\s(?:[\w-]{2,14}\s){0,2}\Z")
"""Ahead of a rally at which one speaks."""
_CROWD = frozenset(
    {"protest", "protests", "protesters", "protestors", "demonstrators", "demonstration", "chanted", "marched",
     "thousands", "hundreds", "crowd", "crowds", "against"}
)  # fmt: skip
"""Words of which a sentence has one where a rally is a protest."""
_OWN_DAY = re.compile(
    rf"(?:\s[\w'’-]{{1,20}}){{0,6}}\s(?:on|in|of)\s(?:\d{{1,2}}\s)?(?:{alternatives('month')}\b|(?:1[89]|20)\d\d\b)"
)
_HARM = frozenset({"ASSAULT", "COERCE"})
_HARM_THEN = re.compile(
    rf"\s(?:of|on|in|by|against|between|down)\s(?:(?!and\b|on\b)[\w'’.-]{{1,20}}\s){{1,9}}?(?:in|on)\s(?:early\s|late\s|mid-)?(?:\d{{1,2}}\s)?(?:{alternatives('month')}\b|(?:1[89]|20)\d\d\b)"
)
"""Behind a noun that is spoken of: when it was done ("discussed the arrest of an envoy in May")."""
_RIGHT_AHEAD = re.compile(
    r"(?:\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today))?"
    r"\s(?:(?!(?:of|for|on|in|to|at|with|by|plans?)\s)[\w'’-]{1,20}\s){0,4}"
)
"""What may stand between a verb and the noun that is its object, a day first."""
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST"})
_PRESS = re.compile(
    r"\s(?:[\w-]{2,12}\s){0,2}(?:reporters?|journalists?|newsmen|media|press|agency|newspapers?|television|radio|correspondents?)\b"
)
"""Behind "told": those who only pass it on."""
_DOES_TO = re.compile(
    r"\s(?:(?:all|any|its|the|their)\s)?(?:[a-z]{4,14}\s)?"
    r"(?:career|contacts|decades|doubts|hopes|links|months|reign|relations|rule|speculation|ties|years)\b"
)
"""Behind a verb of ending: what an event puts an end to; it is not the event that ends."""
_ROUND_OF = re.compile(r"\sof\s(?:[\w'’-]{1,20}\s){0,4}")
_THAT_BEGAN = re.compile(r",?\s(?:that|which)\s(?:(?:had|has|have|is|was|are|were|will|to|also|first|just)\s){0,3}\Z")
"""Behind what a relative clause is about, whose verb it is the subject of ("the tour of Asia that began on Monday")."""
_MATTER = re.compile(
    r"(?:(?:\s(?![a-z]{2,14}ed\s)[\w'’-]{1,20}){0,8}?\s(?:about|concerning|for|over|regarding|to\s(?:discuss|end|prevent|settle|stop)|"
    r"on(?!\s(?:[A-Z][a-z]{2,8}day\b|\d|[A-Z][a-z]{2,8}\.?\s\d)))(?:\s(?![a-z]{2,14}ed\s)[\w'’-]{1,20}){0,8}\s"
    r"|(?:\s[\w'’-]{1,20}){0,6}?,\s(?:at\s|during\s|in\s)?which\s[^;]{0,120})"
)
"""Between talks and what they are about."""
_WHICH_WAS = re.compile(
    r"(?:\s(?:of|on|from)\s[^,;.]{2,60})?,?\s(?:(?:that|which)\s)?(?:(?:had\sbeen|was|were)\s)?(?:first\s)?"
)
"""Between an act and a participle that tells when it was made known."""
_SENTENCE_BREAK = re.compile(r"[;:]|\s[–—-]\s|\b(?:that|while|but)\b")


def join_objects(sentence: str, tokens: Tokens, found: list[Trigger]) -> tuple[Trigger, ...]:
    """The triggers of a sentence with each verb's type by its object; the noun that a verb governs is no second one."""
    joined: list[Trigger] = []
    used: set[int] = set()
    found = [_noun_of(sentence, tokens, found, trigger) if trigger.pos == "noun" else trigger for trigger in found]
    if "years" in sentence or "decades" in sentence:
        found = [trigger for trigger in found if trigger.pos != "noun" or not _counted_from(sentence, trigger)]
    nouns = [trigger for trigger in found if trigger.pos == "noun"]
    for trigger in complemented(sentence, tokens, found):
        if trigger.token in used:
            continue
        if trigger.pos == "noun":
            gerund = object_type(sentence, tokens, trigger) if trigger.form == "gerund" else None
            joined.append(trigger if gerund is None else trigger._replace(event_type=gerund))
            continue
        noun = _governed_noun(sentence, nouns, trigger)
        told = _typed(sentence, tokens, found, trigger, noun)
        if told is None:
            continue
        alone = told.kind in ("cancel", "bound") or told.event_type == NO_EVENT
        if noun is not None and not alone and _takes(sentence, trigger, noun):
            used.add(noun.token)
            joined = [other for other in joined if other.token != noun.token]
        joined.append(told)
    return tuple(joined)


def _counted_from(sentence: str, noun: Trigger) -> bool:
    """True for what years are counted from, where it has no day of its own."""
    counted = _YEARS_SINCE.search(sentence, max(0, noun.start - 120), noun.start) is not None
    return counted and _OWN_DAY.match(sentence, noun.end) is None


def _noun_of(sentence: str, tokens: Tokens, found: Sequence[Trigger], noun: Trigger) -> Trigger:
    """An event noun with the type that the words around it give it; to be "at the parade" is to attend it, the
    withdrawal from an accord or a body is no concession."""
    if noun.lemma in word_class("decisions"):
        return decided_on(sentence, tokens, found, noun)
    if noun.lemma == "call" and _CALL_FOR.match(sentence, noun.end):
        return noun._replace(event_type="REQUEST")
    if noun.lemma == "withdrawal" and _FROM_PACT.match(sentence, noun.end):
        return noun._replace(event_type="REJECT")
    if tokens.lowers[noun.token] == "arrivals" and tokens.lowers[noun.token + 1 : noun.token + 2] != ("of",):
        return noun._replace(event_type=NO_EVENT)  # "arrivals from Chad rose"
    if noun.lemma == "round":
        return _round_of(sentence, found, noun)
    if noun.lemma == "rally" and _AT_RALLY.search(sentence, max(0, noun.start - 50), noun.start):
        return noun if not _CROWD.isdisjoint(tokens.lowers) else noun._replace(event_type="OTHER")
    if noun.lemma in word_class("watched") and "at" in tokens.lowers[max(0, noun.token - 3) : noun.token]:
        return noun._replace(event_type="CONSULT")
    if noun.lemma in _OPENINGS:
        opened = _opening(sentence, tokens, noun)
        if opened is not None:
            return noun._replace(event_type=opened)
    told = noun_type(tokens, noun)
    return noun if told is None else noun._replace(event_type=told)


def _opening(sentence: str, tokens: Tokens, noun: Trigger) -> str | None:
    """The type of an opening that is attended, and of an inauguration by which somebody takes office."""
    if not _ATTENDING.isdisjoint(tokens.lowers[max(0, noun.token - 8) : noun.token]):
        return "CONSULT"
    if not noun.lemma.startswith("inaug"):
        return None
    takes = _OF_PERSON.search(sentence, max(0, noun.start - 40), noun.start) or _AS_OFFICE.match(sentence, noun.end)
    return "OTHER" if takes is not None else None


def _round_of(sentence: str, found: Sequence[Trigger], noun: Trigger) -> Trigger:
    """A round with the type of what there is a round of ("a new round of strikes")."""
    what = next((t for t in found if t.pos == "noun" and t.start > noun.end), None)
    if what is None or _ROUND_OF.fullmatch(sentence, noun.end, what.start) is None:
        return noun
    return noun._replace(event_type=what.event_type)


def _takes(sentence: str, trigger: Trigger, noun: Trigger) -> bool:
    """True where verb and noun tell of one event: not of "celebrated the secretary's meeting"."""
    owned = _OWNED.search(sentence[trigger.end : noun.start]) is not None
    if trigger.kind == "light":
        return True
    if trigger.lemma == "call" and trigger.event_type == "ACCUSE":
        return False
    if _of_another_time(sentence, trigger, noun):
        return False
    if owned and trigger.lemma in _ATTENDS and noun.event_type == "CONSULT":
        return _object_of(sentence, trigger, noun) and not _OF_TIME.search(sentence, trigger.end, noun.start)
    return _object_of(sentence, trigger, noun) and not owned and not _DATED.search(sentence, trigger.end, noun.start)


def _of_another_time(sentence: str, trigger: Trigger, noun: Trigger) -> bool:
    """True for "renounced a 1993 accord", "forgave the launch of May 3", "set up under a treaty", "blamed hackers for
    the attack"."""
    if noun.start < trigger.end:
        return False
    if _OF_DAY.search(sentence, trigger.end, noun.start):
        return True
    if trigger.form == "past" and noun.event_type != trigger.event_type and _TO_COME.match(sentence, noun.end):
        return True
    judged = noun.kind != "thing" and (
        trigger.event_type in ("ACCUSE", "PROTEST", "SUPPORT") or trigger.lemma in occasion_words("opinion")
    )
    if _OLD_YEAR.search(sentence, trigger.end, noun.start):
        return True
    spoken_of = judged or _SPOKEN_OF.search(sentence, trigger.end, noun.start) is not None
    if spoken_of and _OF_DATE.match(sentence, noun.end):
        return True
    harm = noun.event_type in _HARM or noun.lemma == "death"
    if harm and trigger.lemma in occasion_words("opinion") and _HARM_THEN.match(sentence, noun.end):
        return True
    if noun.kind == "thing":
        return _OLD.search(sentence, trigger.end, noun.start) is not None
    return (
        trigger.event_type in ("ACCUSE", "SUPPORT") and _WHAT_FOR.search(sentence, trigger.end, noun.start) is not None
    )


def _typed(
    sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger, noun: Trigger | None
) -> Trigger | None:
    """A verb with the type that its words give it, None where it tells of no event without them."""
    if trigger.lemma in ("call", "tell") and trigger.event_type in _SPOKEN and trigger.kind == "content":
        return trigger  # what somebody is called is no guest, what he is told decides
    if trigger.lemma == "tell" and _PRESS.match(sentence, trigger.end):
        return None
    if trigger.kind == "general":
        return trigger._replace(kind="content") if trigger.lemma in word_class("answers") else trigger
    alike = trigger.lemma in word_class("follows") and not trigger.passive
    if alike and not has_object(sentence, tokens, phrases_ahead(tokens, trigger), trigger):
        like = _carried(found, trigger) or _coming(sentence, tokens, trigger) or trigger.event_type
        return trigger._replace(kind="content", event_type=like)
    override = (
        worded(sentence, tokens, found, trigger)
        or paid_for(sentence, trigger)
        or _left(sentence, trigger)
        or said_of(sentence, trigger)
        or _announced(sentence, trigger, noun)
        or _made_known(sentence, found, trigger)
        or at_target(sentence, trigger, brought(sentence, tokens, trigger, object_type(sentence, tokens, trigger)))
    )
    if trigger.kind == "cancel" and override is None and noun is None:
        return _put_off(sentence, tokens, trigger)
    if trigger.kind == "light":
        return _with_noun(sentence, trigger, noun, override)
    if trigger.negated and trigger.event_type == "YIELD" and trigger.kind == "content":
        return trigger._replace(event_type="REJECT")
    if override is not None:
        return trigger._replace(kind="content", event_type=override)
    if trigger.kind != "bound":
        returned = trigger.passive and trigger.lemma == "return"  # who is returned does not travel of himself
        return trigger._replace(event_type="YIELD") if returned else trigger
    ends = trigger.lemma in word_class("lapses") and _PRONOUN.search(
        sentence, max(0, trigger.start - 40), trigger.start
    )
    return trigger._replace(kind="content") if ends else None


def _left(sentence: str, trigger: Trigger) -> str | None:
    """REJECT where a body or an accord is withdrawn from."""
    leaves = trigger.lemma in ("withdraw", "pull out") and not trigger.passive
    return "REJECT" if leaves and _FROM_PACT.match(sentence, trigger.end) else None


def _put_off(sentence: str, tokens: Tokens, trigger: Trigger) -> Trigger:
    """A verb of calling off with the type of what it puts off; who abandons his post calls off nothing."""
    thing = put_off_type(sentence, tokens, trigger)
    if thing is None and trigger.lemma == "abandon":
        return trigger._replace(kind="content")
    return trigger._replace(event_type=thing or trigger.event_type)


def _announced(sentence: str, trigger: Trigger, noun: Trigger | None) -> str | None:
    """The type of the act that is announced or ordered ("announced the expulsion of two envoys"), where the lexicon has
    no word on it."""
    if noun is None or trigger.lemma not in word_class("announces") or noun.start < trigger.end:
        return None
    known = trigger.lemma in object_types() and noun.lemma in typing_objects(trigger.lemma).types
    return None if known or not _RIGHT_AHEAD.fullmatch(sentence, trigger.end, noun.start) else noun.event_type


def _made_known(sentence: str, found: Sequence[Trigger], trigger: Trigger) -> str | None:
    """The type of what a participle tells of: "the expulsion of two envoys, announced by Riga on Monday"."""
    if trigger.form not in ("past", "participle") or trigger.lemma not in word_class("announces"):
        return None
    if not sentence.startswith((" by ", " in ", " on ", " last "), trigger.end):
        return None
    noun = next((t for t in reversed(found) if t.pos == "noun" and t.end <= trigger.start), None)
    if (
        noun is None
        or noun.event_type in ("ASSAULT", "OTHER")
        or _WHICH_WAS.fullmatch(sentence, noun.end, trigger.start) is None
    ):
        return None
    return noun.event_type


def _with_noun(sentence: str, trigger: Trigger, noun: Trigger | None, override: str | None) -> Trigger | None:
    """A light verb with the type of its noun; one that begins something tells of an event whatever that is."""
    if noun is None and override is None and not _begins(trigger):
        return trigger if _taken_up(sentence, trigger) else None
    return trigger._replace(
        event_type=override or (noun.event_type if noun else "COOPERATE"), noun=noun.lemma if noun else None,
        goal=trigger.goal or bool(noun and noun.goal), negated=trigger.negated or bool(noun and noun.negated),
    )  # fmt: skip


def _taken_up(sentence: str, trigger: Trigger) -> bool:
    """True for "it took place in May", "they were held in June": what was told before took place."""
    placed = trigger.lemma in word_class("takes_place") or (trigger.lemma == "hold" and trigger.passive)
    return placed and _PRONOUN.search(sentence, max(0, trigger.start - 40), trigger.start) is not None


def _carried(found: Sequence[Trigger], trigger: Trigger) -> str | None:
    """The type of the verb before "followed suit" or "two more will follow": the act is its like."""
    before = [other for other in found if other.pos == "verb" and other.end <= trigger.start]
    return before[-1].event_type if before else None


def _coming(sentence: str, tokens: Tokens, trigger: Trigger) -> str | None:
    """The type that arriving has with the subject of "a second plane with doctors is to follow"."""
    return brought(sentence, tokens, trigger, subject_type(sentence, tokens, trigger, "arrive"))


def _begins(trigger: Trigger) -> bool:
    """True for what begins or is completed, whatever it is ("construction started", "the channel was opened")."""
    return trigger.lemma in word_class("begins") and trigger.form != "ing"


def _governed_noun(sentence: str, nouns: Sequence[Trigger], trigger: Trigger) -> Trigger | None:
    """The event noun that is the verb's object; its subject where the verb is passive or says that it takes place."""
    if not nouns:
        return None
    if not trigger.passive and trigger.lemma not in word_class("takes_place"):
        ahead = next((n for n in nouns if n.start >= trigger.end), None)
        if ahead is not None and _object_of(sentence, trigger, ahead):
            return ahead
    subject = _head(sentence, [n for n in nouns if n.end <= trigger.start])
    happens = trigger.passive or trigger.lemma in word_class("happens") or trigger.lemma in word_class("takes_place")
    if subject is not None and happens and not trigger.passive and _DOES_TO.match(sentence, trigger.end):
        return None  # "the invasion ended relations with the bank"
    if subject is None or not happens:
        return None
    between = _THAT_BEGAN.sub(" ", sentence[subject.end : trigger.start])
    if _SENTENCE_BREAK.search(between) is None:
        return subject
    return None


def _head(sentence: str, nouns: Sequence[Trigger]) -> Trigger | None:
    """The last of `nouns`, or the talks that it is only a matter of ("talks on the war", "a meeting, which dealt with
    the strikes,")."""
    subject = nouns[-1] if nouns else None
    for noun in reversed(nouns[:-1]):
        talks = noun.event_type == "CONSULT" and "ceremony" not in noun.lemma
        if subject is not None and talks and subject.event_type != "CONSULT":
            subject = noun if _MATTER.fullmatch(sentence, noun.end, subject.start) else subject
    return subject


def _object_of(sentence: str, trigger: Trigger, noun: Trigger) -> bool:
    gap = sentence[trigger.end : noun.start]
    return 0 <= noun.start - trigger.end <= 110 and not OBJECT_BREAK.search(gap)
