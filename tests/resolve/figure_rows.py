"""Rows of trade_figures for the tests of what is derived from them."""

from datetime import date
from typing import Any

from pipeline.resolve.figures import Figure, figure_of

ROW: dict[str, Any] = {
    "figure_id": "f1", "article_id": "a", "source_path": "a.txt", "paragraph_id": "p1",
    "evidence": "Russia sold coal worth $10.2 million to North Korea in 2014.", "flow": "export", "measure": "level",
    "value": 10200000.0, "value_high": None, "unit": "USD", "per": None, "value_text": "$10.2 million",
    "approximate": False, "qualifier": None, "direction": None, "commodity": "coal", "commodity_hs": "27",
    "exporter": "RUS", "importer": "PRK", "countries": ["PRK", "RUS"], "period_start": date(2014, 1, 1),
    "period_end": date(2014, 12, 31), "baseline_text": None, "status": "actual",
}  # fmt: skip


def year(number: int) -> dict[str, date]:
    """The columns of the period of a whole year."""
    return {"period_start": date(number, 1, 1), "period_end": date(number, 12, 31)}


def figure(name: str, value: float | None = None, **changes: Any) -> Figure:
    """A figure of the article that the name's first letter names."""
    own = {"figure_id": name, "article_id": name[0], "source_path": f"{name[0]}.txt", "paragraph_id": f"p{name}"}
    number = {} if value is None else {"value": value}
    return figure_of({**ROW, **own, **number, **changes})


def change(name: str, percent: float, direction: str = "up", **changes: Any) -> Figure:
    """A change in percent."""
    told = {"measure": "change", "unit": "percent", "value_text": f"{percent:g} percent", "direction": direction}
    return figure(name, percent, **{**told, **changes})


def share(name: str, percent: float, commodity: str | None, **changes: Any) -> Figure:
    """A share in percent."""
    told = {"measure": "share", "unit": "percent", "value_text": f"{percent:g} percent"}
    return figure(name, percent, **{**told, "commodity": commodity, "commodity_hs": None, **changes})


def trade(name: str, value: float, **changes: Any) -> Figure:
    """Trade of the two states in both directions, in all goods."""
    both = {"flow": "trade", "exporter": None, "importer": None, "commodity": None, "commodity_hs": None}
    return figure(name, value, **{**both, **changes})
