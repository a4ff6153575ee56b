"""The same reports from a cluster, even one that loses a worker, and from remote files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agreementlint.run import remote
from agreementlint.run.executors import NoCluster, workers
from agreementlint.run.files import ENDINGS, meant
from agreementlint.run.many import Done, Input, Run, outcomes
from agreementlint.run.remote import NoRemote
from tests.run.test_run import ROOT, TASK, texts, two_threads  # noqa: F401

TEXT = "Rådet i Gol kommune møtes to ganger i året."


def reports(done: list[Done]) -> list[Any]:
    return [one.outcome.report for one in sorted(done, key=lambda one: one.place)]


def test_a_cluster_that_loses_a_worker_gives_the_same_reports(
        texts: tuple[Input, ...], tmp_path: Path) -> None:  # noqa: F811
    pytest.importorskip("distributed")
    done = subprocess.run([sys.executable, "-m", "tests.run.cluster", str(tmp_path)], cwd=ROOT,
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["documents"], found["same"], found["nobody"]) == (len(texts), True, "unreached")
    assert all("en annen utgave" in said for said in found["other edition"])


def test_clusters_that_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoCluster, match="unknown"):
        workers("spark://x:1", 1)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match="extra"):
        workers("dask://127.0.0.1:9", 1)


# ---------------------------------------------------------------- remote files


@pytest.fixture
def remote_folder() -> Iterator[str]:
    fsspec = pytest.importorskip("fsspec")
    files = fsspec.filesystem("memory")
    for name in ("b.txt", "a.txt", "under/c.MD", "bilde.png"):
        with files.open(f"/avtaler/{name}", "wb") as file:
            file.write(f"{TEXT} {name}".encode())
    yield "memory://avtaler"
    files.rm("/avtaler", recursive=True)


def test_a_remote_folder_and_a_pattern_name_their_files(remote_folder: str) -> None:
    found = remote.names(remote_folder, ENDINGS)
    assert [one.rsplit("/avtaler/")[-1] for one in found] == ["a.txt", "b.txt", "under/c.MD"]
    assert remote.names(f"{remote_folder}/a*", ENDINGS) == found[:1]
    assert dict(meant([found[0]])) == {found[0]: (found[0],)}


def test_remote_files_are_judged_like_others(remote_folder: str) -> None:
    every = (*remote.names(remote_folder, ENDINGS), f"{remote_folder}/nei.txt")
    done = list(outcomes([Input(place, name) for place, name in enumerate(every)],
                         Run(TASK, two_threads, 2)))
    *found, missing = reports(done)
    assert [one.path for one in found] == list(every[:-1])
    assert all(one.error is None and one.sha256 for one in found)
    assert missing.error.kind == "not-found"
    alone = list(outcomes([Input(0, every[0])], Run(TASK, two_threads, 2, few=1)))
    assert reports(alone) == found[:1]


def test_a_file_address(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert remote.bytes_of(f"file://{tmp_path}/a.txt") == TEXT.encode()


@pytest.mark.parametrize("address", ["ftp://x/a.pdf", "simplecache::s3://x/a.pdf", "zip://a::b://c"])
def test_protocols_that_are_not_spoken(address: str) -> None:
    with pytest.raises(NoRemote, match="protocol"):
        remote.names(address, ENDINGS)


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(NoRemote, match="extra"):
        remote.names("s3://x/a.pdf", ENDINGS)
