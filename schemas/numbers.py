"""How a number is written: one way only, with every version of every library."""

LARGEST_PLAIN = 1e16
"""Whole numbers below this are written without a point; from here on their shortest form has an exponent."""


def number_text(value: float) -> str:
    """The shortest text that reads back as `value`: `10200000`, `9.35`, `1e+22`; -0.0 is `0`."""
    if value.is_integer() and abs(value) < LARGEST_PLAIN:
        return str(int(value))
    return repr(value)
