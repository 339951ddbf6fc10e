"""Lines that stand on the page and are no part of the report: which sort each is, by the words of boilerplate.csv."""

import re
from collections import defaultdict
from functools import cache

from pipeline.lexicon.table import rows
from pipeline.text import vocabulary
from pipeline.text.bylines import byline_name
from pipeline.text.fulldate import find_full_dates
from pipeline.text.parts import holds_any
from pipeline.text.vocabulary import folded_text

_LONGEST_LINE = 400
_LONGEST_LIST_HEAD = 60
_LONGEST_OPENING = 140
_LONGEST_BESIDE_MAIL = 60
_TELLING = 5
"""Letters: shorter words stand in too many lines to tell anything."""
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_ADDRESS_LINE = re.compile(r"(?:[A-Za-z ]{1,20}:\s)?(?:https?://|www\.)\S{3,500}|@\w{2,30}")
_PHONE = re.compile(r"(?:\(|\b(?:tel|phone|fax|mobile)\b[.:]?\s?)?\+\s?\d(?:[\s()/-]{0,2}\d){7,14}\)?", re.IGNORECASE)
_REFERENCE = re.compile(r"[A-Z]{1,6}(?:[/.-]{1,2}[A-Z0-9]{1,10}){1,5}|\d{3,6}\*{1,3}\d{3,6}")
_SENTENCE_BREAK = re.compile(r"[.;]\s{1,3}")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_TRAIL = re.compile(
    r"(?:you are here:?\s{0,3})?(?:front page|home(?: ?page)?|main(?: page)?|start)\s{0,3}(?:[>»›→|/]|::)\s{0,3}\S",
    re.IGNORECASE,
)
"""The way from the site's first page to this one: "Home > News > Trade"."""
_LABEL_CLOSE = re.compile(r"\s{0,2}(?:[:|»›>→]|[-–—]{1,2}\s)")


def boilerplate_sort(text: str) -> str | None:
    """What sort of boilerplate a line is, as boilerplate.csv names it ("teaser", "edition", "rights" …), or None."""
    if len(text) > _LONGEST_LINE:
        return None
    folded = folded_text(text)
    whole, known = folded.strip(" .:!?*-–—|<>[]»›→…"), _lines()
    bare = whole.lstrip("0123456789 ")
    sort = (known.get(whole) or known.get(folded) or known.get(bare)) if len(bare) <= _longest_line() else None
    if sort is not None:
        return sort
    # half of all lines begin with a word with which no entry begins
    opens = not folded[:1].isalnum() or _first(folded) in _openings()
    sort = _starting(folded.lstrip(" *-–—|<[»›→•")) if opens else None
    if sort is not None:
        return sort
    if opens and _labelled(text, folded):
        return "teaser"
    sort = _inside(folded)
    if sort is not None:
        return sort
    if opens and text.endswith(".") and _credits_people(text.lstrip(" *-–—([")):
        return "reporter"
    if " " not in text and _REFERENCE.fullmatch(text):
        return "reference"
    if _TRAIL.match(text) and not find_full_dates(text):
        return "section"
    return "contact" if _is_contact(text) else None


def _inside(folded: str) -> str | None:
    """The sort of the first entry that stands anywhere in a line."""
    inner, parts, entries = _anywhere()
    if inner.isdisjoint(folded.split(" ")) and not holds_any(folded, parts):
        return None
    return next((sort for words, sort in entries if words in folded), None)


def _credits_people(text: str) -> bool:
    """Whether each sentence of a line opens like a reporter's credit and goes on with names ("Translated by X.")."""
    openers = _reporter_openings()
    if _first(folded_text(text)) not in openers:
        return False
    for part in _SENTENCE_BREAK.split(text.rstrip(".")):
        folded = folded_text(part)
        opener = next((words for words in openers.get(_first(folded), ()) if folded.startswith(words + " ")), None)
        if opener is None:
            return False
        rest = part[len(opener) :].split()
        links, particles = vocabulary.links(), vocabulary.particles()
        if not all(word[0].isupper() or word in links or word in particles for word in rest):
            return False
    return True


def _is_contact(text: str) -> bool:
    """Whether a line is an address, on the web or for mail, with a few words."""
    mail = _MAIL.search(text) if "@" in text else None
    if mail is None:
        phone = _PHONE.search(text) if "+" in text else None
        if phone is not None:
            return len(text) - len(phone.group()) <= _LONGEST_BESIDE_MAIL and not _SENTENCE_END.search(text[-4:])
        return _ADDRESS_LINE.fullmatch(text) is not None
    rest = len(text) - len(mail.group())
    return rest <= _LONGEST_BESIDE_MAIL and not _SENTENCE_END.search(text[-4:]) and not byline_name(text)


def _starting(folded: str) -> str | None:
    known = _starts().get(_first(folded))
    if known is None:
        return None
    sentence = len(folded) > _LONGEST_OPENING or _SENTENCE_END.search(folded[-5:]) is not None
    for words, sort, match in known:
        if not folded.startswith(words) or (words[-1].isalpha() and folded[len(words) : len(words) + 1].isalnum()):
            continue
        if not (match == "opening" and sentence) and (sort != "list" or len(folded) <= _LONGEST_LIST_HEAD):
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
    """The key of the index: the first word, or the sign that opens the line."""
    if folded[:1] in "©<":
        return folded[:1]
    return folded.split(" ", 1)[0].rstrip(":|»›>")


@cache
def _lines() -> dict[str, str]:
    """Whole lines and their sort; the head of a list wins."""
    found = {row["words"]: row["what"] for row in rows("boilerplate") if row["match"] == "line"}
    found |= {row["words"]: "list" for row in rows("boilerplate") if row["match"] == "line" and row["what"] == "list"}
    return found


@cache
def _longest_line() -> int:
    """Characters: most lines are longer, and not looked up."""
    return max(map(len, _lines()))


@cache
def _starts() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Words, sort and match of the entries that are matched from the start, by their first word."""
    by_first: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows("boilerplate"):
        if row["match"] in {"start", "opening"}:
            by_first[_first(row["words"])].append((row["words"], row["what"], row["match"]))
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _reporter_openings() -> dict[str, tuple[str, ...]]:
    """What opens a reporter's credit, by its first word."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for row in rows("boilerplate"):
        if row["what"] == "reporter" and row["match"] != "anywhere":
            by_first[_first(row["words"])].append(row["words"])
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    by_first: dict[str, list[str]] = defaultdict(list)
    for row in rows("boilerplate"):
        if row["match"] == "label":
            by_first[_first(row["words"])].append(row["words"])
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _openings() -> frozenset[str]:
    """The first words of all entries that are matched from the start of a line."""
    return frozenset((*_starts(), *_labels(), *_reporter_openings()))


@cache
def _anywhere() -> tuple[frozenset[str], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """What a line that holds an entry anywhere must have, most lines not, and these entries with their sorts.

    It is a telling word that has others of the entry around it, so that it stands alone in the line, or else a part.
    """
    entries = tuple((row["words"], row["what"]) for row in rows("boilerplate") if row["match"] == "anywhere")
    inner, parts = set(), set()
    for words, _ in entries:
        split = words.split(" ")
        middle, longest = max(split[1:-1], key=len, default=""), max(split, key=len)
        if len(middle) >= _TELLING:
            inner.add(middle)
        else:
            parts.add(longest if len(longest) >= _TELLING else words)
    return frozenset(inner), tuple(sorted(parts)), entries
