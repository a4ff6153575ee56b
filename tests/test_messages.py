from __future__ import annotations

import ast
import datetime as dt
import re
from pathlib import Path

import pytest

import agreementlint
from agreementlint.messages import CATALOGUE, faults, page_list, shown, why_unread
from agreementlint.model import Lang

FIELD = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_every_language_has_the_same_sentences_and_fields(lang: str) -> None:
    other, nb = CATALOGUE[lang], CATALOGUE["nb"]  # type: ignore[index]
    assert other.keys() == nb.keys()
    assert {key: set(FIELD.findall(text)) for key, text in other.items()} == {
        key: set(FIELD.findall(text)) for key, text in nb.items()}


def keys_said() -> set[str]:
    """The constant keys of all calls of `say`."""
    package = Path(agreementlint.__file__).parent
    calls = [node for file in package.rglob("*.py")
             for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and len(node.args) > 1
             and (getattr(node.func, "id", None) or getattr(node.func, "attr", None)) == "say"]
    return {str(call.args[1].value) for call in calls if isinstance(call.args[1], ast.Constant)}


def test_no_sentence_is_missing() -> None:
    assert keys_said() and keys_said() <= CATALOGUE["nb"].keys()


def test_each_fault_has_its_sentence_and_each_sentence_its_fault() -> None:
    """Those of mistakes in files, whose keys are constants of the code or begin with one."""
    kinds = ("fault", "what", "kind", "read", "shape", "least")
    package = Path(agreementlint.__file__).parent
    used = {node.value for file in package.rglob("*.py")
            if file != package / "messages" / "faults.py"
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    own = re.compile(rf"(?:{'|'.join(kinds)})-[a-z0-9-]*[a-z0-9]")
    assert {key for key in used if own.fullmatch(key) and key.startswith("fault-")} <= {
        *faults.SENTENCES}
    made = re.compile(r"fault-(?:id|name|chapter|reason)-(?:taken|twice)")
    assert {key for key in faults.SENTENCES if own.fullmatch(key)} - used <= {
        key for key in faults.SENTENCES if made.fullmatch(key)}


@pytest.mark.parametrize(("error", "lang", "said"), [
    (FileNotFoundError(2, "No such file"), "nb", "filen finnes ikke"),
    (PermissionError(13, "Permission denied"), "nn", "du har ikkje lov til å lese ho"),
    (IsADirectoryError(21, "Is a directory"), "en", "it is a folder, not a file"),
    (OSError(5, "Input/output error"), "nb", "Input/output error"),
])
def test_why_a_file_cannot_be_read(error: OSError, lang: Lang, said: str) -> None:
    assert why_unread(error, lang) == said


def test_values_are_written_as_people_write_them() -> None:
    assert shown(2.0, "nb") == "2" and shown(0.5, "nn") == "0,5" and shown(1.25, "en") == "1.25"
    assert shown(dt.date(2028, 12, 31), "nb") == "31.12.2028"
    assert shown(("Gol", "Hol", "Ål"), "nb") == "Gol, Hol og Ål"
    assert shown(None, "nb") == "–"
    assert page_list((3, 4), "en") == "p. 3 and 4"
