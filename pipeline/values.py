"""How classes of plain values are declared: as frozen data classes to the type checker, without its price at run time;
and properties of theirs that are worked out when they are first asked for.

`@value(frozen=True, slots=True)` means what `@dataclass(frozen=True, slots=True)` means, but that assignments to a
made value are found by mypy alone. A class that checks them itself takes three times as long to make each value, and
an article is read into some six hundred of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

__all__ = ["Lazy", "value"]

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """A decorator; `frozen` values are equal and hashed by their fields, as data classes are."""
        return dataclass(slots=slots, unsafe_hash=frozen)


class Lazy(Generic[T]):
    """A property of a value with a `__dict__` that is worked out when it is first asked for, and kept there.

    What `functools.cached_property` is, without the lock that it takes up to Python 3.11: with it the asking costs more
    than most of what is asked.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, of: object, owner: type | None = None) -> T:
        found: T = self._find(of)
        of.__dict__[self._name] = found
        return found
