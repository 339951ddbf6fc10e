"""The day on which an article appeared: which line states it, and what wins when several do."""

from datetime import date

import pytest

from pipeline.extract.publication_date import PublicationDate, filed_from, read_publication_date
from pipeline.intake.source import Metadata
from pipeline.lexicon.table import rows
from pipeline.text.paragraphs import read_page

_BODY = "The office of customs said that exports of coal had risen by a tenth."
_MORE = "The two countries are to hold talks on a new treaty in the port of Vostochny."


def dated(*lines: str, url: str | None = None, published_on: date | None = None) -> PublicationDate:
    page = read_page("\n".join(("Coal trains roll again on border line", *lines)))
    return read_publication_date(page, Metadata(url=url, published_on=published_on))


@pytest.mark.parametrize(
    ("lines", "day", "method", "evidence"),
    [
        (("By Nora ValePublished : May 3, 2016 - 15:25", _BODY), 3, "header", "By Nora ValePublished : May 3, 2016 - 15:25"),
        (("May 3, 2016 10:12am", _BODY), 3, "header", "May 3, 2016 10:12am"),
        (("Port shut", "03/05/16 14:05, Quito - Andes news agency, by Nora VALE", _BODY, _MORE), 3, "header", None),
        (("Port shut", "03.05.2016, 14:05, Quito - Andes news agency, by Nora VALE", _BODY, _MORE), 3, "header", None),
        (("Source: Xinhua| 2016-05-03 20:14:32|Editor: Lin Yao", _BODY), 3, "header", None),
        ((_BODY, _MORE, "Published in Dawn, May 3rd, 2016"), 3, "footer", "Published in Dawn, May 3rd, 2016"),
        ((_BODY, "A version of this article appeared in print on May 3, 2016."), 3, "footer", None),
        ((_BODY, "Published 4:12 p.m. EDT, May 3, 2016"), 3, "footer", None),
        ((_BODY, _MORE, "(Pacific News Service, Tuesday 3 May 2016)"), 3, "footer", None),
        (("KHASAN, May 3, 2016 (AP) -- " + _BODY,), 3, "dateline", "May 3, 2016"),
        (("Transcript of Weekly Briefing by the Spokesperson (May 03, 2016)", _BODY), 3, "header", None),
        (("Remarks by the President at the state dinner, 3 May 2016", _BODY), 3, "header", None),
        (("Statement of the Ministry of Foreign Affairs of 3 May 2016", _BODY), 3, "header", None),
        (("Spokeswoman's Regular Press Conference on May 3, 2016", _BODY), 3, "header", None),
        (("Joint Communiqué on the Outcome of Talks (Riga, May 3, 2016)", _BODY), 3, "header", None),
        (("On air: 3 May 2016, 22:00", _BODY), 3, "header", None),
        ((_BODY, "© Harbour News, 03.05.2016", "Copyright 3 May 2016"), 3, "footer", None),
        ((_BODY, "First published in The Harbour News on 3 May 2016."), 3, "footer", None),
        (("Coal by rail", "3 May 2016 – " + _BODY, _MORE), 3, "dateline", "3 May 2016"),
        (("Coal by rail", "(3 May 2016) " + _BODY, _MORE), 3, "dateline", "3 May 2016"),
        (("Brussels, 3 May 2016", _BODY), 3, "header", "Brussels, 3 May 2016"),
        ((_BODY, "https://harbour.example/2016/05/03/coal"), 3, "url", "https://harbour.example/2016/05/03/coal"),
        (("Updated: May 3, 2016", _BODY), 3, "header", "Updated: May 3, 2016"),
        (("Tue 13/05/2016", _BODY), 13, "header", "Tue 13/05/2016"),
        (("Riga Radio Baltija in Latvian 0915 GMT 3 May 16", _BODY), 3, "header", None),
        (("[Report by Nora Vale] Riga VAKARS in Latvian 3 May 16 p 2", _BODY), 3, "header", None),
        (("Text of report in English 2000 gmt 3 May 16", _BODY), 3, "header", None),
    ],
)  # fmt: skip
def test_lines_that_state_the_day(lines: tuple[str, ...], day: int, method: str, evidence: str | None) -> None:
    found = dated(*lines)
    assert (found.day, found.method) == (date(2016, 5, day), method)
    assert evidence is None or found.evidence == evidence


@pytest.mark.parametrize(
    "lines",
    [
        (_BODY, "© 2016 Harbour News"),
        ("Statement on the visit (1-3 May 2016)", _BODY),
        ("Ferry to Rason sails again, 3 May 2016", _BODY),
        ("3 May 2016 - " + _BODY, "7 May 2016 - " + _MORE),
        (_BODY, "Copyright May 2016. All rights reserved."),
        ("FILE PHOTO: A train leaves, May 3, 2016. REUTERS/Ivan Petrov", _BODY),
        ("On May 3, 2016 the line was opened again, the office of customs said.", _MORE),
        (_BODY, "Next issue: May 10, 2016"),
        (_BODY, "RELATED Trade pact of May 3, 2016"),
        ("04/05/2016", _BODY),
    ],
)
def test_lines_that_do_not(lines: tuple[str, ...]) -> None:
    assert dated(*lines) == PublicationDate(None, "none", None, None)


@pytest.mark.parametrize(
    ("lines", "url", "day", "method"),
    [
        (("Updated May 5, 2016; published May 3, 2016", _BODY), None, 3, "header"),
        (("Updated : May 5, 2016", _BODY, "Published : May 3, 2016"), None, 3, "footer"),
        (("May 3, 2016", _BODY, "Published May 4, 2016"), None, 3, "header"),
        (("May 3, 2016", _BODY), "https://x.example/2016/05/04/a", 3, "header"),
        ((_BODY, "Published May 3, 2016"), "https://x.example/2016/05/04/a", 3, "footer"),
        (("KHASAN, May 2, 2016 (AP) -- " + _BODY,), "https://x.example/2016/05/03/a", 3, "url"),
        (("Updated May 5, 2016", "KHASAN, May 3, 2016 (AP) -- " + _BODY), None, 3, "dateline"),
        (("May 3, 2016", "May 4, 2016", _BODY), None, 3, "header"),
        (
            ("Updated May 3, 2016", _BODY, "A version of this article appeared in print on May 4, 2016."),
            None,
            3,
            "header",
        ),
    ],
)
def test_the_day_it_appeared_wins(lines: tuple[str, ...], url: str | None, day: int, method: str) -> None:
    found = dated(*lines, url=url)
    assert (found.day, found.method) == (date(2016, 5, day), method)


@pytest.mark.parametrize("headline", ["Who pays for the port?", "Ministers fall out!", "“Who pays for the port?”"])
def test_a_headline_may_ask_or_call(headline: str) -> None:
    page = read_page("\n\n".join((headline, "03.05.2016 Author: Nora Vale", _BODY, _MORE)))
    assert read_publication_date(page, Metadata()).day == date(2016, 5, 3)


def test_metadata_win_over_the_page() -> None:
    found = dated("May 3, 2016", _BODY, published_on=date(2016, 5, 1))
    assert (found.day, found.method, found.evidence) == (date(2016, 5, 1), "metadata", None)


@pytest.mark.parametrize(
    ("lines", "url", "day"),
    [
        (("04/05/2016", _BODY), "https://x.example/2016/05/04/a", date(2016, 5, 4)),
        (("04/05/2016", _BODY), "https://x.example/2016/04/05/a", date(2016, 4, 5)),
        (("04/05/2016", _BODY, "Last modified on 2016-05-05"), None, date(2016, 5, 4)),
        (("04/05/2016", "KHASAN, May 4 (AP) -- " + _BODY), None, date(2016, 5, 4)),
        (("04/05/2016", "KHASAN, April 4 (AP) -- " + _BODY), None, date(2016, 4, 5)),
        (("04/05/2016", _BODY + " The line was closed on 28/02/2016."), None, date(2016, 5, 4)),
        (("04/05/2016", _BODY + " The line was closed on 02/28/2016."), None, date(2016, 4, 5)),
        (("04/05/2016", _BODY + " Talks are set for 02/28/2016 and 28/02/2016."), None, None),
        (("12/06/2020", _BODY + " A conference in Kars is planned for June 23-24."), None, date(2020, 6, 12)),
        (("12/06/2020", _BODY + " Talks in Kars are planned for Dec. 23."), None, date(2020, 12, 6)),
        (("12/06/2020", _BODY + " The war began on Sept. 3."), None, None),
        (("Friday 12/06/2020", _BODY), None, date(2020, 6, 12)),
    ],
)
def test_day_or_month_first_is_decided_by_the_page_or_left_open(
    lines: tuple[str, ...], url: str | None, day: date | None
) -> None:
    assert dated(*lines, url=url).day == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2017/07/19/a", date(2017, 7, 19)),
        ("https://x.example/2017/jul/19/a", date(2017, 7, 19)),
        ("https://x.example/news/2017/7/19/a", date(2017, 7, 19)),
        ("https://x.example/news/2017/7/9/a", date(2017, 7, 9)),
        ("https://x.example/2017/11/9", date(2017, 11, 9)),
        ("https://x.example/a/201707/19/b.htm", date(2017, 7, 19)),
        ("https://x.example/final-2017-2-1-win", None),
        ("https://x.example/a/2017/7/b", None),
        ("https://x.example/2017-07-19-a", date(2017, 7, 19)),
        ("https://x.example/view?ud=20170719000123", date(2017, 7, 19)),
        ("https://x.example/AEN20170719005600315", date(2017, 7, 19)),
        ("https://x.example/news/20170719", date(2017, 7, 19)),
        ("https://x.example/2017/07/a", None),
        ("https://x.example/2017/13/19/a", None),
        ("https://x.example/2017/02/30/a", None),
        ("https://x.example/120170719", None),
        ("https://x.example/a/2017/abc/19/", None),
    ],
)
def test_addresses(url: str, day: date | None) -> None:
    assert dated(_BODY, url=url).day == day


def test_year_and_month_of_the_address_complete_a_dateline() -> None:
    found = dated("KHASAN, May 3 (AP) -- " + _BODY, url="https://x.example/2016/05/coal")
    assert (found.day, found.method) == (date(2016, 5, 3), "url")
    assert found.evidence == "May 3; https://x.example/2016/05/coal"
    assert dated("KHASAN, May 3 (AP) -- " + _BODY, url="https://x.example/2016/06/coal").day is None


@pytest.mark.parametrize(
    ("lines", "partial"),
    [
        (("KHASAN, May 3 (AP) -- " + _BODY,), "May 3"),
        (("Tuesday, May 3", _BODY), "Tuesday, May 3"),
        (("Asuncion, Sep 14 (EFE).- " + _BODY,), "Sep 14"),
        ((_BODY + " It was closed on May 3.",), None),
    ],
)
def test_what_is_left_for_inference(lines: tuple[str, ...], partial: str | None) -> None:
    assert dated(*lines) == PublicationDate(None, "none", None, partial)


def test_the_dateline_is_that_of_the_first_paragraph_of_the_story() -> None:
    page = read_page(f"A headline\nNEW DELHI\n{_BODY}\nSEOUL -- {_MORE}")
    dateline = filed_from(page)
    assert dateline is not None
    assert dateline.place == "NEW DELHI"
    assert filed_from(read_page(f"A headline\n{_BODY}\nSEOUL -- {_MORE}")) is None


@pytest.mark.parametrize(
    ("lines", "method"),
    [
        ((f"Vostochny, 3rd May 2016. {_BODY}", _MORE), "dateline"),
        (("VOSTOCHNY, Russia — Updated May 3, 2016, 9:40 p.m.", _BODY, _MORE), "header"),
    ],
)
def test_a_date_behind_a_place_or_a_word_of_publishing_opens_the_page(lines: tuple[str, ...], method: str) -> None:
    found = dated(*lines)
    assert (found.day, found.method) == (date(2016, 5, 3), method)


def test_a_date_within_the_first_sentence_does_not() -> None:
    assert dated("The ministers met in Vostochny on May 3, 2016. They talked of coal.", _MORE).day is None


@pytest.mark.parametrize(
    ("lines", "day", "method"),
    [
        (("MANILA, Philippines (AP), Aug. 9, 2024 -- Two ships met on Friday.",), date(2024, 8, 9), "dateline"),
        ((_BODY, "This column first appeared in The Ledger on 3 March 2023."), date(2023, 3, 3), "footer"),
        ((_BODY, "Done at Lusaka, Zambia, on this 14th day of August, 2020."), date(2020, 8, 14), "footer"),
        ((_BODY, "Done in Doha on 29 February 2020 in two originals."), date(2020, 2, 29), "footer"),
        ((_BODY, "Compiled on 14 March 2019 from the books of the customs."), date(2019, 3, 14), "footer"),
        (("As of 16 February 2024, 18:00 (Port Vila)", _BODY), date(2024, 2, 16), "header"),
        (("Moscow (AFP) – Issued on: 14/03/2019 - 10:04", _BODY), date(2019, 3, 14), "header"),
        (
            ("Tema (G/R), June 14, 2017, CNA - Japan handed over a cold store on Tuesday.",),
            date(2017, 6, 14),
            "dateline",
        ),
        (("RIGA (Coastal News) — August 18, 2022", _BODY), date(2022, 8, 18), "dateline"),
        (("Radio script. First broadcast 14 March 2019", _BODY), date(2019, 3, 14), "header"),
        (("The Evening Mail, Vol. 12, Issue 45, March 14, 2019", _BODY), date(2019, 3, 14), "header"),
    ],
)
def test_what_a_page_says_of_itself(lines: tuple[str, ...], day: date, method: str) -> None:
    found = dated(*(f"\n{line}\n" for line in lines))
    assert (found.day, found.method) == (day, method)


@pytest.mark.parametrize(
    ("code", "day"), [("AP-NY-02-10-00 1214EST", date(2000, 2, 10)), ("AP-WS-12-31-98", date(1998, 12, 31))]
)
def test_the_code_below_an_agency_story(code: str, day: date) -> None:
    found = dated(f"\n{_BODY}\n", f"\n{code}\n")
    assert (found.day, found.method) == (day, "footer")


def test_a_code_of_no_day_dates_nothing() -> None:
    assert dated(f"\n{_BODY}\n", "\nAP-NY-13-40-00 1214EST\n").day is None


def test_signing_a_treaty_in_the_story_is_no_imprint() -> None:
    story = (
        "They met.",
        "Signed in Riga on 3 March 2009, the treaty was forgotten.",
        *(f"Line {n} goes on." for n in range(7)),
    )
    assert dated(*(f"\n{line}\n" for line in story)).day is None


@pytest.mark.parametrize("name", [row["name"] for row in rows("records")])
def test_every_record_is_dated_by_the_end_of_its_title(name: str) -> None:
    found = dated(f"{name.capitalize()} of the ministry, 3 May 2016", _BODY)
    assert (found.day, found.method) == (date(2016, 5, 3), "header")
