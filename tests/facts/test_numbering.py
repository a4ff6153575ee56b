"""Numbers of headings and clauses: what follows what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.facts.numbering import numbering
from agreementlint.model import Block, Document, Span
from agreementlint.structure import Agreement, analyse
from tests.agreements import agreement_of

UNDER = "\n\nPartene møtes og blir enige om hva de skal gjøre det neste året.\n\n"


def written(*lines: str) -> Agreement:
    return agreement_of("# Avtale om samarbeid\n\n" + "".join(line + UNDER for line in lines))


IN_ORDER = {
    "plain": ["# 1 Formål", "# 2 Politiråd", "# 3 Varighet"],
    "contents on a line": ["1 Formål – 2 Råd – 3 Varighet", "1 Formål", "2 Råd", "3 Varighet"],
    "a measure behind a number": ["# 1 Tid", "1.1 Rådet", "1.2 40 prosent er avsatt", "1.3 Mer"],
    "parentheses": ["# 1) Formål", "# 2) Politiråd"],
    "bold lines": ["**1. Formål**", "**2. Politiråd**", "**3. Varighet**"],
    "levels": ["# 1 Formål", "# 2 Råd", "## 2.1 Møter", "## 2.2 Papirer", "# 3 Varighet"],
    "paragraph signs": ["# § 1 Formål", "# § 2 Politiråd"],
    "within chapters": ["# Kapittel 1 Start", "# § 1-1 Mål", "# § 1-2 Parter",
                        "# Kapittel 2 Råd", "# § 2-1 Møter"],
    "roman": ["# I. Formål", "# II. Politiråd", "# III. Varighet"],
    "roman without stop": ["# I Formål", "# II Politiråd", "# III Varighet"],
    "letters": ["# A. Formål", "# B. Politiråd", "# C. Varighet"],
    "anew under roman": ["# I. Formål", "## 1. Mål", "## 2. Grunn", "# II. Råd", "## 1. Møter"],
    "anew under unnumbered": ["# Råd", "## 1. Møter", "## 2. Ref", "# Tjenester", "## 1. Åpent"],
    "annex": ["# 1 Formål", "# 2 Råd", "# Vedlegg 1", "# 1 Oversikt", "# 2 Kontakter"],
    "list of items": ["# 1 Formål", "# 2 Råd\n\n1. Rus\n2. Vold\n2. Brann\n", "# 3 Varighet"],
    "numbered paragraphs": ["# 1 Formål", "1.1 Vi vil.", "1.2 Vi skal.", "# 2 Råd", "2.1 Møter."],
    "clauses": ["§ 1. Det er politiråd.", "§ 2. Rådet møtes.", "§ 3. Avtalen varer."],
    "posts": ["Post 1. Det er politiråd.", "Post 2. Rådet møtes."],
    "items between clauses": ["1. Mål", "2. Tema:\n1) rus\n2) vold\n", "3. Møter", "4. Slutt"],
    "a heading taken for text": ["# 1 Formål", "2. Politiråd", "# 3 Varighet"],
}  # fmt: skip

OUT_OF_ORDER = {
    "whole chapters": (["# 1.0 Formål", "# 2.0 Politiråd", "# 2.0 Varighet"], "2.0 Varighet"),
    "roman lines": (["I Formål", "II Politiråd", "IV Varighet"], "IV Varighet"),
    "gap": (["# 1 Formål", "# 3 Varighet", "# 4 Slutt"], "3 Varighet"),
    "repeat": (["# 1 Formål", "# 2 Politiråd", "# 2 Varighet"], "2 Varighet"),
    "back": (["# 1 Mål", "# 2 Råd", "# 3 Kontakt", "# 2 Varighet", "# 4 Slutt"], "2 Varighet"),
    "gap below": (["# 1 Mål", "## 1.1 Den", "## 1.3 Det", "# 2 Råd"], "1.3 Det"),
    "a clause of another chapter": (
        ["# 1 Mål", "# 2 Råd", "2.1 Møter", "2.2 Papirer", "# 3 Tiltak", "2.3 Ungdom"],
        "2.3 Ungdom",
    ),
    "no beginning": (["# 2 Formål", "# 3 Politiråd"], "2 Formål"),
    "level without its heading": (["# 1 Mål", "## 1.1 Den", "## 2.1 Det", "# 3 Slutt"], "2.1 Det"),
    "paragraph signs": (["# § 1 Formål", "# § 3 Politiråd"], "§ 3 Politiråd"),
    "roman": (["# I. Formål", "# II. Råd", "# IV. Slutt"], "IV. Slutt"),
    "letters": (["# A. Formål", "# B. Råd", "# D. Slutt"], "D. Slutt"),
    "posts": (["Post 1. Vi har råd.", "Post 2. Vi møtes.", "Post 2. Vi slutt."], "Post 2. Vi sl"),
    "clauses": (["1. Vi har råd.", "2. Rådet møtes.", "4. Vi varer.", "5. Slutt."], "4. Vi varer."),
}

UNNUMBERED = {
    "no numbers": ["# Formål", "# Politiråd"],
    "items alone": ["# Formål", "# Satsing\n\nVi vil arbeide med:\n\n1. Rus\n2. Vold\n4. Brann\n"],
    "a preposition": ["# I Kristiansand vil vi mer", "# Formål", "# Politiråd"],
    "figures": ["# 7 kommuner i lag", "# 24 timer i døgnet", "# 1. mai og 17. mai"],
}


@pytest.mark.parametrize("lines", IN_ORDER.values(), ids=IN_ORDER)
def test_in_order(lines: list[str]) -> None:
    assert numbering(written(*lines)).state == "in-order"


@pytest.mark.parametrize(("lines", "wrong"), OUT_OF_ORDER.values(), ids=OUT_OF_ORDER)
def test_out_of_order(lines: list[str], wrong: str) -> None:
    agreement = written(*lines)
    found = numbering(agreement)
    assert found.state == "out-of-order"
    assert agreement.text_of(found.evidence[0]).startswith(wrong)


@pytest.mark.parametrize("lines", UNNUMBERED.values(), ids=UNNUMBERED)
def test_unnumbered(lines: list[str]) -> None:
    assert numbering(written(*lines)).state == "unnumbered"


@settings(deadline=None, max_examples=20)
@given(st.integers(3, 9), st.data())
def test_one_heading_taken_away_is_a_gap(count: int, data: st.DataObject) -> None:
    headings = [f"# {number} Kapittel om noe" for number in range(1, count + 1)]
    assert numbering(written(*headings)).state == "in-order"
    del headings[data.draw(st.integers(0, count - 2))]
    assert numbering(written(*headings)).state == "out-of-order"


@pytest.mark.parametrize(("last", "state"), [("3", "in-order"), ("2", "out-of-order")])
def test_marks_of_headings_that_a_word_processor_shows_as_they_are(last: str, state: str) -> None:
    lines = ["#### 1. Formål", "#### 2. Politiråd", "#### 2.1 Møter", f"#### {last}. Varighet"]
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block("text", Span(at, at + len(line))))
        at += len(line) + 1
    document = Document("avtale.docx", "", "docx", "\n".join(lines), tuple(blocks), ())
    assert numbering(analyse(document)).state == state
