"""Time of a cold `agreementlint check` of a six-page PDF, over that of a blank spaCy pipeline.

Both are fresh processes, started by turns in one run, and the median of the ratios of neighbours is
taken, so that the ratio holds on a busy machine too. Exit status 1 if it is above the bound.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bounds import Measure, told
from benchmarks.reading import six_pages

BOUND = 1.35
ROUNDS = 15
BLANK = [sys.executable, "-c", "import spacy; spacy.blank('nb')"]


def check(path: Path) -> list[str]:
    """The command that checks the file at `path`; findings do not matter to it."""
    return [
        sys.executable,
        "-m",
        "agreementlint",
        "check",
        "--no-cache",
        "--fail-on",
        "never",
        str(path),
    ]


def seconds(command: Sequence[str]) -> float:
    """Wall time of the command. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def ratios(first: Sequence[str], second: Sequence[str], rounds: int) -> list[float]:
    """Time of the first command over that of the second, once a round; one round more warms up."""
    pairs = [(seconds(first), seconds(second)) for _ in range(rounds + 1)]
    return [one / other for one, other in pairs[1:]]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "avtale.pdf")
        path.write_bytes(six_pages())
        ratio = statistics.median(ratios(check(path), BLANK, ROUNDS))
    return told([Measure("a cold check of six pages / a blank spaCy pipeline", ratio, BOUND)])


if __name__ == "__main__":
    sys.exit(main())
