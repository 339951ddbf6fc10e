"""What a line is by its own words: teaser, rights line, credit, date line, byline, caption.

What depends on where a line stands belongs to `kinds`. The words are data: boilerplate.csv, captions.csv,
date_labels.csv, bylines.csv, media.csv.
"""

import re
from collections import defaultdict
from functools import cache
from typing import Literal

from pipeline.lexicon.countries import code_of
from pipeline.lexicon.table import rows
from pipeline.text.dateline import read_dateline
from pipeline.text.fulldate import MONTH, WEEKDAY, find_full_dates

Mark = Literal["boilerplate", "list", "credit", "dateline", "byline", "caption"]
"""A paragraph kind, or `list`: the head of a list of other headlines."""

_LONGEST_LINE = 400
_LONGEST_LIST_HEAD = 60
_LONGEST_CAPTION = 600
_HEAD = 80
_TAIL = 100
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_ADDRESS_LINE = re.compile(r"(?:[A-Za-z ]{1,20}:\s)?(?:https?://|www\.)\S{3,500}")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+){0,4}\.?")
_PARTIAL_DATE = re.compile(
    rf"(?:\b(?:{WEEKDAY}),?\s{{1,3}})?(?:\b(?:{MONTH})\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}(?:{MONTH}))"
    rf"|\b(?:{WEEKDAY})",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_ONLY_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\b|\b\d{1,2}\s?(?=[ap]\.?m\b)|[+-]\d\d:?\d\d\b|\b\d{5,12}\b|\b\d{1,2}\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿ'’-]{1,20}|[A-Z]\.(?:-?[A-Z]\.)?)$")
_GLUED_LABEL = re.compile(
    r"(?<=[a-z])(?=(?:Published|Updated|Posted|Last|Issued|Created)\b)|(?<=\b[A-Z]{3})(?=[A-Z][a-z])"
)
_BRACKETED_TAIL = re.compile(r"[(\[]\s?([^()\[\]]{2,60})[)\]]\s?\.?$")
_PHOTO_BY_TAIL = re.compile(
    r"(?:^|[.!?)\]|/(\[]\s?|\bfile\s)(?:photo|photograph|picture|image|illustration|graphic)s?\s?"
    r"(?:by\s|:\s?|/|courtesy\s(?:of\s)?|provided\sby\s|from\s|-\s)[^.!?]{2,60}(?:\.com)?\.?[)\]]?$"
    r"|(?:^|[.!?)\]|(\[]\s?)(?:courtesy(?:\sof)?|credit)\s?:?\s[^.!?]{2,60}$",
    re.IGNORECASE,
)
_CREDIT_OPENER = re.compile(
    r"(?:(?:sources?|credits?|photos?|pictures?|images?)\s?:\s?|via\s|with\s|from\s)", re.IGNORECASE
)
_CREDIT_BREAK = re.compile(r"\s?[,;/|&+]\s?|\s(?:and|with)\s")
_AUTHOR = re.compile(r"(?:authors?|editors?|reporters?|translators?|written by|edited by)\b", re.IGNORECASE)
_LABEL_CLOSE = re.compile(r"\s{0,2}(?:[:|»›>→]|[-–—]{1,2}\s)")
_SEGMENT = re.compile(r"\s{0,3}[|•·]\s{0,3}")


def mark_line(text: str) -> Mark | None:
    """What `text` is by its own words, None for prose, headings and names."""
    if len(text) > _LONGEST_CAPTION and not _starts_caption(_folded(text[:_HEAD])):
        return None
    folded = _folded(text)
    if not any(letter.isalnum() for letter in text):
        return "boilerplate"
    sort = boilerplate_sort(text)
    if sort is not None:
        return "list" if sort == "list" else "boilerplate"
    if is_credit(text):
        return "credit"
    if is_byline(text):
        return "byline"
    if is_date_line(text):
        return "dateline"
    return "caption" if is_caption(text, folded) else None


def is_credit(text: str) -> bool:
    """Whether a line names media and nothing else ("AGENCE FRANCE-PRESSE, REUTERS", "Source: Xinhua", "(Yonhap)")."""
    if len(text) > _TAIL:
        return False
    bare = text.strip(" ()[]<>-–—.|*/=~_")
    opener = _CREDIT_OPENER.match(bare)
    if opener is not None:
        bare = bare[opener.end() :]
    parts = [part.strip() for part in _CREDIT_BREAK.split(bare) if part.strip() and not _AUTHOR.match(part.strip())]
    return bool(parts) and (is_medium(bare) or all(is_medium(part) for part in parts))


def is_medium(words: str) -> bool:
    """Whether `words` are the name of an agency, a paper, a broadcaster or a picture desk (media.csv)."""
    return words in _media() or (len(words) > 3 and words.casefold() in _folded_media())


def is_date_line(text: str) -> bool:
    """Whether a line says when the article appeared and nothing more ("Updated: Jul 19, 2017 10:12am KST")."""
    if len(text) > 160:
        return False
    dateline = read_dateline(text)
    if dateline is not None and (not dateline.complete or dateline.char_end == len(text)):
        return True
    if not any(digit.isdigit() for digit in text):
        return _ONLY_WEEKDAY.fullmatch(text) is not None
    rest, dated = without_dates(text)
    if not dated and not _TIME_OF_DAY.search(text):
        return False
    words = [word.rstrip(".").casefold() for word in _WORD.findall(_GLUED_LABEL.sub(" ", rest))]
    known = _date_labels() | _role_words()
    if all(word.replace(".", "") in known for word in words):
        return True
    return _is_segmented_date_line(text)


def _is_segmented_date_line(text: str) -> bool:
    """Whether parts between bars hold a date, and beside it only short words ("Source: X | 2019-11-06 | Editor: Y")."""
    segments = [segment for segment in _SEGMENT.split(text) if segment]
    if len(segments) < 2 or _SENTENCE_END.search(text[-5:]):
        return False
    return any(is_date_line(segment) for segment in segments if "|" not in segment) and all(
        len(segment.split()) <= 6 for segment in segments if not find_full_dates(segment)
    )


def is_dated_name(text: str) -> bool:
    """Whether a short line is a full date with a few capitalised words ("VNA Thursday, October 30, 2014 17:20").

    Such a line dates the page where it stands above or below the story; in its midst it may be a heading.
    """
    dates = find_full_dates(text)
    if len(text) > _TAIL or len(dates) != 1:
        return False
    rest, _ = without_dates(text)
    words = _WORD.findall(rest)
    at_end = not any(letter.isalpha() for letter in _CLOCK.sub("", text[dates[0].char_end :]).replace("GMT", ""))
    at_start = dates[0].char_start == 0
    if len(words) > (5 if at_end else 3) or not (at_end or at_start):
        return False
    return all(word[0].isupper() or word.casefold() in _date_labels() | _links() for word in words)


def without_dates(text: str) -> tuple[str, bool]:
    """`text` without its dates and times of day, and whether it held a date."""
    rest: list[str] = []
    at = 0
    for found in find_full_dates(text):
        rest.append(text[at : found.char_start])
        at = found.char_end
    rest.append(text[at:])
    joined = " ".join(rest)
    without = _PARTIAL_DATE.sub(" ", joined)
    dated = at > 0 or without != joined
    return _CLOCK.sub(" ", without), dated


def is_byline(text: str) -> bool:
    """Whether a line names the article's author: "By X", "X, Staff Writer", "X Published July 19, 2017"."""
    return byline_name(text) is not None


def byline_name(text: str) -> str | None:
    """The author's name in a byline, "" for a bare "By" whose name stands on the next line; None for any other line."""
    if len(text) > 200:
        return None
    line = _GLUED_LABEL.sub(" ", text)
    lowered = line.casefold()
    for opener in _openers():
        if lowered.startswith(opener) and (len(lowered) == len(opener) or not lowered[len(opener)].isalnum()):
            return _name_after(line[len(opener) :].lstrip(" :").strip())
    if lowered.strip(" .") in _roles():
        return line.strip(" .")
    return _name_before(line)


def _name_after(rest: str) -> str | None:
    """The name that follows "By"; None where the words go on as a sentence does."""
    if not rest or rest.casefold().strip(" .") in _roles():
        return rest.strip(" .")
    plain, _ = without_dates(_MAIL.sub(" ", rest))
    if _SENTENCE_END.search(rest[-5:]) and not re.search(r"(?:Jr|Sr|\b[A-Z])\.$", rest):
        return None
    name = _leading_names(plain)
    if not name:
        return None
    tail = [word.casefold().strip(".") for word in _WORD.findall(plain[len(name) :])]
    known = _date_labels() | _links() | _role_words()
    if len(tail) <= 14 and all(word in known or word in _folded_media_words() for word in tail):
        return name
    return name if re.match(r"\s?[,|/(\-–—•]", plain[len(name) :]) and len(tail) <= 8 else None


def _name_before(line: str) -> str | None:
    """The name in "X, Staff Writer", "X | Reuters", "X Published July 19, 2017"."""
    name = _leading_names(line)
    if not name or len(name.split()) < 2:
        return None
    rest = line[len(name) :].strip()
    if re.match(r"[,|/(•–—-]", rest):
        return name if _is_employment(rest.strip(" ,|/()•–—-.").strip()) else None
    plain, dated = without_dates(rest)
    first = _WORD.match(rest)
    if dated and first and first.group().casefold() in _stamps():
        labels = [word.casefold().strip(".") for word in _WORD.findall(plain)]
        return name if all(word in _date_labels() for word in labels) else None
    return None


def _is_employment(words: str) -> bool:
    """Whether `words` are a role, a medium, or a role at a medium ("Nikkei staff writer")."""
    if words.casefold() in _roles() or is_medium(words):
        return True
    parts = words.split()
    return any(
        (is_medium(" ".join(parts[:size])) and " ".join(parts[size:]).casefold() in _roles())
        or (" ".join(parts[:size]).casefold() in _roles() and is_medium(" ".join(parts[size:])))
        for size in range(1, min(len(parts), 5))
    )


def _leading_names(text: str) -> str:
    """The run of capitalised words, initials and links that opens `text`; "" where it opens with none."""
    end = 0
    at = 0
    for word in text.split()[:14]:
        start = text.index(word, at)
        at = start + len(word)
        bare = word.rstrip(",;|")
        lowered = bare.casefold()
        if lowered in _stamps() or lowered in _months():
            break
        if _NAME_WORD.match(bare) and (end or not _is_opening_word(bare)):
            end = start + len(bare)
        elif lowered not in {
            "and",
            "&",
            "de",
            "del",
            "der",
            "di",
            "van",
            "von",
            "bin",
            "al",
            "el",
            "la",
            "le",
            "da",
            "ibn",
        }:
            break
        if bare != word and not text[at:].lstrip().startswith(("and ", "& ")) and not _more_names(text[at:]):
            break
    return text[:end].strip()


def _more_names(rest: str) -> bool:
    """Whether "A, B and C" goes on: a name of two words follows and then "and" or a comma."""
    return bool(re.match(r"\s?(?:[A-Z][\w'’-]+\s){1,3}(?:and|&)\s", rest[:80] + " "))


def _is_opening_word(word: str) -> bool:
    return word in _starters() or word.casefold() in _months()


def bare_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else ("Elizabeth Shim"), as far as its shape tells."""
    words = text.split()
    if not 2 <= len(words) <= 4 or len(text) > 40 or (text.isupper() and len(words) > 3):
        return False
    if not all(
        _NAME_WORD.match(word) or word in {"de", "van", "von", "bin", "al", "el", "der", "di"} for word in words
    ):
        return False
    if words[0] in _starters() or any(code_of(part) for part in (text, *words)) or is_medium(text):
        return False
    return not any(word.casefold() in _role_words() for word in words)


def is_caption(text: str, folded: str | None = None) -> bool:
    """Whether a paragraph is a picture's caption by its words: it opens like one, or ends with a picture credit."""
    folded = _folded(text) if folded is None else folded
    if _starts_caption(folded[:_HEAD]):
        return True
    if len(text) > _LONGEST_CAPTION:
        return False
    tail = folded[-_TAIL:]
    if any(tail.endswith(words) for words in _caption_words("end")):
        return True
    if _PHOTO_BY_TAIL.search(text[-_TAIL:]) or _slashed_credit(text[-_TAIL:]):
        return True
    return _bracketed_credit(text, folded)


def notes_positions(folded: str) -> bool:
    """Whether a paragraph says who stands where in a picture ("(right)", ", second from left,")."""
    return any(words in folded for words in _caption_words("anywhere"))


def _starts_caption(folded: str) -> bool:
    return any(folded.startswith(words) for words in _caption_words("start"))


def _slashed_credit(tail: str) -> bool:
    """Whether `tail` ends with a medium, a slash and a name, or a slash and a medium ("UPI/Alex Volgin", "/ AFP")."""
    if _SENTENCE_END.search(tail[-4:]) or "/" not in tail:
        return False
    left, right = tail.rsplit("/", 1)
    if len(right.split()) <= 6 and is_medium(right.strip()):
        return True
    words = left.split()
    return any(is_medium(" ".join(words[-size:]).lstrip("(")) for size in (1, 2, 3)) and len(right.split()) <= 5


def _bracketed_credit(text: str, folded: str) -> bool:
    """Whether a picture credit in brackets ends the paragraph.

    "(KCNA)" behind a full stop signs a report as well: it makes a caption only where positions are noted too.
    """
    match = _BRACKETED_TAIL.search(text[-_TAIL:])
    if not match:
        return False
    inner = match.group(1)
    before = text[: len(text) - len(match.group())].rstrip()
    if re.search(r"\bphoto|\bcourtesy\b|\bfile\b|\bimages?\b", inner, re.IGNORECASE):
        return True
    parts = [part.strip() for part in re.split(r"[/,|]|\svia\s", inner) if part.strip()]
    if not parts or not any(is_medium(part) for part in parts):
        return False
    return (not _SENTENCE_END.search(before[-5:]) and not match.group().endswith(".")) or notes_positions(folded)


def boilerplate_sort(text: str) -> str | None:
    """What sort of boilerplate a line is, as boilerplate.csv names it ("teaser", "edition", "rights" …), or None."""
    if len(text) > _LONGEST_LINE:
        return None
    folded = _folded(text)
    whole = folded.strip(" .:!?*-–—|<>[]»›→…")
    sort = _lines().get(whole) or _lines().get(folded) or _starting(folded.lstrip(" *-–—|<[»›→•"))
    if sort is not None:
        return sort
    if _labelled(text, folded):
        return "teaser"
    sort = next((row for words, row in _anywhere() if words in folded), None)
    if sort is not None:
        return sort
    return "contact" if _is_contact(text) else None


def _is_contact(text: str) -> bool:
    """Whether a line is an address, on the web or for mail, with a few words."""
    mail = _MAIL.search(text)
    if mail is None:
        return _ADDRESS_LINE.fullmatch(text) is not None
    rest = len(text) - len(mail.group())
    return rest <= 60 and not _SENTENCE_END.search(text[-4:]) and not byline_name(text)


def _starting(folded: str) -> str | None:
    for words, sort in _starts().get(_first(folded), ()):
        fits = folded.startswith(words) and not folded[len(words) : len(words) + 1].isalnum()
        if fits and (sort != "list" or len(folded) <= _LONGEST_LIST_HEAD):
            return sort
    return None


def _labelled(text: str, folded: str) -> bool:
    """Whether `text` opens with a label: its words in capitals, or closed by a colon, bar or dash."""
    for words in _labels().get(_first(folded), ()):
        if not folded.startswith(words):
            continue
        label, rest = text[: len(words)], text[len(words) :]
        if rest[:1].isalnum():
            continue
        if not rest or _LABEL_CLOSE.match(rest):
            return True
        if label.isupper() and len(label) > 3 and not text.isupper() and rest[:1].isspace():
            return True
    return False


def _first(folded: str) -> str:
    return folded.split(" ", 1)[0].rstrip(":|»›>")


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("‘", "'").split())


@cache
def _lines() -> dict[str, str]:
    """Whole lines and their sort; the head of a list wins."""
    found = {row["words"]: row["what"] for row in rows("boilerplate") if row["match"] == "line"}
    found |= {row["words"]: "list" for row in rows("boilerplate") if row["match"] == "line" and row["what"] == "list"}
    return found


@cache
def _starts() -> dict[str, tuple[tuple[str, str], ...]]:
    by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("boilerplate"):
        if row["match"] == "start":
            by_first[_first(row["words"])].append((row["words"], row["what"]))
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    by_first: dict[str, list[str]] = defaultdict(list)
    for row in rows("boilerplate"):
        if row["match"] == "label":
            by_first[_first(row["words"])].append(row["words"])
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _anywhere() -> tuple[tuple[str, str], ...]:
    return tuple((row["words"], row["what"]) for row in rows("boilerplate") if row["match"] == "anywhere")


@cache
def _caption_words(match: str) -> tuple[str, ...]:
    return tuple(row["words"] for row in rows("captions") if row["match"] == match)


@cache
def _media() -> frozenset[str]:
    return frozenset(word for row in rows("media") for word in (row["form"], row["name"]))


@cache
def _folded_media() -> frozenset[str]:
    return frozenset(word.casefold() for word in _media() if len(word) > 3)


@cache
def _folded_media_words() -> frozenset[str]:
    return frozenset(part.casefold() for word in _media() for part in word.split())


@cache
def _date_labels() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("date_labels"))


@cache
def _stamps() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("date_labels") if row["role"] != "beside") | {"last"}


@cache
def _months() -> frozenset[str]:
    return frozenset(row["form"].casefold() for row in rows("calendar") if row["kind"] in {"month", "weekday"})


@cache
def _openers() -> tuple[str, ...]:
    return tuple(sorted((row["words"] for row in rows("bylines") if row["kind"] == "opener"), key=len, reverse=True))


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["words"] for row in rows("bylines") if row["kind"] == "role")


@cache
def _role_words() -> frozenset[str]:
    return frozenset(word for role in _roles() for word in role.split())


@cache
def _links() -> frozenset[str]:
    return frozenset(row["words"] for row in rows("bylines") if row["kind"] == "link")


@cache
def _starters() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("sentence_starters"))
