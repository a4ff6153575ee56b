"""Words run together or parted by recognition, and words that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from agreementlint.reading.ocr.spacing import respaced
from agreementlint.reading.ocr.tesseract import Token
from agreementlint.reading.ocr.words import Recognised

GOLD = Path(__file__).parents[2] / "corpus/gold"
REST = "politirådet og politiet og kommunen skal samarbeide om det samarbeidet gjelder, politiet"


def page(text: str) -> Recognised:
    tokens = []
    for number, line in enumerate(text.split("\n")):
        left = 100
        for word in line.split():
            right = left + 12 * len(word)
            tokens.append(Token(word, (1, 1, number), (left, 10, right, 30), 90.0))
            left = right + 10
    return Recognised(tuple(tokens), (1654, 2339))


def shown(text: str, rest: str = REST) -> str:
    (found,) = respaced([page(text)], rest.split())
    return " ".join(token.text for token in found.tokens)


@pytest.mark.parametrize(("seen", "meant"), [
    ("slik atdet gis beskjed", "slik at det gis beskjed"),
    ("blir brukt forå varsle", "blir brukt for å varsle"),
    ("mener atpolitiet, som", "mener at politiet, som"),
    ("partenes samarb eidet bygger", "partenes samarbeidet bygger"),
    ("Polit irådet møtes", "Politirådet møtes"),
])  # fmt: skip
def test_words_are_put_right(seen: str, meant: str) -> None:
    assert shown(seen) == meant


@pytest.mark.parametrize("text", [
    "også atferd og detaljer, erfaring og somatikk", "politiet og rådet", "avtale om tilbud",
    "Et samarbeid et annet sted", "politi råd", "nr. 12 kap. 4",
])  # fmt: skip
def test_whole_words_stay(text: str) -> None:
    assert shown(text) == text


def test_boxes_are_shared_out() -> None:
    (found,) = respaced([page("atdet")], [])
    first, second = (token.box for token in found.tokens)
    assert first[0] == 100 and second[2] == 160 and first[2] < second[0]


@pytest.mark.parametrize("file", sorted(GOLD.glob("*.txt")), ids=lambda file: file.stem)
def test_clean_text_stays_as_it_is(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert shown(text, "") == " ".join(text.split())
