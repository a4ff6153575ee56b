"""Scans that have words of their own on them: stamps, and the layer that a scanning app adds."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from agreementlint.reading.layout import Wishes
from agreementlint.reading.ocr.tesseract import Tesseract
from agreementlint.reading.pdf import read_pdf
from agreementlint.reading.pdf_scans import unfound
from agreementlint.reading.pdf_words import PageWord
from benchmarks.scans import scan
from tests.reading.test_scans import SENTENCES, page_of

STAMP = "Mottatt 3. mai 2024"
SIGNED = (
    "Denne avtalen er laget i to eksemplarer, og partene beholder hvert sitt av dem.",
    "Fjordvik 3. mai 2024",
    "Kari Strandheim",
    "Ordfører i Fjordvik kommune",
    "Ola Bergli",
    "Politistasjonssjef i Vestre politidistrikt",
)


def picture_of(data: bytes, page: int = 0) -> Image.Image:
    with pdfium.PdfDocument(data) as document:
        return scan(document[page], 4)


def stamped(image: Image.Image, *stamps: str, mode: int = 0) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawInlineImage(image, 0, 0, *A4)
    for number, stamp in enumerate(stamps):
        text = canvas.beginText(72, 810 - 20 * number)
        text.setTextRenderMode(mode)
        text.textLine(stamp)
        canvas.drawText(text)
    canvas.save()
    return out.getvalue()


def with_layer(*sentences: str, left: float = 72, size: float = 12) -> bytes:
    """A typed page and a scanned one, over which each word stands invisibly, squeezed or stretched
    to where it is in the picture, in a size that differs from line to line."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(20):
        canvas.drawString(72, 750 - 14 * number, SENTENCES[1])
    canvas.showPage()
    canvas.drawInlineImage(picture_of(page_of(*sentences)), 0, 0, *A4)
    for number, sentence in enumerate(sentences):
        x, taken = left, size + (-0.9, 0.4, 0.8)[number % 3]
        for word in sentence.split():
            text = canvas.beginText(x, 750 - 30 * number)
            text.setTextRenderMode(3)
            text.setFont("Times-Roman", taken)
            width = stringWidth(word, "Helvetica", 12)
            text.setHorizScale(100 * width / stringWidth(word, "Times-Roman", taken))
            text.textOut(word + " ")
            canvas.drawText(text)
            x += width + stringWidth(" ", "Helvetica", 12)
    canvas.save()
    return out.getvalue()


def test_a_stamp_on_an_empty_scan_stays(recognition: Tesseract) -> None:
    reading = read_pdf(stamped(picture_of(page_of("")), STAMP, mode=3))
    assert reading.text == STAMP


def test_a_stamp_that_is_recognised_is_read_once(recognition: Tesseract) -> None:
    reading = read_pdf(stamped(picture_of(page_of(*SENTENCES)), STAMP, "Sak 24/123"))
    assert reading.text.split("\n") == [STAMP, "Sak 24/123", *SENTENCES]
    assert (reading.ocr_pages, reading.unread_pages) == ((1,), ())


def test_a_stamp_that_is_not_recognised_stays_with_the_scan(recognition: Tesseract) -> None:
    reading = read_pdf(stamped(picture_of(page_of(*SENTENCES)), STAMP, mode=3))
    assert reading.text.split("\n") == [STAMP, *SENTENCES]


def words(text: str, baseline: float) -> list[PageWord]:
    return [
        PageWord(word, (0, baseline - 9, 9, baseline + 2), baseline, 9, False, False)
        for word in text.split()
    ]


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("Avtalen MOTTATT 3 mai 2024 gjelder", ""),
        ("Avtalen M0TTATT 3. ma1 2024 gjelder", ""),
        ("Avtalen gjelder i fire år fra mai 2024", STAMP),
        ("mai", STAMP),
        ("", STAMP),
    ],
)
def test_typed_words_are_found_despite_slips(found: str, kept: str) -> None:
    assert unfound(words(STAMP, 20), words(found, 400)) == words(kept, 20)


@pytest.mark.parametrize("size", [9, 12])
@pytest.mark.parametrize("ocr", ["auto", "never"])
def test_a_signed_page_from_a_scanning_app_is_read(ocr: str, size: float) -> None:
    wishes = Wishes(ocr="never" if ocr == "never" else "auto")
    reading = read_pdf(with_layer(*SIGNED, size=size), wishes)
    assert reading.text.split("\n")[-len(SIGNED) :] == list(SIGNED)
    assert (reading.pages, reading.unread_pages) == (2, ())
    assert {b.kind for b in reading.blocks if b.page == 2} == {"text"}
