"""Work that passes from one person to others for good: when somebody leaves, or has too much."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from crm_desktop.domain.authority import Facts, Grade
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.permissions import may, roams
from crm_desktop.services.authority import answerers, approvals, requests, rerouting
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.team.belongings import GIVEN, ROWS
from crm_desktop.services.team.members import READ, Member, member, members

NEEDED = {
    "customers": "customer.save",
    "papers": "quotation.save",
    "visits": "visit.save",
    "answers": "request.answer",
}
"""What the receiving person must be able to do with each kind."""
WHY = "reassigned"


@dataclass(frozen=True)
class Part:
    """Which of the records of one kind go to whom; no `ids` are all that are left of it."""

    kind: str
    to_id: int
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reassigned:
    """How much went over; `elsewhere` are requests that went up the line instead, because who was
    named must not or may not answer them, `stayed` those that nobody else could take."""

    customers: int = 0
    papers: int = 0
    visits: int = 0
    answers: int = 0
    elsewhere: int = 0
    stayed: int = 0


@dataclass(frozen=True)
class Reassign(Command[Reassigned]):
    """Hands records of one person to others; what is not theirs any more is left alone."""

    name: ClassVar[str] = "team.reassign"
    from_id: int
    parts: tuple[Part, ...]
    reason: str


@handles(Reassign)
def reassign(context: Context, command: Reassign) -> Reassigned:
    """One transaction; the named records first, then the rest. Refuses whoever cannot take it."""
    if not command.reason.strip():
        raise Refused("reason_needed", "reason")
    if not command.parts:
        raise Refused("reassign_nothing", "parts")
    context.take_turn()
    giver = member(context, command.from_id)
    work = _Handing(context, giver, command.reason.strip())
    for part in sorted(command.parts, key=lambda each: (GIVEN.index(_kind(each)), not each.ids)):
        work.hand(part, _taker(context, giver, part))
    if work.counts.get("papers"):
        # What waits for somebody whose own paper it is now goes on up the line.
        work._count("elsewhere", len(rerouting.follow(context, deep=False)))
    return Reassigned(**work.counts)


def _kind(part: Part) -> str:
    if part.kind not in GIVEN:
        raise Refused("bad_choice", "kind", value=part.kind)
    return part.kind


def _taker(context: Context, giver: Member, part: Part) -> dict[str, Any]:
    """Who takes it: somebody else of the desk, still there, with the rights it takes."""
    row = context.known("person", part.to_id)
    name = row[context.naming]
    if row["id"] == giver.id:
        raise Refused("reassign_to_self", "to_id", name=name)
    if not row["active"]:
        raise Refused("reassign_inactive", "to_id", name=name)
    if not may(row["roles"].split(), NEEDED[part.kind]):
        raise Refused("reassign_not_desk", "to_id", name=name)
    return row


@query(READ)
def takers(context: Context, person_id: int) -> Mapping[str, tuple[Member, ...]]:
    """Who within reach may take what of a person's, by kind."""
    giver = member(context, person_id)
    return {
        kind: tuple(
            each
            for each in members(context)
            if each.active
            and each.id != giver.id
            and may(each.roles, NEEDED[kind])
            and (each.branch_id == giver.branch_id or roams(each.roles, NEEDED[kind]))
        )
        for kind in GIVEN
    }


class _Handing:
    """One command under way: what was handed over so far. Each record is held and read again, for
    somebody else may have taken it since it was listed."""

    def __init__(self, context: Context, giver: Member, reason: str) -> None:
        self.context, self.giver, self.reason = context, giver, reason
        self.counts: dict[str, int] = {}
        self.named: dict[str, set[int]] = {}

    def hand(self, part: Part, taker: Mapping[str, Any]) -> None:
        """Everything of one part that is still the giver's."""
        give = getattr(self, f"_{part.kind}")
        for record_id in self._ids(part):
            give(record_id, taker)

    def _ids(self, part: Part) -> list[int]:
        found = sorted(each for (each,) in ROWS[part.kind](self.context, self.giver.id).tuples())
        named = self.named.setdefault(part.kind, set())
        if not part.ids:
            return [each for each in found if each not in named]
        named |= set(part.ids)
        return [each for each in found if each in part.ids]

    def _count(self, what: str, more: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + more

    def _require_reach(self, kind: str, taker: Mapping[str, Any], branch_id: int) -> None:
        reaches = roams(taker["roles"].split(), NEEDED[kind]) or taker["branch_id"] == branch_id
        if not reaches:
            raise NotAllowed("reassign_other_branch", "to_id", name=taker[self.context.naming])

    def _told(self, taker: Mapping[str, Any]) -> dict[str, str]:
        return {
            "giver": self.giver.name,
            "taker": taker[self.context.naming],
            "reason": self.reason,
        }

    # One record of each kind ------------------------------------------------------------------

    def _customers(self, record_id: int, taker: Mapping[str, Any]) -> None:
        self.context.hold("customer", record_id)
        row = self.context.row("customer", record_id)
        if row["owner_id"] != self.giver.id:
            return
        self._require_reach("papers", taker, self.giver.branch_id)
        self.context.update(
            "customer", record_id, row["version"], "handed_over", owner_id=taker["id"]
        )
        self.context.tell("customer", record_id, "handed_over", record_id, **self._told(taker))
        self._count("customers")

    def _papers(self, record_id: int, taker: Mapping[str, Any]) -> None:
        """The owner changes and nothing else: what was approved stays what will print."""
        context = self.context
        context.hold("document", record_id)
        row = context.row("document", record_id)
        if row["owner_id"] != self.giver.id:
            return
        self._require_reach("papers", taker, row["branch_id"])
        values = {"owner_id": taker["id"]}
        if row["frozen_sha256"]:
            values["frozen_owner_id"] = row["frozen_owner_id"] or row["owner_id"]
        context.update("document", record_id, row["version"], "handed_over", **values)
        reference = row["number"] or row["draft_reference"]
        name = KINDS[row["kind"]].name
        told = self._told(taker) | {"reference": reference}
        context.tell(name, record_id, "handed_over", row["customer_id"], **told)
        self._count("papers")

    def _visits(self, record_id: int, taker: Mapping[str, Any]) -> None:
        self.context.hold("visit", record_id)
        row = self.context.row("visit", record_id)
        if row["officer_id"] != self.giver.id:
            return
        self._require_reach("visits", taker, row["branch_id"])
        self.context.update(
            "visit", record_id, row["version"], "handed_over", officer_id=taker["id"]
        )
        told = self._told(taker)
        self.context.tell("visit", record_id, "handed_over", row["customer_id"], **told)
        self._count("visits")

    def _answers(self, record_id: int, taker: Mapping[str, Any]) -> None:
        self.context.hold("document", self.context.row("request", record_id)["document_id"])
        request = self.context.row("request", record_id)
        if (request["state"], request["answerer_id"]) == ("waiting", self.giver.id):
            self._require_reach("answers", taker, request["branch_id"])
            self._readdress(request, taker)

    def _readdress(self, request: Mapping[str, Any], taker: Mapping[str, Any]) -> None:
        """Puts a request to the taker, or, where the taker must not or may not answer it, to whom
        the line says; never to somebody who gains from it."""
        context = self.context
        row = context.row("document", request["document_id"])
        decision, level = requests.decided_now(context, request, row)
        facts, requester = decision.facts, request["requester_id"]
        able = answerers.able_above(context, request, row, requester, facts)
        named = _may_answer(context, taker, request, row, facts)
        person = taker["id"] if named else next(iter(able), None)
        if person is not None and person == request["answerer_id"]:
            self._count("stayed")
            return
        approvals.hand_up(context, request, person, level, WHY, self.reason)
        self._count("answers" if named else "elsewhere")


def _may_answer(
    context: Context,
    taker: Mapping[str, Any],
    request: Mapping[str, Any],
    row: Mapping[str, Any],
    facts: Facts,
) -> bool:
    """Whether the taker does not gain and has a row that gives OWN for the facts of this moment."""
    grade = Grade[taker["grade"]]
    if taker["id"] in answerers.barred_for(grade, request["requester_id"], row):
        return False
    return answerers.carries(context, request, grade, facts)
