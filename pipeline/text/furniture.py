"""What a line is by its own words. What depends on where it stands among the others belongs to `kinds`."""

import re
from typing import Literal

from pipeline.text.boilerplate import boilerplate_sort
from pipeline.text.bylines import is_byline
from pipeline.text.credits import LONGEST_CAPTION, is_caption, is_credit, starts_caption
from pipeline.text.date_lines import is_date_line
from pipeline.text.parts import holds_any

Mark = Literal["boilerplate", "list", "credit", "dateline", "byline", "caption"]
"""A paragraph kind, or `list`: the head of a list of other headlines."""

_HEADS = re.compile(
    r"\b(?:View (?:more|all)|See (?:all|more)|Related (?:Articles?|Stor(?:y|ies)|News)|More (?:in|from|on) [A-Z][a-z]+|"
    r"The Latest|Most (?:[Rr]ead|[Pp]opular|[Vv]iewed)|Popular|Highlights?|Trending|Recommended)"
    r"(?= [A-Z‘“'])"
)
"""Heads of lists of other headlines, as a page that lost its line breaks runs them together with the headlines."""
_FEWEST_HEADS = 3
_A_HEAD = ("View ", "See ", "Related ", "Popular ", "The Latest ", "Most ", "Trending ")


def _is_glued_lists(text: str) -> bool:
    """Whether `text` is lists of other headlines run together ("... Popular ... More in World View more ...")."""
    if not holds_any(text, _A_HEAD):
        return False
    return len({match.group() for match in _HEADS.finditer(text)}) >= _FEWEST_HEADS


def mark_line(text: str) -> Mark | None:
    """What `text` is by its own words, None for prose, headings and names."""
    if _is_glued_lists(text):
        return "boilerplate"
    if len(text) > LONGEST_CAPTION:
        return "caption" if starts_caption(text) else None
    if not text[:1].isalnum() and not any(letter.isalnum() for letter in text):
        return "boilerplate"
    sort = boilerplate_sort(text)
    if sort is not None:
        return "list" if sort == "list" else "boilerplate"
    if is_credit(text):
        return "credit"
    if is_byline(text):
        return "byline"
    if is_date_line(text):
        return "dateline"
    return "caption" if is_caption(text) else None
