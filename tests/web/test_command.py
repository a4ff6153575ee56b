"""`agreementlint serve` as a command: what it says, what it leaves behind, and how it ends."""

from __future__ import annotations

import contextlib
import importlib
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from agreementlint.cli import main
from agreementlint.messages import pip
from tests.web.serving import GOLD, asked, form, sent

command = importlib.import_module("agreementlint.cli.serve")

WATCHED = """
import os, sys, tempfile

def watch(event, arguments):
    made = event == "open" and not isinstance(arguments[0], int) and arguments[2] & (
        os.O_WRONLY | os.O_RDWR | os.O_CREAT) and not str(arguments[0]).startswith("/dev/")
    if made or event.startswith(("tempfile.", "socket.connect", "os.mkdir")):
        os.write(1, f"{event} {arguments}\\n".encode())

sys.dont_write_bytecode = True
sys.addaudithook(watch)
from agreementlint.cli import main
main()
"""


@contextlib.contextmanager
def running(program: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command in a process of its own, and the address that it tells."""
    with subprocess.Popen([sys.executable, "-c", program, "serve", "--no-browser"], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/\S+", process.stderr.readline())
        try:
            assert address is not None
            yield process, address[0]
        finally:
            process.kill()


def test_it_ends_with_ctrl_c_and_leaves_nothing_on_the_disk() -> None:
    with running(WATCHED) as (process, address):
        data = (GOLD / "a-larvik.pdf").read_bytes()
        large = data + b"\n%" + b" " * 3_000_000  # more than a form is usually kept in memory
        where = sent(address, form(("stor.pdf", large))).headers["location"]
        page = address.rsplit("/", 2)[0] + where
        until = time.monotonic() + 120
        while b"Avtalen for Larvik" not in asked(page).body and time.monotonic() < until:
            time.sleep(0.2)
        for ending in ("sheet/1.webp", "reviewed", "report.html", "report.xlsx"):
            assert asked(page + ending).status == 200
        process.send_signal(signal.SIGINT)
        told, errors = process.communicate(timeout=30)
        assert process.returncode == 0 and told == ""
        assert "ingenting er tatt vare på" in errors


def said(capfdbinary: pytest.CaptureFixture[bytes], *words: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as end:
        main(["serve", "--no-browser", *words])
    return int(end.value.code or 0), capfdbinary.readouterr().err.decode()


def test_without_the_extra_it_says_what_to_install(
        monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None)
    status, told = said(capfdbinary)
    assert status == 2 and f"{pip()} install 'agreementlint[serve]'" in told
    assert pip().endswith(" -m pip") and "/" not in pip()
    assert len(told.splitlines()) == 1


def test_a_port_that_is_taken_is_told(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, told = said(capfdbinary, "--port", str(port))
    assert status == 2 and f"Port {port} er opptatt" in told


def test_a_district_that_there_is_not_is_told(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, told = said(capfdbinary, "--district", "Atlantis")
    assert status == 2 and "Atlantis" in told


def test_the_browser_is_opened_at_an_address_that_works_once(
        monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from agreementlint.web import serving

    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(serving.Started, "serve", lambda page: None)
    with pytest.raises(SystemExit) as end:
        main(["serve", "--lang", "nn"])
    told = capfdbinary.readouterr().err.decode()
    assert end.value.code in (0, None) and "Sida er på http://127.0.0.1:" in told
    assert len(opened) == 1 and "/once/" in opened[0]
    assert opened[0].rsplit("/", 1)[1] not in told
