from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from agreementlint import judge
from agreementlint.cache import folder
from agreementlint.cli import app, main
from agreementlint.lint import lint
from agreementlint.model import Document, DocumentReport, Fact, ReadError
from agreementlint.output import write
from agreementlint.reading import isolate
from agreementlint.rules import load
from agreementlint.run import files, many, one
from agreementlint.run.task import packed
from tests.cases import case, document
from tests.rulefiles import write_rule

ROOT = Path(__file__).parent.parent


class Read:
    """A file that has been read; its text decides what becomes of it."""

    def __init__(self, source: Path | bytes):
        self.path = "-" if isinstance(source, bytes) else str(source)
        self.text = source.decode() if isinstance(source, bytes) else ""

    def result(self) -> Document:
        if self.path != "-":
            if not Path(self.path).exists():
                raise ReadError("not-found", "file")
            self.text = Path(self.path).read_text(encoding="utf-8")
        if "skadet" in self.text:
            raise ReadError("damaged", "pdf")
        content = hashlib.sha256(self.text.encode()).hexdigest()
        return replace(document(self.text, path=self.path), sha256=content)


def judged(doc: Document, rules: Any, as_of: Any, lang: Any, *, selected: Any = None,
           any_document: bool) -> DocumentReport:
    if "krasj" in doc.text:
        raise RuntimeError("noe \x1b galt")
    facts = {"meetings_per_year": Fact(2, "stated") if "to" in doc.text.split() else Fact()}
    found = lint(case(facts, text=doc.text), rules, lang)
    return DocumentReport(doc.path, doc.sha256, doc.format, verdicts=tuple(
        one for one in found.verdicts if selected is None or one.rule in selected),
        crashes=tuple(f"{rule}: {error}" for rule, error in found.crashes))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command over a reader and rules of the test's own, in a folder of its own."""
    packs = tmp_path / "rules"
    packs.mkdir()
    write_rule(packs, "PR002", "moter")
    write_rule(packs, "EV001", "evaluering", severity="error")
    monkeypatch.setattr("agreementlint.rules.builtin", lambda: packs)
    monkeypatch.setattr(isolate, "start", lambda source, timeout, name, wishes: Read(source))
    monkeypatch.setattr(many, "worked_out", lambda source, name, task, seen: packed(
        one.outcome(source, name, task)))
    monkeypatch.setattr(judge, "prepare", lambda: None)
    monkeypatch.setattr(judge, "judge", judged)
    monkeypatch.chdir(tmp_path)
    Path("god.txt").write_text("Vi har to møter.", encoding="utf-8")
    Path("vond.txt").write_text("Vi har ingen.", encoding="utf-8")
    return lambda *arguments, **options: CliRunner().invoke(app, list(arguments), **options)


def verdicts(result: Result) -> list[tuple[str, list[str]]]:
    return [(one["path"], [verdict["verdict"] for verdict in one["verdicts"]])
            for one in json.loads(result.stdout)["documents"]]


def test_exit_statuses(run: Callable[..., Result]) -> None:
    assert run("check", "god.txt").exit_code == 0
    assert run("check", "vond.txt").exit_code == 1
    assert run("check", "nei.txt", "god.txt").exit_code == 2
    assert run("check").exit_code == 2
    assert run("check", "god.txt", "--format", "xml").exit_code == 2
    assert run("check", "god.txt", "--as-of", "i går").exit_code == 2


@pytest.mark.parametrize(("select", "fail_on", "status"), [
    ("PR", "error", 0), ("PR", "warning", 1), ("PR", "note", 1), ("PR", "never", 0),
    ("EV", "error", 1),
])
def test_fail_on(run: Callable[..., Result], select: str, fail_on: str, status: int) -> None:
    assert run("check", "vond.txt", "--select", select, "--fail-on", fail_on).exit_code == status


def test_other_files_are_checked_when_one_fails(run: Callable[..., Result]) -> None:
    Path("a.txt").write_text("skadet")
    Path("b.txt").write_text("krasj")
    result = run("check", "a.txt", "b.txt", "c.txt", "god.txt", "--format", "json", "--jobs", "1")
    assert result.exit_code == 2
    assert verdicts(result) == [("a.txt", []), ("b.txt", []), ("c.txt", []),
                                ("god.txt", ["pass", "pass"])]
    kinds = [one["error"] and one["error"]["kind"]
             for one in json.loads(result.stdout)["documents"]]
    assert kinds == ["damaged", "crashed", "not-found", None]
    assert "a.txt: PDF-en er ødelagt" in result.stderr
    assert "Traceback" not in result.stderr and "\x1b" not in result.output
    assert "Traceback" in run("check", "b.txt", "--debug").stderr


def test_a_rule_that_crashes_is_status_2_and_no_missing_row(run: Callable[..., Result]) -> None:
    write_rule(Path("rules"), "TP001", "taushet", cases=(
        '  - {verdict: pass, when: {fact: {name: term, state: [running]}}, message: {nb: x, nn: x, '
        'en: x}}'))
    result = run("check", "god.txt", "--format", "json")
    assert (result.exit_code, verdicts(result)) == (2, [("god.txt", ["pass", "pass", "unknown"])])
    assert "TP001" in result.stderr


def test_folders_are_read_in_order_without_what_is_no_document(run: Callable[..., Result]) -> None:
    for name in ("m/b.txt", "m/a/z.md", "m/.skjult/x.txt", "m/~$b.docx", "m/bilde.png", "m/C.TXT"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("to")
    result = run("check", "m", "god.txt", "m/b.txt", "--format", "json")
    assert [path for path, _ in verdicts(result)] == ["m/C.TXT", "m/a/z.md", "m/b.txt", "god.txt"]
    Path("m/gammel.DOC").write_text("to")
    assert "m/gammel.DOC" in run("check", "m", "--format", "json").stdout
    Path("tom").mkdir()
    assert run("check", "tom").exit_code == 2
    assert "Fant ingen dokumenter i tom." in run("check", "tom", "god.txt").stderr


def test_a_folder_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch,
                                                tmp_path: Path) -> None:
    def walk(path: Path, onerror: Callable[[OSError], None]) -> list[Any]:
        onerror(PermissionError(13, "Permission denied", str(path / "lukket")))
        return [(str(path), [], ["a.txt"])]

    monkeypatch.setattr(files.os, "walk", walk)
    assert files.files_in(tmp_path) == (tmp_path / "a.txt", tmp_path / "lukket")


def test_standard_input(run: Callable[..., Result]) -> None:
    result = run("check", "-", "--format", "json", input="Vi har to møter.")
    assert verdicts(result) == [("-", ["pass", "pass"])]
    nothing = run("check", "-", input="")
    assert nothing.exit_code == 2 and "Det kom ingen tekst på standard inn;" in nothing.stdout


@pytest.mark.parametrize(("lang", "missing", "nothing"), [
    ("nb", "Filen finnes ikke", "Det kom ingen tekst på standard inn; send teksten dit, eller "
                                "oppgi en fil."),
    ("nn", "Fila finst ikkje", "Det kom ingen tekst på standard inn; send teksten dit, eller "
                               "oppgi ei fil."),
    ("en", "The file does not exist", "No text came on standard input; send the text there, or "
                                      "name a file."),
])
def test_errors_are_told_in_the_language_asked_for(run: Callable[..., Result], lang: str,
                                                   missing: str, nothing: str) -> None:
    told = [one["error"]["message"] for one in json.loads(
        run("check", "c.txt", "-", "--lang", lang, "--format", "json").stdout)["documents"]]
    assert told[0].startswith(missing) and told[1] == nothing


@pytest.mark.parametrize(("options", "rules"), [
    (["--select", "pr002"], {"PR002"}),
    (["--select", "moter,EV"], {"PR002", "EV001"}),
    (["--select", "PR", "--ignore", "PR002"], set()),
    (["--ignore", "EV"], {"PR002"}),
])
def test_selection(run: Callable[..., Result], options: list[str], rules: set[str]) -> None:
    result = run("check", "god.txt", "--format", "json", *options)
    assert {one["rule"] for one in json.loads(result.stdout)["documents"][0]["verdicts"]} == rules


@pytest.mark.parametrize("command", [["check", "god.txt", "--select"], ["explain"]])
def test_an_unknown_rule_is_a_wrong_use_with_a_hint(run: Callable[..., Result],
                                                    command: list[str]) -> None:
    result = run(*command, "evaluring")
    assert result.exit_code == 2
    assert "Ukjent regel «evaluring». Mente du evaluering?" in result.stderr


def test_mistakes_in_rules_end_the_run_before_a_document_is_opened(
        run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolate, "start", lambda *_, **__: pytest.fail("opened"))
    Path("mine").mkdir()
    write_rule(Path("mine"), "XX001", "min", severity="alvorlig")
    for lang, said in (("nb", "ukjent ord «alvorlig»; tillatt"), ("nn", "tillate: error"),
                       ("en", 'unknown word "alvorlig"; allowed')):
        result = run("check", "god.txt", "--rules", "mine", "--lang", lang)
        assert result.exit_code == 2
        assert result.stderr.startswith("mine/XX001-min.yaml:3:11: ") and said in result.stderr
    assert "ukjent ord «alvorlig»" in run("rules", "--rules", "mine").stderr


def test_further_rules(run: Callable[..., Result]) -> None:
    Path("mine").mkdir()
    write_rule(Path("mine"), "XX001", "min")
    result = run("check", "god.txt", "--rules", "mine", "--format", "json")
    assert verdicts(result) == [("god.txt", ["pass", "pass", "pass"])]


@pytest.mark.parametrize(("arguments", "said"), [
    (["chekc"], "Ukjent kommando «chekc». Mente du check eller cache?"),
    (["chek"], "Ukjent kommando «chek». Mente du check, cache eller schema?"),
    (["pyproject.toml"],
     "Ukjent kommando «pyproject.toml». En avtale sjekkes med «agreementlint check FIL»."),
    (["--format", "json", "check", "x"], "Ukjent valg «--format». Valgene til en kommando skrives "
                                         "etter navnet på den, som i «agreementlint check FIL "
                                         "--format json»."),
    (["check", "x", "--baseline", "nei.toml"],
     "Ugyldig verdi for --baseline. Det skal være en fil som finnes."),
    (["check"], "Dette mangler: FIL."),
    (["check", "x", "--fromat", "json"],
     "Ukjent valg «--fromat». Mente du --format eller --files-from?"),
    (["check", "x", "--format", "xml"],
     "Ugyldig verdi for --format. Velg en av disse: terminal, json, jsonl, html, csv, "
     "sarif, junit, github, gitlab."),
    (["check", "x", "--as-of", "i går"],
     "Ugyldig verdi for --as-of. Skriv en dato som ÅÅÅÅ-MM-DD, for eksempel 2026-12-31."),
    (["check", "x", "--jobs", "0"], "Ugyldig verdi for --jobs. Skriv et tall som er minst 1."),
    (["check", "x", "--rules", "nei"],
     "Det finnes ingen mappe «nei» med regler. Disse pakkene følger med: "),
    (["check", "x", "--format"], "Valget «--format» er brukt feil: noen valg skal ha en verdi, "
                                 "andre ikke. Se --help."),
    (["check", "x", "--select", "\x1b[31m"], "Ukjent regel «\\x1b[31m». «agreementlint rules» "
                                             "viser alle."),
])
def test_wrong_usage_is_told_in_the_users_language(arguments: list[str], said: str,
                                                   capsysbinary: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsysbinary.readouterr().err.decode().startswith(f"agreementlint: {said}")


def test_what_is_asked_about_recognition_reaches_the_reader(
        run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def start(source: Any, timeout: float, name: str, wishes: Any) -> Read:
        asked.append(wishes)
        return Read(source)

    monkeypatch.setattr(isolate, "start", start)
    run("check", "god.txt", "--jobs", "3")
    run("check", "god.txt", "--ocr", "never", "--no-cache")
    usual, never = asked
    assert (usual.ocr, usual.share.workers) == ("auto", 3) and usual.cache is not None
    assert (never.ocr, never.cache) == ("never", None)
    shown = run("check", "--help").stdout
    assert "--ocr [auto|never|always]" in shown and "--no-cache" in shown
    assert "for hver side som leses med OCR" in " ".join(shown.split())


def test_a_missing_tesseract_is_told_once(run: Callable[..., Result],
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    def unread(doc: Document, *arguments: Any, **options: Any) -> DocumentReport:
        return DocumentReport(doc.path, doc.sha256, "pdf", 2, unread_pages=(2,),
                              why_unread="tesseract")

    monkeypatch.setattr(judge, "judge", unread)
    told = run("check", "god.txt", "vond.txt", "--format", "json").stderr
    assert told.count("Tesseract") == 1 and "Ikke lest: side 2" in told


def test_without_arguments_the_help_keeps_its_lines(capsysbinary: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    lines = capsysbinary.readouterr().err.decode().splitlines()
    assert ended.value.code == 2 and lines[0] == "Bruk: agreementlint [VALG] KOMMANDO …"
    assert {"Valg:", "Kommandoer:"} <= set(lines)


@pytest.mark.parametrize(("lang", "why"), [
    ("nb", "Kan ikke skrive ingen/ut.txt: mappen finnes ikke."),
    ("nn", "Kan ikkje skrive ingen/ut.txt: mappa finst ikkje."),
    ("en", "Cannot write ingen/ut.txt: the folder does not exist."),
])
def test_why_a_report_cannot_be_written(run: Callable[..., Result], lang: str, why: str) -> None:
    assert why in run("check", "god.txt", "-o", "ingen/ut.txt", "--lang", lang).stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "agreementlint", "rules"], cwd=ROOT,
                              stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "agreementlint: Kan ikke skrive standard ut: det er ikke plass.\n")


def test_the_report_goes_to_a_file_whole_or_not_at_all(run: Callable[..., Result]) -> None:
    result = run("check", "vond.txt", "--format", "json", "-o", "ut.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads(Path("ut.json").read_text(encoding="utf-8"))["documents"]
    result = run("check", "vond.txt", "-o", "ingen/ut.txt")
    assert result.exit_code == 2 and "ingen/ut.txt" in result.stderr
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(("name", "begins"), [
    ("ut.json", "{"), ("ut.HTML", "<!doctype"), ("ut.csv", "\ufeff"), ("ut.txt", "vond.txt"),
    ("ut", "vond.txt"),
])
def test_the_name_of_a_report_gives_its_format(run: Callable[..., Result], name: str,
                                               begins: str) -> None:
    assert run("check", "vond.txt", "-o", name).exit_code == 1
    assert Path(name).read_text(encoding="utf-8").lower().startswith(begins)


@pytest.mark.parametrize("name", ["ut.xlsx", "ut.pdf", "ut.gitlab"])
def test_a_report_is_not_called_what_it_cannot_be(run: Callable[..., Result], name: str) -> None:
    result = run("check", "vond.txt", "-o", name)
    assert result.exit_code == 2 and not Path(name).exists()
    assert (f"Formatet går ikke fram av {name}; velg et navn som ender på .json, .jsonl, .html, "
            ".csv eller .sarif, eller bruk «--format».") in result.stderr
    assert run("check", "vond.txt", "-o", name, "--format", "gitlab").exit_code == 1


@pytest.mark.parametrize("command", ["check", "audit"])
def test_a_report_is_never_written_over_an_agreement(run: Callable[..., Result],
                                                     command: str) -> None:
    Path("snarvei.txt").symlink_to("god.txt")
    for words in (["god.txt", "-o", "./god.txt"], ["snarvei.txt", "-o", "god.txt"],
                  [".", "-o", "god.txt"]):
        result = run(command, *words, "--format", "json")
        assert result.exit_code == 2 and "er en av filene som skal leses" in result.stderr
    assert Path("god.txt").read_text(encoding="utf-8") == "Vi har to møter."


def test_a_pipe_is_written_to_and_a_link_is_kept(tmp_path: Path) -> None:
    pipe, link, file = tmp_path / "pipe", tmp_path / "link", tmp_path / "ut.txt"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write("rapport", pipe)
        assert pipe.is_fifo() and os.read(reader, 100) == b"rapport"
    finally:
        os.close(reader)
    file.write_text("gammelt")
    link.symlink_to(file)
    write("nytt", link)
    assert link.is_symlink() and file.read_text() == "nytt"


def test_languages(run: Callable[..., Result]) -> None:
    assert "Tilrådingar (1)" in run("check", "vond.txt", "--lang", "nn").stdout
    assert "Recommendations (1)" in run("check", "vond.txt", "--lang", "en").stdout


def test_what_of_the_guide_is_checked(run: Callable[..., Result]) -> None:
    file = Path("rules/coverage.yaml")
    missing = run("rules", "--coverage")
    assert missing.exit_code == 2 and "her står det ingen coverage.yaml" in missing.stderr
    file.write_text("""\
edition: 2023-03-27
reasons: [{name: time, text: {nb: ses over tid, nn: synest over tid, en: seen over time}}]
chapters:
  - chapter: "7"
    title: {nb: Evaluering, nn: Evaluering, en: Evaluation}
    recommendations:
      - {page: 25, asks: {nb: Se., nn: Sjå., en: Look.}, rules: [PR002, EV001]}
      - {page: 25, asks: {nb: Lær., nn: Lær., en: Learn.}, unchecked: time}
""", encoding="utf-8")
    result = run("rules", "--coverage", "--lang", "nn")
    assert result.exit_code == 0 and result.stdout.splitlines()[4:6] == [
        "  ✓ Sjå.", "    s. 25 · PR002 moter, EV001 evaluering"]
    counted = {select: json.loads(run("check", "god.txt", "--format", "json", *select).stdout)
               for select in ((), ("--ignore", "PR002", "--ignore", "EV001"))}
    assert [one["coverage"]["checked"] for one in counted.values()] == [1, 0]
    file.write_text(file.read_text(encoding="utf-8").replace("EV001", "EV002"), encoding="utf-8")
    wrong = run("rules", "--coverage")
    assert wrong.exit_code == 2 and 'coverage.yaml:7:9: ukjent regel «EV002»' in wrong.stderr
    assert run("rules").exit_code == run("check", "god.txt").exit_code == 0


def test_the_cache_is_shown_and_cleared(run: Callable[..., Result]) -> None:
    assert "ingenting" in run("cache").stdout
    run("check", "god.txt")
    shown = run("cache").stdout
    assert "vurderte dokumenter" in shown and str(folder()) in shown
    assert run("cache", "--clear").exit_code == 0 and "ingenting" in run("cache").stdout


def test_a_second_check_reads_nothing(run: Callable[..., Result],
                                      monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("check", "god.txt", "--format", "json")
    monkeypatch.setattr(isolate, "start", lambda *_, **__: pytest.fail("opened"))
    assert run("check", "god.txt", "--format", "json").stdout == first.stdout
    assert json.loads(run("check", "god.txt", "--format", "json", "--select", "PR").stdout
                      )["documents"][0]["verdicts"][0]["rule"] == "PR002"


def test_lists_and_patterns_name_files(run: Callable[..., Result]) -> None:
    Path("m").mkdir()
    for name in ("m/a.txt", "m/b.txt", "m/[c].txt"):
        Path(name).write_text("to")
    Path("liste.txt").write_text("\ufeffgod.txt\n\n m/a.txt \nm/*.txt\n", encoding="utf-8")
    every = ["god.txt", "m/a.txt", "m/[c].txt", "m/b.txt"]
    assert [path for path, _ in verdicts(run("check", "@liste.txt", "--format", "json"))] == every
    assert [path for path, _ in verdicts(run("check", "--files-from", "liste.txt", "--format",
                                             "json"))] == every
    assert [path for path, _ in verdicts(run("check", "m/[c].txt", "--format", "json"))] == [
        "m/[c].txt"]
    assert "Fant ingen dokumenter i m/x*." in run("check", "m/x*", "god.txt").stderr
    missing = run("check", "@nei.txt", "god.txt")
    assert missing.exit_code == 2 and (
        "Kan ikke lese fillisten nei.txt: filen finnes ikke." in missing.stderr)


def test_the_rules_and_their_explanation(run: Callable[..., Result]) -> None:
    assert [line.split()[0] for line in run("rules").stdout.splitlines()] == [
        "Regel", "PR002", "EV001"]
    for word in ("PR002", "moter"):
        text = run("explain", word).stdout
        for part in ("Det sies noe.", "Fordi.", "Vi seier noko.", "To møter.", "kap. 7, s. 25",
                     "fact(name: meetings_per_year; state: stated; at_least: 2)"):
            assert part in text


def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "agreementlint", *arguments], cwd=ROOT,
                          capture_output=True, timeout=60, **options)


LIGHT = """
import sys
from agreementlint.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
heavy = {"spacy", "pydantic", "pdfplumber", "numpy", "rapidfuzz"}
print(*heavy & set(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["rules"], ["explain", "TP001"],
                                       ["check", "--help"], ["check", "ingen.pdf"]])
def test_what_needs_no_language_does_not_load_it(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT, *arguments], cwd=ROOT, capture_output=True,
                          timeout=60, text=True)
    assert done.stdout and done.stderr.splitlines()[-1] == ""


def test_utf_8_in_any_locale() -> None:
    bare = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    bare.pop("PYTHONIOENCODING", None)
    done = command("rules", env=bare)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "tilråding".encode() in command("rules", "--lang", "nn", env=bare).stdout


def test_a_reader_that_has_seen_enough() -> None:
    with subprocess.Popen([sys.executable, "-m", "agreementlint", "explain", "TP001"], cwd=ROOT,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_ctrl_c_is_no_traceback() -> None:
    with subprocess.Popen([sys.executable, "-m", "agreementlint", "check", "-", "-v"], cwd=ROOT,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as running:
        assert running.stderr is not None and b"Leser -" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert b"Traceback" not in said and running.returncode == 130


def test_the_last_resort(monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("noe \x1b[31m galt")

    monkeypatch.setattr("agreementlint.rules.load", broken)
    with pytest.raises(SystemExit) as ended:
        main(["rules"])
    assert ended.value.code == 2
    assert capsysbinary.readouterr().err.decode().count("\n") == 1


def test_the_rules_of_the_program_are_all_listed() -> None:
    from agreementlint.rules import builtin, load_district

    listed = [line.split()[0] for line in command("rules").stdout.decode().splitlines()[1:]]
    assert listed == [rule.id for rule in (*load([builtin()]), *load_district([builtin()]))]
