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


def route(day: date, officer_id: int) -> str:
    """An officer's route of a day."""
    return f"RS {day:%Y%m%d}.{officer_id}"


def comparison(now: str, then: str) -> str:
    """Two papers side by side."""
    return f"CP {now} {then}"


def scanned(context: Context, text: str) -> tuple[SheetHit, ...]:
    """What the scanned text names, if the actor may read it; also as a scanner types it on the
    Thai layout."""
    for typed in (text, swap_layout(text)):
        code = arabic_digits(typed).strip().upper()
        try:
            found = _slip(context, code) or _sheet(context, code)
        except Refused:
            continue
        if found:
            return (found,)
    return ()


def _slip(context: Context, code: str) -> SheetHit | None:
    """A voucher belongs to a deposit, a delivery to any other paper."""
    match = _SLIP.fullmatch(code)
    if match is None:
        return None
    head = paper_head_by_reference(context, match[1])
    if head.kind == "DP":
        context.actor.require("deposit.read")
        return SheetHit(f"voucher-{refund_by_reference(context, code)}", "RV", code)
    return SheetHit(f"delivery-{delivery_by_reference(context, code)}", "DL", code)


def _sheet(context: Context, code: str) -> SheetHit | None:
    kind, about = code[:2], code[3:]
    if code[2:3] != " " or kind not in _SHEETS:
        return None
    pattern, permission, read = _SHEETS[kind]
    match = pattern.fullmatch(about)
    if match is None:
        return None
    context.actor.require(permission)
    record_id = read(context, *match.groups(default=""))
    return SheetHit(record_id, kind, about) if record_id else None


def _statement(context: Context, code: str, since: str, until: str) -> str:
    customer = context.t.customer
    rows = customer.select(customer.c.id).where(customer.c.code == code).limit(1)
    for (customer_id,) in rows.tuples():
        if _is_day(since) and _is_day(until):
            return f"statement-{customer_id}.{since}.{until}"
    return ""


def _till(_context: Context, day: str) -> str:
    return f"till-{day}" if _is_day(day) else ""


def _trail(context: Context, reference: str) -> str:
    document_id = documents.id_of(context, reference)
    documents.row_of(context, document_id, "request.trail")
    return f"trail-{document_id}"


def _authority(_context: Context, version: str, grade: str) -> str:
    return f"authority-{version}.{grade}".rstrip(".")


def _team(_context: Context, since: str, until: str, whose: str) -> str:
    return f"team-{since}.{until}.{whose}" if _is_day(since) and _is_day(until) else ""


def _route(_context: Context, day: str, officer: str) -> str:
    return f"route-{day}.{officer}" if _is_day(day) else ""


def _comparison(context: Context, now: str, then: str) -> str:
    ids = [paper_head_by_reference(context, each).id for each in (then, now)]
    return f"compare-{ids[0]}.{ids[1]}"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_WORD = r"([^\s\x00-\x1f]{1,60})"
_SLIP = re.compile(r"([^\s/\x00-\x1f]{1,60})/\d{1,6}")
_SHEETS: Mapping[str, tuple[re.Pattern[str], str, Callable[..., str]]] = {
    "AS": (re.compile(_WORD), "request.trail", _trail),
    "ST": (re.compile(rf"{_WORD} (\d{{8}}) (\d{{8}})"), "deposit.read", _statement),
    "TL": (re.compile(r"(\d{8})"), "till.read", _till),
    "AT": (re.compile(r"(\d{1,9})(?: (G\d))?"), "authority.read", _authority),
    "TR": (re.compile(r"(\d{8})\.(\d{8})\.(\d{0,9}\.\d{0,9}\.[01])"), "team.read", _team),
    "RS": (re.compile(r"(\d{8})\.(\d{1,9})"), "visit.read", _route),
    "CP": (re.compile(f"{_WORD} {_WORD}"), "order.read", _comparison),
}
"""By kind: what its code is made of, the permission to read it, its record id from the parts."""
