"""The real agreements of the specification get the verdicts of the catalogue's own table, read from
text, PDF and DOCX. They are not ours to copy: without the folder beside the repository these tests
are skipped."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path

import pytest

from agreementlint.judge import judge
from agreementlint.model import DocumentReport
from agreementlint.reading.dispatch import read_here
from agreementlint.rules import builtin, load
from corpus.render import renderings

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
CATALOGUE = SHARED / "spec" / "catalogue.md"
AS_OF = {
    "000": dt.date(2024, 1, 15),
    "002": dt.date(2018, 9, 1),
    "003": dt.date(2025, 2, 1),
    "004": dt.date(2025, 2, 1),
}
FACTS = {
    "000": {
        "municipalities": ["Flå", "Nesbyen", "Gol", "Hemsedal", "Ål", "Hol"],
        "police_district": "Sør-Øst politidistrikt",
        "valid_from": dt.date(2023, 11, 1),
        "valid_to": None,
        "signed_on": dt.date(2023, 12, 5),
        "evaluation_interval_months": 12,
    },
    "002": {
        "municipalities": ["Flakstad"],
        "police_district": "Nordland politidistrikt",
        "meetings_per_year": 2,
    },
    "004": {
        "municipalities": ["Kristiansand"],
        "police_district": "Agder politidistrikt",
        "valid_from": dt.date(2025, 1, 1),
        "valid_to": dt.date(2028, 12, 31),
        "meetings_per_year": 2,
        "evaluation_interval_months": 12,
    },
}

pytestmark = pytest.mark.skipif(not CATALOGUE.exists(), reason="the seeds are not here")


def table() -> dict[str, dict[str, list[str]]]:
    """Accepted verdicts by seed and rule, from the catalogue."""
    rows = re.findall(
        r"^\| ([A-Z]{2}\d{3}) \| (\S+) \| (\S+) \| (\S+) \| (\S+) \|$",
        CATALOGUE.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return {
        seed: {row[0]: row[place].split("/") for row in rows}
        for place, seed in enumerate(AS_OF, start=1)
    }


@cache
def report(seed: str, ending: str) -> DocumentReport:
    text = next((SHARED / "seeds").glob(f"{seed}_*.txt")).read_text(encoding="utf-8")
    data = text.encode() if ending == ".txt" else renderings(seed, plain(text), 1)[ending]
    document = read_here(data, name=f"{seed}{ending}")
    return judge(document, load([builtin()]), AS_OF[seed])


def plain(text: str) -> str:
    """The text without the marks that a word processor would have drawn as type or left out."""
    text = re.sub(r"\[bookmark: [^\]]*\]|^---$", "", text, flags=re.MULTILINE)
    return re.sub(r"\*+|\[([^\]]+)\]\([^)]*\)", r"\1", text)


@pytest.mark.parametrize("ending", [".txt", ".pdf", ".docx"])
@pytest.mark.parametrize("seed", AS_OF)
def test_verdicts_are_those_of_the_catalogue(seed: str, ending: str) -> None:
    accepted = table()[seed]
    wrong = {
        v.rule: (v.verdict, accepted[v.rule])
        for v in report(seed, ending).verdicts
        if v.verdict not in accepted[v.rule]
    }
    assert wrong == {}


@pytest.mark.parametrize("ending", [".txt", ".pdf", ".docx"])
@pytest.mark.parametrize("seed", FACTS)
def test_facts_are_those_of_the_catalogue(seed: str, ending: str) -> None:
    facts = report(seed, ending).facts
    assert {name: facts[name] for name in FACTS[seed]} == FACTS[seed]
