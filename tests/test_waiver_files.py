"""Files of waivers: what they cover, what is written to them, and how findings are known again."""

from __future__ import annotations

import datetime as dt
import io
import json
import textwrap
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

from agreementlint.config.file import ConfigError
from agreementlint.config.waiverfile import added, read, waiver_text, without_baseline
from agreementlint.judge import judge
from agreementlint.model import (
    FINDINGS,
    DocumentReport,
    Evidence,
    Verdict,
    VerdictName,
    Waiver,
)
from agreementlint.reading.dispatch import read_here
from agreementlint.rules import builtin, load
from agreementlint.waivers import Grant, Grants, fingerprint, granted, same
from tests.report.reports import HOSTILE, JUDGED
from tests.test_cli import run  # noqa: F401

DAY = dt.date(2026, 11, 21)
GIVEN = Waiver("rådet er lite", "Kari Nordmann")
RULES = load([builtin()])
WORDS = "Politirådet har minst ett fast møte i året i hver kommune, og ordføreren kaller inn."


# ---------------------------------------------------------------- the same words


@pytest.mark.parametrize("again", [
    "Politirådet har minst ett fast mø-\nte i året i hver kommune,\nog ordføreren kaller inn",
    "POLITIRÅDET har minst ett  fast møte i året i hver kommune og ordføreren kaller inn.",
    "Polit1radet har minst ett fast mote i aret i hver komrnune, og ordforeren ka11er inn.",
    "Politiradet har minst ett fast mete i året i hver kommune, 0g 0rdføreren kailer inn.",
    "Politi rådet har minst ett fast møteiåret i hver kommune, og ordføreren kaller inn.",
])
def test_words_that_are_set_or_recognised_otherwise_are_the_same(again: str) -> None:
    assert same(WORDS, again)


@pytest.mark.parametrize(("one", "other"), [
    (WORDS, WORDS.replace("ett", "to")), (WORDS, WORDS.replace("minst", "høyst")),
    (WORDS, WORDS.replace("har", "har ikke")), (WORDS, WORDS.replace("i året", "annethvert år")),
    (WORDS, WORDS.replace(", og ordføreren kaller inn", "")), (WORDS, ""), ("", WORDS),
    ("Rådet har 2 møter", "Rådet har 3 møter"), ("kan møtes", "skal møtes"),
])
def test_words_that_say_another_thing_are_not(one: str, other: str) -> None:
    assert not same(one, other)


def finding(*words: str, verdict: VerdictName = "fail") -> Verdict:
    return Verdict("PR002", "x", verdict, "warning", "m", None, None, None,
                   tuple(Evidence(one) for one in words))


def judged(data: bytes, name: str) -> dict[str, Verdict]:
    report = judge(read_here(data, name=name), RULES, DAY)
    return {one.rule: one for one in report.verdicts if one.verdict in FINDINGS}


TEXT = """\
# Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt

## Politiråd

Politirådet i Lom består av ordføreren og politistasjonssjefen. Politirådet har ett ordinært møte \
i året, i november, og møtene ledes av ordføreren, som også kaller inn på vegne av kommunen.

## Oppfølging

Samarbeidet etter avtalen evalueres når partene er enige om at det er behov for det. Kommunens og \
politiets satsingsområder framgår av strategisk næringsplan.
"""


def pdf(text: str) -> bytes:
    """The text on small pages of few lines."""
    file = io.BytesIO()
    canvas = Canvas(file, A5)
    lines = [line for paragraph in text.splitlines()
             for line in textwrap.wrap(paragraph.lstrip("# "), 46) or [""]]
    for start in range(0, len(lines), 9):
        for number, line in enumerate(lines[start : start + 9]):
            canvas.drawString(40, 540 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_findings_are_known_again_in_other_lines_and_pages() -> None:
    first = judged(TEXT.encode(), "a.md")
    assert sum(bool(one.evidence) for one in first.values()) >= 2
    wrapped = "\n".join(textwrap.fill(line, 38) for line in TEXT.splitlines())
    for again in (judged(wrapped.encode(), "a.md"), judged(pdf(TEXT), "a.pdf")):
        for rule in ("PR002", "EV002"):
            assert fingerprint(again[rule]) == fingerprint(first[rule])
    changed = judged(TEXT.replace("ett ordinært", "inntil ett").encode(), "a.md")
    assert fingerprint(changed["PR002"]) != fingerprint(first["PR002"])


@pytest.mark.parametrize(("letters", "wrong"), [
    ("ø", "o"), ("ø", "e"), ("å", "a"), ("l", "1"), ("i", "l"), ("o", "0"), ("m", "rn"), ("t", "f"),
    ("e", "c"), ("n", "u"), ("a", ""), ("s", "5"),
])
def test_findings_are_known_again_after_recognition(letters: str, wrong: str) -> None:
    words = WORDS.split()
    damaged = [word.replace(letters, wrong, 1) if len(word) > 3 else word for word in words]
    assert damaged != words and same(WORDS, " ".join(damaged))


# ---------------------------------------------------------------- what a grant covers


def grant(words: tuple[str, ...] | None, *documents: str, verdict: VerdictName | None = None,
          until: dt.date | None = None, rule: str = "PR002") -> Grant:
    return Grant(rule, documents or ("/x",), replace(GIVEN, until=until), words, verdict)


def test_a_waiver_of_what_could_not_be_read_ends_when_it_is_read() -> None:
    unread, missing = finding(verdict="unknown"), finding()
    assert grant((), verdict="unknown").is_for(unread)
    assert not grant((), verdict="unknown").is_for(missing)
    assert not grant(()).is_for(unread) and grant(()).is_for(missing)
    assert grant(None).is_for(unread) and not grant(None).is_for(finding(verdict="pass"))


def report_on(*verdicts: Verdict, sha256: str = "ab" * 32) -> DocumentReport:
    return replace(JUDGED, sha256=sha256, verdicts=verdicts)


def test_documents_are_meant_by_place_or_content() -> None:
    report = report_on(finding("a"))
    for pattern, meant in (("/x/*.pdf", True), ("/x", True), ("/x/gol.pdf", True), ("/y", False),
                           (f"sha256:{report.sha256}", True), ("sha256:00", False)):
        found = granted([report], ["/x/gol.pdf"], Grants([grant(None, pattern)]), DAY)
        assert (found.documents[0].verdicts[0].waiver is not None) is meant
        assert found.stale == ()  # what is of another document is no news


def test_waivers_that_waive_nothing_are_told() -> None:
    live, gone = grant(("a",)), grant(("b",))
    past = grant(("a",), until=DAY - dt.timedelta(days=1))
    unjudged = grant(None, rule="PR003")
    found = granted([report_on(finding("a"))], ["/x"], Grants([past, live, gone, unjudged]), DAY)
    assert found.documents[0].verdicts[0].waiver == live.waiver
    assert [(one.state, one.waiver) for one in found.stale] == [
        ("expired", past.waiver), ("unused", gone.waiver)]
    unread = granted([report_on(finding(verdict="unknown"))], ["/x"], Grants([live]), DAY)
    assert unread.stale == ()  # nobody knows whether it is gone


# ---------------------------------------------------------------- the file


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "w.toml"
    verdict = finding('ett "møte"\\', "a\x1b\u202e\nb", "næste")
    text = waiver_text(verdict, ["a.pdf", "sha256:00"], Waiver("så\n«be»", "Kari", DAY))
    assert text.isprintable() is False and set(text) - {"\n"} == {
        one for one in text if one.isprintable()}
    file.write_text(added("# mitt\n[[waiver]]\nrule='politirad-omtalt'\ndocument='*'\nreason='x'",
                          [text]), encoding="utf-8")
    first, second = read(file, RULES, "nb")
    assert (first.rule, first.words, first.line) == ("PR001", None, 2)
    assert second.waiver == Waiver("så\n«be»", "Kari", DAY)
    assert second.is_for(verdict) and second.documents == (f"{tmp_path}/a.pdf", "sha256:00")


def test_all_mistakes_in_a_file_of_waivers_are_told(tmp_path: Path) -> None:
    file = tmp_path / "w.toml"
    for text, faults in (
            ("[[waiver]]\nrule='PR002'\nreason=' '\nuntill=2026-01-01\nuntil='2027'\n",
             [":4:1: unknown key", ":1:1: the key \"document\" is missing",
              ":3:8: the text is empty", ":5:7: a date is expected"]),
            ("[[waiver]]\nrule='PR02'\ndocument=''\nreason='x'\n[[baseline]]\nrule='x'\n",
             [":3:10: the text is empty", ":5:1: the key", ":5:1: the key", ":5:1: the key"]),
            ("[[waiver]]\nrule='PR02'\ndocument='*'\nreason='x'\n", [':2:6: unknown rule "PR02"']),
            ("[[waiver]]\nrule='PR002'\ndocument='*'\nreason='x'\nverdict='pass'",
             [':5:9: unknown word "pass"'])):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ConfigError) as caught:
            read(file, RULES, "nb")
        told = [str(one).removeprefix(str(file)) for one in caught.value.faults]
        assert len(told) == len(faults)
        assert all(any(one.startswith(fault) for one in told) for fault in faults), told


def test_only_the_baseline_is_taken_out() -> None:
    text = ("# a\n[[baseline]]\nrule = 'x'\nwords = [\n 'q',\n]\n\n# b\n[[waiver]]\nrule = 'y'\n"
            "[[baseline]]\nrule = 'z'\n")
    assert without_baseline(text, "f") == "# a\n# b\n[[waiver]]\nrule = 'y'\n"
    assert without_baseline("", "f") == ""


# ---------------------------------------------------------------- the commands


def test_a_finding_that_is_waived_does_not_count(run: Callable[..., Result]) -> None:  # noqa: F811
    Path("agreementlint-waivers.toml").write_text("# våre unntak\n", encoding="utf-8")
    given = run("waive", "vond.txt", "PR002", "--reason", "Rådet er lite", "--by", "Kari",
                "--until", "2099-01-01")
    assert given.exit_code == 0 and "agreementlint-waivers.toml" in given.stderr
    text = Path("agreementlint-waivers.toml").read_text(encoding="utf-8")
    assert text.startswith("# våre unntak\n") and tomllib.loads(text)["waiver"][0]["by"] == "Kari"
    assert run("check", "vond.txt", "--select", "PR002").exit_code == 0
    assert run("check", "vond.txt", "--select", "PR002", "--no-waivers").exit_code == 1
    late = run("check", "vond.txt", "--select", "PR002", "--as-of", "2099-01-02")
    assert late.exit_code == 1 and "waivers.toml:3: Unntaket fra PR002 gikk ut" in late.stderr
    Path("vond.txt").write_text("Nå har vi to møter.", encoding="utf-8")
    gone = run("check", "vond.txt", "--format", "json")
    assert "gjelder ikke noe funn lenger" in gone.stderr
    (stale,) = json.loads(gone.stdout)["waivers"]
    assert (stale["state"], stale["line"], stale["file"]) == (
        "unused", 3, "agreementlint-waivers.toml")


@pytest.mark.parametrize(("arguments", "said"), [
    (["god.txt", "PR002", "--reason", "x"], "har ikke noe funn for PR002 (følger)"),
    (["vond.txt", "PR", "--reason", "x"], ""), (["vond.txt", "XX", "--reason", "x"], "Ukjent"),
    (["vond.txt", "PR002", "--reason", " "], "må ha en grunn"),
    (["vond.txt", "PR002", "--reason", "x", "--until", "2001-01-01"], "01.01.2001 er forbi"),
    (["ingen.txt", "PR002", "--reason", "x"], "ingen.txt"),
    (["PR002", "vond.txt", "--reason", "x"], "«agreementlint waive vond.txt PR002 --reason …»"),
    (["PR02", "vond.txt", "--reason", "x", "--lang", "nn"], "Avtalen skal stå først"),
])
def test_what_cannot_be_waived(run: Callable[..., Result], arguments: list[str],  # noqa: F811
                               said: str) -> None:
    result = run("waive", *arguments)
    assert said in result.stderr
    assert result.exit_code == (2 if said else 0)
    assert Path("agreementlint-waivers.toml").exists() is not bool(said)


def test_a_baseline_is_written_used_and_renewed(run: Callable[..., Result]) -> None:  # noqa: F811
    written = run("check", "vond.txt", "god.txt", "--write-baseline", "gamle.toml")
    assert written.exit_code == 0 and "Grunnlinjen med 2 funn" in written.stderr
    Path("gamle.toml").write_text("# behold\n" + Path("gamle.toml").read_text(encoding="utf-8"),
                                  encoding="utf-8")
    assert run("check", "vond.txt", "god.txt").exit_code == 1
    assert run("check", "vond.txt", "god.txt", "--baseline", "gamle.toml").exit_code == 0
    Path("vond.txt").write_text("Vi har to møter.", encoding="utf-8")
    Path("god.txt").write_text("Vi har ingen møter.", encoding="utf-8")
    better = run("check", "vond.txt", "god.txt", "--baseline", "gamle.toml")
    assert "gamle.toml: 2 funn i grunnlinjen finnes ikke lenger" in better.stderr
    run("check", "vond.txt", "god.txt", "--write-baseline", "gamle.toml")
    text = Path("gamle.toml").read_text(encoding="utf-8")
    assert text.startswith("# behold\n") and len(tomllib.loads(text)["baseline"]) == 2
    assert run("check", "god.txt", "--baseline", "gamle.toml", "--no-waivers").exit_code == 1


def test_an_audit_takes_waivers_too(run: Callable[..., Result]) -> None:  # noqa: F811
    run("waive", "vond.txt", "PR002", "--reason", "Rådet er lite", "--by", "Kari")
    result = run("audit", "vond.txt", "--format", "json")
    (document,) = json.loads(result.stdout)["documents"]
    assert [one["waiver"] and one["waiver"]["by"] for one in document["verdicts"]] == [
        "Kari", None]


def test_mistakes_in_waivers_are_status_2(run: Callable[..., Result]) -> None:  # noqa: F811
    Path("agreementlint-waivers.toml").write_text("[[waiver]]\nrule='PR02'\n", encoding="utf-8")
    result = run("check", "god.txt")
    assert result.exit_code == 2 and "agreementlint-waivers.toml:1:1: nøkkelen" in result.stderr
    assert run("check", "god.txt", "--no-waivers").exit_code in (0, 1)


def test_nothing_hostile_is_written(run: Callable[..., Result]) -> None:  # noqa: F811
    run("waive", "vond.txt", "PR002", "--reason", HOSTILE, "--by", HOSTILE)
    text = Path("agreementlint-waivers.toml").read_text(encoding="utf-8")
    assert all(one.isprintable() for one in text if one != "\n")
    assert run("check", "vond.txt").exit_code == 1
