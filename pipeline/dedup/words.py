"""The words of a paragraph as comparison sees them: each in one canonical spelling, with what it decides.

What the words are made of stands in lexicon files: same_words.csv (wordings that say the same), passing_words.csv
(words that come and go), polarity.csv (words that a statement turns on), with the calendar, number words and media.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import xxhash

from pipeline.dedup.normal import plain
from pipeline.lexicon.table import rows

BINDING_AXES = frozenset(
    {"negation", "direction", "modality", "status", "consent", "flow", "degree", "quantity", "unit"}
)
"""Axes of polarity.csv whose words are part of a paragraph's fact key; the other axes are left to the guard."""

_WORD = r"[^\W\d_]{1,60}(?:'[^\W\d_]{1,20}){0,2}"
_NUMBER = r"(?:(?<![\w.])\.)?\d{1,40}(?:[.,:/]\d{1,40}){0,12}(?:st|nd|rd|th)?"
_BREAK = r"[.!:;](?=[\"')\]]{0,3}(?:\s|$))|\""
_MINUS = r"(?<![\w.)\]%'\"])-(?=[^\w\s]?\.?\d)"
_SIGN = r"[^\w\s.,;:!'\"()\[\]{}/\\|*•·▪■●◆▲►※…¶†‡-]"
_TOKEN = re.compile(rf"US\$|(?:[A-Z]\.){{1,6}}|{_WORD}|{_NUMBER}|{_BREAK}|{_MINUS}|{_SIGN}")
_MOST_ENTRIES = 1 << 18
"""Distinct tokens to remember: a wire archive's vocabulary, numbers and misspellings included."""
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,40})?")
_BREAKS = frozenset('.!:;"')


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a paragraph."""

    surface: str
    """As the plain text has it."""
    canonical: str
    """The spelling that it is compared by: equal for two words that say the same."""
    kind: str
    """`number` `scale` `date` `question`, an axis of polarity.csv, `name`, `medium`, `passing`, or `word`."""
    is_fact: bool
    """Whether it belongs to the paragraph's fact key."""
    digest: int
    """xxh3 of `canonical`, 64 bits."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A wording of several tokens, the first left out, and the words that it stands for."""

    rest: tuple[str, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one token can mean: its own words, and the phrases that it may open, longest first."""

    words: tuple[Word, ...]
    phrases: tuple[_Phrase, ...]


def read_words(text: str) -> tuple[Word, ...]:
    """The words of `text`, which is in plain form (`normal.plain`), in order; equal words are one object."""
    tokens = _TOKEN.findall(text)
    words: list[Word] = []
    initial, at = True, 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token in _BREAKS:
            initial = True
            continue
        entry = _entry(token, initial)
        initial = False
        phrase = _phrase_at(tokens, at, entry.phrases) if entry.phrases else None
        if phrase:
            at += len(phrase.rest)
        words += phrase.words if phrase else entry.words
    return tuple(words)


def _phrase_at(tokens: list[str], at: int, phrases: tuple[_Phrase, ...]) -> _Phrase | None:
    """The longest of `phrases` that goes on at `at`."""
    for phrase in phrases:
        if tuple(map(_unstopped, tokens[at : at + len(phrase.rest)])) == phrase.rest:
            return phrase
    return None


@lru_cache(maxsize=_MOST_ENTRIES)
def bare(word: str) -> str:
    """`word` without case, accents, apostrophes and full stops."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in decomposed if letter not in "'." and not unicodedata.combining(letter))


@lru_cache(maxsize=_MOST_ENTRIES)
def _entry(token: str, initial: bool) -> _Entry:
    """What `token` can mean; `initial` where a sentence or a quotation begins with it: its capital says nothing."""
    token = _unstopped(token)
    small = token.lower() if initial else token
    phrases = _phrases().get(token, ()) + (_phrases().get(small, ()) if small != token else ())
    meant = _single_words().get(token) or _single_words().get(small)
    words = tuple(_word(word, False) for word in meant) if meant else (_word(token, initial),)
    return _Entry(words, phrases)


def _unstopped(token: str) -> str:
    """An abbreviation without its full stops: "U.S." is "US"."""
    return token.replace(".", "") if token[0].isupper() else token


def _word(token: str, initial: bool) -> Word:
    small = token.casefold()
    kind, canonical, is_fact = "word", bare(token), False
    is_name = token[0].isupper() and not initial
    if token.lstrip(".")[:1].isdigit() or small in _numbers():
        kind, canonical, is_fact = "number", "#" + _numbers().get(small, _digits(small)), True
    elif token in _calendar():
        kind, canonical, is_fact = "date", "@" + _calendar()[token], True
    elif small in _scales():
        kind, canonical, is_fact = "scale", "scale:" + _scales()[small], True
    elif small in _polarity():
        axis, pole = _polarity()[small]
        kind, canonical, is_fact = ("name" if is_name else axis), f"{axis}:{pole}", axis in BINDING_AXES
    elif not token[0].isalpha():
        kind, canonical, is_fact = _sign(token)
    elif token in _honorifics() or (small in _passing() and not is_name):
        kind = "passing"
    elif token[0].isupper():
        kind = "name"
    return _interned(token, canonical, kind, is_fact)


@lru_cache(maxsize=_MOST_ENTRIES)
def _interned(surface: str, canonical: str, kind: str, is_fact: bool) -> Word:
    return Word(surface, canonical, kind, is_fact, xxhash.xxh3_64_intdigest(canonical.encode("utf-8", "surrogatepass")))


def _digits(number: str) -> str:
    if number.startswith("."):
        return "0" + number
    return number.replace(",", "") if _THOUSANDS.fullmatch(number) else number


def _sign(token: str) -> tuple[str, str, bool]:
    if token == "?":
        return "question", "?", True
    return ("unit", token, True) if unicodedata.category(token[0]) == "Sc" else ("number", "#" + token, True)


@cache
def _numbers() -> dict[str, str]:
    return {row["form"]: row["value"] for row in rows("number_words") if row["kind"] in {"unit", "tens"}}


@cache
def _scales() -> dict[str, str]:
    kinds = {"magnitude", "abbreviation", "hundred"}
    plural = {"vague": "many "}
    return {
        row["form"]: plural.get(row["kind"], "") + row["value"]
        for row in rows("number_words")
        if row["kind"] in kinds | set(plural)
    }


@cache
def _calendar() -> dict[str, str]:
    """Month and weekday names with their capitals: "Sept" and "September" are one word, the verb "may" is none."""
    return {
        row["form"].rstrip("."): f"{row['kind']} {row['value']}"
        for row in rows("calendar")
        if row["kind"] in {"month", "weekday"} and row["form"][0].isupper()
    }


@cache
def _polarity() -> dict[str, tuple[str, str]]:
    return {row["form"]: (row["axis"], row["pole"]) for row in rows("polarity")}


@cache
def _passing() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("passing_words") if row["kind"] != "honorific")


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("passing_words") if row["kind"] == "honorific")


def _tokens(form: str) -> tuple[str, ...]:
    return tuple(_unstopped(token) for token in _TOKEN.findall(plain(form)) if token not in _BREAKS)


@cache
def _single_words() -> dict[str, tuple[str, ...]]:
    """Wordings of one token, with the tokens that they stand for."""
    forms = ((_tokens(row["form"]), _tokens(row["means"])) for row in rows("same_words"))
    return {form[0]: means for form, means in forms if len(form) == 1}


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Wordings of several tokens and names of media, by their first token, longest first."""
    found: dict[str, list[_Phrase]] = {}
    for row in rows("same_words"):
        form = _tokens(row["form"])
        if len(form) > 1:
            words = tuple(_word(token, False) for token in _tokens(row["means"]))
            found.setdefault(form[0], []).append(_Phrase(form[1:], words))
    for row in rows("media"):
        form = _tokens(row["form"])
        if row["kind"] == "agency":
            medium = _interned(row["form"], "medium " + row["name"], "medium", False)
            found.setdefault(form[0], []).append(_Phrase(form[1:], (medium,)))
    order = {
        token: sorted(phrases, key=lambda phrase: (-len(phrase.rest), phrase.rest)) for token, phrases in found.items()
    }
    return {token: tuple(phrases) for token, phrases in order.items()}
