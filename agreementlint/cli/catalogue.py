"""Turns `rules` and `explain` into what the rules are, and the words of options into rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agreementlint import checking
from agreementlint.checking import wanted
from agreementlint.cli import completing
from agreementlint.cli.configured import Configured, told_faults
from agreementlint.cli.endings import as_wrong_use, deliver, style
from agreementlint.cli.options import Asked, configuring, lang_option, rules_option
from agreementlint.cli.usage import argument, option
from agreementlint.model import Lang

if TYPE_CHECKING:
    from agreementlint.config.applied import Wanted
    from agreementlint.rules.format import AnyRule, DistrictRule, Rule


@click.command("rules", cls=Configured)
@option("--coverage", is_flag=True, help="opt-coverage")
@rules_option
@configuring
@lang_option
def list_rules(coverage: bool, packs: tuple[Path, ...], lang: Lang) -> None:
    """Lists all rules."""
    rules = loaded(packs)
    if coverage:
        from agreementlint.report.coverage import coverage_report
        from agreementlint.rules.guide import coverages

        found = read_rules(coverages, packs, rules)
        deliver(coverage_report(found, rules, lang, style(None)), None, lang)
    else:
        from agreementlint.report.table import rule_table

        deliver(rule_table((*rules, *loaded_for_districts(packs)), lang), None, lang)


@click.command(cls=Configured)
@argument("words", nargs=-1, required=True, metavar="REGEL…", shell_complete=completing.rules)
@rules_option
@configuring
@lang_option
def explain(words: tuple[str, ...], packs: tuple[Path, ...], lang: Lang) -> None:
    """Explains rules: what the guide asks, how it is judged, examples and advice."""
    from agreementlint.report.explain import explanation

    rules: tuple[AnyRule, ...] = (*loaded(packs), *loaded_for_districts(packs))
    chosen = selection(rules, words, (), lang)
    deliver("\n".join(explanation(rule, lang, style(None)) for rule in rules if rule.id in chosen),
            None, lang)


def loaded(packs: Sequence[Path]) -> tuple[Rule, ...]:
    from agreementlint.rules import load

    return read_rules(load, packs)


def loaded_for_districts(packs: Sequence[Path]) -> tuple[DistrictRule, ...]:
    """The rules of several agreements."""
    from agreementlint.rules import load_district

    return read_rules(load_district, packs)


def read_rules(read: Callable[..., tuple[Any, ...]], packs: Sequence[Path], *more: object,
               ) -> tuple[Any, ...]:
    """What `read` finds in the folder that comes with the program and in those of the packs;
    mistakes there end the run before a document is opened."""
    from agreementlint.rules import RuleError, builtin

    try:
        return read([builtin(), *packs], *more)
    except RuleError as error:
        told_faults(error.faults)


def wanted_rules(rules: tuple[AnyRule, ...], asked: Asked) -> Wanted:
    """What is wanted of the rules, by the words of the command line and of the configuration."""
    from agreementlint.config.file import ConfigError
    from agreementlint.rules import RuleError

    try:
        with as_wrong_use():
            return wanted(rules, asked)
    except (ConfigError, RuleError) as error:
        told_faults(error.faults)


def selection(rules: Sequence[AnyRule], select: Sequence[str], ignore: Sequence[str], lang: Lang,
              ) -> frozenset[str]:
    """The ids of the rules that the words name."""
    with as_wrong_use():
        return checking.selection(rules, select, ignore, lang)
