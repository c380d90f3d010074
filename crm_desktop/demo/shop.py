"""The demo shop itself: settings, two branches, people of every role, the matrix confirmed."""

from base64 import b64encode
from collections.abc import Iterator

from crm_desktop.demo.stage import Stage, words
from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.messages import sentence
from crm_desktop.services.authority.matrices import ConfirmMatrix, DraftMatrix
from crm_desktop.services.authority.signatures import SIGNING, SignMatrix
from crm_desktop.services.look import SaveLogo, SaveLook, ShopLook
from crm_desktop.services.people import hash_password
from crm_desktop.services.registry import Context
from crm_desktop.services.settings import SaveBranch, SaveShop, Shop

PASSWORD = "demo"
UNSIGNED = "kanya"
"""Whom the heads still have to remind of the table."""

SHOP = Shop(
    name_th="บริษัท บ้านดีวัสดุภัณฑ์ จำกัด",
    name_en="Baan Dee Building Supply Co., Ltd.",
    address_th="199/9 หมู่ที่ 14 ถนนมิตรภาพ\nตำบลในเมือง อำเภอเมืองขอนแก่น จังหวัดขอนแก่น 40000",
    address_en="199/9 Moo 14, Mittraphap Road\nNai Mueang, Mueang Khon Kaen, Khon Kaen 40000",
    tax_number="0405554001234",
    phone="043-219-680",
    email="desk@baandee.example",
    promptpay="0405554001234",
    storage_percent_per_day="0.1",
    bank_account="ธนาคารตัวอย่าง สาขาขอนแก่น เลขที่บัญชี 000-0-00000-0",
    demo=True,
)
LOOK = ShopLook(
    accent="#1d5c4d",
    footer_th="เปิดทุกวัน 7.30–18.00 น.  ส่งฟรีในเขตอำเภอเมืองขอนแก่นเมื่อซื้อครบ 3,000 บาท",
    footer_en="Open every day 7.30–18.00  ·  Free delivery in Mueang Khon Kaen from 3,000 baht",
    sets=("DL", "DP", "RV"),
    terms_th=(
        "ราคานี้ยืนราคาตามวันที่ระบุไว้ข้างต้น\n"
        "สินค้าสั่งพิเศษ สีผสม และสินค้าตัดตามขนาด ไม่รับเปลี่ยนหรือคืน\n"
        "กรุณาตรวจรับสินค้าต่อหน้าพนักงานส่งของ"
    ),
    terms_en=(
        "Prices hold until the date stated above.\n"
        "Special orders, mixed paint and goods cut to size are not returned or exchanged.\n"
        "Please check the goods in the presence of our driver."
    ),
    special_terms_th=(
        "1. สินค้าสั่งทำตามสเปกที่ลูกค้าลงชื่อ เริ่มสั่งผู้ขายเมื่อได้รับมัดจำครบ\n"
        "2. สินค้าสั่งพิเศษไม่รับคืน ไม่คืนเงินมัดจำ เว้นแต่สินค้าไม่ตรงสเปก\n"
        "3. ฝากไว้ได้ 14 วันนับจากวันที่แจ้งว่าของมาถึง"
    ),
    special_terms_en=(
        "1. Made to the specification signed here; ordered once the deposit is received.\n"
        "2. Special orders are not returned and the deposit not refunded, unless the goods differ "
        "from the specification.\n"
        "3. Kept free of charge for 14 days from the day you are told that they arrived."
    ),
)
LOGO = """
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160">
  <path d="M12 92 120 14l108 78-12 17L120 40 24 109z" fill="#1d5c4d"/>
  <path d="M52 102v46h136v-46l-68-49z" fill="#e9a23b"/>
  <path d="M100 148v-38h40v38z" fill="#1d5c4d"/>
  <path d="M160 26h22v36l-22-16z" fill="#1d5c4d"/>
</svg>
"""
BRANCHES = (
    SaveBranch(
        None,
        0,
        "01",
        "สำนักงานใหญ่",
        "Head Office",
        "00000",
        SHOP.address_th,
        SHOP.address_en,
        SHOP.phone,
    ),
    SaveBranch(
        None,
        0,
        "02",
        "สาขาอุดรธานี",
        "Udon Thani Branch",
        "00001",
        "88 ถนนโพศรี\nตำบลหมากแข้ง อำเภอเมืองอุดรธานี จังหวัดอุดรธานี 41000",
        "88 Pho Si Road\nMak Khaeng, Mueang Udon Thani, Udon Thani 41000",
        "042-248-000",
    ),
)


def open_up(stage: Stage) -> None:
    """Everything that must be there before the first customer comes in."""
    stage.do_as_system(SaveShop(0, SHOP))
    stage.do_as_system(SaveLook(0, LOOK))
    stage.do_as_system(SaveLogo(0, b64encode(LOGO.encode()).decode()))
    branches = {each.code: stage.do_as_system(each) for each in BRANCHES}
    with stage.work("demo.people") as context:
        _hire(stage, context, branches)
    rows = tuple(rows_to_json(shipped().rows))
    reason = sentence("matrix_shipped", "th")
    drafted = DraftMatrix(rows, reason, stage.moment.date())
    version = stage.do(stage.people["prasit"], drafted)
    stage.do(stage.people["thanakorn"], ConfirmMatrix(version))
    for person in _desk():
        if person != UNSIGNED:
            stage.do(stage.people[person], SignMatrix(version))


def _desk() -> Iterator[str]:
    """Who has a table of their own to sign."""
    for each in words("people")["person"]:
        if not SIGNING.isdisjoint(each["roles"]):
            yield each["username"]


def _hire(stage: Stage, context: Context, branches: dict[str, int]) -> None:
    """One hash for all: a demo password is no secret, and argon2 takes its time on purpose."""
    password_hash = hash_password(PASSWORD)
    for each in words("people")["person"]:
        stage.people[each["username"]] = context.insert(
            "person",
            "added",
            username=each["username"],
            name=each["name"],
            name_en=each["name_en"],
            roles=" ".join(each["roles"]),
            grade=each["grade"],
            branch_id=branches[each["branch"]],
            superior_id=stage.people.get(each.get("superior", "")),
            password_hash=password_hash,
        )
