"""What is made for one customer: signed for, paid for, bought, compared, and taken or refused."""

import json
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.messages import LANGUAGES, known, sentence
from crm_desktop.printing.render import render
from crm_desktop.services import integrity
from crm_desktop.services.attachments import Attach, Detach, attachments
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders import goods_records
from crm_desktop.services.orders.allocation import ReleaseToStock
from crm_desktop.services.orders.order_lists import order as read_order
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder, SubmitOrder
from crm_desktop.services.orders.promises import PromiseAgain, TellCustomer
from crm_desktop.services.orders.purchasing import WaiveDeposit
from crm_desktop.services.orders.special_orders import (
    InspectSpecial,
    QuoteSupplier,
    RefuseSpecial,
    SignSpecification,
)
from crm_desktop.services.papers import documents
from crm_desktop.services.privacy.erasing import Anonymise, erasure_preview
from crm_desktop.services.privacy.held import held
from crm_desktop.services.today import today
from tests.services.goods_shop import PNG, SPECIFICATION, TODAY, GoodsShop, desk, shop

__all__ = ["desk", "shop"]

ORDERS = ("back_order", "special_order", "purchase_request")


def inspect(shop: GoodsShop, order: int, agrees: bool = True, **values: object) -> object:
    version = shop.row(order)["version"]
    return shop.desk.receiving.execute(InspectSpecial(order, version, agrees, **values))  # type: ignore[arg-type]


def arrived(shop: GoodsShop, **values: object) -> tuple[int, int]:
    """A special order whose goods came, and its purchase request."""
    order = shop.special(shop.line("TILE", 5), **values)
    if values.get("deposit_percent"):
        shop.pay(order)
    request = shop.purchase(order)
    shop.receive(request, 5)
    return order, request


def test_the_road_from_the_first_word_to_the_goods_in_hand(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5), deposit_percent=Decimal(50))
    assert shop.row(order)["state"] == "confirmed"
    draft = shop.ask(order)
    with pytest.raises(NeedsApproval, match="deposit_not_held"):
        shop.issue(draft)
    shop.pay(order)
    assert shop.row(order)["state"] == "deposit_held"
    request = shop.issue(draft)
    assert shop.row(order)["state"] == "ordered"
    shop.answer(request, "confirm", on=TODAY + timedelta(days=3))
    assert shop.row(order)["promised_on"] == "2026-11-25"
    shop.receive(request, 5)
    row = shop.row(order)
    assert (row["state"], row["arrived_on"]) == ("arrived", "2026-11-22")
    inspect(shop, order)
    assert shop.row(order)["state"] == "inspected"
    result = shop.deliver(order, 5)
    assert (result.state, result.deducted) == ("collected", Money.of("722.50"))
    assert shop.there("TILE") == 0  # what is one customer's never lies in the common heap


def test_it_has_arrived_once_all_of_it_is_there(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5), shop.line("STEEL", 2))
    requests = [shop.purchase(order, 5), shop.purchase(order)]
    shop.receive(requests[0], 3)
    shop.receive(requests[1], 2)
    assert shop.row(order)["state"] == "ordered"
    with pytest.raises(WrongState):
        inspect(shop, order)
    shop.receive(requests[0], 2)
    assert shop.row(order)["state"] == "arrived"


# ---------------------------------------------------------------- signature


def test_the_signature_covers_what_the_customer_saw(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    signed = shop.sign(draft)
    assert signed.state == "signed"
    (signature,) = shop.desk.officer.read(attachments, draft.id)
    with shop.store.read():
        assert signature.covers == documents.fingerprint(shop.context(), draft.id)
    assert (signature.use, signature.name) == ("signature", "คุณลูกค้า.png")


def test_another_word_asks_for_another_signature_and_another_offer(shop: GoodsShop) -> None:
    signed = shop.sign(shop.special_draft())
    quoted = shop.desk.sales.execute(QuoteSupplier(signed.id, signed.version, "โรงไม้"))
    content = shop.desk.officer.read(read_order, quoted.id).content
    changed = replace(content, facts=(("specification", "บานประตูไม้ยาง"), SPECIFICATION[1]))
    saved = shop.desk.officer.execute(SaveOrder("SP", quoted.id, quoted.version, changed))
    assert saved.state == "draft"
    submit = SubmitOrder(saved.id, saved.version, Plea("x"), issue=True)
    with pytest.raises(WrongState):
        shop.desk.director.execute(submit)
    assert shop.sign(saved).state == "signed"


def test_a_scan_of_the_signed_paper_counts_as_the_signature(shop: GoodsShop) -> None:
    draft, other = shop.special_draft(), shop.special_draft()
    scan = b64encode(b"%PDF-1.7 signed").decode()
    mine, theirs = (
        shop.desk.officer.execute(Attach(each.id, "other", "scan.pdf", scan))
        for each in (draft, other)
    )
    for values in ({"attachment_id": mine}, {"signature_png": "", "attachment_id": None}):
        with pytest.raises(Refused, match="signature_needed"):
            shop.sign(draft, **values)  # both, then none
    with pytest.raises(Refused, match="not_found"):
        shop.sign(draft, signature_png="", attachment_id=theirs)
    assert shop.sign(draft, signature_png="", attachment_id=mine).state == "signed"
    (found,) = shop.desk.officer.read(attachments, draft.id)
    assert (found.use, bool(found.covers)) == ("signature", True)
    with pytest.raises(WrongState, match="attachment_stays"):
        shop.desk.officer.execute(Detach(mine))


def test_nobody_signs_for_nothing_nor_tomorrow(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    for values, code in (
        ({"signer": " "}, "signer_needed"),
        ({"on": TODAY + timedelta(days=1)}, "date_in_future"),
        ({"on": TODAY - timedelta(days=1)}, "date_before_paper"),
        ({"signature_png": "!"}, "attachment_unreadable"),
        ({"signature_png": b64encode(b"GIF89a").decode()}, "file_not_picture"),
    ):
        with pytest.raises(Refused) as told:
            shop.sign(draft, **values)
        assert told.value.code == code
    unsaid = shop.special_draft(facts=())
    with pytest.raises(Refused, match="fact_missing"):
        shop.sign(unsaid)
    assert shop.row(draft.id)["state"] == "draft"
    command = SignSpecification(draft.id, draft.version, "x", TODAY, signature_png=PNG)
    with pytest.raises(NotAllowed):
        shop.desk.sales.execute(command)


# ---------------------------------------------------------------- the supplier's offer


def test_only_who_may_see_cost_reads_what_the_supplier_asks(shop: GoodsShop) -> None:
    signed = shop.sign(shop.special_draft())
    offer = QuoteSupplier(
        signed.id,
        signed.version,
        "โรงไม้",
        "Q-1",
        Money.of("900.50"),
        14,
        TODAY + timedelta(days=30),
        "รวมส่ง",
    )
    shop.desk.sales.execute(offer)
    (seen,) = shop.desk.supervisor.read(goods_records.supplier_quotes, signed.id)
    assert (seen.cost, seen.lead_days, seen.reference) == (Money.of("900.50"), 14, "Q-1")
    for who in (shop.desk.officer, shop.desk.sales):
        (unseen,) = who.read(goods_records.supplier_quotes, signed.id)
        assert unseen.cost is None
    line = shop.store.t.timeline
    told = [row[0] for row in line.select(line.c.detail).tuples()]
    assert not any("900" in text for text in told)


def test_a_second_offer_stands_beside_the_first(shop: GoodsShop) -> None:
    saved = shop.sign(shop.special_draft())
    for supplier in ("โรงไม้หนึ่ง", "โรงไม้สอง"):
        saved = shop.desk.sales.execute(QuoteSupplier(saved.id, saved.version, supplier))
        assert saved.state == "quoted"
    found = shop.desk.sales.read(goods_records.supplier_quotes, saved.id)
    assert [each.supplier for each in found] == ["โรงไม้หนึ่ง", "โรงไม้สอง"]


def test_an_offer_names_its_supplier_and_is_still_valid(shop: GoodsShop) -> None:
    signed = shop.sign(shop.special_draft())
    for values, code in (
        ({"supplier": " "}, "supplier_needed"),
        ({"cost": Money(-1)}, "bad_price"),
        ({"lead_days": -1}, "bad_lead_days"),
        ({"lead_days": 1_000}, "bad_lead_days"),
        ({"valid_until": TODAY - timedelta(days=1)}, "validity_past"),
        ({"valid_until": TODAY + timedelta(days=800)}, "day_too_far"),
    ):
        given = {"supplier": "โรงไม้", **values}
        with pytest.raises(Refused) as told:
            shop.desk.sales.execute(QuoteSupplier(signed.id, signed.version, **given))  # type: ignore[arg-type]
        assert told.value.code == code
    draft = shop.special_draft()
    with pytest.raises(WrongState):
        shop.desk.sales.execute(QuoteSupplier(draft.id, draft.version, "โรงไม้"))


# ---------------------------------------------------------------- inspection


def test_what_does_not_agree_goes_back_and_its_replacement_is_received(shop: GoodsShop) -> None:
    order, request = arrived(shop)
    photo = b64encode(b"\xff\xd8\xff photo").decode()
    photos = (shop.desk.receiving.execute(Attach(order, "photo", "แตก.jpg", photo)),)
    with pytest.raises(Refused, match="findings_needed"):
        inspect(shop, order, False)
    with pytest.raises(Refused, match="not_found"):
        inspect(shop, order, False, findings="สีผิด", photo_ids=(999,))
    inspect(shop, order, False, findings="สีผิด", photo_ids=photos)
    row = shop.row(order)
    assert (row["state"], row["arrived_on"]) == ("ordered", None)
    assert shop.stages(order) == {"open": 5}
    assert (shop.row(request)["state"], shop.stages(request)) == ("confirmed", {"ordered": 5})
    with pytest.raises(Refused, match="nothing_to_request"):
        shop.ask(order)  # it is owed, not to be paid for twice
    shop.receive(request, 5)
    assert shop.row(request)["state"] == "received"
    inspect(shop, order)
    assert shop.deliver(order, 5).state == "collected"
    assert shop.system.read(integrity.verify).faults == ()


def test_what_the_supplier_does_not_replace_is_bought_anew(shop: GoodsShop) -> None:
    order, request = arrived(shop, deposit_percent=Decimal(50))
    inspect(shop, order, False, findings="สีผิด")
    shop.answer(request, "decline", reason="คืนเงินแทน")
    assert shop.row(order)["state"] == "deposit_held"
    again = shop.purchase(order)
    assert shop.row(order)["state"] == "ordered"
    shop.receive(again, 5)
    inspect(shop, order)
    assert shop.deliver(order, 5).state == "collected"
    assert shop.there("TILE") == 0
    assert shop.system.read(integrity.verify).faults == ()


def test_the_day_of_the_goods_that_failed_is_none_of_their_replacement(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5))
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=TODAY)
    shop.receive(request, 5)
    inspect(shop, order, False, findings="สีผิด")
    assert shop.row(request)["promised_on"] is None
    shop.answer(request, "confirm", on=TODAY + timedelta(days=9))
    promised = TODAY + timedelta(days=9)
    assert shop.row(request)["promised_on"] == promised.isoformat()
    assert shop.row(order)["promised_on"] == promised.isoformat()


def test_sales_and_the_officer_learn_that_a_replacement_is_owed(shop: GoodsShop) -> None:
    order, request = arrived(shop)
    inspect(shop, order, False, findings="สีผิด")

    def seen(who: Application) -> dict[str, str]:
        lines = [line for each in who.read(today.today).sections for line in each.lines]
        return {line.section: line.code for line in lines if line.section != "today_sign"}

    desk_ = {"today_risks": "today_replacement_awaited"}
    assert seen(shop.desk.director) == desk_
    buying = {"today_undated": "today_purchase_replacement"}
    assert seen(shop.desk.sales) == {**desk_, **buying}
    shop.answer(request, "decline", reason="คืนเงินแทน")
    assert seen(shop.desk.director) == {"today_risks": "today_replacement_to_order"}


def test_several_requests_owe_what_each_of_them_brought(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5))
    first, second = shop.purchase(order, 2), shop.purchase(order)
    for request, pieces in ((first, 2), (second, 3)):
        shop.receive(request, pieces)
    inspect(shop, order, False, findings="สีผิด")
    assert (shop.stages(first), shop.stages(second)) == ({"ordered": 2}, {"ordered": 3})
    shop.receive(second, 3)
    shop.answer(first, "decline", reason="หมด")
    assert shop.row(order)["state"] == "confirmed"
    shop.receive(shop.purchase(order), 2)
    assert shop.row(order)["state"] == "arrived"


def test_what_nobody_wants_any_more_stays_in_the_pool_when_the_rest_fails(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5))
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=TODAY)
    shop.cancel(order, 2)
    shop.receive(request, 5)
    inspect(shop, order, False, findings="สีผิด")
    assert shop.row(request)["state"] == "partly_received"
    assert shop.stages(request) == {"received": 2, "ordered": 3}
    assert shop.there("TILE") == 2
    shop.cancel(order)
    shop.receive(request, 3)
    assert shop.there("TILE") == 5
    assert shop.system.read(integrity.verify).faults == ()


def test_a_photo_of_another_paper_proves_nothing(shop: GoodsShop) -> None:
    order, _ = arrived(shop)
    other = shop.special_draft()
    photo = shop.desk.officer.execute(Attach(other.id, "photo", "x.png", PNG))
    with pytest.raises(Refused, match="not_found") as told:
        inspect(shop, order, photo_ids=(photo,))
    assert told.value.field == "photo_ids.0"


# ---------------------------------------------------------------- when it ends otherwise


def test_a_refused_special_order_keeps_its_deposit_held(shop: GoodsShop) -> None:
    order, _ = arrived(shop, deposit_percent=Decimal(50))
    inspect(shop, order)
    version = shop.row(order)["version"]
    with pytest.raises(Refused, match="reason_needed"):
        shop.desk.officer.execute(RefuseSpecial(order, version, ""))
    done = shop.desk.officer.execute(RefuseSpecial(order, version, "เปลี่ยนใจ"))
    assert done.state == "refused"
    assert shop.stages(order) == {"refused": 5}
    deposit = shop.store.t.document
    states = deposit.select(deposit.c.state).where(deposit.c.kind == "DP")
    assert [row[0] for row in states.tuples()] == ["held"]
    with pytest.raises(WrongState):
        shop.deliver(order, 1)


def test_what_was_taken_before_the_refusal_stays_taken(shop: GoodsShop) -> None:
    order, _ = arrived(shop)
    inspect(shop, order)
    assert shop.deliver(order, 2).state == "inspected"
    version = shop.row(order)["version"]
    shop.desk.officer.execute(RefuseSpecial(order, version, "ไม่พอดี"))
    assert shop.stages(order) == {"delivered": 2, "refused": 3}


def test_a_supplier_who_declines_sends_the_order_back_to_where_it_was(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5), deposit_percent=Decimal(50))
    shop.pay(order)
    request = shop.purchase(order)
    shop.answer(request, "decline", reason="เลิกผลิต")
    assert shop.row(order)["state"] == "deposit_held"
    assert shop.stages(order) == {"open": 5}
    shop.purchase(order)
    assert shop.row(order)["state"] == "ordered"


def test_one_of_two_requests_declined_leaves_the_order_ordered(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5))
    first, second = shop.purchase(order, 3), shop.purchase(order, 2)
    shop.answer(first, "decline", reason="ของหมด")
    assert shop.row(order)["state"] == "ordered"
    shop.answer(second, "decline", reason="ของหมด")
    assert shop.row(order)["state"] == "confirmed"


def test_nothing_is_asked_for_twice_nor_after_it_came(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5))
    request = shop.purchase(order, 3)
    with pytest.raises(Refused, match="more_than_there") as told:
        shop.ask(order, 3)
    assert told.value.values["there"] == 2
    shop.purchase(order)
    with pytest.raises(Refused, match="nothing_to_request"):
        shop.ask(order)
    shop.receive(request, 3)
    with pytest.raises(Refused, match="nothing_to_request"):
        shop.ask(order)


def test_a_cancelled_special_order_buys_nothing_more(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5))
    draft = shop.ask(order)
    shop.cancel(order)
    assert shop.row(draft.id)["state"] == "cancelled"
    with pytest.raises(WrongState):
        shop.ask(order)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_what_happened_to_goods_reads_in_words(shop: GoodsShop, language: str) -> None:
    """A placeholder that nobody fills would break the customer's whole timeline."""
    order, request = arrived(shop)
    inspect(shop, order, False, findings="สีผิด")
    shop.receive(request, 5)
    inspect(shop, order)
    shop.deliver(order, 2, mismatches=((shop.lines(order)[0], "สีไม่ตรง"),))
    shop.desk.officer.execute(RefuseSpecial(order, shop.row(order)["version"], "ไม่พอดี"))
    back = shop.back_order(4, deposit_percent=Decimal(30))
    waive = WaiveDeposit(back, shop.row(back)["version"], Plea("ลูกค้าประจำ"))
    shop.desk.director.execute(waive)
    request = shop.purchase(back)
    shop.answer(request, "confirm", on=TODAY)
    later = TODAY + timedelta(days=1)
    shop.desk.officer.execute(PromiseAgain(back, shop.row(back)["version"], later, "ช้า"))
    tell = TellCustomer(back, shop.row(back)["version"], "promise", "phone", "พรุ่งนี้")
    shop.desk.officer.execute(tell)
    shop.desk.officer.execute(Attach(back, "photo", "รูป.png", PNG))
    shop.receive(request, 4, allocate=False)
    shop.cancel(back)
    shop.desk.officer.execute(ReleaseToStock(shop.products["CEM"], Decimal(4), "ไม่มีผู้รอ"))
    line = shop.store.t.timeline
    rows = line.select(line.c.subject, line.c.event, line.c.detail)
    for subject, event, detail in rows.where(line.c.subject.in_(ORDERS)).tuples():
        code = f"timeline_{subject}_{event}"
        assert known(code, language), code
        assert "{" not in sentence(code, language, **json.loads(detail))


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_the_copy_a_customer_gets_does_not_tell_what_suppliers_asked(shop: GoodsShop) -> None:
    officer, sales, mark = shop.desk.officer, shop.desk.sales, "SUPPLIERX"
    signed = shop.sign(shop.special_draft())
    cost = Money.of("900.50")
    quoted = sales.execute(QuoteSupplier(signed.id, signed.version, mark, mark, cost, 14))
    scan = sales.execute(Attach(signed.id, "quote", f"{mark}.png", PNG))
    officer.execute(Detach(scan))
    own = officer.execute(Attach(signed.id, "other", "plan.png", PNG))
    sales.execute(Attach(signed.id, "quote", f"{mark}.png", PNG))
    submit = SubmitOrder(quoted.id, shop.row(signed.id)["version"], Plea("x"), issue=True)
    order = shop.desk.director.execute(submit).id
    request = shop.purchase(order, supplier=mark, note=mark)
    shop.answer(request, "confirm", on=TODAY + timedelta(days=3), reference=mark)
    copy = shop.desk.supervisor.read(held, 1)
    text = copy.data.decode()
    assert mark not in text
    assert "plan.png" in text
    assert [name for name, _ in copy.files][-1] == f"files/attachment-{own}.png"
    assert {row["kind"] for row in json.loads(text)["held"]["document"]} == {"SP"}
    assert render(copy.paper).startswith(b"%PDF")


def test_words_about_goods_go_with_the_names_and_no_file_comes_after(shop: GoodsShop) -> None:
    mark, officer = "Zwyx", shop.desk.officer
    order = shop.special(shop.line("TILE", 5), deposit_percent=Decimal(0))
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=TODAY + timedelta(days=3))
    day = TODAY + timedelta(days=9)
    officer.execute(PromiseAgain(order, shop.row(order)["version"], day, f"{mark} ขอเลื่อน"))
    shop.receive(request, 5)
    shop.desk.receiving.execute(InspectSpecial(order, shop.row(order)["version"], True))
    shop.deliver(order, 5, mismatches=((shop.lines(order)[0], f"{mark} ว่าสีเพี้ยน"),))
    dropped = shop.special(shop.line("TILE", 2), deposit_percent=Decimal(0))
    row = shop.row(dropped)
    shop.desk.director.execute(CancelOrder(dropped, row["version"], f"{mark} ไม่เอาแล้ว"))
    shop.desk.later(days=365 * 8)
    seen = shop.desk.supervisor.read(erasure_preview, 1)
    shop.desk.supervisor.execute(Anonymise(1, seen.version, seen.code, "asked"))
    run = shop.store.database.execute_sql
    for table in ("promise", "delivery_line", "goods_move", "audit_value", "timeline"):
        assert mark not in str(run(f"SELECT * FROM {table}").fetchall()), table
    with pytest.raises(WrongState, match="customer_anonymised"):
        officer.execute(Attach(order, "other", "บัตร.png", PNG))
