"""Time from `agreementlint serve` to its first page, over that of a blank spaCy pipeline.

Both are fresh processes, started by turns in one run, and the median of the ratios of neighbours is
taken, so that the ratio holds on a busy machine too. Exit status 1 if it is above the bound.
"""

from __future__ import annotations

import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.request

from benchmarks.bounds import Measure, told
from benchmarks.cold_start import BLANK, seconds

BOUND = 0.9
ROUNDS = 7
SERVE = [sys.executable, "-m", "agreementlint", "serve", "--no-browser"]


def first_page() -> float:
    """Seconds until the page that the program tells of has come whole."""
    start = time.perf_counter()
    with subprocess.Popen(SERVE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            address = re.search(r"http://\S+", process.stderr.readline())
            assert address is not None
            with urllib.request.urlopen(address[0]) as page:
                page.read()
            return time.perf_counter() - start
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()


def main() -> int:
    pairs = [(first_page(), seconds(BLANK)) for _ in range(ROUNDS + 1)][1:]
    ratio = statistics.median(one / other for one, other in pairs)
    return told([Measure("serve until its first page / a blank spaCy pipeline", ratio, BOUND)])


if __name__ == "__main__":
    sys.exit(main())
