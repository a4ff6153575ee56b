from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text

from agreementlint.model import Evidence, Lang
from agreementlint.report.style import Style
from agreementlint.report.text import place, visible
from agreementlint.report.typeset import NO_BREAK, typeset
from agreementlint.report.words import whole_district


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters()))
def test_only_what_can_be_seen_comes_out(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(one) for one in shown} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert visible(shown) == shown


def test_words_stay_and_the_rest_is_written_out() -> None:
    assert visible("Ål kommune – «ja» 日本") == "Ål kommune – «ja» 日本"
    assert visible("a\tb\nc") == "a b c"
    assert visible("a\x1b[31mb\x9b\u202ec\U000e0041") == "a\\x1b[31mb\\x9b\\u202ec\\U000e0041"
    assert visible("sam\u00adarbeid") == "samarbeid"
    assert visible("a\nb\x1b", keep="\n") == "a\nb\\x1b"


def test_the_place_of_some_words() -> None:
    assert place(Evidence("x", section="Møter", page=4, line=2), "nb") == "«Møter», side 4, linje 2"
    assert place(Evidence("x", page=4), "en") == "page 4"
    assert place(Evidence("x"), "nn") == ""


@pytest.mark.parametrize("width", range(20, 60))
def test_an_abbreviation_stays_with_its_number_and_a_sign_with_its_word(width: int) -> None:
    text = f"Veilederen om møter og referat, kap. 4.1, s. 21   ○{NO_BREAK}unntak"
    lines = typeset([(0, Text(text))], Style(width=width)).splitlines()
    assert " ".join(" ".join(lines).split()) == " ".join(text.replace(NO_BREAK, " ").split())
    assert not any(line.endswith(("kap.", "s.", "○")) for line in lines)


@pytest.mark.parametrize(("counts", "lang", "said"), [
    ((0, 0, 0, 1), "nb", "Ingen avtaler er vurdert, av 1 dokument."),
    ((1, 0, 1, 1), "nn", "0 av 1 kommune har ingen avtale som gjeld. 1 avtale er vurdert, av 1 "
                         "dokument."),
    ((42, 1, 2, 3), "en", "1 of 42 kommuner has no agreement in force. 2 agreements were judged, "
                          "of 3 documents."),
    ((42, 3, 2, 3), "nn", "3 av 42 kommunar har ingen avtale som gjeld. 2 avtalar er vurderte, av "
                          "3 dokument."),
])
def test_a_district_is_counted_in_good_language(counts: tuple[int, int, int, int], lang: Lang,
                                                said: str) -> None:
    assert whole_district(*counts, lang) == said
