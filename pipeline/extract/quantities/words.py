"""Small closed sets of function words, written as one line of text."""


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which are set off by spaces."""
    return frozenset(text.split())
