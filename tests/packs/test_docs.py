"""The page on rules of one's own: its commands run, and what it shows is what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agreementlint.cli import app
from agreementlint.config.file import read as read_config
from agreementlint.rules import load
from tests.rulefiles import CASES, write_rule

PAGE = Path(__file__).parents[2] / "docs" / "egne-regler.md"
TEXT = PAGE.read_text(encoding="utf-8")
FACT = "    when: {fact: {name: meetings_per_year, state: [stated], at_least: 2}}\n"
DRAFT = """\
Samarbeidsavtale mellom Gol kommune og Sør-Øst politidistrikt

Politiråd

Politirådet møtes to ganger i året. Kommunen skal støtte natteravnene.

Partene holder en øvelse for kriser hvert år.
"""


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]
RULE = next(block for block in blocks("yaml") if block.startswith("id:"))
CONDITIONS = [block for block in blocks("yaml") if not block.startswith("id:")]


def run(line: str) -> Result:
    command, _, file = line.partition(" > ")
    program, *words = shlex.split(command)
    assert program == "agreementlint"
    result = CliRunner().invoke(app, words)
    if file:
        Path(file).write_text(result.stdout, encoding="utf-8")
    return result


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the reader has: an agreement, and a folder of them."""
    monkeypatch.chdir(tmp_path)
    Path("avtale.txt").write_text(DRAFT, encoding="utf-8")
    Path("avtaler").mkdir()
    Path("avtaler/gol.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_all_commands_run_in_the_order_of_the_page(folder: Path) -> None:
    assert len(COMMANDS) > 8
    for place, line in enumerate(COMMANDS):
        result = run(line)
        assert result.exit_code in ((0, 1) if " check " in line or " audit " in line else (0,)), (
            line, result.output)
        if place == 1:
            assert result.stdout == blocks("text")[0]
            Path("lokale/LO002-felles-ovelser.yaml").write_text(RULE, encoding="utf-8")
    assert Path("regel.schema.json").read_text(encoding="utf-8").startswith("{")
    found = run("agreementlint check avtale.txt --rules lokale --select LO --format json").stdout
    assert found.count('"verdict": "pass"') == 2


def test_the_rule_of_the_page_leaves_nothing_to_say(folder: Path) -> None:
    Path("lokale").mkdir()
    Path("lokale/LO002-felles-ovelser.yaml").write_text(RULE, encoding="utf-8")
    assert "Obs: 0. Tips: 0." in run("agreementlint test-rules lokale").stdout
    wrong = RULE.replace("severity: warning", "severity: waring")
    Path("lokale/LO002-felles-ovelser.yaml").write_text(wrong, encoding="utf-8")
    assert run("agreementlint test-rules lokale").stderr == blocks("text")[1]


@pytest.mark.parametrize("block", CONDITIONS)
def test_each_condition_is_one(folder: Path, block: str) -> None:
    when = "".join(f"    {line}\n" for line in block.splitlines())
    assert FACT in CASES
    cases = CASES.replace(FACT, when)
    if "fact" not in block:
        cases = cases.replace("{value}", "to")
    Path("lokale").mkdir()
    write_rule(Path("lokale"), "LO003", "ny", cases=cases)
    write_rule(Path("lokale"), "PR001", "rad")  # of which one of them asks the verdict
    assert "LO003" in {rule.id for rule in load([Path("lokale")])}


def test_the_settings_are_some(folder: Path) -> None:
    Path("lokale").mkdir()
    Path("agreementlint.toml").write_text(blocks("toml")[0], encoding="utf-8")
    assert read_config(Path("agreementlint.toml").absolute()).rules == ("lokale",)
