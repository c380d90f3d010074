"""The way back of acts that have no opposite: what they wrote stands again as the audit says that
it stood before.

It is for the person who did it, on the day on which it was done, as long as nothing of it was
changed since. Lines that only grow are no part of such an act: then it lasts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.customers import aliases, rhythms
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.visits.photos import RemoveVisitPhoto, remove_visit_photo
from crm_desktop.store.orm import IntegrityError

ABOUT, FOLLOW, VISITS = "taken_back_about", "quotation.follow", "visit.save"
WAYS = {
    "document": FOLLOW,
    "price_call": FOLLOW,
    "visit": VISITS,
    "visit_photo": VISITS,
    "watched_file": "import.use",
}
"""The records that can be put back, with what one must be allowed for it."""
ACTS = frozenset({
    *("quotation.follow", "quotation.expect", "quotation.price_told", "quotation.cancel"),
    "order.cancel",
    *("visit.plan", "visit.plan_many", "visit.confirm", "visit.log", "visit.log_unplanned"),
    *("visit.miss", "visit.reschedule", "visit.cancel", "watched.settle", "act.take_back"),
})  # fmt: skip
"""The commands whose lines may be read backwards."""


@dataclass(frozen=True)
class TakeBack(Command[None]):
    """Puts back what an act of the actor's own wrote: its `first` to its `last` line of the audit;
    `met` are customers whose last contact it was, with the day before it and its own.

    Stale where any of it was changed since.
    """

    name: ClassVar[str] = "act.take_back"
    permission: ClassVar[str] = "person.self"
    first: int
    last: int
    met: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """One audit line: a row that was made has nothing before it, one that went nothing after."""

    record: str
    record_id: int
    event: str
    before: Mapping[str, str | None]
    after: Mapping[str, str | None]

    @property
    def made(self) -> bool:
        """Whether the row was not there before: what is changed has a version before it."""
        return "version" not in self.before


def offer(context: Context, done: Command[Any]) -> None:
    """What `done` wrote can be taken back, where all of it can."""
    if done.name == context.command and all(each.record in WAYS for each in context.entries):
        met = rhythms.met_now(context)
        context.reverse_of = lambda lines: TakeBack(lines[0], lines[-1], met)


@handles(TakeBack)
def take_back(context: Context, command: TakeBack) -> None:
    """All of it or nothing; the story of each record says that it was taken back."""
    try:
        with context.store.database.atomic():
            for each in _written(context, command):
                context.actor.require(WAYS[each.record])
                _PUT_BACK[each.record](context, each)
    except IntegrityError:  # something else stands in its place by now
        raise Stale("stale") from None
    for customer_id, before, day in command.met:
        living = aliases.living(context, customer_id)  # two may have become one since
        if living not in context.memo.get(ABOUT, ()):
            raise NotAllowed("take_back_not_yours")
        rhythms.unmet(context, living, before, day)
    if all(each.record != "visit_photo" for each in context.entries):  # a picture that is gone
        offer(context, command)


def _written(context: Context, command: TakeBack) -> Iterator[Written]:
    """The lines from the last to the first: of one act, of today and of the actor's own."""
    line, value = context.t.audit_line, context.t.audit_value
    between = line.c.id.between(command.first, command.last)
    lines = list(line.select().where(between).order_by(line.c.id.desc()).dicts())
    acts = {(each["actor_id"], each["command"], each["at"]) for each in lines}
    days = {(actor_id, act, at[:10]) for actor_id, act, at in acts}
    mine = {(context.actor.person_id, act, context.today.isoformat()) for act in ACTS}
    if len(acts) != 1 or not days <= mine or {each["record"] for each in lines} - WAYS.keys():
        raise NotAllowed("take_back_not_yours")
    values: dict[int, list[dict[str, Any]]] = {}
    for row in value.select().where(value.c.line_id.between(command.first, command.last)).dicts():
        values.setdefault(row["line_id"], []).append(row)
    for each in lines:
        fields = values.get(each["id"], [])
        if any(row["salt"] is None for row in fields):
            raise Refused("take_back_erased")
        before = {row["field"]: row["before"] for row in fields}
        after = {row["field"]: row["after"] for row in fields}
        yield Written(each["record"], each["record_id"], each["event"], before, after)


def _as_left(context: Context, each: Written) -> dict[str, Any]:
    """The row, held, as the act left it; Stale where it was changed since, WrongState
    `customer_anonymised` where whom it was about is not to be known any more."""
    row = context.row(each.record, each.record_id)
    about = context.row("document", row["document_id"]) if each.record == "price_call" else row
    if "customer_id" in about:
        customer_id = aliases.held_living(context, about["customer_id"])
        context.memo.setdefault(ABOUT, set()).add(customer_id)
    context.hold(each.record, each.record_id)
    row = context.row(each.record, each.record_id)
    left = 1 if each.made else int(each.after["version"] or 0)
    if row["version"] != left:
        raise Stale("stale", record=each.record, record_id=each.record_id, version=row["version"])
    if "branch_id" in row:
        context.require_branch(WAYS[each.record], row["branch_id"])
    return row


def _write(context: Context, row: Mapping[str, Any], each: Written, **more: Any) -> None:
    """The database reads the texts of the audit as what its columns hold."""
    values = {name: text for name, text in each.before.items() if name != "version"} | more
    context.update(each.record, row["id"], row["version"], "taken_back", **values)


def _plainly(context: Context, each: Written) -> None:
    _write(context, _as_left(context, each), each)


def _paper(context: Context, each: Written) -> None:
    """An order that was written since goes first, and so does a question that waits."""
    row = _as_left(context, each)
    documents.require_unlocked(context, row)
    for other in context.rows("document", "id", parent_id=row["id"]):
        if other["state"] != "cancelled":
            reference = other["number"] or other["draft_reference"]
            raise WrongState("take_back_ordered", reference=reference)
    _write(context, row, each)
    _tell(context, row)


def _call(context: Context, each: Written) -> None:
    row = _as_left(context, each)
    _write(context, row, each)
    _tell(context, context.row("document", row["document_id"]))


def _tell(context: Context, row: Mapping[str, Any]) -> None:
    told = {"reference": row["number"] or row["draft_reference"]}
    kind = KINDS[row["kind"]].name
    context.tell(kind, row["id"], "taken_back", row["customer_id"], **told)


def _visit(context: Context, each: Written) -> None:
    """One that was put in goes out like one that is not needed, for calendars may have it; one
    that was moved is the appointment again that they know, and counts on."""
    row = _as_left(context, each)
    if each.made:
        gone = {"state": "cancelled", "root_id": None, "sequence": 0}
        context.update("visit", row["id"], row["version"], "taken_back", **gone)
    else:
        _write(context, row, each, sequence=row["sequence"] + 1)
    context.tell("visit", row["id"], "taken_back", row["customer_id"])


def _photo(context: Context, each: Written) -> None:
    remove_visit_photo(context, RemoveVisitPhoto(each.record_id))


_PUT_BACK = {
    "document": _paper,
    "price_call": _call,
    "visit": _visit,
    "visit_photo": _photo,
    "watched_file": _plainly,
}
