"""The guide for the politikontakt: its pictures are there, and its commands are the program's."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from PIL import Image

from agreementlint.cli import app

DOCS = Path(__file__).parent.parent / "docs"
GUIDE = (DOCS / "politikontakt.md").read_text(encoding="utf-8")
MOST_BYTES = 150_000
COMMANDS = re.findall(r"(?:`|^ {4})(agreementlint [^`\n]+)", GUIDE, re.MULTILINE)


def command(name: str) -> click.Command:
    found = app.get_command(click.Context(app), name)
    assert found is not None, name
    return found


def options(name: str) -> set[str]:
    return {option for one in command(name).params for option in one.opts}


def test_its_pictures_are_those_that_the_script_makes_and_small() -> None:
    named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", GUIDE)
    kept = [f"pictures/{path.name}" for path in (DOCS / "pictures").iterdir()]
    assert sorted(named) == sorted(kept)
    script = (DOCS.parent / "scripts/pictures.py").read_text(encoding="utf-8")
    assert sorted(named) == sorted(f"pictures/{name}.png"
                                   for name in re.findall(r'yield "(\w+)"', script))
    for name in named:
        assert (DOCS / name).stat().st_size < MOST_BYTES
        with Image.open(DOCS / name) as picture:
            assert picture.format == "PNG" and 1000 <= picture.width <= 1200


@pytest.mark.parametrize("line", sorted(set(COMMANDS)))
def test_its_commands_are_the_programs(line: str) -> None:
    """As far as the words go: nothing is read or written."""
    _, name, *words = shlex.split(line)
    command(name).make_context(name, words)


def test_its_options_are_those_of_the_command_that_the_section_is_about() -> None:
    seen = 0
    for section in re.split(r"^## ", GUIDE, flags=re.MULTILINE):
        for option in re.findall(r"`(--[\w-]+)", section):
            about = re.search(r"agreementlint (\w+)", section)
            assert about is not None and option in options(about[1]), option
            seen += 1
    assert seen


def test_it_names_the_three_ways() -> None:
    assert {line.split()[1] for line in COMMANDS} >= {"serve", "review", "new"}


def test_its_words_are_those_of_a_guide_that_is_voluntary() -> None:
    assert not re.search(r"brudd|ulovlig|feil i avtalen", GUIDE, re.IGNORECASE)
    for word in ("frivillig", "anbefaling", "avvik", "mangler", "Godtatt:", "Godteke:"):
        assert word in GUIDE
