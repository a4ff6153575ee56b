from __future__ import annotations

import csv
import io

import pytest

from agreementlint.report.csv import csv_district, csv_report, inert
from tests.report import hostile
from tests.report.reports import JUDGED, report


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_one_row_for_each_document_and_rule_and_for_what_was_not_judged() -> None:
    found = rows(csv_report(report()))
    assert [(row["Fil"], row["Regel"], row["Vurdering"]) for row in found] == [
        *(("avtaler/gol.pdf", rule, word) for rule, word in (
            ("PR001", "må leses"), ("PR002", "avvik"), ("EV001", "avvik"), ("PK001", "følger"),
            ("PK002", "ikke aktuelt"), ("TP001", "ikke vurdert"), ("AV005", "unntak"))),
        ("brev.pdf", "", ""), ("skadet.pdf", "", "")]
    assert found[-1]["Merknad"] == "Filen er skadet."


def test_a_row_has_the_words_and_what_the_guide_asks() -> None:
    failed = rows(csv_report(report(JUDGED)))[1]
    assert failed["Avtalens ord"] == "Rådet møtes én gang i året" and failed["Side"] == "4"
    assert failed["Veilederen ber om"] == "Minst to møter i året."
    assert failed["Kapittel i veilederen"] == "4.1.2" and failed["Side i veilederen"] == "16"
    assert failed["Forslag til tekst"] == "Rådet møtes minst to ganger i året."


def test_every_value_is_quoted_and_on_one_line() -> None:
    text = csv_district(hostile.district())
    for line in text[1:].split("\r\n")[:-1]:
        assert line.startswith('"') and line.endswith('"') and "\n" not in line and "\r" not in line


def test_no_value_is_a_formula_or_holds_what_cannot_be_seen() -> None:
    for row in rows(csv_district(hostile.district())):
        for value in row.values():
            assert not value.lstrip().startswith(tuple("=+-@"))
            assert value.isprintable()


@pytest.mark.parametrize(("text", "flat"), [
    ("=1+1", "'=1+1"), (" \n=1+1", "'=1+1"), ("-5", "'-5"), ("@a", "'@a"), ("+47", "'+47"),
    ("to\nlinjer\r\ner én", "to linjer er én"), ("a=b", "a=b"), ("– en strek", "– en strek"),
])
def test_inert(text: str, flat: str) -> None:
    assert inert(text) == flat


def test_findings_of_several_agreements_have_rows() -> None:
    assert [row["Regel"] for row in rows(csv_district(hostile.district()))][-1] == "DI001"
