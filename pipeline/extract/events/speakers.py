"""What a speaker does under the date of a saying: an act of his own that he tells of, or one beside what he says.

Whether a date belongs to a saying that stands ahead of it is for `attribution`; here is what stands behind.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.occasions import any_of, occasion_signs, occasion_words
from pipeline.extract.events.stances import stances
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.countries import code_of

_SAID_BEHIND = re.compile(
    r"(?:\s\([^()]{1,30}\))?,?(?P<subject>(?:\s\(?[\w'’.-]{1,24}\)?,?){0,10}?)\s"
    r"(?:said|says|stated|noted|added|remarked|explained|disclosed|(?:alleged|reported|revealed)(?=,?\sthat\b)|"
    r"told\s(?:the\s|local\s|state\s|a\s|an\s)?(?:agency|interviewer|journalists?|media|news\s\w{2,12}|newsmen|newspapers?|press\s\w{2,12}|"
    r"press|radio|reporters?|television))\b(?!,)"
)
"""A saying behind its day, its subject between them or ahead of both."""
_SAID_WORDS = frozenset({"said", "says", "stated", "noted", "added", "remarked", "explained", "disclosed", "told",
                         "alleged", "reported", "revealed"})  # fmt: skip
SPOKEN = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts that are done by speaking."""
_SAYING_SO = re.compile(r",\s(?:adding|arguing|calling|insisting|saying|stressing|warning)\s(?:[a-z]{2,12}\s){0,2}\Z")
_AND_SO = re.compile(r"(?P<comma>,)?\sand\s\Z")
_HAD = re.compile(r"\b(?:had|has|have)\b")
_CALLED_FALSE = re.compile(
    r"\s(?:that\s)?(?:the|such|these|those|this|that|any)\s(?:[\w'’-]{2,16}\s){0,3}?"
    r"(?:accusations?|allegations?|assertions?|charges?|claims?|criticism|reports?|rumou?rs|suggestions?)\s"
    r"(?:is|are|was|were|had|has|have)\s(?!confirmed\b|true\b|being\b|been\b)"
)
"""Behind a saying: a charge of which something is said is denied ("said on Friday that the claim was absurd")."""
_CHARGES = frozenset(
    {"accusation", "accusations", "allegation", "allegations", "assertion", "assertions", "charge", "charges", "claim",
     "claims", "criticism", "report", "reports", "rumor", "rumors", "rumour", "rumours", "suggestion", "suggestions"}
)  # fmt: skip
"""Words of which such a sentence has one."""
_TRAILING = re.compile(
    r",\s(?P<speaker>(?:[Tt]he\s|[Ii]ts\s|[Hh]is\s|[Hh]er\s|[Tt]heir\s)?"
    r"(?:(?:Acting|Deputy|Vice|Prime|First|Foreign|Defen[cs]e|Finance|Trade|Interior|Home|Health|Agriculture|Energy|Transport|Economy|State|Justice|Security|"
    r"External|Relations|Affairs|Commerce|Industry|Development|Secretary|and|of|for|the|[a-z]{3,14})\s){0,6}?"
    r"(?:[Cc]abinet|[Cc]hancellor|[Cc]hancellery|[Dd]epartment|[Gg]overnment|[Kk]ing|Kremlin|[Mm]inister|[Mm]inistry|Pentagon|[Pp]remier|[Pp]resident|"
    r"[Ss]ecretary|Treasury|White\sHouse|(?:Foreign|Home|Cabinet|[Pp]residential|[Pp]remier['’]s|[Pp]resident['’]s|[Mm]inister['’]s)\s[Oo]ffice)\b[^,;]{0,60}?)\s"
    r"(?P<says>announced|said)\s(?:late\s|early\s)?(?:on\s)?\Z"
)
"""Behind what is to be done: the saying of one of those who will, of no other state."""
_CAPITAL = re.compile(
    r",\s(?P<state>(?:[A-Z][\w'’.-]{1,20}\s){1,3})(?P<says>announced|said)\s(?:late\s|early\s)?(?:on\s)?\Z"
)
"""The same, its government called by its name or seat."""
_NAMES = re.compile(r"(?:[A-Z][\w.-]{1,20}\s?){1,3}")
_WILL = re.compile(r"\b(?:will|would|is\sto|are\sto)\s(?:also\s|now\s|again\s|soon\s|no\slonger\s)?\Z")
_DONE_BY_STATES = frozenset({"AID", "COERCE", "COOPERATE", "MOBILIZE", "SANCTION", "YIELD"})
"""Types of acts that are one's own where one's own minister says that they will be done."""
_ANNOUNCED_BY_STATES = _DONE_BY_STATES | {"AGREE", "CONSULT"}
"""The same where it is announced."""
_OWN_ACT = re.compile(
    r"(?:,|that|to)?\s?(?:it|they|he|she|the\scountry|the\sgovernment|the\stwo\s\w+|both\s\w+)\s(?:will|would|had|has|have|is|are|was|were|plans?|planned|intends?)\b"
)
_DID = re.compile(
    r",?\s?(?:that\s)?(?:it|they|he|she|the\stwo\s\w+|both\s\w+|(?:(?:one|two|three|four|five|several|some)\sof\s)?(?:its|his|her|their|our)\s(?:country['’]s\s)?(?:[a-z-]{3,12}\s){0,2}?"
    r"(?:air\sforce|aircraft|army|country|drones|fighters|forces|(?:patrol\s)?boats?|guards?|helicopters?|jets?|military|navy|planes?|police|ships?|soldiers|troops|units|warplanes?|warships?))\s"
    r"(?:(?:in|near|off|on|over)\s(?:the\s)?[A-Z][\w'’-]{1,20}\s(?:[A-Z][\w'’-]{1,20}\s){0,2})?"
    r"(?:(?:had|has|have)\s)?(?:already\s|also\s|\w{3,12}ly\s)?"
)
"""Behind a saying: who did what begins right there ("said on Friday it shot down a drone", "its army fired at …")."""
_OPENS = re.compile(r"\W{0,3}(?:On\s|In\s|Late\s|Early\s|Earlier\s){0,3}")
_NOT_OWN = re.compile(
    r"\s(?:if|that|whether)\s|\A\W{0,2}(?:certain|confident|convinced|sure)\s|"
    r"\s(?:not\s|no\slonger\s|very\s|[a-z]{3,12}ly\s)?[“\"]?(?:better|critical|crucial|difficult|early|easy|essential|good|hard|imperative|"
    r"important|impossible|likely|necessary|possible|premature|time|unacceptable|up\sto\s[\w’' -]{2,40}?|urgent|"
    r"vital|wrong)\s"
    r"(?:for\s[\w’' -]{2,40}?\s)?to\s\Z"
)
"""Between a speaker's pronoun and a verb that is not the speaker's ("it was sure that Chad would join", "it was no
longer necessary to impose duties")."""
_SAID_IT = re.compile(r"\bsaid\s(?:that\s)?(?:it|they|he|she)\s(?:had\s|has\s)?(?:on\s)?\Z")
"""Ahead of a day on which the speaker did what he tells of ("said it yesterday signed a pact")."""
_SAID_THAT = re.compile(
    r",?\s(?:[\w'’.-]{1,20}\s){1,6}?(?:said|told\s(?:[\w-]{2,16}\s){1,2})(?:[\w'’.-]{1,20}\s){0,4}?\s?(?:that\s)?"
    r"(?:he|she|it|they)\s(?=will\b|would\b)"
)
"""Behind a day that opens the sentence: somebody says that he himself will …"""
_SOON = 24
"""Characters within which the verb of what is said so stands."""
_WILL_NOT = re.compile(r",?\s?(?:that\s)?(?:[\w'’]{1,20}\s){1,3}(?:will|would)\snot\b")
_REFUSED = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "SUPPORT", "YIELD"})
"""Types of acts that it is a refusal to say that one will not do."""
_AT_EVENT = re.compile(
    r"\s(?:after|at|during|following|before|in)\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:[\w-]{2,20}\s){0,2}"
    rf"(?=(?:{any_of('occasion')})\b)"
)
_WHILE_DOING = re.compile(
    r",?\s(?:when|while|upon|after|as)\s(?:(?:he|she|they|(?:both|the\stwo)(?:\s(?:leaders|men|ministers|parties|presidents|sides))?)\s)?(?:was\s|were\s)?(?:separately\s|jointly\s)?"
)
"""Behind a saying: what the speaker was doing ("said on Friday when meeting his Latvian colleague")."""
_DONE_THEN = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of what one says something at."""
_TELLER = re.compile(r",[\"”]?\s(?:(?!and\b|but\b)[\w'’.-]{1,20}\s){1,7}\Z")
"""Who tells what stands ahead of the comma."""
_SPEAKERS = re.compile(rf"\b(?:{any_of('speaking')})\b")
_IN_STATEMENT = re.compile(
    r",\sin\s(?:an?|his|her|its|their)\s(?:[\w-]{2,20}\s){0,2}"
    r"(?:letter|message|statement|telegram)\b[^,;]{0,60}\Z"
)
"""Between who says it and what is said in an aside ("the king, in a message sent on Monday, hailed …")."""
_ASIDE_MAIN = 20
"""Characters behind the aside's comma within which the main verb begins."""


def stated_aside(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The praise of "the king, in a message sent on Monday, praised …"."""
    if not sentence.startswith(", ", end) or ", in " not in sentence[:start]:
        return None
    if _IN_STATEMENT.search(sentence, max(0, start - 120), start) is None:
        return None
    act = next((t for t in triggers if t.pos == "verb" and t.finite and t.start > end), None)
    near = act is not None and act.start - end <= _ASIDE_MAIN and act.form == "past"
    return act if near and act is not None and act.event_type in SPOKEN and not act.negated else None


_OCCASIONS = frozenset(
    {"arrival", "call", "conversation", "meeting", "phone call", "stay", "stopover", "talk", "talks", "telephone call",
     "telephone conversation", "tour", "trip", "visit"}
)  # fmt: skip
_ON_OCCASION = re.compile(
    r"\b(?:said|told)\b[^,;:]{0,60}\s(?:after|at|during|following|in|on|upon)\s(?:(?:an?|her|his|its|the|their)\s)?(?:[\w'’-]{2,16}\s){0,2}\Z"
)
_TO_ITS_DAY = re.compile(
    r"(?:\s(?:at|in|to|with)\s[^,;:]{2,50}(?:,\s[A-Z]\w{2,20},)?)?\s(?:(?:early|late)\s)?(?:on\s)?"
)
"""Around the occasion on which something was said, and between that and its day."""


def without_teller(sentence: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """`triggers` without the last word of ", a spokesman confirmed"."""
    last = triggers[-1] if triggers else None
    if (
        last is None
        or last.end < len(sentence) - 3
        or sentence[last.start : last.end] not in occasion_words("speaking")
    ):
        return triggers
    return triggers[:-1] if _TELLER.search(sentence, max(0, last.start - 60), last.start) else triggers


def said_ahead(sentence: str, end: int, trigger: Trigger | None) -> int:
    """Where the saying ends that stands between a date, which ends at `end`, and `trigger`: what is said does not take
    its day ("on Monday said Oman was to build a port"). 0 where none does. Without a trigger, any saying behind it."""
    if _SAID_WORDS.isdisjoint(vocabulary(sentence)) or (trigger is not None and trigger.start <= end):
        return 0
    match = _SAID_BEHIND.match(sentence, end, len(sentence) if trigger is None else trigger.start)
    if match is None:
        return 0
    finite, helping = finite_words(), word_class("helping")
    tells = any(word in finite and word not in helping for word in tokenize(match["subject"]).lowers[1:])
    return 0 if tells else match.end()


def after_event(sentence: str, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The event at which something was said on that day ("said on 9 July after talks with his Russian counterpart",
    "made the remarks on Friday when receiving the envoy")."""
    doing = _WHILE_DOING.match(sentence, end)
    if doing is not None:
        act = next((t for t in triggers if t.start == doing.end()), None)
        if act is not None and act.event_type in _DONE_THEN and act.form in ("ing", "past", "one"):
            return act
    match = _AT_EVENT.match(sentence[end : end + 80])
    if match is None:
        return None
    behind = (t for t in triggers if end <= t.start <= end + match.end() + 30)
    return next((t for t in behind if t.pos == "noun" or (t.form == "ing" and t.event_type == "CONSULT")), None)


def at_occasion(sentence: str, start: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The talks of "…, the minister told his guest during talks in Riga on Monday"."""
    noun = next((t for t in reversed(triggers) if t.end < start), None)
    if noun is None or noun.pos != "noun" or noun.lemma not in _OCCASIONS:
        return None
    ahead = _ON_OCCASION.search(sentence, max(0, noun.start - 70), noun.start) is not None
    return noun if ahead and _TO_ITS_DAY.fullmatch(sentence, noun.end, start) else None


def said_during(start: int, acts: Sequence[tuple[Trigger, str]], triggers: Sequence[Trigger]) -> Trigger | None:
    """The visit, beside what is said, of "said during a visit to Riga on Sunday that Oman must pay"."""
    said = acts[0][0].end
    return next((t for t in triggers if t.pos == "noun" and t.event_type == "CONSULT" and said < t.start < start), None)


def act_of_speaker(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """What a speaker does beside saying something: "rejected the charge, saying on Thursday …", "said on Friday that it
    needed power, and asked Maputo to …"."""
    acts = [t for t in triggers if t.pos == "verb" and t.finite and t.form == "past" and t.event_type in SPOKEN]
    saying = _SAYING_SO.search(sentence, max(0, start - 40), start)
    if saying is not None:
        before = [t for t in acts if t.end <= saying.start() and sentence.find(";", t.end, start) < 0]
        return before[-1] if before else None
    for act in acts:
        joined = _AND_SO.search(sentence, max(end, act.start - 12), act.start) if act.start > end else None
        if joined is not None and (joined["comma"] or not _tells_on(sentence, end, act, triggers)):
            return act
    return None


def _tells_on(sentence: str, end: int, act: Trigger, triggers: Sequence[Trigger]) -> bool:
    """True where what is said tells of acts that `act` may go on with ("said they had come and asked for water")."""
    if _HAD.search(sentence, end, act.start) is not None:
        return True
    return any(t.pos == "verb" and t.form == "past" and end < t.start < act.start for t in triggers)


def may_deny(sentence: str) -> bool:
    """False where a sentence names no charge: it denies none."""
    words = vocabulary(sentence)
    return not _CHARGES.isdisjoint(words) and not _SAID_WORDS.isdisjoint(words)


def denial(sentence: str, start: int, end: int) -> Trigger | None:
    """The denial of "said on Friday that the claim was absurd", with the verb of saying as its word."""
    if _CALLED_FALSE.match(sentence, end) is None:
        return None
    tokens = tokenize(sentence[:start])
    said = next((at for at in range(len(tokens.lowers) - 1, -1, -1) if tokens.lowers[at] in _SAID_WORDS), None)
    if said is None:
        return None
    return Trigger(
        start=tokens.starts[said], end=tokens.ends[said], token=said, lemma="deny", event_type="REJECT", pos="verb",
        kind="content", form="past", goal=False,
    )  # fmt: skip


def announced_behind(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """What is announced by one who says so at the end ("Oman will ban the import of coal, the trade minister said on
    Friday")."""
    if sentence[end : end + 1] not in (",", ".", "") or not triggers:
        return None
    match = _TRAILING.search(sentence, max(0, start - 140), start) or _CAPITAL.search(
        sentence, max(0, start - 60), start
    )
    act = next((t for t in triggers if t.pos == "verb" and t.finite), None) if match is not None else None
    if match is None or act is None or act.form != "base" or act.end > match.start() or act.negated:
        return None
    if match.re is _CAPITAL and not _is_named(sentence[: act.start], code_of(match["state"].strip())):
        return None
    own = _ANNOUNCED_BY_STATES if match["says"] == "announced" else _DONE_BY_STATES
    return act if act.event_type in own and _WILL.search(sentence, 0, act.start) is not None else None


def _is_named(subject: str, code: str | None) -> bool:
    """True where the words ahead of a verb name the state `code`."""
    if code is None:
        return False
    names = (name for match in _NAMES.finditer(subject) for name in (match.group().strip(), *match.group().split()))
    return any(code_of(name) == code for name in names)


def own_act(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The act that a speaker says is its own ("said in mid-February that it will halt imports")."""
    words = vocabulary(sentence)
    if "said" in words or "told" in words:
        refusal = _said_refusal(sentence, start, end, triggers)
        if refusal is not None:
            return refusal
    if occasion_signs("speaking").isdisjoint(words):
        return None
    if not _SPEAKERS.search(sentence[max(0, start - 60) : start]):
        return None
    if _SAID_IT.search(sentence, max(0, start - 30), start):
        return next((t for t in triggers if t.pos == "verb" and end < t.start <= end + _SOON), None)
    match = _OWN_ACT.match(sentence[end:].lstrip(" ,")) or _OWN_ACT.match(sentence[end:])
    if match is None:
        return _own_deed(sentence, end, triggers)
    behind = end + match.end()
    act = next((t for t in triggers if t.pos == "verb" and behind <= t.start <= behind + 60), None)
    if act is not None and _NOT_OWN.search(sentence[behind : act.start]) is not None:
        return None
    if act is not None and act.kind == "general" and act.passive and act.lemma in stances("state"):
        return None  # "said it was determined to …"
    if act is None or act.event_type not in _REFUSED | {"REJECT"} or not _WILL_NOT.match(sentence, end):
        return act
    unable = sentence.endswith(" not be able to ", behind, act.start)
    return act._replace(event_type="REJECT", negated=False) if act.negated or unable else act


def _own_deed(sentence: str, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The shooting of "said on Friday it shot down a drone"."""
    match = _DID.match(sentence, end)
    if match is None:
        return None
    done = (t for t in triggers if t.start == match.end() and t.form in ("past", "participle"))
    return next((t for t in done if t.kind != "general" or t.event_type != "OTHER"), None)


def _said_refusal(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The refusal of "On Sunday he told reporters that he would sign nothing"."""
    said = _SAID_THAT.match(sentence, end) if _OPENS.fullmatch(sentence, 0, start) else None
    if said is None:
        return None
    act = next((t for t in triggers if t.pos == "verb" and 0 <= t.start - said.end() <= _SOON), None)
    if act is None or act.event_type not in _REFUSED:
        return None
    refused = act.negated or sentence.startswith((" nothing", " no "), act.end)
    return act._replace(event_type="REJECT", negated=False) if refused else None
