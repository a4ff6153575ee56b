"""Time and memory of `agreementlint audit` on a district of PDFs, over what reading alone takes.

The district is drawn from the corpus (`scripts.district`): about four pages a document. Floors and
audit run one after the other, each in fresh processes with two workers, so that the ratios hold on
a busy machine too; the best of the rounds is taken, for what else runs only ever adds. Exit status
1 if one of them is above its bound. With --large a district of 1,000 is audited too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.bounds import Measure, told
from benchmarks.reading import bare
from scripts.district import drawn

DOCUMENTS, MANY, WORKERS, ROUNDS = 100, 1000, 2, 3
OVER_PDFIUM, OVER_PDFPLUMBER, CACHED, TIMES_MORE, MEGABYTES = 8.0, 1 / 3, 1.5, 11.0, 300
SAMPLED = 10
"""pdfplumber, and the shares, are measured on one document in so many."""


def by_pdfium(path: Path) -> int:
    return bare(path.read_bytes())


def by_pdfplumber(path: Path) -> int:
    import pdfplumber

    count = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            count += len(page.extract_words())
            page.close()
    return count


def floor(work: Callable[[Path], int], files: list[Path]) -> float:
    """Seconds of wall time for all files with two processes, which must be started too."""
    begin = time.perf_counter()
    with ProcessPoolExecutor(WORKERS) as pool:
        list(pool.map(work, files))
    return time.perf_counter() - begin


def audit(folder: Path, cache: Path | None) -> tuple[float, int]:
    """Seconds of wall time of an audit, and the most megabytes that its first process took."""
    command = [sys.executable, "-m", "agreementlint", "audit", str(folder), "-q", "--jobs",
               str(WORKERS), "--as-of", "2026-01-01", "--fail-on", "never",
               "-o", str(folder.parent / "report.json")]
    surroundings = {**os.environ, "XDG_CACHE_HOME": str(cache or folder)}
    begin = time.perf_counter()
    process = subprocess.Popen(command + ([] if cache else ["--no-cache"]), env=surroundings)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
    return time.perf_counter() - begin, used.ru_maxrss // 1024


def shares(folder: Path) -> str:
    """Where the processor's time goes, worked out in one warm process."""
    from agreementlint.judge import judge, prepare
    from agreementlint.reading.dispatch import read_here
    from agreementlint.rules import builtin, load
    from agreementlint.run import wire

    prepare()
    catalogue = load([builtin()])
    import datetime as dt

    spent = {"reading": 0.0, "judging": 0.0, "handing over": 0.0}
    for file in sorted(folder.glob("*.pdf"))[::SAMPLED]:
        begin = time.process_time()
        document = read_here(file, name=str(file))
        read = time.process_time()
        report = judge(document, catalogue, dt.date(2026, 1, 1))
        judged = time.process_time()
        wire.decoded(wire.encoded(report))
        handed = time.process_time()
        for name, seconds in zip(spent, (read - begin, judged - read, handed - judged),
                                 strict=True):
            spent[name] += seconds
    whole = sum(spent.values())
    return ", ".join(f"{name} {100 * one / whole:.0f} %" for name, one in spent.items())


def measured(place: Path, large: bool) -> Iterator[Measure]:
    folder, cache = place / "hundred", place / "cache"
    drawn(DOCUMENTS, folder)
    files = sorted(folder.glob("*.pdf"))
    pdfium = min(floor(by_pdfium, files) for _ in range(ROUNDS))
    plumber = floor(by_pdfplumber, files[::SAMPLED]) * SAMPLED
    seconds, memory = min(audit(folder, None) for _ in range(ROUNDS))
    audit(folder, cache)
    again, _ = min(audit(folder, cache) for _ in range(ROUNDS))
    print(f"pdfium {pdfium:.2f} s, pdfplumber {plumber:.1f} s, audit {seconds:.1f} s; "
          f"of a document: {shares(folder)}", file=sys.stderr)
    yield Measure("an audit of 100 / pdfium's words", seconds / pdfium, OVER_PDFIUM)
    yield Measure("an audit of 100 / pdfplumber's words", seconds / plumber, OVER_PDFPLUMBER)
    yield Measure("a second, cached audit of 100", again, CACHED, " s")
    yield Measure("memory of the first process", memory, MEGABYTES, " MB")
    if large:
        drawn(MANY, place / "thousand")
        longer, memory = audit(place / "thousand", None)
        yield Measure("an audit of 1,000 / an audit of 100", longer / seconds, TIMES_MORE)
        yield Measure("memory of the first process at 1,000", memory, MEGABYTES, " MB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        return told(measured(Path(place), asked.large))


if __name__ == "__main__":
    sys.exit(main())
