"""Turns YAML text into frozen dataclasses, and every mistake in it into a Fault with its place.

The type hints of a dataclass are the schema: `str`, `int`, `float`, `datetime.date`, `Literal`,
`tuple[X, ...]`, `X | None`, other dataclasses, and `Mark`, which is filled with the place in the
file. A trailing underscore of a field is not part of its key (`is_` is written `is`), and a field's
metadata may give another ("fail-on"), or none. A class named in `hooks` is decoded by the function
that stands there. Other languages than YAML are decoded too, once they are nodes.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

LOADER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))

READ_AS = {"bool": "a truth value", "int": "a number", "float": "a number", "null": "nothing",
           "timestamp": "a date"}


MOST_OPENERS = 2000
"""Lists or mappings in a file: more could nest so deep that the C parser runs out of stack."""

SCALARS: Mapping[type, Mapping[str, Callable[[str], Any]]] = {
    str: {"str": str},
    int: {"int": int},
    float: {"int": float, "float": float},
    dt.date: {"timestamp": dt.date.fromisoformat},
    bool: {"bool": {"true": True, "false": False}.__getitem__},
}


class Mark(NamedTuple):
    """A place in a file; `line` and `column` are 1-based."""

    path: str
    line: int
    column: int


class Fault(NamedTuple):
    """A mistake in a file that a person wrote: where, what, and what is allowed."""

    mark: Mark
    message: str

    def __str__(self) -> str:
        return f"{self.mark.path}:{self.mark.line}:{self.mark.column}: {self.message}"


class Wrong(Exception):
    """A node that cannot be decoded; its faults are already noted."""


Hook = Callable[["Decoder", Node], Any]


def suggestion(word: str, allowed: Iterable[str]) -> str:
    """' — did you mean "act"?', or "" when nothing allowed comes close to `word`."""
    from rapidfuzz import process

    found = process.extractOne(word, list(allowed), score_cutoff=65)
    return f' — did you mean "{found[0]}"?' if found else ""


@cache
def fields_of(kind: type) -> Mapping[str, tuple[dataclasses.Field[Any], Any]]:
    """Key → (field, its type) of a dataclass, without those that hold a `Mark`."""
    hints = get_type_hints(kind)
    keys = {field.name: field.metadata.get("key", field.name.rstrip("_"))
            for field in dataclasses.fields(kind) if hints[field.name] is not Mark}
    return {keys[field.name]: (field, hints[field.name])
            for field in dataclasses.fields(kind) if keys.get(field.name)}


@cache
def mark_field(kind: type) -> str | None:
    return next((name for name, hint in get_type_hints(kind).items() if hint is Mark), None)


class Decoder:
    """Decodes the nodes of one file and gathers its `faults`."""

    def __init__(self, path: str, hooks: Mapping[type, Hook], language: str = "YAML"):
        self.path = path
        self.hooks = hooks
        self.language = language
        self.faults: list[Fault] = []
        self.seen: set[int] = set()

    def mark(self, node: Node) -> Mark:
        return Mark(self.path, node.start_mark.line + 1, node.start_mark.column + 1)

    def fault(self, node: Node, message: str) -> Wrong:
        self.faults.append(Fault(self.mark(node), message))
        return Wrong()

    def decode(self, node: Node, kind: Any) -> Any:
        """The value of `node` as a `kind`. Raises Wrong when it is none."""
        if not isinstance(node, ScalarNode):
            if id(node) in self.seen:
                raise self.fault(node, "an alias (*name) is not allowed here; write it out")
            self.seen.add(id(node))
        if kind in self.hooks:
            return self.hooks[kind](self, node)
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self.optional(node, kind)
        if origin is Literal:
            return self.choice(node, get_args(kind))
        if origin is tuple:
            return self.sequence(node, get_args(kind)[0])
        if dataclasses.is_dataclass(kind):
            return self.record(node, cast(type, kind))
        return self.scalar(node, kind)

    def optional(self, node: Node, kind: Any) -> Any:
        if isinstance(node, ScalarNode) and tag(node) == "null":
            return None
        inner = next(arg for arg in get_args(kind) if arg is not type(None))
        self.seen.discard(id(node))
        return self.decode(node, inner)

    def scalar(self, node: Node, kind: type) -> Any:
        """A string, number or date; what YAML takes for something else is named with the cure."""
        names = {str: "text", int: "a whole number", float: "a number", dt.date: "a date",
                 bool: "true or false"}
        if not isinstance(node, ScalarNode):
            raise self.fault(node, f"{names[kind]} is expected here, not {shape(node)}")
        try:
            value = SCALARS[kind][tag(node)](node.value)
        except KeyError:
            cure = f'; write "{node.value}" in quotes' if kind is str and node.value else ""
            raise self.fault(node, f"{names[kind]} is expected here, but {self.language} reads "
                             f"{node.value or 'an empty value'} as "
                             f"{READ_AS.get(tag(node), 'text')}{cure}") from None
        except ValueError:
            raise self.fault(node, f"{names[kind]} is expected here, not {node.value}") from None
        if kind is str and not node.value.strip():
            raise self.fault(node, "the text is empty")
        return value

    def choice(self, node: Node, allowed: tuple[str, ...]) -> str:
        value = cast(str, self.scalar(node, str))
        if value not in allowed:
            raise self.fault(node, f'unknown word "{value}"; allowed: {", ".join(allowed)}'
                             f"{suggestion(value, allowed)}")
        return value

    def sequence(self, node: Node, kind: Any) -> tuple[Any, ...]:
        if not isinstance(node, SequenceNode):
            raise self.fault(node, f"a list is expected here, not {shape(node)}")
        if not node.value:
            raise self.fault(node, "the list is empty")
        return tuple(self.each(node.value, lambda item: self.decode(item, kind)))

    def each(self, items: Iterable[Any], decoded: Callable[[Any], Any]) -> list[Any]:
        """All items decoded; one wrong item does not hide the mistakes of the next."""
        values, wrong = [], False
        for item in items:
            try:
                values.append(decoded(item))
            except Wrong:
                wrong = True
        if wrong:
            raise Wrong
        return values

    def entries(self, node: Node, allowed: Iterable[str]) -> dict[str, Node]:
        """Key → value node of a mapping; duplicate and unknown keys are noted and left out."""
        if not isinstance(node, MappingNode):
            raise self.fault(node, f"keys and values are expected here, not {shape(node)}")
        names, found = list(allowed), dict[str, Node]()
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else shape(key)
            if name in found:
                self.fault(key, f'the key "{name}" stands here twice')
            elif name not in names:
                self.fault(key, f'unknown key "{name}"; allowed: {", ".join(names)}'
                           f"{suggestion(name, names)}")
            else:
                found[name] = value
        return found

    def record(self, node: Node, kind: type) -> Any:
        """A dataclass; its keys are the fields, those without a default are obligatory."""
        fields, before = fields_of(kind), len(self.faults)
        entries = self.entries(node, fields)
        for key, (field, _) in fields.items():
            needed = field.default is field.default_factory is dataclasses.MISSING
            if needed and key not in entries:
                self.fault(node, f'the key "{key}" is missing')
        values = dict(self.each(entries, lambda key: (
            fields[key][0].name, self.decode(entries[key], fields[key][1]))))
        if len(self.faults) > before:
            raise Wrong
        if (at := mark_field(kind)) is not None:
            values[at] = self.mark(node)
        return kind(**values)


def tag(node: Node) -> str:
    return str(node.tag).rpartition(":")[2]


def shape(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "keys and values"
    return "a list" if isinstance(node, SequenceNode) else "a single word"


def decoded(source: bytes, path: str, kind: type, hooks: Mapping[type, Hook],
            ) -> tuple[Any | None, tuple[Fault, ...]]:
    """The `kind` that a YAML file holds (None when it has faults) and all its faults."""
    decoder = Decoder(path, hooks)
    if any(source.count(opener) > MOST_OPENERS for opener in (b"[", b"{", b"- ", b"? ")):
        return None, (Fault(Mark(path, 1, 1), "the file is too large or too deeply nested"),)
    try:
        node = yaml.compose(source, Loader=LOADER)
        if node is None:
            return None, (Fault(Mark(path, 1, 1), "the file is empty"),)
        return decoder.decode(node, kind), ()
    except yaml.YAMLError as error:
        return None, (syntax_fault(error, path),)
    except RecursionError:
        return None, (Fault(Mark(path, 1, 1), "the file is too deeply nested"),)
    except Wrong:
        return None, tuple(decoder.faults)


def syntax_fault(error: yaml.YAMLError, path: str) -> Fault:
    """What the YAML parser says, as one line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    place = Mark(path, mark.line + 1, mark.column + 1) if mark else Mark(path, 1, 1)
    return Fault(place, f"this is not YAML: {' '.join(str(said).split())}")
