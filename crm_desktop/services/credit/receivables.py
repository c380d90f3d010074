"""The finance department's list of open bills, taken in by its old name."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.transfer.engine import import_file
from crm_desktop.services.transfer.intake import ImportFile


@dataclass(frozen=True)
class BillsImported:
    """What an import did; `closed` bills were no longer listed, `settled` orders got their bill."""

    added: int
    updated: int
    skipped: int
    closed: int
    settled: int


@dataclass(frozen=True)
class ImportReceivables(Command[BillsImported]):
    """Takes a list of bills in, see `ImportFile`. With `complete` the list has every open bill, so
    that one which is missing in it is paid."""

    name: ClassVar[str] = "credit.import_bills"
    permission: ClassVar[str] = "credit.import"
    path: str
    skip_bad_rows: bool = False
    complete: bool = False
    as_of: datetime | None = None
    source: str = ""


@handles(ImportReceivables)
def import_receivables(context: Context, command: ImportReceivables) -> BillsImported:
    """As any other kind is taken in."""
    asked = ImportFile(
        "receivables",
        command.path,
        command.skip_bad_rows,
        as_of=command.as_of,
        complete=command.complete,
        source=command.source,
    )
    done = import_file(context, asked)
    return BillsImported(done.added, done.updated, done.skipped, **done.more)
