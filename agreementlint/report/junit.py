"""Turns a Report into JUnit's XML: a suite for each document, a test for each rule."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from agreementlint.messages import say
from agreementlint.model import DocumentReport, Lang, Report, Verdict
from agreementlint.report.spoken import paragraph, slashed
from agreementlint.report.text import visible
from agreementlint.report.words import standing, waiver_words


def junit_report(report: Report) -> str:
    """Findings are failures, whatever a human may still decide; what is waived or does not apply is
    skipped, and a document that could not be read is an error."""
    root = Element("testsuites", name="agreementlint")
    for document in report.documents:
        add_suite(root, document, report.lang)
    total(root, root)
    indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{tostring(root, encoding='unicode')}\n"


def add_suite(root: Element, document: DocumentReport, lang: Lang) -> None:
    name = slashed(document.path)
    suite = SubElement(root, "testsuite", name=name)
    if document.error is not None:
        SubElement(case(suite, name, say(lang, "case-read")), "error", type=document.error.kind,
                   message=visible(document.error.message))
    if document.notice is not None:
        SubElement(case(suite, name, say(lang, "case-read")), "skipped",
                   message=visible(document.notice))
    for sentence in document.crashes:
        SubElement(case(suite, name, say(lang, "case-read")), "error", type="crashed",
                   message=visible(sentence))
    for verdict in document.verdicts:
        test = case(suite, name, visible(f"{verdict.rule} {verdict.name}"))
        if verdict.is_finding:
            failure = SubElement(test, "failure", type=f"{verdict.severity}.{verdict.verdict}",
                                 message=visible(f"{say(lang, verdict.verdict)}: "
                                                 f"{verdict.message}"))
            failure.text = paragraph(verdict, lang)
        elif standing(verdict) != "pass":
            SubElement(test, "skipped", message=why_skipped(verdict, lang))
    total(suite, suite)


def case(suite: Element, document: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=document, name=name, time="0")


def why_skipped(verdict: Verdict, lang: Lang) -> str:
    return waiver_words(verdict.waiver, lang) if verdict.waiver else visible(verdict.message)


def total(element: Element, within: Element) -> None:
    """Notes how many tests there are in it, and how many are of each sort."""
    element.set("tests", str(len(list(within.iter("testcase")))))
    for tag, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        element.set(attribute, str(len(list(within.iter(tag)))))
    element.set("time", "0")
