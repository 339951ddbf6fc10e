"""HTML pages: the article's text and what the page's head says."""

from datetime import date

import pytest

from pipeline.intake.errors import Refused
from pipeline.intake.html import read_html
from pipeline.intake.limits import Limits

_PARAGRAPHS = (
    "The customs office said on Monday that exports of coal rose by a tenth in the first quarter of the year.",
    "The two countries are to hold talks on a new treaty in the port of Vostochny in June, an official said.",
    "Traders in the region said that the price of coal had fallen since the line was opened again in March.",
)


def page(head: str = "", extra: str = "", paragraphs: tuple[str, ...] = _PARAGRAPHS) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Coal trains roll again</h1>{extra}{body}</article>"
        "<footer><p>© 2019 Harbour News</p></footer></body></html>"
    )


def test_text_and_metadata() -> None:
    head = (
        '<meta charset="utf-8"><title>Coal trains roll again | Harbour News</title>'
        '<meta property="og:title" content="Coal trains roll again">'
        '<meta property="og:site_name" content="Harbour News">'
        '<meta property="article:published_time" content="2016-05-03T23:42:00+09:00">'
        '<link rel="canonical" href="https://harbour.example/2016/coal">'
    )
    article = read_html(page(head).encode(), Limits())
    assert [line for line in article.text.split("\n") if line in _PARAGRAPHS] == list(_PARAGRAPHS)
    assert "Home" not in article.text
    assert article.metadata.title == "Coal trains roll again"
    assert article.metadata.publisher == "Harbour News"
    assert article.metadata.url == "https://harbour.example/2016/coal"
    assert article.metadata.published_on == date(2016, 5, 3)


def test_a_numeric_date_that_can_mean_two_days_is_no_metadata() -> None:
    article = read_html(page(extra='<span class="date">04/05/2016</span>').encode(), Limits())
    assert article.metadata.published_on is None


def test_a_year_alone_is_no_date() -> None:
    assert read_html(page().encode(), Limits()).metadata.published_on is None


@pytest.mark.parametrize("codec", ["windows-1252", "iso-8859-2", "utf-16"])
def test_encodings(codec: str) -> None:
    text = page(f'<meta charset="{codec}">', paragraphs=("The café in Malaga sold coal.", *_PARAGRAPHS)).replace(
        "©", "(c)"
    )
    article = read_html(text.encode(codec), Limits())
    assert "café" in article.text


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<p></p>", "<" * 5_000, "<div>" * 3_000, "plain", "<!--", "&#0;&#xd800;"]
)
def test_a_page_without_an_article_is_refused(markup: str) -> None:
    with pytest.raises(Refused) as caught:
        read_html(markup.encode(), Limits())
    assert caught.value.rule in {"html", "empty", "no_text", "language", "binary"}


def test_the_same_page_gives_the_same_text() -> None:
    data = page().encode()
    assert read_html(data, Limits()) == read_html(data, Limits())
