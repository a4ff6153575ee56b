"""Why a file cannot be read, as the sentence a user sees: what, where, and what to do."""

from __future__ import annotations

from typing import Literal

from agreementlint.model import ErrorKind

Reason = tuple[ErrorKind, str]
Written = Literal["nb"]

NB: dict[Reason, str] = {
    ("encrypted", "pdf"): (
        "PDF-en er beskyttet med passord; lagre en kopi uten passord og prøv igjen."
    ),
    ("encrypted", "office"): (
        "Dokumentet er beskyttet med passord; lagre en kopi uten passord og prøv igjen."
    ),
    ("damaged", "pdf"): (
        "PDF-en er ødelagt eller ufullstendig; hent den på nytt eller lag den om igjen."
    ),
    ("damaged", "zip"): (
        "Filen er ødelagt eller ufullstendig; hent den på nytt eller lagre den om igjen."
    ),
    ("empty", "file"): "Filen er tom (0 byte); hent den på nytt.",
    ("empty", "text"): "Filen inneholder ingen tekst; kontroller at riktig fil er valgt.",
    ("empty", "pdf"): "PDF-en har ingen sider; kontroller at riktig fil er valgt.",
    ("empty", "pages"): "Sidene i PDF-en er tomme; kontroller at riktig fil er valgt.",
    ("ocr-unavailable", "pages"): (
        "PDF-en har bare bilder av sider, og programmet kan ikke lese bilder ennå; bruk en utgave "
        "der teksten kan merkes og kopieres."
    ),
    ("unsupported", "doc"): (
        "Filen er i det gamle Word-formatet (.doc); lagre den som .docx og prøv igjen."
    ),
    ("unsupported", "rtf"): "Filen er i RTF-format; lagre den som .docx eller PDF og prøv igjen.",
    ("unsupported", "odt"): (
        "ODT-filer kan ikke leses ennå; lagre dokumentet som .docx eller PDF og prøv igjen."
    ),
    ("unsupported", "html"): (
        "Filen er en nettside (HTML), ikke et dokument; lagre avtalen som PDF eller .docx."
    ),
    ("unsupported", "zip"): (
        "Filen er et arkiv uten Word-dokument i; pakk den ut og kontroller filene hver for seg."
    ),
    ("unsupported", "image"): "Filen er et bilde; lag en PDF med tekst av det og prøv igjen.",
    ("unsupported", "binary"): (
        "Filen er verken PDF, Word-dokument (.docx) eller tekst; lagre avtalen i et av "
        "disse formatene."
    ),
    ("unsupported", "folder"): "Stien er en mappe, ikke en fil; oppgi en fil i mappen.",
    ("unsupported", "special"): (
        "Stien er ikke en vanlig fil, men en enhet eller et rør; oppgi en vanlig fil."
    ),
    ("too-large", "file"): "Filen er større enn 50 MB; del den opp eller lagre en mindre utgave.",
    ("too-large", "unpacked"): "Dokumentet er for stort når det pakkes ut; lagre en mindre utgave.",
    ("timeout", "file"): (
        "Lesingen tok for lang tid og ble stanset; prøv igjen med en høyere tidsgrense (--timeout)."
    ),
    ("not-found", "file"): "Filen finnes ikke; kontroller stien.",
    ("permission", "file"): (
        "Filen kan ikke åpnes fordi du mangler leserettighet; endre rettighetene eller "
        "kopier filen."
    ),
    ("permission", "open"): (
        "Filen kan ikke åpnes; kontroller at den ikke er låst eller ligger på en frakoblet enhet."
    ),
    ("crashed", "file"): (
        "Filen fikk leseren til å stanse uventet; lagre dokumentet om igjen som PDF eller .docx."
    ),
}

SENTENCES: dict[Written, dict[Reason, str]] = {"nb": NB}


def message(kind: ErrorKind, reason: str, written: Written = "nb") -> str:
    """The sentence for an error kind of the contract and the reader's reason."""
    return SENTENCES[written][kind, reason]
