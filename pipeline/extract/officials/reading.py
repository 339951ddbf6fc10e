"""What is seen around the head of a title while its phrase is read, and the words that several readers ask for."""

from dataclasses import dataclass, field

from pipeline.extract.officials.vocabulary import STATUS, Body, Sort
from pipeline.extract.officials.words import OfficeSpan, Words

ARTICLES = frozenset(("the", "a", "an"))
PRONOUNS = frozenset(("his", "her", "its", "their", "our", "my"))
COUNTED = frozenset(("two", "both", "three", "four", "five"))
"""Before a plural they say that all its holders are meant."""
NATIONAL_TOO = frozenset(("Security Council", "General Assembly"))
"""Bodies of the United Nations whose names bodies of states bear too."""


@dataclass(slots=True)
class Reading:
    """A title's phrase so far: `words[start:end]`."""

    words: Words
    head: OfficeSpan
    title_start: int
    """First word of the title's own text."""
    start: int
    """First word of what belongs to it: article, state and status word too."""
    end: int
    status: str = "current"
    countries: list[str] = field(default_factory=list)
    """States named in it, the one served first."""
    cut: list[tuple[int, int]] = field(default_factory=list)
    """Words inside the title that are no part of its text."""
    bodies: list[Body] = field(default_factory=list)
    marks: int = 0
    """The sorts of all words of the title."""
    organization: tuple[int, int] | None = None
    """Words that name an organisation."""
    firm: bool = False
    """Whether a private firm stands behind it."""
    named: bool = False
    """Whether an organisation or place that no lexicon knows stands in it."""
    definite: bool = False
    apart: bool = False
    """Whether its holders are said to be of as many states: "of the two countries"."""
    owner: str | None = None

    def take(self, first: int) -> None:
        """Take the words from `first` on, before what is read already, into the title."""
        self.title_start = self.start = first

    def widen_organization(self, first: int) -> None:
        """Let the organisation before the head begin at `first`."""
        self.organization = (first, self.organization[1] if self.organization else first + 1)


def title_follows(words: Words, index: int) -> bool:
    """Whether another title begins at `index`: modifiers, then a head."""
    k, limit = index, min(index + 7, len(words))
    while k < limit:
        if k in words.offices:
            return not words.possessive[words.offices[k].end - 1]
        if k in words.bodies:
            k = words.bodies[k].end
            continue
        known = words.sort[k] & (Sort.PORTFOLIO | Sort.RANK | STATUS | Sort.PUBLIC)
        if not known and k not in words.countries and words.low[k] not in ("the", "a"):
            return False
        k += 1
    return False


def is_office_noun(words: Words, index: int) -> bool:
    """Whether ministries and offices are named with the word at `index`."""
    return bool(words.sort[index] & (Sort.PORTFOLIO | Sort.PUBLIC))


def is_doing(words: Words, index: int) -> bool:
    """Whether a verb with its object stands behind "for": "slammed the premier for hugging X", "for skipping the"."""
    if not words.low[index].endswith("ing") or words.sort[index] & ~Sort.VERB or index + 1 >= len(words):
        return False
    behind = words.low[index + 1]
    return words.capital[index + 1] or behind in ARTICLES or behind in PRONOUNS
