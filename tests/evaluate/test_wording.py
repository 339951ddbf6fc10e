import pytest

from pipeline.evaluate.wording import commodity_words, in_sentence, name_key, same_amount, same_title


def test_a_snippet_meets_its_sentence_whatever_the_quotes() -> None:
    assert in_sentence("said “it’s  done”", 'He SAID "it\'s done" twice.')
    assert not in_sentence("said it was done", "He said it is done.")


def test_evidence_may_be_the_shorter_of_the_two() -> None:
    assert in_sentence("the two men met in Rome", "two men met")
    assert not in_sentence("the two men met in Rome", "two men")


def test_a_page_is_no_sentence() -> None:
    assert not in_sentence("met in Rome", "They met in Rome. " * 100)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("minister", "Minister of Foreign Trade", True),
        ("vice minister of Foreign Affairs", "Minister of Foreign Affairs", False),
        ("deputy director", "director", False),
        ("Prime Minister", "Minister", False),
        ("ambassador to Russia", "ambassador to China", False),
        ("", "minister", False),
        (None, None, False),
    ],
)
def test_titles(one: str | None, other: str | None, same: bool) -> None:
    assert same_title(one, other) is same
    assert same_title(other, one) is same


def test_names_are_compared_by_their_letters() -> None:
    assert name_key("Zoltán Berényi") == name_key("ZOLTAN BERENYI") == "zoltanberenyi"
    assert name_key("Kim Jong-un") == name_key("Kim Jong Un")


def test_amounts() -> None:
    assert same_amount(33.33, 33.3)
    assert not same_amount(100, 101)
    assert not same_amount(-5.0, 5.0)
    assert same_amount(0, 0)


def test_commodities_share_a_content_word() -> None:
    assert commodity_words("Siberian coal") & commodity_words("coals")
    assert not commodity_words("petroleum products") & commodity_words("dairy products")
    assert commodity_words(None) == frozenset()
