"""Plain text into everything that is counted on a calendar: dates, periods and durations."""

from agreementlint.norwegian.days import dates
from agreementlint.norwegian.durations import durations, end_of
from agreementlint.norwegian.periods import periods

__all__ = ["dates", "durations", "end_of", "periods"]
