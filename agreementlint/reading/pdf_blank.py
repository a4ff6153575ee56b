"""Whether a page without words is blank, or has something on it that was not read."""

from __future__ import annotations

import io
import re

SHOWS = re.compile(rb"(?<![^\s>)\]])(?:Tj|TJ|'|\"|Do|BI|sh|S|s|f|F|f\*|B|B\*|b|b\*)(?=\s|$)")
"""The operators that leave a mark on the page (ISO 32000-2, annex A)."""


def is_blank(data: bytes, page: int) -> bool:
    """Whether the content of `page` (from 0) of the PDF in `data` can be decoded and marks nothing.
    pdfium has no objects for a damaged page either, so the content itself is looked at."""
    import pdfplumber
    from pdfminer.pdftypes import resolve1

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[page + 1]) as document:
            streams = document.pages[0].page_obj.contents
            if document.pages[0].annots:
                return False
            raw = [
                (bool(stream.get_rawdata()), stream.get_data()) for stream in map(resolve1, streams)
            ]
    except Exception:  # its parser raises of all kinds; what cannot be looked at is not blank
        return False
    return all(decoded or not there for there, decoded in raw) and not any(
        SHOWS.search(decoded) for _, decoded in raw
    )
