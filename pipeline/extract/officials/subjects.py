"""Whether who stands beside a title or a name begins a clause of his own: "talks with X, head of Y, the premier said".

Who holds a title is decided in `holders`.
"""

from pipeline.extract.officials.beside import past_state
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort, role_words
from pipeline.extract.officials.words import Words

GOVERNING = frozenset(("by", "with", "from", "to", "of", "for", "between", "through", "via"))
"""Prepositions whose object is no subject."""
SAYING = frozenset(
    ("will", "would", "has", "had", "is", "was", "said", "says", "arrived", "may", "can", "could", "should")
)
"""Verbs of a clause whose subject stands right before them."""
_APPOINTS = role_words("appoints")


def acts(words: Words, title: Title) -> bool:
    """Whether a finite verb stands right behind the title: its holder is the subject of a clause."""
    behind = title.end
    if behind >= len(words):
        return False
    did = words.low[behind].endswith("ed") and words.low[behind] not in _APPOINTS
    return words.low[behind] in SAYING or did or bool(words.sort[behind] & Sort.VERB)


def leads_on(words: Words, title: Title, name: Name) -> bool:
    """Whether the name behind the comma is the next clause's subject: "in a letter to the premier, X asked"."""
    end = past_state(words, name.end)
    if words.low[end : end + 1] == ["also"]:
        end += 1
    if end >= len(words) or not is_governed(words, title):
        return False
    return bool(words.sort[end] & Sort.VERB) or words.low[end] in SAYING or words.low[end].endswith("ed")


def is_governed(words: Words, title: Title) -> bool:
    """Whether a preposition or an opening participle stands before the title, which so is no subject."""
    if not title.start:
        return False
    before = words.low[title.start - 1]
    return before in GOVERNING or (title.start < 3 and before.endswith("ing"))
