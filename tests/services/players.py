"""A whole shop in one process: it plays every part on papers that other processes play on too.

Which act comes next, on which paper and for how much is drawn from a seed; what there is to act
on is read from the database a moment before, so that several often reach for the same thing.
"""

import os
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposit_claims import (
    AskForfeit,
    AskRefund,
    AskTransfer,
    DropClaim,
    PayRefund,
)
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    BounceDeposit,
    ClearDeposit,
    ReceiveDeposit,
)
from crm_desktop.services.orders.allocation import AllocateGoods, ReleaseToStock
from crm_desktop.services.orders.deliveries import DeliverGoods
from crm_desktop.services.orders.ordering import MoveShort, SplitOrder
from crm_desktop.services.orders.orders import (
    CancelOrder,
    IssueOrder,
    SaveOrder,
    StepOrder,
    SubmitOrder,
)
from crm_desktop.services.orders.promises import PromiseAgain, TellCustomer
from crm_desktop.services.orders.purchasing import AnswerPurchase, RequestPurchase, WaiveDeposit
from crm_desktop.services.orders.receiving import ReceivedLine, ReceiveGoods
from crm_desktop.services.orders.special_orders import (
    InspectSpecial,
    QuoteSupplier,
    RefuseSpecial,
    SignSpecification,
)
from crm_desktop.services.papers.contents import Content, LineInput
from crm_desktop.services.registry import Command
from crm_desktop.store import Store
from tests.services.deposit_shop import DETAILS
from tests.services.desk import PEOPLE
from tests.services.goods_shop import PNG, SPECIFICATION
from tests.services.racers import NOW
from tests.services.shop import PRICES

Row = dict[str, Any]
Chosen = tuple[str, Command[Any]] | None
"""Who does what; None where there is nothing to do it on."""

TODAY = NOW.date()
NEWEST = 6
PLEA = Plea("ลูกค้ารอ")


@dataclass(frozen=True)
class Shared:
    """What all processes know of before they start: product ids by code, customers by id."""

    products: dict[str, int]
    customers: dict[int, str]


@dataclass
class Player:
    """The people of one process, and their luck."""

    store: Store
    shared: Shared
    luck: random.Random
    people: dict[str, Application] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for person_id, name in enumerate(PEOPLE, start=1):
            self.people[name] = Application(self.store, lambda: NOW)
            self.people[name].become(person_id)

    def rows(self, text: str) -> list[Row]:
        """What a SELECT finds, as everybody has committed it."""
        with self.store.read():
            cursor = self.store.database.execute_sql(text)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def one(self, table: str, where: str) -> Row | None:
        """One of the newest rows, so that others are likely to take the same."""
        key = "document_id" if table == "deposit" else "id"
        text = f"SELECT * FROM {table} WHERE {where} ORDER BY {key} DESC LIMIT {NEWEST}"
        found = self.rows(text)
        return self.luck.choice(found) if found else None

    def paper(self, kinds: str, *states: str) -> Row | None:
        """One of the newest papers of these kinds (and states)."""
        listed = ", ".join(f"'{kind}'" for kind in kinds.split())
        where = f"kind IN ({listed}) AND branch_id = 1"
        if states:
            named = ", ".join(f"'{state}'" for state in states)
            where += f" AND state IN ({named})"
        return self.one("document", where)

    def standing(self, document_id: int, *stages: str) -> dict[int, int]:
        """Thousandths by line that stand at one of the stages."""
        named = ", ".join(f"'{stage}'" for stage in stages)
        text = f"""SELECT line_id, SUM(quantity_milli) AS milli FROM goods_stage
            WHERE document_id = {document_id} AND stage IN ({named}) AND quantity_milli > 0
            GROUP BY line_id ORDER BY line_id"""
        return {row["line_id"]: int(row["milli"]) for row in self.rows(text)}

    def some(self, milli: int) -> Decimal:
        """All of it, or a whole number of pieces; now and then one too many."""
        pieces = milli // 1000
        most = pieces + (self.luck.random() < 0.1)
        return Decimal(pieces if self.luck.random() < 0.5 else self.luck.randint(1, max(most, 1)))

    def part(self, satang: int) -> Money:
        """A sum up to so much, most often a third or all; now and then a satang too many."""
        tenth = self.luck.choice((3, 3, 5, 10, 10))
        return Money(max(satang * tenth // 10 + (self.luck.random() < 0.05), 1))

    def line(self) -> LineInput:
        """A line of one of the few products."""
        code = self.luck.choice(list(self.shared.products))
        return LineInput(
            product_id=self.shared.products[code],
            code=code,
            description=f"สินค้า {code}",
            quantity=Decimal(self.luck.randint(1, 12)),
            unit="ชิ้น",
            unit_price=Money.of(PRICES[code]),
            discount=self.luck.choice(("", "", "3%", "25")),
        )


Act = Callable[[Player], Chosen]
ACTS: list[Act] = []


def act(weight: int) -> Callable[[Act], Act]:
    """Puts an act among the others, so often."""

    def register(chosen: Act) -> Act:
        ACTS.extend([chosen] * weight)
        return chosen

    return register


# ---------------------------------------------------------------- the officer and the superiors


@act(2)
def writes(player: Player) -> Chosen:
    kind = player.luck.choice(("SO", "BO", "BO", "SP"))
    percent = {"SO": player.luck.choice((0, 0, 30)), "BO": 30, "SP": 50}[kind]
    content = Content(
        player.luck.choice(list(player.shared.customers)),
        tuple(player.line() for _ in range(player.luck.randint(1, 2))),
        deposit_percent=Decimal(percent),
        facts=SPECIFICATION if kind == "SP" else (),
    )
    return "officer", SaveOrder(kind, None, 0, content)


@act(8)
def confirms(player: Player) -> Chosen:
    kind = player.luck.choice(("SO", "BO", "PR", "PR", "SP"))
    row = player.paper(kind, "quoted" if kind == "SP" else "draft", "ready")
    if row is None:
        return None
    if row["state"] == "ready":
        return "officer", IssueOrder(row["id"], row["version"])
    return "officer", SubmitOrder(row["id"], row["version"], PLEA, issue=True)


@act(4)
def answers(player: Player) -> Chosen:
    row = player.one("request", "state = 'waiting'")
    if row is None:
        return None
    who = list(PEOPLE)[row["answerer_id"] - 1] if row["answerer_id"] else "director"
    if row["answerer_role"] == "credit":
        who = "credit"
    yes = "advise_for" if row["level"] == "CONSULT" else "approve"
    verdict = "return" if player.luck.random() < 0.2 else yes
    return who, AnswerRequest(row["id"], row["version"], verdict, "ตอบแล้ว")


@act(1)
def cancels(player: Player) -> Chosen:
    row = player.paper("SO BO SP PR")
    who = player.luck.choice(("officer", "director"))
    return row and (who, CancelOrder(row["id"], row["version"], "ลูกค้าเลิก"))


@act(1)
def splits(player: Player) -> Chosen:
    row = player.paper("SO", "draft", "confirmed", "handed_off", "in_fulfilment")
    if row is None:
        return None
    kind = SplitOrder if row["state"] == "draft" else MoveShort
    return "officer", kind(row["id"], row["version"], ((0, Decimal(1)),))


@act(1)
def steps(player: Player) -> Chosen:
    row = player.paper("SO", "confirmed", "handed_off", "delivered")
    if row is None:
        return None
    who, event = {
        "confirmed": ("officer", "hand_off"),
        "handed_off": ("logistics", "accept"),
        "delivered": ("officer", "settle"),
    }[row["state"]]
    return who, StepOrder(row["id"], row["version"], event, reference="IV-1")


@act(1)
def promises(player: Player) -> Chosen:
    row = player.paper("BO SP")
    on = TODAY + timedelta(days=player.luck.randrange(30))
    return row and ("officer", PromiseAgain(row["id"], row["version"], on, "ช้า"))


@act(3)
def makes_special(player: Player) -> Chosen:
    row = player.paper("SP", "draft", "signed", "arrived", "inspected")
    if row is None:
        return None
    at, agrees = (row["id"], row["version"]), player.luck.random() < 0.8
    match row["state"]:
        case "draft":
            return "officer", SignSpecification(*at, "คุณลูกค้า", TODAY, signature_png=PNG)
        case "signed":
            return "sales", QuoteSupplier(*at, "โรงไม้", cost=Money.of(900))
        case "arrived":
            return "receiving", InspectSpecial(*at, agrees, "ขนาดผิด")
    return None if agrees else ("officer", RefuseSpecial(*at, "ไม่ตรงใจ"))


# ---------------------------------------------------------------- money


@act(2)
def asks_money(player: Player) -> Chosen:
    states = ("ready", "confirmed", "deposit_held", "requested", "ordered", "arrived")
    row = player.paper("SO BO SP", *states)
    if row is None:
        return None
    amount = player.luck.choice((None, None, player.part(row["total_satang"])))
    return "officer", AskDeposit(row["id"], amount)


@act(6)
def takes_money(player: Player) -> Chosen:
    row = player.paper("DP", "expected")
    if row is None:
        return None
    method = player.luck.choice(("cash", "cash", "transfer", "cheque", "promptpay"))
    amount, details = player.part(row["total_satang"]), DETAILS.get(method, ())
    confirmed = method == "promptpay"
    return "cashier", ReceiveDeposit(
        row["id"], row["version"], amount, method, TODAY, details, confirmed=confirmed
    )


@act(2)
def clears(player: Player) -> Chosen:
    row = player.paper("DP", "awaiting")
    if row is None:
        return None
    at = (row["id"], row["version"], TODAY)
    if player.luck.random() < 0.25:
        return "credit", BounceDeposit(*at, "เช็คคืน")
    return "credit", ClearDeposit(*at)


@act(4)
def applies(player: Player) -> Chosen:
    deposit = player.paper("DP", "held", "partly_used")
    paper = deposit and player.one(
        "document",
        f"customer_id = {deposit['customer_id']} AND kind IN ('SO', 'BO', 'SP')"
        " AND number IS NOT NULL",
    )
    if deposit is None or paper is None:
        return None
    amount = player.part(deposit["total_satang"])
    return "cashier", ApplyDeposit(deposit["id"], deposit["version"], paper["id"], amount)


@act(3)
def claims(player: Player) -> Chosen:
    row = player.paper("DP", "held", "partly_used")
    if row is None:
        return None
    at, amount = (row["id"], row["version"]), player.part(row["total_satang"])
    what = player.luck.choice((AskRefund, AskForfeit, AskTransfer))
    if what is AskRefund:
        payee = player.shared.customers[row["customer_id"]]
        return "officer", AskRefund(*at, amount, payee, "ลูกค้าขอคืน")
    if what is AskForfeit:
        return "officer", AskForfeit(*at, amount, "ข้อ 4", "ไม่มารับ")
    paper = player.one(
        "document",
        f"customer_id = {row['customer_id']} AND kind IN ('BO', 'SP') AND number IS NOT NULL",
    )
    return paper and ("officer", AskTransfer(*at, paper["id"], amount, "ย้ายใบ"))


@act(2)
def pays(player: Player) -> Chosen:
    claim = player.one("deposit_claim", "state = 'approved'")
    if claim is None:
        return None
    if player.luck.random() < 0.2:
        return "officer", DropClaim(claim["id"], claim["version"], "ไม่คืนแล้ว")
    at = (claim["id"], claim["version"])
    return "credit", PayRefund(*at, "transfer", "TX-2", TODAY, claim["payee"])


@act(1)
def reverses(player: Player) -> Chosen:
    row = player.paper("DP", "held", "partly_used", "applied", "refunded", "used_up", "transferred")
    entry = row and player.one("deposit_entry", f"deposit_id = {row['id']}")
    if row is None or entry is None:
        return None
    return "credit", ReverseEntry(row["id"], row["version"], entry["id"], "ลงผิด")


@act(2)
def waives(player: Player) -> Chosen:
    row = player.paper("BO SP", "confirmed")
    return row and ("supervisor", WaiveDeposit(row["id"], row["version"], PLEA))


# ---------------------------------------------------------------- goods


@act(4)
def requests(player: Player) -> Chosen:
    row = player.paper("BO", "confirmed", "requested", "ordered", "arrived")
    if player.luck.random() < 0.3:
        row = player.paper("SP", "confirmed", "deposit_held", "ordered")
    return row and ("officer", RequestPurchase(row["id"], row["version"]))


@act(3)
def sells(player: Player) -> Chosen:
    row = player.paper("PR", "issued", "acknowledged", "confirmed", "partly_received")
    if row is None:
        return None
    event = player.luck.choice(("acknowledge", "confirm", "confirm", "confirm", "decline"))
    return "sales", AnswerPurchase(row["id"], row["version"], event, TODAY, reason="ผู้ขายแจ้ง")


@act(10)
def receives(player: Player) -> Chosen:
    row = player.paper("PR", "issued", "acknowledged", "confirmed", "partly_received")
    coming = row and player.standing(row["id"], "asked", "ordered")
    if row is None or not coming:
        return None
    lines = []
    for line_id, milli in coming.items():
        accepted = player.some(milli)
        broken = player.luck.random() < 0.2 and accepted > 1
        rejected = Decimal(1) if broken else Decimal(0)
        lines.append(ReceivedLine(line_id, accepted - rejected, rejected, "return", "แตก"))
    allocate = player.luck.random() < 0.5
    return "receiving", ReceiveGoods(
        row["id"], row["version"], TODAY, tuple(lines), allocate=allocate
    )


@act(3)
def allocates(player: Player) -> Chosen:
    product = player.luck.choice((None, *player.shared.products.values()))
    if product is not None and player.luck.random() < 0.1:
        return "receiving", ReleaseToStock(product, Decimal(1))
    return "receiving", AllocateGoods(product)


@act(2)
def tells(player: Player) -> Chosen:
    row = player.paper("BO SP", "arrived", "inspected", "partly_delivered")
    said = ("arrival", "phone", "ของมาแล้ว")
    return row and ("officer", TellCustomer(row["id"], row["version"], *said))


@act(10)
def delivers(player: Player) -> Chosen:
    states = ("confirmed", "arrived", "told", "partly_delivered", "inspected", "in_fulfilment")
    row = player.paper("SO BO SP", *states)
    ready = ("open",) if row and row["kind"] == "SO" else ("allocated", "told", "arrived")
    there = row and player.standing(row["id"], *ready)
    if row is None or not there:
        return None
    lines = tuple((line_id, player.some(milli)) for line_id, milli in there.items())
    acknowledged = player.luck.random() < 0.8
    return "logistics", DeliverGoods(
        row["id"], row["version"], TODAY, lines, "คุณผู้รับ", acknowledged=acknowledged
    )


# ---------------------------------------------------------------- the process


def play(
    url: str,
    start: Barrier,
    told: Connection,
    shared: Shared,
    seed: int,
    acts: int,
    statements: int | None = None,
) -> None:
    """Does so many acts and tells each before (`tries`) and after (`done` or `refused`).

    With `statements` the process is killed by that statement of the database, whatever it is in
    the middle of.
    """
    player = Player(Store.open(url), shared, random.Random(seed))
    start.wait()
    if statements is not None:
        _die_at(player.store.database, statements)
    for _ in range(acts):
        chosen = player.luck.choice(ACTS)(player)
        if chosen is None:
            continue
        who, command = chosen
        told.send(("tries", command.name, {}))
        told.send(_done(player.people[who], command))
    player.store.close()
    told.close()


def _done(desk: Application, command: Command[Any]) -> tuple[str, str, dict[str, Any]]:
    try:
        answer = desk.execute(command)
    except Unavailable:
        raise
    except Refused as problem:
        return "refused", command.name, {"code": problem.code}
    names = ("id", "version", "number", "receipt_id", "delivery_id")
    found = {name: getattr(answer, name, None) for name in names}
    found["before"] = getattr(command, "version", 0)
    return "done", command.name, found


def _die_at(database: Any, statements: int) -> None:
    """No clean-up, no rollback, no farewell: as if the PC had lost its power there."""
    run, left = database.execute_sql, count(statements, -1)

    def counted(*arguments: Any, **named: Any) -> Any:
        if next(left) <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return run(*arguments, **named)

    database.execute_sql = counted
