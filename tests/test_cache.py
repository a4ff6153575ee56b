"""What is kept is found again, and nothing that is wrong with the cache is felt."""

from __future__ import annotations

import multiprocessing
import os
import random
from pathlib import Path

import pytest

from agreementlint import cache
from agreementlint.cache import Store, cleared, folder, sizes


def test_what_is_kept_is_found_under_its_key(tmp_path: Path) -> None:
    store = Store(tmp_path / "a" / "b", "ocr")
    assert store.get("x") is None
    store.put("x", {"ord": ["på", 1.5, None]})
    store.put("y", 2)
    assert Store(tmp_path / "a" / "b", "ocr").get("x") == {"ord": ["på", 1.5, None]}
    assert Store(tmp_path / "a" / "b", "other").get("x") is None
    store.put("y", 3)
    assert store.get("y") == 3


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    Store(tmp_path / "mine", "ocr").put("x", "navn")
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "mine").rglob("*")}
    assert modes == {0} and (tmp_path / "mine").stat().st_mode & 0o077 == 0


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None, "ocr")
    store.put("x", 1)
    assert store.get("x") is None


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_made_anew(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "ocr.sqlite3").write_bytes(damage)
    store = Store(tmp_path, "ocr")
    assert store.get("x") is None
    store.put("x", 1)
    store.put("x", 1)
    assert store.get("x") == 1


def test_a_value_that_is_no_json_is_none(tmp_path: Path) -> None:
    import sqlite3

    store = Store(tmp_path, "ocr")
    store.put("x", 1)
    with sqlite3.connect(tmp_path / "ocr.sqlite3") as database:
        database.execute("UPDATE kept SET value = 'cos\nsystem' ")
    database.close()
    assert store.get("x") is None


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "inside", "ocr")
    store.put("x", 1)
    assert store.get("x") is None


def keep(place: Path, number: int) -> None:
    for each in range(20):
        Store(place, "ocr").put(f"{number} {each}", number)


def test_processes_may_write_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=keep, args=(tmp_path, number)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    store = Store(tmp_path, "ocr")
    assert all(store.get(f"{number} {each}") == number for number in range(4)
               for each in range(20))


def test_what_was_kept_longest_ago_makes_room(tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 300_000)
    store = Store(tmp_path, "ocr")
    for number in range(40):
        store.put(str(number), random.Random(number).randbytes(10_000).hex())
    assert store.get("0") is None and store.get("39") is not None
    assert os.path.getsize(tmp_path / "ocr.sqlite3") < 600_000


def test_the_folder_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "agreementlint"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert folder().is_absolute()


def test_stores_are_measured_and_cleared_and_nothing_else(tmp_path: Path) -> None:
    assert sizes(tmp_path / "nei") == {} and cleared(tmp_path / "nei") == []
    Store(tmp_path, "ocr").put("x", "y")
    (tmp_path / "notes.txt").write_text("mine")
    assert list(sizes(tmp_path)) == ["ocr"] and sizes(tmp_path)["ocr"] > 1000
    assert cleared(tmp_path) == [] and sizes(tmp_path) == {}
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_session_keeps_what_it_was_given_whatever_ends_it(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), Store(tmp_path, "x").session() as session:
        session.put("a", 1)
        raise KeyboardInterrupt
    assert Store(tmp_path, "x").get("a") == 1


def test_a_session_over_a_damaged_file_says_so_and_keeps_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite3").write_bytes(b"no database at all")
    with Store(tmp_path, "x").session() as session:
        session.put("a", 1)
    assert session.fault == "damaged" and Store(tmp_path, "x").get("a") == 1
