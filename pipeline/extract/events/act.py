"""One event with its clause, as far as its parties depend on its words. Most rules need no more than the words of the
clause: everything else is read when a rule asks for it."""

import re
from collections.abc import Sequence
from dataclasses import field

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.subjects import Frame
from pipeline.extract.events.tokens import word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.vocabulary import vocabulary as words_of
from pipeline.text.words import WordCutter
from pipeline.values import value

_OWN = re.compile(
    r"(?:\sto\s[a-z]{2,14}(?:\s(?:down|up|off|out|back|in))?)?(?:\son)?\s(?:(?:its|their\sown|the\s(?:country|kingdom|nation|republic)['’]s)\s|(?:his|her)\s(?:own|post|duties|job|oath|seat|mandate|"
    r"term|candidacy|cabinet|government|resignation)\b)(?!ambassador|envoy|embassy|relations|ties|neighbou?r|partner|"
    r"ally|allies|counterpart|guest|host|support|readiness|help)"
)
"""An act on what is the subject's own."""
_APART = re.compile(r";|,\s(?:and|but|while|whereas)\s")
"""What parts clauses that share no parties."""
_MEANWHILE = re.compile(
    r"\W{0,3}(?:when|where|after|before|as|while|since|until|because|following|ahead|amid|despite|though|although)\b"
)
_MET_WITH = re.compile(
    r"\W{0,3}(?:after|when|while|in)\s(?:(?:clashing|colliding|a\scollision)\swith|"
    r"being\s(?:chased|fired\s(?:at|on|upon)|hit|rammed|struck|tailed)\sby)\s"
)
"""Ahead of whom those have to do with who come to grief."""
_GOES_ON = re.compile(
    r"\b(?:flies|goes|moves|proceeds|travels|heads|flew|went|moved|proceeded|travelled|traveled|headed|fly|go|move|proceed|travel|head|left|leaves|"
    r"leave|bound)\s(?:on\s)?(?:to|for)\s(?:the\s)?\Z"
)
"""Ahead of the next stop of a journey."""
_HANGS = re.compile(r"\s(?:after|although|because|before|since|though|until|when|while)\s")
_FOREIGN_OFFICE = re.compile(r"\bforeign\s(?=minist|affairs|secretary|office|policy)")
_PRONOUN = re.compile(r"\s(?:it|them|him|her)\b")
_LAW = re.compile(
    r"\b(?:[Pp]olice|[Pp]rosecutors?|(?<!International\s)(?<!Arbitration\s)[Cc]ourts?|[Jj]udges?|(?:[Pp]ublic\s)?[Ss]ecurity\s(?:forces|officials|agents|officers)|[Pp]olicem[ae]n|[Mm]agistrates?)\b"
)
_BY_LAW = re.compile(
    r"\sby\s(?:[\w'’-]{1,20}\s){0,4}?(?:police|prosecutors?|(?<!International\s)(?<!Arbitration\s)[Cc]ourts?|judges?|magistrates?)\b"
)
_ORGAN = re.compile(
    r"\b(?:Politburo|Central\sCommittee|(?:National\s|State\s)(?:Security|Defen[cs]e)\sCouncil|security\s(?:cabinet|council)|[Pp]arliament|[Ss]enate|[Cc]ongress|(?:[Uu]pper|[Ll]ower)\s[Hh]ouse|House\sof|[Aa]ssembly|[Cc]abinet|(?<!International\s)[Cc]ourt|[Ll]egislature|[Ll]awmakers|[Dd]eputies|"
    r"[Cc]ouncil\sof\s[Mm]inisters)\b"
)
_LAW_WORDS = frozenset(
    {"police", "policeman", "policemen", "prosecutor", "prosecutors", "court", "courts", "judge", "judges", "tribunal",
     "security", "magistrate", "magistrates"}
)  # fmt: skip
"""Words of which `_LAW` has one, and those of `_ORGAN`."""
_ORGAN_WORDS = frozenset(
    {"politburo", "committee", "council", "parliament", "senate", "congress", "house", "assembly", "cabinet", "court",
     "legislature", "lawmakers", "deputies"}
)  # fmt: skip
_NEW_OBJECT = re.compile(
    r"\s(?:(?:itself|out|up|down|off|work\son|construction\sof)\s)?(?:an?|another|two|three|four|five|\d{1,3}|the\s(?:first|second|third|new|rebuilt)|"
    r"(?:its|his|her)\s(?:own\s)?(?:first|second|third|new))\s"
)
_BARE_OBJECT = re.compile(
    r"\s(?!(?:about|above|across|after|again|against|all|along|among|and|apart|around|as|at|away|back|before|behind|between|"
    r"both|but|by|down|during|each|early|east|for|from|here|her|him|his|home|how|in|into|it|its|jointly|last|late|more|"
    r"next|north|of|off|on|only|out|over|quickly|since|so|some|south|than|that|the|their|them|then|there|these|this|"
    r"those|two|three|four|five|six|seven|eight|nine|ten|several|many|dozens|through|to|together|towards|under|until|up|upon|west|what|when|while|who|with|without)\b|[a-z]{1,12}(?:ly|ing)\b)"
    r"[a-z]{3,20}\b"
)
_NEW_SUBJECT = re.compile(r"(?:\A|\b(?:said|that|and)\s|,\s)\W{0,3}(?:[Aa]n?|[Aa]nother)\s[^,;]{3,60}\Z")
_SPEAKER = re.compile(
    r"\b(?:adviser|advisor|aide|ambassador|commander|delegation|deputy|diplomat|envoy|general|lawmaker|minister|official|"
    r"president|senator|source|spokes(?:man|person|woman))\s(?:[a-z]{2,14}\s){0,2}\Z"
)
"""Who acts, at the end of such a subject: no thing that is made ("an Omani official responded")."""
_ARRIVES = frozenset({"arrive", "disembark", "land", "touch down"})
_HOMES = frozenset({"capital", "name", "place"})
_TO = re.compile(r"\s(?:back\s|home\s){0,2}(?:at|in|to)\s(?:the\s)?(?:capital\s(?:of\s)?)?")
"""Between one's coming and where one comes to."""
_BACK = re.compile(r"(?:[\w'’]{1,10}\s){0,4}?back\s(?:at|in|to)\s(?=(?:the\s)?[A-Z])")
_SEES = frozenset({"address", "attend", "meet", "meet with", "speak to", "talk to"})
_OWN_PEOPLE = re.compile(
    r"\s(?:[a-z-]{3,12}\s){0,2}(?:business(?:es|men|people)|communit(?:ies|y)|companies|compatriots|contractors|diaspora|"
    r"entrepreneurs|executives|expatriates|firms|investors|nationals|residents|soldiers|students|troops|workers)\b"
)
_SERVE = frozenset({"person", "institution", "parliament", "place"})
"""Kinds of actors with whom a state deals at home."""
_LAID_OPEN = frozenset(
    {"announce", "approve", "pass", "present", "propose", "put forward", "submit", "table", "unveil"}
)
_DAY_BEHIND = re.compile(r"\s(?:(?:earlier|late|early)\s)?(?:in|last|on|this|yesterday)\b")
"""Verbs that with a day right behind them only describe what stands ahead ("the budget announced on Monday")."""
REACH = 700
"""Characters around a trigger beyond which nobody takes part; longer sentences are lists or no sentences."""
_WHAT_IT = re.compile(
    r",?\s(?:that|which)\s(?:the\s(?:country|government|kingdom|nation|republic|state)|he|it|she|they)\s"
)
"""Where a relative clause opens whose object is what it describes ("the reform that the country launched in")."""
_DESCRIBED = 50
"""Characters ahead of a relative clause that it describes."""
_WORDS = WordCutter(re.compile(r"[^\W\d_](?:[^\W\d_]|-)*"))


@value(frozen=False, slots=True)
class Act:
    """What a trigger tells in its clause."""

    trigger: Trigger
    whole: str
    """The sentence."""
    frame: Frame
    acting: Sequence[Actor]
    """The actors of the sentence who act, or are acted upon."""
    scenes: Sequence[Actor]
    """Those of the clause that only say where."""
    subjects: Sequence[str]
    """The states that act in the clause, or whose act it borrows."""
    named: Sequence[Actor] = ()
    """All whom the sentence names, in whatever part."""
    _vocabulary: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    _matter: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    _beside: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def words(self) -> str:
        """The words of its clause."""
        return self.whole[self.frame.low : self.frame.high]

    @property
    def own_words(self) -> str:
        """The words of its clause, the main clause left out that it hangs on where it has a subject of its own ("the
        two leaders' first meeting since Granger won")."""
        low = self.frame.low
        for found in reversed(list(_HANGS.finditer(self.whole, low, self.trigger.start))):
            if any(found.end() <= actor.start < self.trigger.start for actor in self.acting):
                return self.whole[found.start() : self.frame.high]
        return self.words

    @property
    def sentence(self) -> str:
        """The words of its sentence."""
        return self.whole[max(0, self.trigger.start - REACH) :]

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words of the clause in lower case, those that a relative clause describes included."""
        if self._vocabulary is None:
            low = self.frame.low
            described = self.whole[max(0, low - _DESCRIBED) : low] if self.frame.relative else ""
            self._vocabulary = _words(described + self.words)
        return self._vocabulary

    @property
    def matter(self) -> frozenset[str]:
        """The words that tell what the act is about: those behind an active verb, all of the clause else."""
        if self._matter is None:
            about = self.whole[self.trigger.end : self.frame.high] if self._active else self.words
            if self._active and _WHAT_IT.match(self.frame.opening):
                about = self.whole[max(0, self.frame.low - _DESCRIBED) : self.frame.low] + about
            self._matter = _words(about)
        return self._matter

    @property
    def own(self) -> bool:
        """True where what the verb acts on is the subject's own ("closed its borders")."""
        return _OWN.match(self.whole, self.trigger.end) is not None

    @property
    def given(self) -> bool:
        """True where a pronoun behind the verb says to whom or whom ("offered it")."""
        return _PRONOUN.match(self.whole, self.trigger.end) is not None

    @property
    def within(self) -> bool:
        """True where those who act and those acted upon serve one state, and for one who is back."""
        if self.trigger.event_type == "CONSULT" and (self._is_back or self._sees_its_own):
            return True
        if not self._active or self.matter & party_words("envoy"):
            return False
        inside = self._inside
        if self.trigger.lemma in _ARRIVES and self._comes_home(inside):
            return True
        served = [actor for actor in inside if actor.start > self.trigger.end and actor.kind in _SERVE]
        if not served or len({*self.subjects, *self.placed, *[actor.code for actor in inside]}) != 1:
            return False
        return _acts_at_home(self.trigger, [*inside, *self.scenes], served)

    @property
    def subject(self) -> bool:
        """True where the clause has or borrows a subject that is a state's."""
        return bool(self.subjects)

    @property
    def led(self) -> bool:
        """True where who leads the state, or serves it, acts in person."""
        ahead = [a for a in self.acting if self.frame.low <= a.start < self.frame.subject_end]
        return any(a.kind == "person" for a in ahead) or not party_words("office").isdisjoint(
            words_of(self.frame.opening)
        )

    @property
    def organ(self) -> bool:
        """True where a parliament or court acts."""
        start = self.trigger.start
        if self._organ_between(self.frame.low, start):
            return True
        return any(actor.kind == "parliament" and actor.start < start for actor in self._inside)

    @property
    def law(self) -> bool:
        """True where police or courts of a state act."""
        if _LAW_WORDS.isdisjoint(words_of(self.whole)) or any(map(is_body, self.subjects)):
            return False
        if self.trigger.passive and _BY_LAW.search(self.whole, self.trigger.end, self.frame.high):
            return True
        return _LAW.search(self.whole, self.frame.low, self.trigger.start) is not None

    @property
    def heard(self) -> bool:
        """True where a parliament or cabinet is spoken to."""
        return self._organ_between(self.trigger.end, self.frame.high)

    @property
    def made(self) -> bool:
        """True where a thing is made, opened or chosen that is new in the text ("a refinery", "its first school")."""
        start, end = self.trigger.start, self.trigger.end
        if _NEW_OBJECT.match(self.whole, end) is not None:
            return True
        opening = self.whole[self.frame.low : start]
        return _NEW_SUBJECT.search(opening) is not None and _SPEAKER.search(opening) is None

    @property
    def matters(self) -> bool:
        """True where the verb has an object that is neither known nor counted ("legalised cannabis")."""
        return _BARE_OBJECT.match(self.whole, self.trigger.end) is not None

    @property
    def people(self) -> bool:
        """True where a people act, not their state ("Jordanians protested")."""
        start = self.trigger.start
        return any(a.kind == "demonym" and a.text.endswith("s") and a.start < start for a in self._inside)

    @property
    def around(self) -> tuple[str, ...]:
        """States that act in the sentence, clauses left out that share no parties with this one."""
        return tuple([actor.code for actor in self.acting if not _is_apart(self.whole, actor, self.frame)])

    @property
    def beside(self) -> tuple[str, ...]:
        """States that act elsewhere in the sentence."""
        if self._beside is None:
            self._beside = tuple([actor.code for actor in self.acting if _is_beside(self.whole, actor, self.frame)])
        return self._beside

    @property
    def placed(self) -> tuple[str, ...]:
        """States named as the scene."""
        return tuple([actor.code for actor in self.scenes])

    def _organ_between(self, start: int, end: int) -> bool:
        if _ORGAN_WORDS.isdisjoint(words_of(self.whole)):
            return False
        return _ORGAN.search(self.whole, start, end) is not None

    def _comes_home(self, inside: Sequence[Actor]) -> bool:
        """True for one who comes to a place of his own state, no other being named."""
        goal = next((actor for actor in inside if actor.start > self.trigger.end), None)
        if goal is None or goal.kind not in _HOMES or not _TO.fullmatch(self.whole, self.trigger.end, goal.start):
            return False
        return {actor.code for actor in self.acting} == set(self.subjects) == {goal.code}

    @property
    def _is_back(self) -> bool:
        """True for one who is back at a place of his own, none else being named."""
        trigger = self.trigger
        if trigger.pos != "verb" or _BACK.match(self.whole, trigger.start) is None:
            return False
        return {actor.code for actor in self.acting} == set(self.subjects) != set()

    @property
    def _names_only_own(self) -> bool:
        """True where behind the trigger no other than the subjects is named as acting."""
        return all(a.code in self.subjects for a in self.acting if a.start >= self.trigger.end)

    @property
    def _sees_its_own(self) -> bool:
        """True for one who meets his own people, be it abroad ("will meet Omani students in Lima")."""
        trigger = self.trigger
        if trigger.pos != "verb" or trigger.passive or trigger.lemma not in _SEES or not self._names_only_own:
            return False
        own = [a for a in self._inside if a.start > trigger.end and a.kind == "demonym"]
        return bool(own) and all(
            self.whole.endswith("expatriate ", 0, a.start) or _OWN_PEOPLE.match(self.whole, a.end) for a in own
        )

    @property
    def _active(self) -> bool:
        trigger = self.trigger
        if trigger.pos != "verb" or trigger.passive or trigger.lemma in word_class("begins"):
            return False
        return trigger.lemma not in _LAID_OPEN or _DAY_BEHIND.match(self.whole, trigger.end) is None

    @property
    def _inside(self) -> list[Actor]:
        low, high = self.frame.low, self.frame.high
        return [actor for actor in self.acting if low <= actor.start < high]


def _words(text: str) -> frozenset[str]:
    """The words of `text` in lower case; "to deal with" is no deal, a foreign minister no stranger."""
    lowered = text.casefold().replace(" deal with ", " ")
    if "foreign " in lowered:
        lowered = _FOREIGN_OFFICE.sub(" ", lowered)
    return frozenset(_WORDS.words(lowered))


def _acts_at_home(trigger: Trigger, inside: Sequence[Actor], served: Sequence[Actor]) -> bool:
    """True where the clause names its subject before the verb and does not tell of one who comes home."""
    if all(actor.kind == "place" for actor in served) and trigger.lemma not in party_words("home_trip"):
        return False
    return any(actor.start < trigger.start for actor in inside)


def _is_apart(sentence: str, actor: Actor, frame: Frame) -> bool:
    """True for an actor of a clause that this one does not hang on."""
    start, end = (actor.end, frame.low + 6) if actor.end <= frame.low else (frame.high - 1, actor.start)
    return _APART.search(sentence[start:end]) is not None


def _is_beside(sentence: str, actor: Actor, frame: Frame) -> bool:
    """True for an actor of another clause that this one hangs on."""
    if frame.resumed and frame.apart <= actor.start < frame.low:
        return False
    if actor.end <= frame.low:
        return _APART.search(sentence[actor.end : frame.low + 6]) is None
    if frame.relative and not frame.resumed and _GOES_ON.search(sentence, frame.high, actor.start):
        return False
    if actor.start < frame.high or (frame.until is not None and actor.start >= frame.until):
        return False
    between = sentence[frame.high : actor.start]
    if _APART.search(between) is not None:
        return False
    return _MEANWHILE.match(between) is None or _MET_WITH.match(between) is not None
