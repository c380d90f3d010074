"""`crm report`: the figures of a period as PDF, XLSX or CSV, as the windows would save them."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from pathlib import Path

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import EVERYBODY, Scope
from crm_desktop.terminal.papers import take_out
from crm_desktop.terminal.session import Session

BUDDHIST = 543
MONTH = re.compile(r"(\d{4})-(\d{1,2})")
DAYS = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


def report(session: Session) -> None:
    """Reads the period, then writes the file that the option names."""
    REPORTS[session.options.report](session)


def _team(session: Session) -> None:
    """A PDF has all views; a sheet has one."""
    _write(session, (), session.options.view)


def _sales(session: Session, *views: str) -> None:
    """A PDF has these views, a sheet the first of them."""
    _write(session, views, views[0])


def _write(session: Session, views: tuple[str, ...], view: str) -> None:
    app, target = session.desk(), Path(session.options.out)
    span = Span(*_period(session, app), _scope(session, app))
    if target.suffix.lower() == ".pdf":
        _pdf(session, app, span, target, views)
    else:
        _sheet(session, app, span, target, view)
    session.answer({"file": str(target)}, [str(target)])


def _pdf(
    session: Session, app: Application, span: Span, target: Path, views: tuple[str, ...]
) -> None:
    from crm_desktop.printing.render import render
    from crm_desktop.services.papers.exits import TakeOutSlip
    from crm_desktop.services.team.sheets import team_report

    paper = app.read(team_report, span, session.options.language or "", views)
    leaves = TakeOutSlip(paper.kind, 0, "terminal", paper.language)
    take_out(app, [(target, render(paper), leaves)])


def _sheet(session: Session, app: Application, span: Span, target: Path, view: str) -> None:
    from crm_desktop.exchange.sheets import write_sheet
    from crm_desktop.services.team.sheets import view_sheet

    split = session.options.by_matter
    write_sheet(target, app.read(view_sheet, view, span, by_matter=split))


def _scope(session: Session, app: Application) -> Scope:
    """Everybody within reach, or the one person named."""
    from crm_desktop.services.people import person_named

    name = session.options.person
    return Scope(app.read(person_named, name).id) if name else EVERYBODY


def _period(session: Session, app: Application) -> tuple[date, date]:
    """A month of either era (2569-11, 2026-11), days from..to, or this month up to today."""
    text, today = (session.options.period or "").strip(), app.store.now().date()
    if not text:
        return today.replace(day=1), today
    month, days = MONTH.fullmatch(text), DAYS.fullmatch(text)
    try:
        if month:
            return _month(int(month[1]), int(month[2]))
        if days:
            return date.fromisoformat(days[1]), date.fromisoformat(days[2])
    except ValueError:
        pass
    raise Refused("terminal_bad_period", "period", text=text)


def _month(year: int, month: int) -> tuple[date, date]:
    """A year that far ahead is one of the Buddhist era."""
    first = date(year - BUDDHIST if year > 2400 else year, month, 1)
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def _route(session: Session) -> None:
    """An officer's route or calendar."""
    from crm_desktop.terminal import rounds

    rounds.route(session, _period(session, session.desk()))


def _coverage(session: Session) -> None:
    """Whom officers met, and what of their plans they kept."""
    from crm_desktop.terminal import rounds

    app = session.desk()
    rounds.coverage(session, Span(*_period(session, app), _scope(session, app)))


def _doubles(session: Session) -> None:
    """Likely doubles, or customers of whom something is missing."""
    from crm_desktop.terminal import doubles

    doubles.report(session)


def _held(session: Session) -> None:
    """All that is held of one customer."""
    from crm_desktop.terminal import privacy

    privacy.held(session)


def _retention(session: Session) -> None:
    """What is kept longer than the shop's periods allow."""
    from crm_desktop.terminal import privacy

    privacy.retention(session)


REPORTS: dict[str, Callable[[Session], None]] = {
    "team": _team,
    "forecast": lambda session: _sales(session, "forecast", "forecast_kept"),
    "follow_ups": lambda session: _sales(session, "follow_ups", "won", "lost_reasons"),
    "route": _route,
    "coverage": _coverage,
    "doubles": _doubles,
    "incomplete": _doubles,
    "held": _held,
    "retention": _retention,
}
