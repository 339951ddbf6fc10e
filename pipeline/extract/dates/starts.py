"""The first words of calendar expressions, and where a text has them. Only there are the families tried: a text is
walked once, word by word, and not once for every pattern."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.dates import feasts, fiscal
from pipeline.extract.dates.words import values

_TOKEN = re.compile(r"[A-Za-z]+|\d+|['’](?=\d0s)")
_QUOTES = "'’"
_UNITS = frozenset(
    (
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
    )
)


def _first_words(forms: Sequence[str]) -> str:
    return " ".join(found.group() for form in forms if (found := _TOKEN.match(form)))


STARTS: dict[str, str] = {
    "compare": "same corresponding comparable equivalent like",
    "day_word": "yesterday today tomorrow tonight",
    "decade": _first_words(tuple(values("decade"))),
    "fiscal": "fiscal financial fy",
    "holiday": _first_words(tuple(feasts.RULES)),
    "iranian": "iranian persian solar",
    "iranian_month": _first_words(tuple(fiscal.MONTHS)),
    "letter": "q h",
    "month": _first_words(tuple(values("month"))),
    "number": _first_words(tuple(values("number"))) + " half",
    "ordinal": _first_words([form for form in values("ordinal") if form[0].isalpha()]) + " final latter",
    "season": _first_words(tuple(values("season"))),
    "section": "early mid late very beginning start middle end close outset first final last closing opening",
    "shift": "last next this that previous preceding following coming current ongoing same past",
    "spelled": "nineteen twenty eighteen",
    "the": "the",
    "unit": "day week year",
    "weekday": _first_words(tuple(values("weekday"))),
    "when": "earlier later elsewhere",
}
"""A kind of first word to the words, in small letters. Figures are `digits2` (one or two), `digits3` and `digits4`, an
apostrophe before them is `quote`."""
_FOLLOWING: dict[str, frozenset[str]] = {
    "a": _UNITS,
    "an": _UNITS,
    "that": _UNITS | frozenset(f"{STARTS['month']} {STARTS['season']}".lower().split()),
    "the": _UNITS
    | {"full", "latest", *_QUOTES}
    | frozenset(
        word
        for kind in ("compare", "decade", "fiscal", "iranian", "ordinal", "season", "section", "shift")
        for word in STARTS[kind].split()
    ),
}
"""Words so common that what follows is looked at before anything is tried."""


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
            for word in STARTS.get(kind, "").lower().split():
                words.setdefault(word, set()).update(families)
        figures = {length: by_kind.get(f"digits{length}", set()) for length in (2, 3, 4)}
        figures[1] = figures[2]
        with_the = by_kind.get("the", set())
        alone = {family for family in with_the if kinds[family].split() == ["the"]}
        quotes = by_kind.get("quote", set())
        self._words = {word: tuple(sorted(found)) for word, found in words.items()}
        self._words.update(dict.fromkeys(_QUOTES, tuple(sorted(quotes))))
        self._figures = {length: tuple(sorted(found)) for length, found in figures.items()}
        self._the_words = {
            word: tuple(sorted(alone | (with_the & (quotes if word in _QUOTES else words.get(word, set())))))
            for word in _FOLLOWING["the"]
        }
        self._the_figures = {length: tuple(sorted(alone | (with_the & found))) for length, found in figures.items()}

    def places(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Offsets of `text` at which an expression may begin, in order, each with the families that may."""
        waiting: tuple[int, str] | None = None
        for match in _TOKEN.finditer(text):
            word = match.group().lower()
            figure = word[0].isdigit()
            if waiting is not None:
                at, before = waiting
                waiting = None
                if before != "the":
                    behind = self._words[before] if word in _FOLLOWING[before] else ()
                else:
                    behind = self._the_figures.get(len(word), ()) if figure else self._the_words.get(word, ())
                if behind:
                    yield at, behind
            found = self._figures.get(len(word)) if figure else self._words.get(word)
            if not found:
                continue
            if word in _FOLLOWING:
                waiting = (match.start(), word)
            else:
                yield match.start(), found
