"""What follows a verb and says what it means: the act that is decided on, promised, begun or refused, the content of a
text.

Nouns that decide a verb's type stand in the lexicon (`phrases`); here are the verbs whose complement is the act.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.phrases import OBJECT_BREAK, object_type, subject_type
from pipeline.extract.events.resolutions import sanction_resolutions
from pipeline.extract.events.speech import said_of
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.trigger import NO_EVENT, Trigger
from pipeline.extract.events.words import no_event_forms
from pipeline.extract.vocabulary import vocabulary

_COMPLEMENT = 60
"""Characters behind a verb of deciding within which the act decided on begins."""
_SAID = frozenset({"ACCUSE", "COOPERATE", "SUPPORT", "REQUEST", "REJECT", "SANCTION", "YIELD", "THREATEN"})
"""What a text can do of itself."""
_AFTER_SMALL = re.compile(r"\b(?:on|of|for|and|in|by|the|a|an)\s\Z")
_DOING = re.compile(r"\s(?:to\s[a-z]{2,20}|[a-z]{2,20}ing)\s(?!of\b)")
"""What is begun is an act: "began to require licences", "began collecting deposits"."""
_ANSWER = re.compile(
    r"(?:\s[\w.]{1,12}){0,5}?(?:\s(?P<how>by|with)|,\s(?P<says>announcing|declaring|saying)(?:\sthat)?\s(?:it|they|he|she)"
    r"\s(?:had|has|is|are|was|were|will|would)(?:\salso|\snow)?)\s(?=\w)"
)
"""Behind a verb of answering: with what, or by doing what ("answered on Friday by closing the border")."""
_ANSWER_REACH = 30
"""Characters behind "with" within which the noun stands that names the answer."""
_DOES = 5
"""Characters behind a verb of beginning within which the verb of the act stands."""
_CLAUSE_BREAK = re.compile(r"[;:]|\b(?:that|which|who|while|after|before|when|as)\b|,\s(?:and|but)\b")
_WORDED = 80
"""Characters behind a verb of issuing within which the participle begins that says what is issued does."""
_TO_ACT = re.compile(r"(?:\s[\w'’.]{1,30}){0,4}\s(?:to|will|must)\s")
"""What stands between a verb of deciding or promising and the act."""
_TO_BETTER = re.compile(r"(?:\s[\w'’.]{1,30}){0,4}?\sto\s(?P<act>[a-z]{3,14})\b")
"""Behind "vowed": what one will do, of which a word may tell that it is no threat."""
_JOINED = 120
"""Characters behind a verb of joining within which what is done together begins."""
_TO_DO_IT = re.compile(r"(?:\s(?!that\b|which\b|and\b)[\w'’.]{1,24}){0,6}\sto\s")
"""Between a decision and the act decided on: when, by whom."""
_BY_REFUSING = re.compile(r"\sby\s(?:refusing|declining)\b")
_THAT = re.compile(r"(?:\s[^\s.;:]{1,20}){0,11}?\sthat\s")
_BARE_THAT = re.compile(
    r"(?:\s(?:on\s)?[A-Z][a-z]{2,7}day)?(?=\s(?:it|they|he|she)\s(?:had|has|have|is|are|was|were|will|would)\s)"
)
"""The same without "that" ("announced on Friday it would shut the border")."""
_NO_LONGER = re.compile(
    r"(?:\s(?:on\s)?[A-Z][a-z]{2,8}day)?\s(?:that\s)?(?:it|they|he|she)(?:['’]s|['’]re|\s(?:is|was|were|are|would|will|could|can))\sno\slonger\s"
)
"""Behind "announced": what one has done with."""
_DUTIES_RISE = re.compile(
    r"\sthat\s(?:[\w'’-]{1,20}\s){0,4}?(?:tariffs|duties|levies|sanctions)\b[^;:]{0,140}?\s(?:would|will)\s(?:also\s|now\s)?"
    r"(?:(?:again\s)?be\s(?:applied|doubled|expanded|extended|hiked|imposed|increased|introduced|levied|raised|tightened|tripled)|apply|double|go\sup|"
    r"increase|jump|quadruple|rise|soar|take\seffect|triple)\b"
)
"""Behind "announced": what one announces is one's own measure, however high."""
_CLAUSE = 110
"""Characters behind "that" within which the verb of its clause begins."""
_HELPED = re.compile(
    r"\s(?:would|will|had|has|have|is|are|was|were)(?:\s(?:not|also|now|soon|again|first|be|been|being|[a-z]{2,12}ly)){0,3}"
    r"\s\Z"
)
"""The helping verbs right before the verb of a clause."""
_NEVER = re.compile(r"\b(?:never|not)\sto\s\Z")
_NONE = re.compile(r"\b(?:no|never|neither)\b")
_FIRST_TO = re.compile(
    r"\s(?:also\s)?the\s(?:first|second|third|latest|last|only|\d{1,3}(?:st|nd|rd|th))\s(?:[\w'’.-]{1,20},?\s){0,9}?to\s(?P<be>be\s)?"
)
"""Behind "became": the first, whoever that is, to do the act."""
_WILL_NOT = re.compile(
    r"(?:\s[^\s.;:]{1,20}){0,8}?\sthat\s(?:[^.;:]{2,60}?\b(?:(?:would|will|could|can)\s(?:not|never|no\slonger)|"
    r"(?:would\shave|will\shave|wants|wanted|saw|sees)\sno)\s|"
    r"[^.;:]{2,40}?\b(?:opposed|opposes|rejected|rejects|refused|refuses)\s)"
)
"""Behind "told": what somebody will have no part in."""
_KIND = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "SUPPORT", "YIELD"})
_ENDED = re.compile(r"\s[a-z]{2,20}ing\s")
_HARM = frozenset({"ACCUSE", "ASSAULT", "COERCE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
_AT_TARGET = re.compile(
    r"(?:\s(?!at\b|into\b|on\b)[\w'’,.-]{1,20}){0,6}?\s(?:"
    r"at\s(?!\d|about\b|around\b|dawn\b|noon\b|night\b|midnight\b|sea\b|least\b|once\b|an?\s(?:[a-z]\w{0,11}\s)?(?:altitude|"
    r"range|speed|height|angle|site|base)|the\s(?:same|time|end|beginning|start|weekend|request)\b|sunrise\b|sunset\b|"
    r"daybreak\b)(?!(?:[\w'’-]{1,20}\s){1,3}(?:site|range|cent(?:re|er)|ground|cosmodrome)\b)"
    r"|(?:into|towards?)\s(?:(?:central|northern|southern|eastern|western)\s)?(?=[A-Z])(?![^.;]{1,40}\b(?:waters|zone|[Ss]ea|[Oo]cean|Pacific)\b))"
)
"""What is shot at, behind a verb of shooting: neither an hour nor a site nor the sea."""
_BINDS = re.compile(
    r"\s(?:[^.;\s]{1,30}\s){1,12}?(?:(?:that|which)\s(?:also\s|would\s|will\s)?(?:ban(?:s|ned)?|prohibit(?:s|ed)?|forbids?|"
    r"forbade|freezes?|froze|restrict(?:s|ed)?|limit(?:s|ed)?|cap(?:s|ped)?|imposes?|imposed|tighten(?:s|ed)?|"
    r"blacklist(?:s|ed))\s|under\swhich\s(?:[\w'’-]{1,20}\s){1,6}?(?:must|was\sto|were\sto|is\sto|are\sto|has\sto|"
    r"had\sto|have\sto)\s)"
)
"""A resolution or a decree by which something is no longer allowed."""

_RESOLUTION = re.compile(
    r"\s(?:a\s|its\s|the\s)?(?:[a-z]{2,12}\s){0,2}?[Rr]esolutions?\b(?:\s(?:[Nn]o\.?\s|[Nn]umber\s)?(?P<number>\d{3,4})\b)?"
)
_MEASURES = frozenset({"sanction", "sanctions", "embargo", "embargoes"})
_ANOTHER_OWES = re.compile(
    r"\s(?:[^,;\s]{1,20}\s){0,6}?(?:[A-Z]\w{2,20}(?:['’]s|s['’])\s(?:[\w-]{1,20}\s){0,3}(?:debts?|arrears|dues|bills?)\b"
    r"|(?:that\s|which\s)?[A-Z]\w{2,20}\s(?:had\s)?ow(?:ed|es)\b)"
)
"""Behind "paid off": the debt of another, which is a gift to it."""


def paid_for(sentence: str, trigger: Trigger) -> str | None:
    """AID where the debt of another is paid."""
    return "AID" if trigger.lemma in word_class("pays") and _ANOTHER_OWES.match(sentence, trigger.end) else None


def worded(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> str | None:
    """The type of what a statement or a law does: "issued a statement condemning the test"."""
    says = trigger.lemma in word_class("words") or trigger.lemma in word_class("answers")
    if says and _BINDS.match(sentence, trigger.end):
        agreed = trigger.lemma == "sign" and object_type(sentence, tokens, trigger) == "AGREE"
        return "AGREE" if agreed else "SANCTION"
    if trigger.lemma in word_class("writes"):
        return _written(sentence, tokens, found, trigger)
    if trigger.lemma not in word_class("words"):
        return None
    if trigger.lemma == "sign" and object_type(sentence, tokens, trigger) == "AGREE":
        return "AGREE"
    resolution = _RESOLUTION.match(sentence, trigger.end)
    if resolution is not None and _punishes(resolution["number"], vocabulary(sentence)):
        return "SANCTION"
    act = next((t for t in found if t.form == "ing" and 0 <= t.start - trigger.end <= _WORDED), None)
    if act is None or OBJECT_BREAK.search(sentence[trigger.end : act.start]):
        return None
    if _AFTER_SMALL.search(sentence, trigger.end, act.start) or tokens.lowers[act.token - 1] in no_event_forms():
        return None  # "the mission, approved in May, involves securing roads"
    told = said_of(sentence, act) or object_type(sentence, tokens, act) or act.event_type
    return told if told in _SAID else None


def _written(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> str | None:
    """The type of what a letter or a note that is sent does: "sent a note to the council accusing Peru of spying"."""
    act = next((t for t in found if t.form == "ing" and 0 <= t.start - trigger.end <= _JOINED), None)
    if act is None or _CLAUSE_BREAK.search(sentence, trigger.end, act.start):
        return None
    ahead = frozenset(tokens.lowers[trigger.token + 1 : act.token])
    if word_class("writing").isdisjoint(ahead) or _AFTER_SMALL.search(sentence, trigger.end, act.start):
        return None
    told = said_of(sentence, act) or object_type(sentence, tokens, act) or act.event_type
    return told if told in _SAID else None


def _punishes(number: str | None, words: frozenset[str]) -> bool:
    """True for a resolution known to impose sanctions, and for one told of beside sanctions that it does not undo."""
    if number in sanction_resolutions():
        return True
    return not _MEASURES.isdisjoint(words) and word_class("undoes").isdisjoint(words) and "lift" not in words


def complemented(sentence: str, tokens: Tokens, found: list[Trigger]) -> list[Trigger]:
    """Decisions, promises and refusals: "decided to ban" has the ban's type, "refused to attend" is a refusal."""
    return [_with_complement(sentence, tokens, found, trigger) for trigger in found]


def _with_complement(sentence: str, tokens: Tokens, found: list[Trigger], trigger: Trigger) -> Trigger:
    if trigger.refused:
        return trigger._replace(kind="general", event_type="REJECT")
    if trigger.lemma in word_class("begins_doing") and _DOING.match(sentence, trigger.end):
        return trigger._replace(kind="general", event_type=_begun(sentence, tokens, found, trigger))
    if trigger.lemma in word_class("ends_doing") and _ENDED.match(sentence, trigger.end):
        ended = _ended(sentence, tokens, found, trigger)
        return trigger._replace(kind="general" if ended == "YIELD" else "content", event_type=ended)
    if trigger.lemma == "join":
        return _joined_in(sentence, tokens, found, trigger)
    if trigger.lemma in word_class("answers"):
        return _answered(sentence, tokens, found, trigger)
    return _decided(sentence, tokens, found, trigger)


def _answered(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> Trigger:
    """A verb of answering with the type of the act or the thing that is the answer."""
    answer = _ANSWER.match(sentence, trigger.end)
    if answer is None:
        return trigger
    if answer["how"] != "with":
        by = next((t for t in found if answer["says"] and t.start == answer.end()), None) or next(
            (t for t in found if t.form == "ing" and t.start == answer.end()), None
        )
        if by is not None:
            return trigger._replace(kind="general", event_type=_act_type(sentence, tokens, found, by))
        refused = _BY_REFUSING.match(sentence, max(0, answer.start("how") - 1)) is not None
        return trigger._replace(kind="general", event_type="REJECT") if refused else trigger
    reach = answer.end() + _ANSWER_REACH
    noun = next((t for t in found if t.pos == "noun" and answer.end() <= t.start <= reach), None)
    if noun is None or noun.event_type == "OTHER" or OBJECT_BREAK.search(sentence[answer.end() : noun.start]):
        return trigger
    return trigger._replace(kind="general", event_type=noun.event_type)


def _joined_in(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> Trigger:
    """A verb of joining with the type of what is done together ("joined Peru in condemning the coup")."""
    acts = (t for t in found if 0 < t.start - trigger.end <= _JOINED and sentence.endswith(" in ", 0, t.start))
    act = next((t for t in acts if t.form == "ing" or sentence.endswith("ing", 0, t.end)), None)
    if act is None or OBJECT_BREAK.search(sentence[trigger.end : act.start]):
        return trigger
    return trigger._replace(kind="general", event_type=_act_type(sentence, tokens, found, act))


def decided_on(sentence: str, tokens: Tokens, found: Sequence[Trigger], noun: Trigger) -> Trigger:
    """A noun of deciding with the type of the act decided on ("the decision of last week to lift the ban"), one of
    announcing with that of its "that" clause."""
    act = next((t for t in found if t.form == "base" and 0 <= t.start - noun.end <= _COMPLEMENT), None)
    if act is None or not _TO_DO_IT.fullmatch(sentence, noun.end, act.start):
        return _told_that(sentence, tokens, found, noun) if noun.lemma == "announcement" else noun
    told = _act_type(sentence, tokens, found, act)
    if sentence.startswith(" not ", noun.end) or sentence.endswith(" not to ", noun.end, act.start):
        told = "REJECT" if told in _KIND else "OTHER"
    return noun._replace(event_type=told)


def _begun(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> str:
    """The type of what is begun; of a motion that the lexicon does not know that of its subject ("lorries began moving
    through the crossing")."""
    done = next((t for t in found if 0 < t.start - trigger.end <= _DOES), None)
    if done is not None and done.lemma not in word_class("moves_on"):
        return _act_type(sentence, tokens, found, done)
    if tokens.lowers[trigger.token + 1] in word_class("supplying"):
        return "COOPERATE"
    moved = subject_type(sentence, tokens, trigger, "arrive")
    return "OTHER" if moved in (None, "CONSULT") else moved


def _ended(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> str:
    """The type of ending an act: of a harmful one it is yielding, of talking a refusal, of trade a sanction."""
    acts = (t for t in found if 0 < t.start - trigger.end <= _DOES)
    act = next((t for t in acts if t.form == "ing" or sentence.endswith("ing", 0, t.end)), None)
    ended = _act_type(sentence, tokens, found, act) if act else "OTHER"
    if ended in _HARM or ended == "MOBILIZE":
        return "YIELD"
    if ended in ("CONSULT", "YIELD", "AGREE", "REQUEST"):
        return "REJECT"
    return "OTHER" if ended == "OTHER" else "SANCTION"


def _decided(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> Trigger:
    """A verb of deciding or promising with the type of what is decided or promised."""
    if trigger.lemma == "become":
        return _as_first(sentence, tokens, found, trigger)
    if trigger.lemma == "tell":
        refused = _WILL_NOT.match(sentence, trigger.end) is not None
        return trigger._replace(kind="general", event_type="REJECT") if refused else trigger
    decides = trigger.lemma in word_class("decides")
    if not decides and trigger.lemma not in word_class("pledges"):
        return trigger
    good = _TO_BETTER.match(sentence, trigger.end) if trigger.event_type == "THREATEN" else None
    if good is not None and good["act"] in word_class("betters"):
        return trigger._replace(kind="general", event_type="SUPPORT")
    act = next((t for t in found if t.form == "base" and 0 <= t.start - trigger.end <= _COMPLEMENT), None)
    if act is None or not _TO_ACT.fullmatch(sentence, trigger.end, act.start):
        return (
            _told_that(sentence, tokens, found, trigger) if decides else _given_word(sentence, tokens, found, trigger)
        )
    if not decides:
        told = _act_type(sentence, tokens, found, act)
        if _NEVER.search(sentence, trigger.end, act.start) is not None:
            promised = "REJECT" if told in _KIND else "YIELD"
        else:
            promised = _promised(trigger, told)
        return trigger._replace(kind="general", event_type=promised)
    required = sentence.endswith(" must ", trigger.end, act.start)
    return trigger._replace(event_type="REQUEST" if required else _act_type(sentence, tokens, found, act))


def _as_first(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> Trigger:
    """A verb of becoming with the type of the act that somebody is the first to do."""
    first = _FIRST_TO.match(sentence, trigger.end)
    form = ("past", "participle") if first is not None and first["be"] else ("base",)
    act = next((t for t in found if t.form in form and t.start == first.end()), None) if first else None
    return (
        trigger if act is None else trigger._replace(kind="general", event_type=_act_type(sentence, tokens, found, act))
    )


def _told_that(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> Trigger:
    """A verb of announcing with the type of the act of its "that" clause, whoever does it ("announced that the road
    would be reopened")."""
    if _NO_LONGER.match(sentence, trigger.end):
        return trigger._replace(kind="general", event_type="REJECT")
    that = _THAT.match(sentence, trigger.end) or _BARE_THAT.match(sentence, trigger.end)
    if that is None:
        return trigger
    if trigger.lemma == "announce" and _DUTIES_RISE.search(sentence, trigger.end, that.end() + 2 * _CLAUSE):
        return trigger._replace(event_type="SANCTION")
    low, high = that.end(), that.end() + _CLAUSE
    verbs = (t for t in found if t.pos == "verb" and t.finite and low <= t.start <= high)
    act = next((t for t in verbs if _HELPED.search(sentence, low, t.start)), None)
    if act is None:
        return trigger
    told = _act_type(sentence, tokens, found, act)
    if act.negated or _NONE.search(sentence, low, act.start):
        told = "REJECT" if told in _KIND else "OTHER"
    return trigger._replace(event_type=told)


def _given_word(sentence: str, tokens: Tokens, found: Sequence[Trigger], trigger: Trigger) -> Trigger:
    """A verb of promising with the type of what is promised in a clause ("promised that Oman would lend Chad $4
    million")."""
    that = _THAT.match(sentence, trigger.end)
    if that is None:
        return trigger
    low, high = that.end(), that.end() + _CLAUSE
    act = next((t for t in found if t.pos == "verb" and t.form == "base" and t.future and low <= t.start <= high), None)
    if act is None or act.negated or _NONE.search(sentence, low, act.start):
        return trigger
    promised = _promised(trigger, _act_type(sentence, tokens, found, act))
    return trigger._replace(kind="general", event_type=promised)


def _act_type(sentence: str, tokens: Tokens, found: Sequence[Trigger], act: Trigger) -> str:
    """The type of an act that another verb governs: that of its object, of its noun ("to hold talks"), its own."""
    if act.refused:
        return "REJECT"
    told = at_target(sentence, act, object_type(sentence, tokens, act))
    if told == NO_EVENT:
        return "OTHER"
    if told is not None or act.kind not in ("light", "bound"):
        return told or act.event_type
    near = [t for t in found if t.pos == "noun" and -_COMPLEMENT <= t.start - act.end <= _COMPLEMENT]
    behind = (t for t in near if t.start > act.end)
    noun = next(reversed([t for t in near if t.start < act.start]), None) if act.passive else next(behind, None)
    return noun.event_type if noun is not None else "OTHER"


def _promised(trigger: Trigger, act: str) -> str:
    """What a promise of an act of that type is: of help it is help, of harm a threat."""
    if act in _HARM:
        return "THREATEN"
    return trigger.event_type if act in ("OTHER", "REQUEST") or trigger.kind == "light" else act


def at_target(sentence: str, trigger: Trigger, told: str | None) -> str | None:
    """`told`, or ASSAULT where a weapon is fired at somebody: "fired two missiles at the town" is no test."""
    shot = told == "MOBILIZE" or (told is None and trigger.event_type == "MOBILIZE")
    aimed = shot and trigger.lemma in word_class("aims") and _AT_TARGET.match(sentence, trigger.end)
    return "ASSAULT" if aimed else told
