"""What Python programs are given is what the command line says, with types, and nothing beside."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import agreementlint
from agreementlint.cli import main

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpus/gold/b-nord-osterdal.pdf"
DAY = dt.date(2026, 1, 1)
PAGE = ROOT / "docs/python.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)


def told(capfdbinary: Any, *arguments: str) -> str:
    """What the command line writes."""
    with pytest.raises(SystemExit):
        main([*arguments, "--no-config", "--no-cache"])
    written: bytes = capfdbinary.readouterr().out
    return written.decode("utf-8")


@pytest.fixture(scope="module")
def report() -> agreementlint.Report:
    return agreementlint.check(SAMPLE, as_of=DAY, lang="en")


def test_the_report_is_that_of_the_command_line(report: agreementlint.Report,
                                                capfdbinary: Any) -> None:
    assert report.to_json() == told(capfdbinary, "check", str(SAMPLE), "--format", "json",
                                    "--as-of", "2026-01-01", "--lang", "en")


def test_what_a_verdict_tells(report: agreementlint.Report) -> None:
    document = json.loads(report.to_json())["documents"][0]
    assert [one.rule for one in report.verdicts] == [one["rule"] for one in document["verdicts"]]
    finding = next(one for one in report.findings if one.evidence)
    assert finding.message and finding.asks and finding.chapter and finding.page
    assert finding.evidence[0].text and finding.evidence[0].page and finding.evidence[0].bbox
    assert {one.verdict for one in report.findings} <= {"fail", "review", "unknown"}
    assert report.coverage and report.coverage.checked > 10
    assert report.kind == "agreement" and report.notice is None


def test_facts_are_those_of_the_json(report: agreementlint.Report) -> None:
    said = json.loads(report.to_json())["documents"][0]["facts"]
    ours = dataclasses.asdict(report.facts)
    assert list(ours) == list(said)
    plain = {name: value.isoformat() if isinstance(value, dt.date) else
             list(value) if isinstance(value, tuple) else value for name, value in ours.items()}
    assert plain == said
    assert isinstance(report.facts.valid_to, dt.date)


def test_results_cannot_be_changed(report: agreementlint.Report) -> None:
    for record in (report, report.document, report.facts, report.verdicts[0]):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, dataclasses.fields(record)[0].name, None)


def test_bytes_have_a_name_and_words_choose_rules(report: agreementlint.Report) -> None:
    found = agreementlint.check(SAMPLE.read_bytes(), name="x.pdf", as_of=DAY, select="PR,EV003",
                                ignore=["PR001"])
    assert found.document.path == "x.pdf"
    assert found.document.sha256 == report.document.sha256
    rules = [one.rule for one in found.verdicts]
    assert "EV003" in rules and "PR002" in rules and "PR001" not in rules and "AV001" not in rules


MISTAKES = {
    "not-found": (["nowhere.pdf"], {}),
    "unsupported": (["."], {}),
    "empty": ([b""], {}),
    "option": ([b"x"], {"select": "PRX"}),
    "rules": ([b"x"], {"rules": "nowhere"}),
    "settings": ([b"x"], {"settings": "nowhere.toml"}),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_mistakes_are_one_exception(kind: str) -> None:
    (source,), options = MISTAKES[kind]
    with pytest.raises(agreementlint.CheckError) as caught:
        agreementlint.check(source, **options)  # type: ignore[arg-type]
    assert caught.value.kind == kind
    assert str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("options", [{"lang": "de"}, {"ocr": "no"}, {"view": ""}, {"timeout": 0},
                                     {"jobs": -1}, {"as_of": "2026-01-01"},
                                     {"as_of": dt.datetime(2026, 1, 1)}])
def test_values_that_an_option_cannot_have(options: Any) -> None:
    with pytest.raises(agreementlint.CheckError, match=next(iter(options))) as caught:
        agreementlint.check(b"x", **options)
    assert caught.value.kind == "option"


def test_what_is_no_option_is_a_wrong_call() -> None:
    wrong: Any = agreementlint.check
    with pytest.raises(TypeError):
        wrong(b"x", fail_on="never")
    with pytest.raises(TypeError):
        wrong(SAMPLE, name="x.pdf")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_sentence_is_that_of_the_command_line(lang: Any, tmp_path: Path, capfdbinary: Any,
                                                  ) -> None:
    file = tmp_path / "tom.txt"
    file.write_bytes(b"")
    with pytest.raises(agreementlint.CheckError) as caught:
        agreementlint.check(file, lang=lang)
    assert str(caught.value) in told(capfdbinary, "check", str(file), "--lang", lang)


def test_settings_and_waivers_are_read_only_when_named(tmp_path: Path,
                                                       report: agreementlint.Report) -> None:
    agreement = tmp_path / "avtale.pdf"
    shutil.copy(SAMPLE, agreement)
    (tmp_path / "agreementlint.toml").write_text('select = ["EV"]\nlang = "nn"\n', encoding="utf-8")
    finding = next(one for one in report.findings if one.rule.startswith("EV"))
    waivers = tmp_path / "agreementlint-waivers.toml"
    waivers.write_text(f'[[waiver]]\nrule = "{finding.rule}"\ndocument = "*.pdf"\n'
                       'reason = "avtalt"\nby = "rådet"\n', encoding="utf-8")
    alone = agreementlint.check(agreement, as_of=DAY)
    assert alone.lang == "nb" and len(alone.verdicts) > len(report.findings)
    assert not any(one.waiver for one in alone.verdicts)
    asked = agreementlint.check(agreement, as_of=DAY, settings=tmp_path / "agreementlint.toml",
                                waivers=waivers)
    assert asked.lang == "nn"
    assert {one.rule[:2] for one in asked.verdicts} == {"EV"}
    assert [one.rule for one in asked.verdicts if one.waiver] == [finding.rule]
    assert finding.rule not in {one.rule for one in asked.findings}
    over = agreementlint.check(agreement, as_of=DAY, lang="en", select=["AV"],
                               settings=tmp_path / "agreementlint.toml")
    assert over.lang == "en" and {one.rule[:2] for one in over.verdicts} == {"AV"}


def test_nothing_is_printed_or_kept_unless_asked(tmp_path: Path, capfd: Any) -> None:
    text = "Samarbeidsavtale\n\nPolitirådet har to faste møter i året.\n".encode()
    agreementlint.check(text, any_document=True)
    assert capfd.readouterr() == ("", "")
    assert not (tmp_path / "cache").exists()  # see conftest.own_cache
    agreementlint.check(text, any_document=True, cache=True)
    assert (tmp_path / "cache").exists()


def test_a_thread_may_check_too(report: agreementlint.Report) -> None:
    found: list[agreementlint.Report] = []
    thread = threading.Thread(target=lambda: found.append(
        agreementlint.check(SAMPLE, as_of=DAY, lang="en")))
    thread.start()
    thread.join()
    assert found == [report]


def test_a_district_is_that_of_the_command_line(tmp_path: Path, capfdbinary: Any) -> None:
    folder = tmp_path / "avtaler"
    folder.mkdir()
    shutil.copy(SAMPLE, folder)
    (folder / "tom.txt").write_bytes(b"")
    audit = agreementlint.audit_district(folder, district="Innlandet", as_of=DAY)
    assert audit.to_json() == told(capfdbinary, "audit", str(folder), "--district", "Innlandet",
                                   "--format", "json", "--as-of", "2026-01-01")
    assert [one.error and one.error.kind for one in audit.documents] == [None, "empty"]
    assert agreementlint.facts_of(audit.documents[0]).police_district


@pytest.mark.parametrize(("paths", "options", "kind"), [
    (["*.none"], {}, "not-found"), ([SAMPLE], {"district": "Mars"}, "option"),
    ([SAMPLE], {"since": SAMPLE}, "option"), (["@none"], {}, "option"),
])
def test_mistakes_about_a_district(paths: Any, options: Any, kind: str) -> None:
    with pytest.raises(agreementlint.CheckError) as caught:
        agreementlint.audit_district(paths, **options)
    assert caught.value.kind == kind


def test_importing_loads_nothing() -> None:
    program = ("import sys, agreementlint; dir(agreementlint); "
               "print([one for one in sys.modules if one.startswith('agreementlint.')], "
               "'typing' in sys.modules and 'spacy' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          check=True, cwd=ROOT)
    assert done.stdout == "[] False\n"


def test_all_that_is_public_is_there() -> None:
    for name in agreementlint.__all__:
        assert getattr(agreementlint, name).__doc__, name
    with pytest.raises(AttributeError):
        _ = agreementlint.nothing  # type: ignore[attr-defined]


def test_the_page_tells_of_every_option() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", PAGE.read_text(encoding="utf-8").split("## Options")[1],
                      re.M)
    names = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert names == set(agreementlint.Options.__annotations__)


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                      capsys: Any) -> None:
    shutil.copy(SAMPLE, tmp_path / "avtale.pdf")
    (tmp_path / "avtaler").mkdir()
    shutil.copy(ROOT / "corpus/gold/a-larvik.pdf", tmp_path / "avtaler")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for example in EXAMPLES:
        exec(compile(example, str(PAGE), "exec"), names)
    said = capsys.readouterr().out
    assert said.startswith("agreement ")
    assert "not-found" in said and "the guide, chapter" in said and "a-larvik.pdf" in said
    assert len(EXAMPLES) == 4 and names["rules"] >= {"PR002", "EV003"}


def test_a_user_s_program_has_types(tmp_path: Path) -> None:
    """mypy knows what is given, and finds what is wrong."""
    program = tmp_path / "program.py"
    program.write_text("\n".join([*EXAMPLES,
                                  "reveal_type(report.facts.valid_to)",
                                  "reveal_type(report.findings[0].evidence[0].page)",
                                  "reveal_type(audit.documents[0].verdicts)",
                                  'agreementlint.check("a.pdf", lang="de")',
                                  'agreementlint.check("a.pdf", name="b.pdf")']), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-error-summary",
                           "--config-file", str(ROOT / "pyproject.toml"), str(program)],
                          capture_output=True, text=True, check=False, cwd=ROOT)
    told = [line.split(": ", 2)[1:] for line in done.stdout.splitlines() if "program.py" in line]
    assert done.stdout.count(": error: ") == 2, done.stdout + done.stderr
    notes = " ".join(text for kind, text in told if kind == "note")
    assert '"datetime.date | None"' in notes
    assert '"int | None"' in notes
    assert '"tuple[agreementlint.model.Verdict, ...]"' in notes
