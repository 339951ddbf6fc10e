"""Whether a text has one of several parts: the cheap question ahead of a costly pattern."""

from collections.abc import Iterable


def holds_any(text: str, parts: Iterable[str]) -> bool:
    """Whether one of `parts` stands in `text`.

    `any(map(text.__contains__, parts))` would call a wrapper of the method for each, which takes twice as long.
    """
    for part in parts:  # noqa: SIM110 -- as a generator it would take twice as long too
        if part in text:
            return True
    return False
