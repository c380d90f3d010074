"""Goods handed over: never more than is there, and the deposits come off to the satang."""

from base64 import b64encode
from datetime import date, timedelta
from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services import integrity
from crm_desktop.services.attachments import attachment
from crm_desktop.services.deposits.deposits import AskDeposit
from crm_desktop.services.orders import goods_records
from crm_desktop.services.orders.deliveries import DeliverGoods, delivery_preview
from crm_desktop.store.orm import DatabaseError
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE
from tests.services.goods_shop import PNG, TODAY, GoodsShop, desk, shop

__all__ = ["desk", "shop"]


def test_parts_of_a_paper_cost_together_what_the_paper_costs(shop: GoodsShop) -> None:
    lines = (shop.line("CEM", 3, unit_price=Money.of("33.33")), shop.line("TILE", 7))
    order = shop.confirmed("SO", *lines, document_discount="10.01").id
    row = shop.row(order)
    worth, vat = Money.ZERO, Money.ZERO
    for quantities in ((1, 2), (1, "2.5"), (1, "2.5")):
        result = shop.deliver(order, *quantities)
        worth += result.value
        assert result.remainder == result.value
    for delivery in shop.desk.officer.read(goods_records.deliveries, order):
        vat += delivery.vat
    assert worth == Money(row["total_satang"])
    assert vat == Money(row["vat_satang"])
    assert result.state == "delivered"
    assert shop.stages(order) == {"delivered": 10}


def test_the_header_says_how_much_was_handed_over(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 3)).id
    assert shop.deliver(order, 1).state == "partly_delivered"
    assert shop.deliver(order, 2).state == "delivered"
    with pytest.raises(WrongState, match="wrong_state"):
        shop.deliver(order, 1)


def test_more_than_is_there_is_not_handed_over(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 3)).id
    shop.deliver(order, 1)
    for asked in ("2.001", "3"):
        with pytest.raises(Refused, match="more_than_there") as told:
            shop.deliver(order, asked)
        assert (told.value.field, told.value.values["there"]) == ("lines.0", 2)
    for asked in ("-1", "0.0001"):
        with pytest.raises(Refused, match="bad_quantity"):
            shop.deliver(order, asked)
    line = shop.lines(order)[0]
    twice = ((line, Decimal(1)), (line, Decimal(1)))
    command = DeliverGoods(order, shop.row(order)["version"], TODAY, twice, "คุณผู้รับ")
    with pytest.raises(Refused, match="more_than_there"):
        shop.desk.officer.execute(command)
    assert shop.stages(order) == {"open": 2, "delivered": 1}


def test_of_a_back_order_only_what_was_set_aside_is_handed_over(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    with pytest.raises(Refused, match="more_than_there") as told:
        shop.deliver(order, 1)
    assert told.value.values["there"] == 0
    shop.receive(request, 6)
    result = shop.deliver(order, 4)
    assert (result.state, shop.stages(order)) == (
        "partly_delivered",
        {"requested": 4, "allocated": 2, "delivered": 4},
    )
    shop.receive(request, 4)
    assert shop.deliver(order, 6).state == "delivered"
    assert shop.there() == 0


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_delivery_has_a_day_a_receiver_and_goods(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 3)).id
    for values, code in (
        ({"delivered_on": TODAY + timedelta(days=1)}, "date_in_future"),
        ({"delivered_on": date(2026, 11, 21)}, "date_before_paper"),
        ({"receiver": " "}, "receiver_needed"),
        ({"signature_png": "%%"}, "attachment_unreadable"),
        ({"signature_png": b64encode(b"%PDF-1.7").decode()}, "file_not_picture"),
        ({"mismatches": ((0, "สีไม่ตรง"),)}, "mismatch_without_goods"),
    ):
        with pytest.raises(Refused) as told:
            shop.deliver(order, 1, **values)
        assert told.value.code == code
    with pytest.raises(Refused, match="nothing_delivered"):
        shop.deliver(order)
    other = shop.lines(shop.confirmed("SO", shop.line()).id)[0]
    version = shop.row(order)["version"]
    command = DeliverGoods(order, version, TODAY, ((other, Decimal(1)),), "คุณผู้รับ")
    with pytest.raises(Refused, match="not_found"):
        shop.desk.officer.execute(command)
    assert shop.stages(order) == {"open": 3}


def test_a_paper_without_a_number_is_not_delivered(shop: GoodsShop) -> None:
    draft = shop.saved("SO", shop.line("CEM", 3))
    with pytest.raises(WrongState, match="wrong_state"):
        shop.deliver(draft.id, 1)
    gone = shop.confirmed("SO", shop.line("CEM", 3)).id
    shop.cancel(gone)
    with pytest.raises(WrongState, match="wrong_state"):
        shop.deliver(gone, 1)


def test_who_signed_and_what_was_not_as_ordered_stays_on_record(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 3), shop.line("TILE", 2)).id
    lines = shop.lines(order)
    shop.deliver(
        order,
        2,
        2,
        who="logistics",
        signature_png=PNG,
        note="วางหน้าบ้าน",
        mismatches=((lines[1], "สีไม่ตรง"),),
    )
    (found,) = shop.desk.officer.read(goods_records.deliveries, order)
    assert (found.position, found.receiver, found.note) == (1, "คุณผู้รับ", "วางหน้าบ้าน")
    assert (found.by, found.delivered_on) == ("คุณlogistics", TODAY)
    assert [(each.quantity, each.mismatch) for each in found.lines] == [(2, ""), (2, "สีไม่ตรง")]
    assert found.value == Money.sum(each.value for each in found.lines) == Money.of(878)
    assert found.signature_id is not None
    signature = shop.desk.officer.read(attachment, found.signature_id)
    assert (signature.row.use, signature.row.mime) == ("signature", "image/png")
    assert "delivery_mismatch" in shop.told(order)


def test_who_looked_before_another_delivery_is_told(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 9)).id
    shop.deliver(order, 1)
    version = shop.row(order)["version"]
    shop.deliver(order, 1)  # the state stays partly_delivered, the paper does not
    lines = ((shop.lines(order)[0], Decimal(1)),)
    with pytest.raises(Stale):
        shop.desk.officer.execute(DeliverGoods(order, version, TODAY, lines, "คุณผู้รับ"))


def test_two_who_hand_over_the_same_goods_at_once_do_it_once(
    shop: GoodsShop, store_url: str
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 9)).id
    lines = ((shop.lines(order)[0], Decimal(9)),)
    command = DeliverGoods(order, shop.row(order)["version"], TODAY, lines, "คุณผู้รับ")
    people = [list(PEOPLE).index(name) + 1 for name in ("officer", "logistics")]
    race = Race(racers.press, store_url, [(person, (command,)) for person in people])
    race.run()
    assert sorted(word for told in race.told for word in told) == ["done", "stale"]
    assert shop.stages(order) == {"delivered": 9}
    assert shop.system.read(integrity.verify).faults == ()


def test_a_cashier_hands_nothing_over(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 9)).id
    with pytest.raises(NotAllowed):
        shop.deliver(order, 1, who="cashier")


def test_a_delivery_can_never_be_rewritten(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 9)).id
    shop.deliver(order, 1)
    for name in ("delivery", "delivery_line"):
        table = getattr(shop.store.t, name)
        with pytest.raises(DatabaseError), shop.store.write():
            table.update(value_satang=0).execute()


# ---------------------------------------------------------------- deposits come off


def test_deposits_come_off_with_each_part_and_all_of_it_by_the_last(shop: GoodsShop) -> None:
    order = shop.back_order(3, deposit_percent=Decimal(30))
    deposit = shop.pay(order)  # 135.00 of 450.00
    request = shop.purchase(order)
    shop.receive(request, 3)
    results = [shop.deliver(order, 1) for _ in range(3)]
    assert [each.value for each in results] == [Money.of(150)] * 3
    assert Money.sum(each.deducted for each in results) == Money.of(135)
    assert results[0].deducted == Money.of(45)
    assert results[0].remainder == Money.of(105)
    assert shop.row(deposit)["state"] == "applied"
    first = shop.desk.officer.read(goods_records.deliveries, order)[0]
    assert (first.deducted, first.remainder) == (Money.of(45), Money.of(105))
    assert shop.system.read(integrity.verify).faults == ()


def test_the_officer_may_choose_what_comes_off(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    deposit = shop.pay(order, 200)
    result = shop.deliver(order, 1, deposits=())
    assert result.deducted == Money.ZERO
    result = shop.deliver(order, 1, deposits=((deposit, Money.of(150)),))
    assert (result.deducted, result.remainder) == (Money.of(150), Money.ZERO)
    with pytest.raises(Refused, match="deposit_more_than_held") as told:
        shop.deliver(order, 1, deposits=((deposit, Money.of(100)),))
    assert told.value.field == "deposits"
    assert shop.stages(order) == {"open": 2, "delivered": 2}
    assert shop.deliver(order, 2).deducted == Money.of(50)


def test_what_is_to_collect_is_known_before_the_goods_go(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    deposit = shop.pay(order, 200)
    line, officer = shop.lines(order)[0], shop.desk.officer
    for quantity, chosen in ((1, None), (2, ((deposit, Money.of(80)),)), (1, None)):
        lines = ((line, Decimal(quantity)),)
        told = officer.read(delivery_preview, order, lines, chosen)
        assert officer.read(delivery_preview, order, lines, chosen) == told, "nothing is written"
        done = shop.deliver(order, quantity, deposits=chosen)
        assert (told.value, told.deducted, told.remainder) == (
            done.value,
            done.deducted,
            done.remainder,
        )
    with pytest.raises(Refused, match="more_than_there"):
        officer.read(delivery_preview, order, ((line, Decimal(1)),))


def test_goods_are_not_handed_over_while_their_deposit_is_missing(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4), deposit_percent=Decimal(50)).id
    with pytest.raises(NeedsApproval, match="deposit_not_held") as told:
        shop.deliver(order, 1)
    assert told.value.values["missing"] == Money.of(300)
    shop.desk.officer.execute(AskDeposit(order))
    with pytest.raises(NeedsApproval, match="deposit_not_held"):
        shop.deliver(order, 1)


# ---------------------------------------------------------------- special orders are not closed so


def test_goods_of_the_shelf_do_not_silently_close_a_special_order(shop: GoodsShop) -> None:
    special = shop.special(shop.line("TILE", 5))
    order = shop.confirmed("SO", shop.line("TILE", 2), shop.line("CEM", 1)).id
    with pytest.raises(WrongState, match="special_order_open") as told:
        shop.deliver(order, 2)
    assert told.value.values["reference"] == shop.row(special)["number"]
    assert shop.deliver(order, 0, 1).value == Money.of(150)  # other goods go as they please
    assert shop.deliver(order, 2, acknowledged=True).state == "delivered"
    assert shop.stages(special) == {"open": 5}


def test_another_customers_special_order_warns_nobody(shop: GoodsShop) -> None:
    other = shop.new_customer("คุณอื่น")
    shop.special(shop.line("TILE", 5), customer_id=other)
    order = shop.confirmed("SO", shop.line("TILE", 2)).id
    assert shop.deliver(order, 2).state == "delivered"


def test_a_special_order_is_served_by_its_own_goods_only(shop: GoodsShop) -> None:
    special = shop.special(shop.line("TILE", 5))
    with pytest.raises(Refused, match="special_not_arrived"):
        shop.deliver(special, 1)
    request = shop.purchase(special)
    shop.receive(request, 3)
    with pytest.raises(Refused, match="special_not_arrived"):
        shop.deliver(special, 1)
    shop.receive(request, 2)
    with pytest.raises(WrongState, match="special_not_inspected"):
        shop.deliver(special, 5)
