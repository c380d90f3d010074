"""A customer who begins to wait while the question is open: said later, by whoever asked."""

from dataclasses import dataclass
from typing import ClassVar

from crm_desktop.domain.errors import NotAllowed, WrongState
from crm_desktop.services import letters
from crm_desktop.services.authority import delegations, requests
from crm_desktop.services.registry import Command, Context, handles


@dataclass(frozen=True)
class CustomerWaits(Command[None]):
    """The request goes on top of the queue and climbs in minutes; nothing that was asked changes.

    It takes no version: whoever answers meanwhile was not told anything new about the paper.
    """

    name: ClassVar[str] = "request.customer_waits"
    permission: ClassVar[str] = "request.recall"
    id: int


@handles(CustomerWaits)
def customer_waits(context: Context, command: CustomerWaits) -> None:
    """By who asked, whose paper it is, or who has their work today."""
    requests.hold(context, context.row("request", command.id))
    request = context.row("request", command.id)
    row = context.row("document", request["document_id"])
    if not {request["requester_id"], row["owner_id"]} & set(delegations.work_of(context)):
        raise NotAllowed("request_not_yours")
    if request["state"] != "waiting":
        raise WrongState("request_not_waiting")
    if request["customer_waiting"]:
        return
    pressing = requests.due(context, request["matter"], True)["due_at"]
    columns = {"customer_waiting": 1, "due_at": min(pressing, request["due_at"] or pressing)}
    context.update("request", request["id"], request["version"], "customer_waits", **columns)
    letters.tell(context, request["id"])
