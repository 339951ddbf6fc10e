"""Which of two states a person serves where a construction alone tells it: every page of two_states.txt, many pairs."""

from pathlib import Path

import pytest

from pipeline.extract.officials import find_officials
from pipeline.text.paragraphs import read_page

NAMES = {"X": "Foro Velden", "Y": "Tamo Kerrin"}
"""At home nowhere."""
STATES = (
    ("Norway", "Norwegian", "Oslo", "NOR"),
    ("Ghana", "Ghanaian", "Accra", "GHA"),
    ("Peru", "Peruvian", "Lima", "PER"),
    ("Vietnam", "Vietnamese", "Hanoi", "VNM"),
    ("Turkey", "Turkish", "Ankara", "TUR"),
    ("Pakistan", "Pakistani", "Islamabad", "PAK"),
    ("Kazakhstan", "Kazakh", "Astana", "KAZ"),
    ("Portugal", "Portuguese", "Lisbon", "PRT"),
    ("Ecuador", "Ecuadorean", "Quito", "ECU"),
    ("Somalia", "Somali", "Mogadishu", "SOM"),
    ("Jordan", "Jordanian", "Amman", "JOR"),
    ("Bulgaria", "Bulgarian", "Sofia", "BGR"),
    ("Zambia", "Zambian", "Lusaka", "ZMB"),
    ("Laos", "Lao", "Vientiane", "LAO"),
    ("Uruguay", "Uruguayan", "Montevideo", "URY"),
)
"""Name, adjective, capital, code."""
STEPS = (4, 7)
"""How far apart in `STATES` the two of a pair are."""


def _pages() -> list[tuple[str, list[str], dict[str, str]]]:
    """What tells it, the paragraphs, and the placeholders of people to those of their states."""
    text = (Path(__file__).parent / "two_states.txt").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n## ")[1:]:
        title, *lines = block.strip().splitlines()
        labels = dict(line[2:].split(" | ") for line in lines if line.startswith("= "))
        found.append((title, [line for line in lines if not line.startswith("= ")], labels))
    return found


def _fill(line: str, first: tuple[str, ...], second: tuple[str, ...]) -> str:
    words = dict(NAMES)
    for letter, (name, adjective, capital, _) in (("A", first), ("B", second)):
        words |= {letter: name, f"{letter}D": adjective, f"{letter}C": capital}
        words[f"{letter}P"] = name + ("'" if name.endswith("s") else "'s")
    return line.format(**words)


@pytest.mark.parametrize(("title", "lines", "labels"), _pages(), ids=[title for title, _, _ in _pages()])
def test_a_construction_tells_the_state(title: str, lines: list[str], labels: dict[str, str]) -> None:
    wrong = []
    for step in STEPS:
        for index, first in enumerate(STATES):
            second = STATES[(index + step) % len(STATES)]
            body = [_fill(line, first, second) for line in lines]
            page = read_page("\n\n".join(["A title of the page", *body]) + "\n")
            found = {role.person: role.country for role in find_officials(page).roles}
            for person, side in labels.items():
                code = (first if side == "A" else second)[-1]
                got = found.get(_fill(person, first, second), "not found")
                if got != code:
                    wrong.append(f"{got} for {code}: {' '.join(body)}")
    assert not wrong, title


def test_there_are_many_constructions() -> None:
    assert len(_pages()) >= 20
