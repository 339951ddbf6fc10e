"""The first words of calendar expressions, and where a text has them. Only there are the families tried: a text is
walked once, word by word, and not once for every pattern."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from pipeline.extract.dates import feasts, fiscal
from pipeline.extract.dates.words import values
from pipeline.text.chunks import Known, Sought, placed_chunks

_TOKEN = re.compile(r"([a-z]+|\d+|['’](?=\d0s))")
_QUOTES = "'’"
_DIGITS = frozenset("0123456789")


def _first_words(forms: Iterable[str]) -> str:
    return " ".join(found.group() for form in forms if (found := _TOKEN.match(form.lower())))


STARTS: dict[str, str] = {
    "compare": "same corresponding comparable equivalent like matching identical similar",
    "day_word": "yesterday today tomorrow tonight",
    "decade": _first_words(values("decade")),
    "fiscal": "fiscal financial fy",
    "holiday": _first_words(feasts.RULES),
    "iranian": "iranian persian solar",
    "iranian_month": _first_words(fiscal.MONTHS),
    "letter": "q h",
    "month": _first_words(values("month")),
    "number": _first_words(values("number")) + " half",
    "ordinal": _first_words(form for form in values("ordinal") if form[0].isalpha()) + " final latter opening initial",
    "season": _first_words(values("season")),
    "section": "early mid late very beginning start middle end close outset first final last closing opening",
    "shift": "last next this that previous preceding following coming current ongoing same past",
    "spelled": "nineteen twenty eighteen",
    "the": "the",
    "unit": "day week year",
    "weekday": _first_words(values("weekday")),
    "when": "earlier later elsewhere",
}
"""A kind of first word to the words, in small letters. An apostrophe before figures is `quote`."""
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_UNITS = frozenset(
    {
        "day",
        "days",
        "week",
        "weekend",
        "fortnight",
        "month",
        "months",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
        "couple",
    }
)


def _words(*kinds: str) -> frozenset[str]:
    return frozenset(word for kind in kinds for word in STARTS[kind].split())


def _later_words(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(token for form in forms for token in _TOKEN.findall(form.lower())[1:])


BEHIND: dict[str, frozenset[str]] = {
    "counted": _words("ordinal") | {"#"},
    "day": _ENDINGS | _words("month") | {"#", "of", "to", "through", "until", "till", "thru", "and"},
    "figure": frozenset({"#"}),
    "half": frozenset({"first", "second"}),
    "fiscal": _words("fiscal"),
    "many": frozenset({"four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}),
    "months": frozenset({"months"}),
    "nth": _ENDINGS,
    "period": frozenset({"quarter", "half", "full", "latest"}),
    "pointed": frozenset({"said", "mentioned", "aforementioned", "aforesaid"}),
    "part": frozenset({"first", "second", "third", "fourth", "last", "final", "latter"}),
    "tens": frozenset({"s"}),
    "unit": _UNITS | {"weeks", "years", "decades", "centuries", "morning", "afternoon", "evening"},
}
"""Figures begin expressions as `digits2` (one or two), `digits3` and `digits4`; `digits2:day` and `the:period` only
where a word of this kind is next. "#" stands for a figure."""
_NEXT_TO_WORDS = (
    _words("month", "weekday", "season", "holiday", "number", "ordinal", "section", "shift", "fiscal", "iranian")
    | _UNITS
    | {"#", "a", "of", "calendar", "days", "weeks", "quarters", "years", "decades", "centuries", "period", "time"}
    | {"night", "morning", "afternoon", "evening"}
    | _later_words([*values("number"), *values("ordinal"), *feasts.RULES])
)
_NEXT: dict[str, frozenset[str]] = {
    **dict.fromkeys(_words("number", "ordinal", "section", "shift"), _NEXT_TO_WORDS),
    "a": _UNITS,
    "an": _UNITS,
    "day": frozenset({"before", "after"}) | _later_words(feasts.RULES),
    "that": _UNITS | _words("month", "season") | {"night", "morning", "afternoon", "evening"},
    "the": _UNITS
    | BEHIND["many"]
    | BEHIND["pointed"]
    | {"full", "latest", "morning", "afternoon", "evening", *_QUOTES}
    | _words("compare", "decade", "fiscal", "iranian", "month", "ordinal", "season", "section", "shift"),
    "week": frozenset({"of", "beginning", "starting", "commencing"}),
    "year": frozenset({"ago", "earlier", "end"}),
}
"""Words that more often begin something else: what is next is looked at before anything is tried."""

Families = tuple[int, ...]
_Head = tuple[int, str, Families | None]
"""A word that may begin an expression: its offset in its chunk, itself, and the families that may begin there; None
where the word behind it decides, and stands in another chunk."""


def _first_word(chunk: str) -> str:
    """The first word of a chunk, "" where it has none."""
    found = _TOKEN.search(_lowered(chunk))
    return found.group() if found else ""


_FIRST = Known(_first_word)


class Starts:
    """Says which families may begin at which places of a text."""

    def __init__(self, kinds: Sequence[str]) -> None:
        """`kinds`: for every family the kinds of `STARTS` with which its expressions begin, parted by spaces."""
        by_kind: dict[str, set[int]] = {}
        for family, names in enumerate(kinds):
            for name in names.split():
                by_kind.setdefault(name, set()).add(family)
        words: dict[str, set[int]] = {}
        for kind, families in by_kind.items():
            for word in STARTS.get(kind, "").split():
                words.setdefault(word, set()).update(families)
        words.update(dict.fromkeys(_QUOTES, by_kind.get("quote", set())))
        self._plain = {word: tuple(sorted(found)) for word, found in words.items() if word not in _NEXT}
        self._pairs = {
            word: dict.fromkeys(_NEXT[word], tuple(sorted(found))) for word, found in words.items() if word in _NEXT
        }
        figures = {length: _behind(by_kind, f"digits{max(length, 2)}") for length in (1, 2, 3, 4)}
        with_the, the = by_kind.get("the", set()), _behind(by_kind, "the")
        self._pairs["the"] = {
            word: tuple(sorted(the.get(word, set()) - with_the | (with_the & words.get(word, set()))))
            for word in _NEXT["the"]
        }
        self._the_figures = {
            length: tuple(sorted(the["#"] - with_the | (with_the & set().union(*found.values()))))
            for length, found in figures.items()
        }
        self._figures = {
            length: {word: tuple(sorted(families)) for word, families in found.items()}
            for length, found in figures.items()
        }
        self._heads = self._plain.keys() | self._pairs.keys()
        self._sought = Sought(self._read)

    def places(self, text: str) -> list[tuple[int, Families]]:
        """Offsets of `text` at which an expression may begin, in order, each with the families that may."""
        chunks, starts = placed_chunks(text)
        found: list[tuple[int, Families]] = []
        for at, heads in self._sought.places(text):
            for offset, word, known in heads:
                families = self._at(word, _word_behind(chunks, at)) if known is None else known
                if families:
                    found.append((starts[at] + offset, families))
        return found

    def _read(self, chunk: str) -> tuple[_Head, ...]:
        """The words of a chunk that may begin an expression."""
        parts = _TOKEN.split(_lowered(chunk))
        starts = list(accumulate(map(len, parts)))[::2]
        words = parts[1::2]
        found: list[_Head] = []
        for start, word, following in zip(starts, words, [*words[1:], None], strict=False):
            if word in self._heads or word[0] in _DIGITS:
                decided = following is not None or word in self._plain
                families = self._at(word, following or " ") if decided else None
                if families != ():
                    found.append((start, word, families))
        return tuple(found)

    def _at(self, word: str, following: str) -> Families:
        """The families that may begin with `word` ahead of `following`."""
        plain = self._plain.get(word)
        if plain is not None:
            return plain
        figure = following[0] in _DIGITS
        pairs = self._pairs.get(word)
        if pairs is None:
            behind = self._figures.get(len(word), {})
            return behind.get("#" if figure else following, behind.get("", ()))
        if figure and word == "the":
            return self._the_figures.get(len(following), ())
        return pairs.get("#" if figure else following, ())


def _behind(by_kind: Mapping[str, set[int]], start: str) -> dict[str, set[int]]:
    """The families that begin with what `start` stands for, by the word behind it; "" stands for any other."""
    always = by_kind.get(start, set())
    found: dict[str, set[int]] = {"": set(always)}
    for kind, words in BEHIND.items():
        for word in words:
            found.setdefault(word, set(always)).update(by_kind.get(f"{start}:{kind}", ()))
    return found


def _word_behind(chunks: Sequence[str], at: int) -> str:
    """The first word behind the chunk at `at`, a blank where none is."""
    for behind in range(at + 1, len(chunks)):
        word = _FIRST[chunks[behind]]
        if word:
            return word
    return " "


def _lowered(text: str) -> str:
    """`text` in small letters, every one at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)
