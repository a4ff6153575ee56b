"""Turns the pages of a corpus document into a Word document, the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

import docx
from docx.shared import Pt

from corpus.source import Page, Part
from corpus.style import Style

WHEN = dt.datetime(2024, 1, 1, 12, 0, 0)
HAND_SIZES = {1: 14, 2: 12, 3: 11}  # points; level 3 is told by its weight alone
POINTS_PER_CHARACTER = 5.4
# Parts of python-docx's template that nothing needs and that make every file larger.
UNUSED = ("stylesWithEffects", "customXml", "thumbnail", "webSettings")


def to_docx(pages: Sequence[Page], style: Style) -> bytes:
    """The document in Word's format: with styles, or by hand (`style.by_hand`)."""
    document = docx.Document()
    _set_up(document, style)
    for number, page in enumerate(pages):
        if number:
            document.add_page_break()
        for part in page.parts:
            _add(document, part, style)
    first = next((page.top for page in pages if page.top), None)
    if first is not None:
        document.sections[0].header.paragraphs[0].text = "\t".join(_texts(first))
    last = next((page.bottom for page in pages if page.bottom), None)
    if last is not None:
        document.sections[0].footer.paragraphs[0].text = "\t".join(_texts(last))
    return _bytes(document)


def _set_up(document: Any, style: Style) -> None:
    normal = document.styles["Normal"]
    normal.font.name = "Times New Roman" if style.serif else "Arial"
    normal.font.size = Pt(style.size)
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = ""
    core.created = core.modified = WHEN
    core.revision = 1


def _add(document: Any, part: Part, style: Style) -> None:
    if part.kind == "heading":
        _add_heading(document, part, style)
    elif part.kind == "table":
        _add_table(document, part, style)
    elif part.kind == "columns":
        _add_columns(document, part)
    elif part.kind == "bullet" and style.by_hand:
        document.add_paragraph(f"{style.bullet} " + "\n".join(part.lines))
    elif part.kind == "bullet":
        document.add_paragraph(" ".join(part.lines), style="List Bullet")
    elif part.kind == "lines" and not part.wrapped and not style.by_hand:
        for line in part.lines:
            document.add_paragraph(line)
    else:
        document.add_paragraph("\n".join(part.lines))


def _add_heading(document: Any, part: Part, style: Style) -> None:
    if not style.by_hand:
        document.add_heading(part.lines[0], part.level)
        return
    run = document.add_paragraph().add_run(part.lines[0])
    run.bold = True
    run.font.size = Pt(max(HAND_SIZES[part.level], style.size))


def _add_table(document: Any, part: Part, style: Style) -> None:
    table = document.add_table(len(part.rows), len(part.rows[0]))
    if style.ruling != "none":
        table.style = "Table Grid"
    for row, texts in zip(table.rows, part.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _add_columns(document: Any, part: Part) -> None:
    paragraph = document.add_paragraph()
    first = part.columns[0][0]
    if len(part.columns) == 1:
        paragraph.paragraph_format.left_indent = Pt(first * POINTS_PER_CHARACTER)
    for place, _ in part.columns[1:]:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(place * POINTS_PER_CHARACTER))
    paragraph.add_run("\t".join(_texts(part)))


def _texts(part: Part) -> list[str]:
    return [text for _, text in part.columns] or list(part.lines)


def _bytes(document: Any) -> bytes:
    """The file without what nothing needs, and with one date on every entry."""
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in UNUSED:
                del owner.rels[key]
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
        for entry in sorted(source.namelist(), key=lambda name: (name[0] != "[", name)):
            info = zipfile.ZipInfo(entry, WHEN.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            target.writestr(info, source.read(entry), compresslevel=9)
    return out.getvalue()
