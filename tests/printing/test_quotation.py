"""If these fail, a customer holds a quotation that is wrong, torn, or says what it must not."""

import importlib
import io
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.messages import known
from crm_desktop.printing import pictures, raster
from crm_desktop.printing.fonts import font_path
from crm_desktop.printing.paper import BankAccount, Look, Paper, PaperLine, Sums, VatSum
from crm_desktop.printing.render import render
from tests.printing import papers
from tests.printing.papers import CUSTOMER, SELLER, line, picture, quotation, rows_on
from tests.printing.reading import pages_of, squeeze, text_of
from tests.printing.test_extraction import fonts_of

THAI = re.compile("[\u0e01-\u0e5b]")
SPECIAL = "สินค้าสั่งพิเศษไม่รับคืนทุกกรณี"


def test_one_page_holds_everything_the_customer_must_be_told() -> None:
    paper = quotation(10)
    (text,) = pages_of(paper)
    told = [
        *(SELLER.name_th, SELLER.tax_number, "สำนักงานใหญ่", SELLER.phone, *SELLER.address_th),
        *(CUSTOMER.name, CUSTOMER.code, CUSTOMER.tax_number, "สาขาที่ 00001", CUSTOMER.contact),
        *(CUSTOMER.phone, CUSTOMER.site, "ใบเสนอราคา", "QT01-6911-00042", "22 พฤศจิกายน 2569"),
        *("ยืนราคาถึง", "7 ธันวาคม 2569 (15 วัน)", paper.delivery, paper.payment_terms),
        *("สมชาย ใจดี", "GT-6012", "60x60 ซม.", "37.5", "ตร.ม.", "289.00", "10+5%", "10,837.50"),
        *("รวมเป็นเงิน", "หักส่วนลด", "-500.00", "ยอดหลังหักส่วนลด", "ภาษีมูลค่าเพิ่ม 7%"),
        *("ยอดรวมทั้งสิ้น", str(paper.sums.grand_total), "ยังไม่รวมภาษีมูลค่าเพิ่ม", "บาท"),
        *("DP01-6911-00007", "20/11/2569", "ยอดคงเหลือ", str(paper.sums.remainder)),
        *(paper.remarks, *paper.terms, "123-4-56789-0", "ผู้เสนอราคา", "ผู้อนุมัติ"),
        *("วราภรณ์ ศรีสุข", "ลูกค้ายืนยันตามเสนอ", "หน้า 1 จาก 1", SELLER.footer),
    ]
    for piece in told:
        assert squeeze(piece) in squeeze(text), piece


def test_the_grand_total_stands_in_words() -> None:
    sums = Sums(subtotal=Money.of("100.01"), grand_total=Money.of("100.01"))
    assert "หนึ่งร้อยบาทหนึ่งสตางค์" in text_of(quotation(1, sums=sums))
    assert "Onehundredbahtandonesatang" in text_of(quotation(1, sums=sums, language="en"))


def test_vat_classes_and_prices_with_vat_are_stated() -> None:
    vat = (
        VatSum(Decimal("7"), Money.of(100), Money.of(7)),
        VatSum(Decimal("0"), Money.of(50), Money.ZERO),
        VatSum(None, Money.of(30), Money.ZERO),
    )
    sums = Sums(Money.of(187), Money.of(187), vat, prices_include_vat=True)
    text = text_of(quotation(1, sums=sums))
    for piece in ("รวมภาษีมูลค่าเพิ่มแล้ว", "ภาษีมูลค่าเพิ่ม7%", "(อัตรา0%)", "ได้รับยกเว้นภาษี"):
        assert piece in text, piece
    assert "ยังไม่รวม" not in text


def test_headings_text_lines_subtotals_and_free_figures_print() -> None:
    rows = (
        PaperLine("heading", "งานโครงสร้าง"),
        PaperLine("text", "สีตามตัวอย่าง"),
        line(0),
        PaperLine("subtotal", "รวมงานโครงสร้าง", amount=Money.of("17100.00")),
        PaperLine(description="ค่าขนส่ง", amount=Money.of("800")),
    )
    text = text_of(quotation(rows))
    for piece in ("งานโครงสร้าง", "สีตามตัวอย่าง", "รวมงานโครงสร้าง17,100.00", "ค่าขนส่ง800.00"):
        assert piece in text, piece


def test_free_text_that_is_charged_shows_its_amount_and_is_carried_over() -> None:
    freight = PaperLine(
        "text",
        "ค่าขนส่ง",
        quantity=Decimal(1),
        unit="เที่ยว",
        unit_price=Money.of(1500),
        amount=Money.of(1500),
    )
    pages = pages_of(quotation((*[freight] * 80, PaperLine("text", "สีตามตัวอย่าง"))))
    forward = re.search(r"ยอดยกไป\s*([\d,.]+)", pages[0])
    assert forward is not None
    assert Money.of(forward[1]) == Money.of(1500).times(Decimal(pages[0].count("เที่ยว")))
    assert "80ค่าขนส่ง1เที่ยว1,500.001,500.00" in squeeze("".join(pages))


def test_five_hundred_lines_carry_their_sums_from_page_to_page() -> None:
    paper = quotation(500)
    pages = pages_of(paper)
    assert 15 <= len(pages) <= 25
    for number, text in enumerate(pages, start=1):
        assert f"หน้า {number} จาก {len(pages)}" in text
        assert "จำนวนเงิน" in text
        assert "QT01-6911-00042" in text
    forward = [re.search(r"ยอดยกไป\s*([\d,.]+)", text) for text in pages]
    brought = [re.search(r"ยอดยกมา\s*([\d,.]+)", text) for text in pages]
    assert brought[0] is None
    assert forward[-1] is None
    for before, after in zip(forward, brought[1:], strict=False):
        assert before is not None
        assert after is not None
        assert before[1] == after[1]
    last = Money.of(brought[-1][1]) if brought[-1] else Money.ZERO
    on_last = [r.amount for r in paper.lines[-rows_on(pages[-1]) :] if r.amount]
    assert last + Money.sum(on_last) == paper.sums.subtotal


@pytest.mark.parametrize("terms", [(), papers.TERMS, papers.TERMS * 5])
def test_totals_and_signatures_are_never_torn_or_alone(terms: tuple[str, ...]) -> None:
    for count in (1, *range(6, 40, 2)):
        pages = pages_of(quotation(count, terms=terms))
        assert "ยอดรวมทั้งสิ้น" in pages[-1]
        assert "ลูกค้ายืนยันตามเสนอ" in pages[-1]
        assert all("ยอดรวมทั้งสิ้น" not in text for text in pages[:-1])
        assert rows_on(pages[-1]) or "เงื่อนไข" in pages[-1]
        assert sum(map(rows_on, pages)) == count


def test_endless_descriptions_remarks_and_terms_still_print() -> None:
    long = "กระเบื้องพื้นพอร์ซเลน 60x60 ซม. " * 160
    rows = (replace(line(0), description=long[:5000]), *map(line, range(1, 300)))
    paper = quotation(rows, remarks="หมายเหตุยาวมาก " * 400, terms=("เงื่อนไขยาว " * 100,) * 6)
    text = text_of(paper)
    assert text.count("กระเบื้องพื้นพอร์ซเลน60x60ซม.") >= 150
    assert text.count("หมายเหตุยาวมาก") == 400
    assert text.count("เงื่อนไขยาว") == 600
    assert squeeze(str(paper.sums.grand_total)) in text


def test_a_paper_without_lines_or_with_a_page_of_deposits_still_prints() -> None:
    empty = quotation((), sums=Sums(Money.ZERO, Money.ZERO))
    assert "ศูนย์บาทถ้วน" in text_of(empty)
    issued = quotation(60)
    many = replace(issued.sums, deposits=issued.sums.deposits * 45)
    pages = pages_of(replace(issued, sums=many, special_order_terms=SPECIAL * 90))
    assert sum(map(rows_on, pages)) == 60
    assert squeeze("".join(pages)).count(SPECIAL) == 90
    assert "ลูกค้ายืนยันตามเสนอ" in pages[-1]


def test_what_ended_says_so_on_every_page_in_the_papers_language_and_hides_no_figure() -> None:
    plain = quotation(30)
    for language, words in (("th", "ยกเลิก"), ("en", "CANCELLED"), ("both", "ยกเลิก / CANCELLED")):
        pages = pages_of(replace(plain, language=language, stamp="cancelled"))
        assert len(pages) == len(pages_of(replace(plain, language=language))) == 2
        assert [words in page for page in pages] == [True, True]
    figures = re.compile(r"[\d,]+\.\d\d")
    stamped = "".join(pages_of(replace(plain, stamp="superseded")))
    assert figures.findall(stamped) == figures.findall("".join(pages_of(plain)))


def test_only_drafts_are_marked_as_drafts() -> None:
    draft = quotation(3, number=None, draft=True, draft_reference="D-7Q4K")
    text = text_of(draft)
    assert text.count("ฉบับร่าง") >= 2
    assert "D-7Q4K" in text
    assert "QT01" not in text
    assert "ฉบับร่าง" not in text_of(quotation(3))
    english = text_of(replace(draft, language="en"))
    assert "DRAFT" in english
    assert "DRAFT" not in text_of(quotation(3, language="en"))


def test_a_reprint_says_copy_and_a_revision_what_it_replaces() -> None:
    assert "สำเนา" not in text_of(quotation(3))
    assert "แก้ไขครั้งที่" not in text_of(quotation(3))
    text = text_of(quotation(3, copy_number=2, revision=3, replaces="QT01-6911-00042 R2"))
    for piece in ("สำเนาพิมพ์ซ้ำครั้งที่2", "แก้ไขครั้งที่3", "ใช้แทนQT01-6911-00042R2"):
        assert piece in text, piece


def test_special_order_terms_stand_above_the_signatures() -> None:
    text = text_of(quotation(3, special_order_terms=SPECIAL))
    assert text.index(SPECIAL) < text.index("ผู้เสนอราคา")


def english_paper(**changes: Any) -> Paper:
    """A quotation whose own data hold no Thai, so that any Thai is a label."""
    rows = (replace(line(0), description="Portland cement", unit="bag"),)
    values: dict[str, Any] = {
        "seller": replace(SELLER, phone="02-719-9680", footer="Thank you"),
        "customer": replace(CUSTOMER, name="Nam Nueng Ltd.", address=(), contact="Pin", site="B 2"),
        "language": "en",
        "delivery": "7 days",
        "payment_terms": "30 days",
        "salesperson": "Somchai",
        "remarks": "None",
        "terms": ("No returns.",),
        "bank": BankAccount("Kasikornbank", "", "Rungruang", "123-4-56789-0", "00020101"),
        "proposer": None,
        "approver": None,
    }
    return quotation(rows, **{**values, **changes})


def test_an_english_paper_has_no_thai_label_and_a_thai_one_no_english() -> None:
    english = english_paper(revision=2, replaces="R1", copy_number=1, special_order_terms="None")
    (text,) = pages_of(english)
    assert not THAI.search(text), THAI.findall(text)
    assert "22 November 2026" in text
    assert "(20/11/2026)" in text
    assert "2569" not in text
    (thai,) = pages_of(quotation(3))
    for word in ("Quotation", "Date", "Total", "Page", "Customer", "VAT"):
        assert word not in thai


def test_a_paper_in_both_languages_has_both_labels() -> None:
    (text,) = pages_of(quotation(3, language="both"))
    for piece in (
        "ใบเสนอราคา",
        "Quotation",
        "ยอดรวมทั้งสิ้น",
        "Grand total",
        "22/11/2569 (22/11/2026)",
    ):
        assert piece in text, piece


def test_the_same_paper_gives_the_same_bytes_in_any_process() -> None:
    paper = quotation(12, seller=replace(SELLER, logo=picture()))
    once = render(paper)
    render(quotation(30, remarks="ฎุฐูปิ๊ฝั้ง"))  # other clusters must not change the file
    assert render(paper) == once
    script = (
        "import sys; from dataclasses import replace; from tests.printing.papers import *;"
        "from crm_desktop.printing.render import render;"
        "p = quotation(12, seller=replace(SELLER, logo=picture()));"
        "sys.stdout.buffer.write(render(p))"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True)
    assert run.stdout == once


def test_the_file_names_itself_its_maker_and_its_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(quotation(1))))
    assert reader.metadata is not None
    assert reader.metadata.title == "ใบเสนอราคา QT01-6911-00042"
    assert reader.metadata.author == SELLER.name_th
    assert str(reader.metadata.creation_date).startswith("2026-11-22")
    assert str(reader.root_object["/Lang"]) == "th-TH"
    english = pypdf.PdfReader(io.BytesIO(render(english_paper())))
    assert str(english.root_object["/Lang"]) == "en-US"


def test_no_page_asks_for_a_font_that_is_not_in_the_file() -> None:
    data = render(quotation(40))
    assert b"Helvetica" not in data
    assert b"ASCII85" not in data
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        names = {font["/BaseFont"] for font in fonts_of(page)}
        assert names <= {"/AAAAAA+Sarabun-Regular", "/AAAAAA+Sarabun-Bold"}


def test_a5_and_a_letterhead_keep_every_word() -> None:
    yellow = Look(accent="#ffd400", page_size="A5")
    small = text_of(quotation(5, look=yellow))
    assert SELLER.name_th.replace(" ", "") in small
    reader = pypdf.PdfReader(io.BytesIO(render(quotation(5, look=yellow))))
    assert round(float(reader.pages[0].mediabox.width)) == 420
    headed = text_of(quotation(5, look=Look("letterhead", letterhead_mm=35), bank=None))
    assert SELLER.tax_number not in headed
    assert "QT01-6911-00042" in headed


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_usual_picture_files_do_as_a_logo(kind: str) -> None:
    reader = pypdf.PdfReader(
        io.BytesIO(render(quotation(1, seller=replace(SELLER, logo=picture(kind)))))
    )
    assert len(reader.pages[0].images) == 1


@pytest.mark.parametrize(
    "broken", [b"", b"no picture", picture()[:200], b"%PDF-1.4", picture("GIF")[:30]]
)
def test_a_broken_logo_gets_a_sentence(broken: bytes) -> None:
    with pytest.raises(Refused) as refused:
        pictures.logo(broken)
    assert (refused.value.code, refused.value.field) == ("logo_unreadable", "logo")
    assert known(refused.value.code)


def test_a_huge_logo_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(Refused, match="logo_too_large"):
        pictures.logo(b"\0" * (raster.LARGEST_FILE + 1))
    vast = io.BytesIO()
    Image.new("1", (9000, 9000)).save(vast, "PNG")
    with pytest.raises(Refused, match="logo_too_many_pixels"):
        pictures.logo(vast.getvalue())


def test_a_missing_font_package_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(Refused, match="print_font_missing"):
        font_path("Sarabun")


def test_characters_without_a_glyph_are_refused_for_their_field() -> None:
    with pytest.raises(Refused) as refused:
        render(quotation(2, remarks="ด่วน 漢"))
    assert (refused.value.code, refused.value.field) == ("font_lacks_characters", "remarks")
