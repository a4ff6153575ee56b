"""How a report for people is set: nothing here changes what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """`width` is in characters. `verbose` also lists what is no finding, `quiet` only counts."""

    width: int = 80
    colour: bool = False
    verbose: bool = False
    quiet: bool = False
