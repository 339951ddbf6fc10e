"""Events by construction: what dates them, what type they have, who takes part, whether they took place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.article import extract_article
from pipeline.extract.facts import Event
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.text.ids import stable_id

FRIDAY = date(2016, 3, 18)


def _events(text: str, today: date | None = FRIDAY) -> tuple[Event, ...]:
    article = SourceArticle(
        article_id=stable_id("a.txt", None), source_path="a.txt", record_key=None, encoding="utf-8",
        text=f"A report of the day\n\n{text}\n", sha256="0" * 64, metadata=Metadata(published_on=today),
    )  # fmt: skip
    return extract_article(article).events


def _told(text: str) -> list[tuple[str, str, str, str]]:
    return [(e.event_type, str(e.date_start), str(e.date_end), e.status) for e in _events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Latvian minister visited Hanoi on Monday.", [("CONSULT", "2016-03-14", "2016-03-14", "occurred")]),
        ("Latvia and Vietnam signed a treaty in June 2011.", [("AGREE", "2011-06-01", "2011-06-30", "occurred")]),
        ("The envoys held talks in Riga from March 7-9.", [("CONSULT", "2016-03-07", "2016-03-09", "occurred")]),
        ("The Latvian minister paid a visit to Hanoi last week.", [("CONSULT", "2016-03-07", "2016-03-13", "occurred")]),
        ("A ceremony was held in Riga on March 9.", [("CONSULT", "2016-03-09", "2016-03-09", "occurred")]),
        ("Vietnam fired two missiles on Tuesday.", [("MOBILIZE", "2016-03-15", "2016-03-15", "occurred")]),
        ("Latvia launched a ferry service to Estonia in May.", [("COOPERATE", "2015-05-01", "2015-05-31", "occurred")]),
        ("Latvia imposed sanctions on Estonia in 2014.", [("SANCTION", "2014-01-01", "2014-12-31", "occurred")]),
        ("Norway donated 40 tons of flour to Estonia on March 3.", [("AID", "2016-03-03", "2016-03-03", "occurred")]),
        ("The Latvian president will visit Hanoi on May 9.", [("CONSULT", "2016-05-09", "2016-05-09", "planned")]),
        ("The Latvian president is scheduled to meet him in April.", [("CONSULT", "2016-04-01", "2016-04-30", "planned")]),
        ("Latvia and Estonia did not hold talks on March 4.", [("CONSULT", "2016-03-04", "2016-03-04", "negated")]),
        ("Latvia refused to attend the summit on Monday.", [("REJECT", "2016-03-14", "2016-03-14", "occurred")]),
        ("Talks planned for Wednesday were called off.", [("CONSULT", "2016-03-16", "2016-03-16", "cancelled")]),
        ("The summit set for March 12 was postponed.", [("CONSULT", "2016-03-12", "2016-03-12", "cancelled")]),
        ("The minister arrived on Monday and signed a protocol.",
         [("CONSULT", "2016-03-14", "2016-03-14", "occurred"), ("AGREE", "2016-03-14", "2016-03-14", "occurred")]),
        ("Estonia sent aid in March and May 2012.",
         [("AID", "2012-03-01", "2012-03-31", "occurred"), ("AID", "2012-05-01", "2012-05-31", "occurred")]),
        ("The party paper praised its envoy's meeting with the minister in November.", [("CONSULT", "2015-11-01", "2015-11-30", "occurred")]),
        ("Latvia said on Monday that it would ban imports of Estonian peat.",
         [("SANCTION", "2016-03-14", "2016-03-14", "occurred")]),
        ("Prices have risen, he said on Monday after talks with his Estonian counterpart.",
         [("CONSULT", "2016-03-14", "2016-03-14", "occurred")]),
        ("They met on March 8. During the talks the ministers signed an accord.",
         [("CONSULT", "2016-03-08", "2016-03-08", "occurred"), ("AGREE", "2016-03-08", "2016-03-08", "occurred")]),
        ("The envoys bickered in Riga on Monday.", [("OTHER", "2016-03-14", "2016-03-14", "occurred")]),
        ("The talks stalled on Monday.", [("CONSULT", "2016-03-14", "2016-03-14", "occurred")]),
        ("In a message released on Monday, the Latvian minister praised the pact.",
         [("SUPPORT", "2016-03-14", "2016-03-14", "occurred")]),
        ("A gala planned for Tuesday was suspended.", [("CONSULT", "2016-03-15", "2016-03-15", "cancelled")]),
        ("The treaty takes effect on April 1.", [("AGREE", "2016-04-01", "2016-04-01", "planned")]),
        ("They met on March 8. The same day a school was opened.",
         [("CONSULT", "2016-03-08", "2016-03-08", "occurred"), ("COOPERATE", "2016-03-08", "2016-03-08", "occurred")]),
    ],
)  # fmt: skip
def test_what_happened_and_when(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met often, the agency said Tuesday.",
        "The state agency reported on Monday that prices had risen.",
        "Latvia exported peat worth $34 million to Estonia in 2014.",
        "Trade with Estonia grew by 8 percent in 2014.",
        "Exports have fallen since 2011.",
        "The envoy visited Hanoi often.",
        "Workers sent home $40 million in 2014.",
        "It was colder than in March.",
        "Ghana borrowed money to buy this year's harvest.",
        "Sales rose in March to 4 million tons.",
        "He knew it on Monday.",
    ],
)
def test_attributions_figures_and_undated_acts_are_no_events(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "countries", "location"),
    [
        ("The Latvian minister visited Hanoi on Monday.", ("LVA", "VNM"), "Hanoi"),
        ("Latvian and Vietnamese envoys held talks in Geneva on Monday.", ("LVA", "VNM"), "Geneva"),
        ("Latvia's ambassador to Hungary met Vietnamese officials on Monday.", ("LVA", "VNM"), None),
        ("Latvia banned imports from Estonia on Monday, Russian state media said.", ("EST", "LVA"), None),
        ("Vietnam tested a missile on Monday.", ("VNM",), None),
        ("Vietnam closed its borders on Monday.", ("VNM",), None),
        ("Vietnam forgave Latvia's Soviet-era debt on Monday.", ("LVA", "VNM"), None),
        (
            "Latvia withdrew troops from Estonia on Monday in line with the United Nations resolution.",
            ("EST", "LVA"),
            None,
        ),
    ],
)
def test_who_takes_part_and_where(text: str, countries: tuple[str, ...], location: str | None) -> None:
    [event] = _events(text)
    assert (event.countries, event.location) == (countries, location)


def test_the_other_side_is_that_of_the_article_where_a_sentence_names_one() -> None:
    text = "Latvia and Vietnam are old partners. Vietnamese rice goes to Latvia.\n\nA treaty was signed on Monday."
    assert _events(text)[-1].countries == ("LVA", "VNM")


def test_two_acts_of_one_subject_have_their_own_objects() -> None:
    text = "Latvia praised Vietnam on Monday and condemned Estonia."
    assert [event.countries for event in _events(text)] == [("LVA", "VNM"), ("EST", "LVA")]


def test_a_digest_opens_each_paragraph_with_its_own_state() -> None:
    text = "RIGA - The president signed a law on Monday.\n\nHANOI - Ministers held talks on Tuesday with Estonia."
    assert [event.countries for event in _events(text)][-1] == ("EST", "VNM")


def test_an_undated_article_has_events_of_the_inferred_year() -> None:
    text = "RIGA (Wire) -- The ministers met on April 28. In September 2013 a rail link was reopened."
    assert ("2014-04-28", "inferred") in {(str(e.date_start), e.date_method) for e in _events(text, None)}


def test_relative_words_of_an_undated_article_date_nothing() -> None:
    assert _events("The ministers met on Friday. They signed a treaty last month.", None) == ()


def test_evidence_is_the_one_sentence_that_tells_it() -> None:
    text = "Nothing happened in Riga. The Latvian minister visited Hanoi on Monday. Nothing else did."
    [event] = _events(text)
    assert event.evidence == "The Latvian minister visited Hanoi on Monday."


WORDS = [
    "the",
    "minister",
    "of",
    "Latvia",
    "visited",
    "Hanoi",
    "on",
    "Monday",
    "and",
    "signed",
    "a",
    "treaty",
    "in",
    "June",
    "2011",
    ",",
    ".",
    "was",
    "not",
    "held",
    "talks",
    "will",
    "May",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_event_is_grounded_and_no_longer_than_a_year(words: list[str]) -> None:
    text = " ".join(words)
    for event in _events(text):
        whole = f"A report of the day\n\n{text}\n"
        assert whole[event.char_start : event.char_end] == event.evidence
        assert 0 <= (event.date_end - event.date_start).days <= 366
        assert list(event.countries) == sorted(set(event.countries))
