"""Clauses → confidentiality: who is bound, what is only talked of, and what is another thing."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.taushetsplikt import confidentiality
from tests.agreements import agreement_of, within

CASES = [
    ("Alle deltakere har taushetsplikt.", "binding"),
    ("Alle deltakarar har teieplikt.", "binding"),
    ("Deltakerne er underlagt taushetsplikt etter forvaltningsloven.", "binding"),
    ("Partane er bundne av teieplikta.", "binding"),
    ("Taushetsplikten gjelder alle som deltar i møtene.", "binding"),
    ("Teieplikta gjeld alle som deltek i møta.", "binding"),
    ("Taushetsplikten skal respekteres av alle som er med.", "binding"),
    ("Reglene om taushetsplikt følges.", "binding"),
    ("Partane kjenner reglane om teieplikt og følgjer dei.", "binding"),
    ("Informasjon deles innenfor rammene av taushetsplikt.", "binding"),
    ("Informasjon blir delt innanfor rammene av teieplikta.", "binding"),
    ("Medlemmene undertegner taushetserklæring.", "binding"),
    ("Medlemene skriv under på teieplikterklæring før det første møtet, og må halde ho.",
     "binding"),
    ("Opplysninger om enkeltpersoner behandles konfidensielt.", "binding"),
    ("Opplysningar om einskildpersonar skal handsamast konfidensielt.", "binding"),
    ("Det som blir sagt i møtet, skal ikke bringes videre.", "binding"),
    ("Det som blir sagt i møtet, skal ikkje bringast vidare.", "binding"),
    ("Alle som deltar, plikter å bevare taushet om det de får vite.", "binding"),
    ("Alle som deltek, pliktar å teie om det dei får vite.", "binding"),
    ("Alle deltakere har taushetsp1ikt.", "binding"),
    ("## Taushetsplikt\n\nAlle medlemmer er bundet av taushetsplikt.", "binding"),
    ("Saker som drøftes i rådet, er underlagt taushetsplikt.", "binding"),
    ("Hold det du hører om enkeltpersoner, for deg selv.", "binding"),
    ("Dei skal tegja um det dei fær vita um folk.", "binding"),
    ("Det ein får vite om einskildpersonar, må ikkje sleppe ut av møterommet.", "binding"),
    ("For alle som deltar, gjelder forvaltningsloven § 13.", "binding"),
    ("Natteravner pålegges taushet om det de observerer.", "binding"),
    ("Det vi får vite om folk i bygda, fer ikkje lenger.", "binding"),
    ("Det som kommer fram om enkeltpersoner, tar ingen med seg ut av møtet.", "binding"),
    ("Når politiet deler vurderingar med ordføraren, pliktar ho å halde dei løynde.", "binding"),
    # a topic, or an obstacle
    ("Fagdagen skal ta føre seg teieplikt og digitale overgrep.", "topic"),
    ("Det er ulike syn på kor langt teieplikta rekk.", "topic"),
    ("Nyansatte får opplæring i taushetsplikt og personvern.", "topic"),
    ("Partene vil lage en felles veileder om taushetsplikt.", "topic"),
    ("Taushetsplikt kan være et hinder for samarbeidet.", "topic"),
    ("Teieplikta blir ofte opplevd som eit hinder.", "topic"),
    ("Taushetsplikt er tema på årets samling.", "topic"),
    ("Kurs i taushetsplikt holdes hvert år.", "topic"),
    ("Politirådet drøfter spørsmål om teieplikt.", "topic"),
    ("Det er uklarhet om taushetsplikten mellom etatene.", "topic"),
    ("Taushetsplikten må avklares.", "topic"),
    ("Reglene for taushetsplikt avklares senere.", "topic"),
    ("Taushetsplikten hindrer ikke at partene deler generell informasjon.", "topic"),
    # another thing
    ("Vaktmestrene tier ikke om det de ser, men ringer politiet.", "absent"),
    ("Opptak deles ikke med andre enn politiet.", "absent"),
    ("Partene uttaler seg ikke til pressen på vegne av hverandre.", "absent"),
    ("Møtene er lukket for publikum.", "absent"),
    ("Møta er lukka for publikum.", "absent"),
    ("Referatene er unntatt offentlighet.", "absent"),
    ("Referata frå møta er offentlege.", "absent"),
    ("Partene deler informasjon om kriminalitet.", "absent"),
    ("Personopplysninger behandles etter personvernforordningen.", "absent"),
    ("Rådet kan unnta saker fra offentlighet.", "absent"),
    ("## Taushetsplikt\n\nPartene samarbeider om rus og trafikk.", "absent"),
    ("Veilederen sier at deltakerne har taushetsplikt.", "absent"),
    # harder ways to say it
    ("Veilederen forutsetter at deltakerne har taushetsplikt.", "absent"),
    ("Rettleiaren føreset at deltakarane har teieplikt.", "absent"),
    ("Deltakerne har ikke taushetsplikt.", "topic"),
    ("Deltakarane har ikkje teieplikt.", "topic"),
    ("Taushetsbelagte opplysninger deles ikke i møtene.", "binding"),
    ("Teiepliktige opplysningar blir ikkje delte i møta.", "binding"),
    ("Møtene i rådet er fortrolige.", "binding"),
    ("Alle som deltar, har diskresjonsplikt.", "binding"),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "state"), CASES)
def test_confidentiality(passage: str, state: str) -> None:
    agreement = agreement_of(within(passage))
    assert confidentiality(agreement, clauses(agreement)).state == state


def test_what_binds_is_shown_and_not_what_is_only_talked_of() -> None:
    passage = "Taushetsplikt kan være et hinder. Alle som deltar, har taushetsplikt."
    agreement = agreement_of(within(passage))
    (span,) = confidentiality(agreement, clauses(agreement)).evidence
    assert agreement.text_of(span) == "Alle som deltar, har taushetsplikt."
