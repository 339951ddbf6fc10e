"""The year that a counted anniversary tells: "the 70th anniversary of the pact signed in 1949" is marked in 2019."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.text.page import Page

_FOUNDED = (
    r"(?:began|begun|concluded|establish(?:ed|ing)|forged|found(?:ed|ing)|launched|liberation|normali[sz]ed|opened"
    r"|set\sup|sign(?:ed|ing))"
)
_COUNT = r"(?P<{0}>\d{{1,3}})(?:st|nd|rd|th)\sanniversary\b"
_YEAR = r"(?P<{0}>(?:18|19|20)\d\d)\b(?!s)"
_MARKED = re.compile(
    rf"\b{_COUNT.format('first')}(?:\sof\s(?:the|its|their)\s{_YEAR.format('of')}"
    rf"|[^;]{{0,80}}?\b{_FOUNDED}\b[^;]{{0,40}}?\b(?:in|on|since)\s[^;]{{0,15}}?{_YEAR.format('began')})"
    rf"|\b{_FOUNDED}\b[^;]{{0,40}}?\bin\s{_YEAR.format('before')}[^;]{{0,80}}?\b{_COUNT.format('last')}[^;]{{0,40}}?\bthis\syear\b"
)
_AHEAD = re.compile(r"\b(?:ahead\sof|next\syear|upcoming)\b")
_LATEST = 2035
"""A sum beyond it comes of a year that is the celebration's own."""


def anniversary_years(page: Page) -> Iterator[tuple[date, str]]:
    """The first days of years in which an anniversary told in the page was marked, each with its words."""
    if "anniversary" not in page.text:
        return
    for sentence in page.sentences:
        match = _MARKED.search(sentence.text) if "anniversary" in sentence.text else None
        if match is None or _AHEAD.search(sentence.text):
            continue
        begun = int(match["of"] or match["began"] or match["before"])
        year = begun + int(match["first"] or match["last"])
        if year <= _LATEST:
            yield date(year, 1, 1), match.group()
