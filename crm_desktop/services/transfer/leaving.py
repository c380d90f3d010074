"""Lists that leave the house as files: who took them, how many, found by what, and who of the
customers in them may be written to with offers (PDPA B.E. 2562)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from crm_desktop.services.customers import consents
from crm_desktop.services.registry import Command, Context, handles, query

AGREED, OBJECTED, NOT_ASKED = "marketing_agreed", "marketing_objected", "marketing_not_asked"


@dataclass(frozen=True)
class RecordExport(Command[None]):
    """Puts on record that rows of a list went into a file; the audit keeps it.

    `filters` is what the list was narrowed to, as JSON.
    """

    name: ClassVar[str] = "list.export"
    permission: ClassVar[str] = "find"
    subject: str
    rows: int
    columns: tuple[str, ...]
    text: str
    filters: str
    file: str


@handles(RecordExport)
def record_export(context: Context, command: RecordExport) -> None:
    """One line of the audit."""
    told = {
        "list": command.subject,
        "rows": command.rows,
        "columns": ", ".join(command.columns),
        "text": command.text,
        "filters": command.filters,
        "file": command.file,
    }
    context.audit("export", 0, "exported", {}, told)


@query("customer.read")
def marketing(context: Context, ids: Iterable[int]) -> dict[int, str]:
    """What each of the customers last said to marketing; the codes are sentences."""
    asked = list(ids)
    last = consents.words(context, asked)
    return {each: _word(last[each].get("marketing", {}).get("given")) for each in asked}


def _word(given: int | None) -> str:
    if given is None:
        return NOT_ASKED
    return AGREED if given else OBJECTED


def narrowed(filters: dict[str, object]) -> str:
    """What a list is narrowed to, as `RecordExport` keeps it; what narrows nothing is left out."""
    chosen = {name: value for name, value in filters.items() if value not in (None, "", False)}
    return json.dumps(chosen, ensure_ascii=False, sort_keys=True, default=str)
