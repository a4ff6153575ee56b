"""A recognised page into the JSON that the cache keeps, and back."""

from __future__ import annotations

from typing import Any

from agreementlint.reading.ocr.rulings import Stroke, Strokes
from agreementlint.reading.ocr.tesseract import Token
from agreementlint.reading.ocr.words import Recognised

FORM = 4
"""To be counted up when this form, or the preparation of pictures, changes: what was kept before
is then not found."""


def value_of(page: Recognised) -> dict[str, Any]:
    """The page as JSON; points are left out, for the same picture may be of any size."""
    return {
        "size": page.size,
        "turned": round(page.turned, 3),
        "blank": page.blank,
        "strokes": page.strokes,
        "tokens": [
            [token.text, *token.line, *token.box, round(token.confidence, 1)]
            for token in page.tokens
        ],
    }


def page_of(value: Any, points: float) -> Recognised | None:
    """The page of a value; None for whatever else it may be."""
    try:
        width, height = value["size"]
        return Recognised(
            tuple(map(_token, value["tokens"])),
            (int(width), int(height)),
            float(value["turned"]),
            points,
            bool(value["blank"]),
            Strokes(*(tuple(map(_stroke, lines)) for lines in value["strokes"])),
        )
    except (TypeError, ValueError, KeyError):
        return None


def _stroke(fields: list[Any]) -> Stroke:
    at, low, high = fields
    return Stroke(float(at), float(low), float(high))


def _token(fields: list[Any]) -> Token:
    text, block, paragraph, line, left, top, right, bottom, confidence = fields
    if not isinstance(text, str):
        raise TypeError("a word is text")
    where = (int(block), int(paragraph), int(line))
    return Token(
        text, where, (int(left), int(top), int(right), int(bottom)), float(confidence)
    )
