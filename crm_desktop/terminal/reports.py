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
    app, target = session.desk(), Path(session.options.out)
    span = Span(*_period(session, app), _scope(session, app))
    if target.suffix.lower() == ".pdf":
        _pdf(session, app, span, target)
    else:
        _sheet(session, app, span, target)
    session.answer({"file": str(target)}, [str(target)])


def _pdf(session: Session, app: Application, span: Span, target: Path) -> None:
    from crm_desktop.printing.render import render
    from crm_desktop.services.papers.exits import TakeOutSlip
    from crm_desktop.services.team.sheets import team_report

    paper = app.read(team_report, span, session.options.language or "")
    leaves = TakeOutSlip(paper.kind, 0, "terminal", paper.language)
    take_out(app, [(target, render(paper), leaves)])


def _sheet(session: Session, app: Application, span: Span, target: Path) -> None:
    from crm_desktop.exchange.sheets import write_sheet
    from crm_desktop.services.team.sheets import view_sheet

    view, split = session.options.view, session.options.by_matter
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


REPORTS: dict[str, Callable[[Session], None]] = {"team": _team}
