"""Words that recognition broke → the words they were; all others are left as they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.mending import Mender
from agreementlint.vocabulary import vocabulary
from tests.agreements import settled

KNOWN = vocabulary().known
SPELLINGS = vocabulary().spellings

BROKEN = [
    ("sarnarbeidet", "samarbeidet"),
    ("Sarnarbeidet", "Samarbeidet"),
    ("sarnarbeidsavtale", "samarbeidsavtale"),
    ("po1itirådet", "politirådet"),
    ("politiràdet", "politirådet"),
    ("politirädet", "politirådet"),
    ("politir6det", "politirådet"),
    ("politiradet", "politirådet"),
    ("evaluerlng", "evaluering"),
    ("eva1ueres", "evalueres"),
    ("evalueringcn", "evalueringen"),
    ("revideres", "revideres"),
    ("revlderes", "revideres"),
    ("teiep1ikt", "teieplikt"),
    ("kornrnunene", "kommunene"),
    ("po!itikontakt", "politikontakt"),
    ("politik0ntakten", "politikontakten"),
    ("ordfórer", "ordfører"),
    ("sarnarbeldet", "samarbeidet"),
    ("po1itirädet", "politirådet"),
    ("taushetsp1ikt", "taushetsplikt"),
    ("taushetspllkten", "taushetsplikten"),
    ("politikontaktcn", "politikontakten"),
    ("evaluermg", "evaluering"),
]

WHOLE = [
    "Politirådet møtes to ganger i året.",
    "Ordføraren kallar inn til møte kvart halvår.",
    "Politistasjonssjefen i Rana er Bjarne Moldskred.",
    "Kontortida er 10–14, telefon 02800.",
    "Barnehagen, skolen og helsestasjonen deltar.",
    "politisk råd og politikere",
    "Kari Nordmann",
]


@pytest.mark.parametrize(("broken", "right"), BROKEN)
def test_broken_word(broken: str, right: str) -> None:
    assert Mender(KNOWN)(f"Det gjelder {broken} her.") == f"Det gjelder {right} her."


@pytest.mark.parametrize("text", WHOLE)
def test_whole_words_stay(text: str) -> None:
    assert Mender(KNOWN)(text) == text


def test_short_words_stay() -> None:
    assert Mender(lambda word: word == "mot")("rnot") == "rnot"


def test_older_spellings_become_the_common_ones() -> None:
    assert Mender(KNOWN, {"yver": "over"})("Avtala gjeld yver heile landet.") == (
        "Avtala gjeld over heile landet."
    )
    assert Mender(KNOWN, {"um": "om"})("Um avtala") == "Om avtala"


def test_all_places_of_one_confusion_at_once() -> None:
    assert Mender(lambda word: word == "kommunene")("kornrnunene") == "kommunene"


@given(st.text(alphabet="abdefgijklmnoprstuvyæøå .,()\n", max_size=60))
@settings(deadline=None, max_examples=60)
def test_nothing_but_words_of_the_field_is_put_right(text: str) -> None:
    assert Mender(lambda word: False)(text) == text


@given(st.sampled_from([right for _, right in settled(BROKEN)]))
@settings(deadline=None, max_examples=30)
def test_what_was_mended_is_stable(word: str) -> None:
    assert Mender(KNOWN, SPELLINGS)(word) == word


def test_what_is_longer_than_any_word_stays_as_it_is() -> None:
    asked: list[str] = []
    Mender(lambda word: bool(asked.append(word)))("rn1" * 5000)
    assert not asked
