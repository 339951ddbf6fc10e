"""What a government or an official says on a day that it wants, backs, refuses or is ready for, or that another must do
or is to blame for: an act by being said, whatever the verb of saying.

Where speaker and words stand is `sayings`' business; denials and acts of one's own that are told of are `speakers`'.
"""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.dates.words import alternatives
from pipeline.extract.events.findings import finding, finding_words
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.sayings import SAID_WORDS, Saying, saying_of
from pipeline.extract.events.speech import BLAMED
from pipeline.extract.events.stances import stances
from pipeline.extract.events.tokens import Tokens, tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.verdicts import NAME_IN, VERDICTS, codes, verdict
from pipeline.extract.events.words import singular
from pipeline.extract.inflection import finite_words
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.countries import code_of
from pipeline.lexicon.table import rows

NAMED = "wish_named"
"""Rule of what is said by a bare name, which has to be that of one who holds an office."""
_SELF = frozenset({"i", "it", "they", "he", "she", "we"})
_OWN = frozenset({"his", "her", "its", "our", "their", "the", "both"})
_SUBJECT = 9
"""Words at most of a subject."""
_WITHIN_SUBJECT = frozenset({"between", "in", "on", "with"})
"""Prepositions that a subject may hold as well ("the deal on fish with Oman")."""
_SPEAKERS = frozenset({"i", "we"})
"""Subjects of a quotation: what they will do is no act yet, what they back or condemn is."""
_LONG_SUBJECT = 16
"""The same of what must, or should, be done."""
_DEMANDS = frozenset({"must", "should"})
_MODALS = frozenset({"will", "would", "shall", "ll"})
_CAN = frozenset({"can", "could"})
_NOT = frozenset({"not", "never", "no"})
_HAS_TO = frozenset({"should", "ought", "needs", "need", "needed", "has", "had", "have"})
_NEEDS = frozenset({"need", "needed", "needs"})
_NO_DEMAND = frozenset(
    {"have", "been", "see", "know", "expect", "reach", "rise", "grow", "benefit", "no", "a", "an", "the",
     "also", "already"}
)  # fmt: skip
"""Behind "should" and "had to": what demands nothing."""
_NO_WISH = frozenset({"no", "nothing", "know", "think"})
_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "remain", "remains", "remained", "stands", "stood", "stand", "being"}
)
_STANDS = frozenset({"stand", "stands", "stood"})
_DONE = frozenset({"ACCUSE", "AID", "AGREE", "COERCE", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
                   "SANCTION", "SUPPORT", "THREATEN", "YIELD"})  # fmt: skip
"""Types of acts that are promised or threatened by saying that one will do them."""
_TIME = re.compile(
    rf"\b(?:today|tomorrow|tonight|(?:this|next|coming)\s(?:week|month|year|summer|autumn|winter|spring|weekend)|(?:in|by|of)\s20\d\d|"
    rf"(?:on|in|from|by|next|this|late|early)\s(?:{alternatives('weekday')}|{alternatives('month')}))\b"
)
"""In what is said: what is to be done on a day of its own is told by that day."""
_MEASURES = frozenset({"action", "actions", "countermeasures", "counter-measures", "measures", "steps"})
"""What one threatens to take."""
_NEAR = 30
"""Characters behind "will" within which its verb begins."""
_TO_BLAME = re.compile(r"\A(?P<what>[^;:.]{3,90}?)\s(?:is|was|are|were)\s(?:\w{2,12}ly\s)?to\sblame\b")
_SURE = re.compile(
    r"(?:(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[A-Z][\w.-]{1,20}|the\s[a-z]{3,14})\s(?:is|was|are|were|am)\s(?:[a-z]{3,12}ly\s|very\s)?[“\"]?(?:certain|clear|convinced|confident|sure)"
    r"|[Tt]here\s(?:is|was)\s(?:(?:clear|credible|compelling|strong|ample)\s|no\s)?(?:doubt|evidence|proof|question))[”\"]?\s(?:that\s)?"
)
"""Ahead of what is said as one's conviction ("was confident that Oman was behind it")."""
_ASKED_OR_GIVEN = frozenset({"AGREE", "AID", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "YIELD"})
"""Types of acts that one tells of who speaks for the state that has done them."""
_AGAINST = frozenset({"COERCE", "REJECT", "SANCTION"})
"""Types of acts against another: to want to do them asks nobody."""
_COMPANIES = frozenset({"airline", "bank", "carrier", "company", "firm", "group", "operator"})
_OFFICE = re.compile(r"[^\W\d_]{3,20}")
_NAMES = re.compile(r"\b(?:[A-Z][\w.’'-]{1,20}\s){0,2}[A-Z][\w.’'-]{1,20}\Z")
_AT = re.compile(r"\b(?:at|from|in|near|of)\s\Z")
_ACTOR = 90
"""Characters ahead of a saying in which its speaker stands."""
_SPLIT = re.compile(r"[;:]\s|,\s(?:and|but|while|who|which)\s|\s(?:and|but|that|while|when|after)\s")


@cache
def _own_heads() -> frozenset[str]:
    return frozenset({*stances("self"), *(row["word"] for row in rows("state_kinds"))})


@cache
def _signs() -> frozenset[str]:
    openers = _MODALS | _CAN | _HAS_TO | VERDICTS | finding_words() | {"do", "does", "did", "must", "cannot"} | _STANDS
    return openers.union(*map(stances, ("aims", "blame", "judged", "state", "verb")))


def may_wish(sentence: str) -> bool:
    """False where a sentence says nothing that may be a wish: it tells of none, and its day need not be looked at."""
    words = vocabulary(sentence)
    return not SAID_WORDS.isdisjoint(words) and not _signs().isdisjoint(words)


def wish(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> tuple[Trigger, str] | None:
    """What is said under the day at `start`..`end`, with the verb of saying as its word, and its rule; None where it is
    no such act or nobody who speaks for a state says it."""
    if not may_wish(sentence):
        return None
    said = saying_of(sentence, start, end)
    if said is None:
        return None
    rule = _speaks(said.speaker)
    if rule is None or (rule == NAMED and any(t.start == said.start for t in triggers)):
        return None
    told = _told(sentence, said, triggers)
    if isinstance(told, Trigger):
        if rule != NAMED:
            return told._replace(negated=False), "own_act"
        told = told.event_type
    if told is None:
        return None
    return Trigger(
        start=said.start, end=said.end, token=0, lemma="say", event_type=told, pos="verb",
        kind="content", form="past", goal=False,
    ), rule  # fmt: skip


def _told(sentence: str, said: Saying, triggers: Sequence[Trigger]) -> Trigger | str | None:
    """The type of what is said; of what the speaker's own state does, or will do, the word for that."""
    words = sentence[said.low : said.high].lstrip(" \"“'‘:")
    low = sentence.index(words, said.low)
    sure = _SURE.match(words)
    told = _of_others(words[sure.end() :], said.speaker) if sure is not None else None
    told = told or _of_others(words, said.speaker)
    if told is not None:
        return told
    tokens = tokenize(words)
    near = True
    for at, word in enumerate(tokens.lowers[: _LONG_SUBJECT + 1]):
        joins = word in ("of", "for") or (word in _WITHIN_SUBJECT and finite_words().isdisjoint(tokens.lowers[:at]))
        joins = joins or (word == "and" and at > 0 and _joins_names(tokens, at))
        joins = joins or (word == "to" and tokens.lowers[at - 1].startswith("continue"))
        near = near and at <= _SUBJECT and (joins or word not in word_class("preposition"))
        if not near and (word == "that" or tokens.lowers[at - 1] == "that"):
            return None
        if word in stances("verb") and tokens.lowers[at - 1] in word_class("determiner"):
            continue
        following = tokens.lowers[at + 1] if at + 1 < len(tokens.lowers) else ""
        judged = word in _BE and bool(_judging(tokens, at, (following,)))
        if at and (word in (_opens() if near else _DEMANDS) or judged):
            subject = words[: tokens.starts[at]].strip()
            begins = low + tokens.ends[at]
            acts = [t for t in triggers if t.pos == "verb" and begins < t.start <= begins + _NEAR]
            act = acts[0] if acts and acts[0].event_type in _DONE and not _TIME.search(words) else None
            if " and " in subject and not (act is not None and act.event_type == "AGREE" and act.form != "base"):
                act = None  # what two will do is no act of the speaker's
            return _stance(tokens, at, subject, said.speaker, act)
    return None


def _of_others(words: str, speaker: str) -> str | None:
    """The type of what is said of others, or of nobody: blame, praise, what is needed and what is not so."""
    blamed = BLAMED.match(words)
    if blamed is not None and _names_state(blamed["who"]):
        return "ACCUSE"
    fault = _TO_BLAME.match(words)
    if fault is not None and any(_names_state(name.group()) for name in NAME_IN.finditer(fault["what"])):
        return "ACCUSE"
    return finding(words, speaker) or verdict(words, speaker)


def _joins_names(tokens: Tokens, at: int) -> bool:
    """True for the "and" of "Peru and Chile" and "the Dane and the Finn"."""
    return tokens.upper(at - 1) and (
        tokens.upper(at + 1) or (tokens.lowers[at + 1 : at + 2] == ("the",) and tokens.upper(at + 2))
    )


@cache
def _opens() -> frozenset[str]:
    """The words with which what is said of a subject begins."""
    helping = _MODALS | _CAN | _HAS_TO | _BE | {"must", "cannot", "does", "do", "did"}
    return helping.union(stances("verb"), stances("aims"))


def _stance(tokens: Tokens, at: int, subject: str, speaker: str, act: Trigger | None) -> Trigger | str | None:
    """The type of what is said of `subject`, which the word at `at` begins; `act` stands right behind."""
    word = tokens.lowers[at]
    behind = [other for other in tokens.lowers[at + 1 : at + 8] if other not in stances("filler")]
    judging = _judging(tokens, at, behind) if word in _BE else ""
    if judging:
        return _judged(subject, judging)
    if word not in stances("verb") and subject.lower() in _SPEAKERS:
        return _spoken(tokens, at, behind, subject, act)
    if word in ("must", "should", "ought"):
        return _demand(word, behind, subject)
    own = _is_own(subject, speaker)
    if word in _MODALS or word in _CAN or word == "cannot":
        return _will(tokens, at, behind, own, act)
    own = own or (
        word in _NEEDS and subject[:1].isupper() and not subject.endswith((" a", " the"))
    )  # "Africa needs aid"
    return _of_own(tokens, at, behind, (subject, speaker), act) if own else None


def _judging(tokens: Tokens, at: int, behind: Sequence[str]) -> str:
    """The judgement of "was deeply unfair" and "is not true", empty where none follows."""
    if behind[:2] == ["not", "true"] or (behind[:1] and behind[0] in stances("judged")):
        return behind[0]
    adverb, judged = [*tokens.lowers[at + 1 : at + 3], "", ""][:2]
    return judged if adverb.endswith("ly") and judged in stances("judged") else ""


def _of_own(
    tokens: Tokens, at: int, behind: Sequence[str], who: tuple[str, str], act: Trigger | None
) -> Trigger | str | None:
    """The type of what the speaker's own state has done, does, is or wants; `who` is the subject and the speaker."""
    word, after = tokens.lowers[at], behind[0] if behind else ""
    if word in _HAS_TO:
        return _has(tokens, at, behind, act if act is not None and _is_its_act(act, *who) else None)
    if word in ("does", "do", "did"):
        return _does_not(tokens, at, behind)
    if word in stances("aims"):
        return act if tokens.lowers[at + 1 : at + 2] == ("to",) and act is not None and act.form == "base" else None
    if word not in _BE:
        return _wished(tokens, at, after, act)
    if after == "not":
        turned = stances("state").get(behind[1] if len(behind) > 1 else "")
        return "REJECT" if turned in ("YIELD", "SUPPORT") else None
    if word in _STANDS:
        return stances("stands").get(after) or stances("state").get(after)
    doing = act if act is not None and act.form == "ing" and _of_one_state(*who) else None
    return stances("state").get(after) or doing or ("REJECT" if after == "no" else None)


def _is_its_act(act: Trigger, subject: str, speaker: str) -> bool:
    """True where what `subject` is said to have done is told by one of its own state, or by one who only speaks."""
    if _of_one_state(subject, speaker):
        return True
    if act.event_type == "AGREE" and subject.lower().startswith(("he and ", "she and ", "the two ", "both ")):
        return True
    return act.event_type in _ASKED_OR_GIVEN and not codes(speaker) and _names_state(subject)


def _spoken(tokens: Tokens, at: int, behind: Sequence[str], subject: str, act: Trigger | None) -> Trigger | str | None:
    """The type of what "we" must do, or are asking for, and what one has done: what one will do is no act yet."""
    word = tokens.lowers[at]
    if word == "have":
        return act if act is not None and act.form in ("past", "participle") and not act.negated else None
    if subject.lower() != "we":
        return None
    if word in _DEMANDS:
        return _demand(word, behind, subject)
    if word in ("do", "did"):
        return _does_not(tokens, at, behind)
    if word in _MODALS and len(behind) > 1 and behind[0] == "not":
        return None if behind[1] in stances("idle") or behind[1] == "be" else "REJECT"
    told = stances("state").get(behind[0]) if word == "are" and behind else None
    return told if told != "YIELD" else None


def _wished(tokens: Tokens, at: int, after: str, act: Trigger | None) -> str | None:
    """The type of what the speaker's state wants, hopes for or backs by the verb at `at`."""
    told, aims = stances("verb")[tokens.lowers[at]], tokens.lowers[at + 1 : at + 2] == ("to",)
    if aims and told == "REQUEST" and act is not None and act.event_type in _AGAINST:
        return act.event_type
    return None if after in _NO_WISH else told


def _judged(subject: str, word: str) -> str | None:
    """What is said to be baseless, or unacceptable: of charges the former denies them."""
    if word == "not" or stances("judged")[word] == "REJECT":
        return "REJECT" if not stances("charge").keys().isdisjoint(tokenize(subject).lowers) else None
    return stances("judged")[word]


def _demand(word: str, behind: Sequence[str], subject: str) -> str | None:
    """What must be done, whatever it is; what should be, by states."""
    after, done = [*(other for other in behind if other != "not"), "", ""][:2]
    if word == "must":
        return "REQUEST" if after and after != "have" else None
    if after in _NO_DEMAND or subject.lower() in ("he", "she"):
        return None
    if after == "be" and not done.endswith(("ed", "en", "wn", "nt")):
        return None
    if after == "be" and done in stances("granted"):
        return "REQUEST"
    words = subject.lower().split()
    asked = words[0] in _SELF or (words[0] in _OWN and words[-1] in _own_heads()) or bool(codes(subject))
    asked = asked or words[-1] in stances("asked")
    return "REQUEST" if asked else None


def _has(tokens: Tokens, at: int, behind: Sequence[str], act: Trigger | None) -> Trigger | str | None:
    """ "has to pay", "needs water", "has no intention of paying", "has asked Oman to pay"."""
    after = tokens.lowers[at + 1] if at + 1 < len(tokens.lowers) else ""
    if tokens.lowers[at] not in ("has", "had", "have"):
        return None if after in _NO_DEMAND else "REQUEST"
    if after == "to":
        return "REQUEST" if behind and behind[0] not in _NO_DEMAND else None
    if after == "no":
        return "REJECT" if len(behind) > 1 and behind[1] in stances("having") else None
    if after == "been":
        return stances("state").get(behind[1]) if len(behind) > 1 else None
    return act if act is not None and act.form in ("past", "participle") and not act.negated else None


def _does_not(tokens: Tokens, at: int, behind: Sequence[str]) -> str | None:
    """ "does not recognise it", "did not have any part in it"."""
    denied = behind[1] if behind and behind[0] == "not" and len(behind) > 1 else ""
    if denied == "have":
        return "REJECT" if not stances("having").keys().isdisjoint(tokens.lowers[at : at + 7]) else None
    return "REJECT" if denied in stances("denied") or denied in stances("verb") else None


def _will(tokens: Tokens, at: int, behind: Sequence[str], own: bool, act: Trigger | None) -> Trigger | str | None:
    """What one will do, or will not."""
    word, after = tokens.lowers[at], behind[0] if behind else ""
    if after in stances("betters") and not stances("ties").keys().isdisjoint(tokens.lowers[at:]):
        return "SUPPORT"
    if not own:
        return None
    if word == "cannot" or after in _NOT:
        verb = after if word == "cannot" else next((other for other in behind[1:] if other != "longer"), "")
        if verb == "be":
            return "REJECT" if "able" in behind[:4] else None
        return None if verb in stances("idle") else "REJECT"
    if word in _CAN:
        return None
    if after == "like":
        return "REQUEST"
    if after == "take" and not _MEASURES.isdisjoint(tokens.lowers[at : at + 8]):
        return "THREATEN"
    if after in stances("answers"):
        return "THREATEN"
    if act is not None and act.form == "base":
        return "REQUEST" if _only_if(tokens, at) else act
    return "SUPPORT" if after in stances("keeps") else None


def _only_if(tokens: Tokens, at: int) -> bool:
    """True for what one will do on a condition: "would end the strike only if Oman pulled out" asks for that."""
    behind = tokens.lowers[at:]
    return any(word == "only" and behind[place + 1 : place + 2] == ("if",) for place, word in enumerate(behind))


def _of_one_state(subject: str, speaker: str) -> bool:
    """True where speaker and subject are of one state by name."""
    return not codes(subject).isdisjoint(codes(speaker))


def _is_own(subject: str, speaker: str) -> bool:
    """True for a pronoun, for "his country", and for the name of a state, where `speaker` speaks for no other."""
    words = subject.lower().replace(",", " ").split()
    while len(words) > 1 and (words[-1] in stances("filler") or words[-1].endswith("ly")):
        words.pop()
    if not words:
        return False
    if words[0] in _SELF or (words[0] in _OWN and words[-1] in _own_heads()):
        return True
    if words[0] in _OWN and words[-1] in stances("head"):
        return not stances("voice").keys().isdisjoint(tokenize(speaker).lowers)
    if not _names_state(subject):
        return False
    others = codes(speaker)
    return not others or not others.isdisjoint(codes(subject))


def _names_state(who: str) -> bool:
    """True where the words name a state, or begin with one's name."""
    words = who.removeprefix("the ").removeprefix("The ").replace(",", " ").split()
    return any(code_of(" ".join(words[:count])) is not None for count in (len(words), 1, 2, 3) if count <= len(words))


def _speaks(speaker: str) -> str | None:
    """The rule of what is said by a state, its seat, or one who holds an office; of what a bare name says another one;
    None for all else."""
    subject = _SPLIT.split(speaker[-_ACTOR:])[-1]
    offices = party_words("office") | party_words("institution")
    words = _OFFICE.findall(subject.lower())
    if not _COMPANIES.isdisjoint(words):
        return None
    if any(word in offices or singular(word) in offices for word in words):
        return "wish"
    name = _NAMES.search(subject.rstrip(" ,"))
    if name is None or _AT.search(subject, 0, name.start()):
        return None
    return "wish" if code_of(name.group().strip().removeprefix("The ")) is not None else NAMED
