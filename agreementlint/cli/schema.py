"""Turns `schema` into the JSON Schema of the JSON report, or of a rule file."""

from __future__ import annotations

import json

import click

from agreementlint.cli.endings import deliver
from agreementlint.cli.usage import Command, option, spoken


@click.command("schema", cls=Command)
@option("--rules", "of_rules", is_flag=True, help="opt-schema-rules")
def schema(of_rules: bool) -> None:
    """Prints the JSON Schema of the JSON report, or of rule files."""
    if of_rules:
        from agreementlint.rules.schema import rule_schema

        deliver(json.dumps(rule_schema(), ensure_ascii=False, indent=2) + "\n", None, spoken())
        return
    from importlib import resources

    file = resources.files("agreementlint").joinpath("data", "report.schema.json")
    with file.open(encoding="utf-8") as lines:
        deliver(lines.read(), None, spoken())
