"""Turns a Norwegian word into its stem key: one key for all inflections of a lemma, nb and nn.

The key is that of the Snowball stemmer for Norwegian, except where its suffix rules split a lemma
or join two: those endings and irregular lemmas are listed here. A verb in -ere, its noun in -ing
and its noun in -sjon have keys of their own (evaluere, evaluering; revidere, revisjon). An agent
noun shares the key of its verb ("leder" is both). nb and nn lemmas that differ in the stem
(oppgave, oppgåve) are two words.
"""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

_SNOWBALL = snowballstemmer.stemmer("norwegian")


_UNINFLECTED_LIST = """
    alle alltid andre annen annet bare begge blant både dei deira dem den denne der dere deres
    desse dessuten det dette disse eller ellers enn etter fleire flere fleste først gjennom hans
    har hele heile hennar hennes her hver hvert hvor igjen ikke ikkje ingen inkje innen innan
    kanskje korleis kunne kvar kvart langs mellom mellam mest mer meir mindre minst mot mye nesten
    noen noe nokon noko nokre når også om oppe over samme same sammen saman seg siden sidan sine
    sitt sjøl selv skulle slik slike som til under uten utan vart ved vert ville være vera vært
    vore være vår våre åtte annan anna eigen eiga eige egen eget egne dermed hverandre kvarandre
    einannan likevel mange mykje neste siste tre fire fem seks sju syv ni ti tolv januar februar
    mars april mai juni juli august september oktober november desember høst haust vår sommer
    vinter
"""
_UNINFLECTED = frozenset(_UNINFLECTED_LIST.split())

_FAMILIES: dict[str, str] = {
    "barn": "barnet barna barnas barns barnets",
    "bli": "blir ble blei blitt blive",
    "by": "byen byer byar byane byene byens",
    "dag": "dagen dager dagar dagane dagene dags dagens",
    "finn": "finne finna finner finnes finnast finst fins fant fann funne funnet",
    "gi": "gir gis gitt gitte gav ga gje gjev gjeve gjeva gjevast gjevne gje",
    "gjeld": "gjelde gjelda gjelder gjaldt galdt gjeldt gjaldt",
    "gjør": "gjøre gjøres gjort gjorte gjorde gjere gjera gjer gjerast",
    "hald": "halde halda held heldt halden haldast haldne haldes",
    "ligg": "ligge liggja liggje ligger låg lå",
    "mann": "mannen menn mennene mannens mannfolk",
    "mål": "målet måla målene måls målets",
    "sak": "saken saka saker sakene saks sakens",
    "si": "sier sies sagt sagte sa seie seia seier seiast sagde",
    "skje": "skjer skjedd skjedde skjest",
    "sted": "stedet steder stedene steds",
    "stad": "staden stader stadene stadane stadar",
    "time": "timen timer timar timane timene timens times",
    "trer": "trådte trådt tredd tredde",
    "uke": "uken uka uker ukene ukes ukers ukas",
    "veke": "veka veker vekene vekes",
    "velg": "velge velger velges valgt valgte",
    "vel": "velje velja valde vald veljast",
    "voksen": "voksne voksent voksnes",
    "år": "året åra årene års årets åras årenes",
}
"""Irregular or too short for the suffix rules: key → its other forms."""

_FORMS = {form: lemma for lemma, forms in _FAMILIES.items() for form in (lemma, *forms.split())}
_VOWELS = frozenset("aeiouyæøåé")

_NOUN = r"(?:en|et|a|e|er|ar|ene|ane|ens|ets|as|es|ers|ars|enes|anes|s)?"
_DEFINITE = r"(?:en|ens|e|es|s|ne|nes|ar|ars|ane|anes)"
_AGENTS = (
    "tak|led|giv|gjev|byggj?|handl|arbeid|bruk|lær|forsk|søk|vern|plei|partn|forvalt|politik|"
    "utøv|hjelp"
)
_TAKING = "del|iva|vare|mot|opp|over|ved|fore"
_LOAN_VERBS = "evaluer|revider|vurder|koordiner|prioriter|orienter|organiser|etabler"

_ENDINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?:{pattern})$"), replacement)
    for pattern, replacement in (
        # nouns whose lemma ends in what looks like an inflection
        (rf"(ansv|forsv|semin|komment|eksempl)ar{_NOUN}", r"\1ar"),
        (rf"(ressur|kur|innsat)s{_NOUN}", r"\1s"),
        (r"((?:^|[^s])tem|aren|skjem|(?:^|person)dat)a(?:en|et|er|ar|ene|ane|ens|ets|s)?", r"\1a"),
        (r"vars(?:el|elet|elets|la|le|ler|lene|les|let|lar|last)", "varsel"),
        (rf"(..)itet{_NOUN}", r"\1itet"),
        (rf"(..)hei?t{_NOUN}", r"\1het"),
        (r"(.[^h])else(?:n|r|ne|ns|nes|s)?", r"\1else"),
        (r"komit[eé](?:en|ar|er|ane|ene|ens|s|a)?", "komite"),
        (r"mei?st(?:er|eren|erens|ere|eret|ers|rene|re|rar|rane)", "mester"),
        (r"sent(?:er|eret|ra|re|rene|erets)", "senter"),
        (r"reg(?:el|elen|ler|lar|lene|lane|la)", "regel"),
        (r"mid(?:del|delet|let|ler|lar|la|lene|lane)", "middel"),
        (r"kapit(?:tel|telet|let|ler|la|lene)", "kapittel"),
        (r"lov(?:en|a|er|ene|ane|ar|s|ens|as)?", "lov"),
        (r"(fast|over|mune)leg(?:e|en|er|ar|ane|ene|ens)", r"\1lege"),
        # adjectives: nb -lig, nn -leg
        (r"(..)l[ie]g(?:e|t|ere|are|st|ast|este|aste)?", r"\1lig"),
        # people
        (r"(?<!all)m[ae]nn(?:en|ens|a|er|ene|enes|s)?", "mann"),
        (rf"leiar{_DEFINITE}?", "led"),
        (rf"delta[gk](?:er|ar){_DEFINITE}?", "deltak"),
        (rf"før(?:e|a|es|ast|t|te|(?:er|ar){_DEFINITE}?)", "føre"),
        (rf"({_AGENTS})(?:er|ar){_DEFINITE}?", r"\1"),
        # møte is noun and verb
        (r"møt(?:e|es|er|et|a|as|ene|ets|enes|ast|est|te|t)", "møte"),
        # verbs with an irregular past, passive or participle
        (r"([^l]gå|.stå|.slå)(?:r|s|tt|tte|ast|ande|ende)?", r"\1"),
        (rf"({_TAKING})t(?:a|ar|as|att|atte|ek|eke|ekne|ok|ast)", r"\1ta"),
        (r"(begyn|godkjen|erkjen)(?:t|te|n|ne|na|ner|nes|nast)", r"\1n"),
        (r"bidr(?:a|ar|as|att|og|eg|ege|ast)", "bidra"),
        (r"(^|inn|sam|til|opp)kalte?", r"\1kall"),
        (r"skrev(?:et|ne)?", "skriv"),
        (r"lagte?", "legg"),
        (r"satte?", "sett"),
        (r"f[uø]lgte?|f[øy]lgde?|f[øy]lgj?(?:a|e|er|es|ast)?", "følg"),
        (r"avtalte?", "avtal"),
        (r"bestemte?", "bestem"),
        (r"(pek|peik|nevn|hør|høyr|bruk|lær|henvis|tilvis|del|søk|kjøp|lys|løs|løys)te?", r"\1"),
        # imperatives that would lose their -er
        (rf"({_LOAN_VERBS})", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The stem key of one word: lower case; the word itself where nothing is known to inflect."""
    lower = word.lower().replace("\u00ad", "")
    if lower in _FORMS:
        return _FORMS[lower]
    if len(lower) <= 3 or lower in _UNINFLECTED or not lower[-1].isalpha():
        return lower
    if lower.endswith("anes"):  # genitive of the nynorsk plural, which Snowball does not know
        lower = lower[:-1]
    for pattern, replacement in _ENDINGS:
        if ending := pattern.search(lower):
            return _without_spelling_variants(lower[: ending.start()] + ending.expand(replacement))
    return _without_spelling_variants(_SNOWBALL.stemWord(lower))


def _without_spelling_variants(stem: str) -> str:
    """medlemm → medlem (the m doubles before a vowel), byggj → bygg (nn j before a vowel)."""
    if stem.endswith("mm"):
        return stem[:-1]
    if len(stem) > 3 and stem.endswith(("gj", "kj")):
        return stem[:-1]
    return stem


def is_first_part(letters: str) -> bool:
    """Whether `letters` can stand before the last part of a compound."""
    return len(letters) >= 2 and (letters[-1] == "-" or not _VOWELS.isdisjoint(letters))
