"""How long somebody waits is said as people say it."""

from datetime import datetime, timedelta

from ui.approvals.words import ago, waited


def test_a_request_of_this_minute_is_not_said_to_be_zero_minutes_old() -> None:
    now = datetime.now().astimezone()
    assert "0" not in ago(now) + waited(now)
    assert "5" in ago(now - timedelta(minutes=5, seconds=1))
