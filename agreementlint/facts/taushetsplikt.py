"""Clauses → whether anybody is bound to confidentiality."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agreementlint.clauses import Clause
from agreementlint.model import Fact
from agreementlint.structure import Agreement

# Confidentiality as a topic or an obstacle binds nobody.
_TOPIC = re.compile(
    r"\b(?:vanskelig\w*|vanskeleg\w*|hinder|hindrer|hindrar|hindring\w*|utfordr\w*|problem\w*|barriere\w*|tema|temaer|diskuter\w*|drøft\w*|kurs\w*|opplæring|foredrag|spørsmål\w*|usikker\w*|uklar\w*|misforstå\w*|erfaring\w*|veiledning om|rettleiing om|informasjon om|kunnskap om|oppleve\w*|oppgis)\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:har|gjelder|gjeld|gjeldande|bundet|bunden|bundne|pålagt|pålagde|omfattet|omfatta|underlagt|respekter\w*|overhold\w*|halde|haldast|holdes|ivareta\w*|bevar\w*|følge\w*|følgj\w*|plikter|pliktar|plikt til|skal|må|signer\w*|undertegn\w*|underteikn\w*|innenfor|innanfor|etter)\b",
    re.IGNORECASE,
)
# "skal ikke bringes videre", "må bli verande i rommet": the duty without its word.
_PARAPHRASE = re.compile(
    r"\b(?:skal|må|kan|bør|får)\b[^.;]{0,25}\b(?:ikke|ikkje|aldri)\b[^.;]{0,40}\b(?:bringes videre|bringast vidare|gis videre|gjevast vidare|gjevast vidare|gå videre|gå vidare|føres videre|førast vidare|fortelles|forteljast|gjøres kjent|gjerast kjent|gjerast kjende|spres|spreiast|deles|delast|røpes|røpast|omtales|omtalast|komme ut|kome ut|kome vidare|komme videre|seiast vidare|sies videre|tilgjengelig for andre|tilgjengeleg for andre)\b"
    r"|\b(?:behandles|handsamast|behandlast|oppbevares|holdes|haldast|er|blir|vert)\b[^.;]{0,15}\b(?:konfidensielt|konfidensiell|fortrolig|fortruleg|i fortrolighet|fortrulege)\b"
    r"|\b(?:ikke|ikkje|aldri)\b[^.;]{0,25}\b(?:ut av|utenfor|utanfor|ut frå|forlate)\s+(?:rommet|rådet|møtet|møterommet|møtelokalet|kretsen|møta|møtene)\b"
    r"|\b(?:tei[ae]|tier|teier)\b[^.;]{0,12}\b(?:med|om|still|stilt)\b"
    r"|\b(?:bevare|bevarer|teie|teier|tier|holde|halde)\b[^.;]{0,15}\b(?:taushet|togn|tagnad|tett|om det|med det)\b"
    r"|\b(?:blir|bli|vert|verte|forblir)\b[^.;]{0,15}\b(?:i rommet|i rådet|mellom partene|mellom partane|innenfor rådet|verande)\b"
    r"|\bikke\b[^.;]{0,30}\b(?:uvedkommende|utenforstående)\b|\bikkje\b[^.;]{0,30}\b(?:uvedkomande|utanforståande)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:opplysning\w*|forhold|tilhøve|personlig\w*|personleg\w*|saker|det som|informasjon\w*|møt\w*|deltaker\w*|deltakar\w*|drøft\w*|enkeltperson\w*|einskildperson\w*|folk|menneske\w*|noen|nokon|uvedk\w*|taushet\w*|teie\w*)\b", re.I)


def confidentiality(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "binding" (a clause binds somebody to the duty), "topic" (only spoken of as a
    problem or a theme), "absent"."""
    binding: list[Clause] = []
    topic: list[Clause] = []
    for clause in clauses:
        text = clause.text
        if _PARAPHRASE.search(text) and _PERSONAL.search(text):
            binding.append(clause)
        elif "taushetsplikt" in clause.topics:
            named = re.search(r"taushetsplikt|teieplikt|taushetsbelagt|teiepliktig|taushetserklæring|tystnadsplikt|taushet|konfidensi", clause.words, re.I)
            if named and not _TOPIC.search(text) and _BINDS.search(text) and clause.force != "deferred":
                binding.append(clause)
            else:
                topic.append(clause)
    if binding:
        return Fact(state="binding", evidence=tuple(dict.fromkeys(c.span for c in binding))[:2])
    if topic:
        return Fact(state="topic", evidence=tuple(dict.fromkeys(c.span for c in topic))[:2])
    return Fact()
