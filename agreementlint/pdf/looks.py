"""Boxes on a page to the look of an annotation: words in colour, or a sign beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from agreementlint.model import Box
from agreementlint.reading.pdf_words import Frame

Colour = tuple[float, float, float]
Look = dict[NameObject, PdfObject]

COLOURS: Mapping[str, Colour] = {
    "error": (1.0, 0.72, 0.70), "warning": (1.0, 0.87, 0.45), "note": (0.72, 0.87, 1.0),
}
PLAIN: Colour = (0.80, 0.92, 0.80)
INK: Colour = (0.25, 0.25, 0.25)

SIDE, AWAY, ABOVE = 18.0, 4.0, 1.5
"""Points: the side of a sign, how far it stands from its words, and what a mark shows beyond them.
"""

PRINTED = 4
"""The flag of an annotation that goes with the page on paper."""

UPRIGHT: Mapping[int, tuple[int, int, int, int]] = {
    0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0),
}
"""The matrix that turns a drawing so that it stands upright on a page of that rotation."""

SIGN = (
    "{0} {1} {2} rg {3} {4} {5} RG 1 w "
    "3 17 m 15 17 l 16.7 17 17 16.7 17 15 c 17 8 l 17 6.3 16.7 6 15 6 c 9 6 l 5 2 l 5 6 l 3 6 l "
    "1.3 6 1 6.3 1 8 c 1 15 l 1 16.7 1.3 17 3 17 c b "
    "4.5 13.5 m 13.5 13.5 l S 4.5 9.8 m 11 9.8 l S"
)
"""A speech bubble with two lines in it, 18 points wide and high."""


def highlight(writer: PdfWriter, frame: Frame, boxes: Sequence[Box], severity: str) -> Look:
    """A mark on each of the boxes, under their words."""
    quads = [_corners(frame, (x0, top - ABOVE, x1, bottom + ABOVE))
             for x0, top, x1, bottom in boxes]
    rect = _rect(quads)
    shapes = [" ".join(f"{x:.2f} {y:.2f} {way}" for (x, y), way in zip(
        (quad[0], quad[1], quad[3], quad[2]), "mlll", strict=True)) for quad in quads]
    colour = COLOURS.get(severity, PLAIN)
    look = _form(writer, rect, "/M gs {} {} {} rg ".format(*colour) + " h ".join(shapes) + " h f",
                 multiplied=True)
    return _annotation("/Highlight", rect, colour, PRINTED, look) | {
        NameObject("/QuadPoints"): _numbers(*(side for quad in quads for point in quad
                                              for side in point))}


def sign(writer: PdfWriter, frame: Frame, boxes: Sequence[Box], severity: str) -> Look:
    """A speech bubble to the left of the first box, as far as the page has room for it."""
    x0, top, _, _ = boxes[0]
    width, height = _shown(frame)
    left = min(max(x0 - SIDE - AWAY, 0.0), max(width - SIDE, 0.0))
    upper = min(max(top - AWAY, 0.0), max(height - SIDE, 0.0))
    rect = _rect([_corners(frame, (left, upper, left + SIDE, upper + SIDE))])
    colour = COLOURS.get(severity, PLAIN)
    look = _form(writer, (0, 0, SIDE, SIDE), SIGN.format(*colour, *INK),
                 matrix=UPRIGHT[frame.rotation])
    return _annotation("/Text", rect, colour, PRINTED, look) | {
        NameObject("/Name"): NameObject("/Comment"), NameObject("/Open"): BooleanObject(False)}


def _annotation(kind: str, rect: Sequence[float], colour: Colour, flags: int, look: PdfObject,
                ) -> Look:
    return {NameObject(key): value for key, value in (
        ("/Type", NameObject("/Annot")), ("/Subtype", NameObject(kind)),
        ("/Rect", _numbers(*rect)), ("/C", _numbers(*colour)), ("/F", NumberObject(flags)),
        ("/AP", DictionaryObject({NameObject("/N"): look})))}


def _form(writer: PdfWriter, box: Sequence[float], drawing: str, *, multiplied: bool = False,
          matrix: tuple[int, int, int, int] = UPRIGHT[0]) -> PdfObject:
    form = DecodedStreamObject()
    form.set_data(drawing.encode("ascii"))
    resources = DictionaryObject()
    if multiplied:
        state = DictionaryObject({NameObject("/Type"): NameObject("/ExtGState"),
                                  NameObject("/BM"): NameObject("/Multiply")})
        resources[NameObject("/ExtGState")] = DictionaryObject({NameObject("/M"): state})
    entries: dict[str, Any] = {
        "/Type": NameObject("/XObject"), "/Subtype": NameObject("/Form"), "/BBox": _numbers(*box),
        "/Matrix": _numbers(*matrix, 0, 0), "/Resources": resources}
    form.update({NameObject(key): value for key, value in entries.items()})
    return writer._add_object(form)


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(round(value, 3)) for value in values)


# ---------------------------------------------------------------- places


def _corners(frame: Frame, box: Box) -> list[tuple[float, float]]:
    """Upper left, upper right, lower left and lower right of what a reader sees, as the page has
    it."""
    x0, top, x1, bottom = box
    return [frame.page_point(x, y) for x, y in ((x0, top), (x1, top), (x0, bottom), (x1, bottom))]


def _rect(quads: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, float, float, float]:
    xs, ys = zip(*(point for quad in quads for point in quad), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _shown(frame: Frame) -> tuple[float, float]:
    """Width and height of what is shown of the page."""
    wide = frame.rotation % 180 == 0
    return (frame.width, frame.height) if wide else (frame.height, frame.width)
