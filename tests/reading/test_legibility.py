"""Text that can be read is told from what only looks like it."""

from __future__ import annotations

import pytest

from agreementlint.reading.legibility import legibility

PROSE = (
    "Politirådet skal drøfte det som er felles for kommunen og politiet, og rådet skal følge opp "
    "det som er bestemt. Møtene ledes av ordføreren, og det føres referat fra hvert møte. Avtalen "
    "gjelder fra den er signert, og partene evaluerer den årlig. Politikontakten skal være et "
    "fast punkt for kommunen og delta i møter når det er saker for politiet. "
)
ENGLISH = (
    "The municipality and the police shall meet twice a year in the council, and the minutes of "
    "each meeting are to be sent to the members. This agreement is valid from the day it is signed."
)
PHONES = "Navn Stilling Telefon " + " ".join(
    f"Kari Nordmann Rådgiver {number} 02800" for number in range(40)
)
CONTENTS = " ".join(f"{number} Politiråd ........................ {number}" for number in range(30))


def shifted(text: str, by: int) -> str:
    return "".join(char if char == " " else chr(max(ord(char) + by, 33)) for char in text)


@pytest.mark.parametrize("text", [PROSE, ENGLISH, PHONES, CONTENTS, PROSE.upper(), "Avtale", ""])
def test_text_is_legible(text: str) -> None:
    assert not legibility(text.split()).is_garbled


@pytest.mark.parametrize(
    "text",
    [
        shifted(PROSE, 1),
        shifted(PROSE, -29),
        "".join(chr(0xE000 + ord(char)) if char != " " else " " for char in PROSE),
        "".join("\ufffd" if char.isalpha() else char for char in PROSE),
        PROSE.replace("o", "").replace("e", "").replace("å", "Ã¥").replace("ø", "Ã¸") * 2,
    ],
)
def test_text_of_a_broken_font_is_not(text: str) -> None:
    assert legibility(text.split()).is_garbled


def test_a_layer_recognised_as_english_is_poor() -> None:
    bare = PROSE.translate(str.maketrans("åøæÅØÆ", "aoaAOA")) * 2
    assert legibility(bare.split()).is_poor and not legibility(bare.split()).is_garbled
    assert not legibility((PROSE * 2).split()).is_poor


def test_a_layer_with_few_words_is_poor() -> None:
    broken = " ".join(word[::-1] if index % 9 else word for index, word in enumerate(PROSE.split()))
    assert legibility(broken.split()).is_poor
