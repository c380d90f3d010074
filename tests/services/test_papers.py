"""What the customer holds in hand: the right figures, and nothing that is not issued."""

import io
from base64 import b64encode
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.domain.promptpay import promptpay
from crm_desktop.printing.money_papers import MoneyPaper, TillList
from crm_desktop.printing.paper import AnyPaper, Paper
from crm_desktop.services import settings
from crm_desktop.services.deposits.till import CountTill
from crm_desktop.services.look import SaveLook, look_and_version
from crm_desktop.services.orders.orders import CancelOrder
from crm_desktop.services.orders.promises import PromiseAgain
from crm_desktop.services.papers.departures import NotPrinted
from crm_desktop.services.papers.deposit_papers import refund_voucher, till_paper
from crm_desktop.services.papers.exits import TakeOut
from crm_desktop.services.papers.order_papers import delivery_slip
from crm_desktop.services.papers.paper_heads import paper_head, paper_head_by_reference
from crm_desktop.services.papers.papers import paper
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import PNG, GoodsShop, desk, shop

__all__ = ["desk", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
FACTS = (
    ("specification", "บานประตูไม้สัก"),
    ("measurements", "กว้าง: 90 ซม.\nสูง = 200 ซม.\n\nลายขวาง"),
)


@pytest.fixture
def till(shop: GoodsShop) -> DepositShop:
    """The same shop, seen from the till."""
    return DepositShop(shop)


def read(shop: GoodsShop, document_id: int, language: str = "", who: str = "officer") -> Any:
    return getattr(shop.desk, who).read(paper, document_id, language)


def out(shop: GoodsShop, document_id: int, way: str = "print", who: str = "officer") -> int:
    answer: int = getattr(shop.desk, who).execute(TakeOut(document_id, way))
    return answer


def signature() -> str:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (300, 120), "white")
    ImageDraw.Draw(image).line([(20, 60), (280, 40)], "black", 5)
    data = io.BytesIO()
    image.save(data, "PNG")
    return b64encode(data.getvalue()).decode()


def set_shop(shop: GoodsShop, **values: Any) -> None:
    """The administrator changes what the shop says of itself."""
    stands, version = shop.system.read(settings.shop_and_version)
    shop.system.execute(settings.SaveShop(version, replace(stands, **values)))


def set_look(shop: GoodsShop, **values: Any) -> None:
    """The administrator changes what stands on every paper."""
    stands, version = shop.system.read(look_and_version)
    shop.system.execute(SaveLook(version, replace(stands, **values)))


# ------------------------------------------------------------ orders


def test_an_order_shows_what_was_paid_and_what_remains(till: DepositShop) -> None:
    order_id = till.order(till.line(8000), till.line(2000))
    till.held(order_id, 3000)
    till.held(order_id, 500, method="cheque")
    shown: Paper = read(till.shop, order_id)  # type: ignore[arg-type]
    assert [each.amount for each in shown.sums.deposits] == [Money.of(3000), Money.of(500)]
    assert shown.sums.remainder == Money.of(6500)
    vat = shown.sums.vat[0].vat
    within = Money.sum(each.vat for each in shown.sums.deposits if each.vat)
    assert shown.sums.remainder_vat == vat - within
    assert (shown.kind, shown.draft, shown.number) == ("BO", False, shown.number)


def test_a_deposit_that_was_used_still_counts_as_paid(shop: GoodsShop) -> None:
    order_id = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(30)).id
    shop.pay(order_id)
    shop.deliver(order_id, 4)
    shown = read(shop, order_id)
    assert [each.amount for each in shown.sums.deposits] == [Money.of(450)]
    assert shown.sums.remainder == Money.of(1050)


def test_an_order_names_where_it_came_from_and_what_was_promised(shop: GoodsShop) -> None:
    facts = (("customer_order", "PO-77"), ("wanted_on", "2026-12-01"), ("handing", "pickup"))
    parent = shop.confirmed("SO", facts=facts)
    content = shop.content(shop.line("TILE", 3), shop.line())
    child = shop.saved("BO", *content.lines)
    issued = shop.back_order(3, "TILE")
    version = shop.row(issued)["version"]
    shop.desk.officer.execute(PromiseAgain(issued, version, date(2026, 12, 5), "โรงงานแจ้ง"))
    assert read(shop, issued).lines[0].due == date(2026, 12, 5)
    shown: Paper = read(shop, parent.id, "en")
    assert shown.customer_reference == "PO-77"
    assert dict(shown.details)["wanted_on"].endswith("2569") or shown.details
    assert [code for code, _ in shown.details] == ["wanted_on", "handing"]
    assert read(shop, child.id).draft


def test_a_draft_shows_its_watermark_and_leaves_no_record(shop: GoodsShop) -> None:
    saved = shop.saved("SO")
    shown = read(shop, saved.id)
    assert (shown.draft, shown.number) == (True, None)
    assert [out(shop, saved.id, way) for way in ("print", "save")] == [0, 0]
    assert list(shop.store.t.document_print.select().tuples()) == []
    assert shop.row(saved.id)["print_count"] == 0
    with pytest.raises(NeedsApproval, match="paper_not_issued"):
        out(shop, saved.id, "email")


def test_each_print_is_counted(shop: GoodsShop) -> None:
    order_id = shop.confirmed("SO").id
    assert [out(shop, order_id, way) for way in ("print", "save", "print")] == [0, 1, 2]
    assert shop.desk.officer.read(paper_head, order_id).print_count == 3
    assert read(shop, order_id).copy_number == 0
    program = shop.desk.officer
    again = program.read(paper, order_id, copy=3, sheets=("original", "copy"))
    assert (again.copy_number, again.sheets) == (3, ("original", "copy"))
    with pytest.raises(Refused, match="bad_choice"):
        out(shop, order_id, "burn")


def test_a_list_for_the_buying_program_is_no_copy_of_the_paper(shop: GoodsShop) -> None:
    request_id = shop.purchase(shop.back_order())
    assert [out(shop, request_id, way) for way in ("print", "export", "print")] == [0, 1, 1]


def test_whoever_may_not_read_a_kind_gets_no_paper_of_it(shop: GoodsShop) -> None:
    offered = shop.issued()
    for who in ("receiving", "logistics", "cashier"):
        with pytest.raises(NotAllowed):
            read(shop, offered.id, who=who)
        with pytest.raises(NotAllowed):
            out(shop, offered.id, who=who)
    order_id = shop.confirmed("SO").id
    assert read(shop, order_id, who="receiving").number
    with pytest.raises(NotAllowed):
        read(shop, order_id, who="other")
    reference = shop.row(order_id)["number"].lower()
    assert shop.desk.sales.read(paper_head_by_reference, f" {reference} ").id == order_id


def test_a_purchase_request_tells_for_whom_and_by_when_but_no_price(shop: GoodsShop) -> None:
    order_id = shop.back_order(10)
    request_id = shop.purchase(order_id, wanted_on=date(2026, 12, 1), supplier="สหวัสดุ", note="ด่วน")
    shown: Paper = read(shop, request_id)
    number = shop.row(order_id)["number"]
    (line,) = shown.lines
    assert (line.due, line.quantity) == (date(2026, 12, 1), Decimal(10))
    assert number in line.reference
    assert "ก่อสร้างไทย" in line.reference
    assert (shown.customer.name, shown.source) == ("ฝ่ายขาย", number)
    assert (shown.details, shown.remarks) == ((("supplier", "สหวัสดุ"),), "ด่วน")


def test_a_special_order_prints_what_the_customer_signed(shop: GoodsShop) -> None:
    set_look(shop, special_terms_th="ไม่รับคืนสินค้าสั่งพิเศษ")
    order_id = shop.special(facts=FACTS)
    set_look(shop, special_terms_th="เปลี่ยนภายหลัง")
    shown: Paper = read(shop, order_id)
    assert shown.special_order_terms == "ไม่รับคืนสินค้าสั่งพิเศษ"
    assert shown.specification is not None
    assert shown.specification.measurements == (
        ("กว้าง", "90 ซม."),
        ("สูง", "200 ซม."),
        ("ลายขวาง", ""),
    )
    assert shown.customer_signed is not None
    assert (shown.customer_signed.name, shown.customer_signed.on) == (
        "คุณลูกค้า",
        shop.desk.now.date(),
    )


def test_the_customers_signature_prints_unless_its_file_is_broken(shop: GoodsShop) -> None:
    for drawn, prints in ((signature(), True), (PNG, False)):
        signed = shop.sign(shop.special_draft(facts=FACTS), signature_png=drawn)
        by = read(shop, signed.id).customer_signed
        assert by is not None
        assert bool(by.picture) == prints


def test_an_unsigned_special_order_shows_no_signature(shop: GoodsShop) -> None:
    saved = shop.special_draft()
    assert read(shop, saved.id).customer_signed is None


def test_a_delivery_slip_deducts_the_deposit_and_names_who_took_it(shop: GoodsShop) -> None:
    lines = (shop.line("CEM", 10), shop.line("TILE", 4))
    order_id = shop.confirmed("SO", *lines, deposit_percent=Decimal(30)).id
    shop.pay(order_id)
    ids = shop.lines(order_id)
    first = shop.deliver(order_id, 4, mismatches=((ids[0], "ถุงขาด"),), signature_png=signature())
    second = shop.deliver(order_id, 6, 1)
    slip = shop.desk.logistics.read(delivery_slip, first.delivery_id)
    (line,) = slip.lines
    assert (line.ordered, line.quantity, line.remaining) == (Decimal(10), Decimal(4), Decimal(6))
    assert (line.note, line.amount) == ("ถุงขาด", Money.of(600))
    assert slip.sums.grand_total == first.value == Money.of(600)
    assert sum(each.amount.satang for each in slip.sums.deposits) == first.deducted.satang
    assert slip.sums.remainder == first.remainder
    assert slip.customer_signed is not None
    assert (slip.customer_signed.name, bool(slip.customer_signed.picture)) == ("คุณผู้รับ", True)
    later = shop.desk.officer.read(delivery_slip, second.delivery_id, sheets=("original", "copy"))
    assert [line.remaining for line in later.lines] == [Decimal(0), Decimal(3)]
    assert later.number == f"{shop.row(order_id)['number']}/2"
    vat = [each.sums.vat[0].vat for each in (slip, later)]
    assert sum(each.satang for each in vat) <= shop.row(order_id)["vat_satang"]


# ------------------------------------------------------------ money


def test_a_receipt_says_how_much_for_what_and_the_vat_within(till: DepositShop) -> None:
    order_id = till.order()
    held = till.held(order_id, 3000, method="transfer", payer="นายช่าง เอก")
    shown: MoneyPaper = read(till.shop, held.id, who="cashier")  # type: ignore[arg-type]
    assert (shown.kind, shown.amount, shown.remainder) == ("DP", Money.of(3000), Money.of(7000))
    assert (shown.vat[0].vat, shown.vat[0].base) == (Money.of("196.26"), Money.of("2803.74"))
    assert shown.payment is not None
    assert (shown.payment.method, shown.payment.reference) == ("transfer", "TX-1")
    assert shown.details == (("payer", "นายช่าง เอก"),)
    assert shown.cashier is not None
    assert till.desk.cashier.execute(TakeOut(held.id, "print")) == 0


def test_a_receipt_of_money_that_never_was_does_not_leave(till: DepositShop) -> None:
    order_id = till.order()
    held = till.held(order_id, 3000, method="cheque")
    till.bounce(held)
    with pytest.raises(WrongState, match="receipt_void"):
        till.desk.cashier.execute(TakeOut(held.id, "print"))


def test_a_receipt_printed_again_after_its_order_was_cancelled_asks_for_nothing(
    till: DepositShop,
) -> None:
    order_id = till.order()
    held = till.held(order_id, 3000)
    first: MoneyPaper = read(till.shop, held.id)  # type: ignore[arg-type]
    assert (first.paper_total, first.remainder) == (Money.of(10_000), Money.of(7000))
    row = till.shop.store.t.document
    version = next(iter(row.select(row.c.version).where(row.c.id == order_id).tuples()))[0]
    till.desk.manager.execute(CancelOrder(order_id, version, "ลูกค้าเปลี่ยนใจ"))
    again: MoneyPaper = read(till.shop, held.id)  # type: ignore[arg-type]
    assert (again.amount, again.paper_total, again.remainder) == (first.amount, None, None)


def test_an_expected_deposit_prints_the_slip_to_pay_it_by(till: DepositShop) -> None:
    set_shop(till.shop, promptpay="0801234567", bank_account="กสิกรไทย 123-4-56789-0")  # type: ignore[arg-type]
    order_id = till.order()
    asked = till.ask(order_id)
    shown: MoneyPaper = read(till.shop, asked.id)  # type: ignore[arg-type]
    assert (shown.kind, shown.amount, shown.draft) == ("PI", Money.of(3000), False)
    assert shown.bank is not None
    assert shown.bank.qr_payload == promptpay("0801234567", Money.of(3000))
    assert till.desk.officer.execute(TakeOut(asked.id, "print")) == 0
    version = till.shop.row(asked.id)["version"]
    till.desk.officer.execute(NotPrinted("", asked.id))
    assert till.shop.row(asked.id)["version"] == version  # who writes in it meanwhile is not late
    till.desk.officer.execute(TakeOut(asked.id, "print"))
    received = till.receive(asked.id, 3000)
    assert received.print_count == 0  # the receipt's first print is no copy of the slip
    assert till.desk.cashier.execute(TakeOut(asked.id, "print")) == 0
    till.desk.officer.execute(NotPrinted("", asked.id))
    assert till.desk.cashier.execute(TakeOut(asked.id, "print")) == 1  # the slip failed, not it


def test_a_voucher_is_printed_only_once_the_refund_is_approved(till: DepositShop) -> None:
    held = till.held(till.order(), 3000)
    claimed = till.refund(held, 1000)
    with pytest.raises(WrongState, match="claim_not_approved"):
        till.desk.credit.read(refund_voucher, claimed.claim_id)
    till.answer(claimed)
    before = till.desk.credit.read(refund_voucher, claimed.claim_id)
    assert (before.amount, before.payment, before.cashier) == (Money.of(1000), None, None)
    till.pay(claimed.claim_id)
    paid = till.desk.credit.read(refund_voucher, claimed.claim_id, sheets=("original", "copy"))
    assert paid.payment is not None
    assert (paid.payment.method, paid.payment.reference) == ("transfer", "PAY-1")
    assert paid.approver is not None
    assert not paid.approver.alone
    assert paid.cashier is not None
    assert paid.number == f"{held.number}/1"


def test_the_till_list_shows_what_was_counted(till: DepositShop) -> None:
    till.held(till.order(), 3000)
    till.held(till.order(), 500, method="card")
    till.desk.cashier.execute(CountTill(till.today, (("cash", Money.of(2900)),), "ทอนผิด"))
    shown: TillList = till.desk.cashier.read(till_paper, till.today)
    assert [(row.method, row.amount, row.counted, row.count) for row in shown.rows] == [
        ("cash", Money.of(3000), Money.of(2900), 1),
        ("card", Money.of(500), None, 1),
    ]


# ------------------------------------------------------------ on paper


@SQLITE
@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_every_paper_can_be_set(till: DepositShop, language: str) -> None:
    from crm_desktop.printing.render import render

    goods: Any = till.shop
    set_shop(goods, promptpay="0801234567")
    set_look(goods, special_terms_th="ไม่รับคืน", special_terms_en="Final", accent="#8c1d2f")
    order_id = goods.confirmed("SO", goods.line("CEM", 10), deposit_percent=Decimal(30)).id
    asked = till.ask(order_id)
    officer = till.desk.officer
    papers: list[AnyPaper] = [read(goods, asked.id, language)]
    held = till.receive(asked.id, 450)
    drawn = signature()
    delivered = goods.deliver(order_id, 4, signature_png=drawn)
    claimed = till.refund(held, 100)
    till.answer(claimed)
    special = goods.sign(goods.special_draft(facts=FACTS), signature_png=drawn)
    request_id = goods.purchase(goods.back_order())
    ids = (goods.issued().id, order_id, goods.back_order(), special.id, request_id, held.id)
    papers += [read(goods, each, language) for each in ids]
    papers.append(
        officer.read(delivery_slip, delivered.delivery_id, language, ("original", "copy"))
    )
    papers.append(officer.read(refund_voucher, claimed.claim_id, language))
    papers.append(till.desk.cashier.read(till_paper, till.today, language=language))
    kinds = [each.kind for each in papers]
    assert kinds == ["PI", "QT", "SO", "BO", "SP", "PR", "DP", "DL", "RV", "TL"]
    for each in papers:
        assert each.look.accent == "#8c1d2f", each.kind
        assert render(each).startswith(b"%PDF"), each.kind
