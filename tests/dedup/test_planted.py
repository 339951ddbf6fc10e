"""Repeats planted in a corpus of our own grammar: copies, affixes and edits must be found, changed facts must not.

The grammar's paragraphs share their templates, so that every paragraph has many near neighbours that state other facts.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from pipeline.dedup.corpus import Document, Repeats, find_repeats
from pipeline.text.page import Page, Paragraph

Slots = dict[str, str]

PLACES = [
    "Astrakhan",
    "Busan",
    "Chongjin",
    "Gwadar",
    "Izmir",
    "Karachi",
    "Lagos",
    "Mombasa",
    "Nakhodka",
    "Odesa",
    "Tema",
    "Vladivostok",
]
STATES = [
    "Angola",
    "Bolivia",
    "Cambodia",
    "Denmark",
    "Egypt",
    "Finland",
    "Ghana",
    "Hungary",
    "Iran",
    "Iraq",
    "Jordan",
    "Kenya",
]
PEOPLE = [
    "Aung Min",
    "Choe Ryong-su",
    "Sergei Malkov",
    "Yuri Orlov",
    "Farida Aziz",
    "Pak Jong-chol",
    "Alexander Belov",
    "Ri Yong-gil",
]
TITLES = ["Deputy Prime Minister", "Trade Minister", "Transport Minister", "Ambassador", "Governor"]
GOODS = [
    "wheat",
    "crude oil",
    "coal",
    "timber",
    "fertiliser",
    "steel pipes",
    "frozen fish",
    "cotton",
    "machine tools",
    "copper ore",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
BODIES = ["customs service", "statistics office", "ministry of trade", "central bank", "port authority"]
WORKS = ["a cold store", "a ferry berth", "a grain silo", "a rail yard", "a container terminal", "a repair dock"]

TEMPLATES = [
    "{state} exported {count} tons of {good} to {other} in {month} {year}, its {body} said, and the shipments {rose} {share} percent from the same month a year before.",
    "According to the {body} of {state}, purchases of {good} from {other} {rose} by {share} percent to ${amount} million in {month} {year}, while the country’s sales of {good2} came to {count} tons.",
    "{title} {person} visited {place} on {month} {day}, {year}, where a delegation of companies from {state} is building {work} with a loan of ${amount} million from {other}.",
    "The two sides agreed in {place} on {month} {day}, {year}, that {state} will supply {other} with {count} tons of {good} a year, and {title} {person} said the agreement “opens a new page” in the relations of the two countries.",
    "{state} and {other} signed a protocol on {work} in {place} on {day} {month} {year}; {person}, who led the delegation of {state}, said that the works are to cost about ${amount} million and to employ {count} people.",
    "In {month} {year} the {body} of {state} organised a fair in {place} at which {count} companies from {other} showed {good} and {good2}, and the contracts that were signed there are worth ${amount} million, {person} said.",
    "The {body} of {state} did not publish figures for {good} in {month} {year}, but {title} {person} told a conference in {place} that imports from {other} had {fallen} {share} percent to {count} tons.",
]


@dataclass
class Planted:
    text: str
    truth: int
    """Which statement it makes: paragraphs of one truth are copies of each other."""
    kind: str


def slots_of(rng: random.Random) -> Slots:
    state, other = rng.sample(STATES, 2)
    good, good2 = rng.sample(GOODS, 2)
    return {
        "state": state, "other": other, "good": good, "good2": good2,
        "count": f"{rng.randint(1_000, 980_000):,}", "share": f"{rng.randint(2, 80)}.{rng.randint(1, 9)}",
        "amount": f"{rng.randint(1, 900)}.{rng.randint(1, 9)}", "year": str(rng.randint(1996, 2024)), "month": rng.choice(MONTHS),
        "day": str(rng.randint(1, 28)), "body": rng.choice(BODIES), "person": rng.choice(PEOPLE), "title": rng.choice(TITLES),
        "place": rng.choice(PLACES), "work": rng.choice(WORKS), "rose": rng.choice(["rose", "fell"]), "fallen": rng.choice(["risen", "fallen"]),
    }  # fmt: skip


def replaced(*pairs: tuple[str, str]) -> Callable[[str, random.Random], str]:
    def edit(text: str, rng: random.Random) -> str:
        fitting = [pair for pair in pairs if pair[0] in text]
        return text.replace(*rng.choice(fitting), 1) if fitting else text

    return edit


def mentioned(text: str, rng: random.Random) -> str:
    medium = rng.choice(["Interfax reported", "according to Xinhua", "TASS said"])
    return f"{text[:-1]}, {medium}."


TYPESETTING = [
    replaced((" ", " "), ("’", "'"), ("“", '"'), ("”", '"')),
    replaced((", ", ",  "), (" and ", "\nand ")),
    lambda text, _: text.replace("’", "'").replace("“", '"').replace("”", '"'),
]
AFFIXES = [
    lambda text, rng: (
        f"{rng.choice(PLACES).upper()}, {rng.choice(MONTHS)} {rng.randint(1, 28)} ({rng.choice(['Yonhap', 'UPI', 'AP'])}) -- {text}"
    ),
    lambda text, rng: f"{text} ({rng.choice(['Yonhap', 'Xinhua', 'KCNA'])})",
    lambda text, _: f"{text} | License Photo",
    lambda text, _: f"{text} /TASS/",
    lambda text, _: f"RELATED {text}",
    lambda text, _: f"{text} (Reporting by Ann Carver; editing by Tom Hale)",
]
EDITS = [
    replaced((" percent", " per cent"), (" percent", "%"), (" million", " mln")),
    replaced((" said", " stated"), ("purchases of", "the purchases of"), ("agreed", "also agreed"), ("signed", "inked")),
    replaced(("Sergei", "Sergey"), ("Alexander", "Alexandr"), ("Choe", "Choi"), ("Yuri", "Yury"), ("Ri Yong", "Ri Young"), ("Pak", "Park")),
    replaced(("-su", " Su"), ("-chol", " Chol"), ("-gil", " Gil")),
    replaced((" that ", " "), (" on ", " "), ("the two countries", "both countries"), (", and ", " and ")),
    replaced(("companies", "firms"), ("agreement", "accord"), ("about ", "around "), ("relations", "ties"), ("worth ", "also worth ")),
    replaced(("organised", "organized"), ("fertiliser", "fertilizer"), ("will", "will also"), ("a delegation", "the delegation")),
    replaced(("January", "Jan."), ("February", "Feb."), ("August", "Aug."), ("September", "Sept."), ("October", "Oct."), ("December", "Dec.")),
    replaced(("rose", "climbed"), ("fell", "declined"), ("risen", "increased"), ("fallen", "dropped")),
    mentioned,
]  # fmt: skip


def changed_slot(*names: str) -> Callable[[Slots, random.Random], Slots]:
    def change(slots: Slots, rng: random.Random) -> Slots:
        other = slots_of(rng)
        return slots | {name: other[name] for name in names}

    return change


CHANGES: dict[str, Callable[[Slots, random.Random], Slots]] = {
    "count": changed_slot("count"), "share": changed_slot("share"), "amount": changed_slot("amount"), "year": changed_slot("year"),
    "month": changed_slot("month"), "day": changed_slot("day"), "person": changed_slot("person"), "title": changed_slot("title"),
    "place": changed_slot("place"), "good": changed_slot("good"), "work": changed_slot("work"), "body": changed_slot("body"),
    "state": changed_slot("state"),
    "sides": lambda slots, _: slots | {"state": slots["other"], "other": slots["state"]},
    "direction": lambda slots, _: slots | {"rose": {"rose": "fell"}.get(slots["rose"], "rose"), "fallen": {"risen": "fallen"}.get(slots["fallen"], "risen")},
}  # fmt: skip
REWORDINGS = {
    "negation": replaced((" exported", " has not exported"), ("is building", "is not building"), ("will supply", "will not supply"), ("did not publish", "published"), (" signed a", " did not sign a"), ("are to", "are not to")),
    "scale": replaced(("million", "billion"), (" tons", " thousand tons")),
    "unit": replaced((" tons", " barrels"), ("$", "€")),
    "status": replaced(("Minister", "Vice Minister"), ("will", "may"), ("exported", "plans to export"), ("visited", "will visit"), ("signed", "failed to sign")),
    "bound": replaced((" tons", " tons or more"), ("to $", "to at least $"), ("about $", "over $"), ("by ", "by almost ")),
    "office": replaced(("Minister", "Minister and acting Governor"), ("Ambassador", "former Ambassador"), ("Governor", "deputy Governor")),
}  # fmt: skip


def changed(rng: random.Random, template: str, slots: Slots) -> tuple[str, str]:
    """A paragraph that differs from the template's in one fact, and which."""
    while True:
        kind = rng.choice([*CHANGES, *REWORDINGS])
        before = template.format(**slots)
        text = template.format(**CHANGES[kind](slots, rng)) if kind in CHANGES else REWORDINGS[kind](before, rng)
        if text != before:
            return text, kind


def edited(rng: random.Random, text: str) -> str:
    """`text` after one to three edits that change no fact."""
    before = text
    while text == before:
        for edit in rng.sample(EDITS, rng.randint(1, 3)):
            text = edit(text, rng)
    return text


def plant(seed: int, count: int) -> list[Planted]:
    rng = random.Random(seed)
    planted: list[Planted] = []
    known: set[str] = set()
    truths = 0

    def add(text: str, truth: int, kind: str) -> None:
        planted.append(Planted(text, truth, kind))
        known.add(text)

    while len(planted) < count:
        template, slots = rng.choice(TEMPLATES), slots_of(rng)
        text = template.format(**slots)
        if text in known:
            continue
        add(text, truths, "base")
        truth, truths = truths, truths + 1
        if rng.random() < 0.1:
            add(rng.choice(TYPESETTING)(text, rng), truth, "exact")
        if rng.random() < 0.1:
            add(rng.choice(AFFIXES)(text, rng), truth, "affix")
        if rng.random() < 0.15:
            add(edited(rng, text), truth, "edit")
        if rng.random() < 0.3:
            other, kind = changed(rng, template, slots)
            if other not in known:
                add(other, truths, f"changed {kind}")
                truths += 1
    return planted


def publish(paragraphs: list[Planted], rng: random.Random) -> tuple[list[Document], dict[tuple[str, int], Planted]]:
    """The paragraphs as articles of five, one article a day."""
    rng.shuffle(paragraphs)
    documents, places = [], {}
    for number in range(0, len(paragraphs), 5):
        article_id = f"article {number}"
        parts = paragraphs[number : number + 5]
        found, start = [], 0
        for position, part in enumerate(parts):
            found.append(Paragraph(position, "body", start, start + len(part.text), part.text))
            places[article_id, position] = part
            start += len(part.text) + 2
        page = Page("\n\n".join(part.text for part in parts), tuple(found), ())
        documents.append(Document(article_id, f"{number:06}.txt", date(2020, 1, 1) + timedelta(number), page, ()))
    return documents, places


@pytest.fixture(scope="module", params=[4711, 90210])
def searched(request: pytest.FixtureRequest) -> tuple[Repeats, dict[tuple[str, int], Planted]]:
    documents, places = publish(plant(request.param, 4000), random.Random(request.param))
    return find_repeats(documents), places


def test_nothing_but_copies_is_called_a_repeat(searched: tuple[Repeats, dict[tuple[str, int], Planted]]) -> None:
    repeats, places = searched
    false = [
        (places[place].kind, places[place].text, places[repeat.article_id, repeat.position].text, repeat.reason)
        for place, repeat in repeats.duplicate_of.items()
        if places[place].truth != places[repeat.article_id, repeat.position].truth
    ]
    assert false == []


def test_copies_are_found(searched: tuple[Repeats, dict[tuple[str, int], Planted]]) -> None:
    repeats, places = searched
    met: set[int] = set()
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    cluster_kinds: dict[int, set[str]] = {}
    for part in places.values():
        cluster_kinds.setdefault(part.truth, set()).add(part.kind)
    for place, part in places.items():
        if part.truth in met:
            kind = (
                "edit"
                if "edit" in cluster_kinds[part.truth]
                else "affix"
                if "affix" in cluster_kinds[part.truth]
                else "exact"
            )
            asked[kind] += 1
            found[kind] += place in repeats.duplicate_of
        met.add(part.truth)
    assert min(asked.values()) > 50
    assert found["exact"] == asked["exact"]
    assert found["affix"] >= 0.99 * asked["affix"]
    assert found["edit"] >= 0.9 * asked["edit"]


def test_every_kind_of_change_was_planted(searched: tuple[Repeats, dict[tuple[str, int], Planted]]) -> None:
    _, places = searched
    kinds = {part.kind for part in places.values()}
    assert kinds >= {f"changed {kind}" for kind in [*CHANGES, *REWORDINGS]} | {"base", "exact", "affix", "edit"}
