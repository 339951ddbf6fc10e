"""What the names of known leaders tell: in any spelling, in full, in part, and where others bear them too."""

import pytest

from pipeline.extract.officials import find_officials
from pipeline.extract.officials.leaders import leader_signs, leader_state
from pipeline.lexicon.countries import country_codes
from pipeline.lexicon.table import rows
from pipeline.text.paragraphs import read_page


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sergei Lavrov", "RUS"),
        ("Sergey Lavrov", "RUS"),
        ("Sergei Viktorovich Lavrov", "RUS"),
        ("Delfin N. Lorenzana", "PHL"),
        ("Teodoro L. Locsin, Jr.", "PHL"),
        ("Ri Yong Ho", "PRK"),
        ("Ben Wallace", "GBR"),
        ("Abe Shinzo", "JPN"),
        ("Joko Widodo", "IDN"),
        ("Hun Sen", "KHM"),
    ],
)
def test_a_full_name_tells_the_state_however_it_is_spelt(name: str, code: str) -> None:
    assert leader_state(name) == code


@pytest.mark.parametrize("name", ["Lavrov", "Foro Velden", "Kim Young-chul", "Li", "Sergei", "Wallace", "Al", ""])
def test_what_is_no_full_name_of_a_leader_settles_nothing(name: str) -> None:
    assert leader_state(name) is None


@pytest.mark.parametrize("name", ["John Howard", "David Cohen", "Zhang Jun"])
def test_a_name_that_others_bear_counts_among_the_states_of_the_page_alone(name: str) -> None:
    [code] = leader_signs(name, country_codes())
    assert leader_state(name) is None
    assert leader_signs(name, {code}) == {code: 1.0}
    assert not leader_signs(name, {"FIN"})


def test_who_led_a_ministry_and_a_body_serves_the_one_that_the_title_is_of() -> None:
    assert leader_state("Jens Stoltenberg") is None
    assert leader_state("Jens Stoltenberg", national=True) == "NOR"
    assert leader_state("Jens Stoltenberg", national=False) == "NATO"
    assert set(leader_signs("Jens Stoltenberg", ())) == {"NOR", "NATO"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Rodrigo Roa Duterte", "PHL"),
        ("Nicolas Maduro Moros", "VEN"),
        ("Luis Lacalle Pou Herrera", "URY"),
        ("Kim Young-chul", "PRK"),
        ("Lorenzana", "PHL"),
    ],
)
def test_other_spellings_longer_names_and_surnames_are_signs_on_pages_about_the_state(name: str, code: str) -> None:
    assert leader_signs(name, {code})[code] > 0
    assert not leader_signs(name, {"FIN"})


@pytest.mark.parametrize("name", ["Nicolas Alberto Moros", "Duterte Rodrigo Navarro Cruz Santos", "Kim Jong"])
def test_a_part_of_a_leaders_name_in_anothers_is_no_sign(name: str) -> None:
    assert not leader_signs(name, {"PHL", "PRK", "VEN"})


def test_the_surname_of_a_leader_called_by_it_alone_is_a_sign_on_any_page() -> None:
    assert leader_signs("Erdogan", ()) == {"TUR": 1.0}
    assert not leader_signs("Kim", {"PRK", "KOR"})


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Foreign Minister Ban Ki-moon spoke in Seoul.", "KOR"),
        ("Secretary-General Ban Ki-moon spoke in Seoul.", "UNO"),
        ("Secretary General Jens Stoltenberg spoke in Oslo.", "NATO"),
        ("Prime Minister Jens Stoltenberg spoke in Brussels.", "NOR"),
        ("Commissioner Karel De Gucht spoke in Hanoi.", "EUE"),
        ("Foreign Minister Karel De Gucht spoke in Kinshasa.", "BEL"),
        ("Zambia's Foreign Minister Sergei Lavrov spoke in Lusaka.", "ZMB"),
    ],
)
def test_the_title_and_a_state_beside_it_go_before_the_name(sentence: str, code: str) -> None:
    [role] = find_officials(read_page(f"A title of the page\n\n{sentence}\n")).roles
    assert role.country == code


def test_the_lexicon_knows_its_states_and_its_kinds() -> None:
    found = rows("leaders")
    assert {row["code"] for row in found} <= country_codes()
    assert {row["tells"] for row in found} == {"name", "surname", "weighed"}
    kinds: dict[str, set[str]] = {}
    for row in found:
        kinds.setdefault(row["name"], set()).add(row["tells"])
        assert row["name"].isascii()
    assert all(len(tells) == 1 for tells in kinds.values())
