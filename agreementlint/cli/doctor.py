"""Turns `doctor` into what this machine has of what the program needs."""

from __future__ import annotations

from pathlib import Path

import click

from agreementlint.cli.endings import FINDINGS_MADE, FINE, deliver, style
from agreementlint.cli.options import here_option, rules_option
from agreementlint.cli.usage import Command, option
from agreementlint.model import Lang


@click.command(cls=Command)
@option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal",
        help="opt-format-doctor")
@rules_option
@option("--config", "named", metavar="FIL",
        type=click.Path(path_type=Path, dir_okay=False, exists=True), help="opt-config")
@here_option
@option("-v", "--verbose", is_flag=True, help="opt-verbose-doctor")
@click.pass_context
def doctor(context: click.Context, /, form: str, packs: tuple[Path, ...], named: Path | None,
           lang: Lang, verbose: bool) -> None:
    """Shows what this machine has of what the program needs. Mistakes in settings and rules are
    part of the answer, and do not end it."""
    from agreementlint.doctor import examined, versions
    from agreementlint.report.doctor import doctor_json, doctor_text

    checks = examined(lang, packs, named)
    if form == "json":
        text = doctor_json(checks)
    else:
        text = doctor_text(checks, tuple(versions(checks)), lang, style(None, verbose=verbose))
    deliver(text, None, lang)
    context.exit(FINDINGS_MADE if any(one.state == "missing" for one in checks) else FINE)
