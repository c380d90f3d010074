"""`crm report doubles` and `crm report incomplete`: the work lists of the customer file."""

from pathlib import Path

from crm_desktop.terminal.session import Session


def report(session: Session) -> None:
    """XLSX or CSV by the file's name; that customers left the house is on record."""
    from crm_desktop.exchange.sheets import write_sheet
    from crm_desktop.services.customers.doubles_sheet import doubles_sheet, incomplete_sheet
    from crm_desktop.services.people import person_named
    from crm_desktop.services.transfer.leaving import RecordExport

    app, options = session.desk(), session.options
    owner = app.read(person_named, options.person).id if options.person else None
    read = doubles_sheet if options.report == "doubles" else incomplete_sheet
    sheet, target = app.read(read, owner), Path(options.out)
    write_sheet(target, sheet)
    rows = len(sheet.rows)
    app.execute(
        RecordExport(options.report, rows, sheet.heading, options.person or "", "{}", target.name)
    )
    session.answer({"file": str(target), "rows": rows}, [str(target)])
