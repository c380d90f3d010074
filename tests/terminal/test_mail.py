"""Mail from the terminal: set, tried and sent by a scheduler, and warned about by the doctor."""

import json
from pathlib import Path

from tests.services.postbox import HOST, SENDER, Serve, free_port, impatient, serve
from tests.terminal.person import Terminal

__all__ = ["impatient", "serve"]


def run(terminal: Terminal, folder: Path, name: str, user: str, **values: object) -> int:
    """`crm run` with these fields."""
    file = folder / "command.json"
    file.write_text(json.dumps(values), encoding="utf-8")
    return terminal.crm("--json", "run", name, "--file", str(file), user=user)


def set_up(terminal: Terminal, folder: Path, port: int, version: int = 0) -> None:
    server = {"on": True, "host": HOST, "port": port, "security": "none", "sender": SENDER}
    assert run(terminal, folder, "mail.save", "admin", version=version, **server) == 0


def test_an_administrator_tries_the_server_from_the_terminal(
    terminal: Terminal, tmp_path: Path, serve: Serve
) -> None:
    assert terminal.crm("users", "change", "admin", "--email", "it@shop.example", user="admin") == 0
    box = serve()
    set_up(terminal, tmp_path, box.port)
    assert run(terminal, tmp_path, "mail.test", "admin") == 0
    assert json.loads(terminal.out) == "it@shop.example"
    assert len(box.mails) == 1
    set_up(terminal, tmp_path, free_port(), version=1)
    assert run(terminal, tmp_path, "mail.test", "admin") == 1
    assert json.loads(terminal.err)["refused"] == "mail_cannot_connect"


def test_a_scheduler_sends_and_the_doctor_warns_of_what_was_given_up(
    terminal: Terminal, tmp_path: Path, serve: Serve
) -> None:
    box = serve()
    set_up(terminal, tmp_path, box.port)
    terminal.json("housekeeping")
    terminal.sql("UPDATE person SET email = 'boss@nowhere.example'")
    (asked,) = terminal.sql("SELECT MAX(id) FROM request WHERE state = 'approved'")[0]
    terminal.sql(f"UPDATE request SET seen = 0 WHERE id = {asked}")
    terminal.sql(
        "INSERT INTO letter (person_id, address, request_id, about, subject, body, made_at,"
        " not_before, state) SELECT requester_id, 'boss@nowhere.example', id, 'approved', 's', 'b',"
        f" '2026-11-22', '2026-01-01', 'waiting' FROM request WHERE id = {asked}"
    )
    assert run(terminal, tmp_path, "mail.send", "somchai") == 0
    assert json.loads(terminal.out)["problem"]["code"] == "mail_recipient_refused"
    terminal.sql("UPDATE letter SET not_before = '2026-01-01', tries = 0")
    assert terminal.crm("--language", "en", "housekeeping") == 0
    assert "does not take mail for boss@nowhere.example" in terminal.err
    assert "Letters sent: 0" in terminal.out
    terminal.sql("UPDATE person SET email = 'boss@shop.example'")
    terminal.sql("UPDATE letter SET not_before = '2026-01-01'")
    assert terminal.json("housekeeping")["letters"] == {"sent": 1, "dropped": 0, "given_up": 0}
    found = {each["subject"]: each for each in terminal.json("doctor")}
    assert found["letters"]["found"] == "0"
    terminal.sql("UPDATE letter SET state = 'given_up'")
    assert terminal.crm("doctor", "--json") == 1
    warnings = [each["warning"] for each in json.loads(terminal.out)]
    assert "health_letters_given_up" in warnings


def test_nobody_else_sees_or_changes_the_server(terminal: Terminal, tmp_path: Path) -> None:
    assert run(terminal, tmp_path, "mail.test", "somchai") == 1
    assert json.loads(terminal.err)["refused"] == "not_allowed"
