"""Turns `serve` into a page on this machine, and opens it in the browser."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import webbrowser
from importlib.util import find_spec
from pathlib import Path

import click

from agreementlint.cli.audit import name_of_district
from agreementlint.cli.catalogue import loaded, loaded_for_districts
from agreementlint.cli.endings import TROUBLE
from agreementlint.cli.options import lang_option, rules_option
from agreementlint.messages import say
from agreementlint.model import Lang
from agreementlint.output import tell
from agreementlint.usage import Command

EXTRA = ("starlette", "uvicorn", "python_multipart")
MOST_PORT = 65535


@click.command(cls=Command, options_metavar="[VALG]",
               short_help="Viser gjennomgangen på en side i nettleseren.")
@click.option("--port", type=click.IntRange(0, MOST_PORT), default=0, metavar="PORT",
              help="Porten siden vises på (ellers en ledig).")
@click.option("--no-browser", is_flag=True, help="Ikke åpne nettleseren.")
@click.option("--district", metavar="NAVN",
              help="Politidistriktet i oversikten (ellers det avtalene selv nevner).")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="ÅÅÅÅ-MM-DD",
              help="Datoen avtalene vurderes på (ellers i dag).")
@rules_option
@lang_option
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, metavar="ANTALL",
              help="Hvor mange filer og skannede sider som leses samtidig.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0,
              metavar="SEKUNDER",
              help="Lengste tid per dokument, og for hver side som leses med OCR (ellers 20).")
@click.option("--any-document", is_flag=True,
              help="Vurder også det som ikke ser ut som en samarbeidsavtale.")
@click.option("--debug", is_flag=True, help="Vis hvor i programmet en feil oppstod.")
@click.pass_context
def serve(context: click.Context, /, port: int, no_browser: bool, district: str | None,
          as_of: dt.datetime | None, packs: tuple[Path, ...], lang: Lang, jobs: int,
          timeout: float, any_document: bool, debug: bool) -> None:
    """Viser gjennomgangen på en side i nettleseren, bare på denne maskinen; ingenting lagres."""
    if not all(map(find_spec, EXTRA)):
        tell(say(lang, "web-no-extra"))
        context.exit(TROUBLE)
    loaded(packs)
    loaded_for_districts(packs)  # mistakes in them are told before anybody waits for a page
    from agreementlint.run.task import Task
    from agreementlint.web.serving import started

    task = Task(as_of=as_of.date() if as_of else dt.date.today(), lang=lang,
                packs=tuple(str(pack.resolve()) for pack in packs), any_document=any_document,
                timeout=timeout, workers=jobs)
    where = name_of_district(district, lang) if district else None
    with contextlib.ExitStack() as opened:
        try:
            page = opened.enter_context(started(task, jobs, port=port, district=where))
        except OSError:
            tell(say(lang, "web-no-port", port=port))
            context.exit(TROUBLE)
        tell(say(lang, "web-started", address=page.address), by="")
        if not no_browser:
            webbrowser.open(page.once)
        page.serve()
    tell(say(lang, "web-ended"), by="")
