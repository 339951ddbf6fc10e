"""What makes two reports one occurrence, and what keeps them two; sentences of our own."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.extract.facts import Event
from pipeline.resolve.account import Report, account_of
from pipeline.resolve.likeness import likeness

DAY = date(2021, 3, 10)
EVENT = Event(
    paragraph=1, char_start=0, char_end=9, evidence="", rule="rule", date_text="March 10", date_start=DAY, date_end=DAY,
    date_precision="day", date_method="explicit", event_type="CONSULT", trigger="talks", status="occurred",
    source_country="KEN", target_country="UGA", countries=("KEN", "UGA"), location=None, participants=(),
)  # fmt: skip


def alike(
    one: str, other: str, first: dict[str, object] | None = None, second: dict[str, object] | None = None
) -> bool:
    """Whether the sentences, told in two articles, are of one occurrence; the dicts change the events' columns."""
    scores = []
    for order in ((0, 1), (1, 0)):
        told = [(one, first or {}), (other, second or {})]
        accounts = [_account("ab"[number], *told[number]) for number in order]
        scores.append(likeness(*accounts))
    assert scores[0] == scores[1]
    return scores[0] > 0


def _account(article: str, evidence: str, changes: dict[str, object]):
    people = tuple(changes.get("participants", ()))
    return account_of(Report(article, article, replace(EVENT, evidence=evidence, **changes), people))


TALKS = "Kenya and Uganda held talks on fishing rights in Lake Victoria."
AGREED = {"event_type": "AGREE", "trigger": "signed"}
BANNED = {"event_type": "SANCTION", "trigger": "banned"}


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        (TALKS, "Ugandan and Kenyan officials discussed fishing rights at talks on Wednesday.", {}, {}),
        ("Kenya banned eggs from Uganda.", "Nairobi imposed a ban on Ugandan eggs.", BANNED, {**BANNED, "trigger": "imposed"}),
        ("Kenya sent 120 cows to Uganda.", "A herd of 120 head left for Uganda.", {"event_type": "AID", "trigger": "sent"}, {"trigger": "left"}),
        ("Kenya signed a defense pact with Uganda.", "Uganda and Kenya signed a defence accord.", AGREED, AGREED),
        (TALKS, "The two sides met.", {"participants": ("wanjiru",)}, {"participants": ("wanjiru",), "trigger": "met"}),
        (TALKS, "Ministers met over fishing.", {"location": "Kampala"}, {"location": "Uganda", "trigger": "met"}),
        (TALKS, "Ministers met over fishing.", {"location": "Kampala"}, {"location": "Ugandan capital", "trigger": "met"}),
        ("Kenya handed a boat to Uganda.", "Uganda received a boat.", {"event_type": "OTHER", "trigger": "handed"}, {"event_type": "COOPERATE", "trigger": "received"}),
        (TALKS, TALKS, {"status": "planned"}, {"status": "occurred"}),
        (TALKS, TALKS, {"status": "planned"}, {"status": "cancelled"}),
        (TALKS, TALKS, {"status": "negated"}, {"status": "cancelled"}),
        ("Kenya agreed to reopen the border with Uganda.", "Uganda and Kenya agreed to reopen their border.", {**AGREED, "trigger": "agreed"}, {**AGREED, "trigger": "reopen"}),
        ("Uganda honoured Soviet soldiers on Wednesday.", "Wreaths for soldiers from Russia were laid in Uganda.", {"countries": ("SUN", "UGA"), "trigger": "honoured", "location": "Kampala"}, {"countries": ("RUS", "UGA"), "trigger": "laid", "location": "Kampala"}),
    ],
)  # fmt: skip
def test_one_occurrence_in_other_words(one, other, first, second):
    assert alike(one, other, first, second)


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        ("Kenya and Uganda signed an accord on eggs.", "Uganda and Kenya signed an accord on pilots.", AGREED, AGREED),
        (TALKS, TALKS, {}, {"status": "cancelled"}),
        (TALKS, TALKS, {}, {"status": "negated"}),
        (TALKS, TALKS, {"location": "Kampala"}, {"location": "Mombasa"}),
        (TALKS, "Ministers saw each other.", {"location": "Uganda"}, {"location": "Uganda", "trigger": "saw"}),
        (TALKS, TALKS, {"location": "Mombasa"}, {"location": "Ugandan capital"}),
        (TALKS, TALKS, {"participants": ("wanjiru",)}, {"participants": ("okello",)}),
        (TALKS, TALKS, {}, {"countries": ("KEN", "TZA")}),
        (TALKS, TALKS, {}, {"countries": ()}),
        ("Kenya named Amina Juma envoy to Uganda.", "Kenya named Peter Otieno envoy to Uganda.", {"trigger": "named"}, {"trigger": "named"}),
        ("Kenya named an envoy to Uganda and Chad.", "Kenya named an envoy to Uganda and Mali.", {"trigger": "named"}, {"trigger": "named"}),
        ("Kenyan troops shot at posts near Lwakhakha.", "Kenyan troops shot at posts near Suam.", {"event_type": "ASSAULT", "trigger": "shot"}, {"event_type": "ASSAULT", "trigger": "shot"}),
        (
            "Kenya expelled two diplomats.",
            "Uganda expelled two diplomats.",
            {"event_type": "COERCE", "trigger": "expelled"},
            {"event_type": "COERCE", "trigger": "expelled", "source_country": "UGA", "target_country": "KEN"},
        ),
        (
            "The ministers of Kenya, Uganda and Rwanda met in Kampala.",
            "Kenyan and Ugandan officers met in Kampala.",
            {"countries": ("KEN", "RWA", "UGA"), "location": "Kampala", "trigger": "met"},
            {"location": "Kampala", "trigger": "met"},
        ),
        ("Kenya banned eggs from Uganda.", "Uganda condemned the ban on eggs.", BANNED, {"event_type": "ACCUSE", "trigger": "condemned", "source_country": "UGA", "target_country": "KEN"}),
        ("Kenya and Uganda signed a contract for gas in Kampala.", "Uganda and Kenya signed a protocol on a dam.", {**AGREED, "location": "Kampala"}, {**AGREED, "location": "Kampala"}),
    ],
)  # fmt: skip
def test_two_occurrences_that_look_alike(one, other, first, second):
    assert not alike(one, other, first, second)


def test_an_article_tells_of_an_occurrence_once():
    account = _account("a", TALKS, {})
    assert likeness(account, _account("a", TALKS, {"date_text": "Wednesday"})) == 0


def test_who_is_banned_by_whom_is_open_in_the_passive():
    passive = {**BANNED, "source_country": "UGA", "target_country": "KEN"}
    assert alike("Kenya banned eggs from Uganda.", "Ugandan eggs were banned by Kenya.", BANNED, passive)


def test_an_account_keeps_evidence_and_what_is_no_evidence_apart():
    account = _account(
        "a",
        "On March 10 Kenya sold 12,400 tons of tea worth $3.5 million to Ugandan firms near Busia in 2021, Juma said.",
        {"event_type": "COOPERATE", "trigger": "sold"},
    )
    assert account.numbers == {"12,400", "3.5"}
    assert {"juma", "busia"} <= account.names
    assert account.mentioned == {"KEN", "UGA"}
    assert {"tea", "company"[:6]} <= {word[:6] for word in account.words}
    assert not account.words & {"march", "keny", "ugandan", "sell", "juma", "hold"}


MONTH = {"date_start": date(2021, 3, 1), "date_end": date(2021, 3, 31)}
YEAR = {"date_start": date(2021, 1, 1), "date_end": date(2021, 12, 31)}


@pytest.mark.parametrize(
    ("longer", "told"),
    [
        ({**MONTH, "participants": ("wanjiru",)}, True),
        (MONTH, True),
        ({**MONTH, "evidence": "In March Kenya and Uganda held talks on eggs."}, False),
        (YEAR, False),
        ({**YEAR, "participants": ("wanjiru",)}, True),
    ],
)
def test_a_longer_time_needs_more(longer, told):
    day = _account("a", TALKS, {"participants": ("wanjiru",) if "participants" in longer else ()})
    evidence = longer.get("evidence", TALKS)
    changes = {key: value for key, value in longer.items() if key != "evidence"}
    assert (likeness(day, _account("b", evidence, changes)) > 0) is told
