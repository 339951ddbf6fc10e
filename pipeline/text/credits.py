"""Credits: lines that name the source of a report, and captions, which name the source of a picture."""

import re
from functools import cache

from pipeline.lexicon.table import rows
from pipeline.text.dateline import is_city
from pipeline.text.fulldate import MONTH
from pipeline.text.parts import holds_any
from pipeline.text.vocabulary import folded_text, is_medium

LONGEST_CAPTION = 600
"""Characters: a longer paragraph is a caption only if it opens like one."""
_HEAD = 80
_TAIL = 100
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_BRACKETED_TAIL = re.compile(r"[(\[]\s?([^()\[\]]{2,60})[)\]]\s?\.?$")
_PICTURE_WORD = re.compile(r"\bphoto|\bcourtesy\b|\bfile\b|\bimages?\b", re.IGNORECASE)
_INNER_BREAK = re.compile(r"[/,|]|\s[Vv]ia\s")
_THIS_PHOTO = re.compile(
    r"(?:in\s)?this\s(?:[^\s]{1,20}\s){0,6}?(?:photo|photograph|picture|image|handout|screengrab|video grab)"
    r"(?:,\s|\s(?:released|provided|taken|made|distributed|issued|posted|shows|obtained|supplied|dated|by)\b)"
)
_IN_THIS_PHOTO = re.compile(
    r",\s(?:as\s)?(?:shown\s|seen\s|pictured\s)?in\s(?:this|an?)\s(?:[\w-]{1,20}\s){0,3}?(?:photo|photograph|picture|image|handout)\s"
    r"(?:captured|carried|distributed|issued|made|posted|provided|published|released|supplied|taken)\b"
)
"""Behind what a picture shows: ", in this photo provided by the ministry on May 3"."""
_PICTURES = ("photo", "picture", "image", "handout")
_PHOTO_BY_TAIL = re.compile(
    r"(?:^|[.!?)\]|/(\[]\s?|\bfile\s)(?:photo|photograph|picture|image|illustration|graphic)s?\s?"
    r"(?:by\s|:\s?|/|courtesy\s(?:of\s)?|provided\sby\s|from\s|-\s)[^.!?]{2,60}(?:\.com)?\.?[)\]]?$"
    r"|(?:^|[.!?)\]|(\[]\s?)(?:courtesy(?:\sof)?|(?:(?:photo|picture|image)\s)?credit)\s?:?\s[^.!?]{2,60}$"
    r"|[.!?)\]|]\s?(?:©|\(c\)\s)\s?[^.!?]{2,40}$",
    re.IGNORECASE,
)
_PICTURE_TERMS = ("photo", "picture", "image", "illustration", "graphic", "courtesy", "credit", "©", "(c) ")
"""One of these stands in each match of `_PHOTO_BY_TAIL`: looking for them is quicker."""
_SHOWN = re.compile(
    rf"[^.!?]{{3,300}}\s(?:is|are)\s(?:seen|pictured|shown)\s[^.!?]{{10,260}}\s(?<!\son\s){MONTH}\s\d{{1,2}},\s(?:19|20)\d\d\.?",
    re.IGNORECASE,
)
"""What a picture shows, and its day with no "on" ahead of it: "Cranes are seen in Lomé, Togo May 3, 2021."."""
_SHOWING = (" seen ", " pictured ", " shown ")
_CREDIT_OPENER = re.compile(
    r"(?:(?:sources?|credits?|photos?|pictures?|images?)\s?:\s?|via\s|with\s|from\s)", re.IGNORECASE
)
_CREDIT_BREAK = re.compile(r"\s?[,;/|&+]\s?|\s(?:and|with)\s")
_AUTHOR = re.compile(r"(?:authors?|editors?|reporters?|translators?|written by|edited by)\b", re.IGNORECASE)


def is_credit(text: str) -> bool:
    """Whether a line names media and nothing else ("AGENCE FRANCE-PRESSE, REUTERS", "Source: Xinhua", "(Yonhap)")."""
    if len(text) > _TAIL:
        return False
    bare = text.strip(" ()[]<>-–—.|*/=~_")
    bare = bare.removesuffix("(English").strip()
    opener = _CREDIT_OPENER.match(bare)
    if opener is not None:
        bare = bare[opener.end() :]
    parts = [part for part in map(str.strip, _CREDIT_BREAK.split(bare)) if part and not _AUTHOR.match(part)]
    media = [part for part in parts if is_medium(part)]
    return is_medium(bare) or (bool(media) and all(part in media or is_city(part) for part in parts))


def is_caption(text: str) -> bool:
    """Whether a paragraph is a picture's caption by its words: it opens like one, or ends with a picture credit."""
    if len(text) > LONGEST_CAPTION:
        return starts_caption(text)
    folded = folded_text(text)
    if _opens_caption(folded[:_HEAD]):
        return True
    if " in " in folded and holds_any(folded, _PICTURES) and _IN_THIS_PHOTO.search(folded):
        return True
    if holds_any(folded, _SHOWING) and _SHOWN.fullmatch(text):
        return True
    tail = folded[-_TAIL:]
    if tail.endswith(_caption_words("end")):
        return True
    if holds_any(tail, _PICTURE_TERMS) and _PHOTO_BY_TAIL.search(text[-_TAIL:]):
        return True
    if "/" in text and _slashed_credit(text[-_TAIL:]):
        return True
    return text.endswith((")", "]", ".")) and ends_with_picture_credit(text)


def notes_positions(text: str) -> bool:
    """Whether a paragraph says who stands where in a picture ("(right)", ", second from left,")."""
    folded = folded_text(text)
    return holds_any(folded, _caption_words("anywhere"))


def starts_caption(text: str) -> bool:
    """Whether a paragraph opens like a caption ("FILE PHOTO: …", "In this photo released by …")."""
    return _opens_caption(folded_text(text[:_HEAD]))


def _opens_caption(head: str) -> bool:
    return head.startswith(_caption_words("start")) or _THIS_PHOTO.match(head) is not None


def _slashed_credit(tail: str) -> bool:
    """Whether `tail` ends with a medium, a slash and a name, or a slash and a medium ("UPI/Alex Volgin", "/ AFP")."""
    if "/" not in tail or _SENTENCE_END.search(tail[-4:]):
        return False
    left, right = tail.rsplit("/", 1)
    if len(right.split()) <= 6 and is_medium(right.strip()):
        return True
    words = left.split()
    return any(is_medium(" ".join(words[-size:]).lstrip("(")) for size in (1, 2, 3)) and len(right.split()) <= 5


def ends_with_picture_credit(text: str) -> bool:
    """Whether a picture credit in brackets ends the paragraph.

    "(KCNA)" behind a full stop signs a report as well: it makes a caption only where positions are noted too.
    """
    match = _BRACKETED_TAIL.search(text[-_TAIL:])
    if not match:
        return False
    inner = match.group(1)
    before = text[: len(text) - len(match.group())].rstrip()
    if _PICTURE_WORD.search(inner):
        return True
    parts = [part.strip() for part in _INNER_BREAK.split(inner) if part.strip()]
    if not parts or not any(is_medium(part) for part in parts):
        return False
    if " via " in inner.lower():
        return True
    if "/" in inner and not all(is_medium(part) for part in parts):  # a medium and its photographer
        return True
    return (not _SENTENCE_END.search(before[-5:]) and not match.group().endswith(".")) or notes_positions(text)


@cache
def _caption_words(match: str) -> tuple[str, ...]:
    return tuple(row["words"] for row in rows("captions") if row["match"] == match)
