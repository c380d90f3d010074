"""`crm users`: who may work at the desk."""

import os
from dataclasses import replace

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services import people
from crm_desktop.services.people import ChangePassword, Person, SavePerson
from crm_desktop.services.settings import branches
from crm_desktop.terminal.columns import table
from crm_desktop.terminal.session import Session

HEADS = ("username", "name", "roles", "grade", "branch", "superior", "state")


def listed(session: Session) -> None:
    """Everybody, or only those who may log in."""
    app = session.desk()
    everybody = app.read(people.people, active_only=False)
    shown = [each for each in everybody if each.active or session.options.all]
    names = {each.id: each.username for each in everybody}
    codes = {each.id: each.code for each in app.read(branches)}
    rows = [
        (
            each.username,
            each.name,
            " ".join(each.roles),
            each.grade,
            codes.get(each.branch_id, ""),
            names.get(each.superior_id or 0, ""),
            session.say("terminal_users_active_yes" if each.active else "terminal_users_active_no"),
        )
        for each in shown
    ]
    heads = [session.say(f"terminal_users_head_{head}") for head in HEADS]
    session.answer(shown, table(heads, rows))


def add(session: Session) -> None:
    """A new person, whose first password is asked or stands in `CRM_NEW_PASSWORD`."""
    app = session.desk()
    blank = SavePerson(None, 0, session.options.username, "", "", (), "G3", 0)
    wanted = _filled(session, app, replace(blank, branch_id=app.read(branches)[0].id))
    _saved(session, app, replace(wanted, password=_new_password(session)))


def change(session: Session) -> None:
    """Only what was named; the rest of the person stays."""
    app = session.desk()
    person = app.read(people.person_named, session.options.username)
    wanted = _filled(session, app, _as_it_is(person))
    if session.options.active:
        wanted = replace(wanted, active=session.options.active == "yes")
    _saved(session, app, wanted)
    if not wanted.active:
        _tell_held(session, app, person)


def _tell_held(session: Session, app: Application, person: Person) -> None:
    """What is still somebody's who leaves, so that it waits for nobody unseen."""
    from crm_desktop.services.team.holdings import still_held

    held = app.read(still_held, person.id)
    if any(held.values()):
        name = person.called(session.language)
        session.note(session.say("people_still_holds", name=name, **held))


def password(session: Session) -> None:
    """One's own, by the old one; or, as administrator, another person's."""
    app = session.desk()
    assert app.actor is not None
    username = session.options.username or app.actor.username
    if username == app.actor.username:
        app.execute(ChangePassword(session.password(), _new_password(session)))
    else:
        wanted = _as_it_is(app.read(people.person_named, username))
        app.execute(replace(wanted, password=_new_password(session)))
    session.answer({"username": username}, [session.say("terminal_password_set", name=username)])


def _as_it_is(person: Person) -> SavePerson:
    return SavePerson(
        person.id,
        person.version,
        person.username,
        person.name,
        person.name_en,
        person.roles,
        person.grade,
        person.branch_id,
        person.superior_id,
        person.active,
    )


def _filled(session: Session, app: Application, person: SavePerson) -> SavePerson:
    given = session.options
    return replace(
        person,
        full_name=person.full_name if given.name is None else given.name,
        full_name_en=person.full_name_en if given.name_en is None else given.name_en,
        roles=tuple(given.roles.replace(",", " ").split()) if given.roles else person.roles,
        grade=given.grade or person.grade,
        branch_id=_branch(app, given.branch) if given.branch else person.branch_id,
        superior_id=_superior(app, given.superior, person.superior_id),
        email=given.email,
    )


def _branch(app: Application, code: str) -> int:
    for each in app.read(branches):
        if each.code == code:
            return each.id
    raise Refused("terminal_no_branch", "branch", branch=code)


def _superior(app: Application, username: str | None, before: int | None) -> int | None:
    """`--superior ''` takes the superior away."""
    if username is None:
        return before
    return app.read(people.person_named, username).id if username else None


def _saved(session: Session, app: Application, person: SavePerson) -> None:
    person_id = app.execute(person)
    text = session.say("terminal_person_saved", name=person.username)
    session.answer({"id": person_id, "username": person.username}, [text])


def _new_password(session: Session) -> str:
    given = os.environ.get("CRM_NEW_PASSWORD")
    if given is not None:
        return given
    first = session.secret(session.say("terminal_new_password"))
    if first != session.secret(session.say("terminal_password_again")):
        raise Refused("terminal_passwords_differ", "password")
    return first
