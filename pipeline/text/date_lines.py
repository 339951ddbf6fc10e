"""Lines that say when an article appeared. What each date on them stands for is told in `stamps`."""

import re

from pipeline.text import vocabulary
from pipeline.text.dateline import read_dateline
from pipeline.text.fulldate import MONTH, WEEKDAY, FullDate, find_full_dates
from pipeline.text.parts import holds_any

_LONGEST = 160
_LONGEST_NAME = 100
_LONGEST_ZONE = 4
"""Letters: names of time zones, which no list has whole, are no longer."""
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+){0,4}\.?")
_PARTIAL_DATE = re.compile(
    rf"(?:\b(?:{WEEKDAY}),?\s{{1,3}})?(?:\b(?:{MONTH})\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}(?:{MONTH}))"
    rf"|\b(?:{WEEKDAY})",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DIGIT = re.compile(r"\d")
_DATELINE_LABEL = re.compile(r"DATELINE\s?:\s{0,3}", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://)?www\.[\w.-]{2,60}\s(?=[(\[])")
"""A site's address ahead of a day in brackets: "www.example.org (2019-11-06)"."""
_HOUR_AND_PLACE = re.compile(r"\d\d([/.-])\d\d\1(?:20)?\d\d,?\s\d\d:\d\d,\s[A-Z][^!?]{2,100}(?<![.!?])\Z")
"""Day and hour with the place and the agency: "19/07/17 14:05, Quito - Andes news agency, by Ana Pop"."""
_PARTS = ("/", ".", "-")
_SIGNED = re.compile(r"\s\(([A-Z][A-Za-z]{2,30})\)\Z")
"""The agency in brackets behind the day: "Nov. 18, 2005 (Xinhua)"."""
_ONLY_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?|\b)(?:\s[A-Z]{2,4}\b)?|\b\d{1,2}\s?(?=[ap]\.?m\b)|[+-]\d\d:?\d\d\b|\b\d{5,12}\b|\b\d{1,2}\b",
    re.IGNORECASE,
)
_BESIDE_CLOCK = re.compile(r"[\s,|(–-]{0,4}(?:at\s)?\d{1,2}:\d\d(?!\d)")
_CLOCK_AHEAD = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}\b)?[\s,|–-]{1,4}\Z", re.IGNORECASE
)
_CLOCKED_WORDS = 7
"""Words beside a day and its time of day; a sentence of a chronology has more."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_LABELS = ("Published", "Updated", "Posted", "Last", "Issued", "Created")
_GLUED = re.compile(rf"(?<=[a-z])(?=(?:{'|'.join(_LABELS)})\b)|(?<=\b[A-Z]{{3}})(?=[A-Z][a-z])")
_GLUED_INITIALS = re.compile(r"[A-Z]{4}[a-z]")
_BARS = "|•·/ㅣ"
"""Signs that part a line; the last is a vowel of Korean that pages of that country set for a bar."""
_SEGMENT = re.compile(r"\s{0,3}[|•·ㅣ]\s{0,3}|\s{1,3}/\s{1,3}")
_PAGE = re.compile(r",?\s(?:pp?\.|page)\s?[A-Z]?\d{1,3}(?:[-–]\d{1,3})?$")


def is_date_line(text: str) -> bool:
    """Whether a line says when the article appeared and nothing more ("Updated: Jul 19, 2017 10:12am KST")."""
    if len(text) > _LONGEST:
        return False
    signed = _SIGNED.search(text) if text.endswith(")") else None
    if signed is not None and vocabulary.is_medium(signed[1]):
        text = text[: signed.start()]
    site = _SITE.match(text) if text.startswith(("www.", "http")) else None
    if site is not None:
        text = text[site.end() :]
    label = _DATELINE_LABEL.match(text)
    dateline = read_dateline(text if label is None else text[label.end() :])
    if dateline is not None and (not dateline.complete or dateline.char_end == len(text)):
        return True
    medium = dateline is not None and vocabulary.is_medium(text[dateline.char_end :].strip())
    if medium or (text[2:3] in _PARTS and _HOUR_AND_PLACE.match(text)):
        return True
    if not _DIGIT.search(text):
        return _ONLY_WEEKDAY.fullmatch(text) is not None
    if _reads_on(text) and not holds_any(text, _BARS):
        return False
    rest, dated = without_dates(text)
    if not dated and not _TIME_OF_DAY.search(text):
        return False
    words = [word.rstrip(".").casefold() for word in _WORD.findall(unglued(rest))]
    known = vocabulary.date_line_words()
    if all(word.replace(".", "") in known for word in words):
        return True
    return _is_segmented_date_line(text)


def _reads_on(text: str) -> bool:
    """Whether `text` has a word in small letters that is of no date and no label of one: a quick test for prose."""
    known = vocabulary.date_line_words()
    return any(
        len(word) > _LONGEST_ZONE
        and word.islower()
        and word not in known
        and word.isalpha()
        and word[:3] not in vocabulary.months()
        for word in text.split()
    )


def _is_segmented_date_line(text: str) -> bool:
    """Whether parts between bars hold a date, and beside it only short words ("Source: X | 2019-11-06 | Editor: Y")."""
    segments = [segment for segment in _SEGMENT.split(text) if segment]
    if len(segments) < 2 or _SENTENCE_END.search(text[-5:]):
        return False
    return any(is_date_line(segment) or is_dated_name(segment) for segment in segments) and all(
        len(_WORD.findall(_CLOCK.sub(" ", segment))) <= 6 for segment in segments if not find_full_dates(segment)
    )


def is_dated_name(text: str) -> bool:
    """Whether a short line is a full date with a few capitalised words ("VNA Thursday, October 30, 2014 17:20"), or a
    day with its hour and a few words of any kind ("ECONOMY 14:20 03.05.2016 Get link").

    Such a line dates the page where it stands above or below the story; in its midst it may be a heading.
    """
    dates = find_full_dates(text) if len(text) <= _LONGEST_NAME else []
    if len(dates) == 1 and _is_name_with(dates[0], text):
        return True
    if ":" not in text or _SENTENCE_END.search(text[-5:]) or not any(_is_clocked(text, found) for found in dates):
        return False
    return len(_WORD.findall(without_dates(text)[0])) <= _CLOCKED_WORDS


def _is_name_with(found: FullDate, text: str) -> bool:
    """Whether a few capitalised words stand beside the line's date, and labels."""
    behind = _PAGE.sub("", text[found.char_end :])
    rest, _ = without_dates(_PAGE.sub("", text))
    words = _WORD.findall(rest)
    at_end = not any(letter.isalpha() for letter in _CLOCK.sub("", behind).replace("GMT", ""))
    at_start = _only_labels(text[: found.char_start])
    if len(words) > (5 if at_end else 6) or not (at_end or at_start):
        return False
    labels, links = vocabulary.date_labels(), vocabulary.links()
    return all(word[0].isupper() or word.casefold() in labels or word.casefold() in links for word in words)


def _is_clocked(text: str, found: FullDate) -> bool:
    """Whether a time of day stands right beside the date, as where a page says when it was put up ("16:47 29.05.2017").

    A reader's comment has its writer's name and "on" ahead of it.
    """
    if text.endswith(" on ", 0, found.char_start):
        return False
    return bool(_BESIDE_CLOCK.match(text, found.char_end) or _CLOCK_AHEAD.search(text, 0, found.char_start))


def _only_labels(ahead: str) -> bool:
    """Whether nothing but labels stands ahead of a date ("Updated - ")."""
    labels = vocabulary.date_labels()
    return all(word.casefold() in labels for word in _WORD.findall(ahead))


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


def unglued(line: str) -> str:
    """`line` with a space where a date, a label or a role is glued to what stands before it ("LeePublished")."""
    for found in reversed(find_full_dates(line)):
        line = f"{line[: found.char_start]} {line[found.char_start :]}"
    labelled = holds_any(line, _LABELS) or _GLUED_INITIALS.search(line)
    return _GLUED.sub(" ", line) if labelled else line
