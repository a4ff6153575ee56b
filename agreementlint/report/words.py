"""Turns verdicts and documents into the words that all reports for people have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from agreementlint.messages import counted, number_of, page_list, say, shown
from agreementlint.model import (
    DocumentReport,
    Lang,
    Report,
    Severity,
    Verdict,
    VerdictName,
    Waiver,
)
from agreementlint.report.text import visible

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Standing = VerdictName | Literal["waived"]
"""A verdict as it is counted: a finding that a waiver covers is "waived"."""

SIGNS: Mapping[Standing, str] = {
    "pass": "✓", "fail": "✗", "review": "?", "unknown": "…", "inapplicable": "–", "waived": "○",
}


def ocr_pages(document: DocumentReport, lang: Lang) -> str:
    """'Lest med OCR: side 6, i snitt 94 % sikkert'."""
    pages = page_list(document.ocr_pages, lang)
    if document.ocr_confidence is None:
        return say(lang, "ocr-pages", pages=pages)
    return say(lang, "ocr-sure", pages=pages, percent=round(100 * document.ocr_confidence))


def guide_place(chapter: str | None, page: int | None, lang: Lang) -> str:
    """'kap. 4.1.2, s. 16', as far as the guide has it."""
    parts = (say(lang, "chapter", chapter=chapter) if chapter else "",
             say(lang, "guide-page", page=page) if page else "")
    return ", ".join(part for part in parts if part)


def guide_words(verdict: Verdict, lang: Lang) -> str:
    """'Veilederen kap. 4.1.2, s. 16: …', 'Distriktets krav, pkt. 3: …' for what another paper
    asks, or 'Anbefalt: …' for what neither says."""
    where = guide_place(verdict.chapter, verdict.page, lang)
    asks = f": {verdict.asks}" if verdict.asks else ""
    label = f"{say(lang, 'guide')} {where}" if where else (
        verdict.source or say(lang, "recommended"))
    return visible(label + asks) if where or asks else ""


def standing(verdict: Verdict) -> Standing:
    return "waived" if verdict.waiver is not None and verdict.verdict != "pass" else verdict.verdict


def waiver_words(waiver: Waiver, lang: Lang) -> str:
    """'Unntak: rådet er lite (Kari Nordmann). Gjelder til og med 01.01.2027'."""
    told = say(lang, "waiver", reason=waiver.reason, by=waiver.by)
    if waiver.until is not None:
        told += ". " + say(lang, "waiver-until", date=shown(waiver.until, lang))
    return visible(told)


def counts(document: DocumentReport) -> Counter[Standing]:
    """How many verdicts there are of each standing."""
    return Counter(map(standing, document.verdicts))


def total(document: DocumentReport, lang: Lang) -> str:
    """'Følger 24 av 31 anbefalinger, 2 må leses av et menneske, 3 ikke vurdert.'"""
    count = counts(document)
    judged = sum(count.values()) - count["inapplicable"]
    parts = [say(lang, "total", followed=count["pass"],
                 judged=counted(lang, "recommendation", judged)) if judged else
             say(lang, "total-none")]
    told: tuple[Standing, ...] = ("review", "unknown", "waived", "inapplicable")
    parts += [say(lang, f"total-{name}", count=count[name]) for name in told if count[name]]
    return ", ".join(parts) + "."


def all_documents(report: Report) -> str:
    other = [one for one in report.documents if one.error is not None or one.notice is not None]
    judged = [one for one in report.documents if one.error is None and one.notice is None]
    found = sum(any(verdict.is_finding for verdict in one.verdicts) for one in judged)
    documents = counted(report.lang, "document", len(report.documents))
    return say(report.lang, "all-documents", documents=documents, findings=found,
               clean=len(judged) - found, other=len(other)) + "."


def whole_district(kommuner: int, without: int, agreements: int, documents: int, lang: Lang) -> str:
    """'3 av 42 kommuner har ingen avtale som gjelder. 31 avtaler er vurdert, av 33 dokumenter.'
    Where nobody knows which kommuner there are, nothing is said of them."""
    parts = [say(lang, number_of("district-judged", agreements),
                 agreements=counted(lang, "agreement", agreements),
                 documents=counted(lang, "document", documents))]
    if kommuner:
        parts.insert(0, say(lang, number_of("district-without", without), without=without,
                            kommuner=counted(lang, "kommune", kommuner)))
    return " ".join(parts)
