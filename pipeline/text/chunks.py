"""A text in chunks, each a run of signs with the blank behind it, and what readers know of a chunk.

No word reaches across white space: whether something that a reader seeks may begin in a chunk, it finds out once. That
pays for what few chunks hold. Readers of every word cut a sentence by a pattern: to fetch so many values from all over
the memory takes as long, and longer where others use the machine's caches too.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar, cast

T = TypeVar("T")

_CUT = "\0"
"""Where a chunk ends; in a text itself it counts for a blank."""
_MOST = 1 << 15
_LONGEST = 48


@lru_cache(maxsize=4)
def placed_chunks(text: str) -> tuple[Sequence[str], Sequence[int]]:
    """The chunks of `text` and the offset of each; kept, as several readers of a page ask for them.

    They are cut behind every blank and line end: some are white space alone.
    """
    if _CUT in text:
        text = text.replace(_CUT, " ")
    chunks = text.replace(" ", " " + _CUT).replace("\n", "\n" + _CUT).split(_CUT)
    starts, at = list[int](), 0
    for chunk in chunks:
        starts.append(at)
        at += len(chunk)
    return chunks, starts


class Known(dict[str, T]):
    """What is known of the strings met so far, found out as each is first asked for.

    Most come again and again. `lru_cache` would set each hit in its order, which takes longer than finding it: a text
    has as many as it has words. Too large a table is begun anew; long strings hardly come again and are not kept.
    """

    def __init__(self, find: Callable[[str], T]) -> None:
        """`find` says what is to be known of a string."""
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> T:
        found = self._find(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = found
        return found


_FINDERS: list[Callable[[str], object]] = []


def _all_found(chunk: str) -> tuple[object, ...]:
    found = tuple([find(chunk) for find in _FINDERS])
    return found if any(found) else ()


_ALL_FOUND = Known(_all_found)


class Sought(Generic[T]):
    """What one reader seeks in chunks.

    What all readers find in a chunk is kept together: a page's chunks are looked up once and not once for each reader,
    for the table is large, and to look up is to wait for the memory.
    """

    def __init__(self, find: Callable[[str], T]) -> None:
        """`find` says what is in a chunk; most have nothing, which is something false."""
        self._index = len(_FINDERS)
        _FINDERS.append(find)
        _ALL_FOUND.clear()
        _found_in.cache_clear()

    def places(self, text: str) -> list[tuple[int, T]]:
        """The chunks of `text` that have something, by their number, with it."""
        index = self._index
        return [(at, cast(T, found[index])) for at, found in _found_in(text) if found[index]]


@lru_cache(maxsize=4)
def _found_in(text: str) -> list[tuple[int, tuple[object, ...]]]:
    """The chunks of `text` in which some reader finds something, and what each finds."""
    chunks, _ = placed_chunks(text)
    return [(at, found) for at, found in enumerate(map(_ALL_FOUND.__getitem__, chunks)) if found]
