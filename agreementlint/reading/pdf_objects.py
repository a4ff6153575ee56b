"""The objects of a PDF page one by one, those inside forms too, with their place on the page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

DEEPEST = 3
"""How many forms may be inside each other."""

MOST = 200_000
"""After so many objects of one page no more are looked at."""

Matrix = tuple[float, float, float, float, float, float]
Placed = tuple[raw.FPDF_PAGEOBJECT, int, Matrix]
"""An object, which kind it is of, and the matrix that puts it on the page."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def objects_on(page: pdfium.PdfPage, kinds: Collection[int]) -> Iterator[Placed]:
    """The objects of these kinds (of pdfium) in the order in which they are painted."""
    count = min(raw.FPDFPage_CountObjects(page.raw), MOST)
    things = (raw.FPDFPage_GetObject(page.raw, index) for index in range(count))
    return _among(things, kinds, IDENTITY, 0)


def _among(
    things: Iterable[raw.FPDF_PAGEOBJECT], kinds: Collection[int], outer: Matrix, depth: int
) -> Iterator[Placed]:
    for thing in things:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind in kinds:
            yield thing, kind, _times(_matrix(thing), outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = min(max(raw.FPDFFormObj_CountObjects(thing), 0), MOST)
            inner = (raw.FPDFFormObj_GetObject(thing, index) for index in range(count))
            yield from _among(inner, kinds, _times(_matrix(thing), outer), depth + 1)


def point_of(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where the matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _matrix(thing: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
