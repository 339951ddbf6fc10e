"""The version of the next release, computed and not typed: Semantic Versioning by what changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from pipeline.publish.changes import RowChange

_FORM = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A release's version: `major.minor.patch`."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        """`1.2.3`."""
        return f"{self.major}.{self.minor}.{self.patch}"

    @staticmethod
    def parse(text: str) -> "Version":
        """The version that `text` writes; raises ValueError if it writes none."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is no version; one is written like 1.2.3")
        return Version(*(int(number) for number in found.groups()))


FIRST = Version(1, 0, 0)


@dataclass(frozen=True, slots=True)
class Contract:
    """What a release promises of its tables' form."""

    version: int
    """The contract's version, raised by hand where a column's meaning changes."""
    schemas: Mapping[str, pa.Schema]
    """Columns and types of each table."""


def next_version(head: Version, old: Contract, new: Contract, changes: Iterable[RowChange]) -> Version:
    """The version after `head`.

    Major: a table or column was removed, renamed or retyped, or the contract's version is another. Minor: a table, a
    column or a row was added, or a row removed. Patch: values changed.
    """
    if old.version != new.version or _is_breaking(old.schemas, new.schemas):
        return Version(head.major + 1, 0, 0)
    if _is_wider(old.schemas, new.schemas) or any(change.change != "MOD" for change in changes):
        return Version(head.major, head.minor + 1, 0)
    return Version(head.major, head.minor, head.patch + 1)


def _columns(schemas: Mapping[str, pa.Schema]) -> set[tuple[str, str, str]]:
    return {(name, field.name, str(field.type)) for name, schema in schemas.items() for field in schema}


def _is_breaking(old: Mapping[str, pa.Schema], new: Mapping[str, pa.Schema]) -> bool:
    return not _columns(old) <= _columns(new)


def _is_wider(old: Mapping[str, pa.Schema], new: Mapping[str, pa.Schema]) -> bool:
    return not _columns(new) <= _columns(old)
