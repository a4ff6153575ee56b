"""Turns the options that several commands share into one frozen Asked."""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from agreementlint.cli.configured import config_of
from agreementlint.model import Lang, Ocr, Severity, View

if TYPE_CHECKING:
    from agreementlint.config.file import Config

RANK: dict[Severity, int] = {"note": 1, "warning": 2, "error": 3}


@dataclass(frozen=True, slots=True)
class Asked:
    """How documents are to be read and judged, as the user wants it: the program's defaults, the
    configuration file over them, the command line over both. `timeout` is in seconds; `by_hand`
    says that `select` is the command line's. `config` holds what only a file can say, `baseline`
    is a file of waivers beside the usual one."""

    as_of: dt.date
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    packs: tuple[Path, ...]
    lang: Lang
    fail_on: str
    ocr: Ocr
    view: View
    jobs: int
    executor: str | None
    timeout: float
    no_cache: bool
    any_document: bool
    quiet: bool
    verbose: bool
    debug: bool
    by_hand: bool
    config: Config
    no_waivers: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None


speech_option = click.option("--lang", "speech", type=click.Choice(["auto", *get_args(Lang)]),
                             default="auto", help="Språket i merknadene (ellers utkastets eget).")
lang_option = click.option("--lang", type=click.Choice(get_args(Lang)), default="nb",
                           help="Språket i meldingene (ellers nb).")
rules_option = click.option("--rules", "packs", metavar="MAPPE", multiple=True,
                            type=click.Path(path_type=Path, file_okay=False, exists=True),
                            help="Mappe med flere regler.")
CONFIGURING = (
    click.option("--config", metavar="FIL", expose_value=False,
                 type=click.Path(path_type=Path, dir_okay=False, exists=True),
                 help="Filen med innstillinger (ellers den nærmeste agreementlint.toml)."),
    click.option("--no-config", is_flag=True, expose_value=False,
                 help="Les ingen fil med innstillinger."),
)
WAIVING = (
    click.option("--baseline", metavar="FIL",
                 type=click.Path(path_type=Path, dir_okay=False, exists=True),
                 help="Tell ikke funnene som står i denne grunnlinjen."),
    click.option("--write-baseline", metavar="FIL",
                 type=click.Path(path_type=Path, dir_okay=False),
                 help="Skriv alle funn som grunnlinje i filen, og tell dem ikke."),
    click.option("--no-waivers", is_flag=True, help="Se bort fra alle unntak og grunnlinjer."),
)
JUDGING = (
    click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="ÅÅÅÅ-MM-DD",
                 help="Datoen avtalene vurderes på (ellers i dag)."),
    click.option("--select", multiple=True, metavar="REGEL",
                 help="Bare disse reglene: id, navn eller begynnelsen på id-en, som PR."),
    click.option("--ignore", multiple=True, metavar="REGEL", help="Ikke disse reglene."),
    rules_option,
    *CONFIGURING,
    lang_option,
    click.option("--fail-on", type=click.Choice([*reversed(RANK), "never"]), default="warning",
                 help="Hvor alvorlige funn som gir sluttstatus 1 (ellers warning)."),
    click.option("--ocr", type=click.Choice(get_args(Ocr)), default="auto",
                 help="Hvilke sider som leses med OCR: de som er skannet (auto), ingen eller "
                      "alle."),
    click.option("--view", type=click.Choice(get_args(View)), default="accepted",
                 help="Sporede endringer i Word og ODT: som godtatt (accepted) eller som før dem."),
    click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1,
                 metavar="ANTALL",
                 help="Hvor mange filer og skannede sider som leses samtidig."),
    click.option("--executor", metavar="dask://VERT:PORT",
                 help="Vurder dokumentene på en Dask-klynge i stedet for på denne maskinen."),
    click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0,
                 metavar="SEKUNDER",
                 help="Lengste tid per dokument, og for hver side som leses med OCR (ellers 20)."),
    click.option("--no-cache", is_flag=True,
                 help="Verken bruk eller ta vare på det som er lest og vurdert før."),
    click.option("--any-document", is_flag=True,
                 help="Vurder også det som ikke ser ut som en samarbeidsavtale."),
    click.option("-q", "--quiet", is_flag=True, help="Bare oppsummeringen."),
    click.option("-v", "--verbose", is_flag=True, help="Vis også det som følger veilederen."),
    click.option("--debug", is_flag=True, help="Vis hvor i programmet en feil oppstod."),
)


REVIEWING = (*(option for option in JUDGING if option is not lang_option), speech_option)
"""Those of a draft, whose own written standard says in which language it is told."""


def judging(command: Callable[..., Any], options: Iterable[Callable[..., Any]] = JUDGING,
            ) -> Callable[..., Any]:
    """Gives a command the options of judging, which it gets as one argument, `asked`."""
    names = [field.name for field in fields(Asked)]

    @functools.wraps(command)
    def gathered(*arguments: Any, **given: Any) -> Any:
        own: dict[str, Any] = {"lang": "nb"}
        own |= {name: given.pop(name) for name in names if name in given}
        own["as_of"] = own["as_of"].date() if own["as_of"] else dt.date.today()
        context = click.get_current_context()
        chosen = context.get_parameter_source("select")
        own["by_hand"] = chosen is click.core.ParameterSource.COMMANDLINE
        own["config"] = config_of(context)
        return command(*arguments, asked=Asked(**own), **given)

    for option in reversed(tuple(options)):
        gathered = option(gathered)
    return gathered


def waiving(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command that is `judging` the options of waivers too."""
    for option in reversed(WAIVING):
        command = option(command)
    return command


def configuring(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options of the configuration file."""
    for option in reversed(CONFIGURING):
        command = option(command)
    return command


def naming_files(metavar: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Gives a command its files as one argument, `paths`, whichever way they are named."""

    def named(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def gathered(*arguments: Any, paths: tuple[str, ...], lists: tuple[str, ...],
                     **given: Any) -> Any:
            every = (*paths, *(f"@{file}" for file in lists))
            if not every:
                context = click.get_current_context()
                paths_param = next(one for one in context.command.params if one.name == "paths")
                raise click.MissingParameter(ctx=context, param=paths_param)
            return command(*arguments, paths=every, **given)

        gathered = click.option(
            "--files-from", "lists", multiple=True, metavar="FIL", type=click.Path(dir_okay=False),
            help="Les navnene på filene fra denne filen, én på hver linje (det samme som @FIL).",
        )(gathered)
        return click.argument("paths", nargs=-1, metavar=metavar)(gathered)

    return named
