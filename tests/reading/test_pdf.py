"""PDFs drawn for the purpose, and what is read of them."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Sequence
from typing import Any

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    ListFlowable,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from agreementlint.model import ReadError
from agreementlint.reading.layout import Reading, Wishes
from agreementlint.reading.pdf import read_pdf as read

HEIGHT = A4[1]
Lines = Sequence[tuple[float, float, str]]
AS_IT_IS = Wishes(ocr="never")
STYLES = getSampleStyleSheet()
BODY = STYLES["BodyText"]
LONG = (
    "Politirådet skal drøfte det som er felles for kommunen og politiet, og rådet skal følge opp"
    " det som er bestemt. Møtene ledes av ordføreren, og det føres referat fra hvert møte. "
)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]


def read_pdf(data: bytes) -> Reading:
    """What is read without recognition."""
    return read(data, AS_IT_IS)


def striped(height: int = 80) -> Image.Image:
    """A picture with ink on it."""
    image = Image.new("L", (60, height), 250)
    image.paste(20, (5, 5, 55, 9))
    return image


def flowed(*flowables: Any) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(list(flowables))
    return out.getvalue()


def drawn(*pages: Lines, size: float = 11, **how: Any) -> bytes:
    """Pages of (x, y from the top, text)."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **how)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for x, top, text in page:
            canvas.drawString(x, HEIGHT - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def shown(reading: Reading) -> list[tuple[str, str]]:
    return [(b.kind, reading.text[b.span.start : b.span.end]) for b in reading.blocks]


def test_headings_paragraphs_and_bullets() -> None:
    reading = read_pdf(
        flowed(
            Paragraph("Samarbeidsavtale", STYLES["Heading1"]),
            Paragraph("Politirådet", STYLES["Heading2"]),
            Paragraph(LONG * 2, BODY),
            Paragraph("Rådet skal", BODY),
            ListFlowable(
                [Paragraph(LONG, BODY), Paragraph("følge opp", BODY)], bulletType="bullet"
            ),
            Paragraph("<b>Politikontakten</b>", BODY),
            Paragraph(LONG, BODY),
        )
    )
    assert shown(reading) == [
        ("heading", "Samarbeidsavtale"),
        ("heading", "Politirådet"),
        ("text", (LONG * 2).strip()),
        ("text", "Rådet skal"),
        ("bullet", LONG.strip()),
        ("bullet", "følge opp"),
        ("heading", "Politikontakten"),
        ("text", LONG.strip()),
    ]
    assert [b.level for b in reading.blocks if b.kind == "heading"] == [1, 2, 3]


def test_words_know_their_page_and_box() -> None:
    reading = read_pdf(drawn([(72, 100, "Rådet møtes.")], [(72, 200, "Ja visst.")]))
    first, last = reading.pieces[0], reading.pieces[-1]
    assert (first.page, last.page, reading.pages) == (1, 2, 2)
    assert first.box is not None and last.box is not None
    x0, top, x1, bottom = first.box
    assert x0 == pytest.approx(72, abs=1) and top < 100 < bottom < 106 and x1 > 90
    assert last.box[1] < 200 < last.box[3]


def test_words_broken_at_line_ends() -> None:
    lines = (
        "Partene har bestemt at det skal føres et sam-",
        "arbeid om SLT-",
        "arbeidet i skolen.",
    )
    reading = read_pdf(drawn([(72, 100 + 14 * i, text) for i, text in enumerate(lines)]))
    assert (
        reading.text
        == "Partene har bestemt at det skal føres et samarbeid om SLT-arbeidet i skolen."
    )
    split = [p for p in reading.pieces if reading.text[p.start : p.end] in ("sam", "arbeid")]
    assert len(split) == 2 and split[0].end == split[1].start and split[0].box != split[1].box


def test_a_table_with_rulings_gives_rows() -> None:
    cell = Paragraph("Anmeldelser, våpen, sivil rettspleie, politiattest og hittegods", BODY)
    table = Table(
        [["Sted", "Åpent", "Tjenester"], ["Vik", "mandag", cell], ["Strand", "", "Pass"]],
        colWidths=[80, 80, 150],
        style=GRID,
    )
    reading = read_pdf(flowed(Paragraph(LONG, BODY), table, Spacer(1, 20), Paragraph(LONG, BODY)))
    assert shown(reading) == [
        ("text", LONG.strip()),
        ("row", "Sted | Åpent | Tjenester"),
        ("row", "Vik | mandag | Anmeldelser, våpen, sivil rettspleie, politiattest og hittegods"),
        ("row", "Strand |  | Pass"),
        ("text", LONG.strip()),
    ]
    row = reading.blocks[3]
    assert [reading.text[c.start : c.end] for c in row.cells] == ["Strand", "", "Pass"]
    assert {b.table for b in reading.blocks} == {None, 1}


def test_merged_cells() -> None:
    style = [*GRID, ("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (0, 2))]
    table = Table([["Begge", ""], ["Vik", "mandag"], ["", "tirsdag"]], style=style, colWidths=90)
    reading = read_pdf(flowed(Paragraph(LONG, BODY), table))
    assert [text for kind, text in shown(reading) if kind == "row"] == [
        "Begge",
        "Vik | mandag",
        " | tirsdag",
    ]


def test_a_frame_around_prose_is_no_table() -> None:
    box = Table([[Paragraph(LONG * 3, BODY)]], style=[("BOX", (0, 0), (-1, -1), 1, colors.black)])
    assert shown(read_pdf(flowed(box))) == [("text", (LONG * 3).strip())]


def test_cells_without_rulings_carry_on_below() -> None:
    services = "Anmeldelser, våpen, sivil rettspleie, politiattest og hittegods"
    rows = [
        ["Vik", "mandag", Paragraph(services, BODY)],
        ["Strand", "tirsdag", "Våpen"],
        ["Nes", "onsdag", "Alt"],
    ]
    table = Table(rows, colWidths=[90, 90, 160], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    reading = read_pdf(flowed(Paragraph(LONG, BODY), table))
    assert shown(reading)[1:] == [
        ("row", f"Vik | mandag | {services}"),
        ("row", "Strand | tirsdag | Våpen"),
        ("row", "Nes | onsdag | Alt"),
    ]


def test_bullets_that_are_drawn() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for i, text in enumerate(("Rådet skal", "drøfte planer", "følge opp")):
        canvas.drawString(90 if i else 72, HEIGHT - 100 - 16 * i, text)
        if i:
            canvas.circle(80, HEIGHT - 97 - 16 * i, 1.8, stroke=0, fill=1)
    canvas.save()
    assert shown(read_pdf(out.getvalue())) == [
        ("text", "Rådet skal"),
        ("bullet", "drøfte planer"),
        ("bullet", "følge opp"),
    ]


@pytest.mark.parametrize("by_column", [True, False])
def test_signatures_stay_matched_however_they_were_written(by_column: bool) -> None:
    left = ["For Fjordvik kommune", "Kari Nordmann", "ordfører"]
    right = ["For Nordfjell politidistrikt", "Ola Hansen", "politistasjonssjef"]
    words = [(72, 100 + 20 * i, t) for i, t in enumerate(left)] + [
        (320, 100 + 20 * i, t) for i, t in enumerate(right)
    ]
    if not by_column:
        words.sort(key=lambda word: word[1])
    reading = read_pdf(drawn(words))
    assert shown(reading) == [("columns", f"{a}   {b}") for a, b in zip(left, right, strict=True)]


@pytest.mark.parametrize("by_column", [True, False])
def test_two_columns_of_prose_are_read_one_after_the_other(by_column: bool) -> None:
    def lines(word: str) -> list[str]:
        return [f"{word} nummer {i} i en lang spalte med tekst" for i in range(12)]

    left = [(60, 120 + 14 * i, t) for i, t in enumerate(lines("linje"))]
    right = [(320, 120 + 14 * i, t) for i, t in enumerate(lines("rad"))]
    words = [*left, *right] if by_column else [w for p in zip(left, right, strict=True) for w in p]
    title = (60.0, 80.0, "Samarbeidsavtale for Fjordvik kommune og politiet i hele kommunen")
    reading = read_pdf(drawn([title, *words]))
    expected = " ".join([title[2], *lines("linje"), *lines("rad")])
    assert reading.text.replace("\n", " ") == expected


def test_two_columns_flow_from_one_to_the_other() -> None:
    out = io.BytesIO()
    frames = [Frame(60, 450, 225, 300), Frame(310, 450, 225, 300)]
    template = BaseDocTemplate(out, pagesize=A4, pageTemplates=[PageTemplate("two", frames)])
    template.build([Paragraph(LONG * 6, BODY)])
    text = read_pdf(out.getvalue()).text
    assert text.replace("\n", " ") == (LONG * 6).strip()


def test_running_lines_go_and_the_sentence_is_whole() -> None:
    parts = [
        "Rådet skal drøfte det som er felles for kommunen og for politiet i hele distriktet, og"
    ]
    parts.append(
        "rådet skal dessuten følge opp alt det som ble bestemt i det forrige møtet, slik at"
    )
    parts.append("det som er avtalt, også blir gjort.")
    pages = [
        [(72, 40, "Avtale Fjordvik"), (72, 100, part), (280, 800, f"Side {n} av 3")]
        for n, part in enumerate(parts, 1)
    ]
    reading = read_pdf(drawn(*pages))
    assert shown(reading) == [("text", " ".join(parts))]
    assert reading.running == ("Avtale Fjordvik", "Side 1 av 3", "Side 2 av 3", "Side 3 av 3")
    assert [p.page for p in reading.pieces][:: len(reading.pieces) - 1] == [1, 3]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_pages(rotation: int) -> None:
    out = io.BytesIO()
    width, height = A4
    canvas = Canvas(out, pagesize=A4)
    canvas.setPageRotation(rotation)
    canvas.setFont("Helvetica", 11)
    # the page lies on its side in the file, and stands upright when it is shown
    {
        90: lambda: (canvas.translate(height, 0), canvas.rotate(90)),
        180: lambda: (canvas.translate(width, height), canvas.rotate(180)),
        270: lambda: (canvas.translate(0, width), canvas.rotate(270)),
    }[rotation]()
    for i, text in enumerate(("Rådet skal drøfte saker som gjelder", "ungdom. Rådet møtes i mai.")):
        canvas.drawString(72, height - 100 - 14 * i, text)
    canvas.save()
    reading = read_pdf(out.getvalue())
    assert reading.text == "Rådet skal drøfte saker som gjelder ungdom. Rådet møtes i mai."
    box = reading.pieces[0].box
    assert box is not None
    assert box[0] == pytest.approx(72, abs=1) and box[1] < 100 < box[3]


def test_the_crop_box_is_the_page() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, cropBox=(50, 0, A4[0], HEIGHT - 60))
    canvas.drawString(72, HEIGHT - 100, "Rådet møtes.")
    canvas.save()
    box = read_pdf(out.getvalue()).pieces[0].box
    assert box is not None
    assert box[0] == pytest.approx(22, abs=1) and box[1] < 40 < box[3]


def test_form_fields_are_read() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(72, 700, "Ordfører:")
    canvas.acroForm.textfield(value="Kari Nordmann", x=140, y=690, width=200, height=24)
    canvas.save()
    assert read_pdf(out.getvalue()).text.split() == ["Ordfører:", "Kari", "Nordmann"]


def pages_with(*contents: str) -> bytes:
    """A page for each content: "text", "drawing", "image", or nothing at all."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for content in contents:
        if content == "text":
            canvas.drawString(72, 700, "Rådet møtes.")
        elif content == "drawing":
            canvas.circle(200, 400, 50)
        elif content == "image":
            canvas.drawInlineImage(striped(), 10, 10, 560, 780)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(("other", "unread"), [("image", (2,)), ("drawing", (2,)), ("", ())])
def test_a_page_without_text_is_unread_unless_it_is_blank(
    other: str, unread: tuple[int, ...]
) -> None:
    reading = read_pdf(pages_with("text", other))
    assert (reading.pages, reading.unread_pages) == (2, unread)


def test_a_page_whose_content_is_damaged_is_not_blank() -> None:
    data = bytearray(pages_with("text", ""))
    start = data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 7
    data[start : start + 20] = b"\x01" * 20
    assert read_pdf(bytes(data)).unread_pages == (2,)


@pytest.mark.parametrize("stamp", ["", "Mottatt 3. mai 2024"])
@pytest.mark.parametrize("coding", [b"/DCTDecode", b"/JPXDecode", b"/JBIG2Decode"])
def test_a_picture_that_cannot_be_decoded_is_not_blank(coding: bytes, stamp: str) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0)
    canvas.drawString(72, 700, LONG)
    canvas.showPage()
    canvas.drawImage(ImageReader(striped()), 10, 10, 560, 780)
    canvas.drawString(72, 760, stamp)
    canvas.save()
    noise = bytes(random.Random(1).choices(b"0123456789abcdef", k=4000))
    data = re.sub(
        rb"/Filter \[[^]]*\] (/Height.*?)/Length \d+(.*?stream\r?\n).*?(?=endstream)",
        lambda found: b"/Filter %s %s/Length 4000%s%s\n" % (coding, found[1], found[2], noise),
        out.getvalue(),
        count=1,
        flags=re.S,
    )
    assert noise in data
    reading = read(data)
    assert reading.unread_pages == (2,) and reading.text.endswith(stamp)


@pytest.mark.parametrize(
    ("contents", "kind"),
    [(["image", ""], "ocr-unavailable"), (["drawing"], "ocr-unavailable"), (["", ""], "empty")],
)
def test_a_pdf_without_any_text(contents: list[str], kind: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(pages_with(*contents))
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    ("width", "text", "unread"),
    [(560, "Mottatt 3. mai", (1,)), (560, LONG * 3, ()), (120, "Mottatt 3. mai", ())],
)
def test_a_scan_with_a_stamp_is_unread(width: int, text: str, unread: tuple[int, ...]) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawInlineImage(striped(), 10, 10, width, width * 1.4)
    canvas.setFont("Helvetica", 6)
    for start in range(0, len(text), 80):
        canvas.drawString(20, 800 - start / 8, text[start : start + 80])
    canvas.save()
    reading = read_pdf(out.getvalue())
    assert reading.unread_pages == unread
    assert reading.text.startswith(text[:7])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (drawn([(72, 100, "Hei")], encrypt=StandardEncryption("hemmelig")), "encrypted"),
        (drawn([(72, 100, "Hei")])[:300], "damaged"),
        (b"%PDF-1.7\n", "damaged"),
    ],
)
def test_unreadable(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert caught.value.kind == kind
