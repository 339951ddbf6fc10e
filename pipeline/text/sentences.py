"""Where a sentence ends. Nothing is normalised: sentences are spans of the text, closing quotes included."""

import re
from functools import cache, lru_cache

from pipeline.lexicon.table import rows
from pipeline.text.fulldate import MONTH, WEEKDAY

_MARK = re.compile(r"[.!?…][.!?…]*")
"""Not `[.!?…]+`: a pattern that begins with one sign of a set is searched for twice as fast as one with a run."""
_CLOSERS = re.compile(r"[\"'”’»)\]]{0,4}(?:\s?[”»]|\s[\"](?=\s|$))?(?:\s\[n[A-Z][A-Z\d]{6,12}\])?")
"""What closes a sentence behind its mark, and the number of a wire's earlier report ("… was over. [nL8N1AB2CD]")."""
_OPENERS = "\"'“‘«([/<"
_BULLETS = "•·▪■●◆*"
_DASHES = "-–—"
_LEFT_WINDOW = 40
_QUOTE_WINDOW = 2_000
_GLUED = re.compile(r"[A-Z][a-z’']|[AI]\s")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,3}")
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})")
_NUMERAL = re.compile(r"\d|[IVX]{1,5}\b")
_NAMED_SHORT = frozenset({"company", "country", "month"})
_TIME_BESIDE = re.compile(
    rf"(?:(?i:{MONTH}|{WEEKDAY})|[A-Z]{{2,4}}\b|[A-Z][a-z]{{1,20}}\s{{1,2}}(?:[Ss]tandard\s)?[Tt]ime\b)"
)
_SAYS = re.compile(
    r"(?:[A-Z][\w.’'-]{0,20}\s){1,4}(?:said|asked|says|asks|wondered|added|told|wrote|quipped|exclaimed|shouted)\b"
)
_STATES = re.compile(r"\bU\.S\. ([A-Za-z])[a-z]")
_LINKS = frozenset(
    {
        "And",
        "As",
        "At",
        "By",
        "Due",
        "For",
        "From",
        "In",
        "Last",
        "Of",
        "On",
        "Or",
        "Over",
        "Through",
        "To",
        "Under",
        "With",
    }
)
"""Words that link what stands ahead of them to what stands behind, more often than they begin a sentence."""
_CLAUSE = re.compile(
    r"((?:[A-Z][\w’'-]{0,20}\s){1,3})(?:also|and|are|between|can|could|did|does|for|from|had|has|have|in|is|it|later|may"
    r"|must|of|on|quoted|reported|says|said|should|then|to|told|was|were|will|with|would|[a-z]{3,12}ed)\b"
)


def split_sentences(text: str, start: int = 0, end: int | None = None, skip_to: int = 0) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as spans of `text`, without white space at their ends.

    They come in order, do not overlap, and leave out nothing but white space. No sentence ends before `skip_to`, so
    that an agency's dateline ("MOSCOW, July 19. /TASS/.") stays with the sentence that it opens. The time grows with
    the length of the text alone.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for mark in _MARK.finditer(text, start, end):
        if mark.end() <= max(skip_to, begin):
            continue
        cut = _cut(text, begin, mark, end)
        if cut is not None and cut > begin:
            _add(spans, text, begin, cut)
            begin = cut
    _add(spans, text, begin, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    stripped = text[start:end].strip()
    if stripped:
        first = text.index(stripped[0], start)
        spans.append((first, first + len(stripped)))


def _cut(text: str, begin: int, mark: re.Match[str], end: int) -> int | None:
    """The offset at which the sentence is over, None where `mark` does not end it."""
    after = mark.end()
    if after >= end:
        return None
    closed = _CLOSERS.match(text, after, end)
    close = closed.end() if closed else after
    if close < end and not text[close].isspace():
        return _cut_glued(text, begin, mark, end)
    following = close
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return None
    return close if _ends(text, begin, mark, close > after, following, end) else None


def _cut_glued(text: str, begin: int, mark: re.Match[str], end: int) -> int | None:
    """The cut behind a mark that the next sentence is glued to ("in 2017.The"), None where it stands inside a word."""
    after = mark.end()
    quote = text[after]
    opening = quote in "“‘«("
    closing = quote in "”’»)]"
    if quote in "\"'":
        count = text.count(quote, max(begin, after - _QUOTE_WINDOW), after)
        opening, closing = count % 2 == 0, count % 2 == 1
    following = after + 1 if opening or closing else after
    if not _GLUED.match(text, following, end):
        return None
    left = _left_word(text, begin, mark.start())
    if (
        len(left) < 2
        or "." in left
        or "/" in left
        or "@" in left
        or not (left[-1].islower() or left[-1] in "0123456789)%")
    ):
        return None
    if _abbreviations().get(left, "sometimes") != "sometimes" or (
        following - after == 0 and left[0:3].lower() == "www"
    ):
        return None
    return following if closing else after


def _ends(text: str, begin: int, mark: re.Match[str], quoted: bool, following: int, end: int) -> bool:
    """Whether the sentence is over at `mark`, white space and then `text[following]` coming next."""
    opener = following
    while opener < end and opener < following + 4 and text[opener] in _OPENERS:
        opener += 1
    first = text[opener] if opener < end else " "
    if first.islower():
        return False
    signs = mark.group()
    if signs[-1] in "?!":
        return not (quoted and _SAYS.match(text, opener, min(end, opener + 100)))
    if text[following] in _DASHES and (signs != "." or _kind(_left_word(text, begin, mark.start())) is not None):
        return False
    if signs != ".":
        return _ellipsis_ends(text, mark, opener, end)
    if text[following] in _BULLETS:
        return True
    return _stop_ends(text, begin, mark.start(), quoted, opener, end)


def _ellipsis_ends(text: str, mark: re.Match[str], opener: int, end: int) -> bool:
    """Whether an ellipsis ends the sentence: not where it stands free in the middle of a quotation."""
    free = mark.start() > 0 and text[mark.start() - 1].isspace()
    return _next_word(text, opener, end) in _starters() if free else True


def _stop_ends(text: str, begin: int, stop: int, quoted: bool, opener: int, end: int) -> bool:
    """Whether the full stop at `stop` ends the sentence, the next word starting at `opener` with no small letter."""
    left = _left_word(text, begin, stop)
    if not left:
        return text[max(begin, stop - 2) : stop].strip() not in {".", ""}
    if quoted and len(left) > 1:
        return True
    if _ITEM_NUMBER.fullmatch(left) and not text[begin:stop].strip().removesuffix(left):
        return False
    if left.isdigit() and len(left) <= 3 and opener < end and text[opener].isdigit():
        return False
    return _word_ends(left, text, opener, end)


def _word_ends(left: str, text: str, opener: int, end: int) -> bool:
    """Whether `left` with its full stop ends a sentence before the word at `opener`."""
    kind = _kind(left)
    if kind is None:
        return True
    if kind in {"title", "name", "always"}:
        return False
    if kind in {"number", "money", "month", "weekday"}:
        return not _NUMERAL.match(text, opener, end)
    if text[opener].isdigit():
        return False
    if kind == "clock" and _TIME_BESIDE.match(text, opener, end):
        return False
    return kind == "clock" or _opens_sentence(text, opener, end, kind != "acronym")


def _kind(left: str) -> str | None:
    """What kind of abbreviation `left` is; None for an ordinary word."""
    word = left.rsplit("-", 1)[-1] if "-" in left else left
    known = _abbreviations()
    kind = known.get(word) or (known.get(word.capitalize()) if word.isupper() and len(word) > 2 else None)
    if kind is not None:
        return kind
    if (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word):
        return "acronym"
    return None


def _opens_sentence(text: str, opener: int, end: int, clause: bool) -> bool:
    """Whether the words at `opener` begin a sentence and do not go on with a name.

    With `clause` a subject and its verb begin one as well, unless a word of the subject is one of titles and bodies
    ("the U.S. Treasury said", but "… to the U.S. Exports were").
    """
    word = _next_word(text, opener, end)
    if len(word) == 1 and text[opener + 1 : opener + 2] == ".":
        return False
    if word in _going_on():
        return False
    if word in _starters():
        return not (word in _LINKS and text.endswith("U.S.", 0, opener - 1) and _always_capitals(text))
    subject = _CLAUSE.match(text, opener, min(end, opener + 80)) if clause else None
    return subject is not None and not any(part.casefold() in _name_words() for part in subject.group(1).split())


@lru_cache(maxsize=1)
def _always_capitals(text: str) -> bool:
    """Whether `text` is old copy that writes a capital behind each "U.S." ("to the U.S. In March")."""
    behind = _STATES.findall(text)
    return len(behind) > 1 and all(letter.isupper() for letter in behind)


def _left_word(text: str, begin: int, stop: int) -> str:
    """The word that ends at `stop`, opening quotes and brackets left out; "" where white space stands before `stop`."""
    window = text[max(begin, stop - _LEFT_WINDOW) : stop]
    if not window or window[-1].isspace():
        return ""
    return window.split()[-1].lstrip(_OPENERS + _DASHES)


def _next_word(text: str, start: int, end: int) -> str:
    match = _WORD.match(text, start, min(end, start + _LEFT_WINDOW))
    return match.group() if match else ""


def is_shortened(word: str) -> bool:
    """Whether `word`, its full stop included, is the short form of a month, a state or a company's kind ("Sept.")."""
    return word.endswith(".") and _abbreviations().get(word[:-1]) in _NAMED_SHORT


@cache
def _abbreviations() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("abbreviations")}


@cache
def _starters() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("sentence_starters"))


@cache
def _going_on() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("sentence_continuers"))


@cache
def _name_words() -> frozenset[str]:
    """Words of titles and public bodies, in small letters: behind "U.S." they go on with a name."""
    titles = {word for row in rows("titles") for word in row["title"].split()}
    ranks = {row["word"] for row in rows("title_words")}
    return frozenset(titles | ranks | {row["word"] for row in rows("organisation_words")})
