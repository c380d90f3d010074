"""Quotations: written, submitted, issued, followed up, revised; the desk's main paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar

from crm_desktop.domain.authority import Decision, Level, milder
from crm_desktop.domain.errors import NeedsApproval, Refused, Stale, WrongState
from crm_desktop.domain.kinds.base import Submission
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services import appraisal, documents, requests
from crm_desktop.services.appraisal import Subject
from crm_desktop.services.contents import Content, Priced, check_content, only_milder, price
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.requests import Consulted, Plea
from crm_desktop.services.settings import load_shop


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save left: `kept` says whether an approval outlived the change (None: had none)."""

    id: int
    version: int
    state: str
    kept: bool | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a paper stands after it was submitted or issued, and who was asked."""

    id: int
    version: int
    state: str
    level: str
    number: str | None = None
    request_id: int | None = None
    answerer: str = ""


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
    if not command.content.customer_id:
        raise Refused("customer_missing", "content.customer_id")
    check_content(command.content)
    priced = price(context, command.content)
    if command.id is None:
        document_id = documents.insert(context, KIND.code, priced)
        return Saved(document_id, 1, KIND.states.initial)
    context.hold("document", command.id)
    row = documents.row_of(context, command.id, command.name)
    documents.require_unlocked(context, row)
    if row["state"] == "draft":
        documents.rewrite(context, row, command.version, priced)
        return Saved(command.id, command.version + 1, "draft")
    if row["state"] != "ready":
        raise WrongState("document_not_editable", state=KIND.states.state_code(row["state"]))
    return _change_approved(context, row, command.version, priced)


def _change_approved(context: Context, row: dict[str, Any], version: int, priced: Priced) -> Saved:
    """A change that only makes things milder keeps the approval; any other one voids it.

    What stands on the paper of customer and shop stays as it was approved, not as it is today.
    """
    kept = _only_milder(context, row, priced)
    documents.rewrite(context, row, version, priced)
    fresh = context.row("document", row["id"])
    if kept:
        frozen = documents.fingerprint(context, row["id"])
        context.update("document", row["id"], fresh["version"], "kept", frozen_sha256=frozen)
        context.tell(KIND.name, row["id"], "approval_kept", row["customer_id"])
        return Saved(row["id"], version + 2, "ready", True)
    requests.void(context, fresh, "changed")
    documents.move(context, fresh, "void", approved_request_id=None, frozen_sha256=None)
    return Saved(row["id"], version + 2, "draft", False)


def _only_milder(context: Context, row: Mapping[str, Any], after: Priced) -> bool:
    """By what prints and by what the matrix measures, against the sum that was approved."""
    if after.totals.grand_total > Money(row["total_satang"]):
        return False
    before = price(context, documents.content_of(context, row))
    subject = Subject.of(row, context.actor.person_id)
    then, now = (appraisal.facts_of(context, each, subject) for each in (before, after))
    return only_milder(before, after) and milder(now, then)


@handles(SubmitQuotation)
def submit_quotation(context: Context, command: SubmitQuotation) -> Outcome:
    """Checks the paper whole, freezes it, and puts the question to whoever the matrix names."""
    row = at_version(context, command.id, command.version, command.name)
    priced = price(context, documents.content_of(context, row))
    _require_whole(context, row, priced)
    row = _store_prices(context, row, priced)
    decision = appraisal.judge_paper(context, priced, Subject.of(row, context.actor.person_id))
    row = {**row, "frozen_sha256": documents.freeze(context, row)}
    return _ask_to_issue(context, row, decision, command)


def _ask_to_issue(
    context: Context, row: dict[str, Any], decision: Decision, command: SubmitQuotation
) -> Outcome:
    event = "approve_own" if decision.level is Level.OWN else "submit"
    KIND.states.row(row["state"], event)
    request_id = requests.ask(context, row, decision, command.plea, command.consulted)
    frozen = {"frozen_sha256": row["frozen_sha256"], "approved_request_id": request_id}
    if decision.level is not Level.OWN:
        frozen.pop("approved_request_id")
    row = documents.move(context, row, event, detail={"level": decision.level.name}, **frozen)
    if command.consulted is not None:
        row = documents.move(context, row, "proceed", approved_request_id=request_id)
    if command.issue and row["state"] == "ready":
        return _issue(context, row, decision.level)
    answerer = decision.answerer.name if decision.answerer else ""
    return Outcome(
        row["id"],
        row["version"],
        row["state"],
        decision.level.name,
        request_id=request_id,
        answerer=answerer,
    )


@handles(IssueQuotation)
def issue_quotation(context: Context, command: IssueQuotation) -> Outcome:
    """Numbers a ready paper; advice on record lets the requester go on first."""
    row = at_version(context, command.id, command.version, command.name)
    if row["state"] == "waiting":
        advice = requests.closed_advice(context, row, command.reason)
        row = documents.move(context, row, "proceed", approved_request_id=advice["id"])
        context.update(
            "request", advice["id"], advice["version"], "proceed", closed_at=context.moment, seen=1
        )
    KIND.states.row(row["state"], "issue")
    asked = context.row("request", row["approved_request_id"])
    if requests.asks_more(context, asked, row):
        return _ask_again(context, row, asked)
    return _issue(context, row, Level[asked["level"]])


def _ask_again(context: Context, row: dict[str, Any], asked: Mapping[str, Any]) -> Outcome:
    """Credit turned worse since the approval: the stricter question is put now, to whoever
    decides for the person who issues."""
    officer_id = context.actor.person_id
    facts, barred = requests.facts_now(context, asked, row), requests.barred(officer_id, row)
    decision = appraisal.judge(context, asked["matter"], facts, officer_id, barred)
    requests.void(context, row, "stricter")
    plea = Plea(asked["reason"] or "–", asked["competitor"], bool(asked["customer_waiting"]))
    request_id = requests.ask(context, row, decision, plea)
    if decision.level is Level.OWN:
        values = {"approved_request_id": request_id}
        context.update("document", row["id"], row["version"], "approved_again", **values)
        return _issue(context, {**row, **values, "version": row["version"] + 1}, Level.OWN)
    row = documents.move(context, row, "submit", approved_request_id=None)
    answerer = decision.answerer.name if decision.answerer else ""
    level = decision.level.name
    return Outcome(row["id"], row["version"], row["state"], level, None, request_id, answerer)


def _issue(context: Context, row: dict[str, Any], level: Level) -> Outcome:
    """The number, the date, and what the number supersedes; only for exactly what was approved."""
    if documents.fingerprint(context, row["id"]) != row["frozen_sha256"]:
        raise NeedsApproval("paper_not_as_approved")
    number, base = _number(context, row)
    shop = load_shop(context)[0]
    row = documents.move(
        context,
        row,
        "issue",
        number=number,
        base_number=base,
        issued_at=context.moment,
        valid_until=documents.valid_until(context, row["valid_days"]).isoformat(),
        follow_up_on=first_follow_up(context, row, shop.follow_up_days, shop.follow_up_satang),
    )
    _take_as_read(context, row)
    if row["replaces_id"]:
        _supersede(context, row["replaces_id"], number)
    return Outcome(row["id"], row["version"], row["state"], level.name, number)


def _take_as_read(context: Context, row: Mapping[str, Any]) -> None:
    """Who issues what was approved has read the answer."""
    request = context.row("request", row["approved_request_id"])
    if not request["seen"]:
        context.update("request", request["id"], request["version"], "seen", seen=1)


def _number(context: Context, row: Mapping[str, Any]) -> tuple[str, str]:
    if row["base_number"]:
        return f"{row['base_number']}-R{row['revision']}", row["base_number"]
    number = documents.take_number(context, KIND.code, row["branch_id"])
    return number, number


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
    context.hold("document", command.id)
    row = documents.row_of(context, command.id, command.name)
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
    """The paper as the caller saw it; Stale when somebody was there meanwhile."""
    context.hold("document", document_id)
    row = documents.row_of(context, document_id, permission)
    if row["kind"] != KIND.code:
        raise Refused("not_found", record="document", record_id=document_id)
    if row["version"] != version:
        raise Stale("stale", record="document", record_id=document_id, version=row["version"])
    return row


def _store_prices(context: Context, row: dict[str, Any], priced: Priced) -> dict[str, Any]:
    """Prices, VAT rate and list prices as of today: an old draft is added up anew."""
    stored = [documents.without_keys(each) for each in documents.line_rows(context, row["id"])]
    header = documents.header_columns(priced)
    if stored == documents.line_columns(priced) and header.items() <= row.items():
        return row
    documents.rewrite(context, row, row["version"], priced, edited_by_id=row["edited_by_id"])
    return context.row("document", row["id"])


def _require_whole(context: Context, row: Mapping[str, Any], priced: Priced) -> None:
    content = priced.content
    submission = Submission(
        today=context.today,
        customer_id=content.customer_id,
        line_count=sum(line.is_priced for line in content.lines),
        grand_total=priced.totals.grand_total,
        valid_until=documents.valid_until(context, content.valid_days),
    )
    for problem in KIND.problems(submission):
        raise problem


def first_follow_up(
    context: Context, row: Mapping[str, Any], days: int, above_satang: int
) -> str | None:
    """The date the officer set, else the shop's rhythm; small papers just expire."""
    if row["follow_up_on"] and row["follow_up_on"] > context.today.isoformat():
        return str(row["follow_up_on"])
    if row["total_satang"] <= above_satang:
        return None
    return (context.today + timedelta(days=days)).isoformat()


class _Issue:
    """quotation.issue: an approval makes the paper ready, anything else a draft again."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        if documents.fingerprint(context, row["id"]) != request["frozen_sha256"]:
            raise NeedsApproval("paper_not_as_approved")
        documents.move(context, row, "approve", approved_request_id=request["id"], asks=False)

    def sent_back(
        self, context: Context, row: dict[str, Any], request: dict[str, Any], event: str, note: str
    ) -> None:
        documents.move(
            context,
            row,
            event,
            asks=False,
            reason=note,
            frozen_sha256=None,
            approved_request_id=None,
        )


requests.EFFECTS["quotation.issue"] = _Issue()
