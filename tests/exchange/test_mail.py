"""A mail with a paper: what somebody typed never becomes a header of its own."""

import email
from email.policy import default

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.mail import draft_mail

HIDDEN = "=?utf-8?q?=0D=0ABcc:_x@evil.com?="


@pytest.mark.parametrize("subject", ["ใบเสนอราคา\r\nBcc: x@evil.com", HIDDEN, f"Re {HIDDEN} ok"])
def test_what_was_typed_adds_no_recipient(subject: str) -> None:
    mail = draft_mail("buyer@example.com", subject, "x", "paper.pdf", b"%PDF")
    read = email.message_from_bytes(mail, policy=default)
    assert set(read.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert b"\r\nBcc" not in mail


def test_a_mail_that_is_written_to_several_people_opens_with_all_of_them() -> None:
    mail = draft_mail("a@b.co; C@D.co,a@b.co", "s", "b", "n.pdf", b"%PDF")
    read = email.message_from_bytes(mail, policy=default)
    assert read["To"] == "a@b.co, C@d.co"


def test_what_a_broken_paste_leaves_in_a_text_keeps_no_mail_back() -> None:
    mail = draft_mail("a@b.co", "ใบ\ud83d\x07เสนอ", "ก\x00ข\udc00\tค\n", "n.pdf", b"%PDF")
    read = email.message_from_bytes(mail, policy=default)
    body = read.get_body()
    assert body is not None
    assert (read["Subject"], body.get_content().strip()) == ("ใบเสนอ", "กข\tค")


@pytest.mark.parametrize("to", ["x@[1.2", "a@b.co, nobody", "a@b.c\0", "a@b.co\r\nBcc: c@d.co"])
def test_an_address_from_before_that_no_mail_reaches_is_told(to: str) -> None:
    with pytest.raises(Refused, match="bad_email"):
        draft_mail(to, "s", "b", "n.pdf", b"%PDF")
