"""The sentences of the review of a draft, by key: bokmål, nynorsk, English."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    # in the comments
    "note-answer": (
        "Skal det være slik? Svar «Godtatt:» og grunnen, så regnes det ikke som et avvik neste "
        "gang.",
        "Skal det vere slik? Svar «Godteke:» og grunnen, så blir det ikkje rekna som eit avvik "
        "neste gong.",
        'Is it meant to be so? Answer "Godtatt:" and the reason, and it will not count as a '
        "departure next time.",
    ),
    "note-more": ("Se merknaden ved «{words}».", "Sjå merknaden ved «{words}».",
                  "See the comment at «{words}»."),
    "note-waived": ("{title} – godtatt av {by}", "{title} – godteke av {by}",
                    "{title} – accepted by {by}"),
    "note-until": ("Gjelder til og med {date}.", "Gjeld til og med {date}.",
                   "Holds until {date}."),
    "note-gone": ("Gjelder ikke lenger: teksten følger nå veilederen, eller er endret.",
                  "Gjeld ikkje lenger: teksten følgjer no rettleiaren, eller er endra.",
                  "No longer holds: the text now follows the guide, or has been changed."),
    # answers that waive nothing
    "answer-no-reason": (
        "{by} har godtatt {rule} uten å si hvorfor, så det regnes fortsatt som et avvik; svar "
        "«Godtatt:» og grunnen.",
        "{by} har godteke {rule} utan å seie kvifor, så det blir framleis rekna som eit avvik; "
        "svar «Godteke:» og grunnen.",
        '{by} has accepted {rule} without saying why, so it still counts as a departure; answer '
        '"Godtatt:" and the reason.',
    ),
    "answer-expired": (
        "{by} godtok {rule} til og med {until}; svar på nytt om det fortsatt skal være slik.",
        "{by} godtok {rule} til og med {until}; svar på nytt om det framleis skal vere slik.",
        "{by} accepted {rule} until {until}; answer anew if it is still to be so.",
    ),
    "answer-unused": (
        "Svaret fra {by} om {rule} gjelder ikke noe avvik lenger: teksten følger nå veilederen, "
        "eller er endret.",
        "Svaret frå {by} om {rule} gjeld ikkje noko avvik lenger: teksten følgjer no rettleiaren, "
        "eller er endra.",
        "The answer from {by} about {rule} concerns no departure any more: the text now follows "
        "the guide, or has been changed.",
    ),
    # the checklist
    "check-title": ("Sjekkliste før avtalen skrives under",
                    "Sjekkliste før avtalen blir underskriven",
                    "Checklist before the agreement is signed"),
    "check-missing": ("Dette mangler eller avviker fra veilederen",
                      "Dette manglar eller avvik frå rettleiaren",
                      "Missing, or departing from the guide"),
    "check-decide": ("Dette må et menneske avgjøre", "Dette må eit menneske avgjere",
                     "For a person to decide"),
    "check-accepted": ("Dette er godtatt slik det er", "Dette er godteke slik det er",
                       "Accepted as it is"),
    "check-fulfilled": ("Dette er på plass", "Dette er på plass", "In place"),
    "check-questions": ("Spør dere selv om dette, som ikke sjekkes av programmet",
                        "Spør dykk sjølve om dette, som ikkje blir sjekka av programmet",
                        "Ask yourselves this, which the program does not check"),
    # the run
    "review-written": ("Det gjennomgåtte utkastet er {path}.",
                       "Det gjennomgåtte utkastet er {path}.",
                       "The reviewed draft is {path}."),
    "review-changed": (
        "{path} er endret etter at programmet skrev den, så den blir ikke skrevet over. Gå gjennom "
        "den i stedet for å ta med svarene i den, eller velg et annet navn med «-o».",
        "{path} er endra etter at programmet skreiv ho, så ho blir ikkje skriven over. Gå gjennom "
        "ho i staden for å ta med svara i ho, eller vel eit anna namn med «-o».",
        "{path} has been changed since the program wrote it, so it is not overwritten. Review that "
        'file instead to keep the answers in it, or choose another name with "-o".',
    ),
    "review-exists": (
        "{path} finnes fra før og er ikke laget av programmet; velg et annet navn med «-o».",
        "{path} finst frå før og er ikkje laga av programmet; vel eit anna namn med «-o».",
        '{path} exists and was not made by the program; choose another name with "-o".',
    ),
    "must-end.docx": (
        "Filen blir et Word-dokument, så {path} må ende på .docx.",
        "Fila blir eit Word-dokument, så {path} må ende på .docx.",
        "The file will be a Word document, so {path} must end in .docx.",
    ),
    "must-end.pdf": (
        "Filen blir en PDF, så {path} må ende på .pdf.",
        "Fila blir ein PDF, så {path} må ende på .pdf.",
        "The file will be a PDF, so {path} must end in .pdf.",
    ),
    "review-itself": (
        "Utkastet {path} kan ikke skrives over; velg et annet navn med «-o».",
        "Utkastet {path} kan ikkje skrivast over; vel eit anna namn med «-o».",
        'The draft {path} cannot be overwritten; choose another name with "-o".',
    ),
    "review-odt": (
        "{path} er ikke en Word-fil. Åpne den i LibreOffice, lagre den som .docx og gå gjennom "
        "kopien.",
        "{path} er ikkje ei Word-fil. Opne ho i LibreOffice, lagre ho som .docx og gå gjennom "
        "kopien.",
        "{path} is no Word file. Open it in LibreOffice, save it as .docx and review the copy.",
    ),
    # a new draft: its words, of which the program says only nb and nn
    "new-title": ("Samarbeidsavtale", "Samarbeidsavtale", "Cooperation agreement"),
    "new-between": ("mellom {parties}", "mellom {parties}", "between {parties}"),
    "new-dated": ("Datert {date}", "Datert {date}", "Dated {date}"),
    "new-parties": ("Partene", "Partane", "The parties"),
    "new-purpose": ("Formål", "Formål", "Purpose"),
    "new-council": ("Politirådet", "Politirådet", "The politiråd"),
    "new-areas": ("Satsingsområder", "Satsingsområde", "Focus areas"),
    "new-contact": ("Politikontakten", "Politikontakten", "The politikontakt"),
    "new-services": ("Politiets tjenestetilbud", "Tenestetilbodet til politiet",
                     "The services of the police"),
    "new-obligations": ("Hva partene forplikter seg til", "Kva partane forpliktar seg til",
                        "What the parties promise"),
    "new-confidentiality": ("Taushetsplikt og deling av opplysninger",
                            "Teieplikt og deling av opplysningar",
                            "Confidentiality and the sharing of information"),
    "new-evaluation": ("Evaluering og revisjon", "Evaluering og revisjon",
                       "Evaluation and revision"),
    "new-period": ("Varighet", "Varigheit", "Period"),
    "new-signatures": ("Underskrifter", "Underskrifter", "Signatures"),
    "new-each": ("Det som står om kommunen i denne avtalen, gjelder hver av kommunene.",
                 "Det som står om kommunen i denne avtalen, gjeld kvar av kommunane.",
                 "What this agreement says of the kommune holds for each of the kommuner."),
    "new-named": ("Politikontakten for {kommuner} er {name}.",
                  "Politikontakten for {kommuner} er {name}.",
                  "The politikontakt of {kommuner} is {name}."),
    "new-valid": ("Avtalen gjelder fra {since} til {until}.",
                  "Avtalen gjeld frå {since} til {until}.",
                  "The agreement is valid from {since} to {until}."),
    "new-for": ("For {party}", "For {party}", "For {party}"),
    "new-mayor": ("Ordfører", "Ordførar", "Mayor"),
    "new-chief": ("Politistasjonssjef", "Politistasjonssjef", "Head of the police station"),
    # a new draft: what goes wrong, and where it is
    "new-written": ("Utkastet er {path}. Merknadene i det viser hva dere må bytte ut.",
                    "Utkastet er {path}. Merknadene i det viser kva de må byte ut.",
                    "The draft is {path}. The comments in it show what you must replace."),
    "new-exists": ("{path} finnes fra før og blir ikke skrevet over; velg et annet navn med «-o».",
                   "{path} finst frå før og blir ikkje skriven over; vel eit anna namn med «-o».",
                   '{path} exists and is not overwritten; choose another name with "-o".'),
    "new-unknown-kommune": ("Ukjent kommune «{name}»; skriv navnet som i kommuneregisteret.",
                            "Ukjend kommune «{name}»; skriv namnet som i kommuneregisteret.",
                            'Unknown kommune "{name}"; write the name as in the register.'),
    "new-close-kommune": ("Ukjent kommune «{name}». Mente du {close}?",
                          "Ukjend kommune «{name}». Meinte du {close}?",
                          'Unknown kommune "{name}". Did you mean {close}?'),
    "new-same-kommune": ("Samme kommune er nevnt to ganger; nevn hver av dem én gang.",
                         "Same kommune er nemnd to gonger; nemn kvar av dei éin gong.",
                         "The same kommune is named twice; name each of them once."),
    "new-unknown-district": ("Ukjent politidistrikt «{name}»; velg et av disse: {names}.",
                             "Ukjent politidistrikt «{name}»; vel eit av desse: {names}.",
                             'Unknown police district "{name}"; choose one of these: {names}.'),
    "new-other-district": ("{kommune} hører ikke til {district}; rett kommunen eller «--district».",
                           "{kommune} høyrer ikkje til {district}; rett kommunen eller "
                           "«--district».",
                           '{kommune} does not belong to {district}; mend the kommune or '
                           '"--district".'),
    "new-which-district": ("Kommunene hører til flere politidistrikter ({districts}); lag én "
                           "avtale for hvert av dem.",
                           "Kommunane høyrer til fleire politidistrikt ({districts}); lag éin "
                           "avtale for kvart av dei.",
                           "The kommuner belong to several police districts ({districts}); make an "
                           "agreement for each of them."),
    "new-no-period": ("Siste dag er før første; rett «--from», «--to» eller «--years».",
                      "Siste dag er før første; rett «--from», «--to» eller «--years».",
                      'The last day is before the first; mend "--from", "--to" or "--years".'),
    "new-contacts": ("Nevn én politikontakt for hver kommune, eller én for alle når de er høyst "
                     "{most}.",
                     "Nemn éin politikontakt for kvar kommune, eller éin for alle når dei er høgst "
                     "{most}.",
                     "Name one politikontakt for each kommune, or one for all when they are at "
                     "most {most}."),
    "review-text": (
        "{path} er ren tekst, som merknader ikke kan skrives i. Lim teksten inn i Word og lagre "
        "den som .docx, eller bruk «agreementlint check».",
        "{path} er rein tekst, som merknader ikkje kan skrivast i. Lim teksten inn i Word og lagre "
        "han som .docx, eller bruk «agreementlint check».",
        "{path} is plain text, in which comments cannot be written. Paste it into Word and save it "
        'as .docx, or use "agreementlint check".',
    ),
}
