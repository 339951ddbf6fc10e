"""One event and what the page says around it, as far as its parties depend on them; values only."""

from dataclasses import dataclass

from pipeline.extract.events.trigger import Trigger


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page says around a sentence."""

    home: str | None
    """The state that the article, or this part of it, is about."""
    other: str | None
    """The other one."""
    recent: tuple[str, ...] = ()
    """The states named in this paragraph and the one before, the last named first."""
    last: tuple[str, ...] = ()
    """The parties of the event told last, if that stands near."""
    here: bool = False
    """True where that event stands in the same paragraph."""
    helped: str | None = None
    """The state that the aid told of first was for."""
    carried: tuple[str, ...] = ()
    """The states that acted in the sentence before, the first named first."""
    headed: str | None = None
    """The state whose name and a colon head the paragraph."""
    person: str | None = None
    """The state of the official named last before."""
    listed: tuple[str, ...] = ()
    """The last three or more states named in one list."""
    third: str | None = None
    """The third state of an article about what three do together."""

    @property
    def pair(self) -> tuple[str, ...]:
        """The one or two states that the article is about."""
        return tuple(code for code in (self.home, self.other) if code)

    @property
    def group(self) -> tuple[str, ...]:
        """The states that the article is about, the third included."""
        return (*self.pair, self.third) if self.third else self.pair


@dataclass(frozen=True, slots=True)
class Act:
    """What a trigger tells in its clause."""

    trigger: Trigger
    words: str
    """The words of its clause."""
    sentence: str
    """The words of its sentence."""
    vocabulary: frozenset[str]
    """The words of the clause in lower case, those that a relative clause describes included."""
    matter: frozenset[str]
    """The words that tell what the act is about: those behind an active verb, all of the clause else."""
    own: bool
    """True where what the verb acts on is the subject's own ("closed its borders")."""
    given: bool
    """True where a pronoun behind the verb says to whom or whom ("offered it")."""
    within: bool
    """True where those who act and those acted upon serve one state."""
    subject: bool
    """True where the clause has or borrows a subject that is a state's."""
    organ: bool
    """True where a parliament or court acts."""
    law: bool
    """True where police or courts act."""
    heard: bool
    """True where a parliament or cabinet is spoken to."""
    beside: tuple[str, ...] = ()
    """States that act elsewhere in the sentence."""
    placed: tuple[str, ...] = ()
    """States named as the scene."""
