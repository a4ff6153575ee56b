"""Turns `audit` into a DistrictReport on the files it is given, in as many formats as asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agreementlint.checking import (
    HORIZON,
    Whole,
    audit_of,
    district_of,
    earlier_in,
    report_on,
)
from agreementlint.cli import completing
from agreementlint.cli.catalogue import loaded, loaded_for_districts, wanted_rules
from agreementlint.cli.configured import Configured
from agreementlint.cli.documents import judged_documents
from agreementlint.cli.endings import (
    FINDINGS_MADE,
    FINE,
    TROUBLE,
    as_wrong_use,
    deliver,
    least_rank,
    status,
    style,
    tell_trouble,
)
from agreementlint.cli.options import RANK, Asked, judging, naming_files, waiving
from agreementlint.cli.outputs import format_of, spared
from agreementlint.cli.usage import option
from agreementlint.cli.waiving import with_waivers
from agreementlint.messages import say
from agreementlint.model import Lang
from agreementlint.report import BINARY, DISTRICT_FORMATS, EXPLAINING
from agreementlint.request import explained
from agreementlint.request import found as files_of

if TYPE_CHECKING:
    from agreementlint.audit.model import DistrictReport

district_option = option("--district", metavar="NAVN", shell_complete=completing.districts,
                         help="opt-district")
horizon_option = option("--horizon", type=click.IntRange(min=0), default=HORIZON,
                        metavar="MÅNEDER", help="opt-horizon")


@click.command(cls=Configured)
@naming_files("STI…")
@district_option
@horizon_option
@option("--since", "previous", metavar="FIL",
        type=click.Path(path_type=Path, dir_okay=False, exists=True), help="opt-since")
@option("--format", "form", type=click.Choice(list(DISTRICT_FORMATS)), help="opt-format")
@option("-o", "--output", "outputs", multiple=True, metavar="FIL",
        type=click.Path(path_type=Path, dir_okay=False), help="opt-output-audit")
@waiving
@judging
@click.pass_context
def audit(context: click.Context, /, paths: tuple[str, ...], district: str | None, horizon: int,
          previous: Path | None, form: str | None, outputs: tuple[Path, ...],
          asked: Asked) -> None:
    """Checks files and folders of agreements, and shows how the district stands."""
    lang = asked.lang
    targets = written_to(outputs, form, lang)
    rules = loaded(asked.packs)
    across = loaded_for_districts(asked.packs)
    wanted = wanted_rules((*rules, *across), asked)
    with as_wrong_use():
        whole = Whole(district_of(district, lang) if district else None, horizon,
                      earlier_in(previous, lang) if previous else None)
    files, empty = files_of(paths, lang)
    spared(outputs, files, lang)
    documents, stale = with_waivers(judged_documents(files, wanted, asked), wanted, asked)
    report = report_on(documents, stale, rules, wanted, asked)
    if any(name in EXPLAINING for _, name in targets):
        report = explained(report, (*rules, *across))
    found = audit_of(report, rules, across, wanted, whole)
    for path, name in targets:
        deliver(DISTRICT_FORMATS[name](found, style(path, asked.quiet, asked.verbose)), path, lang)
    tell_trouble(documents, lang)
    context.exit(max(TROUBLE if empty else FINE, district_status(found, asked.fail_on)))


def written_to(outputs: Sequence[Path], form: str | None, lang: Lang,
               ) -> tuple[tuple[Path | None, str], ...]:
    """Where the report goes, and in which format: the one asked for, or what each name ends on."""
    if not outputs:
        if form in BINARY and sys.stdout.isatty():
            raise click.UsageError(say(lang, "binary", form=form))
        return ((None, form or "terminal"),)
    return tuple((path, form or format_of(path, DISTRICT_FORMATS, lang)) for path in outputs)


def district_status(whole: DistrictReport, fail_on: str) -> int:
    """That of the documents; what several of them say together counts like a finding of one."""
    least = least_rank(fail_on)
    across = any(one.is_finding and RANK[one.severity] >= least for one in whole.findings)
    return max(FINDINGS_MADE if across else FINE, status(whole.report.documents, fail_on))
