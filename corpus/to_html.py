"""Turns the pages of a corpus document into HTML, for printing with a browser."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from corpus.source import Page, Part
from corpus.style import Style

CSS = """@page {{ size: A4; margin: 24mm }} body {{ font: {size}pt {family} }}
section + section {{ break-before: page }} pre {{ font: inherit; margin: 0 }}
td {{ border: {border}; padding: 2pt 5pt; vertical-align: top }}
table {{ border-collapse: collapse }}"""


def to_html(pages: Sequence[Page], style: Style) -> str:
    """The document as a page of HTML; running lines stand where the source has them."""
    border = "0.5pt solid black" if style.ruling != "none" else "none"
    family = "serif" if style.serif else "sans-serif"
    body = "".join(f"<section>{_page(page)}</section>" for page in pages)
    css = CSS.format(size=style.size, family=family, border=border)
    return (
        f'<!doctype html><html lang="no"><meta charset="utf-8"><style>{css}</style>'
        f"<body>{body}</body></html>"
    )


def _page(page: Page) -> str:
    parts = [part for part in (page.top, *page.parts, page.bottom) if part is not None]
    html = []
    for bullets, group in groupby(parts, key=lambda part: part.kind == "bullet"):
        inner = "".join(_part(part) for part in group)
        html.append(f"<ul>{inner}</ul>" if bullets else inner)
    return "".join(html)


def _part(part: Part) -> str:
    if part.kind == "table":
        rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in part.rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    if part.kind == "columns":
        line = ""
        for place, text in part.columns:
            line = line.ljust(place) + text
        return f'<pre style="white-space: pre-wrap">{escape(line)}</pre>'
    lines = "<br>".join(escape(line) for line in part.lines)
    if part.kind == "heading":
        return f"<h{part.level}>{lines}</h{part.level}>"
    return f"<li>{lines}</li>" if part.kind == "bullet" else f"<p>{lines}</p>"
