"""A mail with a paper: what somebody typed never becomes a header of its own."""

import email
from email.policy import default

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.mail import draft_mail


def test_what_was_typed_adds_no_recipient() -> None:
    made = draft_mail("a@b.co", "QT-1\r\nBcc: c@d.co", "x\r\n.\r\nBcc: c@d.co", "QT-1.pdf", b"%PDF")
    mail = email.message_from_bytes(made, policy=default)
    assert (mail["To"], mail["Bcc"]) == ("a@b.co", None)
    assert mail["Subject"] == "QT-1 Bcc: c@d.co"


@pytest.mark.parametrize("to", ["x@[1.2", "a@b.c\0", "a@b.co\r\nBcc: c@d.co"])
def test_an_address_from_before_that_no_mail_reaches_is_told(to: str) -> None:
    with pytest.raises(Refused, match="bad_email"):
        draft_mail(to, "s", "b", "n.pdf", b"%PDF")
