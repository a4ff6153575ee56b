from __future__ import annotations

import pytest

from agreementlint.norwegian.bounded import LONGEST, BadPattern, TooSlow, search


@pytest.mark.parametrize("pattern", [
    "(a+)+$", "(a|aa)+$", "(.*a){15}$", "(a*)*$", "((a+)+)+$",
    "(*LIMIT_MATCH=999999999)(a+)+$", r"^(([a-z])+.)+[A-Z]([a-z])+$",
])
def test_an_expression_that_would_take_for_ever_gives_up(pattern: str) -> None:
    with pytest.raises(TooSlow):
        search(pattern, "a" * 60 + "?" + " a b" * 30 + "?")


@pytest.mark.parametrize(("pattern", "text", "found"), [
    (r"natte?ravn\w*", "Kommunen støtter Natteravnene.", "Natteravnene"),
    (r"\bÅ\w+", "i Ål og på ås", "Ål"),
    (r"øving.{1,40}kvart år", "Øvingar blir haldne kvart år.", "Øvingar blir haldne kvart år"),
    ("ingen", "alle", None), ("a", "\ud800a", None),
])
def test_what_is_found(pattern: str, text: str, found: str | None) -> None:
    place = search(pattern, text)
    assert (text[slice(*place)] if place else None) == found


@pytest.mark.parametrize(("pattern", "said", "at"), [
    ("(a", "missing closing parenthesis", 2), ("[z-a]", "range out of order", 4),
    ("((a{1000}){1000}){1000}", "too large", 0), ("x" * (LONGEST + 1), "longer than", LONGEST),
    ("\ud800", "surrogates", 0),
])
def test_what_is_no_expression(pattern: str, said: str, at: int) -> None:
    with pytest.raises(BadPattern, match=said) as caught:
        search(pattern, "")
    assert caught.value.at == at
