"""Whether the words around a place in a sentence tell of what was or of what is to come. No dates, no events."""

import re
from functools import cache

from pipeline.lexicon.table import rows

_LOOK = 400
"""Characters to each side of the place that are looked at."""


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(row["past"] for row in rows("irregular_verbs")) - {
        "set",
        "put",
        "cut",
        "hit",
        "let",
        "read",
        "cost",
    }


_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|would|going\sto|"
    r"(?:is|are|was|were|be|been|being|now)\s(?:\w{2,12}ly\s|also\s|now\s|still\s|not\s){0,2}"
    r"(?:scheduled|set|due|slated|expected|planned|planning|poised|about|likely|supposed|preparing|hoping|aiming)"
    r"(?:\s(?:to|for|on|in|at)\b)?|(?:is|are|was|were)\sto\b|"
    r"(?:plans?|planned|intends?|hopes?|aims?|expects?|wants?|agreed|vowed|pledged|promised|decided|offered)\s(?:to|for)\b|"
    r"(?:scheduled|slated|planned|due|set)\s(?:for|to|on)\b|upcoming|forthcoming|ahead\sof|looks?\sforward|"
    r"may|might|can|must|should|takes?\seffect|comes?\sinto|begins|opens|starts|kicks\soff|runs|expires|ends|falls)\b"
)
_TIGHT_FUTURE = re.compile(
    r"\b(?:until|till|by|upcoming|forthcoming|ahead\sof|ahead\sof\sthe|ahead\sof\sa|(?:scheduled|slated|planned|due|set)\s(?:for|on|in)|"
    r"postponed\s(?:to|until)|delayed\suntil|extended\s(?:to|until)|no\slater\sthan|invited\s(?:\w+\s){0,4}(?:for|to|in))\s(?:the\s|late\s|early\s|mid-)?\Z"
)
_PAST_AUX = re.compile(r"\b(?:was|were|had|did|has|have|has\sbeen|have\sbeen|last|since|ago)\b")
_WORD = re.compile(r"[^\W\d_]{2,30}")
_CLAUSE = re.compile(
    r"[;:]|,\s(?:and|but|while|when|after|before|as|which|who|where|although|though)\b|\s(?:which|who|while|whereas|but)\s"
)
_AFTER_VERB = re.compile(
    r"\s(?:the|a|an|his|her|its|their|to|in|on|at|with|for|from|by|that|up|down|out|off|over|into|of|and|as|it|him|them|"
    r"[A-Z\d$€£\"“]|\w{2,14}ly\b)|[,.;:]|\s?\Z"
)
_BEFORE_ADJECTIVE = re.compile(
    r"(?:\b(?:the|a|an|of|its|his|their|this|these|newly|recently|heavily)\s|-)\Z", re.IGNORECASE
)


def direction(sentence: str, start: int, end: int) -> str | None:
    """`past` or `future` for the expression at `sentence[start:end]`, by the verb that governs it; None without any.

    The nearest sign to its left in the same clause decides, else the nearest to its right, else one of the sentence.
    """
    left, right = sentence[max(0, start - _LOOK) : start], sentence[end : end + _LOOK]
    if _TIGHT_FUTURE.search(left[-40:]):
        return "future"
    breaks = list(_CLAUSE.finditer(left))
    near = left[breaks[-1].start() :] if breaks else left
    ahead = _CLAUSE.search(right)
    return (
        _last_sign(near)
        or _first_sign(right[: ahead.start()] if ahead else right)
        or _last_sign(left)
        or _first_sign(right)
    )


def _signs(text: str) -> list[tuple[int, str]]:
    found = [(match.start(), "future") for match in _FUTURE.finditer(text)]
    covered = [match.span() for match in _FUTURE.finditer(text)]
    for match in _PAST_AUX.finditer(text):
        if not any(s <= match.start() < e for s, e in covered):
            found.append((match.start(), "past"))
    for match in _WORD.finditer(text):
        if not any(s <= match.start() < e for s, e in covered) and _is_past(text, match):
            found.append((match.start(), "past"))
    return sorted(found)


def _is_past(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    if word in _past_forms():
        return True
    if not word.endswith("ed") or len(word) < 5 or word[0].isupper():
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    return bool(_AFTER_VERB.match(text, match.end())) and not _BEFORE_ADJECTIVE.search(before)


def _last_sign(text: str) -> str | None:
    signs = _signs(text)
    return signs[-1][1] if signs else None


def _first_sign(text: str) -> str | None:
    signs = _signs(text)
    return signs[0][1] if signs else None
