"""Which state the people of short articles serve, most of whom no sentence gives a state outright."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.extract.officials import find_officials
from pipeline.text.paragraphs import read_page

FLOOR = 0.94
"""Share of the labelled people found whose state is right. It only rises."""


OPEN = 5
"""People of evidence.txt whose state is not found yet. It only falls."""


def articles(name: str = "served.txt") -> Iterator[tuple[str, dict[str, str]]]:
    """Text and labels, person to state, of every article of the file `name`."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    for block in text.split("\n## ")[1:]:
        lines = block.strip().splitlines()
        labels = [line[2:].split(" | ") for line in lines if line.startswith("= ")]
        body = [line for line in lines if not line.startswith("= ")]
        yield "\n\n".join(body) + "\n", dict(labels)


def test_people_serve_the_states_that_they_are_labelled_with() -> None:
    right, wrong = 0, []
    for text, labels in articles():
        found = {role.person: role.country for role in find_officials(read_page(text)).roles}
        for name in labels.keys() & found.keys():
            if found[name] == labels[name]:
                right += 1
            else:
                wrong.append(f"{name}: {found[name]} for {labels[name]}")
    assert right + len(wrong) >= 300
    assert right / (right + len(wrong)) >= FLOOR, sorted(wrong)


def test_what_sentences_tell_outweighs_what_the_page_is_about() -> None:
    wrong = []
    for text, labels in articles("evidence.txt"):
        found = {role.person: role.country for role in find_officials(read_page(text)).roles}
        wrong += [f"{name}: {found.get(name)} for {code}" for name, code in labels.items() if found.get(name) != code]
    assert len(wrong) <= OPEN, wrong


def test_there_are_articles_about_many_states() -> None:
    assert len({code for _, labels in articles() for code in labels.values()}) >= 90
