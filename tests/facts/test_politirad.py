"""Clauses → the politiråd and its meetings: every state, in both standards, with near misses."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.council import council
from agreementlint.facts.meetings import meetings
from agreementlint.facts.statements import statements
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from tests.agreements import agreement_of, fault, within

COUNCIL = [
    ("Avtale om politiråd\n\n## Møte\n\nRådet har møte vår og haust.", "described"),
    ("## Politiråd\n\nLeiarane i kommunen og politiet set seg ned kvart halvår og ser på korleis "
     "det står til.", "described"),
    ("De prinsipielle spørsmålene hører hjemme i politirådet, der lederne fatter sine vedtak.",
     "described"),
    ("## Politiråd\n\nSe egen avtale.", "mentioned"),
    ("| Kort | Betyr |\n| --- | --- |\n| PR | Politiråd |\n\nKortene brukes i denne avtalen.",
     "mentioned"),
    ("Nabokommunene har politiråd. Hos oss møtes ordføreren og lensmannen.", "absent"),
    ("## Eldrerådet\n\nPolitiet møter i eldrerådet når rådet ber om det. Rådet drøfter svindel.",
     "absent"),
    ("Kommunen og politiet oppretter et politiråd.", "described"),
    ("Det blir oppretta eit politiråd for kommunen.", "described"),
    ("Politirådet består av ordføreren og politistasjonssjefen.", "described"),
    ("Politirådet er samansett av ordføraren og lensmannen.", "described"),
    ("Politirådet skal samordne arbeidet mot kriminalitet.", "described"),
    ("I politirådet sitter ordføreren, rådmannen og lensmannen.", "described"),
    ("Politirådet møtes to ganger i året.", "described"),
    ("## Politiråd\n\nFast møte i rådet er kvart kvartal, og rådet drøfter trygghet.", "described"),
    ("De tre kommunene har et felles politiråd.", "described"),
    ("Det skal haldast tre politirådsmøte kvart år.", "described"),
    ("Politirådet er et rådgivende organ og har ingen egen myndighet.", "described"),
    ("Kommunen ønsker ikke å opprette politiråd.", "declined"),
    ("Kommunen ynskjer ikkje å ha politiråd.", "declined"),
    ("Kommunen har takka nei til politiråd.", "declined"),
    ("Det opprettes ikke noe politiråd.", "declined"),
    ("Uenighet kan bringes inn for politirådet.", "mentioned"),
    ("Årsrapporten blir lagd fram for politirådet.", "mentioned"),
    ("Avtalen er behandlet i politirådet.", "mentioned"),
    ("Tiltaka er vedtekne av politirådet.", "mentioned"),
    ("## Politiråd\n\nKommunen og politiet snakker sammen om trafikk.", "mentioned"),
    ("Kommunen og politiet samarbeider om trafikk og rus.", "absent"),
    ("Kommunen er med i regionalt politisk råd.", "absent"),
    ("Eldrerådet møtes hver måned.", "absent"),
    ("Beredskapsrådet møtes to ganger i året.", "absent"),
    ("Veilederen anbefaler at kommunene har et politiråd.", "absent"),
    ("## Politiråd\n\nDet avholdes tre politirådsmøter hvert år.", "described"),
    ("Politirådet, som ledes av ordføreren, skal møtes minst to ganger i året.", "described"),
    ("Politirådet, som blir leia av ordføraren, drøftar trygging av skolevegar.", "described"),
    ("## Politiråd\n\n- Medlemmer: ordfører og lensmann\n- To møter i året", "described"),
    ("## Politiråd\n\nMedlemer: ordførar og lensmann. Det er to møte i året.", "described"),
    ("Rådet for eldre møtes hver måned.", "absent"),
    ("Leiaren i rådet for eldre kallar inn.", "absent"),
]  # fmt: skip

# Under the heading "Politiråd".
MEETINGS = [
    ("Politirådet har tre faste onsdager i året.", "stated", 3),
    ("Fellesrådet møtes hver vår. Det lokale politirådet møtes én gang i året.", "joint", 1),
    ("Kirkelig fellesråd møtes hver vår. Politirådet møtes én gang i året.", "stated", 1),
    # at least two
    ("Politirådet møtes minst to ganger i året.", "stated", 2),
    ("Rådet skal ha minst to møte i året.", "stated", 2),
    ("Rådet skal ha minst 2 årlige møter.", "stated", 2),
    ("Det avholdes minimum tre politirådsmøter hvert år.", "stated", 3),
    ("Det skal haldast minst tre politirådsmøte kvart år.", "stated", 3),
    ("Politirådet møtes halvårlig.", "stated", 2),
    ("Politirådet møtest kvart halvår.", "stated", 2),
    ("Politirådet møtes minst én gang i halvåret.", "stated", 2),
    ("Politirådet møtes vår og høst.", "stated", 2),
    ("Politirådet held møte haust og vår.", "stated", 2),
    ("Rådet samles to ganger årlig, henholdsvis om våren og om høsten.", "stated", 2),
    ("Politirådet møtes kvartalsvis.", "stated", 4),
    ("Politirådet møtest kvart kvartal.", "stated", 4),
    ("Politirådet møtes i mars og oktober.", "stated", 2),
    ("Dei faste møta i rådet er i mars, juni og oktober.", "stated", 3),
    ("Politirådet møtes hver sjette måned.", "stated", 2),
    ("Politirådet møtest kvar sjette månad.", "stated", 2),
    ("Politirådet møtes hver 3. måned.", "stated", 4),
    ("Politirådet møtes 2–4 ganger i året.", "stated", 2),
    ("Politirådet har møter fire ganger årlig, eller oftere hvis det er behov.", "stated", 4),
    ("Politirådet samles til møte to ganger årlig.", "stated", 2),
    ("Politirådet samlast til møte to gonger årleg.", "stated", 2),
    ("Møtene i politirådet holdes på rådhuset fire ganger i året.", "stated", 4),
    ("Politirådet møtes ikke sjeldnere enn to ganger i året.", "stated", 2),
    ("Politirådet møtest ikkje sjeldnare enn to gonger i året.", "stated", 2),
    ("Rådet bør ha fire møter i året.", "stated", 4),
    ("- to møter i året\n- åpen dag for publikum hver høst", "stated", 2),
    ("De tre kommunene har et felles politiråd. Rådet møtes fire ganger i året.", "stated", 4),
    ("Politirådet møtes to ganger i året. I tillegg er det et regionalt politirådsmøte hvert år.",
     "stated", 2),
    ("To ganger i året møtes politirådet.", "stated", 2),
    ("I mars og oktober samles politirådet.", "stated", 2),
    ("Minst to ganger i året møtes politirådet.", "stated", 2),
    ("Normalt møtes politirådet fire ganger i året.", "stated", 4),
    ("Vanlegvis møtest politirådet fire gonger i året.", "stated", 4),
    # other numbers near by
    ("SLT-gruppa møtes hver måned. Politirådet møtes to ganger i året.", "stated", 2),
    ("Politirådet møtes to ganger i året. Formannskapet møter politiet hvert kvartal.",
     "stated", 2),
    ("Politirådet ruller på vertskapet annethvert år. Det møtes to ganger i året.", "stated", 2),
    ("Rådet møtes fire ganger i året. PST inviteres til minst ett møte hvert år.", "stated", 4),
    ("Politikontakten er på rådhuset én dag i uken. Politirådet møtes to ganger i året.",
     "stated", 2),
    ("Rådet møtes to ganger i året, og har møteplan for ett år om gangen.", "stated", 2),
    # fewer than two
    ("Politirådet møtes én gang i året.", "stated", 1),
    ("Politirådet møtest éin gong i året.", "stated", 1),
    ("Politirådet har ett årlig møte.", "stated", 1),
    ("Politirådet møtes annethvert år.", "stated", 0.5),
    ("Politirådet møtest annakvart år.", "stated", 0.5),
    ("Politirådet møtes to ganger i valgperioden.", "stated", 0.5),
    ("Politirådet møtes 1 til 2 ganger i året.", "stated", 1),
    # no number
    ("Politirådet møtes jevnlig.", "vague", None),
    ("Politirådet møtest jamleg.", "vague", None),
    ("Politirådet møtes ved behov.", "vague", None),
    ("Politirådet blir kalla saman ved behov.", "vague", None),
    ("Rådet har ikke faste møter, men kalles sammen ved behov.", "vague", None),
    # an upper bound
    ("Politirådet møtes inntil to ganger i året.", "upper-bound", None),
    ("Politirådet har inntil to møte i året.", "upper-bound", None),
    ("Politirådet møtes maksimalt fire ganger i året.", "upper-bound", None),
    ("Politirådet møtest ikkje meir enn to gonger i året.", "upper-bound", None),
    ("Rådet har høyst tre møter i året.", "upper-bound", None),
    # for the time being
    ("Politirådet møtes inntil videre én gang i året.", "provisional", 1),
    ("Politirådet møtest inntil vidare to gonger i året.", "provisional", None),
    # two only together
    ("Hver kommune har ett politirådsmøte i året. I tillegg er det ett felles politirådsmøte.",
     "joint", 1),
    ("Kvar kommune har eitt politirådsmøte i året. I tillegg er det eitt felles politirådsmøte.",
     "joint", 1),
    # two that differ
    ("Politirådet har fire møter i året. Politirådet møtes én gang i året.", "contradiction", None),
    ("Politirådet møtes to ganger i året. Politirådet møtes hvert kvartal.", "contradiction", None),
    # nothing
    ("Politirådet ledes av ordføreren.", "absent", None),
    ("Politirådet har møteplan for ett år om gangen.", "absent", None),
    ("Politirådet set opp møteplan for kvart halvår.", "absent", None),
    ("SLT-gruppa møtes fire ganger i året.", "absent", None),
    ("Koordineringsgruppa møtest kvar månad.", "absent", None),
    ("Formannskapet møter politiet to ganger i året.", "absent", None),
    ("Ledelsen av rådet går på omgang annethvert år.", "absent", None),
    ("Politikontakten møter på rådhuset én dag i uken.", "absent", None),
    ("I 2022 ble det holdt fire møter i politirådet.", "absent", None),
    ("Politirådet møttest to gonger i 2023.", "absent", None),
    ("Ordføreren orienterer kommunestyret om politirådet to ganger i året.", "absent", None),
    ("Møtefrekvens og møtested må avklares.", "absent", None),
    ("Rådet besluttet å ha et nytt møte til høsten.", "absent", None),
    ("Rådet innkalles til en årlig konferanse for næringslivet.", "absent", None),
    # harder ways to say it
    ("SLT-gruppa, som møtes fire ganger i året, forbereder sakene til rådet.", "absent", None),
    ("Rådet er øverst. Under rådet arbeider SLT-gruppa. Den møtes hver måned.", "absent", None),
    fault("one part of an enumeration is another clause",
          "Høstmøtet holdes i oktober og vårmøtet i april.", "stated", 2),
    fault("one part of an enumeration is another clause",
          "Haustmøtet blir halde i oktober og vårmøtet i april.", "stated", 2),
    ("Politirådet skal ikke møtes mer enn to ganger i året.", "upper-bound", None),
    ("Politirådet møtes to ganger i året, hvorav ett møte er felles for regionen.", "joint", 1),
    ("Rådet har to møte i året. Eitt av dei er felles for heile regionen.", "joint", 1),
    ("| Tiltak | Hvor ofte |\n| Møte i politirådet | To ganger i året |", "stated", 2),
    ("- Januar: møte i politirådet\n- Mai: åpen dag\n- September: møte i politirådet",
     "stated", 2),
    ("Det vert lagt opp til to møte i året.", "stated", 2),
    ("Rådet møtes så ofte det er hensiktsmessig.", "vague", None),
    ("Desse faste møta er det kvart år:\n\n| Månad | Tema |\n| --- | --- |\n| Januar | Tal |\n"
     "| Mai | Russetid |\n| November | Planar |\n\nMøta er på rådhuset.", "stated", 3),
    ("Hvor ofte møtes rådet? Hvert tertial.", "stated", 3),
    ("Rådet skal ha egne møter. Disse holdes hvert kvartal.", "stated", 4),
    ("Dei faste møta, som er to i talet kvart år, er på rådhuset.", "stated", 2),
    ("Årsplanen for rådet skal ha minst tre møter.", "stated", 3),
    ("2.3 Møtefrekvens: kvartalsvis.", "stated", 4),
    ("Politirådet har faste møter hvert år.", "vague", None),
    ("| Organ | Møter |\n| Politirådet | to ganger i året |\n| SLT-gruppa | hver måned |",
     "stated", 2),
]  # fmt: skip


def _meetings(agreement: Agreement) -> Fact:
    found = clauses(agreement)
    return meetings(agreement, found, statements(agreement, found))


@pytest.mark.parametrize(("passage", "state"), COUNCIL)
def test_council(passage: str, state: str) -> None:
    agreement = agreement_of(within(passage))
    assert council(agreement, clauses(agreement)).state == state


@pytest.mark.parametrize(("passage", "state", "number"), MEETINGS)
def test_meetings(passage: str, state: str, number: float | None) -> None:
    agreement = agreement_of(within(f"## Politiråd\n\n{passage}"))
    found = _meetings(agreement)
    assert (found.state, found.value) == (state, number)


@pytest.mark.parametrize("heading", ["Administrative forhold", "Møter", "Samarbeidsform"])
def test_a_council_under_another_heading(heading: str) -> None:
    passage = f"## {heading}\n\nPolitirådet ledes av ordføreren. Rådet møtes to ganger i året."
    agreement = agreement_of(within(passage))
    assert _meetings(agreement).value == 2


def test_a_plan_of_the_year_counts_the_council_and_no_other_body() -> None:
    rows = (
        "| Organ | Tid |\n| Politirådet | mars |\n| SLT-gruppa | mai |\n| Politirådet | oktober |"
    )
    agreement = agreement_of(within(rows))
    assert _meetings(agreement).value == 2


def test_a_contradiction_shows_both_places() -> None:
    passage = "Politirådet har fire møter i året.\n\nPolitirådet møtes én gang i året."
    agreement = agreement_of(within(passage))
    shown = [agreement.text_of(s) for s in _meetings(agreement).evidence]
    assert shown == passage.split("\n\n")
