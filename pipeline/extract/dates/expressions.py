"""What a calendar expression says before any day is known: unresolved forms. `resolve` turns them into intervals."""

from datetime import date

from pipeline.values import value


@value(frozen=True, slots=True)
class YearRef:
    """How an expression names its year."""

    absolute: int | None = None
    """The year itself, or None."""
    offset: int | None = None
    """Years from the year of `anchor` ("last year" is -1), where `absolute` is None."""
    anchor: str = "now"
    """`now` (the day of publication) or `told` (the last date told); for a month alone `last`, `next`, `this`, and
    `before` and `after` of what was told."""


@value(frozen=True, slots=True)
class Expression:
    """A calendar expression at its place; subclasses say what it means."""

    char_start: int
    char_end: int


@value(frozen=True, slots=True)
class Fixed(Expression):
    """An interval that the words fix whole ("the 1990s", "the Iranian year 1396")."""

    start: date
    end: date
    precision: str


@value(frozen=True, slots=True)
class InYear(Expression):
    """A part of a year: a month, a day, a quarter, or the year itself ("May 9", "first quarter of 2014", "2015")."""

    first: tuple[int, int]
    """Month and day of the first day; day 0 where whole months are meant, month 0 where the whole year is."""
    last: tuple[int, int]
    """Month and day of the last day."""
    precision: str
    year: YearRef | None = None
    section: str | None = None
    """`early`, `mid`, `late` of the month or year."""
    weekday: int | None = None
    """The weekday that stands beside the day."""
    feast: str | None = None
    """A rule as in lexicon/holidays.csv that says the day; `first` and `last` are then that of some year."""


@value(frozen=True, slots=True)
class NumericDate(Expression):
    """A date of three numbers whose first two may be day and month either way ("04/05/2018")."""

    one: int
    two: int
    year: int


@value(frozen=True, slots=True)
class OnWeekday(Expression):
    """A weekday alone, or a span of weekdays ("Tuesday", "last Friday", "Monday to Wednesday")."""

    weekday: int
    shift: str | None = None
    """`last` `next` `this`, or None."""
    week: int | None = None
    """Weeks from this one, where the words name the week ("Tuesday last week" is -1)."""


@value(frozen=True, slots=True)
class Offset(Expression):
    """A unit of time counted from an anchor ("last month", "two days later", "yesterday", "the same day")."""

    unit: str
    """`day` `week` `weekend` `month` `quarter` `half` `year` `decade`; `same`: the period told before, in
    another year; `fiscal`: a fiscal year; `latest`: the quarter told, or the last one over; `full`: the year told,
    or this one."""
    count: int
    """Units from the anchor's own: -1 before, 0 the same, 1 after."""
    anchor: str
    """`now` (publication), `told` (the last date told), `story` (the day that the story tells of)."""
    section: str | None = None
    detail: str | None = None
    """For `fiscal` the state whose year it is, for `same` the year where it is named, `told` where it is counted
    from the one told; for `year` the word that compares ("a year `ago`"); `this` weekend; `years` where
    years are counted to the unit's place in them ("two years ago this month"); `part` for the time of a day."""


@value(frozen=True, slots=True)
class DayOfMonth(Expression):
    """A day without its month ("on the 15th", "on the 15th of that month")."""

    day: int
    month: str | None = None
    """The word that says which month: `the` or `that` (the one told), `this`, `last`, `next`, or None."""


@value(frozen=True, slots=True)
class Term(Expression):
    """A length of time that ends with a date ("the three months to June", "the quarter" of "… ended Sept. 30")."""

    closing: Expression
    months: int
    """Its length; 0 for a week."""


@value(frozen=True, slots=True)
class Part(Expression):
    """Months of a year that does not begin in January ("the first eight months of the current fiscal year")."""

    whole: Expression
    first: int
    """Whole months of it before those meant."""
    months: int


@value(frozen=True, slots=True)
class Span(Expression):
    """From the first of one expression to the last of another ("from March 30 to April 2")."""

    opening: Expression
    closing: Expression
    whole: bool = False
    """True where only the span, not its ends, is an expression of its own ("April 22-28")."""
