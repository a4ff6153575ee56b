"""What the help says of commands, and of a command line that is wrong, by key: bokmål, nynorsk,
English. `help-NAME` is what a command does, `brief-NAME` the same in a list of all."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "help-agreementlint": (
        "Sjekker samarbeidsavtaler mellom kommune og politi mot den nasjonale veilederen.",
        "Sjekkar samarbeidsavtalar mellom kommune og politi mot den nasjonale rettleiaren.",
        "Checks cooperation agreements between kommune and police against the national guide."),
    "help-check": (
        "Sjekker filer (PDF, DOCX, ODT, TXT, MD), mapper og «-», som er tekst på standard inn.",
        "Sjekkar filer (PDF, DOCX, ODT, TXT, MD), mapper og «-», som er tekst på standard inn.",
        'Checks files (PDF, DOCX, ODT, TXT, MD), folders and "-", which is text on standard '
        "input."),
    "brief-check": ("Sjekker avtaler: filer, mapper eller tekst.",
                    "Sjekkar avtalar: filer, mapper eller tekst.",
                    "Checks agreements: files, folders or text."),
    "help-audit": (
        "Sjekker filer og mapper med avtaler, og viser hvordan det står til i distriktet.",
        "Sjekkar filer og mapper med avtalar, og viser korleis det står til i distriktet.",
        "Checks files and folders of agreements, and shows how the district stands."),
    "brief-audit": ("Sjekker alle avtalene i et politidistrikt.",
                    "Sjekkar alle avtalane i eit politidistrikt.",
                    "Checks all agreements of a police district."),
    "help-review": (
        "Går gjennom et utkast i Word eller PDF: en kopi med merknader på ordene, og en "
        "sjekkliste.",
        "Går gjennom eit utkast i Word eller PDF: ein kopi med merknader på orda, og ei "
        "sjekkliste.",
        "Reviews a draft in Word or PDF: a copy with comments on the words, and a checklist."),
    "brief-review": ("Går gjennom et utkast i Word eller PDF, med merknader i en kopi.",
                     "Går gjennom eit utkast i Word eller PDF, med merknader i ein kopi.",
                     "Reviews a draft in Word or PDF, with comments in a copy."),
    "help-new": ("Lager et utkast som følger veilederen, av forslagene i reglene.",
                 "Lagar eit utkast som følgjer rettleiaren, av forslaga i reglane.",
                 "Makes a draft that follows the guide, of the clauses that the rules suggest."),
    "brief-new": ("Lager et helt utkast til avtale i Word.",
                  "Lagar eit heilt utkast til avtale i Word.",
                  "Makes a whole draft of an agreement in Word."),
    "help-serve": (
        "Viser gjennomgangen på en side i nettleseren, bare på denne maskinen; ingenting lagres.",
        "Viser gjennomgangen på ei side i nettlesaren, berre på denne maskina; ingenting blir "
        "lagra.",
        "Shows the review on a page in the browser, on this machine alone; nothing is kept."),
    "brief-serve": ("Viser gjennomgangen på en side i nettleseren.",
                    "Viser gjennomgangen på ei side i nettlesaren.",
                    "Shows the review on a page in the browser."),
    "help-rules": ("Viser alle reglene.", "Viser alle reglane.", "Lists all rules."),
    "brief-rules": ("Viser alle reglene.", "Viser alle reglane.", "Lists all rules."),
    "help-explain": (
        "Forklarer regler: hva veilederen ber om, hvordan det vurderes, eksempler og råd.",
        "Forklarar reglar: kva rettleiaren ber om, korleis det blir vurdert, døme og råd.",
        "Explains rules: what the guide asks, how it is judged, examples and advice."),
    "brief-explain": ("Forklarer regler.", "Forklarar reglar.", "Explains rules."),
    "help-waive": (
        "Skriver et unntak i agreementlint-waivers.toml: funnet teller ikke mens ordene er de "
        "samme.",
        "Skriv eit unntak i agreementlint-waivers.toml: funnet tel ikkje medan orda er dei same.",
        "Writes a waiver to agreementlint-waivers.toml: the finding does not count while its "
        "words are the same."),
    "brief-waive": ("Gir unntak fra en regel i en avtale, med en grunn.",
                    "Gjev unntak frå ein regel i ein avtale, med ein grunn.",
                    "Waives a rule in an agreement, with a reason."),
    "help-config": (
        "Viser innstillingene som gjelder for en fil eller mappe (ellers denne mappen), som TOML.",
        "Viser innstillingane som gjeld for ei fil eller mappe (elles denne mappa), som TOML.",
        "Shows the settings that hold for a file or folder (else this folder), as TOML."),
    "brief-config": ("Viser innstillingene som gjelder, og hvor de kommer fra.",
                     "Viser innstillingane som gjeld, og kvar dei kjem frå.",
                     "Shows the settings that hold, and where they come from."),
    "help-schema": (
        "Skriver ut JSON-skjemaet for «--format json», som andre programmer kan lese rapporten "
        "etter.",
        "Skriv ut JSON-skjemaet for «--format json», som andre program kan lese rapporten etter.",
        'Prints the JSON Schema of "--format json", by which other programs can read the report.'),
    "brief-schema": ("Skriver ut JSON-skjemaet for rapporten eller for regelfiler.",
                     "Skriv ut JSON-skjemaet for rapporten eller for regelfiler.",
                     "Prints the JSON Schema of the report, or of rule files."),
    "help-test-rules": (
        "Prøver eksemplene i reglene i en mappe, og sier hva som er verd å se på: vilkår og ord "
        "som ingen eksempler viser, trege mønstre, forslag til tekst som ikke hjelper, og det som "
        "mangler.",
        "Prøver døma i reglane i ei mappe, og seier kva som er verdt å sjå på: vilkår og ord som "
        "ingen døme viser, trege mønster, framlegg til tekst som ikkje hjelper, og det som "
        "manglar.",
        "Tries the examples of the rules in a folder, and tells what is worth a look: conditions "
        "and words that no example shows, slow patterns, suggested texts that do not help, and "
        "what is missing."),
    "brief-test-rules": ("Prøver eksemplene i en regelpakke.", "Prøver døma i ei regelpakke.",
                         "Tries the examples of a pack of rules."),
    "help-new-rule": (
        "Skriver en ny regel med forklaringer og eksempler i en mappe. Det som ikke er gitt, blir "
        "det spurt om. Ingen fil blir overskrevet.",
        "Skriv ein ny regel med forklaringar og døme i ei mappe. Det som ikkje er gjeve, blir det "
        "spurt om. Inga fil blir skriven over.",
        "Writes a new rule with explanations and examples into a folder. What is not given is "
        "asked for. No file is overwritten."),
    "brief-new-rule": ("Skriver en ny regel å begynne med.", "Skriv ein ny regel å byrje med.",
                       "Writes a new rule to begin with."),
    "help-cache": (
        "Viser hvor resultater og gjenkjente sider er tatt vare på, og hvor stor plass de tar.",
        "Viser kvar resultat og gjenkjende sider er tekne vare på, og kor stor plass dei tek.",
        "Shows where results and recognised pages are kept, and how much they take."),
    "brief-cache": ("Viser og tømmer det som er tatt vare på.",
                    "Viser og tømmer det som er teke vare på.",
                    "Shows and clears what is kept."),
    "help-completion": (
        "Skriver ut skriptet som gjør at skallet fullfører kommandoer, valg, regler og navn.",
        "Skriv ut skriptet som gjer at skalet fullfører kommandoar, val, reglar og namn.",
        "Prints the script with which a shell completes commands, options, rules and names."),
    "brief-completion": ("Skriver ut fullføring for bash, zsh eller fish.",
                         "Skriv ut fullføring for bash, zsh eller fish.",
                         "Prints completion for bash, zsh or fish."),
    # the frame of the help
    "usage": ("Bruk: ", "Bruk: ", "Usage: "),
    "usage-Options": ("Valg", "Val", "Options"),
    "usage-Commands": ("Kommandoer", "Kommandoar", "Commands"),
    "usage-required": ("må være med", "må vere med", "required"),
    # what is wrong with a command line
    "no-option": ("Ukjent valg «{word}».", "Ukjent val «{word}».", 'Unknown option "{word}".'),
    "no-command": ("Ukjent kommando «{word}».", "Ukjend kommando «{word}».",
                   'Unknown command "{word}".'),
    "option-early": (
        "Valgene til en kommando skrives etter navnet på den, som i «agreementlint check FIL "
        "--format json».",
        "Vala til ein kommando blir skrivne etter namnet på han, som i «agreementlint check FIL "
        "--format json».",
        'A command\'s options are written after its name, as in "agreementlint check FILE '
        '--format json".'),
    "command-file": ("En avtale sjekkes med «agreementlint check FIL».",
                     "Ein avtale blir sjekka med «agreementlint check FIL».",
                     'An agreement is checked with "agreementlint check FILE".'),
    "meant": (" Mente du {words}?", " Meinte du {words}?", " Did you mean {words}?"),
    "or": ("eller", "eller", "or"),
    "option-misused": (
        "Valget «{word}» er brukt feil: noen valg skal ha en verdi, andre ikke. Se --help.",
        "Valet «{word}» er brukt feil: nokre val skal ha ein verdi, andre ikkje. Sjå --help.",
        'The option "{word}" is used wrongly: some options take a value, others do not. See '
        "--help."),
    "too-many": ("Dette er for mye: {words}.", "Dette er for mykje: {words}.",
                 "This is too much: {words}."),
    "missing": ("Dette mangler: {name}.", "Dette manglar: {name}.", "This is missing: {name}."),
    "invalid": ("Ugyldig verdi for {name}. {allowed}", "Ugyldig verdi for {name}. {allowed}",
                "Invalid value of {name}. {allowed}"),
    "new-until-or-years": ("Bruk enten «--to» eller «--years», ikke begge.",
                           "Bruk anten «--to» eller «--years», ikkje begge.",
                           'Use either "--to" or "--years", not both.'),
    "allowed-choice": ("Velg en av disse: {words}.", "Vel ein av desse: {words}.",
                       "Choose one of these: {words}."),
    "allowed-date": ("Skriv en dato som ÅÅÅÅ-MM-DD, for eksempel 2026-12-31.",
                     "Skriv ein dato som ÅÅÅÅ-MM-DD, til dømes 2026-12-31.",
                     "Write a date as YYYY-MM-DD, for instance 2026-12-31."),
    "allowed-over": ("Skriv et tall som er over {least}.", "Skriv eit tal som er over {least}.",
                     "Write a number above {least}."),
    "allowed-least": ("Skriv et tall som er minst {least}.", "Skriv eit tal som er minst {least}.",
                      "Write a number of {least} or more."),
    "allowed-file": ("Det skal være en fil.", "Det skal vere ei fil.", "It must be a file."),
    "allowed-there": ("Det skal være en fil som finnes.", "Det skal vere ei fil som finst.",
                      "It must be a file that exists."),
    "allowed-folder": ("Det skal være en mappe som finnes.", "Det skal vere ei mappe som finst.",
                       "It must be a folder that exists."),
}


METAVARS: dict[str, tuple[str, str, str]] = {
    "[VALG]": ("[VALG]", "[VAL]", "[OPTIONS]"),
    "KOMMANDO …": ("KOMMANDO …", "KOMMANDO …", "COMMAND …"),
    "FIL": ("FIL", "FIL", "FILE"),
    "FIL…": ("FIL…", "FIL…", "FILE…"),
    "STI…": ("STI…", "STIG…", "PATH…"),
    "[STI…]": ("[STI…]", "[STIG…]", "[PATH…]"),
    "MAPPE": ("MAPPE", "MAPPE", "FOLDER"),
    "UTKAST": ("UTKAST", "UTKAST", "DRAFT"),
    "REGEL": ("REGEL", "REGEL", "RULE"),
    "REGEL…": ("REGEL…", "REGEL…", "RULE…"),
    "NAVN": ("NAVN", "NAMN", "NAME"),
    "SKALL": ("SKALL", "SKAL", "SHELL"),
    "ORD": ("ORD", "ORD", "WORD"),
    "ID": ("ID", "ID", "ID"),
    "TEKST": ("TEKST", "TEKST", "TEXT"),
    "ANTALL": ("ANTALL", "TAL", "NUMBER"),
    "SEKUNDER": ("SEKUNDER", "SEKUND", "SECONDS"),
    "MÅNEDER": ("MÅNEDER", "MÅNADER", "MONTHS"),
    "PORT": ("PORT", "PORT", "PORT"),
    "ÅÅÅÅ-MM-DD": ("ÅÅÅÅ-MM-DD", "ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
    "dask://VERT:PORT": ("dask://VERT:PORT", "dask://VERT:PORT", "dask://HOST:PORT"),
}
"""What stands for a value in the help, by its bokmål word."""
