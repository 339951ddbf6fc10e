"""Percentages in brackets that tell how fast something grew: "exports to Peru (9%) and Chile (4%) both picked up".

A share stands in brackets too; what else the sentence speaks of decides. Changes told by words beside the amount are
`changes`' business.
"""

from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set

_SENTENCE_REACH = 60
"""Tokens either way in which a bracket's sentence is looked through."""
_ENDS = frozenset({".", ";", "¶", "?", "!"})
_SHARING = word_set(
    "share shares accounted accounting accounts account proportion comprised constituted represented partner partners "
    "destinations suppliers buyers markets sources customers importers exporters investors owns stake led including "
    "mainly chiefly mostly largely of total"
)
"""Words of a sentence in whose brackets shares stand."""
_SHARED_OUT = word_set(
    "share shares accounted accounting accounts account proportion comprised constituted represented stake owns total"
)
"""Those of them beside which not even "growth in exports to Peru (9%)" is sure to tell of a change."""
_IN_WHAT = word_set("in of to for from into")
"""Behind a noun of change they say what changed."""
_TELLING = word_set(
    "was were is are be been has have had came comes come coming go goes went drove driven led reflects stems due"
)
"""Words behind a noun of change with which something else is said."""
_ON_THE_YEAR = word_set("year on y o yoy yearly annually annual / - over last")
_ON_THE_YEAR_REACH = 6
_PACE = word_set(
    "accelerated accelerating quickened picked rebounded recovered strengthened sped slowed moderated eased"
)
"""Verbs of growth that goes faster or slower and is growth all the same."""
_LEVEL = frozenset({"to", "by", "at"})


def grown_in_brackets(tokens: Tokens, amount: Amount) -> str | None:
    """The direction of the growth that a bare percentage in brackets gives; None for a share or where no word tells."""
    first, last = amount.qualifier_first - 1, amount.last
    if amount.unit.kind != "percent" or tokens.lower(first) != "(":
        return None
    closing = _closing(tokens, last)
    if closing is None:
        return None
    begin, end = _sentence(tokens, first, closing)
    ahead, behind = _outside(tokens, begin, first), _outside(tokens, closing + 1, end)
    words = [tokens.lowers[at] for at in ahead + behind]
    governed = _governed(tokens, first, ahead) if _SHARED_OUT.isdisjoint(words) else None
    if governed is not None or (closing == last and not _SHARING.isdisjoint(words)):
        return governed
    return _nearest(tokens, ahead[::-1]) or _nearest(tokens, behind) or ("up" if closing > last else None)


def _governed(tokens: Tokens, bracket: int, ahead: list[int]) -> str | None:
    """The direction of the verb right before the bracket or of the noun in whose phrase it stands."""
    return change_words("verb").get(tokens.lower(bracket - 1)) or _grown_in(tokens, ahead)


def _closing(tokens: Tokens, last: int) -> int | None:
    """Where the bracket around a percentage that ends before token `last` closes, "year on year" alone behind it."""
    for at in range(last, last + _ON_THE_YEAR_REACH):
        if tokens.lower(at) == ")":
            return at
        if tokens.lower(at) not in _ON_THE_YEAR:
            return None
    return None


def _grown_in(tokens: Tokens, ahead: list[int]) -> str | None:
    """The direction of the noun of change in whose phrase the bracket stands ("growth in exports of tea (9%)")."""
    for at in reversed(ahead):
        lower = tokens.lowers[at]
        if lower in _TELLING or (lower[0].isdecimal() and not _is_year(lower)):
            return None
        direction = change_words("noun").get(lower)
        if direction is not None and tokens.lower(at + 1) in _IN_WHAT:
            return direction
    return None


def _sentence(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Where the sentence around the tokens `first` to `last` begins and ends."""
    begin = next((at + 1 for at in range(first, max(-1, first - _SENTENCE_REACH), -1) if tokens.lowers[at] in _ENDS), 0)
    stop = min(len(tokens), last + _SENTENCE_REACH)
    return begin, next((at for at in range(last, stop) if tokens.lowers[at] in _ENDS), stop)


def _outside(tokens: Tokens, first: int, last: int) -> list[int]:
    """The tokens from `first` to `last` that stand in no brackets."""
    kept, depth = list[int](), 0
    for at in range(first, last):
        lower = tokens.lowers[at]
        if lower == "(":
            depth += 1
        elif lower == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(at)
    return kept


def _nearest(tokens: Tokens, places: list[int]) -> str | None:
    """The direction of the first word of change among `places`, unless an amount stands nearer or with it."""
    for at in places:
        lower = tokens.lowers[at]
        if lower[0].isdecimal() and not _is_year(lower):
            return None
        if lower in _PACE:
            return "up"
        direction = change_words("verb").get(lower) or change_words("noun").get(lower)
        if direction is not None:
            level = tokens.lower(at + 1) in _LEVEL and tokens.lower(at + 2)[:1].isdecimal()
            return None if level else direction
    return None


def _is_year(lower: str) -> bool:
    return len(lower) == len("2024") and lower.isdecimal() and lower[:2] in ("19", "20")
