"""What is shown of a run while it goes on, and on what."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from agreementlint.cli import progress
from agreementlint.model import DocumentReport
from agreementlint.run.many import Done
from agreementlint.run.task import Outcome

ROOT = Path(__file__).parent.parent
DONE = Done(0, Outcome(DocumentReport("a\x1b.pdf", None, None), trace="Traceback\nx"))


class Wishes:
    """What progress asks of a command line."""

    lang = "nb"

    def __init__(self, **options: bool):
        self.quiet = options.get("quiet", False)
        self.verbose = options.get("verbose", False)
        self.debug = options.get("debug", False)


def told(capsysbinary: Any, documents: int, **options: bool) -> list[str]:
    with progress.progress(documents, Wishes(**options)) as shown:  # type: ignore[arg-type]
        shown.seen(b"\t\t\n")
        shown.done(DONE)
    lines: list[str] = capsysbinary.readouterr().err.decode().splitlines()
    return lines


def test_lines_where_there_is_no_terminal(capsysbinary: Any, monkeypatch: pytest.MonkeyPatch,
                                          ) -> None:
    assert told(capsysbinary, 9) == []  # not yet
    monkeypatch.setattr(progress, "EVERY", -1.0)
    assert told(capsysbinary, 9) == [
        "agreementlint: 0 av 9 dokumenter er vurdert, sider med OCR: 1 pågår, 1 ferdige",
        "agreementlint: 1 av 9 dokumenter er vurdert, sider med OCR: 1 pågår, 1 ferdige"]
    assert told(capsysbinary, 1) == told(capsysbinary, 9, quiet=True) == []


def test_each_document_is_told_where_asked_for(capsysbinary: Any) -> None:
    assert told(capsysbinary, 9, verbose=True) == ["agreementlint: Vurdert: a\\x1b.pdf"]
    assert told(capsysbinary, 9, debug=True) == ["agreementlint: Traceback", "agreementlint: x"]


def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(f"Rådet møtes to ganger i året, sier {name}.")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "agreementlint", "check", str(tmp_path), "--format", "jsonl"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"})
    os.close(theirs)
    out, _ = process.communicate(timeout=60)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert process.returncode == 0 and out.count(b"\n") == 4
    assert "Dokumenter" in shown and "/4" in shown
