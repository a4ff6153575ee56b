"""Turns `completion` into the script by which a shell completes what is typed."""

from __future__ import annotations

import click
from click.shell_completion import FishComplete, ShellComplete, ZshComplete

from agreementlint.cli.completing import Bash
from agreementlint.cli.endings import deliver
from agreementlint.cli.usage import Command, argument, spoken

PROGRAM = "agreementlint"
ASKS = "_AGREEMENTLINT_COMPLETE"
"""The variable by which a shell asks for words, as click expects it."""

SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": ZshComplete, "fish": FishComplete}


@click.command(cls=Command)
@argument("shell", type=click.Choice(list(SHELLS)), metavar="SKALL")
@click.pass_context
def completion(context: click.Context, /, shell: str) -> None:
    """Prints the script with which a shell completes commands, options, rules and names."""
    found = SHELLS[shell](context.find_root().command, {}, PROGRAM, ASKS)
    deliver(f"{ShellComplete.source(found)}\n", None, spoken())
