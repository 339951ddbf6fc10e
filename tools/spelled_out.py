"""Modules with what mypyc cannot know by itself spelled out in their text: constructors, constants and kept results.

The `__init__` that `dataclass` makes at run time would be left to the interpreter, and an article is read into about a
thousand values. A module's name that is not `Final` is looked up in a dictionary each time, twenty thousand times an
article; names in capitals are constants here. A call of a function under `functools.cache`, of which there are two
thousand, goes through Python's own calls: here a function asks a list or a dictionary.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

_DECORATORS = frozenset({"dataclass", "value"})
_IMPORTS = "from dataclasses import dataclass; from typing import Final"


class Sources:
    """The modules below a folder, parsed when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._trees: dict[str, ast.Module] = {}

    def spelled_out(self, file: Path) -> str:
        """The text of `file` with its data classes' constructors, and constants told `Final`; lines keep their numbers.

        What is added stands in the empty lines behind the docstrings of the module and the class; a class without a
        docstring stays as it is. The classes are no longer frozen, but still hashed as if they were.
        """
        source = file.read_text(encoding="utf-8")
        module = ".".join(file.relative_to(self._folder).with_suffix("").parts)
        body = self._tree(module).body
        lines = source.splitlines()
        for node in body:
            if not isinstance(node, ast.ClassDef) or (call := _decorator(node)) is None or not _documented(node, lines):
                continue
            lines[call.lineno - 1] = f"@dataclass(init=False, unsafe_hash={_is_frozen(call)})"
            lines[_end(node.body[0])] = f"    {_constructor(node, self._fields(module, node))}"
        for function in body:
            if isinstance(function, ast.FunctionDef) and _is_kept(function, lines):
                _keep(function, lines)
        for name in _constants(body):
            lines[name.lineno - 1] = _told_final(lines[name.lineno - 1], name.id)
        if lines != source.splitlines():
            lines[_end(body[0])] = _IMPORTS
        return "\n".join([*lines, ""])

    def _tree(self, module: str) -> ast.Module:
        if module not in self._trees:
            path = self._folder / Path(*module.split(".")).with_suffix(".py")
            self._trees[module] = ast.parse(path.read_text(encoding="utf-8"))
        return self._trees[module]

    def _fields(self, module: str, node: ast.ClassDef) -> list[ast.AnnAssign]:
        """The fields of a data class, those of its base classes first."""
        found: list[ast.AnnAssign] = []
        for base in node.bases:
            if isinstance(base, ast.Name):
                found += self._fields(*self._class(module, base.id))
        return found + [item for item in node.body if isinstance(item, ast.AnnAssign)]

    def _class(self, module: str, name: str) -> tuple[str, ast.ClassDef]:
        """The class `name` of a module, or of the module that it imports it from."""
        for node in self._tree(module).body:
            if isinstance(node, ast.ClassDef) and node.name == name:
                return module, node
            if isinstance(node, ast.ImportFrom) and node.module and any(alias.name == name for alias in node.names):
                return self._class(node.module, name)
        raise LookupError(f"{module} has no class {name}")


def _is_kept(function: ast.FunctionDef, lines: list[str]) -> bool:
    """Whether `functools.cache` keeps what a function of no or one argument returns; two lines behind it are free."""
    given, behind = function.args, lines[_end(function) : _end(function) + 2]
    simple = len(given.args) < 2 and not (given.defaults or given.kwonlyargs or given.vararg or given.kwarg)
    return simple and [ast.unparse(item) for item in function.decorator_list] == ["cache"] and not any(behind)


def _keep(function: ast.FunctionDef, lines: list[str]) -> None:
    """Put a function that asks a list of one or a dictionary behind the one that finds the result, and name that one
    otherwise."""
    name, kind = function.name, ast.unparse(function.returns) if function.returns else "object"
    kept, made, end = f"_kept_{name}", f"_made_{name}", _end(function)
    lines[function.lineno - 1] = lines[function.lineno - 1].replace(f"def {name}(", f"def {made}(", 1)
    if not function.args.args:
        lines[function.decorator_list[0].lineno - 1] = f"{kept}: Final[list[{kind}]] = []"
        lines[end : end + 2] = [
            f"def _first_{name}() -> {kind}: {kept}.append({made}()); return {kept}[0]",
            f"def {name}() -> {kind}: return {kept}[0] if {kept} else _first_{name}()",
        ]
        return
    parameter = function.args.args[0]
    key, key_kind = parameter.arg, ast.unparse(parameter.annotation or parameter)
    found = f"{kept}[{key}] if {key} in {kept}"
    if "None" not in kind:  # asked once where no result is None
        found = f"found if (found := {kept}.get({key})) is not None"
    lines[function.decorator_list[0].lineno - 1] = f"{kept}: Final[dict[{key_kind}, {kind}]] = {{}}"
    lines[end : end + 2] = [
        f"def {name}({key}: {key_kind}) -> {kind}:",
        f"    return {found} else {kept}.setdefault({key}, {made}({key}))",
    ]


def _constants(body: list[ast.stmt]) -> Iterator[ast.Name]:
    """The names in capitals that a module sets, type variables left out."""
    for item in body:
        targets = (
            item.targets if isinstance(item, ast.Assign) else [item.target] if isinstance(item, ast.AnnAssign) else []
        )
        if len(targets) != 1 or not isinstance(item, ast.Assign | ast.AnnAssign) or item.value is None:
            continue
        name, made = targets[0], ast.unparse(item.value)
        if isinstance(name, ast.Name) and name.id.isupper() and not made.startswith(("TypeVar(", "ParamSpec(")):
            yield name


def _told_final(line: str, name: str) -> str:
    """The line that sets `name`, with `Final`; one whose type goes on in the next line stays as it is."""
    kind, equals, value = line.removeprefix(name).partition(" = ")
    if not equals or kind.startswith(": Final"):
        return line
    return f"{name}: Final{f'[{kind[2:]}]' if kind else ''} = {value}"


def _decorator(node: ast.ClassDef) -> ast.Call | None:
    """The decorator that makes `node` a data class."""
    for call in node.decorator_list:
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _DECORATORS:
            return call
    return None


def _documented(node: ast.ClassDef, lines: list[str]) -> bool:
    return ast.get_docstring(node) is not None and not lines[_end(node.body[0])]


def _is_frozen(call: ast.Call) -> bool:
    return any(word.arg == "frozen" and ast.literal_eval(word.value) for word in call.keywords)


def _constructor(node: ast.ClassDef, fields: list[ast.AnnAssign]) -> str:
    """`__init__` on one line, with what `dataclass` would have it do."""
    parameters, body = ["self"], []
    for parameter, statement in map(_field, fields):
        parameters += [parameter] if parameter else []
        body.append(statement)
    if any(isinstance(item, ast.FunctionDef) and item.name == "__post_init__" for item in node.body):
        body.append("self.__post_init__()")
    return f"def __init__({', '.join(parameters)}) -> None: {'; '.join(body)}"


def _field(item: ast.AnnAssign) -> tuple[str, str]:
    """A field's parameter, empty where it has none, and the statement that sets it."""
    name, kind = ast.unparse(item.target), ast.unparse(item.annotation)
    options = dict(_options(item.value))
    if "default_factory" in options:
        made = f"{options['default_factory']}() if {name} is None else {name}"
        return f"{name}: ({kind}) | None = None", f"self.{name} = {made}"
    if options.get("init") == "False":
        return "", f"self.{name} = {options['default']}"
    default = f" = {options['default']}" if "default" in options else ""
    return f"{name}: {kind}{default}", f"self.{name} = {name}"


def _options(value: ast.expr | None) -> Iterator[tuple[str, str]]:
    """What is said of a field behind its type: the words given to `field`, else its default."""
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        yield from ((str(word.arg), ast.unparse(word.value)) for word in value.keywords)
    elif value is not None:
        yield "default", ast.unparse(value)


def _end(node: ast.stmt) -> int:
    """Index of the line behind a statement, in lines counted from 0."""
    return node.end_lineno or 0
