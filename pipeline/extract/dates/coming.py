"""What is to come in a year that the page names: "the 2019 elections" beside "elections next year" are told in 2018."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.text.page import Page

_NOUNS = r"(?:ballot|championship|elections?|games|olympics|polls|presidency|referendum|summit|vote|world\scup)"
_NEXT_YEAR = re.compile(
    rf"\bnext\syear['’]s\s(?:[\w-]{{2,16}}\s){{0,3}}?(?P<owned>{_NOUNS})\b|\b(?P<noun>{_NOUNS})\s(?:are\s|is\s)?(?:due\s|set\s)?(?:for\s)?next\syear\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?P<year>20\d\d)\s(?:[\w-]{{2,16}}\s){{0,2}}?(?P<noun>{_NOUNS})\b", re.IGNORECASE)


def coming_years(page: Page) -> Iterator[tuple[date, str]]:
    """The first day of the year before a named one in which something takes place that the page tells of as of next
    year; nothing where it names two such years."""
    if "ext year" not in page.text:
        return
    for match in _NEXT_YEAR.finditer(page.text):
        noun = (match["noun"] or match["owned"]).casefold().rstrip("s")
        named = [other for other in _NAMED.finditer(page.text) if other["noun"].casefold().rstrip("s") == noun]
        if named and len({other["year"] for other in named}) == 1:
            yield date(int(named[0]["year"]) - 1, 1, 1), f"{match.group()}; {named[0].group()}"
