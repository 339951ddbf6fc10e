"""What a page says about itself: title, publisher, byline, place, language, day."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import masthead as module
from pipeline.extract.dates.inference import Inferred
from pipeline.extract.facts import Masthead
from pipeline.extract.masthead import read_masthead
from pipeline.intake.source import Metadata
from pipeline.text.page import Page
from pipeline.text.paragraphs import read_page

_BODY = "The office of customs said that exports of coal had risen by a tenth in the first quarter of the year."
_MORE = "The two countries are to hold talks on a new treaty in the port of Vostochny, an official told the paper."
_SHARED = Path(__file__).parents[3] / "shared"


def read(*lines: str, metadata: Metadata | None = None) -> Masthead:
    return read_masthead(read_page("\n".join(lines)), metadata or Metadata())


def test_a_page_in_full() -> None:
    found = read(
        "Coal trains roll again on border line",
        "By Nora ValePublished : May 3, 2016 - 15:25",
        f"KHASAN (Yonhap) -- {_BODY}",
        _MORE,
    )
    assert found == Masthead(
        title="Coal trains roll again on border line",
        publisher="Yonhap News Agency",
        byline="Nora Vale",
        dateline_place="KHASAN",
        published_on=date(2016, 5, 3),
        published_on_method="header",
        published_on_evidence="By Nora ValePublished : May 3, 2016 - 15:25",
        language="en",
    )


def test_metadata_win() -> None:
    metadata = Metadata("Other title", date(2016, 5, 4), None, "Harbour News")
    found = read("Coal trains roll again", "May 3, 2016", _BODY, _MORE + " (Yonhap)", metadata=metadata)
    assert (found.title, found.publisher) == ("Other title", "Harbour News")
    assert (found.published_on, found.published_on_method, found.published_on_evidence) == (
        date(2016, 5, 4),
        "metadata",
        None,
    )


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ((_BODY, _MORE + " (Yonhap)"), "Yonhap News Agency"),
        ((f"KHASAN, May 3 (UPI) -- {_BODY}", _MORE), "United Press International"),
        ((_BODY, "<All rights reserved by Yonhap News Agency>"), "Yonhap News Agency"),
        ((_BODY, "© 2020 AFP"), "Agence France-Presse"),
        ((_BODY, "Copyright (c) 2016 Harbour News. All rights reserved."), "Harbour News"),
        ((_BODY, "REUTERS, AGENCE FRANCE-PRESSE", "A version of this story ran in The Straits Times on May 3, 2016."), "The Straits Times"),
        (("Source: Xinhua| 2016-05-03 20:14:32|Editor: Lin Yao", _BODY), "Xinhua"),
        (("By Nora Vale, Associated Press", _BODY), "The Associated Press"),
        ((_BODY, _MORE, "-- BERNAMA"), "Bernama"),
        ((_BODY, "Published in Dawn, May 3rd, 2016"), "Dawn"),
        (("KHASAN, May 3 (Harbour News) -- " + _BODY,), "Harbour News"),
        ((_BODY, _MORE), None),
        ((_BODY + " (Yonhap)", _MORE), None),
        ((_BODY, "The Wall Street Journal reported on the deal on Monday, and the Reuters agency confirmed it."), None),
    ],
)  # fmt: skip
def test_publisher(lines: tuple[str, ...], publisher: str | None) -> None:
    assert read("Coal trains roll again on border line", *lines).publisher == publisher


def test_publisher_by_address() -> None:
    assert (
        read("A headline", _BODY, metadata=Metadata(url="https://en.yna.co.kr/view/1")).publisher
        == "Yonhap News Agency"
    )
    assert read("A headline", _BODY, metadata=Metadata(url="https://notyna.co.kr.example/view")).publisher is None


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("By Nora Vale and Ivan Petrov", _BODY), "Nora Vale and Ivan Petrov"),
        (("Nora Vale", "May 3, 2016", _BODY), "Nora Vale"),
        (("By", "Nora Vale", _BODY), "Nora Vale"),
        (("Nora Vale, Staff Writer", _BODY), "Nora Vale"),
        ((_BODY, _MORE, "By Nora Vale (nora@harbour.example)"), "Nora Vale"),
        ((_BODY, _MORE), None),
    ],
)
def test_byline(lines: tuple[str, ...], byline: str | None) -> None:
    assert read("Coal trains roll again on border line", *lines).byline == byline


def test_title_is_the_first_headline_above_the_story() -> None:
    assert read("World", "Coal trains\u00a0roll again", "A deck below it", _BODY).title == "Coal trains roll again"
    assert read(_BODY, "A cross-heading", _MORE).title is None


@pytest.mark.plain
def test_what_no_line_states_is_inferred(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def infer(_page: Page, dateline: str | None) -> Inferred:
        asked.append(dateline)
        return Inferred(date(2015, 3, 17), None, "March 17; Tuesday")

    monkeypatch.setattr(module, "infer_published_on", infer)
    found = read("A headline", f"SEOUL, March 17 (UPI) -- {_BODY}")
    assert asked == ["March 17"]
    assert (found.published_on, found.published_on_method) == (date(2015, 3, 17), "inferred")
    assert (found.published_on_evidence, found.told_until) == ("March 17; Tuesday", None)


@pytest.mark.plain
def test_without_a_day_the_latest_told_past_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        module, "infer_published_on", lambda _page, _dateline: Inferred(None, date(2014, 4, 29), "April 29")
    )
    found = read("A headline", _BODY)
    assert (found.published_on, found.published_on_method, found.published_on_evidence) == (None, "none", None)
    assert found.told_until == date(2014, 4, 29)


@given(st.text())
def test_any_page_has_a_masthead(text: str) -> None:
    found = read_masthead(read_page(text), Metadata())
    assert (found.published_on is None) == (found.published_on_method == "none")
    assert found.title is None or found.title.strip()


_LABELLED = sorted((_SHARED / "gold").glob("*.json"))


@pytest.mark.skipif(not _LABELLED, reason="the shared articles are not beside the repository")
@pytest.mark.parametrize("label", _LABELLED, ids=lambda label: label.stem)
def test_days_of_the_shared_articles(label: Path) -> None:
    text = (_SHARED / "corpus" / f"{label.stem}.txt").read_text(encoding="utf-8")
    found = read_masthead(read_page(text), Metadata())
    assert (found.published_on and found.published_on.isoformat()) == json.loads(label.read_text())["published_on"]


@pytest.mark.parametrize(
    "line", ["28 Oct 2017 11:31", "15.01.2024", "Published : Dec. 13, 2024 - 14:05:11", "May 3, 2016"]
)
def test_a_line_that_only_says_the_day_is_no_title(line: str) -> None:
    assert read(line, "", "Coal trains roll again", "", _BODY, "", _MORE).title == "Coal trains roll again"
    assert read(line, "", _BODY, "", _MORE).title is None


@pytest.mark.parametrize(
    "title", ["Coal trains roll again in Sept.", "N. Macedonia's coal exports slip 2 pct through Aug."]
)
def test_a_headline_may_end_with_a_shortened_word(title: str) -> None:
    assert read(title, "", "Oct. 22, 2016 - 11:03", "", _BODY, "", _MORE).title == title
