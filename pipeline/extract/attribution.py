"""Whether a date belongs to a clause that only attributes ("KCNA said Tuesday", "according to the ministry on Monday").

What is said, and whether saying it is an act of its own, is for the extractors to decide.
"""

import re

_SAYING = (
    r"(?:said|says|saying|reported|reports|report|told|added|noted|wrote|stated|cited|quoted|disclosed|according\sto|"
    r"tweeted|posted|explained|commented|remarked|showed|shows|showing|revealed|published|released|"
    r"confirmed)"
)
_BEFORE = re.compile(
    rf"\b{_SAYING}\b(?P<between>(?:\s[\w'’.,-]+){{0,9}}?)\s?(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?(?:late\s|early\s)?\Z"
)
_TOLD_OFFICIALS = re.compile(
    r"\btold\s(?:[\w'’-]{1,20}\s){0,4}?(?:officials|[Aa]mbassador|counterpart|[Mm]inister|delegation|envoys?|[Pp]resident|lawmakers)\b"
)
_TRAILING = re.compile(r",\s[^,;]{2,80}\sannounced\s(?:late\s|early\s)?(?:on\s)?\Z")
_OTHER_VERB = re.compile(r"\b(?:that|will|would|had|has|have|was|were|is|are|to|and|but|which|who|after|when|while)\b")
_LOOK = 120


def is_attribution(sentence: str, start: int, end: int) -> bool:
    """True where the expression at `sentence[start:end]` dates a saying and not what is said."""
    before = sentence[max(0, start - _LOOK) : start]
    if _TRAILING.search(before) and not sentence[end:].strip(" ."):
        return True
    if _TOLD_OFFICIALS.search(before):
        return False
    match = _BEFORE.search(before)
    return match is not None and not _OTHER_VERB.search(match["between"])
