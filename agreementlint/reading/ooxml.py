"""Turns the bytes of an Office file into its XML parts, after checking that they are safe to parse.

The bounds keep a small hostile file from filling the memory: a zip bomb, a million nested elements,
an entity that expands for ever. They are far above what an agreement needs.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.parsers import expat

from agreementlint.model import ReadError

Element = ElementTree.Element

MEGABYTE = 1024 * 1024
FILE_BYTES = 50 * MEGABYTE
ENTRIES = 5_000
UNPACKED_BYTES = 300 * MEGABYTE
PART_BYTES = 40 * MEGABYTE
ELEMENTS = 1_000_000
DEPTH = 200

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
STRICT = "http://purl.oclc.org/ooxml/"
OLE_FILE = b"\xd0\xcf\x11\xe0"

MAIN_TYPES: dict[str, str] = {
    "document.macroenabled": "docm",
    "template.macroenabled": "dotm",
    "wordprocessingml.template": "dotx",
    "spreadsheetml": "spreadsheet",
    "presentationml": "presentation",
}
"""Why a main part is unsupported, by what its content type contains."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: `kind` is the last word of its type, `target` a part name."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """An Office file that is within the bounds; `main` is the name of its main part."""

    archive: zipfile.ZipFile
    main: str

    def part(self, name: str) -> Element | None:
        """The root element of a part, None if there is no such part.

        Raises ReadError "damaged" for broken XML and "too-large" beyond the bounds."""
        if name not in self.archive.namelist():
            return None
        return _parsed(_content(self.archive, name))

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The internal relationships of the part `name`, in the order of the file."""
        return _relations(self.archive, name)

    def related(self, name: str, kind: str) -> tuple[Element, ...]:
        """The root elements of the parts that `name` relates to as `kind` ("styles", "header")."""
        targets = [link.target for link in self.relations(name) if link.kind == kind]
        parts = [self.part(target) for target in dict.fromkeys(targets)]
        return tuple(part for part in parts if part is not None)


def opened(data: bytes) -> Package:
    """The package in `data`, with its main part found through the relationships.

    Raises ReadError: "encrypted", "damaged", "unsupported" or "too-large"."""
    if len(data) > FILE_BYTES:
        raise ReadError("too-large", "file")
    if data[:4] == OLE_FILE:
        raise _ole_error(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError("damaged", "zip") from error
    _check_entries(archive)
    main = _main_part(archive)
    _check_type(archive, main)
    return Package(archive, main)


def _ole_error(data: bytes) -> ReadError:
    """Word keeps a password-protected .docx in the same container as the old .doc."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError("encrypted", "office")
    return ReadError("unsupported", "doc")


def _check_entries(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise ReadError("too-large", "entries")
    if sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
        raise ReadError("too-large", "unpacked")
    if any(count > 1 for count in Counter(entry.filename for entry in entries).values()):
        raise ReadError("damaged", "duplicate")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise ReadError("encrypted", "office")


def _main_part(archive: zipfile.ZipFile) -> str:
    links = [link for link in _relations(archive, "") if link.kind == "officeDocument"]
    if not links or links[0].target not in archive.namelist():
        raise ReadError("damaged", "parts")
    return links[0].target


def _check_type(archive: zipfile.ZipFile, main: str) -> None:
    """The content type says what the file name may hide: macros, template, spreadsheet."""
    if "[Content_Types].xml" not in archive.namelist():
        raise ReadError("damaged", "parts")
    types = _parsed(_content(archive, "[Content_Types].xml"))
    declared = {
        item.get("PartName", "").lstrip("/").lower(): item.get("ContentType", "").lower()
        for item in types.iter(OVERRIDE)
    }
    found = declared.get(main.lower(), "")
    for mark, reason in MAIN_TYPES.items():
        if mark in found:
            raise ReadError("unsupported", reason)


def _relations(archive: zipfile.ZipFile, name: str) -> tuple[Relation, ...]:
    folder, file = posixpath.split(name)
    source = posixpath.join(folder, "_rels", file + ".rels")
    if source not in archive.namelist():
        return ()
    found = []
    for link in _parsed(_content(archive, source)).iter(RELATION):
        if link.get("TargetMode") == "External":
            continue
        kind = link.get("Type", "")
        if kind.startswith(STRICT):
            raise ReadError("unsupported", "strict")
        target = posixpath.normpath(posixpath.join("/" + folder, link.get("Target", "")))
        found.append(Relation(link.get("Id", ""), kind.rsplit("/", 1)[-1], target.lstrip("/")))
    return tuple(found)


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > PART_BYTES:
        raise ReadError("too-large", "unpacked")
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise ReadError("damaged", "zip") from error


def _parsed(content: bytes) -> Element:
    try:
        _check_xml(content)
        return ElementTree.fromstring(content)
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError("damaged", "zip") from error


def _check_xml(content: bytes) -> None:
    """Counts elements and depth before a tree is built, and refuses a DOCTYPE (entities)."""
    parser = expat.ParserCreate()
    count = depth = 0

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

    def doctype(*_declaration: object) -> None:
        raise ReadError("damaged", "doctype")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(content, True)
