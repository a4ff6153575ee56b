"""A Document, or a ReadError, to the JSON that goes from child to parent, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import repeat
from typing import Any

from agreementlint.model import Block, Box, Document, Piece, ReadError, Span
from agreementlint.reading.messages import SENTENCES

TENTHS = 10
"""Boxes travel as whole tenths of a point: short to write, quick to read."""


def encoded(document: Document) -> bytes:
    """The document as JSON: its pieces column by column, columns without values left out."""
    pieces = document.pieces
    return json.dumps(
        {
            "path": document.path,
            "sha256": document.sha256,
            "format": document.format,
            "text": document.text,
            "pages": document.pages,
            "ocr_pages": document.ocr_pages,
            "unread_pages": document.unread_pages,
            "running": document.running,
            "ocr_confidence": document.ocr_confidence,
            "why_unread": document.why_unread,
            "blocks": [_block(block) for block in document.blocks],
            "start": [piece.start for piece in pieces],
            "end": [piece.end for piece in pieces],
            "page": _column([piece.page for piece in pieces]),
            "line": _column([piece.line for piece in pieces]),
            "box": _column([_tenths(piece.box) for piece in pieces]),
            "paragraph": _column([piece.paragraph for piece in pieces]),
            "run": _column([piece.run for piece in pieces]),
        },
        ensure_ascii=True,  # lone surrogates of a damaged file must not break the way home
        separators=(",", ":"),
    ).encode("ascii")


def failed(error: ReadError) -> bytes:
    """A ReadError as JSON."""
    return json.dumps({"error": [error.kind, error.reason]}).encode("ascii")


def decoded(data: bytes) -> Document:
    """The document of `encoded`; raises the ReadError of `failed`, ValueError for anything else."""
    found = json.loads(data)
    if not isinstance(found, dict):
        raise ValueError("no document")
    if "error" in found:
        raise _as_error(found["error"])
    boxes = found["box"]
    columns = (
        found["start"],
        found["end"],
        found["page"] or repeat(None),
        found["line"] or repeat(None),
        [_points(box) for box in boxes] if boxes else repeat(None),
        found["paragraph"] or repeat(None),
        found["run"] or repeat(None),
    )
    return Document(
        path=found["path"],
        sha256=found["sha256"],
        format=found["format"],
        text=found["text"],
        blocks=tuple(_as_block(block) for block in found["blocks"]),
        pieces=tuple(map(Piece._make, zip(*columns, strict=False))),
        pages=found["pages"],
        ocr_pages=tuple(found["ocr_pages"]),
        unread_pages=tuple(found["unread_pages"]),
        running=tuple(found["running"]),
        ocr_confidence=found["ocr_confidence"],
        why_unread=found["why_unread"],
    )


def _as_error(named: Any) -> ReadError:
    for kind, reason in SENTENCES:
        if [kind, reason] == named:
            return ReadError(kind, reason)
    raise ValueError("no such error")


def _column(values: Sequence[Any]) -> Sequence[Any] | None:
    return None if all(value is None for value in values) else values


def _tenths(box: Box | None) -> list[int] | None:
    return None if box is None else [round(edge * TENTHS) for edge in box]


def _points(box: list[int] | None) -> Box | None:
    if box is None:
        return None
    x0, top, x1, bottom = box
    return x0 / TENTHS, top / TENTHS, x1 / TENTHS, bottom / TENTHS


def _block(block: Block) -> list[Any]:
    return [
        block.kind,
        block.span,
        block.level,
        block.page,
        block.cells,
        block.table,
        block.italic,
        block.bold,
    ]


def _as_block(values: list[Any]) -> Block:
    kind, span, level, page, cells, table, italic, bold = values
    return Block(
        kind, Span(*span), level, page, tuple(Span(*cell) for cell in cells), table, italic, bold
    )
