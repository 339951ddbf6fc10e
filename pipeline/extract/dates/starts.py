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
    "feast": _first_words(name for name in feasts.RULES if " " not in name),
    "fiscal": "fiscal financial fy",
    "holiday": _first_words(name for name in feasts.RULES if " " in name),
    "iranian": "iranian persian solar",
    "iranian_month": _first_words(fiscal.MONTHS),
    "iranian_year": "",
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


_NUMBERS_GO_ON = _later_words(values("number"))
_ORDINALS_GO_ON = _later_words(values("ordinal"))
_SECTIONS_GO_ON = frozenset(
    {"beginning", "close", "closing", "days", "end", "final", "first", "in", "last", "middle", "of", "opening"}
    | {"outset", "start"}
)
"""What may stand behind the first word of "late in", "the very beginning of" and "first days of"."""
_SHIFTS_GO_ON = frozenset({"past", "coming"})

BEHIND: dict[str, frozenset[str]] = {
    "a_half": frozenset({"half"}),
    "a_month": frozenset({"month"}) | _NUMBERS_GO_ON,
    "a_quarter": frozenset({"quarter"}),
    "a_unit": _UNITS | {"calendar", "night", "morning", "afternoon", "evening"},
    "counted": _words("ordinal") | {"#", "the"},
    "day": _ENDINGS | _words("month") | {"#", "of", "to", "through", "until", "till", "thru", "and"},
    "day_of": frozenset({"day", "of"}) | _ORDINALS_GO_ON,
    "figure": frozenset({"#"}),
    "figures": frozenset({"#"}) | _ENDINGS,
    "half": frozenset({"first", "second"}),
    "fiscal": _words("fiscal"),
    "many": frozenset({"four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}),
    "month": _words("month") | _ENDINGS,
    "months": frozenset({"months"}) | _NUMBERS_GO_ON,
    "named": _later_words(feasts.RULES),
    "night": frozenset({"night", "morning", "afternoon", "evening"}),
    "nth": _ENDINGS,
    "number": _words("number") | {"#"},
    "of_month": _words("month") | _SECTIONS_GO_ON,
    "of_same": _SECTIONS_GO_ON
    | {"the", "last", "this", "next", "previous", "preceding", "following", "coming", "current", "same", "that"},
    "of_time": _words("decade", "season") | _SECTIONS_GO_ON | {"#", "the", *_QUOTES},
    "of_year": frozenset({"#", "of", "in", "juche", "this", "last", "next", "the", "that", *_QUOTES}),
    "period": frozenset({"quarter", "half", "full", "latest"}),
    "pointed": frozenset({"said", "mentioned", "aforementioned", "aforesaid"}),
    "part": frozenset({"first", "second", "third", "fourth", "last", "final", "latter"}),
    "span": _words("number")
    | {"#", "period", "term", "month", "months", "quarter", "half", "week", "day", "time", "timeframe", "timespan"}
    | {"span", "stretch", "part", "interval"},
    "tens": frozenset({"s"}),
    "this_holiday": _words("feast", "holiday") | _SHIFTS_GO_ON,
    "this_month": _words("month") | _SHIFTS_GO_ON,
    "this_season": _words("season") | _SHIFTS_GO_ON | {"early", "mid", "late"},
    "this_weekday": _words("weekday") | _SHIFTS_GO_ON,
    "to_month": _words("month") | {"to", "through"},
    "unit": _UNITS | {"weeks", "years", "decades", "centuries", "morning", "afternoon", "evening"},
    "units": _UNITS | _NUMBERS_GO_ON | {"a", "weeks", "years", "decades", "centuries"},
    "week": frozenset({"week"}),
    "weekday": _words("weekday"),
    "within": frozenset({"on", "in"}),
    "year": frozenset({"year"}),
    "years": _words("fiscal", "iranian"),
}
"""What a family wants behind its first word: `month:figure` begins with a month only where a figure is next. "#" stands
for a figure. Figures begin expressions as `digits2` (one or two), `digits3`, `digits4` and, of 1300 to 1499,
`iranian_year`."""
_NEXT_TO_WORDS = (
    _words("month", "weekday", "season", "holiday", "feast", "number", "ordinal", "section", "shift")
    | _words("fiscal", "iranian")
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
_Behind = dict[str, set[int]]
"""Families by the word behind their first; "" stands for any other."""
_Head = tuple[int, tuple[str, ...], Families | None]
"""A word that may begin an expression: its offset in its chunk, itself and what the chunk has behind it, and the
families that may begin there; None where a word decides that stands in another chunk."""
_TOLD_BY = 2
"""Words behind "the" that tell what may begin there; one is enough behind others."""
_IRANIAN = 0


def _first_two(chunk: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(_lowered(chunk))[:_TOLD_BY])


_FIRST = Known(_first_two)
"""The first words of a chunk."""


class Starts:
    """Says which families may begin at which places of a text."""

    def __init__(self, kinds: Sequence[str]) -> None:
        """`kinds`: for every family the kinds of `STARTS` with which its expressions begin, parted by spaces."""
        by_kind: dict[str, set[int]] = {}
        for family, names in enumerate(kinds):
            for name in names.split():
                by_kind.setdefault(name, set()).add(family)
        figures = {sort: _figures(by_kind, sort) for sort in (1, 2, 3, 4, _IRANIAN)}
        words = {word: _merged(found) for word, found in _by_word(by_kind).items()}
        self._figures = {sort: _in_order(found) for sort, found in figures.items()}
        self._words = {word: _in_order(_restricted(word, found)) for word, found in words.items()}
        self._plain = {word: found[""] for word, found in self._words.items() if found.keys() == {""}}
        the = _behind(by_kind, "the")
        self._the = {
            word: _in_order(
                _behind_the(the.get(word, the[""]), by_kind.get("the", set()), words.get(word, {"": set()}))
            )
            for word in _NEXT["the"]
        }
        self._the_figures = {
            sort: _in_order(_behind_the(the.get("#", the[""]), by_kind.get("the", set()), found))
            for sort, found in figures.items()
        }
        self._heads = self._words.keys() | {"the"}
        self._sought = Sought(self._read)

    def places(self, text: str) -> list[tuple[int, Families]]:
        """Offsets of `text` at which an expression may begin, in order, each with the families that may."""
        chunks, starts = placed_chunks(text)
        found: list[tuple[int, Families]] = []
        for at, heads in self._sought.places(text):
            for offset, words, known in heads:
                families = self._at(words + _words_behind(chunks, at, words)) if known is None else known
                if families:
                    found.append((starts[at] + offset, families))
        return found

    def _read(self, chunk: str) -> tuple[_Head, ...]:
        """The words of a chunk that may begin an expression."""
        parts = _TOKEN.split(_lowered(chunk))
        starts = list(accumulate(map(len, parts)))[::2]
        words = parts[1::2]
        found: list[_Head] = []
        for at, word in enumerate(words):
            if word in self._heads or word[0] in _DIGITS:
                run = tuple(words[at : at + 1 + _TOLD_BY])
                decided = word in self._plain or len(run) > (_TOLD_BY if word == "the" else 1)
                families = self._at(run) if decided else None
                if families != ():
                    found.append((starts[at], run, families))
        return tuple(found)

    def _at(self, words: tuple[str, ...]) -> Families:
        """The families that may begin with the first of `words`."""
        word = words[0]
        plain = self._plain.get(word)
        if plain is not None:
            return plain
        following = words[1]
        if word == "the":
            behind = self._the_figures.get(_sort(following)) if following[0] in _DIGITS else self._the.get(following)
            following = words[2]
        else:
            behind = self._figures.get(_sort(word)) if word[0] in _DIGITS else self._words.get(word)
        if behind is None:
            return ()
        return behind.get("#" if following[0] in _DIGITS else following, behind.get("", ()))


def _sort(figures: str) -> int:
    """The length of figures; `_IRANIAN` for four that can be a year of Iran's calendar."""
    return _IRANIAN if len(figures) == 4 and figures[:2] in ("13", "14") else len(figures)


def _figures(by_kind: Mapping[str, set[int]], sort: int) -> _Behind:
    """The families that begin with figures of a sort."""
    if sort == _IRANIAN:
        return _merged([_behind(by_kind, "digits4"), _behind(by_kind, "iranian_year")])
    return _behind(by_kind, f"digits{max(sort, 2)}")


def _by_word(by_kind: Mapping[str, set[int]]) -> dict[str, list[_Behind]]:
    """The families that begin with each word, by each of the kinds that it is of."""
    found: dict[str, list[_Behind]] = {sign: [{"": by_kind.get("quote", set())}] for sign in _QUOTES}
    for kind, words in STARTS.items():
        for word in words.split() if kind != "the" else ():
            found.setdefault(word, []).append(_behind(by_kind, kind))
    return found


def _behind(by_kind: Mapping[str, set[int]], start: str) -> _Behind:
    """The families that begin with what `start` stands for, by the word behind it."""
    always = by_kind.get(start, set())
    found: _Behind = {"": set(always)}
    for kind, words in BEHIND.items():
        wanting = by_kind.get(f"{start}:{kind}")
        for word in words if wanting else ():
            found.setdefault(word, set(always)).update(wanting or ())
    return found


def _behind_the(own: set[int], with_the: set[int], word: _Behind) -> _Behind:
    """The families that begin with "the" and a word, by what is behind both: those of the two themselves, and of those
    that "the" may stand ahead of, the word's."""
    return {following: own - with_the | (with_the & families) for following, families in word.items()}


def _merged(found: Iterable[_Behind]) -> _Behind:
    """All families of `found`."""
    every = list(found)
    words = {word for behind in every for word in behind}
    return {word: set().union(*(behind.get(word, behind[""]) for behind in every)) for word in words}


def _restricted(word: str, found: _Behind) -> _Behind:
    """`found` of a word that more often begins something else, for what is looked at behind it alone."""
    if word not in _NEXT:
        return found
    return {"": set(), **{following: found.get(following, found[""]) for following in _NEXT[word]}}


def _in_order(found: _Behind) -> dict[str, Families]:
    return {word: tuple(sorted(families)) for word, families in found.items()}


def _words_behind(chunks: Sequence[str], at: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind the chunk at `at`, that ends with `words`, as far as they are asked for; blanks at the end."""
    wanted = (_TOLD_BY if words[0] == "the" else 1) + 1 - len(words)
    found: tuple[str, ...] = ()
    for behind in range(at + 1, len(chunks)):
        first = _FIRST[chunks[behind]]
        if first:
            found = found + first if found else first
            if len(found) >= wanted:
                return found
    return (*found, " ", " ")


def _lowered(text: str) -> str:
    """`text` in small letters, every one at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)
