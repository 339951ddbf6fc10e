"""The `__init__` of data classes written out, as text: mypyc makes C of what is written, and leaves what `dataclass`
makes at run time to the interpreter. An article is read into about a thousand values."""

import ast
from collections.abc import Iterator
from pathlib import Path

_DECORATORS = frozenset({"dataclass", "value"})
_IMPORT = "from dataclasses import dataclass"


class Sources:
    """The modules below a folder, parsed when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._trees: dict[str, ast.Module] = {}

    def with_constructors(self, file: Path) -> str:
        """The text of `file` with a constructor in each of its data classes; its lines keep their numbers.

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
            lines[_end(body[0])] = _IMPORT
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
