"""Pages on which text is written in several directions."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from agreementlint.reading.layout import Reading
from agreementlint.reading.pdf import read_pdf
from tests.reading.test_layouts import FIRST, SECOND, TABLE, Text, column, shown, texts

WIDTH, HEIGHT = A4


def written(
    upright: list[Text],
    slanted: list[Text],
    degrees: float,
    *,
    rotation: int = 0,
    first: bool = False,
) -> Reading:
    """A page of two texts, of which the second is turned against the clock around its middle."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setPageRotation(rotation)
    parts = [(upright, 0.0, 0.0, HEIGHT), (slanted, degrees, WIDTH / 2, HEIGHT / 2)]
    for texts_of, turn, x0, y0 in reversed(parts) if first else parts:
        canvas.saveState()
        canvas.translate(x0, y0)
        canvas.rotate(turn)
        canvas.setFont("Helvetica", 10)
        for x, top, text in texts_of:
            canvas.drawString(x, -top, text)
        canvas.restoreState()
    canvas.save()
    return read_pdf(out.getvalue())


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_each_direction_is_read_for_itself(degrees: int, rotation: int, first: bool) -> None:
    page = column(72, 100, f"{FIRST} {SECOND} {FIRST}", 70)
    note = column(-200, -10, SECOND, 40)
    reading = written(page, note, degrees, rotation=rotation, first=first)
    assert texts(reading) == [f"{FIRST} {SECOND} {FIRST}", SECOND]


def test_turned_words_know_where_they_stand() -> None:
    reading = written(column(72, 100, FIRST, 70), [(0.0, 0.0, "Rett kopi")], 90)
    box = reading.pieces[-1].box
    assert box is not None
    x0, top, x1, bottom = box
    assert x0 < WIDTH / 2 < x1 + 3 and x1 - x0 < 15 < bottom - top and bottom < HEIGHT / 2


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_page_that_is_written_on_its_side(degrees: int) -> None:
    table = [
        (-200.0 + 150 * k, 20.0 * i, cell)
        for i, row in enumerate(TABLE)
        for k, cell in enumerate(row)
    ]
    reading = written(
        [(290.0, 820.0, "Vedlegg 1")], [*column(-300, -150, FIRST, 100), *table], degrees
    )
    rows = [("row", " | ".join(row)) for row in TABLE]
    assert shown(reading) == [("text", FIRST), *rows, ("text", "Vedlegg 1")]


@pytest.mark.parametrize("degrees", [90, 270])
def test_rulings_turn_with_the_page(degrees: int) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(degrees)
    canvas.grid([-200, -130, -60, 100], [60, 40, 0])
    for y, *cells in (45, "Sted", "Dag", "Tjenester"), (25, "Vik", "mandag", "Pass, våpen"):
        for x, cell in zip((-195, -125, -55), cells, strict=True):
            canvas.drawString(x, y, cell)
    canvas.drawString(-55, 10, "og attester")
    canvas.save()
    assert shown(read_pdf(out.getvalue())) == [
        ("row", "Sted | Dag | Tjenester"), ("row", "Vik | mandag | Pass, våpen og attester")
    ]  # fmt: skip


@pytest.mark.parametrize("degrees", [30, 45, 60, 315])
def test_a_watermark_does_not_part_the_lines(degrees: int) -> None:
    page = column(72, 330, f"{FIRST} {SECOND} {FIRST}", 70)
    reading = written(page, [(-30.0, 0.0, "UTKAST")], degrees)
    assert texts(reading) == [f"{FIRST} {SECOND} {FIRST}", "UTKAST"]
