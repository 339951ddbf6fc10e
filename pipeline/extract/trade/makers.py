"""Whose goods are known by their name: "25 F-16 jets" come from the United States, whoever else is told of."""

from dataclasses import replace
from functools import cache

from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Frame
from pipeline.lexicon.table import rows

_MOVED = frozenset({"export", "import"})
_TWO = 2


@cache
def _makers() -> dict[str, str]:
    """The state that makes what is called by each name."""
    return {row["name"]: row["country"] for row in rows("makers")}


def _maker_of(goods: Goods) -> str | None:
    """The state that makes the goods, if their name tells."""
    if goods[0].islower():
        return None
    called = f" {goods[0]}"
    return next((code for name, code in _makers().items() if f" {name}" in called), None)


def as_made(scene: Scene, frame: Frame, goods: Goods | None) -> Frame:
    """`frame` with the maker of its goods as who sells them: where the seller is open or only carried on from before,
    and where a deal of two on such goods does not say who sells."""
    if goods is None or not (frame.flow in _MOVED or (frame.flow == "trade" and frame.pair)):
        return frame
    maker = _maker_of(goods)
    if maker is None or maker in (frame.exporter, frame.importer):
        return frame
    if frame.flow == "trade":
        return _sold_by(frame, maker)
    named = any(side.code == frame.exporter and side.kind != "pronoun" for side in scene.sides)
    if frame.exporter is not None and named:
        return frame  # who hands on what another has made
    return replace(frame, exporter=maker, view=maker if frame.view == frame.exporter else frame.view)


def _sold_by(frame: Frame, maker: str) -> Frame:
    """A deal of two as a sale of the one that makes the goods."""
    others = [code for code in frame.pair if code != maker]
    if len(others) != 1 or (len(frame.pair) == _TWO and maker not in frame.pair):
        return frame
    return replace(frame, flow="export", rule="made_export", pair=(), exporter=maker, importer=others[0], view=maker)
