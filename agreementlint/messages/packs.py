"""The sentences about packs of rules, by key: bokmål, nynorsk, English."""


SENTENCES: dict[str, tuple[str, str, str]] = {
    "no-pack": ("Det finnes ingen mappe «{word}» med regler. Disse pakkene følger med: {names}.",
                "Det finst inga mappe «{word}» med reglar. Desse pakkane følgjer med: {names}.",
                'There is no folder "{word}" of rules. These packs come with the program: '
                "{names}."),
    "pack-is-file": ("«{word}» er en fil; oppgi mappen den ligger i.",
                     "«{word}» er ei fil; gje mappa ho ligg i.",
                     '"{word}" is a file; give the folder that it is in.'),
    "rules-of-packs": ("Reglene i en pakke er med bare der den er oppgitt: --rules MAPPE.",
                       "Reglane i ei pakke er med berre der ho er oppgjeven: --rules MAPPE.",
                       "The rules of a pack are there only where it is given: --rules FOLDER."),
    "pack-passed-over": ("{path} er ikke med: navnet på en regelfil må ende på .yaml.",
                         "{path} er ikkje med: namnet på ei regelfil må ende på .yaml.",
                         "{path} is left out: the name of a rule file must end in .yaml."),
    "pack-right": ("{right} av {count} eksempler stemmer", "{right} av {count} døme stemmer",
                   "{right} of {count} examples are right"),
    "pack-expected": ("skulle gitt «{expected}», men ga «{got}»",
                      "skulle gjeve «{expected}», men gav «{got}»",
                      'should give "{expected}", but gave "{got}"'),
    "pack-text": ("Eksempelet", "Dømet", "The example"),
    "pack-said": ("Regelen sa", "Regelen sa", "The rule said"),
    "pack-rested": ("Bygget på", "Bygde på", "Rested on"),
    "pack-took-long": ("mønsteret «{pattern}» tar for lang tid",
                       "mønsteret «{pattern}» tek for lang tid",
                       'the pattern "{pattern}" takes too long'),
    "pack-warning": ("obs", "obs", "note well"),
    "pack-note": ("tips", "tips", "tip"),
    "pack-total": (
        "Regler: {rules}. Eksempler som stemmer: {right} av {count}. Obs: {warnings}. Tips: "
        "{notes}.",
        "Reglar: {rules}. Døme som stemmer: {right} av {count}. Obs: {warnings}. Tips: {notes}.",
        "Rules: {rules}. Examples that are right: {right} of {count}. Note well: {warnings}. "
        "Tips: {notes}."),
    # remarks
    "pack-slow": (
        "mønsteret «{pattern}» kan ta for lang tid; unngå en gjentakelse inne i en annen, som i "
        "(a+)+",
        "mønsteret «{pattern}» kan ta for lang tid; unngå ei gjentaking inne i ei anna, som i "
        "(a+)+",
        'the pattern "{pattern}" may take too long; avoid one repetition inside another, as in '
        "(a+)+",
    ),
    "pack-untested": (
        "ingen av eksemplene trenger dette tilfellet («{verdict}»): uten det sier regelen det "
        "samme; legg til et eksempel som viser forskjellen",
        "ingen av døma treng dette tilfellet («{verdict}»): utan det seier regelen det same; "
        "legg til eit døme som viser skilnaden",
        'no example needs this case ("{verdict}"): without it the rule says the same; add an '
        "example that shows the difference",
    ),
    "pack-unseen": (
        "«{word}» står ikke i noe eksempel, så ingen vet om det virker; legg til ett, eller stryk "
        "det",
        "«{word}» står ikkje i noko døme, så ingen veit om det verkar; legg til eitt, eller stryk "
        "det",
        '"{word}" stands in no example, so nobody knows whether it works; add one, or strike it',
    ),
    "pack-remedy": (
        "forslaget til tekst ({standard}) hjelper ikke: den som limer det inn, får «{verdict}» av "
        "regelen",
        "framlegget til tekst ({standard}) hjelper ikkje: den som limer det inn, får «{verdict}» "
        "av regelen",
        'the suggested text ({standard}) does not help: who pastes it in gets "{verdict}" from '
        "the rule",
    ),
    "pack-no-finding": ("regelen kan aldri gi et funn; la minst ett utfall være fail eller review",
                        "regelen kan aldri gje eit funn; lat minst eitt utfall vere fail eller "
                        "review",
                        "the rule can never give a finding; let one verdict be fail or review"),
    "pack-never-near": (
        "ingen av eksemplene har ordene uten at de teller; vis en tekst som nevner saken uten å "
        "forplikte, så regelen ikke godtar for mye",
        "ingen av døma har orda utan at dei tel; vis ein tekst som nemner saka utan å forplikte, "
        "så regelen ikkje godtek for mykje",
        "no example has the words without their counting; show a text that speaks of it without "
        "committing, so that the rule does not accept too much",
    ),
    "pack-unsourced": (
        "regelen sier ikke hvem som ber om dette; oppgi chapter og page i veilederen, eller source",
        "regelen seier ikkje kven som bed om dette; gje chapter og page i rettleiaren, eller "
        "source",
        "the rule does not say who asks for this; give chapter and page of the guide, or source",
    ),
    "pack-untitled": ("regelen har ingen tittel (title), så rapportene viser navnet",
                      "regelen har ingen tittel (title), så rapportane viser namnet",
                      "the rule has no title, so that reports show its name"),
    "pack-no-clause": ("rådet har ikke noe forslag til tekst (clause)",
                       "rådet har ikkje noko framlegg til tekst (clause)",
                       "the remedy suggests no text (clause)"),
    "pack-untranslated": ("teksten er den samme i {one} og {other}; oversett den",
                          "teksten er den same i {one} og {other}; omset han",
                          "the text is the same in {one} and {other}; translate it"),
    "pack-no-standard": ("ingen av eksemplene er på {standard}; avtaler skrives på begge målformer",
                         "ingen av døma er på {standard}; avtalar blir skrivne i begge målformer",
                         "no example is in {standard}; agreements are written in both standards"),
    "pack-same-example": ("dette eksempelet står også lenger opp", "dette dømet står òg lenger opp",
                          "this example stands further up, too"),
}
