"""The judgement keeps its figures on the corpus, in every format (see benchmarks/counting.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest

from benchmarks.score import checked_here, golds, scored, summary

CORPUS = Path(__file__).parents[1] / "corpus"

# Bounds for the documents the rules were made from, and lower ones for what came later.
GOLD = {"finding_f1": 0.97, "exact": 0.95, "evidence": 0.97, "facts": 0.97}
DRAWN = GOLD | {"evidence": 0.96}
ROUND = {"finding_f1": 0.85, "exact": 0.92, "evidence": 0.88, "facts": 0.95}
ROUNDS = sorted(folder.name for folder in CORPUS.glob("round-*"))
BOUNDS = [
    ("gold", "txt", GOLD),
    *(("gold", ending, DRAWN) for ending in ("pdf", "docx")),
    *((name, "txt", ROUND) for name in ROUNDS),
]


class Here(Executor):
    """Runs everything at once in this process: the tests have loaded the language already."""

    def map(self, function: Callable[..., Any], *arguments: Iterable[Any], **_: Any) -> Any:
        return map(function, *arguments)


@pytest.mark.parametrize(("folder", "ending", "bounds"), BOUNDS)
def test_figures(folder: str, ending: str, bounds: dict[str, float]) -> None:
    gold = golds(CORPUS / folder)
    files = {item.name: CORPUS / folder / f"{item.name}.{ending}" for item in gold}
    judged, facts, dead = scored(gold, files, checked_here, Here())
    assert dead == []
    reached = summary(judged, facts)
    assert {name: reached[name] for name in bounds if reached[name] < bounds[name]} == {}
