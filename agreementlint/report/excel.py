"""Turns a DistrictReport into a workbook (bytes of XLSX): what can be filtered and passed on.

No text becomes a formula or a link, and the same report gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

from agreementlint.audit.model import DistrictReport
from agreementlint.messages import say
from agreementlint.report.sheets import LONGEST, Cell, Column, Sheet, sheets
from agreementlint.report.text import visible

COLOURS: Mapping[str, tuple[str, str]] = {
    "pass": ("#1A6B3C", "#E0F2E6"), "fail": ("#B3261E", "#FBE4E2"),
    "review": ("#7A5200", "#FDF0CF"), "unknown": ("#7B3FA0", "#F1E4F8"),
    "inapplicable": ("#5D6570", "#ECEEF1"), "waived": ("#0F5F73", "#DCF0F4"),
    "in-force": ("#1A6B3C", "#E0F2E6"), "none": ("#B3261E", "#FBE4E2"),
    "not-in-force": ("#7A5200", "#FDF0CF"),
}
"""Letters and background."""

A3 = 8
"""The number of the paper."""

TITLE_HEIGHT, HEAD_HEIGHT = 22, 30
LINE, MOST_LINES = 13.0, 20
LETTER = 0.98
"""Points of a line, how many a row has at most, and the widths of column that a letter takes up."""

DATES: Mapping[str, str] = {"nb": "dd.mm.yyyy", "nn": "dd.mm.yyyy", "en": "yyyy-mm-dd"}


def workbook(district: DistrictReport) -> bytes:
    """The XLSX file."""
    import xlsxwriter

    report = district.report
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False, "default_date_format": DATES[report.lang],
    })
    name = visible(district.district or say(report.lang, "report-no-district"))
    book.set_properties({
        "title": say(report.lang, "workbook-title", district=name),
        "author": f"agreementlint {report.version}",
        "created": dt.datetime.combine(report.as_of, dt.time()),
    })
    formats = Formats(book, DATES[report.lang])
    for sheet in sheets(district):
        draw(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return out.getvalue()


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any, date: str):
        self._book, self._date = book, date
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def of(self, **wishes: object) -> Any:
        key = tuple(sorted(wishes.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(
                {"valign": "top", "font_size": 10, "text_wrap": True, "bottom": 1,
                 "bottom_color": "#D3D8DE"} | wishes)
        return self._made[key]

    def date(self) -> Any:
        return self.of(num_format=self._date, align="left")

    def look(self, look: str | None) -> Any:
        """The format of a cell that looks like a verdict or a state."""
        if look == "bold":
            return self.of(bold=True)
        if look is None or look not in COLOURS:
            return self.of()
        letters, back = COLOURS[look]
        return self.of(font_color=letters, bg_color=back, bold=True)


def draw(page: Any, sheet: Sheet, formats: Formats) -> None:
    """Title, heads and rows, with what makes them easy to read and to print."""
    page.set_row(0, TITLE_HEIGHT)
    page.write_string(0, 0, visible(sheet.title),
                      formats.of(bold=True, font_size=14, text_wrap=False, bottom=0))
    head = len(sheet.notes) + 1
    quiet = formats.of(font_color="#545C66", text_wrap=False, bottom=0)
    for row, note in enumerate(sheet.notes, 1):
        page.write_string(row, 0, visible(note), quiet)
    heads = formats.of(bold=True, bg_color="#1F3A5F", font_color="#FFFFFF", valign="vcenter")
    tallest = height([Cell(column.head) for column in sheet.columns], sheet.columns)
    page.set_row(head, max(HEAD_HEIGHT, tallest + LINE))
    for place, column in enumerate(sheet.columns):
        page.write_string(head, place, visible(column.head), heads)
        page.set_column(place, place, column.width)
    for row, cells in enumerate(sheet.rows, head + 1):
        page.set_row(row, height(cells, sheet.columns))
        for place, cell in enumerate(cells):
            write(page, row, place, cell, formats)
    last = max(head + len(sheet.rows), head)
    page.freeze_panes(head + 1, sheet.frozen)
    page.autofilter(head, 0, last, len(sheet.columns) - 1)
    page.repeat_rows(head)
    if sheet.frozen:
        page.repeat_columns(0, sheet.frozen - 1)
    page.set_landscape()
    page.set_paper(A3)
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.6)
    page.set_footer("&L&A&R&P / &N")
    for place in sheet.bars:
        page.conditional_format(head + 1, place, last, place, {
            "type": "data_bar", "bar_solid": True, "bar_color": "#7FBF97", "min_type": "num",
            "min_value": 0, "max_type": "num", "max_value": 1})


def height(cells: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Points that a row needs, for not every program reckons it; a very long text is cut short
    until somebody opens the cell."""
    lines = max((sum(math.ceil(len(line) * LETTER / column.width) or 1
                     for line in cell.value.split("\n"))
                 for cell, column in zip(cells, columns, strict=True)
                 if isinstance(cell.value, str) and cell.value), default=1)
    return LINE * min(lines, MOST_LINES) + 2.0


def write(page: Any, row: int, place: int, cell: Cell, formats: Formats) -> None:
    value = cell.value
    if value is None or value == "":
        page.write_blank(row, place, None, formats.look(cell.look))
    elif isinstance(value, dt.date):
        page.write_datetime(row, place, dt.datetime.combine(value, dt.time()), formats.date())
    elif isinstance(value, int):
        page.write_number(row, place, value, formats.of(align="left"))
    elif isinstance(value, float):
        page.write_number(row, place, value, formats.of(num_format="0 %", align="right"))
    else:
        text = visible(value, keep="\n")
        cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 2]} …"
        page.write_string(row, place, cut, formats.look(cell.look))
