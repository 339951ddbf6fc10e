"""Years that a sentence sets beside an earlier one: they tell when it was written."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.extract.tense import direction
from pipeline.text.page import Page

_COMPARED = re.compile(
    r"\b(?P<year>last|this)\syear\b[^;]{0,80}?\b(?:from|than|against|over|above|below|compared\s(?:with|to))"
    r"\s(?:(?:in|that\sof|the\slevel\sof)\s)?(?P<than>(?:19|20)\d\d)\b(?!\s?[-–])"
    r"|\bfrom\s[^;]{0,60}\bin\s(?P<since>(?:19|20)\d\d)\b[^;]{0,60}\bto\s[^;]{0,60}\b(?P<late>last|this)\syear\b"
)
"""A year that is set beside an earlier one: "last year, up 29 percent from 2009" is 2010 at the soonest."""
_BESIDE = re.compile(
    r"\b[Ll]ast\syear\b[^;]{0,80}?\b(?:after|in|of|since)\s(?:\w{1,12}\s){0,2}?(?P<named>(?:19|20)\d\d)\b(?!\s?[-–])"
)
"""A past year that a sentence on last year names: last year was that one or a later one."""


def compared_years(page: Page) -> Iterator[tuple[date, str]]:
    """The days by which years are over, or have begun, that the text sets beside earlier ones."""
    for sentence in page.sentences:
        match = _COMPARED.search(sentence.text) if " year" in sentence.text else None
        if match is not None:
            year = int(match["than"] or match["since"]) + 1
            over = (match["year"] or match["late"]) == "last"
            yield (date(year, 12, 31) if over else date(year, 1, 1)), match.group()
        beside = _BESIDE.search(sentence.text) if "ast year" in sentence.text else None
        if beside is not None and direction(sentence.text, beside.start(), beside.end()) != "future":
            yield date(int(beside["named"]) + 1, 1, 1), beside.group()
