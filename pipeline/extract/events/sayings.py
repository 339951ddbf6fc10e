"""Who says what on a day: the verb of saying, the words of its speaker, and where what is said stands, ahead of it or
behind.

Whether saying it is an act is `wishes`' business.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.inflection import finite_words
from pipeline.values import value

SAID_WORDS = frozenset(
    {"saying", "said", "stated", "stressed", "reiterated", "added", "declared", "told",
     "affirmed", "argued", "asserted", "commented", "emphasised", "emphasized", "insisted", "maintained", "noted",
     "posted", "remarked", "replied", "responded", "tweeted", "underlined", "underscored", "wrote"}
)  # fmt: skip
"""A sentence without any of these says nothing."""
_SAID = rf"(?P<said>{'|'.join(sorted(SAID_WORDS))})"
_WORD = (
    r"(?:\s(?!that\b|will\b|would\b|and\b|but\b|had\b|was\b|were\b|to\s(?![A-Z])|it\b|he\b|she\b|they\b|we\b)"
    r"[\w'’.()-]{1,24},?)"
)
_AHEAD = re.compile(
    rf"\b{_SAID}(?P<between>{_WORD}{{0,14}}?)\s(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?(?:late\s|early\s)?\Z"
)
"""The saying ahead of its day ("said in Riga on Monday that …", "said the minister on Monday")."""
_TO_WHOM = (
    r"(?:\s(?!that\b|it\b|he\b|she\b|they\b|to\b)[\w'’.-]{1,20}){0,5}?"
    r"(?:\s(?:in\san?\s(?:[a-z]{3,12}\s)?[a-z]{4,12}|here|there(?!\s(?:are|had|has|is|was|were|will|would)\b)|in\s[A-Z]\w{2,20}))?"
)
_PART = re.compile(r"\s(?:morning|afternoon|evening|night)\b")
"""Of the day."""
_QUOTED = re.compile(r"(?:(?:was|were)\squoted(?:\sby\s[^,;]{2,40}?)?|quoted\s(?P<speaker>[^,;]{3,80}))\sas\s\Z")
"""Ahead of "saying": who is quoted, behind the word or ahead of it."""
_BEHIND = re.compile(rf"\s(?:also\s)?{_SAID}{_TO_WHOM}(?=,?\s(?:that\s)?)")
"""The saying right behind its day ("Chad on Monday said it …")."""
_ON = re.compile(r"\s(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?\Z")
_OPENS = re.compile(
    r"\W{0,3}(?:(?:(?:Again|Also|And|But|Early|Earlier|In|Just|Late|Later|Meanwhile,?|On|Only|early|earlier|in|late|later|on)\s){0,4}|"
    r"(?:At|During|In)\s(?:an?|her|his|its|the|their)\s(?:[\w-]{3,14}\s){0,3}?"
    r"(?:address|briefing|conference|interview|letter|message|post|speech|statement)\s(?:[a-z]{2,4}\s[\w ]{2,40}?\s)?"
    r"(?:(?:early|earlier|in|late|later|on|this)\s){0,2}|"
    r"(?:Addressing|Answering|Appearing|Asked|Speaking|Talking|Writing)\s[^,;:\"“”]{2,90}\s(?:(?:early|earlier|in|late|later|on)\s){0,2})"
)
"""Ahead of a day that opens the sentence, or of that on which its speaker spoke ("Speaking in Riga on Monday, …")."""
_OPENED = re.compile(
    rf",?(?P<speaker>(?:\s(?!that\b|when\b|after\b|before\b|while\b)[\w'’.-]{{1,24}},?){{1,14}}?)\s(?:also\s|had\s)?{_SAID}{_TO_WHOM}(?=\s)"
)
"""Speaker and saying behind a day that opens the sentence."""
_AT_PLACE = re.compile(
    r"(?:\s(?:here|there(?!\s(?:are|had|has|is|was|were|will|would)\b)))?(?:\s(?:at|in|after|during|before|while|when|following|ahead\sof)\s[^;:.]{3,100}?(?=\sthat\s|,\s|[;:.]|\Z))?,?\s?"
)
"""Behind the day: the occasion, at which what is said may go on."""
_COMMA = re.compile(r",[\"”]?\s|[\"”]\s")
_RESTS = re.compile(
    r"[.\"”)]*\s?\Z|,?\s(?:(?:days|hours|just|minutes|shortly|soon)\s)?(?:after|ahead\sof|as|at|before|during|following|in|on|when|while)\s|,\s(?!that\b|the\b|it\b|he\b|she\b|they\b)"
)
_THAT = re.compile(r"(?:[,\s]{0,2}that\s)?")
_WHOM_THAT = re.compile(r"\s(?!that\b)(?:[\w'’.-]{1,20}\s){1,8}?that\s")
_ISSUED = frozenset({"broadcast", "carried", "issued", "posted", "published", "released"})
"""Behind "said in a statement": when it came out."""
_LOOK = 150
_BESIDE = 30
"""Characters at most between an official and the verb of saying."""


@value(frozen=True, slots=True)
class Saying:
    """A verb of saying with its day, and who says what."""

    start: int
    end: int
    """Span of the verb."""
    speaker: str
    """The words in which the speaker stands, last or alone."""
    low: int
    high: int
    """Span of what is said."""


def saying_of(sentence: str, start: int, end: int) -> Saying | None:
    """The saying of the day at `start`..`end`; None where it is no day of a saying."""
    behind = _BEHIND.match(sentence, end)
    if behind is not None:
        on = _ON.search(sentence, 0, start)
        return _that(sentence, behind, sentence[: on.start() if on is not None else start])
    if _OPENS.fullmatch(sentence, 0, start):
        opened = _OPENED.match(sentence, end)
        if opened is None or _tells(opened["speaker"]):
            return None
        return _that(sentence, opened, opened["speaker"])
    part = _PART.match(sentence, end)
    end = part.end() if part is not None else end
    ahead = _AHEAD.search(sentence, max(0, start - _LOOK), start)
    if ahead is None or _tells(ahead["between"]):
        return None
    return _around(sentence, ahead, end)


def _tells(words: str) -> bool:
    """True where a verb of its own stands in `words`: neither "in a recorded speech" nor "the United States"."""
    finite, helping, tokens = finite_words(), word_class("helping"), tokenize(words)
    for at, word in enumerate(tokens.lowers):
        named = tokens.upper(at) or at == 0 or tokens.lowers[at - 1] in ("a", "an", "the")
        if not named and word in finite and word not in helping and word not in _ISSUED:
            return True
    return False


def _that(sentence: str, said: re.Match[str], speaker: str) -> Saying:
    whom = _WHOM_THAT.match(sentence, said.end()) if said["said"] == "told" else None
    that = whom or _THAT.match(sentence, said.end())
    low = that.end() if that is not None else said.end()
    return Saying(said.start("said"), said.end("said"), speaker, low, len(sentence))


def _around(sentence: str, said: re.Match[str], end: int) -> Saying | None:
    """What is said behind the day, else what stands ahead of the speaker."""
    start, place = said.start("said"), _AT_PLACE.match(sentence, end)
    quoted = _QUOTED.search(sentence, max(0, start - _LOOK), start)
    if said["said"] == "saying" and quoted is None:
        return None
    behind = place.end() if place is not None else end
    if not sentence.startswith("that ", behind) and _RESTS.match(sentence, end):
        high = _end_of_said(sentence, start)
        if high:
            inverted = said["between"].strip() and not sentence[high:start].strip(' ,"”')
            speaker = said["between"] if inverted else sentence[high : quoted.start() if quoted is not None else start]
            speaker = (quoted["speaker"] if quoted is not None else None) or speaker
            return Saying(start, said.end("said"), speaker, 0, high)
    that = _THAT.match(sentence, behind)
    low = that.end() if that is not None else behind
    if low >= len(sentence) - 3:
        return None
    return Saying(start, said.end("said"), sentence[:start], low, len(sentence))


def _end_of_said(sentence: str, start: int) -> int:
    """The comma that ends what is said ahead of its speaker, 0 where none does; a speaker may stand between commas of
    its own ("…, Okello, the minister, said")."""
    high, last = 0, start
    for comma in reversed([match.start() for match in _COMMA.finditer(sentence, max(0, start - _LOOK), start)]):
        if high and not finite_words().isdisjoint(tokenize(sentence[comma:last]).lowers):
            break
        if high and not _is_apposed(sentence[comma + 1 : last].strip(' "”')):
            break
        high = last = comma
    return high


def _is_apposed(words: str) -> bool:
    """True for a name or an office between commas, and not for the last of several things."""
    return words[:1].isupper() or words.startswith(("the ", "a ", "an ", "its ", "his ", "her "))


def holds_office(said: Trigger, actors: Sequence[Actor]) -> bool:
    """True where an official stands right beside the verb of saying."""
    return any(
        actor.person is not None and (0 <= said.start - actor.end <= _BESIDE or 0 <= actor.start - said.end <= _BESIDE)
        for actor in actors
    )
