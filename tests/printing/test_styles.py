"""If these fail, a shop's papers do not look like its own, or words stand on words."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

import pypdf
import pypdfium2
import pytest
from reportlab.lib.colors import HexColor

from crm_desktop.domain.money import Money
from crm_desktop.printing.figures import ReportSection
from crm_desktop.printing.money_papers import MoneyPaper
from crm_desktop.printing.paper import (
    AnyPaper,
    DepositReceived,
    Look,
    PageSize,
    PaperLine,
    PaperStyle,
    Party,
)
from crm_desktop.printing.qr import finder_modules
from crm_desktop.printing.render import render
from crm_desktop.printing.sheet import Block, Pen
from crm_desktop.printing.styles import LEAST_CONTRAST, MANNERS, contrast, inks, mixed
from tests.printing.desk_papers import (
    DAY,
    HEAD,
    delivery,
    every_paper,
    order,
    pay_in,
    receipt,
    refund,
    special_order,
    team_report,
)
from tests.printing.papers import SELLER, TERMS, line, picture, quotation, rows_on
from tests.printing.qr_reading import codes_on, qr_texts
from tests.printing.reading import pages_of, squeeze, text_of

STYLES: tuple[PaperStyle, ...] = ("modern", "plain", "letterhead")
SHEETS: tuple[PageSize, ...] = ("A4", "A5")
ALL: dict[str, AnyPaper] = {"quotation": quotation(6), **every_paper()}
MILLIMETRE = 72 / 25.4


class Box(NamedTuple):
    """Where the letters of one string stand on a finished page, in points from its lower left."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    text: str

    def meets(self, other: "Box") -> bool:
        """Whether two strings stand on one another."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.4
            and min(self.top, other.top) - max(self.bottom, other.bottom) > 0.4
        )


def boxes(paper: AnyPaper, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, list[Box], list[float]]:
    """The PDF, every string on it, and the sizes that were used, in points of the page."""
    found: list[Box] = []
    sizes: set[float] = set()
    draw = Block.draw

    def noted(block: Block, pen: Pen, left: float, top: float) -> None:
        scale = pen.canvas._currentMatrix[0]
        page = pen.canvas.getPageNumber()
        for x, y, text, style in block.texts:
            at, base, size = (left + x) * scale, (top - y) * scale, style.size * scale
            right = at + style.measure(text) * scale
            found.append(Box(page, at, base - 0.2 * size, right, base + 0.72 * size, text))
            sizes.add(round(size, 2))
        draw(block, pen, left, top)

    with monkeypatch.context() as patch:
        patch.setattr(Block, "draw", noted)
        return render(paper), found, sorted(sizes)


def faults(data: bytes, found: list[Box]) -> list[str]:
    """What leaves its page or stands on something else."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    wrong = []
    for number, page in enumerate(pages, start=1):
        here = sorted((box for box in found if box.page == number), key=lambda box: box.bottom)
        wide, high = (float(edge) for edge in (page.mediabox.width, page.mediabox.height))
        wrong += [
            b.text for b in here if b.left < 0 or b.right > wide or b.bottom < 0 or b.top > high
        ]
        wrong += [f"{a.text} × {b.text}" for a, b in _near(here) if a.meets(b)]
    return wrong


def _near(here: list[Box]) -> Iterator[tuple[Box, Box]]:
    """Strings that may touch, of those sorted from the bottom up."""
    for place, box in enumerate(here):
        for other in here[place + 1 :]:
            if other.bottom > box.top:
                break
            yield box, other


def looks() -> Iterator[Look]:
    """Every style on every sheet."""
    for style in STYLES:
        for size in SHEETS:
            yield Look(style=style, page_size=size, letterhead_mm=38)
    yield Look(page_size="roll")


# ------------------------------------------------------------------- nothing on anything else


@pytest.mark.parametrize("name", ALL)
def test_no_words_leave_the_page_or_stand_on_others(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for look in (Look(), Look("plain", page_size="A5"), Look(page_size="roll")):
        paper = replace(ALL[name], look=look, finder="QT01-6911-00042", language="both")
        data, found, sizes = boxes(paper, monkeypatch)
        assert faults(data, found) == [], look
        assert sizes[0] >= (8 if look.page_size == "roll" and paper.kind in MONEY else 6.3), look


@pytest.mark.parametrize("name", ALL)
def test_a_letterhead_leaves_the_shop_out_and_its_room_free_around_a_title_in_the_middle(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size in SHEETS:
        look = Look("letterhead", page_size=size, letterhead_mm=40)
        data, found, _ = boxes(replace(ALL[name], look=look), monkeypatch)
        assert faults(data, found) == [], size
        sheet = pypdf.PdfReader(io.BytesIO(data)).pages[0].mediabox
        assert max(box.top for box in found) <= float(sheet.height) - 40 * MILLIMETRE
        assert SELLER.tax_number not in squeeze("".join(box.text for box in found))
        title = max(found, key=lambda box: (box.page == 1, box.top))
        assert abs((title.left + title.right) / 2 - float(sheet.width) / 2) < 1


MONEY = ("DP", "PI", "RV")
LONG = {
    "seller": replace(
        SELLER,
        name_th="ห้างหุ้นส่วนจำกัด รุ่งเรืองวัสดุก่อสร้างและสุขภัณฑ์นำเข้า " * 2,
        name_en="Rungruang Imported Building Materials and Sanitary Ware Limited Partnership " * 2,
        footer="ขอบคุณที่ไว้วางใจรุ่งเรืองวัสดุก่อสร้าง เปิดทุกวัน 7.30–18.00 น. " * 4,
        logo=picture(size=(900, 120)),
    ),
    "customer": Party(
        "บริษัท ก่อสร้างที่ปรึกษาน้ำหนึ่งและวิศวกรรมโยธาบูรณาการ (ประเทศไทย) จำกัด (มหาชน) สำนักงานใหญ่",
        "C-000000000004217",
        "3100600445635",
        "00001",
        ("128/4 ซอยรามคำแหง 24 แขวงหัวหมาก เขตบางกะปิ กรุงเทพมหานคร 10240 " * 2,),
        "คุณปิ่นทิพย์ ฟื้นฟูวัฒนานุกูลกิจเจริญชัยพานิชย์",
        "081-234-5678",
        "a.very.long.address.of.somebody.important@a.very.long.domain.example.co.th",
        "โครงการบ้านริมน้ำ เฟส 2 ถนนกาญจนาภิเษก " * 2,
    ),
    "terms": ("ราคานี้รวมค่าขนส่งในเขตกรุงเทพฯ และปริมณฑล ไม่รวมค่ายกขึ้นชั้น " * 13,) * 6,
    "remarks": "กรุณาแจ้งวันส่งของล่วงหน้าอย่างน้อย 2 วันทำการ " * 12,
    "replaces": "QT01-6911-00042-R11",
    "revision": 12,
    "language": "both",
    "finder": "QT01-6911-00042-R12",
    "sheets": ("original",),
}
VAST = PaperLine(
    code="X" * 300,
    description="W" * 300,
    unit="หน่วยที่ไม่มีวรรค" * 12,
    quantity=Decimal("9999999.999"),
    ordered=Decimal("9999999.999"),
    remaining=Decimal("9999999.999"),
    unit_price=Money.of("999999999.99"),
    discount="10+5+5%",
    amount=Money.of("999999999.99"),
    due=DAY,
    note="ผู้จำหน่าย" * 30,
)


@pytest.mark.parametrize(
    "look",
    [
        Look(),
        Look("plain", page_size="A5"),
        Look("letterhead", page_size="A5", letterhead_mm=60),
        Look(page_size="roll"),
    ],
    ids=lambda look: f"{look.style}-{look.page_size}",
)
def test_the_longest_names_terms_and_figures_keep_to_their_places(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    vast = Money.of("999999999.99")
    slips: list[AnyPaper] = [
        receipt("cheque", **LONG, amount=vast, paper_total=vast, remainder=vast),
        pay_in(**LONG, amount=vast, paper_total=vast),
        refund(**LONG, amount=vast, reason="ผู้จำหน่ายเลิกผลิต " * 60),
    ]
    sheets: list[AnyPaper] = [
        quotation((VAST, line(0)), **LONG),
        delivery(2, **{**LONG, "lines": (VAST, line(0))}),
    ]
    for paper in slips if look.page_size == "roll" else slips + sheets:
        data, found, _ = boxes(replace(paper, look=look), monkeypatch)
        assert faults(data, found) == [], paper.kind


@pytest.mark.parametrize("size", SHEETS)
def test_a_report_of_many_figures_keeps_its_columns_apart(
    size: PageSize, monkeypatch: pytest.MonkeyPatch
) -> None:
    heading = ("แถวที่ใช้ตัดสิน", "เงื่อนไขที่ใช้", *(f"ผู้บังคับบัญชา {n} %" for n in range(6)))
    rows = (("กัญญา ใจงามวัฒนานุกูล", "ส่วนลดไม่เกิน 5%", *["1,234,567.89"] * 6),) * 3
    section = ReportSection("ระดับการตัดสินใจ", "ตัดสินในระดับใด", heading, rows, 2)
    paper = team_report(sections=(section,), look=Look(page_size=size))
    data, found, _ = boxes(paper, monkeypatch)
    assert faults(data, found) == []


# ------------------------------------------------------------------------------ the styles


@pytest.mark.parametrize("accent", ["#1f4e5f", "#ffd400", "#ffffff", "#e5007d", "#000000"])
def test_every_word_can_be_read_on_what_is_behind_it(accent: str) -> None:
    white = HexColor("#ffffff")
    for manner in MANNERS.values():
        ink = inks(manner, accent)
        for part in ("ink", "muted", "accent"):
            color = ink[part].color
            assert color is not None
            assert contrast(color, white) >= LEAST_CONTRAST
            assert contrast(color, mixed(color, manner.tint)) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", ALL)
def test_the_plain_style_prints_no_colour_and_fills_no_area(name: str) -> None:
    seller = replace(SELLER, logo=picture())
    paper = replace(ALL[name], seller=seller, look=Look("plain", accent="#e5007d"), draft=True)
    for page in pypdfium2.PdfDocument(io.BytesIO(render(paper))):
        image = page.render(scale=0.6).to_pil().convert("RGB")
        assert all(red == green == blue for _, (red, green, blue) in image.getcolors(1 << 20))


def test_the_room_of_a_letterhead_is_free_on_following_pages_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look = Look("letterhead", letterhead_mm=40)
    data, found, _ = boxes(quotation(60, look=look), monkeypatch)
    high = float(pypdf.PdfReader(io.BytesIO(data)).pages[1].mediabox.height)
    for number in (1, 2):
        top = max(box.top for box in found if box.page == number)
        assert top <= high - 40 * MILLIMETRE
    assert SELLER.name_th not in "".join(box.text for box in found if box.page == 2)


@pytest.mark.parametrize("make", [special_order, lambda **changes: quotation(8, **changes)])
def test_a_letterhead_as_high_as_the_sheet_still_leaves_room_for_the_paper(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Look("letterhead", page_size="A5", letterhead_mm=120)
    customer, footer = LONG["customer"], replace(SELLER, footer="ขอบคุณที่ไว้วางใจ " * 12)
    paper = make(look=look, customer=customer, seller=footer, language="both", customer_signed=None)
    data, found, _ = boxes(paper, monkeypatch)
    assert faults(data, found) == []
    assert found[-1].page < 6


def test_nothing_is_carried_on_below_the_total_nor_a_table_headed_that_has_no_row() -> None:
    for rows in (special_order().lines, (line(0), line(1))):
        deposit = DepositReceived("DP01-6911-00007", DAY, Money.of(100))
        some = quotation(rows, terms=TERMS * 6)
        paper = replace(some, sums=replace(some.sums, deposits=(deposit,) * 120))
        first, *others = pages_of(replace(paper, look=Look(page_size="A5")))
        assert len(others) > 1
        assert "ยอดยกไป" not in first
        for text in others:
            assert not {"ยอดยกมา", "ยอดยกไป", "จำนวนเงิน"} & set(re.findall("[ก-๛]+", text))


def test_a_page_of_words_alone_has_no_table_heads() -> None:
    for paper in (special_order(language="both"), quotation(4, terms=TERMS * 30)):
        _, *others = pages_of(paper)
        assert others
        for text in others:
            assert not {"ยอดยกมา", "ยอดยกไป", "ส่วนลด/หน่วย", "รหัส"} & set(re.findall("[ก-๛]+", text))


def test_a_stamp_in_two_languages_leaves_the_shop_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    for paper in (quotation(2, language="both"), receipt(language="both")):
        tops = []
        for copy in (0, 1):
            _, found, _ = boxes(replace(paper, copy_number=copy), monkeypatch)
            tops.append([box.text for box in found if box.left < 60])
        assert tops[0] == tops[1]
    assert {"สำเนา พิมพ์ซ้ำครั้งที่ 1", "COPY, reprint no. 1"} <= {box.text for box in found}


def test_a_customer_code_of_any_length_stays_beside_the_dates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    customer = Party("คุณสมหญิง", "รหัสจากระบบเดิม-" * 12)
    for paper in (quotation(1), receipt(), receipt(look=Look(page_size="roll"))):
        data, found, _ = boxes(replace(paper, customer=customer), monkeypatch)
        assert faults(data, found) == []


def test_what_stands_below_a_line_to_sign_on_is_in_both_languages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, found, _ = boxes(quotation(1, language="both", customer_signed=None), monkeypatch)
    assert {"ลงชื่อพร้อมประทับตรา (ถ้ามี)", "Signature and company seal"} <= {b.text for b in found}
    days = {round(box.bottom, 1) for box in found if box.text.startswith("วันที่ / Date  ")}
    assert len(days) == 1


def test_who_approved_what_was_their_own_is_said_to_have() -> None:
    alone = order(approver=replace(HEAD, alone=True))
    assert "อนุมัติเองตามอำนาจ" in text_of(alone)
    assert "Self-approvedwithinownauthority" in text_of(replace(alone, language="en"))
    assert "อนุมัติเอง" not in text_of(order())


# ---------------------------------------------------------------------- originals and copies


def test_a_set_has_an_original_and_copies_each_with_its_own_page_numbers() -> None:
    single = pages_of(order(40))
    pages = pages_of(order(40, sheets=("original", "copy", "copy")))
    count = len(single)
    assert count > 1
    assert len(pages) == 3 * count
    for place, text in enumerate(pages):
        original = place < count
        assert f"หน้า {place % count + 1} จาก {count}" in text
        assert ("ต้นฉบับ" in text) is original
        assert ("สำเนา" in text) is not original
        assert rows_on(text) == rows_on(single[place % count])


def test_a_reprinted_set_has_no_second_original() -> None:
    pages = pages_of(receipt(sheets=("original", "copy"), copy_number=1))
    assert len(pages) == 2
    for text in pages:
        assert "ต้นฉบับ" not in text
        assert "สำเนา พิมพ์ซ้ำครั้งที่ 1" in text


def test_long_terms_stand_on_the_copy_as_on_the_original() -> None:
    paper = order(20, terms=("เงื่อนไขยาว " * 100,) * 8, sheets=("original", "copy"))
    assert text_of(paper).count("เงื่อนไขยาว") == 1600


@pytest.mark.parametrize("style", STYLES)
def test_original_and_copy_are_named_at_the_head_of_every_page(
    style: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = order(45, sheets=("original", "copy"), look=Look(style))
    data, found, _ = boxes(paper, monkeypatch)
    high = float(pypdf.PdfReader(io.BytesIO(data)).pages[0].mediabox.height)
    pages = found[-1].page
    for number in range(1, pages + 1):
        upper = [b.text for b in found if b.page == number and b.bottom > high * 0.75]
        word = "ต้นฉบับ" if number <= pages // 2 else "สำเนา"
        assert any(word in text for text in upper), number
    again = replace(paper, copy_number=3, sheets=())
    for text in pages_of(again):
        assert "สำเนา พิมพ์ซ้ำครั้งที่ 3" in text


# ------------------------------------------------------------------------------- the sizes


@pytest.mark.parametrize("name", ALL)
def test_only_papers_about_one_sum_print_on_a_roll_and_others_on_a5(name: str) -> None:
    paper = replace(ALL[name], look=Look(page_size="roll"))
    pages = pypdf.PdfReader(io.BytesIO(render(paper))).pages
    wide = {round(float(page.mediabox.width) / MILLIMETRE) for page in pages}
    assert wide == ({80} if isinstance(paper, MoneyPaper) else {148})


@pytest.mark.parametrize("paper", [receipt("cheque"), pay_in(), refund()])
def test_a_strip_says_all_that_the_sheet_says_on_one_page_in_black(paper: MoneyPaper) -> None:
    strip = replace(paper, look=Look(page_size="roll", accent="#e5007d"), finder="DP01-6911-00007")
    data = render(strip)
    (page,) = pypdfium2.PdfDocument(io.BytesIO(data))
    image = page.render(scale=1).to_pil().convert("RGB")
    assert all(red == green == blue for _, (red, green, blue) in image.getcolors(1 << 20))
    said = text_of(strip)
    sheet = text_of(paper)
    for word in re.findall(r"[\d,]+\.\d\d|[A-Z]{2}\d\d-\d{4}-\d{5}", sheet):
        assert word in said, word
    for words in (paper.reason, *paper.terms, paper.customer.name, *paper.seller.address_th):
        assert squeeze(words) in said, words
    for code in ("หน้า1จาก1", "หน่วยงาน/สถานที่ส่ง", "ผู้ติดต่อ"):
        assert code not in said


def test_a_draft_strip_and_one_that_ended_say_so_and_a_set_is_two_strips() -> None:
    look = Look(page_size="roll")
    draft = receipt(number=None, draft=True, draft_reference="D-7Q4K", look=look)
    assert "ฉบับร่าง" in text_of(draft)
    assert "ยกเลิก" in text_of(receipt(stamp="cancelled", look=look))
    original, copy = pages_of(receipt(sheets=("original", "copy"), look=look))
    assert "ต้นฉบับ" in original
    assert "สำเนา" in copy


def test_a_strip_is_as_long_as_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    look = Look(page_size="roll")
    for reason in ("หมด", "ผู้จำหน่ายเลิกผลิต " * 300):
        _, found, _ = boxes(refund(look=look, reason=reason, finder="RV01"), monkeypatch)
        assert 12 < min(box.bottom for box in found) < 24
        assert {box.page for box in found} == {1}


# ------------------------------------------------------------------------ the code that finds


@pytest.mark.parametrize("look", list(looks()), ids=lambda look: f"{look.style}-{look.page_size}")
def test_the_small_code_on_every_page_reads_as_the_papers_number_and_touches_nothing(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    for paper in (quotation(20), pay_in()):
        known = "ST C-000123 20260101-20261122"
        data, found, _ = boxes(replace(paper, look=look, finder=known), monkeypatch)
        side = len(finder_modules(known))
        for number in range(1, found[-1].page + 1):
            left, bottom, right, top = codes_on(data, number - 1)[known]
            module = (right - left) / side
            assert module >= 0.38 * MILLIMETRE * 0.97
            quiet = Box(
                number,
                left - 4 * module,
                bottom - 4 * module,
                right + 4 * module,
                top + 4 * module,
                "",
            )
            near = [box.text for box in found if box.page == number and box.meets(quiet)]
            assert near == []


def test_the_number_stands_beside_its_code_and_without_one_there_is_none() -> None:
    paper = quotation(3, finder="ST C-000123 20260101-20261122")
    assert squeeze(paper.finder) in text_of(paper)
    assert qr_texts(render(replace(paper, finder=""))) == []
    assert qr_texts(render(paper)) == [paper.finder]


def test_the_codes_of_papers_are_as_small_as_they_can_be() -> None:
    sides = [len(finder_modules(text)) for text in ("QT01-6911-00042-R2", "SO01-6911-00042/1")]
    assert sides == [21, 21]
    assert len(finder_modules("ST C-000123 20260101-20261122")) == 25
