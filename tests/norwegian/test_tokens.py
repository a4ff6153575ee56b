"""Tokens of Norwegian text, and terms found in any inflection, compound and OCR reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.tokens import Terms, tokens


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("til 31.12.28. Den evalueres.", "til 31.12.28 . Den evalueres ."),
        ("01.01.25-31.12.28", "01.01.25 - 31.12.28"),
        ("kl. 09.00–14.30.", "kl. 09.00 – 14.30 ."),
        ("jf. § 3 og §4", "jf. § 3 og § 4"),
        ("SLT-koordinatoren møter", "SLT-koordinatoren møter"),
        ("politi- og kommune", "politi- og kommune"),
        ("helse-/omsorg og/eller", "helse- / omsorg og / eller"),
        ("NAV mv. (bl.a. SLT), f.eks. slik", "NAV mv. ( bl.a. SLT ) , f.eks. slik"),
        ("«Rådet» møtes.", "« Rådet » møtes ."),
        ("2–4 ganger pr. år.", "2 – 4 ganger pr. år ."),
        ("post@politiet.no eller www.politiet.no.", "post@politiet.no eller www.politiet.no ."),
        ("1. januar 2027.", "1. januar 2027 ."),
        ("K. Hagen 50%", "K. Hagen 50 %"),
        ("Møtet holdes.Rådet leder.", "Møtet holdes . Rådet leder ."),
    ],
)
def test_tokens(text: str, wanted: str) -> None:
    assert [token.text for token in tokens(text)] == wanted.split()


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="abc åÅ.,-–/()«»§123 @:'", max_size=30))
def test_tokens_lose_nothing(text: str) -> None:
    assert tokens(text).text == text


TERMS = {
    "råd": ["politiråd", "samordningsråd"],
    "møte": ["møte"],
    "møte i året": ["*møte i året"],
    "møte om": ["*møte * kommune"],
    "gruppe": ["*gruppe"],
    "politiråds-": ["politiråds*"],
    "taushetsplikt": ["taushetsplikt", "teieplikt"],
    "samarbeid": ["samarbeid"],
    "kommune": ["kommune"],
    "medlem": ["medlem"],
    "evaluering": ["evaluering"],
    "valg": ["kontaktutvalg", "kommunevalg"],
}
MATCHER = Terms(TERMS)


def found(text: str) -> set[tuple[str, str]]:
    return {(concept, text[start:end]) for concept, start, end in MATCHER(tokens(text))}


@pytest.mark.parametrize(
    ("text", "concept", "words"),
    [
        ("Medlemene av politirådet", "råd", "politirådet"),
        ("Politiråda i kommunane", "kommune", "kommunane"),
        ("De møtes ofte", "møte", "møtes"),
        ("to politirådsmøter i året", "møte i året", "politirådsmøter i året"),
        ("to møte i året", "møte i året", "møte i året"),
        ("eit fellesmøte mellom kommunane", "møte om", "fellesmøte mellom kommunane"),
        ("Arbeidsgruppene", "gruppe", "Arbeidsgruppene"),
        ("gruppa", "gruppe", "gruppa"),
        ("Politirådsarbeidet", "politiråds-", "Politirådsarbeidet"),
        ("TEIEPLIKTA", "taushetsplikt", "TEIEPLIKTA"),
    ],
)
def test_terms_in_any_inflection(text: str, concept: str, words: str) -> None:
    assert (concept, words) in found(text)


@pytest.mark.parametrize(
    ("slip", "concept"),
    [
        ("Taushetsp1ikt", "taushetsplikt"),
        ("taushetspIikten", "taushetsplikt"),
        ("taushctsplikt", "taushetsplikt"),
        ("Politirådct", "råd"),
        ("politiradet", "råd"),
        ("sarnarbeidet", "samarbeid"),
        ("samarbied", "samarbeid"),
        ("samarbeldet", "samarbeid"),
        ("kornmunen", "kommune"),
        ("medlemrner", "medlem"),
    ],
)
def test_a_slip_in_a_long_word_is_read(slip: str, concept: str) -> None:
    assert (concept, slip) in found(f"om {slip} her")


@pytest.mark.parametrize(
    "text",
    [
        "politisk råd",
        "politiet",
        "mye mote",  # short words are taken as they stand
        "samtale",
        "evakuering av bygget",
        "arbeidet",
        "kommunal sektor",
        "kommunevalget",  # known itself: no slip of kontaktutvalg, and no kommune
        "møtende",
    ],
)
def test_other_words_are_no_terms(text: str) -> None:
    assert not {concept for concept, _ in found(text)} - {"valg"}


def test_matches_come_longest_first() -> None:
    text = "to politirådsmøter i året"
    spans = [(start, end) for _, start, end in MATCHER(tokens(text))]
    assert [end - start for start, end in spans] == sorted(
        (end - start for start, end in spans), reverse=True
    )


def test_offsets_hold_where_a_slip_was_read() -> None:
    text = "  I  kornmunen har politirådct to møter."
    assert found(text) >= {("kommune", "kornmunen"), ("råd", "politirådct"), ("møte", "møter")}


def test_one_matcher_does_not_teach_another() -> None:
    Terms({"råd": ["politiråd"]})(tokens("politirådct"))
    assert Terms({"møte": ["møte"]})(tokens("politirådct")) == []
