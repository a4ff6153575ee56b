"""Spans of several clauses → the evidence of a fact."""

from __future__ import annotations

from collections.abc import Iterable

from agreementlint.model import Span


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in their order, each once."""
    return tuple(dict.fromkeys(spans))
