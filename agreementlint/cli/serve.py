"""Turns `serve` into a page on this machine, and opens it in the browser."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from importlib.util import find_spec
from pathlib import Path

import click

from agreementlint.checking import district_of
from agreementlint.cli import completing
from agreementlint.cli.catalogue import loaded, loaded_for_districts
from agreementlint.cli.endings import TROUBLE, as_wrong_use
from agreementlint.cli.options import lang_option, rules_option
from agreementlint.cli.usage import Command, option
from agreementlint.messages import pip, say
from agreementlint.model import Lang
from agreementlint.output import tell

EXTRA = ("starlette", "uvicorn", "python_multipart")
MOST_PORT = 65535


@click.command(cls=Command)
@option("--port", type=click.IntRange(0, MOST_PORT), default=0, metavar="PORT", help="opt-port")
@option("--no-browser", is_flag=True, help="opt-no-browser")
@option("--district", metavar="NAVN", shell_complete=completing.districts,
        help="opt-district-serve")
@option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="ÅÅÅÅ-MM-DD", help="opt-as-of")
@rules_option
@lang_option
@option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, metavar="ANTALL",
        help="opt-jobs")
@option("--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0, metavar="SEKUNDER",
        help="opt-timeout")
@option("--any-document", is_flag=True, help="opt-any-document")
@option("--debug", is_flag=True, help="opt-debug")
@click.pass_context
def serve(context: click.Context, /, port: int, no_browser: bool, district: str | None,
          as_of: dt.datetime | None, packs: tuple[Path, ...], lang: Lang, jobs: int,
          timeout: float, any_document: bool, debug: bool) -> None:
    """Shows the review on a page in the browser, on this machine alone; nothing is kept."""
    if not all(map(find_spec, EXTRA)):
        tell(say(lang, "web-no-extra", pip=pip()))
        context.exit(TROUBLE)
    loaded(packs)
    loaded_for_districts(packs)  # mistakes in them are told before anybody waits for a page
    from agreementlint.run.task import Task
    from agreementlint.web.serving import started

    task = Task(as_of=as_of.date() if as_of else dt.date.today(), lang=lang,
                packs=tuple(str(pack.resolve()) for pack in packs), any_document=any_document,
                timeout=timeout, workers=jobs)
    with as_wrong_use():
        where = district_of(district, lang) if district else None
    with contextlib.ExitStack() as opened:
        try:
            page = opened.enter_context(started(task, jobs, port=port, district=where))
        except OSError:
            tell(say(lang, "web-no-port", port=port))
            context.exit(TROUBLE)
        tell(say(lang, "web-started", address=page.address), by="")
        if not no_browser:
            import webbrowser

            webbrowser.open(page.once)
        page.serve()
    tell(say(lang, "web-ended"), by="")
