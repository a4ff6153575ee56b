"""Text → the one-off times it names ("midtveis", "før utløpet", "våren 2028", "etter valget") and
the conditions it sets ("ved behov", "dersom en av partene ber om det")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from agreementlint.model import Span


@dataclass(frozen=True, slots=True)
class Moment:
    """A one-off time ("moment"), an event that will surely or possibly come ("event"), or a
    condition at somebody's will or need ("demand")."""

    span: Span
    kind: Literal["moment", "event", "demand"]


_PERIOD = r"(?:avtale|valg|val|kommunestyre|bystyre|heradsstyre|gyldighets|gyldigheits)?(?:period\w*|tid(?:en|a|i)?|bolk\w*)"
_END = r"(?:utløp\w*|utgang\w*|opphør\w*|slutt\w*|ende|går\ ut|utløper|gjeng\ ut|spring\ ut)"
_YEAR = r"(?:20[12345]\d)"
_ELECTION = r"(?:kommunestyre|kommune|lokal)?(?:valg|val)(?:et|a|ene|g)?"
_PARTY = r"(?:en|ein|éin|én|ei|begge|båe|noen|nokon|ingen|minst\ en|minst\ ein)\ (?:av\ )?(?:partene|partane|kommunene|kommunane|partnarane|kommuner|dei)"

_MOMENT = re.compile(
    rf"""\b(?:
      (?:midtveis|midtvegs)\w* | halvveis | halvvegs | midt\ (?:i|inne\ i)\ {_PERIOD}
    | når\ halv(?:e|parten\ av)\ (?:tida|tiden|perioden|avtaletid\w*|avtaleperiod\w*)
    | (?:mot|ved|før|innen|innan|i)\ (?:\w+\ ){{0,3}}?{_END}(?:\ av)?
    | (?:seks|tre|to|ett?|eitt?|fire|ni|tolv|\d+)\ (?:måned|månad|år|uke|veke)\w*\ (?:før|innen)\b
    | (?:i\ )?(?:det\ |den\ )?siste\ (?:halv)?(?:år|halvåret|året|måned\w*|månad\w*|kvartal\w*)\ (?:av|før|i)\b
    | siste\ (?:halvår|halvåret|året)
    | (?:innen|innan|før|i\ løpet\ av|ved|våren|hausten|høsten|sommeren|sommaren|vinteren|i|til)\ (?:utgangen\ av\ |slutten\ av\ |starten\ av\ |årsskiftet\ |nyttår\ |jan\w*\ |feb\w*\ |mars\ |apr\w*\ |mai\ |jun\w*\ |jul\w*\ |aug\w*\ |sep\w*\ |okt\w*\ |nov\w*\ |des\w*\ )?{_YEAR}\b
    | (?:første|fyrste)\ gang(?:en)?\b[^.;]{{0,20}}{_YEAR}
    | (?:én|éin|en|ein|ei)\ (?:gang|gong)\ (?:i|i\ løpet\ av|per|pr\.?)\ (?:denne\ )?{_PERIOD}
    | (?:i\ løpet\ av|innanfor|innenfor|undervegs\ i|underveis\ i)\ (?:denne\ |gjeldende\ |gjeldande\ )?{_PERIOD}
    | (?:senest|seinast|innen|innan)\ [^.;,]{{1,40}}?\b(?:etter|før|av)\b
    | etter\ (?:ett?|eitt?|to|tre|fire|halvannet|halvtanna|\d+)\ (?:års?|måneder|månader)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_EVENT = re.compile(
    rf"""\b(?:
      (?:i\ etterkant\ av|i\ forlengelsen\ av|etter|i\ tilknytning\ til)\ (?:hver\ |kvar\ |gjennomført\ |gjennomførte\ |den\ |denne\ )?evaluering\w*\b |
      (?:etter|før|ved|i\ forbindelse\ med|i\ samband\ med|i\ forkant\ av|i\ etterkant\ av|foran|innen|innan)\ (?:hvert\ |kvart\ |et\ |eit\ |neste\ |nytt\ |kommande\ |kommende\ )?{_ELECTION}\b
    | (?:ved|etter|i\ starten\ av|i\ byrjinga\ av|i\ begynnelsen\ av|for)\ (?:hver\ |kvar\ |ny\ |neste\ |en\ ny\ |ei\ ny\ )+{_PERIOD}
    | (?:når|etter\ at|så\ snart|straks)\ (?:et\ |eit\ |det\ )?(?:nye?|nytt|nyvalgte?|nyvalde?)\ (?:kommunestyre|bystyre|heradsstyre)\w*
    | (?:kommunestyre|bystyre|heradsstyre)\w*\ som\ (?:blir\ |vert\ |er\ |ble\ )?(?:velges|veljast|valgt|vald|valt|vel|trer|tiltrer)
    | (?:dersom|hvis|om|når|ved)\ (?:det\ )?(?:(?!behov)\w+\ ){{1,6}}?(?:endrer|endrar|endres|endrast|endring\w*|endra|omorganiser\w*|sammenslå\w*|samanslå\w*|slås\ sammen|blir\ lagt\ ned|legges\ ned|nye\ føringer|nye\ føringar)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DEMAND = re.compile(
    rf"""\b(?:
      (?:ved|etter)\ (?:\w+\ )?(?:behov|ønske|ønskje|avtale)\b(?!\ mellom)
    | (?:når|dersom|hvis|om|så\ ofte|etter\ hvert\ som)\ (?:det\ |partene\ |partane\ |noen\ |nokon\ )?(?:er\ |oppstår\ |har\ |ser\ |finner\ |finn\ |trengs\ |trengst\ |blir\ |vert\ )+(?:\w+\ ){{0,3}}?(?:behov|nødvendig\w*|naudsynt|grunn|ønske\w*|ønskje\w*|tid|aktuelt|enige|samde|einige)
    | (?:når|dersom|hvis|om)\ {_PARTY}\ (?:\w+\ ){{0,3}}?(?:ber|bed|ønsker|ønskjer|ynskjer|krever|krev|finner|finn|ser|tar|tek|vil|mener|meiner|begjærer)
    | {_PARTY}\ (?:kan|har\ rett\ til)\b
    | (?:partene|partane|hver\ av\ partene|kvar\ av\ partane|kommunen|politiet|begge\ parter|båe\ partar)\ kan\b
    | på\ (?:forespørsel|oppfordring|oppmoding|initiativ|anmodning|krav|ønske|ønskje)\b
    | etter\ (?:oppfordring|oppmoding|initiativ|anmodning|krav)\ (?:fra|frå|av)
    | (?:under(?:veis|vegs)|løpende|løpande|fortløpende|fortløpande|jevnlig|jamleg|jamnleg|kontinuerle?i?g|jamt|regelmessi?g|periodevis|fra\ tid\ til\ annen|etter\ hvert)\b
    | som\ trengs | så\ ofte\ som\ nødvendig
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def moments(text: str) -> list[Moment]:
    """All of them, sorted by start; a demand that overlaps a moment stands beside it."""
    found = [
        Moment(Span(*m.span()), kind)  # type: ignore[arg-type]
        for kind, pattern in (("moment", _MOMENT), ("event", _EVENT), ("demand", _DEMAND))
        for m in pattern.finditer(text)
    ]
    return sorted(found, key=lambda m: m.span)
