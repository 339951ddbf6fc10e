"""Whether the words around a place in a sentence tell of what was or of what is to come. No dates, no events."""

import re
from functools import cache, lru_cache

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


@cache
def _present_forms() -> frozenset[str]:
    regular = {"visits", "signs", "hosts", "attends", "arrives", "starts", "concludes", "votes", "travels", "opens"}
    return frozenset(regular) | {row["lemma"] + "s" for row in rows("irregular_verbs")} - {
        "says",
        "sets",
        "deals",
        "cuts",
        "means",
    }


_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|would|going\sto|to\sbe|invitations?\sto|call(?:s|ed|ing)\sfor|"
    r"(?:is|are|be|being|now)\s(?:\w{2,12}ly\s|also\s|now\s|still\s|not\s){0,2}"
    r"(?:scheduled|set|due|slated|expected|planned|planning|poised|about|likely|supposed|preparing|hoping|aiming)"
    r"(?:\s(?:to|for|on|in|at)\b)?|(?:is|are)\sto\b|"
    r"(?:plans?|planned|intends?|hopes?|aims?|expects?|wants?|agreed|vowed|pledged|promised|decided|offered)\s(?:to|for)\b|"
    r"(?:scheduled|slated|planned|due|set)\s(?:for|to|on)\b|upcoming|forthcoming|ahead\sof|looks?\sforward|"
    r"may|might|can|must|should|takes?\seffect|comes?\sinto|begins|opens|starts|kicks\soff|runs|expires|ends|falls)\b"
)
_ONCE_PLANNED = re.compile(
    r"\b(?:"
    r"(?:was|were|had\sbeen)\s(?:\w{2,12}ly\s|also\s|first\s)?(?:(?:supposed|due|set|expected|scheduled|slated)\s)?to\s"
    r"(?:[\w'’-]{1,30}\s){1,8}(?:on|in|by|at)|"
    r"(?P<now>(?:is|are|now|been\snow)\s(?:\w{2,12}ly\s|also\s|now\s)?)?"
    r"(?:(?:scheduled|slated|planned|due|expected|billed)\s(?:to\s\w{2,20}\s)?(?:for|on|in|at|from)|"
    r"(?:set|[a-z]{3,14}ed(?:\sin)?)\sfor)|"
    r"(?:planned|scheduled|proposed)\s(?:[\w'’-]{1,20}\s){1,10}(?:on|in|for)|"
    r"(?:has|have)\s(?:set|scheduled|fixed|called)(?:\s[\w'’-]{1,20}){0,4}|"
    r"(?:with\seffect\sfrom|effective(?:\sfrom)?|starting|beginning|as\sof|before)(?:\s(?:in|on|from))?|"
    r"for\s(?:shipment|delivery|use|export|loading|release|arrival)\s(?:in|on|between|from|by)|"
    r"before\s(?:[\w'’-]{1,30}\s){1,4}(?:in|on)"
    r")\s(?:the\s|late\s|early\s|mid-)?\Z"
)
"""What was or is to be: `now` says that it still is, else the day may lie on either side of today."""
_BY = re.compile(r"\bby\s(?:the\s|late\s|early\s|mid-)?\Z")
_OWNED = re.compile(r"['’]s\s[a-z]")
"""An event named by its day ("Wednesday's ruling"): its own time, not that of the verb."""
_WAS = re.compile(r"\b(?:was|were|did|had)\b")
_DECIDED = re.compile(r"(?:planned|intended|agreed|vowed|pledged|promised|decided|offered)\b")
_TIGHT_FUTURE = re.compile(
    r"\b(?:until|till|upcoming|forthcoming|ahead\sof|ahead\sof\sthe|ahead\sof\sa|"
    r"(?:moved|rescheduled|pushed\sback|put\sback|deferred|adjourned|postponed|delayed|shifted|extended)\s(?:to|until|till)|"
    r"no\slater\sthan|invited\s(?:\w+\s){0,4}(?:for|to|in))\s(?:the\s|late\s|early\s|mid-)?\Z"
)
_PAST_AUX = re.compile(r"\b(?:was|were|had|did|has|have|since|ago)\b")
_WORD = re.compile(r"[^\W\d_]{2,30}")
_CLAUSE = re.compile(
    r"[;:]|,\s(?:and|but|while|when|after|before|as|which|who|where|although|though)\b|\s(?:which|who|while|whereas|but)\s"
)
_AFTER_VERB = re.compile(
    r"\s(?:the|a|an|his|her|its|their|to|in|on|at|with|for|from|by|that|up|down|out|off|over|into|of|and|as|it|him|them|"
    r"[A-Z\d$€£\"“]|\w{2,14}ly\b)|[,.;:]|\s?\Z"
)
_BE = re.compile(r"\b(?:be|been|being|is|are|to)\s(?:\w{2,12}ly\s)?\Z")
_UNCHANGED = frozenset({"put", "set", "cut", "hit", "shut", "beat", "quit"})
"""Verbs whose past is as their base form: past before an object, unless a modal or "to" stands before."""
_AFTER_PUT = re.compile(r"\s(?:the|a|an|its|his|her|their|up|off|down|out|forward|in|foot)\b")
_MODAL_BEFORE = re.compile(r"\b(?:to|will|would|can|could|may|might|must|shall|should|not)\s(?:\w+ly\s)?\Z")
_BEFORE_ADJECTIVE = re.compile(
    r"(?:\b(?:the|a|an|of|its|his|their|this|these|newly|recently|heavily)\s|-)\Z", re.IGNORECASE
)


@lru_cache(maxsize=2048)
def direction(sentence: str, start: int, end: int) -> str | None:
    """`past`, `future`, `near` or `planned` for the expression at `sentence[start:end]`, by its verb; None without one.

    The nearest sign to its left in the same clause decides, else the nearest to its right, else one of the sentence.
    `near` says that the words allow both ("with effect from", a verb in the present), `planned` that something was
    to take place then and the telling is past ("set for Monday, was put off").
    """
    left, right = sentence[max(0, start - _LOOK) : start], sentence[end : end + _LOOK]
    if _TIGHT_FUTURE.search(left[-40:]):
        return "future"
    once = _ONCE_PLANNED.search(left[-120:])
    if once is not None:
        return "future" if once["now"] else "planned" if _WAS.search(right) else "near"
    breaks = list(_CLAUSE.finditer(left))
    near = left[breaks[-1].start() :] if breaks else left
    if _BY.search(left[-12:]):
        return "near" if _last_sign(near) == "past" else "future"
    if _OWNED.match(right):
        return "near"
    return _last_sign(near) or _first_sign(_clause_ahead(right)) or _last_sign(left) or _first_sign(right)


def _clause_ahead(right: str) -> str:
    ahead = _CLAUSE.search(right)
    return right[: ahead.start()] if ahead else right


def _signs(text: str) -> list[tuple[int, str]]:
    found = [(match.start(), "future") for match in _FUTURE.finditer(text)]
    covered = [match.span() for match in _FUTURE.finditer(text)]
    found += [
        (match.start(), "past")
        for match in _PAST_AUX.finditer(text)
        if not any(s <= match.start() < e for s, e in covered)
    ]
    for match in _WORD.finditer(text):
        if any(s <= match.start() < e for s, e in covered):
            continue
        if _is_past(text, match):
            found.append((match.start(), "past"))
        elif match.group() in _present_forms():
            found.append((match.start(), "near"))
    return sorted(found)


def _is_past(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    before = text[max(0, match.start() - 24) : match.start()]
    if _BE.search(before):
        return False
    if word in _past_forms():
        return True
    if word in _UNCHANGED:
        return _AFTER_PUT.match(text, match.end()) is not None and not _MODAL_BEFORE.search(before)
    if not word.endswith("ed") or len(word) < 5 or word[0].isupper():
        return False
    if before.endswith(", ") and text.startswith(" by ", match.end()):
        return False
    return bool(_AFTER_VERB.match(text, match.end())) and not _BEFORE_ADJECTIVE.search(before)


def _last_sign(text: str) -> str | None:
    signs = _signs(text)
    return signs[-1][1] if signs else None


def _first_sign(text: str) -> str | None:
    signs = _signs(text)
    if signs and _DECIDED.match(text, signs[0][0]):
        return "past"
    return signs[0][1] if signs else None
