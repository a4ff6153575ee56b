"""`data/first_sight.csv` → how often each rule was right on agreements it was not made from.

The counts are of rounds 13 to 17 of docs/accuracy.md: exact verdicts, on agreements by authors who
knew neither code nor vocabulary, before anything was mended."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class FirstSight:
    """`right` of `judged` verdicts were those of a careful reader."""

    right: int
    judged: int


def first_sight() -> dict[str, FirstSight]:
    """The counts by rule id; a rule that was never tried so has none."""
    with resources.files("agreementlint").joinpath("data", "first_sight.csv").open() as lines:
        rows = csv.DictReader(lines)
        return {row["rule"]: FirstSight(int(row["right"]), int(row["judged"])) for row in rows}
