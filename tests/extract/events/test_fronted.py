"""Who acts on whom where a phrase with names of its own stands ahead of the subject, or another's act behind the verb."""

from datetime import date

import pytest

from pipeline.extract.article import extract_article
from pipeline.intake.source import Metadata, SourceArticle

_CASES = (
    ("In a letter to the Togolese president on Tuesday, Benin's foreign minister criticised the levy.", "BEN", "TGO"),
    ("In a call with Togo's premier on Tuesday, the Beninese foreign minister urged calm.", "BEN", "TGO"),
    ("Speaking alongside the Togolese president on Tuesday, Benin's premier criticised Niger.", "BEN", "NER"),
    ("On a visit to Togo on Tuesday, the Beninese foreign minister denounced Niger.", "BEN", "NER"),
    ("At talks in Accra on Tuesday, Togo and Benin accused Niger of arming rebels.", "TGO", "NER"),
    ("Benin condemned the arrest of its envoy by Togo on Tuesday.", "BEN", "TGO"),
    ("In a statement on Tuesday, Benin's foreign ministry criticised the blockade by Togo.", "BEN", "TGO"),
    ("Togo's president flew to Lima on Tuesday, where he accused Niger of piracy.", "TGO", "NER"),
    ("Togo's army said Benin moved its troops to the border on Tuesday.", "BEN", "TGO"),
    ("Togo's government said on Tuesday Benin expelled its envoy last week.", "BEN", "TGO"),
    ("A plea filed in January by Togo against Benin is with the judges.", "TGO", "BEN"),
    ("Togo's decision to expel Benin's envoy last week drew condemnation from Niger.", "TGO", "BEN"),
    ("Visiting Togo on Tuesday, Beninese envoy Paul Adjovi said the deal would calm Niger.", "BEN", "TGO"),
    ("Nato criticised Togo on Tuesday.", "NATO", "TGO"),
)


@pytest.mark.parametrize(("sentence", "source", "target"), _CASES)
def test_the_subject_acts(sentence: str, source: str, target: str) -> None:
    text = f"Envoys meet\n\nACCRA (Sahel) -- Envoys of many states met.\n\n{sentence}\n"
    article = SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata(published_on=date(2016, 3, 18)))
    last = extract_article(article).events[-1]
    assert (last.source_country, last.target_country) == (source, target)


def test_the_guest_of_an_occasion_ahead_of_the_subject() -> None:
    text = "Envoys meet\n\nOn a visit to Togo on Tuesday, the Beninese foreign minister denounced Niger.\n"
    article = SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata(published_on=date(2016, 3, 18)))
    visit = extract_article(article).events[0]
    assert (visit.source_country, visit.target_country, visit.countries) == ("BEN", "TGO", ("BEN", "TGO"))
