import gc
from datetime import date

import pytest

from pipeline.extract import extract_article
from pipeline.intake.source import Metadata, SourceArticle

TEXT = """Ferry between Batumi and Varna to sail again

TBILISI, May 14, 2019 (Black Sea Wire) -- Georgian Economy Minister Nino Beridze signed a protocol with Bulgarian
Transport Minister Petar Kolev in Tbilisi on Tuesday.

Georgia exported hazelnuts worth $12 million to Bulgaria in 2018.
"""


def test_an_article_gives_all_that_it_states() -> None:
    source = SourceArticle("a1", "ferry.txt", None, "utf-8", TEXT, "0" * 64, Metadata())
    found = extract_article(source)
    assert found.masthead.published_on == date(2019, 5, 14)
    assert {(event.event_type, event.date_start) for event in found.events} == {("AGREE", date(2019, 5, 14))}
    assert [(figure.value, figure.unit, figure.exporter, figure.importer) for figure in found.figures] == [
        (12_000_000, "USD", "GEO", "BGR")
    ]
    assert {role.name_text for role in found.roles} == {"Nino Beridze", "Petar Kolev"}
    for fact in (*found.events, *found.figures, *found.roles):
        assert TEXT[fact.char_start : fact.char_end] == fact.evidence


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_of_garbage_is_left_as_it_was(on: bool) -> None:
    source = SourceArticle("a1", "ferry.txt", None, "utf-8", TEXT, "0" * 64, Metadata())
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        extract_article(source)
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()
