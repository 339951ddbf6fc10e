"""Percentages by which a flow is raised or cut: "lifted Peru's tea exports 9 percent", "cut sales to Chad 9 percent".

Changes told by the words right beside an amount are `changes`' business.
"""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set

_ENDS_CLAUSE = frozenset({".", ";", ":", "¶", "(", ")"})
_RAISES = word_set(
    "lift lifts lifted lifting boost boosts boosted boosting raise raises raised raising increase increased increases "
    "increasing cut cuts cutting reduce reduced reduces reducing push pushed trim trimmed slash slashed expand expanded"
)
"""Verbs that have a flow as their object, with how much it changes right behind it."""
_MOVED = word_set("exports imports shipments sales purchases deliveries trade turnover output supplies remittances")
_WAYS = frozenset({"to", "from", "of", "by", "with"})
_JOINTS = frozenset({"the", "and"})
_OBJECT_REACH = 7


def _names_partner(tokens: Tokens, first: int, last: int) -> bool:
    """Whether nothing but whom a flow goes to or comes from stands from token `first` to `last`."""
    if first == last:
        return True
    return tokens.lowers[first] in _WAYS and all(
        tokens.words[at][0].isupper() or tokens.lowers[at] in _JOINTS for at in range(first + 1, last)
    )


def raised(tokens: Tokens, amount: Amount) -> str | None:
    """What "lifted Peru's tea exports 9 percent", "cut imports from Chad 9 percent" tells: a flow is raised or cut."""
    if amount.unit.kind != "percent" or amount.multiple:
        return None
    index = amount.qualifier_first - 1
    begins = max(-1, index - _OBJECT_REACH)
    places = range(index, begins, -1)
    if any(tokens.lowers[at] in _ENDS_CLAUSE or tokens.lowers[at][0].isdecimal() for at in places[:2]):
        return None
    noun = next((at for at in places if tokens.lowers[at] in _MOVED), None)
    if noun is None or not _names_partner(tokens, noun + 1, index + 1):
        return None
    for at in range(noun - 1, max(-1, noun - _OBJECT_REACH), -1):
        lower = tokens.lowers[at]
        if lower in _ENDS_CLAUSE or lower == "," or lower[0].isdecimal():
            return None
        if lower in _RAISES:
            return change_words("verb").get(lower)
    return None
