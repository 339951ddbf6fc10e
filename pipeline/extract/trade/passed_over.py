"""What may stand between a preposition and the country that it governs: a compound ("to flood-hit Nepal"), a firm ("to
Vodacom of Tanzania"). Which part the country so plays is told in `sides`.
"""

from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set

_NAME_REACH = 5
_TICKERS = frozenset({"<", ">"})
"""Between these one agency names firms."""
_OWNED = word_set("state government - owned run privately the")
_TO_FIRM = frozenset({"to", "from", "by"})


def ahead_of_compound(tokens: Tokens, index: int, first: int) -> int:
    """The token ahead of the compound that ends at `index` and describes a country ("to flood-hit Nepal"), else
    `index`."""
    start = index - 2
    if start <= first or tokens.words[index - 1] != "-" or not (tokens.glued(index) and tokens.glued(index - 1)):
        return index
    return start - 1 if tokens.words[index].islower() and tokens.words[start].islower() else index


def before_firm(tokens: Tokens, index: int, first: int) -> int:
    """The "to" or "from" ahead of the firm whose state stands behind "of" at token `index` ("to Vodacom of Tanzania"),
    else `index`."""
    at = index - 1
    while at > max(first, index - _NAME_REACH - 2) and (tokens.words[at][0].isupper() or tokens.words[at] in _TICKERS):
        at -= 1
    while at > first and tokens.lowers[at] in _OWNED:
        at -= 1
    return at if tokens.lowers[at] in _TO_FIRM else index
