"""Whether two spellings are one name in Latin letters: "Alexandr" and "Alexander", "Choe" and "Choi".

Only known equivalences count, letter by letter and part by part: likeness does not ("Iran" and "Iraq", "Austria" and
"Australia" are alike). Who a person is belongs to `resolve.identity`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.dedup.words import bare
from pipeline.lexicon.table import rows

_DOUBLE_CONSONANT = re.compile(r"([bcdfgklmnprstvz])\1")


def same_spelling(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the name parts `first` and `second`, joined, are spellings of the same letters."""
    return _folded(first) == _folded(second)


def _folded(parts: Sequence[str]) -> str:
    return "".join(map(_fold, parts))


@lru_cache(maxsize=1 << 16)
def _fold(part: str) -> str:
    """`part` as its equals spell it, in lower case."""
    letters = _spellings().get(bare(part), bare(part))
    letters = letters.replace("y", "i").replace("ii", "i").replace("ks", "x")
    return _DOUBLE_CONSONANT.sub(r"\1", letters)


@cache
def _spellings() -> dict[str, str]:
    return {row["form"]: row["name"] for row in rows("name_spellings")}
