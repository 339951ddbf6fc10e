"""Who fell upon whom in wars that are known by their date, and whose attack it is where others stand beside it."""

from datetime import date

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle

_CASES = (
    ("Benin has grown closer to Togo since the February 2022 invasion of Ukraine.", ("RUS", "UKR")),
    ("Benin has sent no envoy to Kyiv since the country's war with its neighbour began in 2022.", ("RUS", "UKR")),
    ("Benin has sold no cotton since Russia's 2022 invasion.", ("RUS", "UKR")),
    ("Benin spoke of the group's October 7 attack, in which Hamas took hostages.", (None, "ISR")),
    ("Togo has grown closer to Benin since the war in Gaza began in October 2023.", ("ISR", "PSE")),
    ("Togo has kept out of it since Syria's conflict began in March 2011.", (None, "SYR")),
    ("Togo has grown closer to Benin since the war in Sudan began in April 2023.", (None, "SDN")),
    ("Togo has bought no drones since the Hamas attacks on October 7 last year.", (None, "ISR")),
    ("Togo's premier landed in Cotonou on Tuesday, hours after Nigerian jets had killed nine people in Niger.", ("NGA", "NER")),
)  # fmt: skip


def _last(sentence: str, today: date) -> tuple[str | None, str | None]:
    text = f"Benin and Togo talk\n\nCOTONOU (Sahel) -- Benin and Togo hold talks this week.\n\n{sentence}\n"
    article = SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata(published_on=today))
    last = extract_article(article).events[-1]
    return last.source_country, last.target_country


@pytest.mark.parametrize(("sentence", "parties"), _CASES)
def test_who_falls_upon_whom(sentence: str, parties: tuple[str | None, str | None]) -> None:
    assert _last(sentence, date(2024, 9, 18)) == parties


def test_on_the_days_after_it_more_is_told_of_a_day() -> None:
    sentence = "Israel's army shelled Gaza on October 7, in an attack on Hamas."
    assert _last(sentence, date(2023, 10, 9)) == ("ISR", "PSE")
