"""The words of a command line into what a run needs: its files, and how much of the guide it
checks."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from agreementlint.messages import say
from agreementlint.model import Checked, Lang, ReadError
from agreementlint.output import tell

if TYPE_CHECKING:
    from agreementlint.rulefile import Rule


def found(words: Sequence[str], lang: Lang) -> tuple[tuple[str, ...], bool]:
    """The files to read, each once, and whether some word meant none."""
    from agreementlint.run.files import NoList, meant
    from agreementlint.run.remote import NoRemote

    files: dict[str, None] = {}
    empty = False
    try:
        for word, inside in meant(words):
            if not inside:
                empty = True
                tell(say(lang, "empty-folder", path=word))
            files.update(dict.fromkeys(inside))
    except NoList as error:
        empty = True
        tell(say(lang, "no-list", path=error))
    except NoRemote as error:
        empty = True
        tell(say(lang, f"remote-{error.reason}", path=error.address))
    return tuple(files), empty


def piped(most: int) -> bytes:
    """What stands on standard input, `most` bytes of it. Raises ReadError if that is nothing."""
    data = sys.stdin.buffer.read(most) if sys.stdin is not None else b""
    if not data:
        raise ReadError("empty", "stdin")
    return data


def covered(rules: Sequence[Rule], chosen: Collection[str]) -> Checked | None:
    """How much of the guide the chosen rules check; None where the folder of rules cannot tell,
    which `rules --coverage` explains and no agreement should wait for."""
    from agreementlint.guide import checked, coverages
    from agreementlint.rules import RuleError, builtin

    try:
        return checked(coverages([builtin()], rules), chosen)
    except RuleError:
        return None


def edition(rules: Sequence[Rule]) -> str:
    return max(rule.guide.edition for rule in rules).isoformat()
