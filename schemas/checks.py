"""The rules that a column keeps by itself, as pandera checks called like their rules. A null passes."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow as arrow
import pyarrow.compute as pc

from schemas.rules import RULES


def _check(rule: str, passes: Callable[[Any], Any]) -> pa.Check:
    """A check of a whole column: `passes` takes its Arrow array and gives a truth value, or null, for each row."""

    def verdict(values: pd.Series) -> pd.Series:
        passed = pc.fill_null(passes(arrow.array(values)), True)
        return pd.Series(passed.to_numpy(zero_copy_only=False), index=values.index)

    return pa.Check(verdict, name=rule, error=RULES[rule], ignore_na=False)


def _check_each(rule: str, passes: Callable[[Any], bool]) -> pa.Check:
    """A check of a column value by value (a value is a list in a column of lists)."""

    def verdicts(array: Any) -> Any:
        return arrow.array([value is None or passes(value) for value in array.to_pylist()], arrow.bool_())

    return _check(rule, verdicts)


def _is_composed(text: str | None) -> bool:
    return text is None or unicodedata.is_normalized("NFC", text)


EMPTY_TEXT = _check("empty_text", lambda array: pc.not_equal(array, arrow.scalar("")))
UNTRIMMED = _check("untrimmed", lambda array: pc.equal(pc.utf8_trim_whitespace(array), array))
NOT_COMPOSED = _check_each("not_composed", _is_composed)
NOT_COMPOSED_ITEM = _check_each("not_composed", lambda items: all(map(_is_composed, items)))
NOT_FINITE = _check("not_finite", pc.is_finite)
BAD_ITEM = _check_each(
    "bad_item", lambda items: all(item and item == item.strip() and ";" not in item for item in items)
)
REPEATED_ITEM = _check_each("repeated_item", lambda items: len(set(items)) == len(items))


def not_in_code_list(codes: Iterable[str]) -> pa.Check:
    """Refuses what is not among `codes`."""
    known = arrow.array(list(codes), arrow.string())
    return _check("not_in_code_list", lambda array: pc.or_(pc.is_in(array, value_set=known), pc.is_null(array)))


def item_not_in_code_list(codes: Iterable[str]) -> pa.Check:
    """Refuses a list with an item that is not among `codes`."""
    return _check_each("not_in_code_list", frozenset(codes).issuperset)


def out_of_range(minimum: Any, maximum: Any) -> pa.Check:
    """Refuses what lies below `minimum` or above `maximum`, where these are not None."""

    def passes(array: Any) -> Any:
        low: Any = arrow.scalar(True)
        high: Any = arrow.scalar(True)
        if minimum is not None:
            low = pc.greater_equal(array, arrow.scalar(minimum, array.type))
        if maximum is not None:
            high = pc.less_equal(array, arrow.scalar(maximum, array.type))
        return pc.and_(low, high)

    return _check("out_of_range", passes)
