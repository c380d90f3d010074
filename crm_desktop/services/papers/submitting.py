"""The road of every submitted paper: written, judged, numbered, dropped; its kind says the rest.

Each kind declares its table, matter and numbering event; what is its own besides stands in a
`Road`, which the kind's service puts into `ROADS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from crm_desktop.domain.authority import Decision, Level, milder
from crm_desktop.domain.errors import NeedsApproval, Refused, Stale, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.base import Submission
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import answerers, appraisal, delegations, requests, rerouting
from crm_desktop.services.authority.appraisal import Subject
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.customers.aliases import held_living
from crm_desktop.services.papers import documents, passing, rooms
from crm_desktop.services.papers.contents import Content, Priced, check_content, only_milder, price
from crm_desktop.services.papers.rooms import Use
from crm_desktop.services.registry import Context, Loaded


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


class Road(Protocol):
    """What one kind does on the way that all submitted papers go."""

    def columns(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        """What the paper gets together with its number; refuses what keeps it from going out."""

    def numbered(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        """What follows from the number; answers the row as it is then."""

    def cancel(self, context: Context, row: dict[str, Any], reason: str) -> dict[str, Any]:
        """What an approved cancelling does to a numbered paper; answers the row as it is then."""


ROADS: Loaded[Road] = Loaded()


def held(
    context: Context, document_id: int, permission: str, kinds: tuple[str, ...]
) -> dict[str, Any]:
    """The paper of one of these kinds, which nobody else changes before this command ends."""
    context.hold("document", document_id)
    row = documents.row_of(context, document_id, permission)
    if row["kind"] not in kinds:
        raise Refused("not_found", record="document", record_id=document_id)
    return row


def at_version(
    context: Context, document_id: int, version: int, permission: str, kinds: tuple[str, ...]
) -> dict[str, Any]:
    """The paper as the caller saw it, held; Stale when somebody was there meanwhile."""
    row = held(context, document_id, permission, kinds)
    if row["version"] != version:
        raise Stale("stale", record="document", record_id=document_id, version=row["version"])
    return row


def priced_content(context: Context, kind: str, content: Content, family_id: int = 0) -> Priced:
    """The content with its money, once nothing in it is refused for this kind and family."""
    if not content.customer_id:
        raise Refused("customer_missing", "content.customer_id")
    content = replace(content, customer_id=held_living(context, content.customer_id))
    content = passing.as_offered(context, kind, content)
    check_content(content)
    KINDS[kind].check_facts(dict(content.facts))
    _check_sources(context, content, family_id)
    return price(context, content)


def _check_sources(context: Context, content: Content, family_id: int) -> None:
    """A line comes from a line of the same family or from none."""
    wanted = {line.source_id: index for index, line in enumerate(content.lines) if line.source_id}
    if not wanted:
        return
    line, document = context.t.document_line, context.t.document
    rows = (
        line.select(line.c.id)
        .join(document, on=(document.c.id == line.c.document_id))
        .where(line.c.id << list(wanted), document.c.family_id == family_id)
    )
    unknown = wanted.keys() - {row[0] for row in rows.tuples()}
    if unknown:
        raise Refused("source_unknown", f"lines.{min(wanted[each] for each in unknown)}")


def change(context: Context, row: dict[str, Any], version: int, priced: Priced) -> Saved:
    """Writes what was typed on a draft or an approved paper; WrongState where it is neither."""
    documents.require_unlocked(context, row)
    states = KINDS[row["kind"]].states
    if row["state"] == "draft":
        documents.rewrite(context, row, version, priced)
        return Saved(row["id"], version + 1, "draft")
    if "change" in states.events(row["state"]):
        return _change_signed(context, row, version, priced)
    if row["state"] != "ready":
        raise WrongState("document_not_editable", state=states.state_code(row["state"]))
    use = rooms.use_of(context, row, priced)
    signed = KINDS[row["kind"]].signed
    if use is not None and (signed or not _only_milder(context, row, priced)):
        return _change_within(context, row, version, priced, use)
    return _change_approved(context, row, version, priced)


def _change_signed(context: Context, row: dict[str, Any], version: int, priced: Priced) -> Saved:
    """What the customer signed for stays signed only while nothing that prints is different."""
    documents.rewrite(context, row, version, priced)
    fresh = context.row("document", row["id"])
    if documents.fingerprint(context, row["id"]) != row["frozen_sha256"]:
        fresh = documents.move(context, fresh, "change")
    return Saved(row["id"], fresh["version"], fresh["state"])


def _change_approved(context: Context, row: dict[str, Any], version: int, priced: Priced) -> Saved:
    """A change that only makes things milder keeps the approval; any other one voids it, and so
    does whatever prints otherwise than the customer signed.

    What stands on the paper of customer and shop stays as it was approved, not as it is today.
    """
    kept = _only_milder(context, row, priced)
    documents.rewrite(context, row, version, priced)
    fresh = context.row("document", row["id"])
    frozen = documents.fingerprint(context, row["id"])
    if kept and (frozen == row["frozen_sha256"] or not KINDS[row["kind"]].signed):
        context.update("document", row["id"], fresh["version"], "kept", frozen_sha256=frozen)
        tell(context, row, "approval_kept")
        rerouting.follow_paper(context, row["id"])
        return Saved(row["id"], version + 2, "ready", True)
    requests.void(context, fresh, "changed")
    documents.move(context, fresh, "void", approved_request_id=None)
    return Saved(row["id"], version + 2, "draft", False)


def _change_within(
    context: Context, row: dict[str, Any], version: int, priced: Priced, use: Use
) -> Saved:
    """A change within the limits of the answer keeps the approval; what a customer signed for is
    signed again first."""
    documents.rewrite(context, row, version, priced)
    fresh = context.row("document", row["id"])
    frozen = documents.printable(context, row["id"])
    tell(context, row, "approval_kept")
    if KINDS[row["kind"]].signed and frozen != row["frozen_sha256"]:
        fresh = documents.move(context, fresh, "sign_anew", approved_request_id=None)
        return Saved(row["id"], fresh["version"], "draft", True)
    if frozen != row["frozen_sha256"]:
        rooms.record(context, use, frozen)
    context.update("document", row["id"], fresh["version"], "kept", frozen_sha256=frozen)
    return Saved(row["id"], version + 2, "ready", True)


def _only_milder(context: Context, row: Mapping[str, Any], after: Priced) -> bool:
    """By what prints and by what the matrix measures, against the sum that was approved."""
    if after.totals.grand_total > Money(row["total_satang"]):
        return False
    before = price(context, documents.content_of(context, row))
    subject = Subject.of(row, context.actor.person_id)
    then, now = (appraisal.facts_of(context, each, subject) for each in (before, after))
    return only_milder(before, after) and milder(now, then)


def submit(
    context: Context,
    row: dict[str, Any],
    plea: Plea,
    consulted: Consulted | None,
    issue_own: bool,
) -> Outcome:
    """Checks the paper whole, freezes it, and puts the question to whoever the matrix names.

    What a customer signed stays frozen as it was signed.
    """
    states = KINDS[row["kind"]].states
    if "approve_own" not in states.events(row["state"]):
        event, state = states.event_code("submit"), states.state_code(row["state"])
        raise WrongState("wrong_state", state=state, event=event)
    priced = price(context, documents.content_of(context, row))
    _require_whole(context, row, priced)
    row = _store_prices(context, row, priced)
    decision = appraisal.judge_paper(context, priced, Subject.of(row, context.actor.person_id))
    row = {**row, "frozen_sha256": row["frozen_sha256"] or documents.freeze(context, row)}
    use = rooms.use_of(context, row, priced)
    if use is not None:
        return _keep_within(context, row, use, issue_own)
    requests.void(context, row, "overtaken")
    row, request_id = _ask_to_issue(context, row, decision, plea, consulted)
    if issue_own and row["state"] == "ready":
        return _issue(context, row, decision.level)
    return outcome_of(context, row, decision, request_id)


def _keep_within(context: Context, row: dict[str, Any], use: Use, issue_now: bool) -> Outcome:
    """The paper is approved by an answer of before, whose limits it keeps."""
    frozen, request, level = row["frozen_sha256"], use.room.request, use.room.level
    rooms.record(context, use, frozen)
    columns = {"frozen_sha256": frozen, "approved_request_id": request["id"]}
    row = documents.move(context, row, "keep_within", **columns)
    if issue_now:
        return _issue(context, row, level)
    return Outcome(row["id"], row["version"], row["state"], level.name, None, request["id"])


def _ask_to_issue(
    context: Context,
    row: dict[str, Any],
    decision: Decision,
    plea: Plea,
    consulted: Consulted | None,
) -> tuple[dict[str, Any], int]:
    event = "approve_own" if decision.level is Level.OWN else "submit"
    KINDS[row["kind"]].states.row(row["state"], event)
    request_id = requests.ask(context, row, decision, plea, consulted)
    frozen = {"frozen_sha256": row["frozen_sha256"], "approved_request_id": request_id}
    if decision.level is not Level.OWN:
        frozen.pop("approved_request_id")
    row = documents.move(context, row, event, detail={"level": decision.level.name}, **frozen)
    if consulted is not None:
        row = documents.move(context, row, "proceed", approved_request_id=request_id)
    return row, request_id


def outcome_of(
    context: Context, row: Mapping[str, Any], decision: Decision, request_id: int
) -> Outcome:
    """Where a paper stands after something was asked about it, and who answers."""
    answerer = delegations.named(context, decision.answerer, decision.matter)
    level = decision.level.name
    return Outcome(
        row["id"], row["version"], row["state"], level, row["number"], request_id, answerer
    )


def issue(context: Context, row: dict[str, Any], reason: str) -> Outcome:
    """Numbers a ready paper; advice on record lets the requester go on first."""
    kind = KINDS[row["kind"]]
    if row["state"] == "waiting":
        advice = requests.closed_advice(context, row, reason)
        row = documents.move(context, row, "proceed", approved_request_id=advice["id"])
        context.update(
            "request", advice["id"], advice["version"], "proceed", closed_at=context.moment, seen=1
        )
    assert kind.numbered_by is not None
    kind.states.row(row["state"], kind.numbered_by)
    asked = context.row("request", row["approved_request_id"])
    if requests.asks_more(context, asked, row):
        return _ask_again(context, row, asked)
    return _issue(context, row, Level[asked["level"]])


def _ask_again(context: Context, row: dict[str, Any], asked: Mapping[str, Any]) -> Outcome:
    """Credit turned worse since the approval: the stricter question is put now, to whoever
    decides for the person who issues."""
    officer_id = context.actor.person_id
    facts, barred = requests.facts_now(context, asked, row), answerers.barred(officer_id, row)
    decision = appraisal.judge(context, asked["matter"], facts, officer_id, barred)
    requests.void(context, row, "stricter")
    price = asked["competitor_satang"]
    plea = Plea(
        asked["reason"] or "–",
        asked["competitor"],
        bool(asked["customer_waiting"]),
        None if price is None else Money(price),
    )
    request_id = requests.ask(context, row, decision, plea)
    if decision.level is Level.OWN:
        values = {"approved_request_id": request_id}
        context.update("document", row["id"], row["version"], "approved_again", **values)
        return _issue(context, {**row, **values, "version": row["version"] + 1}, Level.OWN)
    row = documents.move(context, row, "submit", approved_request_id=None)
    return outcome_of(context, row, decision, request_id)


def _issue(context: Context, row: dict[str, Any], level: Level) -> Outcome:
    """The number, the date, and what follows from them; only for exactly what was approved."""
    if documents.fingerprint(context, row["id"]) != row["frozen_sha256"]:
        raise NeedsApproval("paper_not_as_approved")
    kind, road = KINDS[row["kind"]], ROADS[row["kind"]]
    columns = road.columns(context, row)
    number, base = _number(context, row)
    assert kind.numbered_by is not None
    row = documents.move(
        context,
        row,
        kind.numbered_by,
        number=number,
        base_number=base,
        issued_at=context.moment,
        **columns,
    )
    _take_as_read(context, row)
    row = road.numbered(context, row)
    return Outcome(row["id"], row["version"], row["state"], level.name, number)


def _take_as_read(context: Context, row: Mapping[str, Any]) -> None:
    """Who issues what was approved has read the answer."""
    request = context.row("request", row["approved_request_id"])
    if not request["seen"]:
        context.update("request", request["id"], request["version"], "seen", seen=1)


def _number(context: Context, row: Mapping[str, Any]) -> tuple[str, str]:
    if row["base_number"]:
        return f"{row['base_number']}-R{row['revision']}", row["base_number"]
    number = documents.take_number(context, row["kind"], row["branch_id"])
    return number, number


def _store_prices(context: Context, row: dict[str, Any], priced: Priced) -> dict[str, Any]:
    """Prices, VAT rate and list prices as of today: an old draft is added up anew.

    What a customer signed for is not: that paper is saved again first, and signed again.
    """
    stored = [documents.without_keys(each) for each in documents.line_rows(context, row["id"])]
    header = documents.header_columns(priced)
    if stored == documents.line_columns(priced) and header.items() <= row.items():
        return row
    if KINDS[row["kind"]].signed:
        raise NeedsApproval("signed_prices_changed", "lines")
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
        unlisted_lines=tuple(
            index
            for index, line in enumerate(content.lines)
            if line.is_priced and line.product_id is None
        ),
        facts=dict(content.facts),
    )
    for problem in KINDS[row["kind"]].problems(submission):
        raise problem


def drop(context: Context, row: dict[str, Any], reason: str, **columns: Any) -> Outcome:
    """Cancels a paper that has no number yet, and whatever was asked about it."""
    requests.void(context, row, "cancelled")
    row = documents.move(context, row, "cancel", reason=reason, **columns)
    return Outcome(row["id"], row["version"], row["state"], Level.OWN.name)


def tell(context: Context, row: Mapping[str, Any], event: str, **detail: Any) -> None:
    """Adds a line to the timeline of a paper."""
    reference = row["number"] or row["draft_reference"]
    name = KINDS[row["kind"]].name
    context.tell(name, row["id"], event, row["customer_id"], reference=reference, **detail)


class _Issue:
    """Every `<kind>.issue`: an approval makes the paper ready, anything else a draft again."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        if documents.fingerprint(context, row["id"]) != request["frozen_sha256"]:
            raise NeedsApproval("paper_not_as_approved")
        if request["room"] and not rooms.as_asked_fits(context, request, row):
            documents.move(context, row, "approve_within", approved_request_id=None, asks=False)
            return
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
            approved_request_id=None,
        )


ISSUES = [kind.matter for kind in KINDS.values() if kind.matter]
requests.EFFECTS |= dict.fromkeys(ISSUES, _Issue())
requests.HOLDS |= dict.fromkeys(ISSUES, documents.hold)
