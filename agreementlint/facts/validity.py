"""Agreement → what it says about how long it is valid: dates, lengths and reservations as stated."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from agreementlint.facts.signing import signature_block
from agreementlint.model import Sentence, Span
from agreementlint.norwegian.dates import dates, durations, periods
from agreementlint.structure import Agreement

Precision = Literal["day", "month", "year"]

_AGREEMENT = r"(?:\w*(?:avtal(?:en|a)s?|avtaleforhold\w*)|denne\s+\w*avtal(?:e|en|a)|\w*kontrakten)"
_TERM = r"(?:avtale(?:periode|tid|lengd|varighet|lengde)\w*|avtalens\s+\w+)"
_VERB = (
    r"(?:gjelder|gjeld(?:a|e|ande)?|gjeldende|løper|løp|varer|vare|varar|vara|gyldig\w*|kraft|virkning|verknad|"
    r"varig\w+|virketid|står|utløper|går\s+ut|opphører|opphøyrer|avsluttes|sluttar|strekker\s+seg|"
    r"strekkjer\s+seg|(?:settes|sett|satt|fastsatt|fastsett)\s+til|inngås|inngått|inngådd|følger|følgjer|fylgjer|forny\w+|"
    r"forleng\w+|iverksett\w*|starter|startar|bindende|bindande|bund\w+|fell\s+bort|faller\s+bort|tegnes|løpetid\w*|lengd\w*)"
)
_STATES = re.compile(
    rf"\b{_AGREEMENT}\b[^.;]{{0,90}}\b{_VERB}\b|\b{_TERM}\b|\b{_VERB}\b[^.;]{{0,60}}\b{_AGREEMENT}\b",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    rf"^\W*(?:den|ho|han|denne|deretter|etter det|dette|fra|frå|til|i perioden|i tida|i tiden|{_VERB}|er den)\b",
    re.IGNORECASE,
)
_VERB_ALONE = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
_TITLE = re.compile(
    r"varig|gyldig|gjeld|ikraft|i kraft|avtaletid|avtaleperiode|avtalens lengde|lengda|hvor lenge|kor lenge"
    r"|løpetid|virketid|oppsig|oppsei|fornying|fornyelse|forleng|avtaletida",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"^\W*(?:avtale\w*|gjeld\w*|gyldig\w*|varig\w*|lengd\w*|løpetid|periode\w*|ikraft\w*|iverksett\w*"
    r"|start\w*|slutt\w*|fra|frå|til|utløp\w*)(?:\s+\w+){0,2}\s*:?\s*\|",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"avtale|gjeld|gyldig|period|varig|kraft|forny|løper|varer|tidsrom|for tiden|for tida", re.IGNORECASE
)
# Other things that have periods. What stands directly after them is theirs.
_OTHER_THING = (
    r"(?:\w*(?:plan|planen|planer|planar|strategi|strategien|program|programmet|vedtekt\w*|melding|meldinga|"
    r"undersøkelse\w*|undersøking\w*|prosjekt\w*|budsjett\w*|analyse\w*|område|området|områder|områda|områdene|mål|"
    r"målene|måla|veileder\w*|rettleiar\w*|strategiplan|statistikk\w*|anmeldelser|tiltak\w*|stilling\w*|ordning\w*)"
    r"|\w*avtal(?:ene|ane|er|ar)|avtal(?:en|a|e)\s+(?:fra|frå|av|datert|om\s+(?!samarbeid|politi|kommune|tjeneste|teneste|lokal)))"
)
_OTHERS_PERIOD = re.compile(rf"\b{_OTHER_THING}\b([^.;|]{{0,60}})$", re.IGNORECASE)
_OTHERS_SUBJECT = re.compile(rf"^[^.;,|]{{0,50}}\b{_OTHER_THING}\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:første gang|fyrste gong\w*|opprinnelig|opphavleg|tidligere|tidlegare|forrige|førre|erstatt\w+"
    r"|avløs\w+|avløys\w+)\b([^.;]{0,60})$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:som|der|da)\b(?!\s+(?:en\s+|ein\s+)?hel)([^,;.]*)$", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\bfra(?:\s+og\s+med)?|\bfrå(?:\s+og\s+med)?|\bf\.?\s?o\.?\s?m\.?|\bkraft|\bgjelde|\bgjelda|\bgjelder|\bgjeld"
    r"|\bverknad|\bvirkning|\b(?:opp)?start\w*|\biverksett\w*|\bikraft\w*)[\s:|]*(?:den\s+|dato\s+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\btil(?:\s+og\s+med)?|\bt\.?\s?o\.?\s?m\.?|\binntil|\but|\butgangen\s+av|\bslutten\s+av|\butløpet\s+av"
    r"|\b(?:utløper|utløp|opphører|opphøyrer|går\s+ut|sluttar|slutt\w*|fell\s+bort|faller\s+bort)(?:\s+\w+){0,3}?)[\s:|]*(?:den\s+|dato\s+|året\s+)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w./-])(20\d\d)(?![\w/]|[.-]\d|\s*[-–—]\s*(?:20)?\d\d)")
_IN_YEARS = re.compile(
    r"\b(?:gjelder|gjeld|gyldig)\s+(?:i|for)\s+(?:kalender)?(?:året|årene|åra|år)?\s*(20\d\d)"
    r"(?:(?:,\s*20\d\d)*\s+og\s+(20\d\d))?(?!\d|[.-]\d|\s*[-–—])",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\s*(?:s\b)?\s*(?:skriftlig|skriftleg|gjensidig|s)?\s*(?:varsel|oppsig|oppsei|frist|før|om g[ao]ngen|av g[ao]ngen"
    r"|om gongen|etter|i forkant|i forveien)",
    re.IGNORECASE,
)
_BEFORE_NOTICE = re.compile(
    r"\b(?:med|innen|innan|senest|seinast|hvert|kvart|siste|første|fyrste|etter|frist\w*(?: er| på)?|varsel\w*(?: er| på)?"
    r"|oppsigelsestid\w*(?: er| på)?|oppseiingstid\w*(?: er| på)?|(?:forleng|opsjon|forny)\w*(?: \w+){0,3})\s+"
    r"(?:de\s+|dei\s+|det\s+|ein\s+|en\s+|et\s+|eit\s+)?$",
    re.IGNORECASE,
)
_COUNCIL_WORD = (
    r"(?:(?:kommune)?val[gd]?periode\w*|valbolk\w*|(?:kommune|by|herads?)(?:styre|ting)?(?:val[gd]?)?s?period\w*"
    r"|(?:kommunestyre|bystyre|heradsstyre)(?:ts|ets)?\s+(?:val|funksjons)?period\w*)"
)
_COUNCIL = re.compile(
    rf"\b(?:ut|ut\s+(?:hele|heile)|for|gjennom|følg\w+|fylg\w+|tilsvar\w+|lik|med|(?:sam)?svar\w+\s+\w*|inneværende|inneverande"
    rf"|utløpet\s+av|utgangen\s+av|slutten\s+av|til\s+\w+\s+av|hele|heile|én|en|ein|ei)\s+(?:den\s+|dei?\s+|hele\s+|heile\s+|"
    rf"inneværende\s+|inneverande\s+|kommunens\s+|gjeldende\s+)?{_COUNCIL_WORD}"
    r"|\b(?:fram|frem|inn)?\s*til\s+(?:etter\s+)?(?:neste\s+|nye?\s+)?(?:kommune(?:styre)?)?val(?:g|get|et)?\b(?!periode)",
    re.IGNORECASE,
)
_AFTER_COUNCIL = re.compile(rf"(?:{_COUNCIL_WORD}|val(?:g|get|et)?)[\s(:]*(?:i|høsten|hausten)?\s*$", re.IGNORECASE)
_SIGNING = re.compile(
    r"\b(?:fra|frå|når|ved|etter)\b[^.;]{0,40}\b(?:underskr\w+|undertegn\w+|underteikn\w+|signer\w+|signatur\w*)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:inntil|til|helt til|heilt til|fram til|frem til|så lenge)\s+(?:den|ho|han|avtal(?:en|a)|det|en av|ein av|éin av|"
    r"én av|partene|partane|ny|nye|ei ny|en ny|ei anna|en annen|annet|anna|noen|nokon|videre|vidare|begge|minst)\b"
    r"|\btidsu(?:be|av)grens\w+|\but[ea]n\s+(?:tids\w+|sluttdato)|\bingen\s+(?:sluttdato|utløpsdato)|\bubestemt\s+tid"
    r"|\buviss\s+tid|\bløpende\s+(?:til|inntil|avtale)|\binntil\s+videre|\binntil\s+vidare|\btidsu(?:bestemt|avgrensa)",
    re.IGNORECASE,
)
_PROLONGED = re.compile(
    r"\bautomatisk\w*[^.;]{0,30}\b(?:forleng|forny|videreføres)|\b(?:forleng|forny|videreføres|vidareført)[^.;]{0,60}\bautomatisk"
    r"|\b(?:løper|løp|gjelder|gjeld|fornyes|fornyast|forlenges|forlengast|forleng[aet]{1,3}|held fram|fortsetter)\b[^.;]{0,50}"
    r"(?:\b(?:om|av)\s+g[ao]ngen\b|\b(?:videre|vidare)\s+(?:med\s+)?(?:ett|eitt|to|tre|fire|1|2|4)\s+år)"
    r"|\bforleng(?:es|ast|a|et|d)\b[^.;]{0,40}\bmed mindre\b|\bmed mindre\b[^.;]{0,80}\bforleng",
    re.IGNORECASE,
)
_OPTION = re.compile(r"\b(?:kan|opsjon|ikke automatisk|ikkje automatisk)\b", re.IGNORECASE)
_BLANK = re.compile(
    r"\b(?:dd|xx)\.?\s?(?:mm|xx)\b|\b20[xX]{1,2}\b|\b20(?:_{2,}|\.{2,}|…)|\båååå\b|\[[^\]]*(?:dato|år|inn)[^\]]*\]"
    r"|(?:fra|frå|til|for|perioden)\s+(?:den\s+)?(?:_{3,}|\.{4,}|…+|<[^>]*>|X{2,})|\((?:sett|set|fyll)\s+inn[^)]*\)",
    re.IGNORECASE,
)
_NOT_OWN = ("instruction", "quotation", "contents")
_EARLY = 15
"""Sentences at the beginning among which "Fornyet for tiden …" needs no subject."""
_SHORTEST = 6
"""Months: shorter lengths of time in these clauses are periods of notice."""


@dataclass(frozen=True)
class Validity:
    """All that the agreement says of its own validity, unjudged. Spans are those of sentences.
    `council` are the years of the council period it follows (None: not told)."""

    starts: list[tuple[dt.date, Precision, Span]] = field(default_factory=list)
    ends: list[tuple[dt.date, Precision, Span]] = field(default_factory=list)
    months: list[tuple[float, Span]] = field(default_factory=list)
    council: list[tuple[tuple[int, int] | None, Span]] = field(default_factory=list)
    from_signing: list[Span] = field(default_factory=list)
    open_ended: list[Span] = field(default_factory=list)
    prolonged: list[Span] = field(default_factory=list)
    blanks: list[Span] = field(default_factory=list)


def validity(agreement: Agreement) -> Validity:
    """What cover, clauses and tables say of the agreement's own time, and nothing of the periods
    of plans, earlier agreements or focus areas."""
    said = Validity()
    for sentence in _about_validity(agreement):
        _read(said, agreement.text_of(sentence.span), sentence.span)
    return said


def _about_validity(agreement: Agreement) -> Iterator[Sentence]:
    prose = next((i for i, s in enumerate(agreement.sentences) if s.aside is None and s.kind != "row"), None)
    block = signature_block(agreement)
    signing = set(block.blocks) if block else set()
    follows = False
    for i, sentence in enumerate(agreement.sentences):
        if sentence.aside in _NOT_OWN or sentence.block in signing:
            continue
        text = agreement.text_of(sentence.span)
        front = prose is None or i < prose or sentence.kind == "heading"
        if sentence.kind == "row":
            speaks = bool(_ROW.match(text))
        elif front and sentence.aside in ("cover", "heading"):
            speaks = _is_cover_period(text)
        else:
            speaks = _states(agreement, sentence, text, follows or i < _EARLY)
        follows = speaks or (follows and not _OTHERS_SUBJECT.search(text)) or bool(
            re.match(rf"\W*{_AGREEMENT}\b", text, re.IGNORECASE)
        )
        if sentence.kind == "heading":
            follows = bool(_TITLE.search(text))
        if speaks:
            yield sentence


def _is_cover_period(text: str) -> bool:
    """A title or cover line that gives the agreement's period: alone, or with words that say so."""
    found = periods(text)
    if found and len(re.sub(r"\W", "", text)) - len(re.sub(r"\W", "", _words(text, found[0].span))) < 5:
        return True
    if _OTHERS_SUBJECT.search(text) and not re.search(_AGREEMENT, text, re.IGNORECASE):
        return False
    return bool(_ANNOUNCED.search(text) and (found or dates(text) or _BLANK.search(text))) or bool(
        re.fullmatch(r"[\W\d_xX]*20[xX]{2}[\W\d_xX]*", text)
    )


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _states(agreement: Agreement, sentence: Sentence, text: str, follows: bool) -> bool:
    """The sentence says how long the agreement is valid."""
    titled = bool(_TITLE.search(agreement.sections[sentence.section].title))
    if _OTHERS_SUBJECT.search(text) and not re.match(rf"\W*(?:\w+\s+)?{_AGREEMENT}\b", text, re.I):
        return False
    if re.match(rf"\W*(?:\w+\s+)?{_OTHER_THING}\b", text, re.IGNORECASE):
        return False
    if _STATES.search(text):
        return True
    return (titled or follows) and bool(_CONTINUES.match(text)) and bool(
        _VERB_ALONE.search(text) or periods(text)
    )


# ---------------------------------------------------------------- one sentence


def _read(said: Validity, text: str, line: Span) -> None:
    spans = list(_read_periods(said, text, line))
    spans += _read_dates(said, text, line, spans)
    _read_years(said, text, line, spans)
    for length in durations(text):
        before, after = text[: length.span.start], text[length.span.end :]
        if length.unit == "council-period" or length.months < _SHORTEST:
            continue
        if not _NOTICE.match(after) and not _BEFORE_NOTICE.search(before) and not _theirs(before):
            said.months.append((length.months, line))
    if (match := _COUNCIL.search(text)) and not any(span for _, span in said.council if span == line):
        said.council.append((_council_years(text, match), line))
    for pattern, into in (
        (_SIGNING, said.from_signing), (_OPEN, said.open_ended), (_BLANK, said.blanks),
    ):  # fmt: skip
        if pattern.search(text):
            into.append(line)
    if (match := _PROLONGED.search(text)) and not _OPTION.search(text[: match.end()][-80:]):
        said.prolonged.append(line)


def _read_periods(said: Validity, text: str, line: Span) -> Iterator[Span]:
    for period in periods(text):
        before = text[: period.span.start]
        yield period.span
        if _AFTER_COUNCIL.search(before) and period.precision == "year":
            said.council.append(((period.start.year, period.end.year), line))
        elif not _theirs(before):
            said.starts.append((period.start, period.precision, line))
            said.ends.append((period.end, period.precision, line))


def _read_dates(said: Validity, text: str, line: Span, taken: Iterable[Span]) -> list[Span]:
    spans = []
    for date in dates(text):
        spans.append(date.span)
        before = text[: date.span.start]
        if any(date.span.overlaps(span) for span in taken) or _theirs(before):
            continue
        if _UNTIL.search(before):
            said.ends.append((_last_day(date.date, date.precision), date.precision, line))
        elif _FROM.search(before):
            said.starts.append((date.date, date.precision, line))
    return spans


def _read_years(said: Validity, text: str, line: Span, taken: Iterable[Span]) -> None:
    """"ut 2027", "fra 2024", "gjelder for 2024 og 2025": whole years."""
    for match in _IN_YEARS.finditer(text):
        said.starts.append((dt.date(int(match[1]), 1, 1), "year", line))
        said.ends.append((dt.date(int(match[2] or match[1]), 12, 31), "year", line))
    for match in _YEAR.finditer(text):
        before, year = text[: match.start()], int(match.group(1))
        here = Span(match.start(), match.end())
        if any(here.overlaps(span) for span in taken) or _theirs(before):
            continue
        if _AFTER_COUNCIL.search(before):
            continue
        if _UNTIL.search(before):
            said.ends.append((dt.date(year, 12, 31), "year", line))
        elif _FROM.search(before):
            said.starts.append((dt.date(year, 1, 1), "year", line))


def _theirs(before: str) -> bool:
    """What follows is the period of something else, or of an earlier agreement."""
    for pattern in (_RELATIVE, _OTHERS_PERIOD, _EARLIER):
        match = pattern.search(before)
        if match and not _VERB_ALONE.search(match[1]):  # "… erstatter den fra 2019 og gjelder fra"
            return True
    return False


def _last_day(date: dt.date, precision: str) -> dt.date:
    if precision == "day":
        return date
    if precision == "month":
        return date.replace(day=calendar.monthrange(date.year, date.month)[1])
    return date.replace(month=12, day=31)


def _council_years(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    years = re.match(r"[\s(:]*(?:i|høsten|hausten)?\s*(20\d\d)(?:\s*[-–—/]\s*(20\d\d))?", text[match.end() :])
    if not years:
        return None
    first, last = int(years[1]), int(years[2] or years[1])
    return (first, last) if years[2] else (first - 4, first)
