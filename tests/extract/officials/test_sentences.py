"""What single sentences and whole pages of our own say of officials; the expectations stand beside the texts."""

from pathlib import Path

import pytest

from pipeline.extract.officials import Officials, find_officials
from pipeline.text.paragraphs import read_page

HERE = Path(__file__).parent
HEADLINE = "Some headline here\n\n"


def _cases() -> list[tuple[str, list[str]]]:
    lines = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("#") or not line:
            continue
        if line.startswith(("= ", "- ")):
            found[-1][1].append(line)
        else:
            found.append((line, []))
    return found


def _said(officials: Officials) -> list[str]:
    with_office = {mention.person for mention in officials.mentions if mention.official}
    roles = [f"= {role.person} | {role.title} | {role.country or '-'} | {role.status}" for role in officials.roles]
    others = {f"- {mention.person}" for mention in officials.mentions if mention.person not in with_office}
    return sorted([*roles, *others])


CASES = _cases()


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence[:40] for sentence, _ in CASES])
def test_sentence(sentence: str, expected: list[str]) -> None:
    assert _said(find_officials(read_page(HEADLINE + sentence))) == sorted(expected)


@pytest.mark.parametrize("path", sorted((HERE / "pages").glob("*.txt")), ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition("====\n")
    assert _said(find_officials(read_page(text))) == sorted(expected.splitlines())


def test_there_are_many_sentences() -> None:
    assert len(CASES) >= 150
