"""Time to read a six-page text PDF, over the time pdfium alone takes for its words and fonts.

The floor is what no reader can do without: pdfium opens the file, and for every word it is asked
for the boxes of its first and last letter and for the size, matrix, weight and font of the first.
Processor time of both is measured one after the other, and the median of the rounds' ratios is
taken, so that it holds on a busy machine too. Exit status 1 if it is above the bound.
"""

from __future__ import annotations

import ctypes
import io
import sys
import time
from collections.abc import Callable
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import ListFlowable, PageBreak, Paragraph, SimpleDocTemplate

from agreementlint.reading.pdf import read_pdf
from benchmarks.bounds import Measure, told

BOUND = 2.0
ROUNDS = 25
PAGES = 6
SENTENCE = "Politirådet skal drøfte det som er felles, og rådet skal følge opp det som er bestemt. "


def six_pages() -> bytes:
    """A PDF like an agreement: headings, paragraphs and bullets on six pages."""
    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    flow = []
    for page in range(PAGES):
        for part in range(3):
            flow.append(Paragraph(f"{page + 1}.{part + 1} Rådets møter", styles["Heading2"]))
            flow.append(Paragraph(SENTENCE * 8, body))
            bullets = [Paragraph(SENTENCE, body) for _ in range(3)]
            flow.append(ListFlowable(bullets, bulletType="bullet"))
        flow.append(PageBreak())
    out = io.BytesIO()
    SimpleDocTemplate(out).build(flow)
    return out.getvalue()


def bare(data: bytes) -> int:
    """Words with box, size (which needs the text matrix) and weight; how many there are."""
    document = pdfium.PdfDocument(data)
    box, matrix, count = raw.FS_RECTF(), raw.FS_MATRIX(), 0
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        text, start = textpage.get_text_range(), 0
        for word in text.split():
            start = text.index(word, start)
            for at in (start, start + len(word) - 1):
                raw.FPDFText_GetLooseCharBox(textpage.raw, at, box)
            raw.FPDFText_GetFontSize(textpage.raw, start)
            raw.FPDFText_GetMatrix(textpage.raw, start, matrix)
            raw.FPDFText_GetFontWeight(textpage.raw, start)
            raw.FPDFText_GetFontInfo(textpage.raw, start, name, 256, flags)
            start += len(word)
            count += 1
        textpage.close()
        page.close()
    document.close()
    return count


def seconds(work: Callable[[bytes], object], data: bytes) -> float:
    begin = time.process_time()
    work(data)
    return time.process_time() - begin


def main() -> int:
    data = six_pages()
    rounds = [(seconds(bare, data), seconds(read_pdf, data)) for _ in range(ROUNDS)]
    ours = median(ours for _, ours in rounds)
    ratio = median(ours / floor for floor, ours in rounds)
    return told([Measure(f"reading six pages ({ours * 1000:.0f} ms) / pdfium's words and fonts",
                         ratio, BOUND)])


if __name__ == "__main__":
    sys.exit(main())
