"""Where the runs that a pattern needs are missing, it finds nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.needed import RUN, needed


@pytest.mark.parametrize(("pattern", "ways"), [
    (r"evaluer\w*", [[{"evaluer"}]]),
    (r"\b(?:evaluer\w*|vurder)\b", [[{" evaluer", " vurder "}]]),
    (r"\b(?:evaluer\w*|gå gjennom)\b", [[{" evaluer"}], [{" gjennom "}, {" gå "}]]),
    (r"\b(?:ei|ikkje)\b[^.;]{0,40}\bplan", [[{" plan"}, {" ei ", " ikkje "}]]),
    (r"\bmøter?\b", [[{" møte"}]]),
    (r"\b(?:møter?|møte)\b", [[{" møte", " møte "}]]),
    (r"(?:SLT|slt)-koordinator(?:en)?", [[{"koordinator"}, {"slt"}]]),
    (r"(?<!ikke )skal(?= møtes)", [[{" møtes"}, {"skal"}]]),
    (r"(?<!\w)nn(?![\w-])|(?<![\w.])x{2}", [[{" nn ", " xx"}]]),
    (r"(?:^|\s)(?:\.{3,}|…+|_{2,})\s?(?:plan)?", [[{"...", "…", "_"}]]),
    (r"s(?=\s+(?:plass|sete\w*)?)", [[{"s"}]]),
    (r"\b(?!politi)råd\w{2,5}", [[{" råd"}]]),
    (r"to (?:faste )?møter", [[{"møter"}, {"to "}]]),
    (r"hver{2}t", [[{"hve"}, {"rr"}, {"t"}]]),
    (r"\bden\b.*\bden andre\b", [[{" andre "}, {" den "}]]),
    (r"[(\[](?:slett|stryk)\b", [[{" slett ", " stryk "}, {"(", "["}]]),
    (r"x{2,}(?:kommune)?|\bmm\b", [[{"xx", " mm "}]]),
    (r"§ ?\d", [[{"§"}, set("0123456789")]]),
    (r"…{2,}|_|%", [[{"…", "_", "%"}]]),
])
def test_ways_runs_and_edges(pattern: str, ways: list[list[set[str]]]) -> None:
    assert [list(map(set, way)) for way in needed(pattern)] == ways


@pytest.mark.parametrize("pattern", [
    r"\d?", r"[a-z]+", r"[^x]", r"[./-]", r"x{0,2}", r"_*", r"\.", r"\w{2}",
    r"(?:møte)?", r"møte|\w+", r"(?:plan){0,2}", r"^$|avtale", r"a*b?",
])
def test_a_match_need_hold_no_word(pattern: str) -> None:
    assert not needed(pattern)


PIECE = st.sampled_from([
    "møt", "plan", "e", "er", r"\b", r"\w*", " ", r"\s+", r"[aeo]", r"\W", "x?", "(?:råd|plan)",
    "(?:en|er)?", r"(?:\bto|tre\b)", "(?:a|bc){0,2}", r"(?!to)", "|", r"(?:e|er)\b", "(?:to )+",
    r"\d", r"\d{1,2}", "_{2,}", "…", "[(…]", r"\(", "o{2}", "[tx]?", "%?", r"\.{3,}", r"\.{2}",
    "x{2}", r"\{x\}", r"\.", ",", "[xm]",
    r"(?<!\w)", r"(?![\w.])", r"(?=\s?(?:to|plan))", r"(?=\w*er)",
])
TEXT = st.text(alphabet="møteplan råd.trbcx_…(12%", max_size=25) | st.lists(
    st.sampled_from(["møte", "møter", "plan", "planer", "råd", "to", "tre", "en", "er", "bc"]),
    max_size=6).map(" ".join)


@settings(deadline=None, max_examples=600)
@given(pieces=st.lists(PIECE, min_size=1, max_size=6), text=TEXT)
def test_no_match_is_without_them(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    ways = needed(pattern)
    words = " " + "  ".join(re.findall(RUN, text)) + " "
    if ways and re.search(pattern, text):
        assert any(all(any(run in words for run in runs) for runs in way) for way in ways)
