"""Parts of Today about the team: work of people who have left."""

from typing import Any

from crm_desktop.services.registry import Context
from crm_desktop.services.team.belongings import GIVEN
from crm_desktop.services.team.holdings import left_behind
from crm_desktop.services.today.today_lines import Line, Part, Row, each

REASSIGN = "team.reassign"


def _left(context: Context, whole: bool) -> Any:
    return left_behind(context)


def _left_line(_context: Context, row: Row) -> Line:
    return Line(
        section="today_left_behind",
        kind="left",
        record_id=row["id"],
        version=0,
        document_id=None,
        reference="",
        customer_id=0,
        customer=row["name"],
        phone="",
        person=row["name"],
        code="today_left_behind_line",
        values={kind: int(row[kind]) for kind in GIVEN},
        due=None,
        late=True,
        amount=None,
        actions=("open",),
    )


LEFT_BEHIND = Part("today_left_behind", REASSIGN, _left, each(_left_line), quiet=True)
