"""What waits for the heads of the demo shop: the work of somebody who has left, and a new table."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from crm_desktop.demo.acting import Life
from crm_desktop.demo.clients import Client
from crm_desktop.demo.quoting import Quote
from crm_desktop.demo.stage import Stage, workday
from crm_desktop.demo.visiting import visit
from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.services.authority.matrices import DraftMatrix
from crm_desktop.services.people import SavePerson, person_named
from crm_desktop.services.products.product_values import Goods

LEAVER = "orathai"
"""Who is gone on the day that the demo is made."""
LAST_PAPER: dict[str, Any] = {"baht": 22_000, "discount": "2%", "draft": True, "wait": 5}
WIDER = {"5": "8", "10": "12"}
"""The limits of the shipped table that the draft moves, and where to."""


def last_day(
    stage: Stage, luck: Random, client: Client, products: tuple[Goods, ...], end: datetime
) -> Life:
    """A paper begun, a visit planned, and nobody to go on with either."""
    yield from Quote(stage, luck, client, products, LAST_PAPER).life()
    yield from visit(stage, luck, client, workday(end.date() + timedelta(days=3)))
    gone = stage.read(stage.people["admin"], person_named, LEAVER)
    stage.do(
        stage.people["admin"],
        SavePerson(
            *(gone.id, gone.version, gone.username, gone.name, gone.name_en, gone.roles),
            *(gone.grade, gone.branch_id, gone.superior_id),
            active=False,
        ),
    )


def draft_table(stage: Stage) -> None:
    """The manager wants officers to give a little more; the director has not confirmed it."""
    rows = rows_to_json(shipped().rows)
    for row in rows:
        if (row["matter"], row["grade"]) == ("quotation.issue", "G3"):
            _widen(row["conditions"])
    begins = stage.moment.date() + timedelta(days=7)
    draft = DraftMatrix(tuple(rows), "ให้พนักงานลดได้เองถึง 8% และปรึกษาได้ถึง 12% ช่วงปลายปี", begins)
    stage.do(stage.people["prasit"], draft)


def _widen(conditions: list[dict[str, Any]]) -> None:
    for condition in conditions:
        if condition["kind"] == "discount":
            for band in condition["bands"]:
                band |= {end: WIDER.get(band[end], band[end]) for end in ("past", "to")}
