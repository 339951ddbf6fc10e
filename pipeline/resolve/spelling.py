"""Which spellings can be of one name: by what is left out, cut short, or written a letter otherwise.

Whose name it is, is decided in `identity`. Likeness alone never makes two names one.
"""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.extract.officials.name_keys import NameKey

_LONG_ENOUGH, _LONG = 5, 9
"""Letters of a word of which one may differ, and of one of which two may."""
_INITIALS = {"w": "v", "q": "g", "y": "i"}
"""Initials of words that are made one with others."""


def names_agree(short: NameKey, long: NameKey) -> bool:
    """Whether `short` is `long` with words left out or cut to initials, the surname kept.

    Never so for names whose family name comes first by their language; nor where both have initials, and others.
    """
    if _is_whole(short) or _is_whole(long) or len(short.words) < 2 or len(short.words) > len(long.words):
        return False
    if short.surname not in long.words or (short.surname != long.surname and long.surname not in short.words):
        return False
    initials = [{word for word in key.words if len(word) == 1} for key in (short, long)]
    if all(initials) and initials[0] != initials[1]:
        return False
    return _is_part(short.words, long.words)


def begins_alike(short: NameKey, long: NameKey) -> bool:
    """Whether `short` is `long` without its last word or two: a second surname, a house ("Al Thani")."""
    size = len(short.ordered)
    if _is_whole(short) or _is_whole(long) or size < 2 or not 0 < len(long.ordered) - size <= 2:
        return False
    return short.ordered == long.ordered[:size]


def nearly_alike(one: NameKey, other: NameKey) -> bool:
    """Whether two names differ by no more than a letter or two a word, as free romanisations do.

    One word at least is the same, and no word differs by the ending that makes it a woman's.
    """
    if _is_whole(one) or _is_whole(other) or len(one.ordered) != len(other.ordered):
        return False
    pairs = list(zip(one.ordered, other.ordered, strict=True))
    if not 0 < sum(left == right for left, right in pairs) < len(pairs):
        return False
    return all(left == right or _near(left, right) for left, right in pairs)


def _near(left: str, right: str) -> bool:
    if min(len(left), len(right)) < _LONG_ENOUGH or left + "a" == right or right + "a" == left:
        return False
    most = 2 if min(len(left), len(right)) >= _LONG else 1
    return left[0] == right[0] and int(Levenshtein.distance(left, right, score_cutoff=most)) <= most


def _is_whole(key: NameKey) -> bool:
    """Whether no part of the name may be left out."""
    return key.korean or key.family_first


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each word of `short` is another word of `long`, or the initial of one."""
    rest = list(long)
    for word in sorted(short, key=len, reverse=True):
        hit = next((other for other in rest if other == word), None)
        if hit is None:
            hit = next((other for other in rest if min(len(word), len(other)) == 1 and _initial(word, other)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return True


def _initial(one: str, other: str) -> bool:
    return _INITIALS.get(one[0], one[0]) == _INITIALS.get(other[0], other[0])
