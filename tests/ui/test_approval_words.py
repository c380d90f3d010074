"""How long somebody waits is said as people say it."""

from datetime import datetime, timedelta

from crm_desktop.services.authority.request_history import Answer
from ui.approvals.words import ago, said_first, waited


def test_a_request_of_this_minute_is_not_said_to_be_zero_minutes_old() -> None:
    now = datetime.now().astimezone()
    assert "0" not in ago(now) + waited(now)
    assert "5" in ago(now - timedelta(minutes=5, seconds=1))


def test_a_request_that_was_taken_back_is_not_said_to_be_answered() -> None:
    at = datetime.fromisoformat("2026-11-22T10:30:00+07:00")
    recalled = said_first(Answer(at, "สมชาย", "recall", ""), "th", "buddhist")
    assert recalled == "สมชาย ดึงคำขอนี้กลับไปก่อนแล้วเมื่อ 22/11/2569 10:30"
    answered = said_first(Answer(at, "กัญญา", "return", "", "วนิดา"), "th", "buddhist")
    assert answered.startswith("กัญญา (แทน วนิดา) ตอบคำขอนี้ไปก่อนแล้วเมื่อ 22/11/2569 10:30: ")
