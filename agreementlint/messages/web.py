"""The sentences of the local page and of reviewed PDFs, by key: bokmål, nynorsk, English."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "review-only-word": (
        "{path} er en PDF; «--suggest» og «--checklist» virker bare i Word. Utelat dem, eller gå "
        "gjennom Word-utkastet.",
        "{path} er ein PDF; «--suggest» og «--checklist» verkar berre i Word. Utelat dei, eller gå "
        "gjennom Word-utkastet.",
        '{path} is a PDF; "--suggest" and "--checklist" work in Word only. Leave them out, or '
        "review the Word draft.",
    ),
    # the frame of all pages
    "web-name": ("Gjennomgang av samarbeidsavtaler", "Gjennomgang av samarbeidsavtalar",
                 "Review of cooperation agreements"),
    "web-language": ("Språk", "Språk", "Language"),
    "web-back": ("Alle dokumenter", "Alle dokument", "All documents"),
    "web-ways": ("Sider", "Sider", "Pages"),
    # the desk
    "web-drop": ("Slipp avtaler her, eller velg dem", "Slepp avtalar her, eller vel dei",
                 "Drop agreements here, or choose them"),
    "web-files": ("Filer", "Filer", "Files"),
    "web-send": ("Gå gjennom", "Gå gjennom", "Review"),
    "web-takes": (
        "PDF, Word (.docx), ODT og tekst, til sammen høyst {most} MB om gangen. Alt skjer på denne "
        "maskinen, og ingenting blir tatt vare på.",
        "PDF, Word (.docx), ODT og tekst, til saman høgst {most} MB om gongen. Alt skjer på denne "
        "maskina, og ingenting blir teke vare på.",
        "PDF, Word (.docx), ODT and text, at most {most} MB in all at a time. Everything happens "
        "on this machine, and nothing is kept.",
    ),
    "web-none": ("Ingen dokumenter ennå.", "Ingen dokument enno.", "No documents yet."),
    "web-so-far": ("{done} av {all} dokumenter er gjennomgått.",
                   "{done} av {all} dokument er gjennomgått.",
                   "{done} of {all} documents are reviewed."),
    "web-busy": ("Leses …", "Blir lese …", "Being read …"),
    "web-recognised": ("{count} skannede sider er lest.", "{count} skanna sider er lesne.",
                       "{count} scanned pages are read."),
    "web-remove": ("Fjern", "Fjern", "Remove"),
    "web-remove-of": ("Fjern {name}", "Fjern {name}", "Remove {name}"),
    "web-clear": ("Fjern alle", "Fjern alle", "Remove all"),
    "web-overview": ("Oversikt over alle avtalene", "Oversikt over alle avtalane",
                     "Overview of all agreements"),
    # one paper
    "web-findings": ("Funnene", "Funna", "The findings"),
    "web-walk": ("Gå mellom funnene", "Gå mellom funna", "Go between findings"),
    "web-table": ("Tabell", "Tabell", "Table"),
    "web-paper": ("Avtalen", "Avtalen", "The agreement"),
    "web-show": ("Vis i avtalen", "Vis i avtalen", "Show in the agreement"),
    "web-previous": ("Forrige", "Førre", "Previous"),
    "web-next": ("Neste", "Neste", "Next"),
    "web-of": ("Funn # av ##", "Funn # av ##", "Finding # of ##"),
    "web-keys": ("Taster: j og k", "Tastar: j og k", "Keys: j and k"),
    "web-sheet": ("Side {number}", "Side {number}", "Page {number}"),
    "web-no-sheet": ("Side {number} kan ikke vises.", "Side {number} kan ikkje visast.",
                     "Page {number} cannot be shown."),
    "web-most-sheets": ("Bare de første {most} sidene vises.",
                        "Berre dei første {most} sidene blir viste.",
                        "Only the first {most} pages are shown."),
    "web-mark": ("Til funnet {rule}", "Til funnet {rule}", "To finding {rule}"),
    "web-download": ("Last ned", "Last ned", "Download"),
    "web-as-docx": ("Word med merknader", "Word med merknader", "Word with comments"),
    "web-as-pdf": ("PDF med merknader", "PDF med merknader", "PDF with notes"),
    "web-as-html": ("Rapport (HTML)", "Rapport (HTML)", "Report (HTML)"),
    "web-as-xlsx": ("Regneark (Excel)", "Rekneark (Excel)", "Spreadsheet (Excel)"),
    "web-as-ics": ("Kalender", "Kalender", "Calendar"),
    "web-as-json": ("JSON", "JSON", "JSON"),
    # what goes wrong
    "web-trouble": ("Det gikk ikke", "Det gjekk ikkje", "That did not work"),
    "web-not-there": (
        "Denne siden finnes ikke, eller dokumentet er fjernet; slipp filen på nytt.",
        "Denne sida finst ikkje, eller dokumentet er fjerna; slepp fila på nytt.",
        "This page does not exist, or the document has been removed; drop the file again.",
    ),
    "web-refused": (
        "Forespørselen er avvist: den kommer ikke fra siden som programmet viser.",
        "Førespurnaden er avvist: han kjem ikkje frå sida som programmet viser.",
        "The request is refused: it does not come from the page that the program shows.",
    ),
    "web-no-token": (
        "Adressen gjelder ikke. Bruk den som programmet viste da det startet.",
        "Adressa gjeld ikkje. Bruk den som programmet viste da det starta.",
        "The address is not valid. Use the one that the program showed when it started.",
    ),
    "web-not-received": ("Filene kom ikke fram; slipp dem på nytt.",
                         "Filene kom ikkje fram; slepp dei på nytt.",
                         "The files did not arrive; drop them again."),
    "web-no-files": ("Det ble ikke valgt noen filer; velg minst én.",
                     "Det vart ikkje valt nokon filer; vel minst éi.",
                     "No files were chosen; choose at least one."),
    "web-too-large": (
        "Filene er større enn {most} MB til sammen; slipp færre om gangen.",
        "Filene er større enn {most} MB til saman; slepp færre om gongen.",
        "The files are larger than {most} MB in all; drop fewer at a time.",
    ),
    "web-full": ("Det er ikke plass til flere dokumenter; fjern noen først.",
                 "Det er ikkje plass til fleire dokument; fjern nokre først.",
                 "There is no room for more documents; remove some first."),
    # the command
    "web-started": ("Siden er på {address} – avslutt med Ctrl-C.",
                    "Sida er på {address} – avslutt med Ctrl-C.",
                    "The page is at {address} – end with Ctrl-C."),
    "web-ended": ("Avsluttet; ingenting er tatt vare på.", "Avslutta; ingenting er teke vare på.",
                  "Ended; nothing has been kept."),
    "web-no-extra": (
        "«serve» trenger en tilleggspakke; installer den med «{pip} install "
        "'agreementlint[serve]'».",
        "«serve» treng ei tilleggspakke; installer ho med «{pip} install 'agreementlint[serve]'».",
        "\"serve\" needs an extra package; install it with \"{pip} install "
        "'agreementlint[serve]'\".",
    ),
    "web-no-port": (
        "Port {port} er opptatt eller sperret; velg en annen, eller utelat «--port».",
        "Port {port} er oppteken eller sperra; vel ein annan, eller utelat «--port».",
        'Port {port} is taken or barred; choose another, or leave out "--port".',
    ),
}
