"""A district at the terminal and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from agreementlint.audit.earlier import earlier
from agreementlint.audit.model import DistrictReport
from agreementlint.model import Evidence, Problem
from agreementlint.report import DISTRICT_FORMATS
from agreementlint.report.json_district import district_json_report
from agreementlint.report.style import Style
from agreementlint.report.terminal_district import percent
from agreementlint.rules.stamps import Stamp
from tests.audit.districts import audited, paper, verdict
from tests.report.reports import HOSTILE

FAILED = (verdict("PR001", "✗"), verdict("EV001", "✓"))
PRINTS = tuple("abcdef")
STAMPS = {"PR001": Stamp("1"), "EV001": Stamp("2")}


def district(**more: Any) -> DistrictReport:
    return audited(
        paper("gol.pdf", ("Gol", "Hol"), contacts=("Kari Vik",), prints=PRINTS, verdicts=FAILED),
        paper("ål.pdf", ("Ål", "Flå"), contacts=("Kari Vik",), prints=PRINTS, verdicts=FAILED),
        paper("gamal.pdf", ("Nesbyen",), until="2025-12-31", contacts=("Per Lie",)),
        replace(paper("skadd.pdf", error=Problem("damaged", "Filen er skadet.")), verdicts=()),
        district="Sør-Øst", stamps=STAMPS, **more)


def shown(whole: DistrictReport, **style: Any) -> str:
    return str(DISTRICT_FORMATS["terminal"](whole, Style(**style)))


def test_the_terminal_tells_what_an_adviser_asks() -> None:
    said = " ".join(shown(district()).split())
    for words in (
        "Sør-Øst politidistrikt · 21.11.2026",
        "38 av 42 kommuner har ingen avtale som gjelder",
        "DI002 politikontakt-belastning Kari Vik er politikontakt for 4 kommuner",
        "Gått ut uten at en ny er blant dokumentene: Nesbyen (31.12.2025).",
        "gjelder (2)", "utløpt (1)",
        "0 % PR001 politirad-omtalt ✗ 2", "Alle følger: EV001.",
        "4 Kari Vik: Flå, Gol, Hol og Ål",
        "2 avtaler deler 100 % av teksten: Gol og Hol; Ål og Flå",
        "✗ PR001 politirad-omtalt – arvet av 2 avtaler",
        "skadd.pdf", "Filen er skadet.",
    ):
        assert words in said


def test_changes_are_told_with_their_cause() -> None:
    was = earlier(district_json_report(district()).encode())
    now = audited(paper("gol.pdf", ("Gol", "Hol"), content="ny", verdicts=(
        verdict("PR001", "✓"), verdict("EV001", "✓"))), paper("hemsedal.pdf", ("Hemsedal",)),
        previous=was, stamps=STAMPS)
    lines = [" ".join(line.split()) for line in shown(now).splitlines()]
    at = lines.index("Endringer siden 21.11.2026")
    assert lines[at + 1:at + 7] == [
        "→ gol.pdf", "PR001 ✗ → ✓ Avtalen er endret.", "+ hemsedal.pdf: nytt dokument",
        "− ål.pdf: borte", "− gamal.pdf: borte", "− skadd.pdf: borte"]
    same = audited(paper(), previous=earlier(district_json_report(audited(paper())).encode()))
    assert "Ingenting er endret." in shown(same)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    from rich.text import Text

    written = shown(district(), width=width, colour=colour)
    assert colour == ("\x1b[" in written)
    assert max(Text.from_ansi(line).cell_len for line in written.splitlines()) <= width


def test_quiet_and_verbose() -> None:
    assert len(shown(district(), quiet=True).splitlines()) <= 4
    loud = shown(district(), verbose=True)
    assert "«Kari Vik»" in loud and "Om PR001." in loud
    assert len(loud) > len(shown(district()))


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl"])
def test_nothing_raw_is_written(form: str) -> None:
    evil = paper(HOSTILE, (), contacts=(HOSTILE,), district=None, verdicts=(
        replace(FAILED[0], message=HOSTILE, evidence=(Evidence(HOSTILE),)),))
    whole = audited(evil, paper("b", ("Gol", "Hol", "Ål", "Flå"), contacts=(HOSTILE,)),
                    replace(evil, error=Problem("crashed", HOSTILE), verdicts=()))
    written = str(DISTRICT_FORMATS[form](whole, Style(verbose=True)))
    written.encode("utf-8")
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(written)


def test_the_json_holds_the_whole_district() -> None:
    whole = json.loads(district_json_report(district()))
    said = whole["district"]
    assert list(said) == ["name", "horizon", "since", "rules", "kommuner", "agreements",
                          "contacts", "findings", "events", "shares", "templates", "changes"]
    assert said["rules"]["PR001"] == {"digest": "1", "dated": False}
    assert {"name": "Gol", "number": "3324", "in_force": 0, "agreements": [0]} in said["kommuner"]
    assert said["agreements"][2] == {
        "document": 2, "kommuner": ["Nesbyen"], "names": {}, "parts": [], "state": "expired",
        "since": "2024-01-01", "until": "2025-12-31", "superseded_by": None}
    over = next(one for one in said["findings"] if one["rule"] == "DI002")
    assert [(one["document"], one["text"]) for one in over["evidence"]] == [
        (0, "Kari Vik"), (1, "Kari Vik")]
    assert said["templates"] == [{"documents": [0, 1], "shared": 1, "gaps": {"PR001": [0, 1]}}]
    assert said["changes"] is None and len(whole["documents"]) == 4


def test_jsonl_is_documents_alone() -> None:
    lines = str(DISTRICT_FORMATS["jsonl"](district(), Style())).splitlines()
    assert [json.loads(line)["path"] for line in lines] == [
        "gol.pdf", "ål.pdf", "gamal.pdf", "skadd.pdf"]


def test_no_share_is_rounded_to_all_or_none() -> None:
    assert [percent(share) for share in (0.0, 0.001, 0.5, 0.999, 1.0)] == [
        "0 %", "1 %", "50 %", "99 %", "100 %"]
