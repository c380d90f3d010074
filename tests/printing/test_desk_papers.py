"""If these fail, a paper of an order or a deposit is wrong, torn, or says what it must not."""

import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.promptpay import bill_payment, promptpay
from crm_desktop.messages import known
from crm_desktop.printing import render as render_module
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.lined import FORMS
from crm_desktop.printing.lines_table import LinesTable
from crm_desktop.printing.money_papers import Movement
from crm_desktop.printing.paper import AnyPaper, Look, Paper, Party, Signatory, Specification, Sums
from crm_desktop.printing.render import KINDS, render
from crm_desktop.printing.sheet import Palette
from crm_desktop.printing.slips import SLIPS
from tests.printing.desk_papers import (
    BANK,
    DAY,
    METHODS,
    NON_RETURN,
    SIGNED,
    back_order,
    delivery,
    every_paper,
    lined,
    order,
    pay_in,
    purchase_request,
    receipt,
    refund,
    special_order,
    statement,
    till,
)
from tests.printing.papers import CUSTOMER, SELLER, line, quotation, rows_on
from tests.printing.qr_reading import qr_text
from tests.printing.reading import own_words, pages_of, squeeze, text_of

NAMES = tuple(every_paper())
LINED: dict[str, Callable[[int], Paper]] = {
    "order": order,
    "back_order": back_order,
    "purchase_request": purchase_request,
    "delivery": delivery,
}
NEVER_SIGNED = {"route", "approvals", "comparison"}  # what counts was answered in the program
LATIN_IN_THAI = {"Thai", "QR", "Back", "Order"}
BARE: dict[str, Any] = {"proposer": None, "approver": None, "customer_signed": None}


def tells(paper: AnyPaper, *pieces: object) -> None:
    """Every piece stands on the paper."""
    text = text_of(paper)
    for piece in pieces:
        assert squeeze(str(piece)) in text, piece


# ------------------------------------------------------------------------ every paper


@pytest.mark.parametrize("name", NAMES)
def test_the_paper_names_itself_its_shop_and_its_people(name: str) -> None:
    paper = every_paper()[name]
    tells(paper, SELLER.name_th, SELLER.tax_number, "หน้า 1 จาก 1", paper.number or "")
    for who in (paper.proposer, paper.approver):
        assert who is None or squeeze(who.name) in text_of(paper)


def test_every_kind_that_can_be_printed_is_printed_here() -> None:
    assert {paper.kind for paper in every_paper().values()} | {"QT"} == set(KINDS)


@pytest.mark.parametrize("name", NAMES)
def test_an_english_paper_has_only_english_labels_and_a_thai_one_only_thai(name: str) -> None:
    paper = every_paper()[name]
    data = squeeze(own_words(paper))
    english = "\n".join(pages_of(replace(paper, language="en")))
    for run in re.findall("[\u0e01-\u0e5b]+", english):
        assert run in data, run
    for word in re.findall("[A-Za-z]{2,}", "\n".join(pages_of(paper))):
        assert word in data or word in LATIN_IN_THAI, word


def test_every_label_has_words_in_both_languages() -> None:
    code = "".join(
        file.read_text("utf-8") for file in Path(render_module.__file__).parent.glob("*.py")
    )
    used = set(re.findall(r"(?:say|each|carried|flow|total|marked)\(\s*\"(\w+)\"", code))
    used |= set(re.findall(r'"(signed_by_\w+|qr_no_proof|cheque_clause|pay_\w+|amount_\w+)"', code))
    used |= {f"title_{kind.lower()}" for kind in KINDS} | {"sheet_original", "sheet_copy"}
    used |= {f"column_{name}" for form in FORMS.values() for name in form.columns}
    used |= {"watermark", "watermark_sample"}
    used |= {word for form in FORMS.values() for word in (form.party, form.seal) if word}
    used |= {form.party for form in SLIPS.values()} | {"carrier", "supplier", "deposit_required"}
    used |= {f"method_{method}" for method in METHODS}
    events = "receive clear bounce apply refund forfeit transfer_out transfer_in reverse"
    used |= {f"movement_{event}" for event in events.split()}
    assert {"grand_total", "watermark", "signed_by_cashier", "column_needed"} <= used
    missing = [c for c in sorted(used) for lang in ("th", "en") if not known(f"paper_{c}", lang)]
    assert not missing
    for paper in every_paper().values():
        assert "paper_" not in text_of(replace(paper, language="both"))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    assert render(every_paper()[name]) == render(every_paper()[name])


@pytest.mark.parametrize("name", NAMES)
def test_a5_and_a_letterhead_keep_the_paper_whole(name: str) -> None:
    paper = every_paper()[name]
    small = replace(paper, look=Look(accent="#ffd400", page_size="A5"))
    sheet, whole = (re.sub("หน้า\\d+จาก\\d+", "", text_of(each)) for each in (paper, small))
    assert Counter(sheet) <= Counter(whole)
    headed = text_of(replace(paper, look=Look("letterhead", letterhead_mm=35)))
    assert SELLER.tax_number not in headed
    assert squeeze(paper.number or SELLER.footer) in headed


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NEVER_SIGNED])
def test_a_paper_that_nobody_signed_yet_leaves_room_for_a_pen(name: str) -> None:
    paper = every_paper()[name]
    bare = replace(paper, **BARE, remarks="", terms=(), details=())
    assert "(......" in text_of(bare)
    assert "......../......../............" in text_of(bare)


def test_drafts_are_marked_and_copies_named_on_every_kind() -> None:
    for paper in every_paper().values():
        draft = replace(paper, number=None, draft=True, draft_reference="D-7Q4K")
        tells(draft, "ฉบับร่าง", "D-7Q4K")
        tells(replace(paper, copy_number=2), "สำเนา พิมพ์ซ้ำครั้งที่ 2")
        assert "ฉบับร่าง" not in text_of(paper)
        assert "สำเนา" not in text_of(paper)


# ----------------------------------------------------------------------------- with lines


@pytest.mark.parametrize("name", LINED)
def test_a_hundred_and_twenty_lines_turn_pages_without_losing_one(name: str) -> None:
    paper = LINED[name](120)
    pages = pages_of(paper)
    assert len(pages) > 3
    assert sum(map(rows_on, pages)) == 120
    for number, text in enumerate(pages, start=1):
        assert f"หน้า {number} จาก {len(pages)}" in text
        assert "รายการ" in text
        assert str(paper.number) in text
    has_money = name != "purchase_request"
    for before, after in pairwise(pages):
        forward = re.search(r"ยอดยกไป\s*([\d,.]+)", before)
        brought = re.search(r"ยอดยกมา\s*([\d,.]+)", after)
        assert (forward is not None) is has_money
        if forward and brought:
            assert forward[1] == brought[1]


@pytest.mark.parametrize("name", LINED)
def test_totals_and_signatures_are_never_torn_or_alone(name: str) -> None:
    signed = FORMS[LINED[name](1).kind].signing[2]
    who = {"signed_by_buyer": "ลูกค้าผู้สั่งซื้อ", "signed_by_receiver": "ผู้รับของ"}.get(signed, "ผู้รับเรื่อง")
    for count in (1, *range(6, 36, 3)):
        pages = pages_of(LINED[name](count))
        assert who in pages[-1]
        assert all(who not in text for text in pages[:-1])
        assert rows_on(pages[-1])
        assert sum(map(rows_on, pages)) == count


@pytest.mark.parametrize("kind", FORMS)
def test_a_paper_without_lines_still_prints(kind: str) -> None:
    paper = lined(kind, (), sums=Sums(Money.ZERO, Money.ZERO))
    assert squeeze(str(paper.number)) in text_of(paper)
    assert ("ศูนย์บาทถ้วน" in text_of(paper)) is FORMS[kind].has_money


def test_an_order_shows_what_it_came_from_its_deposit_and_the_remainder() -> None:
    paper = order()
    tells(paper, "ใบสั่งขาย", "QT01-6911-00042", "PO-2026/1187", paper.delivery)
    tells(paper, "หักมัดจำ DP01-6911-00007 (20/11/2569)", "ยอดคงเหลือ", paper.sums.remainder)
    tells(paper, *paper.terms, paper.remarks, BANK.number, "ลูกค้าผู้สั่งซื้อ")


def test_a_back_order_shows_the_promise_of_every_line() -> None:
    tells(back_order(3), "ใบ Back Order", "นัดส่ง", "05/12/2569", "06/12/2569", "07/12/2569")
    tells(replace(back_order(1), language="en"), "Promised", "05/12/2026")
    tells(replace(back_order(1), language="both"), "05/12/2569 (05/12/2026)")


def test_a_purchase_request_tells_sales_everything_but_no_money() -> None:
    paper = purchase_request(6)
    tells(paper, "ใบเสนอซื้อ", "ถึง ฝ่ายขาย", "ต้องการภายใน", "05/12/2569", "BO01-6911-00003")
    tells(paper, "ผู้จำหน่าย: บริษัท สหวัสดุภัณฑ์ จำกัด", "ผู้เสนอซื้อ", "ผู้รับเรื่อง", "ตามรายการ")
    for pages in (pages_of(paper), pages_of(replace(paper, language="both"))):
        assert not re.search(r"\d\.\d\d\b", "".join(pages).replace(" 8.5 ", ""))
        for word in ("บาท", "ราคา", "จำนวนเงิน", "ยอด", "VAT", "Amount"):
            assert word not in "".join(pages)


def test_a_subtotal_on_a_purchase_request_prints_no_sum() -> None:
    paper = lined("PR", (line(0), replace(line(1), kind="subtotal", amount=Money.of(777))))
    assert "777" not in text_of(paper)


def test_a_special_order_says_what_is_wanted_and_the_term_above_the_signature() -> None:
    paper = special_order()
    wanted = paper.specification
    assert wanted is not None
    tells(paper, "ใบสินค้าสั่งพิเศษ", *wanted.attachments, *wanted.text.splitlines())
    for what, value in wanted.measurements:
        tells(paper, what, value)
    text = text_of(paper)
    assert text.index(squeeze(NON_RETURN)) < text.index("ลูกค้าผู้สั่งซื้อ")
    assert text.index("RAL7016") < text.index("ยอดรวมทั้งสิ้น")


def test_a_special_order_needs_neither_drawings_nor_measurements_nor_signature() -> None:
    only_text = Specification("ประตูไม้สักบานคู่")
    tells(special_order(specification=only_text, customer_signed=None), "ประตูไม้สักบานคู่")
    text = text_of(special_order(specification=Specification(), customer_signed=None))
    assert "ข้อกำหนดสินค้า" not in text
    assert "รวมเป็นเงิน" in text


def test_an_endless_specification_turns_the_page_and_keeps_every_word() -> None:
    wanted = Specification(
        "รายละเอียดยาวมาก " * 600,
        tuple((f"ค่า{place}", f"{place} มม.") for place in range(90)),
        tuple(f"แบบ{place}.pdf" for place in range(60)),
    )
    text = text_of(special_order(specification=wanted))
    assert text.count("รายละเอียดยาวมาก") == 600
    assert all(f"ค่า{place}{place}มม." in text for place in range(90))
    assert all(f"{place + 1}.แบบ{place}.pdf" in text for place in range(60))
    assert text.index(squeeze(NON_RETURN)) < text.index("ลูกค้าผู้สั่งซื้อ")


def test_a_delivery_slip_shows_what_came_what_stays_and_what_is_deducted() -> None:
    paper = delivery(3)
    tells(paper, "ใบส่งของ", "สั่ง", "ส่งครั้งนี้", "ค้างส่ง", "244", "120")
    tells(paper, "หักมัดจำ DP01-6911-00007", "-10,000.00", "รวมภาษีมูลค่าเพิ่ม 654.21 บาท")
    assert paper.sums.remainder_vat is not None
    rest = paper.sums.remainder_vat
    assert rest == paper.sums.vat[0].vat - Money.of("654.21")
    tells(paper, paper.sums.remainder, f"รวมภาษีมูลค่าเพิ่ม {rest} บาท", "ได้รับสินค้าครบถ้วน")
    tells(paper, "ผู้รับของ", SIGNED.name, "22 พฤศจิกายน 2569")


def test_a_delivery_of_millions_stays_on_the_sheet() -> None:
    many = Decimal("25120.125")
    row = replace(
        line(1),
        code="GT-6012-LIGHT-GREY-A",
        quantity=many,
        ordered=many,
        remaining=many,
        unit="กล่อง (1.44 ตร.ม.)",
        unit_price=Money.of("1234567.89"),
        discount="10+5+2.5%",
        amount=Money.of("98765432.10"),
    )
    paper = delivery(lines=(row,) * 3)
    table = LinesTable(paper, FORMS["DL"].columns, Labels("both"), Palette.of(Look()), 503)
    drawn = [text for each in table.rows() for text in each.block.texts]
    assert max(left + style.measure(text) for left, _, text, style in drawn) <= 503
    tells(delivery(lines=(row,)), "98,765,432.10", "1,234,567.89", row.code, row.unit)


def test_other_papers_never_show_the_columns_of_a_delivery() -> None:
    assert "ค้างส่ง" not in text_of(order(3))
    assert "ส่งครั้งนี้" not in text_of(quotation(3))


# ------------------------------------------------------------------------------ signatures


def test_the_signature_picture_prints_where_there_is_one() -> None:
    for paper, count in (
        (special_order(), 1),
        (special_order(customer_signed=None), 0),
        (receipt(customer_signed=SIGNED), 1),
        (delivery(2, customer_signed=replace(SIGNED, picture=None)), 0),
    ):
        reader = pypdf.PdfReader(io.BytesIO(render(paper)))
        assert len(reader.pages[-1].images) == count


def test_an_empty_signature_pad_prints_as_no_signature() -> None:
    white = io.BytesIO()
    Image.new("RGB", (600, 300), "white").save(white, "PNG")
    paper = delivery(2, customer_signed=Signatory("ปิ่นทิพย์", picture=white.getvalue()))
    assert not pypdf.PdfReader(io.BytesIO(render(paper))).pages[0].images


@pytest.mark.parametrize("broken", [b"no picture", b"\0" * (8 * 1024 * 1024 + 1)])
def test_a_broken_or_huge_signature_gets_a_sentence(broken: bytes) -> None:
    with pytest.raises(Refused) as refused:
        render(special_order(customer_signed=Signatory("ก", picture=broken)))
    assert refused.value.field == "signature"
    assert refused.value.code in {"signature_unreadable", "signature_too_large"}
    assert known(refused.value.code, "th")
    assert known(refused.value.code, "en")


# --------------------------------------------------------------------------------- deposits


@pytest.mark.parametrize("method", METHODS)
def test_a_receipt_says_who_paid_how_much_and_how(method: str) -> None:
    paper = receipt(method)
    told = {
        "cash": ["เงินสด"],
        "transfer": ["โอนเงิน", "ธนาคารกรุงเทพ", "TX20261122-0042", "14:35"],
        "card": ["บัตร", "•••• 4321", "อนุมัติ 004217"],
        "cheque": ["เช็ค", "10023456", "25 พฤศจิกายน 2569", "สมบูรณ์เมื่อเรียกเก็บเงินตามเช็คได้"],
        "promptpay": ["พร้อมเพย์", "PP004217", "09:05"],
    }[method]
    tells(paper, "ใบรับเงินมัดจำ", "DP01-6911-00007", "ได้รับเงินจาก", CUSTOMER.name, *told)
    tells(paper, "18,375.25", "หนึ่งหมื่นแปดพันสามร้อยเจ็ดสิบห้าบาทยี่สิบห้าสตางค์", "SO01-6911-00042")
    tells(paper, "17,173.13", "ภาษีมูลค่าเพิ่ม 7%", "1,202.12", "IV6911-00318", "แคชเชียร์ผู้รับเงิน")
    tells(paper, "61,250.75", "คงเหลือต้องชำระ", "42,875.50", "ผู้จ่ายเงิน", *paper.terms)
    assert ("เรียกเก็บ" in text_of(paper)) is (method == "cheque")


@pytest.mark.parametrize(
    ("language", "words"), [("th", "ไม่ใช่ใบกำกับภาษี"), ("en", "Not a tax invoice")]
)
def test_a_deposit_receipt_is_headed_as_no_tax_invoice(language: Any, words: str) -> None:
    text = text_of(receipt(language=language))
    assert squeeze(words) in text
    assert text.index(squeeze(words)) < text.index(CUSTOMER.code)
    assert squeeze(words) not in text_of(refund(language=language))


def test_a_receipt_splits_the_vat_within_per_class() -> None:
    vat = (
        *receipt().vat,
        replace(receipt().vat[0], rate=Decimal(0), base=Money.of(50), vat=Money.ZERO),
        replace(receipt().vat[0], rate=None, base=Money.of(30), vat=Money.ZERO),
    )
    tells(receipt(vat=vat), "ยอดนี้ประกอบด้วย", "(อัตรา 7%)", "(อัตรา 0%)", "50.00", "30.00")
    assert "ภาษีมูลค่าเพิ่ม" not in text_of(receipt(vat=(), terms=()))


def test_the_qr_of_a_pay_in_slip_scans_as_the_exact_sum() -> None:
    paper = pay_in()
    assert paper.bank is not None
    assert qr_text(render(paper)) == paper.bank.qr_payload
    assert "540818375.25" in paper.bank.qr_payload
    tells(paper, "ยอดที่ต้องชำระ", "18,375.25", "25 พฤศจิกายน 2569", "123-4-56789-0", "ไม่ใช่ใบรับเงิน")
    tells(paper, "ไม่ใช่หลักฐานการชำระเงิน", "61,250.75")


@pytest.mark.parametrize(
    "payload",
    [
        promptpay("0801234567"),
        promptpay("1112034563562", Money.of("0.01")),
        bill_payment("099400016550100", "123456789012", "670429", Money.of("3649.22")),
    ],
)
def test_any_thai_qr_on_a_paper_scans_as_its_payload(payload: str) -> None:
    assert qr_text(render(pay_in(bank=replace(BANK, qr_payload=payload)))) == payload


def test_a_receipt_may_carry_the_qr_of_what_is_still_due() -> None:
    payload = promptpay("0801234567", Money.of("42875.50"))
    paper = receipt(bank=replace(BANK, qr_payload=payload))
    assert qr_text(render(paper)) == payload
    tells(paper, "ชำระส่วนที่เหลือได้ที่")


def test_a_refund_voucher_names_reason_receipt_and_three_signatures() -> None:
    paper = refund()
    tells(paper, "ใบสำคัญจ่ายคืนเงินมัดจำ", "คืนเงินให้", "5,000.00", "ห้าพันบาทถ้วน", paper.reason)
    tells(paper, "DP01-6911-00007", "เงินสด", "ผู้อนุมัติ", "ผู้จ่ายเงินคืน", "ผู้รับเงินคืน")


def test_an_endless_reason_turns_the_page() -> None:
    text = text_of(refund(reason="เหตุผลยาวมาก " * 900))
    assert text.count("เหตุผลยาวมาก") == 900
    assert text.index("เหตุผลยาวมาก") < text.index("ผู้รับเงินคืน")


# ------------------------------------------------------------------------------------ lists


def test_a_statement_runs_its_balance_from_movement_to_movement_and_page_to_page() -> None:
    paper = statement(6)
    tells(paper, "ยอดยกมา 1,500.00", "รับเงิน โอนเงิน SO01-6911-00042 18,375.25 19,875.25")
    tells(paper, "หักใช้ DL01-6911-00042 10,000.00 9,875.25", "เงินมัดจำคงเหลือ", paper.balance)
    long = statement(120)
    pages = pages_of(long)
    assert sum(text.count("DP01-6911-00007") for text in pages) == 120
    shown = [each.balance for each in long.movements]
    for before, after in pairwise(pages):
        forward = re.search(r"ยอดยกไป\s*([\d,.]+)", before)
        assert forward is not None
        assert Money.of(forward[1]) in shown
        assert f"ยอดยกมา{forward[1]}" in squeeze(after)
    assert str(long.balance) in pages[-1]


def test_a_statement_of_nothing_and_a_clearing_of_nothing_print() -> None:
    empty = statement(0, opening=Money.ZERO, since=None)
    tells(empty, "เงินมัดจำคงเหลือ", "ศูนย์บาทถ้วน")
    cleared = Movement(DAY, "DP01-6911-00007", "clear", Money.ZERO, Money.of(1500))
    text = text_of(statement(movements=0, opening=Money.of(1500)))
    assert "เงินผ่านแล้ว" not in text
    tells(replace(empty, opening=Money.of(1500), movements=(cleared,)), "เงินผ่านแล้ว 1,500.00")


def test_the_till_list_shows_by_how_much_each_cashier_differs() -> None:
    paper = till(2)
    tells(paper, "แคชเชียร์ กิ่งแก้ว ฐานทรัพย์", "เงินสด 7 23,450.00 23,430.00 -20.00", "ทอนเงินผิด 20 บาท")
    tells(paper, "พร้อมเพย์ 12 18,375.25 18,395.25 +20.00", "รวมย่อย 24 193,025.50 193,025.50 0.00")
    tells(paper, "รวมทุกแคชเชียร์", "เงินสด 14 46,900.00 46,860.00 -40.00", "386,051.00")
    assert "รวมทุกแคชเชียร์" not in text_of(till(1))


def test_what_is_not_counted_yet_has_no_difference() -> None:
    rows = (replace(till(1).rows[0], counted=None), *till(1).rows[1:])
    text = text_of(till(rows=rows))
    assert "-20.00" not in text
    assert squeeze("รวมย่อย 24 193,025.50") in text
    tells(till(rows=()), "ศูนย์บาทถ้วน")


def test_the_papers_can_be_filled_with_the_least_there_is() -> None:
    person = Party("คุณสมหญิง")
    day = date(2026, 11, 22)
    for kind in FORMS:
        assert render(Paper(seller=SELLER, customer=person, dated=day, lines=(), kind=kind))
    for kind in SLIPS:
        slip = replace(
            receipt(), kind=kind, customer=person, payment=None, vat=(), terms=(), **BARE
        )
        tells(replace(slip, for_paper="", paper_total=None, remainder=None), "คุณสมหญิง")
