"""Tables whose cells are boxes that stand apart."""

from __future__ import annotations

import io
import sys

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from agreementlint.reading.pdf import read_pdf
from agreementlint.reading.pdf_loose import loose_grids

ROWS = [
    ["Oppgave", "Kommunen", "Politiet"],
    ["Leder av/politirådet", "Ordføreren i/kommunen", "Lensmannen i/distriktet"],
    ["Innkalling/til møtene", "SLT-koordinator,/to uker før", "Politikontakten/skriver liste"],
]
READ = [" | ".join(cell.replace("/", " ") for cell in row) for row in ROWS]


def boxes(rows: list[list[str]], gap: float, radius: float = 0) -> bytes:
    """A page with a box for each cell, `gap` points between them; "/" parts the lines of a cell."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            x, y = 60 + c * (140 + gap), 700 - r * (34 + gap)
            canvas.roundRect(x, y, 140, 34, radius)
            for i, line in enumerate(text.split("/")):
                canvas.drawString(x + 6, y + 22 - 13 * i, line)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("gap", [4, 6, 8])
@pytest.mark.parametrize("radius", [0, 3])
def test_cells_of_two_lines_in_boxes_that_stand_apart(gap: float, radius: float) -> None:
    reading = read_pdf(boxes(ROWS, gap, radius))
    assert reading.text.splitlines() == READ
    assert {block.table for block in reading.blocks} == {1}


def test_the_page_may_be_cropped() -> None:
    document = pdfium.PdfDocument(boxes(ROWS, 6))
    document[0].set_cropbox(30, 200, 540, 780)
    out = io.BytesIO()
    document.save(out)
    assert read_pdf(out.getvalue()).text.splitlines() == READ


def test_two_boxes_for_signatures_are_no_table() -> None:
    assert loose_grids(boxes([["For kommunen", "For politiet"]], 6), 0) == []


def test_ordinary_tables_and_pages_do_not_load_the_second_engine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)  # an import of it would raise
    assert read_pdf(boxes(ROWS, 0)).text.splitlines() == READ
    with pytest.raises(ImportError):
        read_pdf(boxes(ROWS, 6))


def test_a_damaged_page_costs_its_tables_only() -> None:
    assert loose_grids(b"%PDF-1.4 nothing else", 0) == []
