"""Turns the nearest configuration file into the defaults of a command's options."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from agreementlint.cli.usage import Command, spoken, spoken_in
from agreementlint.config.find import configuration, folder_of
from agreementlint.output import tell

if TYPE_CHECKING:
    from agreementlint.config.file import Config
    from agreementlint.strict import Fault

TROUBLE = 2
HELD = "agreementlint.config"
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "select": ("select",), "ignore": ("ignore",), "rules": ("packs",), "lang": ("speech", "lang"),
    "district": ("district",), "horizon": ("horizon",), "fail-on": ("fail_on",), "ocr": ("ocr",),
    "view": ("view",), "jobs": ("jobs",), "timeout": ("timeout",),
}
"""Key of the file → the parameters of commands that it gives a default."""

GIVEN = (str, bool, tuple)
"""What the parser finds on a command line; for what is not there it has an object of its own."""


class Configured(Command):
    """A command whose options have the defaults of the file that is meant for its first path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words, _, _ = self.make_parser(ctx).parse_args(list(args))
        given = {name: value for name, value in words.items() if isinstance(value, GIVEN)}
        if "help" not in given and not ctx.resilient_parsing:  # as for a completion
            ctx.meta[HELD] = config = configured(given)
            ctx.default_map = defaults(config)
            if config.lang and config.lang != "auto" and not given.keys() & OPTIONS["lang"]:
                spoken_in(config.lang)
        return super().parse_args(ctx, args)


def config_of(context: click.Context) -> Config:
    """The configuration of the command that is running."""
    from agreementlint.config.file import NOTHING

    held: Config = context.meta.get(HELD, NOTHING)
    return held


def configured(given: Mapping[str, Any]) -> Config:
    """What the file says that an option names, or else the nearest one. Its mistakes end the run
    before a document is opened."""
    from agreementlint.config.file import NOTHING, ConfigError, read

    if given.get("no_config"):
        return NOTHING
    named = given.get("config")
    file = Path(named).absolute() if named else configuration(folder_of(first(given)))
    if file is None or not file.is_file():  # what an option names wrongly, the option says
        return NOTHING
    try:
        return read(file)
    except ConfigError as error:
        told_faults(error.faults)


def first(given: Mapping[str, Any]) -> str | None:
    """The first path of a command line."""
    words = given.get("paths") or given.get("draft")
    return words[0] if isinstance(words, tuple) else words


def told_faults(faults: Iterable[Fault]) -> NoReturn:
    for fault in faults:
        tell(fault.told(spoken()), by="")
    sys.exit(TROUBLE)


def defaults(config: Config) -> dict[str, Any]:
    """The defaults of the options, by the names of their parameters."""
    values = {"select": [one.text for one in config.select],
              "ignore": [one.text for one in config.ignore], "rules": config.packs}
    every = {key: values.get(key, getattr(config, key.replace("-", "_"))) for key in OPTIONS}
    return {param: value for key, value in every.items() if key in config.places
            for param in OPTIONS[key]}
