"""Files of every sort, read in a child process, and what comes back of them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from agreementlint.model import Block, Document, Piece, ReadError, Span
from agreementlint.reading import bounds, child, dispatch, isolate, wire
from agreementlint.reading.layout import Reading, Wishes
from agreementlint.reading.messages import SENTENCES
from agreementlint.reading.share import Share, new_slots
from agreementlint.reading.text import read_text

TEXT = "# Avtale\n\nRådet møtes to ganger i året.\n"


def failure(source: isolate.Source, **how: float) -> str:
    with pytest.raises(ReadError) as caught:
        isolate.read(source, **how)
    assert (caught.value.kind, caught.value.reason) in SENTENCES
    return caught.value.kind


def children() -> list[str]:
    """The states of this process's children."""
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as file:
        return file.read().split()


def test_a_file_and_bytes_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "avtale.pdf"
    path.write_text(TEXT, encoding="utf-8")
    from_file, from_bytes = isolate.read(path), isolate.read(TEXT.encode())
    assert from_file.path == str(path) and from_bytes.path == "-"
    assert from_file.format == "text" and len(from_file.sha256) == 64
    assert (from_file.text, from_file.pieces) == (from_bytes.text, from_bytes.pieces)
    assert isolate.read(TEXT.encode(), name="stdin").path == "stdin"


def test_a_parent_with_threads_starts_a_fresh_interpreter(tmp_path: Path) -> None:
    path = tmp_path / "avtale.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert isolate.read(path).text == isolate.read(TEXT.encode()).text
    finally:
        done.set()
        waiting.join()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \n \n", "empty"),
        (b"%PDF-1.4\n%%EOF", "damaged"),
        (b"<!DOCTYPE html><html><body>Hei</body></html>", "unsupported"),
        (b"{\\rtf1 hei}", "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unsupported"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "unsupported"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"PK\x05\x06" + b"\0" * 18, "unsupported"),
        (b"\xef\xbb\xbf\n{\\rtf1 hei}", "unsupported"),
        (b"<?xml version='1.0'?><a>hei</a>", "unsupported"),
        ("\ufeff<?xml version='1.0'?><a>hei</a>".encode("utf-16-le"), "unsupported"),
        (b"<!-- -->" * 500 + b"<html>", "unsupported"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; x\n\nhei", "unsupported"),
        (b"%!PS-Adobe-3.0\n(hei) show", "unsupported"),
        (b"\0\1" * 600, "unsupported"),
        (bytes(range(256)) * 8, "unsupported"),
    ],
)
def test_what_is_no_document(data: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "avtale.pdf"
    path.write_bytes(data)
    assert failure(path) == kind


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    assert failure(fifo) == "unsupported"
    assert failure(tmp_path) == "unsupported"
    assert failure("/dev/zero") == "unsupported"
    assert failure(tmp_path / "nei") == "not-found"
    assert failure(tmp_path / "nei" / "nei.txt") == "not-found"
    assert failure("nei\0") == "not-found"
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    assert failure(tmp_path / "circle.txt") == "permission"
    (tmp_path / "nowhere.txt").symlink_to("nei.txt")
    assert failure(tmp_path / "nowhere.txt") == "not-found"
    if os.path.exists("/proc/self/mem"):
        assert failure("/proc/self/mem") == "permission"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_leave_to_read(tmp_path: Path) -> None:
    path = tmp_path / "avtale.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert failure(path) == "permission"


def test_a_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with open(path, "wb") as file:
        file.truncate(bounds.MOST_BYTES + 1)
    assert failure(path) == "too-large"


def looping(data: bytes, _wishes: Wishes) -> None:
    while data:
        time.sleep(0.01)


def swelling(data: bytes, _wishes: Wishes) -> list[bytes]:
    return [bytes(1 << 24) for _ in range(200)]


def dying(data: bytes, _wishes: Wishes) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def raising(data: bytes, _wishes: Wishes) -> None:
    raise RuntimeError("reader's own mistake")


@pytest.mark.parametrize(
    ("reader", "kind"),
    [("looping", "timeout"), ("swelling", "crashed"), ("dying", "crashed"), ("raising", "crashed")],
)
def test_readers_that_fail(reader: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dispatch.READERS, "text", (__name__, reader))
    monkeypatch.setattr(child, "GRACE", 0.1)
    assert failure(TEXT.encode(), timeout=0.3 if reader == "looping" else 30) == kind
    assert children() == []


def showing_signs(data: bytes, wishes: Wishes) -> Reading:
    for _ in range(8):
        time.sleep(0.15)
        wishes.share.alive()
    return read_text(data, wishes)


def starting_another(data: bytes, _wishes: Wishes) -> None:
    with open(data.decode(), "w", encoding="ascii") as file:
        file.write(str(subprocess.Popen(["sleep", "600"]).pid))
    time.sleep(600)


def test_with_each_sign_of_life_the_time_counts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dispatch.READERS, "text", (__name__, "showing_signs"))
    monkeypatch.setattr(child, "GRACE", 0.1)
    assert isolate.read(TEXT.encode(), timeout=0.8).text.startswith("Avtale")


def test_what_a_reader_has_started_ends_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(dispatch.READERS, "text", (__name__, "starting_another"))
    monkeypatch.setattr(child, "GRACE", 0.1)
    assert failure(str(tmp_path / "pid").encode(), timeout=1.5) == "timeout"
    started = Path("/proc", (tmp_path / "pid").read_text(encoding="ascii"))
    for _ in range(100):
        if not started.exists() or "\nState:\tZ" in (started / "status").read_text():
            return
        time.sleep(0.05)
    pytest.fail("it is still there")


def test_wishes_reach_a_fresh_interpreter(tmp_path: Path) -> None:
    wishes = Wishes(ocr="never", cache=str(tmp_path), share=Share(workers=3, slots=new_slots()))
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert isolate.read(TEXT.encode(), wishes=wishes).text.startswith("Avtale")
    finally:
        done.set()
        waiting.join()


def test_the_parent_may_work_meanwhile_and_come_late() -> None:
    pending = isolate.start(TEXT.encode() * 4000, timeout=0.2)
    time.sleep(0.4)
    assert pending.result().text.startswith("Avtale")


def test_a_forgotten_child_is_ended() -> None:
    pending = isolate.start(TEXT.encode())
    del pending
    assert children() == []


def test_the_wire_keeps_everything() -> None:
    document = Document(
        path="å\udcff.pdf",
        sha256="0" * 64,
        format="pdf",
        text="Én | to\ntre\ud800",
        blocks=(
            Block("row", Span(0, 7), 0, 1, (Span(0, 2), Span(5, 7)), 1),
            Block("text", Span(8, 12), italic=True, bold=True),
        ),
        pieces=(
            Piece(0, 2, 1, None, (1.5, 2.0, 30.1, 4.0)),
            Piece(5, 7, None, 3, None, 4, 5),
        ),
        pages=2,
        ocr_pages=(1,),
        unread_pages=(2,),
        running=("topp",),
        ocr_confidence=0.93,
        why_unread="language",
    )
    assert wire.decoded(wire.encoded(document)) == document


def test_the_wire_carries_failures() -> None:
    with pytest.raises(ReadError) as caught:
        wire.decoded(wire.failed(ReadError("timeout", "file")))
    assert (caught.value.kind, caught.value.reason) == ("timeout", "file")


@pytest.mark.parametrize(
    "error", [["timeout", "For sent."], ["late", "file"], ["timeout"], [["timeout"], "file"], None]
)
def test_the_wire_carries_no_other_failures(error: object) -> None:
    with pytest.raises(ValueError, match="no such error"):
        wire.decoded(json.dumps({"error": error}).encode())
