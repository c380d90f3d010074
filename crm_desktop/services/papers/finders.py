"""What the small QR of a paper says, and what a scan of it finds.

A paper says its number or draft reference, which the search finds anyhow. A slip says its own
number; what is drawn up beside papers says its kind and what it was drawn up from.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import arabic_digits, swap_layout
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.paper_heads import (
    delivery_by_reference,
    paper_head_by_reference,
    refund_by_reference,
)
from crm_desktop.services.registry import Context

_SLIP = re.compile(r"[^\s/]+/\d+")
_SHEET = re.compile(r"(AS|ST|TL|AT|TR|CP) (.+)")


@dataclass(frozen=True, slots=True)
class SheetHit:
    """What is not a document of its own; `record_id` opens it, `kind` is its paper's."""

    record_id: str
    kind: str
    reference: str


def statement(code: str, since: date, until: date) -> str:
    """A customer's deposits over days."""
    return f"ST {code} {since:%Y%m%d} {until:%Y%m%d}"


def till(day: date) -> str:
    """A day's till."""
    return f"TL {day:%Y%m%d}"


def trail(reference: str) -> str:
    """What was decided about a paper."""
    return f"AS {reference}"


def authority(version: int, grade: str) -> str:
    """A version of the authority table, of one grade or all."""
    return f"AT {version} {grade}".rstrip()


def team(since: date, until: date, person_id: int | None, branch_id: int | None, line: bool) -> str:
    """The figures of a team over days, of one person, a branch or a line of reporting."""
    whose = f"{person_id or ''}.{branch_id or ''}.{int(line)}"
    return f"TR {since:%Y%m%d}.{until:%Y%m%d}.{whose}"


def comparison(now: str, then: str) -> str:
    """Two papers side by side."""
    return f"CP {now} {then}"


def scanned(context: Context, text: str) -> tuple[SheetHit, ...]:
    """What the scanned text names, if the actor may read it; also as a scanner types it on the
    Thai layout."""
    for typed in (text, swap_layout(text)):
        code = arabic_digits(typed).strip().upper()
        try:
            found = _slip(context, code) if _SLIP.fullmatch(code) else _sheet(context, code)
        except Refused:
            continue
        if found:
            return (found,)
    return ()


def _slip(context: Context, code: str) -> SheetHit | None:
    """A voucher belongs to a deposit, a delivery to any other paper."""
    head = paper_head_by_reference(context, code.partition("/")[0])
    if head.kind == "DP":
        context.actor.require("deposit.read")
        return SheetHit(f"voucher-{refund_by_reference(context, code)}", "RV", code)
    return SheetHit(f"delivery-{delivery_by_reference(context, code)}", "DL", code)


def _sheet(context: Context, code: str) -> SheetHit | None:
    match = _SHEET.fullmatch(code)
    if match is None:
        return None
    kind, about = match.groups()
    permission, read = _SHEETS[kind]
    context.actor.require(permission)
    record_id = read(context, about)
    return SheetHit(record_id, kind, about) if record_id else None


def _statement(context: Context, about: str) -> str:
    code, _, days = about.partition(" ")
    customer = context.t.customer
    rows = customer.select(customer.c.id).where(customer.c.code == code).limit(1)
    since, until = map(_day, days.split()) if len(days.split()) == 2 else (None, None)
    for (customer_id,) in rows.tuples():
        if since and until:
            return f"statement-{customer_id}.{since:%Y%m%d}.{until:%Y%m%d}"
    return ""


def _till(_context: Context, about: str) -> str:
    return f"till-{about}" if _day(about) else ""


def _trail(context: Context, about: str) -> str:
    document_id = documents.id_of(context, about)
    documents.row_of(context, document_id, "request.trail")
    return f"trail-{document_id}"


def _authority(_context: Context, about: str) -> str:
    version, _, grade = about.partition(" ")
    return f"authority-{version}.{grade}".rstrip(".") if version.isdecimal() else ""


def _team(_context: Context, about: str) -> str:
    days = about.split(".")
    return f"team-{about}" if len(days) == 5 and _day(days[0]) and _day(days[1]) else ""


def _comparison(context: Context, about: str) -> str:
    ids = [paper_head_by_reference(context, each).id for each in about.split()]
    return f"compare-{ids[1]}.{ids[0]}" if len(ids) == 2 else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


_SHEETS: Mapping[str, tuple[str, Callable[[Context, str], str]]] = {
    "AS": ("request.trail", _trail),
    "ST": ("deposit.read", _statement),
    "TL": ("till.read", _till),
    "AT": ("authority.read", _authority),
    "TR": ("team.read", _team),
    "CP": ("order.read", _comparison),
}
"""By kind, the permission to read it and what its record id is made of."""
