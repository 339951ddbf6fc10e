"""What stands around a paragraph's statement: datelines, agency marks, photo credits, labels, rights lines.

The words of labels are in affixes.csv, those of agencies and papers in media.csv. An affix is looked for at the very
start and the very end of a paragraph alone, and within bounds; what stands in the midst of it is text.
"""

import re
from functools import cache

from pipeline.lexicon.table import rows
from pipeline.text.dateline import read_dateline

_REACH = 160
"""Characters at either end that are searched: the longest list of credits that wires close with."""
_MOST_AFFIXES = 5
"""A paragraph carries a few affixes at each end, at most: "(LEAD) SEOUL, May 4 (Yonhap) --"."""
_MOST_CREDITS = 300
"""Characters of a closing bracket that names reporters and editors."""

_OPENERS = (*"([/:|•·—–―", "--", " - ")
_CLOSERS = (*"/|©<>—–―•", " -")
_CLOSING_WORDS = ("photo", "picture", "image", "video", "graphic", "credit", "rights ", "copyright")
_LAST_OF_TEXT = frozenset(".!?\"'”’")
_NAME = r"[A-Z][\w.'’-]{0,20}(?:\s[A-Z][\w.'’-]{0,20}){0,4}"
_MARK = re.compile(
    r"(?:\s{0,3}[(\[<|]|(?:^|\s)(?:/|-{1,3}|[—–―])|(?<=[.!?\"”'’])\s?[/|])\s{0,2}"
    rf"(?P<names>{_NAME}(?:\s?[/,;&-]\s?{_NAME}){{0,3}})\s{{0,2}}[)\]>/|]?\.?$"
)
_INITIALS = re.compile(r"(?<=[.!?\"”’'])\s{1,3}[(\[][A-Z]{2,10}(?:[-/\s][A-Z]{2,10}){0,2}[)\]]\.?$")
"""Initials in brackets behind the last full stop: whose they are need not be known ("(ANA-MPA)")."""
_SLASHED = re.compile(rf"(?:^|(?<=[.!?)\"”'’\]]))\s{{0,3}}[(\[]?(?P<names>{_NAME}(?:\s?/\s?{_NAME}){{1,3}})[)\]]?\.?$")
_PICTURE = re.compile(
    r"(?:^|(?<=[.!?)\"”'’\]|]))\s{0,3}[(\[]?(?:(?i:photo|photograph|picture|image|video|graphic)s?|Credit|CREDIT)"
    r"(?:\s(?:by|courtesy of|courtesy|from|via|provided by|released by|credit:?|taken by)|:|/)"
    rf"\s?{_NAME}(?:\s?[/,-]\s?{_NAME}){{0,3}}[)\]]?\.?$"
)
_CREDITS = re.compile(
    r"[(\[](?:Additional\s)?(?i:reporting|writing|editing|compiled|edited|written|reported|translated|with inputs|"
    rf"with agency|with files)\b[^()\[\]]{{0,{_MOST_CREDITS}}}[)\]]\.?$"
)
_RIGHTS = re.compile(
    r"(?:^|(?<=[.!?)\"”'’\]]))\s{0,3}[<(\[]?"
    r"(?:©|\([cC]\)|Copyright\b|COPYRIGHT\b|All rights reserved\b|All Rights Reserved\b)[^\n]{0,100}$"
)


def core_span(text: str) -> tuple[int, int]:
    """Start and end of what `text`, a paragraph, states: offsets in it, without white space at either end.

    Start and end are equal where nothing is left: such a paragraph is boilerplate and repeats nothing.
    """
    start, end = _trimmed(text, 0, len(text))
    for _ in range(_MOST_AFFIXES):
        found = _trimmed(text, start + _prefix_length(text[start : min(end, start + _REACH)]), end)
        if found[0] < found[1]:
            found = _trimmed(text, found[0], found[1] - _suffix_length(text[found[0] : found[1]]))
        if found == (start, end):
            break
        start, end = found
    return (start, end) if start < end else (start, start)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return (start + left, start + len(part.rstrip())) if left < len(part) else (start, start)


def _prefix_length(head: str) -> int:
    """Length of the affix that opens `head`, 0 if none does."""
    if not head[:4].isupper() and not any(sign in head for sign in _OPENERS):
        return 0
    label = _labels("prefix").match(head)
    if label:
        return label.end()
    dateline = read_dateline(head)
    if dateline is None:
        return 0
    if dateline.place is None:
        return dateline.char_end if _are_media(dateline.agency or "") else 0
    told = dateline.agency or dateline.date_text
    return 0 if head[: dateline.char_end].rstrip().endswith(":") and not told else dateline.char_end


def _suffix_length(text: str) -> int:
    """Length of the affix that closes `text`, 0 if none does."""
    tail = text[-_REACH:]
    if not _may_close(tail):
        return 0
    label = _labels("suffix").search(tail)
    if label:
        return len(tail) - label.start()
    for pattern in (_MARK, _SLASHED):
        mark = pattern.search(tail)
        if mark and _are_media(mark["names"]):
            return len(tail) - mark.start()
    for pattern in (_PICTURE, _RIGHTS, _INITIALS):
        match = pattern.search(tail)
        if match:
            return len(tail) - match.start()
    staff = _CREDITS.search(text[-_MOST_CREDITS - 40 :]) if text.endswith((")", "]", ").", "].")) else None
    return len(text[-_MOST_CREDITS - 40 :]) - staff.start() if staff else 0


def _may_close(tail: str) -> bool:
    """Whether anything in `tail` can begin an affix: most paragraphs just end in a full stop and are done here."""
    if tail[-1] not in _LAST_OF_TEXT or any(sign in tail for sign in _CLOSERS):
        return True
    small = tail.lower()
    return tail[-2:-1] in {")", "]"} or any(word in small for word in _CLOSING_WORDS)


def _are_media(names: str) -> bool:
    """Whether one of the names between slashes and commas is a medium: "UPI/Alex Volgin", "KCNA, Yonhap"."""
    whole = " ".join(names.split())
    parts = [part.strip() for part in re.split(r"[/,;&]|\s-\s", whole)]
    return whole in _media() or any(part in _media() for part in parts)


@cache
def _media() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("media"))


@cache
def _labels(place: str) -> re.Pattern[str]:
    """One pattern of all labels of `place`, longest first."""
    forms = sorted(
        (row["form"] for row in rows("affixes") if row["place"] == place), key=lambda form: (-len(form), form)
    )
    words = "|".join(re.escape(form) for form in forms)
    if place == "prefix":
        return re.compile(rf"(?:{words})(?:\s\d{{1,2}})?(?:\s?[-—–:|>]{{1,3}}\s{{0,3}}|\s{{1,3}}|$)")
    return re.compile(rf"(?:^|\s{{0,3}}[|/(\[—–<]|\s-{{1,3}}|(?<=[.!?\"”'’)\]]))\s{{0,3}}(?:{words})\s?[)\]>|]?\.?$")
