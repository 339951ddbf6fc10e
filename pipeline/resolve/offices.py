"""Whether two titles can be one person's office: evidence for a link by surname. Titles are compared, never changed."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(("of", "the", "for", "to", "in", "and", "a", "s", "an", "at", "on"))
_DEPUTIES = frozenset(("vice", "deputy", "assistant", "under", "first", "undersecretary"))
_HEADS = frozenset(
    (
        "president",
        "leader",
        "chairman",
        "chairwoman",
        "premier",
        "king",
        "emir",
        "chancellor",
        "sultan",
        "pope",
        "dictator",
    )
)
_GENERIC = frozenset(
    (
        "mr",
        "ms",
        "minister",
        "secretary",
        "ambassador",
        "president",
        "chairman",
        "governor",
        "premier",
        "director",
        "general",
        "chief",
        "speaker",
        "spokesman",
        "spokeswoman",
        "envoy",
        "senator",
        "chancellor",
        "mayor",
    )
)

Title = tuple[str, str | None]
"""A title with its organisation."""


def title_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from another, lower case."""
    return frozenset(_WORD.findall(title.casefold())) - _SMALL


def offices_agree(left: Sequence[Title], right: Sequence[Title]) -> bool:
    """Whether some title of `left` is one of `right`: the words of one among the other's, deputies apart.

    The highest office of a state goes by several words ("leader", "President", "Chairman"): bare ones agree.
    """
    return any(_agree(title_words(one), title_words(other)) for one, _ in left for other, _ in right)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other or one & _DEPUTIES != other & _DEPUTIES:
        return False
    if one <= other or other <= one:
        return True
    return one <= _HEADS and other <= _HEADS


def office_class(titles: Sequence[Title]) -> str:
    """A word for the office that sets namesakes apart: the words of the plainest title, in alphabetical order."""
    plainest = min(
        (sorted(title_words(title)) for title, _ in titles), key=lambda words: (len(words), words), default=[]
    )
    return " ".join(plainest)
