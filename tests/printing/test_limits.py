"""If these fail, something odd that a user typed tears a paper, hides a figure or stops a print."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.messages import known
from crm_desktop.printing.paper import (
    AnyPaper,
    DepositReceived,
    Look,
    PaperLine,
    Party,
    Seller,
    Signatory,
    Sums,
    VatSum,
)
from crm_desktop.printing.render import render
from tests.printing.desk_papers import DAY, SEVEN, delivery, lined, order, receipt, sums
from tests.printing.papers import GOODS, SELLER, line, picture, quotation
from tests.printing.reading import pages_of, squeeze, text_of
from tests.printing.test_styles import boxes, faults

ROOT = Path(__file__).resolve().parents[2]
SLOWEST = 6.0  # seconds for 2,000 lines: ten times what an idle machine takes
NO_BLANK = replace(line(0), code="รหัส" * 75, unit="หน่วย" * 60, discount="10+" * 30 + "5%")
MOST = Money.of("999999999.99")
SIZES = [Look(), Look(page_size="A5")]


def sound(paper: AnyPaper, monkeypatch: pytest.MonkeyPatch) -> str:
    """The text of a paper on which nothing leaves its page or stands on something else."""
    data, found, _ = boxes(paper, monkeypatch)
    assert faults(data, found) == []
    return text_of(paper)


# ---------------------------------------------------------------------------------- long things


@pytest.mark.parametrize("look", SIZES)
@pytest.mark.parametrize("word", ["ปิ๊งป่อง ", "ซึ้ง", "W"])
def test_a_description_of_five_thousand_letters_turns_pages_and_stays_whole(
    word: str, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (word * (5000 // len(word))).strip()
    paper = quotation((replace(line(0), description=text), line(1)), look=look)
    read = sound(paper, monkeypatch)
    assert read.count(word.strip()) == 5000 // len(word)
    assert squeeze(str(paper.sums.grand_total)) in read


@pytest.mark.parametrize("look", SIZES)
def test_codes_and_units_without_a_blank_stay_in_their_columns(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = replace(NO_BLANK, ordered=Decimal(240), remaining=Decimal(120), due=DAY)
    for paper in (quotation((NO_BLANK, line(1))), lined("PR", (few,)), delivery(lines=(few,))):
        read = sound(replace(paper, look=look, language="both"), monkeypatch)
        assert read.count("รหัส") >= 75
        assert read.count("หน่วย") >= 60


@pytest.mark.parametrize("look", SIZES)
def test_names_addresses_and_terms_of_any_length_push_the_lines_down(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    party = Party("ชื่อยาวมาก" * 60, address=("ที่อยู่ยาวมาก" * 60,), contact="ผู้ติดต่อ" * 40)
    paper = order(3, customer=party, payment_terms="มัดจำก่อน " * 40, look=look)
    read = sound(paper, monkeypatch)
    assert read.count("มัดจำก่อน") == 40
    assert read.count("ที่อยู่ยาวมาก") == 60
    assert sum(read.count(code) for code, *_ in GOODS) == 3


@pytest.mark.parametrize("look", SIZES)
def test_what_closes_a_paper_may_be_taller_than_a_page(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = quotation(20, look=look)
    deposit = DepositReceived("DP01-6911-00007", DAY, Money.of(100))
    many = replace(issued.sums, deposits=(deposit,) * 80)
    read = sound(replace(issued, sums=many, terms=("เงื่อนไขยาว " * 90,) * 8), monkeypatch)
    assert read.count("DP01-6911-00007") == 80
    assert read.count("เงื่อนไขยาว") == 720
    assert "ลูกค้ายืนยันตามเสนอ" in read


# ----------------------------------------------------------------------------------- many lines


def test_two_thousand_lines_are_all_there_and_carry_the_right_sums() -> None:
    paper = quotation(2000)
    started = time.perf_counter()
    data = render(paper)
    assert time.perf_counter() - started < SLOWEST
    with closing(pypdfium2.PdfDocument(data)) as document:  # quicker with so many pages
        pages = [page.get_textpage().get_text_range() for page in document]
    shown = [sum(text.count(code) for code, *_ in GOODS) for text in pages]
    assert sum(shown) == 2000
    assert shown[-1] > 0
    carried = list(carries(pages))
    assert len(carried) == len(pages) - 1
    amounts = [row.amount or Money.ZERO for row in paper.lines]
    at = 0
    for count, (forward, brought) in zip(shown, carried, strict=False):
        at += count
        assert forward == brought == Money.sum(amounts[:at])
    for number, text in enumerate(pages, start=1):
        assert f"หน้า {number} จาก {len(pages)}" in text
        assert ("ลูกค้ายืนยันตามเสนอ" in text) is (number == len(pages))


def carries(pages: list[str]) -> Iterator[tuple[Money, Money]]:
    """The sum at the foot of each page and at the head of the next."""
    for before, after in pairwise(pages):
        forward = re.search(r"ยอดยกไป\s*([\d,.]+)", before)
        brought = re.search(r"ยอดยกมา\s*([\d,.]+)", after)
        assert forward
        assert brought
        yield Money.of(forward[1]), Money.of(brought[1])


# ------------------------------------------------------------------------- nothing, less, most


def test_a_customer_of_whom_only_the_name_is_known_gets_a_paper(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = sound(quotation(2, customer=Party("คุณสมหญิง")), monkeypatch)
    assert "คุณสมหญิง" in read
    bare = quotation(
        2,
        customer=Party(""),
        seller=Seller("ร้าน", "", ""),
        number=None,
        terms=("",),
        remarks=" ",
        salesperson="",
        bank=None,
        proposer=Signatory(""),
    )
    assert str(bare.sums.grand_total) in sound(bare, monkeypatch)
    assert "None" not in sound(order((), sums=Sums(Money.ZERO, Money.ZERO)), monkeypatch)


def test_a_line_that_takes_money_off_says_so_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    back = replace(line(0), quantity=Decimal(-3), amount=Money.of("-427.50"))
    rows = (back, *map(line, range(1, 30)))
    paper = quotation(rows, sums=sums(rows))
    assert "-3ถุง142.50-427.50" in sound(paper, monkeypatch)
    pages = pages_of(paper)
    ((forward, brought), *_) = carries(pages)
    first = sum(pages[0].count(code) for code, *_ in GOODS)
    expected = Money.sum(row.amount for row in rows[:first] if row.amount)
    assert forward == brought == expected
    owed = sound(quotation((back,), sums=sums((back,))), monkeypatch)
    assert "-457.43" in owed
    assert "ลบสี่ร้อยห้าสิบเจ็ดบาทสี่สิบสามสตางค์" in owed


@pytest.mark.parametrize("look", [*SIZES, Look(page_size="roll")])
def test_the_largest_sum_fits_its_column_with_all_its_words(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = replace(line(1), unit_price=MOST, amount=MOST, quantity=Decimal(1))
    within = VatSum(SEVEN, Money.of("934579439.24"), Money.of("65420560.75"))
    total = Sums(MOST, MOST, (within,), remainder=MOST, prices_include_vat=True)
    slip = receipt(amount=MOST, vat=(within,), paper_total=MOST, remainder=MOST)
    for paper in (lined("SO", (row,) * 3, sums=total), slip):
        read = sound(replace(paper, look=look, language="both"), monkeypatch)
        assert "999,999,999.99" in read
        assert "เก้าร้อยเก้าสิบเก้าล้านเก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าบาทเก้าสิบเก้าสตางค์" in read


# ------------------------------------------------------------------------------ what is broken


@pytest.mark.parametrize("field", ["logo", "signature"])
def test_a_broken_picture_gets_a_sentence_and_no_paper(field: str) -> None:
    truncated = (picture()[:300], picture("JPEG")[:400])
    for broken in (b"no picture", *truncated, b"\0" * (8 * 1024 * 1024 + 1)):
        paper = order(
            1,
            seller=replace(SELLER, logo=broken if field == "logo" else None),
            customer_signed=Signatory("ก", picture=broken if field == "signature" else None),
        )
        with pytest.raises(Refused) as refused:
            render(paper)
        assert refused.value.field == field
        assert refused.value.code in {f"{field}_unreadable", f"{field}_too_large"}
        assert known(refused.value.code, "th")
        assert known(refused.value.code, "en")


def test_control_characters_in_any_field_never_reach_the_paper() -> None:
    dirt = "\x00\x01\x1b[31m\u200b\u2028\x7f"
    clean = replace(
        quotation((PaperLine(description="ปูน", code="A1", unit="ถุง"),)),
        customer=Party("สมหญิง", address=("กรุงเทพฯ",)),
        remarks="ด่วน",
    )
    dirty = replace(
        clean,
        lines=(PaperLine(description=f"{dirt}ปูน", code=f"A{dirt}1", unit=f"ถุง{dirt}"),),
        customer=Party(f"สม{dirt}หญิง", address=(f"{dirt}กรุงเทพฯ",)),
        remarks=f"ด่วน{dirt}",
    )
    read = text_of(dirty)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b]", read)
    assert read.replace("[31m", "") == text_of(clean)


def test_without_the_font_package_printing_says_what_is_missing() -> None:
    script = (
        "import sys; sys.modules['fontpkg_sarabun'] = None\n"
        "from crm_desktop.domain.errors import Refused\n"
        "from crm_desktop.messages import sentence\n"
        "from crm_desktop.printing.render import render\n"
        "from tests.printing.papers import quotation\n"
        "try: render(quotation(1))\n"
        "except Refused as why: print(sentence(why.code, 'en', **why.values))"
    )
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    assert "Sarabun" in run.stdout
    assert "{" not in run.stdout
