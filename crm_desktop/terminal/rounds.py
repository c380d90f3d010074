"""`crm report route` and `coverage`: a day's sheet or calendar, and the coverage table."""

from datetime import date
from pathlib import Path

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.team.decisions import Span
from crm_desktop.terminal.papers import take_out
from crm_desktop.terminal.session import Session

BUDDHIST = 543


def route(session: Session, period: tuple[date, date]) -> None:
    """The route of a day as PDF, or the visits of the day or of `period` as an .ics file."""
    from crm_desktop.services.papers.exits import TakeOutSlip

    app, target = session.desk(), Path(session.options.out)
    officer, day = _officer(session, app), _day(session, app)
    language = session.options.language or ""
    kind = target.suffix.lower()
    if kind == ".ics":
        first, last = period if session.options.period else (day, day)
        data, day = _calendar(app, officer, first, last), first
    elif kind == ".pdf":
        data = _sheet(app, officer, day, language)
    else:
        raise Refused("route_file_kind", "out", kind=kind)
    leaves = TakeOutSlip("RS", int(f"{day:%Y%m%d}"), "terminal", language or "th")
    take_out(app, [(target, data, leaves)])
    session.answer({"file": str(target)}, [str(target)])


def coverage(session: Session, span: Span) -> None:
    """The coverage table of a period as XLSX or CSV."""
    from crm_desktop.exchange.sheets import write_sheet
    from crm_desktop.services.visits.coverage import coverage_sheet

    app, target = session.desk(), Path(session.options.out)
    before = (span.until - span.since).days + 1
    earlier = tuple(date.fromordinal(day.toordinal() - before) for day in (span.since, span.until))
    compared = (earlier[0], earlier[1])
    write_sheet(target, app.read(coverage_sheet, span, session.options.by, compared))
    session.answer({"file": str(target)}, [str(target)])


def _calendar(app: Application, officer: int, first: date, last: date) -> bytes:
    from crm_desktop.services.visits.appointments import calendar_of_days

    return app.read(calendar_of_days, officer, first, last)


def _sheet(app: Application, officer: int, day: date, language: str) -> bytes:
    from crm_desktop.printing.render import render
    from crm_desktop.services.visits.routes import route_sheet

    return render(app.read(route_sheet, officer, day, language))


def _officer(session: Session, app: Application) -> int:
    from crm_desktop.services.people import person_named

    if session.options.person:
        return app.read(person_named, session.options.person).id
    assert app.actor is not None
    return app.actor.person_id


def _day(session: Session, app: Application) -> date:
    """The day that was named in either era (2569-11-24, 2026-11-24), else today."""
    text = (session.options.day or "").strip()
    if not text:
        return app.store.now().date()
    try:
        year, month, day = (int(part) for part in text.split("-"))
        return date(year - BUDDHIST if year > 2400 else year, month, day)
    except ValueError:
        raise Refused("terminal_bad_day", "day", text=text) from None
