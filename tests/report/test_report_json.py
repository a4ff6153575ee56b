from __future__ import annotations

import json
from dataclasses import replace

from agreementlint.report import FORMATS
from agreementlint.report.style import Style
from tests.report.reports import HOSTILE, JUDGED, VERDICTS, report


def written(format: str = "json", *documents: object) -> str:
    return FORMATS[format](report(*documents), Style())  # type: ignore[arg-type]


def test_the_contract() -> None:
    whole = json.loads(written())
    assert list(whole) == ["schema", "tool", "as_of", "coverage", "waivers", "documents",
                           "district"]
    assert whole["coverage"] == {"checked": 3, "recommendations": 7}
    assert whole["schema"] == "agreementlint-report/1"
    assert whole["tool"] == {"name": "agreementlint", "version": "0.1.0", "guide": "2023-03-27"}
    document = whole["documents"][0]
    assert {"path", "sha256", "format", "pages", "ocr_pages", "unread_pages", "language", "kind",
            "error", "facts", "verdicts"} <= set(document)
    assert document["facts"] == {
        "municipalities": ["Gol", "Hol"], "police_district": "Sør-Øst politidistrikt",
        "politikontakter": [], "meetings_per_year": 1, "evaluation_interval_months": None,
        "revision_interval_months": None, "valid_from": "2023-11-01", "valid_to": None,
        "signed_on": None}


def test_no_verdict_is_lost() -> None:
    verdicts = json.loads(written())["documents"][0]["verdicts"]
    assert [(one["rule"], one["verdict"]) for one in verdicts] == [
        (one.rule, one.verdict) for one in VERDICTS]
    failed, absent, waived = verdicts[1], verdicts[2], verdicts[6]
    assert failed["guide"] == {"chapter": "4.1.2", "page": 16}
    assert failed["evidence"] == [{"text": "Rådet møtes én gang i året", "section": "Møter",
                                   "page": 4, "line": None, "bbox": [72, 310.25, 540, 324]}]
    assert absent["absence"]["nearest"]["page"] == 5
    assert (absent["absence"]["pages_read"], absent["absence"]["pages"]) == (5, 6)
    assert waived["waiver"] == {"reason": "Dato står i følgebrevet", "by": "Kari Nordmann",
                                "until": "2027-01-01"}


def test_errors_and_notices() -> None:
    _, letter, damaged = json.loads(written())["documents"]
    assert letter["verdicts"] == [] and letter["kind"] == "other"
    assert letter["notice"] == "brev.pdf er ingen avtale."
    assert damaged["error"] == {"kind": "damaged", "message": "Filen er skadet."}


def test_jsonl_is_a_document_a_line() -> None:
    lines = written("jsonl").splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["avtaler/gol.pdf", "brev.pdf",
                                                          "skadet.pdf"]


def test_nothing_raw_reaches_the_file() -> None:
    evil = replace(JUDGED, path=HOSTILE, facts={"politikontakter": [HOSTILE]}, verdicts=(
        replace(VERDICTS[1], message=HOSTILE),))
    for format in ("json", "jsonl"):
        text = written(format, evil)
        text.encode("utf-8")
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(text)
        assert "[bold red]b" in text  # markup of others is text
        json.loads(text)
