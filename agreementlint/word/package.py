"""The bytes of a Word file into parts that can be changed, and these into bytes; a part that nobody
touches keeps its bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from agreementlint.model import ReadError
from agreementlint.reading.archive import part_name
from agreementlint.reading.ooxml import CONTENT_TYPES, Package, opened
from agreementlint.word.names import RELATIONS, TYPES, W

Element = Any
"""An element of lxml, which has no types of its own."""

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of entries that are added: no clock runs here."""


class Kind(NamedTuple):
    """A sort of part: the type of the relationship that leads to it from the main part, its content
    type, and the name it gets in a file that has none."""

    relation: str
    content: str
    name: str


class WordFile:
    """A Word file that is being changed. `tree` gives a part's root, and what is done to it goes
    into `data`; a part that was only looked at comes back byte for byte."""

    def __init__(self, data: bytes):
        """Raises ReadError like the reader, and "unsupported" for Strict Open XML."""
        self.package: Package = opened(data)
        self.package.part(self.package.main)  # keeps the bounds before another parser sees it
        self._trees: dict[str, Element] = {}
        self._before: dict[str, bytes] = {}
        self._added: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        if self.main.tag != W + "document":
            raise ReadError("unsupported", "strict")

    @property
    def main(self) -> Element:
        return self.tree(self.package.main)

    @property
    def body(self) -> Element:
        found = self.main.find(W + "body")
        if found is None:
            raise ReadError("damaged", "zip")
        return found

    def has(self, name: str) -> bool:
        return name not in self._dropped and (name in self._added or name in self.package.archive)

    def tree(self, name: str) -> Element:
        """The root of a part, to be looked at or changed."""
        key = part_name(name)
        if key not in self._trees:
            content = self.content(name)
            if name not in self._added:
                self.package.part(name)  # the reader's guard
            self._trees[key] = parsed(content)
            self._before[key] = etree.tostring(self._trees[key])
        return self._trees[key]

    def content(self, name: str) -> bytes:
        found = self._added.get(name) or self.package.archive.content(name)
        if found is None:
            raise ReadError("damaged", "parts")
        return found

    def related(self, relation: str) -> str | None:
        """The name of the part that the main part has that relationship to, None without one."""
        kind = relation.rsplit("/", 1)[-1]
        return next((link.target for link in self.package.relations(self.package.main)
                     if link.kind == kind and self.has(link.target)), None) or next(
                    (name for name, known in self._kinds() if known == relation), None)

    def _kinds(self) -> Iterator[tuple[str, str]]:
        """Names and relationships of the parts that were added."""
        if not self._added:
            return
        folder = posixpath.dirname(self.package.main)
        for link in self.tree(self.relations_name):
            path = posixpath.normpath(posixpath.join("/" + folder, link.get("Target", "")))
            if path.lstrip("/") in self._added:
                yield path.lstrip("/"), link.get("Type", "")

    @property
    def relations_name(self) -> str:
        folder, file = posixpath.split(self.package.main)
        return posixpath.join(folder, "_rels", file + ".rels")

    def part(self, kind: Kind, root: bytes) -> Element:
        """The root of the main part's part of that kind; there is one with this content if there
        was none."""
        name = self.related(kind.relation)
        return self.tree(self.add(kind, root) if name is None else name)

    def add(self, kind: Kind, content: bytes) -> str:
        """Adds a part; its name."""
        folder = posixpath.dirname(self.package.main)
        path = posixpath.normpath(posixpath.join(folder, kind.name)).lstrip("/")
        stem, ending = posixpath.splitext(path)
        number = 1
        while self.has(path):
            number += 1
            path = f"{stem}{number}{ending}"
        self._added[path] = content
        links = (self.tree(self.relations_name) if self.has(self.relations_name)
                 else self._first_relations())
        taken = {link.get("Id") for link in links}
        free = next(f"rIdAl{at}" for at in range(1, len(taken) + 2) if f"rIdAl{at}" not in taken)
        etree.SubElement(links, RELATIONS + "Relationship", Id=free, Type=kind.relation,
                         Target=posixpath.relpath(path, folder or "."))
        self._declare(path, kind.content)
        return path

    def _first_relations(self) -> Element:
        self._added[self.relations_name] = etree.tostring(
            etree.Element(RELATIONS + "Relationships", nsmap={None: RELATIONS[1:-1]}))
        return self.tree(self.relations_name)

    def _declare(self, path: str, content: str) -> None:
        types = self.tree(CONTENT_TYPES)
        etree.SubElement(types, TYPES + "Override", PartName="/" + path, ContentType=content)

    def drop(self, name: str) -> None:
        """Takes a part out, with its type and the relationship that leads to it."""
        self._dropped.add(name)
        self._added.pop(name, None)
        for item in self.tree(CONTENT_TYPES).findall(TYPES + "Override"):
            if item.get("PartName", "").lstrip("/") == name:
                item.getparent().remove(item)
        folder = posixpath.dirname(self.package.main)
        for link in list(self.tree(self.relations_name)):
            path = posixpath.normpath(posixpath.join("/" + folder, link.get("Target", "")))
            if path.lstrip("/") == name:
                link.getparent().remove(link)

    def contents(self) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
        """Every part with its entry, in the file's order; those that were added last."""
        for entry in self.package.archive.file.infolist():
            if entry.filename.lstrip("/") not in self._dropped and not entry.is_dir():
                yield entry, self._now(entry.filename)
        for name in self._added:
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            yield entry, self._now(name)

    def _now(self, name: str) -> bytes:
        key = part_name(name)
        tree = self._trees.get(key)
        if tree is None or (name not in self._added
                            and etree.tostring(tree) == self._before[key]):
            return self.content(name)
        written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8",
                                        standalone=True)
        return written

    def data(self) -> bytes:
        """The file with all that was changed; the same changes give the same bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            for entry, content in self.contents():
                info = zipfile.ZipInfo(entry.filename, entry.date_time)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = entry.external_attr
                target.writestr(info, content)
        return out.getvalue()


def parsed(content: bytes) -> Element:
    """The root of XML that is within the archive's bounds; nothing outside it is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("damaged", "zip") from error
