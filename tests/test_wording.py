"""Every wording is asked for, each that is asked for is there, and any YAML reader takes them."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import agreementlint
from agreementlint.vocabulary import rules_home, wording

PACKAGE = Path(agreementlint.__file__).parent
HOME = rules_home()
GROUPS = sorted(file.stem for file in (HOME / "wording").glob("*.yaml") if file.stem != "parts")
ASKED = re.compile(r'\bwording\(\s*"(\w+)",\s*"(\w+)"')
BRACED = re.compile(r"\{([a-z_]+)\}")


@cache
def loaded(group: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(  # the loader in Python, which is stricter than that in C
        (HOME / "wording" / f"{group}.yaml").read_text("utf-8"), Loader=yaml.SafeLoader
    )
    return found


def entries(group: str) -> set[str]:
    return set(loaded(group)) - {"parts"}


@cache
def sources() -> dict[str, str]:
    return {str(file): file.read_text("utf-8") for file in PACKAGE.rglob("*.py")}


def asked_by_variable(group: str) -> set[str]:
    """The strings, and words of strings, of the modules that ask this group for a name that they
    do not write out."""
    words: set[str] = set()
    for text in sources().values():
        if re.search(rf'\bwording(?:\(\s*|,\s*)"{group}"(?!,\s*"\w+"\s*,?\s*\))', text):
            strings = [node.value for node in ast.walk(ast.parse(text))
                       if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            words |= {word for string in strings for word in string.split()}
    return words


@pytest.mark.parametrize("group", GROUPS)
def test_every_wording_is_asked_for(group: str) -> None:
    asked = {name for text in sources().values() for of, name in ASKED.findall(text) if of == group}
    assert entries(group) - asked - asked_by_variable(group) == set()


def test_every_wording_that_is_asked_for_is_there() -> None:
    asked = {pair for text in sources().values() for pair in ASKED.findall(text)}
    assert {(group, name) for group, name in asked
            if group not in GROUPS or name not in entries(group)} == set()


def test_every_part_is_named_and_every_named_part_is_there() -> None:
    shared = loaded("parts")
    texts = {group: (HOME / "wording" / f"{group}.yaml").read_text("utf-8")
             for group in [*GROUPS, "parts"]}
    everywhere = "".join(texts.values()) + (HOME / "vocabulary.yaml").read_text("utf-8")
    assert shared.keys() <= set(BRACED.findall(everywhere))
    for group in GROUPS:
        own, named = set(loaded(group).get("parts", {})), set(BRACED.findall(texts[group]))
        assert own <= named, group
        assert named <= own | shared.keys(), group


@pytest.mark.parametrize("group", GROUPS)
def test_every_wording_is_a_pattern(group: str) -> None:
    for name in entries(group):
        assert wording(group, name).pattern, name


@pytest.mark.parametrize("file", sorted(HOME.rglob("*.yaml")), ids=lambda file: file.name)
def test_the_reader_in_python_takes_what_the_one_in_c_takes(file: Path) -> None:
    text = file.read_text("utf-8")
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=fast)
