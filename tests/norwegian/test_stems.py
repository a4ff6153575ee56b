"""One key for the inflections of a lemma, different keys for different words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.stems import key

FAMILIES = """
år året åra årene årets års
kalenderår kalenderåret kalenderåra kalenderårene
rådmann rådmannen rådmenn rådmennene rådmannens
lensmann lensmannen lensmenn lensmennene
formann formenn
ordfører ordføreren ordførere ordførerne ordførar ordføraren ordførarar ordførarane ordførerens
varaordfører varaordføraren varaordførerne
deltaker deltakeren deltakere deltakerne deltakar deltakarar deltakarane deltager deltagere
deltaker deltakaren
medlem medlemmet medlemmer medlemmene medlemene medlemer medlemma medlemmenes
møte møtet møta møter møtene møtes møtest møtast møtets møtte møtt
evaluere evaluerer evaluert evalueres evaluerast evaluerte evaluer evaluera
evaluering evalueringa evalueringen evalueringar evalueringer evalueringene evalueringane
evaluering evalueringens
revidere revideres reviderast revidert reviderer revidera
revisjon revisjonen revisjonar revisjoner revisjonane
rullere rulleres rullerast rullert rullerer rullera
rullering rulleringa rulleringen rulleringar
inngå inngår inngås inngått inngåtte inngåast
innkalle innkaller innkalles innkalt innkallast innkalla innkalte
innkalling innkallinga innkallingen innkallinger innkallingar
gjelde gjelder gjeld gjaldt gjelda gjeldt
ansvar ansvaret ansvars ansvarets
ansvarlig ansvarlige ansvarleg ansvarlege
avtale avtalen avtala avtalar avtaler avtalane avtalene avtalens avtalt avtales avtalast avtalte
samarbeid samarbeidet samarbeidets samarbeider samarbeide samarbeida
kommune kommunen kommunar kommunane kommuner kommunene kommunenes kommunanes kommunens
politikontakt politikontakten politikontaktane politikontaktene politikontaktar politikontakter
politikontakt politikontaktens politikontaktanes
politiråd politirådet politiråda politirådene politirådets politirådenes
taushetsplikt taushetsplikten taushetspliktens
teieplikt teieplikta teieplikten
leder lederen ledere lederne leiar leiaren leiarar leiarane lede ledes ledet
oppgave oppgaver oppgaven oppgavene
oppgåve oppgåver oppgåva oppgåvene
politi politiet politiets
råd rådet råda rådene rådets
plan planen planer planar planene planane
frist fristen frister fristar fristane
dag dagen dager dagar dagene dagane
uke uker uken uka ukene
veke veker veka vekene
måned måneden måneder månedene
månad månaden månader månadene månadar
halvår halvåret halvårene
daglig daglige dagleg daglege daglegare
årlig årlige årleg årlege
skriftlig skriftlige skriftleg skriftlege
sikkerhet sikkerheten sikkerhets
trygghet tryggheten
tiltak tiltaket tiltaka tiltakene
referat referatet referata referatene referater
sekretær sekretæren sekretærer sekretærar
sekretariat sekretariatet sekretariats
koordinator koordinatoren koordinatorar koordinatorer koordinatorane
drøfte drøftes drøfter drøftet drøfta drøftast
skrive skriver skrives skrevet skriv skriva skrivast
underskrive underskrives underskrevet underskrivast
gjennomføre gjennomføres gjennomført gjennomførast gjennomfører gjennomføra gjennomførte
utpeke utpeker utpekes utpekt
utpeike utpeiker utpeikast utpeikt
oppnevne oppnevnes oppnevnt oppnevner
vedta vedtas vedtatt vedtar vedtek vedteke
delta deltar deltatt deltok deltek
ivareta ivaretar ivaretas ivaretatt ivaretek
fastsette fastsettes fastsatt fastsetter fastsettast
planlegge planlegges planlagt planlegger planleggje
forebygge forebygger forebygges forebygga
førebyggje førebygge førebyggjer førebyggja førebygger
følge følger følges fulgt følgje følgjer følgja fylgja fylgje fulgte
holde holder holdes holdt
halde held haldast halda
bestå består bestått
politimester politimesteren politimestere politimestrene
politimeister politimeisteren politimeistrar
innbygger innbyggere innbyggerne innbyggar innbyggarar innbyggjar innbyggjarane
arbeidsgruppe arbeidsgruppen arbeidsgruppa arbeidsgrupper arbeidsgruppene
kriminalitet kriminaliteten kriminalitetens
regel regler reglene reglar reglane regelen
lov loven lova lover lovene lovens
tjeneste tjenesten tjenester tjenestene
teneste tenesta tenester tenestene
part parten parter partene partar partane partenes partanes
område området områder områda områdene
virkemiddel virkemidler virkemidlene
komité komiteen komiteer komite
enhet enheten enheter enhetene
kommunestyre kommunestyret kommunestyrene kommunestyrets
ungdom ungdommen ungdommer ungdommene ungdomar ungdomen ungdommens
sende sender sendes sendt sendte sendast
behandle behandles behandlet behandler
møteplan møteplanen møteplaner møteplanar
problem problemer problema problemet
program programmet programmer programma
signere signeres signert signerer
undertegne undertegnes undertegnet undertegner undertegna
forlenge forlenges forlenget forlenger
fornye fornyes fornyet fornyer fornya
opphøre opphører opphørt opphørte
representant representanten representanter representantar representantane
rådgiver rådgiveren rådgivere rådgiverne
rådgjevar rådgjevaren rådgjevarar
saksbehandler saksbehandlere saksbehandlarar saksbehandlar
enhetsleder enhetsledere enhetslederne
avdelingsleiar avdelingsleiarane avdelingsleiaren
tema temaet temaer
barnevern barnevernet barnevernets
arena arenaen arenaer arenaar
strategi strategien strategier strategiar strategiane
hendelse hendelser hendelsen hendelsene
hending hendingar hendinga hendingane
utfordring utfordringer utfordringar utfordringene utfordringane
skole skolen skoler skolene
skule skulen skular skulane
prioritere prioriterer prioriteres prioritert prioriterast
samordne samordnes samordnet samordner samordna samordnast
bidra bidrar bidratt bidrog
dele deles delt deler delast
informere informeres informert informerer
informasjon informasjonen informasjons
rapport rapporten rapporter rapportar rapportene
øvelse øvelser øvelsen øvelsene
øving øvinga øvingar øvingane
ressurs ressursen ressurser ressursar ressursane
budsjett budsjettet budsjetter budsjetta budsjettene
utvalg utvalget utvalgene utvalgets
utval utvalet utvala
fylke fylket fylker fylkene fylka
patrulje patruljen patruljer patruljar patruljane
stasjon stasjonen stasjoner stasjonar stasjonane
behov behovet behovene behova
kalle kaller kalles kalt kalte kalla
søke søker søkes søkt søkte
lage lager lages laget laga lagast
utarbeide utarbeider utarbeides utarbeidet utarbeidast
varsle varsler varsles varslet varsla
varsel varselet varsler varslene
bruke bruker brukes brukt brukte brukast
styrke styrker styrkes styrket styrka
endre endrer endres endret endra endrast
endring endringer endringen endringar endringane
oppsigelse oppsigelsen oppsigelser
oppseiing oppseiinga
velge velger velges valgt
møteleder møtelederen møteledere
møteleiar møteleiaren møteleiarar
politibetjent politibetjenten politibetjenter politibetjentar
sjef sjefen sjefer sjefar sjefane
tjenesteenhet tjenesteenheten tjenesteenheter
kontaktperson kontaktpersonen kontaktpersonar kontaktpersoner
aktør aktøren aktører aktørar aktørane aktørene
virksomhet virksomheten virksomheter
verksemd verksemda verksemder
forslag forslaget forslaga forslagene
vedtekt vedtekten vedtekter vedtektene vedtektar
vold volden
periode perioden perioder periodane periodene periodar
varighet varigheten
opplysning opplysninger opplysningar opplysningene opplysningane
saksliste sakslisten sakslista sakslister
halvdel halvdelen
nettverk nettverket nettverka nettverkene
forpliktelse forpliktelser forpliktelsene
mandat mandatet mandata mandatene
voksen voksne
redning redningen
trer trådte
si sier sies sagt
samtale samtalen samtaler samtalar samtalane
myndighet myndigheten myndigheter
oppdrag oppdraget oppdraga oppdragene
innsats innsatsen innsatser
målsetting målsettinga målsettingen målsettingar
arrangement arrangementet arrangementer arrangementa
næring næringen næringa næringar
virkning virkningen virkninger
begynne begynner begynt begynte
starte starter startet starta startes
fordele fordeler fordeles fordelt fordelte
etablere etableres etablert etablerte etablerast
opprette opprettes opprettet oppretta opprettast
ønske ønsker ønsket ønskes ønska
forplikte forplikter forpliktes forpliktet forplikta
godkjenne godkjennes godkjent godkjente godkjennast
melde meldes meldt meldte
ungdomsskole ungdomsskolen ungdomsskoler ungdomsskolar
helsestasjon helsestasjonen helsestasjoner helsestasjonar
kommuneoverlege kommuneoverlegen kommuneoverleger kommuneoverlegar
jurist juristen jurister juristar
etterretning etterretningen
tillit tilliten
dialog dialogen dialoger
problemstilling problemstillinger problemstillingar
rutine rutinen rutiner rutinar rutinane
prosess prosessen prosesser prosessar
system systemet systemer systema
vurdering vurderinger vurderingar
område områdene områda
beslutning beslutninger beslutningen
avgjerd avgjerda avgjerder
fagområde fagområder
ledermøte ledermøter ledermøtene
leiarmøte leiarmøta
stortingsmelding stortingsmeldinger
hovedregel hovedregelen hovedregler
justere justeres justert justerast
"""

STRANGERS = """
politi politisk
råd rådmann
møte mye
avtale avtaleperiode
revisjon revisor
plan plass
kommune kommunikasjon
evaluere vurdere
time timeplan
frist fristelse
frist fri
halvår halvårlig
halvårlig alvorlig
dag daglig
måned månedlig
år årlig
år årsmøte
ansvar ansvarlig
avtale samtale
politi politikk
politiråd politikontakt
politiråd politirådsmøte
råd rådgiver
leder leie
ordfører ordføring
sikker sikkerhet
enhet enig
taushet taushetsplikt
medlem medlemskap
mann man
part parti
del delta
deltaker del
skole skolere
samarbeid arbeid
arbeid arbeidsgruppe
gruppe gruppere
time tiltak
tid tidlig
tidlig tiltak
helse helst
hold holdning
lensmann lensmannskontor
formann formannskap
kontakt kontrakt
møteplan møteplass
revidere revers
referat referere
innkalle innkalling
evaluere evaluering
rullere rulle
barn barnehage
ungdom unge
vold volum
bestå bestemme
vedta vedtak
møte måte
møte motta
måte måtte
nemnd nemne
kommune kommunestyre
styre styrke
fylke følge
oppgave oppgåve
semester mester
rapport rapportere
stad stat
sted stille
ordfører orden
allmenn mann
tillegg legge
vedlegg vedlikehold
kvart kvartal
by bygg
by byrå
veileder veiledning
vare være
årsplan år
"""


@pytest.mark.parametrize("family", FAMILIES.strip().splitlines())
def test_a_lemma_has_one_key(family: str) -> None:
    assert len({key(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", STRANGERS.strip().splitlines())
def test_different_words_have_different_keys(pair: str) -> None:
    one, other = pair.split()
    assert key(one) != key(other)


@pytest.mark.parametrize("word", ["og", "før", "den", "ikkje", "mellom", "politi", "§", "12."])
def test_words_without_inflection_are_their_own_key(word: str) -> None:
    assert key(word) == word


def test_case_and_soft_hyphens_do_not_matter() -> None:
    assert key("POLITIRÅDET") == key("politi\u00adrådet") == key("politiråd")


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="abdefgiklmnoprstuvyæøå", min_size=1, max_size=15))
def test_a_key_is_lower_case_and_blind_to_case(word: str) -> None:
    assert key(word) == key(word.upper()) == key(word).lower() != ""
