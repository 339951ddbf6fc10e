"""A plural title as each of its holders has it: "Union Ministers" is "Union Minister"."""

from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import plural_of


def singular_title(title: Title) -> str:
    """The words of a plural title with its head in the singular, case kept."""
    plural, singular = plural_of(title.office.words).split(), title.office.words.split()
    words = title.text.replace("-", " ").split()
    for first in range(len(words) - len(plural) + 1):
        if [word.lower() for word in words[first : first + len(plural)]] == plural:
            parts = [
                _as_written(new, old) for new, old in zip(singular, words[first : first + len(plural)], strict=True)
            ]
            return " ".join([*words[:first], *parts, *words[first + len(plural) :]])
    return title.text


def _as_written(word: str, pattern: str) -> str:
    return word.capitalize() if pattern[:1].isupper() else word
