"""`crm import`: lists from spreadsheets, every wrong row named, nothing or everything taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.dates import BANGKOK, parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.sheets import RowError
from crm_desktop.services.transfer.importing import write_errors
from crm_desktop.terminal.session import Session


def import_file(session: Session) -> None:
    """Looks first; takes in only what is right as a whole."""
    app, file = session.desk(), Path(session.options.file)
    READERS[session.options.kind](session, app, file)


@dataclass(frozen=True)
class Taken:
    """How one kind of list is looked at and taken in; `dated` where looking asks of when it is."""

    preview: Callable[..., Any]
    command: type[Any]
    told: str
    dated: bool = False


def _taken(kind: str) -> Taken:
    """Loaded only for the list that is asked for."""
    if kind == "credit":
        from crm_desktop.services.credit.credit_lists import ImportCredit, preview_credit

        return Taken(preview_credit, ImportCredit, "terminal_imported_credit", True)
    if kind == "receivables":
        from crm_desktop.services.credit.receivables import ImportReceivables, preview_receivables

        return Taken(preview_receivables, ImportReceivables, "terminal_imported_bills", True)
    if kind == "tax-invoices":
        from crm_desktop.services.deposits.tax_invoices import (
            ImportTaxInvoices,
            preview_tax_invoices,
        )

        return Taken(preview_tax_invoices, ImportTaxInvoices, "terminal_imported_invoices")
    from crm_desktop.services.transfer.importing import ImportProducts, preview_products

    return Taken(preview_products, ImportProducts, "terminal_imported")


def _list(session: Session, app: Application, file: Path) -> None:
    """A list of any kind but the matrix: looked at whole, then taken in at once."""
    given, taken = session.options, _taken(session.options.kind)
    asked = {"as_of": _moment(session, app), "complete": given.complete, "source": given.source}
    asked = {name: value for name, value in asked.items() if value}
    for name in asked.keys() - {each.name for each in fields(taken.command)}:
        session.wrong_use(session.say("terminal_import_not_for", kind=given.kind, option=name))
    as_of = {"as_of": asked["as_of"]} if "as_of" in asked and taken.dated else {}
    look = app.read(taken.preview, str(file), **as_of)
    if look.errors:
        _tell_errors(session, look.errors)
        if not given.skip_wrong:
            raise Refused("terminal_import_refused", "file", count=_rows(look.errors))
    if given.dry_run:
        _checked(session, look.rows)
        return
    path = str(file.absolute())
    done = app.execute(taken.command(path, skip_bad_rows=given.skip_wrong, **asked))
    text = session.say(taken.told, **{each.name: getattr(done, each.name) for each in fields(done)})
    session.answer(done, [text])


def _moment(session: Session, app: Application) -> datetime | None:
    """`--as-of`: a day alone is its end, and today alone is now."""
    from crm_desktop.exchange.list_sheet import read_moment

    given = session.options.as_of
    if not given:
        return None
    moment = read_moment(given)
    if isinstance(moment, datetime):
        return moment
    now = app.store.now()
    return now if moment == now.date() else datetime.combine(moment, time(23, 59, 59), BANGKOK)


def _matrix(session: Session, app: Application, file: Path) -> None:
    from crm_desktop.exchange.matrix_sheet import read_matrix
    from crm_desktop.services.authority.matrices import DraftMatrix, look_at_draft

    if not file.is_file():
        raise Refused("file_unreadable", "file", path=str(file), problem="–")
    sheet = read_matrix(file)
    errors = [RowError(each.line, "", each.code, dict(each.values)) for each in sheet.errors]
    if errors:
        _tell_errors(session, errors)
        raise Refused("terminal_import_refused", "file", count=_rows(errors))
    reason = session.options.reason or session.say("terminal_import_from", file=file.name)
    draft = DraftMatrix.of(sheet.rows, reason, _first_day(session, app))
    if session.options.dry_run:
        _checked(session, len(app.read(look_at_draft, draft)))
        return
    version = app.execute(draft)
    session.answer({"version": version}, [session.say("terminal_import_matrix", version=version)])


READERS = {
    **dict.fromkeys(("products", "credit", "receivables", "tax-invoices"), _list),
    "matrix": _matrix,
}


def _first_day(session: Session, app: Application) -> date:
    today = app.store.now().date()
    given = session.options.from_day
    return parse_date(given, "from_day", today) if given else today


def _checked(session: Session, rows: int) -> None:
    session.answer(
        {"rows": rows, "stored": False}, [session.say("terminal_import_checked", count=rows)]
    )


def _tell_errors(session: Session, errors: Sequence[RowError]) -> None:
    """Every error a line, and in `--errors` for whoever mends the list."""
    told = [
        {
            "row": each.line,
            "column": each.column,
            "code": each.code,
            "message": session.explain(each),
        }
        for each in errors
    ]
    if session.options.errors:
        write_errors(Path(session.options.errors), errors, session.language)
    if not session.options.skip_wrong or not session.json:
        session.answer(told, [session.say("terminal_import_row", **_cell(each)) for each in told])


def _rows(errors: Sequence[RowError]) -> int:
    """How many rows are wrong, however many of their cells are."""
    return len({each.line for each in errors})


def _cell(told: dict[str, object]) -> dict[str, str]:
    column = f" ({told['column']})" if told["column"] else ""
    return {"row": f"{told['row']}{column}", "message": str(told["message"])}
