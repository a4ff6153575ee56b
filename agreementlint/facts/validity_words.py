"""The words, in both written standards, with which agreements speak of how long they are valid."""

from __future__ import annotations

import re


def _any(*parts: str) -> str:
    return "(?:" + "|".join(parts) + ")"


# "Leieavtalen" is another agreement, "samarbeidsavtalen" is this one.
_OURS = r"(?:samarbeids?|politi|tjeneste|teneste|tilbuds|ramme|partnerskaps|kommune|lokal)"
AGREEMENT = _any(
    rf"(?:{_OURS}\w*)?(?:avtal(?:en|a)s?|avtaleforhold\w*)",
    r"denne\s+\w*avtal(?:e|en|a)",
    r"(?:samarbeids)?kontrakten",
)
AGREEMENT_NAMED = re.compile(rf"\b{AGREEMENT}\b", re.IGNORECASE)
_TERM = _any(r"avtale(?:periode|tid|lengd|varighet|lengde)\w*", r"avtalens\s+\w+")
_VERB = _any(
    r"gjelder|gjeld(?:a|e|ande)?|gjeldende|gyldig\w*",
    r"løper|løp|varer|vare|varar|vara|varig\w+|virketid|løpetid\w*|lengd\w*",
    r"kraft|virkning|verknad|virksom|iverksett\w*|starter|startar|(?:opp)?start(?:dato)?|sluttdato",
    r"står|strekker\s+seg|strekkjer\s+seg|følger|følgjer|fylgjer",
    r"(?:settes|sett|satt|fastsatt|fastsett)\s+til|inngås|inngått|inngådd|tegnes",
    r"utløp|utløper|går\s+ut|opphører|opphøyrer|avsluttes|sluttar|fell\s+bort|faller\s+bort",
    r"forny\w+|forleng\w+|bindende|bindande|bund\w+",
    r"(?:siste|første|fyrste)\s+(?:\w+\s+)?\w*dag(?:en)?(?!\s+for\b)",
)
VERB = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
STATES_VALIDITY = re.compile(
    rf"\b{AGREEMENT}\b[^.;]{{0,90}}\b{_VERB}\b|\b{_TERM}\b|\b{_VERB}\b[^.;]{{0,60}}\b{AGREEMENT}\b"
    r"|\bavtale\s+for\s+(?:årene|åra|perioden|tida|tiden)\b",
    re.IGNORECASE,
)
STARTS_WITH_AGREEMENT = re.compile(rf"\W*(?:\w+\s+)?{AGREEMENT}\b", re.IGNORECASE)
# A sentence that needs what stands before it: a pronoun, or no subject at all.
CONTINUES = re.compile(
    r"^\W*(?:den|ho|han|denne|deretter|etter det|dette|fra|frå|til|i perioden|i tida|i tiden"
    rf"|er den|{_VERB})\b"
    rf"|\b(?:den|ho|han|dette)\s+(?!gjeldende|gjeldande|gyldige){_VERB}\b"
    rf"|\b{_VERB}\s+(?:den|ho|han|de|dei)\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"varig|gyldig|gjeld|ikraft|i kraft|avtaletid|avtaleperiode|avtalens lengde|lengda"
    r"|hvor lenge|kor lenge|løpetid|virketid|oppsig|oppsei|fornying|fornyelse|forleng",
    re.IGNORECASE,
)
ROW = re.compile(
    r"^\W*(?:avtale\w*|gjeld\w*|gyldig\w*|varig\w*|lengd\w*|løpetid|periode\w*|ikraft\w*"
    r"|iverksett\w*|start\w*|slutt\w*|(?:siste|første|fyrste)\s+\w*dag|fra|frå|til|utløp\w*)(?:\s+\w+){0,2}\s*:?\s*\|",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"avtale|gjeld|gyldig|period|varig|kraft|forny|løper|varer|tidsrom|for tiden|for tida",
    re.IGNORECASE,
)

# Other things that have periods. What stands directly after them is theirs.
_OTHER = _any(
    r"\w*(?:plan|planen|planer|planar|strategi|strategien|program|programmet|strategiplan)",
    r"\w*(?:vedtekt\w*|melding|meldinga|undersøkelse\w*|undersøking\w*|prosjekt\w*|budsjett\w*)",
    r"\w*(?:analyse\w*|område|området|områder|områda|områdene|mål|målene|måla|tiltak\w*)",
    r"\w*(?:veileder\w*|rettleiar\w*|statistikk\w*|anmeldelser|stilling\w*|ordning\w*)",
    r"\w*avtal(?:ene|ane|er|ar)",
    rf"(?!{_OURS})\w+avtal(?:en|a)s?",
    r"avtal(?:en|a|e)\s+(?:fra|frå|av|datert)",
    r"avtal(?:en|a)\s+(?:om|mellom)\s+(?:(?!gjeld|gyld|løp|var|tre|trø|er\b|skal)\w+\s+){1,4}"
    r"(?:fra|frå|av|datert)(?=\s+\d)",
    r"avtal(?:en|a|e)\s+om\s+(?!samarbeid|politi|kommune|tjeneste|teneste|lokal)",
)
OTHERS_PERIOD = re.compile(rf"\b{_OTHER}\b([^.;|]{{0,60}})$", re.IGNORECASE)
OTHERS_SUBJECT = re.compile(rf"^[^.;,|]{{0,50}}\b{_OTHER}\b", re.IGNORECASE)
STARTS_WITH_OTHER = re.compile(rf"\W*(?:\w+\s+)?{_OTHER}\b", re.IGNORECASE)
THIS_AGREEMENT = re.compile(rf"\bdenne\s+\w*avtal\w*\b[^.;]{{0,60}}\b{_VERB}\b", re.IGNORECASE)
# "Tjenesteavtalen fra 2018 faller bort når denne avtalen er underskrevet."
FORMER_ENDS = re.compile(
    r"\b(?:faller|falle|fell|falla)\s+(?:bort|vekk|ut)\b[^.;]{0,40}\b(?:når|idet|straks|med|ved)\s+denne\b"
    r"|\b(?:opphører|opphøyrer|erstattes|avløses|oppheves|opphevast|utgår)\b[^.;]{0,40}"
    r"\b(?:når|idet|straks|med|ved|av)\s+denne\b(?![^.;]*\d)",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:første gang|fyrste gong\w*|opprinnelig|opphavleg|tidligere|tidlegare|forrige|førre"
    r"|erstatt\w+|avløs\w+|avløys\w+)\b([^.;]{0,60})$",
    re.IGNORECASE,
)
OTHERS_RELATIVE = re.compile(rf"\b{_OTHER},?\s+(?:som|der)\b([^.;]*)$", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:som|der|da)\b(?!\s+(?:en\s+|ein\s+)?hel)([^,;.]*)$", re.IGNORECASE)

# "… evalueres innen utgangen av 2026": the date of another act.
OTHER_ACT = re.compile(
    r"\b(?:evaluer\w*|revider\w*|ruller\w*|(?:re)?forhandl\w*|si(?:es)?\s+opp|sei(?:ast|a|e)?\s+opp"
    r"|(?<!uten )oppsig\w*|(?<!utan )oppsei\w*|gjennomgå\w*|vurder\w*|rapporter\w*|innen|innan"
    r"|senest|seinast|før|føre)\b([^.;]{0,60})$",
    re.IGNORECASE,
)

# Before a date.
FROM = re.compile(
    r"(?:\b(?:fra|frå)(?:\s+og\s+med)?|\bf\.?\s?o\.?\s?m\.?|\bkraft|\bgjeld(?:er?|a)?|\bverknad"
    r"|\bvirkning|\b(?:første|fyrste)\s+(?:\w+\s+)?dag(?:en)?|\bstarte[rt]|\bstartar|\b(?:opp)?start\w*|\biverksett\w*|\bikraft\w*)"
    r"[\s:|]*(?:den\s+|dato\s+)?$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?:\btil(?:\s+og\s+med)?|\bt\.?\s?o\.?\s?m\.?|\binntil|\but"
    r"|\b(?:utgangen|slutten|utløpet|enden)\s+av|\b(?:til\s+)?utgangs"
    r"|\bsiste\s+(?:\w+\s+)?\w*dag(?:en)?\b(?!\s+for\b)[^.;:]{0,40}?(?:\b(?:er|blir|vert)|[:|])"
    r"|\b(?:utløper|utløp|opphører|opphøyrer|avslutt\w+|går\s+ut|slutt\w*|fell\s+bort|faller\s+bort)"
    r"(?:\s+\w+){0,3}?)[\s:|]*(?:den\s+|dato\s+|året\s+)?$",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\w./-])(20\d\d)(?![\w/]|[.-]\d|\s*[-–—]\s*(?:20)?\d\d)")
IN_YEARS = re.compile(
    r"\b(?:gjelder|gjeld|gyldig)\s+(?:(?:i|for)\s+(?:kalender)?(?:året|årene|åra|år)?|kalenderåret)"
    r"\s*(20\d\d)"
    r"(?:(?:,\s*20\d\d)*\s+og\s+(20\d\d))?(?!\d|[.-]\d|\s*[-–—])",
    re.IGNORECASE,
)

# Around a length of time that is a notice, a rhythm or an option.
NOTICE = re.compile(
    r"^\s*(?:s\b)?\s*(?:skriftlig|skriftleg|gjensidig|s)?\s*(?:varsel|oppsig|oppsei|frist|før"
    r"|(?:om|av) g[ao]ngen|om gongen|etter|i forkant|i forveien)",
    re.IGNORECASE,
)
BEFORE_NOTICE = re.compile(
    r"\b(?:med|innen|innan|senest|seinast|hvert|kvart|siste|første|fyrste|etter"
    r"|(?:frist|varsel|oppsigelsestid|oppseiingstid)\w*(?: er| på)?"
    r"|(?:forleng|opsjon|forny)\w*(?: \w+){0,3})\s+(?:(?:de|dei|det|ein|en|et|eit)\s+)?$",
    re.IGNORECASE,
)

_COUNCIL_PERIOD = _any(
    r"(?:kommune)?val[gd]?periode\w*",
    r"valbolk\w*",
    r"(?:kommune|by|herads?)(?:styre|ting)?(?:val[gd]?)?s?period\w*",
    r"(?:kommune|by|herads)styrets?\s+(?:val|funksjons)?period\w*",
)
COUNCIL = re.compile(
    r"\b(?:ut|(?:gjeld\w*|gyldig|varer|varar|løper|løp)\s+(?:i|under)|for|gjennom|følg\w+|fylg\w+|tilsvar\w+|lik|med|(?:sam)?svar\w+\s+\w*|hele|heile"
    r"|inneværende|inneverande|(?:utløpet|utgangen|slutten)\s+av|til\s+\w+\s+av|(?:samme|same)\s+\w+\s+som|én|en|ein|ei)\s+"
    r"(?:(?:den|dei?|hele|heile|inneværende|inneverande|kommunens|gjeldende)\s+)?"
    rf"{_COUNCIL_PERIOD}"
    r"|\b(?:fram|frem|inn)?\s*til\s+(?:etter\s+)?(?:neste\s+|nye?\s+)?"
    r"(?:kommune(?:styre)?)?val(?:g|get|et)?\b(?!periode)",
    re.IGNORECASE,
)
COUNCIL_ENDS = re.compile(r"\b(?:ut|til|utgangen|slutten|utløpet|fram|frem|inntil)\b", re.IGNORECASE)
AFTER_COUNCIL = re.compile(
    rf"(?:{_COUNCIL_PERIOD}|val(?:g|get|et)?)[\s(:]*(?:i|høsten|hausten)?\s*$", re.IGNORECASE
)
COUNCIL_YEARS = re.compile(
    r"[\s(:]*(?:i|høsten|hausten)?\s*(20\d\d)(?:\s*[-–—/]\s*(20\d\d))?", re.IGNORECASE
)

FROM_SIGNING = re.compile(
    r"\b(?:fra|frå|når|ved|etter)\b[^.;]{0,40}"
    r"\b(?:underskr\w+|undertegn\w+|underteikn\w+|signer\w+|signatur\w*)",
    re.IGNORECASE,
)
FROM_EVENT = re.compile(
    r"\b(?:når|straks|så snart|fra det tidspunkt|frå det tidspunkt|etter at)\b[^.;]{0,60}"
    r"\b(?:vedt\w+|vedteke\w*|godkjen\w+|behandl\w+|handsam\w+)",
    re.IGNORECASE,
)
SEASON = re.compile(
    r"\b(?:til|ut|inntil)(?:\s+og\s+med)?\s+(våren|sommeren|sommaren|høsten|hausten|vinteren|årsskiftet)"
    r"(?:\s+i)?\s+(20\d\d)\b",
    re.IGNORECASE,
)
OPEN_ENDED = re.compile(
    r"\b(?:inntil|til|helt til|heilt til|fram til|frem til|så lenge)\s+(?:den|ho|han"
    r"|avtal(?:en|a)|det|en av|ein av|éin av|én av|partene|partane|ny|nye|ei ny|en ny|ei anna"
    r"|en annen|annet|anna|noen|nokon|videre|vidare|begge|minst)\b"
    r"|\btidsu(?:be|av)grens\w+|\but[ea]n\s+(?:tids\w+|sluttdato)|\btidsu(?:bestemt|avgrensa)"
    r"|\bingen\s+(?:sluttdato|utløpsdato)|\b(?:ubestemt|uviss)\s+tid"
    r"|\bløpende\s+(?:til|inntil|avtale)",
    re.IGNORECASE,
)
_GOES_ON = r"(?:løper|løp|gjelder|gjeld|forny(?:es|ast)|forleng(?:es|ast|a|et|d)|fortsetter)"
PROLONGED = re.compile(
    r"\bautomatisk\w*[^.;]{0,30}\b(?:forleng|forny|videreføres)"
    r"|\b(?:forleng|forny|videreføres|vidareført)[^.;]{0,60}\bautomatisk"
    rf"|\b{_GOES_ON}\b[^.;]{{0,50}}(?:\b(?:om|av)\s+g[ao]ngen\b|\b(?:om|av)\s+gongen\b"
    r"|\b(?:videre|vidare)\s+(?:med\s+)?(?:ett|eitt|to|tre|fire|1|2|4)\s+år)"
    r"|\bforleng(?:es|ast|a|et|d)\b[^.;]{0,40}\bmed mindre\b|\bmed mindre\b[^.;]{0,80}\bforleng",
    re.IGNORECASE,
)
CAN_BE_EXTENDED = re.compile(
    r"\b(?:kan|opsjon\w*|mulighet|høve|moglegheit)\b[^.;]{0,30}\b(?:forleng|forny|videreføre|vidareføre)\w*"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
EXTENDED = re.compile(
    r"\b(?:forlenget|forlenga|forlengd|forlengt|prolongert|fornyet|fornya|videreført|vidareført)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
OPTION = re.compile(r"\b(?:kan|opsjon|ikke automatisk|ikkje automatisk)\b", re.IGNORECASE)
BLANK = re.compile(
    r"\b(?:dd|xx)\.?\s?(?:mm|xx)\b|\b20[xX]{1,2}\b|\b20(?:_{2,}|\.{2,}|…)|\båååå\b"
    r"|\[[^\]]*(?:dato|år|inn)[^\]]*\]|\((?:sett|set|fyll)\s+inn[^)]*\)"
    r"|(?:fra|frå|til|for|perioden)\s+(?:den\s+)?(?:_{3,}|\.{4,}|…+|<[^>]*>|X{2,})",
    re.IGNORECASE,
)
ONLY_BLANK_YEARS = re.compile(r"[\W\d_xX]*20[xX]{2}[\W\d_xX]*")
