"""Turns `new-rule` into the file of a rule, and `test-rules` into what a pack's examples show."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from agreementlint.cli import completing
from agreementlint.cli.catalogue import loaded
from agreementlint.cli.endings import FINDINGS_MADE, FINE, TROUBLE, deliver, style
from agreementlint.cli.options import PACK, lang_option
from agreementlint.cli.usage import Command, argument, option
from agreementlint.messages import say
from agreementlint.model import Lang, Severity
from agreementlint.output import tell, why_unwritten, write_new
from agreementlint.report.text import visible

if TYPE_CHECKING:
    from agreementlint.packs.newrule import NewRule
    from agreementlint.packs.trial import FailOn
    from agreementlint.rules.format import Rule

FORMATS = ("terminal", "json")


@click.command("new-rule", cls=Command)
@argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="MAPPE")
@option("--title", metavar="TEKST", help="opt-rule-title")
@option("--word", "words", multiple=True, metavar="ORD", help="opt-rule-word")
@option("--source", metavar="TEKST", help="opt-rule-source")
@option("--severity", type=click.Choice(get_args(Severity)), default="warning",
        help="opt-rule-severity")
@option("--id", "given_id", metavar="ID", help="opt-rule-id")
@option("--name", "given_name", metavar="NAVN", help="opt-rule-name")
@lang_option
@click.pass_context
def new_rule(context: click.Context, /, folder: Path, title: str | None, words: tuple[str, ...],
             source: str | None, severity: Severity, given_id: str | None,
             given_name: str | None, lang: Lang) -> None:
    """Writes a new rule with explanations and examples into a folder."""
    from agreementlint.packs.newrule import NewRule, name_of, next_id, rule_file
    from agreementlint.rules import builtin, rule_files

    title, words, source = answered(title, words, source, lang)
    taken = {file.stem.partition("-")[0]: file for file in
             (*rule_files(builtin()), *rule_files(folder))}
    rule = NewRule(id=given_id or next_id(tuple(taken)), name=given_name or name_of(title),
                   title=title, words=words, source=source, edition=dt.date.today(),
                   severity=severity)
    if wrong := mistake(rule, taken, lang):
        tell(wrong)
        context.exit(TROUBLE)
    place = folder / f"{rule.id}-{rule.name}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_new(place, rule_file(rule, lang))
    except OSError as error:
        tell(say(lang, "cannot-write", path=place, reason=why_unwritten(error, lang)))
        context.exit(TROUBLE)
    tell(say(lang, "new-rule-written", path=place, folder=folder), by="")


def answered(title: str | None, words: tuple[str, ...], source: str | None, lang: Lang,
             ) -> tuple[str, tuple[str, ...], str]:
    """What was not given, asked for; where there is nobody to ask, the run ends."""
    if not (title and words and source) and not somebody():
        missing = [name for name, value in (("--title", title), ("--word", words),
                                            ("--source", source)) if not value]
        raise click.UsageError(say(lang, "new-rule-needs", options=", ".join(missing)))
    title = title or click.prompt(say(lang, "ask-title"), err=True)
    words = words or tuple(click.prompt(say(lang, "ask-words"), err=True).split(","))
    source = source or click.prompt(say(lang, "ask-source"), err=True)
    return folded(title), tuple(filter(None, map(folded, words))), folded(source)


def somebody() -> bool:
    """Whether there is anybody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def folded(text: str | None) -> str:
    return visible(" ".join((text or "").split()))


def mistake(rule: NewRule, taken: Mapping[str, Path], lang: Lang) -> str | None:
    """What is wrong with what was said of a rule."""
    from agreementlint.norwegian.plainwords import is_plain
    from agreementlint.packs.newrule import ID, NAME

    if not ID.fullmatch(rule.id):
        return say(lang, "new-rule-bad-id", word=rule.id)
    if not NAME.fullmatch(rule.name):
        return say(lang, "new-rule-bad-name", word=rule.name)
    if rule.id in taken:
        return say(lang, "new-rule-taken", word=rule.id, path=taken[rule.id])
    by_name = {file.stem.partition("-")[2]: file for file in taken.values()}
    if rule.name in by_name:
        return say(lang, "new-rule-taken", word=rule.name, path=by_name[rule.name])
    for word in rule.words or ("",):
        if not is_plain(word):
            return say(lang, "new-rule-bad-word", word=word)
    return None


@click.command("test-rules", cls=Command)
@argument("pack", type=PACK, metavar="MAPPE", shell_complete=completing.packs)
@option("--format", "form", type=click.Choice(FORMATS), default="terminal", help="opt-format")
@option("--fail-on", type=click.Choice(["warning", "note", "never"]), default="warning",
        help="opt-fail-on-packs")
@lang_option
@option("-q", "--quiet", is_flag=True, help="opt-quiet-packs")
@click.pass_context
def test_rules(context: click.Context, /, pack: Path, form: str, fail_on: FailOn, lang: Lang,
               quiet: bool) -> None:
    """Tries the examples of the rules in a folder, and tells what is worth a look."""
    for file in sorted(pack.rglob("*.yml")):
        tell(say(lang, "pack-passed-over", path=file))
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
