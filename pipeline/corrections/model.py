"""A correction as a value, and what each table lets be corrected. How it is written in a file stands in `read`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

Value = str | int | float | bool | date | None | tuple[str, ...]
"""What a column may hold, lists as tuples."""
Wanted = Mapping[str, Value]
"""Column to the value that it must have; in `match` a tuple for a column that is no list means: any of these."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a file of corrections."""

    id: str
    """Its name, alone of its kind in the folder; what it touches carries it in `corrected_by`."""
    table: str
    action: str
    """`set` `drop` `add` `merge` `split`."""
    match: Wanted
    """Which rows it means."""
    reason: str
    author: str
    date: date
    """When it was written."""
    place: str
    """File and line, for messages: "corrections/dates.yaml:12"."""
    set: Wanted = field(default_factory=dict)
    """Column to its right value; for `add` the whole row."""
    part: Wanted = field(default_factory=dict)
    """For `split`: which of its reports or roles are the other one's."""
    expect: Wanted = field(default_factory=dict)
    """What the rows say without the correction."""
    all: bool = False
    """Whether it may mean more than one row."""


@dataclass(frozen=True, slots=True)
class Correctable:
    """What may be corrected in a table."""

    actions: frozenset[str]
    set: frozenset[str] = frozenset()
    """Columns that may be set."""
    match: frozenset[str] = frozenset()
    """Columns that rows are found by and guarded with."""
    part: frozenset[str] = frozenset()
    """Columns that say which part of a row is split off."""
    required: frozenset[str] = frozenset()
    """Columns that an added row must have."""


_FACT = frozenset(("article_id", "source_path", "record_key", "rule", "evidence", "char_start", "char_end"))
_EVENT = frozenset(
    (
        "date_text",
        "date_start",
        "date_end",
        "date_precision",
        "date_method",
        "event_type",
        "trigger",
        "status",
        "source_country",
        "target_country",
        "countries",
        "location",
    )
)
_FIGURE = frozenset(
    (
        "flow",
        "measure",
        "value",
        "value_high",
        "unit",
        "per",
        "alternate_value",
        "alternate_unit",
        "value_text",
        "approximate",
        "qualifier",
        "direction",
        "commodity",
        "commodity_hs",
        "exporter",
        "importer",
        "countries",
        "period_text",
        "period_start",
        "period_end",
        "baseline_text",
        "status",
    )
)
_ROLE = frozenset(("name_text", "title", "organization", "country", "status"))
_METADATA = frozenset(("title", "published_on", "publisher", "url"))

CORRECTABLE: Mapping[str, Correctable] = MappingProxyType(
    {
        "articles": Correctable(
            frozenset(("set", "drop")),
            set=_METADATA,
            match=_METADATA
            | {"article_id", "source_path", "record_key", "sha256", "encoding", "language"}
            | {"byline", "dateline_place", "published_on_method", "published_on_evidence"},
        ),
        "paragraphs": Correctable(
            frozenset(("set",)),
            set=frozenset(("kind", "duplicate_of")),
            match=frozenset(("article_id", "source_path", "record_key", "paragraph_id", "position", "text", "kind"))
            | {"duplicate_of", "duplicate_kind"},
        ),
        "events": Correctable(
            frozenset(("set", "drop", "add")),
            set=_EVENT,
            match=_FACT | _EVENT | {"event_id"},
            required=frozenset(("evidence", "date_text", "date_start", "date_end", "event_type", "trigger")),
        ),
        "trade_figures": Correctable(
            frozenset(("set", "drop", "add")),
            set=_FIGURE,
            match=_FACT | _FIGURE | {"figure_id"},
            required=frozenset(("evidence", "value_text", "value", "unit", "flow", "measure")),
        ),
        "official_roles": Correctable(
            frozenset(("set", "drop", "add")),
            set=_ROLE,
            match=_FACT | _ROLE | {"role_id"},
            required=frozenset(("evidence", "name_text", "title")),
        ),
        "officials": Correctable(
            frozenset(("set", "drop", "merge", "split")),
            set=frozenset(("name", "country")),
            match=frozenset(("official_id", "name", "aliases", "country", "latest_title")),
            part=frozenset(("article_id", "source_path", "record_key")),
        ),
        "occurrences": Correctable(
            frozenset(("merge", "split")),
            match=frozenset(("occurrence_id", "event_id", "article_id", "source_path", "evidence", "date_text")),
            part=frozenset(("event_id", "article_id", "source_path")),
        ),
    }
)
"""Every table that can be corrected. The others follow from these: correct the rows that they come from."""
