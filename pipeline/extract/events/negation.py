"""Whether a verb or an event noun is denied by the words ahead of it ("did not sign", "no formal talks").

Whom, or what, a sentence denies as a whole stands in `denied`.
"""

from functools import cache

from pipeline.extract.events.tokens import Tokens, word_class

_BARE_AHEAD = frozenset(
    {"can", "could", "did", "do", "does", "may", "might", "must", "shall", "should", "will", "would"}
)
"""Ahead of "not": a verb in its base form follows."""
_NOT = frozenset({"didn't", "doesn't", "don't", "not", "won't"})
_NOT_ONLY = frozenset({"just", "merely", "only", "simply"})


@cache
def _denying() -> frozenset[str]:
    """Words ahead of what did not take place: "did not sign", "failed to sign"."""
    return word_class("negation") | word_class("fails")


def is_denied(before: tuple[str, ...], form: str) -> bool:
    """True behind a word of denial; not for "did not calm worries voiced", whose "not" is another verb's, nor for
    "not only banned"."""
    if _denying().isdisjoint(before[-3:]):
        return False
    at = max(i for i, word in enumerate(before) if word in _denying())
    between = before[at + 1 :]
    if not between or before[at] not in _NOT:
        return True
    if between[0] in _NOT_ONLY:
        return False
    bare = before[at] != "not" or (at > 0 and before[at - 1] in _BARE_AHEAD)
    own = between[0].endswith("ly") or between[0] in word_class("adverb") or between[0] in word_class("time")
    return own or not bare or form not in ("past", "participle") or between[0] in ("be", "have")


def is_none(tokens: Tokens, at: int) -> bool:
    """True for the talks of "no formal talks"; not for the vote of "make no mistake: the vote", "no longer a war"."""
    ahead = tokens.lowers[max(0, at - 3) : at]
    if "no" not in ahead:
        return _is_missed(tokens.lowers, at)
    first = at - ahead[::-1].index("no")
    if tokens.lowers[first] == "longer":
        return False
    return not any(mark in gap for gap in tokens.gaps[first : at + 1] for mark in ",:;")


def _is_missed(lowers: tuple[str, ...], at: int) -> bool:
    """True for the summit of "was absent from last month's summit"."""
    ahead = lowers[max(0, at - 8) : at]
    if "absent" not in ahead:
        return False
    missed = ahead.index("absent")
    return ahead[missed + 1 : missed + 2] in (("at",), ("from",))
