"""A sentence of which some acts have a date, as those read it who look for further acts under the same dates.

Which acts those are stands in `joined`, `sharing` and `alongside`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.events.clauses import clause_at
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention

PAST_FORMS = frozenset({"past", "participle"})
"""Forms of a verb that tell what has been done."""


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """What the sentence holds; `dated` grows with each act that is given a date."""

    text: str
    offset: int
    """Where the sentence begins in the article."""
    triggers: Sequence[Trigger]
    dates: Sequence[DateMention]
    """The dates that can date something."""
    bounds: list[tuple[int, int]]
    """Spans of its clauses."""
    dated: set[int]
    """Where those triggers start that have a date."""

    def clause_of(self, trigger: Trigger) -> tuple[int, int]:
        """Span of the clause that holds the trigger."""
        return self.bounds[clause_at(self.bounds, trigger.start)]

    def start_of(self, mention: DateMention) -> int:
        """Where the date begins in the sentence."""
        return mention.char_start - self.offset

    def has_date(self, low: int, high: int) -> bool:
        """True where a date begins between `low` and `high`."""
        return any(low <= self.start_of(mention) < high for mention in self.dates)

    def finite_verbs(self, low: int, high: int) -> list[Trigger]:
        """The finite verbs that begin between `low` and `high`."""
        return [t for t in self.triggers if low <= t.start < high and t.pos == "verb" and t.finite]

    def free_past(self, verb: Trigger | None) -> Trigger | None:
        """`verb` if it tells of something past and has no date."""
        return verb if verb is not None and verb.form in PAST_FORMS and verb.start not in self.dated else None

    def share(self, act: Trigger, one: Governed, rule: str, clause: tuple[int, int], told: bool = False) -> Governed:
        """`act` under the date of `one`."""
        self.dated.add(act.start)
        return Governed(act, one.date, rule, clause, told)
