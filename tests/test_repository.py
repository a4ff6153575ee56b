"""The repository's own texts hold on any machine, and the links between them lead somewhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from scripts.picture import picture
from tests.test_imports import STAGES

ROOT = Path(__file__).parent.parent
LONGEST = 300
"""Lines of a module; longer ones stand below with the reason."""
LONGER = {"agreementlint/model.py": "the nouns of all stages, in one place and without any work"}
SAMPLE = "corpus/gold/b-nord-osterdal.pdf"

# Written so that this file does not find itself.
REGISTRIES = re.compile("|".join(["pypi" r"\.org", "python" r"hosted", "npm" r"js\.", "deb"
                                  r"ian\.org", "extra-index" "-url"]))
PLACES = re.compile(r"(?<![\w.*])/(?:" "work" "|" "root" "|" "home" r"/\w+|" "Users" r"/\w+)/")


def tracked() -> list[Path]:
    """The files of the repository, or of a source distribution that is no repository."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def texts() -> dict[str, str]:
    """Path and text of each tracked file that is text."""
    found = {}
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data and path.suffix not in {".pdf", ".docx"}:
            found[path.relative_to(ROOT).as_posix()] = data.decode("utf-8")
    return found


@pytest.mark.parametrize("pattern", [REGISTRIES, PLACES], ids=["registry", "place"])
def test_no_file_names_a_registry_or_a_place_on_a_machine(pattern: re.Pattern[str]) -> None:
    hits = [f"{name}: {match[0]}" for name, text in texts().items()
            for match in pattern.finditer(text)]
    assert not hits


def test_long_modules_have_a_reason() -> None:
    modules = {name: text.count("\n") for name, text in texts().items()
               if name.endswith(".py") and not name.startswith("tests/")}
    assert {name for name, lines in modules.items() if lines > LONGEST} == set(LONGER)


def test_every_module_says_first_what_it_is() -> None:
    bare = [name for name, text in texts().items() if name.endswith(".py")
            and not name.startswith("tests/") and not text.startswith('"""')]
    assert not bare


def test_links_between_the_texts_lead_somewhere() -> None:
    for name, text in texts().items():
        if name.endswith(".md"):
            for link in re.findall(r"\]\(([^)#:]+)\)", text):
                assert (ROOT / name).parent.joinpath(link).exists(), f"{name}: {link}"


def test_the_locks_pin_all_that_is_required() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for lock, part in (("requirements.lock", r"\ndependencies = \[(.*?)\n\]"),
                       ("requirements-dev.lock", r"\ndev = \[(.*?)\n\]")):
        pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.M))
        wanted = re.search(part, project, re.S)
        assert wanted
        names = {name.lower() for name in re.findall(r'"([\w-]+)', wanted[1])}
        assert names <= pinned, lock


def test_the_picture_in_the_readme_is_what_the_program_shows() -> None:
    kept = (ROOT / "docs/sample.svg").read_text(encoding="utf-8")
    assert words(kept) == words(picture(SAMPLE)), "remake it with: make picture"


def words(svg: str) -> list[str]:
    """The text of the picture, without how it is drawn."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_the_stages_of_the_documentation_are_those_that_hold() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", text, re.M)
    assert [tuple(re.findall(r"`(\w+)`", row)) for row in rows] == list(STAGES)
