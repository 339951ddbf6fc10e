"""Who is who across articles: spellings, namesakes, surnames, ids that stay, results that do not depend on order."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.facts import Role
from pipeline.resolve.identity import ArticleRole, People, resolve_people


def stated(
    article: str,
    person: str,
    title: str = "minister",
    country: str | None = "PRK",
    *,
    day: int = 1,
    name_text: str | None = None,
    status: str = "current",
    rule: str = "title_name",
) -> ArticleRole:
    role = Role(0, 0, 10, "evidence", rule, person, name_text or person, title, None, country, status)
    return ArticleRole(article, date(2020, 1, day), role)


def same(people: People, *keys: tuple[str, str]) -> bool:
    return len({people.official_of[key] for key in keys}) == 1


SAME = [
    ("Kim Jong-un", "Kim Jong Un", "PRK"),
    ("Kim Jong-un", "KIM Jong-un", "PRK"),
    ("Kim Jong-un", "Kim Jongun", "PRK"),
    ("Ri Yong-ho", "Lee Yong-ho", "PRK"),
    ("Ri Yong-ho", "Yi Yong Ho", "PRK"),
    ("Choe Ryong Hae", "Choi Ryong-hae", "PRK"),
    ("Pak Pong-ju", "Park Bong-ju", "PRK"),
    ("Ro Tu-chol", "Noh Du-chol", "PRK"),
    ("Roh Moo-hyun", "Noh Mu-hyun", "KOR"),
    ("Jang Song-thaek", "Chang Song Taek", "PRK"),
    ("Alexandr Galushka", "Alexander Galushka", "RUS"),
    ("Aleksandr Novak", "Alexander Novak", "RUS"),
    ("Sergei Lavrov", "Sergey Lavrov", "RUS"),
    ("Yuri Trutnev", "Yury Trutnev", "RUS"),
    ("Vladimir Putin", "Vladimir Vladimirovich Putin", "RUS"),
    ("Elena Gakh", "Gakh Elena Nikolayevna", "RUS"),
    ("Dmitry Medvedev", "Dmitri Medvedev", "RUS"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "UKR"),
    ("Luiz Inácio Lula da Silva", "Luiz Inacio Lula da Silva", "BRA"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "TUR"),
    ("Mohammad Javad Zarif", "Mohammed Javad Zarif", "IRN"),
    ("Nicolás Maduro", "Nicolas Maduro", "VEN"),
    ("Xi Jinping", "Xi Jin-ping", "CHN"),
    ("Tsai Ing-wen", "Tsai Ingwen", "TWN"),
    ("Moon Jae-in", "Moon Jaein", "KOR"),
    ("Kang Kyung-wha", "Gang Gyeong-hwa", "KOR"),
    ("Yun Byung-se", "Yoon Byung-se", "KOR"),
    ("Suh Hoon", "Seo Hun", "KOR"),
    ("Geun-hye Park", "Park Geun-hye", "KOR"),
    ("Kim Kye-gwan", "Kim Gye Gwan", "PRK"),
    ("Hwang Pyong-so", "Hwang Byong So", "PRK"),
    ("Abdel Fattah al-Sisi", "Abdelfattah El-Sisi", "EGY"),
    ("Bashar al-Assad", "Bashar Assad", "SYR"),
    ("Muammar Gaddafi", "Moammar Gadhafi", "LBY"),
    ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian", "IRN"),
    ("Kassym-Jomart Tokayev", "Kassymjomart Tokayev", "KAZ"),
    ("Gurbanguly Berdymukhamedov", "Gurbanguly Berdimuhamedov", "TKM"),
    ("Alexander Lukashenko", "Alyaksandr Lukashenka", "BLR"),
    ("Ilham Aliyev", "Ilham Aliev", "AZE"),
    ("Viktor Orban", "Orbán Viktor", "HUN"),
    ("Shinzo Abe", "Abe Shinzo", "JPN"),
    ("Lee Hsien Loong", "Lee Hsien-loong", "SGP"),
    ("Nguyen Xuan Phuc", "Nguyễn Xuân Phúc", "VNM"),
    ("Khaltmaagiin Battulga", "Battulga Khaltmaagiin", "MNG"),
    ("Aung San Suu Kyi", "Suu Kyi", "MMR"),
    ("Emmanuel Macron", "E. Macron", "FRA"),
    ("Nikol Pashinyan", "Nikol Pashinian", "ARM"),
    ("Dmytro Kuleba", "Dmitro Kuleba", "UKR"),
    ("Jean-Claude Juncker", "Jean Claude Juncker", "EUE"),
    ("Ferdinand Marcos Jr.", "Ferdinand Marcos Jr", "PHL"),
]
APART = [
    ("Kim Jong-un", "Kim Jong-il"),
    ("Ri Ryong-nam", "Ri Su Yong"),
    ("Ri Su Yong", "Ri Yong Ho"),
    ("Ri Ryong-nam", "Ri Yong Ho"),
    ("Kim Yong-nam", "Kim Yong-chol"),
    ("Choe Son-hui", "Choe Ryong-hae"),
    ("Kim Yo-jong", "Kim Jong-un"),
    ("Sergei Ivanov", "Igor Ivanov"),
    ("Abdullah Gul", "Abdullah Ocalan"),
    ("Li Qiang", "Li Keqiang"),
    ("Wang Yi", "Wang Yang"),
    ("Kim Yong-chol", "Kim Yong-chun"),
    ("Kim Song", "Kim Song-nam"),
    ("Nawaz Sharif", "Shehbaz Sharif"),
    ("Hassan Rouhani", "Hassan Nasrallah"),
    ("Mohammed bin Salman", "Mohammed bin Nayef"),
    ("Nguyen Phu Trong", "Nguyen Xuan Phuc"),
    ("Alexander Novak", "Alexander Kozlov"),
    ("Pak Pong-ju", "Pak Pong-jun"),
    ("Lee Myung-bak", "Lee Hee-ho"),
    ("Raul Castro", "Fidel Castro"),
    ("Park Jin", "Park Jin-young"),
]


@pytest.mark.parametrize(("one", "other", "country"), SAME)
def test_spellings_of_one_name_are_one_person(one: str, other: str, country: str) -> None:
    people = resolve_people([stated("a", one, country=country), stated("b", other, country=country)])
    assert same(people, ("a", one), ("b", other))
    assert len(people.people) == 1
    assert {people.people[0].name, *people.people[0].aliases} == {one, other}


@pytest.mark.parametrize(("one", "other"), APART)
def test_people_who_share_a_word_stay_apart(one: str, other: str) -> None:
    people = resolve_people([stated("a", one), stated("b", other)])
    assert not same(people, ("a", one), ("b", other))


def test_one_name_in_two_states_is_two_people() -> None:
    people = resolve_people([stated("a", "Lee Ho-jin", country="KOR"), stated("b", "Lee Ho-jin", country="PRK")])
    assert not same(people, ("a", "Lee Ho-jin"), ("b", "Lee Ho-jin"))


def test_a_state_that_is_gone_goes_on_in_its_heir() -> None:
    people = resolve_people([stated("a", "Boris Yeltsin", country="SUN"), stated("b", "Boris Yeltsin", country="RUS")])
    assert same(people, ("a", "Boris Yeltsin"), ("b", "Boris Yeltsin"))


def test_who_moves_to_an_international_body_stays_one() -> None:
    people = resolve_people(
        [stated("a", "Ban Ki-moon", "foreign minister", "KOR"), stated("b", "Ban Ki-moon", "Secretary-General", "UNO")]
    )
    assert same(people, ("a", "Ban Ki-moon"), ("b", "Ban Ki-moon"))


def test_no_state_joins_the_only_bearer_and_no_one_of_two() -> None:
    one = resolve_people([stated("a", "Ivan Petrov", country="RUS"), stated("b", "Ivan Petrov", country=None)])
    assert same(one, ("a", "Ivan Petrov"), ("b", "Ivan Petrov"))
    assert one.people[0].country == "RUS"
    two = resolve_people(
        [
            stated("a", "Ivan Petrov", country="RUS"),
            stated("b", "Ivan Petrov", country="BGR"),
            stated("c", "Ivan Petrov", country=None),
        ]
    )
    assert len(two.people) == 3


def test_names_left_out_join_the_only_fuller_name_of_the_state() -> None:
    people = resolve_people(
        [
            stated("a", "Recep Tayyip Erdogan", country="TUR"),
            stated("b", "Tayyip Erdogan", country="TUR"),
            stated("c", "Tayyip Erdogan", country="CYP"),
        ]
    )
    assert same(people, ("a", "Recep Tayyip Erdogan"), ("b", "Tayyip Erdogan"))
    assert not same(people, ("a", "Recep Tayyip Erdogan"), ("c", "Tayyip Erdogan"))
    reasons = {(link.article_id, link.reason) for link in people.links}
    assert ("b", "name_left_out") in reasons


def test_an_initial_joins_only_one_bearer() -> None:
    one = resolve_people(
        [stated("a", "Subrahmanyam Jaishankar", country="IND"), stated("b", "S. Jaishankar", country="IND")]
    )
    assert len(one.people) == 1
    two = resolve_people(
        [
            stated("a", "Sergei Ivanov", country="RUS"),
            stated("b", "Stepan Ivanov", country="RUS"),
            stated("c", "S. Ivanov", country="RUS"),
        ]
    )
    assert len(two.people) == 3


def test_a_korean_name_is_never_shortened() -> None:
    people = resolve_people([stated("a", "Kim Yong"), stated("b", "Kim Yong-nam")])
    assert len(people.people) == 2


def test_a_surname_joins_the_one_bearer_whose_office_fits() -> None:
    people = resolve_people(
        [
            stated("a", "Narendra Modi", "Prime Minister", "IND"),
            stated("b", "Modi", "Prime Minister", "IND"),
            stated("c", "Nirav Modi", "governor", "IND"),
        ]
    )
    assert same(people, ("a", "Narendra Modi"), ("b", "Modi"))
    assert [link.reason for link in people.links if link.article_id == "b"] == ["surname_and_office"]
    modi = next(person for person in people.people if person.official_id == people.official_of["b", "Modi"])
    assert (modi.name, modi.aliases, modi.n_articles) == ("Narendra Modi", (), 2)


@pytest.mark.parametrize(
    ("title", "country"), [("governor of Gujarat", "IND"), ("Prime Minister", "NPL"), ("deputy prime minister", "IND")]
)
def test_a_surname_with_another_office_or_state_stays_apart(title: str, country: str) -> None:
    people = resolve_people(
        [stated("a", "Narendra Modi", "Prime Minister", "IND"), stated("b", "Modi", title, country)]
    )
    assert not same(people, ("a", "Narendra Modi"), ("b", "Modi"))


def test_a_surname_of_two_bearers_goes_to_neither() -> None:
    people = resolve_people(
        [stated("a", "Kim Yong-chol"), stated("b", "Kim Tok-hun"), stated("c", "Kim"), stated("d", "Kim")]
    )
    assert len(people.people) == 3
    assert same(people, ("c", "Kim"), ("d", "Kim"))


def test_leader_president_and_chairman_are_one_highest_office() -> None:
    people = resolve_people([stated("a", "Xi Jinping", "President", "CHN"), stated("b", "Xi", "leader", "CHN")])
    assert same(people, ("a", "Xi Jinping"), ("b", "Xi"))


def test_rows_of_a_person() -> None:
    people = resolve_people(
        [
            stated("a", "Kim Jong-un", "leader", day=3, name_text="Kim"),
            stated("b", "Kim Jong Un", "Chairman of the State Affairs Commission", day=9),
            stated("c", "Kim Jong-un", "leader", day=5),
            stated("b", "Kim Jong Un", "leader", day=9, status="former"),
        ]
    )
    (kim,) = people.people
    assert kim.name == "Kim Jong-un"
    assert kim.aliases == ("Kim Jong Un",)
    assert (kim.first_seen, kim.last_seen, kim.n_articles) == (date(2020, 1, 3), date(2020, 1, 9), 3)
    assert kim.latest_title == "Chairman of the State Affairs Commission"


def test_a_nickname_in_quotes_is_told_apart_from_the_name() -> None:
    people = resolve_people([stated("a", "Ferdinand “Bongbong” Marcos"), stated("b", "Ferdinand Marcos")])
    (marcos,) = people.people
    assert marcos.name == "Ferdinand Marcos"
    assert marcos.aliases == ('Ferdinand "Bongbong" Marcos',)


def test_a_pronoun_is_no_alias() -> None:
    people = resolve_people([stated("a", "Ivan Petrov", name_text="He", rule="pronoun_verb_title", country="RUS")])
    assert (people.people[0].name, people.people[0].aliases) == ("Ivan Petrov", ())


def test_every_person_of_an_article_has_one_link_with_a_reason() -> None:
    roles = [stated("a", "Kim Jong-un"), stated("a", "Kim Jong-un", "leader"), stated("b", "Ri Yong-ho")]
    people = resolve_people(roles)
    assert [(link.article_id, link.person, link.reason) for link in people.links] == [
        ("a", "Kim Jong-un", "only_mention"),
        ("b", "Ri Yong-ho", "only_mention"),
    ]
    assert {(link.article_id, link.person): link.official_id for link in people.links} == people.official_of


def test_an_id_stays_when_an_article_says_nothing_new() -> None:
    before = [stated("a", "Kim Jong-un", "leader"), stated("b", "Kim Jong Un", "leader")]
    old = resolve_people(before)
    new = resolve_people(
        [
            *before,
            stated("c", "Kim Jong Un", "leader"),
            stated("d", "Ri Yong-ho"),
            stated("e", "Sergei Lavrov", country="RUS"),
        ]
    )
    assert {old.official_of[key] for key in old.official_of} == {new.official_of[key] for key in old.official_of}


def test_nobody_is_nobody() -> None:
    assert resolve_people([]) == People((), {}, ())


NAMES = st.sampled_from(
    [
        "Kim Jong-un", "Kim Jong Un", "Kim Jong-il", "Kim", "Ri Yong-ho", "Lee Yong-ho", "Ri Su-yong", "Ri", "Sergei Lavrov",
        "Sergey Lavrov", "S. Lavrov", "Lavrov", "Sergei Viktorovich Lavrov", "Tayyip Erdogan", "Recep Tayyip Erdogan", "Erdogan",
        "Mohammed bin Salman", "Mohammed bin Salman Al Saud", "Xi", "Xi Jinping", "Ivan", "",
    ]
)  # fmt: skip
ROLES = st.lists(
    st.builds(
        stated,
        st.sampled_from("abcdefgh"),
        NAMES.filter(bool),
        st.sampled_from(["minister", "foreign minister", "leader", "President", "deputy minister", "General"]),
        st.sampled_from(["PRK", "KOR", "RUS", "TUR", "UNO", None]),
        day=st.integers(1, 28),
    ),
    max_size=24,
)


@settings(max_examples=300)
@given(ROLES, st.randoms(use_true_random=False))
def test_order_does_not_matter(roles: list[ArticleRole], chance: random.Random) -> None:
    shuffled = list(roles)
    chance.shuffle(shuffled)
    assert resolve_people(shuffled) == resolve_people(roles)


@settings(max_examples=300)
@given(ROLES)
def test_everyone_is_somebody_once(roles: list[ArticleRole]) -> None:
    people = resolve_people(roles)
    assert set(people.official_of) == {(stated.article_id, stated.role.person) for stated in roles}
    ids = [person.official_id for person in people.people]
    assert len(ids) == len(set(ids))
    assert set(people.official_of.values()) == set(ids)
    for person in people.people:
        assert person.name
        assert person.name not in person.aliases
        assert "" not in person.aliases
