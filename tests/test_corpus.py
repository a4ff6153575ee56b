"""The corpus keeps to its own format, and its drawings are those of its texts."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from agreementlint.reading.docx import read_docx
from corpus.render import renderings
from corpus.source import pages_of, width_of

CORPUS = Path(__file__).parents[1] / "corpus"
NAMES = sorted(
    file.relative_to(CORPUS).as_posix().removesuffix(".gold.json")
    for file in CORPUS.glob("*/*.gold.json")
)
SERIES = {"PR": 10, "SA": 2, "EV": 3, "PK": 5, "TP": 2, "AV": 11, "UT": 6}
RULES = {f"{series}{number:03}" for series, last in SERIES.items() for number in range(1, last + 1)}
VERDICTS = {"pass", "fail", "review", "inapplicable"}
KEYS = {"as_of", "language", "facts", "verdicts", "evidence", "notes", "tags"}
FACTS = {
    "municipalities": list,
    "police_district": str,
    "politikontakter": list,
    "meetings_per_year": (int, float),
    "evaluation_interval_months": (int, float),
    "revision_interval_months": (int, float),
    "valid_from": dt.date,
    "valid_to": dt.date,
    "signed_on": dt.date,
}
LARGEST = 60_000  # bytes of a drawing (Sami letters need a font of their own)


def said(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((CORPUS / f"{name}.gold.json").read_text(encoding="utf-8"))
    return gold


def folded(text: str) -> str:
    """One space between words, without the marks of headings and bullets, in lower case."""
    bare = re.sub(r"^(?:#+|-)\s", "", text.replace("\f", " "), flags=re.MULTILINE)
    return " ".join(bare.lower().split())


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def pdf_text(file: Path) -> str:
    """The text as it was drawn; putting cells together again is not the drawing's business."""
    with pypdfium2.PdfDocument(file) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def docx_text(file: Path) -> str:
    return read_docx(file.read_bytes()).text


TEXT_OF = {".pdf": pdf_text, ".docx": docx_text}


def test_there_are_documents_and_every_text_has_gold() -> None:
    assert len(RULES) == 39
    texts = (file.relative_to(CORPUS).as_posix() for file in CORPUS.glob("*/*.txt"))
    assert NAMES and sorted(text.removesuffix(".txt") for text in texts) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_gold_is_legal(name: str) -> None:
    gold = said(name)
    assert set(gold) <= KEYS
    assert dt.date.fromisoformat(gold["as_of"])
    assert gold["language"] in ("nb", "nn")
    assert set(gold["verdicts"]) == RULES
    for rule, accepted in gold["verdicts"].items():
        assert isinstance(accepted, list) and accepted, rule
        assert set(accepted) <= VERDICTS and len(set(accepted)) == len(accepted), rule


@pytest.mark.parametrize("name", NAMES)
def test_facts_are_of_their_kind(name: str) -> None:
    for fact, value in said(name)["facts"].items():
        if FACTS[fact] is dt.date and value is not None:
            value = dt.date.fromisoformat(value)
        assert value is None or isinstance(value, FACTS[fact]), fact


@pytest.mark.parametrize("name", NAMES)
def test_evidence_occurs_in_the_text(name: str) -> None:
    text = folded((CORPUS / f"{name}.txt").read_text(encoding="utf-8"))
    for rule, words in said(name).get("evidence", {}).items():
        assert rule in RULES
        for quotation in [words] if isinstance(words, str) else words:
            assert folded(quotation) and folded(quotation) in text, (rule, quotation)


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_holds_the_words_of_its_text(name: str, ending: str) -> None:
    """Read back, every line and cell of the source is there."""
    file = CORPUS / (name + ending)
    assert file.stat().st_size < LARGEST
    source = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    read = letters(TEXT_OF[ending](file))
    for page in pages_of(source):
        for part in page.parts:
            words = [*part.lines, *(t for row in part.rows for t in row)]
            for text in [*words, *(text for _, text in part.columns)]:
                whole = letters(text)
                assert whole in read, text


def test_drawing_twice_gives_the_same_bytes() -> None:
    name = NAMES[0]
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    assert renderings(name, text, seed=3) == renderings(name, text, seed=3)


# ---------------------------------------------------------------- the source format


def test_parts_of_a_page() -> None:
    text = (
        "Topp    side 1\n\n# Tittel\n\nEn setning.\n\n- punkt\n  som fortsetter\n\n"
        "| a | b |\n| c | d |\n\nPer Olsen        Eva Lie\n\n    1\n\f"
        "Topp    side 2\n\nLinje en som er brutt for hånd fordi den er for lang til\nsiden\n"
    )
    first, second = pages_of(text)
    assert [part.kind for part in first.parts] == ["heading", "text", "bullet", "table", "columns"]
    assert first.parts[2].lines == ("punkt", "som fortsetter")
    assert first.parts[3].rows == (("a", "b"), ("c", "d"))
    assert first.parts[4].columns == ((0, "Per Olsen"), (17, "Eva Lie"))
    assert first.top is not None and second.top is not None
    assert first.bottom is not None and first.bottom.columns == ((4, "1"),)
    assert second.parts[0].wrapped and not first.parts[1].wrapped
    assert width_of(text) == 80
