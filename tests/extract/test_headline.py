"""The line that is the article's headline."""

import pytest

from pipeline.extract.headline import find_headline
from pipeline.text.paragraphs import read_page

_HEADLINE = "Coal trains roll again on border line"
_BODY = "The office of customs said that exports of coal had risen by a tenth in the first quarter of the year."


@pytest.mark.parametrize(
    "above",
    [
        (),
        ("Home > Trade > News",),
        ("Home>Trade",),
        ("You are here: Home / News / Trade",),
        ("Harbour News",),
        ("Nov. 22, 2019 Friday", "Harbour News"),
        ("Tell a friend",),
        ("BUSINESS NEWS",),
    ],
)
def test_what_stands_above_the_headline_is_none(above: tuple[str, ...]) -> None:
    found = find_headline(read_page("\n\n".join((*above, _HEADLINE, "May 3, 2016", _BODY, _BODY[4:].capitalize()))))
    assert found is not None
    assert found.text == _HEADLINE


@pytest.mark.parametrize("headline", ["Oil slips", "Coal trains roll", "Home front: coal trains roll again"])
def test_a_short_headline_stands_above_its_deck(headline: str) -> None:
    found = find_headline(read_page(f"{headline}\n\nCoal trains cross the border line again\n\nMay 3, 2016\n\n{_BODY}"))
    assert found is not None
    assert found.text == headline


def test_a_page_without_a_headline() -> None:
    assert find_headline(read_page(_BODY)) is None


@pytest.mark.parametrize(
    "above",
    [
        ("Ministry of Ports", "Republic of Harbour", "Tuesday, May 3, 2016", "PRESS RELEASE"),
        ("PRESS RELEASE No. 412/16",),
        ("THE HARBOUR DAILY — TUESDAY, MAY 3, 2016",),
        ("Today is Friday, November 22, 2019",),
    ],
)
def test_who_issues_it_and_when_is_no_headline(above: tuple[str, ...]) -> None:
    found = find_headline(read_page("\n\n".join((*above, _HEADLINE, _BODY, _BODY[4:].capitalize()))))
    assert found is not None
    assert found.text == _HEADLINE


def test_a_ministry_may_open_a_headline() -> None:
    found = find_headline(read_page(f"Ministry of Ports cuts tolls\n\nTolls fall in all ports of the south\n\n{_BODY}"))
    assert found is not None
    assert found.text == "Ministry of Ports cuts tolls"
