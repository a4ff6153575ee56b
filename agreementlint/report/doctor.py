"""What was found of a machine into text, for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from agreementlint.messages import say
from agreementlint.model import Lang
from agreementlint.report.style import Style
from agreementlint.report.text import visible

if TYPE_CHECKING:
    from agreementlint.doctor import Check, State

SIGNS: Mapping[State, str] = {"ok": "✓", "optional": "–", "missing": "✗"}
COLOURS: Mapping[State, str] = {"ok": "32", "optional": "2", "missing": "31"}
SCHEMA = "agreementlint-doctor/1"
"""Keys may be added; those that are there keep their meaning as long as it says so."""


def doctor_text(checks: Sequence[Check], more: Sequence[str], lang: Lang, style: Style) -> str:
    """A line for each check, what to do in one below it; `more` are the versions of libraries."""
    column = max(len(title(check, lang)) for check in checks) + 2
    lines: list[str] = []
    for check in checks:
        lines += told(check, column, lang, style)
        if check.name == "libraries" and style.verbose:
            lines += wrapped(", ".join(more), column, style)
    return "\n".join([*lines, "", verdict(checks, lang)]) + "\n"


def title(check: Check, lang: Lang) -> str:
    return say(lang, f"doctor-{check.name}")


def told(check: Check, column: int, lang: Lang, style: Style) -> Iterator[str]:
    sign = SIGNS[check.state]
    if style.colour:
        sign = f"\x1b[{COLOURS[check.state]}m{sign}\x1b[0m"
    first, *rest = wrapped(check.found, column, style)
    yield f"{sign} {title(check, lang):<{column}}{first.lstrip()}"
    yield from rest
    if check.cure:
        yield f"{' ' * (column + 2)}→ {visible(check.cure)}"  # whole, for it may be to be copied


def wrapped(text: str, column: int, style: Style) -> list[str]:
    """The lines of a text under its column."""
    blanks = " " * (column + 2)
    return textwrap.wrap(visible(text), max(style.width, column + 30), initial_indent=blanks,
                         subsequent_indent=blanks, break_long_words=False,
                         break_on_hyphens=False) or [blanks]


def verdict(checks: Sequence[Check], lang: Lang) -> str:
    count = sum(check.state == "missing" for check in checks)
    if count == 0:
        return say(lang, "doctor-fine")
    return say(lang, "doctor-one-missing" if count == 1 else "doctor-missing", count=count)


def doctor_json(checks: Sequence[Check]) -> str:
    """The same for programs, with all that is known."""
    whole = {"schema": SCHEMA, "ok": all(check.state != "missing" for check in checks),
             "checks": [{"name": check.name, "state": check.state, "found": check.found,
                         "cure": check.cure, "known": dict(check.known)} for check in checks]}
    return json.dumps(sound(whole), ensure_ascii=False, indent=2) + "\n"


def sound(value: object) -> object:
    """A value without what a terminal would obey, whatever paths and other programs said."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {visible(str(key)): sound(one) for key, one in value.items()}
    return [sound(one) for one in value] if isinstance(value, list | tuple) else value
