"""Deposit receipts, slips to pay by, refund vouchers, statements and till lists for printing."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from crm_desktop.domain.kinds.deposit import KIND
from crm_desktop.domain.money import Money
from crm_desktop.domain.promptpay import promptpay
from crm_desktop.messages import sentence
from crm_desktop.printing.money_papers import (
    MoneyPaper,
    Movement,
    Payment,
    Statement,
    TillList,
    TillRow,
)
from crm_desktop.printing.paper import BankAccount, Language, Party, Seller, SheetMark
from crm_desktop.services.customers import customers
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.deposits.deposit_ledger import Account
from crm_desktop.services.deposits.deposit_reports import StatementLine, statement
from crm_desktop.services.deposits.till import till
from crm_desktop.services.look import dressed
from crm_desktop.services.papers import documents, exits, finders, paper_parts
from crm_desktop.services.papers.paper_parts import Source
from crm_desktop.services.registry import Context, query
from crm_desktop.services.settings import load_shop


def deposit(context: Context, of: Source) -> MoneyPaper:
    """The receipt of money that came; the slip to pay by while it is expected."""
    found = ledger.account(context, of.row["id"])
    maker = _pay_in if of.row["state"] == KIND.states.initial else _receipt
    return maker(context, of, found)


def _values(context: Context, of: Source, found: Account) -> dict[str, Any]:
    """What both papers say: whose deposit, for which order, and what that comes to; nothing of an
    order that is over, for which nobody owes anything."""
    paper = context.row("document", found.facts["for_id"])
    stands = ledger.cover(context, paper)
    return paper_parts.head(context, of) | {
        "customer": paper_parts.party(of.parties["customer"]),
        "for_paper": paper["number"] or paper["draft_reference"],
        "paper_total": stands.due or None,
        "approver": None,
    }


def _receipt(context: Context, of: Source, found: Account) -> MoneyPaper:
    facts, balance = found.facts, found.balance
    received_on = paper_parts.stored_day(facts["received_on"])
    values = _values(context, of, found)
    payer = facts["payer"]
    details = (("payer", payer),) if payer != values["customer"].name else ()
    remainder = _remainder(context, values, found)
    return MoneyPaper(
        **{**values, "dated": received_on or values["dated"], "proposer": None},
        amount=balance.came or Money(of.row["total_satang"]),
        payment=_payment(facts["method"], json.loads(facts["details"])),
        remainder=remainder,
        vat=tuple(
            paper_parts.vat_sum(part.vat_class.value, part.rate, part.amount - part.vat, part.vat)
            for part in found.parts
        ),
        tax_invoice=facts["tax_invoice"],
        tax_invoice_on=paper_parts.stored_day(facts["tax_invoice_on"]),
        cashier=paper_parts.signatory(context, facts["received_by_id"], of.language, received_on),
        details=details,
        bank=_pay_to(context, of, remainder or Money.ZERO, values["seller"]),
    )


def _remainder(
    context: Context, values: Mapping[str, Any], found: Account, coming: Money = Money.ZERO
) -> Money | None:
    """What stays due beyond what the order's deposits up to this one have brought and kept."""
    total: Money | None = values["paper_total"]
    if total is None:
        return None
    theirs = ledger.accounts_for(context, found.facts["for_id"])
    kept = [each.balance.held + each.balance.applied for each in theirs if each.id <= found.id]
    return total - Money.sum(kept) - coming


def _payment(method: str, said: Mapping[str, str], reference: str = "") -> Payment | None:
    if not method:
        return None
    return Payment(
        cast(Any, method),
        bank=said.get("bank", ""),
        account=said.get("account", ""),
        reference=reference or said.get("reference", ""),
        at=_moment(said.get("at", "")),
        card_last_four=said.get("card_last4", ""),
        cheque_number=said.get("cheque_number", ""),
        cheque_on=paper_parts.stored_day(said.get("cheque_date")),
    )


def _moment(text: str) -> datetime | None:
    """When a transfer arrived, as far as what was typed is a moment."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _pay_in(context: Context, of: Source, found: Account) -> MoneyPaper:
    """The sum still to come with the QR for exactly that, where the shop takes PromptPay."""
    values, amount = _values(context, of, found), found.expected
    return MoneyPaper(
        **{**values, "kind": "PI", "number": found.reference, "draft": False},
        amount=amount,
        remainder=_remainder(context, values, found, amount),
        bank=_pay_to(context, of, amount, values["seller"]),
    )


def _pay_to(context: Context, of: Source, amount: Money, seller: Seller) -> BankAccount | None:
    """Where that sum is paid, with the QR for exactly it; nothing is due, nothing is shown."""
    if amount <= Money.ZERO:
        return None
    target = load_shop(context)[0].promptpay
    account = paper_parts.bank(
        of.parties["letterhead"], promptpay(target, amount) if target else ""
    )
    name = seller.name_en if of.tongue == "en" else seller.name_th
    return account and replace(account, name=name)


# ---------------------------------------------------------------- vouchers


@query("deposit.read")
def refund_voucher(
    context: Context, claim_id: int, language: str = "", sheets: tuple[SheetMark, ...] = ()
) -> MoneyPaper:
    """What a refund is paid against; refused with `claim_not_approved` before it is approved."""
    claim = context.row("deposit_claim", claim_id)
    row = documents.row_of(context, claim["deposit_id"], "deposit.read")
    exits.require_approved(claim)
    of = paper_parts.source(context, row, language)
    found = ledger.account(context, row["id"])
    paid = next((e for e in found.entries if e["claim_id"] == claim_id), None)
    on = paper_parts.stored_day(paid["dated"]) if paid else None
    number = f"{row['number']}/{exits.refund_place(context, claim)}"
    values = _values(context, of, found) | {
        "kind": "RV",
        "number": number,
        "finder": number,
        "dated": on or context.today,
        "approver": paper_parts.approver(context, claim["request_id"], of.language),
        "paper_total": None,
        "proposer": None,
        "customer": _payee(of, claim["payee"]),
    }
    voucher = MoneyPaper(
        **values,
        amount=Money(claim["satang"]),
        deposit_number=row["number"],
        reason=claim["reason"],
        payment=_payment(paid["method"], {}, paid["reference"]) if paid else None,
        cashier=paper_parts.signatory(context, paid["by_id"], of.language, on) if paid else None,
        sheets=sheets,
    )
    return dressed(context, voucher)


def _payee(of: Source, payee: str) -> Party:
    """The customer whole, where it is the customer who is paid."""
    customer = paper_parts.party(of.parties["customer"])
    return customer if customer.name == payee else Party(payee)


# ---------------------------------------------------------------- lists


@query("deposit.read")
def statement_paper(
    context: Context, customer_id: int, since: date, until: date, language: str = ""
) -> Statement:
    """A customer's deposits over a period, every movement with the balance after it."""
    told = statement(context, customer_id, since, until)
    row = context.row("customer", customer_id)
    speech = cast(Language, language or row["paper_language"])
    printed = Statement(
        seller=paper_parts.seller_now(context),
        dated=until,
        since=since,
        finder=finders.statement(row["code"], since, until),
        language=speech,
        customer=paper_parts.party(customers.printed_party(context, customer_id, speech)),
        opening=told.opening,
        movements=tuple(
            Movement(
                line.dated,
                line.reference,
                line.kind,
                line.amount,
                line.balance,
                _about(line, speech),
            )
            for line in told.lines
        ),
        proposer=paper_parts.signatory(context, context.actor.person_id or None, speech),
        details=_only_branch(context, speech),
    )
    return dressed(context, printed)


def _only_branch(context: Context, language: str) -> tuple[tuple[str, str], ...]:
    """Says of which branch alone the deposits are, where the reader does not see the others'."""
    branch_id = context.branches("deposit.read")
    if branch_id is None:
        return ()
    tongue = "en" if language == "en" else "th"
    return (("only_branch", context.row("branch", branch_id)[f"name_{tongue}"]),)


def _about(line: StatementLine, language: str) -> str:
    """The paper at the other end, and for a reversal what was taken back."""
    tongue = "en" if language == "en" else "th"
    what = sentence(f"paper_movement_{line.what}", tongue) if line.kind == "reverse" else ""
    return "  ".join(filter(None, (what, line.target_reference)))


@query("till.read")
def till_paper(
    context: Context, day: date, cashier_id: int | None = None, language: str = ""
) -> TillList:
    """A day's till as it is handed in with the money."""
    rows = till(context, day, cashier_id).rows
    speech = cast(Language, language or context.actor.language)
    taken = TillList(
        seller=paper_parts.seller_now(context),
        dated=day,
        finder=finders.till(day),
        language=speech,
        rows=tuple(
            TillRow(
                row.cashier,
                cast(Any, row.method),
                len(row.entries),
                row.system,
                row.counted,
                row.note,
            )
            for row in rows
        ),
        proposer=paper_parts.signatory(context, context.actor.person_id or None, speech),
    )
    return dressed(context, taken)
