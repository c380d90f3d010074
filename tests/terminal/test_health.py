"""What a scheduler asks: verify, doctor, migrate, housekeeping, walk."""

import json
from pathlib import Path

import pytest

from tests.terminal.person import Terminal, issued

PAPER = "UPDATE document SET {} WHERE number = '{{}}'"


def tamper(terminal: Terminal, harm: str) -> None:
    """What somebody does who takes the guards away first and puts them back afterwards."""
    kept = terminal.sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    for name, _ in kept:
        terminal.sql(f"DROP TRIGGER {name}")
    terminal.sql(harm)
    for _, statement in kept:
        terminal.sql(statement)


def test_verify_is_content_with_an_untouched_desk(terminal: Terminal) -> None:
    assert terminal.json("verify", user="admin")["faults"] == []
    assert terminal.crm("verify", user="admin") == 0


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (PAPER.format("total_satang = total_satang + 1"), "paper_sums_wrong"),
        (PAPER.format("remarks = 'x'"), "paper_not_as_frozen"),
        (PAPER.format("frozen_sha256 = NULL"), "paper_never_frozen"),
        (PAPER.format("approved_request_id = NULL"), "paper_without_approval"),
        ("UPDATE number_series SET last = last + 1 WHERE kind = 'QT'", "numbers_not_gapless"),
        ("UPDATE request SET state = 'recalled' WHERE state = 'waiting'", "paper_waits_for_nobody"),
        ("UPDATE request SET frozen_sha256 = '' WHERE state = 'waiting'", "request_inconsistent"),
        (
            "UPDATE request SET frozen_sha256 = 'x' WHERE state = 'approved'",
            "approval_of_another_paper",
        ),
        (
            "DELETE FROM request_answer WHERE request_id IN (SELECT id FROM request"
            " WHERE state = 'approved')",
            "approval_without_answer",
        ),
    ],
)
def test_verify_finds_what_was_changed_behind_the_program(
    terminal: Terminal, harm: str, code: str
) -> None:
    number = issued(terminal)
    tamper(terminal, harm.format(number))
    assert terminal.crm("verify", "--json", user="admin") == 1
    assert code in [each["code"] for each in json.loads(terminal.out)["faults"]]
    assert json.loads(terminal.err)["refused"] == "terminal_verify_faults"


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE audit_line SET at = '2000-01-01' WHERE id = 9", "audit_line_changed"),
        ("DELETE FROM audit_line WHERE id = 9", "audit_line_missing"),
        ("UPDATE audit_value SET after = 'x' WHERE line_id = 9", "audit_value_changed"),
    ],
)
def test_verify_finds_a_forged_audit_line(terminal: Terminal, harm: str, code: str) -> None:
    tamper(terminal, harm)
    assert terminal.crm("verify", "--json", user="admin") == 1
    assert code in [each["code"] for each in json.loads(terminal.out)["faults"]]


def test_doctor_needs_nobody_and_names_what_is_wrong(terminal: Terminal, tmp_path: Path) -> None:
    found = {each["subject"]: each for each in terminal.json("doctor")}
    assert found["file"]["found"] == "ok"
    assert found["schema"]["found"].startswith("00")
    terminal.database.write_bytes(b"this is no database, whatever its name says" * 100)
    assert terminal.crm("doctor", "--json") == 1
    assert [each["warning"] for each in json.loads(terminal.out) if each["warning"]]


def test_doctor_warns_where_there_is_no_database_yet(empty: Terminal) -> None:
    assert empty.crm("doctor", "--json") == 1
    assert "health_no_file" in [each["warning"] for each in json.loads(empty.out)]
    assert not empty.database.exists()


def test_migrate_makes_and_leaves_a_database_up_to_date(empty: Terminal) -> None:
    assert len(empty.json("migrate")["done"]) >= 2
    assert empty.json("migrate")["done"] == []


def test_housekeeping_runs_without_a_password_and_twice(terminal: Terminal) -> None:
    assert terminal.json("housekeeping")["audit_line"]
    assert terminal.json("housekeeping")["expired"] == []


def test_walk_says_when_the_windows_are_not_installed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm_desktop.terminal.walking.entry_points", lambda group: ())
    assert terminal.refusal("walk")["refused"] == "terminal_no_windows"
