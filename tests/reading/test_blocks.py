"""Blocks of two columns between lines as wide as the page, and what only looks like them."""

from __future__ import annotations

import pytest

from agreementlint.reading.layout import Reading
from tests.reading.test_layouts import SENTENCES, Text, column, drawn, shown, texts

BOKMAAL = (" ".join(SENTENCES[:2]), " ".join(SENTENCES[3:5]))
NYNORSK = (
    "Rådet skal drøfte det som er felles for kommunen og politiet, og det møtest når ein av dei to"
    " partane ber om det i god tid.",
    "Avtala blir vurdert kvart år i mai, og ho blir endra når partane er samde om at ho bør endrast"
    " på viktige punkt.",
)
UNEVEN = (" ".join(SENTENCES[:2]), NYNORSK[1])
WIDE = " ".join(SENTENCES)


def between(middle: list[Text], size: float = 10) -> Reading:
    """The text of a page as wide as the page, with something in the middle of it."""
    above = column(60, 80, WIDE, 95)
    down = above[-1][1] + 26
    moved = [(x, top + down, text) for x, top, text in middle]
    below = max(top for _, top, _ in moved) + 26
    return drawn([*above, *moved, *column(60, below, WIDE, 95)], size=size)


@pytest.mark.parametrize("by_line", [True, False])
@pytest.mark.parametrize("size", [9, 10])
@pytest.mark.parametrize("width", [34, 42, 46])
@pytest.mark.parametrize("pair", [BOKMAAL, NYNORSK, UNEVEN, UNEVEN[::-1]])
def test_a_few_lines_in_two_columns(
    pair: tuple[str, str], width: int, size: float, by_line: bool
) -> None:
    block = [*column(60, 0, pair[0], width), *column(320, 0, pair[1], width)]
    if by_line:
        block.sort(key=lambda text: (text[1], text[0]))
    assert texts(between(block, size)) == [WIDE, *pair, WIDE]


@pytest.mark.parametrize("head", [True, False])
def test_a_table_of_short_lines_stays_one(head: bool) -> None:
    rows = [("Rådet møtes om saker som gjelder alle", "Ordføreren leder og kaller inn til det"),
            ("Politiet legger fram hva som har hendt", "Stasjonssjefen svarer på spørsmålene"),
            ("Skolene forteller om elevenes trivsel", "Rektorene har ordet etter tur i møtet"),
            ("Referatet sendes ut til alle som møtte", "Sekretæren skriver det")]  # fmt: skip
    rows = [("Hva som gjøres", "Hvem som gjør det"), *rows] if head else rows
    table = [(60.0 + 260 * k, 13.0 * i, row[k]) for i, row in enumerate(rows) for k in (0, 1)]
    assert shown(between(table))[1:-1] == [("row", " | ".join(row)) for row in rows]


def test_rows_of_long_cells_stay_rows() -> None:
    pairs = [(SENTENCES[0], SENTENCES[4]), (SENTENCES[3], SENTENCES[1])]
    table: list[Text] = []
    for pair in pairs:
        top = max((top for _, top, _ in table), default=-24.0) + 24
        table += [text for k in (0, 1) for text in column(60 + 260 * k, top, pair[k], 46)]
    table.sort(key=lambda text: text[1])
    assert {kind for kind, _ in shown(between(table))[1:-1]} == {"row"}


def test_signatures_beside_each_other_stay_so() -> None:
    signed = [("For Fjordvik kommune", "For Vestre politidistrikt"),
              ("Kari Strandheim", "Ola Bergli"), ("ordfører", "politistasjonssjef")]  # fmt: skip
    block = [(60.0 + 260 * k, 13.0 * i, row[k]) for i, row in enumerate(signed) for k in (0, 1)]
    assert [kind for kind, _ in shown(between(block))[1:-1]] == ["columns"] * 3
