"""Turns a stretch of Norwegian text into its written standard, bokmål or nynorsk, where it shows.

Cues are words and endings that only one of the two standards has. Capitalised words inside a
sentence and quoted words are no cues: names and titles keep the standard of their owner.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agreementlint.model import Standard

_NB_WORDS = frozenset(
    """
    aldri alene avholde avholdes begynne beslutning bidrar bli blir blitt dere deres disse en
    enhet enkelte et etterhvert ettersom fikk finnes flere foran forebygge forebyggende
    forebygging foreligge fra frem fremlegges fremme fremtidig følger ganger gi gikk gir gjelde
    gjelder gjennom gjennomføre gjøre gjøres hele henhold hensikt hensyn herunder hjem holdes
    hun hva hvem hver hverandre hvert hvilke hvilken hvilket hvis hvor hvorav hvordan hvorfor
    høre ikke innen jeg kommer kun lage lede leder ledere ledes likevel meget mellom mulig
    mulighet muligheter mye måned måneder noe noen også oppgave oppgavene oppgaver samme sammen
    selv sikkerhet skje skole skolen skoler spørre spørsmål sted stedet sykdom taushetsplikt
    tjeneste tjenesten tjenestene tjenester uke uken ukentlig uker underskrives uten utenfor
    valgt vedtatt virke virksomhet være vært årlig ønsker øvrig øvrige
    """.split()
)
_NN_WORDS = frozenset(
    """
    aleine avgjerd berre blei byggje dei deira difor døme ei ein einannan eining einskild
    einskilde eit fekk finst fleire frå fylgja fyrst følgje følgjer førebygge førebygging
    førebyggjande førebyggje føremål gje gjekk gjeld gjelda gjennomføra gjer gjera gjerast
    gjere gjev gjeva gjevast gjeve gong gonger halda haldast halde haldne heile heim heimel
    held hindra hjå ho høve høyra høyre ikkje inga innan kjem kjema kjenna koma kommunane
    kommunar kor korfor korleis kring kva kvar kvarandre kvart kven kvifor leggja leggje leia
    leiar leiarar leiast leie løyve medverka meir millom mogleg moglegheit mykje månad månaden
    månader noko nokon nokre nytte omsyn oppgåve oppgåvene oppgåver partane partar saman same
    seia seie set sidan sit sjølv skriv skulane skular skule skulen spørje stad staden syta
    syter særleg taka teieplikt tek tenesta teneste tenestene tenester tilhøve tryggleik
    tystnadsplikt underteikna utan utanfor vald vart vedteke vedteken veka veke veker vera vere
    verka verksemd vert verta verte vore vorte ynskje ynskjer årleg òg
    """.split()
)
_NB_ENDINGS = re.compile(
    r"....(?:elsen|elser|elsene|heten|heter|lig|lige|erne|ingen|ingens|ningene|enes|eres|esvis)$"
    r"|^hv[aeio]"
)
_NN_ENDINGS = re.compile(
    r"....(?:ane|anes|leg|lege|leik|leiken|heit|heita|heiter|inga|ingane|ingar|erast|arar|arane|"
    r"semd|ande|ast)$|^kv[aeio]"
)
_NEITHER = frozenset("ingen alltid ligge ane ovane sane vane orlane rolig bolig".split())

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[A-Za-zÆØÅæøåÉéÒòÔôÈè]+")
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
    nb = nn = 0
    unquoted = _QUOTED.sub(" ", text)
    for match in _WORD.finditer(unquoted):
        word = match[0]
        if word[0].isupper() and not _SENTENCE_END.search(unquoted[: match.start()]):
            continue
        cue = _cue(word.lower())
        nb += cue == "nb"
        nn += cue == "nn"
    return nb, nn


@lru_cache(maxsize=16384)
def _cue(word: str) -> Standard | None:
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
