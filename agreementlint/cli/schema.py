"""Turns `schema` into the JSON Schema of the JSON report."""

from __future__ import annotations

from importlib import resources

import click

from agreementlint.cli.endings import deliver
from agreementlint.usage import Command


@click.command("schema", cls=Command, options_metavar="[VALG]",
               short_help="Skriver ut JSON-skjemaet for rapporten.")
def schema() -> None:
    """Skriver ut JSON-skjemaet for «--format json», som andre programmer kan lese rapporten
    etter."""
    file = resources.files("agreementlint").joinpath("data", "report.schema.json")
    with file.open(encoding="utf-8") as lines:
        deliver(lines.read(), None, "nb")
