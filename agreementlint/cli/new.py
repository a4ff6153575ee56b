"""Turns `new` into a complete draft of an agreement."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from agreementlint.cli import completing
from agreementlint.cli.catalogue import loaded
from agreementlint.cli.endings import TROUBLE, deliver
from agreementlint.cli.usage import Command, option, spoken
from agreementlint.messages import LANGUAGES, listed, say
from agreementlint.model import Lang, Standard
from agreementlint.output import tell

DATE = click.DateTime(["%Y-%m-%d"])
YEARS = 4
MOST_YEARS = 20


@click.command(cls=Command)
@option("--kommune", "kommuner", multiple=True, required=True, metavar="NAVN",
        shell_complete=completing.kommuner, help="opt-kommune")
@option("--district", metavar="NAVN", shell_complete=completing.districts, help="opt-district-new")
@option("--standard", type=click.Choice(["nb", "nn"]), default="nb", help="opt-standard")
@option("--from", "since", type=DATE, metavar="ÅÅÅÅ-MM-DD", help="opt-from")
@option("--to", "until", type=DATE, metavar="ÅÅÅÅ-MM-DD", help="opt-to")
@option("--years", type=click.IntRange(min=1, max=MOST_YEARS), metavar="ANTALL", help="opt-years")
@option("--politikontakt", "politikontakter", multiple=True, metavar="NAVN",
        help="opt-politikontakt")
@option("--as-of", type=DATE, metavar="ÅÅÅÅ-MM-DD", help="opt-as-of-new")
@option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL",
        help="opt-output-new")
@option("--lang", "told", type=click.Choice(LANGUAGES), help="opt-lang-new")
@click.pass_context
def new(context: click.Context, /, kommuner: tuple[str, ...], district: str | None,
        standard: Standard, since: dt.datetime | None, until: dt.datetime | None,
        years: int | None, politikontakter: tuple[str, ...], as_of: dt.datetime | None,
        output: Path | None, told: Lang | None) -> None:
    """Makes a draft that follows the guide, of the clauses that the rules suggest."""
    from agreementlint.newdraft.terms import NoTerms, terms
    from agreementlint.newdraft.whole import new_draft
    from agreementlint.register import register

    if until is not None and years is not None:
        raise click.UsageError(say(spoken(), "new-until-or-years"))
    lang = told or standard
    dated = as_of.date() if as_of else dt.date.today()
    first = since.date() if since else dated
    last = until.date() if until else last_day(first, years or YEARS)
    try:
        agreed = terms(kommuner, district, politikontakter, (first, last), dated, standard,
                       register())
    except NoTerms as error:
        tell(say(lang, error.key, **error.values))
        context.exit(TROUBLE)
    place = output or Path(f"Samarbeidsavtale {listed(agreed.kommuner, standard)}.docx")
    if place.suffix.casefold() not in ("", ".docx"):
        tell(say(lang, "must-end.docx", path=place))
        context.exit(TROUBLE)
    if place.exists():
        tell(say(lang, "new-exists", path=place))
        context.exit(TROUBLE)
    deliver(new_draft(agreed, loaded(())), place, lang)
    tell(say(lang, "new-written", path=place))


def last_day(first: dt.date, years: int) -> dt.date:
    from agreementlint.norwegian.durations import end_of

    return end_of(first, 12 * years)
