"""Turns `test-rules` into what the examples of a pack of rules show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agreementlint.cli.catalogue import loaded
from agreementlint.cli.endings import FINDINGS_MADE, FINE, TROUBLE, deliver, style
from agreementlint.cli.options import PACK, lang_option
from agreementlint.model import Lang
from agreementlint.usage import Command, argument, option

if TYPE_CHECKING:
    from agreementlint.packs.trial import FailOn
    from agreementlint.rulefile import Rule

FORMATS = ("terminal", "json")


@click.command("test-rules", cls=Command)
@argument("pack", type=PACK, metavar="MAPPE")
@option("--format", "form", type=click.Choice(FORMATS), default="terminal", help="opt-format")
@option("--fail-on", type=click.Choice(["warning", "note", "never"]), default="warning",
        help="opt-fail-on-packs")
@lang_option
@option("-q", "--quiet", is_flag=True, help="opt-quiet-packs")
@click.pass_context
def test_rules(context: click.Context, /, pack: Path, form: str, fail_on: FailOn, lang: Lang,
               quiet: bool) -> None:
    """Tries the examples of the rules in a folder, and tells what is worth a look."""
    own, every = rules_of(pack)
    from agreementlint.packs.trial import trials
    from agreementlint.report import packtest

    found = tuple(trials(own, every, lang))
    report = packtest.FORMATS[form](found, style(None, quiet), lang)
    deliver(report, None, lang)
    if any(one.slow for trial in found for one in trial.examples):
        context.exit(TROUBLE)
    context.exit(FINDINGS_MADE if any(trial.fails(fail_on) for trial in found) else FINE)


def rules_of(pack: Path) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The rules of the pack, and all that they may ask for."""
    from agreementlint.rules import builtin, rule_files

    own = {str(file.resolve()) for file in rule_files(pack)}
    builtins = {str(file.resolve()) for file in rule_files(builtin())}
    every = loaded(() if own and own <= builtins else (pack,))
    return tuple(rule for rule in every if str(Path(rule.at.path).resolve()) in own), every
