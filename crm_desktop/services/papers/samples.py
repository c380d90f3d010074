"""Papers that nobody ordered, to look at how the shop's papers look before that is saved.

They bear a number that no paper has, the word "sample" under every page, and no customer's name.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import vat_within
from crm_desktop.printing.money_papers import MoneyPaper, Payment
from crm_desktop.printing.paper import (
    AnyPaper,
    DepositReceived,
    Language,
    Paper,
    PaperLine,
    Party,
    Signatory,
    Specification,
    Sums,
    VatSum,
)
from crm_desktop.services import settings
from crm_desktop.services.look import (
    ShopLook,
    dressed,
    pretend,
    sheets_of,
    special_terms,
    terms,
)
from crm_desktop.services.papers import documents, paper_parts
from crm_desktop.services.registry import Context, query
from crm_desktop.services.settings import Shop

SEVEN = Decimal(7)
NUMBER = "{kind}00-0000-00000"
DEPOSIT_PERCENT = 30
GOODS = (
    (
        "CEM-0150",
        "ปูนซีเมนต์ปอร์ตแลนด์ ถุง 50 กก.",
        "Portland cement, 50 kg",
        "120",
        "ถุง",
        "bag",
        "142.50",
    ),
    (
        "GT-6012",
        "กระเบื้องพื้นพอร์ซเลน 60x60 ซม. ผิวด้าน สีเทาอ่อน เกรด A",
        "Porcelain floor tile 60x60 cm, matt, light grey, grade A",
        "37.5",
        "ตร.ม.",
        "sq.m",
        "289",
    ),
    (
        "PV-0412",
        "ท่อพีวีซี ขนาด 4 นิ้ว ชั้น 8.5 ยาว 4 ม. สีฟ้า",
        "PVC pipe 4 inch, class 8.5, 4 m, blue",
        "24",
        "เส้น",
        "pc",
        "415.25",
    ),
    (
        "ST-1206",
        "เหล็กข้ออ้อย SD40 ขนาด 12 มม. ยาว 10 ม. มอก. 24-2559",
        "Deformed bar SD40, 12 mm, 10 m",
        "85",
        "เส้น",
        "pc",
        "208",
    ),
)
GATE = (
    "SP-0001",
    "ประตูรั้วเหล็กดัดบานเลื่อน พ่นสีฝุ่น สีเทาเข้ม พร้อมรางและลูกล้อ",
    "Sliding steel gate, powder-coated dark grey, with rail and rollers",
    "1",
    "บาน",
    "pc",
    "48500",
)
Row = tuple[str, str, str, str, str, str, str]


@query("settings.save")
def sample(
    context: Context, kind: str, language: Language, shop: Shop, look: ShopLook, logo: str
) -> AnyPaper:
    """A paper of the kind as it would print with these settings, saved or not; Refused with the
    field that no paper could be set with."""
    settings.pretend(context, shop)
    pretend(context, look, logo)
    made = SAMPLES[kind](_Sample(context, kind, language))
    return dressed(context, replace(made, sample=True, sheets=sheets_of(context, kind)))


class _Sample:
    """What every sample has, in the words of its language."""

    def __init__(self, context: Context, kind: str, language: Language) -> None:
        here = {
            "branch_id": context.actor.branch_id,
            "owner_id": context.actor.person_id,
            "kind": kind,
        }
        self.context, self.kind, self.language = context, kind, language
        self.letterhead = documents.letterhead(context, here)
        self.thai = language != "en"

    def say(self, thai: str, english: str) -> str:
        return thai if self.thai else english

    def person(self, thai: str, english: str) -> Signatory:
        return Signatory(self.say(thai, english), on=self.context.today)

    @property
    def head(self) -> dict[str, Any]:
        number = NUMBER.format(kind=self.kind)
        return {
            "seller": paper_parts.seller(self.letterhead),
            "dated": self.context.today,
            "kind": self.kind,
            "number": number,
            "finder": number,
            "language": self.language,
            "customer": self.customer,
            "proposer": self.person("พนักงาน ตัวอย่าง", "Sample Officer"),
        }

    @property
    def customer(self) -> Party:
        return Party(
            name=self.say("บริษัท ลูกค้าตัวอย่าง จำกัด", "Sample Customer Co., Ltd."),
            code="C-000000",
            tax_number="0000000000000",
            branch_code="00000",
            address=(
                self.say("1 ถนนตัวอย่าง แขวงตัวอย่าง", "1 Sample Road, Sample Subdistrict"),
                self.say("เขตตัวอย่าง กรุงเทพฯ 10000", "Sample District, Bangkok 10000"),
            ),
            contact=self.say("คุณผู้ติดต่อ ตัวอย่าง", "Sample Contact"),
            phone="000-000-0000",
            site=self.say("หน้างานตัวอย่าง", "Sample site"),
        )

    def lines(self, goods: tuple[Row, ...] = GOODS) -> tuple[PaperLine, ...]:
        return tuple(map(self._line, goods))

    def _line(self, row: Row) -> PaperLine:
        code, thai, english, quantity, unit, unit_english, price = row
        return PaperLine(
            description=self.say(thai, english),
            code=code,
            quantity=Decimal(quantity),
            unit=self.say(unit, unit_english),
            unit_price=Money.of(price),
            amount=Money.of(price).times(Decimal(quantity)),
        )

    def sums(self, lines: tuple[PaperLine, ...], *, deposit: bool = False) -> Sums:
        """VAT comes on top; with a deposit, what it leaves."""
        base = Money.sum(line.amount for line in lines if line.amount)
        vat = base.times(SEVEN / 100)
        plain = Sums(base, base + vat, (VatSum(SEVEN, base, vat),))
        if not deposit:
            return plain
        paid = self.deposit(plain)
        return replace(plain, deposits=(paid,), remainder=plain.grand_total - paid.amount)

    def deposit(self, sums: Sums) -> DepositReceived:
        part = sums.grand_total.times(Decimal(DEPOSIT_PERCENT) / 100)
        return DepositReceived(NUMBER.format(kind="DP"), self.context.today, part)


def _offer(of: _Sample) -> Paper:
    lines = of.lines()
    days = settings.load_shop(of.context)[0].quotation_valid_days
    return Paper(
        **of.head,
        lines=lines,
        sums=of.sums(lines),
        approver=of.person("หัวหน้า ตัวอย่าง", "Sample Superior"),
        valid_until=of.context.today + timedelta(days=days),
        valid_days=days,
        delivery=of.say("ภายใน 7 วันหลังยืนยันสั่งซื้อ", "within 7 days of your order"),
        payment_terms=of.say("เครดิต 30 วัน", "30 days credit"),
        salesperson=of.say("พนักงาน ตัวอย่าง", "Sample Officer"),
        remarks=of.say("รถหกล้อเข้าถึงหน้างานได้", "Six-wheel trucks can reach the site"),
        terms=terms(of.letterhead, of.language),
        bank=paper_parts.bank(of.letterhead),
    )


def _order(of: _Sample) -> Paper:
    offer = _offer(of)
    return replace(
        offer,
        sums=of.sums(offer.lines, deposit=True),
        source=NUMBER.format(kind="QT"),
        valid_until=None,
        valid_days=None,
    )


def _special(of: _Sample) -> Paper:
    lines = of.lines((GATE,))
    return replace(
        _order(of),
        lines=lines,
        sums=of.sums(lines, deposit=True),
        specification=Specification(
            of.say("โครงเหล็กกล่อง 50x50x2.3 มม. เปิดไปทางซ้าย", "Steel tube 50x50x2.3 mm, opens left"),
            (
                (of.say("ความกว้าง", "Width"), of.say("4,250 มม.", "4,250 mm")),
                (of.say("ความสูง", "Height"), of.say("1,800 มม.", "1,800 mm")),
            ),
        ),
        special_order_terms=special_terms(of.letterhead, of.language),
    )


def _delivery(of: _Sample) -> Paper:
    lines = tuple(
        replace(line, ordered=2 * (line.quantity or Decimal(0)), remaining=line.quantity)
        for line in of.lines()
    )
    source = NUMBER.format(kind="SO")
    return Paper(
        **{**of.head, "number": f"{source}/1", "finder": f"{source}/1"},
        lines=lines,
        sums=of.sums(lines, deposit=True),
        source=source,
        salesperson=of.say("พนักงาน ตัวอย่าง", "Sample Officer"),
        customer_signed=of.person("ผู้รับ ตัวอย่าง", "Sample Receiver"),
    )


def _money(of: _Sample) -> MoneyPaper:
    sums = of.sums(of.lines())
    amount = of.deposit(sums).amount
    vat = vat_within(amount, SEVEN)
    return MoneyPaper(
        **{**of.head, "proposer": None},
        amount=amount,
        for_paper=NUMBER.format(kind="SO"),
        paper_total=sums.grand_total,
        remainder=sums.grand_total - amount,
        vat=(VatSum(SEVEN, amount - vat, vat),),
    )


def _receipt(of: _Sample) -> MoneyPaper:
    return replace(
        _money(of),
        payment=Payment("transfer", of.say("ธนาคารตัวอย่าง", "Sample Bank"), "000-0-00000-0"),
        cashier=of.person("แคชเชียร์ ตัวอย่าง", "Sample Cashier"),
    )


def _pay_in(of: _Sample) -> MoneyPaper:
    """With a QR where the shop takes PromptPay; this one pays nobody."""
    paper, shop = _money(of), settings.load_shop(of.context)[0]
    payload = PAYS_NOBODY if shop.promptpay else ""
    return replace(paper, vat=(), bank=paper_parts.bank(of.letterhead, payload))


PAYS_NOBODY = "SAMPLE ONLY. THIS CODE PAYS NOBODY, AND NOBODY SHOULD TRY TO PAY WITH IT. 000"
"""About as long as what a bank reads, so that the QR looks like a real one."""
SAMPLES: Mapping[str, Callable[[_Sample], AnyPaper]] = {
    "QT": _offer,
    "SO": _order,
    "SP": _special,
    "DL": _delivery,
    "DP": _receipt,
    "PI": _pay_in,
}
