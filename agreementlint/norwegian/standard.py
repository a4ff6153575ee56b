"""Turns a stretch of Norwegian text into its written standard, bokmål or nynorsk, where it shows.

Cues are words and endings that only one of the two standards has. Capitalised words inside a
sentence and quoted words are no cues: names and titles keep the standard of their owner.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from agreementlint.model import Standard

_NB_WORDS_LIST = """
    aldri alene annen annet ansatt ansatte avholde avholdes avtalens bare benyttes beslutning ble
    dem dere deres disse egen gis klokken kun mottar mottas skole skolen skolene skoler tas
    egne en et etterhvert ettersom fikk finnes flere forebygge forebyggende forebygging
    foreligge forpliktet fra frem fremgår fremlegges fremover fremtidig ganger gikk gjelde
    gjelder gjennomføre gjøre gjøres hele henhold hensikt hensiktsmessig hensyn herunder hjem
    holdes hos hun hva hvem hver hverandre hverdag hvert hvilke hvilken hvilket hvis hvor
    hvorav hvordan hvorfor hvorvidt ikke innbyggere innbyggerne innen jeg kommer kommunene
    kommunens lede leder ledere ledes medlemmene meget mulig mulighet muligheter måned måneder
    noe noen også oppfølgning oppgave oppgavene oppgaver partene politiets samme sammen
    sammenheng selv selve sikkerhet spørre spørsmål sted stedet sykdom taushetsplikt tilstede
    tjeneste tjenesten tjenestene tjenester uken ukentlig uker underskrives ungdommer
    utarbeides uten utenfor valgt vedrørende vedtatt virksomhet være vært årlig ønsker øvrig
    øvrige uke
    egen parter trengs møtene tiltakene områdene målene årene stedene rådene temaene
    de høst høsten sier vet mener heter ligger sitter skriver driver legger setter holder velger
    velges treffer trenger øker økes forplikter varsler kaller innkaller samler behandler
    kontakter finner henter håndterer håndtere gjøres utveksler samordner utvikler formidler
    kartlegger planlegger tilrettelegger iverksetter fastsetter igangsetter vedlikeholder
"""
_NB_WORDS = frozenset(_NB_WORDS_LIST.split())
_NN_WORDS_LIST = """
    aleine anna annan avgjerd berre blei byggje dei deira desse difor døme ei eiga eige eigen
    eigne ein einannan eining einskild einskilde eit fekk finst fleire framleis frå fylgja
    fyrst følgjast følgje følgjer førebygge førebygging førebyggjande førebyggje føremål gje
    gjekk gjeld gjelda gjennomføra gjer gjera gjerast gjere gjev gjeva gjevast gjeve gjevne
    gong gonger halda haldast halde haldne heile heim heimel held hindra hjå hovudsak høve
    høyra høyre ikkje innan innbyggjarane innbyggjarar kjem kjema kjenna koma kommunane
    kommunar kor korfor korleis kring kva kvar kvarandre kvardag kvart kven kvifor leggja
    leggjast leggje leiar leiarar leiast løyve medan medverka meir millom mogleg moglegheit
    mykje månad månaden månader noko nokon nokre noverande nytte omsyn oppgåve oppgåvene
    oppgåver ordførar ordføraren partane partar rettleiar rettleiaren saman samanheng same seia
    seie sidan sit sjølv skulane skular skule skulen spørje stad staden syta syter særleg
    særskild taka teieplikt tek tenesta teneste tenestene tenester tilhøve tryggleik
    tystnadsplikt underteikna utan utanfor vart vedteke vedteken veka veke veker vera vere
    verksemd vert verta verte vore vorte ynskje ynskjer årleg òg
    ho då haust hausten dykk dykkar somme ikring attende attåt ovanfor nedanfor innanfor skriv
    driv ligg held legg veit meiner heiter seier aukar auka auke varslar kallar samlar trengst lyt
    skipa skipar syner hending hendingar semje semja deltek mottek tilbyd gjev handsamar handsame
    løysa løysing grannar grannane ungdomar ungdomane einige samd samde tenkje brukar
"""
_NN_WORDS = frozenset(_NN_WORDS_LIST.split())
_NB_ENDINGS = re.compile(
    r"....(?:elsen|elser|elsene|heten|heter|lig|lige|erne|ingen|ingens|ningene|enes|eres|esvis)$"
    r"|...[^aeiou]ende$|...[bdfgklmnprstv]es$"
    r"|^hv[aeio]|^åpn(?!a)|^åpent?$|tjenest|....het$"
)
_NN_ENDINGS = re.compile(
    r"....(?:ane|anes|leg|(?<!fast)(?<!over)(?<!mune)lege|leik|leiken|heit|heita|heiter|inga|"
    r"ingane|ingar|erast|arar|arane|[bdfgklmnprst]ar|"
    r"semd|ande|ast)$|(?<!j)tenest(?!o)|^førebygg|....heit"
)
_NEITHER = frozenset(
    """ligge bolig rolig farlege vanlege felles møtes andres begges alles avsides parentes anvende
    avvende henvende innsende oversende tilsende utsende samrøystes seminar februar kommentar
    eksemplar formular kalendar ivaretar overtar foretar gjentar""".split()
)

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_NAMED = re.compile(
    r"\b[A-ZÆØÅ][\w-]+\s+(?:vid[ae]regå[ae]nde\s+)?"
    r"(?:(?:barne|ungdoms|folkehøg)?sk[uo]le|he[li]\w*senter|legevakt|bibliotek)\b"
)
"""Names of institutions that end in ordinary words: "Time ungdomsskule"."""
_LETTERS = "A-Za-zÆØÅæøåÉéÒòÔôÈè"
_WORD = re.compile(rf"[{_LETTERS}]+")
_CAPITALISED = re.compile(rf"(?<![{_LETTERS}])[A-ZÆØÅÉÒÔÈ][{_LETTERS}]*")
_BLANKS = 20  # more do not stand between a sentence and the one before
_SENTENCE_END = re.compile(r"[.!?:]\s*$|^\s*$")


def standard(text: str) -> Standard | None:
    """The written standard of a sentence or paragraph; None where the cues are few or balanced."""
    nb, nn = score(text)
    if nb >= 2 * nn + 1 and nb + nn >= 2:
        return "nb"
    if nn >= 2 * nb + 1 and nb + nn >= 2:
        return "nn"
    return None


def score(text: str) -> tuple[int, int]:
    """The number of words that only bokmål has, and of those that only nynorsk has."""
    unquoted = _NAMED.sub(" ", _QUOTED.sub(" ", text))
    cues = Counter(map(_cue, _WORD.findall(unquoted)))
    for match in _CAPITALISED.finditer(unquoted):
        before = unquoted[max(0, match.start() - _BLANKS) : match.start()]
        if _SENTENCE_END.search(before):
            cues[_cue(match[0].lower())] += 1
    return cues["nb"], cues["nn"]


@lru_cache(maxsize=16384)
def _cue(word: str) -> Standard | None:
    """The standard that the word tells, if it has no capital letter."""
    if not word.islower():
        return None
    if word in _NB_WORDS:
        return "nb"
    if word in _NN_WORDS:
        return "nn"
    if word in _NEITHER:
        return None
    if _NN_ENDINGS.search(word):
        return "nn"
    if _NB_ENDINGS.search(word):
        return "nb"
    return None
