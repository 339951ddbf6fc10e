"""What one article states, as values. The columns' full meaning stands in `schemas`; ids are given later, in `resolve`.

Offsets are code points of the article's text. Every fact is grounded: `text[char_start:char_end] == evidence`.
"""

from datetime import date

from pipeline.text.page import Page
from pipeline.values import value


@value(frozen=True, slots=True)
class DateMention:
    """A calendar expression of the text and the inclusive interval that it means."""

    char_start: int
    char_end: int
    text: str
    """`article_text[char_start:char_end]`, the preposition left out ("April 22-28", "mid-February", "Tuesday")."""
    date_start: date | None
    """First day, None where the text does not fix it."""
    date_end: date | None
    """Last day, inclusive; None for an open interval ("since 2004")."""
    precision: str
    """`day` `week` `month` `quarter` `half` `season` `year` `range` `approximate`."""
    method: str
    """`explicit` (the text fixes it), `relative` (counted from another day), `inferred` (a year was completed)."""


@value(frozen=True, slots=True)
class Quantity:
    """A number of the text with its unit, in base units."""

    char_start: int
    char_end: int
    text: str
    """The amount's own words, sign of approximation left out ("$10.2 million", "5,200 tons", "a third")."""
    value: float
    """In base units: "$10.2 million" is 10200000.0."""
    value_high: float | None
    """Upper end of a range ("between $5 million and $7 million"), else None."""
    unit: str
    """ISO 4217 code, `t`, `bbl`, `m3`, `MWh`, `MW`, `count`, `percent`, `percentage_point`, or another unit's sign."""
    per: str | None
    """`day`, `month`, `year` for a rate, else None."""
    approximate: bool
    qualifier: str | None
    """`about` `almost` `over` `under` `up_to` `at_least`, or None."""
    change: str | None
    """`up`, `down`, or None where no change is told."""
    alternate_value: float | None = None
    """A conversion in brackets behind the amount, in its own base unit."""
    alternate_unit: str | None = None
    noun: str | None = None
    """For `count`: what is counted, in the text's words ("fire engines")."""


@value(frozen=True, slots=True)
class Masthead:
    """What the page says about itself (DATASETS, "articles")."""

    title: str | None
    publisher: str | None
    byline: str | None
    dateline_place: str | None
    published_on: date | None
    published_on_method: str
    """`metadata` `header` `footer` `dateline` `url` `inferred` `none`."""
    published_on_evidence: str | None
    language: str
    """ISO 639-1."""
    told_until: date | None = None
    """For an undated article whose text fixes the year: the latest day that it tells as past. Dates without a year are
    read against it; weekdays and "yesterday" stay open (DATASETS, "inferred"). None where `published_on` is known."""


@value(frozen=True, slots=True)
class PersonMention:
    """A place where a person is named, title excluded ("Kim Jong-un", "Trutnev", "Ri" of "Mr Ri")."""

    char_start: int
    char_end: int
    text: str
    person: str
    """The person's fullest name in this article, as written: one person, one string, within an article."""
    country: str | None
    """State served, ISO 3166-1 alpha-3, or None."""
    official: bool
    """False for analysts, journalists and other persons without a public office."""


@value(frozen=True, slots=True)
class Role:
    """A person named with an office: one row of `official_roles`."""

    paragraph: int
    char_start: int
    char_end: int
    evidence: str
    """The sentence that names person and office."""
    rule: str
    person: str
    """The person's fullest name in this article, the key of `PersonMention.person`."""
    name_text: str
    """The name as this sentence has it."""
    title: str
    """The text's words, singular, without country, name and status word."""
    organization: str | None
    country: str | None
    status: str
    """`current` `former` `acting` `designate`."""


@value(frozen=True, slots=True)
class Event:
    """A dated occurrence: one row of `events`, before ids."""

    paragraph: int
    char_start: int
    char_end: int
    evidence: str
    rule: str
    date_text: str
    date_start: date
    date_end: date
    date_precision: str
    date_method: str
    event_type: str
    """A PLOVER category."""
    trigger: str
    status: str
    source_country: str | None
    target_country: str | None
    countries: tuple[str, ...]
    location: str | None
    participants: tuple[str, ...]
    """Keys of `PersonMention.person`, officials only, sorted."""


@value(frozen=True, slots=True)
class TradeFigure:
    """A number about what moves between countries: one row of `trade_figures`, before ids."""

    paragraph: int
    char_start: int
    char_end: int
    evidence: str
    rule: str
    flow: str
    measure: str
    value: float
    value_high: float | None
    unit: str
    per: str | None
    alternate_value: float | None
    alternate_unit: str | None
    value_text: str
    approximate: bool
    qualifier: str | None
    direction: str | None
    commodity: str | None
    commodity_hs: str | None
    exporter: str | None
    importer: str | None
    countries: tuple[str, ...]
    period_text: str | None
    period_start: date | None
    period_end: date | None
    baseline_text: str | None
    status: str


@value(frozen=True, slots=True)
class Extraction:
    """Everything that one article states."""

    page: Page
    masthead: Masthead
    dates: tuple[DateMention, ...]
    people: tuple[PersonMention, ...]
    roles: tuple[Role, ...]
    events: tuple[Event, ...]
    figures: tuple[TradeFigure, ...]
