"""รับทราบ on the screen: the own table first, then one key and a question, and Today is empty."""

# ruff: noqa: F401, F811 - fixtures are imported

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import Grade
from crm_desktop.services.authority.signatures import SignMatrix, signatures
from tests.services.shop import SellingShop
from tests.services.test_matrix_signatures import to_sign
from tests.services.test_replays import limited
from tests.ui.authority_parts import CTRL, Show, confirmed, desk, press, shop, show
from ui.authority.signatures import SignaturesPage
from ui.paper_sources import source_of
from ui.places import IN_PLACE
from ui.today import TodayScreen
from ui.tokens import Tone

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def names(page: SignaturesPage) -> list[str]:
    return [row.signature.name for row in page.list.model.rows]


def test_an_officer_reads_the_own_table_and_signs_in_two_steps(
    shop: SellingShop, show: Show, qtbot: QtBot
) -> None:
    page = show("officer", "signatures")
    assert page.heading.text() == "ตารางของคุณ: พนักงานลูกค้าสัมพันธ์ (G3)"
    assert page.table.rows.rows[0].title == "ออกใบเสนอราคา"
    assert not any(row.changed for row in page.table.rows.rows)
    assert "กด S" in page.state.label.text()
    press(page, qtbot, Qt.Key.Key_S)
    assert "ข้าพเจ้าได้อ่าน" in page.bar.label.text()
    assert shop.desk.officer.read(signatures, 1).due
    press(page, qtbot, Qt.Key.Key_Return)
    assert not shop.desk.officer.read(signatures, 1).due
    assert page.counted.text() == "ลงชื่อแล้ว 1 จาก 5 คน"
    assert page.state.isHidden()
    assert not page.bound["matrix.sign"].isEnabled()


def test_esc_leaves_the_table_unsigned(shop: SellingShop, show: Show, qtbot: QtBot) -> None:
    page = show("officer", "signatures")
    press(page, qtbot, Qt.Key.Key_S)
    assert page.back()
    assert page.bar.isHidden()
    assert not page.back()
    assert shop.desk.officer.read(signatures, 1).due


def test_only_what_changed_since_the_last_signature_is_marked(
    shop: SellingShop, show: Show
) -> None:
    shop.desk.officer.execute(SignMatrix(1))
    confirmed(shop, limited(20_000))
    page = show("officer", "signatures")
    assert [row.key[0] for row in page.table.rows.rows if row.changed] == ["quotation.issue"]
    assert "1 แถวจากรุ่นที่ 1" in page.state.label.text()
    assert page.state.property("tone") == Tone.WARN


def test_no_warning_where_nothing_changed_since_the_last_signature(
    shop: SellingShop, show: Show
) -> None:
    shop.desk.officer.execute(SignMatrix(1))
    confirmed(shop, limited(20_000, Grade.G4))
    page = show("officer", "signatures")
    assert "ไม่เปลี่ยน" in page.state.label.text()
    assert page.state.property("tone") == Tone.INFO


def test_a_version_that_leaves_the_own_table_alone_says_so(shop: SellingShop, show: Show) -> None:
    shop.desk.supervisor.execute(SignMatrix(1))
    confirmed(shop, limited(20_000))
    page = show("supervisor", "signatures")
    assert "ไม่เปลี่ยนจากรุ่นที่ 1" in page.state.label.text()


def test_heads_see_who_is_missing_and_officers_only_themselves(
    shop: SellingShop, show: Show
) -> None:
    shop.desk.other.execute(SignMatrix(1))
    assert names(show("manager", "signatures"))[0] == "คุณother"
    assert len(names(show("manager", "signatures"))) == 5
    assert names(show("officer", "signatures")) == ["คุณother", "คุณofficer"]


def test_today_leads_to_the_version_that_is_to_be_signed(
    shop: SellingShop, show: Show, qtbot: QtBot
) -> None:
    coming = confirmed(shop, limited(20_000))
    place = show("officer", "table").parent().parent()
    today = TodayScreen(place.desk)
    qtbot.addWidget(today)
    today.read_again()
    assert today.lines.select_in("today_sign", coming) is not None
    with qtbot.waitSignal(today.open_record) as opened:
        today.open_line()
    kind, record = opened.args
    assert IN_PLACE[kind] == "authority"
    place.show_record(kind, record)
    assert isinstance(place.page, SignaturesPage)
    assert place.page.version.currentData() == coming
    with qtbot.assertNotEmitted(today.open_record):
        today.open_customer()
    assert not today.make_new("quotation")


def test_the_own_table_prints_from_here(shop: SellingShop, show: Show, qtbot: QtBot) -> None:
    page = show("officer", "signatures")
    with qtbot.waitSignal(page.open_record) as opened:
        press(page, qtbot, Qt.Key.Key_P, CTRL)
    assert opened.args == ["paper", "authority-1.G3"]
    source = source_of(page.desk, opened.args[1])
    assert source.reference == "รุ่นที่ 1"
    assert len(source.values("th", 0).posts) == 1
    assert len(source_of(page.desk, "authority-1").values("en", 0).posts) == 4


def test_the_table_page_prints_the_grade_in_view(show: Show, qtbot: QtBot) -> None:
    page = show("officer", "table")
    press(page, qtbot, Qt.Key.Key_G)
    with qtbot.waitSignal(page.open_record) as opened:
        press(page, qtbot, Qt.Key.Key_P, CTRL)
    assert opened.args == ["paper", "authority-1.G4"]


def test_who_has_no_table_to_sign_only_reads(show: Show) -> None:
    page = show("cashier", "signatures")
    assert "matrix.sign" not in page.bound
    assert page.state.isHidden()
