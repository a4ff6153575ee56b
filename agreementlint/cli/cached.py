"""Turns `cache` into where the kept results are and how much they take, and clears them."""

from __future__ import annotations

import click

from agreementlint.cli.endings import TROUBLE, deliver
from agreementlint.cli.options import here_option
from agreementlint.cli.usage import Command, option
from agreementlint.messages import say, shown
from agreementlint.model import Lang
from agreementlint.output import tell

MEGABYTE = 1_000_000


@click.command("cache", cls=Command)
@option("--clear", is_flag=True, help="opt-clear")
@here_option
@click.pass_context
def cache(context: click.Context, /, clear: bool, lang: Lang) -> None:
    """Shows where results and recognised pages are kept, and how much they take."""
    from agreementlint.cache import cleared, folder, sizes

    place = folder()
    if clear:
        left = cleared(place)
        if left:
            tell(say(lang, "cache-left", path=left[0]))
            context.exit(TROUBLE)
        deliver(say(lang, "cache-cleared", path=place) + "\n", None, lang)
        return
    found = sizes(place)
    lines = [say(lang, "cache-place", path=place)]
    lines += [say(lang, f"cache-{name}", size=shown(round(size / MEGABYTE, 1), lang))
              for name, size in found.items()] or [say(lang, "cache-empty")]
    deliver("".join(f"{line}\n" for line in lines), None, lang)
