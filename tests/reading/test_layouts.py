"""Pages laid out in columns, on their side, and with lines that run from page to page."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from agreementlint.reading.layout import Reading
from agreementlint.reading.pdf import read_pdf

WIDTH, HEIGHT = A4
Text = tuple[float, float, str]
SENTENCES = (
    "Rådet skal drøfte det som er felles for kommunen og politiet i hele distriktet.",
    "Møtene ledes av ordføreren, og politiet er nestleder i alle møter i perioden.",
    "Politikontakten holder forbindelsen mellom møtene og svarer på spørsmål fra skolene.",
    "Partene deler det de vet om utviklingen, så langt loven gir adgang til å gjøre det.",
    "Ungdomsrådet blir hørt i saker som gjelder unge, og det møter når det er bedt om det.",
    "Avtalen blir vurdert hvert år i mai, og den endres når partene er enige om at den bør det.",
)


def drawn(*pages: list[Text], size: float = 10, shape: tuple[float, float] = A4) -> Reading:
    """What is read of pages of (x, y from the top, text); text in capitals is bold."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=shape)
    for page in pages:
        for x, top, text in page:
            canvas.setFont("Helvetica-Bold" if text.isupper() else "Helvetica", size)
            canvas.drawString(x, shape[1] - top, text)
        canvas.showPage()
    canvas.save()
    return read_pdf(out.getvalue())


def shown(reading: Reading) -> list[tuple[str, str]]:
    return [(b.kind, reading.text[b.span.start : b.span.end]) for b in reading.blocks]


def texts(reading: Reading) -> list[str]:
    return [text for _, text in shown(reading)]


def column(x: float, top: float, words: str, width: int = 42) -> list[Text]:
    """Words set in lines of so many characters, one below the other."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [(x, top + 13 * i, line) for i, line in enumerate(lines)]


FIRST, SECOND = " ".join(SENTENCES[:3]), " ".join(SENTENCES[3:])
TABLE = [["Sted", "Dag", "Tjenester"], ["Vik", "mandag", "Pass"], ["Nes", "fredag", "Våpen"]]


@pytest.mark.parametrize("by_line", [True, False])
def test_a_heading_over_both_columns(by_line: bool) -> None:
    upper = [*column(60, 100, FIRST), *column(320, 100, SECOND)]
    title = (60.0, 240.0, "POLITIRÅDET OG DE SOM MØTER DER I FJORDVIK OG STRANDBYGD KOMMUNER")
    lower = [*column(60, 270, SECOND), *column(320, 270, FIRST)]
    page = [*upper, title, *lower]
    if by_line:
        page.sort(key=lambda text: (text[1], text[0]))
    assert texts(drawn(page)) == [FIRST, SECOND, title[2], SECOND, FIRST]


def test_a_table_between_columns() -> None:
    upper = [*column(60, 100, FIRST), *column(320, 100, SECOND)]
    table = [
        (60.0 + 150 * k, 250.0 + 20 * i, cell)
        for i, row in enumerate(TABLE)
        for k, cell in enumerate(row)
    ]
    lower = [*column(60, 330, SECOND), *column(320, 330, FIRST)]
    reading = drawn([*upper, *table, *lower])
    rows = [("row", " | ".join(row)) for row in TABLE]
    assert shown(reading) == [
        ("text", FIRST), ("text", SECOND), *rows, ("text", SECOND), ("text", FIRST)
    ]  # fmt: skip


def test_landscape_pages() -> None:
    page = [*column(60, 80, FIRST, 110), *column(60, 160, SECOND, 110)]
    reading = drawn(page, shape=landscape(A4))
    assert texts(reading) == [FIRST, SECOND]
    assert max(p.box[2] for p in reading.pieces if p.box) > WIDTH - 60


def paged(top: list[str], bottom: list[str]) -> Reading:
    """Three paragraphs on pages of their own, with a line at the top and bottom of each."""
    pages = []
    for i, (above, below) in enumerate(zip(top, bottom, strict=True)):
        page = column(72, 120, SENTENCES[i % 6], 90)
        page += [(72.0, 40.0, above)] if above else []
        page += [(72.0, 800.0, below)] if below else []
        pages.append(page)
    return drawn(*pages)


@pytest.mark.parametrize(
    "number",
    [
        "{}", "{} / 3", "{}/3", "[{}]", "({})", "S. {}", "s. {} av 3", "Side {}", "Side: {}",
        "Side {}/3", "– {} –", "| {}", "{} av 3", "{} (3)", "Side {} (av 3)", "Page {} of 3",
    ],
)  # fmt: skip
def test_page_numbers(number: str) -> None:
    reading = paged([""] * 3, [number.format(i) for i in (1, 2, 3)])
    assert texts(reading) == list(SENTENCES[:3])


@pytest.mark.parametrize(
    "footer",
    [
        "Dokument-ID: 2024/{0}1-{0}   Utskrift: {0}. mai 2024",
        "Dok. nr. 4{0}7 – sist endret 1{0}.0{0}.2023",
        "Elektronisk signert {1} 2024",
        "Versjon 1.{0} | {1} 2024 | Fjordvik kommune",
    ],
)
def test_footers_that_differ_in_numbers_and_dates(footer: str) -> None:
    months = ("mai", "juni", "oktober")
    reading = paged([""] * 3, [footer.format(i, m) for i, m in enumerate(months, 1)])
    assert texts(reading) == list(SENTENCES[:3])


def test_a_logo_on_every_page() -> None:
    reading = paged(["POLITIET"] * 3, [""] * 3)
    assert shown(reading) == [("text", sentence) for sentence in SENTENCES[:3]]
    assert reading.running == ("POLITIET",)


def test_headers_of_odd_and_even_pages() -> None:
    sides = ["Samarbeidsavtale", "Fjordvik kommune og politiet"]
    assert texts(paged(sides * 3, [""] * 6)) == list(SENTENCES)


def test_a_letterhead_on_the_first_page_only() -> None:
    head = ["POLITIET", "", ""]
    reading = paged(head, [""] * 3)
    assert texts(reading) == ["POLITIET", *SENTENCES[:3]]
    assert reading.running == ()


def test_a_paragraph_that_every_page_ends_with_in_other_words_stays() -> None:
    ends = ["Partene møtes i mai.", "Rådet møtes i juni.", "Alle møtes i juli."]
    assert len(drawn(*([(72.0, 400.0, end)] for end in ends)).running) == 0
