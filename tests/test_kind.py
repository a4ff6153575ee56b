"""What is judged and what is not: agreements however poor, and papers that only look like one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from agreementlint import messages
from agreementlint.facts import parties, period, signatures
from agreementlint.judge import judge
from agreementlint.kind import Genre, Judged, kind
from agreementlint.model import Document, Fact
from agreementlint.reading.dispatch import read_here
from agreementlint.structure import Agreement, analyse
from tests.agreements import GOLD, ParameterSet, cases

CASES = cases(__file__, "kinds.yaml")
SEEDS = GOLD.parent / "seeds"
SEED_KINDS = {"000": "agreement", "001": "guide", "002": "agreement", "003": "template",
              "004": "agreement"}  # fmt: skip


def read(text: str) -> Document:
    return read_here(text.encode(), name="papir.txt")


def judged(text: str) -> Judged:
    agreement = analyse(read(text))
    return kind(agreement, facts_of(agreement))


def facts_of(agreement: Agreement) -> Mapping[str, Fact]:
    """The facts that the kind rests on."""
    found = dict(parties.parties(agreement))
    found["signatures"] = signatures.signatures(agreement, found["municipalities"].value or ())
    return found | period.period(agreement, signatures.signed_on(agreement))


WRONG = {"a news item of the kommune": "who signed what it tells of is taken for who signs it"}


def kinds() -> list[ParameterSet]:
    """The cases, those that the code gets wrong so far marked."""
    reasons = [WRONG.get(case["about"]) for case in CASES]
    marks = [[pytest.mark.xfail(strict=True, reason=one)] if one else [] for one in reasons]
    return [pytest.param(case, id=f"{case['kind']}-{case['about']}", marks=mark)
            for case, mark in zip(CASES, marks, strict=True)]


@pytest.mark.parametrize("case", kinds())
def test_kinds(case: dict[str, str]) -> None:
    found = judged(case["text"])
    assert found.kind == case["kind"]
    assert found.genre == case.get("genre", found.genre)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_no_gold_agreement_is_refused(path: Path) -> None:
    assert judged(path.read_text("utf-8")).kind in ("agreement", "template")


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_seeds(path: Path) -> None:
    assert judged(path.read_text("utf-8")).kind == SEED_KINDS[path.name[:3]]


@cache
def minutes() -> Document:
    return read(next(case["text"] for case in CASES if case.get("genre") == "minutes"))


def test_what_is_no_agreement_gets_one_sentence_and_no_verdicts() -> None:
    report = judge(minutes(), (), dt.date(2024, 1, 1))
    assert report.kind == "other" and report.verdicts == () and not report.facts
    assert report.notice and report.notice.count(".") == "papir.txt".count(".") + 1


def test_any_document_is_judged_on_demand() -> None:
    report = judge(minutes(), (), dt.date(2024, 1, 1), any_document=True)
    assert report.kind == "other" and report.notice is None and report.facts


def test_what_could_not_be_read_is_not_refused() -> None:
    document = read("Side 1")
    unread = Document(**{name: getattr(document, name) for name in document.__slots__}
                      | {"pages": 2, "unread_pages": (2,)})  # fmt: skip
    agreement = analyse(unread)
    assert kind(agreement, facts_of(agreement)).kind == "agreement"


def test_every_genre_has_its_words() -> None:
    for genre in set(get_args(Genre)) - {"agreement", "template", "unrelated"}:
        for words in messages.CATALOGUE.values():
            assert words[f"genre-{genre}"]
