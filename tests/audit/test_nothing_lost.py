"""No document × rule cell is lost in any output of a district, and the totals agree.

A format joins by an entry in READERS: what it wrote → how often each rule has each verdict in it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from agreementlint.audit.model import DistrictReport
from agreementlint.messages import say
from agreementlint.model import FINDINGS, Problem
from agreementlint.report import DISTRICT_FORMATS
from agreementlint.report.style import Style
from agreementlint.report.words import SIGNS, standing
from tests.audit.districts import audited, paper, verdict
from tests.report.workbooks import parts, sheets

Cells = Counter[tuple[str, str]]
"""(rule, standing) → how many documents have it; a finding with a waiver is "waived"."""

RULES = [f"{prefix}{number:03}" for prefix, last in (("PR", 10), ("SA", 2), ("AV", 11))
         for number in range(1, last + 1)]


def district() -> DistrictReport:
    """Every verdict and every sort of document, and some rules that not all were judged by."""
    def row(seed: int) -> tuple[object, ...]:
        return tuple(verdict(rule, "✓✗?…–"[(seed * place + place // 3) % 5],
                             waived=(seed + place) % 7 == 0)
                     for place, rule in enumerate(RULES) if (seed + place) % 11)

    papers = [paper(f"{name}.pdf", (name,), verdicts=row(seed), until=until)  # type: ignore[arg-type]
              for seed, (name, until) in enumerate(
                  [("Gol", "2027-12-31"), ("Hol", "2025-12-31"), ("Ål", None),
                   ("Flå", "2029-01-01"), ("Hemsedal", "2027-01-31")], 1)]
    form = paper("mal.pdf", (), kind="template", verdicts=row(6))
    damaged = replace(paper("skadd.pdf", error=Problem("damaged", "Skadet.")), verdicts=())
    letter = replace(paper("brev.pdf", kind="other", notice="Et brev."), verdicts=())
    return audited(*papers, form, damaged, letter, district="Sør-Øst")


def cells(whole: DistrictReport) -> Cells:
    return Counter((one.rule, standing(one)) for document in whole.report.documents
                   for one in document.verdicts)


def in_json(written: str) -> Cells:
    return _of_documents(json.loads(written)["documents"])


def in_jsonl(written: str) -> Cells:
    return _of_documents([json.loads(line) for line in written.splitlines()])


def _of_documents(documents: list[dict[str, object]]) -> Cells:
    found: Cells = Counter()
    for document in documents:
        for one in document["verdicts"]:  # type: ignore[attr-defined]
            waived = one["waiver"] is not None and one["verdict"] != "pass"
            found[one["rule"], "waived" if waived else one["verdict"]] += 1
    return found


def in_terminal(written: str) -> Cells:
    """By the place of each sign below the figures at the head of the matrix."""
    lines = written.splitlines()
    names = {sign: name for name, sign in SIGNS.items()}
    found: Cells = Counter()
    columns: dict[int, str] = {}
    for before, line in zip(["", *lines], lines, strict=False):
        if before.strip()[:2] in ("PR", "SA", "AV") and set(line) <= set(" 0123456789"):
            columns = _columns(before, line, RULES)
        elif columns and line.startswith("  ") and line.rstrip()[-1:].isdigit():
            for place, rule in columns.items():
                if line[place] in names:
                    found[rule, names[line[place]]] += 1
        elif not line.startswith("  "):
            columns = {}
    return found


def _columns(prefixes: str, figures: str, rules: list[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    waiting, prefix = list(rules), ""
    for place, figure in enumerate(figures):
        if prefixes[place:place + 2] in ("PR", "SA", "AV"):
            prefix = prefixes[place:place + 2]
        if figure != " ":
            rule = next(one for one in waiting if one[:2] == prefix and one[-1] == figure)
            waiting.remove(rule)
            found[place] = rule
    return found


class Page(HTMLParser):
    """The classes of the cells of the matrix, and of what has the id of a document and a rule."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: list[str] = []
        self.matrix: list[list[str]] = []
        self.cards: Cells = Counter()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        rule = re.fullmatch(r"d\d+-(\w+)", given.get("id", ""))
        if rule:
            self.cards[rule[1], given["class"].split()[-1]] += 1
        if tag == "section":
            self._inside = given.get("id", "")
        if self._inside == "matrix" and tag == "tr":
            self.matrix.append([])
        if self._inside == "matrix" and tag == "td":
            self.matrix[-1].append(given.get("class", ""))
        if self._inside == "matrix" and "vertical" in given.get("class", ""):
            self.heads.append("")

    def handle_data(self, data: str) -> None:
        if self._inside == "matrix" and self.heads and not self.heads[-1]:
            self.heads[-1] = data


def in_html(written: str) -> Cells:
    """The matrix and the cards, which must agree."""
    page = Page()
    page.feed(written)
    found = Counter((rule, name) for row in page.matrix
                    for rule, name in zip(page.heads, row, strict=False) if name)
    assert found == page.cards
    return found


def in_csv(written: str) -> Cells:
    rows = csv.DictReader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";")
    names = {say("nb", name): name for name in SIGNS}
    return Counter((row["Regel"], names[row["Vurdering"]]) for row in rows
                   if row["Regel"] in RULES)


def in_xlsx(written: bytes) -> Cells:
    """The matrix; the findings must have a sheet of their own."""
    found: Cells = Counter()
    names = {f"{sign} {say('nb', name)}": name for name, sign in SIGNS.items()}
    read = sheets(written)
    heads, *rows = read["Matrise"][1:]
    for row in rows:
        found.update((head.split()[0], names[cell])
                     for head, cell in zip(heads[3:], row[3:], strict=False) if cell)
    listed = Counter((row[2], names[row[5]]) for row in read["Funn"][2:] if row[2] in RULES)
    assert listed == Counter({cell: count for cell, count in found.items()
                              if cell[1] in FINDINGS})
    return found


READERS: Mapping[str, Callable[[Any], Cells]] = {
    "json": in_json,
    "jsonl": in_jsonl,
    "terminal": in_terminal,
    "html": in_html,
    "csv": in_csv,
    "xlsx": in_xlsx,
}


@pytest.mark.parametrize("width", [80, 120, 50])
@pytest.mark.parametrize("form", READERS)
def test_no_cell_is_lost(form: str, width: int) -> None:
    whole = district()
    written = DISTRICT_FORMATS[form](whole, Style(width=width))
    assert READERS[form](written) == cells(whole)


def test_the_totals_agree() -> None:
    whole = district()
    said = json.loads(str(DISTRICT_FORMATS["json"](whole, Style())))["district"]
    held = [whole.report.documents[one.document] for one in whole.agreements
            if one.state == "in-force"]
    counted = Counter((one.rule, one.verdict) for document in held for one in document.verdicts)
    assert counted == Counter({(share["rule"], name): number for share in said["shares"]
                               for name, number in share["counts"].items()})
    assert [len(said[part]) for part in ("kommuner", "agreements", "findings", "events")] == [
        len(whole.kommuner), len(whole.agreements), len(whole.findings), len(whole.events)]


@pytest.mark.parametrize("form", READERS)
def test_every_document_is_there(form: str) -> None:
    report = DISTRICT_FORMATS[form](district(), Style(width=120))
    written = report if isinstance(report, str) else "".join(parts(report).values())
    for name in ("Gol", "Hol", "Ål", "Flå", "Hemsedal", "mal.pdf", "skadd.pdf", "brev.pdf"):
        assert name in written
