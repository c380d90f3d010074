"""The shop's mail server: how it is set, and how one mail is handed to it.

The password goes in and never comes out again: no query answers it, the audit says only that it
changed, and what is handed to the server is never printed.
"""

import re
import smtplib
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any, ClassVar, NoReturn

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.mail import header_text, readable
from crm_desktop.messages import sentence
from crm_desktop.services import settings
from crm_desktop.services.notify import email_of
from crm_desktop.services.registry import Command, Context, Transact, afterwards, handles, query

MAIL = "mail"
SECURITY = ("starttls", "ssl", "none")
TIMEOUT_SECONDS = 10
LONGEST_PROBLEM = 200
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_:-]{1,63}(\.[a-z0-9_-]{1,63})*")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and in whose name. `has_password` stands for the password."""

    on: bool = False
    host: str = ""
    port: int = 587
    security: str = "starttls"
    user: str = ""
    sender: str = ""
    has_password: bool = False


@dataclass(frozen=True)
class SaveMailServer(Command[None]):
    """Replaces the settings; a password of None keeps the one that is there, "" takes it away.

    It is kept only for the login it was typed for: what goes elsewhere is typed anew.
    """

    name: ClassVar[str] = "mail.save"
    permission: ClassVar[str] = "settings.save"
    version: int
    on: bool
    host: str
    port: int = 587
    security: str = "starttls"
    user: str = ""
    sender: str = ""
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class TryMail(Command[str]):
    """Sends the actor a mail at once and answers the address; refused with what went wrong."""

    name: ClassVar[str] = "mail.test"
    permission: ClassVar[str] = "settings.save"


@dataclass(frozen=True, slots=True)
class Account:
    """All that is needed to hand in a mail."""

    host: str
    port: int
    security: str
    user: str
    sender: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A PDF that goes with a mail, under its name."""

    name: str
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail; `ident` is the same whenever the same letters are sent once more. A `personal` one
    was written by somebody, who may want the answer: `reply_to`. `to` may name several addresses,
    with ", " between them."""

    to_name: str
    to: str
    subject: str
    text: str
    ident: str
    at: datetime
    personal: bool = False
    reply_to: str = ""
    enclosures: tuple[Enclosure, ...] = ()


# ------------------------------------------------------------ the settings


@handles(SaveMailServer)
def save_mail_server(context: Context, command: SaveMailServer) -> None:
    """Checks what can be checked without asking the server."""
    before, known = settings.load(context, MAIL)
    password = before.get("password", "") if command.password is None else command.password
    account = Account(
        command.host.strip().lower(),
        command.port,
        command.security,
        command.user.strip(),
        email_of(command.sender, "sender"),
        password if command.user.strip() else "",
    )
    _check(account, on=command.on)
    if command.password is None and account.password and _login(asdict(account)) != _login(before):
        raise Refused("mail_password_again", "password")
    value = {"on": command.on, **asdict(account)}
    settings.store(context, MAIL, command.version, value)
    if before and before["password"] == account.password:  # which no command carries back
        old = {name: kept for name, kept in before.items() if name != "password"}
        context.reversible(command, SaveMailServer(known + 1, **old))


def _login(account: Mapping[str, Any]) -> list[Any]:
    """Where a password goes, how safely and for whom."""
    return [account.get(name) for name in ("host", "port", "security", "user")]


def _check(account: Account, *, on: bool) -> None:
    if account.security not in SECURITY:
        raise Refused("bad_choice", "security", value=account.security)
    if not 0 < account.port < 65536:
        raise Refused("bad_port", "port", port=account.port)
    if on and not account.host:
        raise Refused("mail_host_needed", "host")
    if account.host and not _HOST.fullmatch(account.host):
        raise Refused("bad_host", "host", text=account.host)
    if on and not account.sender:
        raise Refused("mail_sender_needed", "sender")
    for name in ("user", "password"):
        if not getattr(account, name).isascii():
            raise Refused("mail_not_ascii", name)
    if account.password and account.security == "none" and account.host not in LOOPBACK:
        raise Refused("mail_password_open", "security")


@query("settings.save")
def mail_server(context: Context) -> tuple[MailServer, int]:
    """The settings without the password, with the version that a save must name."""
    value, version = settings.load(context, MAIL)
    password = value.pop("password", "")
    return replace(MailServer(**value), has_password=bool(password)), version


@query("person.self")
def is_mail_on(context: Context) -> bool:
    """Whether the shop sends mail at all."""
    return account(context) is not None


def account(context: Context) -> Account | None:
    """Where to hand in mail, read once in a command; None while the shop sends none."""
    if "mail_account" not in context.memo:
        value, _ = settings.load(context, MAIL)
        on = value.pop("on", False)
        context.memo["mail_account"] = Account(**value) if on else None
    found: Account | None = context.memo["mail_account"]
    return found


# ------------------------------------------------------------ a mail to try it


@handles(TryMail)
def write_test_mail(context: Context, command: TryMail) -> tuple[Account, Mail]:
    """Only reads; the mail leaves when nothing is held any more."""
    server, person = account(context), context.row("person", context.actor.person_id)
    if server is None:
        raise Refused("mail_off")
    if not person["email"]:
        raise Refused("mail_own_address", "email")
    language, era = context.actor.language, context.actor.era
    text = sentence("mail_test_text", language, era, host=server.host, at=context.now)
    subject = sentence("mail_test_subject", language)
    ident = f"test-{person['id']}-{context.now:%Y%m%d%H%M%S%f}"
    name = person[context.naming]
    return server, Mail(name, person["email"], subject, text, ident, context.now)


@afterwards(TryMail)
def send_test_mail(written: tuple[Account, Mail], _transact: Transact) -> str:
    """Hands it in; the answer is the address."""
    hand_in(*written)
    return written[1].to


# ------------------------------------------------------------ handing in


def hand_in(server: Account, mail: Mail) -> tuple[str, ...]:
    """Gives one mail to the server, and answers the addresses that it takes none for; Refused with
    what went wrong, within seconds."""
    try:
        session = _begin(server)
        try:
            return tuple(session.send_message(_message(server, mail), to_addrs=mail.to.split(", ")))
        finally:
            _leave(session)
    except OSError as problem:  # what smtplib, ssl and the network raise are all of this kind
        _refuse(server, mail, problem)


def _begin(server: Account) -> smtplib.SMTP:
    """A session in which mail may be sent; the certificate is always looked at. The name of this
    PC is not asked for, since that may take longer than the server does."""
    tls, name = ssl.create_default_context(), server.sender.rpartition("@")[2]
    where: dict[str, Any] = {"local_hostname": name, "timeout": TIMEOUT_SECONDS}
    if server.security == "ssl":
        session: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, context=tls, **where)
    else:
        session = smtplib.SMTP(server.host, server.port, **where)
    try:
        if server.security == "starttls":
            session.starttls(context=tls)
        if server.password:
            session.login(server.user, server.password)
    except BaseException:
        session.close()
        raise
    return session


def _leave(session: smtplib.SMTP) -> None:
    """Says goodbye; a server that no longer answers has taken the mail or refused it before."""
    with suppress(OSError):
        session.quit()
    session.close()


def _message(server: Account, mail: Mail) -> EmailMessage:
    """The mail as it travels; programs that answer mail by themselves leave the program's own
    alone."""
    made = EmailMessage(SMTP)
    whose = header_text(mail.to_name)
    made["From"] = server.sender
    made["To"] = [Address(whose, addr_spec=address) for address in mail.to.split(", ")]
    made["Subject"], made["Date"] = header_text(mail.subject), format_datetime(mail.at)
    made["Message-ID"] = f"<{mail.ident}@{server.sender.rpartition('@')[2]}>"
    if mail.reply_to:
        made["Reply-To"] = mail.reply_to
    if not mail.personal:
        made["Auto-Submitted"] = "auto-generated"
    made.set_content(readable(mail.text), charset="utf-8")
    for each in mail.enclosures:
        made.add_attachment(each.pdf, maintype="application", subtype="pdf", filename=each.name)
    return made


PROBLEMS: tuple[tuple[type[OSError], str], ...] = (
    (ssl.SSLCertVerificationError, "mail_certificate"),
    (ssl.SSLError, "mail_tls_failed"),
    (smtplib.SMTPAuthenticationError, "mail_bad_login"),
    (smtplib.SMTPNotSupportedError, "mail_unsupported"),
    (smtplib.SMTPSenderRefused, "mail_sender_refused"),
    (smtplib.SMTPRecipientsRefused, "mail_recipient_refused"),
    (smtplib.SMTPServerDisconnected, "mail_no_answer"),
    (TimeoutError, "mail_no_answer"),
    (smtplib.SMTPException, "mail_refused"),
    (OSError, "mail_cannot_connect"),
)
"""What went wrong, the narrower kind before the wider."""


def _refuse(server: Account, mail: Mail, problem: OSError) -> NoReturn:
    code = next(code for kind, code in PROBLEMS if isinstance(problem, kind))
    values: dict[str, Any] = {
        "host": server.host,
        "port": server.port,
        "sender": server.sender,
        "to": mail.to,
    }
    raise Refused(code, problem=_said(problem), **values) from None


def _said(problem: OSError) -> str:
    """What the server or the network said, short enough for a sentence."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        told = "; ".join(f"{code} {_text(said)}" for code, said in problem.recipients.values())
    elif isinstance(problem, smtplib.SMTPResponseException):
        told = f"{problem.smtp_code} {_text(problem.smtp_error)}"
    else:
        told = str(problem.strerror or problem)
    return header_text(told)[:LONGEST_PROBLEM]


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
