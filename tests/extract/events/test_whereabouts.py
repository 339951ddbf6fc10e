"""Where an event takes place, in the text's words."""

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle

HEAD = "Laos and Norway\n\nOSLO, July 17, 2018 -- Laos and Norway hold talks this month, officials said.\n\n"


@pytest.mark.parametrize(
    ("sentence", "location"),
    [
        ("An exhibition of Laotian silk opened in the Norwegian capital Oslo on Tuesday.", "Oslo"),
        ("The two ministers met in the Peruvian resort of Paracas on Monday.", "Peruvian resort of Paracas"),
        ("A Laotian delegation arrived in the Norwegian capital, Oslo, on July 3.", "Oslo"),
        ("Divers found the wreck in Norwegian waters on Monday.", "Norwegian waters"),
        ("The ministers met in the Laotian capital on Monday.", "Laotian capital"),
        ("The Norwegian minister visited Vientiane on Tuesday.", "Vientiane"),
        ("The Norwegian minister paid an official visit to Laos on Tuesday.", "Laos"),
        ("The Norwegian minister travelled by train to Vientiane on Tuesday.", "Vientiane"),
        ("During his trip to Laos on Tuesday the Norwegian minister signed a memorandum.", "Laos"),
        ("The Norwegian minister arrived in China's port city of Qingdao on Tuesday.", "Qingdao"),
        ("The Norwegian minister met her Laotian colleague in Turkey's Antalya on Tuesday.", "Antalya"),
        ("The Norwegian minister visited Laos's parliament on Tuesday.", None),
        ("The Norwegian minister came to Laos's aid on Tuesday.", None),
        ("Norway's parliament ratified the treaty with Laos on Tuesday.", None),
    ],
)
def test_where(sentence: str, location: str | None) -> None:
    text = f"{HEAD}{sentence}\n"
    found = extract_article(SourceArticle("", "", None, "utf-8", text, "", Metadata())).events
    assert [event.location for event in found if text[event.char_start : event.char_end] == sentence][:1] == [location]
