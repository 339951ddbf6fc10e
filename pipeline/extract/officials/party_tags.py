"""Party and state of a member of the US Congress behind the name: "R-Texas", "(D-Calif.)", "(R)"."""

from pipeline.extract.officials.words import Words

_PARTIES = frozenset("RDI")
_LETTERS = 6
"""Words: "(D-N.M.)" is cut into no more."""


def is_tag(words: Words, index: int) -> bool:
    """Whether a party's letter and the beginning of a state's name stand at `index`."""
    raw = words.raw[index]
    return raw[1:2] == "-" and raw[0] in _PARTIES and raw[2:3].isupper()


def has_seat(words: Words, end: int) -> bool:
    """Whether party and state stand at `end`, behind a name; a letter alone says in captions who stands where."""
    return end + 1 < len(words) and words.low[end] in (",", "(") and is_tag(words, end + 1)


def behind_tag(words: Words, end: int) -> int:
    """The word behind the party and state that stand at `end`, behind a name; `end` where none do."""
    if end + 1 >= len(words) or words.low[end] not in (",", "("):
        return end
    bracket = words.low[end] == "("
    if not is_tag(words, end + 1):
        alone = bracket and words.raw[end + 1] in _PARTIES and words.low[end + 2 : end + 3] == [")"]
        return end + 3 if alone else end
    last = min(len(words), end + _LETTERS)
    behind = end + 2
    while behind < last and (words.low[behind] == "." or words.low[behind][1:] == "."):
        behind += 1
    return behind + 1 if bracket and words.low[behind : behind + 1] == [")"] else behind
