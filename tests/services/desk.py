"""A small shop whose people come through the one door: for tests of commands and queries."""

from datetime import datetime, timedelta

import pytest

from crm_desktop.application import Application
from crm_desktop.services.people import SavePerson
from crm_desktop.services.settings import SaveBranch
from crm_desktop.store import BANGKOK, Store

PASSWORD = "a long password"
PEOPLE = {
    "officer": ("officer", "G3", "01"),
    "supervisor": ("supervisor", "G4", "01"),
    "manager": ("manager", "G5", "01"),
    "director": ("director", "G6", "01"),
    "administrator": ("administrator", "G3", "01"),
    "credit": ("credit", "G4", "01"),
    "other": ("officer", "G3", "02"),
    "cashier": ("cashier", "G3", "01"),
    "sales": ("sales", "G3", "01"),
    "receiving": ("receiving", "G3", "01"),
    "logistics": ("logistics", "G3", "01"),
}


class Desk:
    """One program per person on one database; `now` is the moment that all of them see."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = datetime(2026, 11, 22, 9, 0, tzinfo=BANGKOK)
        self._programs: dict[str, Application] = {}

    def later(self, **by: int) -> None:
        """Let time pass."""
        self.now += timedelta(**by)

    def __getattr__(self, username: str) -> Application:
        """The program of the person with that user name, logged in."""
        if username not in PEOPLE:
            raise AttributeError(username)
        if username not in self._programs:
            program = Application(self.store, lambda: self.now)
            program.become(list(PEOPLE).index(username) + 1)
            self._programs[username] = program
        return self._programs[username]


def staffed(store: Store) -> Desk:
    """Branches 01 and 02 with one person of each role; hired once where they are there already."""
    shop = Desk(store)
    if not store.t.person.select().limit(1).tuples().execute():
        _hire(shop)
    return shop


def hire(store: Store) -> None:
    """The people of `staffed` without passwords: what a database can be copied from."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crm_desktop.services.people.hash_password", lambda _password: "-")
        staffed(store)


def _hire(shop: Desk) -> None:
    system = Application(shop.store, lambda: shop.now)
    system.act_as_system()
    branches = {
        code: system.execute(SaveBranch(None, 0, code, f"สาขา {code}", f"Branch {code}"))
        for code in ("01", "02")
    }
    for username, (role, grade, branch) in PEOPLE.items():
        name = f"คุณ{username}"
        system.execute(
            SavePerson(
                id=None,
                version=0,
                username=username,
                full_name=name,
                full_name_en=username.title(),
                roles=(role,),
                grade=grade,
                branch_id=branches[branch],
                password=PASSWORD,
            )
        )


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The people of a shop on either database."""
    monkeypatch.setattr("crm_desktop.services.people.hash_password", lambda _password: "-")
    return staffed(store)
