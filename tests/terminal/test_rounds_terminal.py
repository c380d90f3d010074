"""`crm report route` and `coverage`: what an officer takes along, without a window."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.terminal.person import Terminal
from tests.terminal.test_reports import text_of


def test_a_route_is_a_sheet_or_a_calendar_and_that_it_left_is_on_record(
    terminal: Terminal, tmp_path: Path
) -> None:
    sheet, calendar = tmp_path / "route.pdf", tmp_path / "week.ics"
    asked = ("report", "route", "--language", "th", "-o", str(sheet))
    assert terminal.crm(*asked, user="somchai") == 0, terminal.err
    text = text_of(sheet.read_bytes())
    assert "ใบเส้นทางเยี่ยมลูกค้า" in text
    asked = ("report", "route", "--period", "2026-11-01..2026-12-01", "-o", str(calendar))
    assert terminal.crm(*asked, user="somchai") == 0, terminal.err
    data = calendar.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.count(b"BEGIN:VEVENT") > 1


@pytest.mark.parametrize(
    ("day", "name", "code"),
    [("tomorrow", "a.pdf", "terminal_bad_day"), ("2569-11-24", "a.docx", "route_file_kind")],
)
def test_what_is_no_day_and_no_kind_of_file_is_said(
    terminal: Terminal, tmp_path: Path, day: str, name: str, code: str
) -> None:
    target = tmp_path / name
    asked = ("report", "route", "--day", day, "-o", str(target))
    assert terminal.refusal(*asked, user="somchai")["refused"] == code
    assert not target.exists()


def test_coverage_by_zone_is_a_sheet(terminal: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "coverage.xlsx"
    asked = ("report", "coverage", "--by", "zone", "-o", str(target), "--language", "en")
    assert terminal.crm(*asked, user="prasit") == 0, terminal.err
    page = load_workbook(target).active
    assert page is not None
    assert [cell.value for cell in page[1]][:3] == ["Zone", "Assigned", "Visited"]
    assert page.max_row > 2
