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

from agreementlint.messages import say
from agreementlint.messages.faults import YAML_SAYS
from agreementlint.messages.files import reason
from agreementlint.model import Lang

LOADER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))

READ_AS = {"bool": "read-bool", "int": "read-number", "float": "read-number", "null": "read-null",
           "timestamp": "read-date"}
KINDS: Mapping[type, str] = {str: "kind-text", int: "kind-int", float: "kind-float",
                             dt.date: "kind-date", bool: "kind-bool"}

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


class Phrase(NamedTuple):
    """A sentence of the program, or a part of one, before it is said in a language."""

    key: str
    values: tuple[tuple[str, Any], ...] = ()

    def of(self, lang: Lang) -> str:
        return say(lang, self.key, **{
            name: value.of(lang) if isinstance(value, Phrase) else value
            for name, value in self.values})


class Fault(NamedTuple):
    """A mistake in a file that a person wrote: where, what, what is allowed, and the word that may
    have been meant."""

    mark: Mark
    what: Phrase
    meant: str | None = None

    def told(self, lang: Lang) -> str:
        """'file:line:column: what is wrong'."""
        hint = say(lang, "fault-meant", word=self.meant) if self.meant else ""
        path, line, column = self.mark
        return f"{path}:{line}:{column}: {self.what.of(lang)}{hint}"

    def __str__(self) -> str:
        return self.told("en")


def phrase(key: str, /, **values: object) -> Phrase:
    return Phrase(key, tuple(values.items()))


def fault(mark: Mark, key: str, meant: str | None = None, /, **values: object) -> Fault:
    """The fault at a place, in the sentence of that key."""
    return Fault(mark, phrase(key, **values), meant)


def because(error: OSError) -> Phrase:
    """Why a file cannot be read."""
    key, values = reason(error)
    return phrase(key, **values)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults in the order of files and lines."""
    return tuple(sorted(faults, key=lambda one: (one.mark, str(one))))


class Wrong(Exception):
    """A node that cannot be decoded; its faults are already noted."""


Hook = Callable[["Decoder", Node], Any]


def suggestion(word: str, allowed: Iterable[str]) -> str | None:
    """What comes closest to `word` of all that is allowed, None when nothing is close."""
    from rapidfuzz import process

    found = process.extractOne(word, list(allowed), score_cutoff=65)
    return found[0] if found else None


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

    def fault(self, node: Node, key: str, meant: str | None = None, /, **values: object) -> Wrong:
        """Notes the fault of a node in the sentence of that key."""
        self.faults.append(Fault(self.mark(node), phrase(key, **values), meant))
        return Wrong()

    def decode(self, node: Node, kind: Any) -> Any:
        """The value of `node` as a `kind`. Raises Wrong when it is none."""
        if not isinstance(node, ScalarNode):
            if id(node) in self.seen:
                raise self.fault(node, "fault-alias")
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
        asked = phrase(KINDS[kind])
        if not isinstance(node, ScalarNode):
            raise self.fault(node, "fault-expected", kind=asked, found=shape(node))
        try:
            value = SCALARS[kind][tag(node)](node.value)
        except KeyError:
            raise self.fault(
                node, "fault-in-quotes" if kind is str and node.value else "fault-read-as",
                kind=asked, language=self.language, found=node.value or phrase("empty-value"),
                read=phrase(READ_AS.get(tag(node), "read-text"))) from None
        except ValueError:
            raise self.fault(node, "fault-expected", kind=asked, found=node.value) from None
        if kind is str and not node.value.strip():
            raise self.fault(node, "fault-no-text")
        return value

    def choice(self, node: Node, allowed: tuple[str, ...]) -> str:
        value = cast(str, self.scalar(node, str))
        if value not in allowed:
            raise self.fault(node, "fault-word", suggestion(value, allowed), word=value,
                             allowed=", ".join(allowed))
        return value

    def sequence(self, node: Node, kind: Any) -> tuple[Any, ...]:
        if not isinstance(node, SequenceNode):
            raise self.fault(node, "fault-expected", kind=phrase("shape-list"),
                             found=shape(node))
        if not node.value:
            raise self.fault(node, "fault-no-items")
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
            raise self.fault(node, "fault-expected", kind=phrase("shape-map"),
                             found=shape(node))
        names, found = list(allowed), dict[str, Node]()
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else "…"
            if name in found:
                self.fault(key, "fault-twice", key=name)
            elif name not in names:
                self.fault(key, "fault-key", suggestion(name, names), key=name,
                           allowed=", ".join(names))
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
                self.fault(node, "fault-missing", key=key)
        values = dict(self.each(entries, lambda key: (
            fields[key][0].name, self.decode(entries[key], fields[key][1]))))
        if len(self.faults) > before:
            raise Wrong
        if (at := mark_field(kind)) is not None:
            values[at] = self.mark(node)
        return kind(**values)


def tag(node: Node) -> str:
    return str(node.tag).rpartition(":")[2]


def shape(node: Node) -> Phrase:
    if isinstance(node, MappingNode):
        return phrase("shape-map")
    return phrase("shape-list" if isinstance(node, SequenceNode) else "shape-word")


def decoded(source: bytes, path: str, kind: type, hooks: Mapping[type, Hook],
            ) -> tuple[Any | None, tuple[Fault, ...]]:
    """The `kind` that a YAML file holds (None when it has faults) and all its faults."""
    decoder = Decoder(path, hooks)
    if any(source.count(opener) > MOST_OPENERS for opener in (b"[", b"{", b"- ", b"? ")):
        return None, (fault(Mark(path, 1, 1), "fault-large-or-nested"),)
    try:
        node = yaml.compose(source, Loader=LOADER)
        if node is None:
            return None, (fault(Mark(path, 1, 1), "fault-empty"),)
        return decoder.decode(node, kind), ()
    except yaml.YAMLError as error:
        return None, (syntax_fault(error, path),)
    except RecursionError:
        return None, (fault(Mark(path, 1, 1), "fault-nested"),)
    except Wrong:
        return None, tuple(decoder.faults)


def syntax_fault(error: yaml.YAMLError, path: str) -> Fault:
    """What the YAML parser says, as one line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    place = Mark(path, mark.line + 1, mark.column + 1) if mark else Mark(path, 1, 1)
    known = next((key for words, key in YAML_SAYS.items() if words in str(said)), None)
    return fault(place, "fault-syntax", language="YAML",
                 said=phrase(known) if known else " ".join(str(said).split()))
