"""What was measured, and the bound that is promised for it, to a row of one table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

ROW = "{what:66} {measured:>9} {bound:>10}  {reached}"


class Measure(NamedTuple):
    """`measured` must not be above `bound`, or not below it where that is the `least`."""

    what: str
    measured: float
    bound: float
    unit: str = ""
    least: bool = False

    @property
    def reached(self) -> bool:
        return self.measured >= self.bound if self.least else self.measured <= self.bound

    def __str__(self) -> str:
        return ROW.format(what=self.what, measured=f"{self.measured:.2f}{self.unit}",
                          bound=f"{'≥' if self.least else '≤'} {self.bound:.2f}{self.unit}",
                          reached="reached" if self.reached else "missed")


def told(measures: Iterable[Measure]) -> int:
    """Prints a row for each; the exit status: 1 if a bound is missed."""
    missed = 0
    for measure in measures:
        print(measure, flush=True)
        missed += not measure.reached
    return int(missed > 0)


if __name__ == "__main__":
    print(ROW.format(what="what", measured="measured", bound="bound", reached=""))
