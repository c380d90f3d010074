"""`crm export`: lists as CSV or XLSX for other programs, as the windows would save them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from crm_desktop.application import Application
from crm_desktop.domain.dates import parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.sheets import Sheet, write_sheet
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.transfer import exports
from crm_desktop.terminal.grammar import LONG
from crm_desktop.terminal.session import Session


def export_file(session: Session) -> None:
    """Reads the list, then writes the file; a purchase request's exit is put on record."""
    if session.options.kind in LONG:
        from crm_desktop.terminal.long_exports import export_long

        export_long(session)
        return
    app, target = session.desk(), Path(session.options.file)
    sheet = WRITERS[session.options.kind](session, app)
    write_sheet(target, sheet)
    if session.options.kind == "purchase-request":
        _record(session, app)
    told = {"file": str(target), "rows": len(sheet.rows)}
    session.answer(told, [session.say("terminal_exported", path=target, count=len(sheet.rows))])


def _purchase_request(session: Session, app: Application) -> Sheet:
    return app.read(exports.purchase_request_sheet, _paper_id(session, app))


def _record(session: Session, app: Application) -> None:
    from crm_desktop.services.papers.exits import TakeOut

    app.execute(TakeOut(_paper_id(session, app), "export"))


def _paper_id(session: Session, app: Application) -> int:
    from crm_desktop.services.papers.paper_heads import paper_head_by_reference

    if not session.options.number:
        session.wrong_use(session.say("terminal_export_which"))
    head = app.read(paper_head_by_reference, session.options.number)
    if head.kind != "PR":
        raise Refused("terminal_not_there", "number", number=session.options.number)
    return head.id


def _deposits(session: Session, app: Application) -> Sheet:
    until = _day(session, app, "until") or app.store.now().date()
    since = _day(session, app, "since") or until.replace(day=1)
    return app.read(exports.deposits_sheet, since, until)


def _till(session: Session, app: Application) -> Sheet:
    day = _day(session, app, "until") or _day(session, app, "since") or app.store.now().date()
    return app.read(exports.till_sheet, day)


def _due(session: Session, app: Application) -> Sheet:
    return app.read(exports.due_sheet, ListQuery(text=session.options.number or ""))


def _debtors(session: Session, app: Application) -> Sheet:
    return app.read(exports.debtors_sheet, ListQuery(text=session.options.number or ""))


def _to_erp(subject: str) -> Callable[[Session, Application], Sheet]:
    """What is new as a batch of its own, or a batch by its number once more."""

    def read(session: Session, app: Application) -> Sheet:
        from crm_desktop.services.transfer.erp import SendToErp, erp_sheet

        given = session.options.number
        if given and not given.isdecimal():
            session.wrong_use(session.say("terminal_export_batch"))
        return app.read(erp_sheet, int(given) if given else app.execute(SendToErp(subject)))

    return read


def _orders(session: Session, app: Application) -> Sheet:
    return app.read(exports.orders_sheet, ListQuery(text=session.options.number or ""))


WRITERS: dict[str, Callable[[Session, Application], Sheet]] = {
    "deposits": _deposits,
    "purchase-request": _purchase_request,
    "till": _till,
    "due": _due,
    "debtors": _debtors,
    "orders": _orders,
    "erp-orders": _to_erp("orders"),
    "erp-deposits": _to_erp("deposits"),
}


def _day(session: Session, app: Application, name: str) -> date | None:
    """A day as people write it; Refused `bad_date` at the option's name."""
    given = getattr(session.options, name)
    return parse_date(given, name, app.store.now().date()) if given else None
