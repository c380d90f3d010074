"""Any papers, people, tables and days in any order: nothing slips through, and nothing is stuck.

Beside the real services on a real database stands `authority_office`, which looks at the tables a
second time, slowly. After each act every open request is in the queue of somebody who can answer
it, every answer was that person's to give, and what was said before stands as it was.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from crm_desktop.domain.authority import Row, rows_to_json, shipped
from crm_desktop.domain.errors import Refused
from crm_desktop.services import integrity
from crm_desktop.services.authority import matrices
from crm_desktop.services.authority.approvals import AnswerLimit, AnswerRequest, RecallRequest
from crm_desktop.services.authority.delegations import Delegate, EndDelegation
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.orders.orders import CancelOrder, IssueOrder, SaveOrder, SubmitOrder
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.quotation_life import CancelQuotation
from crm_desktop.services.papers.quotations import (
    IssueQuotation,
    ReviseQuotation,
    SaveQuotation,
    SubmitQuotation,
)
from crm_desktop.services.people import SavePerson
from crm_desktop.services.registry import Command
from crm_desktop.store import Store
from tests.conftest import ENGINES, Furnished, PostgresDatabases
from tests.services.authority_draws import (
    AUTHORS,
    CHANGES,
    EDITORS,
    FIGURES,
    HANDS,
    KINDS,
    LIMITS,
    LINES,
    NAMES,
    OTHERS,
    PICK,
    SAID,
    STAFF,
    WORDS,
    Lines,
    new_rows,
)
from tests.services.authority_office import Row as Stored
from tests.services.authority_office import WatchedOffice
from tests.services.desk import staffed

OWNER, ADMINISTRATOR = 4, 5
"""The director, who stays, and who keeps the list of people."""
Open = Callable[[], AbstractContextManager[Store]]


class AuthorityMachine(RuleBasedStateMachine):
    """A shop whose people write, ask, answer, come and go, while its table and the days change."""

    def __init__(self, opened: Open) -> None:
        super().__init__()
        self._holder = opened()
        self.store = self._holder.__enter__()
        self.shop: WatchedOffice | None = None

    @initialize()
    def begin(self) -> None:
        self.shop = self.at = WatchedOffice(staffed(self.store))
        self.customers = [self.at.customer, self.at.new_customer("คุณสมศรี ใจดี")]
        self.table = {(row.matter, row.grade, row.branch): row for row in shipped().rows}
        self.printed: dict[tuple[int, str], Any] = {}
        self.looked_at: dict[int, Any] = {}
        self.reached: dict[int, Any] = {}
        self.unchecked: dict[int, None] = {}
        self.told: list[list[Stored]] = [[], []]
        self.last_request = 0
        for author, quantity, off in ((1, 60, "12%"), (1, 60, "7%"), (2, 4000, ""), (7, 20, "9%")):
            self.write(author, "QT", 1, [("CEM", quantity, off)], None)
        self.at.tell_credit(blocked=1)
        self.write(1, "SO", 0, [("CEM", 20, "")], None)

    # ------------------------------------------------------------ helpers

    def press(self, person: int, command: Command[Any]) -> Any:
        """What comes of it; None where it is refused, with not a word written."""
        try:
            return self.at.program(person).execute(command)
        except Refused:
            return None

    def one_of(self, pick: int, sql: str) -> Stored | None:
        """One of the rows, the newest first."""
        rows = self.at.rows(f"SELECT * FROM {sql} ORDER BY id DESC")
        return rows[pick % len(rows)] if rows else None

    def paper(self, pick: int, *states: str) -> Stored | None:
        marks = ", ".join(f"'{state}'" for state in states)
        return self.one_of(pick, f"document WHERE state IN ({marks})")

    def content(self, customer: int, kind: str, lines: Lines) -> Content:
        goods = [self.at.line(code, quantity, discount=off) for code, quantity, off in lines]
        percent = Decimal(30 if kind == "BO" else 0)
        return self.at.content(*goods, customer_id=customer, deposit_percent=percent)

    def save(self, who: int, kind: str, document: int | None, content: Content) -> Any:
        version = self.at.one("document", document)["version"] if document else 0
        if kind == "QT":
            return self.press(who, SaveQuotation(document, version, content))
        return self.press(who, SaveOrder(kind, document, version, content))

    def submit(self, who: int, document: int, here: bool = False) -> None:
        row = self.at.one("document", document)
        make = SubmitQuotation if row["kind"] == "QT" else SubmitOrder
        self.press(who, make(document, row["version"], Plea("ลูกค้าประจำ", customer_waiting=here)))

    def write(
        self, author: int, kind: str, customer: int, lines: Lines, editor: int | None
    ) -> None:
        """A new paper, perhaps with another hand in it, is submitted."""
        content = self.content(self.customers[customer], kind, lines)
        saved = self.save(author, kind, None, content)
        if saved and editor:
            self.save(editor, kind, saved.id, replace(content, remarks="แก้โดยคนอื่น"))
        if saved:
            self.submit(author, saved.id)

    # ------------------------------------------------------------ papers

    @rule(
        author=AUTHORS,
        kind=KINDS,
        customer=st.integers(0, 1),
        papers=st.lists(LINES, min_size=1, max_size=3),
        editor=EDITORS,
    )
    def ask(
        self, author: int, kind: str, customer: int, papers: list[Lines], editor: int | None
    ) -> None:
        for lines in papers:
            self.write(author, kind, customer, lines, editor)

    @rule(pick=PICK, other=OTHERS, here=st.booleans())
    def ask_again(self, pick: int, other: int | None, here: bool) -> None:
        paper = self.paper(pick, "draft")
        if paper:
            self.submit(other or paper["owner_id"], paper["id"], here)

    @rule(pick=PICK, other=OTHERS, lines=LINES, less=st.sampled_from([True, True, False]))
    def change(self, pick: int, other: int | None, lines: Lines, less: bool) -> None:
        """What is approved changes: to something smaller, or to anything."""
        before = self.paper(pick, "ready", "draft", "waiting")
        if not before:
            return
        there = self.at.rows(
            "SELECT * FROM document_line WHERE document_id = ? ORDER BY position", before["id"]
        )
        if less:
            milli = [each["quantity_milli"] for each in there]
            lines = [
                (each["code"], max(quantity // 1000 - 1, 1), each["discount"])
                for each, quantity in zip(there, milli, strict=True)
            ]
        content = self.content(before["customer_id"], before["kind"], lines)
        saved = self.save(other or before["owner_id"], before["kind"], before["id"], content)
        if saved and before["state"] == "ready" and saved.kept:
            self.check_kept(before)

    def check_kept(self, before: Stored) -> None:
        """An approval that outlives a change is not for more, unless its answer left room."""
        after = self.at.one("document", before["id"])
        if not self.at.one("request", after["approved_request_id"])["limits"]:
            assert after["total_satang"] <= before["total_satang"]

    @rule(pick=PICK, other=OTHERS)
    def issue(self, pick: int, other: int | None) -> None:
        paper = self.paper(pick, "ready") or self.paper(pick, "waiting")
        if paper:
            make = IssueQuotation if paper["kind"] == "QT" else IssueOrder
            who = other or paper["owner_id"]
            self.press(who, make(paper["id"], paper["version"], "ลูกค้าตกลงแล้ว"))

    @rule(pick=PICK, revised=st.booleans())
    def give_up_or_revise(self, pick: int, revised: bool) -> None:
        paper = self.paper(pick, "issued", "confirmed", "ready", "draft")
        if paper and revised:
            self.press(paper["owner_id"], ReviseQuotation(paper["id"]))
        elif paper:
            make = CancelQuotation if paper["kind"] == "QT" else CancelOrder
            self.press(paper["owner_id"], make(paper["id"], paper["version"], "ลูกค้ายกเลิก"))

    # ------------------------------------------------------------ answers

    @rule(
        answers=st.lists(
            st.tuples(PICK, st.integers(0, 10), HANDS, SAID, LIMITS), min_size=1, max_size=3
        )
    )
    def answer(self, answers: list[tuple[int, int, int | str | None, str, Any]]) -> None:
        """Whoever it is put to answers, or anybody tries."""
        for pick, start, other, said, limit in answers:
            request = self.one_of(pick, "request WHERE state = 'waiting'")
            if request:
                paper = self.at.one("document", request["document_id"])
                who = paper[other] if isinstance(other, str) else other
                who = who or self.at.reached_by(request, start) or OWNER
                self.say(request, who, said, limit)

    def say(self, request: Stored, who: int, said: str, limit: tuple[str, str] | None) -> None:
        verdict = WORDS[request["level"]][said]
        limits = (AnswerLimit(*limit),) if limit and said == "yes" else ()
        command = AnswerRequest(request["id"], request["version"], verdict, "ตามนี้", limits)
        paper, known = self.at.one("document", request["document_id"]), self.answered(request)
        state = self.press(who, command)
        if state is not None and self.answered(request) > known:
            self.at.check_answer(request, paper)
        if state == "approved":
            assert said == "yes"

    def answered(self, request: Stored) -> int:
        """How many answers there are; what is only passed on leaves none."""
        found = self.at.rows("SELECT id FROM request_answer WHERE request_id = ?", request["id"])
        return len(found)

    @rule(pick=PICK, other=OTHERS)
    def recall(self, pick: int, other: int | None) -> None:
        request = self.one_of(pick, "request WHERE state = 'waiting'")
        if request:
            who = other or request["requester_id"]
            self.press(who, RecallRequest(request["id"], request["version"]))

    # ------------------------------------------------------------ people, table, days

    @rule(who=STAFF, change=CHANGES)
    def change_somebody(self, who: int, change: dict[str, Any]) -> None:
        """Promoted, demoted, put under somebody else, gone or back."""
        row = self.at.one("person", who)
        given = {
            "id": row["id"],
            "version": row["version"],
            "username": row["username"],
            "full_name": row["name"],
            "full_name_en": row["name_en"],
            "roles": tuple(row["roles"].split()),
            "grade": row["grade"],
            "branch_id": row["branch_id"],
            "superior_id": row["superior_id"],
            "active": bool(row["active"]),
        }
        self.press(ADMINISTRATOR, SavePerson(**{**given, **change}))

    @rule(
        principal=st.sampled_from([2, 3, 4, 6]),
        deputy=st.integers(1, 11),
        ahead=st.integers(0, 1),
        days=st.integers(0, 2),
        only=st.booleans(),
    )
    def stand_in(self, principal: int, deputy: int, ahead: int, days: int, only: bool) -> None:
        first = self.at.today + timedelta(days=ahead)
        matters = ("quotation.issue",) if only else ()
        last = first + timedelta(days=days)
        self.press(principal, Delegate(deputy, first, last, "ลาพักร้อน", matters))

    @rule(pick=PICK)
    def come_back_early(self, pick: int) -> None:
        row = self.one_of(pick, "delegation WHERE ended_at IS NULL")
        if row:
            self.press(row["principal_id"], EndDelegation(row["id"], row["version"]))

    @rule(row=new_rows(), ahead=st.sampled_from([0, 0, 1]))
    def confirm_another_table(self, row: Row, ahead: int) -> None:
        self.table[row.matter, row.grade, row.branch] = row
        rows = tuple(rows_to_json(self.table.values()))
        day = self.at.today + timedelta(days=ahead)
        version = self.at.system.execute(matrices.DraftMatrix(rows, "เปลี่ยนอำนาจ", day))
        self.at.system.execute(matrices.ConfirmMatrix(version))

    @rule(minutes=st.sampled_from([11, 300, 5, 60, 1500, 5000]))
    def let_time_pass(self, minutes: int) -> None:
        self.at.desk.later(minutes=minutes)
        while self.at.system.execute(Housekeeping()).more:
            pass

    @rule(figures=FIGURES, name=NAMES)
    def the_customer_changes(self, figures: dict[str, int], name: str) -> None:
        with suppress(Refused):
            self.at.tell_credit(**figures)
        row = self.at.one("customer", self.at.customer)
        command = SaveCustomer(row["id"], row["version"], "person", name, phones=("081-234-5678",))
        self.press(OWNER, command)

    # ------------------------------------------------------------ what must always hold

    @precondition(lambda self: self.shop is not None)
    @invariant()
    def every_new_question_is_as_strict_as_the_table_and_says_why(self) -> None:
        new = self.at.rows("SELECT * FROM request WHERE id > ? ORDER BY id", self.last_request)
        for request in new:
            self.at.check_question(request)
            self.last_request = request["id"]

    @precondition(lambda self: self.shop is not None)
    @invariant()
    def every_request_reaches_somebody(self) -> None:
        around = self.at.surroundings()
        for request in self.at.rows(
            "SELECT * FROM request WHERE state = 'waiting' OR (state = 'advised' AND spoken = 1)"
        ):
            paper = self.at.one("document", request["document_id"])
            seen = request["version"], paper["version"], *around
            if self.reached.get(request["id"]) != seen:
                assert self.at.reached_by(request) is not None, f"request {request['id']} is stuck"
                self.reached[request["id"]] = seen
                self.unchecked[request["id"]] = None

    @precondition(lambda self: self.shop is not None)
    @invariant()
    def nobody_else_could_answer(self) -> None:
        """Of a few each time, those that changed longest ago first."""
        for each in list(self.unchecked)[:2]:
            del self.unchecked[each]
            request = self.at.one("request", each)
            if request["state"] == "waiting":
                self.at.check_everybody(request)

    @precondition(lambda self: self.shop is not None)
    @invariant()
    def what_was_said_stays(self) -> None:
        now = [
            self.at.rows(f"SELECT * FROM {name} ORDER BY id")
            for name in ("request_answer", "request_step")
        ]
        for before, after in zip(self.told, now, strict=True):
            assert after[: len(before)] == before
        self.told = now

    @precondition(lambda self: self.shop is not None)
    @invariant()
    def what_goes_out_is_what_was_approved(self) -> None:
        for paper in self.at.rows("SELECT * FROM document WHERE frozen_sha256 IS NOT NULL"):
            self.check_printed(paper)
            if paper["number"] or paper["state"] == "ready":
                request = self.at.one("request", paper["approved_request_id"])
                assert request["state"] in ("approved", "advised")
                self.check_hash(paper, request)

    def check_printed(self, paper: Stored) -> None:
        """As long as the hash is the same, so is every word; read when anything is different."""
        around = paper["version"], self.at.one("customer", paper["customer_id"])["version"]
        if self.looked_at.get(paper["id"]) == around:
            return
        self.looked_at[paper["id"]] = around
        key = paper["id"], paper["frozen_sha256"]
        printed = self.at.printed(paper["id"])
        assert self.printed.setdefault(key, printed) == printed

    def check_hash(self, paper: Stored, request: Stored) -> None:
        """The paper is the one that was asked about, or was kept within what was said of it."""
        if paper["frozen_sha256"] == request["frozen_sha256"]:
            return
        kept = self.at.rows(
            "SELECT id FROM audit_line WHERE record_id = ? AND record = 'document'"
            " AND event = 'kept'",
            paper["id"],
        )
        used = self.at.rows(
            "SELECT limits FROM request_answer WHERE request_id = ? AND verdict = 'within'",
            request["id"],
        )
        assert kept or used
        if request["limits"]:
            frozen = [dict(json.loads(each["limits"])).get("frozen") for each in used]
            assert paper["frozen_sha256"] in frozen or kept

    def teardown(self) -> None:
        if self.shop is not None:
            assert self.shop.system.read(integrity.verify).faults == ()
        self._holder.__exit__(None, None, None)


# ---------------------------------------------------------------- playing


@pytest.fixture(params=ENGINES)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """A fresh shop with its people, as often as one is wanted."""

    @contextmanager
    def sqlite() -> Iterator[Store]:
        path = tmp_path / "desk.db"
        for each in tmp_path.glob("desk.db*"):
            each.unlink()
        shutil.copyfile(request.getfixturevalue("sqlite_templates")(Furnished.SELLING), path)
        store = Store.open(f"sqlite:///{path}")
        store.database.execute_sql("PRAGMA synchronous = OFF")
        yield store
        store.close()

    @contextmanager
    def postgresql() -> Iterator[Store]:
        databases: PostgresDatabases = request.getfixturevalue("postgres_databases")
        with databases.fresh(Furnished.SELLING) as url:
            store = Store.open(url)
            yield store
            store.close()

    return sqlite if request.param == "sqlite" else postgresql


def is_sqlite(request: pytest.FixtureRequest) -> bool:
    """Whether the shop stands on the quick engine, which can play longer."""
    return bool(request.node.callspec.params["opened"] == "sqlite")


def play(opened: Open, examples: int, steps: int) -> None:
    """Lets the machine play so often."""
    run_state_machine_as_test(
        partial(AuthorityMachine, opened),  # type: ignore[arg-type]
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_paper_is_stuck_and_none_slips_through_whatever_people_do(
    opened: Open, request: pytest.FixtureRequest
) -> None:
    play(opened, *((10, 30) if is_sqlite(request) else (3, 20)))


@pytest.mark.soak
def test_no_paper_is_stuck_and_none_slips_through_in_a_long_year(
    opened: Open, request: pytest.FixtureRequest
) -> None:
    play(opened, *((400, 60) if is_sqlite(request) else (60, 40)))
