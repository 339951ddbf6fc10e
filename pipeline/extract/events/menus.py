"""Lists of other headlines that a page has glued to a sentence ("… Related Articles Envoys to meet on Friday"): what
they tell is told on other pages."""

_LABELS = (
    "Most Popular", "MOST POPULAR", "Most Read", "MOST READ", "Most Viewed", "MOST VIEWED", "Related Articles",
    "RELATED ARTICLES", "Related Stories", "RELATED STORIES", "Trending Now", "TRENDING NOW"
)  # fmt: skip


def holds_menu(sentence: str) -> bool:
    """True where `sentence` holds the label of such a list."""
    return any(label in sentence for label in _LABELS)
