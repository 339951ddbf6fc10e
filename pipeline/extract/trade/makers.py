"""Whose goods are known by their name: of two states that deal in F-16 jets the United States sells them."""

from dataclasses import replace
from functools import cache

from pipeline.extract.trade.commodity import Goods
from pipeline.extract.trade.scene import Scene
from pipeline.extract.trade.story import Frame
from pipeline.lexicon.table import rows

_MOVED = frozenset({"export", "import"})
_TWO = 2


@cache
def _makers() -> dict[str, tuple[str, bool]]:
    """The state that makes what is called by each name, and whether the name is its firm's."""
    return {row["name"]: (row["country"], row["kind"] == "firm") for row in rows("makers")}


def _maker_of(goods: Goods) -> tuple[str | None, bool]:
    """The state that makes the goods, if their name tells, and whether that is its firm's."""
    if goods[0].islower():
        return None, False
    called = f" {goods[0]}"
    return next((maker for name, maker in _makers().items() if f" {name}" in called), (None, False))


def as_made(scene: Scene, frame: Frame, goods: Goods | None) -> Frame:
    """`frame` with the maker of its goods as who sells them, where the sentence names it or its firm: where the seller
    is open or only carried on from before, and where a deal of two on such goods does not say who sells.

    A maker that is not named is put nowhere: others too hand on what they have bought.
    """
    if goods is None or not (frame.flow in _MOVED or (frame.flow == "trade" and frame.pair)):
        return frame
    maker, by_firm = _maker_of(goods)
    if maker is None or maker in (frame.exporter, frame.importer):
        return frame
    if not (by_firm or maker in frame.pair or any(side.code == maker for side in scene.sides)):
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
