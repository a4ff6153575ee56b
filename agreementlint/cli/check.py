"""Turns `check` into a Report on the files it is given."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from agreementlint.checking import report_on
from agreementlint.cli.catalogue import loaded, wanted_rules
from agreementlint.cli.configured import Configured
from agreementlint.cli.documents import judged_documents
from agreementlint.cli.endings import FINE, TROUBLE, deliver, status, style, tell_trouble
from agreementlint.cli.options import Asked, judging, naming_files, waiving
from agreementlint.cli.outputs import format_of, spared
from agreementlint.cli.usage import option
from agreementlint.cli.waiving import with_waivers
from agreementlint.model import Lang
from agreementlint.report import EXPLAINING, FORMATS
from agreementlint.request import explained, found


@click.command(cls=Configured)
@naming_files("FIL…")
@option("--format", "form", type=click.Choice(list(FORMATS)), help="opt-format")
@option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL",
        help="opt-output")
@waiving
@judging
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], form: str | None,
          output: Path | None, asked: Asked) -> None:
    """Checks files (PDF, DOCX, ODT, TXT, MD), folders and "-", which is text on standard input."""
    form = form or named_form(output, asked.lang)
    rules = loaded(asked.packs)
    wanted = wanted_rules(rules, asked)
    files, empty = found(paths, asked.lang)
    spared([output], files, asked.lang)
    documents, stale = with_waivers(judged_documents(files, wanted, asked), wanted, asked)
    report = report_on(documents, stale, rules, wanted, asked)
    if form in EXPLAINING:
        report = explained(report, rules)
    deliver(FORMATS[form](report, style(output, asked.quiet, asked.verbose)), output, report.lang)
    if form != "terminal" or output is not None or not sys.stdout.isatty():
        tell_trouble(documents, report.lang)
    context.exit(max(TROUBLE if empty else FINE, status(documents, asked.fail_on)))


def named_form(output: Path | None, lang: Lang) -> str:
    """What the name of the file ends on; without an ending, or as .txt, it is as on a terminal."""
    if output is None or output.suffix.casefold() in ("", ".txt"):
        return "terminal"
    return format_of(output, FORMATS, lang)
