"""Turns `config` into the settings that hold, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from agreementlint.cli import completing
from agreementlint.cli.audit import district_option, horizon_option
from agreementlint.cli.catalogue import loaded, wanted_rules
from agreementlint.cli.configured import OPTIONS, Configured
from agreementlint.cli.endings import deliver
from agreementlint.cli.options import Asked, judging
from agreementlint.cli.usage import argument
from agreementlint.config.written import written
from agreementlint.messages import say
from agreementlint.report.text import visible

COLUMN = 36
"""Where the comments begin."""


@click.command("config", cls=Configured)
@argument("paths", nargs=-1, metavar="[STI…]", shell_complete=completing.files)
@district_option
@horizon_option
@judging
@click.pass_context
def settings(context: click.Context, /, paths: tuple[str, ...], district: str | None, horizon: int,
             asked: Asked) -> None:
    """Shows the settings that hold for a file or folder (else this folder), as TOML."""
    wanted_rules(loaded(asked.packs), asked)  # which tells of words that name no rule
    deliver("".join(f"{one}\n" for one in lines(context, asked)), None, asked.lang)


def lines(context: click.Context, asked: Asked) -> Iterator[str]:
    config = asked.config
    yield "# " + (say(asked.lang, "config-file", path=visible(str(config.file))) if config.file
                  else say(asked.lang, "config-none"))
    for key, params in OPTIONS.items():
        param = params[0]
        value = getattr(asked, param) if hasattr(asked, param) else context.params.get(param)
        yield aligned(line(key, value), origin(key, context, asked))
    if config.waivers is not None:
        yield aligned(line("waivers", config.waivers), place("waivers", asked))
    if config.severity.of:
        yield aligned("[severity]", place("severity", asked))
        for word, severity in config.severity.of:
            yield line(word.text, severity)
    for scope in config.paths:
        yield aligned("[[paths]]", place("paths", asked))
        yield line("glob", scope.glob)
        for key, words in (("select", scope.select), ("ignore", scope.ignore)):
            if words:
                yield line(key, tuple(one.text for one in words))
        if scope.severity.of:
            levels = (line(word.text, how) for word, how in scope.severity.of)
            yield f"severity = {{{', '.join(levels)}}}"


def aligned(text: str, comment: str) -> str:
    return f"{text:<{COLUMN}}  # {comment}"


def origin(key: str, context: click.Context, asked: Asked) -> str:
    """Who says so: the program, a line of the file, or an option."""
    param = next(one for one in context.command.params if one.name in OPTIONS[key])
    source = context.get_parameter_source(str(param.name))
    if source is ParameterSource.COMMANDLINE:
        return param.opts[0]
    if source is ParameterSource.DEFAULT_MAP:
        return place(key, asked) if key in asked.config.places else param.opts[0]
    return say(asked.lang, "config-default")


def place(key: str, asked: Asked) -> str:
    mark = asked.config.places[key]
    return visible(f"{Path(mark.path).name}:{mark.line}")


def line(key: str, value: Any) -> str:
    """A line of TOML; for what has no value a comment, since TOML has none for it."""
    if value is None or value == ():
        return f"# {key} ="
    name = key if key.replace("-", "").isalnum() else written(key)
    return f"{name} = {written(value if not isinstance(value, tuple) else map(str, value))}"
