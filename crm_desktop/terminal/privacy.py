"""`crm report held` and `retention`: what is held of a customer, and of whom for too long."""

from pathlib import Path
from secrets import token_hex

from crm_desktop.domain.errors import Refused
from crm_desktop.terminal.session import Session


def held(session: Session) -> None:
    """Everything held of the customer whose code is given, as a ZIP of JSON, PDF and files; that
    it left is put on record before the file is there."""
    from crm_desktop.exchange.bundle import write_bundle
    from crm_desktop.printing.render import render
    from crm_desktop.services.customers.customer_lists import customer_by_code
    from crm_desktop.services.privacy.held import HandOut, entries
    from crm_desktop.services.privacy.held import held as read

    app, target = session.desk(), Path(session.options.out)
    code = session.options.customer or session.wrong_use(session.say("terminal_held_whom"))
    customer_id = app.read(customer_by_code, code)
    if customer_id is None:
        raise Refused("terminal_not_there", "customer", number=code)
    found = app.read(read, customer_id, session.options.language or "")
    part = target.with_name(f".{target.stem}-{token_hex(4)}{target.suffix}")
    try:
        write_bundle(part, entries(found, render(found.paper)), found.paper.dated)
        app.execute(HandOut(customer_id, "terminal"))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    session.answer({"file": str(target)}, [str(target)])


def retention(session: Session) -> None:
    """A work list as XLSX or CSV by the file's name; that customers left the house is on record."""
    from crm_desktop.exchange.sheets import write_sheet
    from crm_desktop.services.privacy.retention import retention_sheet
    from crm_desktop.services.transfer.leaving import RecordExport

    app, target, what = session.desk(), Path(session.options.out), session.options.what
    sheet = app.read(retention_sheet, what)
    write_sheet(target, sheet)
    rows = len(sheet.rows)
    app.execute(RecordExport("retention", rows, sheet.heading, what, "{}", target.name))
    session.answer({"file": str(target), "rows": rows}, [str(target)])
