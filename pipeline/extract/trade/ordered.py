"""Things in the order of their places, as numbers, so that those between two places are cut out and not searched."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Ordered(Generic[T]):
    """Things with the place of each, in order."""

    def __init__(self, things: Sequence[T], places: list[int]) -> None:
        self._things = things
        self._places = places

    def between(self, first: int, last: int) -> Sequence[T]:
        """The things from place `first` up to, but not with, `last`."""
        if not self._places:
            return self._things
        start = bisect_left(self._places, first)
        return self._things[start : bisect_left(self._places, last, start)]
