"""What a draft leaves behind, and what only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from agreementlint.facts.malform import one_standard
from agreementlint.facts.references import outdated
from agreementlint.facts.uavklart import unsettled
from agreementlint.facts.utkast import instructions, placeholders
from agreementlint.structure import Agreement
from tests.agreements import agreement_of

AROUND = """# Avtale mellom Gol kommune og Sør-Øst politidistrikt

# Innledning

Kommunen og politiet er enige om hvordan de skal samarbeide om forebygging.

# Innhold

{passage}

# Kontakt

Kommunen svarer på spørsmål om avtalen så snart noen har mulighet til det. Politiet sier fra hvis
oppgavene blir andre enn avtalt, og begge gjør hva de kan for at samarbeidet skal være til hjelp.
"""


def with_passage(passage: str) -> Agreement:
    return agreement_of(AROUND.format(passage=passage))


BLANKS = [
    "Avtalen gjelder for X kommune og Y kommune.", "Partane er kommunen og X politidistrikt.",
    "Avtalen gjeld frå 20XX til 20xx.", "Avtalen gjelder til dd.mm.åååå.",
    "Kontoret har åpent kl. xx–xx.",
    "Politikontakten har telefon 4xx xx xxx.", "Ansvarlig er [navn på leder].", "Ansvarleg er NN.",
    "Rådet møtes (sett inn antall) ganger i året.", "Rådet møtes ..... ganger i året.",
    "Avtalen er inngått med ………… kommune.", "Avtalen gjelder fra ______ til ______.",
    "Avtalen gjelder fra ________ 2025.", "Rådet møtes X ganger i året.", "Gjeld [ … ] kommune.",
    "Fullmakter: TBD", "Klikk her for å skrive inn tekst.", "Fordelingen er ??.",
    "Leder er ##NAMN## fra politiet.", "Avtalen er mellom «Kommune» og politiet.",
    "Avtalen gjelder fra DATO til DATO.", "Avtala gjeld frå ../.. 2025.", "Kontakt: navn kommer",
    "E-post: fornavn.etternavn@gol.no", "Rådet møtes N ganger i året.", "Møtedager: ?",
    "Rådet i ØØØ kommune møtes om våren.", "Kommunen har innbyggertall: ........", "Tekst her.",
]  # fmt: skip
NO_BLANKS = [
    "Sted/dato: ____________", "Avtalen gjelder fra 1. januar 2024.",
    "Vi viser til loven [jf. § 4].", "Saken meldes skriftlig [jf. kommuneloven § 5].",
    "Politiet er på Facebook, Snapchat og X.", "Kryss av: [x] ja [ ] nei.", "Rus, vold … og annet.",
    "Vi skriver «X kommune» når vi mener en hvilken som helst.", "Se fotnote [1].",
    "Gol, den ______ 2024", "Ungdommene i NN-ordningen deltar.",
    "Vi følger #tryggkommune på nett.", "Med ordet «kommune» mener vi Gol.",
    "Ordfører ____________ Politistasjonssjef ____________",
]  # fmt: skip


@pytest.mark.parametrize("passage", BLANKS)
def test_blanks(passage: str) -> None:
    found = placeholders(with_passage(passage))
    assert found.state == "left" and found.details["words"]


@pytest.mark.parametrize("passage", NO_BLANKS)
def test_no_blanks(passage: str) -> None:
    assert placeholders(with_passage(passage)).details.get("words") is None


TO_DRAFTER = [
    "Slett dette punktet hvis det ikke passer.", "Kommentar KL: Er dette riktig?",
    "(Her kan partane føre opp meir.)", "OBS! Tallene må kontrolleres.",
    "Alternativ 1: Ett møte i året.\n\nAlternativ 2: To møter i året.",
    "[Kommentar: Sjekk tallene]", "Ved behov kan partene føye til flere punkter her.",
    "Tips! Bruk gjerne formuleringer fra kommuneplanen.", "Navn og telefon settes inn her.",
    "Legg inn nummer i tabellen under før avtalen sendes.", "Store kommuner bruker avsnitt B.",
    "| Tjeneste | Omtale |\n| Pass | mandag |\n| Vakt | beskriv kort hvem som rykker ut |",
    "Rød tekst skal fjernes før avtalen signeres.", "Dette er et forslag til oppsett.",
    "Forslag til tekst: Rådet møtes ofte.", "Stryk det som ikke passer.",
    "Sjekk med lensmannen om dette stemmer.", "Rådet møtes. (Slettes i små kommuner.)",
    "Avsnittet under kan tas ut dersom det ikke er aktuelt.", "Lista er berre eit døme.",
    "Jurist må se på dette avsnittet før vi sender avtalen.", "Utkast per 3. mars.",
]  # fmt: skip
TO_THE_PARTIES = [
    "Legg funnet i en pose, og ring politikontakten.", "Skriv ned bilnummeret og ring 02800.",
    "Her kan publikum levere hittegods.", "Partene kan foreslå endringer i avtalen.",
    "Finnes det flere alternativer, velger rådet det rimeligste.",
    "Alternativ A i planen fra i fjor er valgt, og politiet følger den.",
    "Politiet skriver inn saken i registeret.", "Husk at nødnummeret er 112.",
    "Husk å melde fra til politiet når arrangementet er avlyst.", "Lista kan skrivast om.",
    "Planen skal ikke være lengre enn to sider.", "Den unge beskriver hva som har skjedd.",
    "Kommunen\n\n- set inn miljøarbeidar på skulen", "- Tips om tjuveri: 02800",
    "Politikontakten gir kommentarer til planen.", "Opplysninger slettes når saken er ferdig.",
]  # fmt: skip


@pytest.mark.parametrize("passage", TO_DRAFTER)
def test_words_to_the_drafter(passage: str) -> None:
    assert instructions(with_passage(passage)).state == "left"


@pytest.mark.parametrize("passage", TO_THE_PARTIES)
def test_words_to_the_parties(passage: str) -> None:
    assert instructions(with_passage(passage)).state == "absent"


OPEN = [
    "Hvem som skal betale, må avklares.", "Kven som betaler, er enno ikkje avklart.",
    "Antall møter fastsettes senere.", "Partane kjem attende til talet på stillingar.",
    "Dette kommer vi tilbake til når budsjettet er klart.",
    "Vi er i prosess med å finne en kontakt.",
    "Kontorstedet er under avklaring.", "Spørsmålet om kontor står åpent.",
    "Åpningstiden er ikke fastsatt.", "Vi ønsker i avtalen å beskrive hva kommunen bidrar med.",
    "Partene har ikke tatt stilling til hvem som skal lede rådet.",
    "Hvem som skal betale, er fortsatt et åpent spørsmål.", "Dette kapitlet er ikkje ferdigskrive.",
    "Kontoret får vi avgjere når rådhuset er ferdig ombygd.", "Politikontakt er ikke utpekt.",
    "| Punkt | Status |\n| Møteleder | ikke bestemt |", "Ordlyden her er foreløpig.",
    "Det er uvisst om kontakten skal sitte på rådhuset.", "Dette punktet lar vi stå åpent.",
    "Spørsmålet om koordinator ligg på is.", "Lokalet arbeides det fortsatt med.",
    "Tida kontakten skal ha, må partane kome attende til, sidan budsjettet er utsett.",
    "Kor mykje tid kontakten skal bruke, står att å drøfte.", "Ansvaret må vi komme tilbake til.",
]  # fmt: skip
SETTLED = [
    "Rådet avklarer hvem som har ansvaret for hvert tiltak.",
    "Dagene avtales for ett år om gangen.",
    "Er partene uenige, må saken avklares mellom lederne ved uenighet.",
    "Politirådet kommer tilbake til saken i neste møte.", "Saker som er under vurdering, drøftes.",
    "Politiet gir råd når det er behov.", "Elever som kommer tilbake til skolen, følges opp.",
    "I forrige periode var ansvaret uavklart.", "Er saka ikkje avklart, tek rådet henne opp.",
    "Politiet kommer tilbake til kommunen med svar innen en uke.", "Ingen punkter står åpne.",
    "Opplysninger som ikke er avklart med foresatte, deles ikke.",
    "Arrangøren må avklare antall vakter med politiet.", "To tall legges ved siden av hverandre.",
    "Kontakten kjem attende til heimen med eit brev.", "Kontoret holdes åpent når køen er lang.",
    "Rådet skal ikke ta stilling til enkeltsaker.", "Kontordager avtales på forhånd.",
]  # fmt: skip


@pytest.mark.parametrize("passage", OPEN)
def test_left_open(passage: str) -> None:
    assert unsettled(with_passage(passage)).state == "open"


@pytest.mark.parametrize("passage", SETTLED)
def test_settled(passage: str) -> None:
    assert unsettled(with_passage(passage)).state == "absent"


START = dt.date(2024, 1, 1)
OUTDATED = [
    "Arbeidet bygger på Oppvekstplan for Gol 2018–2021.",
    "Vi følgjer handlingsplanen mot vald (2016-2019).",
    "Grunnlaget er 2018–2021-strategien.", "Strategi mot rus for 2019-22 ligger til grunn.",
    "Samarbeidet bygger på disse dokumentene:\n\n- Trygg i Gol 2017–2020\n- Lov om politiet",
    "«Trygg i Gol 2018–2021» er kommunens handlingsplan.",
    "Temaplanen gjelder fra 2018 til og med 2022.", "Rusplanen som gikk ut i 2021, følges.",
    "Vi følger Handlingsplan for forebygging, som varte ut 2022.",
    "Trafikkplanen utløp 31.12.2022, men følges.", "Planen (gyldig til 1. juni 2023) gjelder her.",
]  # fmt: skip
CURRENT = [
    "Arbeidet bygger på Oppvekstplan for Gol 2022–2025.",
    "Anmeldelsene i 2018–2021 viser en økning.",
    "Avtalen erstatter handlingsplanen for 2018–2021.",
    "Samarbeidsavtalen for 2018–2021 er sagt opp.",
    "Planen skal følges i avtaleperioden 2018–2021.", "Handlingsplan 2019–2022, forlenget ut 2025.",
    "Planen ble utarbeidet i årene 2018–2020 og gjelder til 2030.",
    "Kommunen evaluerte handlingsplanen for 2018–2021 og lærte mye.",
    "Beredskapsplanen er gyldig til 1. juni 2025.", "Kommuneplanen ble vedtatt i 2018.",
    "Kontoret er åpent kl. 0800–1500 etter planen.",
]  # fmt: skip


@pytest.mark.parametrize("passage", OUTDATED)
def test_outdated(passage: str) -> None:
    assert outdated(with_passage(passage), START, START).state == "outdated"


@pytest.mark.parametrize("passage", CURRENT)
def test_current(passage: str) -> None:
    assert outdated(with_passage(passage), START, START).state == "absent"


def test_as_of_counts_only_where_no_start_is_known() -> None:
    agreement = with_passage("Arbeidet bygger på Oppvekstplan for Gol 2022–2025.")
    assert outdated(agreement, START, dt.date(2027, 1, 1)).state == "absent"
    assert outdated(agreement, None, dt.date(2027, 1, 1)).state == "outdated"


MIXED = [
    "Politikontakten skal vere med i rådet og gje kommunen råd om korleis ein kan førebyggje.",
    "Begge partar tek ansvar for at avtala blir kjend i eigen organisasjon.",
    "Dei som vil ha hjelp, kan kome til kontoret kvar tysdag. Det er ope heile dagen.",
]
ALIKE = [
    "Kommunen følger planen «Korleis førebyggje vald i heimane våre» fra i fjor.",
    "Politimesteren sa det slik: «Vi skal vere der folk er. Det er slik ein førebyggjer.»",
    "Boka og tiltaka legges fram, og møta holdes på Setesdal vidaregåande skule.",
    "- Nynorsk kultursentrum\n- Noregs Ungdomslag\n- Høgskulen på Vestlandet",
]


@pytest.mark.parametrize("passage", MIXED)
def test_mixed_standards(passage: str) -> None:
    assert one_standard(with_passage(passage)).state == "mixed"


@pytest.mark.parametrize("passage", ALIKE)
def test_names_and_quotations_keep_their_standard(passage: str) -> None:
    assert one_standard(with_passage(passage)).state == "one"
