"""Sentences → segments with one verb each, and the subject of a verb."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from agreementlint.binding.grammar import segments, subject
from agreementlint.binding.words import read
from tests.agreements import fault

MARKS = {"/": "main", "[": "relative", "{": "subordinate"}

# Each segment begins with its mark: / main, [ relative, { subordinate.
SEGMENTED = [
    "/Politirådet møtes to ganger i året.",
    "/Politirådet møtest to gonger i året.",
    "/Avtalen evalueres hvert annet år /og revideres ved behov.",
    "/Avtala skal evaluerast annakvart år /og skal reviderast i 2027.",
    "/Avtalen gjelder i fire år, /og den evalueres midtveis.",
    "/Avtala gjeld i fire år, /og ho skal evaluerast midtvegs.",
    "/Politirådet, [som blir leia av ordføraren, /møtest kvart kvartal.",
    "/Avtalen, [som bygger på politivedtektene, /revideres hvert år.",
    "{Dersom partene er enige, /kan avtalen revideres.",
    "{Når halve perioden er gått, /skal avtalen evalueres.",
    "{Når halve perioden er gått, /skal avtala evaluerast.",
    "/Etter valget skal avtalen revideres; /politivedtektene revideres hvert år.",
    "/Politirådet møtes i mars, /og SLT-gruppa møtes i april.",
    "/Politirådet møtes to ganger i året, /men SLT-gruppa møtes oftere.",
    "/Ordføreren leder rådet, {mens lensmannen er sekretær.",
    "/Ordføraren leier rådet, {medan lensmannen er sekretær.",
    "/Rådet består av ordfører, rådmann og lensmann, /og møtes to ganger i året.",
    "/Det skal føres referat, [som sendes til medlemmene.",
    "/Avtalen blir evaluert i politirådet, [der også lensmannen møter.",
    "/Avtalen har en varighet på fire år, /og evalueres årlig.",
    "/1. Politirådet møtes to ganger i året.",
    "/§ 4. Politirådet møtes to ganger i året.",
    "/Post 12. Avtala blir evaluert kvart år.",
    "/Møter: to ganger i året",
    "/a) evaluere samarbeidet, og",
    # lists are no clauses
    "/Ordføreren, rådmannen og lensmannen møtes hver måned.",
    "/Kommunen og politiet evaluerer samarbeidet.",
    "/Rådet består av ordfører, kommunedirektør, lensmann og politikontakt.",
    "/Politirådet evaluerer avtalen – og politivedtektene – hvert år.",
    "/SLT-gruppa, [som møtes fire ganger i året, /forbereder sakene til politirådet.",
    "/SLT-gruppa, [som møtest fire gonger i året, /førebur sakene til politirådet.",
    "/Politirådet, [som møtes to ganger i året, /ledes av ordføreren.",
    "/Politivedtektene revideres jevnlig /og avtalen evalueres årlig.",
    "/Avtala skal evaluerast kvart år /og politivedtektene skal reviderast ved behov.",
    fault("“og” with a subject of its own begins no segment without a comma",
          "/Politirådet møtes i mars /og SLT-gruppa møtes i april."),
    "{Når halve perioden er gått /skal avtalen evalueres.",
]  # fmt: skip

# A sentence, the verb or noun of its act, the words of the subject (None: it has none of its own).
SUBJECTS = [
    ("Avtalen evalueres hvert annet år.", "evalueres", "Avtalen"),
    ("Avtala skal evaluerast kvart år.", "evaluerast", "Avtala"),
    ("Hvert annet år evalueres avtalen.", "evalueres", "avtalen"),
    ("Annakvart år skal avtala evaluerast.", "evaluerast", "avtala"),
    ("I 2027 skal avtalen revideres.", "revideres", "avtalen"),
    ("Etter valget blir avtalen revidert.", "revidert", "avtalen"),
    ("Midtveis i perioden evalueres samarbeidet.", "evalueres", "samarbeidet"),
    ("Deretter evalueres avtalen.", "evalueres", "avtalen"),
    ("Derfor skal samarbeidet evalueres.", "evalueres", "samarbeidet"),
    ("To ganger i året evalueres avtalen.", "evalueres", "avtalen"),
    ("Den andre avtalen skal revideres.", "revideres", "Den andre avtalen"),
    ("Begge avtalene skal revideres.", "revideres", "Begge avtalene"),
    ("Kommunen og politiet skal evaluere samarbeidet.", "evaluere", "Kommunen og politiet"),
    ("Skal avtalen evalueres, varsles partene.", "evalueres", "avtalen"),
    ("Samarbeidet mellom partene evalueres årlig.", "evalueres", "Samarbeidet"),
    ("Det evalueres hvert år.", "evalueres", "Det"),
    ("Den skal evalueres hvert år.", "evalueres", "Den"),
    ("Post 4. Avtala blir revidert i 2027.", "revidert", "Avtala"),
    ("c) Avtalen evalueres hvert år.", "evalueres", "Avtalen"),
    ("Politivedtektene revideres jevnlig og avtalen evalueres årlig.", "evalueres", "avtalen"),
]  # fmt: skip


@pytest.mark.parametrize("marked", SEGMENTED)
def test_segments(marked: str) -> None:
    sentence = re.sub(r"[/\[{]", "", marked)
    expected = [
        (MARKS[mark], words.strip()) for mark, words in re.findall(r"([/\[{])([^/\[{]+)", marked)
    ]
    parts = segments(read(sentence).tokens)
    assert [(p.kind, sentence[p.start : p.end].strip()) for p in parts] == expected


@pytest.mark.parametrize(("sentence", "verb", "words"), SUBJECTS)
def test_subject(sentence: str, verb: str, words: str | None) -> None:
    tokens = read(sentence).tokens
    at = next(i for i, t in enumerate(tokens) if t.text == verb)
    part = next(p for p in segments(tokens) if p.first <= at < p.last)
    found = subject(tokens, part, at)
    told = sentence[tokens[found[0]].start :] if found else ""
    assert told.startswith(words) if words else found is None


def test_segments_cover_the_sentence_and_begin_where_the_last_ends() -> None:
    sentence = "Rådet, som ledes av ordføreren, møtes i mai, og det evaluerer avtalen; ellers ikke."
    parts = segments(read(sentence).tokens)
    assert parts[0].start == 0 and parts[-1].end == len(sentence)
    assert all(a.end == b.start and a.last == b.first for a, b in pairwise(parts))


def test_a_main_segment_goes_on_with_the_one_whose_subject_it_has() -> None:
    parts = segments(read("Politirådet, som er felles, møtes i mai, og evaluerer avtalen.").tokens)
    assert [p.parent for p in parts[:3]] == [None, 0, 0]


def test_no_words_make_one_empty_segment() -> None:
    assert [(p.first, p.last) for p in segments(())] == [(0, 0)]
