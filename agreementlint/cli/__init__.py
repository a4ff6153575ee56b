"""Turns the command line into a run: arguments, clock, files, printing, exit status.

A command is a module: `check`, `audit`, `review`, `new`, `serve`, `catalogue` (rules and explain),
`packs` (new-rule, test-rules), `waiving` (waive), `settings` (config), `schema`, `cached` (cache),
`doctor`, `completion`.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Any, get_args

import click

from agreementlint import __version__
from agreementlint.cli.audit import audit
from agreementlint.cli.cached import cache
from agreementlint.cli.catalogue import explain, list_rules
from agreementlint.cli.check import check
from agreementlint.cli.completion import completion
from agreementlint.cli.doctor import doctor
from agreementlint.cli.endings import FINE, ended_cleanly
from agreementlint.cli.language import language
from agreementlint.cli.new import new
from agreementlint.cli.packs import new_rule, test_rules
from agreementlint.cli.review import review
from agreementlint.cli.schema import schema
from agreementlint.cli.serve import serve
from agreementlint.cli.settings import settings
from agreementlint.cli.usage import Group, Option, option, spoken_in
from agreementlint.cli.waiving import waive
from agreementlint.model import Lang


class App(Group):
    """The program; what it says of a command line is in the language that belongs to it."""

    def make_context(self, info_name: str | None, args: list[str],
                     parent: click.Context | None = None, **extra: Any) -> click.Context:
        spoken_in(language(args))
        return super().make_context(info_name, args, parent, **extra)


@click.group("agreementlint", cls=App,
             context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="agreementlint", help="opt-version", cls=Option)
@option("--lang", type=click.Choice(["auto", *get_args(Lang)]), help="opt-lang-all")
def app(lang: str | None) -> None:
    """Checks cooperation agreements between kommune and police against the national guide."""


for command in (check, audit, review, new, serve, list_rules, explain, new_rule,
                test_rules, waive, settings, schema, cache, doctor, completion):
    app.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command; ends the process with the contract's exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    gc.set_threshold(100_000)  # loading leaves no garbage; the collector must not look all the time
    with ended_cleanly("--debug" in given):
        sys.exit(app.main(given, prog_name="agreementlint", standalone_mode=False) or FINE)
