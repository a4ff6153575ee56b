"""Turns the bytes of a zipped document into its XML parts, once they are known to be safe to parse.

The bounds keep a small hostile file from filling the memory: a zip bomb, nested elements without
number, an entity that expands for ever. They are far above what an agreement needs.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.parsers import expat

from agreementlint.model import ReadError
from agreementlint.reading.bounds import MOST_BYTES, MOST_CHARACTERS

Element = ElementTree.Element

MEGABYTE = 1024 * 1024
ENTRIES = 5_000
UNPACKED_BYTES = 300 * MEGABYTE
PART_BYTES = 40 * MEGABYTE
ELEMENTS = 1_000_000
DEPTH = 200

BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip within the bounds. `entries` are by part name: with "/" between folders and none in
    front, in lower case, since programs do not agree on these."""

    file: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]

    def __contains__(self, name: str) -> bool:
        return part_name(name) in self.entries

    def part(self, name: str) -> Element | None:
        """The root element of a part, None if there is no such part.

        Raises ReadError "damaged" for broken XML and "too-large" beyond the bounds."""
        content = self.content(name)
        return None if content is None else _parsed(content)

    def content(self, name: str) -> bytes | None:
        """The bytes of a part, None if there is no such part; raises like `part`."""
        entry = self.entries.get(part_name(name))
        if entry is None:
            return None
        if entry.file_size > PART_BYTES:
            raise ReadError("too-large", "unpacked")
        try:
            return self.file.read(entry)
        except BROKEN_ZIP as error:
            raise ReadError("damaged", "zip") from error


def part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def archive(data: bytes) -> Archive:
    """The archive in `data`. Raises ReadError: "encrypted", "damaged" or "too-large"."""
    if len(data) > MOST_BYTES:
        raise ReadError("too-large", "file")
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_ZIP as error:
        raise ReadError("damaged", "zip") from error
    entries = file.infolist()
    if len(entries) > ENTRIES:
        raise ReadError("too-large", "entries")
    if sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
        raise ReadError("too-large", "unpacked")
    named = {part_name(entry.filename): entry for entry in entries}
    if len(named) < len(entries):
        raise ReadError("damaged", "duplicate")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise ReadError("encrypted", "office")
    return Archive(file, named)


def _parsed(content: bytes) -> Element:
    try:
        _check_xml(content)
        return ElementTree.fromstring(content)
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError("damaged", "zip") from error


def _check_xml(content: bytes) -> None:
    """Counts elements, depth and text before a tree is built, and refuses a DOCTYPE (entities)."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    count = depth = length = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > ELEMENTS:
            raise ReadError("too-large", "elements")
        if depth > DEPTH:
            raise ReadError("damaged", "depth")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def text(data: str) -> None:
        nonlocal length
        length += len(data)
        if length > 2 * MOST_CHARACTERS:  # deleted and hidden text is here too
            raise ReadError("too-large", "text")

    def doctype(*_declaration: object) -> None:
        raise ReadError("damaged", "doctype")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(content, True)
