"""What readers raise, and the sentences for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from agreementlint import cli, model, pdf, request, word
from agreementlint.model import ErrorKind, Lang, ReadError
from agreementlint.reading import bounds, messages, ooxml, sniff
from agreementlint.reading.messages import SENTENCES, sentence

READERS = Path(messages.__file__).parent
FROM_TABLES = {
    "ooxml.py": {("unsupported", reason) for reason in ooxml.MAIN_TYPES.values()},
    "sniff.py": {("unsupported", reason) for reason in (*sniff.IN_ARCHIVE.values(), "zip")},
    "wire.py": set(),  # it makes those of SENTENCES and no others
    "confined.py": set(),  # those of the child come to the parent
}
"""What modules raise whose reasons are looked up, not written where they are raised."""


def choices(node: ast.expr) -> set[str] | None:
    """The strings that an expression may be: a string, or one of two; None for all else."""
    if isinstance(node, ast.IfExp):
        one, other = choices(node.body), choices(node.orelse)
        return None if one is None or other is None else one | other
    return {str(node.value)} if isinstance(node, ast.Constant) else None


def errors_made(file: Path) -> Iterator[set[tuple[str, str]] | None]:
    """What each call of ReadError in a module may make; None if that is not written there."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "ReadError":
            kinds, reasons = map(choices, node.args)
            if kinds is None or reasons is None:
                yield None
            else:
                yield {(kind, reason) for kind in kinds for reason in reasons}


def test_every_reason_has_its_sentence_and_no_sentence_is_unused() -> None:
    raised: set[tuple[str, str]] = set()
    looked_up = set()
    writers = [file for package in (pdf, word) for file in Path(package.__path__[0]).glob("*.py")]
    for file in (*READERS.glob("*.py"), *writers, Path(cli.__file__), Path(request.__file__)):
        for made in errors_made(file):
            raised |= FROM_TABLES[file.name] if made is None else made
            looked_up |= {file.name} if made is None else set()
    assert raised == SENTENCES.keys()
    assert looked_up == FROM_TABLES.keys()


@pytest.mark.parametrize("kind_and_reason", SENTENCES, ids="-".join)
def test_every_sentence_is_there_in_every_language(kind_and_reason: tuple[ErrorKind, str]) -> None:
    told = [sentence(ReadError(*kind_and_reason), lang) for lang in get_args(Lang)]
    assert len(set(told)) == len(get_args(Lang)) == len(SENTENCES[kind_and_reason])
    assert all(one.endswith(".") and "\n" not in one and ";" in one for one in told)


def test_kinds_are_those_of_the_contract() -> None:
    assert {kind for kind, _ in SENTENCES} == set(get_args(model.ErrorKind))


def test_the_size_told_is_the_size_refused() -> None:
    for told in SENTENCES["too-large", "file"].values():
        assert f" {bounds.MOST_BYTES >> 20} MB" in told
    assert bounds.MOST_CHARACTERS == 1_000_000
    assert "million" in SENTENCES["too-large", "text"]["nb"]
