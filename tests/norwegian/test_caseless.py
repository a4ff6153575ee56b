"""Caseless finds what `re.IGNORECASE` finds, where it finds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.caseless import AnyOf, Caseless, learn_needs, small
from agreementlint.vocabulary import rules_home, wording

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


GOLD = Path(__file__).parents[2] / "corpus" / "gold"
GROUPS = sorted(f.stem for f in (rules_home() / "wording").glob("*.yaml") if f.stem != "parts")


@pytest.mark.parametrize("group", GROUPS)
def test_every_wording_means_to_pcre2_what_it_means_to_re(group: str) -> None:
    names = yaml.safe_load((rules_home() / "wording" / f"{group}.yaml").read_text("utf-8"))
    lines = [line for name in ("a-larvik", "b-kvam")
             for line in (GOLD / f"{name}.txt").read_text("utf-8").splitlines() if line]
    patterns = [wording(group, name) for name in names if name != "parts"]
    learn_needs()  # from now on they are searched only where their words are
    for pattern in patterns:
        plain = re.compile(pattern.pattern, re.IGNORECASE)
        for line in lines:
            assert ([match.span() for match in pattern.finditer(line)]
                    == [match.span() for match in plain.finditer(line)]), pattern.pattern


@pytest.mark.parametrize("text", ["\ud800 rådet", "møte " * 50_000 + "rådet", "ab" * 400_000 + "c"])
def test_what_pcre2_gives_up_on_is_left_to_re(text: str) -> None:
    found = Caseless("(?:a|b)*c|rådet").search(text)
    assert found
    assert found.end() == len(text)


@given(st.text(max_size=30))
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(small(text)) == len(text)


def test_a_letter_that_would_become_two_stays() -> None:
    assert small("İNN OG UT") == "İnn og ut"


def test_a_look_at_the_words_tells_where_none_of_some_patterns_can_be() -> None:
    meetings, papers = Caseless(r"\bmøte(?:r|t)\b"), Caseless(r"\breferat\w*")
    either = AnyOf(meetings, papers)
    assert either.may_be_in("før behovene er kjent: i hvilken som helst tekst")
    learn_needs()
    assert either.may_be_in("Politiet skriver REFERATET.")
    assert either.may_be_in("Partene møter hverandre.")
    assert not either.may_be_in("Kommunen betaler leien.")
    assert not AnyOf().may_be_in("Partene møter hverandre.")
