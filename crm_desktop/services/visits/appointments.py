"""Visits for other calendars: one, a day's or a week's, as an iCalendar file."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.visiting import Channel
from crm_desktop.exchange.calendar_file import Appointment, calendar_file
from crm_desktop.messages import sentence, show
from crm_desktop.services.customers.customers import parts_of
from crm_desktop.services.places import address_lines
from crm_desktop.services.registry import Context, query
from crm_desktop.services.visits.routes import where
from crm_desktop.store import bulk

STATUS = {"planned": "TENTATIVE", "confirmed": "CONFIRMED", "done": "CONFIRMED"}
"""What is not one of these is not going to be held: the calendar strikes it out."""
LONGEST_DAYS = 62


@query("visit.read")
def calendar_of_visit(context: Context, visit_id: int) -> bytes:
    """One visit as a file, as it stands now wherever it was moved to."""
    row = context.row("visit", visit_id)
    context.require_branch("visit.read", row["branch_id"])
    now = _as_it_stands(context, [row])
    return _file(context, now, int(now[0]["officer_id"]))


@query("visit.read")
def calendar_of_days(context: Context, officer_id: int, first: date, last: date) -> bytes:
    """An officer's visits of some days; what was moved out of them is told where it went."""
    if not 0 <= (last - first).days <= LONGEST_DAYS:
        raise Refused("round_days", "last", days=LONGEST_DAYS)
    visit = context.t.visit
    rows = visit.select().where(
        visit.c.officer_id == officer_id,
        visit.c.planned_on.between(first.isoformat(), last.isoformat()),
        visit.c.unplanned == 0,
    )
    branch_id = context.branches("visit.read")
    if branch_id is not None:
        rows = rows.where(visit.c.branch_id == branch_id)
    ordered = rows.order_by(visit.c.planned_on, visit.c.planned_time, visit.c.id)
    return _file(context, _as_it_stands(context, list(ordered.dicts())), officer_id)


def _as_it_stands(context: Context, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each appointment once: of one that was moved, the visit that it became last."""
    latest = {_root(row): row for row in rows}
    moved = [row for row in latest.values() if row["state"] == "rescheduled"]
    visit = context.t.visit
    for chunk in bulk.chunks(moved, 200):
        ids = [row["customer_id"] for row in chunk]
        found = visit.select().where(visit.c.customer_id.in_(ids)).order_by(visit.c.id)
        for row in found.dicts():
            if _root(row) in latest and row["id"] >= latest[_root(row)]["id"]:
                latest[_root(row)] = row
    return list(latest.values())


def _root(row: Mapping[str, Any]) -> int:
    return int(row["root_id"] or row["id"])


def _file(context: Context, rows: Iterable[Mapping[str, Any]], officer_id: int) -> bytes:
    house = _house(context)
    found = (_appointment(context, row, officer_id, house) for row in rows)
    name = str(context.row("person", officer_id)[context.naming])
    title = sentence("calendar_of", context.actor.language, name=name)
    return calendar_file(found, title, context.now)


def _house(context: Context) -> str:
    """What tells this database's visits from those of any other: the mark of its first line."""
    for line in context.rows("audit_line", id=1):
        return str(line["hash"])[:16]
    return "new"


def _appointment(
    context: Context, row: Mapping[str, Any], officer_id: int, house: str
) -> Appointment:
    customer = context.known("customer", row["customer_id"])
    parts = parts_of(context, row["customer_id"])
    language, address = context.actor.language, where(parts["addresses"])
    day = date.fromisoformat(row["planned_on"])
    how = sentence(Channel(row["channel"]).value, language)
    contact = (f"{each.name} {each.phone}".strip() for each in parts["contacts"][:1])
    went = row["officer_id"] != officer_id  # somebody else goes now
    return Appointment(
        uid=f"visit-{_root(row)}@{house}.crm-desktop",
        sequence=row["sequence"] + row["version"],
        status="CANCELLED" if went else STATUS.get(row["state"], "CANCELLED"),
        summary=f"{how}: {customer['name']}",
        day=day,
        begins=_begins(day, row["planned_time"]),
        location=" ".join(address_lines(address, language)) if address else "",
        description="\n".join(
            filter(None, (row["purpose"], customer["phone"], *contact, _next(context, row)))
        ),
    )


def _next(context: Context, row: Mapping[str, Any]) -> str:
    """Of a visit that was held, the next date."""
    if row["state"] != "done" or not row["next_on"]:
        return ""
    day = show(date.fromisoformat(row["next_on"]), context.actor.language, context.actor.era)
    return sentence("calendar_next", context.actor.language, day=day)


def _begins(day: date, text: str) -> datetime | None:
    return datetime.combine(day, time.fromisoformat(text), BANGKOK) if text else None
