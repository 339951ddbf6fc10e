"""Lists of other headlines that a page has glued to a sentence ("… Related Articles Envoys to meet on Friday"): what
they tell is told on other pages."""

from pipeline.extract.vocabulary import vocabulary
from pipeline.text.parts import holds_any

_LABELS = (
    "Most Popular", "MOST POPULAR", "Most Read", "MOST READ", "Most Viewed", "MOST VIEWED", "Related Articles",
    "RELATED ARTICLES", "Related Stories", "RELATED STORIES", "Trending Now", "TRENDING NOW"
)  # fmt: skip


_LAST_WORDS = frozenset(label.lower().rpartition(" ")[2] for label in _LABELS)


def holds_menu(sentence: str) -> bool:
    """True where `sentence` holds the label of such a list."""
    return not _LAST_WORDS.isdisjoint(vocabulary(sentence)) and holds_any(sentence, _LABELS)
