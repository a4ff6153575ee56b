"""Scanned agreements, read with Tesseract, and without it."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from agreementlint.judge import judge
from agreementlint.model import Document, DocumentReport, ReadError
from agreementlint.reading import isolate
from agreementlint.reading.layout import Wishes
from agreementlint.reading.ocr import tesseract as program
from agreementlint.reading.ocr.tesseract import Tesseract
from agreementlint.reading.pdf import read_pdf
from agreementlint.reading.share import Share
from agreementlint.rules import builtin, load
from benchmarks.scans import as_pdf, scan, scanned

GOLD = Path(__file__).parents[2] / "corpus/gold"
SENTENCES = (
    "Samarbeidsavtale",
    "Politirådet skal møtes to ganger i året, og ordføreren leder møtene.",
    "Avtalen gjelder fra 1. januar 2024, og partene evaluerer den hvert år.",
    "Kommunen og politiet følger opp det som rådet har bestemt på møtet.",
)
TWO = Wishes(share=Share(workers=2))


def page_of(*sentences: str, pages: int = 1) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for _ in range(pages):
        for number, sentence in enumerate(sentences):
            canvas.drawString(72, 750 - 30 * number, sentence)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def judged(document: Document) -> DocumentReport:
    return judge(document, load([builtin()]), dt.date(2024, 6, 1))


def without(monkeypatch: pytest.MonkeyPatch, *, language: bool = False) -> None:
    """Tesseract is not installed, or only its Norwegian is not."""
    if not language:
        monkeypatch.setattr(shutil, "which", lambda name: None)
        return
    said = {"--version": b"tesseract 5.3.0", "--list-langs": b'List in "/t":\neng\nosd'}
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/tesseract")
    monkeypatch.setattr(program.subprocess, "run", lambda command, **how: (
        subprocess.CompletedProcess(command, 0, said[command[1]], b"")))


def test_a_scan_is_read(recognition: Tesseract) -> None:
    reading = read_pdf(scanned(page_of(*SENTENCES), "a"))
    assert reading.text.split("\n") == list(SENTENCES)
    assert (reading.ocr_pages, reading.unread_pages, reading.why_unread) == ((1,), (), None)
    assert reading.ocr_confidence is not None and 0.8 < reading.ocr_confidence <= 1


def test_words_of_a_scan_know_where_they_stood(recognition: Tesseract) -> None:
    typed, recognised = read_pdf(page_of(*SENTENCES)), read_pdf(scanned(page_of(*SENTENCES), "b"))
    assert len(typed.pieces) == len(recognised.pieces)
    for one, other in zip(typed.pieces, recognised.pieces, strict=True):
        assert one.box is not None and other.box is not None
        assert one.box == pytest.approx(other.box, abs=9)


@pytest.mark.parametrize("turned", [90, 180])
def test_a_page_that_lies_on_its_side_is_read(turned: int, recognition: Tesseract) -> None:
    with pdfium.PdfDocument(page_of(*SENTENCES)) as document:
        image = scan(document[0], 1).rotate(turned, expand=True)
    assert read_pdf(as_pdf([image])).text.split("\n") == list(SENTENCES)


def test_a_hard_scan_is_read(recognition: Tesseract) -> None:
    reading = read_pdf(scanned(page_of(*SENTENCES), "c", hard=True))
    assert reading.text.split("\n") == list(SENTENCES)


def test_two_columns_are_read_one_after_the_other(recognition: Tesseract) -> None:
    words = "Politirådet skal drøfte det som er felles for partene".split()
    left = [" ".join(words[n % 4 : n % 4 + 5]) for n in range(18)]
    right = [" ".join(words[n % 3 : n % 3 + 5]) for n in range(1, 19)]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        canvas.drawString(60, 760 - 14 * number, one)
        canvas.drawString(330, 760 - 14 * number, other)
    canvas.save()
    reading = read_pdf(scanned(out.getvalue(), "d"))
    assert reading.text.split() == " ".join([*left, *right]).split()


@pytest.mark.parametrize("name", ["b-volda-orsta", "a-hadeland"])
def test_a_signed_last_page_that_is_scanned_is_judged_like_its_text(
    name: str, recognition: Tesseract
) -> None:
    data = (GOLD / f"{name}.pdf").read_bytes()
    mixed = isolate.read(scanned(data, name, last=True), wishes=TWO)
    typed = isolate.read(data)
    assert mixed.ocr_pages == (typed.pages,) and mixed.unread_pages == ()
    ours, theirs = judged(mixed), judged(typed)
    assert [(one.rule, one.verdict) for one in ours.verdicts] == [
        (one.rule, one.verdict) for one in theirs.verdicts
    ]
    assert ours.facts == theirs.facts


@pytest.mark.parametrize(("language", "reason"), [(False, "tesseract"), (True, "language")])
def test_without_tesseract_scans_are_unread(
    language: bool, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, language=language)
    with pytest.raises(ReadError) as caught:
        read_pdf(scanned(page_of(*SENTENCES), "e"))
    assert (caught.value.kind, caught.value.reason) == ("ocr-unavailable", reason)
    reading = read_pdf(scanned(page_of(*SENTENCES, pages=2), "f", last=True))
    assert (reading.ocr_pages, reading.unread_pages, reading.why_unread) == ((), (2,), reason)


def test_never_recognises_nothing() -> None:
    reading = read_pdf(scanned(page_of(*SENTENCES, pages=2), "g", last=True), Wishes(ocr="never"))
    assert (reading.ocr_pages, reading.unread_pages, reading.why_unread) == ((), (2,), "off")


@pytest.mark.parametrize("name", ["b-nord-osterdal", "a-rauma"])
def test_an_agreement_whose_signatures_were_not_read_is_one(name: str) -> None:
    data = scanned((GOLD / f"{name}.pdf").read_bytes(), name, last=True)
    report = judged(isolate.read(data, wishes=Wishes(ocr="never")))
    assert report.kind == "agreement" and report.unread_pages == (report.pages,)
    missing = [one for one in report.verdicts if one.absence is not None]
    assert missing and {one.verdict for one in missing} == {"unknown"}


def test_always_recognises_text_too(recognition: Tesseract) -> None:
    reading = read_pdf(page_of(*SENTENCES), Wishes(ocr="always"))
    assert reading.ocr_pages == (1,) and reading.text.split("\n") == list(SENTENCES)
    assert read_pdf(page_of(*SENTENCES)).ocr_pages == ()


def test_a_layer_without_norwegian_letters_is_recognised_again(recognition: Tesseract) -> None:
    long = [sentence for sentence in SENTENCES for _ in range(3)]
    with pdfium.PdfDocument(page_of(*long)) as document:
        image = scan(document[0], 2)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawInlineImage(image, 0, 0, *A4)
    lines = canvas.beginText(72, 750)
    lines.setTextRenderMode(3)
    for sentence in long:
        lines.textLine(sentence.translate(str.maketrans("åøæ", "aoa")))
    canvas.drawText(lines)
    canvas.save()
    reading = read_pdf(out.getvalue())
    assert reading.ocr_pages == (1,) and "to ganger i året" in reading.text
    unread = read_pdf(out.getvalue(), Wishes(ocr="never"))
    assert unread.unread_pages == (1,) and "to ganger i aret" in unread.text


def test_a_page_that_nothing_can_be_made_of_is_unread(recognition: Tesseract) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(72, 700, "Samarbeidsavtale")
    canvas.showPage()
    for index in range(60):
        x, y = 80 + 45 * (index % 10), 700 - 60 * (index // 10)
        canvas.bezier(x, y, x + 40, y + 50, x - 30, y + 40, x + 30, y - 9)
    canvas.showPage()
    canvas.save()
    reading = read_pdf(out.getvalue())
    assert (reading.unread_pages, reading.why_unread) == ((2,), "illegible")


def test_a_blank_scan_is_read(recognition: Tesseract) -> None:
    with pdfium.PdfDocument(page_of(*SENTENCES, pages=1)) as document, \
            pdfium.PdfDocument(page_of("")) as blank:  # fmt: skip
        data = as_pdf([scan(document[0], 3), scan(blank[0], 3)])
    reading = read_pdf(data)
    assert (reading.pages, reading.unread_pages) == (2, ())


def test_every_page_is_accounted_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agreementlint.reading.pdf.MOST_PAGES", 3)
    reading = read_pdf(page_of(*SENTENCES, pages=5))
    assert (reading.pages, reading.unread_pages, reading.why_unread) == (5, (4, 5), "many")
