"""Values into TOML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable


def written(value: str | float | dt.date | Iterable[str]) -> str:
    """A text, number, date or list of texts, on one line, without anything that a terminal would
    obey."""
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str):
        return f"[{', '.join(map(written, value))}]"
    sound = value.encode("utf-8", "replace").decode("utf-8")
    return f'"{"".join(map(_escaped, sound))}"'


def _escaped(one: str) -> str:
    if one in '"\\':
        return f"\\{one}"
    return one if one.isprintable() else f"\\U{ord(one):08x}"
