"""How classes of plain values are declared: as frozen data classes to the type checker, without its price at run time.

`@value(frozen=True, slots=True)` means what `@dataclass(frozen=True, slots=True)` means, but that assignments to a
made value are found by mypy alone. A class that checks them itself takes three times as long to make each value, and
an article is read into some six hundred of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """A decorator; `frozen` values are equal and hashed by their fields, as data classes are."""
        return dataclass(slots=slots, unsafe_hash=frozen)
