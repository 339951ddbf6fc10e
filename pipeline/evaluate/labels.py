"""Label files as values. What a label means stands in DATASETS, "Labels"; that it fits its text is a test's matter."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pipeline.intake.companions import tell_apart
from pipeline.intake.listing import list_folder

_Label = TypeVar("_Label")


class LabelError(ValueError):
    """A label file that cannot be read: names the file and what is wrong in it."""


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A calendar expression of the text."""

    text: str
    """The expression, verbatim."""
    occurrence: int
    """1 for the first place where `text` stands in the article, 2 for the second."""
    start: date | None
    end: date | None
    """Inclusive interval; both None for an expression that the text does not fix."""
    optional: bool


@dataclass(frozen=True, slots=True)
class EventLabel:
    """One row that `events` should hold."""

    snippet: str
    """A few words of its sentence, verbatim."""
    start: date
    end: date
    types: frozenset[str]
    """Every acceptable event type."""
    countries: frozenset[str]
    status: str
    optional: bool
    """Debatable: not counted when missed."""


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """One row that `trade_figures` should hold."""

    snippet: str
    value: float
    """In base units, as in the table."""
    value_high: float | None
    unit: str
    flows: frozenset[str]
    """Every acceptable flow."""
    measure: str
    direction: str | None
    exporter: str | None
    importer: str | None
    countries: frozenset[str]
    commodity: str | None
    start: date | None
    """First day of the period; None is not checked."""
    end: date | None
    """Last day of the period; None is not checked."""
    optional: bool


@dataclass(frozen=True, slots=True)
class OfficialLabel:
    """A person that `officials` should hold, with the roles of this article."""

    name: str
    country: str | None
    titles: tuple[str, ...]
    """The titles of this article; none makes the label optional."""
    optional: bool


@dataclass(frozen=True, slots=True)
class ArticleLabels:
    """The labels of one article: one label file."""

    article: str
    """File name of the article, without its folder."""
    published_on: date | None
    read_on: date | None
    """The day as of which `dates` are read where `published_on` is None."""
    dates: tuple[DateLabel, ...] | None
    """None where this article's dates are not labelled."""
    duplicates: tuple[tuple[str, str], ...]
    """First words of a first occurrence, first words of its repeat in this article."""
    events: tuple[EventLabel, ...]
    figures: tuple[FigureLabel, ...]
    officials: tuple[OfficialLabel, ...]
    not_officials: tuple[str, ...]
    """Names that have no row in `officials`."""


def read_labels(folder: Path) -> tuple[ArticleLabels, ...]:
    """The labels of all `*.json` files of `folder`, in the order of their names.

    Raises LabelError where there is none, or for a file that is no label file.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise LabelError(f"no labels (*.json) in {folder}")
    return tuple(read_label_file(path) for path in paths)


def labels_beside(raw: Path) -> tuple[Path, ...]:
    """The label files that lie beside articles of `raw`: `NAME.json` where `NAME.txt` is.

    Raises IntakeError as `list_folder` does.
    """
    entries = list_folder(raw).entries
    known = tell_apart(entries)
    others = {entry.path for entry in known.files} | known.sidecars.keys()
    return tuple(raw / entry.path for entry in entries if entry.path.endswith(".json") and entry.path not in others)


def read_label_file(path: Path) -> ArticleLabels:
    """The labels of one file. Raises LabelError if it is not JSON or lacks what a label must say."""
    try:
        return _article(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise LabelError(f"{path}: cannot be read: {error}") from error
    except KeyError as error:
        raise LabelError(f"{path}: a label lacks {error}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise LabelError(f"{path}: {error}") from error


def _article(raw: Mapping[str, Any]) -> ArticleLabels:
    return ArticleLabels(
        article=raw["article"],
        published_on=_day(raw["published_on"]),
        read_on=_day(raw.get("read_on")),
        dates=_all(raw["dates"], _date) if "dates" in raw else None,
        duplicates=tuple((first, repeat) for first, repeat in raw.get("duplicates", [])),
        events=_all(raw.get("events", []), _event),
        figures=_all(raw.get("trade_figures", []), _figure),
        officials=_all(raw.get("officials", []), _official),
        not_officials=tuple(raw.get("not_officials", [])),
    )


def _all(raw: list[Mapping[str, Any]], read: Callable[[Mapping[str, Any]], _Label]) -> tuple[_Label, ...]:
    return tuple(read(label) for label in raw)


def _date(raw: Mapping[str, Any]) -> DateLabel:
    return DateLabel(
        text=raw["text"],
        occurrence=raw.get("occurrence", 1),
        start=_day(raw["start"]),
        end=_day(raw["end"]),
        optional=bool(raw.get("optional")),
    )


def _event(raw: Mapping[str, Any]) -> EventLabel:
    return EventLabel(
        snippet=raw["snippet"],
        start=date.fromisoformat(raw["start"]),
        end=date.fromisoformat(raw["end"]),
        types=frozenset(raw["types"]),
        countries=frozenset(raw["countries"]),
        status=raw.get("status", "occurred"),
        optional=bool(raw.get("optional")),
    )


def _figure(raw: Mapping[str, Any]) -> FigureLabel:
    return FigureLabel(
        snippet=raw["snippet"],
        value=float(raw["value"]),
        value_high=None if raw.get("value_high") is None else float(raw["value_high"]),
        unit=raw["unit"],
        flows=frozenset(raw["flow"]),
        measure=raw["measure"],
        direction=raw.get("direction"),
        exporter=raw.get("exporter"),
        importer=raw.get("importer"),
        countries=frozenset(raw.get("countries", [])),
        commodity=raw.get("commodity"),
        start=_day(raw.get("start")),
        end=_day(raw.get("end")),
        optional=bool(raw.get("optional")),
    )


def _official(raw: Mapping[str, Any]) -> OfficialLabel:
    titles = tuple(raw.get("titles", []))
    return OfficialLabel(
        name=raw["name"],
        country=raw["country"],
        titles=titles,
        optional=bool(raw.get("optional")) or not titles,
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
