"""Whether an entry of a file is a correction: its keys, action, columns and values. One clear line where it is not."""

import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pyarrow as arrow

from pipeline.corrections.errors import CorrectionsError
from pipeline.corrections.model import CORRECTABLE, Correctable, Correction, Value, Wanted
from schemas import RELEASE_TABLES, columns
from schemas.column import Column

_KEYS = ("id", "table", "match", "action", "set", "part", "all", "expect", "reason", "author", "date")
_NEEDED = ("id", "table", "match", "action", "reason", "author", "date")
_GUARDED = ("set", "drop")
"""Actions that must say what they expect: they take away what the source says."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_NAMES = {
    arrow.string(): "text in quotes",
    arrow.date32(): "a day, YYYY-MM-DD",
    arrow.int64(): "a whole number",
    arrow.float64(): "a number",
    arrow.bool_(): "true or false",
}


def correction_of(entry: Mapping[str, Any], place: str) -> Correction:
    """The correction that `entry` is; raises CorrectionsError, which names `place`, where it is none."""
    _check_keys(entry, place)
    table, action = entry["table"], entry["action"]
    known = CORRECTABLE.get(table) if isinstance(table, str) else None
    if known is None:
        derived = isinstance(table, str) and table in RELEASE_TABLES
        hint = "follows from the others: correct those" if derived else f"is no table: one of {', '.join(CORRECTABLE)}"
        raise CorrectionsError(f"{place}: table {table!r} {hint}")
    if action not in known.actions:
        raise CorrectionsError(f"{place}: {table} can be corrected by {_list(known.actions)}, not by {action!r}")
    correction = Correction(
        id=_line(entry, "id", place),
        table=table,
        action=action,
        match=_wanted(entry, "match", table, known.match, place, several=True),
        reason=_line(entry, "reason", place),
        author=_line(entry, "author", place),
        date=_day(entry["date"], place),
        place=place,
        set=_wanted(entry, "set", table, known.set | (known.required if action == "add" else frozenset()), place),
        part=_wanted(entry, "part", table, known.part, place, several=True),
        expect=_wanted(entry, "expect", table, known.match, place),
        all=_truth(entry.get("all", False), place),
    )
    _check_whole(correction, known)
    return correction


def _check_keys(entry: Mapping[str, Any], place: str) -> None:
    unknown = [key for key in entry if key not in _KEYS]
    if unknown:
        raise CorrectionsError(f"{place}: unknown key {unknown[0]!r}: use {', '.join(_KEYS)}")
    missing = [key for key in _NEEDED if entry.get(key) is None]
    if missing:
        raise CorrectionsError(f"{place}: the key {missing[0]} is missing")


def _check_whole(correction: Correction, known: Correctable) -> None:
    """Whether every action has the keys that it needs and no others."""
    action, place = correction.action, correction.place
    if not _ID.fullmatch(correction.id):
        raise CorrectionsError(f"{place}: id {correction.id!r}: use letters, digits, `.`, `_` and `-`, at most 80")
    if not correction.match:
        raise CorrectionsError(f"{place}: match names no column")
    for key, wanted, needs in (("set", ("set", "add"), correction.set), ("part", ("split",), correction.part)):
        if bool(needs) != (action in wanted):
            raise CorrectionsError(f"{place}: {action} {'needs' if action in wanted else 'takes no'} `{key}`")
    if action in _GUARDED and not correction.expect:
        raise CorrectionsError(f"{place}: {action} needs `expect`: what the row says without the correction")
    if action == "add":
        absent = sorted(known.required - correction.set.keys())
        if absent:
            raise CorrectionsError(f"{place}: add needs the column {absent[0]} in `set`")
        if not correction.match.keys() <= {"article_id", "source_path", "record_key"}:
            raise CorrectionsError(f"{place}: add finds its article by article_id, or source_path and record_key")


def _wanted(
    entry: Mapping[str, Any], key: str, table: str, allowed: frozenset[str], place: str, several: bool = False
) -> Wanted:
    """Columns and values under `key`; with `several` a list stands for any of its values."""
    given = entry.get(key)
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise CorrectionsError(f"{place}: {key} is a list of `column: value` lines")
    found: dict[str, Value] = {}
    for name, value in given.items():
        if name.startswith("\0"):
            continue
        if name not in allowed:
            raise CorrectionsError(f"{place}: {key} cannot name {name!r} of {table}: use {_list(allowed)}")
        found[name] = _value(_column(table, name), value, f"{place}: {key}: {name}", several, coded=key == "set")
    return found


def _column(table: str, name: str) -> Column | None:
    """The column; None for one that a table is found by though it is another's: the article's."""
    for owner in (table, "articles", "events"):
        for column in columns(owner):
            if column.name == name:
                return column
    return None


def _value(column: Column | None, value: Any, where: str, several: bool, coded: bool) -> Value:
    if column is None:
        raise CorrectionsError(f"{where}: no such column")
    is_list = arrow.types.is_list(column.type)
    if isinstance(value, list):
        if not is_list and not several:
            raise CorrectionsError(f"{where}: {_NAMES[column.type]} is wanted, not a list")
        items = tuple(_single(column, item, where, coded) for item in value)
        if any(not isinstance(item, str) for item in items):
            raise CorrectionsError(f"{where}: a list of text in quotes is wanted")
        return tuple(str(item) for item in items)
    if is_list and value is not None:
        raise CorrectionsError(f"{where}: a list is wanted: [{value}]")
    return _single(column, value, where, coded)


def _single(column: Column, value: Any, where: str, coded: bool) -> Value:
    if value is None:
        if coded and not column.nullable:
            raise CorrectionsError(f"{where} cannot be null")
        return None
    kind = arrow.string() if arrow.types.is_list(column.type) else column.type
    typed = _typed(kind, value)
    if typed is None:
        raise CorrectionsError(f"{where}: {_NAMES[kind]} is wanted, not {value!r}")
    codes = column.meaning.codes
    if coded and codes is not None and typed not in codes.codes:
        raise CorrectionsError(f"{where}: {value!r} is not one of its codes")
    return typed


def _typed(kind: arrow.DataType, value: Any) -> Value:
    """`value` as the column's type has it, None where it is of another."""
    if kind == arrow.string() and isinstance(value, str):
        return unicodedata.normalize("NFC", value) if value.strip() else None
    if kind == arrow.date32() and isinstance(value, date) and not isinstance(value, datetime):
        return value
    if kind == arrow.bool_() and isinstance(value, bool):
        return value
    if isinstance(value, bool):
        return None
    if kind == arrow.int64() and isinstance(value, int):
        return value
    if kind == arrow.float64() and isinstance(value, int | float) and math.isfinite(value):
        return float(value)
    return None


def _line(entry: Mapping[str, Any], key: str, place: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise CorrectionsError(f"{place}: {key} is text, not {value!r}: put it in quotes")
    return " ".join(value.split())


def _day(value: Any, place: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise CorrectionsError(f"{place}: date is a day, YYYY-MM-DD, not {value!r}")
    return value


def _truth(value: Any, place: str) -> bool:
    if not isinstance(value, bool):
        raise CorrectionsError(f"{place}: all is true or false, not {value!r}")
    return value


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
