"""Turns the options that several commands share into one frozen Asked."""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_args

import click

from agreementlint.checking import Judging
from agreementlint.cli import completing
from agreementlint.cli.configured import config_of
from agreementlint.cli.usage import argument, option, spoken
from agreementlint.messages import say
from agreementlint.model import Lang, Ocr, Severity, View
from agreementlint.report.text import visible

RANK: dict[Severity, int] = {"note": 1, "warning": 2, "error": 3}


@dataclass(frozen=True, slots=True)
class Asked(Judging):
    """What the user wants: the program's defaults, the configuration file over them, the command
    line over both. `by_hand` says that `select` is the command line's, `baseline` is a file of
    waivers beside the usual one."""

    quiet: bool
    verbose: bool
    debug: bool
    fail_on: str = "warning"
    no_waivers: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None


SPEECHES = click.Choice(["auto", *get_args(Lang)])
speech_option = option("--lang", "speech", type=SPEECHES, default="nb", help="opt-lang-judging")
draft_option = option("--lang", "speech", type=SPEECHES, default="auto", help="opt-lang-review")
lang_option = option("--lang", type=click.Choice(get_args(Lang)), default="nb", help="opt-lang")
here_option = option("--lang", type=click.Choice(get_args(Lang)), help="opt-lang-here",
                     callback=lambda context, param, given: given or spoken())
"""Of commands that are about this machine and no agreement."""



class Pack(click.ParamType[Path]):
    """A folder of rules, or the name of a pack that comes with the program."""

    name = "pack"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from agreementlint.rules import named_pack, pack_names

        found = value if isinstance(value, Path) else named_pack(value)
        if found is None and os.path.isfile(value):
            raise click.UsageError(say(spoken(), "pack-is-file", word=visible(str(value))), ctx)
        if found is None:
            raise click.UsageError(say(spoken(), "no-pack", word=visible(str(value)),
                                       names=", ".join(pack_names())), ctx)
        return found


PACK = Pack()
rules_option = option("--rules", "packs", metavar="MAPPE", multiple=True, type=PACK,
                      shell_complete=completing.packs, help="opt-rules")
CONFIGURING = (
    option("--config", metavar="FIL", expose_value=False,
           type=click.Path(path_type=Path, dir_okay=False, exists=True), help="opt-config"),
    option("--no-config", is_flag=True, expose_value=False, help="opt-no-config"),
)
WAIVING = (
    option("--baseline", metavar="FIL",
           type=click.Path(path_type=Path, dir_okay=False, exists=True), help="opt-baseline"),
    option("--write-baseline", metavar="FIL", type=click.Path(path_type=Path, dir_okay=False),
           help="opt-write-baseline"),
    option("--no-waivers", is_flag=True, help="opt-no-waivers"),
)
fail_option = option("--fail-on", type=click.Choice([*reversed(RANK), "never"]), default="warning",
                     help="opt-fail-on")
JUDGING = (
    option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="ÅÅÅÅ-MM-DD", help="opt-as-of"),
    option("--select", multiple=True, metavar="REGEL", shell_complete=completing.rules,
           help="opt-select"),
    option("--ignore", multiple=True, metavar="REGEL", shell_complete=completing.rules,
           help="opt-ignore"),
    rules_option,
    *CONFIGURING,
    speech_option,
    fail_option,
    option("--ocr", type=click.Choice(get_args(Ocr)), default="auto", help="opt-ocr"),
    option("--view", type=click.Choice(get_args(View)), default="accepted", help="opt-view"),
    option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, metavar="ANTALL",
           help="opt-jobs"),
    option("--executor", metavar="dask://VERT:PORT", help="opt-executor"),
    option("--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0,
           metavar="SEKUNDER", help="opt-timeout"),
    option("--no-cache", is_flag=True, help="opt-no-cache"),
    option("--any-document", is_flag=True, help="opt-any-document"),
    option("-q", "--quiet", is_flag=True, help="opt-quiet"),
    option("-v", "--verbose", is_flag=True, help="opt-verbose"),
    option("--debug", is_flag=True, help="opt-debug"),
)


REVIEWING = (*(one for one in JUDGING if one is not speech_option), draft_option)
"""Those of a draft, whose own written standard says in which language it is told."""

SINGLING_OUT = tuple(one for one in JUDGING if one is not fail_option)
"""Those of a command that is about one finding, however serious it is."""


def judging(command: Callable[..., Any], options: Iterable[Callable[..., Any]] = JUDGING,
            ) -> Callable[..., Any]:
    """Gives a command the options of judging, which it gets as one argument, `asked`."""
    names = [field.name for field in fields(Asked)]

    @functools.wraps(command)
    def gathered(*arguments: Any, **given: Any) -> Any:
        own: dict[str, Any] = {name: given.pop(name) for name in names if name in given}
        own["as_of"] = own["as_of"].date() if own["as_of"] else dt.date.today()
        context = click.get_current_context()
        chosen = context.get_parameter_source("select")
        own["by_hand"] = chosen is click.core.ParameterSource.COMMANDLINE
        own["config"] = config_of(context)
        return command(*arguments, asked=Asked(**own), **given)

    for one in reversed(tuple(options)):
        gathered = one(gathered)
    return gathered


def waiving(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command that is `judging` the options of waivers too."""
    for one in reversed(WAIVING):
        command = one(command)
    return command


def configuring(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options of the configuration file."""
    for one in reversed(CONFIGURING):
        command = one(command)
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

        gathered = option("--files-from", "lists", multiple=True, metavar="FIL",
                          type=click.Path(dir_okay=False), help="opt-files-from")(gathered)
        files = argument("paths", nargs=-1, metavar=metavar, shell_complete=completing.files)
        return files(gathered)

    return named
