"""Stamps and notes beside running text, and cells that only look like them."""

from __future__ import annotations

import pytest

from tests.reading.test_layouts import SENTENCES, Text, column, drawn, shown, texts

BOKMAAL = " ".join(SENTENCES)
NYNORSK = (
    "Rådet skal drøfte det som er felles for kommunen og politiet, og det møtest når ein av dei to"
    " partane ber om det i god tid. Avtala blir vurdert kvart år i mai, og ho blir endra når"
    " partane er samde om at ho bør endrast på viktige punkt."
)
STAMPS = (("MOTTATT", "3. mai 2024"), ("Sak 24/123",), ("Kopi", "Sak 24/123", "Dok. 4"))


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("text", [BOKMAAL, NYNORSK])
@pytest.mark.parametrize(("width", "x"), [(76, 470), (60, 400)])
@pytest.mark.parametrize("down", [0, 3, 6.5, 13, 22, 29.5])
@pytest.mark.parametrize("by_line", [True, False])
def test_a_stamp_beside_the_text_does_not_part_it(
    stamp: tuple[str, ...], text: str, width: int, x: float, down: float, by_line: bool
) -> None:
    body = [*column(72, 100, text, width), *column(72, 282, text, width)]
    page: list[Text] = [*body, *((x, 100 + down + 12 * i, s) for i, s in enumerate(stamp))]
    if by_line:
        page.sort(key=lambda text: (text[1], text[0]))
    found = texts(drawn(page))
    assert found[:2] == [text, text]
    assert " ".join(found[2:]).split() == " ".join(stamp).split()


def test_the_second_column_of_a_table_is_no_note() -> None:
    rows = [("Tiltak", "Ansvar"), ("Rådet går gjennom alle saker som er meldt inn", "Ordfører"),
            ("siden forrige møte", ""), ("Politiet legger fram tall for siste året", "Lensmann"),
            ("og svarer på spørsmål", "")]  # fmt: skip
    table = [(60.0 + 300 * k, 80 + 13.0 * i, row[k]) for i, row in enumerate(rows) for k in (0, 1)]
    found = shown(drawn([text for text in table if text[2]]))
    assert [kind for kind, _ in found[:-1]] == ["row"] * (len(found) - 1)


def test_signatures_below_the_text_are_no_notes() -> None:
    signed = [("For Fjordvik kommune", "For Vestre politidistrikt"), ("ordfører", "politimester")]
    block = [
        (72.0 + 260 * k, 240 + 13.0 * i, row[k]) for i, row in enumerate(signed) for k in (0, 1)
    ]
    found = shown(drawn([*column(72, 100, BOKMAAL, 76), *block]))
    assert found[1:] == [("columns", "   ".join(row)) for row in signed]
