"""If these fail, a history of decisions loses a line where a page turns, or runs off the paper."""

from datetime import datetime, timedelta

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.printing.house_papers import TrailChapter, TrailEntry
from tests.printing.desk_papers import approval_sheet
from tests.printing.reading import pages_of, squeeze

AT = datetime(2026, 11, 22, 9, 0, tzinfo=BANGKOK)


def test_every_answer_of_a_long_history_is_printed_once() -> None:
    entries = tuple(
        TrailEntry(AT + timedelta(minutes=n), f"คำตอบ{n:03}", "วราภรณ์ ศรีสุข", ("เหตุผล",))
        for n in range(120)
    )
    pages = pages_of(approval_sheet(chapters=(TrailChapter("คำขอ", (), entries),)))
    assert len(pages) > 3
    whole = squeeze("".join(pages))
    assert [whole.count(f"คำตอบ{n:03}") for n in range(120)] == [1] * 120
    assert all("QT01-6911-00042" in page for page in pages)


def test_a_reason_longer_than_a_page_turns_it() -> None:
    words = [f"เหตุผลข้อ{n:04}" for n in range(700)]
    chapter = TrailChapter("คำขอ", (("เพราะ", " ".join(words)),))
    pages = pages_of(approval_sheet(chapters=(chapter,)))
    whole = squeeze("".join(pages))
    assert len(pages) > 1
    assert [word for word in words if word not in whole] == []


def test_a_heading_is_never_left_alone_at_the_foot_of_a_page() -> None:
    filler = tuple(TrailEntry(AT, f"ก่อน{n}", notes=("ก",) * 3) for n in range(9))
    for more in range(5):
        above = TrailChapter("บท", (), (*filler, *(TrailEntry(AT, "x") for _ in range(more))))
        below = TrailChapter("หัวข้อถัดไป", (), (TrailEntry(AT, "ข้อความแรก"),))
        for page in pages_of(approval_sheet(chapters=(above, below))):
            text = squeeze(page)
            assert ("หัวข้อถัดไป" in text) == ("ข้อความแรก" in text)
