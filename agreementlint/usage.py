"""Turns click's help, and what it finds wrong with a command line, into bokmål like the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

HEADINGS = {"Options": "Valg", "Commands": "Kommandoer"}


class Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Bruk: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(HEADINGS.get(name, name)):
            yield


class Context(click.Context):
    formatter_class = Formatter


class Command(click.Command):
    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return in_bokmal(super().get_help_option(ctx))


class Group(click.Group):
    context_class = Context
    command_class = Command

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return in_bokmal(super().get_help_option(ctx))


def in_bokmal(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Vis denne hjelpen."
    return option


def fault(error: click.UsageError) -> str:
    """What is wrong with the command line, and what is allowed. What the program itself found is
    said as it stands."""
    if isinstance(error, click.NoSuchOption):
        return f"Ukjent valg «{error.option_name}».{meant(error.possibilities)}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Ukjent kommando «{error.command_name}».{meant(error.possibilities)}"
    if isinstance(error, click.BadOptionUsage):
        return (f"Valget «{error.option_name}» er brukt feil: noen valg skal ha en verdi, andre "
                "ikke. Se --help.")
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.get_error_hint(error.ctx).replace("'", "").replace(" / ", " eller ")
        if isinstance(error, click.MissingParameter):
            return f"Dette mangler: {name.rstrip('…')}."
        return f"Ugyldig verdi for {name}. {allowed(error.param.type)}".rstrip()
    return error.format_message()


def meant(words: Sequence[str] | None) -> str:
    return f" Mente du {' eller '.join(words)}?" if words else ""


def allowed(kind: click.ParamType[Any]) -> str:
    """What a parameter of that kind can be, as a sentence."""
    if isinstance(kind, click.Choice):
        return f"Velg en av disse: {', '.join(kind.choices)}."
    if isinstance(kind, click.DateTime):
        return "Skriv en dato som ÅÅÅÅ-MM-DD, for eksempel 2026-12-31."
    if isinstance(kind, click.IntRange | click.FloatRange):
        return f"Skriv et tall som er {'over' if kind.min_open else 'minst'} {kind.min:g}."
    if isinstance(kind, click.Path):
        return "Det skal være en fil." if kind.file_okay else "Det skal være en mappe som finnes."
    return ""
