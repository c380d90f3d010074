"""People: who comes in, who is slowed down, and what nobody may do to the list of people."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher

from crm_desktop.application import Application
from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.services import people
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.people import ChangePassword, Person, SavePerson, SetPreferences
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.settings import SaveShop, Shop
from crm_desktop.store import Store, audit
from tests.services.desk import PASSWORD, PEOPLE, Desk, staffed

WRONG = "not the password"


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """People with real passwords, hashed as cheaply as argon2 can."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(people, "_hasher", lambda: quick)
    return staffed(store)


@pytest.fixture
def door(desk: Desk) -> Application:
    """The program before anybody logged in."""
    return Application(desk.store, lambda: desk.now)


def refused(door: Application, username: str, password: str) -> Refused:
    with pytest.raises(Refused) as caught:
        door.login(username, password)
    assert caught.value.field == "password"
    return caught.value


def person(desk: Desk, username: str) -> Person:
    return desk.administrator.read(people.person_named, username)


def as_it_is(found: Person, **changes: Any) -> SavePerson:
    kept = SavePerson(
        found.id,
        found.version,
        found.username,
        found.name,
        found.name_en,
        found.roles,
        found.grade,
        found.branch_id,
        found.superior_id,
        found.active,
    )
    return replace(kept, **changes)


def change(desk: Desk, who: str, **changes: Any) -> None:
    desk.administrator.execute(as_it_is(person(desk, who), **changes))


# ------------------------------------------------------------ coming in


@pytest.mark.parametrize("typed", ["officer", " Officer "])
def test_who_knows_the_password_comes_in(door: Application, typed: str) -> None:
    actor = door.login(typed, PASSWORD)
    assert (actor.username, actor.roles, actor.grade) == ("officer", {"officer"}, "G3")
    assert door.actor == actor


@pytest.mark.parametrize("username", ["officer", "nobody", ""])
def test_a_wrong_password_and_an_unknown_name_are_told_alike(
    door: Application, username: str
) -> None:
    assert refused(door, username, WRONG).code == "wrong_password"
    assert door.actor is None


def test_an_unknown_name_takes_as_long_as_a_known_one(
    door: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    monkeypatch.setattr(people, "_matches", lambda _hash, given: bool(checked.append(given)))
    for username in ("officer", "nobody"):
        refused(door, username, WRONG)
    assert checked == [WRONG, WRONG]


def test_who_left_comes_in_no_more(desk: Desk, door: Application) -> None:
    change(desk, "officer", active=False)
    assert refused(door, "officer", PASSWORD).code == "wrong_password"


def test_guessing_is_slowed_more_and_more(desk: Desk, door: Application) -> None:
    waits = []
    for _ in range(12):
        told = refused(door, "officer", WRONG)
        if told.code == "login_slowed":
            until = told.values["until"]
            seconds = 0
            while f"{desk.now + timedelta(seconds=seconds):%H:%M:%S}" != until:
                seconds += 1
            waits.append(seconds)
            desk.later(seconds=seconds)
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300, 300]


def test_while_one_waits_even_the_right_password_waits(desk: Desk, door: Application) -> None:
    for _ in range(people.FREE_ATTEMPTS):
        refused(door, "officer", WRONG)
    assert refused(door, "officer", PASSWORD).code == "login_slowed"
    desk.later(seconds=people.FIRST_WAIT_SECONDS)
    door.login("officer", PASSWORD)
    assert refused(door, "officer", WRONG).code == "wrong_password"


def test_failed_tries_count_whichever_pc_they_come_from(
    desk: Desk, door: Application, store_url: str
) -> None:
    for _ in range(people.FREE_ATTEMPTS - 1):
        refused(door, "officer", WRONG)
    elsewhere = Application(Store.open(store_url), lambda: desk.now)
    assert refused(elsewhere, "officer", WRONG).code == "login_slowed"
    elsewhere.close()


def test_guesses_made_at_once_do_not_slip_past_the_wait(desk: Desk, door: Application) -> None:
    judged = people.judge(desk.store, "officer", PASSWORD, desk.now)
    assert judged.right
    for _ in range(people.FREE_ATTEMPTS):
        refused(door, "officer", WRONG)
    counted = door._transact(SYSTEM, "login", lambda context: people.record(context, judged))
    with pytest.raises(Refused, match="login_slowed"):
        people.settle(counted)


def test_every_try_is_on_record(desk: Desk, door: Application) -> None:
    refused(door, "officer", WRONG)
    door.login("officer", PASSWORD)
    line = desk.store.t.audit_line
    rows = line.select(line.c.event).where(line.c.record == "login").order_by(line.c.id)
    assert [row[0] for row in rows.tuples()] == ["login_failed", "login"]


# ------------------------------------------------------------ passwords


def test_ones_own_password_needs_the_old_one(desk: Desk, door: Application) -> None:
    door.login("officer", PASSWORD)
    for old, new, code, field in (
        (WRONG, "another long one", "wrong_password", "old"),
        (PASSWORD, "short", "password_short", "new"),
    ):
        with pytest.raises(Refused, match=code) as caught:
            door.execute(ChangePassword(old, new))
        assert caught.value.field == field
    door.execute(ChangePassword(PASSWORD, "another long one"))
    assert refused(door, "officer", PASSWORD).code == "wrong_password"
    door.login("officer", "another long one")


def test_an_administrator_lets_somebody_in_again(desk: Desk, door: Application) -> None:
    for _ in range(people.FREE_ATTEMPTS):
        refused(door, "officer", WRONG)
    change(desk, "officer", password="a fresh password")
    door.login("officer", "a fresh password")


def test_no_password_and_no_hash_ever_stands_in_the_audit(desk: Desk, door: Application) -> None:
    door.login("officer", PASSWORD)
    door.execute(ChangePassword(PASSWORD, "another long one"))
    change(desk, "supervisor", password="a fresh password")
    value = desk.store.t.audit_value
    kept = " ".join(f"{row['before']} {row['after']}" for row in value.select().dicts())
    assert "$argon2" not in kept
    assert not {word for word in (PASSWORD, "another long one", "a fresh password") if word in kept}


# ------------------------------------------------------------ the list of people


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"username": "  "}, "username_needed", "username"),
        ({"username": "Supervisor"}, "username_taken", "username"),
        ({"full_name": " "}, "name_needed", "full_name"),
        ({"roles": ()}, "bad_roles", "roles"),
        ({"roles": ("officer", "king")}, "bad_roles", "roles"),
        ({"grade": "G7"}, "bad_grade", "grade"),
        ({"branch_id": 99}, "branch_unknown", "branch_id"),
        ({"superior_id": 1}, "reporting_circle", "superior_id"),
        ({"superior_id": 99}, "not_found", None),
        ({"password": "short"}, "password_short", "password"),
    ],
)
def test_a_person_is_saved_whole_or_not_at_all(
    desk: Desk, changes: dict[str, Any], code: str, field: str | None
) -> None:
    before, head = person(desk, "officer"), audit.head(desk.store)
    with pytest.raises(Refused) as caught:
        change(desk, "officer", **changes)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert (person(desk, "officer"), audit.head(desk.store)) == (before, head)


def test_a_new_person_needs_a_password(desk: Desk) -> None:
    with pytest.raises(Refused, match="password_needed"):
        desk.administrator.execute(SavePerson(None, 0, "new", "ใหม่", "", ("officer",), "G3", 1))


def test_nobody_reports_to_those_below(desk: Desk) -> None:
    ids = {username: number for number, username in enumerate(PEOPLE, 1)}
    change(desk, "officer", superior_id=ids["supervisor"])
    change(desk, "supervisor", superior_id=ids["manager"])
    with pytest.raises(Refused, match="reporting_circle"):
        change(desk, "manager", superior_id=ids["officer"])


@pytest.mark.parametrize(
    ("changes", "field"), [({"roles": ("officer",)}, "roles"), ({"active": False}, "active")]
)
def test_the_last_administrator_stays(desk: Desk, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused, match="last_administrator") as caught:
        change(desk, "administrator", **changes)
    assert caught.value.field == field
    change(desk, "manager", roles=("manager", "administrator"))
    change(desk, "administrator", **changes)


def test_the_later_of_two_saves_is_told(desk: Desk) -> None:
    seen = as_it_is(person(desk, "officer"), full_name="คุณหนึ่ง")
    desk.administrator.execute(seen)
    with pytest.raises(Stale):
        desk.administrator.execute(replace(seen, full_name="คุณสอง"))
    assert person(desk, "officer").name == "คุณหนึ่ง"


# ------------------------------------------------------------ what somebody may do just now


def test_a_role_taken_away_counts_at_the_next_command(desk: Desk) -> None:
    at_work = desk.administrator
    change(desk, "manager", roles=("manager", "administrator"))
    desk.manager.execute(as_it_is(person(desk, "administrator"), roles=("officer",)))
    with pytest.raises(NotAllowed):
        at_work.execute(SaveShop(0, Shop(name_th="ร้าน")))


def test_a_role_taken_away_counts_for_reads_once_the_change_was_heard_of(desk: Desk) -> None:
    at_work = Application(desk.store, lambda: desk.now)
    at_work.become(list(PEOPLE).index("officer") + 1)
    change(desk, "officer", roles=("administrator",))
    assert "person" in at_work.poll()
    with pytest.raises(NotAllowed):
        at_work.read(customer_page, ListQuery())
    change(desk, "officer", active=False)
    at_work.poll()
    with pytest.raises(NotAllowed):
        at_work.read(people.people)
    with pytest.raises(Refused, match="person_inactive"):
        at_work.execute(SetPreferences("th", "dark", "buddhist"))


def test_two_roles_may_what_either_may(desk: Desk) -> None:
    change(desk, "administrator", roles=("administrator", "officer"))
    both = Application(desk.store, lambda: desk.now)
    both.become(list(PEOPLE).index("administrator") + 1)
    both.execute(SaveShop(0, Shop(name_th="ร้าน")))
    assert both.read(customer_page, ListQuery()).rows == ()


def test_a_long_line_of_superiors_makes_no_decision_wait(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    above: int | None = list(PEOPLE).index("director") + 1
    line = [above]
    for number in range(7):
        away = SavePerson(
            None, 0, f"head{number}", "หัวหน้า", "", ("manager",), "G5", 1, above, password=PASSWORD
        )
        above = desk.administrator.execute(replace(away, active=number != 3))
        line.insert(0, above)
    context, asked = Context(desk.store, SYSTEM, desk.now), []
    run = desk.store.database.execute_sql

    def counted(sql: str, *values: Any) -> Any:
        asked.append(sql)
        return run(sql, *values)

    monkeypatch.setattr(desk.store.database, "execute_sql", counted)
    found = [each["id"] for each in people.line_above(context, line[0])]
    assert found == [each for each in line[1:] if each != line[3]]
    assert len(asked) == 1, "a server is asked once, not once for each"


@pytest.mark.parametrize("field", ["language", "theme", "era"])
def test_preferences_follow_the_person_and_are_one_of_those_there_are(
    desk: Desk, field: str
) -> None:
    wanted = SetPreferences("en", "dark", "gregorian")
    desk.officer.execute(wanted)
    again = Application(desk.store, lambda: desk.now)
    again.become(list(PEOPLE).index("officer") + 1)
    assert again.actor is not None
    assert getattr(again.actor, field) == getattr(wanted, field)
    with pytest.raises(Refused, match="bad_choice") as caught:
        desk.officer.execute(replace(wanted, **{field: "other"}))
    assert caught.value.field == field
