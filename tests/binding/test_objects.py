"""Short passages → what is done, to what, and how binding: in every order of words and voice."""

from __future__ import annotations

import pytest

from tests.agreements import clauses_of

E, R, L = "evaluere", "revidere", "forlenge"

# A passage, the act that its last sentence has, and of what. All of it commits.
OBJECTS = [
    # passive and active, and every order of words
    ("Avtalen evalueres årlig.", E, "avtale"),
    ("Avtala skal evaluerast kvart år.", E, "avtale"),
    ("Avtalen blir evaluert hvert år.", E, "avtale"),
    ("Avtala vert evaluert kvart år.", E, "avtale"),
    ("Avtalen vil bli evaluert årlig.", E, "avtale"),
    ("Partene evaluerer avtalen årlig.", E, "avtale"),
    ("Kvart år evaluerer partane samarbeidet.", E, "samarbeid"),
    ("Hvert annet år evalueres avtalen.", E, "avtale"),
    ("Hvert år skal partene i fellesskap evaluere samarbeidet.", E, "samarbeid"),
    ("I 2027 skal avtala reviderast.", R, "avtale"),
    ("Årlig skal det foretas en evaluering av samarbeidet.", E, "samarbeid"),
    ("Ei evaluering av samarbeidet skal gjerast annakvart år.", E, "samarbeid"),
    ("Det gjennomføres årlige evalueringer av samarbeidet.", E, "samarbeid"),
    ("Samarbeidet skal være gjenstand for årlig evaluering.", E, "samarbeid"),
    ("Avtalen underlegges en evaluering midtveis i perioden.", E, "avtale"),
    ("Avtalens revisjon finner sted i 2027.", R, "avtale"),
    ("Avtalen tas opp til revisjon etter kommunevalget.", R, "avtale"),
    ("Etter kommunevalet tek partane avtala opp til revisjon.", R, "avtale"),
    ("Partane skal forhandle om ny avtale før utgangen av 2027.", R, "avtale"),
    ("Partene har som mål å evaluere samarbeidet årlig.", E, "samarbeid"),
    ("Formannskapet evaluerer samarbeidet hvert år.", E, "samarbeid"),
    ("Partane går gjennom avtalen kvart år.", E, "avtale"),
    ("Samarbeidsavtalens virkning vurderes årlig.", E, "avtale"),
    ("Politirådet evaluerer sitt eget arbeid én gang i året.", E, "politirad"),
    ("Rådet evaluerer arbeidet sitt kvart år.", E, "politirad"),
    ("Avtalen forlenges automatisk med ett år om gangen.", L, "avtale"),
    # another thing than the agreement
    ("Politivedtektene revideres hvert fjerde år.", R, "politivedtekt"),
    ("Politirådet drøfter revisjon av politivedtektene.", R, "politivedtekt"),
    ("Kvart fjerde år blir politivedtektene reviderte.", R, "politivedtekt"),
    ("Handlingsplanen rulleres hvert år.", R, "plan"),
    ("Satsingsområda blir reviderte kvart år.", R, "satsingsomrade"),
    ("Satsingsområdene i avtalen revideres hvert år.", R, "satsingsomrade"),
    ("Alle øvingar skal evaluerast.", E, "ovelse"),
    ("Politikontakten deltar i evalueringen av øvelser.", E, "ovelse"),
    ("En større hendelse skal evalueres av partene.", E, "hendelse"),
    ("Trafikkprosjektet skal evaluerast.", E, "prosjekt"),
    ("Kampanjen evalueres hver høst.", E, "tiltak"),
    ("SLT-arbeidet evalueres årlig.", E, "slt"),
    ("Politikontakten evalueres årlig av lensmannen.", E, "politikontakt"),
    ("Politikontaktordningen evalueres løpende.", E, "politikontaktordning"),
    ("Etter avtalen skal øvelser evalueres hvert år.", E, "ovelse"),
    ("I samsvar med avtalen skal beredskapsplanen revideres årlig.", R, "plan"),
    ("Rusplanen evalueres i tråd med denne avtalen hvert år.", E, "plan"),
    ("Politirådets handlingsplan evalueres årlig.", E, "plan"),
    ("Husleieavtalen revideres årlig.", R, "anna_avtale"),
    ("Avtalen om leie av kontor revideres årlig.", R, "anna_avtale"),
    # a noun that nobody knows
    ("Nattevandringen evalueres hvert år.", E, "annet"),
    ("Kontaktlisten oppdateres hvert år.", R, "plan"),
    ("Avtalens vedlegg oppdateres årlig.", R, "annet"),
    ("Vedlegga til avtala blir oppdaterte kvart år.", R, "annet"),
    # the best of several
    ("Avtalen og handlingsplanen evalueres årlig.", E, "avtale"),
    ("Handlingsplanen og avtalen evalueres årlig.", E, "avtale"),
    ("Kommunen reviderer politivedtektene og avtalen hvert annet år.", R, "avtale"),
    # compounds
    ("Politirådsevalueringen gjennomføres hvert år.", E, "politirad"),
    ("Øvelsesevaluering gjennomføres av brannvesenet.", E, "ovelse"),
    # a relative clause between, or about something else
    ("Politivedtektene, som henger sammen med avtalen, revideres hvert år.", R, "politivedtekt"),
    ("Avtalen, som bygger på politivedtektene, revideres hvert år.", R, "avtale"),
    # pronouns
    ("Avtalen gjelder i fire år. Den evalueres årlig.", E, "avtale"),
    ("Avtala gjeld i fire år. Ho skal evaluerast kvart år.", E, "avtale"),
    ("Øvelsen planlegges av brannvesenet. Den evalueres i etterkant.", E, "ovelse"),
    ("Politirådet vedtar en handlingsplan. Den rulleres årlig.", R, "plan"),
    ("Politivedtektene ligger hos kommunen. De revideres hvert fjerde år.", R, "politivedtekt"),
    ("Avtalen skal styrke samarbeidet. Det evalueres årlig.", E, "samarbeid"),
    ("Politirådet møtes i mars. Det evalueres av partene hvert år.", E, "politirad"),
    # headings
    ("## Evaluering av samarbeidet\n\nEvaluering skjer hvert annet år.", E, "samarbeid"),
    ("## Politivedtekter\n\nRevisjon skjer hvert fjerde år.", R, "politivedtekt"),
    ("## Øvelser\n\nEvaluering skjer etter hver øvelse.", E, "ovelse"),
    # harder ways to say it
    ("Politivedtektene revideres jevnlig og avtalen evalueres årlig.", E, "avtale"),
    ("Avtalen evalueres årlig og politivedtektene revideres hvert fjerde år.", R, "politivedtekt"),
    ("Partene skal sørge for at samarbeidet evalueres årlig.", E, "samarbeid"),
    ("Ordføreren har ansvar for at avtalen blir evaluert annethvert år.", E, "avtale"),
    ("Partane skal syte for at avtala blir revidert annakvart år.", R, "avtale"),
    ("Avtala blir teken opp til revisjon etter kommunevalet.", R, "avtale"),
    ("Arbeidet til SLT-gruppa evalueres årlig.", E, "slt"),
    ("Innsatsen i SLT blir evaluert kvart år.", E, "slt"),
    ("Ordningen med politikontakt evalueres årlig.", E, "politikontaktordning"),
    ("Øvelser holdes hver høst. Evalueringen legges fram for politirådet.", E, "ovelse"),
    ("Kommunens avtale med vaktselskapet evalueres årlig.", E, "anna_avtale"),
    ("Avtalen skal være evaluert innen 2027.", E, "avtale"),
    ("Avtalen forutsettes evaluert årlig.", E, "avtale"),
    ("Avtala blir forlengd automatisk med eitt år om gongen.", L, "avtale"),
    ("Politirådet gjennomgår samarbeidet på årets siste møte.", E, "samarbeid"),
    ("Partane gjennomgår avtala kvart år.", E, "avtale"),
]  # fmt: skip

# A sentence about the agreement or the cooperation, its act, and how binding it is.
FORCES = [
    ("Avtalen skal evalueres årlig.", E, "commits"),
    ("Avtalen bør evalueres årlig.", E, "commits"),
    ("Partene tar sikte på å evaluere samarbeidet årlig.", E, "commits"),
    ("Avtalen skal ikke evalueres.", E, "negated"),
    ("Avtala skal ikkje evaluerast.", E, "negated"),
    ("Det skal ikkje gjennomførast evaluering av avtala.", E, "negated"),
    ("Ingen av partene skal evaluere avtalen.", E, "negated"),
    ("Avtalen skal aldri revideres.", R, "negated"),
    ("Avtalen evalueres verken årlig eller ved utløp.", E, "negated"),
    ("Avtala blir ikkje revidert i perioden.", R, "negated"),
    ("Avtalen kan evalueres.", E, "optional"),
    ("Avtala kan reviderast når partane er samde om det.", R, "optional"),
    ("Avtalen evalueres om ønskelig.", E, "optional"),
    ("Det er høve til å evaluere samarbeidet.", E, "optional"),
    ("Tidspunkt for evaluering av avtalen avklares senere.", E, "deferred"),
    ("Evaluering av avtala må avklarast.", E, "deferred"),
    ("Partene vil vurdere å evaluere avtalen.", E, "deferred"),
    ("Avtalen ble evaluert i 2022.", E, "past"),
    ("Avtala vart revidert i 2021.", R, "past"),
    ("Partene har evaluert avtalen.", E, "past"),
    ("Revidert avtale legges fram for kommunestyret.", R, "past"),
    ("Erfaringene fra evalueringen av samarbeidet er gode.", E, "past"),
    # a negation of something else, or none
    ("Avtalen evalueres minst hvert annet år, ikke bare ved utløp.", E, "commits"),
    ("Samarbeidet evalueres ikke sjeldnere enn hvert annet år.", E, "commits"),
    ("Samarbeidet skal evaluerast ikkje sjeldnare enn annakvart år.", E, "commits"),
    ("Avtalen skal evalueres, men politivedtektene skal ikke revideres.", E, "commits"),
    # harder ways to say it
    ("Avtalen er evaluert i 2023.", E, "past"),
    ("Denne avtalen er revidert i 2024.", R, "past"),
    ("Avtala er revidert på grunnlag av nye føringar.", R, "past"),
    ("Denne avtalen er en revisjon av tidligere avtale.", R, "past"),
    ("Avtala er ein revisjon av avtala frå 2019.", R, "past"),
    ("Lensmannen har ansvar for at avtalen blir evaluert hvert år.", E, "commits"),
    ("Ordføraren har ansvar for at avtala blir evaluert kvart år.", E, "commits"),
    ("Avtalen forutsettes evaluert årlig.", E, "commits"),
    ("Begge parter kan når som helst kreve avtalen reforhandlet.", R, "optional"),
    ("Politirådet gjennomgår samarbeidet på årets siste møte.", E, "commits"),
    ("Partane gjennomgår avtala kvart år.", E, "commits"),
    ("Avtalen revideres uten at kommunestyret behandler den.", R, "commits"),
    ("Om det er ønskelig, skal avtalen evalueres.", E, "optional"),
]  # fmt: skip

# Words that look like acts and are none.
NO_ACT = [
    ("Evaluering", E),
    ("Politirådet ruller på vertskapet annethvert år.", R),
    ("Politirådet vurderer innkomne saker.", E),
    ("Partene oppsummerer møtet i et referat.", E),
    ("Kommunerevisjonen går gjennom regnskapet hvert år.", R),
    ("Revisjonen i kommunen undersøker regnskapet hvert år.", R),
    ("Ledelsen rullerer mellom kommunene annethvert år.", R),
    ("Leiarvervet rullerer mellom kommunane kvart år.", R),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "act", "thing"), OBJECTS)
def test_object(passage: str, act: str, thing: str) -> None:
    last = clauses_of(passage)[-1].sentence
    done = [a for c in clauses_of(passage) if c.sentence == last for a in c.acts if a.name == act]
    assert {a.object for a in done} == {thing}


@pytest.mark.parametrize(("sentence", "act", "force"), FORCES)
def test_force(sentence: str, act: str, force: str) -> None:
    done = [a for c in clauses_of(sentence) for a in c.acts if a.name == act]
    assert {a.force for a in done} == {force}


@pytest.mark.parametrize(("sentence", "act"), NO_ACT)
def test_no_act(sentence: str, act: str) -> None:
    done = [a for c in clauses_of(sentence) for a in c.acts if a.name == act]
    assert not any(a.object in ("avtale", "samarbeid", "politirad") for a in done)


def test_offsets_are_those_of_the_words() -> None:
    (clause,) = clauses_of("Partene evaluerer avtalen hvert annet år.")
    (act,) = clause.acts
    assert clause.text[act.start : act.end] == "evaluerer"
    assert [clause.text[m.start : m.end] for m in clause.things] == ["avtalen"]
    assert not act.noun


def test_two_acts_of_one_sentence_keep_their_own_things() -> None:
    clauses = clauses_of("Avtalen evalueres årlig, og politivedtektene revideres hvert fjerde år.")
    assert [(a.name, a.object) for c in clauses for a in c.acts] == [
        (E, "avtale"), (R, "politivedtekt"),
    ]  # fmt: skip
