"""The mail server: set wrongly it says so in a sentence, and its password stays where it is."""

import json
import logging
import socket
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.messages import explain
from crm_desktop.services import wire
from crm_desktop.services.mailing import (
    PROBLEMS,
    MailServer,
    SaveMailServer,
    TryMail,
    is_mail_on,
    mail_server,
)
from crm_desktop.services.notify import SetNotify
from tests.services.desk import Desk, desk
from tests.services.postbox import (
    PASSWORD,
    SENDER,
    USER,
    Certificate,
    Postbox,
    Serve,
    certificate,
    free_port,
    impatient,
    serve,
    use,
)

__all__ = ["certificate", "desk", "impatient", "serve"]

TO = "admin@shop.example"


@pytest.fixture
def known(desk: Desk) -> Desk:
    """The shop, whose administrator has an address."""
    desk.administrator.execute(SetNotify(1, email=TO))
    return desk


def failure(desk: Desk, command: SaveMailServer) -> Refused:
    """What the administrator is told who tries these settings."""
    desk.administrator.execute(command)
    with pytest.raises(Refused) as refused:
        desk.administrator.execute(TryMail())
    return refused.value


# ------------------------------------------------------------ a mail to try it


def test_a_test_mail_arrives_in_the_administrators_language(known: Desk, serve: Serve) -> None:
    box = serve()
    known.administrator.execute(use(box))
    assert known.administrator.execute(TryMail()) == TO
    known.administrator.language = "en"
    known.administrator.execute(TryMail())
    thai, english = box.mails
    assert (thai["To"], thai["From"]) == (f"คุณadministrator <{TO}>", SENDER)
    assert thai["Subject"] == "ทดสอบอีเมลจากโปรแกรมลูกค้าสัมพันธ์"
    assert english["Subject"] == "Test mail from the customer-relations desk"
    assert english["Date"] == "Sun, 22 Nov 2026 09:00:00 +0700"
    assert english["Auto-Submitted"] == "auto-generated"
    assert "localhost" in english.get_content()


def test_with_starttls_and_login_the_certificate_is_checked(
    known: Desk, serve: Serve, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = serve(tls_context=certificate.context)
    safe = use(box, security="starttls", user=USER, password=PASSWORD)
    assert failure(known, safe).code == "mail_certificate"
    assert box.mails == []
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    assert known.administrator.execute(TryMail()) == TO
    assert len(box.mails) == 1


def test_encrypted_from_the_first_byte_works_too(
    known: Desk, serve: Serve, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    box = serve(ssl_context=certificate.context)
    known.administrator.execute(use(box, security="ssl"))
    assert known.administrator.execute(TryMail()) == TO
    assert len(box.mails) == 1


def test_a_wrong_password_is_told_as_such(
    known: Desk, serve: Serve, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    box = serve(tls_context=certificate.context)
    wrong = use(box, security="starttls", user=USER, password="guess")
    refused = failure(known, wrong)
    assert refused.code == "mail_bad_login"
    assert "535" in explain(refused, "en")


def test_a_server_without_encryption_is_not_used_in_the_open_instead(
    known: Desk, serve: Serve
) -> None:
    box = serve()
    assert failure(known, use(box, security="starttls")).code == "mail_unsupported"
    assert failure(known, use(box, 1, security="ssl")).code == "mail_tls_failed"
    assert box.mails == []


def test_a_refused_recipient_a_bad_mood_and_a_dead_port_each_have_their_sentence(
    known: Desk, serve: Serve
) -> None:
    box = serve()
    box.refusing = "554 5.6.0 not today"
    assert "not today" in explain(failure(known, use(box)), "en")
    known.administrator.execute(SetNotify(2, email="a@nowhere.example"))
    refused = failure(known, use(box, 1))
    assert (refused.code, refused.values["to"]) == ("mail_recipient_refused", "a@nowhere.example")
    gone = Postbox()
    gone.port = free_port()
    assert failure(known, use(gone, 2)).code == "mail_cannot_connect"


def test_a_server_that_never_speaks_is_left_after_its_time(known: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        box = Postbox()
        box.port = silent.getsockname()[1]
        assert failure(known, use(box)).code == "mail_no_answer"


@pytest.mark.parametrize("code", [code for _, code in PROBLEMS])
@pytest.mark.parametrize("language", ["th", "en"])
def test_whatever_goes_wrong_has_a_sentence(code: str, language: str) -> None:
    values: dict[str, Any] = {"host": "h", "port": 25, "sender": "s", "to": "t", "problem": "p"}
    assert explain(Refused(code, **values), language) != code


def test_a_mail_is_only_tried_where_there_is_a_server_and_an_address(
    desk: Desk, serve: Serve
) -> None:
    with pytest.raises(Refused, match="mail_off"):
        desk.administrator.execute(TryMail())
    assert failure(desk, use(serve())).code == "mail_own_address"


# ------------------------------------------------------------ the settings


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"host": " "}, "mail_host_needed", "host"),
        ({"host": "smtp..example.com"}, "bad_host", "host"),
        ({"host": "smtp example"}, "bad_host", "host"),
        ({"sender": ""}, "mail_sender_needed", "sender"),
        ({"sender": "desk"}, "bad_email", "sender"),
        ({"sender": "desk@ร้าน.example"}, "bad_email", "sender"),
        ({"port": 0}, "bad_port", "port"),
        ({"security": "some"}, "bad_choice", "security"),
        ({"security": "none", "user": "a", "password": "b"}, "mail_password_open", "security"),
        ({"user": "a", "password": "รหัส"}, "mail_not_ascii", "password"),
    ],
)
def test_settings_that_cannot_work_are_refused(
    desk: Desk, changes: dict[str, Any], code: str, field: str
) -> None:
    good: dict[str, Any] = {"host": "smtp.example.com", "sender": SENDER}
    with pytest.raises(Refused) as refused:
        desk.administrator.execute(SaveMailServer(0, True, **{**good, **changes}))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_only_administrators_see_or_change_the_server(desk: Desk) -> None:
    for act in (
        lambda: desk.director.read(mail_server),
        lambda: desk.director.execute(SaveMailServer(0, False, "")),
        lambda: desk.director.execute(TryMail()),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert desk.officer.read(is_mail_on) is False


def test_the_later_of_two_settings_is_told(desk: Desk) -> None:
    desk.administrator.execute(SaveMailServer(0, False, "one.example"))
    with pytest.raises(Stale):
        desk.administrator.execute(SaveMailServer(0, False, "two.example"))


def test_the_password_is_kept_until_another_is_typed_and_comes_out_nowhere(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    saved = SaveMailServer(0, True, "smtp.example.com", user=USER, sender=SENDER, password=PASSWORD)
    with caplog.at_level(logging.INFO):
        desk.administrator.execute(saved)
        desk.administrator.execute(replace(saved, version=1, sender="it@b.co", password=None))
    found, version = desk.administrator.read(mail_server)
    assert found == MailServer(True, saved.host, 587, "starttls", USER, "it@b.co", True)
    told = [
        repr(saved),
        repr(found),
        wire.dumps(found),
        caplog.text,
        json.dumps(list(desk.store.t.audit_line.select().tuples())),
        json.dumps(list(desk.store.t.audit_value.select().tuples())),
    ]
    assert [text for text in told if PASSWORD in text] == []
    assert [audited(desk, line) for line in (1, 2)] == [(None, "•"), None]
    desk.administrator.execute(
        replace(saved, version=version, on=False, sender="it@b.co", password="")
    )
    assert not desk.administrator.read(mail_server)[0].has_password
    assert audited(desk, 3) == (None, "•")


@pytest.mark.parametrize(
    "changes", [{"host": "b.example"}, {"port": 25}, {"security": "ssl"}, {"user": "else"}]
)
def test_a_password_goes_nowhere_but_where_it_was_typed_for(
    desk: Desk, changes: dict[str, Any]
) -> None:
    saved = SaveMailServer(0, True, "smtp.example.com", user=USER, sender=SENDER, password=PASSWORD)
    desk.administrator.execute(saved)
    other = replace(saved, version=1, password=None, **changes)
    with pytest.raises(Refused) as refused:
        desk.administrator.execute(other)
    assert (refused.value.code, refused.value.field) == ("mail_password_again", "password")
    assert desk.administrator.read(mail_server)[0].host == saved.host
    desk.administrator.execute(replace(other, password="another"))
    assert desk.administrator.read(mail_server)[0].has_password


def test_a_persons_name_begins_no_header(known: Desk, serve: Serve) -> None:
    box, person = serve(), known.store.t.person
    with known.store.write():
        person.update(name="ก\r\nBcc: thief@else.example").where(
            person.c.username == "administrator"
        ).execute()
    known.administrator.execute(use(box))
    known.administrator.execute(TryMail())
    (mail,) = box.mails
    assert [each.addr_spec for each in mail["To"].addresses] == [TO]
    assert mail["Bcc"] is None


def audited(desk: Desk, which: int) -> tuple[str | None, str | None] | None:
    """What the audit says of the password, at that save of the settings; None: nothing."""
    line, value = desk.store.t.audit_line, desk.store.t.audit_value
    saves = line.select(line.c.id).where(line.c.event == "saved mail").order_by(line.c.id)
    at = [row[0] for row in saves.tuples()][which - 1]
    rows = value.select(value.c.before, value.c.after).where(
        value.c.line_id == at, value.c.field == "password"
    )
    return next(iter(rows.tuples()), None)
