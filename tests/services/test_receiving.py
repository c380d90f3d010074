"""What arrives is counted and inspected before anybody gets it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.services import integrity
from crm_desktop.services.orders import goods_records
from crm_desktop.services.orders.receiving import ReceivedLine, ReceiveGoods
from crm_desktop.store.orm import DatabaseError
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE
from tests.services.goods_shop import TODAY, GoodsShop, desk, shop

__all__ = ["desk", "shop"]


def test_only_what_passed_inspection_is_given_out(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.receive(request, 7, 3)
    assert shop.stages(request) == {"asked": 3, "received": 7}
    assert shop.stages(order) == {"allocated": 7, "requested": 3}
    assert shop.row(request)["state"] == "partly_received"
    shop.receive(request, 3)
    assert shop.row(request)["state"] == "received"
    assert shop.stages(order) == {"allocated": 10}


def test_the_receipts_of_a_paper_say_what_was_found(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.receive(request, 7, 3, supplier_slip="INV-9", note="เช้า", disposition="claim")
    shop.receive(request, 3)
    for document in (request, order):
        first, second = shop.desk.officer.read(goods_records.receipts, document)
        assert (first.position, second.position) == (1, 2)
        assert (first.supplier_slip, first.note, first.by) == ("INV-9", "เช้า", "คุณreceiving")
        (line,) = first.lines
        assert (line.accepted, line.rejected, line.disposition) == (7, 3, "claim")
        assert (line.findings, line.unit) == ("แตก", "ชิ้น")
        assert first.reference == shop.row(request)["number"]


def test_more_than_was_asked_for_is_not_taken_in(shop: GoodsShop) -> None:
    request = shop.purchase(shop.back_order(10))
    shop.receive(request, 4)
    for accepted, rejected in (("6.001", 0), (4, 3), (0, 7)):
        with pytest.raises(Refused, match="received_too_much") as told:
            shop.receive(request, accepted, rejected)
        assert told.value.field == "lines.0.accepted"
        assert told.value.values["there"] == 6
    assert shop.stages(request) == {"asked": 6, "received": 4}


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"accepted": 0}, "nothing_received", "lines"),
        ({"accepted": -1}, "bad_quantity", "lines.0.accepted"),
        ({"accepted": "0.0001"}, "bad_quantity", "lines.0.accepted"),
        ({"accepted": 1, "rejected": -1}, "bad_quantity", "lines.0.rejected"),
        ({"accepted": 1, "rejected": 1, "disposition": ""}, "disposition_needed", None),
        ({"accepted": 1, "rejected": 1, "disposition": "eat"}, "disposition_needed", None),
        ({"accepted": 1, "rejected": 1, "findings": " "}, "findings_needed", None),
        ({"accepted": 1, "received_on": TODAY + timedelta(days=1)}, "date_in_future", None),
        ({"accepted": 1, "received_on": date(2026, 11, 21)}, "date_before_paper", None),
    ],
)
@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_what_cannot_be_so_is_told_and_nothing_moves(
    shop: GoodsShop, values: dict[str, object], code: str, field: str | None
) -> None:
    request = shop.purchase(shop.back_order(10))
    with pytest.raises(Refused) as told:
        shop.receive(request, **values)
    assert told.value.code == code
    assert field is None or told.value.field == field
    assert shop.stages(request) == {"asked": 10}
    assert shop.there() == 0


def test_a_line_of_another_paper_or_twice_the_same_line_is_refused(shop: GoodsShop) -> None:
    request, other = (shop.purchase(shop.back_order(5)) for _ in range(2))
    version = shop.row(request)["version"]
    lines = (ReceivedLine(shop.lines(other)[0], Decimal(1)),)
    with pytest.raises(Refused, match="not_found"):
        shop.desk.receiving.execute(ReceiveGoods(request, version, TODAY, lines))
    lines = (ReceivedLine(shop.lines(request)[0], Decimal(1)),) * 2
    with pytest.raises(Refused, match="received_too_much"):
        shop.desk.receiving.execute(ReceiveGoods(request, version, TODAY, lines))


def test_who_looked_before_the_last_receipt_is_told(shop: GoodsShop) -> None:
    request = shop.purchase(shop.back_order(9))
    shop.receive(request, 3)
    command = shop.receipt_command(request, 3)
    shop.receive(request, 3)
    with pytest.raises(Stale):
        shop.desk.receiving.execute(command)


def test_the_desk_takes_nothing_in(shop: GoodsShop) -> None:
    command = shop.receipt_command(shop.purchase(shop.back_order(9)), 3)
    with pytest.raises(NotAllowed):
        shop.desk.officer.execute(command)


def test_a_receipt_can_never_be_rewritten(shop: GoodsShop) -> None:
    request = shop.purchase(shop.back_order(9))
    receipt = shop.receive(request, 3).receipt_id
    for name in ("receipt", "receipt_line", "goods_move", "arrival_move"):
        table = getattr(shop.store.t, name)
        with pytest.raises(DatabaseError), shop.store.write():
            table.delete().where(table.c.id == receipt).execute()


def test_two_who_take_in_the_same_lorry_at_once_take_it_in_once(
    shop: GoodsShop, store_url: str
) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    command = shop.receipt_command(request, 10)
    people = [list(PEOPLE).index(name) + 1 for name in ("receiving", "sales")]
    race = Race(racers.press, store_url, [(person, (command,)) for person in people])
    race.run()
    assert sorted(word for told in race.told for word in told) == ["done", "stale"]
    assert shop.stages(order) == {"allocated": 10}
    assert shop.system.read(integrity.verify).faults == ()
