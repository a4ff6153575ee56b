"""A check opens no connection, neither in the program nor in the child that reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "corpus/gold/b-nord-osterdal.pdf"
WATCHED = """
import os, sys

def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")):
        os.write(2, f"opened: {event} {arguments}".encode())
        os._exit(99)

sys.addaudithook(watch)
"""


def watched(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WATCHED + program, *arguments],
                          capture_output=True, text=True, check=False)


@pytest.mark.parametrize("form", ["terminal", "html"])
def test_a_check_opens_no_connection(form: str) -> None:
    done = watched("from agreementlint.cli import main; main()",
                   "check", "--fail-on", "never", "--format", form, str(SAMPLE))
    assert done.returncode == 0 and done.stdout, done.stderr


def test_the_watch_sees_a_connection() -> None:
    done = watched("import socket; socket.socket().connect(('127.0.0.1', 9))")
    assert done.returncode == 99
