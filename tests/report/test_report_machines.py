"""SARIF, JUnit, GitHub's annotations, GitLab's code quality: what other programs make of them."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from agreementlint.model import (
    FINDINGS,
    DocumentReport,
    Evidence,
    Report,
    RuleCard,
    StaleWaiver,
    Waiver,
)
from agreementlint.report import FORMATS
from agreementlint.report.style import Style
from tests.report.reports import (
    DAMAGED,
    FAILED,
    HOSTILE,
    JUDGED,
    LETTER,
    OPEN,
    VERDICTS,
    WAIVED,
    report,
)
from tests.schemas import SARIF

CARD = RuleCard("PR002", "politirad-motefrekvens", "Hvor ofte", "warning", "Minst to.", "Ellers.",
                "Skriv.", "4.1.2", 16)
GONE = StaleWaiver("unused", "PR002", Waiver("så", "Kari", dt.date(2027, 1, 1)), ("/x",), False,
                   "w.toml", 3)
WHOLE = replace(report(), cards=(CARD,), chapters={"4.1.2": "Møtene"}, stale=(GONE,))
EVIL = replace(JUDGED, path=f"/{HOSTILE}%\n::error::x", verdicts=(
    replace(FAILED, message=f"{HOSTILE}\r\n::error::]]> <&", evidence=(
        Evidence(HOSTILE, section=HOSTILE, line=3),), waiver=None),
    replace(WAIVED, waiver=Waiver(HOSTILE, HOSTILE))))


def written(format: str, of: Report = WHOLE, **style: Any) -> str:
    text = FORMATS[format](of, Style(**style))
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(text)
    text.encode("utf-8")
    return text


def sarif(of: Report = WHOLE, **style: Any) -> Any:
    whole = json.loads(written("sarif", of, **style))
    SARIF.validate(whole)
    (run,) = whole["runs"]
    return run


def test_sarif_has_every_finding_with_its_kind() -> None:
    results = sarif()["results"]
    assert {one["ruleId"]: (one["kind"], one["level"]) for one in results} == {
        "PR001": ("review", "none"), "PR002": ("fail", "warning"), "EV001": ("fail", "error"),
        "TP001": ("open", "none"), "AV005": ("fail", "warning")}
    every = sarif(verbose=True)["results"]
    assert [one["ruleId"] for one in every] == [one.rule for one in VERDICTS]
    assert {one["kind"] for one in every} >= {"pass", "notApplicable"}


def test_sarif_tells_waivers_as_suppressions() -> None:
    waived = {one["ruleId"]: one["suppressions"] for one in sarif()["results"]}
    assert [rule for rule, found in waived.items() if found] == ["AV005"]
    assert waived["AV005"][0]["justification"] == "Dato står i følgebrevet"
    (notice,) = sarif()["invocations"][0]["toolConfigurationNotifications"]
    assert notice["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_sarif_tells_of_rules_and_of_the_guide() -> None:
    run = sarif()
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["help"]["text"] == "Minst to.\n\nEllers.\n\nSkriv."
    taxa = {one["id"]: one["shortDescription"]["text"] for one in run["taxonomies"][0]["taxa"]}
    assert taxa == {"4.1.2": "Møtene", "7": "7", "4.1.5": "4.1.5", "5": "5"}
    for result in run["results"]:
        assert all(one["id"] in taxa for one in result.get("taxa", ()))
        if "ruleIndex" in result:
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_shows_places_and_what_could_not_be_judged() -> None:
    run = sarif()
    by_rule = {one["ruleId"]: one["locations"][0] for one in run["results"]}
    assert by_rule["PR001"]["physicalLocation"]["region"]["startLine"] == 7
    assert by_rule["PR002"]["properties"]["page"] == 4
    assert "side 4" in by_rule["PR002"]["message"]["text"]
    assert by_rule["EV001"]["physicalLocation"]["artifactLocation"] == {
        "uri": "avtaler/gol.pdf", "index": 0}
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert [one["level"] for one in invocation["toolExecutionNotifications"]] == ["note", "error"]


@pytest.mark.parametrize(("path", "uri"), [
    ("./avtaler/Ådal 100%.pdf", "avtaler/%C3%85dal%20100%25.pdf"), ("/a/b.pdf", "file:///a/b.pdf"),
    ("s3://bucket/a.pdf", "s3://bucket/a.pdf"), ("-", "-"),
])
def test_sarif_names_files_by_their_address(path: str, uri: str) -> None:
    run = sarif(report(replace(JUDGED, path=path)))
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_fingerprints_do_not_hang_on_the_place() -> None:
    moved = replace(FAILED, evidence=(replace(FAILED.evidence[0], page=9, bbox=None),))
    prints = [sarif(report(replace(JUDGED, verdicts=(one,))))["results"][0]["partialFingerprints"]
              for one in (FAILED, moved, OPEN)]
    assert prints[0] == prints[1] != prints[2]


def test_junit_counts_what_it_tells() -> None:
    root = ElementTree.fromstring(written("junit"))
    assert root.attrib.items() >= {"tests": "9", "failures": "4", "errors": "1",
                                   "skipped": "3"}.items()
    first, letter, damaged = root
    cases = {one.get("name", "").split()[0]: one for one in first}
    assert list(cases) == [one.rule for one in VERDICTS]
    assert [rule for rule, one in cases.items() if one.find("failure") is not None] == [
        one.rule for one in VERDICTS if one.is_finding]
    skipped = cases["AV005"].find("skipped")
    assert skipped is not None and "Dato står i følgebrevet" in skipped.get("message", "")
    assert "«Rådet møtes én gang i året»" in "".join(cases["PR002"].itertext())
    assert damaged.find(".//error[@type='damaged']") is not None
    assert letter.find(".//skipped") is not None


COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]+)(?:,line=(\d+))?,title=([^,:]+)::(.+)")


def test_github_shows_findings_alone_the_worst_first() -> None:
    lines = [COMMAND.fullmatch(line) for line in written("github").splitlines()]
    assert [line and line[1] for line in lines] == [
        "error", "error", "warning", "warning", "notice", "notice"]
    told = {line[4].split()[0]: line for line in lines if line}
    assert not {"AV005", "PK001", "PK002"} & set(told)
    assert told["PR001"][3] == "7" and told["PR002"][3] is None
    assert "%0A«Rådet møtes én gang i året»" in told["PR002"][5]


def test_gitlab_has_a_fingerprint_for_each_finding() -> None:
    other = replace(JUDGED, path="avtaler/hol.pdf")
    issues = json.loads(written("gitlab", report(JUDGED, other, LETTER, DAMAGED)))
    assert len(issues) == 2 * sum(one.is_finding for one in VERDICTS) + 1
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    by_name = {one["check_name"]: one for one in issues}
    assert by_name["PR001"]["location"] == {"path": "avtaler/hol.pdf", "lines": {"begin": 7}}
    assert {one["severity"] for one in issues} == {"minor", "major", "critical", "blocker"}


@pytest.mark.parametrize("format", ["sarif", "junit", "github", "gitlab"])
def test_nothing_hostile_becomes_a_command(format: str) -> None:
    text = written(format, report(EVIL))
    if format == "github":
        assert all(COMMAND.fullmatch(line) for line in text.splitlines())
        assert len(text.splitlines()) == 1
    elif format == "junit":
        assert len(list(ElementTree.fromstring(text).iter("testcase"))) == 2
    else:
        assert json.loads(text)
    if format == "sarif":
        SARIF.validate(json.loads(text))


@pytest.mark.parametrize("format", ["sarif", "junit", "github", "gitlab"])
@pytest.mark.parametrize("documents", [(), (LETTER,), (DAMAGED,)])
def test_no_findings(format: str, documents: tuple[DocumentReport, ...]) -> None:
    written(format, replace(WHOLE, documents=documents))
    assert not any(one.verdict in FINDINGS for document in documents for one in document.verdicts)
