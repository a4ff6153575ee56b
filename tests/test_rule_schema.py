"""The JSON Schema of rule files says what the strict loader says."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from agreementlint.cli import app
from agreementlint.rules import PACKS, RuleError, builtin, load, pack_names, rule_files
from agreementlint.rules.schema import rule_schema
from tests.rulefiles import CASES, rule_text

SCHEMA = Draft202012Validator(rule_schema(), format_checker=FormatChecker())
FACT = "fact: {name: meetings_per_year, state: [stated], at_least: 2}"


def as_json(text: str) -> Any:
    """What YAML holds, as an editor's language server sees it: dates are strings."""
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    return plain(yaml.safe_load(text))


def test_it_is_a_schema_and_can_be_printed() -> None:
    Draft202012Validator.check_schema(rule_schema())
    assert json.loads(CliRunner().invoke(app, ["schema", "--rules"]).stdout) == rule_schema()


@pytest.mark.parametrize("file", [
    *rule_files(builtin()), *(file for name in pack_names()
                              for file in rule_files(builtin() / PACKS / name))],
    ids=lambda file: file.stem)
def test_every_rule_that_comes_with_the_program_is_valid(file: Path) -> None:
    SCHEMA.validate(as_json(file.read_text(encoding="utf-8")))


def accepted(text: str, folder: Path) -> tuple[bool, bool]:
    """By the loader, and by the schema."""
    (folder / "PR002-moter.yaml").write_text(text, encoding="utf-8")
    try:
        load([folder])
        loads = True
    except RuleError:
        loads = False
    return loads, SCHEMA.is_valid(as_json(text))


@pytest.mark.parametrize("when", [
    FACT, "text: {words: [natteravn], with: [kommune*], quantity: [frequency]}",
    "text: {pattern: ['ravn\\w+'], force: [commits, optional]}",
    "clause: {act: [evaluere], object: [avtale]}",
    "any: [{fact: {name: council, state: [absent]}}, {none: [{clause: {topic: [mote]}}]}]",
])
def test_what_both_accept(tmp_path: Path, when: str) -> None:
    cases = CASES.replace(FACT, when).replace("{value}", "to")
    assert accepted(rule_text(cases=cases), tmp_path) == (True, True)


@pytest.mark.parametrize(("right", "wrong"), [
    ("severity: warning", "severity: advarsel"), ('chapter: "7"', "chapter: 7"),
    ("page: 25", "page: side 25"), ("edition: 2023-03-27", "edition: mars 2023"),
    (", en: Because.", ""), ("at_least: 2", "atleast: 2"), ("at_least: 2", "at_least: to"),
    ("state: [stated]", "state: stated"), ("state: [stated]", "state: []"),
    ("state: [stated]", "state: [statd]"), ("name: meetings_per_year", "name: meeting"),
    (FACT, "facts: {name: council}"), (FACT, "fact: {name: council}"), (FACT, "all: []"),
    (FACT, f"{FACT}, none: [{{{FACT}}}]"), (FACT, "clause: {force: [commits]}"),
    (FACT, "clause: {act: [evaluerer]}"), (FACT, "clause: {act: [evaluere], force: [maybe]}"),
    (FACT, "text: {force: [commits]}"), (FACT, "text: {words: []}"),
    (FACT, "text: {words: [ravn], near: [by]}"), (FACT, "rule: {id: PR002}"),
    ("verdict: fail\n", "verdict: feil\n"), ("text: To møter.", "text: ''"),
    ("text: To møter.", "text: To møter., whole: 'ja'"), ("why:", "hvorfor:"),
    ("nb: [møte, samling]", "nb: []"), ("examples:", "exampels:"), ("id: PR002\n", ""),
])
def test_what_both_refuse(tmp_path: Path, right: str, wrong: str) -> None:
    text = rule_text()
    assert right in text
    assert accepted(text.replace(right, wrong, 1), tmp_path) == (False, False)
