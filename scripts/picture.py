"""Runs `agreementlint check` in a terminal and turns what it shows into an SVG picture."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

WIDTH = 84
OPTIONS = ("--as-of", "2026-01-01", "--select", "EV", "--fail-on", "never")
BLACK, RED, GREEN, YELLOW = (40, 42, 46), (176, 36, 36), (30, 120, 50), (138, 96, 0)
BLUE, MAGENTA, CYAN, GREY = (20, 80, 160), (130, 50, 130), (0, 110, 120), (90, 90, 90)
COLOURS = [BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, GREY]
PAPER = TerminalTheme((255, 255, 255), BLACK, COLOURS, COLOURS)

# The picture must look the same without the network: no font is fetched.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def shown(path: str) -> str:
    """What the program writes to a terminal of WIDTH columns about the file."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "agreementlint", "check", path, *OPTIONS]
    surroundings = {**os.environ, "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    surroundings.pop("NO_COLOR", None)
    process = subprocess.Popen(command, stdout=theirs, env=surroundings)
    os.close(theirs)
    parts = []
    while part := read(ours):
        parts.append(part)
    os.close(ours)
    if process.wait():
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
    return b"".join(parts).decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def picture(path: str) -> str:
    """The same as SVG."""
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.from_ansi(shown(path).rstrip()))
    return console.export_svg(title=f"agreementlint check {Path(path).name} --select EV",
                              theme=PAPER, code_format=FORMAT, unique_id="sample")


if __name__ == "__main__":
    agreement, target = sys.argv[1:]
    Path(target).write_text(picture(agreement), encoding="utf-8")
