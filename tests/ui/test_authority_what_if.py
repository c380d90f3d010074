"""What if: the desk is told whose decision something would be before there is a paper. By keys."""

# ruff: noqa: F401, F811 - fixtures are imported

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.shop import SellingShop
from tests.services.test_replays import limited
from tests.ui.authority_parts import Show, desk, drafted, shop, show
from ui.authority.what_if import WhatIfPage

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def said(page: WhatIfPage) -> str:
    return "\n".join(label.text() for label in page.answer.body.findChildren(QLabel))


def type_in(page: WhatIfPage, qtbot: QtBot, key: str, text: str) -> None:
    box = page.fields[key].widget
    box.setFocus()
    qtbot.keyClicks(box, text)
    qtbot.waitUntil(lambda: not page._soon.isActive())


def test_the_answer_follows_what_is_typed(show: Show, qtbot: QtBot) -> None:
    page = show("officer", "what_if")
    assert page.answer.level.text().startswith("อนุมัติได้เอง")
    type_in(page, qtbot, "amount", "60000")
    assert page.answer.level.text().startswith("ต้องขอคำแนะนำ")
    assert "คุณsupervisor · หัวหน้าลูกค้าสัมพันธ์ (G4)" in said(page)
    assert "ยอดรวมไม่เกิน 50,000 บาท (รวม VAT ก่อนหักมัดจำ)" in said(page)
    type_in(page, qtbot, "discount", "12")
    assert page.answer.level.text().startswith("นำเสนอผู้บังคับบัญชา")
    assert "ส่วนลด 12% เกินอำนาจ 5% ของระดับ G3" in said(page)


def test_the_discount_of_one_group_is_asked_too(show: Show, qtbot: QtBot) -> None:
    page = show("officer", "what_if")
    page.fields["groups"].widget.setFocus()
    page.fields["groups"].widget.insert("กระเบื้อง 12, ปูน 3")
    qtbot.waitUntil(lambda: page.answer.level.text().startswith("นำเสนอ"))
    assert page.question().facts.discount_by_group == {"กระเบื้อง": 12, "ปูน": 3}


def test_superiors_who_are_passed_by_are_named_with_the_reason(show: Show, qtbot: QtBot) -> None:
    page = show("officer", "what_if")
    type_in(page, qtbot, "amount", "900000")
    assert "ผู้ที่ข้ามไป" in said(page)
    assert "คุณmanager · ผู้จัดการ (G5)" in said(page)


def test_anybody_of_a_grade_can_be_asked_about(show: Show, qtbot: QtBot) -> None:
    page = show("officer", "what_if")
    type_in(page, qtbot, "amount", "400000")
    combo = page.who.combo
    combo.setFocus()
    combo.setCurrentIndex(combo.findData("G4"))
    qtbot.waitUntil(lambda: page.answer.level.text().startswith("อนุมัติได้เอง"))


def test_a_draft_can_be_asked_before_it_holds(shop: SellingShop, show: Show, qtbot: QtBot) -> None:
    version = drafted(shop, limited(20_000))
    page = show("officer", "what_if")
    type_in(page, qtbot, "amount", "30000")
    assert page.answer.level.text().startswith("อนุมัติได้เอง")
    page.version.combo.setCurrentIndex(page.version.combo.findData(version))
    qtbot.waitUntil(lambda: page.answer.level.text().startswith("นำเสนอ"))
    assert f"รุ่นที่ {version} · ออกใบเสนอราคา · พนักงานลูกค้าสัมพันธ์ (G3)" in said(page)


def test_what_cannot_be_read_is_said_beside_the_field(show: Show, qtbot: QtBot) -> None:
    page = show("officer", "what_if")
    page.fields["groups"].widget.insert("กระเบื้อง")
    qtbot.waitUntil(lambda: "กรุณาแก้ก่อน" in said(page))
    assert "เช่น กระเบื้อง 12, ปูน 3" in page.fields["groups"].widget.accessibleDescription()


def test_every_role_may_ask(show: Show) -> None:
    assert show("cashier", "what_if").answer.level.text()
