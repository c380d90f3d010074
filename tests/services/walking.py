"""Finds its own way through the state tables: tries what people can do, and notes what happened.

Everything runs in one transaction that is never kept: each try is taken back by a savepoint, so
that any state can be come back to by doing again what led there.
"""

import json
import traceback
from collections import deque
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import BY_NAME, KINDS
from crm_desktop.domain.lifecycle import StateTable
from crm_desktop.services.orders import goods, order_lists
from crm_desktop.store import audit
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop

Step = tuple[str, str, str]
"""A row that was walked: table, state, event."""

WATCHED = ("document", "request", "goods_stage", "deposit", "deposit_claim", "number_series")
COUNTED = ("goods_move", "arrival_move", "promise", "delivery", "receipt", "deposit_entry")
MOST_TRIES = 6_000


class Scene:
    """One paper and the people around it; `paper_id` is whose table is walked."""

    def __init__(self, shop: SellingShop, paper_id: int) -> None:
        self.shop = shop
        self.desk = shop.desk
        self.store = shop.store
        self.paper_id = paper_id

    def who(self, name: str) -> Application:
        """The program of that person."""
        program: Application = getattr(self.desk, name)
        return program

    def rows(self, table: str, **equal: Any) -> list[dict[str, Any]]:
        """Stored rows, oldest first, in plain SQL: thousands of times in a walk."""
        mark = self.store.database.param
        where = " AND ".join(f"{name} = {mark}" for name in equal) or "1 = 1"
        query = f"SELECT * FROM {table} WHERE {where} ORDER BY id"
        cursor = self.store.database.execute_sql(query, tuple(equal.values()))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, document_id: int | None = None) -> dict[str, Any]:
        """The stored header, of the walked paper unless another is named."""
        return self.rows("document", id=document_id or self.paper_id)[0]

    def latest(self, kind: str) -> dict[str, Any]:
        """The youngest paper of a kind; there is always one to try, if only a wrong one."""
        found = self.rows("document", kind=kind)
        return found[-1] if found else self.row()

    def line(self, document_id: int | None = None) -> int:
        """The first line of a paper."""
        return int(self.rows("document_line", document_id=document_id or self.paper_id)[0]["id"])

    def request(self) -> dict[str, Any]:
        """What was asked last about the walked paper."""
        found = self.rows("request", document_id=self.paper_id)
        if not found:
            raise Refused("not_found")
        return found[-1]

    def stages(self, document_id: int) -> tuple[str, ...]:
        """Where something of a paper stands."""
        stage = self.store.t.goods_stage
        rows = stage.select(stage.c.stage).where(
            stage.c.document_id == document_id, stage.c.quantity_milli > 0
        )
        return tuple(sorted({row[0] for row in rows.tuples()}))

    def standing(self) -> tuple[Any, ...]:
        """What tells one situation from another, coarsely: states, stages, open questions."""
        asked = tuple(
            (row["document_id"], row["matter"], row["state"], row["level"])
            for row in self.rows("request")
            if row["state"] in ("waiting", "advised")
        )
        papers: dict[str, Any] = {}
        for row in self.rows("document"):
            if row["kind"] != "DP" and row["id"] != self.paper_id:
                papers[row["kind"]] = (row["state"], self.stages(row["id"]))
        row = self.row()
        own = row["state"], self.stages(row["id"]), row["waived_request_id"] is None
        return own, tuple(papers.items()), asked, self._deposits()

    def _deposits(self) -> tuple[Any, ...]:
        found: dict[int, list[Any]] = {}
        gone = {row["reverses_id"] for row in self.rows("deposit_entry")}
        for row in self.rows("deposit_entry"):
            if row["id"] not in gone and row["kind"] != "reverse":
                found.setdefault(row["deposit_id"], []).append((row["kind"], row["satang"]))
        states = {row["id"]: row["state"] for row in self.rows("document", kind="DP")}
        methods = dict(
            self.store.database.execute_sql("SELECT document_id, method FROM deposit").fetchall()
        )
        return tuple(
            (states[one], methods[one] == "cheque", tuple(sorted(found.get(one, ()))))
            for one in sorted(states)
        )

    def told(self, after: int) -> set[Step]:
        """The rows that were walked since a line of the timeline, papers and lines of goods."""
        line, found = self.store.t.timeline, set[Step]()
        columns = (line.c.subject, line.c.subject_id, line.c.event, line.c.detail)
        for subject, paper_id, event, detail in (
            line.select(*columns).where(line.c.id > after).tuples()
        ):
            if subject in BY_NAME and BY_NAME[subject].code != "VS":
                said, now = json.loads(detail), self.row(paper_id)["state"]
                before, then = said.get("before", now), said.get("after", now)
                step = _row_of(BY_NAME[subject].states, before, event, then)
                found |= {step} if step else set()
        return found

    def moved(self, after: int) -> set[Step]:
        """The rows of goods that were walked since a move."""
        kinds = {row["id"]: row["kind"] for row in self.rows("document")}
        found = set()
        for move in self.rows("goods_move"):
            if move["id"] > after:
                table = KINDS[kinds[move["document_id"]]].goods
                assert table is not None
                assert table.next(move["from_stage"], move["event"]) == move["to_stage"]
                found.add((table.name, move["from_stage"], move["event"]))
        return found

    def last(self, table: str) -> int:
        """The youngest id of a table."""
        cursor = self.store.database.execute_sql(f"SELECT COALESCE(MAX(id), 0) FROM {table}")
        return int(cursor.fetchone()[0])

    def stored(self) -> tuple[Any, ...]:
        """All that a refused act must leave as it was."""
        run = self.store.database.execute_sql
        order = {"goods_stage": "line_id, stage", "deposit": "document_id"}
        order["number_series"] = "kind, branch_code, period"
        rows = tuple(
            tuple(run(f"SELECT * FROM {name} ORDER BY {order.get(name, 'id')}").fetchall())
            for name in WATCHED
        )
        counts = tuple(run(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in COUNTED)
        return rows, counts, audit.head(self.store)


def _row_of(table: StateTable, before: str, event: str, after: str) -> Step | None:
    """The row behind what was told: a ledger tells its act, and its state follows from it."""
    if before == after and event not in table.events(before):
        return None
    if event in table.events(before) and table.next(before, event) == after:
        return table.name, before, event
    found = [row for row in table.rows if (row.state, row.next) == (before, after)]
    assert found, f"{table.name}: {before} became {after} by {event}, which is no row"
    return table.name, before, found[-1].event


def _while_following(problem: Refused) -> bool:
    """Whether an act that the goods allow was kept back by a row that the header lacks."""
    frames = traceback.walk_tb(problem.__traceback__)
    return any(frame.f_code is goods.follow.__code__ for frame, _ in frames)


@dataclass(frozen=True)
class Act:
    """Something that one person does through the one door.

    `events` are those of the paper's own table that it tries directly: where they are no row, it
    must be refused. `goods` are the same of the lines. A `single` act is one command, of which
    nothing is left when it is refused.
    """

    name: str
    do: Callable[[Scene], Any]
    events: frozenset[str] = frozenset()
    goods: frozenset[str] = frozenset()
    single: bool = True


def act(
    name: str,
    do: Callable[[Scene], Any],
    events: str = "",
    goods: str = "",
    *,
    single: bool = True,
) -> Act:
    """An act, with the events it tries as words in a row."""
    return Act(name, do, frozenset(events.split()), frozenset(goods.split()), single)


class Walk:
    """Explores what can become of one paper, until every row asked for was walked."""

    def __init__(
        self, scene: Scene, acts: tuple[Act, ...], plain: Callable[[Scene, str], Any]
    ) -> None:
        self.scene = scene
        self.acts = {each.name: each for each in acts}
        self.plain = plain
        self.ways: dict[Step, tuple[str, ...]] = {}
        self.reached: dict[str, tuple[str, ...]] = {}
        self.stood: dict[str, tuple[str, ...]] = {}
        self.tries = 0
        self._steps: list[tuple[str, ExitStack]] = []

    @property
    def walked(self) -> set[Step]:
        """The rows that happened."""
        return set(self.ways)

    def explore(self, wanted: set[Step], stages: Collection[str] = ()) -> set[Step]:
        """Breadth first over situations, those first from which a wanted row leads on, until all
        of the goods stood at each of `stages` too; returns what was not walked."""
        seen, queues = {self.scene.standing()}, (deque[Any]([((), ("",))]), deque[Any]())
        self._note(())
        while any(queues) and self.tries < MOST_TRIES:
            if not wanted - self.walked and self.stood.keys() >= set(stages):
                break
            path, places = (queues[0] or queues[1]).popleft()
            left = {state for _, state, _ in wanted - self.walked} | {""}
            if queues[0] and left.isdisjoint(places):
                queues[1].append((path, places))
                continue
            self._go(path)
            for name in self.acts:
                with self._back():
                    if self._try((*path, name)) and (standing := self.scene.standing()) not in seen:
                        seen.add(standing)
                        queues[0].append(((*path, name), self._note((*path, name))))
        self._go(())
        return wanted - self.walked

    def _note(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """Keeps the first way to each state, and to each stage where all of the goods stand;
        answers where the paper and its goods are now."""
        state, stages = self.scene.row()["state"], self.scene.stages(self.scene.paper_id)
        self.reached.setdefault(state, path)
        if len(stages) == 1:
            self.stood.setdefault(stages[0], path)
        return state, *stages

    def _go(self, path: tuple[str, ...]) -> None:
        """Takes back and does again only what the path does not share with the steps before."""
        both = zip((name for name, _ in self._steps), path, strict=False)
        shared = len(list(takewhile(lambda names: names[0] == names[1], both)))
        for _, step in reversed(self._steps[shared:]):
            step.close()
        del self._steps[shared:]
        for name in path[shared:]:
            self._steps.append((name, ExitStack()))
            self._steps[-1][1].enter_context(self._back())
            self.acts[name].do(self.scene)

    def follow(self, ways: Collection[tuple[str, ...]]) -> None:
        """Goes ways that were found elsewhere, each to its end."""
        for path in sorted({way[:steps] for way in ways for steps in range(1, len(way) + 1)}):
            self._go(path[:-1])
            with self._back():
                assert self._try(path), path
        self._go(())

    def _try(self, way: tuple[str, ...]) -> bool:
        name = way[-1]
        self.tries += 1
        line, move = self.scene.last("timeline"), self.scene.last("goods_move")
        try:
            self.acts[name].do(self.scene)
        except Refused as problem:
            if _while_following(problem):
                raise AssertionError(f"{name}: the header has no row for it") from problem
            return False
        for step in self.scene.told(line) | self.scene.moved(move):
            self.ways.setdefault(step, way)
        return True

    @contextmanager
    def _back(self) -> Iterator[None]:
        """Takes back whatever happens inside, the clock too."""
        now, savepoint = self.scene.desk.now, self.scene.store.database.savepoint()
        with savepoint:
            yield
            savepoint.rollback(begin=False)
        self.scene.desk.now = now

    def refuses(self, table: StateTable) -> None:
        """In every state, what is no row of the table is refused and changes nothing."""
        events = sorted({row.event for row in table.rows})
        for state, path in self.reached.items():
            legal = set(table.events(state))
            self._go(path)
            with self._back():
                self._offers_no_more(state, set(events) - legal)
                for event in events:
                    if event not in legal:
                        self._refused(state, event, partial(self.plain, self.scene, event))
                for each in self.acts.values():
                    if each.events and not each.events & legal:
                        self._refused(state, each.name, partial(each.do, self.scene))
        self._go(())

    def _offers_no_more(self, state: str, illegal: set[str]) -> None:
        """Nobody is shown a button for what cannot happen."""
        kind = KINDS[self.scene.row()["kind"]]
        if kind.is_order:
            for name in PEOPLE:
                if PEOPLE[name][2] == "01" and name != "administrator":
                    shown = self.scene.who(name).read(order_lists.order, self.scene.paper_id)
                    assert illegal.isdisjoint(shown.events), (state, name, shown.events)

    def refuses_goods(self, table: StateTable) -> None:
        """The same of the goods: at every stage nothing happens to them that is no row."""
        for stage, path in self.stood.items():
            legal = set(table.events(stage))
            self._go(path)
            for each in self.acts.values():
                if each.goods and not each.goods & legal:
                    with self._back():
                        self._leaves(stage, each)
        self._go(())

    def _leaves(self, stage: str, each: Act) -> None:
        before, move = self.scene.stored(), self.scene.last("goods_move")
        try:
            each.do(self.scene)
        except Refused:
            assert not each.single or self.scene.stored() == before, (stage, each.name)
            return
        name = KINDS[self.scene.row()["kind"]].goods
        assert name is not None
        moved = {
            event
            for table, at, event in self.scene.moved(move)
            if (table, at) == (name.name, stage)
        }
        assert not moved & each.goods, (stage, each.name)

    def _refused(self, state: str, what: str, do: Callable[[], Any]) -> None:
        before = self.scene.stored()
        with self._back():
            try:
                do()
            except Refused:
                assert self.scene.stored() == before, (state, what)
                return
            raise AssertionError(f"{what} happened in {state}, which is no row of the table")


__all__ = ["Act", "Scene", "Step", "Walk", "act"]
