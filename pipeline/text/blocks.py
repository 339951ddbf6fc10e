"""Which lines belong together: hard-wrapped lines are joined, all others stand alone. `kinds` says what a block is."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.text.dateline import read_dateline
from pipeline.text.lines import Line
from pipeline.values import value

WIDEST_WRAP = 120
"""Columns: no mailer, teletype or editor wraps wider; longer lines are paragraphs of their own."""
_NARROWEST_WRAP = 40
_SHORTEST_BREAK = 30
"""Characters: what stands on a shorter line is a label, not the start of a sentence."""
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
_OPEN_SIGNS = (",", "(", "–", "—")
_OPEN_WORDS = (
    *("a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or"),
    *("that", "the", "their", "to", "with"),
)
_OPEN_WORD = re.compile(rf"\b(?:{'|'.join(_OPEN_WORDS)})\Z")
_ITEM = re.compile(r"(?:[-*•–—]\s|\(?\d{1,2}[.)]\s)")


@value(frozen=True, slots=True)
class Block:
    """Consecutive lines that are one paragraph."""

    char_start: int
    char_end: int
    text: str
    """`article_text[char_start:char_end]`."""
    n_lines: int


@value(frozen=True, slots=True)
class _Wrap:
    """How a page is hard-wrapped."""

    width: int
    """Columns of its longest line."""
    by_blanks: bool
    """True where blank lines part its paragraphs, so that lines without one between them belong together."""


def join_lines(text: str, lines: Sequence[Line], stands_alone: Callable[[str], bool]) -> list[Block]:
    """The blocks of `text`.

    Two lines are joined where the first breaks off in the middle of a sentence and the second goes on with a small
    letter. On a page that is hard-wrapped throughout they are joined too where no blank line parts them or, if blank
    lines part nothing there, where the first is so full that the second's first word had no room. `stands_alone` says
    of a line that it is no prose (a byline, a date line, a teaser) and is never joined.
    """
    wrap = _wrap(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, wrap, stands_alone):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Block(group[0].char_start, group[-1].char_end, text[group[0].char_start : group[-1].char_end], len(group))
        for group in groups
    ]


def _wrap(lines: Sequence[Line]) -> _Wrap | None:
    """How the page is wrapped, None where each line is a paragraph of its own."""
    lengths = [len(line.text) for line in lines]
    fitting = [length for length in lengths if length <= WIDEST_WRAP]
    width = max(fitting, default=0)
    if len(fitting) < 0.8 * len(lengths) or width < _NARROWEST_WRAP:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    broken = sum(len(a.text) > 0.6 * width and _breaks_off(a.text) and b.text[:1].islower() for a, b in pairs)
    openings = sum(1 for a, b in pairwise(lines) if a.blank_before and not b.blank_before)
    if broken < max(2, 0.25 * len(pairs)):
        return _Wrap(width, True) if _wrapped_between_blanks(lines, width) else None
    return _Wrap(width, openings >= 2)


def _wrapped_between_blanks(lines: Sequence[Line], width: int) -> bool:
    """Whether all that stands between two blank lines reads on: too short a page to tell by small letters.

    Each run of lines breaks off at every line but its last, which ends a sentence; a stack of headings does not.
    """
    runs: list[list[Line]] = []
    for line in lines:
        if line.blank_before or not runs:
            runs.append([])
        runs[-1].append(line)
    wrapped = [run for run in runs if len(run) > 1]
    return bool(wrapped) and all(
        not _breaks_off(run[-1].text) and all(_breaks_off(a.text) and len(a.text) > 0.6 * width for a in run[:-1])
        for run in wrapped
    )


def _continues(group: Sequence[Line], second: Line, wrap: _Wrap | None, stands_alone: Callable[[str], bool]) -> bool:
    first = group[-1]
    if second.blank_before:
        return _is_open(first.text) and _goes_on(first, second, stands_alone)
    if _goes_on(first, second, stands_alone):
        return True
    if wrap is None or len(first.text) > wrap.width or (second.indented and not first.indented):
        return False
    if _ITEM.match(second.text) or _opens_report(second.text):
        return False
    full = len(_first_word(second.text)) >= wrap.width - len(first.text)
    if (len(group) == 1 and stands_alone(first.text)) or _parts(first, second, full, stands_alone):
        return False
    if wrap.by_blanks and len(group) + first.char_start > 1:
        return True
    return full or (_breaks_off(first.text) and len(first.text) >= 0.8 * wrap.width)


def _parts(first: Line, second: Line, full: bool, stands_alone: Callable[[str], bool]) -> bool:
    """Whether `second` is no prose. The end of a sentence can look like a date line ("… on" / "6 August.")."""
    open_end = (full and _breaks_off(first.text)) or _is_open(first.text)
    if open_end and not _breaks_off(second.text):
        return False
    return stands_alone(second.text)


def _opens_report(text: str) -> bool:
    dateline = read_dateline(text)
    return dateline is not None and dateline.complete


def _goes_on(first: Line, second: Line, stands_alone: Callable[[str], bool]) -> bool:
    """Whether `first` stops in the middle of a sentence and `second` takes it up with a small letter."""
    if not second.text[:1].islower() or not _breaks_off(first.text):
        return False
    if len(first.text) < _SHORTEST_BREAK and not _is_open(first.text):
        return False
    return not stands_alone(first.text) and not stands_alone(second.text)


def _is_open(text: str) -> bool:
    """Whether a line ends with a sign or a word that something must follow."""
    if text.endswith(_OPEN_SIGNS):
        return True
    return text.endswith(_OPEN_WORDS) and _OPEN_WORD.search(text[-12:]) is not None


def _breaks_off(text: str) -> bool:
    return not _SENTENCE_END.search(text[-5:])


def _first_word(text: str) -> str:
    return text[:WIDEST_WRAP].split(None, 1)[0]
