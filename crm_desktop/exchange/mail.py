"""Mails as files that the mail program of this PC opens to be looked at and sent."""

from email.message import EmailMessage
from email.policy import SMTP
from unicodedata import category

from crm_desktop.domain.identity import parse_emails


def draft_mail(to: str, subject: str, body: str, name: str, pdf: bytes) -> bytes:
    """An `.eml` with the PDF attached under `name`; mail programs open it as not sent yet.

    Refused `bad_email` for an address that no mail reaches.
    """
    mail = EmailMessage(SMTP)
    mail["X-Unsent"] = "1"
    if recipients := parse_emails(to, "email"):
        mail["To"] = recipients
    mail["Subject"] = header_text(subject)
    mail.set_content(readable(body))
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()


def header_text(text: str) -> str:
    """Text that cannot begin another header: neither by a pasted line end nor by one that is
    spelled as an encoded word, which the library would decode."""
    return " ".join(readable(text).split()).replace("=?", "= ?")


def readable(text: str) -> str:
    """Text without what no mail can carry: control characters but ends of lines and tabs, and the
    halves of characters that a broken paste leaves."""
    return "".join(each for each in text if each in "\t\r\n" or category(each) not in ("Cc", "Cs"))
