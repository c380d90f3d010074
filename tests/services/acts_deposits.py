"""What people do to a deposit, from the money that comes to the last baht that goes."""

from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits.deposit_claims import (
    AskForfeit,
    AskRefund,
    AskTransfer,
    PayRefund,
)
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits.deposits import (
    BounceDeposit,
    CancelDeposit,
    ClearDeposit,
    ReceiveDeposit,
)
from tests.services.walking import Scene, act

PNG = b64encode(b"\x89PNG\r\n\x1a\n" + b"ink").decode()
PAYER = "บริษัท ก่อสร้างไทย จำกัด"
PART, WHOLE = Decimal(2), Decimal(4)
SOME = Money.of(100)


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
    asked = scene.desk.director.execute(command)
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
