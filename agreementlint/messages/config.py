"""The sentences about settings and waivers, by key: bokmål, nynorsk, English."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "config-file": ("Innstillingene er lest fra {path}", "Innstillingane er lesne frå {path}",
                    "Settings are read from {path}"),
    "config-none": ("Ingen fil med innstillinger gjelder her",
                    "Inga fil med innstillingar gjeld her", "No configuration file holds here"),
    "config-default": ("programmets standard", "standarden i programmet", "the program's default"),
    "baseline-reason": ("Fantes da grunnlinjen ble skrevet {date}",
                        "Fanst då grunnlinja vart skriven {date}",
                        "Was there when the baseline was written on {date}"),
    "baseline-by": ("grunnlinjen", "grunnlinja", "the baseline"),
    "baseline-written": ("Grunnlinjen med {count} funn er skrevet til {path}.",
                         "Grunnlinja med {count} funn er skriven til {path}.",
                         "The baseline of {count} findings is written to {path}."),
    "baseline-unused": (
        "{path}: {count} funn i grunnlinjen finnes ikke lenger; skriv den på nytt med "
        "«--write-baseline».",
        "{path}: {count} funn i grunnlinja finst ikkje lenger; skriv ho på nytt med "
        "«--write-baseline».",
        '{path}: {count} findings of the baseline are gone; write it anew with "--write-baseline".',
    ),
    "waiver-unused": (
        "{place}: Unntaket fra {rule} gjelder ikke noe funn lenger; det kan slettes.",
        "{place}: Unntaket frå {rule} gjeld ikkje noko funn lenger; det kan slettast.",
        "{place}: The waiver of {rule} is for no finding any more; it can be deleted.",
    ),
    "waiver-expired": (
        "{place}: Unntaket fra {rule} gikk ut {until}, så funnet teller igjen.",
        "{place}: Unntaket frå {rule} gjekk ut {until}, så funnet tel igjen.",
        "{place}: The waiver of {rule} ran out on {until}, so the finding counts again.",
    ),
    "waived-now": ("Unntaket fra {rule} er skrevet til {path}.",
                   "Unntaket frå {rule} er skrive til {path}.",
                   "The waiver of {rule} is written to {path}."),
    "waive-no-finding": (
        "{path} har ikke noe funn for {rule} ({verdict}), så det er ikke noe å gi unntak fra.",
        "{path} har ikkje noko funn for {rule} ({verdict}), så det er ikkje noko å gje unntak frå.",
        "{path} has no finding for {rule} ({verdict}), so there is nothing to waive.",
    ),
    "waive-already": ("{path} har allerede et unntak fra {rule}: {reason} ({by}).",
                      "{path} har alt eit unntak frå {rule}: {reason} ({by}).",
                      "{path} already has a waiver of {rule}: {reason} ({by})."),
    "waive-one": ("Gi unntak fra én regel om gangen: id eller navn.",
                  "Gje unntak frå éin regel om gongen: id eller namn.",
                  "Waive one rule at a time, by its id or name."),
    "waive-order": ("Avtalen skal stå først, så regelen: «agreementlint waive {path} {rule} "
                    "--reason …».",
                    "Avtalen skal stå først, så regelen: «agreementlint waive {path} {rule} "
                    "--reason …».",
                    'The agreement comes first, then the rule: "agreementlint waive {path} {rule} '
                    '--reason …".'),
    "waive-reason": ("Et unntak må ha en grunn.", "Eit unntak må ha ein grunn.",
                     "A waiver must have a reason."),
    "waive-past": ("{until} er forbi.", "{until} er forbi.", "{until} is past."),
    "waiver-until": ("Gjelder til og med {date}", "Gjeld til og med {date}", "Holds until {date}"),
    "waived-list": ("Unntak er gitt fra {rules} (se hvorfor med -v)",
                    "Unntak er gjeve frå {rules} (sjå kvifor med -v)",
                    "Waived: {rules} (see why with -v)"),
    "odd-word": ("«{value}» kan ikke være «{option}»; velg en av disse: {words}.",
                 "«{value}» kan ikkje vere «{option}»; vel ein av desse: {words}.",
                 '"{value}" cannot be "{option}"; choose one of {words}.'),
    "odd-number": ("«{option}» må være et tall over 0.", "«{option}» må vere eit tal over 0.",
                   '"{option}" must be a number above 0.'),
    "odd-date": ("«{option}» må være en dato (datetime.date).",
                 "«{option}» må vere ein dato (datetime.date).",
                 '"{option}" must be a date (datetime.date).'),
    "case-read": ("Leses og vurderes", "Blir lesen og vurdert", "Is read and judged"),
}
