"""What stands in an XLSX file, read from its XML: no library comes between."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LETTERS = re.compile(r"[A-Z]+")


def parts(data: bytes) -> dict[str, str]:
    """The XML of each part by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The rows of each sheet; empty cells are ""."""
    found = parts(data)
    shared = ["".join(node.itertext())
              for node in ElementTree.fromstring(found["xl/sharedStrings.xml"])]
    names = [sheet.attrib["name"]
             for sheet in ElementTree.fromstring(found["xl/workbook.xml"]).iter(f"{SPACE}sheet")]
    return {name: _rows(found[f"xl/worksheets/sheet{number}.xml"], shared)
            for number, name in enumerate(names, 1)}


def _rows(xml: str, shared: list[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in ElementTree.fromstring(xml).iter(f"{SPACE}row"):
        rows += [[] for _ in range(int(row.attrib["r"]) - 1 - len(rows))]
        cells: list[str] = []
        for cell in row:
            place = _place(cell.attrib["r"])
            cells += [""] * (place - len(cells))
            value = cell.findtext(f"{SPACE}v") or ""
            cells.append(shared[int(value)] if cell.attrib.get("t") == "s" else value)
        rows.append(cells)
    return rows


def _place(reference: str) -> int:
    place = 0
    for letter in LETTERS.match(reference)[0]:  # type: ignore[index]
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
