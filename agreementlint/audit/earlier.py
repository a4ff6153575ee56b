"""The JSON report of an earlier run → what a later one is compared with; strictly read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from agreementlint.model import VerdictName
from agreementlint.rules.stamps import Stamp

SCHEMA = "agreementlint-report/"
LATEST = 1
"""The number of the schema that this version of the program writes."""


class NoEarlierReport(Exception):
    """A file that cannot be compared with. `key` is that of the sentence which says why, `values`
    fill it."""

    def __init__(self, key: str, **values: object):
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Cell:
    """A verdict, and whether a waiver covers it (until when, if it ends)."""

    verdict: VerdictName
    waived: bool = False
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """A document as it was. `read` is False where it could not be; `unread` and `recognised` are
    pages, `cells` the verdicts by the id of the rule."""

    path: str
    sha256: str | None
    municipalities: frozenset[str]
    unread: tuple[int, ...]
    recognised: tuple[int, ...]
    read: bool
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier run. `stamps` is empty for one of `check`, which does not tell them."""

    as_of: dt.date
    version: str
    documents: tuple[Before, ...]
    stamps: Mapping[str, Stamp]


def earlier(data: bytes) -> Earlier:
    """What a report that was written with `--format json` says. Raises NoEarlierReport."""
    try:
        report = json.loads(data)
    except (ValueError, RecursionError):
        raise NoEarlierReport("earlier-no-json") from None
    schema = report.get("schema") if isinstance(report, dict) else None
    if not isinstance(schema, str) or not schema.startswith(SCHEMA):
        raise NoEarlierReport("earlier-other")
    number = schema.removeprefix(SCHEMA)
    if number != str(LATEST):
        later = number.isdecimal() and int(number) > LATEST
        raise NoEarlierReport("earlier-later" if later else "earlier-other")
    try:
        return _earlier(report)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NoEarlierReport("earlier-damaged", what=f"{type(error).__name__}: {error}") from None


def _earlier(report: Mapping[str, Any]) -> Earlier:
    rules = (report["district"] or {}).get("rules", {})
    return Earlier(
        as_of=dt.date.fromisoformat(report["as_of"]),
        version=_text(report["tool"]["version"]),
        documents=tuple(_before(document) for document in report["documents"]),
        stamps={id: Stamp(_text(one["digest"]), one["dated"] is True)
                for id, one in rules.items()},
    )


def _before(document: Mapping[str, Any]) -> Before:
    sha256 = document["sha256"]
    return Before(
        path=_text(document["path"]),
        sha256=None if sha256 is None else _text(sha256),
        municipalities=frozenset(map(_text, document["facts"]["municipalities"])),
        unread=tuple(map(_number, document["unread_pages"])),
        recognised=tuple(map(_number, document["ocr_pages"])),
        read=document["error"] is None,
        cells={_text(one["rule"]): _cell(one) for one in document["verdicts"]},
    )


def _cell(verdict: Mapping[str, Any]) -> Cell:
    if verdict["verdict"] not in get_args(VerdictName):
        raise ValueError(verdict["verdict"])
    waiver = verdict["waiver"]
    until = waiver and waiver["until"]
    return Cell(verdict["verdict"], waiver is not None,
                dt.date.fromisoformat(until) if until else None)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
