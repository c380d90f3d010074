"""One believable paper of every kind besides the quotation, for the tests and for looking at."""

import io
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.money import Money
from crm_desktop.domain.promptpay import promptpay
from crm_desktop.domain.tax import vat_within
from crm_desktop.printing.figures import HeldReport, ReportBar, ReportSection, TeamReport
from crm_desktop.printing.house_papers import (
    ApprovalSheet,
    AuthorityPost,
    AuthorityRow,
    AuthorityTable,
    Comparison,
    TrailChapter,
    TrailEntry,
)
from crm_desktop.printing.money_papers import (
    MoneyPaper,
    Movement,
    Payment,
    Statement,
    TillList,
    TillRow,
)
from crm_desktop.printing.paper import (
    AnyPaper,
    BankAccount,
    DepositReceived,
    Paper,
    PaperLine,
    Party,
    Signatory,
    Specification,
    Sums,
    VatSum,
)
from crm_desktop.printing.rounds import OpenOffer, RouteSheet, RouteStop
from tests.printing.papers import CUSTOMER, SELLER, TERMS, line, quotation

DAY = date(2026, 11, 22)
SEVEN = Decimal(7)
OFFICER = Signatory("สมชาย ใจดี", "พนักงานลูกค้าสัมพันธ์", DAY)
HEAD = Signatory("วราภรณ์ ศรีสุข", "หัวหน้าลูกค้าสัมพันธ์", DAY)
CASHIER = Signatory("กิ่งแก้ว ฐานทรัพย์", "แคชเชียร์", DAY)
BANK = BankAccount("ธนาคารกสิกรไทย", "สาขาเอกมัย", SELLER.name_th, "123-4-56789-0")
NON_RETURN = (
    "สินค้าสั่งพิเศษผลิตหรือจัดหาตามขนาดที่ลูกค้ากำหนด เมื่อสั่งซื้อแล้วไม่รับเปลี่ยนหรือคืนทุกกรณี "
    "หากลูกค้าไม่รับสินค้าภายใน 30 วันนับแต่วันที่แจ้งว่าสินค้าถึงร้าน ทางร้านมีสิทธิ์ริบเงินมัดจำ"
)


def signature() -> bytes:
    """Somebody's name as a pen left it on a touch screen, with much white around."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (900, 500), "white")
    pen = ImageDraw.Draw(image)
    wave = [(200 + x * 4, 260 + (x * 37 % 90) - (x % 7) * 20) for x in range(100)]
    pen.line(wave, "#101060", 7, joint="curve")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


SIGNED = Signatory("ปิ่นทิพย์ ฟื้นฟู", "", DAY, signature())


def sums(lines: tuple[PaperLine, ...], *deposits: DepositReceived) -> Sums:
    """Seven percent on everything, less the deposits."""
    base = Money.sum(each.amount for each in lines if each.amount and each.is_sold)
    vat = base.times(Decimal("0.07"))
    paid = Money.sum(each.amount for each in deposits)
    within = Money.sum(each.vat or Money.ZERO for each in deposits)
    return Sums(
        subtotal=base,
        grand_total=base + vat,
        vat=(VatSum(SEVEN, base, vat),),
        deposits=deposits,
        remainder=base + vat - paid,
        remainder_vat=vat - within if within else None,
    )


def lined(kind: str, rows: int | tuple[PaperLine, ...] = 4, **changes: Any) -> Paper:
    """A lined paper of that kind, changed as asked."""
    lines = tuple(map(line, range(rows))) if isinstance(rows, int) else rows
    values: dict[str, Any] = {
        "seller": SELLER,
        "customer": CUSTOMER,
        "dated": DAY,
        "lines": lines,
        "sums": sums(lines),
        "kind": kind,
        "number": f"{kind}01-6911-00042",
        "source": "QT01-6911-00042",
        "salesperson": "สมชาย ใจดี",
        "salesperson_phone": "089-765-4321",
        "proposer": OFFICER,
        "approver": HEAD,
    }
    return Paper(**{**values, **changes})


def order(rows: int | tuple[PaperLine, ...] = 5, **changes: Any) -> Paper:
    """A confirmed order with its deposit."""
    paper = lined("SO", rows)
    part = Money(paper.sums.grand_total.satang * 3 // 10)
    deposit = DepositReceived("DP01-6911-00007", date(2026, 11, 20), part)
    values: dict[str, Any] = {
        "customer_reference": "PO-2026/1187",
        "delivery": "ส่งหน้างาน 30 พฤศจิกายน 2569 ช่วงเช้า",
        "payment_terms": "มัดจำ 30% ส่วนที่เหลือชำระเมื่อส่งของ",
        "remarks": "รถหกล้อเข้าซอยได้ถึงหน้าโครงการเท่านั้น",
        "terms": TERMS,
        "bank": BANK,
        "sums": sums(paper.lines, deposit),
    }
    return replace(paper, **{**values, **changes})


def back_order(rows: int | tuple[PaperLine, ...] = 3, **changes: Any) -> Paper:
    """What an order lacked, each line with its promise."""
    lines = tuple(map(line, range(rows))) if isinstance(rows, int) else rows
    due = tuple(replace(each, due=date(2026, 12, 5 + n % 20)) for n, each in enumerate(lines))
    values: dict[str, Any] = {
        "source": "SO01-6911-00042",
        "payment_terms": "มัดจำ 30%",
        "remarks": "ทางร้านจะโทรแจ้งเมื่อสินค้าถึง",
        "sums": sums(due, DepositReceived("DP01-6911-00008", DAY, Money.of(5000))),
    }
    return lined("BO", due, **{**values, **changes})


def purchase_request(rows: int = 5, **changes: Any) -> Paper:
    """The shortage, asked of the shop's own sales department; its prices must never show."""
    lines = tuple(
        replace(
            line(place),
            due=date(2026, 12, 5),
            reference=f"BO01-6911-{place:05} บจก. ก่อสร้างที่ปรึกษาน้ำหนึ่ง",
            note="ผู้จำหน่าย: บริษัท สหวัสดุภัณฑ์ จำกัด" if place % 2 else "",
        )
        for place in range(rows)
    )
    values: dict[str, Any] = {
        "customer": Party("ฝ่ายขาย", contact="คุณอนุชา ปั้นงาม", phone="ต่อ 214"),
        "source": "BO01-6911-00012",
        "details": (("supplier", "ตามรายการ"),),
        "remarks": "ขอยืนยันวันที่ของเข้าภายในวันนี้ ลูกค้ารออยู่ที่เคาน์เตอร์",
        "sums": sums(lines),
    }
    return lined("PR", lines, **{**values, **changes})


def special_order(**changes: Any) -> Paper:
    """A gate made to measure, signed by the customer on the counter's touch screen."""
    gate = PaperLine(
        description="ประตูรั้วเหล็กดัดบานเลื่อน พ่นสีฝุ่น สีเทาเข้ม พร้อมรางและลูกล้อ",
        code="SP-0001",
        quantity=Decimal(1),
        unit="บาน",
        unit_price=Money.of("48500"),
        amount=Money.of("48500"),
        due=date(2027, 1, 15),
    )
    wanted = Specification(
        "โครงเหล็กกล่อง 50x50x2.3 มม. ลูกตั้งเหล็กแบน 25x6 มม. ห่าง 110 มม. กันสนิมสองชั้นก่อนพ่นสี\n"
        "มือจับด้านใน เปิดไปทางซ้ายเมื่อมองจากถนน",
        (
            ("ความกว้างช่องเปิด", "4,250 มม."),
            ("ความสูง", "1,800 มม."),
            ("ระยะรางถึงกำแพง", "85 มม."),
            ("สี", "RAL 7016 ด้าน"),
            ("น้ำหนักโดยประมาณ", "165 กก."),
        ),
        ("ภาพหน้างาน 1.jpg", "แบบประตู A-12 แก้ไขครั้งที่ 2.pdf"),
    )
    deposit = DepositReceived("DP01-6911-00009", DAY, Money.of(20000))
    values: dict[str, Any] = {
        "specification": wanted,
        "special_order_terms": NON_RETURN,
        "customer_signed": SIGNED,
        "delivery": "ประมาณ 45 วันหลังรับมัดจำ",
        "payment_terms": "มัดจำ 20,000 บาท ส่วนที่เหลือชำระเมื่อรับสินค้า",
        "sums": sums((gate,), deposit),
    }
    return lined("SP", (gate,), **{**values, **changes})


def delivery(rows: int = 5, **changes: Any) -> Paper:
    """A part of an order, its deposit deducted."""
    lines = tuple(
        replace(line(n), ordered=(line(n).quantity or Decimal(0)) * 2 + 4, remaining=Decimal(4 + n))
        for n in range(rows)
    )
    part = Money.of(10000)
    used = DepositReceived("DP01-6911-00007", date(2026, 11, 20), part, vat_within(part, SEVEN))
    values: dict[str, Any] = {
        "source": "SO01-6911-00042",
        "customer_signed": SIGNED,
        "details": (("carrier", "รถ 70-1234 คุณสมพร"),),
        "remarks": "ส่งครั้งที่ 1",
        "sums": sums(lines, used),
    }
    return lined("DL", lines, **{**values, **changes})


def money_paper(kind: str, baht: str, **changes: Any) -> MoneyPaper:
    """A paper about one sum with its VAT within."""
    amount = Money.of(baht)
    vat = vat_within(amount, SEVEN)
    values: dict[str, Any] = {
        "seller": SELLER,
        "customer": CUSTOMER,
        "dated": DAY,
        "kind": kind,
        "number": f"{kind}01-6911-00007",
        "amount": amount,
        "vat": (VatSum(SEVEN, amount - vat, vat),),
        "for_paper": "SO01-6911-00042",
    }
    return MoneyPaper(**{**values, **changes})


METHODS = {
    "cash": Payment("cash"),
    "transfer": Payment(
        "transfer",
        "ธนาคารกรุงเทพ",
        "123-4-56789-0",
        "TX20261122-0042",
        datetime(2026, 11, 22, 14, 35, tzinfo=BANGKOK),
    ),
    "card": Payment("card", "ธนาคารไทยพาณิชย์", reference="อนุมัติ 004217", card_last_four="4321"),
    "cheque": Payment(
        "cheque",
        "ธนาคารกรุงไทย สาขาหัวหมาก",
        cheque_number="10023456",
        cheque_on=date(2026, 11, 25),
    ),
    "promptpay": Payment(
        "promptpay",
        reference="PP004217",
        at=datetime(2026, 11, 22, 9, 5, tzinfo=BANGKOK),
    ),
}


def receipt(method: str = "transfer", **changes: Any) -> MoneyPaper:
    """A deposit received by that method."""
    values: dict[str, Any] = {
        "payment": METHODS[method],
        "paper_total": Money.of("61250.75"),
        "remainder": Money.of("42875.50"),
        "tax_invoice": "IV6911-00318",
        "tax_invoice_on": DAY,
        "cashier": CASHIER,
        "customer_signed": Signatory("ปิ่นทิพย์ ฟื้นฟู", on=DAY),
        "terms": ("เงินมัดจำนี้เป็นส่วนหนึ่งของราคา และจะหักจากยอดที่ต้องชำระเมื่อส่งสินค้า",),
    }
    return money_paper("DP", "18375.25", **{**values, **changes})


def pay_in(**changes: Any) -> MoneyPaper:
    """A deposit asked for, with the QR of its exact sum."""
    payload = promptpay(SELLER.tax_number, Money.of("18375.25"))
    values: dict[str, Any] = {
        "due": date(2026, 11, 25),
        "paper_total": Money.of("61250.75"),
        "bank": replace(BANK, qr_payload=payload),
        "proposer": OFFICER,
    }
    return money_paper("PI", "18375.25", **{**values, **changes})


def refund(**changes: Any) -> MoneyPaper:
    """A deposit given back in cash."""
    values: dict[str, Any] = {
        "payment": METHODS["cash"],
        "deposit_number": "DP01-6911-00007",
        "reason": "ผู้จำหน่ายเลิกผลิตกระเบื้องสีนี้ ลูกค้าขอรับเงินมัดจำคืนเต็มจำนวน",
        "approver": HEAD,
        "cashier": CASHIER,
    }
    return money_paper("RV", "5000", **{**values, **changes})


def statement(movements: int = 6, **changes: Any) -> Statement:
    """What happened to a customer's deposits, round and round."""
    steps = (
        ("receive", "18375.25", "โอนเงิน SO01-6911-00042"),
        ("apply", "-10000", "DL01-6911-00042"),
        ("receive", "5000", "เงินสด BO01-6911-00012"),
        ("refund", "-5000", "RV01-6911-00003 ผู้จำหน่ายเลิกผลิต"),
        ("transfer_out", "-2000", "ไป SP01-6911-00004"),
        ("forfeit", "-1000.50", "ลูกค้าไม่มารับสินค้าภายใน 30 วัน"),
    )
    balance, rows = Money.of("1500"), []
    for place in range(movements):
        event, amount, text = steps[place % len(steps)]
        balance += Money.of(amount)
        rows.append(
            Movement(DAY, "DP01-6911-00007", event, Money.of(amount), balance, text),
        )
    values: dict[str, Any] = {
        "seller": SELLER,
        "customer": CUSTOMER,
        "dated": DAY,
        "since": date(2026, 11, 1),
        "opening": Money.of("1500"),
        "movements": tuple(rows),
        "proposer": OFFICER,
    }
    return Statement(**{**values, **changes})


def till(cashiers: int = 2, **changes: Any) -> TillList:
    """A day's deposits; one cashier is twenty baht short."""
    names = ("กิ่งแก้ว ฐานทรัพย์", "ปรีดา ภู่ทอง", "ธัญญ์ น้ำเพชร")
    rows = tuple(
        row
        for name in names[:cashiers]
        for row in (
            TillRow(name, "cash", 7, Money.of("23450"), Money.of("23430"), "ทอนเงินผิด 20 บาท"),
            TillRow(name, "transfer", 4, Money.of("61200.25"), Money.of("61200.25")),
            TillRow(name, "promptpay", 12, Money.of("18375.25"), Money.of("18395.25")),
            TillRow(name, "cheque", 1, Money.of("90000"), Money.of("90000")),
        )
    )
    values: dict[str, Any] = {
        "seller": SELLER,
        "dated": DAY,
        "rows": rows,
        "proposer": CASHIER,
        "approver": HEAD,
    }
    return TillList(**{**values, **changes})


def authority_table(**changes: Any) -> AuthorityTable:
    """The table of an officer, read by two of them, one with a pen."""
    amount = "ยอดรวมไม่เกิน 50,000 บาท (รวม VAT ก่อนหักมัดจำ)"
    rows = (
        AuthorityRow("ออกใบเสนอราคา", "", ((amount, "ส่วนลดไม่เกิน 5%"), (), ("ส่วนลดเกิน 5%",))),
        AuthorityRow("ออกใบเสนอราคา", "เฉพาะสาขา 02", ((), ("ยอดรวมเท่าใดก็ได้",), ())),
    )
    readers = (
        Signatory("กัญญา ใจงาม", "ลงชื่อในโปรแกรมแล้ว", DAY),
        Signatory("ณัฐพล ศรีทอง"),
    )
    values: dict[str, Any] = {
        "seller": SELLER,
        "dated": DAY,
        "number": "รุ่นที่ 2",
        "version": 2,
        "posts": (AuthorityPost("พนักงานลูกค้าสัมพันธ์ (G3)", rows, readers),),
        "reason": "เพิ่มวงเงินช่วงปลายปี",
        "proposer": HEAD,
        "approver": OFFICER,
    }
    return AuthorityTable(**{**values, **changes})


def approval_sheet(**changes: Any) -> ApprovalSheet:
    """What was decided about a quotation that came back once."""
    at = datetime(2026, 11, 22, 9, 30, tzinfo=BANGKOK)
    asked = TrailChapter(
        "1. ออกใบเสนอราคา: ส่งกลับแก้ไข",
        (
            ("ขอเมื่อ", "22/11/2569 09:30  สมชาย ใจดี (G3)"),
            ("เพราะ", "ส่วนลด 12% เกินอำนาจ 5% ของระดับ G3"),
            ("เหตุผลของผู้ขอ", "ลูกค้าสั่งซื้อประจำ ขอราคาเดิมของที่ปูพื้นชั้นสอง"),
            ("SHA-256", "8b6e416773dc2712463d9e50646e14efc62b133a20a162b0a94eeb3aa266faae"),
        ),
        (
            TrailEntry(at, "เสนอ วราภรณ์ ศรีสุข"),
            TrailEntry(at, "ส่งกลับแก้ไข", "วราภรณ์ ศรีสุข", ("ขอลดไม่เกิน 10%",)),
        ),
    )
    values: dict[str, Any] = {
        "seller": SELLER,
        "dated": DAY,
        "number": "QT01-6911-00042",
        "customer": CUSTOMER,
        "facts": (("เอกสาร", "ใบเสนอราคา"),),
        "chapters": (asked, TrailChapter("การนำเอกสารออก")),
    }
    return ApprovalSheet(**{**values, **changes})


def team_report(**changes: Any) -> TeamReport:
    """One view of a team's month, with its bars."""
    levels = ReportSection(
        "ระดับการตัดสินใจ",
        "คำขอในช่วงเวลานี้ตัดสินในระดับใด",
        ("พนักงาน", "อนุมัติเอง", "ขอคำแนะนำ", "ผู้บังคับบัญชา"),
        (
            ("กัญญา ใจงาม", "11", "2", "12"),
            ("ณัฐพล ศรีทอง", "9", "4", "9"),
            ("ปิติ ชื่นบาน", "7", "3", "6"),
        ),
        1,
        (
            ReportBar("กัญญา ใจงาม", (11, 2, 12), "25"),
            ReportBar("ณัฐพล ศรีทอง", (9, 4, 9), "22"),
        ),
        ("อนุมัติเอง", "ขอคำแนะนำ", "ผู้บังคับบัญชา"),
    )
    values: dict[str, Any] = {
        "seller": SELLER,
        "dated": DAY,
        "number": "",
        "sections": (levels,),
        "details": (("team_period", "01/11/2569 – 22/11/2569"),),
        "proposer": HEAD,
    }
    return TeamReport(**{**values, **changes})


def held_report() -> HeldReport:
    """The copy that one person gets of what the shop keeps of them."""
    calls = tuple((f"081-234-56{each:02}", "มือถือ") for each in range(12))
    phones = ("เบอร์โทรศัพท์", "", ("หมายเลข", "ใช้ทำอะไร"), calls, 9)
    values: dict[str, Any] = {"seller": SELLER, "dated": DAY, "number": "", "proposer": HEAD}
    whose = (("held_of", "C-000042 สมหญิง ใจดี"), ("held_drawn", "22/11/2569 10:30"))
    return HeldReport(**values, details=whose, sections=(ReportSection(*phones),))


def route_sheet(**changes: Any) -> RouteSheet:
    """Two stops of an officer's day, one of them new."""
    offer = OpenOffer("QT01-6911-00042", Money.of(125_000), DAY, DAY)
    first = RouteStop(
        1,
        "09:30",
        "บริษัท ก่อสร้างไทยรุ่งเรืองพัฒนา จำกัด",
        "เยี่ยมลูกค้า",
        "เสนอกระเบื้องพื้น",
        "บางนา",
        "เลขที่ 99/12 ถนนบางนา-ตราด แขวงบางนาใต้ เขตบางนา กรุงเทพมหานคร 10260",
        "081-234-5678 · คุณสมหญิง",
        "12/11/2569 · ขอใบเสนอราคา",
        "ส่งตัวอย่างสีเทาเข้ม",
        (offer,),
    )
    second = replace(first, place=2, time="", last="", promised="", offers=())
    values: dict[str, Any] = {
        "seller": SELLER,
        "dated": DAY,
        "number": "",
        "stops": (first, second),
        "details": (("route_officer", "กัญญา ใจงาม"),),
    }
    return RouteSheet(**{**values, **changes})


def comparison(**changes: Any) -> Comparison:
    """A quotation beside its revision: one line dearer, one gone, no remarks."""
    then, now = quotation(5), quotation((replace(line(0), unit_price=Money.of(150)), line(1)))
    revised = replace(now, number=f"{now.number}-R2", revision=2, remarks="")
    values: dict[str, Any] = {
        "seller": SELLER,
        "dated": DAY,
        "number": revised.number,
        "then": then,
        "now": revised,
    }
    return Comparison(**{**values, **changes})


def every_paper() -> dict[str, AnyPaper]:
    """One of each kind by name."""
    receipts: dict[str, AnyPaper] = {f"receipt_{name}": receipt(name) for name in METHODS}
    return receipts | {
        "order": order(),
        "back_order": back_order(),
        "purchase_request": purchase_request(),
        "special_order": special_order(),
        "delivery": delivery(),
        "pay_in": pay_in(),
        "refund": refund(),
        "statement": statement(),
        "till": till(),
        "authority": authority_table(),
        "approvals": approval_sheet(),
        "team": team_report(),
        "held": held_report(),
        "route": route_sheet(),
        "comparison": comparison(),
    }
