"""Part of Today about the authority table: a version that the actor has not signed yet."""

from datetime import date
from typing import Any

from crm_desktop.messages import sentence
from crm_desktop.services.authority import signatures
from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import Line, Part, Row, each


def _unsigned(context: Context, whole: bool) -> Any:
    """Everybody signs for themselves, heads too."""
    return signatures.unsigned(context)


def _line(context: Context, row: Row) -> Line:
    begins = date.fromisoformat(row["effective_from"])
    reference = sentence("matrix_version", context.actor.language, version=row["version"])
    return Line(
        section="today_sign",
        kind="matrix_signature",
        record_id=row["version"],
        version=row["version"],
        document_id=None,
        reference=reference,
        customer_id=0,
        customer="",
        phone="",
        person="",
        code="today_sign_ahead" if begins > context.today else "today_sign_now",
        values={"day": begins, "reason": row["reason"]},
        due=None,
        late=False,
        amount=None,
        actions=("open",),
    )


TO_SIGN = Part("today_sign", "matrix.sign", _unsigned, each(_line), quiet=True)
