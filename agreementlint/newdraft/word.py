"""The text of a new agreement into a Word file: numbered headings, signatures, page numbers, and a
comment on each clause that holds somebody else's facts."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

from agreementlint.model import Standard
from agreementlint.newdraft.text import Part, Signatory, Text
from agreementlint.word.comments import Note, add, text_run
from agreementlint.word.marks import Mark
from agreementlint.word.names import W
from agreementlint.word.package import FIRST_DAY, Element, WordFile
from agreementlint.word.runs import Stretch

TEMPLATE: Mapping[str, str] = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/footer1.xml": "footer.xml",
    "word/settings.xml": "settings.xml",
}
"""The parts of an empty file, and the files of the program that hold them."""

LINE = "_" * 30
CELL = 4536
"""Half the width between the margins, in twentieths of a point."""

NO_FINDING = "0" * 12


def document(text: Text, standard: Standard, notes: Mapping[str, Sequence[str]], made: dt.date,
             ) -> bytes:
    """The file. `notes` are the lines of the comment on the sample clause of a rule, by its id."""
    file = WordFile(_empty(standard))
    body = file.body
    pages = body.find(W + "sectPr")
    samples: list[tuple[str, Element]] = []

    def put(element: Element) -> Element:
        pages.addprevious(element)
        return element

    put(_paragraph(body, text.title, "Tittel"))
    put(_paragraph(body, text.subtitle, "Undertittel"))
    put(_paragraph(body, text.date))
    for section in text.sections:
        put(_paragraph(body, section.heading, "Overskrift1"))
        for part in section.parts:
            paragraph = put(_paragraph(body, part.text, _style(part)))
            if part.rule is not None:
                samples.append((part.rule, paragraph.find(W + "r")))
    put(_paragraph(body, text.signing, "Overskrift1"))
    put(_table(body, text.signatories))
    put(_paragraph(body, ""))
    for rule, run in samples:
        if rule in notes:
            add(file, Note(tuple(notes[rule]), Mark(rule, NO_FINDING), made), Stretch(run, run))
    return file.data()


def _style(part: Part) -> str | None:
    return "Punktliste" if part.bullet else None


def _empty(standard: Standard) -> bytes:
    folder = resources.files("agreementlint.newdraft").joinpath("template")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, source in TEMPLATE.items():
            content = folder.joinpath(source).open(encoding="utf-8")
            with content:
                words = content.read().strip().replace("nb-NO", f"{standard}-NO")
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, words)
    return out.getvalue()


def _paragraph(like: Element, text: str, style: str | None = None) -> Element:
    paragraph = like.makeelement(W + "p")
    if style is not None:
        properties = like.makeelement(W + "pPr")
        named = like.makeelement(W + "pStyle")
        named.set(W + "val", style)
        properties.append(named)
        paragraph.append(properties)
    if text:
        paragraph.append(text_run(paragraph, text))
    return paragraph


def _table(like: Element, signatories: Sequence[Signatory]) -> Element:
    """Where they sign: two beside each other, each with a line and a role below the party."""
    table = like.makeelement(W + "tbl")
    table.append(_with(like, "tblPr", _value(like, "tblW", w="0", type="auto")))
    table.append(_with(like, "tblGrid", *(_value(like, "gridCol", w=str(CELL)) for _ in "ab")))
    for at in range(0, len(signatories), 2):
        for style, texts in _rows(signatories[at : at + 2]):
            row = _with(like, "tr", _with(like, "trPr", like.makeelement(W + "cantSplit")))
            for text in texts:
                width = _with(like, "tcPr", _value(like, "tcW", w=str(CELL), type="dxa"))
                row.append(_with(like, "tc", width, _paragraph(like, text, style)))
            table.append(row)
    return table


def _rows(pair: Sequence[Signatory]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The style and the two texts of each row."""
    one, other = (*pair, Signatory("", ""))[:2]
    yield "Part", (one.party, other.party)
    yield "Underskrift", (LINE, LINE if other.party else "")
    yield "Underskrift", (one.role, other.role)


def _with(like: Element, name: str, *children: Element) -> Element:
    element = like.makeelement(W + name)
    element.extend(children)
    return element


def _value(like: Element, name: str, **values: str) -> Element:
    element = like.makeelement(W + name)
    for key, value in values.items():
        element.set(W + key, value)
    return element
