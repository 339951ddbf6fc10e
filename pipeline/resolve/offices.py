"""Whether two titles can be one person's office: evidence for a link by surname. Titles are compared, never changed."""

from collections.abc import Sequence

from pipeline.extract.officials.title_words import deputy_words, same_office, title_words

_TOP = frozenset(
    ("president", "leader", "chairman", "chairwoman", "premier", "king", "emir", "chancellor", "sultan", "pope")
)
"""The words that the highest office of a state goes by."""


def offices_agree(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether some title of `left` is one of `right`: the words of one among the other's, deputies apart.

    The highest office of a state goes by several words ("leader", "President", "Chairman"): bare ones agree.
    """
    return any(_agree(one, other) for one in left for other in right)


def _agree(one: str, other: str) -> bool:
    words = title_words(one), title_words(other)
    if not all(words):
        return False
    return same_office(one, other) or (deputy_words(one) == deputy_words(other) and all(w <= _TOP for w in words))


def office_class(titles: Sequence[str]) -> str:
    """A word for the office that sets namesakes apart: the words of the plainest title, in alphabetical order."""
    plainest = min((sorted(title_words(title)) for title in titles), key=lambda words: (len(words), words), default=[])
    return " ".join(plainest)
