"""Somebody who is named and can act for a state or a body, and all of those of an article, as values. How they are
found stands in `cast`."""

from bisect import bisect_left
from collections.abc import Iterable

from pipeline.values import value


@value(frozen=True, slots=True)
class Actor:
    """A place in a text where a state is named, by itself or through somebody who acts for it."""

    start: int
    """Offset of the first character."""
    end: int
    code: str
    """As in `CountryMention.code`."""
    kind: str
    """As in `CountryMention.kind`, or `person`."""
    text: str
    standing: str
    """What the words around it make of it: `acts`, `scene` (says where), `via` (what it goes through), `post` (where an
    envoy is sent), `rule` (a resolution of a body), `aside` (a medium, a currency, what is merely spoken of)."""
    person: str | None = None
    """Key of `PersonMention.person` for an official."""

    def moved(self, offset: int) -> "Actor":
        """The same with offsets that count from `offset`."""
        return Actor(
            self.start - offset, self.end - offset, self.code, self.kind, self.text, self.standing, self.person
        )


@value(frozen=True, slots=True)
class Cast:
    """The actors of an article in the order of its text, to be had by their places."""

    actors: tuple[Actor, ...]
    starts: tuple[int, ...]
    """Where each of them begins."""

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> "Cast":
        """Of `actors` in any order."""
        ordered = tuple(sorted(actors, key=lambda actor: (actor.start, actor.end)))
        return cls(ordered, tuple([actor.start for actor in ordered]))

    def within(self, start: int, end: int) -> tuple[Actor, ...]:
        """Those that begin between two offsets of the article."""
        first = bisect_left(self.starts, start)
        return self.actors[first : bisect_left(self.starts, end, first)]
