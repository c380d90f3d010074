"""Papers for the tests and the benchmark: a small builder with believable goods."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.printing.paper import (
    BankAccount,
    DepositReceived,
    Paper,
    PaperLine,
    Party,
    Seller,
    Signatory,
    Sums,
    VatSum,
)

SELLER = Seller(
    name_th="บริษัท รุ่งเรืองวัสดุก่อสร้าง จำกัด",
    name_en="Rungruang Building Materials Co., Ltd.",
    tax_number="0105536112014",
    address_th=("99/9 หมู่ที่ 5 ถนนสุขุมวิท แขวงพระโขนงเหนือ", "เขตวัฒนา กรุงเทพฯ 10110"),
    address_en=("99/9 Moo 5, Sukhumvit Road, Phra Khanong Nuea,", "Watthana, Bangkok 10110"),
    phone="02-719-9680 ต่อ 2",
    email="sale@rungruang.example",
    footer="ขอบคุณที่ไว้วางใจรุ่งเรืองวัสดุก่อสร้าง",
)
CUSTOMER = Party(
    name="บริษัท ก่อสร้างที่ปรึกษาน้ำหนึ่ง จำกัด",
    code="C-004217",
    tax_number="3100600445635",
    branch_code="00001",
    address=("128/4 ซอยรามคำแหง 24 แขวงหัวหมาก เขตบางกะปิ กรุงเทพฯ 10240",),
    contact="คุณปิ่นทิพย์ ฟื้นฟู",
    phone="081-234-5678",
    site="โครงการบ้านริมน้ำ เฟส 2 ถนนกาญจนาภิเษก",
)
GOODS = (
    ("CM-0150", "ปูนซีเมนต์ปอร์ตแลนด์ ตราเสือ 50 กก.", "120", "ถุง", "142.50", ""),
    (
        "GT-6012",
        "กระเบื้องพื้นพอร์ซเลน 60x60 ซม. ผิวด้าน สีเทาอ่อน เกรด A",
        "37.5",
        "ตร.ม.",
        "289.00",
        "10+5%",
    ),
    ("PV-0412", "ท่อพีวีซี ขนาด 4 นิ้ว ชั้น 8.5 ยาว 4 ม. สีฟ้า", "24", "เส้น", "415.25", ""),
    ("PT-2503", "สีน้ำอะครีลิกแท้ 100% ภายนอก ชนิดเนียน ขนาด 2.5 แกลลอน", "6", "ถัง", "1890.00", "150"),
    ("PM-0220", "ปั๊มน้ำอัตโนมัติ 250 วัตต์ พร้อมถังแรงดัน รับประกัน 5 ปี", "2", "เครื่อง", "5490.00", "5%"),
    ("ST-1206", "เหล็กข้ออ้อย SD40 ขนาด 12 มม. ยาว 10 ม. มอก. 24-2559", "85", "เส้น", "208.00", ""),
)
TERMS = (
    "ราคานี้รวมค่าขนส่งในเขตกรุงเทพฯ และปริมณฑล ไม่รวมค่ายกขึ้นชั้น",
    "สินค้าสั่งพิเศษ สีผสม และสินค้าตัดแบ่ง ไม่รับเปลี่ยนหรือคืน",
    "บริษัทฯ ขอสงวนสิทธิ์เปลี่ยนแปลงราคาเมื่อพ้นกำหนดยืนราคา",
)


def line(place: int) -> PaperLine:
    """A believable line; the same place gives the same line."""
    code, description, quantity, unit, price, discount = GOODS[place % len(GOODS)]
    amount = Money.of(Decimal(quantity) * Decimal(price))
    return PaperLine(
        description=description,
        code=code,
        quantity=Decimal(quantity),
        unit=unit,
        unit_price=Money.of(price),
        discount=discount,
        amount=amount,
    )


def quotation(lines: int | tuple[PaperLine, ...] = 3, **changes: Any) -> Paper:
    """An issued quotation with that many lines, changed as asked."""
    rows = tuple(map(line, range(lines))) if isinstance(lines, int) else lines
    subtotal = Money.sum(r.amount for r in rows if r.amount and r.kind == "product")
    discount = Money(min(50_000, subtotal.satang // 10))
    base = subtotal - discount
    vat = base.times(Decimal("0.07"))
    total = base + vat
    deposit = DepositReceived("DP01-6911-00007", date(2026, 11, 20), Money(total.satang // 3))
    values: dict[str, Any] = {
        "number": "QT01-6911-00042",
        "valid_until": date(2026, 12, 7),
        "valid_days": 15,
        "delivery": "ภายใน 7 วันหลังยืนยันสั่งซื้อ",
        "payment_terms": "เครดิต 30 วัน",
        "salesperson": "สมชาย ใจดี",
        "salesperson_phone": "089-765-4321",
        "remarks": "กรุณาแจ้งวันส่งของล่วงหน้าอย่างน้อย 2 วันทำการ",
        "terms": TERMS,
        "bank": BankAccount("ธนาคารกสิกรไทย", "สาขาเอกมัย", SELLER.name_th, "123-4-56789-0"),
        "proposer": Signatory("สมชาย ใจดี", "พนักงานลูกค้าสัมพันธ์", date(2026, 11, 22)),
        "approver": Signatory("วราภรณ์ ศรีสุข", "หัวหน้าลูกค้าสัมพันธ์", date(2026, 11, 22)),
        "sums": Sums(
            subtotal=subtotal,
            discount=discount,
            vat=(VatSum(Decimal("7"), base, vat),),
            grand_total=total,
            deposits=(deposit,),
            remainder=total - deposit.amount,
        ),
    }
    fixed = {"seller": SELLER, "customer": CUSTOMER, "dated": date(2026, 11, 22), "lines": rows}
    return Paper(**{**fixed, **values, **changes})


def rows_on(text: str) -> int:
    """How many goods lines a page shows."""
    return sum(text.count(code) for code, *_ in GOODS)


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 220)) -> bytes:
    """A plain logo file."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA" if kind == "PNG" else "RGB", size, "white")
    pen = ImageDraw.Draw(image)
    pen.polygon([(20, size[1] - 20), (size[0] // 2, 20), (size[0] - 20, size[1] - 20)], "#1f4e5f")
    pen.rectangle([size[0] // 2 - 30, size[1] - 90, size[0] // 2 + 30, size[1] - 20], "#e0a030")
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
