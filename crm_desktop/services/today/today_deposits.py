"""Parts of Today about deposits: to receive, to clear, to pay back, bounced."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from crm_desktop.domain.kinds import KINDS, ORDERS
from crm_desktop.domain.kinds.purchase_request import SENT
from crm_desktop.services.deposits.deposit_accounts import accounts
from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import (
    Facts,
    Line,
    Part,
    Row,
    all_papers,
    always,
    days_since,
    each,
    is_shared,
    on_list,
    paper_line,
)
from crm_desktop.store.orm import SQL, fn

RECEIVE, CLEAR, PAY, USE = (f"deposit.{verb}" for verb in ("receive", "clear", "pay", "apply"))
REFUND, ANSWER = "deposit.refund", "purchase.answer"
UNDER_WAY = ("requested", "ordered", "arrived", "inspected", "told", "partly_delivered")
HANDED_ON = ("handed_off", "in_fulfilment")
"""States of papers whose goods somebody has begun to work for."""
OVER = tuple(sorted({each for kind in ORDERS if kind.takes_deposit for each in kind.over}))
"""States of papers that want no money any more."""


def _deposits(context: Context, permission: str) -> Any:
    """Deposits of every branch within reach, each with the paper it is for."""
    document, deposit = context.t.document, context.t.deposit
    paper = document.alias("paper")
    return (
        all_papers(context, (KINDS["DP"].code,), permission)
        .join(deposit, on=deposit.c.document_id == document.c.id)
        .join(paper, on=paper.c.id == deposit.c.for_id)
        .select_extend(
            *(deposit.c.method, deposit.c.received_on, document.c.created_at),
            fn.COALESCE(paper.c.number, paper.c.draft_reference).alias("for_reference"),
        )
    )


def _expected(context: Context, whole: bool) -> Any:
    """The newest first: its customer may be on the way to the till."""
    document = context.t.document
    rows = _deposits(context, RECEIVE).where(document.c.state == "expected")
    return rows.order_by(document.c.id.desc())


def _expected_line(context: Context, row: Row) -> Line:
    days = days_since(context, row["created_at"])
    code = "today_deposit_expected_old" if days else "today_deposit_expected"
    values = {"paper": row["for_reference"], "days": days}
    return paper_line("today_deposits", row, code, values, ("open", "done"))


def _awaiting(context: Context, whole: bool) -> Any:
    document, deposit = context.t.document, context.t.deposit
    rows = _deposits(context, CLEAR).where(document.c.state == "awaiting")
    return rows.order_by(deposit.c.received_on, document.c.id)


def _awaiting_line(context: Context, row: Row) -> Line:
    cheque = row["method"] == "cheque"
    code = "today_clearing_cheque" if cheque else "today_clearing_transfer"
    values = {"paper": row["for_reference"], "day": date.fromisoformat(row["received_on"])}
    return paper_line("today_clearing", row, code, values, ("open", "done"))


def _refunds(context: Context, whole: bool) -> Any:
    """Approved and not paid; spelled out for the partial index of open claims."""
    document, claim = context.t.document, context.t.deposit_claim
    rows = (
        all_papers(context, (KINDS["DP"].code,), PAY)
        .join(claim, on=claim.c.deposit_id == document.c.id)
        .select_extend(
            claim.c.id.alias("claim_id"),
            claim.c.version.alias("claim_version"),
            claim.c.satang,
            claim.c.payee,
        )
    )
    return rows.where(
        claim.c.state.in_(SQL("('waiting', 'approved')")),
        claim.c.state == "approved",
        claim.c.matter == "deposit.refund",
    ).order_by(claim.c.id)


def _refund_line(context: Context, row: Row) -> Line:
    facts = Facts("deposit_claim", row["id"], row["satang"], KINDS["DP"].name)
    own = {**row, "id": row["claim_id"], "version": row["claim_version"]}
    values = {"payee": row["payee"]}
    actions = ("open", "done")
    return paper_line("today_refunds", own, "today_refund_line", values, actions, facts=facts)


def _bounced(context: Context, whole: bool) -> Any:
    """Papers whose goods were ordered against money that never came, until it is asked anew."""
    document = context.t.document
    shared = is_shared(context, whole)
    rows = all_papers(context, ("SO", "BO", "SP"), USE, shared)
    rows = rows.where(document.c.state << (*UNDER_WAY, *HANDED_ON))
    if not shared:
        rows = rows.where(on_list(context))
    return _with_bounced(context, rows, document.c.id)


def _bought(context: Context, whole: bool) -> Any:
    """What Sales buys meanwhile against money that never came."""
    document = context.t.document
    rows = all_papers(context, ("PR",), ANSWER)
    rows = rows.where(document.c.state << (*SENT, "partly_received"))
    return _with_bounced(context, rows, document.c.parent_id)


def _with_bounced(context: Context, rows: Any, paper_id: Any) -> Any:
    """The rows whose paper had a deposit bounce that was not asked for anew since."""
    document, deposit = context.t.document, context.t.deposit
    bounced, later, again = document.alias("bounced"), deposit.alias("later"), document.alias("a")
    newer = (
        later.select(later.c.document_id)
        .join(again, on=again.c.id == later.c.document_id)
        .where(
            later.c.for_id == deposit.c.for_id,
            later.c.document_id > deposit.c.document_id,
            again.c.state != "cancelled",
        )
    )
    return (
        rows.join(deposit, on=deposit.c.for_id == paper_id)
        .join(bounced, on=bounced.c.id == deposit.c.document_id)
        .select_extend(bounced.c.number.alias("deposit"), bounced.c.total_satang.alias("satang"))
        .where(bounced.c.state == "bounced", ~fn.EXISTS(newer))
        .order_by(document.c.id)
    )


def _bounced_line(context: Context, row: Row) -> Line:
    name = KINDS[row["kind"]].name
    facts, values = Facts(name, row["id"], row["satang"], name), {"deposit": row["deposit"]}
    return paper_line("today_bounced", row, "today_bounced_line", values, late=True, facts=facts)


def _bought_line(context: Context, row: Row) -> Line:
    name = KINDS[row["kind"]].name
    facts, values = Facts(name, row["id"], None, name), {"deposit": row["deposit"]}
    section, code = "today_bounced_buying", "today_bounced_buying_line"
    return paper_line(section, row, code, values, late=True, facts=facts)


def _left_over(context: Context, whole: bool) -> Any:
    """Money still held for a paper that is over, and nobody has asked what becomes of it."""
    document, deposit, claim = context.t.document, context.t.deposit, context.t.deposit_claim
    paper = document.alias("paper")
    shared = is_shared(context, whole)
    asked = claim.select(claim.c.id).where(
        claim.c.deposit_id == document.c.id, claim.c.state << ("waiting", "approved")
    )
    rows = (
        all_papers(context, (KINDS["DP"].code,), REFUND, shared)
        .join(deposit, on=deposit.c.document_id == document.c.id)
        .join(paper, on=paper.c.id == deposit.c.for_id)
        .select_extend(fn.COALESCE(paper.c.number, paper.c.draft_reference).alias("for_reference"))
        .where(
            document.c.state << ("held", "partly_used"),
            paper.c.state << OVER,
            ~fn.EXISTS(asked),
        )
    )
    if not shared:
        rows = rows.where(on_list(context))
    return rows.order_by(document.c.id)


def _left_over_lines(context: Context, rows: list[Row]) -> Iterable[Line]:
    name = KINDS["DP"].name
    for row, account in zip(rows, accounts(context, rows), strict=True):
        facts = Facts(name, row["id"], account.balance.held.satang, name)
        values = {"paper": row["for_reference"]}
        yield paper_line("today_left_over", row, "today_left_over_line", values, facts=facts)


MONEY = ("deposits",)
EXPECTED = Part(
    "today_deposits", RECEIVE, _expected, each(_expected_line), counted=MONEY, told=always
)
CLEARING = Part("today_clearing", CLEAR, _awaiting, each(_awaiting_line), counted=MONEY)
REFUNDS = Part("today_refunds", PAY, _refunds, each(_refund_line), counted=MONEY, told=always)
BOUNCED = Part(
    "today_bounced", USE, _bounced, each(_bounced_line), counted=("orders",), told=always
)
BOUNCED_BUYING = Part(
    "today_bounced_buying",
    ANSWER,
    _bought,
    each(_bought_line),
    counted=("orders",),
    told=always,
)
LEFT_OVER = Part("today_left_over", REFUND, _left_over, _left_over_lines, counted=MONEY)
