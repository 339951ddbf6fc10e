"""Modules that are spelled out for mypyc do what they did."""

import ast
from dataclasses import fields, replace
from pathlib import Path
from types import ModuleType

import pytest
from spelled_out import Sources

ROOT = Path(__file__).parents[2]
SPANS = '''"""Spans."""

from dataclasses import dataclass, field

from pipeline.values import value


@value(frozen=True, slots=True)
class Span:
    """Where something stands."""

    start: int
    end: int


@value(frozen=True, slots=True)
class _Bare:
    code: str


@dataclass(slots=True)
class Told:
    """What was told."""

    words: list[str] = field(default_factory=list)
    near: int = 3
    """So far back."""
    _seen: int | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.near += 1
'''
NAMES = '''"""Names."""

from pipeline.values import value

from spans import Span


@value(frozen=True, slots=True)
class Name(Span):
    """A name in a text."""

    text: str = "?"
'''
WORDS = '''"""Words."""

from functools import cache

LENGTHS = [1, 2]
KINDS: dict[str, int] = {"a": 1}
calls = []


@cache
def words(kind: str) -> list[str]:
    """The words of a kind."""
    calls.append(kind)
    return [kind] * KINDS.get(kind, 3)


@cache
def longest() -> int:
    calls.append("longest")
    return max(LENGTHS)
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spans.py").write_text(SPANS)
    (tmp_path / "names.py").write_text(NAMES)
    (tmp_path / "words.py").write_text(WORDS)
    return tmp_path


def written(folder: Path, name: str) -> str:
    return Sources(folder).spelled_out(folder / f"{name}.py")


def module(text: str, **known: object) -> ModuleType:
    """The module that `text` is, its own imports of `spans` left to `known`."""
    made = ModuleType("made")
    vars(made).update(known)
    exec(text.replace("from spans import Span\n", ""), vars(made))
    return made


def test_values_are_made_compared_and_hashed_as_before(folder: Path) -> None:
    span = module(written(folder, "spans")).Span
    assert span(1, end=2) == span(1, 2)
    assert span(1, 2) != span(1, 3)
    assert hash(span(1, 2)) == hash(span(1, 2))
    assert [field.name for field in fields(span)] == ["start", "end"]
    assert replace(span(1, 2), end=5) == span(1, 5)
    with pytest.raises(TypeError):
        span(1)


def test_each_value_has_a_list_of_its_own(folder: Path) -> None:
    told = module(written(folder, "spans")).Told
    one, two = told(), told(["a"])
    one.words.append("b")
    assert (told().words, two.words) == ([], ["a"])


def test_what_comes_behind_the_fields_is_done(folder: Path) -> None:
    told = module(written(folder, "spans")).Told
    assert (told().near, told(near=7).near, told()._seen) == (4, 8, None)
    assert "_seen" not in repr(told())


def test_a_class_has_the_fields_of_the_one_it_extends(folder: Path) -> None:
    name = module(written(folder, "names"), Span=module(written(folder, "spans")).Span).Name
    assert (name(1, 2).text, name(1, 2, "Ri").text, name(1, 2).end) == ("?", "Ri", 2)


def test_lines_keep_their_numbers(folder: Path) -> None:
    made = written(folder, "spans").splitlines()
    assert len(made) == len(SPANS.splitlines())
    assert [line for line in made if "__init__" in line and "Span" not in line]
    for before, after in zip(SPANS.splitlines(), made, strict=True):
        assert before == after or not before or before.startswith(("@value", "@dataclass"))


def test_a_class_without_a_docstring_stays(folder: Path) -> None:
    assert "@value(frozen=True, slots=True)\nclass _Bare:\n    code: str\n" in written(folder, "spans")


def test_what_a_function_has_found_is_kept(folder: Path) -> None:
    made = module(written(folder, "words"))
    assert (made.words("a"), made.words("b"), made.longest()) == (["a"], ["b", "b", "b"], 2)
    assert made.words("a") is made.words("a")
    assert made.longest() == 2
    assert made.calls == ["a", "b", "longest"]


def test_names_in_capitals_are_told_to_be_constants(folder: Path) -> None:
    lines = written(folder, "words").splitlines()
    assert "LENGTHS: Final = [1, 2]" in lines
    assert 'KINDS: Final[dict[str, int]] = {"a": 1}' in lines
    assert "calls = []" in lines


def test_every_module_of_the_project_can_be_written() -> None:
    sources = Sources(ROOT)
    made = 0
    for file in sorted((ROOT / "pipeline" / "extract").rglob("*.py")):
        text = sources.spelled_out(file)
        ast.parse(text)
        made += text.count("    def __init__(self")
    assert made > 80
