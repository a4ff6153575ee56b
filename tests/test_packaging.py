"""What is built can be installed and used where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
AGREEMENT = "Samarbeidsavtale\n\nPolitirådet har to faste møter i året.\n"


def told(command: Sequence[str | Path], **options: object) -> str:
    """What the program writes to standard output. Fails the test with its complaints."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          encoding="utf-8", check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


def built(kind: str, source: Path, target: Path) -> Path:
    """The wheel or sdist of the source tree."""
    told([sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", target], cwd=source)
    made, = target.iterdir()
    return made


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, as somebody who downloads it has it."""
    archive = built("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    source, = folder.iterdir()
    return source


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from the source distribution."""
    return built("wheel", unpacked, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the package as pip installs it, and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    told([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
          "--target", target, wheel])
    return target


def run(installed: Path, *arguments: str | Path) -> str:
    """What the installed program says, far from the checkout."""
    command = [sys.executable, "-m", "agreementlint", *arguments]
    return told(command, cwd=installed, env={**os.environ, "PYTHONPATH": str(installed)})


def test_the_wheel_has_all_that_the_program_opens(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {file.relative_to(ROOT).as_posix() for file in (ROOT / "agreementlint").rglob("*")
               if file.suffix in {".py", ".csv", ".typed", ".html", ".css", ".js"}}
    rules = {f"agreementlint/_rules/{file.relative_to(ROOT / 'rules').as_posix()}"
             for file in (ROOT / "rules").rglob("*.yaml")}
    assert len(rules) > 10
    assert package | rules <= names


def test_the_wheel_has_its_licenses_and_nothing_beside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    folders = {name.split("/")[0] for name in names}
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}
    assert {folder.split("-")[0] for folder in folders} == {"agreementlint"}


def test_the_installed_program_is_the_one_that_runs(installed: Path) -> None:
    place = told([sys.executable, "-c", "import agreementlint; print(agreementlint.__file__)"],
                 cwd=installed, env={**os.environ, "PYTHONPATH": str(installed)})
    assert Path(place.strip()).is_relative_to(installed)


def test_the_installed_program_knows_its_rules(installed: Path) -> None:
    assert "EV003" in run(installed, "rules")


def test_the_installed_program_checks_an_agreement(installed: Path, tmp_path: Path) -> None:
    agreement = tmp_path / "avtale.txt"
    agreement.write_text(AGREEMENT, encoding="utf-8")
    found = run(installed, "check", "--fail-on", "never", "--verbose", agreement)
    assert "«Politirådet har to faste møter i året.»" in found
