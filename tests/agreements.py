"""Agreements written in a test, read and structured like a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.mark import ParameterSet

from agreementlint.clauses import Clause, clauses
from agreementlint.model import Document
from agreementlint.reading.text import read_text
from agreementlint.structure import Agreement, analyse

GOLD = Path(__file__).parents[2] / "shared" / "gold"


def agreement_of(text: str) -> Agreement:
    read = read_text(text.encode())
    return analyse(
        Document("test.txt", "", "txt", read.text, read.blocks, read.pieces, read.pages,
                 (), read.unread_pages, read.running)
    )  # fmt: skip


def cases(test: str, file: str) -> list[dict[str, Any]]:
    """The cases of a YAML file that stands beside a test."""
    found: list[dict[str, Any]] = yaml.safe_load(Path(test).with_name(file).read_text("utf-8"))
    return found


def gold() -> Iterator[tuple[dict[str, Any], Agreement]]:
    """Every gold document that is at hand, with what its readers found."""
    for path in sorted(GOLD.glob("*.gold.json")):
        text = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
        yield json.loads(path.read_text("utf-8")), agreement_of(text.read_text("utf-8"))


BEFORE = "Her står det som kommunen og politiet er blitt enige om."
AFTER = "Spørsmål kan sendes til postmottaket, som svarer innen rimelig tid."
AROUND = f"# Om teksten\n\n{BEFORE}\n\n{{passage}}\n\n# Kontakt\n\n{AFTER}\n"


def within(passage: str) -> str:
    """A passage between two sections that say nothing, as the operative text of an agreement."""
    return AROUND.format(passage=passage.strip())


def clauses_of(passage: str) -> tuple[Clause, ...]:
    """The clauses of a passage alone, without those of the sections around it."""
    agreement = agreement_of(within(passage))
    return tuple(c for c in clauses(agreement) if agreement.text_of(c.span) not in (BEFORE, AFTER))


def fault(reason: str, *case: Any) -> ParameterSet:
    """A case that the code gets wrong so far; it fails the suite as soon as it is put right."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


def settled(cases: Iterable[Any]) -> list[Any]:
    """The cases that the code gets right."""
    return [case for case in cases if not isinstance(case, ParameterSet)]
