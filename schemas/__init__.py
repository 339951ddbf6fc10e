"""The tables' contract: pandera models, and what is generated from them (Arrow schemas, datapackage, dictionary)."""

from collections.abc import Mapping
from types import MappingProxyType

from schemas.articles import Articles
from schemas.changes import Changes
from schemas.column import Column, Meaning
from schemas.events import Events
from schemas.occurrences import Occurrences
from schemas.official_roles import OfficialRoles
from schemas.officials import Officials
from schemas.paragraphs import Paragraphs
from schemas.quarantine import Quarantine
from schemas.rules import RULES
from schemas.table import Table, columns_of
from schemas.trade_figures import TradeFigures
from schemas.trade_series import TradeSeries
from schemas.warnings import Warnings

CONTRACT_VERSION = 1
"""Raised by hand when a column keeps its name and type but changes its meaning: the next release is a major one."""

STATED: Mapping[str, type[Table]] = MappingProxyType(
    {
        "articles": Articles,
        "paragraphs": Paragraphs,
        "events": Events,
        "trade_figures": TradeFigures,
        "officials": Officials,
        "official_roles": OfficialRoles,
    }
)
"""The tables of what articles state, in publishing order."""

DERIVED: Mapping[str, type[Table]] = MappingProxyType(
    {"occurrences": Occurrences, "trade_series": TradeSeries, "warnings": Warnings}
)
"""The tables that follow from `STATED` and from nothing else, in publishing order."""

TABLES: Mapping[str, type[Table]] = MappingProxyType({**STATED, **DERIVED})
"""Every table of facts, in publishing order."""

RELEASE_TABLES: Mapping[str, type[Table]] = MappingProxyType({**TABLES, "quarantine": Quarantine, "changes": Changes})
"""Every table of a release: `TABLES`, what was refused, and what moved since the release before."""


def columns(name: str) -> tuple[Column, ...]:
    """The columns of table `name` in the order in which they are published."""
    return columns_of(RELEASE_TABLES[name])


def column_names(name: str) -> tuple[str, ...]:
    """The names of the columns of table `name` in the order in which they are published."""
    return tuple(column.name for column in columns(name))


__all__ = [
    "CONTRACT_VERSION",
    "DERIVED",
    "RELEASE_TABLES",
    "RULES",
    "STATED",
    "TABLES",
    "Column",
    "Meaning",
    "Table",
    "column_names",
    "columns",
]
