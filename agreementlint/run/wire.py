"""A DocumentReport to the JSON that is kept and sent between processes, and back, without loss.

What is written is read off the nouns themselves: a field that one of them gets travels by itself.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from agreementlint.model import DocumentReport

Coder = Callable[[Any], Any]

MOST_SHARED = 10_000
"""Texts that are remembered, so that equal ones, of which a district has thousands, are one."""


def encoded(report: DocumentReport) -> bytes:
    """The report as JSON. Raises TypeError for a fact that is neither JSON nor a date."""
    # Lone surrogates of a damaged file must not break the way home: ASCII only.
    return json.dumps(coders(DocumentReport)[0](report), separators=(",", ":")).encode("ascii")


def decoded(data: bytes) -> DocumentReport:
    """The report of `encoded`. Raises ValueError for anything else."""
    try:
        report: DocumentReport = coders(DocumentReport)[1](json.loads(data))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("no report") from error
    return report


@cache
def coders(kind: Any) -> tuple[Coder, Coder]:
    """How a value of a type becomes what JSON holds, and how it comes back."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind is Any:
        return from_any, to_any
    if kind is dt.date:
        return dt.date.isoformat, dt.date.fromisoformat
    if origin in (Union, UnionType):
        return optional(next(one for one in inside if one is not NoneType))
    if origin is Literal:
        return as_it_is, one_of(frozenset(inside))
    if origin is tuple:
        return sequence(inside)
    if origin is not None and issubclass(origin, Mapping):
        to, back = coders(inside[1])
        return (lambda value: {key: to(one) for key, one in value.items()},
                lambda value: {key: back(one) for key, one in value.items()})
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return record(kind)
    return as_it_is, of_type(kind)


def as_it_is(value: Any) -> Any:
    return value


def optional(kind: Any) -> tuple[Coder, Coder]:
    to, back = coders(kind)
    return (lambda value: None if value is None else to(value),
            lambda value: None if value is None else back(value))


def sequence(inside: tuple[Any, ...]) -> tuple[Coder, Coder]:
    """That of a tuple, of one type throughout or of one for each place."""
    if inside[-1] is Ellipsis:
        to, back = coders(inside[0])
        return (lambda value: [to(one) for one in value],
                lambda value: tuple([back(one) for one in value]))
    both = [coders(one) for one in inside]
    return (lambda value: [to(one) for (to, _), one in zip(both, value, strict=True)],
            lambda value: tuple([back(one) for (_, back), one in zip(both, value, strict=True)]))


def record(kind: Any) -> tuple[Coder, Coder]:
    """That of a dataclass or named tuple: the values in the order of its fields."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else list(kind._fields)
    both = [coders(hints[name]) for name in names]
    values = attrgetter(*names)
    return (lambda value: [to(one) for (to, _), one in zip(both, values(value), strict=True)],
            lambda value: kind(*[back(one) for (_, back), one in zip(both, value, strict=True)]))


def one_of(words: frozenset[str]) -> Coder:
    """Words come back as the program's own, of which there is one each."""
    own = {word: word for word in words}
    return own.__getitem__


def of_type(kind: Any) -> Coder:
    """A value that must be of the type."""
    known: dict[str, str] = {}

    def checked(value: Any) -> Any:
        if kind is str and isinstance(value, str):
            if len(known) > MOST_SHARED:
                known.clear()
            return known.setdefault(value, value)
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:
            raise TypeError(f"{kind} is expected")
        return value

    return checked


def from_any(value: Any) -> Any:
    """The value of a fact; what JSON would change says what it was."""
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple):
        return {"tuple": [from_any(one) for one in value]}
    if isinstance(value, list):
        return [from_any(one) for one in value]
    if isinstance(value, Mapping):
        return {"map": {key: from_any(one) for key, one in value.items()}}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no fact: {type(value).__name__}")


def to_any(value: Any) -> Any:
    if isinstance(value, list):
        return [to_any(one) for one in value]
    if not isinstance(value, dict):
        return value
    (name, held), = value.items()
    if name == "date":
        return dt.date.fromisoformat(held)
    if name == "tuple":
        return tuple(to_any(one) for one in held)
    if name == "map":
        return {key: to_any(one) for key, one in held.items()}
    raise ValueError("no fact")
