"""TOML text into the nodes that `strict` decodes, so that every key and value knows its place.

`tomllib` judges the text and reads single values; it tells no places. What is left is to find where
keys and values begin in text that is known to be valid, and that takes a few patterns.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from yaml.error import Mark as Point
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agreementlint.messages.faults import TOML_SAYS
from agreementlint.strict import Fault, Mark, fault, phrase

PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
KEY = re.compile(rf"{PART}(?:[ \t]*\.[ \t]*{PART})*")
SCALAR = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^,\]}\n#]+''',
    re.DOTALL)
BETWEEN = re.compile(r"(?:[\s,]|#[^\n]*)*")
EQUALS = re.compile(r"[ \t]*=[ \t]*")
WHERE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
TAGS: Mapping[type, str] = {bool: "bool", int: "int", float: "float", str: "str",
                            dt.date: "timestamp"}


class NoToml(Exception):
    """Text that is no TOML: `fault` says where and why."""

    def __init__(self, fault: Fault):
        super().__init__(str(fault))
        self.fault = fault


def nodes(data: bytes, path: str) -> MappingNode:
    """The whole file. Raises NoToml."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NoToml(fault(Mark(path, line, 1), "fault-no-utf8")) from None
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NoToml(syntax_fault(str(error), text, path)) from None
    except RecursionError:
        raise NoToml(fault(Mark(path, 1, 1), "fault-nested")) from None
    return _File(text).root


def syntax_fault(said: str, text: str, path: str) -> Fault:
    found = WHERE.search(said)
    line, column = text.rstrip().count("\n") + 1, 1
    if found and found["line"]:
        line, column = int(found["line"]), int(found["column"])
    why = said[: found.start()] if found else said
    known = next((key for words, key in TOML_SAYS.items() if why.startswith(words)), None)
    return fault(Mark(path, line, column), "fault-syntax", language="TOML",
                 said=phrase(known) if known else f"{why[:1].lower()}{why[1:]}")


def child(node: Node, key: str) -> Node | None:
    """What stands under a key, if the node has it."""
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


class _File:
    """Valid text, read from its beginning to its end into `root`."""

    def __init__(self, text: str):
        self.text = text
        self.lines = [0, *(one.end() for one in re.finditer("\n", text))]
        self.root = MappingNode("map", [], self.point(0), self.point(0))
        table = self.root
        at = self.past(0)
        while at < len(text):
            if text[at] == "[":
                table, at = self.header(at)
            else:
                at = self.pair(table, at)
            table.end_mark = self.point(at)
            at = self.past(at)

    def point(self, at: int) -> Point:
        line = bisect_right(self.lines, at) - 1
        return Point("", at, line, at - self.lines[line], None, 0)

    def past(self, at: int) -> int:
        """The next place that holds no white space, comma or comment."""
        found = BETWEEN.match(self.text, at)
        return found.end() if found else at

    def header(self, at: int) -> tuple[MappingNode, int]:
        """The table that a line like [a.b] or [[a.b]] opens."""
        listed = self.text.startswith("[[", at)
        start = self.past(at + 1 + listed)
        *above, (name, place), = self.key(start)
        node = self.root
        for key, where in above:
            node = self.table(node, key, where, at)
        if not listed:
            node = self.table(node, name, place, at)
        else:
            items = child(node, name)
            if not isinstance(items, SequenceNode):
                items = SequenceNode("seq", [], self.point(at), self.point(at))
                node.value.append((self.name(name, place), items))
            node = MappingNode("map", [], self.point(at), self.point(at))
            items.value.append(node)
        return node, self.text.index("]" * (1 + listed), self.key_end(start)) + 1 + listed

    def table(self, above: MappingNode, name: str, place: int, at: int) -> MappingNode:
        """The table of that name in another, where a list stands for its last item."""
        found = child(above, name)
        if found is None:
            found = MappingNode("map", [], self.point(at), self.point(at))
            above.value.append((self.name(name, place), found))
        if isinstance(found, SequenceNode):
            found = found.value[-1]
        assert isinstance(found, MappingNode)  # else the text would not be valid
        return found

    def pair(self, table: MappingNode, at: int) -> int:
        """Adds `key = value`; where it ends."""
        *above, (name, place) = self.key(at)
        for key, where in above:
            table = self.table(table, key, where, at)
        equals = EQUALS.match(self.text, self.key_end(at))
        assert equals is not None
        value, end = self.value(equals.end())
        table.value.append((self.name(name, place), value))
        return end

    def key_end(self, at: int) -> int:
        found = KEY.match(self.text, at)
        assert found is not None
        return found.end()

    def key(self, at: int) -> list[tuple[str, int]]:
        """The parts of a dotted key, and where each stands."""
        parts = re.finditer(PART, self.text[at : self.key_end(at)])
        return [(next(iter(tomllib.loads(f"{one[0]}=0"))), at + one.start()) for one in parts]

    def name(self, name: str, at: int) -> ScalarNode:
        return ScalarNode("str", name, self.point(at), self.point(at + len(name)))

    def value(self, at: int) -> tuple[Node, int]:
        """The value that begins here, and where it ends."""
        if self.text[at] == "[":
            items, end = [], self.past(at + 1)
            while self.text[end] != "]":
                item, end = self.value(end)
                items.append(item)
                end = self.past(end)
            return SequenceNode("seq", items, self.point(at), self.point(end)), end + 1
        if self.text[at] == "{":
            table = MappingNode("map", [], self.point(at), self.point(at))
            end = self.past(at + 1)
            while self.text[end] != "}":
                end = self.past(self.pair(table, end))
            return table, end + 1
        found = SCALAR.match(self.text, at)
        assert found is not None
        return self.scalar(found[0].rstrip(), at), found.end()

    def scalar(self, written: str, at: int) -> ScalarNode:
        value: Any = tomllib.loads(f"v={written}")["v"]
        tag = TAGS.get(type(value), "time")
        text = str(value).lower() if isinstance(value, bool) else str(value)
        return ScalarNode(tag, text, self.point(at), self.point(at + len(written)))


def tables(node: Node | None) -> Iterator[MappingNode]:
    """The tables of a list of tables."""
    items = node.value if isinstance(node, SequenceNode) else ()
    yield from (item for item in items if isinstance(item, MappingNode))
