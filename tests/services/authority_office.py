"""An office that is watched: what its people press, and a slow second look at all that follows.

The second look reads the tables themselves and `tests.domain.authority_naive`; of the program it
takes only what a screen would be shown.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services import people
from crm_desktop.services.authority.approval_queue import queue_page
from crm_desktop.services.authority.approvals import AnswerRequest, ConfirmSpoken
from crm_desktop.services.papers import papers
from crm_desktop.services.registry import HANDLERS, Command, Context, permission_of
from tests.domain import authority_naive as naive
from tests.domain.authority_naive import Office, Somebody
from tests.services.desk import Desk
from tests.services.shop import SellingShop

ANSWERING = {"supervisor", "manager", "director", "credit"}
CREDIT = "credit"
DATED = frozenset(
    {"number", "finder", "dated", "valid_until", "draft", "proposer", "approver", "stamp"}
)
"""What of a paper comes with its number, with the day on which it goes out, or with its end."""
POSITIVE = {"SUPERIOR": "approve", "CONSULT": "advise_for"}
YES = frozenset({"approve", "advise_for"})
NO = frozenset({"return", "reject", "advise_against"})

Row = dict[str, Any]


class Undone(Exception):
    """Takes a command back that was only tried."""


class WatchedOffice(SellingShop):
    """A selling shop whose tables can be looked at, and whose people by their number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.programs: dict[int, Application] = {}
        self._queues: dict[int, frozenset[int]] = {}
        self._queues_at: Any = None

    def program(self, person: int) -> Application:
        """The program of anybody who is still there; Refused `person_inactive` otherwise."""
        if person not in self.programs:
            self.programs[person] = Application(self.store, lambda: self.desk.now)
        self.programs[person].become(person)
        return self.programs[person]

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Rows as they are stored."""
        cursor = self.store.database.execute_sql(
            sql.replace("?", self.store.database.param), values
        )
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]

    def one(self, table: str, record_id: int) -> Row:
        """One row of a table."""
        (row,) = self.rows(f"SELECT * FROM {table} WHERE id = ?", record_id)
        return row

    @property
    def today(self) -> date:
        """The day in the shop."""
        return self.desk.now.date()

    # ------------------------------------------------------------ the second look

    def in_force(self) -> tuple[int, list[naive.Json] | None]:
        """The version that decides today and its rows."""
        found = self.rows(
            "SELECT version, content, effective_from FROM matrix WHERE state = 'confirmed'"
        )
        begun = [each for each in found if each["effective_from"] <= self.today.isoformat()]
        if not begun:
            return 0, None
        last = max(begun, key=lambda each: (each["effective_from"], each["version"]))
        return last["version"], json.loads(last["content"])

    def version_rows(self, version: int) -> list[naive.Json] | None:
        """The rows of a version that decided once."""
        found = self.rows("SELECT content FROM matrix WHERE version = ?", version)
        return json.loads(found[0]["content"]) if found else None

    def office(self, matter: str, rows: list[naive.Json] | None) -> Office:
        """Everybody as they stand today, with their deputies on one matter."""
        branches = {each["id"]: each["code"] for each in self.rows("SELECT * FROM branch")}
        deputies = {each["principal_id"]: each["deputy_id"] for each in self.standing_in(matter)}
        return Office(
            {
                each["id"]: Somebody(
                    id=each["id"],
                    grade=each["grade"],
                    branch=branches[each["branch_id"]],
                    superior=each["superior_id"],
                    active=bool(each["active"]),
                    deputy=deputies.get(each["id"]),
                    answers=not ANSWERING.isdisjoint(each["roles"].split()),
                )
                for each in self.rows("SELECT * FROM person")
            },
            rows,
        )

    def standing_in(self, matter: str) -> Iterator[Row]:
        """The appointments that hold today on one matter, between people who are there."""
        day = self.today.isoformat()
        for each in self.rows("SELECT * FROM delegation WHERE kind = 'authority'"):
            there = (
                self.one("person", each[end])["active"] for end in ("principal_id", "deputy_id")
            )
            covers = not each["matters"] or matter in each["matters"].split()
            held = each["ended_at"] is None and each["first_on"] <= day <= each["last_on"]
            if held and covers and all(there):
                yield each

    def printed(self, document_id: int) -> dict[str, Any]:
        """What a reader finds on a paper, but for number, day of issue and how it ended."""
        paper = self.system.read(papers.paper, document_id)
        return {
            each.name: getattr(paper, each.name) for each in fields(paper) if each.name not in DATED
        }

    # ------------------------------------------------------------ who could do what

    def would(self, person: int, command: Command[Any]) -> tuple[str, ...]:
        """What would become of a request if somebody pressed that now; nothing where refused."""
        try:
            with self.store.write():
                actor = people.actor(self.store, person, self.desk.now)
                actor.require(permission_of(type(command)))
                context = Context(self.store, actor, self.desk.now, command.name)
                HANDLERS[type(command)](context, command)
                raise Undone(*(each.event for each in context.entries if each.record == "request"))
        except Undone as undone:
            return undone.args
        except Refused:
            return ()

    def queue(self, person: int) -> frozenset[int]:
        """The requests that somebody finds in the queue, read again after every change."""
        (last,) = self.rows("SELECT MAX(id) AS id FROM audit_line")
        if self._queues_at != (last["id"], self.desk.now):
            self._queues, self._queues_at = {}, (last["id"], self.desk.now)
        if person not in self._queues:
            self._queues[person] = frozenset()
            with suppress(Refused):
                page = self.program(person).read(queue_page, None, 500)
                self._queues[person] = frozenset(row.id for row in page.rows)
        return self._queues[person]

    def reached_by(self, request: Row, start: int | None = None) -> int | None:
        """Somebody who finds the request in the queue and can answer it, looked for from the one
        who is asked or from anywhere; None: it is stuck."""
        there = [each["id"] for each in self.rows("SELECT id FROM person WHERE active = 1")]
        if start is None:
            there.sort(key=lambda each: each != request["answerer_id"])
        else:
            there = there[start % len(there) :] + there[: start % len(there)]
        for person in there:
            if request["id"] in self.queue(person) and self.answers(person, request):
                return person
        return None

    def surroundings(self) -> tuple[Any, ...]:
        """All that decides who can answer beside the request itself: other people, tables, days."""
        (last,) = self.rows(
            "SELECT MAX(id) AS id FROM audit_line WHERE record IN"
            " ('person', 'delegation', 'matrix', 'customer_credit')"
        )
        return last["id"], self.today

    def answers(self, person: int, request: Row) -> bool:
        """Whether somebody's yes would count, and the request not just go up."""
        command: Command[Any]
        if request["state"] == "advised":
            command = ConfirmSpoken(request["id"], request["version"], True)
            return bool(self.would(person, command))
        for verdict in sorted(YES):
            command = AnswerRequest(request["id"], request["version"], verdict)
            events = self.would(person, command)
            if events and "climbed" not in events:
                return True
        return False

    def check_everybody(self, request: Row) -> None:
        """Whoever could answer now is nobody whose own it is, and stands within their authority."""
        paper = self.one("document", request["document_id"])
        gains = {request["requester_id"], paper["edited_by_id"], paper["owner_id"]}
        office = self.office(request["matter"], self.in_force()[1])
        facts, lent = json.loads(request["facts"]), list(self.standing_in(request["matter"]))
        for who in office.people.values():
            if not who.active or not self.answers(who.id, request):
                continue
            assert who.id != request["requester_id"], "could answer their own request"
            assert who.id not in gains or who.grade == "G6", "could answer with a hand in it"
            away = [each["principal_id"] for each in lent if each["deputy_id"] == who.id]
            hands = [who, *(office.people[each] for each in away)]
            able = [
                each
                for each in hands
                if office.able(request["matter"], each, facts["branch"], facts)
            ]
            assert able or request["answerer_role"] == CREDIT, "could answer beyond their authority"

    # ------------------------------------------------------------ what was answered

    def check_answer(self, before: Row, paper: Row) -> None:
        """Holds the newest answer of a request against the people and the table of this moment."""
        (answer,) = self.rows(
            "SELECT * FROM request_answer WHERE request_id = ? ORDER BY id DESC LIMIT 1",
            before["id"],
        )
        hand, lender = answer["person_id"], answer["for_id"]
        capacity = hand if lender is None else lender
        office = self.office(before["matter"], self.in_force()[1])
        requester = before["requester_id"]
        gains = {requester, paper["edited_by_id"], paper["owner_id"]}
        for each in {hand, capacity}:
            assert each != requester, "answered their own request"
            assert each not in gains or office.people[each].grade == "G6", "had a hand in it"
        if lender is not None:
            lent = [
                each["deputy_id"]
                for each in self.standing_in(before["matter"])
                if each["principal_id"] == lender
            ]
            assert hand in lent, "stood in for somebody who did not ask for it"
        if before["answerer_role"] == CREDIT:
            roles = self.one("person", capacity)["roles"].split()
            assert CREDIT in roles, "answered for credit-finance"
            return
        self._check_authority(before, answer, office, capacity)

    def _check_authority(self, before: Row, answer: Row, office: Office, capacity: int) -> None:
        """By the table of today and by that of the question, whichever asks for more."""
        facts = dict(json.loads(before["facts"]))
        for kind, text in json.loads(answer["limits"] or "[]"):
            facts[kind] = int(text) if kind == "days" else text
            if kind == "discount":
                facts["discount_by_group"] = dict.fromkeys(facts["discount_by_group"], text)
        who = office.people[capacity]
        for rows in (office.rows, self.version_rows(before["matrix_version"])):
            level = Office(office.people, rows).level(
                before["matter"], who.grade, facts["branch"], facts
            )
            assert level == "OWN", "answered beyond their own authority"

    def check_question(self, request: Row) -> None:
        """Holds a new request against the table: how strict, why, and who is asked."""
        matter, facts = request["matter"], json.loads(request["facts"])
        office = self.office(matter, self.in_force()[1])
        paper, who = self.one("document", request["document_id"]), request["requester_id"]
        told = json.loads(request["decision"])
        assert request["level"] == told["level"] == office.asked_level(matter, who, facts)
        own = Decimal(facts["amount"]) - Decimal(facts["split_amount"])
        if matter.endswith(".issue"):
            assert own * 100 == paper["total_satang"], "judged by another sum than is printed"
        self._check_bands(request, office, facts, told)
        if request["level"] == "OWN" or request["spoken"]:
            return
        barred = {paper["edited_by_id"], paper["owner_id"], who}
        wanted = office.answerer(matter, who, facts, barred)
        steps = self.rows(
            "SELECT * FROM request_step WHERE request_id = ? ORDER BY position", request["id"]
        )
        assert steps[-1]["answerer_id"] == wanted
        assert (steps[-1]["role"] == "director") is (wanted is None)

    def _check_bands(self, request: Row, office: Office, facts: naive.Json, told: Row) -> None:
        """The explanation that was kept names exactly the bands that decided."""
        who = office.people[request["requester_id"]]
        row = office.row_of(request["matter"], who.grade, facts["branch"])
        if row is None or who.grade == "G6":
            return
        wanted = {
            (each.kind, each.level, each.value, each.band and (each.band["past"], each.band["to"]))
            for each in naive.verdict(row, facts).deciding
        }
        assert wanted == {
            (each["condition"], each["level"], each["value"], (each["past"], each["to"]))
            for each in told["bands"]
        }
