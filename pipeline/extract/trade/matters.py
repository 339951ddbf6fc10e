"""What matter an article is of, told by its words: wages sent home, labour, relief."""

import re
from functools import lru_cache

_REMITTANCES = re.compile(r"\b[Rr]emittances?\b")
_LABOUR = re.compile(
    r"\b(?:(?:[Ww]ork|[Ll]abou?r)(?:ers?|-?force)?|[Ll]oggers|[Ee]mployment|[Rr]ecruit(?:ed|ment|ing)|[Jj]obs)\b"
)
_RELIEF = re.compile(r"\b(?:[Hh]umanitarian|[Dd]onat(?:e|ed|ion|ions|ing)|[Gg]ifts?|[Rr]elief)\b")
_DISASTER = re.compile(
    r"\b(?:[Ee]arthquakes?|[Qq]uake|[Ff]loods?|[Ff]looding|[Cc]yclone|CYCLONE|[Tt]yphoon|[Hh]urricane|[Tt]sunami|[Dd]rought|"
    r"[Ff]amine|[Ee]ruption|[Ee]pidemic|[Rr]efugees|[Ll]andslides?|[Bb]last|[Ww]ildfires?)\b"
)
_HELP = re.compile(
    r"\b(?:[Hh]umanitarian|[Dd]onors?|DONORS?|[Dd]onat(?:e|ed|ion|ions|ing)|[Rr]elief|[Ee]mergency|[Aa]irlifted|[Rr]escue|[Rr]ushed|"
    r"victims|survivors|(?:(?:storm|flood|quake)-)?(?:hit|stricken)\s[A-Z])"
)
_AID_IN_HEADLINE = re.compile(
    r"\b(?:[Aa]id|[Dd]onat(?:es|ed|ion)|[Rr]elief|[Hh]umanitarian|[Gg]ift)\b(?! to navigation)"
)
_HEADLINE = 128
"""Characters of a text in which its headline may speak of aid."""
_OF_RELIEF = ("manitarian", "onat", "ift", "elief")
_OF_DISASTER = (
    "arthquake", "uake", "lood", "yclone", "YCLONE", "yphoon", "urricane", "sunami", "drought", "Drought", "amine",
    "ruption", "pidemic", "efugees", "andslide", "blast", "Blast", "ildfire",
)  # fmt: skip
_OF_LABOUR = ("work", "Work", "abor", "abour", "oggers", "mployment", "ecruit", "job", "Job")
"""Letters in a row of which a text has one (of `_OF_RELIEF` two) where `_RELIEF`, `_DISASTER` or `_LABOUR` is found:
whether they are there is told at a hundredth of the cost."""


@lru_cache(maxsize=4)
def speaks_of_remittances(text: str) -> bool:
    return "emittance" in text and _REMITTANCES.search(text) is not None


@lru_cache(maxsize=4)
def speaks_of_labour(text: str) -> bool:
    return _holds_word(text, _OF_LABOUR, _LABOUR)


@lru_cache(maxsize=4)
def is_of_relief(text: str) -> bool:
    """Whether an article is about relief: its headline says so, gifts are told of twice, or a disaster and help."""
    if _AID_IN_HEADLINE.search(text[:_HEADLINE].partition("\n")[0]) is not None:
        return True
    if sum(map(text.count, _OF_RELIEF)) > 1 and len(_RELIEF.findall(text)) > 1:
        return True
    return _holds_word(text, _OF_DISASTER, _DISASTER) and _HELP.search(text) is not None


def _holds_word(text: str, parts: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    """Whether `text` has a word of `pattern`; `parts` are those words without their first letter, or with it."""
    for part in parts:
        at = text.find(part)
        while at >= 0:
            if pattern.match(text, at) is not None or (at > 0 and pattern.match(text, at - 1) is not None):
                return True
            at = text.find(part, at + 1)
    return False
