"""The sentences of the audit of a district, by key: bokmål, nynorsk, English."""


def of(place: int) -> dict[str, str]:
    """Key → sentence in the language that stands at that place."""
    return {key: texts[place] for key, texts in SENTENCES.items()}


SENTENCES: dict[str, tuple[str, str, str]] = {
    # dates of the year wheel
    "expiry": ("Samarbeidsavtalen går ut: {who}", "Samarbeidsavtalen går ut: {who}",
               "The cooperation agreement expires: {who}"),
    "evaluation": ("Samarbeidet skal evalueres: {who}", "Samarbeidet skal evaluerast: {who}",
                   "The cooperation is due for evaluation: {who}"),
    "revision": ("Samarbeidsavtalen skal revideres: {who}",
                 "Samarbeidsavtalen skal reviderast: {who}",
                 "The cooperation agreement is due for revision: {who}"),
    "why-expiry": ("Siste dag avtalen gjelder, etter sin egen tekst.",
                   "Siste dag avtalen gjeld, etter sin eigen tekst.",
                   "The last day of the agreement, by its own words."),
    "why-interval": ("Hver {months}. måned, regnet fra {since}.",
                     "Kvar {months}. månad, rekna frå {since}.",
                     "Every {months} months, counted from {since}."),
    "why-yearly": ("Hvert år, regnet fra {since}.", "Kvart år, rekna frå {since}.",
                   "Every year, counted from {since}."),
    "why-date": ("Datoen står i avtalen.", "Datoen står i avtalen.",
                 "The date stands in the agreement."),
    "why-before": ("{months} måneder før avtalen går ut {until}.",
                   "{months} månader før avtalen går ut {until}.",
                   "{months} months before the agreement expires on {until}."),
    "why-after": ("{months} måneder etter {since}.", "{months} månader etter {since}.",
                  "{months} months after {since}."),
}
