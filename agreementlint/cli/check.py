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
from agreementlint.cli.usage import option
from agreementlint.cli.waiving import with_waivers
from agreementlint.report import EXPLAINING, FORMATS
from agreementlint.request import explained, found


@click.command(cls=Configured)
@naming_files("FIL…")
@option("--format", "form", type=click.Choice(list(FORMATS)), default="terminal",
        help="opt-format")
@option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL",
        help="opt-output")
@waiving
@judging
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], form: str, output: Path | None,
          asked: Asked) -> None:
    """Checks files (PDF, DOCX, ODT, TXT, MD), folders and "-", which is text on standard input."""
    rules = loaded(asked.packs)
    wanted = wanted_rules(rules, asked)
    files, empty = found(paths, asked.lang)
    documents, stale = with_waivers(judged_documents(files, wanted, asked), wanted, asked)
    report = report_on(documents, stale, rules, wanted, asked)
    if form in EXPLAINING:
        report = explained(report, rules)
    deliver(FORMATS[form](report, style(output, asked.quiet, asked.verbose)), output, report.lang)
    if form != "terminal" or output is not None or not sys.stdout.isatty():
        tell_trouble(documents, report.lang)
    context.exit(max(TROUBLE if empty else FINE, status(documents, asked.fail_on)))
