"""Asking Sales to buy what is short, and what Sales answers; no purchase before the deposit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.dates import check_planned
from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.authority import requests
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.orders import allocation, goods, promises, steps
from crm_desktop.services.papers import documents, other_matters, submitting
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.submitting import Outcome, Saved, at_version
from crm_desktop.services.registry import Command, Context, handles

PR = KINDS["PR"]
SERVED = ("BO", "SP")
ORDERABLE = ("confirmed", "deposit_held", "ordered")
"""States of a special order in which goods may be asked for."""
BEFORE_ISSUE = ("draft", "waiting", "ready")


@dataclass(frozen=True)
class RequestPurchase(Command[Saved]):
    """Drafts a purchase request for short lines of a back order or special order.

    `lines` are (line id, quantity) of that paper; none means all that is short and not yet asked.
    """

    name: ClassVar[str] = "purchase.request"
    id: int
    version: int
    lines: tuple[tuple[int, Decimal], ...] = ()
    supplier: str = ""
    wanted_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class WaiveDeposit(Command[Outcome]):
    """Asks to commit goods without the deposit that the paper requires."""

    name: ClassVar[str] = "deposit.waive"
    matter: ClassVar[str | None] = "deposit.waive"
    id: int
    version: int
    plea: Plea = field(default_factory=Plea)


@dataclass(frozen=True)
class AnswerPurchase(Command[Saved]):
    """Sales' word on a purchase request: acknowledge, confirm (with the day) or decline.

    `reference` is the supplier's or the shop system's number of the purchase.
    """

    name: ClassVar[str] = "purchase.answer"
    id: int
    version: int
    event: str
    on: date | None = None
    reference: str = ""
    reason: str = ""


# ---------------------------------------------------------------- asking


@handles(RequestPurchase)
def request_purchase(context: Context, command: RequestPurchase) -> Saved:
    """Drafts the request; its prices are the paper's, for the matrix only: they do not print."""
    row = at_version(context, command.id, command.version, command.name, SERVED)
    documents.require_unlocked(context, row)
    if row["kind"] == "SP" and row["state"] not in ORDERABLE:
        KINDS["SP"].states.row(row["state"], "order")
    if command.wanted_on is not None and command.wanted_on < context.today:
        raise Refused("wanted_past", "wanted_on", date=command.wanted_on, today=context.today)
    if command.wanted_on is not None:
        check_planned(command.wanted_on, context.today, "wanted_on")
    content = _content(context, row, command, _wanted(context, row, command.lines))
    document_id = documents.insert(
        context,
        PR.code,
        submitting.priced_content(context, PR.code, content, row["family_id"]),
        parent_id=row["id"],
        family_id=row["family_id"],
        branch_id=row["branch_id"],
    )
    return Saved(document_id, 1, PR.states.initial)


def _wanted(
    context: Context, row: Mapping[str, Any], lines: tuple[tuple[int, Decimal], ...]
) -> dict[int, Decimal]:
    there = askable(context, row)
    for line_id, milli in _in_drafts(context, row["id"]).items():
        there[line_id] = there.get(line_id, 0) - milli
    if not lines:
        lines = tuple((line, steps.quantity(milli)) for line, milli in there.items() if milli > 0)
    if not lines:
        raise Refused("nothing_to_request", "lines")
    wanted: dict[int, Decimal] = {}
    stored = steps.lines_of(context, row["id"])
    for index, (line_id, quantity) in enumerate(lines):
        where = f"lines.{index}"
        steps.known_line(stored, line_id, where)
        milli, left = steps.milli(quantity, where), max(there.get(line_id, 0), 0)
        if line_id in wanted or milli > left:
            raise Refused("more_than_there", where, there=steps.quantity(left), asked=quantity)
        wanted[line_id] = quantity
    return wanted


def askable(context: Context, row: Mapping[str, Any]) -> dict[int, int]:
    """Thousandths by line that may still be asked for: what is short of a back order, what is open
    of a special order and not on its way already."""
    stages = goods.stages(context, row["id"])
    if row["kind"] == "BO":
        return {line: found["short"] for line, found in stages.items() if found.get("short")}
    there = {line: found["open"] for line, found in stages.items() if found.get("open")}
    for line_id, milli in _on_its_way(context, row["id"]).items():
        there[line_id] = there.get(line_id, 0) - milli
    return {line: milli for line, milli in there.items() if milli > 0}


def _in_drafts(context: Context, document_id: int) -> dict[int, int]:
    line, document = context.t.document_line, context.t.document
    rows = (
        line.select(line.c.source_id, line.c.quantity_milli)
        .join(document, on=(document.c.id == line.c.document_id))
        .where(
            document.c.parent_id == document_id,
            document.c.kind == PR.code,
            document.c.state << BEFORE_ISSUE,
            line.c.source_id.is_null(False),
        )
    )
    return _added(rows)


def _on_its_way(context: Context, document_id: int) -> dict[int, int]:
    """Thousandths by line of this paper that issued requests still wait for."""
    line, document, stage = context.t.document_line, context.t.document, context.t.goods_stage
    rows = (
        line.select(line.c.source_id, stage.c.quantity_milli)
        .join(document, on=(document.c.id == line.c.document_id))
        .join(stage, on=(stage.c.line_id == line.c.id))
        .where(
            document.c.parent_id == document_id,
            document.c.kind == PR.code,
            stage.c.stage << promises.AWAITED["PR"],
            stage.c.quantity_milli > 0,
        )
    )
    return _added(rows)


def _added(rows: Any) -> dict[int, int]:
    found: dict[int, int] = {}
    for line_id, milli in rows.tuples():
        found[line_id] = found.get(line_id, 0) + milli
    return found


def _content(
    context: Context,
    row: Mapping[str, Any],
    command: RequestPurchase,
    wanted: Mapping[int, Decimal],
) -> Content:
    paper = documents.content_of(context, row)
    stored = steps.lines_of(context, row["id"])
    lines = tuple(
        replace(line, quantity=wanted[line_id], source_id=line_id)
        for line, line_id in zip(paper.lines, stored, strict=True)
        if line_id in wanted
    )
    facts = {
        "supplier": command.supplier.strip(),
        "note": command.note.strip(),
        "wanted_on": _wanted_on(context, paper, command.wanted_on),
    }
    return Content(
        paper.customer_id,
        lines,
        project=paper.project,
        language=paper.language,
        facts=tuple((key, text) for key, text in facts.items() if text),
    )


def _wanted_on(context: Context, paper: Content, wanted_on: date | None) -> str:
    """The day the buyer named, else the customer's own if it is still to come."""
    today, theirs = context.today.isoformat(), dict(paper.facts).get("wanted_on", "")
    return wanted_on.isoformat() if wanted_on else theirs if theirs >= today else ""


# ---------------------------------------------------------------- the road of a request


class _Road:
    """The number sends the request to Sales: the deposit is there, and no more is asked than is
    short."""

    def columns(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        parent = self._parent(context, row)
        documents.require_unlocked(context, parent)
        if parent["kind"] == "SP" and parent["state"] not in ORDERABLE:
            KINDS["SP"].states.row(parent["state"], "order")
        steps.require_deposit(context, parent)
        there, sources = askable(context, parent), steps.lines_of(context, parent["id"])
        for index, line in enumerate(documents.line_rows(context, row["id"])):
            if not line["quantity_milli"]:
                continue
            source = sources.get(line["source_id"])
            same = ("product_id", "unit")
            if source is None or any(source[name] != line[name] for name in same):
                raise Refused("purchase_without_source", f"lines.{index}", line=index + 1)
            left = there.get(source["id"], 0)
            if line["quantity_milli"] > left:
                left_, asked = steps.quantity(left), steps.quantity(line["quantity_milli"])
                raise Refused("more_than_short", f"lines.{index}", there=left_, asked=asked)
            there[source["id"]] = left - line["quantity_milli"]
        return {}

    def numbered(self, context: Context, row: dict[str, Any]) -> dict[str, Any]:
        goods.begin(context, row)
        parent = self._parent(context, row)
        if parent["kind"] == "SP":
            if parent["state"] != "ordered":
                documents.move(context, parent, "order", reason=row["number"])
            return row
        for line in documents.line_rows(context, row["id"]):
            if line["quantity_milli"]:
                goods.shift(
                    context,
                    parent,
                    line["source_id"],
                    "request",
                    line["quantity_milli"],
                    target_id=row["id"],
                )
        steps.follow(context, parent, "requested")
        return row

    def cancel(self, context: Context, row: dict[str, Any], reason: str) -> dict[str, Any]:
        withdraw(context, row, reason)
        return documents.move(context, row, "cancel", asks=False, reason=reason)

    def _parent(self, context: Context, row: Mapping[str, Any]) -> dict[str, Any]:
        context.hold("document", row["parent_id"])
        return context.row("document", row["parent_id"])


submitting.ROADS[PR.code] = _Road()


def withdraw(context: Context, row: Mapping[str, Any], reason: str) -> None:
    """What is still to come by this request will not: whoever waits for it is short again."""
    products = set()
    parent = context.row("document", row["parent_id"])
    sources = goods.stages(context, parent["id"])
    lines = steps.lines_of(context, row["id"])
    for line_id, stages in goods.stages(context, row["id"]).items():
        milli = sum(stages.get(stage, 0) for stage in promises.AWAITED["PR"])
        if not milli:
            continue
        goods.shift(context, row, line_id, "withdraw", milli, asks=False, note=reason)
        products.add(lines[line_id]["product_id"])
        source = sources.get(lines[line_id]["source_id"], {})
        waits = min(milli, source.get("requested", 0) + source.get("ordered", 0))
        if parent["kind"] == "BO" and waits:
            source_id = lines[line_id]["source_id"]
            goods.shift(context, parent, source_id, "withdraw", waits, asks=False, note=reason)
    if parent["kind"] == "SP":
        _special_goes_back(context, parent, reason)
        return
    steps.follow(context, parent, "withdrawn")
    for product_id in products - {None}:
        allocation.match_what_comes(context, product_id, row["branch_id"], reason)


def buy_less(
    context: Context, row: Mapping[str, Any], line_id: int, milli: int, reason: str
) -> None:
    """So much less of a line is waited for: Sales does not buy it, where it did not yet.

    What is bought already still comes, and is named on the paper.
    """
    if row["kind"] == "SP":
        there = goods.stages(context, row["id"]).get(line_id, {}).get("open", 0)
        milli = _on_its_way(context, row["id"]).get(line_id, 0) - there
    for request, its_line in _requests_of(context, row["id"], line_id):
        if milli <= 0:
            return
        context.hold("document", request["id"])
        stages = goods.stages(context, request["id"]).get(its_line, {})
        if request["state"] in ("issued", "acknowledged"):
            less = min(milli, stages.get("asked", 0))
            if less:
                _withdraw_some(context, request, its_line, less, reason)
            milli -= less
        elif coming := sum(stages.get(stage, 0) for stage in promises.AWAITED["PR"]):
            name, number = KINDS[row["kind"]].name, request["number"]
            context.tell(name, row["id"], "purchase_goes_on", row["customer_id"], reference=number)
            milli -= coming


def _requests_of(
    context: Context, document_id: int, line_id: int
) -> list[tuple[dict[str, Any], int]]:
    """The requests that are out for a line, each with its own line; the unanswered ones first."""
    document, found = context.t.document, []
    rows = document.select().where(
        document.c.parent_id == document_id,
        document.c.kind == PR.code,
        document.c.number.is_null(False),
    )
    for request in list(rows.order_by(document.c.id.desc()).dicts()):
        for line in documents.line_rows(context, request["id"]):
            if line["source_id"] == line_id and line["quantity_milli"]:
                found.append((request, line["id"]))
    return sorted(found, key=lambda each: each[0]["state"] not in ("issued", "acknowledged"))


def _withdraw_some(
    context: Context, request: dict[str, Any], line_id: int, milli: int, reason: str
) -> None:
    """Takes a part off a request; one of which nothing is left is cancelled."""
    goods.shift(context, request, line_id, "withdraw", milli, asks=False, note=reason)
    request = context.row("document", request["id"])
    if set(goods.total(goods.stages(context, request["id"]))) == {"withdrawn"}:
        requests.void_open(context, request, "cancelled")
        documents.move(context, request, "cancel", asks=False, reason=reason)
    else:
        steps.follow(context, request, "withdrawn")


def _special_goes_back(context: Context, parent: dict[str, Any], reason: str) -> None:
    """A special order is no longer ordered once no request brings anything of it."""
    if parent["state"] != "ordered" or _on_its_way(context, parent["id"]):
        return
    parent = documents.move(context, parent, "withdraw", asks=False, reason=reason)
    deposit_ledger.follow_deposits(context, parent)


# ---------------------------------------------------------------- what Sales answers


@handles(AnswerPurchase)
def answer_purchase(context: Context, command: AnswerPurchase) -> Saved:
    """Acknowledges, confirms with the supplier's day, or declines with a reason."""
    allocation.hold_for(context, command.id)
    row = at_version(context, command.id, command.version, command.name, (PR.code,))
    documents.require_unlocked(context, row)
    if command.event not in ("acknowledge", "confirm", "decline"):
        raise Refused("bad_choice", "event", value=command.event)
    PR.states.row(row["state"], command.event)
    reason = command.reason.strip()
    if command.event == "confirm":
        row = _confirm(context, row, command, reason)
    elif command.event == "decline":
        if not reason:
            raise Refused("reason_needed", "reason")
        withdraw(context, row, reason)
        row = documents.move(context, row, "decline", reason=reason)
    else:
        row = documents.move(context, row, "acknowledge", reason=reason)
    return Saved(row["id"], row["version"], row["state"])


def _confirm(
    context: Context, row: dict[str, Any], command: AnswerPurchase, reason: str
) -> dict[str, Any]:
    """The supplier's day: what was asked is ordered, and the customer's paper gets the promise."""
    on = promises.check_day(context, command.on)
    parent = context.row("document", row["parent_id"])
    lines, stages = steps.lines_of(context, row["id"]), goods.stages(context, row["id"])
    sources = goods.stages(context, parent["id"])
    for line_id, found in stages.items():
        source_id, asked = lines[line_id]["source_id"], found.get("asked", 0)
        if asked:
            goods.shift(context, row, line_id, "confirm", asked, stage="asked")
        waits = min(asked, sources.get(source_id, {}).get("requested", 0))
        if parent["kind"] == "BO" and waits:
            goods.shift(context, parent, source_id, "confirm", waits, stage="requested")
    row = documents.move(
        context,
        row,
        "confirm",
        reason=reason,
        detail={"on": on.isoformat()},
        outside_reference=command.reference.strip() or row["outside_reference"],
    )
    coming = promises.awaited_lines(context, row)
    row = promises.record(context, row, coming, on, reason, "supplier")
    awaited = set(promises.awaited_lines(context, parent))
    named = tuple(lines[line]["source_id"] for line in coming)
    parent = steps.follow(context, parent, "ordered")
    still = tuple(line for line in dict.fromkeys(named) if line in awaited)
    if still:
        promises.record(context, parent, still, on, reason, "supplier")
    return row


# ---------------------------------------------------------------- going on without the deposit


@handles(WaiveDeposit)
def waive_deposit(context: Context, command: WaiveDeposit) -> Outcome:
    """Asks the matrix; where nothing is missing there is nothing to waive."""
    row = at_version(context, command.id, command.version, command.name, ("SO", *SERVED))
    documents.require_unlocked(context, row)
    if not row["number"] or row["state"] in KINDS[row["kind"]].states.finals:
        raise WrongState("waive_not_open", state=KINDS[row["kind"]].states.state_code(row["state"]))
    stands = deposit_ledger.cover(context, row)
    if not stands.missing:
        raise Refused("nothing_to_waive")
    waives = stands.waived + stands.missing
    matter = command.matter or ""
    return other_matters.ask_beside(context, row, matter, command.plea, detail=str(waives.satang))


class _Waive:
    """deposit.waive: an approval lets goods be bought and handed over without the deposit."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        values = {"waived_request_id": request["id"]}
        context.update("document", row["id"], row["version"], "waived", **values)
        _tell(context, row, "waived", request["reason"])

    def sent_back(
        self, context: Context, row: dict[str, Any], request: dict[str, Any], event: str, note: str
    ) -> None:
        _tell(context, row, f"waive_{event}", note)


def _tell(context: Context, row: Mapping[str, Any], event: str, reason: str) -> None:
    name = KINDS[row["kind"]].name
    number = row["number"]
    context.tell(name, row["id"], event, row["customer_id"], reference=number, reason=reason)


requests.EFFECTS["deposit.waive"] = _Waive()
requests.HOLDS["deposit.waive"] = documents.hold
