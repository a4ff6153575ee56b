"""Agreements written in a test, read and structured like a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

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
