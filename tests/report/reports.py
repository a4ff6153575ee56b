"""A report with every kind of verdict and document, for tests of formats."""

from __future__ import annotations

import datetime as dt

from agreementlint.model import (
    Absence,
    Checked,
    DocumentReport,
    Evidence,
    Problem,
    Report,
    Verdict,
    Waiver,
)

HOSTILE = "a\x1b]0;x\x07\x9b31m[bold red]b\u202ec\u200bd\nE\ud800"

WORDS = Evidence("Rådet møtes én gang i året", section="Møter", page=4,
                 bbox=(72.0, 310.25, 540, 324))
NEAR = Evidence("SLT møtes fire ganger i året", section="SLT", page=5)

FAILED = Verdict("PR002", "politirad-motefrekvens", "fail", "warning", "Bare ett møte i året.",
                 "Avtal minst to møter.\nRådet møtes minst to ganger i året.", "4.1.2", 16,
                 evidence=(WORDS,), asks="Minst to møter i året.")
ABSENT = Verdict("EV001", "evaluering", "fail", "error", "Ingen evaluering.", "Avtal evaluering.",
                 "7", 25, absence=Absence(5, 6, ("evaluering", "gjennomgang"), NEAR,
                                          "Det gjelder SLT."))
OPEN = Verdict("PR001", "politirad-omtalt", "review", "note", "Bare nevnt.", "Beskriv rådet.", None,
               None, evidence=(Evidence("politirådet", line=7),))
UNREAD = Verdict("TP001", "taushetsplikt", "unknown", "warning", "Side 6 er ikke lest.", "Les.",
                 "4.1.5", 17, absence=Absence(None, None, ("taushetsplikt",)))
PASSED = Verdict("PK001", "politikontakt-tildelt", "pass", "error", "Har politikontakt.", None, "5",
                 21, evidence=(WORDS,))
BESIDE = Verdict("PK002", "politikontakt-kommuner", "inapplicable", "error", "Gjelder ikke.", None,
                 "5", 21)
WAIVED = Verdict("AV005", "datert", "fail", "warning", "Ingen dato.", "Datér.", None, None,
                 waiver=Waiver("Dato står i følgebrevet", "Kari Nordmann", dt.date(2027, 1, 1)))
VERDICTS = (OPEN, FAILED, ABSENT, PASSED, BESIDE, UNREAD, WAIVED)

JUDGED = DocumentReport(
    "avtaler/gol.pdf", "ab" * 32, "pdf", pages=6, ocr_pages=(5,), unread_pages=(6,), language="nb",
    facts={"municipalities": ["Gol", "Hol"], "police_district": "Sør-Øst politidistrikt",
           "meetings_per_year": 1.0, "valid_from": dt.date(2023, 11, 1), "valid_to": None,
           "council": "described"},
    verdicts=VERDICTS)
LETTER = DocumentReport("brev.pdf", "cd" * 32, "pdf", pages=1, kind="other",
                        notice="brev.pdf er ingen avtale.")
DAMAGED = DocumentReport("skadet.pdf", None, None, error=Problem("damaged", "Filen er skadet."))


def report(*documents: DocumentReport, lang: str = "nb") -> Report:
    return Report("0.1.0", "2023-03-27", dt.date(2026, 11, 21), lang,  # type: ignore[arg-type]
                  documents or (JUDGED, LETTER, DAMAGED), Checked(3, 7))
