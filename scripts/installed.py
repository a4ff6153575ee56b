"""The wheel and the source distribution to whether they judge as the checkout does, installed in
fresh environments of every Python that is asked for, or that this machine has.

`python -m scripts.installed [PYTHON …]`; exit status 1 if one judges otherwise or not at all.
Pythons are looked for on the path, and where pyenv and uv keep theirs; none is fetched.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.11", "3.12", "3.13")
KEEPERS = (("pyenv", "prefix"), ("uv", "python", "find", "--no-python-downloads"))
"""Commands that say where a version is, if they have it: its folder, or its interpreter."""

LOCK = ROOT / "requirements.lock"
DOCUMENTS = ("corpus/gold/b-nord-osterdal.pdf", "corpus/gold/a-askoy.docx")
CHECK = ("-m", "agreementlint", "check", *(str(ROOT / name) for name in DOCUMENTS),
         "--format", "json", "--as-of", "2026-01-01", "--fail-on", "never", "--ocr", "never",
         "--no-config", "--no-waivers", "--no-cache")
FROM_PYTHON = ("import agreementlint, sys; "
               "print(agreementlint.check(sys.argv[1]).kind, agreementlint.__file__)")


class Failed(Exception):
    """A command that ended badly: what it was, and what it complained of."""


def said(command: Sequence[str | Path], folder: Path) -> str:
    """What a command writes, run in a folder, without the checkout in reach. Raises Failed."""
    clean = {name: value for name, value in os.environ.items()
             if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(part) for part in command], cwd=folder, env=clean, check=False,
                          capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command[:4]))} …: {done.stderr.strip()[-2000:]}")
    return done.stdout


def built(folder: Path) -> tuple[Path, Path]:
    """The wheel, made from the source distribution, and that itself."""
    hatchling = (sys.executable, "-m", "hatchling", "build", "-d", folder, "-t")
    said([*hatchling, "sdist"], ROOT)
    source, = folder.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    said([*hatchling, "wheel"], folder / source.name.removesuffix(".tar.gz"))
    wheel, = folder.glob("*.whl")
    return wheel, source


def interpreters() -> Iterator[str]:
    """One of each version that this machine has."""
    for version in VERSIONS:
        yield from [python for python in places(version) if runs(python, version)][:1]


def places(version: str) -> Iterator[str]:
    """Where an interpreter of the version may be."""
    yield f"python{version}"
    for keeper in KEEPERS:
        with contextlib.suppress(OSError):
            found = subprocess.run([*keeper, version], capture_output=True, text=True, check=False)
            place = Path(found.stdout.strip())
            if found.returncode == 0:
                yield str(place / "bin" / "python" if place.is_dir() else place)


def runs(python: str, version: str) -> bool:
    """Whether it is there and of that version: a name on the path may be an empty promise."""
    with contextlib.suppress(OSError):
        done = subprocess.run([python, "--version"], capture_output=True, text=True, check=False)
        return done.stdout.startswith(f"Python {version}.")
    return False


def environment(python: str, folder: Path) -> Path:
    """The interpreter of a fresh environment with the locked libraries in it, and no more."""
    said([python, "-m", "venv", folder], folder.parent)
    inside = folder / "bin" / "python"
    said([*pip(inside), "--require-hashes", "--requirement", LOCK], folder)
    return inside


def pip(python: Path) -> tuple[str | Path, ...]:
    return (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")


def faults(python: Path, package: Path, wanted: str, folder: Path) -> Iterator[str]:
    """What is wrong with a package in an environment; nothing if it judges as the checkout does."""
    try:
        said([*pip(python), "--no-deps", "--force-reinstall", package], folder)
        if verdicts(said([python, *CHECK], folder)) != verdicts(wanted):
            yield "its verdicts are not those of the checkout"
        kind, place = said([python, "-c", FROM_PYTHON, ROOT / DOCUMENTS[1]], folder).split(" ", 1)
        if kind != "agreement" or not Path(place).is_relative_to(python.parents[1]):
            yield f"the API says {kind}, from {place.strip()}"
        said([python.with_name("agreementlint"), "rules", "--coverage"], folder)
    except Failed as error:
        yield str(error)


def verdicts(report: str) -> object:
    return json.loads(report)["documents"]


def main(pythons: Sequence[str]) -> int:
    """1 if a package does not do on one of them, else 0."""
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        wanted = said([sys.executable, *CHECK], ROOT)
        packages = built(folder)
        for number, python in enumerate(pythons):
            inside = environment(python, folder / f"python{number}")
            version = said([inside, "--version"], folder).strip()
            for package in packages:
                found = list(faults(inside, package, wanted, folder))
                wrong += bool(found)
                kind = "wheel" if package.suffix == ".whl" else "sdist"
                print(f"{version}, {kind}: {'; '.join(found) or 'as the checkout'}", flush=True)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(interpreters())))
