"""Pages of every kind, drawn for the purpose."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from agreementlint.reading.page_kind import PageKind
from agreementlint.reading.pdf import _page
from tests.reading.test_legibility import PROSE, shifted

WIDTH, HEIGHT = A4
BARE = str.maketrans("åøæÅØÆ", "aoaAOA")


def kind(draw: Callable[[Canvas], None], rotation: int = 0) -> PageKind:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setPageRotation(rotation)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    with pdfium.PdfDocument(out.getvalue()) as document:
        return _page(document, out.getvalue(), 0).kind


def picture(shade: int = 245) -> Image.Image:
    image = Image.new("L", (120, 170), shade)
    for top in range(20, 150, 10):
        image.paste(40, (20, top, 100, top + 3))
    return image


def scan(canvas: Canvas) -> None:
    canvas.drawInlineImage(picture(), 0, 0, WIDTH, HEIGHT)


def stripes(canvas: Canvas) -> None:
    for index in range(20):
        canvas.drawInlineImage(picture(), 0, index * HEIGHT / 20, WIDTH, HEIGHT / 20)


def write(canvas: Canvas, text: str, mode: int = 0, size: float = 9) -> None:
    lines = canvas.beginText(60, HEIGHT - 60)
    lines.setFont("Helvetica", size)
    lines.setTextRenderMode(mode)
    words = text.split()
    for start in range(0, len(words), 12):
        lines.textLine(" ".join(words[start : start + 12]))
    canvas.drawText(lines)


def layered(text: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        scan(canvas)
        write(canvas, text, mode=3)

    return draw


def below(text: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        write(canvas, text)
        scan(canvas)

    return draw


def stamped(canvas: Canvas) -> None:
    scan(canvas)
    write(canvas, "Mottatt 3. mai 2024")


def registered(canvas: Canvas) -> None:
    scan(canvas)
    write(canvas, "Dokument 2024/1234-5, mottatt 3. mai 2024, arkivert av postmottak, side 3 av 6, "
                  "kopi sendt til ordfører og kommunedirektør")


def letterhead(canvas: Canvas) -> None:
    canvas.drawInlineImage(picture(252), 0, 0, WIDTH, HEIGHT)
    write(canvas, PROSE * 3)


def logo(canvas: Canvas) -> None:
    canvas.drawInlineImage(picture(), 60, HEIGHT - 100, 80, 50)
    write(canvas, PROSE)


def curves(canvas: Canvas) -> None:
    for index in range(300):
        x, y = 60 + index % 40 * 12, HEIGHT - 80 - index // 40 * 15
        canvas.bezier(x, y, x + 5, y + 9, x + 6, y - 4, x + 9, y + 8)


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (lambda canvas: write(canvas, PROSE), "text"),
        (lambda canvas: write(canvas, "Vedlegg 1"), "text"),
        (letterhead, "text"),
        (logo, "text"),
        (scan, "scan"),
        (stripes, "scan"),
        (stamped, "stamped"),
        (registered, "stamped"),
        (layered(PROSE * 2), "text"),
        (layered((PROSE * 2).translate(BARE)), "poor"),
        (below((PROSE * 2).translate(BARE)), "poor"),
        (layered(shifted(PROSE * 2, 1)), "garbled"),
        (lambda canvas: write(canvas, shifted(PROSE, -29)), "garbled"),
        (curves, "outlines"),
        (lambda canvas: None, "blank"),
        (lambda canvas: write(canvas, " "), "blank"),
        (lambda canvas: canvas.drawInlineImage(Image.new("L", (9, 9), 255), 0, 0, 500, 500),
         "blank"),
    ],
)  # fmt: skip
def test_kinds(draw: Callable[[Canvas], None], expected: str) -> None:
    assert kind(draw) == expected


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_scan_is_one(rotation: int) -> None:
    assert kind(stamped, rotation) == "stamped" and kind(scan, rotation) == "scan"
