"""The guard: whether two paragraphs that look alike say the same, decided on their aligned words, with the reason.

Every difference needs a licence of its own; one without any keeps the paragraphs apart. So likeness never decides: a
paragraph in which a number, date, name, negation, direction, unit or any other word is another one is another
statement.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.dedup.names import same_spelling
from pipeline.dedup.words import Word, bare

FREE_KINDS = frozenset({"name", "medium", "word"})
"""Kinds of words that a licence can excuse; a difference in a word of any other kind always blocks."""

_WEIGHTIEST = ("number", "date", "scale", "unit", "negation", "direction", "name", "medium")
"""What a difference of several kinds is named after, first come first."""
_REPORTING = frozenset({"said", "say", "says", "saying"})
_SHORTEST_ISE = 6
_SHORTEST_LL = 8
"""Letters from which words may differ in -ise and -ize, or in -lled and -led; "filing" and "filling" are shorter."""
_DOUBLE_L = re.compile(r"ll(?=ed$|ing$|er$|ers$)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard found."""

    same: bool
    """Whether the two say the same."""
    reason: str
    """Why: the licences of all differences ("wording", "spelling, attribution"), or the first difference without one
    ("number: 10.2 / 10.4")."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """A run of words in which two paragraphs differ; one side may be empty."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]
    before: tuple[Word, ...]
    """The words of the first paragraph before the run, nearest last."""


def judge(first: Sequence[Word], second: Sequence[Word]) -> Verdict:
    """Whether the paragraphs of the words `first` and `second` say the same; the order of the two does not matter."""
    left = tuple(word for word in first if word.kind != "passing")
    right = tuple(word for word in second if word.kind != "passing")
    reasons: list[str] = []
    for difference in _differences(left, right):
        reason = _licence(difference)
        if reason is None:
            return Verdict(False, _objection(difference))
        if reason not in reasons:
            reasons.append(reason)
    return Verdict(True, ", ".join(reasons) or "wording")


def _differences(left: tuple[Word, ...], right: tuple[Word, ...]) -> list[_Difference]:
    steps = Levenshtein.opcodes([word.canonical for word in left], [word.canonical for word in right])
    found: list[_Difference] = []
    open_run: tuple[int, int] | None = None
    for step in steps:
        if step.tag == "equal":
            if open_run:
                found.append(_run(left, right, open_run, (step.src_start, step.dest_start)))
            open_run = None
        elif open_run is None:
            open_run = (step.src_start, step.dest_start)
    if open_run:
        found.append(_run(left, right, open_run, (len(left), len(right))))
    return found


def _run(left: tuple[Word, ...], right: tuple[Word, ...], start: tuple[int, int], end: tuple[int, int]) -> _Difference:
    before = left[max(0, start[0] - 8) : start[0]]
    return _Difference(left[start[0] : end[0]], right[start[1] : end[1]], before)


def _licence(difference: _Difference) -> str | None:
    """Why the difference changes no fact, None if it may."""
    if any(word.kind not in FREE_KINDS for word in difference.first + difference.second):
        return None
    if difference.first and difference.second:
        return _replacement(difference)
    added = difference.first or difference.second
    if _is_attribution(added):
        return "attribution"
    return "abbreviation" if _is_abbreviation(added, difference.before) else None


def _replacement(difference: _Difference) -> str | None:
    first, second = ([word.surface for word in side] for side in (difference.first, difference.second))
    if _joined(bare, first) == _joined(bare, second) or _joined(_american, first) == _joined(_american, second):
        return "spelling"
    if _is_name(difference) and same_spelling(first, second):
        return "transliteration"
    return None


def _joined(spell: Callable[[str], str], words: Sequence[str]) -> str:
    return "".join(map(spell, words))


def _is_name(difference: _Difference) -> bool:
    """Whether the run is a name or goes on with one ("un" of "Jong-un")."""
    opens = {side[0].kind for side in (difference.first, difference.second)}
    follows = bool(difference.before) and difference.before[-1].kind == "name"
    return opens == {"name"} or follows


def _american(word: str) -> str:
    """`word` without the letters in which British and American spelling differ (-ise and -ize, -lled and -led)."""
    letters = bare(word)
    if len(letters) >= _SHORTEST_ISE:
        letters = letters.replace("is", "iz")
    single = _DOUBLE_L.sub("l", letters)
    return single if len(single) >= _SHORTEST_LL else letters


def _is_attribution(added: tuple[Word, ...]) -> bool:
    """Whether the added words only say which medium tells it: ", KCNA said", "according to TASS"."""
    has_medium = any(word.kind == "medium" for word in added)
    reports = any(word.canonical in _REPORTING for word in added)
    return has_medium and reports and all(word.kind == "medium" or word.canonical in _REPORTING for word in added)


def _is_abbreviation(added: tuple[Word, ...], before: tuple[Word, ...]) -> bool:
    """Whether the one added word shortens the name before it: "(RPA)" behind "Rason Port Authority"."""
    if len(added) == 1 and before and added[0].kind == "medium" and added[0].canonical == before[-1].canonical:
        return True
    if len(added) != 1 or not added[0].surface.isupper() or len(added[0].surface) < 2:
        return False
    initials = "".join(word.surface[0] for word in before if word.surface[0].isupper())
    return initials.endswith(added[0].surface)


def _objection(difference: _Difference) -> str:
    """The difference in words, led by the kind of its weightiest word."""
    kinds = {word.kind for word in difference.first + difference.second}
    axes = sorted(kinds - FREE_KINDS)
    kind = next(kind for kind in (*_WEIGHTIEST, *axes, "word") if kind in kinds)
    sides = (" ".join(word.surface for word in side) or "-" for side in (difference.first, difference.second))
    return f"{kind}: {' / '.join(sides)}"
