"""Plain text into everything that is counted on a calendar: dates, periods and durations."""

from agreementlint.model import Date
from agreementlint.norwegian import days
from agreementlint.norwegian.durations import durations, end_of
from agreementlint.norwegian.periods import periods
from agreementlint.norwegian.spelled import spelled_dates

__all__ = ["dates", "durations", "end_of", "periods"]


def dates(text: str, offset: int = 0, *, year: int | None = None) -> list[Date]:
    """The dates of `text` in figures (`norwegian.days.dates`) and in words, sorted by place."""
    found = days.dates(text, offset, year=year)
    spelled = spelled_dates(text, offset)
    if not spelled:
        return found
    figures = (d for d in found if not any(d.span.overlaps(s.span) for s in spelled))
    return sorted((*figures, *spelled), key=lambda date: date.span)
