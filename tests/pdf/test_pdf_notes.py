"""Notes in a PDF: on the words whatever the page is like, and with nothing of the file changed."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from agreementlint.model import Document, ReadError, Span
from agreementlint.pdf.confined import with_notes, without_notes
from agreementlint.pdf.looks import COLOURS
from agreementlint.pdf.notes import OURS, Note, untouched
from agreementlint.places import line_boxes
from agreementlint.reading import isolate
from agreementlint.reading.ocr.tesseract import Tesseract

DAY = dt.date(2026, 11, 21)
FIRST, SECOND = "Politirådet møtes i mai", "og i november hvert år."
SCALE = 2


def drawn(change: Callable[[pdfium.PdfPage], None] = lambda page: None) -> bytes:
    """Two lines of type on a page, changed."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600))
    canvas.setFont("Helvetica", 16)
    canvas.drawString(120, 400, FIRST)
    canvas.drawString(120, 376, SECOND)
    canvas.save()
    changed = io.BytesIO()
    with pdfium.PdfDocument(out.getvalue()) as document:
        change(document[0])
        document.save(changed)
    return changed.getvalue()


def note(document: Document, words: str, **values: Any) -> Note:
    start = document.text.index(words)
    places = line_boxes(document, Span(start, start + len(words)))
    return Note(**({"name": "PR002:abc", "title": "Møter", "text": "Minst to møter.",
                    "places": places, "severity": "error"} | values))


def noted(data: bytes, words: str = "møtes i mai og i november", **values: Any) -> bytes:
    return with_notes(data, [note(isolate.read(data), words, **values)], DAY)


def pixels(data: bytes) -> np.ndarray:
    with pdfium.PdfDocument(data) as document:
        return np.asarray(document[0].render(scale=SCALE).to_pil().convert("RGB")).astype(int)


def marked(shown: np.ndarray) -> np.ndarray:
    colour = np.array(COLOURS["error"]) * 255
    return np.asarray((abs(shown - colour) < 6).all(axis=2))


CHANGES: dict[str, Callable[[pdfium.PdfPage], None]] = {
    "as it is": lambda page: None,
    "quarter": lambda page: page.set_rotation(90),
    "half": lambda page: page.set_rotation(180),
    "three quarters": lambda page: page.set_rotation(270),
    "cropped": lambda page: page.set_cropbox(60, 200, 390, 500),
    "cropped and turned": lambda page: (page.set_cropbox(60, 200, 390, 500),
                                        page.set_rotation(270)),
    "paper elsewhere": lambda page: page.set_mediabox(-30, 100, 400, 600),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_the_marks_are_on_the_words_and_nowhere_else(change: str) -> None:
    data = drawn(CHANGES[change])
    before, after = pixels(data), pixels(noted(data))
    ink, found = before.sum(axis=2) < 300, marked(after)
    document = isolate.read(data)
    expected = np.zeros_like(ink)
    for _, (x0, top, x1, bottom) in note(document, "møtes i mai og i november").places:
        expected[round(top * SCALE):round(bottom * SCALE),
                 round(x0 * SCALE):round(x1 * SCALE)] = True
    assert found[expected & (before.sum(axis=2) > 740)].mean() > 0.95
    wider = np.zeros_like(ink)
    rows, columns = np.nonzero(expected)
    wider[rows.min() - 5:rows.max() + 6, columns.min() - 4:columns.max() + 5] = True
    assert not found[~wider].any()
    assert (ink & expected).sum() > 0.5 * ink.sum()  # and that is where the type is
    assert (after.sum(axis=2) < 300)[ink].mean() > 0.95  # the words are not covered


def test_each_line_has_its_own_quad_inside_the_rectangle() -> None:
    held = annotations(noted(drawn()))[0]
    quads = np.array(held["/QuadPoints"], dtype=float).reshape(-1, 4, 2)
    assert len(quads) == 2 and quads[0, :, 1].min() > quads[1, :, 1].max() - 4
    left, bottom, right, top = map(float, held["/Rect"])
    assert (quads[..., 0] >= left - 0.01).all() and (quads[..., 0] <= right + 0.01).all()
    assert (quads[..., 1] >= bottom - 0.01).all() and (quads[..., 1] <= top + 0.01).all()
    for quad in quads:  # upper left, upper right, lower left, lower right
        assert quad[0, 0] == quad[2, 0] < quad[1, 0] == quad[3, 0]
        assert quad[0, 1] == quad[1, 1] > quad[2, 1] == quad[3, 1]


def test_a_scan_is_marked_by_the_words_recognised_on_it(recognition: Tesseract) -> None:
    with pdfium.PdfDocument(drawn()) as document:
        picture = document[0].render(scale=200 / 72).to_pil()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600))
    canvas.drawImage(ImageReader(picture), 0, 0, 400, 600)
    canvas.save()
    shown = marked(pixels(noted(out.getvalue(), "november")))
    rows, columns = np.nonzero(shown)
    assert 205 < rows.min() / SCALE < rows.max() / SCALE < 235
    assert 130 < columns.min() / SCALE < columns.max() / SCALE < 260


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_sign_stands_upright_to_the_left_of_its_place(turn: int) -> None:
    data = drawn(lambda page: page.set_rotation(turn))
    word = note(isolate.read(data), "Politirådet", on_words=False, severity="")
    (_, (left, top, _, _)), = word.places[:1]
    changed = np.nonzero((pixels(with_notes(data, [word], DAY)) != pixels(data)).any(axis=2))
    rows, columns = changed[0] / SCALE, changed[1] / SCALE
    assert left - 24 < columns.min() < columns.max() < left
    assert top - 6 < rows.min() < rows.max() < top + 16
    # the tail of the bubble is below, and on its left
    tail = columns[rows > rows.max() - 2]
    assert tail.mean() < (columns.min() + columns.max()) / 2


def test_signs_of_one_place_stand_apart() -> None:
    data = drawn()
    word = note(isolate.read(data), "Politirådet", on_words=False)
    found = with_notes(data, [word, word._replace(name="other")], DAY)
    one, other = (held["/Rect"] for held in annotations(found))
    assert float(other[3]) < float(one[1])


# ---------------------------------------------------------------- the file


def annotations(data: bytes) -> list[Any]:
    return [one.get_object() for page in PdfReader(io.BytesIO(data)).pages
            for one in page.get("/Annots", ())]


def test_what_was_there_stays_as_it_was() -> None:
    data = drawn()
    found = noted(data)
    assert found.startswith(data) and untouched(found) and not untouched(data)
    held = annotations(found)[0]
    assert (held["/T"], held["/NM"]) == ("agreementlint", OURS + "PR002:abc")
    assert (held["/Subj"], held["/Contents"]) == ("Møter", "Minst to møter.")
    assert without_notes(found) == data and without_notes(data) == data


def test_notes_are_found_by_their_names_once_somebody_has_saved_the_file() -> None:
    saved = others(noted(drawn()), answer=False)
    assert not untouched(saved)
    left = annotations(without_notes(saved))
    assert [one["/NM"] for one in left] == ["theirs"]


def test_an_answered_note_stays_and_is_not_made_twice() -> None:
    saved = others(noted(drawn()), answer=True)
    left = without_notes(saved)
    assert [one["/NM"] for one in annotations(left)] == [OURS + "PR002:abc", "theirs"]
    assert len(annotations(noted(left))) == 2


def test_marks_on_a_page_change_nothing_of_what_is_read() -> None:
    data = drawn()
    assert isolate.read(noted(data)).text == isolate.read(data).text


def others(data: bytes, *, answer: bool) -> bytes:
    """The file with somebody's own note in it, saved anew."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    page = writer.pages[0]
    theirs = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Text"),
        NameObject("/NM"): TextStringObject("theirs"),
        NameObject("/Rect"): ArrayObject(page["/Annots"][0].get_object()["/Rect"])})
    if answer:
        theirs[NameObject("/IRT")] = page["/Annots"][0].indirect_reference
    page["/Annots"].append(writer._add_object(theirs))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# ---------------------------------------------------------------- signatures


@pytest.fixture(scope="module")
def signer() -> Any:
    """A signer with a key and a certificate made for the test."""
    from asn1crypto import keys, x509
    from cryptography import x509 as made
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = ec.generate_private_key(ec.SECP256R1())
    name = made.Name([made.NameAttribute(NameOID.COMMON_NAME, "Test")])
    start = dt.datetime(2020, 1, 1)
    certificate = made.CertificateBuilder().subject_name(name).issuer_name(name).public_key(
        key.public_key()).serial_number(7).not_valid_before(start).not_valid_after(
        start.replace(year=2120)).sign(key, hashes.SHA256())
    der = serialization.Encoding.DER
    private = key.private_bytes(der, serialization.PrivateFormat.PKCS8,
                                serialization.NoEncryption())
    return SimpleSigner(x509.Certificate.load(certificate.public_bytes(der)),
                        keys.PrivateKeyInfo.load(private), SimpleCertificateStore())


def signed(signer: Any, **values: Any) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

    writer = IncrementalPdfFileWriter(io.BytesIO(drawn()))
    out = sign_pdf(writer, PdfSignatureMetadata(field_name="Signatur", **values), signer=signer)
    return bytes(out.getbuffer())


def test_a_signature_still_holds(signer: Any) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    data = signed(signer)
    found = noted(data)
    assert found.startswith(data) and annotations(found)[-1]["/NM"] == OURS + "PR002:abc"
    embedded = PdfFileReader(io.BytesIO(found)).embedded_signatures[0]
    trust = ValidationContext(trust_roots=[signer.signing_cert], allow_fetching=False)
    status = validate_pdf_signature(embedded, trust, skip_diff=True)
    assert status.intact and status.valid
    start, one, other, rest = embedded.byte_range
    assert (start, other + rest) == (0, len(data))  # all of what was signed, and no more
    assert found[:one] + found[other:other + rest] == data[:one] + data[other:]


def test_a_file_certified_against_changes_is_not_written_in(signer: Any) -> None:
    from pyhanko.sign.fields import MDPPerm

    data = signed(signer, certify=True, docmdp_permissions=MDPPerm.FILL_FORMS)
    assert why(lambda: noted(data)) == ("encrypted", "locked")
    assert noted(signed(signer, certify=True, docmdp_permissions=MDPPerm.ANNOTATE))


# ---------------------------------------------------------------- files that are not well


def why(work: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(ReadError) as error:
        work()
    return error.value.kind, error.value.reason


def test_a_locked_file_is_told() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(drawn()))
    writer.encrypt("", "eier", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert why(lambda: noted(out.getvalue())) == ("encrypted", "locked")


PLACED = Note("all", "x", "y", ((1, (0.0, 0.0, 1.0, 1.0)),))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj<</Pages 1 0 R>>endobj " * 99,
                                  drawn()[:600]])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    assert why(lambda: with_notes(data, [PLACED], DAY))[0] in ("damaged", "crashed")


def test_a_page_that_is_not_there_is_told() -> None:
    beyond = PLACED._replace(places=((9, (0.0, 0.0, 1.0, 1.0)),))
    assert why(lambda: with_notes(drawn(), [beyond], DAY))[0] in ("damaged", "crashed")


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    from agreementlint.pdf import confined

    def forever(data: bytes) -> bytes:
        while True:
            pass

    monkeypatch.setattr(confined, "cleaned", forever)
    assert why(lambda: without_notes(drawn(), timeout=0.1)) == ("timeout", "file")


def test_a_threaded_program_gets_the_same() -> None:
    import threading

    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert noted(drawn()).startswith(drawn()[:100])
    finally:
        stop.set()
        thread.join()
