"""The people of the desk: their login, roles, grade and reporting line."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.permissions import ROLES
from crm_desktop.services.notify import email_of
from crm_desktop.services.registry import FOLLOWERS, Actor, Command, Context, handles, query
from crm_desktop.store import Store
from crm_desktop.store.orm import names_of

FREE_ATTEMPTS = 3
FIRST_WAIT_SECONDS = 5
LONGEST_WAIT_SECONDS = 300
SHORTEST_PASSWORD = 8
GRADES = ("G3", "G4", "G5", "G6")
TOP_GRADE = "G6"
LONGEST_LINE = 20
STANDING = ("roles", "grade", "superior_id", "active")
"""What says whose requests somebody answers."""
LANGUAGES = ("th", "en")
THEMES = ("system", "light", "dark")
ERAS = ("buddhist", "gregorian")
JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the people list; the password hash never leaves the store."""

    id: int
    version: int
    username: str
    name: str
    name_en: str
    roles: tuple[str, ...]
    grade: str
    branch_id: int
    superior_id: int | None
    active: bool
    email: str = ""

    def called(self, language: str) -> str:
        """The name as readers of that language write it."""
        return self.name_en if language == "en" else self.name


@dataclass(frozen=True)
class SavePerson(Command[int]):
    """Adds a person (id None, password needed) or changes one; answers the id. An e-mail of None
    leaves the one that is there."""

    name: ClassVar[str] = "person.save"
    id: int | None
    version: int
    username: str
    full_name: str
    full_name_en: str
    roles: tuple[str, ...]
    grade: str
    branch_id: int
    superior_id: int | None = None
    active: bool = True
    password: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class ChangePassword(Command[None]):
    """The actor's own new password; the old one is asked for again."""

    name: ClassVar[str] = "person.password"
    permission: ClassVar[str] = "person.self"
    old: str
    new: str


@dataclass(frozen=True)
class SetPreferences(Command[None]):
    """The actor's own language, theme and calendar era."""

    name: ClassVar[str] = "person.preferences"
    permission: ClassVar[str] = "person.self"
    language: str
    theme: str
    era: str


@cache
def _hasher() -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher()


def hash_password(password: str) -> str:
    """argon2id with the library's current parameters."""
    return str(_hasher().hash(password))


def _matches(password_hash: str, password: str) -> bool:
    from argon2.exceptions import VerificationError

    try:
        return bool(_hasher().verify(password_hash, password))
    except VerificationError:
        return False


def actor(store: Store, person_id: int, now: datetime) -> Actor:
    """The active person as an actor, with the roles of those for whom they stand in on that day;
    Refused `person_inactive` otherwise.

    Written out rather than built, because every command asks who it is for.
    """
    mark, joined = store.database.param, JOINED[store.engine]
    text = (
        "SELECT id, username, name, roles, grade, branch_id, language, name_en, theme, era,"
        f" (SELECT {joined}(away.roles, ' ') FROM delegation JOIN person away"
        " ON away.id = delegation.principal_id WHERE delegation.deputy_id = person.id"
        " AND delegation.kind = 'authority' AND delegation.ended_at IS NULL AND away.active = 1"
        f" AND delegation.first_on <= {mark} AND delegation.last_on >= {mark})"
        f" FROM person WHERE id = {mark} AND active = 1"
    )
    today = now.date().isoformat()
    row = store.database.execute_sql(text, (today, today, person_id)).fetchone()
    if row is None:
        raise Refused("person_inactive")
    person, username, name, roles, *others, theme, era, lent = row
    grade, branch_id, language, name_en = others
    looks = {"language": language, "name_en": name_en, "theme": theme, "era": era}
    held, lent = _split(roles), _split(lent or "")
    return Actor(person, username, name, held, grade, branch_id, **looks, lent=lent)


def _split(roles: str) -> frozenset[str]:
    return frozenset(roles.split())


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one try to log in; `person_id` 0 where the name is unknown."""

    person_id: int
    right: bool
    wait_until: datetime | None = None


def judge(store: Store, username: str, password: str, now: datetime) -> Attempt:
    """Checks a password outside any transaction, since argon2 takes its time on purpose."""
    person = store.t.person
    rows = person.select().where(
        person.c.username == username.strip().lower(), person.c.active == 1
    )
    for row in rows.dicts():
        blocked = row["blocked_until"] and datetime.fromisoformat(row["blocked_until"])
        if blocked and now < blocked:
            return Attempt(row["id"], False, blocked)
        return Attempt(row["id"], _matches(row["password_hash"], password))
    _matches(_nobody(), password)
    return Attempt(0, False)


@cache
def _nobody() -> str:
    """A hash to spend the same time on, so that an unknown name is not told by its speed."""
    return hash_password("nobody")


def record(context: Context, attempt: Attempt) -> Attempt:
    """Counts a failed try, forgets the count after a right one, and leaves the audit line."""
    if not attempt.person_id or attempt.wait_until:
        return attempt
    failed, blocked_until = _count(context, attempt.person_id)
    if blocked_until and context.now < datetime.fromisoformat(blocked_until):
        return Attempt(attempt.person_id, False, datetime.fromisoformat(blocked_until))
    failed = 0 if attempt.right else failed
    wait = _wait(failed)
    until = context.now + timedelta(seconds=wait) if wait else None
    person = context.t.person
    person.update(
        failed_attempts=failed, blocked_until=until and until.isoformat(timespec="milliseconds")
    ).where(person.c.id == attempt.person_id).execute()
    event = "login" if attempt.right else "login_failed"
    context.audit("login", attempt.person_id, event, {}, {"failed_attempts": failed})
    return Attempt(attempt.person_id, attempt.right, until)


def _count(context: Context, person_id: int) -> tuple[int, str | None]:
    """One more try, counted by the database: of many guesses at once each one counts."""
    mark = context.store.database.param
    cursor = context.store.database.execute_sql(
        f"UPDATE person SET failed_attempts = failed_attempts + 1 WHERE id = {mark}"
        " RETURNING failed_attempts, blocked_until",
        (person_id,),
    )
    failed, blocked_until = cursor.fetchone()
    return int(failed), blocked_until


def settle(attempt: Attempt) -> int:
    """The person who may come in; Refused `wrong_password` or `login_slowed` on the field."""
    if attempt.right:
        return attempt.person_id
    if attempt.wait_until:
        raise Refused("login_slowed", "password", until=f"{attempt.wait_until:%H:%M:%S}")
    raise Refused("wrong_password", "password")


def _wait(failed: int) -> int:
    if failed < FREE_ATTEMPTS:
        return 0
    return min(FIRST_WAIT_SECONDS << min(failed - FREE_ATTEMPTS, 10), LONGEST_WAIT_SECONDS)


@handles(SavePerson)
def save_person(context: Context, command: SavePerson) -> int:
    """Checks the person whole before anything is written."""
    context.take_turn()
    _check_person(context, command)
    values = {
        "username": command.username.strip().lower(),
        "name": command.full_name.strip(),
        "name_en": command.full_name_en.strip() or command.full_name.strip(),
        "roles": " ".join(command.roles),
        "grade": command.grade,
        "branch_id": command.branch_id,
        "superior_id": command.superior_id,
        "active": int(command.active),
    }
    if command.email is not None:
        values["email"] = email_of(command.email)
    if command.password is not None:
        check_password(command.password, "password")
    elif command.id is None:
        raise Refused("password_needed", "password")
    person_id = command.id
    if person_id is None:
        row = context.t.person.insert(**values, password_hash="")
        person_id = int(row.execute())
        context.audit("person", person_id, "added", {}, values)
    else:
        _keep_one(context, command, "administrator")
        _keep_one(context, command, "director", TOP_GRADE)
        before = context.update("person", person_id, command.version, "changed", **values)
        if any(before[name] != values[name] for name in STANDING):
            context.memo.pop(("person", person_id), None)
            FOLLOWERS["people"](context)
        if command.password is None:
            context.reversible(command, _back(before))
    if command.password is not None:
        _set_password(context, person_id, command.password)
    return person_id


def _back(row: dict[str, Any]) -> SavePerson:
    """The person as they were, with the password that they have."""
    was = _person(row)
    return SavePerson(
        *(was.id, was.version + 1, was.username, was.name, was.name_en, was.roles, was.grade),
        *(was.branch_id, was.superior_id, was.active),
        email=was.email,
    )


def _set_password(context: Context, person_id: int, password: str) -> None:
    """The audit says that it changed, never what its hash is; failures before it are forgotten."""
    person = context.t.person
    person.update(
        password_hash=hash_password(password), failed_attempts=0, blocked_until=None
    ).where(person.c.id == person_id).execute()
    context.audit("person", person_id, "password", {}, {"password_set_at": context.moment})


def _keep_one(context: Context, command: SavePerson, role: str, grade: str = "") -> None:
    """Without anybody who may save people, nobody could ever be let in again; without a director
    of the top grade, what is left to the director would wait for ever."""
    if command.active and role in command.roles and grade in ("", command.grade):
        return
    person = context.t.person
    rows = person.select(person.c.id, person.c.roles, person.c.grade).where(person.c.active == 1)
    there = {
        found
        for found, roles, held in rows.tuples()
        if role in roles.split() and grade in ("", held)
    }
    if there == {command.id}:
        raise Refused(f"last_{role}", "roles" if command.active else "active")


def _check_person(context: Context, command: SavePerson) -> None:
    person = context.t.person
    if not command.username.strip():
        raise Refused("username_needed", "username")
    if not command.full_name.strip():
        raise Refused("name_needed", "full_name")
    taken = person.select(person.c.id).where(
        person.c.username == command.username.strip().lower(), person.c.id != (command.id or 0)
    )
    if list(taken.tuples()):
        raise Refused("username_taken", "username", username=command.username)
    unknown = set(command.roles) - set(ROLES)
    if unknown or not command.roles:
        raise Refused("bad_roles", "roles", roles=", ".join(sorted(unknown)))
    if command.grade not in GRADES:
        raise Refused("bad_grade", "grade", grade=command.grade)
    branch = context.t.branch
    if not list(branch.select(branch.c.id).where(branch.c.id == command.branch_id).tuples()):
        raise Refused("branch_unknown", "branch_id")
    _check_line(context, command)


def _check_line(context: Context, command: SavePerson) -> None:
    """A reporting line that bites its own tail would leave its requests without an answerer."""
    above, seen = command.superior_id, {command.id}
    while above is not None:
        if above in seen:
            raise Refused("reporting_circle", "superior_id")
        seen.add(above)
        above = context.row("person", above)["superior_id"]


def check_password(password: str, field: str) -> None:
    """Refused `password_short` for one that is guessed too soon."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refused("password_short", field, least=SHORTEST_PASSWORD)


@handles(ChangePassword)
def change_password(context: Context, command: ChangePassword) -> None:
    """Replaces the actor's password after the old one proved right."""
    row = context.row("person", context.actor.person_id)
    if not _matches(row["password_hash"], command.old):
        raise Refused("wrong_password", "old")
    check_password(command.new, "new")
    context.update("person", row["id"], row["version"], "changed")
    _set_password(context, row["id"], command.new)


@handles(SetPreferences)
def set_preferences(context: Context, command: SetPreferences) -> None:
    """Keeps what the person chose; it follows them to every PC."""
    for field, allowed in (("language", LANGUAGES), ("theme", THEMES), ("era", ERAS)):
        if getattr(command, field) not in allowed:
            raise Refused("bad_choice", field, value=getattr(command, field))
    row = context.row("person", context.actor.person_id)
    values = {"language": command.language, "theme": command.theme, "era": command.era}
    context.update("person", row["id"], row["version"], "preferences", **values)
    context.reversible(command, SetPreferences(row["language"], row["theme"], row["era"]))


@query("settings.read")
def is_new(context: Context) -> bool:
    """Whether there is nobody yet who could log in."""
    person = context.t.person
    return not list(person.select(person.c.id).limit(1).tuples())


@query("person.read")
def people(context: Context, *, active_only: bool = True) -> tuple[Person, ...]:
    """Everybody, in the order of grade and name; a shop has tens of people, not thousands."""
    person = context.t.person
    rows = person.select().order_by(person.c.grade.desc(), person.c.name)
    if active_only:
        rows = rows.where(person.c.active == 1)
    return tuple(_person(row) for row in rows.dicts())


@query("person.read")
def person_named(context: Context, username: str) -> Person:
    """One person by user name; Refused `not_found`."""
    person = context.t.person
    for row in person.select().where(person.c.username == username.strip().lower()).dicts():
        return _person(row)
    raise Refused("person_unknown", username=username)


def line_above(context: Context, person_id: int) -> list[dict[str, Any]]:
    """The superiors of a person, nearest first, the inactive left out."""
    _read_line(context, person_id)
    above = context.known("person", person_id)["superior_id"]
    found: list[dict[str, Any]] = []
    while above is not None and len(found) < LONGEST_LINE:
        row = context.known("person", above)
        if row["active"]:
            found.append(row)
        above = row["superior_id"]
    return found


def _read_line(context: Context, person_id: int) -> None:
    """Everybody on the way up in one question, not one for each: every decision goes that way."""
    if ("line", person_id) in context.memo:
        return
    context.memo["line", person_id] = True
    text = (
        "WITH RECURSIVE line (id, superior_id, far) AS (SELECT id, superior_id, 0 FROM person"
        f" WHERE id = {context.store.database.param} UNION ALL SELECT p.id, p.superior_id, far + 1"
        f" FROM line JOIN person p ON p.id = line.superior_id WHERE far < {LONGEST_LINE})"
        " SELECT * FROM person WHERE id IN (SELECT id FROM line)"
    )
    cursor = context.store.database.execute_sql(text, (person_id,))
    names = names_of(cursor)
    for values in cursor.fetchall():
        context.memo.setdefault(("person", values[0]), dict(zip(names, values, strict=True)))


def _person(row: dict[str, Any]) -> Person:
    return Person(
        row["id"],
        row["version"],
        row["username"],
        row["name"],
        row["name_en"],
        tuple(row["roles"].split()),
        row["grade"],
        row["branch_id"],
        row["superior_id"],
        bool(row["active"]),
        row["email"],
    )
