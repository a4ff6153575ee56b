"""Bytes of a PDF to the number of its pages, also where the file says another than it has."""

from __future__ import annotations

import io
import re

import pypdfium2 as pdfium

LEAF = re.compile(rb"/Type\s*/Page\b")
MOST_NODES = 100_000
"""So many pages are counted; a file that claims more is not believed."""


def page_count(document: pdfium.PdfDocument, data: bytes) -> int:
    """How many pages the file in `data`, open as `document`, has. pdfium believes what stands in
    the file; where that cannot be, the pages are counted, those that are lost among them."""
    claimed = len(document)
    if len(LEAF.findall(data)) <= claimed and not _ends_early(document, claimed):
        return claimed
    counted = _counted(data)
    return min(claimed, MOST_NODES) if counted is None else counted


def _ends_early(document: pdfium.PdfDocument, claimed: int) -> bool:
    """Whether the last page is not there."""
    try:
        document.get_page_size(claimed - 1)
    except pdfium.PdfiumError:
        return claimed > 1
    return False


def _counted(data: bytes) -> int | None:
    """The leaves of the tree of pages, also those whose objects are lost; None if there is no tree
    to be found."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFObjRef, resolve1

    try:
        nodes = [PDFDocument(PDFParser(io.BytesIO(data))).catalog["Pages"]]
        seen: set[int] = set()
        count = 0
        while nodes and count < MOST_NODES:
            node = nodes.pop()
            if isinstance(node, PDFObjRef):
                if node.objid in seen:
                    continue
                seen.add(node.objid)
            found = resolve1(node)
            kids = resolve1(found.get("Kids")) if isinstance(found, dict) else None
            if isinstance(kids, list):
                nodes.extend(kids)
            else:
                count += 1
    except Exception:  # its parser raises of all kinds
        return None
    return count or None
