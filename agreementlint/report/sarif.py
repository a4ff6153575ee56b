"""Turns a Report or a DistrictReport into SARIF 2.1.0, which viewers and code hosts read.

A review becomes `kind: review`, what could not be read `open`, a waiver a suppression, and the
guide's chapters a taxonomy. What is no finding is only told when all verdicts are asked for, since
readers of SARIF take every result for a problem."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from agreementlint.audit.model import CrossFinding, DistrictReport
from agreementlint.model import (
    FINDINGS,
    DocumentReport,
    Evidence,
    Lang,
    Report,
    RuleCard,
    StaleWaiver,
    Verdict,
    VerdictName,
)
from agreementlint.report.json import absence_object, plain, waiver_object
from agreementlint.report.spoken import address, paragraph, quotation
from agreementlint.waivers import fingerprint

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
GUIDE = "veileder"
LANGUAGES: Mapping[Lang, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
KINDS: Mapping[VerdictName, str] = {
    "fail": "fail", "review": "review", "unknown": "open", "pass": "pass",
    "inapplicable": "notApplicable",
}


def sarif_report(report: Report, *, all_verdicts: bool = False) -> str:
    return log(report, results(report, all_verdicts))


def sarif_district(district: DistrictReport, *, all_verdicts: bool = False) -> str:
    """The same, and what several agreements say together."""
    report = district.report
    together = [across(one, report) for one in district.findings if all_verdicts or one.is_finding]
    return log(report, [*results(report, all_verdicts), *together])


def results(report: Report, all_verdicts: bool) -> list[dict[str, Any]]:
    return [result(verdict, number, report) for number, document in enumerate(report.documents)
            for verdict in document.verdicts if all_verdicts or verdict.verdict in FINDINGS]


def log(report: Report, results: list[dict[str, Any]]) -> str:
    run = {
        "tool": {"driver": driver(report)},
        "language": LANGUAGES[report.lang],
        "columnKind": "unicodeCodePoints",
        "taxonomies": [taxonomy(report)],
        "invocations": [invocation(report)],
        "artifacts": [artifact(document) for document in report.documents],
        "results": results,
        "properties": {"asOf": report.as_of},
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(plain(bare(whole)), ensure_ascii=False, indent=2) + "\n"


def bare(value: Any) -> Any:
    """Without the keys that have nothing to say: SARIF leaves them out."""
    if isinstance(value, dict):
        return {key: bare(part) for key, part in value.items() if part is not None}
    return [bare(part) for part in value] if isinstance(value, list) else value


# ---------------------------------------------------------------- the program and the guide


def driver(report: Report) -> dict[str, Any]:
    return {
        "name": "agreementlint",
        "version": report.version,
        "language": LANGUAGES[report.lang],
        "rules": [descriptor(card) for card in report.cards],
        "supportedTaxonomies": [{"name": GUIDE, "index": 0}],
    }


def descriptor(card: RuleCard) -> dict[str, Any]:
    chapters = [] if card.chapter is None else [
        {"target": taxon(card.chapter), "kinds": ["relevant"]}]
    return {
        "id": card.id,
        "name": card.name,
        "shortDescription": {"text": card.title},
        "fullDescription": {"text": card.asks},
        "help": {"text": f"{card.asks}\n\n{card.why}\n\n{card.advice}",
                 "markdown": f"**{card.asks}**\n\n{card.why}\n\n{card.advice}"},
        "defaultConfiguration": {"level": card.severity},
        "relationships": chapters or None,
        "properties": {"guide": {"chapter": card.chapter, "page": card.page}},
    }


def taxonomy(report: Report) -> dict[str, Any]:
    """The chapters of the guide: those with a title, and those that a rule names."""
    named = dict(report.chapters)
    for chapter in chapters_named(report):
        named.setdefault(chapter, chapter)
    return {
        "name": GUIDE,
        "version": report.guide,
        "releaseDateUtc": report.guide,
        "language": LANGUAGES[report.lang],
        "taxa": [{"id": chapter, "name": chapter, "shortDescription": {"text": title}}
                 for chapter, title in named.items()],
    }


def chapters_named(report: Report) -> Iterator[str]:
    yield from (card.chapter for card in report.cards if card.chapter is not None)
    yield from (verdict.chapter for document in report.documents for verdict in document.verdicts
                if verdict.chapter is not None)


def taxon(chapter: str) -> dict[str, Any]:
    return {"id": chapter, "toolComponent": {"name": GUIDE, "index": 0}}


def invocation(report: Report) -> dict[str, Any]:
    """Whether all could be judged, and what could not, or was not; what is wrong with waivers."""
    notices = [notice for number, document in enumerate(report.documents)
               for notice in told(document, number)]
    failed = any(document.error or document.crashes for document in report.documents)
    return {
        "executionSuccessful": not failed,
        "toolExecutionNotifications": notices,
        "toolConfigurationNotifications": [stale(one) for one in report.stale],
    }


def told(document: DocumentReport, number: int) -> Iterator[dict[str, Any]]:
    where = [{"physicalLocation": {"artifactLocation": located(document, number)}}]
    if document.error is not None:
        yield {"level": "error", "message": {"text": document.error.message}, "locations": where,
               "descriptor": {"id": document.error.kind}}
    if document.notice is not None:
        yield {"level": "note", "message": {"text": document.notice}, "locations": where}
    for sentence in document.crashes:
        yield {"level": "error", "message": {"text": sentence}, "locations": where}


def stale(one: StaleWaiver) -> dict[str, Any]:
    return {
        "level": "note",
        "message": {"text": f"{one.state} waiver: {one.rule}, {one.waiver.reason}"},
        "descriptor": {"id": f"{one.state}-waiver"},
        "associatedRule": {"id": one.rule},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address(one.file)},
                                            "region": {"startLine": max(one.line, 1)}}}],
    }


def artifact(document: DocumentReport) -> dict[str, Any]:
    return {
        "location": {"uri": address(document.path)},
        "hashes": {"sha-256": document.sha256} if document.sha256 else None,
        "roles": ["analysisTarget"],
    }


def located(document: DocumentReport, number: int) -> dict[str, Any]:
    return {"uri": address(document.path), "index": number}


# ---------------------------------------------------------------- results


def result(verdict: Verdict, number: int, report: Report) -> dict[str, Any]:
    document = report.documents[number]
    waiver = verdict.waiver
    return {
        "ruleId": verdict.rule,
        "ruleIndex": rule_index(verdict.rule, report),
        "kind": KINDS[verdict.verdict],
        "level": verdict.severity if verdict.verdict == "fail" else "none",
        "message": {"text": paragraph(verdict, report.lang)},
        "locations": [location(document, number, one, report.lang) for one in verdict.evidence]
                     or [{"physicalLocation": {"artifactLocation": located(document, number)}}],
        "partialFingerprints": {"finding/v1": fingerprint(verdict)},
        "taxa": None if verdict.chapter is None else [taxon(verdict.chapter)],
        "suppressions": [] if waiver is None else [
            {"kind": "external", "status": "accepted", "justification": waiver.reason,
             "properties": waiver_object(waiver)}],
        "properties": {
            "severity": verdict.severity,
            "guide": {"chapter": verdict.chapter, "page": verdict.page},
            "suggestion": verdict.suggestion,
            "absence": verdict.absence and absence_object(verdict.absence),
        },
    }


def location(document: DocumentReport, number: int, evidence: Evidence, lang: Lang,
             ) -> dict[str, Any]:
    """Lines are those of a text file; pages, which SARIF has no place for, are told in words."""
    physical: dict[str, Any] = {"artifactLocation": located(document, number)}
    if evidence.line is not None:
        physical["region"] = {"startLine": evidence.line, "snippet": {"text": evidence.text}}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": evidence.section, "kind": "section"}]
                            if evidence.section else None,
        "message": {"text": quotation(evidence, lang)},
        "properties": {"page": evidence.page, "bbox": evidence.bbox and list(evidence.bbox)},
    }


def across(finding: CrossFinding, report: Report) -> dict[str, Any]:
    places = [location(report.documents[number], number, words, report.lang)
              for number, words in finding.evidence]
    places += [{"physicalLocation": {"artifactLocation": located(report.documents[number], number)}}
               for number in finding.documents if number not in dict(finding.evidence)]
    card = next((one for one in report.cards if one.id == finding.rule), None)
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index(finding.rule, report),
        "kind": KINDS[finding.verdict],
        "level": finding.severity if finding.verdict == "fail" else "none",
        "message": {"text": finding.message},
        "locations": places,
        "taxa": [taxon(card.chapter)] if card and card.chapter else None,
        "suppressions": [],
        "properties": {"severity": finding.severity, "kommuner": list(finding.kommuner)},
    }


def rule_index(rule: str, report: Report) -> int | None:
    return next((at for at, card in enumerate(report.cards) if card.id == rule), None)

