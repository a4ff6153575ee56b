"""An open PDF that only holds what is to be read into the name of what it is: a form that Adobe's
programs alone draw, or a folder of other files."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Shell = Literal["xfa", "portfolio"]

MOST_WORDS = 150
"""The page that tells a reader to open the file with another program has fewer words."""

FORMS = (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)
WAITING = re.compile(r"please wait|vennligst vent|vent litt|adobe (?:acrobat|reader)", re.I)
PAPER = re.compile(r"\.(?:pdf|docx?|odt|rtf)$", re.I)


def shell_of(document: pdfium.PdfDocument, words: Collection[str]) -> Shell | None:
    """What the document is if its page is no more than a cover; `words` are all of its words."""
    if len(document) > 1 or len(words) > MOST_WORDS:
        return None
    form = document.get_formtype()
    if form in FORMS and (form == raw.FORMTYPE_XFA_FULL or WAITING.search(" ".join(words))):
        return "xfa"
    names = (
        document.get_attachment(index).get_name()
        for index in range(min(document.count_attachments(), MOST_WORDS))
    )
    return "portfolio" if any(PAPER.search(name) for name in names) else None
