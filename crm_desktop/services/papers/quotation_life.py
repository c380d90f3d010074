"""What becomes of an issued quotation: the customer's word, the next date, more days, the end."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.errors import NeedsApproval, Refused, WrongState
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES, check_follow_up
from crm_desktop.domain.money import Money
from crm_desktop.domain.pipeline import BY_EVENT, HOWS, check_lost
from crm_desktop.services.authority import requests
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.customers import rhythms
from crm_desktop.services.papers import documents, other_matters, stages, submitting
from crm_desktop.services.papers.quotations import Outcome, Saved, at_version, first_follow_up
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.settings import load_shop
from crm_desktop.services.taking_back import offer

FOLLOWING = ("confirm_receipt", "negotiate", "accept", "lose")


@dataclass(frozen=True)
class FollowQuotation(Command[Saved]):
    """The customer's side: confirm_receipt, negotiate, accept or lose (coded, in `LOST`).

    Of a receipt: who at the customer has the paper, and how that is known (one of `HOWS`). Without
    a date the one that was set holds, or the shop's rhythm where that day is over.
    """

    name: ClassVar[str] = "quotation.follow"
    id: int
    version: int
    event: str
    reason: str = ""
    follow_up_on: date | None = None
    lost_code: str = ""
    receiver: str = ""
    how: str = ""


@dataclass(frozen=True)
class SetFollowUp(Command[Saved]):
    """The next date to speak with the customer about an open paper.

    `back` takes a put-off back: the day may be over then, but not before it was due first.
    """

    name: ClassVar[str] = "quotation.follow_up"
    permission: ClassVar[str] = "quotation.follow"
    id: int
    version: int
    on: date | None
    note: str = ""
    back: bool = False


@dataclass(frozen=True)
class CancelQuotation(Command[Outcome]):
    """Drops a paper freely before it is issued; after that the matrix is asked."""

    name: ClassVar[str] = "quotation.cancel"
    matter: ClassVar[str | None] = "document.cancel"
    id: int
    version: int
    reason: str


@dataclass(frozen=True)
class ExtendQuotation(Command[Outcome]):
    """Lets the offer hold for so many more days from today; the matrix is asked."""

    name: ClassVar[str] = "quotation.extend"
    matter: ClassVar[str | None] = "quotation.extend"
    id: int
    version: int
    days: int
    reason: str


@handles(FollowQuotation)
def follow_quotation(context: Context, command: FollowQuotation) -> Saved:
    """Moves an open quotation along; accepting looks at price, validity and authority again."""
    row = at_version(context, command.id, command.version, command.name)
    documents.require_unlocked(context, row)
    if command.event not in FOLLOWING:
        raise Refused("bad_choice", "event", value=command.event)
    KIND.states.row(row["state"], command.event)
    columns, detail = _columns(context, row, command)
    reason = command.reason.strip()
    row = documents.move(context, row, command.event, reason=reason, detail=detail, **columns)
    offer(context, command)
    return Saved(row["id"], row["version"], row["state"])


def _columns(
    context: Context, row: Mapping[str, Any], command: FollowQuotation
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a step of the customer's writes beside the state, and tells on the timeline."""
    if command.event == "accept":
        _require_acceptable(context, row)
        return {"follow_up_on": None}, {}
    if command.event == "lose":
        code, words = check_lost(command.lost_code, command.reason), command.reason.strip()
        return {"follow_up_on": None, "lost_reason": words, "lost_code": code}, {"lost_code": code}
    columns = spoken(context, row, command.follow_up_on, BY_EVENT[command.event], command.how)
    if command.event == "negotiate":
        return columns, {}
    known = {"received_name": command.receiver.strip(), "received_how": command.how}
    told = {name: value for name, value in known.items() if value}
    return columns | known | {"received_at": context.moment}, told


def spoken(
    context: Context,
    row: Mapping[str, Any],
    chosen: date | None,
    result: str,
    how: str,
    note: str = "",
    *,
    always: bool = False,
) -> dict[str, Any]:
    """The customer was spoken with: what was due is done (`always`: also what is due later), and
    the columns of the next date are answered."""
    if how not in ("", *HOWS):
        raise Refused("bad_choice", "how", value=how)
    today = context.today.isoformat()
    due = row["follow_due_on"] or row["follow_up_on"]
    done = bool(due) and due <= today
    if done or always:
        stages.record(context, row, due or today, today, how, result, note)
    if chosen is None and (done or always):
        above = load_shop(context)[0].follow_up_satang
        chosen = stages.next_follow_up(context, row) if row["total_satang"] > above else None
        on = chosen.isoformat() if chosen else None
    else:
        on = _next_date(context, row, chosen)
    return {"follow_up_on": on, "follow_due_on": on, **stages.expected_beside(row, on)}


def _next_date(
    context: Context, row: Mapping[str, Any], chosen: date | None, earliest: date | None = None
) -> str | None:
    """The chosen day, which is not before the earliest (today), else the one that stands."""
    on = chosen or (row["follow_up_on"] and date.fromisoformat(row["follow_up_on"]))
    if chosen is not None and chosen < (earliest or context.today):
        raise Refused("follow_up_past", "follow_up_on", today=context.today)
    above = Money(load_shop(context)[0].follow_up_satang)
    check_follow_up(Money(row["total_satang"]), on, above)
    return on.isoformat() if on else None


def _require_acceptable(context: Context, row: Mapping[str, Any]) -> None:
    if row["valid_until"] < context.today.isoformat():
        raise WrongState("validity_over", valid_until=date.fromisoformat(row["valid_until"]))
    if documents.fingerprint(context, row["id"]) != row["frozen_sha256"]:
        raise NeedsApproval("paper_not_as_approved")
    asked = context.row("request", row["approved_request_id"])
    if requests.asks_more(context, asked, row):
        raise NeedsApproval("accept_needs_revision")


@handles(SetFollowUp)
def set_follow_up(context: Context, command: SetFollowUp) -> Saved:
    """Puts the next date; none is allowed only where a small paper may just expire."""
    row = at_version(context, command.id, command.version, "quotation.follow")
    if row["state"] not in OPEN_STATES:
        raise WrongState("follow_up_not_open", state=KIND.states.state_code(row["state"]))
    on = None
    if command.on is None:
        above = Money(load_shop(context)[0].follow_up_satang)
        check_follow_up(Money(row["total_satang"]), None, above)
    else:
        first = row["follow_due_on"] if command.back else None
        earliest = min(context.today, date.fromisoformat(first)) if first else context.today
        on = _next_date(context, row, command.on, earliest)
    due = on and (row["follow_due_on"] or on)  # put off, it stays due when it was due first
    columns = {"follow_up_on": on, "follow_due_on": due}
    context.update("document", row["id"], row["version"], "follow_up", **columns)
    context.tell(
        KIND.name, row["id"], "follow_up", row["customer_id"], on=on, reason=command.note.strip()
    )
    if command.note.strip():  # spoken with: that is not unsaid
        rhythms.met(context, row["customer_id"])
    else:
        old = row["follow_up_on"] and date.fromisoformat(row["follow_up_on"])
        again = SetFollowUp(row["id"], row["version"] + 1, old, back=True)
        context.reversible(command, again)
    return Saved(row["id"], row["version"] + 1, row["state"])


@handles(CancelQuotation)
def cancel_quotation(context: Context, command: CancelQuotation) -> Outcome:
    """Before issue at once; after it as the matrix says."""
    row = at_version(context, command.id, command.version, command.name)
    documents.require_unlocked(context, row)
    KIND.states.row(row["state"], "cancel")
    reason = command.reason.strip()
    if not row["number"]:
        dropped = submitting.drop(context, row, reason, follow_up_on=None)
        if not row["replaces_id"]:  # another revision may be begun in its place
            offer(context, command)
        return dropped
    if not reason:
        raise Refused("reason_needed", "reason")
    return other_matters.ask_beside(context, row, "document.cancel", Plea(reason))


@handles(ExtendQuotation)
def extend_quotation(context: Context, command: ExtendQuotation) -> Outcome:
    """Asks for more days; the paper stays as it is until the answer."""
    row = at_version(context, command.id, command.version, command.name)
    documents.require_unlocked(context, row)
    KIND.states.row(row["state"], "extend")
    if not 1 <= command.days <= 365:
        raise Refused("bad_valid_days", "days", days=command.days)
    until = documents.valid_until(context, command.days)
    if until.isoformat() <= row["valid_until"]:
        held = date.fromisoformat(row["valid_until"])
        raise Refused("extend_not_longer", "days", until=until, held=held)
    plea, days = Plea(command.reason), command.days
    return other_matters.ask_beside(context, row, "quotation.extend", plea, days=days)


class _Extend:
    """quotation.extend: an approval moves the last day, counted from the day of the answer."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        days = json.loads(request["facts"])["days"]
        until = documents.valid_until(context, days).isoformat()
        follow = first_follow_up(context, row, until)
        documents.move(
            context,
            row,
            "extend",
            asks=False,
            reason=request["reason"],
            valid_until=until,
            follow_up_on=follow,
            follow_due_on=row["follow_due_on"] or follow,
        )

    def sent_back(
        self, context: Context, row: dict[str, Any], request: dict[str, Any], event: str, note: str
    ) -> None:
        context.tell(KIND.name, row["id"], f"extend_{event}", row["customer_id"], reason=note)


requests.EFFECTS["quotation.extend"] = _Extend()
requests.HOLDS["quotation.extend"] = documents.hold
