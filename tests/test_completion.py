"""Shells complete commands, options, rules and names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agreementlint.cli import main

ROOT = Path(__file__).parent.parent
SHELLS = ("bash", "zsh", "fish")


def completed(line: str, shell: str = "bash") -> list[str]:
    """What the program offers for the last word of a line."""
    words = line.split(" ")
    asked = {"_AGREEMENTLINT_COMPLETE": f"{shell}_complete", "COMP_WORDS": line,
             "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1)}
    done = subprocess.run([sys.executable, "-m", "agreementlint"], capture_output=True, text=True,
                          env={**os.environ, **asked, "PYTHONPATH": str(ROOT)}, encoding="utf-8",
                          check=False)
    assert not done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(("line", "offered"), [
    ("agreementlint ch", ["plain,check"]),
    ("agreementlint check --no-w", ["plain,--no-waivers"]),
    ("agreementlint check --lang a", ["plain,auto"]),
    ("agreementlint explain ev00", ["plain,EV001", "plain,EV002", "plain,EV003"]),
    ("agreementlint check --ignore DI004", ["plain,DI004"]),
    ("agreementlint explain politirad-motef", ["plain,politirad-motefrekvens"]),
    ("agreementlint audit --district sør", ["plain,Sør-Vest", "plain,Sør-Øst"]),
    ("agreementlint new --kommune gol", ["plain,Gol"]),
    ("agreementlint check avt", ["file,avt"]),
    ("agreementlint check --rules avtalem", ["dir,avtalem", "plain,avtalemal"]),
    ("agreementlint completion f", ["plain,fish"]),
])
def test_what_is_offered(line: str, offered: list[str]) -> None:
    assert completed(line) == offered


def test_other_shells_get_what_it_means_too() -> None:
    zsh = completed("agreementlint explain EV003", "zsh")
    assert zsh[:2] == ["plain", "EV003"] and len(zsh[2]) > 3
    fish, = completed("agreementlint explain EV003", "fish")
    assert fish.startswith("plain,EV003\t")


def test_rules_of_other_folders_are_offered(tmp_path: Path) -> None:
    (tmp_path / "XX001-eget.yaml").write_text("", encoding="utf-8")
    assert completed(f"agreementlint explain --rules {tmp_path} XX") == ["plain,XX001"]


def test_a_broken_file_of_settings_does_not_disturb(tmp_path: Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "agreementlint.toml").write_text("lang = [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert completed("agreementlint explain EV003") == ["plain,EV003"]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_what_the_shell_understands(
        shell: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["completion", shell])
    script = capfdbinary.readouterr().out
    assert not ended.value.code and b"_AGREEMENTLINT_COMPLETE" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, check=True)


def test_in_bash_a_name_of_two_words_stays_one(tmp_path: Path) -> None:
    if not shutil.which("bash"):
        pytest.skip("bash is not there")
    command = tmp_path / "agreementlint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m agreementlint "$@"\n')
    command.chmod(0o755)
    script = """
        eval "$(agreementlint completion bash)"
        COMP_WORDS=(agreementlint new --kommune 'Vestre\\ Sl') COMP_CWORD=3
        _agreementlint_completion agreementlint
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT),
                               "PATH": f"{tmp_path}:{os.environ['PATH']}"}, encoding="utf-8")
    assert done.stdout.splitlines() == ["Vestre\\ Slidre"]
