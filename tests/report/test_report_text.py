from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.model import Evidence
from agreementlint.report.text import place, visible


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
