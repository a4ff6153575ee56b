"""Many ways to speak of meetings, politikontakt and confidentiality → what each says."""

from __future__ import annotations

import pytest

from agreementlint.clauses import clauses
from agreementlint.facts.meetings import meetings
from agreementlint.facts.politikontakt import assignment
from agreementlint.facts.statements import statements
from agreementlint.facts.taushetsplikt import confidentiality
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from tests.agreements import agreement_of, within

# Under the heading "Politiråd": at least two meetings a year ("enough"), fewer or none told
# ("few"), or left open.
MEETINGS = [
    ("Det skal avholdes minst to ordinære møter per år.", "enough"),
    ("Ordinære møter avholdes i februar, juni og oktober.", "enough"),
    ("Rådet skal ha minimum ett møte i halvåret.", "enough"),
    ("Minst ett møte i rådet holdes hvert halvår.", "enough"),
    ("Rådet trer sammen vår og høst.", "enough"),
    ("Rådet kalles inn til møte fire ganger i året av ordføreren.", "enough"),
    ("Ordføreren innkaller til møte i politirådet minst to ganger i året.", "enough"),
    ("Ordføreren kaller inn til minst to møter i året.", "enough"),
    ("Politirådet møtes normalt fire ganger i året.", "enough"),
    ("Politirådet møtes fire ganger i året, hvorav to i kommunen og to på politistasjonen.",
     "enough"),
    ("Politirådet møtes hvert kvartal, og SLT-gruppa møtes en gang i året.", "enough"),
    ("Politirådet møtes to ganger i året og SLT-gruppa én gang.", "enough"),
    ("Politirådet møtes to ganger i året, formannskapet én gang.", "enough"),
    ("Rådet holder to faste møter i året, i mars og september.", "enough"),
    ("Rådet holder to faste møter i året: ett i mars og ett i september.", "enough"),
    ("Rådet holder ett møte om våren og ett om høsten.", "enough"),
    ("Rådet møtes én gang om våren og én gang om høsten.", "enough"),
    ("Rådet møtes i første og tredje kvartal.", "enough"),
    ("Rådet møtes annenhver måned.", "enough"),
    ("Rådet har tertialvise møter.", "enough"),
    ("Rådet møtes hver måned utenom juli.", "enough"),
    ("Det er fire ordinære møter i politirådet i løpet av året.", "enough"),
    ("I løpet av et år gjennomføres minst to møter i politirådet.", "enough"),
    ("Møtene i rådet legges til mars og oktober.", "enough"),
    ("Politirådet skal, så langt det er mulig, møtes minst to ganger i året.", "enough"),
    ("Politirådet møtes to ganger i året. På det siste møtet evalueres samarbeidet.",
     "enough"),
    ("Rådet møtes to ganger i året. Det holdes ekstra møter ved behov.", "enough"),
    ("Rådet møtes to ganger i året. Ett av møtene er åpent for publikum.", "enough"),
    ("Rådet møtes to ganger i året. Næringslivet inviteres én gang i året.", "enough"),
    ("Rådet møtes to ganger i året. Ledelsen skifter hvert annet år.", "enough"),
    ("Rådet møtes to ganger i året. Politikontakten rapporterer hver måned til rådet.", "enough"),
    ("Rådet møtes to ganger i året. Lensmannen gir kommunestyret en årlig orientering.", "enough"),
    ("Det skal vere minst to møte i året i politirådet.", "enough"),
    ("Ordføraren kallar inn til møte minst to gonger i året.", "enough"),
    ("Rådet kjem saman haust og vår.", "enough"),
    ("Rådet møtest minst éin gong kvart halvår.", "enough"),
    ("Rådet har fire faste møte i året.", "enough"),
    ("Rådet har eitt møte om våren og eitt om hausten.", "enough"),
    ("Møta i rådet er lagde til mars og oktober.", "enough"),
    ("Rådet møtest annankvar månad.", "enough"),
    ("Politirådet møtest kvart kvartal, og SLT-gruppa møtest ein gong i året.", "enough"),
    ("Rådet møtest to gonger i året. Leiinga skiftar annakvart år.", "enough"),
    ("Rådet held møte to gonger i året, elles når det trengst.", "enough"),
    ("Rådet har ett fast møte i året, og ellers ved behov.", "few"),
    ("Rådet møtes minst én gang i året, eller oftere ved behov.", "few"),
    ("Rådet møtest minst éin gong i året, eller oftare ved behov.", "few"),
    ("Lensmannen møter formannskapet to ganger i året.", "few"),
    ("Politikontakten og SLT-koordinatoren møtes hver uke.", "few"),
    ("Politirådet legger fram en rapport to ganger i året.", "few"),
    ("Medlemmene velges for to år om gangen.", "few"),
    ("Rådet får en oversikt over kriminaliteten hvert kvartal.", "few"),
    ("Kriminalitetsbildet drøftes med skolene fire ganger i året.", "few"),
    ("Politirådet legg fram ein rapport to gonger i året.", "few"),
    ("Det er satt opp et møte med skolene i mars og oktober.", "few"),
    ("Rådet inviterer næringslivet til møte to ganger i året.", "few"),
    ("Rådet møtes regelmessig.", "open"),
    ("Rådet møtes så ofte det er nødvendig.", "open"),
    ("Rådet møtest når det trengst.", "open"),
    ("Rådet møtes flere ganger i året.", "open"),
    ("Rådet møtest fleire gonger i året.", "open"),
    ("Rådet møtes opptil fire ganger i året.", "open"),
    ("Rådet møtest opp til fire gonger i året.", "open"),
    ("Rådet møtes ikke mer enn to ganger i året.", "open"),
    ("Rådet har ett eget møte i året. I tillegg deltar det i det felles politirådsmøtet hvert år.",
     "open"),
    ("Rådet bør møtes etter nærmere avtale.", "open"),
    ("Fast møtedag er første tirsdag i mars og oktober, da samles politirådet.", "enough"),
    ("Hver vår og hver høst møtes politirådet.", "enough"),
    ("Som hovedregel møtes politirådet to ganger i året.", "enough"),
    ("Politirådet, som ledes av ordføreren, møtes to ganger i året.", "enough"),
    ("Ordføreren leder politirådet og kaller inn til minst to møter i året.", "enough"),
    ("Ordføreren, som leder politirådet, kaller det sammen minst to ganger i året.", "enough"),
    ("Medlemmene i politirådet møtes minst to ganger i året.", "enough"),
    ("Representantene i politirådet møtes minst to ganger i året.", "enough"),
    ("Politirådet, der også SLT-koordinatoren møter, samles fire ganger i året.", "enough"),
    ("Kvar vår og kvar haust møtest politirådet.", "enough"),
    ("Ordføraren leier politirådet og kallar inn til minst to møte i året.", "enough"),
    ("Som hovudregel møtest politirådet to gonger i året.", "enough"),
    ("Deltakarane i politirådet møtest minst to gonger i året.", "enough"),
    ("Politirådet og formannskapet har felles lokaler. Rådet møtes to ganger i året.", "enough"),
    ("Etter hvert møte i politirådet samles SLT-gruppa fire ganger.", "few"),
    ("Mellom møtene i politirådet møtes arbeidsutvalget fire ganger i året.", "few"),
    ("Arbeidsutvalget, som møtes fire ganger i året, forbereder møtene i politirådet.", "few"),
    ("Under politirådet ligger SLT-gruppa. Den samles hver måned.", "few"),
    ("Under politirådet ligg SLT-gruppa. Ho kjem saman kvar månad.", "few"),
    ("Møtehyppighet: minst to ganger i året.", "enough"),
    ("Møter: 4 per år.", "enough"),
    ("Ordføreren og lensmannen møtes hver måned.", "few"),
    ("Ordføraren og lensmannen møtest kvar månad.", "few"),
    ("Rådet har faste møter.", "open"),
    ("Seksjonslederne møtes hver måned.", "few"),
    ("Det skal ikke gå mer enn fem måneder mellom to møter.", "enough"),
    ("Det skal ikkje gå meir enn eit halvt år frå eit møte til det neste.", "enough"),
    ("Mellom to møter i rådet skal det ikke gå mer enn ti måneder.", "few"),
    ("Tre kvelder i året er satt av til rådet.", "enough"),
    ("Halvårlige møter er lagt inn i årsplanen til formannskapet.", "enough"),
    ("Hvert år møtes rådet når budsjettet er lagt fram, og på nytt etter ferien.", "enough"),
    ("Rådet møtes så ofte som det trengs. Minstekravet er to ganger i året.", "enough"),
    ("Hvor mange møter rådet skal ha, fastsettes av lederen.", "open"),
    ("I forrige periode hadde rådet fire møter i året.", "few"),
    ("Rådet var tidlegare samla kvart kvartal. No er det eitt møte i året.", "few"),
    ("Møta finn stad i mars, juni og november, i kommunestyresalen.", "enough"),
    ("Rådet møtes fire ganger i året og inviterer skolene til ett av møtene.", "enough"),
    ("I mars og i oktober er det politiråd.", "enough"),
    ("Rådet held møte når det er saker nok.", "open"),
]  # fmt: skip

POLITIKONTAKT = [
    ("Lensmannsdistriktet har utpekt Per Moen som politikontakt for kommunen.", "assigned"),
    ("Politiet oppnevner en fast politikontakt for kommunen.", "assigned"),
    ("Politikontakten for Lom er også politikontakt for Skjåk.", "assigned"),
    ("Politikontakten har kontor på rådhuset hver onsdag.", "assigned"),
    ("Kommunen skal til enhver tid ha en politikontakt.", "assigned"),
    ("Politikontakten skal ha inntil tre kommuner.", "assigned"),
    ("Politiet peiker ut ein fast politikontakt for kommunen.", "assigned"),
    ("Politikontakten dekkjer Volda og Ørsta kommunar.", "assigned"),
    ("Politikontakten er felles for Lom, Skjåk, Vågå og Dovre kommuner.", "assigned"),
    ("Politikontakten er felles for kommunene Lom, Skjåk, Vågå og Dovre.", "assigned"),
    ("Politikontakten i Lom dekker også Skjåk, Vågå, Dovre og Lesja.", "assigned"),
    ("Politikontakten betjener i alt fem kommuner.", "assigned"),
    ("Kari Moen er politikontakt for alle de fire kommunene i regionen.", "assigned"),
    ("Politikontakten er sams for Volda, Ørsta, Hareid og Ulstein kommunar.", "assigned"),
    ("Kommunen får en politikontakt når stillingen er besatt.", "optional"),
    ("Ordningen med politikontakt gjelder ikke for kommunen.", "absent"),
    ("Politiets næringslivskontakt bistår bedriftene.", "absent"),
    ("Politikontakten har ikke ansvar for flere enn tre kommuner.", "assigned"),
    ("Politikontakten skal ikke pålegges andre oppgaver.", "assigned"),
    ("Politikontakten er ikke medlem av kommunens kriseledelse.", "assigned"),
    ("Politikontakten skal ikkje ha andre oppgåver.", "assigned"),
    ("Politikontakten har ikkje fleire enn tre kommunar.", "assigned"),
    ("Partene vil arbeide for at kommunen får en politikontakt.", "optional"),
    ("Politiet ser på høvet til å få på plass ein politikontakt.", "optional"),
    ("Kommunen er uten politikontakt.", "absent"),
]  # fmt: skip

CONFIDENTIALITY = [
    ("Rådets medlemmer er underlagt taushetsplikt etter politiregisterloven.", "binding"),
    ("Deltakerne må være seg bevisst sin taushetsplikt og overholde den.", "binding"),
    ("Lovpålagt taushetsplikt gjelder ved deling av opplysninger.", "binding"),
    ("Medlemene har lovfest teieplikt.", "binding"),
    ("Deling av opplysningar skal skje innanfor reglane om teieplikt.", "binding"),
    ("Det som kjem fram om einskildpersonar, skal bli i rommet.", "binding"),
    ("Taushetsplikten oppleves som uklar.", "topic"),
    ("Det skal haldast kurs om teieplikt.", "topic"),
    ("Partene ønsker bedre kunnskap om taushetsplikt.", "topic"),
    ("Møtene holdes for lukkede dører.", "absent"),
    ("Referatene er offentlige.", "absent"),
    ("Foreldre må samtykke til at elever deltar.", "absent"),
    ("Referata skal ikkje delast med andre kommunar.", "absent"),
    ("Utveksling av informasjon skjer med respekt for taushetsplikten.", "binding"),
    ("Opplysninger som kommer fram i møtene, skal holdes innenfor rådet.", "binding"),
    ("Saker som drøftes i rådet, er konfidensielle.", "binding"),
    ("Ingen må røpe personlige forhold som de får vite om i møtene.", "binding"),
    ("Ingen må fortelje vidare det dei får vite om personlege tilhøve i møta.", "binding"),
    ("Politirådet skal arrangere et seminar om taushetsplikt.", "topic"),
    ("Det skal lages en veileder om taushetsplikt.", "topic"),
    ("Taushetsplikten må ikke brukes som unnskyldning for ikke å samarbeide.", "topic"),
]  # fmt: skip


def _meetings(agreement: Agreement) -> Fact:
    found = clauses(agreement)
    return meetings(agreement, found, statements(agreement, found))


@pytest.mark.parametrize(("passage", "said"), MEETINGS)
def test_meetings(passage: str, said: str) -> None:
    text = f"## Politiråd\n\nPolitirådet ledes av ordføreren. {passage}"
    agreement = agreement_of(within(text))
    found = _meetings(agreement)
    promised = "enough" if found.value is not None and found.value >= 2 else "few"
    states = {"stated": promised, "absent": "few"}
    assert states.get(found.state, "open") == said


@pytest.mark.parametrize(("passage", "state"), POLITIKONTAKT)
def test_politikontakt(passage: str, state: str) -> None:
    agreement = agreement_of(within(passage))
    assert assignment(agreement, clauses(agreement)).state == state


@pytest.mark.parametrize(("passage", "state"), CONFIDENTIALITY)
def test_confidentiality(passage: str, state: str) -> None:
    agreement = agreement_of(within(passage))
    assert confidentiality(agreement, clauses(agreement)).state == state
