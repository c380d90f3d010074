"""Parts of Today about absence: for whom the actor stands in, and who stands in for the actor."""

from datetime import date
from typing import Any

from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import Line, Part, Row, always, each


def _standing_in(context: Context, whole: bool) -> Any:
    """Everybody's own, heads' too."""
    return _held(context, context.t.delegation.c.deputy_id)


def _stood_in(context: Context, whole: bool) -> Any:
    return _held(context, context.t.delegation.c.principal_id)


def _held(context: Context, whose: Any) -> Any:
    """What holds today where the actor stands in that column; what ends first in front."""
    table, person = context.t.delegation, context.t.person
    day = context.today.isoformat()
    away, deputy = person.alias("away"), person.alias("deputy")
    return (
        table.select(
            *(table.c.id, table.c.version, table.c.kind, table.c.matters, table.c.last_on),
            getattr(away.c, context.naming).alias("away"),
            getattr(deputy.c, context.naming).alias("deputy"),
        )
        .join(away, on=away.c.id == table.c.principal_id)
        .join(deputy, on=deputy.c.id == table.c.deputy_id)
        .where(
            whose == context.actor.person_id,
            table.c.ended_at.is_null(),
            table.c.first_on <= day,
            table.c.last_on >= day,
            away.c.active == 1,
            deputy.c.active == 1,
        )
        .order_by(table.c.last_on, table.c.id)
    )


def _standing_in_line(context: Context, row: Row) -> Line:
    kind = "some" if row["matters"] else row["kind"]
    return _line("today_stand_ins", f"today_stand_in_{kind}", row, row["away"])


def _stood_in_line(context: Context, row: Row) -> Line:
    return _line("today_stood_in", f"today_stood_in_{row['kind']}", row, row["deputy"])


def _line(section: str, code: str, row: Row, other: str) -> Line:
    until = date.fromisoformat(row["last_on"])
    return Line(
        section=section,
        kind="delegation",
        record_id=row["id"],
        version=row["version"],
        document_id=None,
        reference=other,
        customer_id=0,
        customer="",
        phone="",
        person="",
        code=code,
        values={"until": until},
        due=until,
        late=False,
        amount=None,
        actions=("open",),
    )


STAND_INS = Part(
    "today_stand_ins",
    "delegation.read",
    _standing_in,
    each(_standing_in_line),
    told=always,
    quiet=True,
)
STOOD_IN = Part("today_stood_in", "delegation.read", _stood_in, each(_stood_in_line), quiet=True)
"""Whoever is away arranged it, and is told nothing new by it."""
