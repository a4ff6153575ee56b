"""Headings that nothing but their wording and place tells apart, and lines that are none."""

from __future__ import annotations

import io

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, ListFlowable, PageBreak, Paragraph, SimpleDocTemplate

from agreementlint.reading.docx import read_docx
from agreementlint.reading.layout import Reading
from agreementlint.reading.pdf import read_pdf
from agreementlint.reading.text import read_text

STYLES = getSampleStyleSheet()
BODY = STYLES["BodyText"]
LONG = (
    "Partene skal arbeide for at det er trygt å ferdes i Fjordvik, og de skal dele det de vet om"
    " utviklingen med hverandre så tidlig som mulig."
)
TITLES = ("Innledning", "Formål", "Politiråd", "Evaluering", "Gyldighet")


def headings(reading: Reading) -> list[tuple[int, str]]:
    return [
        (block.level, reading.text[block.span.start : block.span.end])
        for block in reading.blocks
        if block.kind == "heading"
    ]


def read(*paragraphs: str) -> list[str]:
    return [title for _, title in headings(read_text("\n\n".join(paragraphs).encode()))]


def flowed(*flowables: Flowable) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(list(flowables))
    return out.getvalue()


@pytest.mark.parametrize("cover", [True, False])
def test_plain_headings_under_a_large_title(cover: bool) -> None:
    flow = [Paragraph("Avtale for Fjordvik", STYLES["Title"]), PageBreak()][: 1 + cover]
    for title in TITLES:
        flow += [Paragraph(title, BODY), Paragraph(LONG, BODY)]
    reading = read_pdf(flowed(*flow))
    assert headings(reading) == [(1, "Avtale for Fjordvik"), *((2, title) for title in TITLES)]


def test_plain_headings_under_a_marked_title() -> None:
    parts = [part for title in TITLES for part in (title, LONG)]
    reading = read_text("\n\n".join(["# Avtale for Fjordvik", *parts]).encode())
    assert headings(reading) == [(1, "Avtale for Fjordvik"), *((2, title) for title in TITLES)]


def test_plain_headings_under_a_styled_title_and_subtitle() -> None:
    document = docx.Document()
    document.add_heading("Avtale for Fjordvik", 0)
    document.add_paragraph("Felles innsats", style="Heading 1")
    for title in TITLES:
        document.add_paragraph(title)
        document.add_paragraph(LONG)
    out = io.BytesIO()
    document.save(out)
    found = headings(read_docx(out.getvalue()))
    assert found[2:] == [(2, title) for title in TITLES]


def test_where_headings_are_bold_a_plain_line_is_none() -> None:
    flow = []
    for title in TITLES:
        flow += [Paragraph(f"<b>{title}</b>", BODY), Paragraph(LONG, BODY)]
    reading = read_pdf(flowed(*flow, Paragraph("Ellers gjelder dette", BODY), *flow[1:2]))
    assert [title for _, title in headings(reading)] == list(TITLES)


def test_one_title_below_another() -> None:
    assert read("Formål", LONG, "Evaluering", "Gyldighet", LONG) == [
        "Formål",
        "Evaluering",
        "Gyldighet",
    ]
    assert read(LONG, "Evaluering\nGyldighet\nAvtalen gjelder i fire år.") == [
        "Evaluering",
        "Gyldighet",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Politiet forventer at kommunene",
        "Politiet forventar at kommunane",
        "Kommunen har ansvar for",
        "Partene forplikter seg til",
        "Rådet skal",
        "2. Rådet skal",
    ],
)
@pytest.mark.parametrize("bullet", ["møter forberedt", "Møter forberedt"])
def test_what_bullets_end_is_no_heading(lead: str, bullet: str) -> None:
    assert read("Formål", LONG, lead, f"- {bullet}\n- følger opp") == ["Formål"]


def test_a_bold_beginning_of_a_sentence_is_no_heading() -> None:
    items = ListFlowable([Paragraph("møter forberedt", BODY)], bulletType="bullet")
    lead = Paragraph("<b>Politiet forventer at kommunene</b>", BODY)
    title = Paragraph("<b>Forventninger</b>", BODY)
    text = Paragraph(LONG, BODY)
    reading = read_pdf(flowed(title, text, lead, items, title, text))
    assert [title for _, title in headings(reading)] == ["Forventninger"] * 2


@pytest.mark.parametrize(
    "title",
    [
        "Hva politiet forventer av kommunen",
        "Det kommunen vil",
        "7.1 Politiet forventer av kommunen",
        "Oppgaver",
        "Vedlegg 2: Tiltak",
    ],
)
def test_titles_above_bullets(title: str) -> None:
    assert read("Formål", LONG, title, "- Møter forberedt\n- Følger opp") == ["Formål", title]


@pytest.mark.parametrize(
    "line",
    [
        "Sted: Rådhuset i Fjordvik",
        "Dato: ..............",
        "Sted og dato ____________",
        "For kommunene",
        "For Fjordvik kommune",
        "Fjordvik kommune – Strandbygd kommune – Store Nordfjell og Ytre politidistrikt",
    ],
)
def test_labels_parties_and_lines_to_fill_in_are_no_headings(line: str) -> None:
    assert read("Formål", LONG, line, LONG) == ["Formål"]


def test_a_name_above_a_role_is_no_heading() -> None:
    assert read("Formål", LONG, "Kari Nordmann", "lensmann, for Nordfjell politidistrikt") == [
        "Formål"
    ]


def test_the_first_heading_after_the_contents() -> None:
    entries = "\n".join(f"{i} {title} ........ {i + 1}" for i, title in enumerate(TITLES, 1))
    body = [part for i, t in enumerate(TITLES, 1) for part in (f"{i} {t}", f"{i}.1 Mer", LONG)]
    found = read(f"Innhold\n{entries}", *body)
    assert found[:2] == ["1 Innledning", "1.1 Mer"] and len(found) == 10


def test_numbered_lines_behind_a_colon_are_a_list() -> None:
    found = read("§ 1 Formål", LONG, "§ 2 Områder", "Disse er valgt:", "1. Hasj", "2. Vold", LONG)
    assert found == ["§ 1 Formål", "§ 2 Områder"]
