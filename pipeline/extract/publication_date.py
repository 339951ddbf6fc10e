"""The day on which this copy of an article appeared, from what the page prints about itself.

The rest of the masthead belongs to `masthead`; completing a year that is printed nowhere to `dates.inference`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from pipeline.extract.headline import find_headline
from pipeline.extract.record_titles import titled_day
from pipeline.intake.source import Metadata
from pipeline.text.boilerplate import boilerplate_sort
from pipeline.text.dateline import Dateline, is_label, read_dateline
from pipeline.text.fulldate import MONTH, WEEKDAY, FullDate, day_of, find_full_dates, month_number
from pipeline.text.page import Page, Paragraph
from pipeline.text.stamps import Role, read_stamps
from pipeline.text.vocabulary import is_medium
from pipeline.values import value

_URL = re.compile(r"https?://[^\s<>\"']{4,500}")
_URL_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<first>[/_-]?)(?P<month>0[1-9]|1[0-2]|[A-Za-z]{3}|(?<=/)[1-9](?=/))(?P<second>[/_-]?)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|(?<=/)[1-9](?=/|$))(?=\D|\d{3,12}(?!\d)|$)"
)
_URL_PARTED = ("//", "--", "__", "-/", "/")
"""What may stand between year and month and between month and day: "/2016/05/03", "/2016-05/03", "/201605/03"."""
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?:/|$)")
_BARE_DAY = re.compile(
    rf"(?:\b(?:{WEEKDAY}),?\s{{1,3}})?(?:\b(?P<month>{MONTH})\s{{0,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?P<month2>{MONTH}))",
    re.IGNORECASE,
)
_WITH_YEAR = re.compile(r"(?:\s?[–-]\s?\d{1,2})?,?\s{0,2}(?:19|20)\d\d")
"""Behind a bare day that is none, or the first of some: "August 9-10, 2015"."""
_NUMERIC = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")
_PLACE_ALONE = re.compile(
    r"\A[A-Z][\w.'’-]{1,24}(?:[ /][A-Z][\w.'’-]{1,24}){0,3}"
    r"(?:\s\([A-Z][\w ./&'’-]{1,40}\))?(?:,\s[A-Z][\w.'’ -]{1,30})?"
    r"(?:,|\s[—–-]{1,2})?\s{1,2}(?:on\s)?"
)
_CLOSES = re.compile(r"(?:,\s\d{1,2}:\d\d(?=\s))?\s{0,2}(?:[.:—–\])-]|$|,\s{1,2}[A-Z][\w&.’' ]{1,40}\s[—–-]{1,2}\s)")
"""Behind the day: a dash, a stop, a bracket, or an agency and a dash."""
_SET_OFF = re.compile(r"(?:,\s[A-Z][\w.’' -]{1,30})?\s[–—-]{1,2}\s|\)\s[–—-]{0,2}\s?(?=[A-Z])")
"""Behind a day that opens the text: "14 March 2019 – The …", "14 March 2019, Rome – The …", "(14 March 2019) The …"."""
_PUBLISHING = re.compile(
    r"\b(?i:updated|reviewed|published|posted|issued|released|filed|aired|broadcast|compiled)\b(?i:\son)?[\s:]{0,3}\Z"
    r"|\A\(?(?i:as\s(?:of|at))\s\Z|\bin\s[A-Z][a-z]{3,14},?\s\d{4}\s?(?i:GMT),?\s\Z|\b(?:Vol|Issue|No)\b[^\n]{0,40}(?:,\s|\s{2,8}|\s[|–—-]\s)\Z"
)
_ON_PAGE = re.compile(r",?\spp?\.?\s?\d{1,3}\b")
_IN_TONGUE = re.compile(r"\bin\s[A-Z][a-z]{3,14},?\s\Z")
"""Around the day of a paper that a monitoring service read ("Lima EL DIA in Spanish 7 Mar 94 p 3")."""
_CHANGED = re.compile(r"\b(?i:updated|reviewed)\b")
_ABOUT_ITSELF = re.compile(
    r"(?:This|The)\s(?:analysis|article|column|commentary|dispatch|essay|interview|op-ed|piece|release|report|review|story|text)"
    r"\s(?:(?:first|originally|was|is|has|been)\s){0,4}(?:appeared|issued|posted|printed|published|ran|released)\b"
    r"|(?:First|Originally)\s(?:aired|appeared|broadcast|posted|printed|published)\b"
    r"|(?:Adopted|Compiled|Dated|Done|Given|Issued|Prepared|Released|Signed)\s(?:at|by|in|on|this)\b"
)
"""What a page says of itself below the story: "This column first appeared in … on …", "Done at Lusaka on …"."""
_POSTED = re.compile(
    r"(?i:posted|published|filed|written)(?:\s(?i:by|in|under|on)\b|:)[^.!?]{0,60}?(?:\b(?:on|at)\s|[|/,–-]\s{0,2})\Z"
)
_BY_BEHIND = re.compile(r"\s(?i:by):?\s[A-Z][\w .’'-]{1,50}")
_POSTED_IN = re.compile(r"(?:\s(?:in|by|under|at)\s[\w ,&:.|-]{1,40})?")
"""What may stand before and behind the day on a line such as "Posted by Ana Pop on May 3, 2016 in Trade"."""
_FILE_CODE = re.compile(r"\bAP-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\b")
"""The Associated Press's code below a story of the years 1990 to 2009, month first: "AP-NY-02-10-00 1214EST"."""
_END_CODE = re.compile(rf"\bKUNA\s(?P<day>\d\d)\d{{4}}\s(?P<month>{MONTH})\s(?P<year>\d\d)NNNN\b", re.IGNORECASE)
"""The code that ends a story of Kuwait's agency: day, hour, month and year ("KUNA 031420 May 16NNNN")."""
_CODES = (("AP-", _FILE_CODE), ("NNNN", _END_CODE))  # each behind a sign of it
_DATED_SORTS = frozenset({"edition", "reporter", "rights"})
"""Sorts of boilerplate whose full date is the page's."""
_OPENING = 100
"""Characters at the head of a paragraph, or of a line, within which a date may date the page."""
_HEADER_DEPTH = 12
"""Paragraphs: a line that dates the page stands among the first twelve, or behind the last one of running text."""
_LONGEST_DECK = 320
"""Characters: no deck is longer."""
_CLOSING_SENTENCES = 6
"""Sentences at the end of a page in which it may say when it appeared."""
_NEAR = timedelta(days=3)
_STORY_SPAN = timedelta(days=45)
"""A story's days without a year lie no further from the day that it appeared."""


@value(frozen=True, slots=True)
class PublicationDate:
    """The day found, and how."""

    day: date | None
    method: str
    """`metadata` `header` `footer` `dateline` `url` `none`; `inferred` is given elsewhere."""
    evidence: str | None
    """The words that state the day; None where there are none."""
    partial: str | None
    """Where no day was found: the dateline's or date line's words without a year ("March 17"), else None."""


@value(frozen=True, slots=True)
class _Evidence:
    """A date that the page states about itself."""

    method: str
    role: Role
    date: FullDate
    words: str
    above: bool = False
    """Whether it stands above the headline, where a site prints the day of the visit too."""


def read_publication_date(page: Page, metadata: Metadata) -> PublicationDate:
    """The day on which the article appeared.

    The first of these that states a day holds: the metadata; a header line that is labelled as the day of
    publication; a header line without a label, best below the headline, or the title of a record ("Briefing … (8
    February 2024)"); a footer ("appeared in print on …", "Published …", "This column appeared …"); the address
    (/2017/07/19/); a dateline with its year, or with the address's year and month; a line that only says "Updated",
    as the day of the last change is no earlier than the one wanted (and it wins over a day behind it: a page is not
    changed before it appears, but it may appear in print the day after). A day that can be day-first or month-first
    holds only where the rest of the page decides it (`_decide`); a caption's date and a year alone ("© 2018") date
    nothing.
    """
    if metadata.published_on is not None:
        return PublicationDate(metadata.published_on, "metadata", None, None)
    dateline = filed_from(page)
    stated = [*_stamped(page), *_addressed(page, metadata), *_filed(dateline), *_opening(page)]
    stated += [*_titled(page), *_closing(page), *_coded(page)]
    stated.sort(key=_rank)
    months = _addressed_months(page, metadata)
    decided = [(evidence, _decide(evidence.date, stated, page, dateline, months)) for evidence in stated]
    days = [(evidence, day) for evidence, day in decided if day is not None]
    if days:
        changed_before = (other for other in days if other[0].role == "later" and other[1] < days[0][1])
        evidence, day = next(changed_before, days[0])
        return PublicationDate(day, evidence.method, evidence.words, None)
    partial = _partial(page, dateline)
    completed = _complete_from_address(partial, _addresses(page, metadata))
    if completed is not None:
        return PublicationDate(completed[0], "url", completed[1], None)
    return PublicationDate(None, "none", None, partial)


def filed_from(page: Page) -> Dateline | None:
    """The article's dateline: at the head of its running text, or on a line of its own before it; behind a deck that
    reads like running text one with its agency."""
    behind_deck = False
    for paragraph in page.paragraphs[:_HEADER_DEPTH]:
        if paragraph.kind in {"body", "dateline"}:
            found = read_dateline(paragraph.text)
            if (
                found is not None
                and not is_medium(found.place or "")
                and (found.agency or (found.place and not behind_deck))
            ):
                return found
        if paragraph.kind == "body":
            if behind_deck or len(paragraph.text) > _LONGEST_DECK:
                return None
            behind_deck = True
    return None


def _stamped(page: Page) -> Iterator[_Evidence]:
    """The dates of header and footer lines."""
    last, headline, listed = _last_body(page), find_headline(page), False
    for paragraph in page.paragraphs:
        footer = paragraph.position > last
        listed = footer and (listed or (paragraph.kind == "boilerplate" and boilerplate_sort(paragraph.text) == "list"))
        if (not footer and paragraph.position >= _HEADER_DEPTH) or not _dates_the_page(paragraph):
            continue
        above = headline is not None and paragraph.position < headline.position
        for stamp in read_stamps(paragraph.text):
            if stamp.role == "other" or (listed and stamp.role == "plain"):
                continue  # the day of another thing, or article
            yield _Evidence("footer" if footer else "header", stamp.role, stamp.date, paragraph.text, above)


def _last_body(page: Page) -> int:
    """The position of the last paragraph of running text; behind all where there is none."""
    return max((p.position for p in page.paragraphs if p.kind == "body"), default=len(page.paragraphs))


def _dates_the_page(paragraph: Paragraph) -> bool:
    if paragraph.kind in {"byline", "dateline"}:
        return True
    return paragraph.kind == "boilerplate" and boilerplate_sort(paragraph.text) in _DATED_SORTS


def _addresses(page: Page, metadata: Metadata) -> list[str]:
    """The article's own address: that of the metadata, else one that stands on a line of its own."""
    if metadata.url is not None:
        return [metadata.url]
    lines = (paragraph.text for paragraph in page.paragraphs if paragraph.kind == "boilerplate")
    return [match.group() for line in lines if (match := _URL.search(line)) and len(line) - len(match.group()) <= 30]


def _addressed(page: Page, metadata: Metadata) -> Iterator[_Evidence]:
    for url in _addresses(page, metadata):
        for match in _URL_DAY.finditer(url):
            day = _url_day(match)
            if day is not None:
                words = match.group()
                yield _Evidence("url", "plain", FullDate(match.start(), match.end(), words, (day,)), url)


def _url_day(match: re.Match[str]) -> date | None:
    if match["second"] and match["first"] + match["second"] not in _URL_PARTED:
        return None
    try:
        month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    except ValueError:
        return None
    return day_of(int(match["year"]), month, int(match["day"]))


def _filed(dateline: Dateline | None) -> Iterator[_Evidence]:
    if dateline is None or dateline.date_text is None:
        return
    for found in find_full_dates(dateline.date_text):
        yield _Evidence("dateline", "plain", found, dateline.date_text)


def _opening(page: Page) -> Iterator[_Evidence]:
    """A full date that opens the page's text behind a place ("Nairobi, 9th March 2018. The …"), or that stands with a
    word of publishing on a short line of its own ("MAE SOT — Updated Jan. 17, 2011")."""
    last = _last_body(page)
    for paragraph in page.paragraphs:
        footer = paragraph.position > last
        if (not footer and paragraph.position >= _HEADER_DEPTH) or paragraph.kind == "caption":
            continue
        dates = find_full_dates(paragraph.text[:_OPENING])
        if not dates or _dates_the_page(paragraph):
            continue
        if paragraph.text.endswith(".") and _ABOUT_ITSELF.match(paragraph.text):
            continue
        for found in dates:
            before, behind = paragraph.text[: found.char_start], paragraph.text[found.char_end :]
            place = _is_place(before) and _CLOSES.match(behind)
            if (place or _opens_alone(page, paragraph, found)) and not footer:
                yield _Evidence("dateline", "plain", found, paragraph.text[: found.char_end].lstrip("("))
            elif len(paragraph.text) <= _OPENING and _says_published(before, behind):
                role: Role = "later" if _CHANGED.search(before) else "plain"
                yield _Evidence("footer" if footer else "header", role, found, paragraph.text)


def _opens_alone(page: Page, paragraph: Paragraph, found: FullDate) -> bool:
    """Whether the running text begins with the day and a dash, and no other paragraph does as those of a chronology."""
    if paragraph.text[: found.char_start] not in ("", "(") or not _SET_OFF.match(paragraph.text, found.char_end):
        return False
    bodies = [other for other in page.paragraphs if other.kind == "body"]
    return paragraph is bodies[0] and not any(_BARE_DAY.match(other.text.lstrip("(")) for other in bodies[1:])


def _is_place(before: str) -> bool:
    before = before.lstrip("[(")
    return _PLACE_ALONE.fullmatch(before) is not None and not is_label(before.strip(" ,"))


def _says_published(before: str, behind: str) -> bool:
    """Whether the words of a short line around its date say that something was published on it."""
    if not before and _BY_BEHIND.fullmatch(behind):
        return True
    if _ON_PAGE.match(behind) and _IN_TONGUE.search(before):
        return True
    return _PUBLISHING.search(before) is not None or (
        _POSTED.match(before) is not None and _POSTED_IN.fullmatch(behind) is not None
    )


def _titled(page: Page) -> Iterator[_Evidence]:
    titled = titled_day(page)
    if titled is not None:
        yield _Evidence("header", "plain", *titled)


def _closing(page: Page) -> Iterator[_Evidence]:
    """The day on which the story appeared by its own last words ("This column appeared in … on 3 March 2023.")."""
    for sentence in page.sentences[-_CLOSING_SENTENCES:]:
        if _ABOUT_ITSELF.match(sentence.text):
            for found in find_full_dates(sentence.text)[:1]:
                yield _Evidence("footer", "first", found, sentence.text)


def _coded(page: Page) -> Iterator[_Evidence]:
    """The day in an agency's code at the end of the page."""
    for sentence in page.sentences[-_CLOSING_SENTENCES:]:
        text = sentence.text
        code = next((match for sign, code in _CODES if sign in text and (match := code.search(text))), None)
        if code is None:
            continue
        century = 1900 if int(code["year"]) >= 90 else 2000
        month = int(code["month"]) if code["month"].isdecimal() else month_number(code["month"])
        day = day_of(century + int(code["year"]), month, int(code["day"]))
        if day is not None:
            yield _Evidence("footer", "plain", FullDate(code.start(), code.end(), code.group(), (day,)), sentence.text)


def _rank(evidence: _Evidence) -> int:
    """Lower wins. Sorting is stable, so the first of equals on the page holds."""
    if evidence.role == "later":
        return 7
    if evidence.above and evidence.role == "plain":
        return 2
    order = {("header", "first"): 0, ("header", "plain"): 1, ("footer", "first"): 3, ("footer", "plain"): 4}
    return order.get((evidence.method, evidence.role), 5 if evidence.method == "url" else 6)


def _addressed_months(page: Page, metadata: Metadata) -> set[tuple[int, int]]:
    """Year and month of addresses that give no day ("/2016/05/grain")."""
    found = (match for url in _addresses(page, metadata) if (match := _URL_MONTH.search(url)))
    return {(int(match["year"]), int(match["month"])) for match in found}


def _decide(
    found: FullDate, stated: Sequence[_Evidence], page: Page, dateline: Dateline | None, months: set[tuple[int, int]]
) -> date | None:
    """The day that `found` means, None where the page leaves day-first and month-first both open.

    What decides, in this order: another date that the page states about itself, or its dateline, is at most three days
    from one reading alone; one reading alone lies in a month of the address (`months`); all other numeric dates of the
    text can be read in one order alone; the days that the text names without a year lie around one reading alone.
    """
    if found.day is not None:
        return found.day
    anchors = {evidence.date.day for evidence in stated} - {None}
    near = [day for day in found.readings if any(abs(day - other) <= _NEAR for other in anchors if other)]
    if len(near) == 1:
        return near[0]
    if dateline is not None and dateline.date_text is not None:
        near = [day for day in found.readings if _agrees(day, dateline.date_text, _NEAR)]
        if len(near) == 1:
            return near[0]
    near = [day for day in found.readings if (day.year, day.month) in months]
    if len(near) == 1:
        return near[0]
    first = _day_first(page.text)
    if first is not None:
        return next(day for day in found.readings if (day.day == _leading(found.text)) == first)
    return _amid_the_story(found.readings, page)


def _leading(text: str) -> int:
    match = re.search(r"\d{1,2}", text)
    return int(match.group()) if match else 0


def _day_first(text: str) -> bool | None:
    """Whether the numeric dates of `text` put the day first, None where they do not tell or contradict each other."""
    orders = set()
    for found in find_full_dates(text):
        numeric = _NUMERIC.fullmatch(found.text)
        if numeric and found.day is not None and found.day.day != found.day.month:
            orders.add(_leading(found.text) == found.day.day)
    return orders.pop() if len(orders) == 1 else None


def _amid_the_story(readings: Iterable[date], page: Page) -> date | None:
    """The reading around which the days without a year lie that the text names; None where both or neither fit."""
    story = " ".join(paragraph.text for paragraph in page.paragraphs if paragraph.kind == "body")
    named = [match for match in _BARE_DAY.finditer(story) if not _WITH_YEAR.match(story, match.end())]
    if not named:
        return None
    fits = [day for day in readings if all(_agrees(day, match.group(), _STORY_SPAN) for match in named)]
    return fits[0] if len(fits) == 1 else None


def _agrees(day: date, words: str, span: timedelta) -> bool:
    """Whether the day and month in `words` fall, in some year, within `span` of `day`."""
    match = _BARE_DAY.search(words)
    if match is None:
        return False
    month, number = month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    others = (day_of(year, month, number) for year in (day.year - 1, day.year, day.year + 1))
    return any(other is not None and abs(other - day) <= span for other in others)


def _partial(page: Page, dateline: Dateline | None) -> str | None:
    """The words without a year of the dateline, else of a date line above the story."""
    if dateline is not None and dateline.date_text is not None:
        return dateline.date_text
    for paragraph in page.paragraphs[:_HEADER_DEPTH]:
        if paragraph.kind == "body":
            return None
        match = _BARE_DAY.search(paragraph.text) if paragraph.kind in {"dateline", "byline"} else None
        if match is not None:
            return match.group()
    return None


def _complete_from_address(partial: str | None, addresses: Sequence[str]) -> tuple[date, str] | None:
    """The day of `partial` in the year that the address gives with the same month ("/2017/07/"), and the evidence."""
    match = _BARE_DAY.search(partial) if partial is not None else None
    for url in addresses if match else ():
        found = _URL_MONTH.search(url)
        if match and found and int(found["month"]) == month_number(match["month"] or match["month2"]):
            day = day_of(int(found["year"]), int(found["month"]), int(match["day"] or match["day2"]))
            if day is not None:
                return day, f"{match.group()}; {url}"
    return None
