"""Replay: a head sees which papers a draft would have moved, before it is confirmed. By keys."""

# ruff: noqa: F401, F811 - fixtures are imported

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crm_desktop.services.authority import replays
from tests.services.shop import SellingShop
from tests.services.test_replays import limited
from tests.ui.authority_parts import CTRL, Show, desk, drafted, press, shop, show
from ui.authority.replay import ReplayPage
from ui.files import save

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def sold(shop: SellingShop, *quantities: int, who: str = "officer") -> list[int]:
    """A paper each, of another customer each."""
    papers = []
    for quantity in quantities:
        shop.customer = shop.new_customer(f"ราย {quantity} {who}")
        papers.append(shop.submit(shop.draft(shop.line(quantity=quantity), who=who), who=who).id)
    return papers


def replayed(page: ReplayPage, qtbot: QtBot) -> None:
    press(page, qtbot, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: page.found is not None and page._task is None)


def listed(page: ReplayPage) -> list[int]:
    return [row.document_id for row in page.list.model.rows]


def test_the_papers_that_a_draft_moves_are_listed_and_open_by_enter(
    shop: SellingShop, show: Show, qtbot: QtBot
) -> None:
    _, large = sold(shop, 10, 200)
    version = drafted(shop, limited(20_000))
    page = show("manager", "replay")
    assert page.version.currentData() == version
    assert not page.summary.text()
    replayed(page, qtbot)
    assert "จาก 2 ฉบับ มี 1 ฉบับ" in page.summary.text()
    assert "เข้มขึ้น 1" in page.summary.text()
    assert listed(page) == [large]
    with qtbot.waitSignal(page.open_record) as opened:
        press(page, qtbot, Qt.Key.Key_Return)
    assert opened.args == ["quotation", large]


def test_a_matter_or_an_officer_narrows_the_papers_and_esc_shows_all_again(
    shop: SellingShop, show: Show, qtbot: QtBot
) -> None:
    (mine,) = sold(shop, 200)
    (theirs,) = sold(shop, 201, who="other")
    drafted(shop, limited(20_000))
    page = show("manager", "replay")
    replayed(page, qtbot)
    assert listed(page) == [theirs, mine]
    assert [row.tally.name for row in page.tallies.officers.model.rows] == ["คุณofficer", "คุณother"]
    page.tallies.officers.setFocus()
    page.tallies.officers.table.selectRow(0)
    press(page, qtbot, Qt.Key.Key_Return)
    assert listed(page) == [mine]
    assert page.back()
    assert listed(page) == [theirs, mine]
    assert not page.back()


def test_with_one_version_replay_says_so(shop: SellingShop, show: Show) -> None:
    page = show("manager", "replay")
    assert page._nothing()[0] == "ขณะนี้มีตารางเพียงรุ่นเดียว"
    drafted(shop, limited(20_000))
    page.read_again()
    assert page._nothing()[0] == "ถ้าใช้ตารางอีกรุ่น ผลของเอกสารใดจะต่างไป"


def test_days_that_make_no_sense_are_said(shop: SellingShop, show: Show, qtbot: QtBot) -> None:
    page = show("manager", "replay")
    page.days.setText("0")
    press(page, qtbot, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: not page.bar.isHidden())
    assert "ตั้งแต่ 1 ถึง" in page.bar.label.text()
    assert page.found is None


def test_esc_stops_a_replay_that_takes_too_long(
    shop: SellingShop, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sold(shop, 200)
    page = show("manager", "replay")
    page.run()
    task = page._task
    assert page.back()
    assert task is not None
    assert task.cancelled
    qtbot.waitUntil(lambda: page._task is None)
    assert page.found is None
    assert page.bound["matrix.run"].isEnabled()


def test_what_is_listed_goes_out_as_a_spreadsheet(
    shop: SellingShop, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    sold(shop, 200)
    drafted(shop, limited(20_000))
    page = show("manager", "replay")
    assert not page.bound["list.export"].isEnabled()
    replayed(page, qtbot)
    assert page.bound["list.export"].isEnabled()
    path = tmp_path / "replay.xlsx"
    task = save(page.desk, path, replays.replay_sheet, page.found)
    qtbot.waitSignal(task.ended)
    qtbot.waitUntil(path.exists)
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    assert len(rows) == 2
    assert rows[1][6] == "เข้มขึ้น"


def test_only_heads_have_the_page(show: Show) -> None:
    keys = {
        who: [part.key for part in show(who, "table").parent().parent().parts]
        for who in ("officer", "supervisor", "administrator")
    }
    assert "replay" in keys["supervisor"]
    assert "replay" not in keys["officer"]
    assert "replay" not in keys["administrator"]


def test_at_the_smallest_window_every_figure_of_a_replay_is_in_view(
    shop: SellingShop, show: Show, qtbot: QtBot
) -> None:
    sold(shop, 200)
    drafted(shop, limited(20_000))
    page = show("manager", "replay")
    page.window().resize(1_178, 640)
    for each in (page.tallies.matters, page.tallies.officers):
        header, model = each.table.horizontalHeader(), each.table.model()
        for column in range(1, model.columnCount()):
            words = str(model.headerData(column, Qt.Orientation.Horizontal))
            assert header.fontMetrics().horizontalAdvance(words) < header.sectionSize(column), words
    replayed(page, qtbot)
    for each in (page.list, page.tallies.matters, page.tallies.officers):
        header = each.table.horizontalHeader()
        assert header.length() <= each.table.viewport().width()
