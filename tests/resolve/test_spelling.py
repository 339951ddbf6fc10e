"""What two spellings of one name share, and what tells two names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.officials.name_keys import name_key
from pipeline.lexicon.table import rows
from pipeline.resolve.spelling import names_agree


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Kim Jong-un", "kim"),
        ("Sergei Lavrov", "lavrov"),
        ("Gakh Elena Nikolayevna", "gah"),
        ("Vladimir Vladimirovich Putin", "putin"),
        ("Xi Jinping", "xi"),
        ("Nguyen Phu Trong", "trong"),
        ("Hun Sen", "hun"),
        ("Lula", "lula"),
        ("Ferdinand Marcos Jr.", "marcos"),
    ],
)
def test_the_word_a_person_is_called_by(name: str, surname: str) -> None:
    assert name_key(name).surname == surname


@pytest.mark.parametrize(
    ("short", "long", "agree"),
    [
        ("S. Jaishankar", "Subrahmanyam Jaishankar", True),
        ("Lula da Silva", "Luiz Inacio Lula da Silva", True),
        ("Tayyip Erdogan", "Recep Tayyip Erdogan", True),
        ("Recep Tayyip", "Recep Tayyip Erdogan", False),
        ("Erdogan", "Recep Tayyip Erdogan", False),
        ("Igor Ivanov", "Sergei Ivanov", False),
        ("Kim Yong", "Kim Yong-nam", False),
        ("Recep Tayyip Erdogan", "Tayyip Erdogan", False),
    ],
)
def test_words_left_out(short: str, long: str, agree: bool) -> None:
    assert names_agree(name_key(short), name_key(long)) is agree


@given(st.text(max_size=40))
def test_any_name_has_a_key_that_case_does_not_change(name: str) -> None:
    key = name_key(name)
    assert list(key.words) == sorted(key.words)
    assert key.full == (len(key.words) > 1)
    if name.isascii():
        assert name_key(name.upper()) == name_key(name.lower())


def test_every_spelling_leads_to_one_that_stands_for_itself() -> None:
    entries = {(row["scope"], row["variant"]): row["canonical"] for row in rows("romanisation")}
    for (scope, _), canonical in entries.items():
        assert entries.get((scope, canonical), canonical) == canonical
