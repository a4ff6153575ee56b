"""Caseless finds what `re.IGNORECASE` finds, where it finds it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.caseless import Caseless, small

PATTERNS = [r"\bSLT\b", r"(?<!\w)(?:Årlig|ÅRLEG)\w*", r"\W(?P<who>Kommune|politi)\S*", 
            r"[A-ZÆØÅ]\w+", r"(?-i:[XYZ])\s+kommune", r"\d{1,2}\.\D"]
TEXTS = st.text(alphabet="aAbBåÅæØ xXyYSLTslt1.2 ", max_size=40) | st.sampled_from(
    ["i X kommune og x kommune", "SLT og slt-koordinator", "ÅRLIG, årleg", "Kommunen og POLITIET"])


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(deadline=None, max_examples=60)
@given(text=TEXTS)
def test_it_finds_what_ignorecase_finds(pattern: str, text: str) -> None:
    plain = re.compile(pattern, re.IGNORECASE)
    assert ([match.span() for match in Caseless(pattern).finditer(text)]
            == [match.span() for match in plain.finditer(text)])


def test_it_looks_at_the_beginning_and_at_the_whole() -> None:
    pattern = Caseless("Politi(?:råd)?")
    assert pattern.match("POLITIRÅDET")
    assert not pattern.match("Lokalt POLITI")
    assert pattern.fullmatch("politiRÅD")
    assert pattern.findall("Politi og politiråd") == ["politi", "politiråd"]


def test_what_is_not_replaced_keeps_its_letters() -> None:
    assert Caseless("denne protokoll").sub("avtalen", "SLT: DENNE Protokoll") == "SLT: avtalen"


def test_a_part_may_ask_for_capital_letters() -> None:
    assert Caseless(r"(?-i:X) kommune").search("X KOMMUNE")
    assert not Caseless(r"(?-i:X) kommune").search("x kommune")


@given(st.text(max_size=30))
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(small(text)) == len(text)


def test_a_letter_that_would_become_two_stays() -> None:
    assert small("İNN OG UT") == "İnn og ut"
