"""Quotations: written, submitted, issued, followed up, revised; the desk's main paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from crm_desktop.domain.errors import WrongState
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES
from crm_desktop.services.authority import requests
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.papers import documents, stages, submitting
from crm_desktop.services.papers.contents import Content, price
from crm_desktop.services.papers.submitting import Outcome, Saved
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.settings import load_shop


@dataclass(frozen=True)
class SaveQuotation(Command[Saved]):
    """Writes a new draft (id None) or changes a draft or a ready paper."""

    name: ClassVar[str] = "quotation.save"
    id: int | None
    version: int
    content: Content


@dataclass(frozen=True)
class SubmitQuotation(Command[Outcome]):
    """Asks the matrix; with `issue`, what is the actor's own is issued in the same transaction."""

    name: ClassVar[str] = "quotation.submit"
    matter: ClassVar[str | None] = "quotation.issue"
    id: int
    version: int
    plea: Plea = field(default_factory=Plea)
    consulted: Consulted | None = None
    issue: bool = False


@dataclass(frozen=True)
class IssueQuotation(Command[Outcome]):
    """Gives an approved paper its number; `reason` is for going on against advice."""

    name: ClassVar[str] = "quotation.issue"
    id: int
    version: int
    reason: str = ""


@dataclass(frozen=True)
class ReviseQuotation(Command[Saved]):
    """Opens the next revision beside the issued one, which stays acceptable until then."""

    name: ClassVar[str] = "quotation.revise"
    id: int


@handles(SaveQuotation)
def save_quotation(context: Context, command: SaveQuotation) -> Saved:
    """Keeps whatever is typed well; only submitting asks for a whole paper."""
    if command.id is None:
        priced = submitting.priced_content(context, KIND.code, command.content)
        document_id = documents.insert(context, KIND.code, priced)
        return Saved(document_id, 1, KIND.states.initial)
    row = _held(context, command.id, command.name)
    priced = submitting.priced_content(context, KIND.code, command.content, row["family_id"])
    old = documents.content_of(context, row)
    saved = submitting.change(context, row, command.version, priced)
    if row["state"] == saved.state == KIND.states.initial:
        context.reversible(command, SaveQuotation(saved.id, saved.version, old))
    return saved


@handles(SubmitQuotation)
def submit_quotation(context: Context, command: SubmitQuotation) -> Outcome:
    """Checks the paper whole, freezes it, and puts the question to whoever the matrix names."""
    row = at_version(context, command.id, command.version, command.name)
    return submitting.submit(context, row, command.plea, command.consulted, command.issue)


@handles(IssueQuotation)
def issue_quotation(context: Context, command: IssueQuotation) -> Outcome:
    """Numbers a ready paper; advice on record lets the requester go on first."""
    row = at_version(context, command.id, command.version, command.name)
    return submitting.issue(context, row, command.reason)


def _supersede(context: Context, document_id: int, successor: str) -> None:
    before = context.row("document", document_id)
    if before["state"] in (*OPEN_STATES, "expired"):
        requests.void_open(context, before, "superseded")
        documents.move(
            context, before, "supersede", asks=False, reason=successor, follow_up_on=None
        )


@handles(ReviseQuotation)
def revise_quotation(context: Context, command: ReviseQuotation) -> Saved:
    """Copies the latest revision into a draft of the same base number."""
    row = _held(context, command.id, command.name)
    KIND.states.row(row["state"], "revise")
    revision = _next_revision(context, row)
    priced = price(context, documents.content_of(context, row))
    document_id = documents.insert(
        context,
        KIND.code,
        priced,
        base_number=row["base_number"],
        revision=revision,
        replaces_id=row["id"],
        family_id=row["family_id"],
        branch_id=row["branch_id"],
        owner_id=row["owner_id"],
    )
    context.tell(KIND.name, row["id"], "revise", row["customer_id"], reference=row["number"])
    return Saved(document_id, 1, "draft")


def _next_revision(context: Context, row: Mapping[str, Any]) -> int:
    """One more than the last; WrongState while a later one is alive, dropped drafts are not."""
    document, last = context.t.document, int(row["revision"])
    of_base = document.select(document.c.revision, document.c.draft_reference, document.c.state)
    later = of_base.where(
        document.c.base_number == row["base_number"], document.c.revision > row["revision"]
    )
    for revision, reference, state in later.tuples():
        if state != "cancelled":
            raise WrongState("revision_open_already", revision=revision, reference=reference)
        last = max(last, revision)
    return last + 1


def at_version(context: Context, document_id: int, version: int, permission: str) -> dict[str, Any]:
    """The quotation as the caller saw it; Stale when somebody was there meanwhile."""
    return submitting.at_version(context, document_id, version, permission, (KIND.code,))


def _held(context: Context, document_id: int, permission: str) -> dict[str, Any]:
    return submitting.held(context, document_id, permission, (KIND.code,))


def first_follow_up(context: Context, row: Mapping[str, Any], until: str) -> str | None:
    """The date the officer set, else the shop's rhythm; small papers just expire."""
    if row["follow_up_on"] and row["follow_up_on"] > context.today.isoformat():
        return str(row["follow_up_on"])
    if row["total_satang"] <= load_shop(context)[0].follow_up_satang:
        return None
    return stages.next_follow_up(context, {**row, "issued_at": None}, until).isoformat()


class _Road:
    """A quotation holds until a day, is followed up, and supersedes what it revises."""

    def columns(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        until = documents.valid_until(context, row["valid_days"]).isoformat()
        follow = first_follow_up(context, row, until)
        begun = stages.begin(context, follow, until)
        return {"valid_until": until, "follow_up_on": follow, **begun}

    def numbered(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        if row["replaces_id"]:
            _supersede(context, row["replaces_id"], row["number"])
        return row

    def cancel(self, context: Context, row: dict[str, Any], reason: str) -> dict[str, Any]:
        return documents.move(context, row, "cancel", asks=False, reason=reason, follow_up_on=None)


submitting.ROADS[KIND.code] = _Road()

__all__ = ["Outcome", "Saved"]
