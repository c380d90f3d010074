"""A paper on its way by the shop's own mail server, with the words that somebody wrote around it.

Nothing is held while the server takes the mail; what it refuses is not on record, and what it took
is, as the copy that it says to be, whatever became of the paper in that moment.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.domain.identity import emails
from crm_desktop.exchange.placing import file_name
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.printing.turn import SETTING
from crm_desktop.services import mailing
from crm_desktop.services.mailing import Account, Enclosure, Mail
from crm_desktop.services.notify import email_of
from crm_desktop.services.papers import documents, exits
from crm_desktop.services.papers.deposit_papers import refund_voucher, statement_paper
from crm_desktop.services.papers.families import readable
from crm_desktop.services.papers.order_papers import delivery_slip
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.registry import Command, Context, Transact, afterwards, handles, query

WAY = "email"
LONGEST_TO = 1_000
LONGEST_SUBJECT = 200
LONGEST = {"to": LONGEST_TO, "subject": LONGEST_SUBJECT, "body": 20_000}


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody at the customer who can be written to."""

    name: str
    email: str


@query("person.self")
def addressees(context: Context, kind: str, record_id: int) -> tuple[Addressee, ...]:
    """Whom a paper may go to, by what is known today: the customer first, then their people."""
    customer_id = _customer(context, kind, record_id)
    customer = context.row("customer", customer_id)
    people = context.rows("customer_contact", "id", customer_id=customer_id)
    found = (Addressee(each["name"], each["email"]) for each in (customer, *people))
    return tuple(each for each in found if each.email)


def _customer(context: Context, kind: str, record_id: int) -> int:
    if not kind:
        return int(readable(context, record_id)["customer_id"])
    slip = exits.slip_leaving(context, kind, record_id, WAY)
    if slip.document_id is None:
        assert slip.customer_id is not None  # what is about no customer goes to nobody
        return slip.customer_id
    return int(context.row("document", slip.document_id)["customer_id"])


@dataclass(frozen=True)
class SendPaper(Command[int]):
    """Sends a paper as a PDF through the shop's mail server; answers which copy it was.

    `kind` is "" for a document, else that of a slip as `TakeOutSlip` has it (DL, RV, ST), and `id`
    what it is about; a statement (ST) tells its days too. `to` may be several addresses with commas
    between them. What is written is sent as it is.
    """

    name: ClassVar[str] = "paper.send"
    permission: ClassVar[str] = "person.self"
    kind: str
    id: int
    to: str
    subject: str
    body: str
    language: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """All that a mail is made from once nothing is held any more."""

    command: SendPaper
    server: Account
    mail: Mail
    values: AnyPaper
    counts: bool
    slip: exits.Slip


@handles(SendPaper)
def write(context: Context, command: SendPaper) -> Ready:
    """Only reads: the guard of the exit, the address, the words, the paper as it is now."""
    counts, slip = _guard(context, command)
    server = mailing.account(context)
    if server is None:
        raise Refused("mail_off")
    to = ", ".join(dict.fromkeys(email_of(each, "to") for each in emails(command.to)))
    if not to:
        raise Refused("mail_to_needed", "to")
    subject = " ".join(command.subject.split())
    if not subject:
        raise Refused("mail_subject_needed", "subject")
    for name, longest in LONGEST.items():
        if len(getattr(command, name)) > longest:
            raise Refused("text_too_long", name, most=longest)
    person = context.row("person", context.actor.person_id)
    ident = f"paper-{person['id']}-{context.now:%Y%m%d%H%M%S%f}"
    mail = Mail("", to, subject, command.body, ident, context.now, True, person["email"])
    return Ready(command, server, mail, _values(context, command), counts, slip)


def _guard(context: Context, command: SendPaper) -> tuple[bool, exits.Slip]:
    """Whether what leaves counts for a copy, and what stands for a slip."""
    if command.kind:
        return False, exits.slip_leaving(context, command.kind, command.id, WAY)
    what = exits.leaving_now(context, command.id, WAY)
    return what is exits.Leaving.ORIGINAL, exits.Slip(document_id=command.id)


def _document(context: Context, command: SendPaper) -> AnyPaper:
    copy = int(context.row("document", command.id)["print_count"])
    return paper(context, command.id, command.language, copy)


def _delivery(context: Context, command: SendPaper) -> AnyPaper:
    return delivery_slip(context, command.id, command.language)


def _voucher(context: Context, command: SendPaper) -> AnyPaper:
    return refund_voucher(context, command.id, command.language)


def _statement(context: Context, command: SendPaper) -> AnyPaper:
    if command.since is None or command.until is None:
        raise Refused("bad_choice", "since", value=command.since)
    return statement_paper(context, command.id, command.since, command.until, command.language)


MAKERS: Mapping[str, Callable[[Context, SendPaper], AnyPaper]] = {
    "": _document,
    "DL": _delivery,
    "RV": _voucher,
    "ST": _statement,
}


def _values(context: Context, command: SendPaper) -> AnyPaper:
    if command.language:
        exits.check_language(command.language)
    if command.kind not in MAKERS:
        raise Refused("bad_choice", "kind", value=command.kind)
    return MAKERS[command.kind](context, command)


@afterwards(SendPaper)
def send(ready: Ready, transact: Transact) -> int:
    """Sets the paper, hands the mail in, and only then puts the exit on record; Refused
    `mail_left_partly` where the server took it for some of the addresses only."""
    from crm_desktop.printing.render import render  # ReportLab: 0.2 s that no other command pays

    values = ready.values
    name = f"{file_name(values.number or values.draft_reference or values.kind)}.pdf"
    with SETTING:
        enclosed = (Enclosure(name, render(values)),)
    missed = mailing.hand_in(ready.server, replace(ready.mail, enclosures=enclosed))
    try:
        copy = int(transact(lambda context: _left(context, ready)))
    except Unavailable as gone:
        raise Refused("mail_left_unrecorded", to=ready.mail.to) from gone
    if missed:
        raise Refused("mail_left_partly", "to", to=", ".join(missed))
    return copy


def _left(context: Context, ready: Ready) -> int:
    command, language = ready.command, ready.values.language
    if command.kind:
        about = (command.kind, command.id, WAY, language)
        exits.put_slip_on_record(context, ready.slip, *about)
        return 0
    documents.hold(context, command.id)
    row = context.row("document", command.id)
    copy = ready.values.copy_number
    return exits.put_on_record(context, row, WAY, language, counts=ready.counts, copy=copy)
