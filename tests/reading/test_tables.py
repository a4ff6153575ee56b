"""Tables without rulings and tables over two pages, and what only looks like one."""

from __future__ import annotations

import io
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from agreementlint.reading.layout import Reading
from agreementlint.reading.pdf import read_pdf
from agreementlint.reading.text import read_text

BODY = getSampleStyleSheet()["BodyText"]
LONG = "Partene har åpent for publikum på de stedene og til de tidene som står i tabellen under."
HEAD = ["Sted", "Åpent", "Tjenester"]
ROWS = [["Vik", "mandag", "Pass"], ["Strand", "tirsdag", "Våpen"], ["Nes", "onsdag", "Alt"]]
OTHERS = [["Sund", "fredag", "Pass"], ["Bø", "lørdag", "Alt"], ["Eid", "søndag", "Alt"]]
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]


def flowed(*flowables: Any) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(list(flowables))
    return out.getvalue()


def shown(reading: Reading) -> list[tuple[str, str]]:
    return [(b.kind, reading.text[b.span.start : b.span.end]) for b in reading.blocks]


def tables(reading: Reading) -> list[tuple[int | None, str]]:
    return [
        (b.table, reading.text[b.span.start : b.span.end])
        for b in reading.blocks
        if b.kind == "row"
    ]


def typed(rows: list[list[str]], *widths: int) -> str:
    return "\n".join(
        "".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows
    )


@pytest.mark.parametrize("rows", [ROWS, [HEAD, *ROWS]])
def test_aligned_columns_in_a_pdf(rows: list[list[str]]) -> None:
    reading = read_pdf(flowed(Paragraph(LONG, BODY), Table(rows, colWidths=120)))
    assert tables(reading) == [(1, " | ".join(row)) for row in rows]


@pytest.mark.parametrize("rows", [ROWS, [HEAD, *ROWS]])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_aligned_columns_in_a_text(rows: list[list[str]], between: str) -> None:
    text = typed(rows, 14, 20, 12).replace("\n", between)
    assert tables(read_text(f"{LONG}\n\n{text}\n\n{LONG}".encode())) == [
        (1, " | ".join(row)) for row in rows
    ]


def test_numbers_set_to_the_right() -> None:
    text = "Vik          9 møter\nStrand      12 møter\nNes        104 møter\n"
    assert len(tables(read_text(text.encode()))) == 3


def test_an_empty_cell_and_a_cell_of_two_lines() -> None:
    text = typed(
        [HEAD, ["Vik", "mandag", "Pass, våpen og"], ["", "", "hittegods"], ["Strand", "", "Alt"]],
        14, 20, 16,
    )  # fmt: skip
    reading = read_text(text.encode())
    assert tables(reading)[1:] == [
        (1, "Vik | mandag | Pass, våpen og hittegods"),
        (1, "Strand |  | Alt"),
    ]
    last = reading.text.index("hittegods")
    assert next(p.line for p in reading.pieces if p.start == last) == 3


def test_a_typed_rule_under_the_heading_row() -> None:
    rule = [["-" * 10, "-" * 16, "-" * 12]]
    assert len(tables(read_text(typed([HEAD, *rule, *ROWS], 14, 20, 12).encode()))) == 4


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["For Fjordvik kommune", "For Nordfjell politidistrikt"],
            ["Kari Nordmann", "Ola Hansen"],
            ["ordfører", "politistasjonssjef"],
        ],
        [
            ["_" * 20, "_" * 20],
            ["Kari Nordmann", "Ola Hansen"],
            ["Fjordvik", "Nordfjell"],
        ],
        [
            ["Kari Nordmann", "Ola Hansen"],
            ["kommunedirektør", "lensmann"],
            ["Fjordvik", "Nordfjell"],
        ],
        [
            ["Telefon: 02800", "Faks: 12 34 56 78"],
            ["Besøk: Storgata 1", "Post: boks 2"],
            ["Fjordvik", "Nordfjell"],
        ],
    ],
)  # fmt: skip
def test_signatures_and_letterheads_are_columns(rows: list[list[str]]) -> None:
    for reading in (
        read_text(typed(rows, 40, 40).encode()),
        read_pdf(flowed(Paragraph(LONG, BODY), Table(rows, colWidths=200))),
    ):
        assert {kind for kind, _ in shown(reading)} <= {"columns", "text"}


def test_two_rows_are_no_table() -> None:
    assert {kind for kind, _ in shown(read_text(typed(ROWS[:2], 14, 20, 12).encode()))} == {
        "columns"
    }


@pytest.mark.parametrize("style", [GRID, []])
@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_goes_on_over_a_page(style: list[Any], repeated: int) -> None:
    rows = [HEAD, *([f"Sted {i}", "mandag", "Pass og våpen"] for i in range(30))]
    table = Table(rows, colWidths=120, style=style, repeatRows=repeated)
    reading = read_pdf(flowed(Paragraph(LONG, BODY), Spacer(1, 300), table, Spacer(1, 9), table))
    assert tables(reading)[:31] == [(1, " | ".join(row)) for row in rows]
    assert {block.page for block in reading.blocks} >= {1, 2}


def test_a_table_goes_on_over_a_form_feed() -> None:
    text = f"{typed([HEAD, *ROWS], 14, 20, 12)}\n\f{typed([HEAD, *OTHERS[:2]], 14, 20, 12)}\n"
    assert [number for number, _ in tables(read_text(text.encode()))] == [1] * 6


def test_another_table_on_the_next_page() -> None:
    text = f"{typed([HEAD, *ROWS], 14, 20, 12)}\n\f{LONG}\n\n{typed(OTHERS, 10, 30, 12)}\n"
    assert [number for number, _ in tables(read_text(text.encode()))] == [1] * 4 + [2] * 3


# ---------------------------------------------------------------- rulings that close no grid

WRAPPED = [
    HEAD,
    ["Vik", "mandag til fredag", "Anmeldelser, våpen, sivil rettspleie, politiattest og hittegods"],
    ["Strand i Ytre Fjordvik sentrum", "tirsdag", "Våpen"],
    ["Nes", "onsdag og torsdag etter avtale med vakthavende", "Alt"],
    ["Sund", "", "Pass"],
]
LINE = (0.5, colors.black)
BELOW = [("LINEBELOW", (0, 0), (-1, -1), *LINE)]
INNER = [("INNERGRID", (0, 0), (-1, -1), *LINE)]
RULED = {
    "rules below": BELOW,
    "rules above and below": [*BELOW, ("LINEABOVE", (0, 0), (-1, 0), *LINE)],
    "no outer sides": INNER,
    "no sides": [*INNER, ("LINEABOVE", (0, 0), (-1, 0), *LINE), BELOW[0]],
    "no top": [*INNER, ("LINEBEFORE", (0, 0), (-1, -1), *LINE)],
    "shaded": [("BACKGROUND", (0, i), (-1, i), colors.lightgrey) for i in range(0, 5, 2)],
}


def table_of(rows: list[list[str]], style: list[Any], widths: tuple[int, ...]) -> list[str]:
    cells = [[Paragraph(cell, BODY) for cell in row] for row in rows]
    table = Table(cells, colWidths=widths, style=style)
    page = [Paragraph(LONG, BODY), Spacer(1, 12), table, Spacer(1, 12), Paragraph(LONG, BODY)]
    reading = read_pdf(flowed(*page))
    assert [kind for kind, _ in shown(reading)][:: len(reading.blocks) - 1] == ["text", "text"]
    return [row for _, row in tables(reading)]


@pytest.mark.parametrize("style", RULED.values(), ids=RULED)
@pytest.mark.parametrize("align", ["TOP", "MIDDLE"])
def test_rulings_on_some_sides(style: list[Any], align: str) -> None:
    found = table_of(WRAPPED, [*style, ("VALIGN", (0, 0), (-1, -1), align)], (110, 120, 190))
    assert found == [" | ".join(row) for row in WRAPPED]


@pytest.mark.parametrize("head", [[], [("LINEBELOW", (0, 0), (-1, 0), *LINE)]])
def test_a_frame_and_upright_rulings_only(head: list[Any]) -> None:
    style = [("BOX", (0, 0), (-1, -1), *LINE), ("LINEAFTER", (0, 0), (-2, -1), *LINE), *head]
    style.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
    assert table_of(WRAPPED, style, (110, 120, 190)) == [" | ".join(row) for row in WRAPPED]


def test_rules_between_paragraphs_part_no_columns() -> None:
    rows = [[Paragraph(LONG, BODY)] for _ in range(4)]
    assert tables(read_pdf(flowed(Table(rows, colWidths=400, style=BELOW)))) == []


def test_rules_over_a_list_make_no_table_of_it() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for i, row in enumerate(ROWS):
        canvas.line(72, 695 - 30 * i, 500, 695 - 30 * i)
        canvas.drawString(72, 680 - 30 * i, "•")
        canvas.drawString(92, 680 - 30 * i, " ".join(row))
    canvas.save()
    assert shown(read_pdf(out.getvalue())) == [("bullet", " ".join(row)) for row in ROWS]


def test_a_word_too_long_for_its_cell() -> None:
    rows = [["politistasjonssj\nef i Vik", "Kari"], ["ordfører\ni Nes", "Ola"]]
    style = [*GRID, ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
    reading = read_pdf(flowed(Table(rows, colWidths=[78, 90], style=style)))
    assert tables(reading) == [(1, "politistasjonssjef i Vik | Kari"), (1, "ordfører i Nes | Ola")]


@pytest.mark.parametrize("form", [True, False])
def test_rulings_as_thin_boxes_and_inside_forms(form: bool) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    if form:
        canvas.beginForm("rulings")
    for i in range(4):
        canvas.rect(72, 700 - 30 * i, 300, 0.7, stroke=0, fill=1)
        canvas.rect(72 + 100 * i, 610, 0.7, 90, stroke=0, fill=1)
    if form:
        canvas.endForm()
        canvas.doForm("rulings")
    for i, row in enumerate(ROWS):
        for k, cell in enumerate(row):
            canvas.drawString(80 + 100 * k, 680 - 30 * i, cell)
    canvas.save()
    assert tables(read_pdf(out.getvalue())) == [(1, " | ".join(row)) for row in ROWS]


def test_letters_placed_one_by_one_are_words() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    x = 72.0
    for letter in "Kari Nordmann, ordfører":
        canvas.drawString(x, 700, letter)
        x += canvas.stringWidth(letter)
    canvas.save()
    assert read_pdf(out.getvalue()).text == "Kari Nordmann, ordfører"
