"""A real mail server on this PC, for tests: it keeps what it was handed, or refuses it."""

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from crm_desktop.services import mailing
from crm_desktop.services.mailing import SaveMailServer

HOST = "localhost"
USER, PASSWORD = "desk", "s3cret-mail-word"
SENDER = "desk@shop.example"


class Postbox:
    """What came in, as mail, and what the server answers instead of taking it."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.port = 0
        self.refusing = ""

    @property
    def mails(self) -> list[EmailMessage]:
        """Everything that was taken, in its order."""
        found = [message_from_bytes(each, policy=default) for each in self.raw]
        assert all(isinstance(each, EmailMessage) for each in found)
        return found

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Takes any recipient but those of another house."""
        if address.endswith("@nowhere.example"):
            return "550 5.1.1 no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keeps the mail, unless the server is in a bad mood."""
        if self.refusing:
            return self.refusing
        assert isinstance(envelope.content, bytes)
        self.raw.append(envelope.content)
        return "250 OK"


def free_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        return int(made.getsockname()[1])


def _login(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
) -> AuthResult:
    assert isinstance(given, LoginPassword)
    right = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


class Certificate:
    """A certificate for this PC that nobody knows, made for one run."""

    def __init__(self, folder: Path) -> None:
        self.file, self._key = folder / "mail.pem", folder / "mail.key"

    @cached_property
    def context(self) -> ssl.SSLContext:
        """What the server shows."""
        what = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        what += ["-keyout", str(self._key), "-out", str(self.file), "-subj", f"/CN={HOST}"]
        what += ["-addext", f"subjectAltName=DNS:{HOST}"]
        try:
            subprocess.run(["openssl", *what], check=True, capture_output=True)
        except FileNotFoundError:
            pytest.skip("no openssl to make a certificate with")
        made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        made.load_cert_chain(self.file, self._key)
        return made


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """One for the whole run."""
    return Certificate(tmp_path_factory.mktemp("certificate"))


Serve = Callable[..., Postbox]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts mail servers: serve() in the open, serve(tls_context=…) with STARTTLS and login."""
    running: list[Controller] = []

    def start(**options: Any) -> Postbox:
        box = Postbox()
        box.port = free_port()
        if "tls_context" in options:
            options = {
                "require_starttls": True,
                "auth_required": True,
                "authenticator": _login,
                **options,
            }
        controller = Controller(box, hostname="127.0.0.1", port=box.port, **options)
        controller.start()
        running.append(controller)
        return box

    yield start
    for controller in running:
        controller.stop()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that does not answer is given up at once."""
    monkeypatch.setattr(mailing, "TIMEOUT_SECONDS", 1)


def use(box: Postbox, version: int = 0, **changes: Any) -> SaveMailServer:
    """The settings that hand mail in there."""
    given = {"host": HOST, "port": box.port, "security": "none", "sender": SENDER, **changes}
    return SaveMailServer(version, True, **given)
