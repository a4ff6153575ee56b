"""Documents → sections, leads of lists, and what is not the agreement's own voice."""

from __future__ import annotations

from itertools import pairwise

import pytest

from agreementlint.structure import Agreement
from tests.agreements import agreement_of, within

WHOLE = """\
Samarbeidsavtale
mellom Gol kommune og Sør-Øst politidistrikt
2024–2027

# Innledning

Avtalen gjelder samarbeidet mellom kommunen og politiet.

# 2 Politiråd

Politirådet skal:

- møtes to ganger i året
- evaluere avtalen

Rådet ledes av ordføreren.

## 2.1 Møter

Det føres referat fra møtene.

# 3 Gyldighet

Avtalen gjelder i fire år fra 1. mars 2024.

Gol, 1. mars 2024

Kari Nordmann                    Ola Hansen
Ordfører                         Lensmann
"""


def asides(agreement: Agreement) -> dict[str, str | None]:
    return {agreement.text_of(s.span): s.aside for s in agreement.sentences}


def test_sections_have_titles_numbers_and_parents() -> None:
    found = [(s.title, s.number, s.parent) for s in agreement_of(WHOLE).sections]
    assert found == [
        ("", None, None),
        ("Innledning", None, None),
        ("Politiråd", "2", None),
        ("Møter", "2.1", 2),
        ("Gyldighet", "3", None),
    ]


def test_sections_cover_the_document() -> None:
    agreement = agreement_of(WHOLE)
    ends = [s.span for s in agreement.sections]
    assert ends[0].start == 0 and ends[-1].end == len(agreement.document.text)
    assert all(a.end == b.start for a, b in pairwise(ends))


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("4 Politiråd", "4", "Politiråd"),
        ("4. Politiråd", "4", "Politiråd"),
        ("4) Politiråd", "4", "Politiråd"),
        ("4.1.2 Møter i rådet", "4.1.2", "Møter i rådet"),
        ("§ 4 Politiråd", "4", "Politiråd"),
        ("IV. Politiråd", "IV", "Politiråd"),
        ("a) Politiråd", "a", "Politiråd"),
        ("Punkt 3 Politiråd", "Punkt 3", "Politiråd"),
        ("Kapittel 3: Politiråd", "Kapittel 3", "Politiråd"),
        ("**Politiråd:**", None, "Politiråd"),
        ("Politiråd i kommunen", None, "Politiråd i kommunen"),
    ],
)
def test_number_of_a_heading(heading: str, number: str | None, title: str) -> None:
    section = agreement_of(f"# {heading}\n\nPolitirådet møtes to ganger i året.\n").sections[1]
    assert (section.number, section.title) == (number, title)


def test_titles_go_from_the_nearest_upwards() -> None:
    agreement = agreement_of(WHOLE)
    assert list(agreement.titles(3)) == ["Møter", "Politiråd"]


def test_a_list_has_its_lead_and_a_paragraph_has_none() -> None:
    agreement = agreement_of(WHOLE)
    leads = {
        agreement.text_of(s.span): s.lead and agreement.text_of(agreement.sentences[s.lead].span)
        for s in agreement.sentences
        if s.section == 2
    }
    assert leads["møtes to ganger i året"] == leads["evaluere avtalen"] == "Politirådet skal:"
    assert leads["Rådet ledes av ordføreren."] is None


def test_a_heading_cuts_a_list_off_from_what_stands_above() -> None:
    agreement = agreement_of(within("Politirådet skal:\n\n## Oppgaver\n\n- møtes to ganger i året"))
    (bullet,) = (s for s in agreement.sentences if s.kind == "bullet")
    assert bullet.lead is None


@pytest.mark.parametrize("label", ["- ", "• ", "a) ", "1) "])
def test_items_of_every_kind_of_list_have_a_lead(label: str) -> None:
    agreement = agreement_of(within(f"Politirådet skal:\n\n{label}møtes to ganger i året"))
    (item,) = (s for s in agreement.sentences if "møtes to ganger" in agreement.text_of(s.span))
    assert item.lead is not None
    assert agreement.text_of(agreement.sentences[item.lead].span) == "Politirådet skal:"


def test_a_numbered_item_leads_the_list_below_it() -> None:
    items = "(1) Politiet skal:\n\n- svare innen en uke\n- møte i rådet\n\n(2) Rådet møtes i mai."
    agreement = agreement_of(f"# Plikter\n\n{items}\n")
    lead, *led, beside = (s for s in agreement.sentences if s.kind == "bullet")
    assert [agreement.sentences[s.lead or 0] for s in led] == [lead, lead]
    assert beside.lead is None


def test_a_second_table_has_no_lead() -> None:
    tables = "| Møte | Når |\n| Råd | mai |\n\n| Mål | Hvem |\n| Mindre fart | politiet |"
    agreement = agreement_of(f"# Oversikt\n\nSlett det som ikke passer.\n\n{tables}\n")
    rows = [s for s in agreement.sentences if s.kind == "row"]
    assert [row.aside for row in rows] == ["instruction", "instruction", None, None]


def test_rows_of_a_table_have_the_sentence_above_as_lead() -> None:
    agreement = agreement_of(within("Slik er rådet satt sammen:\n\n| Ordfører | Kari Vik |"))
    (row,) = (s for s in agreement.sentences if s.kind == "row")
    assert row.lead is not None and row.aside is None


def test_cover_and_signatures_are_no_operative_text() -> None:
    found = asides(agreement_of(WHOLE))
    assert found["2024–2027"] == "cover"
    assert found["Gol, 1. mars 2024"] == "signature"
    assert found["Ordfører   Lensmann"] == "signature"
    assert found["Avtalen gjelder i fire år fra 1. mars 2024."] is None
    assert found["Avtalen gjelder samarbeidet mellom kommunen og politiet."] is None


@pytest.mark.parametrize(
    "lines",
    [
        "For kommunen: Ordfører Kari Vik\n\nFor politiet: Lensmann Ola Hansen\n\nDato: 01.03.2024",
        "Sted og dato: ……………………\n\n………………………\n\nordførar",
        "Volda, den 1. mars 2024\n\nKari Vik\n\nOrdførar",
        "| Ordfører | Lensmann |\n| Kari Vik | Ola Hansen, lensmann |",
    ],
)
def test_signatures_in_many_forms(lines: str) -> None:
    agreement = agreement_of(f"# Gyldighet\n\nAvtalen gjelder i fire år fra i dag.\n\n{lines}\n")
    after = [s.aside for s in agreement.sentences[2:]]
    assert after and set(after) == {"signature"}


OPERATIVE_AT_THE_END = [
    "Avtalen evalueres hvert annet år av politirådet.",
    "Avtala skal evaluerast kvart år.",
    "Ordføreren undertegner avtalen på vegne av kommunen, og lensmannen på vegne av politiet.",
    "Avtalen evalueres årlig.",
    "Samarbeidet evaluerast årleg.",
    "Avtalen evalueres hvert annet år i politirådet",
]


@pytest.mark.parametrize("sentence", OPERATIVE_AT_THE_END)
def test_the_last_sentence_before_the_signatures(sentence: str) -> None:
    text = f"# Gyldighet\n\nAvtalen gjelder i fire år.\n\n# Evaluering\n\n{sentence}\n\nKari Vik\n"
    assert asides(agreement_of(text))[sentence] is None


OPERATIVE_AT_THE_START = [
    "Kommunen og politiet inngår denne avtalen.",
    "Avtala gjeld i fire år.",
    "Avtalen evalueres årlig.",
]


@pytest.mark.parametrize("sentence", OPERATIVE_AT_THE_START)
def test_the_first_sentence_behind_the_cover(sentence: str) -> None:
    text = f"Samarbeidsavtale\n\n# Innledning\n\n{sentence}\n\nPolitirådet ledes av ordføreren.\n"
    assert asides(agreement_of(text))[sentence] is None


INSTRUCTIONS = [
    "Slett dette avsnittet.",
    "Fyll inn navn på kommunen.",
    "Fyll ut namnet på kommunen.",
    "Her kan partene beskrive hvordan de vil evaluere samarbeidet.",
    "Her kan partane skrive korleis dei vil evaluere samarbeidet.",
    "Døme: Politirådet møtest to gonger i året.",
    "Eksempel: Avtalen evalueres hvert år.",
    "Kommentar: Partene bør møtes oftere.",
    "Merknad: Rådet kan ha fleire møte.",
    "Det blir tilrådd å evaluere samarbeidet kvart år.",
    "Det anbefales å evaluere samarbeidet hvert år.",
    "Dette er et forslag til oppsett.",
    "(Skriv inn hvor ofte rådet skal møtes. Det anbefales minst to møter i året.)",
    "(Slett dette avsnittet dersom det ikke passer.)",
    "[Skriv inn hvor ofte rådet møtes.]",
]  # fmt: skip


@pytest.mark.parametrize("words", INSTRUCTIONS)
def test_instructions_to_the_drafter(words: str) -> None:
    agreement = agreement_of(within(words))
    said = [s.aside for s in agreement.sentences if s.kind == "text"][1:-1]
    assert said and set(said) == {"instruction"}


def test_all_of_a_section_that_is_to_be_struck_is_instruction() -> None:
    text = "## Evaluering (slett dette avsnittet)\n\nAvtalen evalueres hvert år."
    assert asides(agreement_of(within(text)))["Avtalen evalueres hvert år."] == "instruction"


QUOTATIONS = [
    "Veilederen anbefaler at samarbeidet evalueres årlig.",
    "Rettleiaren tilrår at samarbeidet blir evaluert kvart år.",
    "I veilederen heter det at «politirådet bør ha minst to møter i året, og gjerne flere».",
    "*Politirådet bør ha to møter årlig, og det anbefales flere møter (Veileder, KS 2023)*",
    "> Politirådet bør ha to møter i året.",
    "Ifølge veilederen skal politirådet ha minst to møter i året.",
    "Veilederen forutsetter at alle har taushetsplikt.",
    "Veilederen beskriver evaluering av samarbeidet hvert år som naturlig.",
]  # fmt: skip


@pytest.mark.parametrize("words", QUOTATIONS)
def test_quotations_of_the_guide(words: str) -> None:
    agreement = agreement_of(within(words))
    said = [s.aside for s in agreement.sentences if s.kind == "text"][1:-1]
    assert said == ["quotation"]


OWN_VOICE = [
    "I tråd med veilederen møtes rådet to ganger i året.",
    "I samsvar med rettleiaren møtest rådet to gonger i året.",
    "Veilederen anbefaler to møter i året, og partene slutter seg til dette.",
    "«Sammen skaper vi trygghet» er målet for samarbeidet.",
    "Politirådet møtes to ganger i året (vår og høst).",
    "Partene kan be om at rådet møtes oftere.",
    "Her i kommunen møtes rådet to ganger i året.",
    "Det er politirådet som evaluerer avtalen hvert år.",
]


@pytest.mark.parametrize("words", OWN_VOICE)
def test_the_agreement_speaks(words: str) -> None:
    assert asides(agreement_of(within(words)))[words] is None


def test_contents_are_no_operative_text() -> None:
    contents = "Innhold\n1 Politiråd ........ 2\n2 Evaluering ........ 3\n\n"
    agreement = agreement_of(f"{contents}# 1 Politiråd\n\nPolitirådet møtes to ganger i året.\n")
    assert [agreement.text_of(agreement.sentences[i].span) for i in agreement.operative] == [
        "Politirådet møtes to ganger i året."
    ]


@pytest.mark.parametrize(
    ("passage", "standard"),
    [
        ("Politirådet møtes ikke når kommunen har gitt beskjed om noe annet.", "nb"),
        ("Politirådet møtest ikkje når kommunen har gjeve melding om noko anna.", "nn"),
    ],
)
def test_written_standard(passage: str, standard: str) -> None:
    text = f"# Politiråd\n\n{passage}\n"
    assert agreement_of(text).standard == standard
