"""Parts of Today about the authority table: a draft that waits for the actor as the second person,
and a version that the actor has not signed yet."""

from datetime import date
from typing import Any

from crm_desktop.messages import sentence
from crm_desktop.services.authority import matrices, signatures
from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import Line, Part, Row, always, each


def _unsigned(context: Context, whole: bool) -> Any:
    """Everybody signs for themselves, heads too."""
    return signatures.unsigned(context)


def _to_confirm(context: Context, whole: bool) -> Any:
    return matrices.to_confirm(context)


def _confirm_line(context: Context, row: Row) -> Line:
    code = "today_confirm_by" if row["author"] else "today_confirm_first"
    return _line(context, row, "today_confirm", "matrix", code)


def _sign_line(context: Context, row: Row) -> Line:
    ahead = date.fromisoformat(row["effective_from"]) > context.today
    code = "today_sign_ahead" if ahead else "today_sign_now"
    return _line(context, row, "today_sign", "matrix_signature", code)


def _line(context: Context, row: Row, section: str, kind: str, code: str) -> Line:
    begins = date.fromisoformat(row["effective_from"])
    reference = sentence("matrix_version", context.actor.language, version=row["version"])
    return Line(
        section=section,
        kind=kind,
        record_id=row["version"],
        version=row["version"],
        document_id=None,
        reference=reference,
        customer_id=0,
        customer="",
        phone="",
        person="",
        code=code,
        values={"day": begins, "reason": row["reason"], "author": row.get("author", "")},
        due=None,
        late=False,
        amount=None,
        actions=("open",),
    )


TO_CONFIRM = Part(
    "today_confirm", "matrix.confirm", _to_confirm, each(_confirm_line), told=always, quiet=True
)
TO_SIGN = Part("today_sign", "matrix.sign", _unsigned, each(_sign_line), quiet=True)
