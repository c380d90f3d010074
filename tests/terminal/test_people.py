"""The people of the desk, kept from the terminal."""

import pytest

from tests.terminal.person import Terminal


def test_an_administrator_adds_changes_and_bars_people(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRM_NEW_PASSWORD", "a new password")
    named = ("--name", "ใหม่ มาแรง", "--roles", "officer,cashier", "--superior", "wanida")
    assert terminal.crm("users", "add", "mai", *named, "--branch", "02", user="admin") == 0
    assert terminal.crm("users", "change", "mai", "--grade", "G4", user="admin") == 0
    person = terminal.json("show", "person", "mai", user="admin")
    assert (person["grade"], person["roles"], person["branch_id"]) == (
        "G4",
        ["officer", "cashier"],
        2,
    )
    assert terminal.crm("users", "change", "mai", "--active", "no", user="admin") == 0
    monkeypatch.setenv("CRM_PASSWORD", "a new password")
    assert terminal.refusal("search", "x", user="mai")["refused"] == "wrong_password"


def test_passwords_are_changed_by_their_owner_or_the_administrator(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRM_NEW_PASSWORD", "a new password")
    assert terminal.crm("users", "password", user="somchai") == 0
    assert terminal.crm("users", "password", "kanya", user="admin") == 0
    assert terminal.refusal("users", "password", "piti", user="wanida")["refused"] == "not_allowed"
    monkeypatch.setenv("CRM_PASSWORD", "a new password")
    assert terminal.crm("search", "x", user="somchai") == 0
    assert terminal.crm("search", "x", user="kanya") == 0


def test_a_branch_or_superior_that_is_not_there_is_named(terminal: Terminal) -> None:
    told = terminal.refusal("users", "change", "piti", "--branch", "77", user="admin")
    assert told["field"] == "branch"
    assert terminal.crm("users", "change", "piti", "--superior", "nobody", user="admin") == 1
