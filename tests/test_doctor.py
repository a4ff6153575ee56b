"""`agreementlint doctor`: what it says when all is there, and when something is not."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agreementlint import doctor
from agreementlint.cli import main
from agreementlint.reading.ocr import tesseract
from tests.rulefiles import write_rule

Told = Callable[..., tuple[int, str]]
RECOGNISES = tesseract.Installed("/usr/bin/tesseract", "5.3.0", ("eng", "nor"), "")


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
         capfdbinary: pytest.CaptureFixture[bytes]) -> Told:
    """The status and answer of `doctor` in a folder of its own, with a Tesseract that it need not
    ask."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    def run(*words: str, found: tesseract.Installed | None = RECOGNISES) -> tuple[int, str]:
        monkeypatch.setattr(tesseract, "installed", lambda: found)
        with pytest.raises(SystemExit) as ended:
            main(["doctor", *words])
        out, err = capfdbinary.readouterr()
        assert not err
        return int(ended.value.code or 0), out.decode()

    return run


def checks(answer: str) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in json.loads(answer)["checks"]}


def test_all_is_there(told: Told) -> None:
    status, answer = told()
    assert status == 0 and "Tesseract 5.3.0 med norsk" in answer
    assert answer.splitlines()[-1] == "Alt som trengs, er på plass." and "✗" not in answer


@pytest.mark.parametrize(("lang", "said", "do", "last"), [
    ("nb", "Tesseract er ikke installert", "installer det med", "1 ting må ordnes."),
    ("nn", "Tesseract er ikkje installert", "installer det med", "1 ting må ordnast."),
    ("en", "Tesseract is not installed", "install it with", "1 thing must be seen to."),
])
def test_without_tesseract_it_says_what_to_do(told: Told, monkeypatch: pytest.MonkeyPatch,
                                              lang: str, said: str, do: str, last: str) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    status, answer = told("--lang", lang, found=None)
    assert status == 1 and said in " ".join(answer.split()) and do in answer
    assert answer.splitlines()[-1] == last


def test_a_tesseract_that_cannot_be_found_is_found_out(
        monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert tesseract.installed() is None
    assert doctor.recognition("nb", None).state == "missing"


def test_a_tesseract_without_norwegian_is_missing_something(told: Told) -> None:
    status, answer = told("--format", "json", found=RECOGNISES._replace(languages=("eng",)))
    found = checks(answer)["ocr"]
    assert status == 1 and found["state"] == "missing" and "mangler norsk" in found["found"]
    assert found["known"]["languages"] == ["eng"]


def test_who_never_recognises_needs_no_tesseract(told: Told) -> None:
    Path("agreementlint.toml").write_text('ocr = "never"\n', encoding="utf-8")
    status, answer = told("--format", "json", found=None)
    assert status == 0 and checks(answer)["ocr"]["state"] == "optional"


def test_mistakes_in_settings_are_part_of_the_answer(told: Told) -> None:
    Path("agreementlint.toml").write_text('ocr = "sometimes"\njobs = 0\n', encoding="utf-8")
    status, answer = told("--format", "json")
    found = checks(answer)["settings"]
    assert status == 1 and json.loads(answer)["ok"] is False and found["state"] == "missing"
    assert "agreementlint.toml:1:7" in found["found"] and found["cure"]


def test_the_settings_that_hold_are_named_and_their_rules_counted(told: Told) -> None:
    Path("mine").mkdir()
    write_rule(Path("mine"), "XX001", "min")
    Path("agreementlint.toml").write_text('rules = ["mine"]\n', encoding="utf-8")
    status, answer = told("--format", "json")
    found = checks(answer)
    assert status == 0 and found["settings"]["known"]["file"].endswith("agreementlint.toml")
    assert found["rules"]["known"]["count"] == checks(told(
        "--format", "json", "--config", os.devnull)[1])["rules"]["known"]["count"] + 1


def test_a_mistake_in_a_rule_is_told(told: Told) -> None:
    Path("mine").mkdir()
    write_rule(Path("mine"), "XX001", "min", severity="alvorlig")
    status, answer = told("--rules", "mine")
    assert status == 1 and "XX001-min.yaml:3:11" in answer


def test_a_library_that_is_not_there_is_named(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "required", lambda: ("click", "no-such-library"))
    status, answer = told()
    assert status == 1 and "pip install no-such-library" in answer


def test_what_cannot_be_looked_at_for_want_of_a_library_is_told(
        told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "agreementlint.rules", None)
    status, answer = told("--format", "json")
    assert status == 1 and checks(answer)["rules"]["state"] == "missing"
    assert checks(answer)["ocr"]["state"] == "ok"


def test_versions_are_for_those_who_ask(told: Told) -> None:
    assert "click 8" in told("-v")[1] and "click 8" not in told()[1]


def test_a_cache_that_cannot_be_written_is_no_hindrance(
        told: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    status, answer = told("--format", "json")
    assert status == 0 and checks(answer)["cache"]["state"] == "optional"
    assert checks(answer)["cache"]["known"]["writable"] is False


def test_an_extra_that_is_not_there_is_offered(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    status, answer = told()
    assert status == 0 and "pip install 'agreementlint[serve]'" in answer


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_nothing_reaches_the_terminal_raw(told: Told, monkeypatch: pytest.MonkeyPatch,
                                          form: str) -> None:
    hostile = RECOGNISES._replace(version="5\x1b[31m\u202e", languages=("nor", "\x9b2J"))
    monkeypatch.setenv("XDG_CACHE_HOME", "/tmp/\x1b]0;x\x07")
    _, answer = told("--format", form, found=hostile)
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(answer)


def test_it_writes_nothing(told: Told, tmp_path: Path) -> None:
    told()
    assert [path.name for path in tmp_path.rglob("*")] == ["here"]
