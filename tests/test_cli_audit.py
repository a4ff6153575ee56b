"""`audit`: where its reports go, in which format, and what is wrong use of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from agreementlint.cli.audit import written_to
from tests.test_cli import run  # noqa: F401


def test_a_report_for_each_file_name(run: Callable[..., Result]) -> None:  # noqa: F811
    done = run("audit", "god.txt", "vond.txt", "-o", "a.json", "-o", "b.JSONL", "-o", "c.csv",
               "-o", "d.xlsx", "-o", "e.ics", "-o", "f.html", "--no-cache")
    assert (done.exit_code, done.stdout) == (1, "")
    whole = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert [one["path"] for one in whole["documents"]] == ["god.txt", "vond.txt"]
    assert len(Path("b.JSONL").read_text(encoding="utf-8").splitlines()) == 2
    assert Path("c.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert Path("d.xlsx").read_bytes().startswith(b"PK")
    assert Path("e.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert Path("f.html").read_bytes().lower().startswith(b"<!doctype html>")


def test_the_format_asked_for_is_stronger_than_the_name(
        run: Callable[..., Result]) -> None:  # noqa: F811
    run("audit", "god.txt", "-o", "a.txt", "--format", "json")
    assert json.loads(Path("a.txt").read_text(encoding="utf-8"))["documents"]


@pytest.mark.parametrize(("arguments", "said"), [
    (["-o", "rapport.doc"], "Formatet går ikke fram av rapport.doc"),
    (["-o", "rapport"], "Formatet går ikke fram av rapport"),
    (["--district", "Atlantis"], "Ukjent politidistrikt «Atlantis»"),
    (["--since", "god.txt"], "god.txt er ikke JSON"),
    (["--executor", "spark://x"], "Ukjent «--executor spark://x»"),
])
def test_wrong_use(run: Callable[..., Result], arguments: list[str],  # noqa: F811
                   said: str) -> None:
    done = run("audit", "god.txt", "vond.txt", *arguments)
    assert done.exit_code == 2 and said in done.stderr


def test_an_excel_file_is_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(click.UsageError, match="er ikke tekst; skriv til en fil med «-o»"):
        written_to((), "xlsx", "nb")


@pytest.mark.parametrize(("select", "told"), [
    ([], {"DI001", "DI002", "DI003", "DI004"}), (["--select", "DI001"], {"DI001"}),
    (["--ignore", "DI"], set()),
])
def test_rules_of_several_agreements_are_selected_like_others(
        run: Callable[..., Result], select: list[str], told: set[str]) -> None:  # noqa: F811
    packs = Path(__file__).parents[1] / "rules" / "veileder-2023"
    for file in packs.glob("DI*.yaml"):
        Path("rules", file.name).write_bytes(file.read_bytes())
    done = run("audit", "god.txt", "--district", "Innlandet", "--format", "json", *select)
    found = json.loads(done.stdout)["district"]["findings"]
    assert {one["rule"] for one in found} == told
