"""Turns the bytes of an Office file into its XML parts, found through their relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from agreementlint.model import ReadError
from agreementlint.reading.archive import Archive, Element, archive

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OLE_FILE = b"\xd0\xcf\x11\xe0"
CONTENT_TYPES = "[Content_Types].xml"

STRICT = "http://purl.oclc.org/ooxml/"
SPACES: dict[str, str] = {
    f"{STRICT}wordprocessingml/main": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    f"{STRICT}officeDocument/relationships": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""The namespaces of "Strict Open XML" that matter here, and what all else calls them."""

MAIN_TYPES: dict[str, str] = {
    "document.macroenabled": "docm",
    "template.macroenabled": "dotm",
    "wordprocessingml.template": "dotx",
    "spreadsheetml": "spreadsheet",
    "ms-excel": "spreadsheet",
    "presentationml": "presentation",
    "ms-powerpoint": "presentation",
    "ms-visio": "binary",
    "ms-package.3dmanufacturing": "binary",
    "ms-package.xps": "binary",
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

    archive: Archive
    main: str

    def part(self, name: str) -> Element | None:
        """The root element of a part, None if there is no such part; raises like the archive."""
        root = self.archive.part(name)
        return None if root is None else _unstrict(root)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The internal relationships of the part `name`, in the order of the file."""
        return _relations(self.archive, name)

    def relates(self, name: str, kind: str) -> bool:
        """Whether the part `name` has a relationship of that kind."""
        return any(link.kind == kind for link in self.relations(name))

    def related(self, name: str, kind: str) -> tuple[Element, ...]:
        """The root elements of the parts that `name` relates to as `kind` ("styles", "header")."""
        targets = [link.target for link in self.relations(name) if link.kind == kind]
        parts = [self.part(target) for target in dict.fromkeys(targets)]
        return tuple(part for part in parts if part is not None)


def opened(data: bytes) -> Package:
    """The package in `data`, with its main part found through the relationships.

    Raises ReadError: "encrypted", "damaged", "unsupported" or "too-large"."""
    if data[:4] == OLE_FILE:
        raise _ole_error(data)
    parts = archive(data)
    main = _main_part(parts)
    _check_type(parts, main)
    return Package(parts, main)


def _ole_error(data: bytes) -> ReadError:
    """Word keeps a password-protected .docx in the same container as the old .doc."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError("encrypted", "office")
    return ReadError("unsupported", "doc")


def _main_part(parts: Archive) -> str:
    found = next((link for link in _relations(parts, "") if link.kind == "officeDocument"), None)
    if found is None or found.target not in parts:
        raise ReadError("damaged", "parts")
    return found.target


def _check_type(parts: Archive, main: str) -> None:
    """The content type says what the file name may hide: macros, template, spreadsheet."""
    types = parts.part(CONTENT_TYPES)
    if types is None:
        raise ReadError("damaged", "parts")
    found = next(_declared(types, main.lower()), "")
    for mark, reason in MAIN_TYPES.items():
        if mark in found:
            raise ReadError("unsupported", reason)


def _declared(types: Element, part: str) -> Iterator[str]:
    """The content types given to a part: its own, and that of all names with its ending."""
    for item in types.iter(TYPES + "Override"):
        if item.get("PartName", "").lstrip("/").lower() == part:
            yield item.get("ContentType", "").lower()
    for item in types.iter(TYPES + "Default"):
        if part.endswith("." + item.get("Extension", "").lower()):
            yield item.get("ContentType", "").lower()


def _relations(parts: Archive, name: str) -> tuple[Relation, ...]:
    folder, file = posixpath.split(name)
    root = parts.part(posixpath.join(folder, "_rels", file + ".rels"))
    if root is None:
        return ()
    found = []
    for link in root.iter(RELATION):
        if link.get("TargetMode") == "External":
            continue
        kind = link.get("Type", "").rsplit("/", 1)[-1]
        target = link.get("Target", "").replace("\\", "/")
        path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        found.append(Relation(link.get("Id", ""), kind, path if path in parts else unquote(path)))
    return tuple(found)


def _unstrict(root: Element) -> Element:
    """The tree with the names that all but "Strict Open XML" use."""
    if not root.tag.startswith("{" + STRICT):
        return root
    for element in root.iter():
        element.tag = _renamed(element.tag)
        for name in [name for name in element.attrib if name.startswith("{" + STRICT)]:
            element.set(_renamed(name), element.attrib.pop(name))
    return root


def _renamed(name: str) -> str:
    space, brace, local = name[1:].partition("}")
    return f"{{{SPACES[space]}}}{local}" if brace and space in SPACES else name
