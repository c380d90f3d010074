"""Part of Today about absence: for whom the actor stands in, and who stands in for the actor."""

from datetime import date
from typing import Any

from crm_desktop.services.authority.delegations import AUTHORITY
from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import Line, Part, Row, each


def _standing_in(context: Context, whole: bool) -> Any:
    """Everybody's own, heads' too; what ends first in front."""
    table, person = context.t.delegation, context.t.person
    me, day = context.actor.person_id, context.today.isoformat()
    away, deputy = person.alias("away"), person.alias("deputy")
    return (
        table.select(
            *(table.c.id, table.c.version, table.c.kind, table.c.matters, table.c.last_on),
            table.c.deputy_id,
            getattr(away.c, context.naming).alias("away"),
            getattr(deputy.c, context.naming).alias("deputy"),
        )
        .join(away, on=away.c.id == table.c.principal_id)
        .join(deputy, on=deputy.c.id == table.c.deputy_id)
        .where(
            (table.c.deputy_id == me) | (table.c.principal_id == me),
            table.c.ended_at.is_null(),
            table.c.first_on <= day,
            table.c.last_on >= day,
            away.c.active == 1,
            deputy.c.active == 1,
        )
        .order_by(table.c.last_on, table.c.id)
    )


def _line(context: Context, row: Row) -> Line:
    mine, authority = row["deputy_id"] == context.actor.person_id, row["kind"] == AUTHORITY
    kind = "authority" if authority else "work"
    if mine and authority and row["matters"]:
        kind = "some"
    code = f"today_stand_in_{kind}" if mine else f"today_stood_in_{kind}"
    until = date.fromisoformat(row["last_on"])
    return Line(
        section="today_stand_ins",
        kind="delegation",
        record_id=row["id"],
        version=row["version"],
        document_id=None,
        reference=row["away"],
        customer_id=0,
        customer="",
        phone="",
        person="",
        code=code,
        values={"until": until, "deputy": row["deputy"]},
        due=until,
        late=False,
        amount=None,
        actions=("open",),
    )


def _is_asked(line: Line) -> bool:
    """Whoever stands in is told so when it begins; who is away arranged it."""
    return line.code.startswith("today_stand_in")


STAND_INS = Part(
    "today_stand_ins",
    "delegation.read",
    _standing_in,
    each(_line),
    counted=(),
    told=_is_asked,
    quiet=True,
)
