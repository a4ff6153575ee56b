"""The program's own sentences in bokmål, nynorsk and English: key and values to text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from agreementlint.model import Lang

NB = {
    # severities, as headings
    "error": "Krav og formelle mangler",
    "warning": "Anbefalinger",
    "note": "God praksis",
    # verdicts
    "pass": "følger",
    "fail": "avvik",
    "review": "må leses",
    "unknown": "ikke vurdert",
    "inapplicable": "ikke aktuelt",
    # a finding
    "agreement": "Avtalen",
    "guide": "Veilederen",
    "recommended": "Anbefalt",
    "chapter": "kap. {chapter}",
    "guide-page": "s. {page}",
    "page": "side {page}",
    "line": "linje {line}",
    "advice": "Råd",
    "clause": "Forslag til tekst",
    "absence": "Undersøkt",
    "pages-read": "{read} av {pages} sider er lest",
    "all-read": "hele dokumentet er lest",
    "looked-for": "Lett etter: {phrases}",
    "nearest": "Nærmest",
    "why-not": "Teller ikke: {reason}",
    "unread": "Ikke funnet i det som er lest, men {pages} kunne ikke leses.",
    "crash": "Kunne ikke vurderes på grunn av en feil i programmet.",
    "waiver": "Unntak: {reason} ({by})",
    "and": "og",
    "page-list": "side {pages}",
    # documents and totals
    "no-findings": "Ingen avvik fra veilederen.",
    "total": "Følger {followed} av {judged} anbefalinger",
    "total-none": "Ingen anbefalinger er vurdert",
    "total-review": "{count} må leses av et menneske",
    "total-unknown": "{count} ikke vurdert",
    "total-inapplicable": "{count} gjelder ikke denne avtalen",
    "total-waived": "{count} med unntak",
    "pages": "{count} sider",
    "one-page": "1 side",
    "template": "mal som ikke er fylt ut",
    "unread-pages": "Ikke lest: {pages}. Prøv en utgave der teksten kan merkes og kopieres.",
    "ocr-pages": "Lest med OCR: {pages}",
    "unreadable": "Kunne ikke leses",
    "all-documents": "{documents} dokumenter: {findings} med funn, {clean} uten, {other} ikke "
                     "vurdert",
    "other": "{path} ser ikke ut til å være en samarbeidsavtale mellom kommune og politi.",
    "looks-like": "{path} ser ut til å være {genre}, ikke en samarbeidsavtale mellom kommune og "
                  "politi.",
    "genre-guide": "veilederen eller en annen rettledning",
    "genre-minutes": "et møtereferat",
    "genre-case": "et saksframlegg",
    "genre-letter": "et brev",
    "genre-news": "en nyhetssak eller en nettside",
    "genre-plan": "en plan, en rapport eller et annet skriv",
    "genre-contract": "en avtale av et annet slag",
    "genre-political": "en avtale mellom politiske partier",
    "genre-foreign": "en tekst på et annet språk",
    # rules and explain
    "rule": "Regel",
    "name": "Navn",
    "severity": "Alvor",
    "asks": "Hva veilederen ber om",
    "asks-beyond": "Hva som anbefales",
    "why": "Hvorfor",
    "judged": "Slik vurderes det",
    "otherwise": "ellers",
    "reliable": "Hvor sikkert er det?",
    "reliability": (
        "Rett svar i {right} av {judged} avtaler som regelen ikke var laget av "
        "(docs/accuracy.md)."
    ),
    "reliability-unknown": "Regelen er ikke prøvd på avtaler den ikke var laget av.",
    "examples": "Eksempler",
    "severity-error": "krav",
    "severity-warning": "anbefaling",
    "severity-note": "god praksis",
    # errors
    "unknown-rule": 'Ukjent regel «{word}».',
    "did-you-mean": "Mente du {word}?",
    "see-rules": "«agreementlint rules» viser alle.",
    "empty-folder": "Fant ingen dokumenter i {path}.",
    "cannot-write": "Kan ikke skrive {path}: {reason}.",
    "standard-output": "standard ut",
    "no-folder": "mappen finnes ikke",
    "no-right": "du har ikke lov til å skrive der",
    "no-room": "det er ikke plass",
    "crashed": "Programmet feilet på dette dokumentet ({reason}).",
    "rule-crashed": "{path}: regel {rule} kunne ikke vurderes ({reason}).",
    "internal": "Programmet feilet ({reason}). Kjør med --debug for å se hvor.",
    "stopped": "Avbrutt.",
    "reading": "Leser {path}",
}

NN = {
    "error": "Krav og formelle manglar",
    "warning": "Tilrådingar",
    "note": "God praksis",
    "pass": "følgjer",
    "fail": "avvik",
    "review": "må lesast",
    "unknown": "ikkje vurdert",
    "inapplicable": "ikkje aktuelt",
    "agreement": "Avtalen",
    "guide": "Rettleiaren",
    "recommended": "Tilrådd",
    "chapter": "kap. {chapter}",
    "guide-page": "s. {page}",
    "page": "side {page}",
    "line": "linje {line}",
    "advice": "Råd",
    "clause": "Framlegg til tekst",
    "absence": "Undersøkt",
    "pages-read": "{read} av {pages} sider er lesne",
    "all-read": "heile dokumentet er lese",
    "looked-for": "Leita etter: {phrases}",
    "nearest": "Nærast",
    "why-not": "Tel ikkje: {reason}",
    "unread": "Ikkje funne i det som er lese, men {pages} kunne ikkje lesast.",
    "crash": "Kunne ikkje vurderast på grunn av ein feil i programmet.",
    "waiver": "Unntak: {reason} ({by})",
    "and": "og",
    "page-list": "side {pages}",
    "no-findings": "Ingen avvik frå rettleiaren.",
    "total": "Følgjer {followed} av {judged} tilrådingar",
    "total-none": "Ingen tilrådingar er vurderte",
    "total-review": "{count} må lesast av eit menneske",
    "total-unknown": "{count} ikkje vurdert",
    "total-inapplicable": "{count} gjeld ikkje denne avtalen",
    "total-waived": "{count} med unntak",
    "pages": "{count} sider",
    "one-page": "1 side",
    "template": "mal som ikkje er fylt ut",
    "unread-pages": "Ikkje lese: {pages}. Prøv ei utgåve der teksten kan merkast og kopierast.",
    "ocr-pages": "Lese med OCR: {pages}",
    "unreadable": "Kunne ikkje lesast",
    "all-documents": "{documents} dokument: {findings} med funn, {clean} utan, {other} ikkje "
                     "vurderte",
    "other": "{path} ser ikkje ut til å vere ein samarbeidsavtale mellom kommune og politi.",
    "looks-like": "{path} ser ut til å vere {genre}, ikkje ein samarbeidsavtale mellom kommune og "
                  "politi.",
    "genre-guide": "rettleiaren eller ei anna rettleiing",
    "genre-minutes": "eit møtereferat",
    "genre-case": "eit saksframlegg",
    "genre-letter": "eit brev",
    "genre-news": "ei nyhendesak eller ei nettside",
    "genre-plan": "ein plan, ein rapport eller eit anna skriv",
    "genre-contract": "ein avtale av eit anna slag",
    "genre-political": "ein avtale mellom politiske parti",
    "genre-foreign": "ein tekst på eit anna språk",
    "rule": "Regel",
    "name": "Namn",
    "severity": "Alvor",
    "asks": "Kva rettleiaren ber om",
    "asks-beyond": "Kva som er tilrådd",
    "why": "Kvifor",
    "judged": "Slik blir det vurdert",
    "otherwise": "elles",
    "reliable": "Kor sikkert er det?",
    "reliability": (
        "Rett svar i {right} av {judged} avtalar som regelen ikkje var laga av "
        "(docs/accuracy.md)."
    ),
    "reliability-unknown": "Regelen er ikkje prøvd på avtalar han ikkje var laga av.",
    "examples": "Døme",
    "severity-error": "krav",
    "severity-warning": "tilråding",
    "severity-note": "god praksis",
    "unknown-rule": 'Ukjend regel «{word}».',
    "did-you-mean": "Meinte du {word}?",
    "see-rules": "«agreementlint rules» viser alle.",
    "empty-folder": "Fann ingen dokument i {path}.",
    "cannot-write": "Kan ikkje skrive {path}: {reason}.",
    "standard-output": "standard ut",
    "no-folder": "mappa finst ikkje",
    "no-right": "du har ikkje lov til å skrive der",
    "no-room": "det er ikkje plass",
    "crashed": "Programmet feila på dette dokumentet ({reason}).",
    "rule-crashed": "{path}: regel {rule} kunne ikkje vurderast ({reason}).",
    "internal": "Programmet feila ({reason}). Køyr med --debug for å sjå kvar.",
    "stopped": "Avbrote.",
    "reading": "Les {path}",
}

EN = {
    "error": "Requirements and formal defects",
    "warning": "Recommendations",
    "note": "Good practice",
    "pass": "follows",
    "fail": "departs",
    "review": "to be read",
    "unknown": "not judged",
    "inapplicable": "not applicable",
    "agreement": "The agreement",
    "guide": "The guide",
    "recommended": "Recommended",
    "chapter": "ch. {chapter}",
    "guide-page": "p. {page}",
    "page": "page {page}",
    "line": "line {line}",
    "advice": "Advice",
    "clause": "Suggested text",
    "absence": "Searched",
    "pages-read": "{read} of {pages} pages were read",
    "all-read": "the whole document was read",
    "looked-for": "Looked for: {phrases}",
    "nearest": "Closest",
    "why-not": "Does not count: {reason}",
    "unread": "Not found in what was read, but {pages} could not be read.",
    "crash": "Could not be judged because of an error in the program.",
    "waiver": "Waived: {reason} ({by})",
    "and": "and",
    "page-list": "p. {pages}",
    "no-findings": "Nothing departs from the guide.",
    "total": "Follows {followed} of {judged} recommendations",
    "total-none": "No recommendation was judged",
    "total-review": "{count} to be read by a person",
    "total-unknown": "{count} not judged",
    "total-inapplicable": "{count} not applicable",
    "total-waived": "{count} waived",
    "pages": "{count} pages",
    "one-page": "1 page",
    "template": "a template that is not filled in",
    "unread-pages": "Not read: {pages}. Try a copy whose text can be selected.",
    "ocr-pages": "Read by OCR: {pages}",
    "unreadable": "Could not be read",
    "all-documents": "{documents} documents: {findings} with findings, {clean} without, {other} "
                     "not judged",
    "other": "{path} does not look like a cooperation agreement between kommune and police.",
    "looks-like": "{path} looks like {genre}, not like a cooperation agreement between kommune "
                  "and police.",
    "genre-guide": "the guide or another manual",
    "genre-minutes": "the minutes of a meeting",
    "genre-case": "a case paper",
    "genre-letter": "a letter",
    "genre-news": "a news item or a web page",
    "genre-plan": "a plan, a report or the like",
    "genre-contract": "a contract of another sort",
    "genre-political": "an agreement between political parties",
    "genre-foreign": "a text in another language",
    "rule": "Rule",
    "name": "Name",
    "severity": "Severity",
    "asks": "What the guide asks",
    "asks-beyond": "What is recommended",
    "why": "Why",
    "judged": "How it is judged",
    "otherwise": "otherwise",
    "reliable": "How reliable is it?",
    "reliability": (
        "The right verdict in {right} of {judged} agreements that the rule was not made "
        "from (docs/accuracy.md)."
    ),
    "reliability-unknown": "The rule has not been tried on agreements that it was not made from.",
    "examples": "Examples",
    "severity-error": "requirement",
    "severity-warning": "recommendation",
    "severity-note": "good practice",
    "unknown-rule": 'Unknown rule "{word}".',
    "did-you-mean": "Did you mean {word}?",
    "see-rules": '"agreementlint rules" lists them all.',
    "empty-folder": "No documents in {path}.",
    "cannot-write": "Cannot write {path}: {reason}.",
    "standard-output": "standard output",
    "no-folder": "the folder does not exist",
    "no-right": "you may not write there",
    "no-room": "there is no room",
    "crashed": "The program failed on this document ({reason}).",
    "rule-crashed": "{path}: rule {rule} could not be judged ({reason}).",
    "internal": "The program failed ({reason}). Run with --debug to see where.",
    "stopped": "Stopped.",
    "reading": "Reading {path}",
}

CATALOGUE: dict[Lang, dict[str, str]] = {"nb": NB, "nn": NN, "en": EN}


def say(lang: Lang, key: str, **values: object) -> str:
    """The sentence `key` in `lang`, its braces filled with `values`."""
    return CATALOGUE[lang][key].format(**values)


def page_list(pages: Iterable[int], lang: Lang) -> str:
    """'side 3, 4 og 7'."""
    return say(lang, "page-list", pages=listed([str(page) for page in pages], lang))


def listed(words: Iterable[str], lang: Lang) -> str:
    """'a, b og c'."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {say(lang, 'and')} {last}" if most else last


def shown(value: object, lang: Lang) -> str:
    """A value of a fact as a person of that language writes it: '2', '0,5', '31.12.2028'."""
    if isinstance(value, float):
        number = f"{value:.2f}".rstrip("0").rstrip(".")
        return number if lang == "en" else number.replace(".", ",")
    if isinstance(value, dt.date):
        return value.isoformat() if lang == "en" else f"{value:%d.%m.%Y}"
    if isinstance(value, list | tuple | set | frozenset):
        return listed((shown(part, lang) for part in value), lang)
    return "–" if value is None else str(value)
