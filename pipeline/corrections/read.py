"""Files of corrections to values, strictly: what is not understood ends the run with a line that says where.

YAML is read by PyYAML, with the plain words of its core schema alone: no "no" for false, no sixty-based numbers.
"""

import hashlib
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pipeline.corrections.errors import CorrectionsError
from pipeline.corrections.model import Correction
from pipeline.corrections.shape import correction_of

_SUFFIXES = (".yaml", ".yml")
_LARGEST = 4_000_000
"""Bytes: no file of corrections is larger."""
_LINE = "\0line"
"""Key under which a mapping keeps the number of its line."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a folder, in the order of their files."""

    entries: tuple[Correction, ...] = ()
    digest: str = ""
    """Digest of the files' names and bytes; "" for a folder without any."""


def corrections_beside(raw: Path) -> Path:
    """The folder of the corrections of a raw folder, where nobody names another: `corrections` beside it."""
    return raw.parent / "corrections"


def read_corrections(folder: Path | None) -> Corrections:
    """Every correction in the YAML files below `folder`, which need not exist.

    Raises CorrectionsError, in one line with file and line number, for what is no correction.
    """
    if folder is None or not folder.exists():
        return Corrections()
    if not folder.is_dir():
        raise CorrectionsError(f"{folder} is no folder: corrections are YAML files in a folder")
    entries: list[Correction] = []
    sha = hashlib.sha256()
    files = correction_files(folder)
    for path in files:
        name = path.relative_to(folder.parent).as_posix()
        data = _bytes(path, name)
        sha.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode("utf-8", "surrogatepass"))
        entries.extend(correction_of(entry, f"{name}:{entry.pop(_LINE)}") for entry in _entries(data, name))
    _all_named_apart(entries)
    return Corrections(tuple(entries), sha.hexdigest() if files else "")


def correction_files(folder: Path) -> list[Path]:
    """The YAML files below `folder`, hidden ones left out, sorted."""
    found = (path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _bytes(path: Path, name: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorrectionsError(f"{name} cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise CorrectionsError(f"{name} is larger than {_LARGEST} bytes: cut it into several files")
    return data


def _entries(data: bytes, name: str) -> Iterable[dict[str, Any]]:
    """The mappings of a file, which holds a list of them, one alone, or nothing."""
    try:
        loaded = yaml.load(data.decode("utf-8-sig"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{name} is no UTF-8: save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise CorrectionsError(f"{name}:{line}: no YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise CorrectionsError(f"{name}: no YAML: {' '.join(str(error).split())[:200]}") from error
    if loaded is None:
        return []
    entries = [loaded] if isinstance(loaded, dict) else loaded
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CorrectionsError(f"{name}: a file of corrections is a list of entries, each beginning with `- id: …`")
    return entries


def _all_named_apart(entries: Iterable[Correction]) -> None:
    seen: dict[str, Correction] = {}
    for entry in entries:
        first = seen.setdefault(entry.id, entry)
        if first is not entry:
            raise CorrectionsError(f"{entry.place}: the id {entry.id} is taken by {first.place}")


# ---------------------------------------------------------------------------------------------- YAML


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """PyYAML's safe loader without its surprises: no key twice, no aliases; the line of every mapping is kept."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own name

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.MarkedYAMLError(problem="write values out: aliases (*name) are not read", problem_mark=mark)
        return super().compose_node(parent, index)


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node)
        if not isinstance(key, str) or key in found:
            problem = f"the key {key!r} stands twice" if isinstance(key, str) else f"the key {key!r} is no word"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
    return {**found, _LINE: node.start_mark.line + 1}


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,18})", list("-+0123456789")),
    ("float", r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", list("0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)
