"""What people do to papers, each act by its name, for the walk through the state tables."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services import documents
from crm_desktop.services.allocation import AllocateGoods
from crm_desktop.services.approvals import AnswerRequest, ConfirmSpoken, RecallRequest
from crm_desktop.services.contents import Content
from crm_desktop.services.credit import SetCredit
from crm_desktop.services.deliveries import DeliverGoods
from crm_desktop.services.deposit_claims import AskForfeit, AskRefund, AskTransfer, PayRefund
from crm_desktop.services.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits import (
    AskDeposit,
    BounceDeposit,
    CancelDeposit,
    ClearDeposit,
    ReceiveDeposit,
)
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.ordering import MoveShort
from crm_desktop.services.orders import CancelOrder, IssueOrder, SaveOrder, StepOrder, SubmitOrder
from crm_desktop.services.promises import TellCustomer
from crm_desktop.services.purchasing import AnswerPurchase, RequestPurchase, WaiveDeposit
from crm_desktop.services.quotation_life import CancelQuotation, ExtendQuotation, FollowQuotation
from crm_desktop.services.quotations import (
    IssueQuotation,
    ReviseQuotation,
    SaveQuotation,
    SubmitQuotation,
)
from crm_desktop.services.receiving import ReceivedLine, ReceiveGoods
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.requests import Consulted, Plea
from crm_desktop.services.special_orders import (
    InspectSpecial,
    QuoteSupplier,
    RefuseSpecial,
    SignSpecification,
)
from tests.services.walking import Act, Scene, act

PNG = b64encode(b"\x89PNG\r\n\x1a\n" + b"ink").decode()
PAYER = "บริษัท ก่อสร้างไทย จำกัด"
PART, WHOLE = Decimal(2), Decimal(4)
SOME = Money.of(100)


# ------------------------------------------------------------ from draft to number


def content(scene: Scene) -> Content:
    """What stands on the walked paper."""
    context = Context(scene.store, SYSTEM, scene.desk.now)
    return documents.content_of(context, scene.row())


def edit(scene: Scene) -> Any:
    """Changes a printed word."""
    row = scene.row()
    typed = replace(content(scene), remarks=f"แก้ครั้งที่ {row['version']}")
    if row["kind"] == "QT":
        return scene.desk.officer.execute(SaveQuotation(row["id"], row["version"], typed))
    return scene.desk.officer.execute(SaveOrder(row["kind"], row["id"], row["version"], typed))


def submit(who: str, *, spoken: bool = False) -> Callable[[Scene], Any]:
    """Asks the matrix: the officer must consult, the supervisor ask, the manager decides."""

    def do(scene: Scene) -> Any:
        row, kind = scene.row(), SubmitOrder
        if row["kind"] == "QT":
            kind = SubmitQuotation  # type: ignore[assignment]
        manager = 3
        said = Consulted(manager, scene.desk.now, "เห็นควร") if spoken else None
        return scene.who(who).execute(kind(row["id"], row["version"], Plea("จำเป็น"), said))

    return do


def issue(scene: Scene) -> Any:
    """Gives an approved paper its number."""
    row, kind = scene.row(), IssueOrder
    if row["kind"] == "QT":
        kind = IssueQuotation  # type: ignore[assignment]
    return scene.desk.officer.execute(kind(row["id"], row["version"]))


def issue_in_debt(scene: Scene) -> Any:
    """The customer's credit turned bad before the paper went out."""
    figures = (Money.of(1_000), Money.of(900), Money.of(900), 30, "ERP")
    scene.desk.credit.execute(SetCredit(scene.shop.customer, False, *figures))
    return issue(scene)


def answer(verdict: str, note: str = "", who: str = "manager") -> Callable[[Scene], Any]:
    """The manager says this to what was asked last."""

    def do(scene: Scene) -> Any:
        request = scene.request()
        command = AnswerRequest(request["id"], request["version"], verdict, note)
        return scene.who(who).execute(command)

    return do


def deny(scene: Scene) -> Any:
    """The manager says that no such advice was given."""
    request = scene.request()
    command = ConfirmSpoken(request["id"], request["version"], agrees=False, note="ไม่ได้พูด")
    return scene.desk.manager.execute(command)


def recall(scene: Scene) -> Any:
    """Whoever asked takes the paper back."""
    request = scene.request()
    who = {1: "officer", 2: "supervisor"}.get(request["requester_id"], "manager")
    return scene.who(who).execute(RecallRequest(request["id"], request["version"]))


def cancel(scene: Scene) -> Any:
    """The manager gives the paper up."""
    row, kind = scene.row(), CancelOrder
    if row["kind"] == "QT":
        kind = CancelQuotation  # type: ignore[assignment]
    return scene.desk.manager.execute(kind(row["id"], row["version"], "ลูกค้าเปลี่ยนใจ"))


SUBMITTED = (
    act("submit_own", submit("manager"), "submit approve_own"),
    act("submit_consult", submit("officer"), "submit approve_own"),
    act("submit_superior", submit("supervisor"), "submit approve_own"),
    act("submit_spoken", submit("officer", spoken=True), "submit approve_own"),
    act("approve", answer("approve"), "approve"),
    act("advise", answer("advise_for"), "approve"),
    act("return", answer("return", "แก้ราคา"), "return"),
    act("reject", answer("reject", "ไม่คุ้ม")),
    act("recall", recall, "recall"),
    act("deny", deny, "void"),
    act("edit", edit),
    act("issue_in_debt", issue_in_debt),
    act("cancel", cancel, "cancel"),
)


def step(event: str, who: str, **values: Any) -> Callable[[Scene], Any]:
    """A plain step of the header."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        return scene.who(who).execute(StepOrder(row["id"], row["version"], event, **values))

    return do


def plainly(scene: Scene, event: str) -> Any:
    """Tries any event at all as a plain step."""
    row = scene.row()
    if row["kind"] == "QT":
        return scene.desk.officer.execute(FollowQuotation(row["id"], row["version"], event, "–"))
    return scene.desk.director.execute(
        StepOrder(row["id"], row["version"], event, "–", "BILL-1", scene.desk.now.date())
    )


# ------------------------------------------------------------ quotations


def follow(event: str, **values: Any) -> Callable[[Scene], Any]:
    """The customer's side of a quotation."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        command = FollowQuotation(row["id"], row["version"], event, **values)
        return scene.desk.officer.execute(command)

    return do


def extend(scene: Scene) -> Any:
    """More days from today."""
    row = scene.row()
    return scene.desk.manager.execute(ExtendQuotation(row["id"], row["version"], 60, "ลูกค้าขอ"))


def run_out(scene: Scene) -> Any:
    """Time passes, and the house is kept."""
    scene.desk.later(days=70)
    return scene.shop.system.execute(Housekeeping())


def revise(scene: Scene) -> Any:
    """The next revision is begun."""
    return scene.desk.officer.execute(ReviseQuotation(scene.paper_id))


def supersede(scene: Scene) -> Any:
    """The next revision goes out."""
    latest = scene.latest("QT")
    command = SubmitQuotation(latest["id"], latest["version"], Plea("–"), issue=True)
    if latest["id"] == scene.paper_id:
        raise Refused("not_found")
    return scene.desk.manager.execute(command)


QUOTATION = (
    *SUBMITTED,
    act("issue", issue, "issue proceed"),
    act("confirm_receipt", follow("confirm_receipt"), "confirm_receipt"),
    act("negotiate", follow("negotiate"), "negotiate"),
    act("accept", follow("accept"), "accept"),
    act("lose", follow("lose", reason="ราคา"), "lose"),
    act("extend", extend, "extend"),
    act("expire", run_out),
    act("revise", revise, "revise"),
    act("supersede", supersede),
)


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
    *HANDED_OVER,
)


# ------------------------------------------------------------ purchase requests


def cancel_parent(scene: Scene) -> Any:
    """The manager gives up the order that the goods are for."""
    parent = scene.row(scene.row()["parent_id"])
    return scene.desk.manager.execute(CancelOrder(parent["id"], parent["version"], "เลิก"))


PURCHASE_REQUEST = (
    *SUBMITTED,
    act("issue", issue, "issue proceed"),
    act("acknowledge", sales_say("acknowledge"), "acknowledge"),
    act("confirm", sales_say("confirm", reference="PO-1"), "confirm", "confirm"),
    act("decline", sales_say("decline", reason="เลิกผลิต"), "decline", "withdraw"),
    act("receive_part", receive(PART), goods="receive"),
    act("receive_all", receive(WHOLE), goods="receive"),
    act("cancel_parent", cancel_parent),
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
)


# ------------------------------------------------------------ deposits


def take(method: str, *details: tuple[str, str], confirmed: bool = False) -> Callable[[Scene], Any]:
    """The cashier takes the money."""

    def do(scene: Scene) -> Any:
        row, day = scene.row(), scene.desk.now.date()
        amount = Money(row["total_satang"])
        command = ReceiveDeposit(
            row["id"], row["version"], amount, method, day, details, confirmed=confirmed
        )
        return scene.desk.cashier.execute(command)

    return do


def clear(scene: Scene) -> Any:
    """The money is on the account."""
    row = scene.row()
    command = ClearDeposit(row["id"], row["version"], scene.desk.now.date())
    return scene.desk.cashier.execute(command)


def fail(scene: Scene) -> Any:
    """The bank did not pay."""
    row = scene.row()
    command = BounceDeposit(row["id"], row["version"], scene.desk.now.date(), "ไม่มีเงิน")
    return scene.desk.credit.execute(command)


def left(scene: Scene) -> Money:
    """What is still held of the walked deposit."""
    sign_ = {"receive": 1, "transfer_in": 1}
    entries = scene.rows("deposit_entry", deposit_id=scene.paper_id)
    gone = {row["reverses_id"] for row in entries}
    return Money(
        sum(
            row["satang"] * sign_.get(row["kind"], -1)
            for row in entries
            if row["id"] not in gone and row["kind"] not in ("clear", "reverse")
        )
    )


Use = Callable[[Scene, Money], Any]


def use(do: Use, *, whole: bool) -> Callable[[Scene], Any]:
    """The same of some of the money or of all that is left."""
    return lambda scene: do(scene, left(scene) if whole else SOME)


def apply(scene: Scene, amount: Money) -> Any:
    """Deducted from the paper it is for."""
    row = scene.row()
    command = ApplyDeposit(row["id"], row["version"], row["parent_id"], amount)
    return scene.desk.officer.execute(command)


def refund(scene: Scene, amount: Money) -> Any:
    """Asked back, approved, and paid by credit-finance."""
    row = scene.row()
    command = AskRefund(row["id"], row["version"], amount, PAYER, "ลูกค้ายกเลิก")
    asked = scene.desk.manager.execute(command)
    day = scene.desk.now.date()
    paid = PayRefund(asked.claim_id, asked.claim_version, "transfer", "PAY-1", day, PAYER)
    return scene.desk.credit.execute(paid)


def forfeit(scene: Scene, amount: Money) -> Any:
    """Kept by a term of the paper."""
    row = scene.row()
    command = AskForfeit(row["id"], row["version"], amount, "ข้อ 3", "ลูกค้าไม่มารับ")
    return scene.desk.manager.execute(command)


def transfer(scene: Scene, amount: Money) -> Any:
    """Held for the customer's other paper from now on."""
    row, other = scene.row(), scene.latest("SO")
    command = AskTransfer(row["id"], row["version"], other["id"], amount, "ย้าย")
    return scene.desk.manager.execute(command)


def reverse(kind: str) -> Callable[[Scene], Any]:
    """The youngest entry of a kind is taken back."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        entries = scene.rows("deposit_entry", deposit_id=row["id"])
        gone = {each["reverses_id"] for each in entries}
        found = [each for each in entries if each["kind"] == kind and each["id"] not in gone]
        if not found:
            raise Refused("not_found")
        command = ReverseEntry(row["id"], row["version"], found[-1]["id"], "คีย์ผิด")
        return scene.desk.supervisor.execute(command)

    return do


def give_up(scene: Scene) -> Any:
    """The money never came."""
    row = scene.row()
    return scene.desk.officer.execute(CancelDeposit(row["id"], row["version"], "ไม่จ่าย"))


CHEQUE = (("bank", "กสิกรไทย"), ("cheque_number", "0012345"), ("cheque_date", "2026-11-22"))
TRANSFER = (("reference", "TX-1"),)
DEPOSIT = (
    act("take_cash", take("cash"), "receive"),
    act("take_cheque", take("cheque", *CHEQUE), "receive_uncleared"),
    act("take_transfer", take("transfer", *TRANSFER), "receive_uncleared"),
    act("clear", clear, "clear"),
    act("bounce", fail, "bounce"),
    act("cancel", give_up, "cancel"),
    *(
        act(f"{name}_{part}", use(do, whole=part == "rest"))
        for name, do in (
            ("apply", apply),
            ("refund", refund),
            ("forfeit", forfeit),
            ("transfer", transfer),
        )
        for part in ("some", "rest")
    ),
    *(
        act(f"reverse_{kind}", reverse(kind))
        for kind in (
            *("receive", "clear", "bounce"),
            *("apply", "refund", "forfeit", "transfer_out"),
        )
    ),
)

ACTS: dict[str, tuple[Act, ...]] = {
    "QT": QUOTATION,
    "SO": SALES_ORDER,
    "BO": BACK_ORDER,
    "PR": PURCHASE_REQUEST,
    "SP": SPECIAL_ORDER,
    "DP": DEPOSIT,
}
assert KINDS.keys() - ACTS.keys() == {"VS"}
