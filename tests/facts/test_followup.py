"""Clauses → evaluation and revision: every state, in both standards, with its near misses."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.followup import evaluation, evaluation_time, revision
from agreementlint.model import Fact
from tests.agreements import agreement_of, within

EVALUATION = [
    ("Hvert tredje år evaluerer rådet hvordan avtalen har fungert.", "whole"),
    ("Hvert tredje år evaluerer kommunen hvordan beredskapsplanen har fungert.", "other"),
    ("Etter eit halvt år vurderer me om vekeplanen hennar er god nok.", "partial"),
    ("Avtalen evalueres årlig.", "whole"),
    ("Avtala skal evaluerast kvart år.", "whole"),
    ("Samarbeidet skal vurderes etter to år.", "whole"),
    ("Samarbeidet blir vurdert annakvart år.", "whole"),
    ("Det gjennomføres en egenevaluering av politirådet hvert år.", "whole"),
    ("Eigenevaluering av samarbeidet blir gjord kvart år.", "whole"),
    ("Samarbeidet skal gjennomgåast årleg.", "whole"),
    ("Politirådet gjør opp status for samarbeidet hvert år.", "whole"),
    ("Partane går gjennom avtalen kvart år.", "whole"),
    ("Partene bør evaluere samarbeidet.", "whole"),
    ("Samarbeidet evalueres fortløpende.", "whole"),
    ("Avtalen kan evalueres.", "optional"),
    ("Samarbeidet kan evaluerast når partane ynskjer det.", "optional"),
    ("Avtalen evalueres om ønskelig.", "optional"),
    ("Evaluering av avtalen avklares senere.", "optional"),
    ("Politikontaktordningen evalueres årlig.", "partial"),
    ("Politikontaktordninga blir evaluert løpande.", "partial"),
    ("SLT-arbeidet evalueres årlig.", "partial"),
    ("Trafikkprosjektet skal evaluerast.", "partial"),
    ("Øvelser evalueres årlig.", "other"),
    ("Alle øvingar skal evaluerast.", "other"),
    ("Alvorlige hendelser evalueres i etterkant.", "other"),
    ("Beredskapsplanen evalueres hvert år.", "other"),
    ("Politivedtektene evalueres hvert år.", "other"),
    ("Nattevandringen evalueres hvert år.", "partial"),
    ("Avtalen skal ikke evalueres.", "absent"),
    ("Avtala skal ikkje evaluerast.", "absent"),
    ("Avtalen ble evaluert i 2022.", "absent"),
    ("Avtala vart evaluert i 2022.", "absent"),
    ("Partene samarbeider om trafikk og rus.", "absent"),
    ("Rådet vurderer saker som kommunen melder inn.", "other"),
    ("Veilederen anbefaler at samarbeidet evalueres hvert år.", "absent"),
    ("## Evaluering\n\nAvtalen gjelder i fire år.", "absent"),
    ("Partene sørger for at samarbeidet evalueres årlig.", "whole"),
    ("Ordføraren har ansvar for at avtala blir evaluert annakvart år.", "whole"),
    ("Politivedtektene revideres jevnlig og avtalen evalueres årlig.", "whole"),
    ("Politirådet gjennomgår samarbeidet på årets siste møte.", "whole"),
    ("Partane gjennomgår samarbeidet kvart år.", "whole"),
    ("Arbeidet til SLT-gruppa evalueres årlig.", "partial"),
    ("Øvelser holdes hver høst. Evalueringen legges fram for politirådet.", "other"),
    ("Politirådet har en årlig gjennomgang av samarbeidet.", "whole"),
    ("Partane har ei årleg evaluering av avtala.", "whole"),
    ("Partene har evaluering av avtalen hvert år.", "whole"),
    ("## Oppfølging av avtalen\n\n- Evaluering: årlig", "whole"),
    ("## Oppfølging av avtala\n\n- Evaluering: årleg", "whole"),
    ("Avtalen gjelder ut perioden. Partene går gjennom den hvert år.", "whole"),
    ("Avtala gjeld ut perioden. Partane går gjennom ho kvart år.", "whole"),
    ("## Evaluering av avtalen\n\n- Evaluering: hvert annet år", "whole"),
    ("| Tiltak | Hvor ofte |\n| Evaluering av avtalen | Årlig |", "whole"),
    ("## Politikontaktordningen\n\nEvaluering skjer hvert år i samråd med kommunen.", "partial"),
    ("## Øvelser\n\nEtter øvelsen gjennomføres en felles evaluering.", "other"),
    ("Politiet øver hvert år. Etter øvelsen gjennomføres en felles evaluering.", "other"),
    ("Politiet øver kvart år. Etter øvinga blir det gjort ei felles evaluering.", "other"),
    ("AVTALEN EVALUERES ÅRLIG.", "whole"),
    ("Sarnarbeidet eva1ueres årlig.", "whole"),
    ("Avtalen er evaluert i 2023.", "absent"),
    ("Kommunens avtale med vaktselskapet evalueres årlig.", "other"),
]  # fmt: skip

TIMES = [
    ("Partene skal løpende vurdere om samarbeidet virker.\n\nForhandlinger om ny avtale begynner "
     "i mars 2027.", "vague", None),
    ("Avtalen evalueres årlig.", "interval", 12),
    ("Avtala skal evaluerast kvart år.", "interval", 12),
    ("Samarbeidet evalueres hvert annet år.", "interval", 24),
    ("Samarbeidet skal evaluerast annakvart år.", "interval", 24),
    ("Avtalen evalueres hvert fjerde år.", "interval", 48),
    ("Avtalen evalueres én gang i valgperioden.", "interval", 48),
    ("Avtala blir evaluert éin gong i valperioden.", "interval", 48),
    ("Samarbeidet evalueres to ganger i året.", "interval", 6),
    ("Hvert halvår evalueres samarbeidet.", "interval", 6),
    ("Evaluering av samarbeidet skjer hver høst i politirådet.", "interval", 12),
    ("Avtalen evalueres årlig, første gang høsten 2025.", "interval", 12),
    ("Samarbeidet evalueres i politirådet. Evalueringen skjer hvert annet år.", "interval", 24),
    ("Avtalen evalueres årlig. Samarbeidet evalueres hvert annet år.", "interval", None),
    ("Avtalen evalueres midtveis i perioden.", "moment", None),
    ("Avtala skal evaluerast midtvegs i perioden.", "moment", None),
    ("Avtalen evalueres innen seks måneder før utløp.", "moment", None),
    ("Samarbeidet blir evaluert innan utgangen av 2027.", "moment", None),
    ("Avtalen evalueres etter kommunevalget.", "moment", None),
    ("Avtalen evalueres 1. mars 2027.", "moment", None),
    ("Avtalen evalueres løpende.", "vague", None),
    ("Samarbeidet blir evaluert fortløpande.", "vague", None),
    ("Samarbeidet evalueres jevnlig.", "vague", None),
    ("Samarbeidet skal evaluerast jamleg.", "vague", None),
    ("Samarbeidet evalueres ved behov.", "vague", None),
    ("Samarbeidet evalueres.", "absent", None),
    ("Avtala skal evaluerast.", "absent", None),
    ("Avtalen skal evalueres, og politivedtektene revideres hvert år.", "absent", None),
    ("Samarbeidet evalueres. Øvelser holdes hvert år.", "absent", None),
    ("Politikontaktordningen evalueres årlig.", "partial", None),
    ("Politikontaktordninga blir evaluert kvart år.", "partial", None),
    ("Politikontaktordningen evalueres løpende.", "vague", None),
    ("Øvelser evalueres årlig.", "absent", None),
    ("Avtalen evalueres ett år etter signering.", "moment", None),
    ("Avtala skal evaluerast eitt år etter signering.", "moment", None),
]  # fmt: skip

REVISION = [
    ("Avtalen løper i fire år. Når bemanningen endres, sier politiet fra til kommunen.",
     "absent", None),
    ("Avtalen varer ut 2027. Våren 2027 forhandler partene om innholdet på nytt.", "planned", None),
    ("Avtalen varer i tre år. Hvis vi ser at noe må justeres, gjør vi det sammen.",
     "on-demand", None),
    ("Avtalen gjelder i fem år. I mai 2027 forhandler partene på nytt om vilkårene.",
     "planned", None),
    ("Avtalen gjelder i fem år. Handlingsplanen rulleres årlig, og innholdet forhandles på nytt "
     "hver vår.", "absent", None),
    ("Avtala gjeld til 2031. Trengst det endringar, tek vi det når det kjem.", "on-demand", None),
    ("Dersom vi blir enige om at avtalen bør endres, endrer vi den.", "on-demand", None),
    ("Avtalen gjelder i fire år. Er det nødvendig å justere åpningstidene, gjør politiet det.",
     "absent", None),
    ("Seier ingen opp avtala, held ho fram to nye år om gongen.", "prolonged", None),
    ("Avtalen revideres hvert annet år.", "planned", 24),
    ("Avtala skal reviderast annakvart år.", "planned", 24),
    ("Avtalen rulleres årlig.", "planned", 12),
    ("Avtala blir rullert kvart år.", "planned", 12),
    ("Kvart fjerde år skal partane revidere avtala.", "planned", 48),
    ("Partene reforhandler avtalen innen utgangen av 2027.", "planned", None),
    ("Partane skal forhandle om ny avtale før utgangen av 2027.", "planned", None),
    ("Avtalen tas opp til revisjon etter kommunevalget.", "planned", None),
    ("Etter kommunevalet tek partane avtala opp til revisjon.", "planned", None),
    ("Avtalen fornyes ved ny kommunestyreperiode.", "planned", None),
    ("Avtala blir fornya når nytt kommunestyre er valt.", "planned", None),
    ("I møtet i oktober 2027 tar partene stilling til om avtalen skal fornyes.", "planned", None),
    ("Avtalen revideres ved behov.", "on-demand", None),
    ("Avtala kan reviderast ved behov.", "on-demand", None),
    ("Ved behov for revisjon kan partene be om det.", "on-demand", None),
    ("Avtala skal reviderast når ein av partane bed om det.", "on-demand", None),
    ("Avtalen skal revideres.", "on-demand", None),
    ("Nødvendige tilpasninger i avtalen gjøres underveis.", "on-demand", None),
    ("Nødvendige tilpasninger gjøres underveis.", "on-demand", None),
    ("Avtalen forlenges automatisk med ett år om gangen.", "prolonged", None),
    ("Avtalen løper videre for ett år om gangen dersom ingen sier den opp.", "prolonged", None),
    ("Avtala går vidare for eitt år om gongen om ingen seier ho opp.", "prolonged", None),
    ("Politivedtektene revideres jevnlig.", "other", None),
    ("Politivedtektene blir reviderte kvart fjerde år.", "other", None),
    ("Politirådet sørger for jevnlig revisjon av politivedtektene.", "other", None),
    ("Handlingsplanen rulleres hvert år.", "other", None),
    ("Beredskapsplanen skal reviderast kvart år.", "other", None),
    ("Satsingsområdene revideres årlig.", "other", None),
    ("Satsingsområda i avtala blir reviderte kvart år.", "other", None),
    ("Avtalen gjelder i fire år.", "absent", None),
    ("Avtalen erstatter tidligere avtale.", "absent", None),
    ("Avtala erstattar tidlegare avtalar.", "absent", None),
    ("Avtalen ble revidert i 2021.", "absent", None),
    ("Avtala vart revidert i 2021.", "absent", None),
    ("Avtalen kan sies opp med seks måneders varsel.", "absent", None),
    ("Politirådet ruller på vertskapet annethvert år.", "absent", None),
    ("Avtalen skal ikke revideres i perioden.", "absent", None),
    ("Avtalen evalueres hvert annet år og revideres ved behov.", "on-demand", None),
    ("Avtala blir evaluert kvart år og revidert ved behov.", "on-demand", None),
    ("Avtalen evalueres årlig og politivedtektene revideres hvert fjerde år.", "other", None),
    ("Politirådet har ansvar for at avtalen revideres hvert annet år.", "planned", 24),
    ("Politirådet har ansvar for at avtala blir revidert annakvart år.", "planned", 24),
    ("Avtala blir teken opp til revisjon etter kommunevalet.", "planned", None),
    ("Partene vurderer innen 1. oktober 2027 om avtalen skal fornyes.", "planned", None),
    ("Partane vurderer innan 1. oktober 2027 om avtala skal fornyast.", "planned", None),
    ("Avtala blir forlengd automatisk med eitt år om gongen.", "prolonged", None),
    ("Naudsynte tilpassingar blir gjorde undervegs.", "on-demand", None),
    ("Begge parter kan når som helst kreve avtalen reforhandlet.", "on-demand", None),
    ("Avtalen er revidert i 2024.", "absent", None),
    ("Avtala er revidert på grunnlag av nye føringar.", "absent", None),
    ("Denne avtalen er en revisjon av avtalen fra 2019.", "absent", None),
    ("Avtala er ein revisjon av avtala frå 2019.", "absent", None),
    ("Kommunerevisjonen går gjennom regnskapet hvert år.", "absent", None),
    ("Ledelsen rullerer mellom kommunene annethvert år.", "absent", None),
    ("Leiarvervet rullerer mellom kommunane kvart år.", "absent", None),
]  # fmt: skip


def fact(make: object, passage: str) -> Fact:
    agreement = agreement_of(within(passage))
    return make(agreement, clauses(agreement))  # type: ignore[operator, no-any-return]


@pytest.mark.parametrize(("passage", "state"), EVALUATION)
def test_evaluation(passage: str, state: str) -> None:
    assert fact(evaluation, passage).state == state


@pytest.mark.parametrize(("passage", "state", "months"), TIMES)
def test_time_of_the_evaluation(passage: str, state: str, months: float | None) -> None:
    found = fact(evaluation_time, passage)
    assert (found.state, found.value) == (state, months)


@pytest.mark.parametrize(("passage", "state", "months"), REVISION)
def test_revision(passage: str, state: str, months: float | None) -> None:
    found = fact(revision, passage)
    # a thing that is not revised counts as little as another thing that is
    states = {"absent", "other"} if state == "absent" else {state}
    assert found.state in states and found.value == months


def test_evidence_is_the_sentence_that_says_it() -> None:
    passage = "Avtalen gjelder i fire år. Den evalueres årlig og skal fornyes i 2027."
    agreement = agreement_of(within(passage))
    (span,) = evaluation(agreement, clauses(agreement)).evidence
    assert agreement.text_of(span).startswith("Den evalueres")


def test_the_whole_counts_before_a_part() -> None:
    passage = "Politikontaktordningen evalueres løpende. Samarbeidet evalueres hvert annet år."
    assert fact(evaluation, passage).state == "whole"
    assert fact(evaluation_time, passage).value == 24
