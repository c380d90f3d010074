"""What was written behind the program's back, found by what it breaks."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from crm_desktop.services.credit.receivables import ImportReceivables
from crm_desktop.services.integrity import verify
from crm_desktop.services.orders.promises import PromiseAgain, TellCustomer
from crm_desktop.services.orders.special_orders import InspectSpecial
from crm_desktop.store import triggers
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]

SOLD = "(SELECT MIN(line_id) FROM delivery_line)"
HELD = "(SELECT MIN(id) FROM document WHERE kind = 'DP' AND state = 'partly_used')"

HARMS = (
    ("goods_do_not_add_up", "UPDATE goods_stage SET quantity_milli = quantity_milli + 1"),
    ("goods_do_not_add_up", "DELETE FROM goods_move WHERE id = (SELECT MIN(id) FROM goods_move)"),
    (
        "goods_do_not_add_up",
        f"UPDATE document_line SET quantity_milli = quantity_milli + 1 WHERE id = {SOLD}",
    ),
    ("goods_step_unknown", "UPDATE goods_move SET event = 'vanish' WHERE event = 'deliver'"),
    ("paper_state_wrong", "UPDATE document SET state = 'confirmed' WHERE state = 'settled'"),
    ("pool_wrong", "UPDATE arrival_move SET quantity_milli = -9 WHERE event = 'receive'"),
    ("pool_wrong", "UPDATE arrival_pool SET quantity_milli = quantity_milli + 1"),
    ("allocation_wrong", "DELETE FROM arrival_move WHERE event = 'allocate'"),
    ("receipt_not_as_counted", "UPDATE receipt_line SET accepted_milli = accepted_milli + 1"),
    ("delivery_not_as_moved", "UPDATE delivery_line SET quantity_milli = quantity_milli + 1"),
    ("delivery_not_as_moved", "UPDATE delivery SET value_satang = value_satang + 1"),
    ("delivery_deduction_wrong", "UPDATE delivery SET deducted_satang = deducted_satang + 1"),
    ("promise_forgotten", "UPDATE promise SET promised_on = '2030-01-01'"),
    ("special_unsigned", "UPDATE attachment SET covers = ''"),
    ("special_unsigned", "UPDATE attachment SET covers = 'other words'"),
    ("attachment_changed", "UPDATE attachment SET sha256 = 'x'"),
    ("deposit_unbalanced", "UPDATE deposit_entry SET satang = 99999999 WHERE kind = 'refund'"),
    (
        "deposit_unbalanced",
        "DELETE FROM deposit_entry WHERE kind = 'clear' AND id NOT IN"
        " (SELECT reverses_id FROM deposit_entry WHERE reverses_id IS NOT NULL)",
    ),
    ("deposit_unbalanced", f"UPDATE document SET state = 'held' WHERE id = {HELD}"),
    ("deposit_not_as_received", "UPDATE document SET total_satang = 1 WHERE kind = 'DP'"),
    ("deposit_not_as_received", "UPDATE deposit SET vat_split = '[]'"),
    ("deposit_not_as_received", f"UPDATE document SET number = NULL WHERE id = {HELD}"),
    ("reversal_unlike_entry", "UPDATE deposit_entry SET vat_satang = 0 WHERE kind = 'reverse'"),
    ("reversal_unlike_entry", "UPDATE deposit_entry SET reverses_id = NULL WHERE kind = 'reverse'"),
    ("transfer_one_sided", "DELETE FROM deposit_entry WHERE kind = 'transfer_in'"),
    ("claim_not_as_paid", "UPDATE deposit_claim SET state = 'dropped' WHERE state = 'done'"),
    ("claim_not_as_paid", "UPDATE deposit_entry SET claim_id = NULL"),
    ("paper_paid_too_much", "UPDATE document SET vat_satang = 0, total_satang = 0"),
    ("bill_wrong", "UPDATE receivable SET paid_satang = amount_satang + 1"),
    ("bill_wrong", "UPDATE receivable SET due_on = '2000-01-01'"),
    ("credit_wrong", "UPDATE customer_credit SET overdue_satang = outstanding_satang + 1"),
)


def lived_in(shop: GoodsShop, folder: Path) -> None:
    """Every kind of movement once: goods ordered, received, allocated, told of, delivered; money
    received, used, refunded, moved on, and taken back."""
    till, officer = DepositShop(shop), shop.desk.officer
    shop.tell_credit(limit=500_000, outstanding=10_000)
    asked = shop.back_order(10, deposit_percent=Decimal(30))
    shop.pay(asked)
    request_id = shop.purchase(asked)
    shop.answer(request_id, "confirm", on=shop.desk.now.date(), reference="PO-1")
    shop.receive(request_id, 7, 3)
    version = shop.row(asked)["version"]
    officer.execute(TellCustomer(asked, version, "arrival", "phone", "โทรแจ้ง"))
    shop.deliver(asked, 5)
    version = shop.row(asked)["version"]
    tomorrow = shop.desk.now.date() + timedelta(days=1)
    officer.execute(PromiseAgain(asked, version, tomorrow, "รอบสอง"))
    sold = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(30)).id
    shop.pay(sold)
    shop.deliver(sold, 10)
    special = shop.special()
    shop.receive(shop.purchase(special), 5)
    inspect = InspectSpecial(special, shop.row(special)["version"], agrees=True)
    shop.desk.receiving.execute(inspect)
    held = till.held(till.order(), 3000)
    claimed = till.refund(held, 500)
    till.answer(claimed)
    till.pay(claimed.claim_id)
    moved = till.transfer(till.read(held.id), till.order(), 400)
    till.answer(moved)
    mistaken = till.held(till.order(), 1000)
    till.do("credit", reversal(till, mistaken.id))
    file = folder / "bills.csv"
    number = shop.row(sold)["number"]
    file.write_text(
        f"bill,code,order,billed,due,amount\nIV1,C-000001,{number},22/11/69,30/11/69,1500\n",
        encoding="utf-8",
    )
    shop.desk.credit.execute(ImportReceivables(str(file)))


def reversal(till: DepositShop, deposit_id: int) -> Any:
    from crm_desktop.services.deposits.deposit_uses import ReverseEntry

    found = till.read(deposit_id)
    return ReverseEntry(found.id, found.version, found.entries[0].id, "กดผิด")


def unguarded(shop: GoodsShop) -> None:
    """Somebody with the database's own tools takes the guards away."""
    database = shop.store.database
    for table, what, _, _ in triggers.rules():
        on = f" ON {table}" if shop.store.engine == "postgresql" else ""
        database.execute_sql(f"DROP TRIGGER {table}_no_{what}{on}")


def test_everything_a_shop_does_keeps_its_promises(shop: GoodsShop, tmp_path: Path) -> None:
    lived_in(shop, tmp_path)
    found = shop.desk.administrator.read(verify)
    assert found.faults == ()
    assert found.papers >= 12
    entries = {row["kind"] for row in shop.store.t.deposit_entry.select().dicts()}
    assert {"receive", "clear", "apply", "refund", "transfer_in", "reverse"} <= entries


def test_each_broken_promise_is_named(shop: GoodsShop, tmp_path: Path) -> None:
    lived_in(shop, tmp_path)
    unguarded(shop)
    database = shop.store.database
    unseen = []
    for code, harm in HARMS:
        with database.atomic() as transaction:
            changed = database.execute_sql(harm).rowcount
            found = {fault.code for fault in shop.desk.administrator.read(verify).faults}
            transaction.rollback()
        if not changed or code not in found:
            unseen.append((code, harm, changed, found))
    assert unseen == []
    assert {fault.code for fault in shop.desk.administrator.read(verify).faults} == {
        "guard_missing"
    }
