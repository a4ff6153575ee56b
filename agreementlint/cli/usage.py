"""Turns click's help, and what it finds wrong with a command line, into the user's language.

The texts of commands, options and arguments are keys of `messages`; what they say is looked up when
it is shown. Whoever runs the program says once, with `spoken_in`, in which language that is.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import click

from agreementlint.messages import LANGUAGES, has, listed, say
from agreementlint.messages.commands import METAVARS
from agreementlint.model import Lang

LANG_PARAMS = ("lang", "speech")

_SPOKEN: ContextVar[Lang] = ContextVar("spoken", default="nb")


def spoken() -> Lang:
    """The language of the help and of complaints about the command line."""
    return _SPOKEN.get()


def spoken_in(lang: Lang) -> None:
    _SPOKEN.set(lang)


class Said:
    """An attribute that is set to a key, and gives the sentence in the language of the user. What
    is no key is given as it is."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}_key"

    def __set__(self, instance: Any, key: str | None) -> None:
        setattr(instance, self._name, key)

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        key = getattr(instance, self._name, None)
        return say(spoken(), key) if key and has(key) else key


class Metavar(Said):
    """The same for what stands for a value; its key is its bokmål word."""

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        word = getattr(instance, self._name, None)
        return METAVARS[word][LANGUAGES.index(spoken())] if word in METAVARS else word


class Option(click.Option):
    help = Said()
    metavar = Metavar()

    def get_help_extra(self, ctx: click.Context) -> Any:
        extra = super().get_help_extra(ctx)
        extra.pop("range", None)  # which a mistake tells in words
        return extra | ({"required": say(spoken(), "usage-required")} if self.required else {})


class Argument(click.Argument):
    metavar = Metavar()


option = functools.partial(click.option, cls=Option)
argument = functools.partial(click.argument, cls=Argument)


class Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say(spoken(), "usage"))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(say(spoken(), f"usage-{name}")):
            yield


class Context(click.Context):
    formatter_class = Formatter


class Command(click.Command):
    """Its help is said under `help-NAME` and `brief-NAME`; its docstring is for developers."""

    context_class = Context
    help = Said()
    short_help = Said()
    options_metavar = Metavar()

    def __init__(self, name: str | None, **given: Any) -> None:
        texts = {"help": f"help-{name}", "short_help": f"brief-{name}", "options_metavar": "[VALG]"}
        super().__init__(name, **given | texts)
        if not any("--lang" in param.opts for param in self.params):
            self.params.append(Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False,
                                      help="opt-lang-here"))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """With the options that must be there."""
        needed = (one for one in self.params if isinstance(one, click.Option) and one.required)
        return [*super().collect_usage_pieces(ctx),
                *(f"{one.opts[0]} {one.make_metavar(ctx)}" for one in needed)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A `--lang` before the name of the command is meant for it, unless it is `auto`, each
        agreement's own, and the command has no agreements."""
        before = ctx.parent.params.get("lang") if ctx.parent else None
        given = {**(ctx.default_map or {})}
        given |= dict.fromkeys(LANG_PARAMS, before) if before else {}
        kinds = {param.name: param.type for param in self.params}
        ctx.default_map = {
            name: value for name, value in given.items()
            if not isinstance(kind := kinds.get(name), click.Choice) or value in kind.choices}
        ctx.allow_extra_args = True  # which click would complain of in English
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail(say(spoken(), "too-many", words=" ".join(rest)))
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx), ctx)


class Group(click.Group):
    context_class = Context
    command_class = Command
    help = Said()
    options_metavar = Metavar()
    subcommand_metavar = Metavar()

    def __init__(self, name: str | None, **given: Any) -> None:
        texts = {"help": f"help-{name}", "options_metavar": "[VALG]",
                 "subcommand_metavar": "KOMMANDO …"}
        super().__init__(name, **given | texts)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx), ctx)


def _help_option(found: click.Option | None, ctx: click.Context) -> click.Option | None:
    if found is not None:
        found.help = say(spoken(), "opt-help")
    return found


# ---------------------------------------------------------------- what is wrong


def fault(error: click.UsageError) -> str:
    """What is wrong with the command line, and what is allowed. What the program itself found is
    said as it stands."""
    lang = spoken()
    if isinstance(error, click.NoSuchOption):
        said = say(lang, "no-option", word=error.option_name) + meant(error.possibilities)
        early = error.ctx is not None and isinstance(error.ctx.command, click.Group)
        return f"{said} {say(lang, 'option-early')}" if early else said
    if isinstance(error, click.exceptions.NoSuchCommand):
        said = say(lang, "no-command", word=error.command_name) + meant(error.possibilities)
        file = not error.possibilities and os.path.exists(error.command_name)
        return f"{said} {say(lang, 'command-file')}" if file else said
    if isinstance(error, click.BadOptionUsage):
        return say(lang, "option-misused", word=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        hint = error.param.get_error_hint(error.ctx).replace("'", "")
        name = listed(hint.split(" / "), lang, "or")
        if isinstance(error, click.MissingParameter):
            return say(lang, "missing", name=name.rstrip("…"))
        return say(lang, "invalid", name=name, allowed=allowed(error.param.type)).rstrip()
    return error.format_message()


def meant(words: Sequence[str] | None) -> str:
    return say(spoken(), "meant", words=listed(words, spoken(), "or")) if words else ""


def allowed(kind: click.ParamType[Any]) -> str:
    """What a parameter of that kind can be, as a sentence."""
    lang = spoken()
    if isinstance(kind, click.Choice):
        return say(lang, "allowed-choice", words=", ".join(kind.choices))
    if isinstance(kind, click.DateTime):
        return say(lang, "allowed-date")
    if isinstance(kind, click.IntRange | click.FloatRange):
        key = "allowed-over" if kind.min_open else "allowed-least"
        return say(lang, key, least=f"{kind.min:g}")
    if isinstance(kind, click.Path):
        if not kind.file_okay:
            return say(lang, "allowed-folder")
        return say(lang, "allowed-there" if kind.exists else "allowed-file")
    return ""
