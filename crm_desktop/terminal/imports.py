"""`crm import`: lists from spreadsheets, every wrong row named, nothing or everything taken in."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path

from crm_desktop.application import Application
from crm_desktop.domain.dates import BANGKOK, parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.sheets import RowError
from crm_desktop.services.registry import Command, Context
from crm_desktop.services.transfer.importing import (
    Imported,
    Preview,
    UndoImport,
    write_errors,
    write_wrong_rows,
)
from crm_desktop.services.transfer.intake import ImportFile
from crm_desktop.services.transfer.looking import FilePreview, open_file, preview_file
from crm_desktop.terminal.session import Session

OTHERS = ("tax-invoices", "bill-numbers", "matrix")
DATED = ("products", "stock", "credit", "receivables", "payments", "bills")
ONLY_FOR = {"complete": ("receivables",), "doubles": ("customers",), "as_of": DATED}


def import_file(session: Session) -> None:
    """Looks first; takes in only what is right as a whole."""
    given = session.options
    app = session.desk()
    if given.undo:
        _undo(session, app)
    elif not given.file:
        session.wrong_use(session.say("terminal_import_needs_file"))
    elif given.kind in OTHERS:
        READERS[given.kind](session, app, Path(given.file))
    else:
        _file(session, app, Path(given.file))


def _undo(session: Session, app: Application) -> None:
    """The last import of the kind, taken back whole."""
    kind = session.options.kind
    if session.options.file or kind in OTHERS:
        session.wrong_use(session.say("terminal_import_undo_alone", kind=kind))
    count = app.execute(UndoImport(kind))
    session.answer({"undone": count}, [session.say("terminal_import_undone", count=count)])


def _file(session: Session, app: Application, file: Path) -> None:
    """A list of any kind: looked at whole, then taken in at once."""
    given = session.options
    for option, kinds in ONLY_FOR.items():
        if getattr(given, option) and given.kind not in kinds:
            _not_for(session, option)
    if given.source and given.kind not in DATED:
        _not_for(session, "source")
    keys, as_of = _keys(session, app, file), _moment(session, app)
    policy = given.doubles or "out"
    look = app.read(preview_file, given.kind, str(file), keys, as_of, policy)
    if look.errors:
        _tell_errors(session, look.errors, file)
        if not given.skip_wrong:
            raise Refused("terminal_import_refused", "file", count=look.wrong)
    if given.dry_run:
        _looked(session, look)
        return
    command = ImportFile(
        given.kind,
        str(file.absolute()),
        given.skip_wrong,
        policy,
        as_of,
        keys,
        source=given.source or "",
        complete=given.complete,
        stamp=look.stamp,
    )
    done = app.execute(command)
    told = asdict(done) | {"updated": done.updated, "skipped": done.skipped, **done.more}
    told["ignored"] = look.ignored
    lines = [session.say("terminal_imported", **told), *_unread(session, look)]
    if done.left_out:
        lines.append(session.say("terminal_import_left_out", count=done.left_out))
    lines += [session.say(f"terminal_import_{name}", count=n) for name, n in done.more.items() if n]
    session.answer(told, lines)


def _not_for(session: Session, option: str) -> None:
    kind = session.options.kind
    session.wrong_use(session.say("terminal_import_not_for", kind=kind, option=option))


def _keys(session: Session, app: Application, file: Path) -> tuple[str, ...]:
    """`--mapping HEADING=FIELD`, an empty field for a column that is not wanted; the others as
    they would be anyway."""
    if not session.options.mapping:
        return ()
    opened = app.read(open_file, session.options.kind, str(file))
    keys = dict(zip(opened.headings, opened.keys, strict=True))
    for pair in session.options.mapping:
        heading, _, key = pair.rpartition("=")
        if heading not in keys:
            raise Refused("import_no_heading", "mapping", heading=heading)
        keys |= {other: "" for other, held in keys.items() if key and held == key}
        keys[heading] = key
    return tuple(keys[heading] for heading in opened.headings)


def _looked(session: Session, look: FilePreview) -> None:
    counts = ("rows", "added", "changed", "unchanged", "wrong", "doubles", "left_out")
    told = {name: getattr(look, name) for name in counts} | {"stored": False}
    lines = [session.say("terminal_import_looked", **told), *_unread(session, look)]
    session.answer({**told, "ignored": look.ignored}, lines)


def _unread(session: Session, look: FilePreview) -> list[str]:
    """The columns that mean nothing here: who expects them to be taken hears of it."""
    headings = ", ".join(look.ignored)
    return [session.say("terminal_import_ignored", headings=headings)] if headings else []


def _invoices(session: Session, app: Application, file: Path) -> None:
    """Accounting's list of tax invoices."""
    from crm_desktop.services.deposits.tax_invoices import (
        ImportTaxInvoices,
        preview_tax_invoices,
    )

    told = "terminal_imported_invoices"
    _numbers(session, app, file, preview_tax_invoices, ImportTaxInvoices, told)


def _bill_numbers(session: Session, app: Application, file: Path) -> None:
    """The ERP's bills of orders that were sent to it."""
    from crm_desktop.services.transfer.bill_numbers import ImportBillNumbers, preview_bill_numbers

    told = "terminal_imported_bill_numbers"
    _numbers(session, app, file, preview_bill_numbers, ImportBillNumbers, told)


def _numbers(
    session: Session,
    app: Application,
    file: Path,
    preview: Callable[[Context, str], Preview],
    command: Callable[[str, bool], Command[Imported]],
    told: str,
) -> None:
    """A list of numbers for papers that are here already."""
    given = session.options
    for option in ("as_of", "complete", "source", "doubles", "mapping"):
        if getattr(given, option):
            _not_for(session, option)
    look = app.read(preview, str(file))
    if look.errors:
        _tell_errors(session, look.errors)
        if not given.skip_wrong:
            raise Refused("terminal_import_refused", "file", count=_rows(look.errors))
    if given.dry_run:
        _checked(session, look.rows)
        return
    done = app.execute(command(str(file.absolute()), given.skip_wrong))
    session.answer(done, [session.say(told, **asdict(done))])


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


READERS = {"tax-invoices": _invoices, "bill-numbers": _bill_numbers, "matrix": _matrix}


def _first_day(session: Session, app: Application) -> date:
    today = app.store.now().date()
    given = session.options.from_day
    return parse_date(given, "from_day", today) if given else today


def _checked(session: Session, rows: int) -> None:
    session.answer(
        {"rows": rows, "stored": False}, [session.say("terminal_import_checked", count=rows)]
    )


def _tell_errors(session: Session, errors: Sequence[RowError], file: Path | None = None) -> None:
    """Every error a line, and in `--errors` for whoever mends the list: its own wrong rows where
    it can be taken in again."""
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
        target = Path(session.options.errors)
        if file is None:
            write_errors(target, errors, session.language)
        else:
            write_wrong_rows(file, target, errors, session.language, session.options.kind)
    if not session.options.skip_wrong or not session.json:
        session.answer(told, [session.say("terminal_import_row", **_cell(each)) for each in told])


def _rows(errors: Sequence[RowError]) -> int:
    """How many rows are wrong, however many of their cells are."""
    return len({each.line for each in errors})


def _cell(told: dict[str, object]) -> dict[str, str]:
    column = f" ({told['column']})" if told["column"] else ""
    return {"row": f"{told['row']}{column}", "message": str(told["message"])}
