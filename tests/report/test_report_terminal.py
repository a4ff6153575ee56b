from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from agreementlint.model import Report
from agreementlint.report import FORMATS
from agreementlint.report.style import Style
from tests.report.reports import FAILED, HOSTILE, JUDGED, LETTER, PASSED, VERDICTS, report


def written(made: Report | None = None, **style: object) -> str:
    return FORMATS["terminal"](made or report(), Style(**style))  # type: ignore[arg-type]


def folded(text: str) -> str:
    return " ".join(text.split())


def test_a_finding_has_the_words_of_both_sides_and_the_way_out() -> None:
    text = folded(written())
    assert folded("""
        ✗ avvik PR002 politirad-motefrekvens Bare ett møte i året.
        Avtalen, «Møter», side 4: «Rådet møtes én gang i året»
        Veilederen kap. 4.1.2, s. 16: Minst to møter i året.
        Råd: Avtal minst to møter.
        Forslag til tekst: «Rådet møtes minst to ganger i året.»""") in text


def test_a_clause_of_several_lines_keeps_them() -> None:
    signed = replace(FAILED, suggestion="Underskriv.\nFor kommunen\n\n______\nOrdfører")
    text = written(report(replace(JUDGED, verdicts=(signed,))))
    assert "      For kommunen\n\n      ______\n      Ordfører\n" in text


def test_long_quotations_are_cut() -> None:
    long = replace(FAILED, evidence=(replace(FAILED.evidence[0], text="ord " * 500),))
    assert len(written(report(replace(JUDGED, verdicts=(long,))))) < 1500


def test_an_absence_has_its_proof() -> None:
    assert folded("""
        Undersøkt: 5 av 6 sider er lest. Lett etter: evaluering, gjennomgang.
        Nærmest, «SLT», side 5: «SLT møtes fire ganger i året»
        Teller ikke: Det gjelder SLT.""") in folded(written())


def test_findings_stand_by_severity_and_the_count_ends() -> None:
    text = written()
    places = [text.index(words) for words in (
        "avtaler/gol.pdf", "Gol og Hol · Sør-Øst politidistrikt · 6 sider", "Ikke lest: side 6",
        "Krav og formelle mangler (1)", "EV001", "Anbefalinger (2)", "PR002", "TP001",
        "God praksis (1)", "PR001", "Følger 1 av 6 anbefalinger", "brev.pdf", "skadet.pdf",
        "3 dokumenter")]
    assert places == sorted(places)
    assert folded("Følger 1 av 6 anbefalinger, 1 må leses av et menneske, 1 ikke vurdert, "
                  "1 med unntak, 1 gjelder ikke denne avtalen.") in folded(text)
    assert "3 dokumenter: 1 med funn, 0 uten, 2 ikke vurdert." in text


def test_what_is_no_finding_is_listed_on_demand() -> None:
    brief = written()
    assert not {"PK001", "PK002"} & set(re.findall(r"[A-Z]{2}\d{3}", brief))
    assert brief.count("AV005") == 1 and "Unntak er gitt fra AV005" in brief
    text = written(verbose=True)
    assert {one.rule for one in VERDICTS} <= set(re.findall(r"[A-Z]{2}\d{3}", text))
    assert "Unntak: Dato står i følgebrevet (Kari Nordmann)" in text


def test_quiet_only_counts() -> None:
    text = written(quiet=True)
    assert "PR002" not in text and "Følger 1 av 6" in text and "Filen er skadet." in text


def test_no_findings_are_said() -> None:
    text = written(report(replace(JUDGED, verdicts=(PASSED,))))
    assert "Ingen avvik fra veilederen." in text and "Følger 1 av 1 anbefaling." in text


def test_nothing_judged_is_no_praise() -> None:
    assert "Ingen avvik" not in written(report(replace(JUDGED, verdicts=())))


def test_how_much_of_the_guide_was_checked() -> None:
    assert "Programmet sjekker 3 av de 7 anbefalingene" in folded(written())
    assert "3 av de 7" not in written(report(LETTER))
    assert "av de 7" not in written(replace(report(), coverage=None))


@pytest.mark.parametrize(("why", "advice"), [
    ("tesseract", "ikke installert;"), ("language", "mangler norsk;"), ("off", "--ocr never"),
    ("many", "del det opp"), ("illegible", "skarpere skanning"), (None, "skarpere skanning"),
])
def test_why_pages_were_not_read_and_how_surely_others_were(why: Any, advice: str) -> None:
    scanned = replace(JUDGED, ocr_pages=(4, 5), ocr_confidence=0.934, unread_pages=(6,),
                      why_unread=why)
    text = folded(written(report(scanned)))
    assert "Lest med OCR: side 4 og 5, i snitt 93 % sikkert" in text
    assert "Ikke lest: side 6." in text and advice in text


@pytest.mark.parametrize(("system", "command"), [
    ("linux", "sudo apt install tesseract-ocr tesseract-ocr-nor"),
    ("darwin", "brew install tesseract tesseract-lang"), ("win32", "UB-Mannheim"),
    ("freebsd14", "tesseract-ocr-nor"),
])
def test_how_tesseract_is_installed(system: str, command: str,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", system)
    scanned = replace(JUDGED, unread_pages=(6,), why_unread="tesseract")
    assert command in folded(written(report(scanned)))


def test_what_was_not_read_gets_no_words_to_paste() -> None:
    unread = replace(FAILED, verdict="unknown", evidence=())
    text = written(report(replace(JUDGED, verdicts=(unread,))))
    assert "ikke vurdert" in text and "Råd" not in text and "Forslag til tekst" not in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit(width: int) -> None:
    assert max(len(line) for line in written(width=width, verbose=True).splitlines()) <= width


def test_colour_is_never_the_only_sign() -> None:
    plain, coloured = written(), written(colour=True)
    assert "\x1b" not in plain and "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert not any(line != line.rstrip() for line in plain.splitlines())


def test_nothing_raw_reaches_the_terminal() -> None:
    evil = replace(
        JUDGED, path=HOSTILE, facts={"municipalities": [HOSTILE], "police_district": HOSTILE},
        verdicts=tuple(replace(
            one, message=HOSTILE, suggestion=f"{HOSTILE}\n{HOSTILE}",
            evidence=tuple(replace(words, text=HOSTILE, section=HOSTILE)
                           for words in one.evidence)) for one in VERDICTS))
    text = written(report(evil, replace(evil, notice=HOSTILE)), verbose=True)
    text.encode("utf-8")
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(text)
    assert "[bold" in text


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_the_words_are_not_a_court_s(lang: str) -> None:
    text = written(report(lang=lang), verbose=True).casefold()
    assert not re.search(r"\bbrudd|\bulovlig|\bbrot\b|\bulovleg|violation|illegal", text)
