"""`crm report`: the figures of a period, by whoever may see them."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.terminal.person import Terminal

MONTH = ("--period", "2026-11-01..2026-11-30")
VIEWS = (
    *("officers", "levels", "answers", "waits", "discounts", "near", "splits"),
    *("follow_ups", "won", "lost_reasons", "forecast", "forecast_kept"),
)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", ("รายงานทีม", "ระดับการตัดสินใจ", "เวลารอคำตอบ", "สมชาย ใจดี", "หน้า 1")),
        ("en", ("Team report", "Levels of decision", "Waiting for answers", "Page 1")),
    ],
)
def test_the_report_is_a_paper_in_the_language_that_was_asked(
    terminal: Terminal, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    target = tmp_path / "deep" / "team.pdf"
    asked = ("report", "team", "--language", language, "-o", str(target))
    assert terminal.crm(*asked, user="prasit") == 0, terminal.err
    text = text_of(target.read_bytes())
    assert [word for word in words if word not in text] == []
    assert "team_" not in text


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_is_a_sheet(terminal: Terminal, tmp_path: Path, view: str) -> None:
    target = tmp_path / "team.xlsx"
    asked = ("report", "team", "--view", view, "--by-matter", "-o", str(target))
    assert terminal.crm(*asked, "--language", "en", user="prasit") == 0, terminal.err
    page = load_workbook(target).active
    assert page is not None
    heading = [cell.value for cell in page[1]]
    assert all(heading)
    assert not any(str(text).startswith("team_") for text in heading)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        ("forecast", ("Forecast", "Forecast against actual")),
        ("follow_ups", ("Quotation follow-up", "Win rate", "Lost by reason")),
    ],
)
def test_quotations_at_work_are_a_report_of_their_own(
    terminal: Terminal, tmp_path: Path, report: str, words: tuple[str, ...]
) -> None:
    paper, sheet = tmp_path / "report.pdf", tmp_path / "report.xlsx"
    for target in (paper, sheet):
        asked = ("report", report, "--language", "en", "-o", str(target))
        assert terminal.crm(*asked, user="prasit") == 0, terminal.err
    text = text_of(paper.read_bytes())
    assert [word for word in words if word not in text] == []
    assert "Levels of decision" not in text
    page = load_workbook(sheet).active
    assert page is not None
    assert page.title == words[0]
    assert page.max_row > 1


def test_months_of_both_eras_are_one_month(terminal: Terminal, tmp_path: Path) -> None:
    made = []
    for number, period in enumerate(("2569-11", "2026-11", MONTH[1])):
        target = tmp_path / f"{number}.csv"
        asked = ("report", "team", "--view", "levels", "--period", period, "-o", str(target))
        assert terminal.crm(*asked, user="prasit") == 0, terminal.err
        made.append(target.read_bytes())
    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize("period", ["November", "2569-13", "2026-11-31..2026-12-01"])
def test_what_is_no_period_is_said(terminal: Terminal, tmp_path: Path, period: str) -> None:
    target = tmp_path / "x.pdf"
    told = terminal.refusal("report", "team", "--period", period, "-o", str(target), user="prasit")
    assert (told["refused"], told["field"]) == ("terminal_bad_period", "period")
    assert not target.exists()


def test_officers_get_no_report_and_a_supervisor_the_own_line(
    terminal: Terminal, tmp_path: Path
) -> None:
    target = tmp_path / "team.csv"
    asked = ("report", "team", "-o", str(target))
    assert terminal.refusal(*asked, user="somchai")["refused"] == "not_allowed"
    assert not target.exists()
    assert terminal.crm(*asked, user="wanida") == 0
    own = target.read_text("utf-8-sig").splitlines()
    assert terminal.crm(*asked, user="prasit") == 0
    assert len(target.read_text("utf-8-sig").splitlines()) > len(own) > 1
    told = terminal.refusal(*asked, "--person", "malee", user="wanida")
    assert told["refused"] == "not_your_team"


def test_it_is_said_what_is_still_theirs_who_leave(terminal: Terminal) -> None:
    words = ("users", "change", "somchai", "--active", "no", "--language", "en")
    assert terminal.crm(*words, user="admin") == 0
    assert "open papers" in terminal.err
    assert "requests to answer" in terminal.err
    assert "requests asked (these go with their papers)" in terminal.err
    assert "Team page" in terminal.err
