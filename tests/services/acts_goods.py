"""What people do to orders and their goods, from the shelf or the supplier to the customer."""

from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposit_uses import ReverseEntry
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    ReceiveDeposit,
)
from crm_desktop.services.orders.allocation import AllocateGoods
from crm_desktop.services.orders.deliveries import DeliverGoods
from crm_desktop.services.orders.ordering import MoveShort
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder, SubmitOrder
from crm_desktop.services.orders.promises import TellCustomer
from crm_desktop.services.orders.purchasing import AnswerPurchase, RequestPurchase, WaiveDeposit
from crm_desktop.services.orders.receiving import ReceivedLine, ReceiveGoods
from crm_desktop.services.orders.special_orders import (
    InspectSpecial,
    QuoteSupplier,
    RefuseSpecial,
    SignSpecification,
)
from tests.services.acts_papers import SUBMITTED, issue, keep_within, step
from tests.services.walking import Scene, act

PNG = b64encode(b"\x89PNG\r\n\x1a\n" + b"ink").decode()
PAYER = "บริษัท ก่อสร้างไทย จำกัด"
PART, WHOLE = Decimal(2), Decimal(4)
SOME = Money.of(100)


# ------------------------------------------------------------ goods


def deliver(quantity: Decimal) -> Callable[[Scene], Any]:
    """So much of the first line is handed over."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        day, lines = scene.desk.now.date(), ((scene.line(), quantity),)
        command = DeliverGoods(row["id"], row["version"], day, lines, "คุณผู้รับ")
        return scene.desk.officer.execute(command)

    return do


def move_on(quantity: Decimal) -> Callable[[Scene], Any]:
    """The warehouse lacks so much."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        return scene.desk.officer.execute(MoveShort(row["id"], row["version"], ((0, quantity),)))

    return do


def cancel_some(quantity: Decimal) -> Callable[[Scene], Any]:
    """The manager gives up so much of the first line."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        lines = ((scene.line(), quantity),)
        command = CancelOrder(row["id"], row["version"], "ไม่เอาแล้ว", lines)
        return scene.desk.manager.execute(command)

    return do


HANDED_OVER = (
    act("deliver_part", deliver(PART), goods="deliver"),
    act("deliver_all", deliver(WHOLE), goods="deliver"),
)
SALES_ORDER = (
    *SUBMITTED,
    act("confirm", issue, "confirm proceed"),
    act("hand_off", step("hand_off", "officer"), "hand_off"),
    act("accept", step("accept", "logistics"), "accept"),
    act("settle", step("settle", "credit", reference="INV-9"), "settle"),
    *HANDED_OVER,
    act("move_part", move_on(PART), goods="move"),
    act("move_all", move_on(WHOLE), goods="move"),
)


def request(quantity: Decimal) -> Callable[[Scene], Any]:
    """A purchase request goes out to Sales for so much of the paper."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        command = RequestPurchase(row["id"], row["version"], ((scene.line(), quantity),))
        made = scene.desk.officer.execute(command)
        submit_ = SubmitOrder(made.id, made.version, Plea("ลูกค้ารอ"), issue=True)
        return scene.desk.manager.execute(submit_)

    return do


def sales_say(event: str, **values: Any) -> Callable[[Scene], Any]:
    """Sales answers the youngest purchase request."""

    def do(scene: Scene) -> Any:
        asked = scene.latest("PR")
        if event == "confirm":
            values["on"] = scene.desk.now.date() + timedelta(days=7)
        command = AnswerPurchase(asked["id"], asked["version"], event, **values)
        return scene.desk.sales.execute(command)

    return do


def receive(quantity: Decimal, *, allocate: bool = True) -> Callable[[Scene], Any]:
    """Goods of the youngest purchase request come in."""

    def do(scene: Scene) -> Any:
        asked = scene.latest("PR")
        line = ReceivedLine(scene.line(asked["id"]), quantity)
        day = scene.desk.now.date()
        command = ReceiveGoods(asked["id"], asked["version"], day, (line,), allocate=allocate)
        return scene.desk.receiving.execute(command)

    return do


def allocate(scene: Scene) -> Any:
    """What lies there is given out."""
    return scene.desk.receiving.execute(AllocateGoods())


def tell(scene: Scene) -> Any:
    """The customer hears that goods are here."""
    row = scene.row()
    command = TellCustomer(row["id"], row["version"], "arrival", "phone", "ของมาแล้ว")
    return scene.desk.officer.execute(command)


def another(quantity: Decimal) -> Callable[[Scene], Any]:
    """A later back order of the same goods has its purchase request out, and they come."""

    def do(scene: Scene) -> Any:
        scene.desk.later(seconds=1)
        if len(scene.rows("document", kind="BO")) > 1:
            raise Refused("not_found")  # one is enough, and keeps the walk short
        manager = scene.desk.manager
        content_ = scene.shop.content(scene.shop.line("CEM", quantity))
        made = manager.execute(SaveOrder("BO", None, 0, content_))
        order = manager.execute(SubmitOrder(made.id, made.version, Plea("–"), issue=True))
        asked = manager.execute(RequestPurchase(order.id, order.version))
        manager.execute(SubmitOrder(asked.id, asked.version, Plea("–"), issue=True))
        return receive(quantity)(scene)

    return do


PURCHASED = (
    act("request_part", request(PART), goods="request", single=False),
    act("request_all", request(WHOLE), goods="request", single=False),
    act("sales_confirm", sales_say("confirm", reference="PO-1"), goods="confirm"),
    act("sales_decline", sales_say("decline", reason="เลิกผลิต"), goods="withdraw"),
    act("receive_part", receive(PART), goods="receive"),
    act("receive_all", receive(WHOLE), goods="receive"),
)
BACK_ORDER = (
    *SUBMITTED,
    act("confirm", issue, "confirm proceed"),
    *PURCHASED,
    act("receive_unshared", receive(WHOLE, allocate=False), goods="receive"),
    act("allocate", allocate, goods="allocate give_way"),
    act("another_part", another(PART)),
    act("another_all", another(WHOLE)),
    act("tell", tell, goods="tell"),
    act("cancel_rest", cancel_some(PART), goods="cancel"),
    *HANDED_OVER,
)


# ------------------------------------------------------------ purchase requests


def cancel_parent(scene: Scene) -> Any:
    """The manager gives up the order that the goods are for."""
    parent = scene.row(scene.row()["parent_id"])
    return scene.desk.manager.execute(CancelOrder(parent["id"], parent["version"], "เลิก"))


def less_of_parent(scene: Scene) -> Any:
    """The same of a part."""
    parent = scene.row(scene.row()["parent_id"])
    lines = ((scene.line(parent["id"]), PART),)
    command = CancelOrder(parent["id"], parent["version"], "เลิก", lines)
    return scene.desk.manager.execute(command)


def parent_fails(scene: Scene) -> Any:
    """What came is not what the customer signed for."""
    parent = scene.row(scene.row()["parent_id"])
    command = InspectSpecial(parent["id"], parent["version"], False, "ผิดสี")
    return scene.desk.receiving.execute(command)


PURCHASE_REQUEST = (
    *SUBMITTED,
    act("issue", issue, "issue proceed"),
    act("acknowledge", sales_say("acknowledge"), "acknowledge"),
    act("confirm", sales_say("confirm", reference="PO-1"), "confirm", "confirm"),
    act("decline", sales_say("decline", reason="เลิกผลิต"), "decline", "withdraw"),
    act("receive_part", receive(PART), goods="receive"),
    act("receive_all", receive(WHOLE), goods="receive"),
    act("cancel_parent", cancel_parent),
    act("less_of_parent", less_of_parent),
    act("parent_fails", parent_fails, "replace", "replace"),
)


# ------------------------------------------------------------ special orders


def sign(scene: Scene) -> Any:
    """The customer signs on the screen."""
    row, day = scene.row(), scene.desk.now.date()
    command = SignSpecification(row["id"], row["version"], "คุณลูกค้า", day, signature_png=PNG)
    return scene.desk.officer.execute(command)


def quote(scene: Scene) -> Any:
    """The supplier's word."""
    row = scene.row()
    return scene.desk.sales.execute(QuoteSupplier(row["id"], row["version"], "โรงไม้สักทอง"))


def inspect(*, agrees: bool) -> Callable[[Scene], Any]:
    """What arrived is compared with what was signed."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        command = InspectSpecial(row["id"], row["version"], agrees, "" if agrees else "ผิดสี")
        return scene.desk.receiving.execute(command)

    return do


def refuse(scene: Scene) -> Any:
    """The customer does not take it."""
    row = scene.row()
    return scene.desk.officer.execute(RefuseSpecial(row["id"], row["version"], "ไม่ชอบ"))


def waive(scene: Scene) -> Any:
    """The manager lets the purchase go on without the deposit."""
    row = scene.row()
    return scene.desk.manager.execute(WaiveDeposit(row["id"], row["version"], Plea("ลูกค้าเก่า")))


def pay(scene: Scene) -> Any:
    """The deposit that the paper requires, in cash."""
    asked = scene.desk.officer.execute(AskDeposit(scene.paper_id))
    amount = Money(scene.row(asked.id)["total_satang"])
    day = scene.desk.now.date()
    return scene.desk.cashier.execute(ReceiveDeposit(asked.id, asked.version, amount, "cash", day))


def bounce(scene: Scene) -> Any:
    """The money turns out to be none: the cashier's entry is taken back."""
    deposit = scene.latest("DP")
    entries = scene.rows("deposit_entry", deposit_id=deposit["id"], kind="receive")
    if not entries:
        raise Refused("not_found")
    command = ReverseEntry(deposit["id"], deposit["version"], entries[-1]["id"], "ธนบัตรปลอม")
    return scene.desk.supervisor.execute(command)


SPECIAL_ORDER = (
    *SUBMITTED,
    act("keep_signed", keep_within(sign, quote), single=False),
    act("confirm", issue, "confirm proceed"),
    act("sign", sign, "sign"),
    act("change", step("change", "officer"), "change"),
    act("quote", quote),
    act("pay", pay),
    act("take_back", bounce),
    act("waive", waive),
    *PURCHASED,
    act("inspect", inspect(agrees=True), "inspect"),
    act("send_back", inspect(agrees=False), goods="reject"),
    act("refuse", refuse, "refuse", "refuse"),
    *HANDED_OVER,
    act("cancel_rest", cancel_some(PART), goods="cancel"),
)
