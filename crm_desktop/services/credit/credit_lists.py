"""The finance department's list of credit, taken in by its old name."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.transfer.engine import import_file
from crm_desktop.services.transfer.importing import Imported
from crm_desktop.services.transfer.intake import ImportFile


@dataclass(frozen=True)
class ImportCredit(Command[Imported]):
    """Takes a credit list in, see `ImportFile`; `source` says whose figures they are, the file's
    name if it is empty."""

    name: ClassVar[str] = "credit.import"
    path: str
    skip_bad_rows: bool = False
    as_of: datetime | None = None
    source: str = ""


@handles(ImportCredit)
def import_credit(context: Context, command: ImportCredit) -> Imported:
    """As any other kind is taken in."""
    skip, as_of = command.skip_bad_rows, command.as_of
    asked = ImportFile("credit", command.path, skip, as_of=as_of, source=command.source)
    done = import_file(context, asked)
    return Imported(done.added, done.updated, done.skipped)
