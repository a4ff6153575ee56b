"""Numbers in words and digits, in both written standards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.numbers import CARDINALS, numbers

CARDINAL_FORMS = {
    "én": 1, "éin": 1, "ett": 1, "eitt": 1, "éi": 1, "to": 2, "tre": 3, "tri": 3, "sju": 7,
    "syv": 7, "tolv": 12, "femten": 15, "tjue": 20, "tjuge": 20, "tjueto": 22, "tretti": 30,
    "trettiseks": 36, "førtiåtte": 48, "seksti": 60, "seksogtretti": 36, "hundre": 100,
    "hundre og tjue": 120, "to hundre": 200, "begge": 2, "båe": 2, "2": 2, "12 000": 12000,
    "5.000": 5000, "1,5": 1.5, "to (2)": 2, "2 (to)": 2, "to(2)": 2, "en (1)": 1, "ein (1)": 1,
    "halvannet": 1.5, "halvannan": 1.5, "halvanna": 1.5, "et halvt": 0.5, "eit halvt": 0.5,
    "en halv": 0.5, "½": 0.5, "2½": 2.5, "ett og et halvt": 1.5, "eitt og eit halvt": 1.5,
    "en og en halv": 1.5, "to og en halv": 2.5, "to og eit halvt": 2.5,
    "e\u0301n": 1,
}  # fmt: skip

ORDINAL_FORMS = {
    "første møte": 1, "fyrste møte": 1, "tredje år": 3, "fjerde": 4, "sjette": 6, "sjuande": 7,
    "syvende": 7, "åttende": 8, "tiande": 10, "tolvte": 12, "fjortende": 14, "fjortande": 14,
    "tjuende": 20, "tjueførste": 21, "2. hver": 2, "hvert andre år": 2, "kvart anna år": 2,
    "den andre": 2, "andre kvartal": 2,
}  # fmt: skip

NO_NUMBERS = [
    "en kommune og et politidistrikt", "ein kommune og eit lensmannskontor", "andre aktører",
    "andre og annet", "1. januar 2025", "20. juni", "01.01.2025", "i 2026", "§ 4", "kl. 09.00",
    "punkt 4.1.2", "telefon 22 33 44 55", "formålet med avtalen", "",
]  # fmt: skip


@pytest.mark.parametrize(("form", "value"), CARDINAL_FORMS.items())
def test_cardinals(form: str, value: float) -> None:
    text = f"det er {form} møter"
    (number,) = numbers(text)
    assert number.value == value
    assert not number.ordinal
    assert text[number.span.start : number.span.end] == form


@pytest.mark.parametrize(("form", "value"), ORDINAL_FORMS.items())
def test_ordinals(form: str, value: int) -> None:
    (number,) = numbers(form)
    assert (number.value, number.ordinal) == (value, True)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_a_digit_that_contradicts_the_word_stands_alone() -> None:
    assert [number.value for number in numbers("to (3) møter")] == [2, 3]


@given(st.sampled_from(sorted(CARDINALS)))
@settings(deadline=None, max_examples=60)
def test_word_and_digit_are_the_same_number(word: str) -> None:
    texts = f"{word} møter", f"{CARDINALS[word]} møter"
    values = [[number.value for number in numbers(text)] for text in texts]
    unstressed = word in ("en", "et", "ei", "ein", "eit")
    assert unstressed or values[0] == values[1]


@given(st.lists(st.sampled_from(sorted(CARDINAL_FORMS)), max_size=4), st.integers(0, 500))
@settings(deadline=None, max_examples=60)
def test_spans_follow_the_text(forms: list[str], offset: int) -> None:
    text = "; ".join(forms)
    found = numbers(text, offset)
    assert [number.value for number in found] == [CARDINAL_FORMS[form] for form in forms]
    cut = [text[n.span.start - offset : n.span.end - offset] for n in found]
    assert cut == forms


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=80)
def test_any_text_is_read(text: str) -> None:
    assert all(text[n.span.start : n.span.end] for n in numbers(text))
