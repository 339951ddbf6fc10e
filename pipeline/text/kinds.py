"""What each block is on its page: the own words of a line (`furniture`) and where it stands among the others."""

import re
from collections.abc import Sequence

from pipeline.text.blocks import Block
from pipeline.text.boilerplate import boilerplate_sort
from pipeline.text.bylines import bare_name
from pipeline.text.credits import notes_positions
from pipeline.text.date_lines import is_dated_name
from pipeline.text.dateline import read_dateline
from pipeline.text.furniture import Mark
from pipeline.text.page import ParagraphKind
from pipeline.text.sentences import is_shortened

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s?[(\[][^()\[\]]{2,40}[)\]]|\s?-0-)?$")
_FULL_STOP = re.compile(r"[.…][\"'”’»)\]]{0,3}(?:\s?[(\[][^()\[\]]{2,40}[)\]])?$")
_DATE_BEHIND_COMMA = re.compile(r"[,–—|-]\s{0,3}[^,]{0,12}\d[^,]{4,20}(?:,\s?\d{4})?$")
_ASKS = re.compile(r"[?!][\"'”’»)]{0,2}$")
_STOP_WITHIN = re.compile(r"[^\W\d_]{4}[.!?]\s")
_ITEM = re.compile(r"(?:[-*•·–—]|\(?\d{1,2}[.)]|\([a-z]\))\s")
_DIGITS = re.compile(r"\d+")
_LONGEST_HEADING = 160
_SHORTEST_LEAD_IN = 30
_LONGEST_CROSSHEAD = 90
_INITIALS = 12
"""Characters: behind the story so short a line is an initialled sign-off ("ms/dr"), not its last words."""
_LONGEST_DECK = 260
_FEWEST_HEADLINE_WORDS = 4
_DEEPEST_MASTHEAD = 10
"""Blocks: the byline and the date line stand among the first ten or they are none of the masthead."""


def classify(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> list[ParagraphKind]:
    """The kind of each block, in order; `marks` is what `mark_line` says of each.

    The masthead (headline, deck, byline, date line, captions) reaches to the first paragraph of running text. Behind it
    a heading is a headline too (a cross-heading) unless no running text follows it, or it stands in a list of other
    headlines: then it is boilerplate.
    """
    prose = [mark is None and _is_prose(block.text) for block, mark in zip(blocks, marks, strict=True)]
    if prose[:1] == [True] and any(prose[1:]) and (_asks(blocks[0].text) or _ends_shortened(blocks[0].text)):
        prose[0] = False
    marks = _with_labelled_headline(blocks, marks, prose)
    body = _first_body(blocks, marks, prose)
    last = max((index for index, is_prose in enumerate(prose) if is_prose), default=len(blocks) - 1)
    kinds: list[ParagraphKind] = []
    in_list = False
    for index, block in enumerate(blocks):
        mark = marks[index]
        opened = mark == "list" and ("headline" in kinds or "body" in kinds)  # above the headline it names a section
        in_list = opened or (in_list and not _ends_list(block.text, prose[index]))
        if mark == "list" or (in_list and mark is None):
            kinds.append("boilerplate")
        elif mark is not None:
            kinds.append(mark)
        elif index < body:
            kinds.append(_masthead_kind(block.text, prose[index], kinds))
        else:
            kinds.append(_running_kind(block.text, prose[index], index > last) if any(prose) else "body")
    return kinds


def _is_prose(text: str) -> bool:
    if len(text) > _LONGEST_HEADING:
        return True
    if _SENTENCE_END.search(text[-60:]):
        return not is_dated_name(text)  # "Ana Pop, May 3, 2016, 9:05 p.m."
    if text.endswith(":") and len(text) >= _SHORTEST_LEAD_IN and not text.isupper():
        return True
    dateline = read_dateline(text)
    return dateline is not None and dateline.complete


def _asks(text: str) -> bool:
    """Whether a first line is a headline that asks or calls."""
    return len(text) <= _LONGEST_HEADING and _ASKS.search(text[-4:]) is not None


def _ends_shortened(text: str) -> bool:
    """Whether a short line ends with a shortened word and not with a sentence ("Oil sales slip in Sept.")."""
    words = text.rsplit(maxsplit=1)
    return len(text) <= _LONGEST_CROSSHEAD and is_shortened(words[-1]) and not _STOP_WITHIN.search(text)


def _with_labelled_headline(
    blocks: Sequence[Block], marks: Sequence[Mark | None], prose: Sequence[bool]
) -> Sequence[Mark | None]:
    """`marks`, but a first line that reads like a teaser is the headline where no other stands above the story.

    "Explainer: Why coal matters" heads a page of its own, and elsewhere points to one.
    """
    if not blocks or marks[0] != "boilerplate" or len(blocks[0].text.split()) < _FEWEST_HEADLINE_WORDS:
        return marks
    if boilerplate_sort(blocks[0].text) != "teaser":
        return marks
    first = next((index for index, is_prose in enumerate(prose) if is_prose), len(blocks))
    return marks if any(mark is None for mark in marks[1:first]) else [None, *marks[1:]]


def _first_body(blocks: Sequence[Block], marks: Sequence[Mark | None], prose: Sequence[bool]) -> int:
    """Index of the first paragraph of running text; behind the headline where the page has no running text."""
    first = next((index for index, is_prose in enumerate(prose) if is_prose), None)
    if first is None:
        return 1 if len(blocks) > 1 else 0
    deck = _deck_end(blocks, marks, prose, first)
    return first if deck is None else next((index for index in range(deck, len(blocks)) if prose[index]), len(blocks))


def _deck_end(blocks: Sequence[Block], marks: Sequence[Mark | None], prose: Sequence[bool], first: int) -> int | None:
    """Index behind the byline or date line that follows a deck, None where the page has no deck that reads as prose."""
    if first == 0 or first + 1 >= len(blocks) or first + 1 >= _DEEPEST_MASTHEAD or sum(prose) < 3:
        return None
    text = blocks[first].text
    dateline = read_dateline(text)
    if len(text) > _LONGEST_DECK or (dateline is not None and dateline.complete):
        return None
    following = blocks[first + 1].text
    if marks[first + 1] in {"byline", "dateline"} or (marks[first + 1] is None and bare_name(following)):
        return first + 2
    return None


def _masthead_kind(text: str, prose: bool, before: Sequence[ParagraphKind]) -> ParagraphKind:
    if is_dated_name(text) and ("headline" in before or _DATE_BEHIND_COMMA.search(text)):
        return "dateline"
    if notes_positions(text) and "headline" in before:
        return "caption"
    if "headline" in before and not prose and bare_name(text):
        return "byline"
    return "headline"


def _running_kind(text: str, prose: bool, tail: bool) -> ParagraphKind:
    if tail and is_dated_name(text):
        return "dateline"
    if tail and not prose and len(text) <= _INITIALS:
        return "boilerplate"
    if prose or _ITEM.match(text) or text.endswith((":", ";", ",")) or text[:1] in "\"“'‘(":
        return "body"
    if not any(letter.isalpha() for letter in text):
        return "headline"
    if len(_DIGITS.findall(text[:_LONGEST_HEADING])) > 1 or len(text) > _LONGEST_CROSSHEAD or text[:1].islower():
        return "body"
    return "boilerplate" if tail else "headline"


def _ends_list(text: str, prose: bool) -> bool:
    """Whether running text takes over from a list of headlines; these may end with a question mark, not a full stop."""
    return prose and (len(text) > _LONGEST_HEADING or bool(_FULL_STOP.search(text[-60:])))
