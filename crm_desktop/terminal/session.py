"""One run of `crm`: its options, its language, the open desk, and how it answers."""

import getpass
import os
import sys
import warnings
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import explain, sentence

if TYPE_CHECKING:
    from crm_desktop.application import Application

SQLITE = "sqlite:///"
MOST_DIGITS = 9


def record_id(typed: str) -> int | None:
    """The number of a record as it was typed; None for what no database counts up to."""
    return int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else None


def customer_id(app: "Application", code: str, field: str) -> int:
    """The customer with that code; Refused `terminal_not_there` at the field."""
    from crm_desktop.services.customers.customer_lists import customer_by_code

    found = app.read(customer_by_code, code)
    if found is None:
        raise Refused("terminal_not_there", field, number=code)
    return found


class Session:
    """What a subcommand works with; the database is opened when it is first needed."""

    def __init__(self, options: Namespace, parser: ArgumentParser, language: str) -> None:
        self.options = options
        self.language = language
        self.json: bool = options.json
        self._parser = parser
        self._app: Application | None = None

    # ------------------------------------------------------------ the desk

    @property
    def url(self) -> str:
        """The database that this run is about."""
        from crm_desktop import settings

        return settings.database_url(self.options.database)

    def open(self, *, new: bool = False) -> "Application":
        """The desk without a person; unless `new`, a SQLite file has to be there already."""
        from crm_desktop.application import Application

        if self._app is None:
            file = self.url.removeprefix(SQLITE)
            if not new and self.url.startswith(SQLITE) and not Path(file).exists():
                raise Refused("terminal_no_database", path=file)
            self._app = Application.open(self.url)
            self._app.language = self.language
        return self._app

    def desk(self) -> "Application":
        """The desk with the person of `--as` at it."""
        if not self.options.as_user:
            self.wrong_use(self.say("terminal_as_needed"))
        app = self.open()
        if app.actor is None:
            app.login(self.options.as_user, self.password())
        return app

    def system(self) -> "Application":
        """The desk at work by itself, for what no person asks for."""
        app = self.open()
        app.act_as_system()
        return app

    def password(self) -> str:
        """That of `--as`: `CRM_PASSWORD`, else asked without showing it."""
        given = os.environ.get("CRM_PASSWORD")
        if given is not None:
            return given
        return self.secret(self.say("terminal_password_of", name=self.options.as_user))

    def secret(self, question: str) -> str:
        """What is typed unseen; Refused `terminal_nobody_to_ask` where nobody can type."""
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            try:
                return getpass.getpass(f"{question}: ")
            except (getpass.GetPassWarning, EOFError, OSError):
                raise Refused("terminal_nobody_to_ask", asked=question) from None

    def close(self) -> None:
        """Leaves the database."""
        if self._app is not None:
            self._app.close()

    # ------------------------------------------------------------ words

    def say(self, code: str, **values: Any) -> str:
        """The sentence of a code in this run's language."""
        return sentence(code, self.language, **values)

    def explain(self, refusal: Any) -> str:
        """The sentence of a refusal, a reason or a fault."""
        return explain(refusal, self.language)

    def answer(self, value: Any, lines: Iterable[str]) -> None:
        """The result: JSON for machines, lines for people."""
        from crm_desktop.services import wire

        for line in [wire.dumps(value)] if self.json else lines:
            print(line)

    def note(self, text: str) -> None:
        """A word beside the result, which stays clean for the next program."""
        print(text, file=sys.stderr)

    def wrong_use(self, text: str) -> NoReturn:
        """Ends with status 2, as argparse does by itself for what it can see."""
        self._parser.error(text)
