"""The words of a command line into what a run needs: its files, how they are to be read, and how
much of the guide it checks."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agreementlint.messages import say
from agreementlint.model import Checked, Lang, Ocr, ReadError, View
from agreementlint.output import tell

if TYPE_CHECKING:
    from agreementlint.reading.layout import Wishes
    from agreementlint.rulefile import Rule


def found(paths: Sequence[str], lang: Lang) -> tuple[tuple[Path, ...], bool]:
    """The files to read, each once, and whether some folder held none."""
    from agreementlint.batch import files_in

    files: dict[Path, None] = {}
    empty = False
    for path in map(Path, paths):
        inside = files_in(path)
        if not inside:
            empty = True
            tell(say(lang, "empty-folder", path=path))
        files.update(dict.fromkeys(inside))
    return tuple(files), empty


def wished(ocr: Ocr, view: View, jobs: int, cached: bool) -> Wishes:
    """How all files of a run are to be read: they share `jobs` places to recognise pages at."""
    from agreementlint.cache import folder
    from agreementlint.reading.layout import Wishes
    from agreementlint.reading.share import Share, new_slots

    return Wishes(ocr=ocr, view=view, cache=str(folder()) if cached else None,
                  share=Share(workers=jobs, slots=new_slots()))


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
