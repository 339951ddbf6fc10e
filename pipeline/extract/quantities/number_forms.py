"""What a number is while it is read, and the words that numbers are told in."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.table import rows

ONE = Decimal(1)
HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)


class Word(NamedTuple):
    """What a word makes of a number."""

    kind: str
    value: Decimal


@dataclass(slots=True)
class Number:
    """A number of the text: tokens `first` up to, not with, `last`."""

    first: int
    last: int
    value: Decimal
    in_digits: bool
    """Whether its first part is written in digits."""
    magnitude: Decimal = ONE
    """The product of "million", "lakh" and their like, 1 where there is none."""
    fraction: bool = False
    """A part of a whole ("a third", "two-thirds"): the value is a share in percent."""
    vague: bool = False
    """Only an order of magnitude is told ("tens of millions")."""
    suffix: int = 0
    """1 where its magnitude is a single letter that may be a unit ("54m")."""

    @property
    def mantissa(self) -> Decimal:
        """The number that stands before the magnitude."""
        return self.value / self.magnitude


@cache
def number_words() -> dict[str, Word]:
    """The words of number_words.csv by their small letters."""
    return {row["form"]: Word(row["kind"], _quotient(row["value"])) for row in rows("number_words")}


def _quotient(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below or 1)
