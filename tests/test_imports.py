"""The stages stand in one order, and no module imports one that stands after it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import agreementlint

PACKAGE = Path(agreementlint.__file__).parent
STAGES = (
    ("model",),
    ("places", "messages"),
    ("norwegian",),
    ("cache",),
    ("register", "mentions", "districts"),
    ("reading",),
    ("word", "pdf"),
    ("vocabulary",),
    ("asides", "structure", "fingerprints"),
    ("binding",),
    ("clauses",),
    ("facts",),
    ("kind",),
    ("strict", "rules"),
    ("checks",),
    ("lint", "waivers", "config"),
    ("judge", "timelimit", "run"),
    ("audit", "packs"),
    ("doctor",),
    ("report",),
    ("review", "newdraft"),
    ("output", "request"),
    ("checking", "results", "api"),
    ("web",),
    ("cli", "__main__"),
)
STAGE = {name: place for place, names in enumerate(STAGES) for name in names}
FILES = sorted(PACKAGE.rglob("*.py"))
COMMANDS = ("__init__", "audit", "cached", "catalogue", "check", "completing", "completion",
            "configured", "doctor", "documents", "endings", "new", "options", "outputs", "packs",
            "review", "schema", "serve", "settings", "usage", "waiving")
ONLY_IN = {"spacy": {"norwegian/tokens.py", "norwegian/light_spacy.py"},
           "click": {f"cli/{name}.py" for name in COMMANDS},
           "pcre2": {"norwegian/caseless.py", "norwegian/bounded.py"}}
IMPURE = ("reading", "rules", "config", "cli", "output", "run", "vocabulary", "register",
          "cache", "request", "firstsight", "doctor", "checking", "api", "__main__")


def stage_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports(file: Path, *, top: bool = False) -> set[str]:
    """What a module imports: anywhere, or only when it is itself imported."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    nodes = tree.body if top else ast.walk(tree)
    return {name for node in nodes for name in imported(node)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_module_imports_a_later_stage(file: Path) -> None:
    own = stage_of(file)
    if own == "__init__":
        return
    assert own in STAGE, f"give {own} its place in STAGES"
    ours = {name.split(".")[1] for name in imports(file) if name.startswith("agreementlint.")}
    assert not {name for name in ours if STAGE.get(name, -1) > STAGE[own]}


@pytest.mark.parametrize("package", ONLY_IN)
def test_what_one_module_alone_imports(package: str) -> None:
    users = {str(file.relative_to(PACKAGE)) for file in FILES
             if package in {name.split(".")[0] for name in imports(file)}}
    assert users == ONLY_IN[package]


LIGHT = ("report/__init__", "report/table", "report/coverage", "strict", "model",
         *(f"rules/{name}" for name in ("__init__", "format", "faults", "guide", "selection",
                                        "terms", "verbs")),
         "messages/__init__", "request", "checking", "results", "api",
         *(f"cli/{name}" for name in COMMANDS))


@pytest.mark.parametrize("name", LIGHT)
def test_light_modules_do_not_load_the_language(name: str) -> None:
    heavy = {"agreementlint.clauses", "agreementlint.facts", "agreementlint.structure",
             "agreementlint.judge", "agreementlint.norwegian.tokens"}
    assert not imports(PACKAGE / f"{name}.py", top=True) & heavy


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_only_the_edge_prints_and_asks_the_world(file: Path) -> None:
    if stage_of(file) in IMPURE:
        return
    calls = [node.func for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call)]
    named = {func.id for func in calls if isinstance(func, ast.Name)}
    asked = {func.attr for func in calls if isinstance(func, ast.Attribute)}
    assert not named & {"print", "open", "input"}
    assert not asked & {"today", "now", "getenv", "read_text", "read_bytes", "write_text"}


def test_a_command_line_is_understood_with_little() -> None:
    """What every command pays before it begins."""
    heavy = {"asyncio", "importlib.resources", "numpy", "rich", "spacy", "subprocess", "webbrowser",
             "yaml"}
    program = f"import sys, agreementlint.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          check=True, cwd=PACKAGE.parent)
    assert done.stdout == "[]\n"
