"""Things in the order of their places, as numbers, so that those between two places are cut out and not searched."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

_FEW = 12
"""Places that are sooner gone through than searched by halves."""


class Ordered(Generic[T]):
    """Things with the place of each, in order."""

    def __init__(self, things: Sequence[T], places: list[int]) -> None:
        self._things = things
        self._places = places

    def between(self, first: int, last: int) -> Sequence[T]:
        """The things from place `first` up to, but not with, `last`."""
        places = self._places
        if len(places) > _FEW:
            start = bisect_left(places, first)
            return self._things[start : bisect_left(places, last, start)]
        start = behind = 0
        for place in places:
            start += place < first
            behind += place < last
        return self._things[start : max(start, behind)]
