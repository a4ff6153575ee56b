"""Where a sentence ends, and where a full stop only looks like it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.norwegian.sentences import LONGEST, sentences

# Each line is a block; "|" marks where it is to be split (the character is not part of the text).
BLOCKS = """
Rådet møtes to ganger i året.| Referat skrives av kommunen.
Rådet møtest to gonger i året.| Kommunen skriv referat.
Avtalen gjelder til 31.12.28.| Den evalueres hvert år.
Avtalen gjelder fra 01.01.25.| Den sies opp skriftlig.
Avtalen gjelder til 31. 12. 2028.| Den fornyes.
Avtalen gjelder til 31.12. 2028.| Den fornyes.
Avtalen trer i kraft 1. januar 2027.| Den varer i fire år.
Avtalen trer i kraft 1. Januar 2027.
Signert den 9. april 2018.| Partene er enige.
Møtet holdes 12. desember.| Neste møte er 3. mars.
Frist er 1. og 15. i måneden.| Det holder.
Siste møte var i 2025.| 2 møter er planlagt.
Rådet er etter § 3. ledd tre lukket.
Rådet har minst to møter.| 3 av dem er faste.
Politikontakt er Per Erik K. Hagen.| Han møter fast.
K. Hagen leder rådet.| Han kaller inn.
Rådet ledes av A. B. Dal og O. Vik.| De møtes.
Dette står i vedlegg A.| Avtalen har to vedlegg.
Se bokstav B.| Der står resten.
1. Det opprettes et politiråd.| 2. Rådet møtes hvert halvår.
2.1. Politirådet skal ha to møter.
§ 3. Politirådet
§ 3. Politirådet møtes.| Møtene er lukkede.
Punkt 4. Politikontakten er bindeledd.
Nr. 5. Politirådet møtes.
Post 4. Leiaren kallar inn.| Alle møter.
IV. Politikontakten er bindeledd.
a. Rådet består av fem medlemmer.
A. Formål
Det gjelder bl.a. NAV og skolen, jf. § 3.| Andre kan inviteres.
Det gjelder f.eks. NAV, jfr. Politiloven.
Det gjeld t.d. NAV og m.a. Barnevernet.
Vi viser til pkt. 4.2 og kap. 3.| Der står mer.
Rådet har ca. 10 medlemmer, ev. 12.| Alle møter.
Rådet, dvs. Ordføreren og lensmannen, møtes.
Møtet starter kl. 09.00-14.30.| Lunsj serveres.
Møtet starter kl. 9.| Alle møter.
Møtet er fra kl. 9 til kl. 15.| Deretter er det lunsj.
Ring tlf. 02800 eller skriv til post@politiet.no.| Svar gis raskt.
Se www.politiet.no for mer.| Avtalen ligger der.
Se https://politiet.no/raad.| Avtalen ligger der.
NAV, skoler, barnevern mv.| Partene avtaler resten.
NAV, skoler m.fl. møter ved behov.
Vi ser på rus, vold osv.| Deretter lages en plan.
Kommunen dekker inntil kr. 5000 pr. år.| Politiet dekker resten.
Advokat adv. Hansen og dr. Holm møter.| De svarer.
Avtalen er inngått iht. Kommuneloven.
Skal rådet evalueres?| Ja!| Det skal det.
«Vi møtes ofte.»| Rådet er enig.
Han sa: «Vi møtes ofte.»| Rådet er enig.
(Se vedlegg 2.)| Partene underskriver.
Partene er enige (jf. § 3).| De underskriver.
Rådet møtes.| «Partene» er enige.
Rådet møtes.| (Se vedlegg.)
Partene skal: Møte to ganger i året.
Rådet møtes; Det skrives referat.
Og så videre …| Rådet fortsetter.
Og så videre ... og mer.
Og så videre ...| Rådet fortsetter.
Formål ........................ 2
Rus følges opp i enkeltsaker.3| Rådet møtes likevel.
Rus følges opp i enkeltsaker.¹| Rådet møtes likevel.
Dette er viktig.| – Rådet skal møtes.
Kontoret er åpent kl. 8.30–15.00 og kl. 18.| Det er stengt i juli.
Begge har fylt 18.| Foreldre varsles ikke.
politi- og kommunesamarbeid
Med andre ord.| Rådet møtes.
"""


@pytest.mark.parametrize("block", BLOCKS.strip().splitlines())
def test_sentences_of_a_block(block: str) -> None:
    text = block.replace("|", "")
    wanted = [sentence.strip() for sentence in block.split("|")]
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_a_lost_space_still_splits() -> None:
    text = "Rådet møtes fire ganger i året.Referat skrives av kommunen."
    assert [span.start for span in sentences(text)] == [0, 31]


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_no_text_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


WORDS = """
Rådet møtes . ! ? … ... 1. 31.12.28. jf. mv. § 3. K. A « » ( ) 2. mai kl. 09.00. a. år. Den 2028.
12. 31. Post nr. " - – : ;
"""
OF_WORDS = st.lists(st.sampled_from([*WORDS.split(), "", " "]), max_size=14).map(" ".join)
BLOCK = OF_WORDS | st.text(alphabet="aA1. !?…«»()\"-–§K", max_size=25)


@settings(deadline=None, max_examples=400)
@given(BLOCK)
def test_every_character_is_in_one_trimmed_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(place in inside for place, char in enumerate(text) if not char.isspace())


@settings(deadline=None, max_examples=400)
@given(BLOCK)
def test_a_sentence_is_one_sentence(text: str) -> None:
    for start, end in sentences(text):
        assert len(sentences(text[start:end])) == 1


def test_what_no_sentence_is_as_long_as_is_cut_between_words() -> None:
    text = "politiet og kommunen " * 500
    spans = sentences(text)
    assert max(span.end - span.start for span in spans) <= LONGEST
    assert " ".join(text[span.start : span.end] for span in spans) == text.strip()
    assert [span.end - span.start for span in sentences("a" * (LONGEST + 1))] == [LONGEST, 1]
