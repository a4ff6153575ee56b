"""The explanations in a new rule, its first words, and the questions about it, by key: bokmål,
nynorsk, English."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    # comments
    "new-rule-top": (
        "En regel: hva avtalen skal si, hvordan det kjennes igjen, og hva leseren får vite. "
        "Det som står etter #, er forklaringer og kan slettes.",
        "Ein regel: kva avtalen skal seie, korleis det blir kjent igjen, og kva lesaren får vite. "
        "Det som står etter #, er forklaringar og kan slettast.",
        "A rule: what the agreement is to say, how that is recognised, and what the reader is "
        "told. What stands after # are explanations and may be deleted."),
    "new-rule-severity": ("error: krav. warning: anbefaling. note: god praksis.",
                          "error: krav. warning: tilråding. note: god praksis.",
                          "error: requirement. warning: recommendation. note: good practice."),
    "new-rule-guide": (
        "Hvem ber om dette, og når er det skrevet? Er det veilederen, så skriv chapter: \"4.1\" "
        "og page: 16 i stedet for source.",
        "Kven bed om dette, og når er det skrive? Er det rettleiaren, så skriv chapter: \"4.1\" "
        "og page: 16 i staden for source.",
        "Who asks for this, and when was it written? If it is the guide, write chapter: \"4.1\" "
        "and page: 16 instead of source."),
    "new-rule-cases": (
        "Tilfellene prøves ovenfra, og det første som passer, gir utfallet. pass: følger. "
        "review: et menneske må lese. fail: avvik. inapplicable: ikke aktuelt.",
        "Tilfella blir prøvde ovanfrå, og det første som passar, gjev utfallet. pass: følgjer. "
        "review: eit menneske må lese. fail: avvik. inapplicable: ikkje aktuelt.",
        "The cases are tried from above, and the first that fits gives the verdict. pass: "
        "followed. review: a person must read it. fail: a departure. inapplicable: not so here."),
    "new-rule-words": (
        "words: hele ord, i alle bøyninger; natteravn* tar også med natteravnordningen. force: "
        "commits (skal), optional (kan), deferred (avklares senere), negated (ikke).",
        "words: heile ord, i alle bøyingar; natteravn* tek òg med natteravnordninga. force: "
        "commits (skal), optional (kan), deferred (blir avklart seinare), negated (ikkje).",
        "words: whole words, in all inflections; natteravn* also finds natteravnordningen. force: "
        "commits (shall), optional (may), deferred (settled later), negated (not)."),
    "new-rule-absent": ("Når ingen av tilfellene passer.", "Når ingen av tilfella passar.",
                        "When none of the cases fits."),
    "new-rule-near": ("Det som likner, men ikke teller.", "Det som liknar, men ikkje tel.",
                      "What comes near, but does not count."),
    "new-rule-remedy": ("Hva leseren skal gjøre, og en tekst som kan limes inn i avtalen.",
                        "Kva lesaren skal gjere, og ein tekst som kan limast inn i avtalen.",
                        "What the reader is to do, and a text to paste into the agreement."),
    "new-rule-examples": (
        "Minst ett eksempel for hvert utfall, på begge målformer. Prøv dem med «agreementlint "
        "test-rules».",
        "Minst eitt døme for kvart utfall, i begge målformer. Prøv dei med «agreementlint "
        "test-rules».",
        'At least one example for each verdict, in both standards. Try them with "agreementlint '
        'test-rules".'),
    # the first words of the rule, in the language that each is of
    "new-rule-asks": ("Avtalen sier hva kommunen og politiet skal gjøre når det gjelder {title}.",
                      "Avtalen seier kva kommunen og politiet skal gjere når det gjeld {title}.",
                      "The agreement says what the kommune and the police do about {title}."),
    "new-rule-why": (
        "Det som ikke står i avtalen, er det lett å glemme når folk skifter stilling.",
        "Det som ikkje står i avtalen, er det lett å gløyme når folk skiftar stilling.",
        "What the agreement does not say is easily forgotten when people change posts."),
    "new-rule-pass": ("Avtalen forplikter partene når det gjelder {title}.",
                      "Avtalen forpliktar partane når det gjeld {title}.",
                      "The agreement commits the parties when it comes to {title}."),
    "new-rule-review": ("Avtalen nevner {title}, men bare som en mulighet eller for senere.",
                        "Avtalen nemner {title}, men berre som ei moglegheit eller for seinare.",
                        "The agreement mentions {title}, but only as an option or for later."),
    "new-rule-fail": ("Avtalen sier ikke hva partene skal gjøre når det gjelder {title}.",
                      "Avtalen seier ikkje kva partane skal gjere når det gjeld {title}.",
                      "The agreement does not say what the parties do about {title}."),
    "new-rule-why-not": ("Ordet står her, men partene forplikter seg ikke.",
                         "Ordet står her, men partane forpliktar seg ikkje.",
                         "The word stands here, but the parties do not commit themselves."),
    "new-rule-advice": ("Skriv hva kommunen og politiet skal gjøre, og hvem som har ansvaret.",
                        "Skriv kva kommunen og politiet skal gjere, og kven som har ansvaret.",
                        "Say what the kommune and the police are to do, and who answers for it."),
    # questions
    "ask-title": ("Hva handler regelen om? (for eksempel: natteravner)",
                  "Kva handlar regelen om? (til dømes: nattramnar)",
                  "What is the rule about? (for instance: night ravens)"),
    "ask-words": (
        "Hvilke ord kjennes det igjen på i en avtale? Skriv komma mellom (natteravn*, "
        "foreldrevakt)",
        "Kva ord blir det kjent igjen på i ein avtale? Skriv komma mellom (natteravn*, "
        "foreldrevakt)",
        "By which words is it recognised in an agreement? Separate them by commas (natteravn*, "
        "foreldrevakt)"),
    "ask-source": ("Hvem ber om det? (for eksempel: Distriktets krav til avtaler, punkt 3)",
                   "Kven bed om det? (til dømes: Krav til avtalar i distriktet, punkt 3)",
                   "Who asks for it? (for instance: the district's requirements, item 3)"),
    "new-rule-needs": (
        "Dette mangler: {options}. Uten terminal kan det ikke spørres.",
        "Dette manglar: {options}. Utan terminal kan det ikkje spørjast.",
        "Missing: {options}. Without a terminal there is nobody to ask."),
    "new-rule-bad-id": (
        "«{word}» kan ikke være id; skriv to store bokstaver og tre sifre, som LO001.",
        "«{word}» kan ikkje vere id; skriv to store bokstavar og tre siffer, som LO001.",
        '"{word}" cannot be an id; write two capital letters and three digits, like LO001.'),
    "new-rule-bad-name": (
        "«{word}» kan ikke være navn; skriv små bokstaver a–z, sifre og bindestreker.",
        "«{word}» kan ikkje vere namn; skriv små bokstavar a–z, siffer og bindestrekar.",
        '"{word}" cannot be a name; write small letters a–z, digits and hyphens.'),
    "new-rule-bad-word": (
        "«{word}» kan ikke letes etter: skriv hele ord; en stjerne kan stå først eller sist.",
        "«{word}» kan ikkje leitast etter: skriv heile ord; ei stjerne kan stå først eller sist.",
        '"{word}" cannot be looked for: write whole words; a star may stand first or last.'),
    "new-rule-taken": ("{word} er allerede brukt i {path}; velg en annen.",
                       "{word} er alt brukt i {path}; vel ein annan.",
                       "{word} is already used in {path}; choose another."),
    "new-rule-written": (
        "Regelen er skrevet til {path}. Endre teksten, og prøv den med «agreementlint test-rules "
        "{folder}».",
        "Regelen er skriven til {path}. Endre teksten, og prøv han med «agreementlint test-rules "
        "{folder}».",
        'The rule is written to {path}. Change its texts, and try it with "agreementlint '
        'test-rules {folder}".'),
}
