"""Why a file cannot be read, as the sentence a user sees: what is wrong, and what to do."""

from __future__ import annotations

from agreementlint.messages import how_to_install
from agreementlint.model import ErrorKind, Lang, ReadError

SENTENCES: dict[tuple[ErrorKind, str], dict[Lang, str]] = {
    ("encrypted", "pdf"): {
        "nb": "PDF-en er beskyttet med passord; lagre en kopi uten passord og prøv igjen.",
        "nn": "PDF-en er verna med passord; lagre ein kopi utan passord og prøv igjen.",
        "en": "The PDF is protected by a password; save a copy without one and try again.",
    },
    ("encrypted", "locked"): {
        "nb": "PDF-en er sperret for endringer; lagre en kopi uten sperre og prøv igjen.",
        "nn": "PDF-en er sperra for endringar; lagre ein kopi utan sperre og prøv igjen.",
        "en": "The PDF is locked against changes; save a copy without the lock and try again.",
    },
    ("encrypted", "office"): {
        "nb": "Dokumentet er beskyttet med passord; lagre en kopi uten passord og prøv igjen.",
        "nn": "Dokumentet er verna med passord; lagre ein kopi utan passord og prøv igjen.",
        "en": "The document is protected by a password; save a copy without one and try again.",
    },
    ("damaged", "pdf"): {
        "nb": "PDF-en er ødelagt eller ufullstendig; hent den på nytt eller lag den om igjen.",
        "nn": "PDF-en er øydelagd eller ufullstendig; hent han på nytt eller lag han om igjen.",
        "en": "The PDF is damaged or incomplete; fetch it again or make it anew.",
    },
    ("damaged", "unwritable"): {
        "nb": "PDF-en kan leses, men ikke skrives i; skriv den ut til en ny PDF og prøv igjen.",
        "nn": "PDF-en kan lesast, men ikkje skrivast i; skriv han ut til ein ny PDF og prøv igjen.",
        "en": "The PDF can be read but not written in; print it to a new PDF and try again.",
    },
    ("damaged", "zip"): {
        "nb": "Filen er ødelagt eller ufullstendig; hent den på nytt eller lagre den om igjen.",
        "nn": "Fila er øydelagd eller ufullstendig; hent ho eller lagre ho på nytt.",
        "en": "The file is damaged or incomplete; fetch it again or save it anew.",
    },
    ("unsupported", "strict"): {
        "nb": "Filen er lagret som «Strict Open XML»; lagre den i Word som vanlig .docx.",
        "nn": "Fila er lagra som «Strict Open XML»; lagre ho i Word som vanleg .docx.",
        "en": "The file is saved as \"Strict Open XML\"; save it in Word as an ordinary .docx.",
    },
    ("damaged", "parts"): {
        "nb": "Filen mangler deler som et Word-dokument skal ha; lagre den på nytt som .docx.",
        "nn": "Fila manglar delar som eit Word-dokument skal ha; lagre ho på nytt som .docx.",
        "en": "The file lacks parts that a Word document must have; save it anew as .docx.",
    },
    ("damaged", "duplicate"): {
        "nb": "Filen inneholder to deler med samme navn; åpne den og lagre den på nytt.",
        "nn": "Fila inneheld to delar med same namn; opne ho og lagre ho på nytt.",
        "en": "The file holds two parts of the same name; open it and save it anew.",
    },
    ("damaged", "depth"): {
        "nb": "En del av filen har elementer i for mange nivåer; åpne den og lagre den på nytt.",
        "nn": "Ein del av fila har element i for mange nivå; opne ho og lagre ho på nytt.",
        "en": "A part of the file is nested too deeply; open it and save it anew.",
    },
    ("damaged", "doctype"): {
        "nb": "Filen har en DOCTYPE, som ikke er lov i slike dokumenter; lagre den på nytt.",
        "nn": "Fila har ein DOCTYPE, som ikkje er lov i slike dokument; lagre ho på nytt.",
        "en": "The file has a DOCTYPE, which such documents may not have; save it anew.",
    },
    ("empty", "file"): {
        "nb": "Filen er tom (0 byte); hent den på nytt.",
        "nn": "Fila er tom (0 byte); hent ho på nytt.",
        "en": "The file is empty (0 bytes); fetch it again.",
    },
    ("empty", "text"): {
        "nb": "Filen inneholder ingen tekst; kontroller at riktig fil er valgt.",
        "nn": "Fila inneheld ingen tekst; kontroller at rett fil er vald.",
        "en": "The file holds no text; check that it is the right file.",
    },
    ("empty", "pictures"): {
        "nb": "Dokumentet har bilder, men ingen tekst; lagre det som PDF, så kan sidene leses.",
        "nn": "Dokumentet har bilete, men ingen tekst; lagre det som PDF, så kan sidene lesast.",
        "en": "The document has pictures but no text; save it as PDF, so that they can be read.",
    },
    ("empty", "pdf"): {
        "nb": "PDF-en har ingen sider; kontroller at riktig fil er valgt.",
        "nn": "PDF-en har ingen sider; kontroller at rett fil er vald.",
        "en": "The PDF has no pages; check that it is the right file.",
    },
    ("empty", "pages"): {
        "nb": "Sidene i PDF-en er tomme; kontroller at riktig fil er valgt.",
        "nn": "Sidene i PDF-en er tomme; kontroller at rett fil er vald.",
        "en": "The pages of the PDF are blank; check that it is the right file.",
    },
    ("empty", "stdin"): {
        "nb": "Det kom ingen tekst på standard inn; send teksten dit, eller oppgi en fil.",
        "nn": "Det kom ingen tekst på standard inn; send teksten dit, eller oppgi ei fil.",
        "en": "No text came on standard input; send the text there, or name a file.",
    },
    ("ocr-unavailable", "tesseract"): {
        "nb": (
            "Alle sidene er bilder, og Tesseract, som kan lese dem, er ikke installert; {install}."
        ),
        "nn": (
            "Alle sidene er bilete, og Tesseract, som kan lese dei, er ikkje installert; {install}."
        ),
        "en": (
            "All pages are pictures, and Tesseract, which can read them, is not installed; "
            "{install}."
        ),
    },
    ("ocr-unavailable", "language"): {
        "nb": "Alle sidene er bilder, og Tesseract mangler norsk; {install}.",
        "nn": "Alle sidene er bilete, og Tesseract manglar norsk; {install}.",
        "en": "All pages are pictures, and Tesseract lacks Norwegian; {install}.",
    },
    ("ocr-unavailable", "off"): {
        "nb": "Alle sidene er bilder, og OCR er slått av; prøv igjen uten «--ocr never».",
        "nn": "Alle sidene er bilete, og OCR er slått av; prøv igjen utan «--ocr never».",
        "en": 'All pages are pictures, and OCR is turned off; try again without "--ocr never".',
    },
    ("damaged", "pages"): {
        "nb": "Det lot seg ikke gjøre å lese noe på sidene; skann dem på nytt, skarpere og rett.",
        "nn": "Det gjekk ikkje å lese noko på sidene; skann dei på nytt, skarpare og rett.",
        "en": "Nothing could be made out on the pages; scan them again, sharper and upright.",
    },
    ("unsupported", "doc"): {
        "nb": "Filen er i det gamle Word-formatet (.doc); lagre den som .docx og prøv igjen.",
        "nn": "Fila er i det gamle Word-formatet (.doc); lagre ho som .docx og prøv igjen.",
        "en": "The file is in the old Word format (.doc); save it as .docx and try again.",
    },
    ("unsupported", "docm"): {
        "nb": "Dokumentet har makroer (.docm); lagre det som .docx og prøv igjen.",
        "nn": "Dokumentet har makroar (.docm); lagre det som .docx og prøv igjen.",
        "en": "The document has macros (.docm); save it as .docx and try again.",
    },
    ("unsupported", "dotm"): {
        "nb": "Filen er en Word-mal med makroer (.dotm); lagre den som .docx og prøv igjen.",
        "nn": "Fila er ein Word-mal med makroar (.dotm); lagre ho som .docx og prøv igjen.",
        "en": "The file is a Word template with macros (.dotm); save it as .docx and try again.",
    },
    ("unsupported", "dotx"): {
        "nb": "Filen er en Word-mal (.dotx); lagre den som .docx og prøv igjen.",
        "nn": "Fila er ein Word-mal (.dotx); lagre ho som .docx og prøv igjen.",
        "en": "The file is a Word template (.dotx); save it as .docx and try again.",
    },
    ("unsupported", "insert"): {
        "nb": "Dokumentet henter inn en annen fil; åpne det i Word, lagre det og prøv igjen.",
        "nn": "Dokumentet hentar inn ei anna fil; opne det i Word, lagre det og prøv igjen.",
        "en": "The document draws in another file; open it in Word, save it and try again.",
    },
    ("unsupported", "pages"): {
        "nb": "Filen er fra Pages; eksporter den som PDF eller Word (.docx) og prøv igjen.",
        "nn": "Fila er frå Pages; eksporter ho som PDF eller Word (.docx) og prøv igjen.",
        "en": "The file is from Pages; export it as PDF or Word (.docx) and try again.",
    },
    ("unsupported", "xml"): {
        "nb": "Filen er XML; åpne den i Word eller LibreOffice og lagre den som .docx.",
        "nn": "Fila er XML; opne ho i Word eller LibreOffice og lagre ho som .docx.",
        "en": "The file is XML; open it in Word or LibreOffice and save it as .docx.",
    },
    ("unsupported", "spreadsheet"): {
        "nb": "Filen er et regneark; lagre avtalen som PDF eller .docx og prøv igjen.",
        "nn": "Fila er eit rekneark; lagre avtalen som PDF eller .docx og prøv igjen.",
        "en": "The file is a spreadsheet; save the agreement as PDF or .docx and try again.",
    },
    ("unsupported", "presentation"): {
        "nb": "Filen er en presentasjon; lagre avtalen som PDF eller .docx og prøv igjen.",
        "nn": "Fila er ein presentasjon; lagre avtalen som PDF eller .docx og prøv igjen.",
        "en": "The file is a presentation; save the agreement as PDF or .docx and try again.",
    },
    ("unsupported", "rtf"): {
        "nb": "Filen er i RTF-format; lagre den som .docx eller PDF og prøv igjen.",
        "nn": "Fila er i RTF-format; lagre ho som .docx eller PDF og prøv igjen.",
        "en": "The file is in RTF format; save it as .docx or PDF and try again.",
    },
    ("unsupported", "html"): {
        "nb": "Filen er en nettside (HTML), ikke et dokument; lagre avtalen som PDF eller .docx.",
        "nn": "Fila er ei nettside (HTML), ikkje eit dokument; lagre avtalen som PDF eller .docx.",
        "en": "The file is a web page (HTML), not a document; save the agreement as PDF or .docx.",
    },
    ("unsupported", "zip"): {
        "nb": "Filen er et arkiv, ikke et dokument; pakk det ut og kontroller filene i det.",
        "nn": "Fila er eit arkiv, ikkje eit dokument; pakk det ut og kontroller filene i det.",
        "en": "The file is an archive, not a document; unpack it and check the files in it.",
    },
    ("unsupported", "image"): {
        "nb": "Filen er et bilde; lag en PDF av det, og prøv igjen.",
        "nn": "Fila er eit bilete; lag ein PDF av det, og prøv igjen.",
        "en": "The file is a picture; make a PDF of it and try again.",
    },
    ("unsupported", "binary"): {
        "nb": (
            "Filen er verken PDF, Word-dokument (.docx), ODT eller tekst; lagre avtalen i et av "
            "disse formatene."
        ),
        "nn": (
            "Fila er korkje PDF, Word-dokument (.docx), ODT eller tekst; lagre avtalen i eit av "
            "desse formata."
        ),
        "en": (
            "The file is neither PDF, Word document (.docx), ODT nor text; save the agreement in "
            "one of these formats."
        ),
    },
    ("unsupported", "xfa"): {
        "nb": "PDF-en er et XFA-skjema; åpne den i Adobe Reader og skriv den ut til en ny PDF.",
        "nn": "PDF-en er eit XFA-skjema; opne han i Adobe Reader og skriv han ut til ein ny PDF.",
        "en": "The PDF is an XFA form; open it in Adobe Reader and print it to a new PDF.",
    },
    ("unsupported", "portfolio"): {
        "nb": "PDF-en er en mappe med vedlagte filer; lagre avtalen i den som en egen fil.",
        "nn": "PDF-en er ei mappe med vedlagde filer; lagre avtalen i han som ei eiga fil.",
        "en": "The PDF is a folder of attached files; save the agreement in it as a file.",
    },
    ("unsupported", "folder"): {
        "nb": "Stien er en mappe, ikke en fil; oppgi en fil i mappen.",
        "nn": "Stien er ei mappe, ikkje ei fil; oppgi ei fil i mappa.",
        "en": "The path is a folder, not a file; name a file in the folder.",
    },
    ("unsupported", "special"): {
        "nb": "Stien er ikke en vanlig fil, men en enhet eller et rør; oppgi en vanlig fil.",
        "nn": "Stien er inga vanleg fil, men ei eining eller eit røyr; oppgi ei vanleg fil.",
        "en": "The path is no ordinary file but a device or a pipe; name an ordinary file.",
    },
    ("too-large", "file"): {
        "nb": "Filen er større enn 50 MB; del den opp eller lagre en mindre utgave.",
        "nn": "Fila er større enn 50 MB; del ho opp eller lagre ei mindre utgåve.",
        "en": "The file is larger than 50 MB; divide it or save a smaller copy.",
    },
    ("too-large", "unpacked"): {
        "nb": "Dokumentet er for stort når det pakkes ut; lagre en mindre utgave.",
        "nn": "Dokumentet er for stort når det blir pakka ut; lagre ei mindre utgåve.",
        "en": "The document is too large when it is unpacked; save a smaller copy.",
    },
    ("too-large", "entries"): {
        "nb": "Filen inneholder for mange deler; del den opp eller lagre den som PDF.",
        "nn": "Fila inneheld for mange delar; del ho opp eller lagre ho som PDF.",
        "en": "The file holds too many parts; divide it or save it as PDF.",
    },
    ("too-large", "elements"): {
        "nb": "En del av filen har for mange elementer; del filen eller lagre den som PDF.",
        "nn": "Ein del av fila har for mange element; del fila eller lagre ho som PDF.",
        "en": "A part of the file has too many elements; divide the file or save it as PDF.",
    },
    ("too-large", "text"): {
        "nb": "Dokumentet har mer enn en million tegn; del det opp, eller velg avtalen alene.",
        "nn": "Dokumentet har meir enn ein million teikn; del det opp, eller vel avtalen åleine.",
        "en": "The document has more than a million characters; divide it, or pick the agreement.",
    },
    ("timeout", "file"): {
        "nb": (
            "Lesingen tok for lang tid og ble stanset; prøv igjen med en høyere tidsgrense "
            "(--timeout)."
        ),
        "nn": (
            "Lesinga tok for lang tid og vart stansa; prøv igjen med ei høgare tidsgrense "
            "(--timeout)."
        ),
        "en": (
            "Reading took too long and was stopped; try again with a higher time limit (--timeout)."
        ),
    },
    ("not-found", "file"): {
        "nb": "Filen finnes ikke; kontroller stien.",
        "nn": "Fila finst ikkje; kontroller stien.",
        "en": "The file does not exist; check the path.",
    },
    ("permission", "file"): {
        "nb": (
            "Filen kan ikke åpnes fordi du mangler leserettighet; endre rettighetene eller kopier "
            "filen."
        ),
        "nn": ("Fila kan ikkje opnast fordi du manglar leserett; endre rettane eller kopier fila."),
        "en": (
            "The file cannot be opened because you may not read it; change its permissions or "
            "copy it."
        ),
    },
    ("permission", "open"): {
        "nb": "Filen kan ikke åpnes; kontroller at den ikke er låst eller på en frakoblet enhet.",
        "nn": "Fila kan ikkje opnast; kontroller at ho ikkje er låst eller på ei fråkopla eining.",
        "en": "The file cannot be opened; check that it is not locked or on a disconnected device.",
    },
    ("crashed", "file"): {
        "nb": "Filen fikk leseren til å stanse uventet; lagre den på nytt som PDF eller .docx.",
        "nn": "Fila fekk lesaren til å stanse uventa; lagre ho på nytt som PDF eller .docx.",
        "en": "The file made the reader stop unexpectedly; save it anew as PDF or .docx.",
    },
}
"""Every reason a reader gives, under its error kind of the contract; no other may be raised."""


def sentence(error: ReadError, lang: Lang) -> str:
    """What a user is told of the error, in `lang`."""
    return SENTENCES[error.kind, error.reason][lang].replace("{install}", how_to_install(lang))
