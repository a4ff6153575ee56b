"""Which of the two written standards a text has, and when it does not show."""

import pytest

from agreementlint.norwegian.standard import score, standard


@pytest.mark.parametrize(
    "text",
    [
        "Politirådet møtes ikke sjeldnere enn hver sjette måned, og ordføreren leder møtene.",
        "Partene skal evaluere samarbeidet hvert år og se hvordan det fungerer.",
        "Kommunene og politiet utarbeider en felles plan som revideres jevnlig.",
        "Politiet forplikter seg til å dele det de vet om saken.",
        "Begge parter kan si opp avtalen skriftlig. Noen av medlemmene møter også hver uke.",
    ],
)
def test_bokmål(text: str) -> None:
    assert standard(text) == "nb"


@pytest.mark.parametrize(
    "text",
    [
        "Politirådet møtest ikkje sjeldnare enn kvar sjette månad, og ordføraren leiar møta.",
        "Partane skal evaluere samarbeidet kvart år og sjå korleis det går.",
        "Kommunane og politiet utarbeider ein felles plan som skal reviderast jamleg.",
        "Politiet forpliktar seg til å dele det dei veit om saka.",
        "Begge partar kan seie opp avtala skriftleg. Nokre av medlemene møter òg kvar veke.",
    ],
)
def test_nynorsk(text: str) -> None:
    assert standard(text) == "nn"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Politiråd",
        "| januar | Ordfører | 02800 |",
        "Referat blir sendt til kommunen.",
        "Partane evaluerer avtala kvart år. Kommunene vurderer hvordan rådet fungerer.",
    ],
)
def test_thin_or_balanced_evidence_decides_nothing(text: str) -> None:
    assert standard(text) is None


def test_quotations_do_not_count() -> None:
    assert score("Planen «Kva vil vi ikkje ha i bygda vår» gjelder ikke her.")[1] == 0


def test_names_do_not_count() -> None:
    assert score("Vi viser til Ikkje Berre Berre og til Frå Fjord.")[1] == 0
    assert score("Vi har møter ved Setesdal vidaregåande skule.")[1] == 0


@pytest.mark.parametrize("word", ["kvalitet", "kvinner", "fastlege", "kvartal", "kommuneoverlege",
                                  "seminar", "ivaretar", "dersom", "nødvendig"])
def test_words_of_both_standards_are_no_cues(word: str) -> None:
    assert score(word) == (0, 0)
