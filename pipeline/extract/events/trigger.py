"""A word or phrase that tells of an event, as a value. How it is found stands in `triggers`."""

from typing import NamedTuple

NO_EVENT = "NONE"
"""The type of a verb that with its subject or object tells of no event ("marked a seventh gain")."""


class Trigger(NamedTuple):
    """A word or phrase that tells of an event. A plain tuple: a page has dozens, and few of them date anything."""

    start: int
    end: int
    token: int
    """Index of its first token."""
    lemma: str
    event_type: str
    pos: str
    """`verb` or `noun`."""
    kind: str
    """`content`, `light`, `cancel` or `general` for verbs; `noun`, or `thing` for what lasts beyond the day as well."""
    form: str
    """For verbs `past` `participle` `base` `s` `ing`; for nouns `one` or `many`."""
    goal: bool
    negated: bool = False
    refused: bool = False
    future: bool = False
    finite: bool = True
    """False for a gerund and for a participle without its auxiliary in front of a noun."""
    noun: str | None = None
    """The event noun that a light verb governs."""
    passive: bool = False
