"""Turns the pages of a corpus document into a PDF, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black, grey
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from corpus.source import Page, Part
from corpus.style import Style

WIDTH, HEIGHT = A4
MARGIN = 68.0  # points
GUTTER = 22.0
LEVELS = 3
NARROWEST_GAP = 14.0  # points between two columns of a line
STANDARD = {True: ("Times-Roman", "Times-Bold"), False: ("Helvetica", "Helvetica-Bold")}
# The standard fonts know Windows-1252 only; Sami letters need a font that is free to embed.
WIDER = {
    True: ("DejaVuSerif", "DejaVuSerif-Bold"),
    False: ("DejaVuSans", "DejaVuSans-Bold"),
}
FOLDERS = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu"))
RULINGS: dict[str, list[tuple[Any, ...]]] = {
    "grid": [("GRID", (0, 0), (-1, -1), 0.5, grey)],
    "lines": [("LINEBELOW", (0, 0), (-1, -1), 0.5, black)],
    "none": [],
}


class Columns(Flowable):  # type: ignore[misc]
    """A line whose cells stand at places given in characters, `unit` points each."""

    def __init__(self, part: Part, style: Style, size: float, unit: float):
        super().__init__()
        self.part, self.size, self.unit = part, size, unit
        self.font = _font("".join(text for _, text in part.columns), style)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.room = width
        return width, self.size * 1.25

    def draw(self) -> None:
        edge = 0.0
        self.canv.setFont(self.font, self.size)
        for place, text in self.part.columns:
            length = pdfmetrics.stringWidth(text, self.font, self.size)
            x = max(edge, min(place * self.unit, self.room - length))
            self.canv.drawString(x, self.size * 0.25, text)
            edge = x + length + NARROWEST_GAP


def to_pdf(pages: Sequence[Page], style: Style, characters: int) -> bytes:
    """The document as PDF; `characters` is how many of them its widest line in columns has."""
    out = io.BytesIO()
    columns = style.columns if _fits_columns(pages) else 1
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, title="", author="")
    templates = []
    for number, page in enumerate(pages):
        frames = _frames(1 if number == 0 and len(pages) > 1 else columns)
        draw = partial(_draw_running, page=page, style=style, characters=characters)
        templates.append(PageTemplate(f"page{number}", frames, onPage=draw))
    document.addPageTemplates(templates)
    story: list[Any] = []
    for number, page in enumerate(pages):
        if number:
            story += [NextPageTemplate(f"page{number}"), PageBreak()]
        for part in page.parts:
            drawn = _flowable(part, style, characters)
            drawn.spaceBefore = style.size * 0.55 * min(part.gap, 4)
            story.append(drawn)
    document.build(story)
    return out.getvalue()


def _font(text: str, style: Style, bold: bool = False) -> str:
    """A font that has all the characters of the text: a standard one if possible."""
    try:
        text.encode("cp1252")
        return STANDARD[style.serif][bold]
    except UnicodeEncodeError:
        name = WIDER[style.serif][bold]
    file = next((f / f"{name}.ttf" for f in FOLDERS if (f / f"{name}.ttf").exists()), None)
    pdfmetrics.registerFont(TTFont(name, file or ("VeraBd.ttf" if bold else "Vera.ttf")))
    return name


def _fits_columns(pages: Sequence[Page]) -> bool:
    """Whether nothing in the document is too wide for half a page."""
    parts = [part for page in pages for part in page.parts]
    return all(part.kind not in ("columns", "table") and not part.wrapped for part in parts)


def _frames(columns: int) -> list[Frame]:
    width = (WIDTH - 2 * MARGIN - GUTTER * (columns - 1)) / columns
    return [
        Frame(MARGIN + place * (width + GUTTER), MARGIN, width, HEIGHT - 2 * MARGIN, 0, 0, 0, 0)
        for place in range(columns)
    ]


def _draw_running(canvas: Any, _document: Any, page: Page, style: Style, characters: int) -> None:
    for part, height in ((page.top, HEIGHT - 40.0), (page.bottom, 36.0)):
        if part is None:
            continue
        line = Part("columns", columns=part.columns or ((0, part.lines[0]),))
        drawn = Columns(line, style, style.size - 1.5, (WIDTH - 2 * MARGIN) / characters)
        drawn.wrapOn(canvas, WIDTH - 2 * MARGIN, style.size)
        drawn.drawOn(canvas, MARGIN, height)


def _flowable(part: Part, style: Style, characters: int) -> Flowable:
    if part.kind == "columns":
        unit = (WIDTH - 2 * MARGIN) / characters
        return Columns(part, style, style.size, unit)
    if part.kind == "table":
        return _table(part, style)
    text = "<br/>".join(escape(line) for line in part.lines)
    if part.kind == "heading":
        return Paragraph(text, _heading(part, style))
    body = _body(text, style, _fitting(part, style))
    if part.kind != "bullet":
        return Paragraph(text, body)
    if not style.hanging:
        return Paragraph(f"{style.bullet} {text}", body)
    body.leftIndent, body.bulletIndent = style.size * 2, style.size * 0.8
    body.bulletFontName, body.bulletFontSize = body.fontName, body.fontSize
    return Paragraph(text, body, bulletText=style.bullet)


def _fitting(part: Part, style: Style) -> float:
    """A size at which lines that were broken by hand do not break again."""
    if len(part.lines) < 2:
        return style.size
    font = _font("".join(part.lines), style)
    widest = max(pdfmetrics.stringWidth(line, font, 1.0) for line in part.lines)
    return min(style.size, (WIDTH - 2 * MARGIN - style.size * 2) / widest)


def _table(part: Part, style: Style) -> Table:
    size = style.size - 0.5
    rows = [
        [Paragraph(escape(text), _body(text, style, size)) for text in row] for row in part.rows
    ]
    width = (WIDTH - 2 * MARGIN) / len(part.rows[0])
    table = Table(rows, colWidths=[width] * len(part.rows[0]))
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *RULINGS[style.ruling]]))
    return table


def _body(text: str, style: Style, size: float) -> ParagraphStyle:
    font = _font(text, style)
    return ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.25)


def _heading(part: Part, style: Style) -> ParagraphStyle:
    size = style.size * style.heading_scale ** (LEVELS + 1 - part.level)
    return ParagraphStyle(
        "heading",
        fontName=_font(part.lines[0], style, bold=style.bold_headings),
        fontSize=size,
        leading=size * 1.2,
        spaceAfter=size * 0.2,
        keepWithNext=1,
    )
