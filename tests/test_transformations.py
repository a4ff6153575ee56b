"""Agreements said in another way → the same verdicts; that say another thing → others."""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from agreementlint.judge import judge
from agreementlint.reading.dispatch import read_here
from agreementlint.rules import builtin, load
from tests.agreements import fault

RULES = (
    "PR001", "PR002", "EV001", "EV002", "EV003", "PK001", "PK002", "TP001", "AV001", "AV002",
    "AV003", "AV004",
)  # fmt: skip
DEPENDENT = {"PR001": {"PR002"}, "EV001": {"EV002"}, "PK001": {"PK002"}}
PACK = load([builtin()])
AS_OF = dt.date(2025, 6, 1)
GOLD = Path(__file__).parents[1] / "corpus" / "gold"
GOLD_NAMES = ("a-hadeland", "a-larvik", "b-grimstad", "b-kvam", "b-sunnhordland", "b-volda-orsta")

BOKMAAL = """\
# Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt

## Formål

Avtalen skal gjøre hverdagen tryggere for dem som bor i kommunen.

## Politiråd

{council}

{meetings}

## Politikontakt

{contact}

## Informasjon

{confidentiality}

## Oppfølging

{evaluation}

{revision}

## Andre forhold

{other}

## Varighet

{period}

Lom, 15. januar 2024

Kari Vik                         Ola Berg
Ordfører i Lom kommune           Lensmann, Innlandet politidistrikt
"""
NYNORSK = """\
# Samarbeidsavtale mellom Volda kommune og Møre og Romsdal politidistrikt

## Føremål

Avtala skal gjere kvardagen tryggare for dei som bur i kommunen.

## Politiråd

{council}

{meetings}

## Politikontakt

{contact}

## Informasjon

{confidentiality}

## Oppfølging

{evaluation}

{revision}

## Andre tilhøve

{other}

## Gyldigheit

{period}

Volda, 15. januar 2024

Kari Vik                         Ola Berg
Ordførar i Volda kommune         Lensmann, Møre og Romsdal politidistrikt
"""
NB = {
    "council": "Politirådet består av ordføreren, kommunedirektøren og lensmannen.",
    "meetings": "Politirådet møtes minst to ganger i året.",
    "contact": "Kommunen har en politikontakt, som er bindeleddet til politiet.",
    "confidentiality": "Alle som deltar i møtene, har taushetsplikt om personlige forhold.",
    "evaluation": "Samarbeidet evalueres hvert annet år.",
    "revision": "Avtalen skal revideres innen utgangen av 2026.",
    "other": "Kommunen stiller lokaler til rådighet for møtene.",
    "period": "Avtalen gjelder fra 1. januar 2024 til 31. desember 2027.",
}
NN = {
    "council": "Politirådet er samansett av ordføraren, kommunedirektøren og lensmannen.",
    "meetings": "Politirådet møtest minst to gonger i året.",
    "contact": "Kommunen har ein politikontakt, som er bindeleddet til politiet.",
    "confidentiality": "Alle som deltek i møta, har teieplikt om personlege tilhøve.",
    "evaluation": "Samarbeidet skal evaluerast annakvart år.",
    "revision": "Avtala skal reviderast innan utgangen av 2026.",
    "other": "Kommunen stiller lokale til rådvelde for møta.",
    "period": "Avtala gjeld frå 1. januar 2024 til 31. desember 2027.",
}
WRITTEN = {"nb": (BOKMAAL, NB), "nn": (NYNORSK, NN)}


def agreement(lang: str, **said: str) -> str:
    """A complete agreement, with some of its clauses said otherwise."""
    form, clauses = WRITTEN[lang]
    return form.format(**{**clauses, **said})


@lru_cache(maxsize=300)
def verdicts(text: str, as_of: dt.date = AS_OF) -> Mapping[str, str]:
    document = read_here(text.encode(), name="avtale.txt")
    report = judge(document, PACK, as_of, any_document=True)
    assert report.crashes == ()
    return {v.rule: v.verdict for v in report.verdicts if v.rule in RULES}


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_the_complete_agreement_passes(lang: str) -> None:
    assert verdicts(agreement(lang)) == dict.fromkeys(RULES, "pass")


# ------------------------------------------------------------- another way to say the same

SAME = [
    # digits and words
    ("nb", "meetings", "Politirådet møtes minst 2 ganger i året."),
    ("nb", "meetings", "Politirådet møtes minst to (2) ganger i året."),
    ("nn", "meetings", "Politirådet møtest minst 2 gonger i året."),
    ("nb", "evaluation", "Samarbeidet evalueres hvert 2. år."),
    ("nn", "evaluation", "Samarbeidet skal evaluerast kvart 2. år."),
    ("nb", "period", "Avtalen gjelder fra 01.01.2024 til 31.12.2027."),
    ("nn", "period", "Avtala gjeld frå 01.01.24 til 31.12.27."),
    ("nb", "period", "Avtalen gjelder i fire år fra 1. januar 2024."),
    ("nb", "period", "Avtalen gjelder i 4 år fra 1. januar 2024."),
    ("nn", "period", "Avtala gjeld i fire år frå 1. januar 2024."),
    ("nb", "period", "Avtalen gjelder for perioden 2024–2027."),
    # the time in front
    ("nb", "meetings", "Minst to ganger i året møtes politirådet."),
    ("nn", "meetings", "Minst to gonger i året møtest politirådet."),
    ("nb", "evaluation", "Hvert annet år evalueres samarbeidet."),
    ("nn", "evaluation", "Annakvart år skal samarbeidet evaluerast."),
    ("nb", "revision", "Innen utgangen av 2026 skal avtalen revideres."),
    ("nn", "revision", "Innan utgangen av 2026 skal avtala reviderast."),
    ("nb", "period", "Fra 1. januar 2024 til 31. desember 2027 gjelder avtalen."),
    # passive, active and nouns
    ("nb", "evaluation", "Partene evaluerer samarbeidet hvert annet år."),
    ("nb", "evaluation", "Samarbeidet blir evaluert hvert annet år."),
    ("nb", "evaluation", "Det gjennomføres en evaluering av samarbeidet hvert annet år."),
    ("nn", "evaluation", "Partane evaluerer samarbeidet annakvart år."),
    ("nn", "evaluation", "Det skal gjerast ei evaluering av samarbeidet annakvart år."),
    ("nb", "revision", "Partene reviderer avtalen innen utgangen av 2026."),
    ("nb", "revision", "Revisjon av avtalen skjer innen utgangen av 2026."),
    ("nn", "revision", "Avtala blir revidert innan utgangen av 2026."),
    ("nb", "meetings", "Det holdes minst to møter i politirådet hvert år."),
    ("nb", "meetings", "Rådet har minst to møter i året."),
    ("nn", "meetings", "Det skal haldast minst to møte i politirådet kvart år."),
    # the modal verb
    ("nb", "meetings", "Politirådet bør møtes minst to ganger i året."),
    ("nn", "evaluation", "Samarbeidet bør evaluerast annakvart år."),
    ("nb", "evaluation", "Partene tar sikte på å evaluere samarbeidet hvert annet år."),
    # a clause of the other standard
    *(("nb", name, NN[name]) for name in NN),
    *(("nn", name, NB[name]) for name in NB),
    # what else is said beside
    ("nb", "evaluation", "Samarbeidet evalueres hvert annet år. Øvelser evalueres ikke."),
    ("nb", "revision", "Avtalen skal revideres innen utgangen av 2026, men ikke før 2025."),
    ("nb", "meetings", "Politirådet møtes minst to ganger i året. SLT-gruppa møtes ikke."),
    ("nn", "other", "Øvingar blir ikkje evaluerte."),
    ("nb", "other", "Politivedtektene revideres ikke."),
    ("nb", "other", "SLT-gruppa møtes én gang i året."),
    # in a relative clause and behind “at”
    ("nb", "evaluation", "Samarbeidet, som omfatter mange, skal evalueres hvert annet år."),
    ("nb", "evaluation", "Lensmannen sørger for at samarbeidet evalueres hvert annet år."),
    ("nn", "revision", "Ordføraren syter for at avtala blir revidert innan utgangen av 2026."),
    ("nb", "evaluation", "Partene har en evaluering av samarbeidet hvert annet år."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "name", "words"), SAME)
def test_said_in_another_way(lang: str, name: str, words: str) -> None:
    assert verdicts(agreement(lang, **{name: words})) == dict.fromkeys(RULES, "pass")


MOVED = [(lang, name) for lang in WRITTEN for name in NB if name not in ("other", "council")]


@pytest.mark.parametrize(("lang", "name"), MOVED)
def test_moved_under_another_heading(lang: str, name: str) -> None:
    clauses = WRITTEN[lang][1]
    moved = {name: clauses["other"], "other": f"{clauses['other']} {clauses[name]}"}
    assert verdicts(agreement(lang, **moved)) == dict.fromkeys(RULES, "pass")


ROWS = [
    *((lang, name) for lang, name in MOVED if name not in ("meetings", "period")),
    ("nb", "meetings"),
    ("nn", "meetings"),
    fault("a table row with a sentence in it", "nb", "period"),
    fault("a table row with a sentence in it", "nn", "period"),
]


@pytest.mark.parametrize(("lang", "name"), ROWS)
def test_moved_into_a_table(lang: str, name: str) -> None:
    rows = f"| Emne | Innhold |\n| 1 | {WRITTEN[lang][1][name]} |"
    assert verdicts(agreement(lang, **{name: rows})) == dict.fromkeys(RULES, "pass")


@pytest.mark.parametrize("mark", ["- ", "• ", "a) "])
@pytest.mark.parametrize(("lang", "name"), [m for m in MOVED if m[1] not in ("period", "contact")])
def test_moved_into_a_list(lang: str, name: str, mark: str) -> None:
    items = f"{mark}{WRITTEN[lang][1][name]}"
    assert verdicts(agreement(lang, **{name: items})) == dict.fromkeys(RULES, "pass")


# ------------------------------------------------------------- the same text, set otherwise

NUMBERS = {
    "to": "2", "tre": "3", "fire": "4", "fem": "5", "seks": "6", "tolv": "12",
}  # fmt: skip


def _paragraphs(text: str, change: Callable[[str], str]) -> str:
    """The text with every paragraph of prose changed, and all else left as it is."""
    return "\n".join(
        change(line) if line.endswith(".") and line[:1].isalpha() and "   " not in line else line
        for line in text.split("\n")
    )


def wrapped(width: int) -> Callable[[str], str]:
    return lambda text: _paragraphs(
        text,
        lambda line: textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False),
    )


def hyphenated(text: str) -> str:
    """Lines of some fifty characters that end within a word wherever one is long enough."""

    def broken(line: str) -> str:
        done, rest = "", line
        while len(rest) > 55:
            word = re.compile(r"[a-zæøå]{4,}(?=[a-zæøå]{4})").search(rest, 40)
            if word is None or word.end() > 75:
                cut = rest.rfind(" ", 0, 55)
                done, rest = f"{done}{rest[:cut]}\n", rest[cut + 1 :]
            else:
                at = word.start() + 4
                done, rest = f"{done}{rest[:at]}-\n", rest[at:]
        return done + rest

    return _paragraphs(text, broken)


def numbered(text: str) -> str:
    """Numbers of times, months and years in digits."""
    counted = r"(?= (?:(?:faste|ordinære) )?(?:gang|gong|møte|måned|månad|år\b))"
    return re.sub(rf"\b({'|'.join(NUMBERS)}){counted}", lambda match: NUMBERS[match.group()], text)


SETTINGS: dict[str, Callable[[str], str]] = {
    "narrow": wrapped(38),
    "medium": wrapped(64),
    "hyphenated": hyphenated,
    "blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "blanks at the ends": lambda text: text.replace("\n", "  \n"),
    "double blanks": lambda text: _paragraphs(text, lambda line: line.replace(" ", "  ")),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "no-break blanks": lambda text: _paragraphs(text, lambda line: line.replace(" ", "\u00a0")),
    "digits": numbered,
}


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_set_otherwise(lang: str, setting: str) -> None:
    text = SETTINGS[setting](agreement(lang))
    assert text != agreement(lang)
    assert verdicts(text) == dict.fromkeys(RULES, "pass")


@pytest.mark.parametrize("setting", ["medium", "hyphenated", "blanks at the ends", "digits"])
@pytest.mark.parametrize("name", GOLD_NAMES)
def test_gold_set_otherwise(name: str, setting: str) -> None:
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))
    as_of = dt.date.fromisoformat(gold["as_of"])
    assert verdicts(SETTINGS[setting](text), as_of) == verdicts(text, as_of)


# ------------------------------------------------------------- another thing said

FAIL, REVIEW, NONE = {"fail"}, {"review"}, {"inapplicable"}

CHANGED = [
    # denied
    ("nb", {"evaluation": "Samarbeidet skal ikke evalueres."}, "EV001", FAIL),
    ("nn", {"evaluation": "Samarbeidet skal ikkje evaluerast."}, "EV001", FAIL),
    ("nb", {"revision": "Avtalen skal ikke revideres i perioden."}, "EV003", FAIL),
    ("nn", {"revision": "Avtala skal ikkje reviderast i perioden."}, "EV003", FAIL),
    ("nb", {"contact": "Kommunen har ingen politikontakt."}, "PK001", FAIL),
    ("nn", {"contact": "Kommunen har ikkje politikontakt."}, "PK001", FAIL),
    ("nb", {"meetings": "Politirådet har ikke faste møter."}, "PR002", FAIL | REVIEW),
    ("nn", {"meetings": "Politirådet har ikkje faste møte."}, "PR002", FAIL | REVIEW),
    ("nb",
     {"council": "Kommunen ønsker ikke å ha politiråd.", "meetings": ""}, "PR001", NONE),
    ("nn",
     {"council": "Kommunen ynskjer ikkje å ha politiråd.", "meetings": ""}, "PR001", NONE),
    ("nb", {"confidentiality": "De som deltar, har ikke taushetsplikt."}, "TP001", FAIL | REVIEW),
    ("nn", {"confidentiality": "Dei som deltek, har ikkje teieplikt."}, "TP001", FAIL | REVIEW),
    # of another thing
    *(("nb", {"evaluation": f"{thing} evalueres hvert annet år."}, "EV001", FAIL)
      for thing in ("Politivedtektene", "Handlingsplanen", "Øvelsene", "Kontaktlisten")),
    *(("nn", {"evaluation": f"{thing} skal evaluerast annakvart år."}, "EV001", FAIL)
      for thing in ("Politivedtektene", "Handlingsplanen", "Øvingane", "Kontaktlista")),
    *(("nb", {"revision": f"{thing} skal revideres innen utgangen av 2026."}, "EV003", FAIL)
      for thing in ("Politivedtektene", "Handlingsplanen", "Beredskapsplanen", "Satsingsområdene")),
    *(("nn", {"revision": f"{thing} skal reviderast innan utgangen av 2026."}, "EV003", FAIL)
      for thing in ("Politivedtektene", "Handlingsplanen", "Beredskapsplanen", "Satsingsområda")),
    ("nb", {"evaluation": "Politikontaktordningen evalueres hvert annet år."}, "EV001", REVIEW),
    ("nn", {"evaluation": "SLT-arbeidet skal evaluerast annakvart år."}, "EV001", REVIEW),
    # of another body
    *(("nb", {"meetings": f"{body} møtes minst to ganger i året."}, "PR002", FAIL)
      for body in ("Formannskapet", "SLT-gruppa", "Beredskapsrådet", "Arbeidsutvalget")),
    *(("nn", {"meetings": f"{body} møtest minst to gonger i året."}, "PR002", FAIL)
      for body in ("Formannskapet", "SLT-gruppa", "Beredskapsrådet", "Arbeidsutvalet")),
    # of another number
    ("nb", {"meetings": "Politirådet møtes inntil to ganger i året."}, "PR002", REVIEW),
    ("nn", {"meetings": "Politirådet møtest inntil to gonger i året."}, "PR002", REVIEW),
    ("nb", {"meetings": "Politirådet møtes én gang i året."}, "PR002", FAIL),
    ("nn", {"meetings": "Politirådet møtest annakvart år."}, "PR002", FAIL),
    ("nb", {"meetings": "Politirådet møtes jevnlig."}, "PR002", REVIEW),
    ("nn", {"meetings": "Politirådet møtest ved behov."}, "PR002", REVIEW),
    ("nb", {"contact": "Politikontakten har ansvar for fire kommuner."}, "PK002", FAIL),
    ("nn", {"contact": "Politikontakten dekkjer fem kommunar."}, "PK002", FAIL),
    # no time
    ("nb", {"evaluation": "Samarbeidet evalueres løpende."}, "EV002", FAIL),
    ("nn", {"evaluation": "Samarbeidet skal evaluerast jamleg."}, "EV002", FAIL),
    ("nb", {"revision": "Avtalen revideres ved behov."}, "EV003", REVIEW),
    ("nn", {"revision": "Avtala skal reviderast når partane er samde om det."}, "EV003", REVIEW),
    # an option
    ("nb", {"evaluation": "Samarbeidet kan evalueres hvert annet år."}, "EV001", REVIEW),
    ("nn", {"evaluation": "Samarbeidet kan evaluerast annakvart år."}, "EV001", REVIEW),
    ("nb",
     {"contact": "Kommunen kan få en politikontakt dersom ressursene tillater."}, "PK001", REVIEW),
    ("nb", {"meetings": "Politirådet kan møtes to ganger i året."}, "PR002", REVIEW),
    ("nn", {"meetings": "Politirådet kan møtast to gonger i året."}, "PR002", REVIEW),
    # done
    ("nb", {"evaluation": "Samarbeidet ble evaluert i 2023."}, "EV001", FAIL),
    ("nn", {"revision": "Avtala vart revidert i 2023."}, "EV003", FAIL),
    ("nb", {"revision": "Avtalen er revidert i 2023."}, "EV003", FAIL),
    ("nn", {"revision": "Avtala er ein revisjon av avtala frå 2019."}, "EV003", FAIL),
    # only a topic
    ("nb", {"confidentiality": "Taushetsplikt er tema i møtene."}, "TP001", REVIEW),
    ("nn", {"confidentiality": "Teieplikta kan vere eit hinder for samarbeidet."}, "TP001", REVIEW),
    # the period
    ("nb", {"period": "Avtalen gjelder fra 1. januar 2024."}, "AV002", REVIEW),
    ("nn", {"period": "Avtala gjeld til ho blir sagd opp."}, "AV002", REVIEW),
    ("nb", {"period": "Partene ser fram til samarbeidet."}, "AV002", FAIL),
    ("nb", {"period": "Avtalen gjelder fra 1. januar 2020 til 31. desember 2023."}, "AV003", FAIL),
    ("nn", {"period": "Avtala gjeld frå 1. januar 2022 til 30. september 2025."}, "AV003", REVIEW),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "said", "rule", "expected"), CHANGED)
def test_another_thing_said(lang: str, said: dict[str, str], rule: str, expected: set[str]) -> None:
    found = verdicts(agreement(lang, **said))
    assert found[rule] in expected
    if "period" not in said:
        others = set(RULES) - {rule} - DEPENDENT.get(rule, set())
        assert {found[other] for other in others} == {"pass"}


def test_what_depends_on_a_failed_rule_is_inapplicable() -> None:
    found = verdicts(agreement("nb", evaluation="Samarbeidet skal ikke evalueres.",
                               contact="Kommunen har ingen politikontakt."))  # fmt: skip
    assert (found["EV002"], found["PK002"]) == ("inapplicable", "inapplicable")
