"""Lines that name an article's author."""

import re

from pipeline.lexicon.countries import code_of
from pipeline.text import vocabulary
from pipeline.text.date_lines import unglued, without_dates
from pipeline.text.fulldate import find_full_dates

_LONGEST = 200
_LONGEST_ROLE = 60
_LONGEST_OPENER = 60
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_HANDLE = re.compile(r"\(?@(\w{2,30})\)?")
"""An account on a social network that stands for the author: "(@AminaOkello)"."""
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+){0,4}\.?")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿ'’-]{1,20}|[A-Z]\.(?:-?[A-Z]\.)?)$")
_NAME_STOP = re.compile(r"(?:Jr|Sr|\b[A-Z])\.$")
_BREAK = re.compile(r"\s?[,|/(\-–—•]")
_IN_PLACE = re.compile(r"\s(?:in|at|for)\s[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2}(?:\sand\sagencies)?$")
_MORE_NAMES = re.compile(r"\s?(?:[A-Z][\w'’-]{0,30}\s){1,3}(?:and|&)\s")


def is_byline(text: str) -> bool:
    """Whether a line names the article's author: "By X", "X, Staff Writer", "X Published July 19, 2017"."""
    return byline_name(text) is not None


def byline_name(text: str) -> str | None:
    """The author's name in a byline, "" for a bare "By" whose name stands on the next line; None for any other line."""
    if len(text) > _LONGEST:
        return None
    if "@" in text and (handle := _HANDLE.fullmatch(text.strip())):
        return "@" + handle[1]
    if _opens_prose(text):
        return None
    line = unglued(text)
    lowered = line.casefold()
    for opener in vocabulary.openers() if lowered.startswith(vocabulary.openers()) else ():
        if lowered.startswith(opener) and not (opener[-1].isalpha() and lowered[len(opener) :][:1].isalnum()):
            return _name_after(line[len(opener) :].lstrip(" :").strip())
    if lowered.strip(" .") in vocabulary.roles() or (len(line) <= _LONGEST_ROLE and _is_staff(line.strip(" ."))):
        return line.strip(" .")
    return _name_before(line)


def _opens_prose(text: str) -> bool:
    """Whether a line that is too long for a role opens with one capitalised word or none: it names nobody there.

    Most lines do; that they are no bylines is told before it is looked where parts of them are glued together.
    """
    if len(text) <= _LONGEST_ROLE or " " in _leading_names(text[:_LONGEST_OPENER]):
        return False
    first = text.split(" ", 1)[0]
    return first[1:] == first[1:].lower() and not text[:_LONGEST_OPENER].casefold().startswith(vocabulary.openers())


def _name_after(rest: str) -> str | None:
    """The name that follows "By"; None where the words go on as a sentence does."""
    if not rest or rest.casefold().strip(" .") in vocabulary.roles():
        return rest.strip(" .")
    plain, _ = without_dates(_MAIL.sub(" ", rest))
    if _SENTENCE_END.search(rest[-5:]) and not _NAME_STOP.search(rest):
        return None
    dates = find_full_dates(rest)
    name = _leading_names(plain) if not dates else _leading_names(rest[: dates[0].char_start])
    if not name:
        return None
    tail = _WORD.findall(plain[len(name) :])
    if tail and tail[0].casefold() in vocabulary.name_stops():
        return name
    known = vocabulary.words_behind_names()
    placed = bool(tail) and tail[0].casefold() in vocabulary.links()
    if len(tail) <= 14 and all(_bare(word) in known or (placed and word[0].isupper()) for word in tail):
        return name
    return name if _BREAK.match(plain[len(name) :]) and len(tail) <= 8 else None


def _bare(word: str) -> str:
    return word.casefold().strip(".")


def _name_before(line: str) -> str | None:
    """The name in "X, Staff Writer", "X | Reuters", "X Published July 19, 2017"."""
    name = _leading_names(line)
    if not name or len(name.split()) < 2:
        return None
    rest = line[len(name) :].strip()
    if _BREAK.match(rest):
        return name if _is_employment(rest.strip(" ,|/()•–—-.").strip()) else None
    first = _WORD.match(rest)
    if first is None or first.group().casefold() not in vocabulary.stamps():
        return None
    plain, dated = without_dates(rest)
    labels = (word.casefold().strip(".") for word in _WORD.findall(plain))
    return name if dated and vocabulary.date_labels().issuperset(labels) else None


def _is_employment(words: str) -> bool:
    """Whether `words` are a role, a medium, or a role at a medium."""
    return words.casefold() in vocabulary.roles() or vocabulary.is_medium(words) or _is_staff(words)


def _is_staff(words: str) -> bool:
    """Whether `words` are a medium and a role, in either order ("Nikkei staff writer")."""
    parts = words.split()
    known = vocabulary.role_words()
    if not parts or (parts[0].casefold() not in known and parts[-1].casefold() not in known):
        return False
    return any(
        (vocabulary.is_medium(" ".join(parts[:size])) and " ".join(parts[size:]).casefold() in vocabulary.roles())
        or (" ".join(parts[:size]).casefold() in vocabulary.roles() and vocabulary.is_medium(" ".join(parts[size:])))
        for size in range(1, min(len(parts), 5))
    )


def _leading_names(text: str) -> str:
    """The run of capitalised words, initials and links that opens `text`; "" where it opens with none."""
    end = 0
    at = 0
    for word in text.split(None, 14)[:14]:
        start = text.index(word, at)
        at = start + len(word)
        bare = word.rstrip(",;|")
        lowered = bare.casefold()
        if lowered in vocabulary.name_ends():
            break
        if _NAME_WORD.match(bare) and (end or not _is_opening_word(bare)):
            end = start + len(bare)
        elif lowered not in vocabulary.particles() and lowered not in ("and", "&"):
            break
        if bare != word and not text[at:].lstrip().startswith(("and ", "& ")) and not _more_names(text[at:]):
            break
    return text[:end].strip()


def _more_names(rest: str) -> bool:
    """Whether "A, B and C" goes on: a name of two words follows and then "and" or a comma."""
    return _MORE_NAMES.match(rest[:80] + " ") is not None


def _is_opening_word(word: str) -> bool:
    return word in vocabulary.starters() or word.casefold() in vocabulary.months()


def author_of(line: str) -> str:
    """Who a line of kind `byline` names: without "By", date, employer and place; the line itself where it is a role."""
    return byline_name(line) or _IN_PLACE.sub("", line)


def bare_name(text: str) -> bool:
    """Whether a line is a person's name, perhaps with the place, as far as its shape tells ("Nora Vale in Tokyo")."""
    text = _IN_PLACE.sub("", text)
    words = text.split()
    if not 2 <= len(words) <= 4 or len(text) > 40 or (text.isupper() and len(words) > 3):
        return False
    if not all(_NAME_WORD.match(word) or word in vocabulary.particles() for word in words):
        return False
    if words[0] in vocabulary.starters() or any(code_of(part) for part in (text, *words)) or vocabulary.is_medium(text):
        return False
    return not any(word.casefold() in vocabulary.role_words() for word in words)
