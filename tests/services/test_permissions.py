"""Who may: one table, and the one door that keeps to it."""

import json
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.permissions import PERMISSIONS, ROLES
from crm_desktop.services import registry
from crm_desktop.services.registry import HANDLERS, QUERIES, commands, permission_of
from crm_desktop.store import Store, audit

COMMANDS = commands()
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
FOR_ADMINISTRATORS = {
    *("import.use", "product.import", "authority.read", "matrix.draft", "matrix.confirm"),
    *("find", "person.self", "person.read", "person.save", "settings.read", "settings.save"),
    *("system.verify", "system.housekeeping", "calendar.save"),
}


@pytest.fixture
def by_role(store: Store) -> dict[str, Application]:
    """One program per role, each with one person who has that role alone."""
    texts = {"tax_branch": "00000", "address_th": "", "address_en": "", "phone": ""}
    programs = {}
    with store.write():
        store.t.branch.insert(code="01", name_th="สาขา", name_en="Branch", **texts).execute()
        for role in ROLES:
            same = {"username": role, "name": role, "name_en": role, "roles": role}
            rest = {"grade": "G6", "branch_id": 1, "password_hash": "-"}
            store.t.person.insert(**same, **rest).execute()
            programs[role] = Application(store)
    for number, program in enumerate(programs.values(), 1):
        program.become(number)
    return programs


def never(_context: Any, command: Any) -> None:
    raise AssertionError(f"{command.name} was carried out")


@SQLITE
@pytest.mark.parametrize("name", COMMANDS)
def test_no_role_outside_its_row_gets_a_command_through_the_door(
    name: str, by_role: dict[str, Application], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = COMMANDS[name]
    monkeypatch.setitem(HANDLERS, kind, never)
    permission = PERMISSIONS[permission_of(kind)]
    empty = object.__new__(kind)  # whoever may not is not even asked what exactly
    for role in sorted(set(ROLES) - permission.roles):
        with pytest.raises(NotAllowed) as caught:
            by_role[role].execute(empty)
        assert caught.value.values == {"permission": permission.name}
    assert audit.head(store)[0] == 0
    for role in sorted(permission.roles):
        with pytest.raises(AssertionError, match="carried out"):
            by_role[role].execute(empty)


@SQLITE
@pytest.mark.parametrize("name", sorted(QUERIES))
def test_no_role_outside_its_row_gets_an_answer(name: str, by_role: dict[str, Application]) -> None:
    permission = PERMISSIONS[QUERIES[name].permission]  # type: ignore[attr-defined]
    for role in sorted(set(ROLES) - permission.roles):
        with pytest.raises(NotAllowed) as caught:
            by_role[role].read(QUERIES[name])
        assert caught.value.values == {"permission": permission.name}


def test_an_administrator_sees_no_customers_business() -> None:
    held = {name for name, row in PERMISSIONS.items() if "administrator" in row.roles}
    assert held == FOR_ADMINISTRATORS


@SQLITE
def test_nobody_at_the_desk_means_nothing_can_be_done_or_read(store: Store) -> None:
    door = Application(store)
    for act in (
        lambda: door.execute(object.__new__(COMMANDS["person.save"])),
        lambda: door.read(QUERIES["people.people"]),
    ):
        with pytest.raises(NotAllowed, match="not_logged_in"):
            act()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_names_a_row_of_the_table(name: str) -> None:
    assert permission_of(COMMANDS[name]) in PERMISSIONS


@pytest.mark.parametrize("name", PERMISSIONS)
def test_every_row_gives_known_roles_something(name: str) -> None:
    row = PERMISSIONS[name]
    assert row.roles
    assert row.roles | row.roaming <= set(ROLES)


def test_the_table_is_all_plain_words() -> None:
    """Docs and `crm commands` print it as it stands."""
    assert json.dumps(sorted(PERMISSIONS)).isascii()
    assert registry.SYSTEM.roles == set(ROLES)
