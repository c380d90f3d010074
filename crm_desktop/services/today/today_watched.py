"""Parts of Today about the watched folder: files of the ERP that could not be taken in."""

import json
from datetime import datetime
from typing import Any

from crm_desktop.domain.lifecycle import Code
from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import Line, Part, Row, each
from crm_desktop.services.transfer.watched import may_take


def _failed(context: Context, whole: bool) -> Any:
    table = context.t.watched_file
    return (
        table.select()
        .where(
            table.c.state == "failed",
            table.c.settled_at.is_null(),
            table.c.kind << may_take(context.actor),
        )
        .order_by(table.c.id)
    )


def _failed_line(_context: Context, row: Row) -> Line:
    problem = json.loads(row["problem"])
    kind = row["kind"].replace("-", "_")
    return Line(
        section="today_watched",
        kind="watched_file",
        record_id=row["id"],
        version=row["version"],
        document_id=None,
        reference=row["file"],
        customer_id=0,
        customer="",
        phone="",
        person="",
        code=problem["code"],
        values={**problem["values"], "kind": Code(f"watched_kind_{kind}")},
        due=datetime.fromisoformat(row["at"]).date(),
        late=True,
        amount=None,
        actions=("open",),
    )


FAILED = Part("today_watched", "import.use", _failed, each(_failed_line), quiet=True)
