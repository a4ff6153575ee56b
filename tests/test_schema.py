"""The published schema of the JSON report. That every report is as it says, conftest sees to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, ValidationError

from agreementlint.audit.model import Cause, EventKind, State
from agreementlint.cli import app
from agreementlint.model import ErrorKind, Kind, Severity, VerdictName
from agreementlint.report.json import NO_FACTS, json_report
from tests.report.reports import report
from tests.schemas import OWN, is_report

DOCS = Path(__file__).parents[1] / "docs" / "json.md"


def test_it_is_a_schema_and_can_be_printed() -> None:
    Draft202012Validator.check_schema(OWN)
    assert json.loads(CliRunner().invoke(app, ["schema"]).stdout) == OWN


def test_its_words_are_those_of_the_program() -> None:
    defs = OWN["$defs"]
    for found, kind in (
            (defs["verdictName"], VerdictName), (defs["severity"], Severity),
            (defs["error"]["properties"]["kind"], ErrorKind),
            (defs["document"]["properties"]["kind"], Kind),
            (defs["agreement"]["properties"]["state"], State),
            (defs["event"]["properties"]["kind"], EventKind)):
        assert set(found["enum"]) == set(get_args(kind))
    assert set(defs["change"]["properties"]["cause"]["enum"]) == {*get_args(Cause), None}
    assert list(defs["facts"]["properties"]) == list(NO_FACTS)


@pytest.mark.parametrize(("before", "after"), [
    ('"pass"', '"passed"'), ('"page": 4', '"page": 0'), ('"waiver": null', '"waver": null'),
    ('"as_of": "2026-11-21"', '"as_of": "i dag"'), ('"agreementlint-report/1"', '"x/1"'),
])
def test_it_tells_other_reports(before: str, after: str) -> None:
    text = json_report(report())
    assert before in text
    with pytest.raises(ValidationError):
        is_report(text.replace(before, after))


def test_every_key_is_documented() -> None:
    told = DOCS.read_text(encoding="utf-8")
    keys = {key for one in (OWN, *OWN["$defs"].values()) for key in one.get("properties", ())}
    assert not {key for key in keys if f"`{key}`" not in told}
