"""`crm import`: lists from spreadsheets, every wrong row named, nothing or everything taken in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crm_desktop.application import Application
from crm_desktop.domain.authority import rows_to_json
from crm_desktop.domain.dates import parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.product_sheet import RowError
from crm_desktop.services.importing import ImportProducts, preview_products, write_errors
from crm_desktop.terminal.session import Session


def import_file(session: Session) -> None:
    """Looks first; takes in only what is right as a whole."""
    app, file = session.desk(), Path(session.options.file)
    READERS[session.options.kind](session, app, file)


def _products(session: Session, app: Application, file: Path) -> None:
    look = app.read(preview_products, str(file))
    _refuse_errors(session, look.errors)
    if session.options.dry_run:
        _checked(session, look.rows)
        return
    done = app.execute(ImportProducts(str(file.absolute())))
    text = session.say("terminal_imported", added=done.added, updated=done.updated)
    session.answer(done, [text])


def _matrix(session: Session, app: Application, file: Path) -> None:
    from crm_desktop.exchange.matrix_sheet import read_matrix
    from crm_desktop.services.matrices import DraftMatrix

    if not file.is_file():
        raise Refused("file_unreadable", "file", path=str(file), problem="–")
    sheet = read_matrix(file)
    _refuse_errors(
        session, [RowError(each.line, "", each.code, dict(each.values)) for each in sheet.errors]
    )
    if session.options.dry_run:
        _checked(session, len(sheet.rows))
        return
    reason = session.options.reason or session.say("terminal_import_from", file=file.name)
    day = _first_day(session, app)
    version = app.execute(DraftMatrix(tuple(rows_to_json(sheet.rows)), reason, day))
    session.answer({"version": version}, [session.say("terminal_import_matrix", version=version)])


READERS = {"products": _products, "matrix": _matrix}


def _first_day(session: Session, app: Application) -> date:
    today = app.store.now().date()
    given = session.options.from_day
    return parse_date(given, "from_day", today) if given else today


def _checked(session: Session, rows: int) -> None:
    session.answer(
        {"rows": rows, "stored": False}, [session.say("terminal_import_checked", count=rows)]
    )


def _refuse_errors(session: Session, errors: Sequence[RowError]) -> None:
    """Every error a line, and in `--errors` for whoever mends the list."""
    if not errors:
        return
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
    session.answer(told, [session.say("terminal_import_row", **_cell(each)) for each in told])
    raise Refused("terminal_import_refused", "file", count=len(errors))


def _cell(told: dict[str, object]) -> dict[str, str]:
    column = f" ({told['column']})" if told["column"] else ""
    return {"row": f"{told['row']}{column}", "message": str(told["message"])}
