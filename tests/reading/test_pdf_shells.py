"""PDFs whose one page only says that the text is elsewhere."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest

from agreementlint.model import ReadError
from tests.reading.test_pdf import LONG, Lines, drawn, read_pdf

COVER = [(72.0, 100.0, "For the best experience, open this portfolio in Acrobat or Reader.")]
AGREEMENT = [(72.0, 100.0 + 14 * i, LONG[:80]) for i in range(20)]


def with_form(page: Lines, full: bool) -> bytes:
    """A page in a file that has the entry of an XFA form in its catalogue."""
    data = drawn(page, pageCompression=0)
    entries = b"/AcroForm << /Fields [] /XFA [] >> " + b"/NeedsRendering true " * full
    return data.replace(b"/Type /Catalog", entries + b"/Type /Catalog")


def with_file(page: Lines, name: str) -> bytes:
    with pdfium.PdfDocument(drawn(page)) as document:
        document.new_attachment(name).set_data(drawn(AGREEMENT))
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (with_form([(72.0, 100.0, "Please wait ...")], full=False), "xfa"),
        (with_form([(72.0, 100.0, "Vent litt til dokumentet er lest inn.")], full=True), "xfa"),
        (with_form([], full=True), "xfa"),
        (with_file(COVER, "Avtale 2024.pdf"), "portfolio"),
        (with_file([], "avtale.DOCX"), "portfolio"),
    ],
)
def test_a_cover_is_not_the_agreement(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert (caught.value.kind, caught.value.reason) == ("unsupported", reason)


@pytest.mark.parametrize(
    "data",
    [
        with_form(AGREEMENT, full=False),
        with_form(AGREEMENT, full=True),
        with_form(AGREEMENT[:1], full=False),
        with_file(AGREEMENT, "Vedlegg.pdf"),
        with_file(COVER, "faktura.xml"),
    ],
)
def test_an_agreement_with_a_form_or_a_file_is_read(data: bytes) -> None:
    assert read_pdf(data).text
