"""A stretch of an agreement → its words, recognition slips mended, for patterns to look at."""

from __future__ import annotations

from agreementlint.model import Span
from agreementlint.norwegian.mending import mended
from agreementlint.structure import Agreement
from agreementlint.vocabulary import vocabulary

# What parties, periods and signatures are told by, besides the words of the vocabulary.
_FIELD = frozenset(
    """avtale avtalen avtaler avtala avtalar avtaleperiode avtaleperioden avtaletid avtaletiden
    samarbeidsavtale samarbeidsavtalen samarbeidsavtala mellom millom kommune kommunen kommunene
    kommunar kommunane politidistrikt politidistriktet lensmannsdistrikt politistasjonsdistrikt
    gjelder gjeld gjeldende gjeldande gyldig gyldighet gyldigheit varighet varigheit varer varar
    løper kraft inngås inngått inngått forlenges forlenget automatisk perioden periode fornyes
    utløper opphører underskrift underskrifter underteikna undertegnet signert signatur parter
    partene partane ordfører ordførar rådmann kommunedirektør byrådsleder lensmann politimester
    politistasjonssjef politiavdelingsleder politiavdelingsleiar driftsenhetsleder
    tjenesteenhetsleder regionlensmann valgperioden valperioden kommunestyreperioden""".split()
)


def words_of(agreement: Agreement, span: Span) -> str:
    """The words of a stretch of the text. Offsets into them are not offsets into the document."""
    return mended(agreement.text_of(span), _is_known)


def _is_known(word: str) -> bool:
    return word.casefold() in _FIELD or vocabulary().known(word)
