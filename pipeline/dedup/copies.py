"""Whole articles that are copies, and paragraphs that count as repeats only in the company of others.

A paragraph that cannot show by itself that it was copied ("He declined to comment.") repeats another article's
- beside a neighbour that repeats the same article's neighbouring paragraph, or
- within a copy of the whole article.
A paragraph whose relative dates are left open ("on Wednesday" in an undated article) does so within a copy alone.

An article is a copy of an earlier one that is no copy itself if each of its body paragraphs repeats one that the
earlier article carries, and these make up at least four fifths of the earlier article's body, in words. So an excerpt
is no copy, and neither is an article that adds a paragraph of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

LEAST_COVERED = 0.8
"""Share of the earlier article's body, in words, that a copy carries."""
FEWEST_BODY_WORDS = 8
"""A body of fewer words is too little to tell a copy by."""


@dataclass(frozen=True, slots=True)
class Link:
    """A paragraph of the article at hand, and the first occurrence in another article that it may repeat."""

    first: int
    """Number of the first occurrence."""
    firm: bool
    """Whether it shows by itself that it was copied."""
    dates_open: bool
    """Whether a relative date is left open on one side."""


@dataclass(slots=True)
class Articles:
    """What the articles met so far carry, as numbers of first occurrences."""

    words: Mapping[int, int]
    """Words of each paragraph that stands in a body, by its number."""
    article_of: dict[str, str] = field(default_factory=dict)
    """Copies of whole articles and what they copy."""
    _chains: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _bodies: dict[str, frozenset[int]] = field(default_factory=dict)
    _places: dict[int, tuple[str, int]] = field(default_factory=dict)
    _carriers: dict[int, list[str]] = field(default_factory=dict)

    def add(self, article_id: str, numbers: Sequence[int], chain: Sequence[int]) -> None:
        """Take in an article: its paragraphs' `numbers`, and for each its first occurrence, which can be itself."""
        self._chains[article_id] = tuple(chain)
        self._bodies[article_id] = frozenset(
            first for number, first in zip(numbers, chain, strict=True) if number in self.words
        )
        for at, (number, first) in enumerate(zip(numbers, chain, strict=True)):
            if number == first:
                self._places[first] = (article_id, at)
        for first in dict.fromkeys(chain):
            self._carriers.setdefault(first, []).append(article_id)

    def confirmed(self, links: Sequence[Link | None], copy_of: str | None) -> list[bool]:
        """For each of an article's paragraphs, whether its link holds; `copy_of` is what the article copies, if any."""
        carried = frozenset(self._chains[copy_of]) if copy_of is not None else frozenset()
        holds = [bool(link and (link.firm or link.first in carried)) for link in links]
        for order in (range(len(links)), reversed(range(len(links)))):
            for at in order:
                holds[at] = holds[at] or self._has_company(links, holds, at)
        known = {link.first for link, held in zip(links, holds, strict=True) if link and held}
        return [bool(link and (held or link.first in known)) for link, held in zip(links, holds, strict=True)]

    def find_original(self, numbers: Sequence[int], links: Sequence[Link | None]) -> str | None:
        """The earliest article, no copy itself, that the article of `numbers` and `links` copies whole, or None."""
        body = [(number, link) for number, link in zip(numbers, links, strict=True) if number in self.words]
        firsts = {link.first for _, link in body if link}
        if any(link is None for _, link in body) or sum(self.words[number] for number, _ in body) < FEWEST_BODY_WORDS:
            return None
        rarest = min(firsts, key=lambda first: (len(self._carriers[first]), first))
        originals = (article for article in self._carriers[rarest] if article not in self.article_of)
        return next((article for article in originals if self._is_covered(article, firsts)), None)

    def _is_covered(self, article_id: str, firsts: Iterable[int]) -> bool:
        firsts = frozenset(firsts)
        body = self._bodies[article_id]
        common = sum(self.words.get(first, 0) for first in body & firsts)
        return firsts <= frozenset(self._chains[article_id]) and common >= LEAST_COVERED * sum(
            self.words.get(first, 0) for first in body
        )

    def _has_company(self, links: Sequence[Link | None], holds: Sequence[bool], at: int) -> bool:
        link = links[at]
        if link is None or link.dates_open:
            return False
        article_id, place = self._places[link.first]
        chain = self._chains[article_id]
        for step in (-1, 1):
            if 0 <= at + step < len(links) and 0 <= place + step < len(chain):
                neighbour = links[at + step]
                if neighbour and holds[at + step] and neighbour.first == chain[place + step]:
                    return True
        return False
