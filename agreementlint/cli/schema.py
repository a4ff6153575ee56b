"""Turns `schema` into the JSON Schema of the JSON report."""

from __future__ import annotations

from importlib import resources

import click

from agreementlint.cli.endings import deliver
from agreementlint.usage import Command, spoken


@click.command("schema", cls=Command)
def schema() -> None:
    """Prints the JSON Schema of the JSON report."""
    file = resources.files("agreementlint").joinpath("data", "report.schema.json")
    with file.open(encoding="utf-8") as lines:
        deliver(lines.read(), None, spoken())
