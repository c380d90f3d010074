"""What is asked of deposits, as it is read: refunds to pay, forfeits and transfers that wait."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.services.authority import delegations
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query


@dataclass(frozen=True, slots=True)
class Claim:
    """What is asked of a deposit: `state` is waiting, approved, done or dropped.

    `payable` and `droppable` say what this actor may do with it now. While it waits, `answerer`
    is who answers next, or `answerer_role` where nobody is named.
    """

    id: int
    version: int
    deposit_id: int
    reference: str
    customer: str
    matter: str
    state: str
    amount: Money
    payee: str
    term: str
    reason: str
    asked_by: str
    asked_on: date
    request_id: int
    target_id: int | None
    target_reference: str
    payable: bool
    droppable: bool
    answerer: str = ""
    answerer_role: str = ""

    @property
    def is_open(self) -> bool:
        """Whether its sum is still reserved."""
        return self.state in ledger.OPEN_CLAIMS


@query("deposit.read")
def claims_page(context: Context, wanted: ListQuery) -> Page[Claim]:
    """A page of claims of the branch, oldest first; filters: state (one or several; what is open
    unless named), matter, deposit_id, customer_id."""
    claim, document = context.t.deposit_claim, context.t.document
    states = wanted.filters.get("state") or ledger.OPEN_CLAIMS
    rows = _claims(context).where(
        claim.c.state << ([states] if isinstance(states, str) else states)
    )
    branch_id = context.branches("deposit.read")
    if branch_id is not None:
        rows = rows.where(document.c.branch_id == branch_id)
    for name, column in (
        ("matter", claim.c.matter),
        ("deposit_id", claim.c.deposit_id),
        ("customer_id", document.c.customer_id),
    ):
        if wanted.filters.get(name):
            rows = rows.where(column == wanted.filters[name])
    found = keyset(rows, claim.c.id, claim.c.id, wanted)
    shown = found[: wanted.limit]
    following = (shown[-1]["id"], shown[-1]["id"]) if len(found) > wanted.limit else None
    return Page(_claim_rows(context, shown), following)


def claims_of(context: Context, deposit_id: int) -> tuple[Claim, ...]:
    """All that was ever asked of one deposit, oldest first."""
    claim = context.t.deposit_claim
    rows = _claims(context).where(claim.c.deposit_id == deposit_id).order_by(claim.c.id)
    return _claim_rows(context, rows.dicts())


def _claims(context: Context) -> Any:
    claim, document, person = context.t.deposit_claim, context.t.document, context.t.person
    customer, target = context.t.customer, context.t.document.alias("target")
    request, answerer = context.t.request, context.t.person.alias("answerer")
    names = ("id", "version", "deposit_id", "matter", "state", "satang", "request_id", "target_id")
    return (
        claim.select(
            *(getattr(claim.c, name) for name in (*names, "payee", "term", "reason")),
            claim.c.by_id,
            claim.c.at,
            document.c.number,
            document.c.draft_reference,
            document.c.branch_id,
            customer.c.name.alias("customer"),
            getattr(person.c, context.naming).alias("asked_by"),
            target.c.number.alias("target_number"),
            target.c.draft_reference.alias("target_draft"),
            request.c.answerer_role,
            getattr(answerer.c, context.naming).alias("answerer"),
        )
        .join(document, on=(document.c.id == claim.c.deposit_id))
        .join(customer, on=(customer.c.id == document.c.customer_id))
        .join(person, on=(person.c.id == claim.c.by_id))
        .left_outer_join(target, on=(target.c.id == claim.c.target_id))
        .left_outer_join(request, on=(request.c.id == claim.c.request_id))
        .left_outer_join(answerer, on=(answerer.c.id == request.c.answerer_id))
    )


def _claim_rows(context: Context, rows: Iterable[Mapping[str, Any]]) -> tuple[Claim, ...]:
    listed = list(rows)
    answer = context.t.request_answer
    said = answer.select(answer.c.request_id).where(
        answer.c.request_id << [row["request_id"] for row in listed],
        answer.c.person_id == context.actor.person_id,
    )
    answered = {each[0] for each in said.tuples()} if listed else set()
    return tuple(_claim_row(context, row, row["request_id"] in answered) for row in listed)


def _claim_row(context: Context, row: Mapping[str, Any], answered: bool) -> Claim:
    mine = row["by_id"] == context.actor.person_id
    pays = reaches(context, "deposit.pay", row["branch_id"])
    drops = reaches(context, "deposit.refund", row["branch_id"])
    approved, waits = row["state"] == "approved", row["state"] == "waiting"
    work = row["by_id"] in delegations.work_of(context)
    return Claim(
        id=row["id"],
        version=row["version"],
        deposit_id=row["deposit_id"],
        reference=row["number"] or row["draft_reference"],
        customer=row["customer"],
        matter=row["matter"],
        state=row["state"],
        amount=Money(row["satang"]),
        payee=row["payee"],
        term=row["term"],
        reason=row["reason"],
        asked_by=row["asked_by"],
        asked_on=date.fromisoformat(row["at"][:10]),
        request_id=row["request_id"],
        target_id=row["target_id"],
        target_reference=row["target_number"] or row["target_draft"] or "",
        payable=approved and pays and not mine and not answered,
        droppable=drops and (approved or (work and waits)),
        answerer=row["answerer"] or "" if waits else "",
        answerer_role=row["answerer_role"] or "" if waits else "",
    )


def reaches(context: Context, permission: str, branch_id: int) -> bool:
    """Whether the actor holds the permission for papers of the branch."""
    may = context.actor.may(permission)
    return may and context.branches(permission) in (None, branch_id)
