from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
from pathlib import Path

import pytest

from agreementlint.audit.model import DistrictReport
from agreementlint.report.excel import workbook
from agreementlint.report.sheets import LONGEST
from tests.audit.districts import audited, paper, verdict
from tests.report import hostile
from tests.report.workbooks import parts, sheets


def district(**more: str) -> DistrictReport:
    return audited(
        paper("gol.pdf", ("Gol",), verdicts=(verdict("PR001", "✓"), verdict("PR002", "✗")),
              contacts=("Kari Nordmann",)),
        paper("hol.pdf", ("Hol",), until="2025-12-31",
              verdicts=(verdict("PR001", "?", waived=True), verdict("PR002", "…"))),
        district="Sør-Øst", **more)


def test_the_sheets_and_their_heads_are_in_the_users_language() -> None:
    assert list(sheets(workbook(district()))) == [
        "Oversikt", "Kommuner", "Matrise", "Funn", "Dokumenter", "Politikontakter", "Kalender"]
    assert list(sheets(workbook(district(lang="en"))))[3] == "Findings"
    assert "Orda i avtalen" in sheets(workbook(district(lang="nn")))["Funn"][1]


def test_the_matrix_has_sign_and_word() -> None:
    heads, *rows = sheets(workbook(district()))["Matrise"][1:]
    assert heads[3:] == ["PR001 politirad-omtalt", "PR002 politirad-motefrekvens"]
    assert {row[0]: row[3:] for row in rows} == {
        "Gol": ["✓ følger", "✗ avvik"], "Hol": ["○ unntak", "… ikke vurdert"]}


def test_kommuner_without_an_agreement_come_first() -> None:
    states = [row[2] for row in sheets(workbook(district()))["Kommuner"][2:]]
    assert states == sorted(states, key=["ingen avtale", "avtale som ikke gjelder",
                                         "gjeldende avtale"].index)
    assert states[0] == "ingen avtale" and states[-1] == "gjeldende avtale"


def test_dates_are_dates_that_can_be_sorted() -> None:
    row = next(row for row in sheets(workbook(district()))["Kommuner"] if row[0] == "Gol")
    assert int(row[4]) == (dt.date(2027, 12, 31) - dt.date(1899, 12, 30)).days


def test_each_sheet_can_be_filtered_and_printed() -> None:
    found = parts(workbook(district()))
    for name, xml in found.items():
        if name.startswith("xl/worksheets/"):
            assert 'state="frozen"' in xml and "<autoFilter" in xml
            assert 'orientation="landscape"' in xml and 'fitToHeight="0"' in xml
    assert found["xl/workbook.xml"].count("_xlnm.Print_Titles") == 7


def test_the_same_report_gives_the_same_bytes() -> None:
    assert workbook(district()) == workbook(district())
    assert ">2026-11-21T00:00:00Z<" in parts(workbook(district()))["docProps/core.xml"]


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    long = audited(paper("x" * 2 * LONGEST, ("Gol",)))
    found = sheets(workbook(long))["Dokumenter"][2][0]
    assert len(found) == LONGEST and found.endswith(" …")


def test_hostile_words_are_neither_formulas_nor_links() -> None:
    found = parts(workbook(hostile.district()))
    for name, xml in found.items():
        assert "<f>" not in xml and "<f " not in xml and "hyperlink" not in name.lower()
        assert "<hyperlink" not in xml and "TargetMode" not in xml
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", xml)


def test_a_spreadsheet_program_finds_no_formula_in_hostile_words(
        office: str, tmp_path: Path) -> None:
    (tmp_path / "rapport.xlsx").write_bytes(workbook(hostile.district()))
    done = subprocess.run(
        [office, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         "--convert-to", "fods", "--outdir", str(tmp_path), str(tmp_path / "rapport.xlsx")],
        capture_output=True, timeout=120, check=False)
    opened = tmp_path / "rapport.fods"
    if not opened.exists() and not os.environ.get("CI"):
        pytest.skip("LibreOffice has no spreadsheets here")
    assert opened.exists(), done.stderr
    text = opened.read_text(encoding="utf-8")
    assert "=HYPERLINK(" in text  # as words
    assert "table:formula=" not in text and "xlink:href" not in text.partition("<office:body")[2]
