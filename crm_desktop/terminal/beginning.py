"""`crm init`, `crm demo`, `crm migrate`: what makes a database and brings it up to date."""

import tomllib
from base64 import b64encode
from decimal import Decimal
from pathlib import Path
from typing import Any

from crm_desktop import settings
from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services import wire
from crm_desktop.services.first_run import SetUpDesk
from crm_desktop.store import Store
from crm_desktop.store import migrate as migrations
from crm_desktop.terminal.session import Session

# What is asked where no answer file is given: where the answer goes, and its code.
QUESTIONS = (
    ("shop", "name_th"),
    ("shop", "name_en"),
    ("shop", "tax_number"),
    ("shop", "phone"),
    ("branch", "code"),
    ("branch", "name_th"),
    ("owner", "full_name"),
    ("owner", "username"),
    ("administrator", "full_name"),
    ("administrator", "username"),
)


def init(session: Session) -> None:
    """Makes the database and its first people; an initialised one is left alone."""
    app = Application(Store.open(session.url, migrations=True))
    try:
        _require_empty(app)
        answers = _answers(session)
        app.act_as_system()
        app.execute(wire.build(SetUpDesk, answers))
    finally:
        app.close()
    if session.options.remember:
        settings.save(settings.LocalSettings(session.url, settings.load().language))
    names = {part: answers[part]["username"] for part in ("owner", "administrator")}
    session.answer(
        {"database": app.store.name, **names},
        [session.say("terminal_init_done", database=app.store.name, **names)],
    )


def _require_empty(app: Application) -> None:
    """Nobody shall answer ten questions for nothing."""
    person = app.store.t.person
    if list(person.select(person.c.id).limit(1).tuples()):
        raise Refused("desk_set_up_already", database=app.store.name)


def _answers(session: Session) -> dict[str, Any]:
    file = session.options.answers
    answers = _read_toml(Path(file)) if file else _ask(session)
    if answers.get("logo"):
        answers["logo"] = _picture(Path(file).parent / str(answers["logo"]))
    for part in ("owner", "administrator"):
        person = answers.setdefault(part, {})
        if isinstance(person, dict) and not person.get("password"):
            person["password"] = _new_password(session, str(person.get("username", part)))
    return answers


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as problem:
        raise Refused("file_unreadable", path=str(file), problem=problem.strerror or "") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise Refused("terminal_bad_toml", path=str(file), problem=str(problem)) from None


def _picture(file: Path) -> str:
    """The logo named beside the answers, as base64."""
    try:
        return b64encode(file.read_bytes()).decode()
    except OSError as problem:
        raise Refused("file_unreadable", path=str(file), problem=problem.strerror or "") from None


def _ask(session: Session) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for part, field in QUESTIONS:
        question = session.say(f"terminal_ask_{part}_{field}")
        try:
            given = input(f"{question}: ").strip()
        except EOFError:
            raise Refused("terminal_nobody_to_ask", asked=question) from None
        if given:
            answers.setdefault(part, {})[field] = given
    return answers


def _new_password(session: Session, name: str) -> str:
    password = session.secret(session.say("terminal_new_password_of", name=name))
    if password != session.secret(session.say("terminal_password_again")):
        raise Refused("terminal_passwords_differ", "password")
    return password


def demo(session: Session) -> None:
    """Fills an empty database with the demo shop."""
    from crm_desktop.demo import fill

    if session.options.customers < 1:
        session.wrong_use(session.say("terminal_customers_at_least_one"))
    app = Application(Store.open(session.url, migrations=True))
    try:
        made = fill(app.store, session.options.customers, session.options.seed)
    finally:
        app.close()
    session.answer(
        {"database": app.store.name, **made},
        [
            session.say("terminal_demo_done", database=app.store.name, **made),
            session.say("terminal_demo_people"),
        ],
    )


def migrate(session: Session) -> None:
    """Brings the schema up to date; a SQLite file with data is copied first."""
    from crm_desktop.services.health import pending_migrations

    todo = pending_migrations(session.url)
    Store.open(session.url, migrations=True).close()
    text = "terminal_migrated" if todo else "terminal_nothing_to_migrate"
    session.answer(
        {"done": todo, "schema": migrations.known()[-1]},
        [session.say(text, names=", ".join(todo), schema=migrations.known()[-1])],
    )
