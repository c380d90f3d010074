"""What is asked of a deposit: a refund, a forfeit, a transfer; the matrix answers, the sum waits.

A sum asked for is reserved until it is paid, carried out or dropped. Nobody pays a refund that
they asked for or approved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.authority import Facts, Level
from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.lifecycle import Code
from crm_desktop.domain.money import Money
from crm_desktop.services import letters
from crm_desktop.services.authority import answerers, appraisal, delegations, matrices, requests
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.deposits import deposits
from crm_desktop.services.deposits.deposit_ledger import Account
from crm_desktop.services.papers.submitting import Saved
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.settings import load_shop
from crm_desktop.store.orm import fn

LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Claimed:
    """Where a claim stands after it was asked: `state` is waiting, approved or done.

    `id` and `version` are the deposit's, as after every other act on it; `answerer` is who is asked
    first, with a deputy, "" where that is a role.
    """

    id: int
    version: int
    claim_id: int
    claim_version: int
    state: str
    level: str
    request_id: int
    answerer: str = ""


@dataclass(frozen=True)
class AskRefund(Command[Claimed]):
    """Asks to give money back to the payer or the customer; credit-finance pays it then."""

    name: ClassVar[str] = "deposit.refund"
    matter: ClassVar[str | None] = "deposit.refund"
    id: int
    version: int
    amount: Money
    payee: str
    reason: str


@dataclass(frozen=True)
class AskForfeit(Command[Claimed]):
    """Asks to keep money because its payer is at fault; `term` cites what the customer signed."""

    name: ClassVar[str] = "deposit.forfeit"
    matter: ClassVar[str | None] = "deposit.forfeit"
    id: int
    version: int
    amount: Money
    term: str
    reason: str


@dataclass(frozen=True)
class AskTransfer(Command[Claimed]):
    """Asks to hold money for another paper of the same customer, as a deposit of its own."""

    name: ClassVar[str] = "deposit.transfer"
    matter: ClassVar[str | None] = "deposit.transfer"
    id: int
    version: int
    to_document_id: int
    amount: Money
    reason: str


@dataclass(frozen=True)
class PayRefund(Command[Saved]):
    """Pays an approved refund to whom it was approved for; `version` is the claim's."""

    name: ClassVar[str] = "deposit.pay"
    claim_id: int
    version: int
    method: str
    reference: str
    paid_on: date
    payee: str


@dataclass(frozen=True)
class DropClaim(Command[Saved]):
    """Lets go of a refund that nobody wants paid any more, or of what the actor asked and nobody
    answered yet; the sum is free again."""

    name: ClassVar[str] = "deposit.drop"
    permission: ClassVar[str] = "deposit.refund"
    claim_id: int
    version: int
    reason: str = ""


@handles(AskRefund)
def ask_refund(context: Context, command: AskRefund) -> Claimed:
    """Only to who paid, or whose money it is."""
    found = ledger.at_version(context, command.id, command.version, command.name)
    payee = command.payee.strip()
    if not payee:
        raise Refused("payee_missing", "payee")
    customer = context.known("customer", found.row["customer_id"])["name"]
    if not any(deposits.same_person(payee, who) for who in (found.facts["payer"], customer)):
        raise Refused("refund_other_person", "payee", payer=found.facts["payer"])
    return _ask(context, found, command, payee=payee)


@handles(AskForfeit)
def ask_forfeit(context: Context, command: AskForfeit) -> Claimed:
    """Without a term that says so, a deposit is not the shop's to keep."""
    found = ledger.at_version(context, command.id, command.version, command.name)
    if not command.term.strip():
        raise Refused("forfeit_term_missing", "term")
    if len(command.term) > LONGEST_TEXT:
        raise Refused("text_too_long", "term", most=LONGEST_TEXT)
    return _ask(context, found, command, term=command.term.strip())


@handles(AskTransfer)
def ask_transfer(context: Context, command: AskTransfer) -> Claimed:
    """The other paper must be this customer's and have room for the money."""
    to_id = command.to_document_id
    found = ledger.at_version(context, command.id, command.version, command.name, to_id)
    _check_transfer(context, found, to_id, command.amount)
    return _ask(context, found, command, target_id=to_id)


def _check_transfer(context: Context, found: Account, to_id: int, amount: Money) -> dict[str, Any]:
    where = "to_document_id"
    row = ledger.takes_deposit(context, to_id, "deposit.read", where)
    if row["id"] == found.facts["for_id"]:
        raise Refused("deposit_there_already", where)
    if row["customer_id"] != found.row["customer_id"]:
        raise Refused("deposit_other_customer", where)
    room = ledger.cover(context, row).remainder
    if amount > room:
        raise Refused("deposit_above_due", "amount", due=max(room, Money.ZERO))
    return row


def _ask(
    context: Context,
    found: Account,
    command: AskRefund | AskForfeit | AskTransfer,
    *,
    payee: str = "",
    term: str = "",
    target_id: int | None = None,
) -> Claimed:
    """Reserves the sum and puts the question; what is the actor's own takes effect at once."""
    matter, amount = command.name, command.amount
    reason = ledger.check_reason(command.reason)
    ledger.check_free(found, amount)
    _require_first(context, found, matter)
    facts = _facts(context, found, matter, amount)
    actor, barred = context.actor.person_id, answerers.barred(context.actor.person_id, found.row)
    decision = appraisal.judge(context, matter, facts, actor, barred - {actor})
    request_id = requests.ask(context, found.row, decision, Plea(reason))
    claim_id = context.insert(
        "deposit_claim",
        matter,
        version=1,
        deposit_id=found.id,
        matter=matter,
        state="waiting",
        satang=amount.satang,
        request_id=request_id,
        target_id=target_id,
        payee=payee,
        term=term,
        reason=reason,
        by_id=actor,
        at=context.moment,
    )
    detail = {"amount": amount, "reason": reason}
    told = f"asked_{matter.split('.')[1]}"
    ledger.mark(context, found, told, detail=detail)
    if decision.level is Level.OWN:
        request = context.row("request", request_id)
        requests.EFFECTS[matter].approved(context, context.row("document", found.id), request)
    claim, fresh = context.row("deposit_claim", claim_id), context.row("document", found.id)
    asked = context.row("request", request_id)["answerer_id"]
    answerer = "" if asked is None else delegations.addressee(context, asked, matter)
    return Claimed(
        found.id,
        fresh["version"],
        claim_id,
        claim["version"],
        claim["state"],
        decision.level.name,
        request_id,
        answerer,
    )


def _require_first(context: Context, found: Account, matter: str) -> None:
    """One question of a kind at a time, so that two presses ask once."""
    claim = context.t.deposit_claim
    rows = claim.select(claim.c.satang).where(
        claim.c.deposit_id == found.id, claim.c.matter == matter, claim.c.state == "waiting"
    )
    for (satang,) in rows.tuples():
        raise WrongState("claim_waiting", "amount", asked=Money(satang))


def _facts(context: Context, found: Account, matter: str, amount: Money) -> Facts:
    """The sum asked, together with the actor's other claims of these days for this customer, so
    that asking in pieces does not help."""
    claim, document = context.t.deposit_claim, context.t.document
    since = context.now - timedelta(days=load_shop(context)[0].split_days)
    rows = (
        claim.select(fn.SUM(claim.c.satang))
        .join(document, on=(document.c.id == claim.c.deposit_id))
        .where(
            claim.c.matter == matter,
            claim.c.state != "dropped",
            claim.c.by_id == context.actor.person_id,
            claim.c.at >= since.isoformat(timespec="milliseconds"),
            document.c.customer_id == found.row["customer_id"],
        )
    )
    others = Money(int(next(iter(rows.tuples()))[0] or 0))
    branch = matrices.branch_code(context, found.row["branch_id"])
    return Facts(amount=amount + others, split_amount=others, branch=branch)


# ---------------------------------------------------------------- answered


class _Claim:
    """What an answer does: approved money waits to be paid, moves, or is kept."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        claim = _claim_of(context, request)
        found = ledger.account(context, row["id"])
        if claim["matter"] == "deposit.refund":
            _close(context, claim, "approved")
            detail = {"amount": Money(claim["satang"]), "payee": claim["payee"]}
            ledger.mark(context, found, "refund_approved", detail=detail)
            return
        _close(context, claim, "done")
        found = replace(found, reserved=found.reserved - Money(claim["satang"]))
        act = _forfeit if claim["matter"] == "deposit.forfeit" else _transfer
        act(context, found, claim)

    def sent_back(
        self, context: Context, row: dict[str, Any], request: dict[str, Any], event: str, note: str
    ) -> None:
        claim = _claim_of(context, request)
        _close(context, claim, "dropped")
        told = f"{claim['matter'].split('.')[1]}_{event}"
        detail = {"amount": Money(claim["satang"]), "reason": note}
        ledger.mark(context, ledger.account(context, row["id"]), told, detail=detail)


MATTERS = ("deposit.refund", "deposit.forfeit", "deposit.transfer")
requests.EFFECTS |= dict.fromkeys(MATTERS, _Claim())


def _hold(context: Context, deposit_id: int) -> None:
    """Holds the papers that an answer reaches, in their order, before the deposit."""
    claim = context.t.deposit_claim
    asked = claim.select(claim.c.target_id).where(
        claim.c.deposit_id == deposit_id,
        claim.c.state == "waiting",
        claim.c.target_id.is_null(False),
    )
    ledger.hold(context, [deposit_id], [row[0] for row in asked.tuples()])


requests.HOLDS |= dict.fromkeys(MATTERS, _hold)


def _claim_of(context: Context, request: Mapping[str, Any]) -> dict[str, Any]:
    claim = context.t.deposit_claim
    rows = claim.select().where(claim.c.request_id == request["id"])
    return dict(next(iter(rows.dicts())))


def _close(context: Context, claim: Mapping[str, Any], state: str) -> None:
    context.update("deposit_claim", claim["id"], claim["version"], state, state=state)


def _forfeit(context: Context, found: Account, claim: Mapping[str, Any]) -> None:
    """The money is the shop's; its VAT is accounting's to judge."""
    amount = Money(claim["satang"])
    vat, reason = found.balance.vat_of(amount), f"{claim['term']}: {claim['reason']}"
    found = ledger.write(
        context, found, "forfeit", amount, vat=vat, claim_id=claim["id"], reason=reason
    )
    detail = {"amount": amount, "term": claim["term"], "reason": claim["reason"]}
    ledger.settle(context, found, "forfeit", detail=detail)
    ledger.follow_paper(context, found.facts["for_id"], fell=found.reference)


def _transfer(context: Context, found: Account, claim: Mapping[str, Any]) -> None:
    """A deposit of its own on the other paper, with the VAT that the money came with."""
    amount = Money(claim["satang"])
    paper = _check_transfer(context, found, claim["target_id"], amount)
    vat = found.balance.vat_of(amount)
    new_id = ledger.expect(context, paper, amount)
    same = {"claim_id": claim["id"], "reason": claim["reason"]}
    found = ledger.write(context, found, "transfer_out", amount, vat=vat, target_id=new_id, **same)
    number = paper["number"] or paper["draft_reference"]
    ledger.settle(context, found, "transfer_out", detail={"amount": amount, "paper": number})
    new = ledger.account(context, new_id)
    parts = rules.piece(found.parts, amount, vat)
    kept = ("payer", "method", "received_on", "received_by_id")
    values = {name: found.facts[name] for name in kept}
    new = ledger.change_facts(
        context, new, "transferred", vat_split=ledger.vat_text(parts), **values
    )
    new = ledger.write(context, new, "transfer_in", amount, vat=vat, target_id=found.id, **same)
    deposits.issue(context, new, "take_over", amount, vat)
    for paper_id, fell in ((found.facts["for_id"], found.reference), (paper["id"], "")):
        ledger.follow_paper(context, paper_id, fell=fell)


# ---------------------------------------------------------------- paid or let go


@handles(PayRefund)
def pay_refund(context: Context, command: PayRefund) -> Saved:
    """Who asked and who approved keep their hands off the money."""
    claim, found = _claim_at(context, command.claim_id, command.version, command.name)
    _require_other_person(context, claim)
    if command.method not in rules.METHODS:
        raise Refused("bad_choice", "method", value=command.method)
    reference = command.reference.strip()
    if command.method != "cash" and not reference:
        raise Refused("refund_reference_missing", "reference")
    if len(reference) > deposits.LONGEST_DETAIL:
        raise Refused("text_too_long", "reference", most=deposits.LONGEST_DETAIL)
    if not deposits.same_person(command.payee, claim["payee"]):
        raise Refused("refund_other_person", "payee", payer=claim["payee"])
    ledger.check_day(context, command.paid_on, claim["at"], "paid_on")
    amount = Money(claim["satang"])
    _close(context, claim, "done")
    found = ledger.write(
        context,
        replace(found, reserved=found.reserved - amount),
        "refund",
        amount,
        vat=found.balance.vat_of(amount),
        dated=command.paid_on,
        claim_id=claim["id"],
        method=command.method,
        reference=reference,
        reason=claim["reason"],
    )
    detail = {"amount": amount, "payee": claim["payee"], "method": command.method}
    found = ledger.settle(context, found, "refund", detail=detail)
    ledger.follow_paper(context, found.facts["for_id"], fell=found.reference)
    return ledger.saved(found)


@handles(DropClaim)
def drop_claim(context: Context, command: DropClaim) -> Saved:
    """What still waits for an answer is taken back, by whoever may recall it."""
    claim, found = _claim_at(
        context, command.claim_id, command.version, "deposit.refund", ledger.OPEN_CLAIMS
    )
    if claim["state"] == "waiting":
        _recall(context, claim, found)
    _close(context, claim, "dropped")
    told = f"{claim['matter'].split('.')[1]}_dropped"
    detail = {"amount": Money(claim["satang"]), "reason": command.reason.strip()}
    found = ledger.mark(context, found, told, detail=detail)
    ledger.follow_paper(context, found.facts["for_id"])
    return ledger.saved(found)


def _recall(context: Context, claim: Mapping[str, Any], found: Account) -> None:
    request = context.row("request", claim["request_id"])
    requests.take_back(context, request, found.row)
    closed = {"state": "recalled", "closed_at": context.moment, "seen": 1}
    context.update("request", request["id"], request["version"], "recall", **closed)
    letters.tell(context, request["id"])


def _claim_at(
    context: Context,
    claim_id: int,
    version: int,
    permission: str,
    states: tuple[str, ...] = ("approved",),
) -> tuple[dict[str, Any], Account]:
    """The claim as the caller saw it, if it stands so, its deposit held."""
    ledger.hold(context, [context.row("deposit_claim", claim_id)["deposit_id"]])
    claim = context.row("deposit_claim", claim_id)
    if claim["version"] != version:
        now = claim["version"]
        raise Stale("stale", record="deposit_claim", record_id=claim_id, version=now)
    found = ledger.account(context, claim["deposit_id"])
    context.require_branch(permission, found.row["branch_id"])
    if claim["state"] not in states:
        raise WrongState("claim_not_open", state=Code(f"claim_state_{claim['state']}"))
    return claim, found


def _require_other_person(context: Context, claim: Mapping[str, Any]) -> None:
    answer = context.t.request_answer
    said = answer.select(answer.c.person_id).where(answer.c.request_id == claim["request_id"])
    if context.actor.person_id in {claim["by_id"], *(row[0] for row in said.tuples())}:
        raise NotAllowed("claim_not_yours_to_pay")


__all__ = [
    "AskForfeit",
    "AskRefund",
    "AskTransfer",
    "Claimed",
    "DropClaim",
    "PayRefund",
]
