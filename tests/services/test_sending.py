"""A paper by the shop's own mail server: it arrives whole or it is not on record as sent."""

import io
from datetime import date
from typing import Any

import pypdf
import pytest

from crm_desktop.domain.errors import NeedsApproval, Refused, Unavailable
from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import LANGUAGES, known
from crm_desktop.services import mailing
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.mailing import Account, Mail, _message
from crm_desktop.services.notify import SetNotify
from crm_desktop.services.papers import sending
from crm_desktop.services.papers.departures import (
    Departure,
    NotPrinted,
    departures,
    slip_departures,
)
from crm_desktop.services.papers.exits import TakeOut, TakeOutSlip
from crm_desktop.services.papers.families import family_timeline
from crm_desktop.services.papers.papers import MAKERS
from crm_desktop.services.papers.sending import SendPaper, addressees
from tests.services.goods_shop import GoodsShop, desk, shop
from tests.services.postbox import SENDER, Postbox, Serve, impatient, serve, use

__all__ = ["desk", "impatient", "serve", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
TO = "buyer@example.com"
ACCOUNT = Account("mail.example", 25, "none", "", SENDER, "")
OWN = "officer@shop.example"


@pytest.fixture
def box(shop: GoodsShop, serve: Serve) -> Postbox:
    """The shop's mail server; the officer has an address."""
    made = serve()
    shop.desk.administrator.execute(use(made))
    shop.desk.officer.execute(SetNotify(1, email=OWN))
    return made


def send(shop: GoodsShop, about: int, kind: str = "", **changes: Any) -> int:
    """The officer sends it with words of their own."""
    words = {"to": TO, "subject": "ใบเสนอราคา\nที่ขอไว้", "body": "เรียน ลูกค้า\nน้ำหนัก 25 กก.", **changes}
    return shop.desk.officer.execute(SendPaper(kind, about, **words))


def seen(shop: GoodsShop, document_id: int) -> list[tuple[str, int, str]]:
    """The record of what left, oldest first."""
    found = shop.desk.officer.read(departures, document_id)
    return [(each.exit, each.copy, each.slip) for each in reversed(found)]


def pages_of(box: Postbox, number: int = -1) -> tuple[str, str]:
    """The name and the text of what is attached."""
    (attached,) = box.mails[number].iter_attachments()
    pdf = attached.get_content()
    assert isinstance(pdf, bytes)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return str(attached.get_filename()), text


def test_a_customer_gets_the_paper_with_the_words_that_were_written(
    shop: GoodsShop, box: Postbox
) -> None:
    issued = shop.issued()
    assert send(shop, issued.id) == 0
    (mail,) = box.mails
    assert (mail["To"], mail["From"], mail["Reply-To"]) == (TO, SENDER, OWN)
    assert mail["Subject"] == "ใบเสนอราคา ที่ขอไว้"
    assert mail["Auto-Submitted"] is None
    body = mail.get_body()
    assert body is not None
    assert "น้ำหนัก 25 กก." in body.get_content()
    name, text = pages_of(box)
    assert name == f"{issued.number}.pdf"
    assert str(issued.number) in text
    assert seen(shop, issued.id) == [("email", 0, "")]
    assert shop.paper(issued.id).print_count == 1
    told = shop.desk.officer.read(family_timeline, issued.id, 1)[0]
    assert (told.event, told.detail["exit"]) == ("left", "email")


@SQLITE
def test_a_header_hidden_in_a_subject_or_a_name_reaches_nobody(
    shop: GoodsShop, box: Postbox
) -> None:
    hidden = "=?utf-8?q?=0D=0ABcc:_x@evil.com=0D=0A=0D=0Abody?="
    send(shop, shop.issued().id, subject=hidden)
    (mail,) = box.mails
    assert mail["Bcc"] is None
    assert "evil" in mail["Subject"]
    message = Mail(hidden, TO, "x", "x", "x", shop.desk.now)
    assert _message(ACCOUNT, message)["To"].addresses[0].addr_spec == TO


@SQLITE
def test_several_people_get_one_mail_and_who_gets_none_is_named(
    shop: GoodsShop, box: Postbox
) -> None:
    issued, both = shop.issued(), f"{TO}, chef@Example.com"
    send(shop, issued.id, to=f" {TO};chef@Example.com ,{TO},")
    assert box.mails[0]["To"] == both.replace("Example", "example")
    with pytest.raises(Refused, match="mail_left_partly") as told:
        send(shop, issued.id, to=f"{TO}, x@nowhere.example")
    assert (told.value.field, told.value.values["to"]) == ("to", "x@nowhere.example")
    assert seen(shop, issued.id) == [("email", 0, ""), ("email", 1, "")], "it left all the same"
    for wrong, named in ((f"{TO}, nobody", "nobody"), (f"{TO}, ก@example.com", "ก@example.com")):
        with pytest.raises(Refused, match="bad_email") as refused:
            send(shop, issued.id, to=wrong)
        assert refused.value.values["text"] == named


def test_a_mail_is_on_record_as_the_copy_that_it_carries(
    shop: GoodsShop, box: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued, hand_in = shop.issued(), mailing.hand_in

    def slowly(server: Account, mail: Mail) -> tuple[str, ...]:
        shop.desk.supervisor.execute(TakeOut(issued.id, "print"))
        return hand_in(server, mail)

    monkeypatch.setattr(mailing, "hand_in", slowly)
    assert send(shop, issued.id) == 0
    assert "COPY" not in pages_of(box)[1]
    assert seen(shop, issued.id) == [("print", 0, ""), ("email", 0, "")]
    assert shop.paper(issued.id).print_count == 2


def test_the_second_mail_carries_a_copy(shop: GoodsShop, box: Postbox) -> None:
    issued = shop.issued()
    shop.desk.officer.execute(TakeOut(issued.id, "print"))
    assert send(shop, issued.id, language="en") == 1
    assert "COPY" in pages_of(box)[1]
    assert seen(shop, issued.id) == [("print", 0, ""), ("email", 1, "")]


@SQLITE
@pytest.mark.parametrize("refusing", ["mood", "recipient", "gone"])
def test_what_the_server_refuses_is_not_on_record_as_sent(
    shop: GoodsShop, box: Postbox, refusing: str
) -> None:
    issued, to = shop.issued(), TO
    if refusing == "mood":
        box.refusing = "554 5.6.0 not today"
    elif refusing == "recipient":
        to = "somebody@nowhere.example"
    else:
        shop.desk.administrator.execute(use(box, 1, port=1))
    with pytest.raises(Refused, match=r"mail_refused|mail_recipient_refused|mail_cannot_connect"):
        send(shop, issued.id, to=to)
    assert (box.mails, seen(shop, issued.id)) == ([], [])
    assert shop.paper(issued.id).print_count == 0


@SQLITE
@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"to": ""}, "mail_to_needed", "to"),
        ({"to": " , "}, "mail_to_needed", "to"),
        ({"to": "nobody"}, "bad_email", "to"),
        ({"to": ",".join(f"a{n}@example.com" for n in range(99))}, "text_too_long", "to"),
        ({"to": "ลูกค้า@example.com"}, "bad_email", "to"),
        ({"to": "a@example.com\nBcc: b@example.com"}, "bad_email", "to"),
        ({"subject": " \n"}, "mail_subject_needed", "subject"),
        ({"subject": "ก" * 201}, "text_too_long", "subject"),
        ({"body": "ก" * 20_001}, "text_too_long", "body"),
        ({"language": "de"}, "bad_choice", "language"),
        ({"kind": "ST"}, "bad_choice", "since"),
    ],
)
def test_what_is_typed_wrongly_is_told_at_its_field_and_nothing_leaves(
    shop: GoodsShop, box: Postbox, changes: dict[str, Any], code: str, field: str
) -> None:
    kind = changes.pop("kind", "")
    about = shop.customer if kind else shop.issued().id
    with pytest.raises(Refused, match=code) as refused:
        send(shop, about, kind, **changes)
    assert refused.value.field == field
    assert box.mails == []


@SQLITE
def test_a_draft_and_what_stays_inside_go_to_nobody(shop: GoodsShop, box: Postbox) -> None:
    with pytest.raises(NeedsApproval, match="paper_not_issued"):
        send(shop, shop.draft().id)
    with pytest.raises(Refused, match="paper_stays_inside"):
        send(shop, shop.issued().id, "AS")
    assert box.mails == []


@SQLITE
def test_a_shop_without_mail_says_so(shop: GoodsShop) -> None:
    with pytest.raises(Refused, match="mail_off"):
        send(shop, shop.issued().id)


@SQLITE
def test_who_may_not_take_a_paper_out_cannot_mail_it(shop: GoodsShop, box: Postbox) -> None:
    command = SendPaper("", shop.issued().id, TO, "x", "y")
    for stranger in (shop.desk.administrator, shop.desk.other):
        with pytest.raises(Refused, match=r"not_allowed|other_branch"):
            stranger.execute(command)
    assert box.mails == []


@SQLITE
def test_a_delivery_and_a_statement_go_by_mail_and_the_timeline_tells(
    shop: GoodsShop, box: Postbox
) -> None:
    order = shop.confirmed("SO")
    delivery = shop.deliver(order.id, 1).delivery_id
    assert send(shop, delivery, "DL") == 0
    assert pages_of(box)[0] == f"{shop.row(order.id)['number']}-1.pdf"
    assert seen(shop, order.id) == [("email", 0, "DL/1")]
    told = shop.desk.officer.read(family_timeline, order.id, 1)[0]
    assert (told.event, told.detail["slip"]) == ("slip_left", "dl")
    day = shop.desk.now.date()
    send(shop, shop.customer, "ST", since=date(day.year, 1, 1), until=day)
    assert len(box.mails) == 2


@SQLITE
def test_a_mail_that_left_while_the_database_went_is_said_to_have_left(
    shop: GoodsShop, box: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any) -> int:
        raise Unavailable("store_locked")

    monkeypatch.setattr(sending, "_left", gone)
    with pytest.raises(Refused, match="mail_left_unrecorded"):
        send(shop, shop.issued().id)
    assert len(box.mails) == 1


# ---------------------------------------------------------------- what left, and what did not


def test_who_looks_at_a_paper_sees_when_it_left_how_and_through_whom(shop: GoodsShop) -> None:
    issued = shop.issued()
    shop.desk.officer.execute(TakeOut(issued.id, "print", "both"))
    shop.desk.later(minutes=5)
    shop.desk.supervisor.execute(TakeOut(issued.id, "line"))
    shop.desk.supervisor.execute(TakeOutSlip("AS", issued.id, "print"))
    slip, line, first = shop.desk.officer.read(departures, issued.id)
    at = shop.desk.now.replace(minute=0)
    assert first == Departure(first.id, at, "print", 0, "both", "", "คุณofficer")
    assert (line.exit, line.copy, line.person) == ("line", 1, "คุณsupervisor")
    assert (line.at - first.at).total_seconds() == 300
    assert slip.slip == "AS"
    assert shop.desk.supervisor.read(slip_departures, "AS", issued.id) == (slip,)
    assert shop.desk.supervisor.read(slip_departures, "ST", shop.customer) == ()


def test_a_print_that_did_not_come_out_makes_no_copy_of_the_next(shop: GoodsShop) -> None:
    issued = shop.issued()
    assert shop.desk.officer.execute(TakeOut(issued.id, "print")) == 0
    shop.desk.officer.execute(NotPrinted("", issued.id))
    shop.desk.officer.execute(NotPrinted("", issued.id))
    assert seen(shop, issued.id) == [("print", 0, ""), ("not_printed", 0, "")]
    told = shop.desk.officer.read(family_timeline, issued.id, 1)[0]
    assert told.detail["exit"] == "not_printed"
    assert shop.desk.officer.execute(TakeOut(issued.id, "print")) == 0


@SQLITE
def test_a_print_fails_on_record_though_the_paper_was_saved_or_written_out_meanwhile(
    shop: GoodsShop,
) -> None:
    officer = shop.desk.officer
    saved, exported = shop.issued().id, shop.confirmed("SO").id
    officer.execute(TakeOut(saved, "print"))
    officer.execute(TakeOut(saved, "save"))
    officer.execute(NotPrinted("", saved))
    assert seen(shop, saved)[-1] == ("not_printed", 0, "")
    assert officer.execute(TakeOut(saved, "print")) == 2, "the copy that was saved is out"
    officer.execute(TakeOut(exported, "print"))
    shop.desk.supervisor.execute(TakeOut(exported, "export"))
    officer.execute(NotPrinted("", exported))
    assert officer.execute(TakeOut(exported, "print")) == 0, "a list of goods is no copy"


@SQLITE
def test_two_prints_that_fail_are_taken_back_one_after_the_other(shop: GoodsShop) -> None:
    issued = shop.issued().id
    for copy in (0, 1):
        assert shop.desk.officer.execute(TakeOut(issued, "print")) == copy
    for _ in range(3):
        shop.desk.officer.execute(NotPrinted("", issued))
    assert seen(shop, issued)[2:] == [("not_printed", 1, ""), ("not_printed", 0, "")]
    assert shop.paper(issued).print_count == 0


@SQLITE
def test_a_copy_that_left_meanwhile_keeps_its_number(shop: GoodsShop) -> None:
    issued = shop.issued()
    shop.desk.officer.execute(TakeOut(issued.id, "print"))
    assert shop.desk.supervisor.execute(TakeOut(issued.id, "print")) == 1
    shop.desk.officer.execute(NotPrinted("", issued.id))
    assert shop.desk.officer.execute(TakeOut(issued.id, "print")) == 2


@SQLITE
def test_nobody_takes_back_what_another_person_printed(shop: GoodsShop) -> None:
    issued = shop.issued()
    shop.desk.officer.execute(TakeOut(issued.id, "print"))
    shop.desk.supervisor.execute(NotPrinted("", issued.id))
    assert seen(shop, issued.id) == [("print", 0, "")]
    with pytest.raises(Refused, match="other_branch"):
        shop.desk.other.execute(NotPrinted("", issued.id))


@SQLITE
def test_an_old_print_is_not_said_to_have_failed(shop: GoodsShop) -> None:
    issued = shop.issued()
    shop.desk.officer.execute(TakeOut(issued.id, "print"))
    shop.desk.later(minutes=16)
    shop.desk.officer.execute(NotPrinted("", issued.id))
    assert seen(shop, issued.id) == [("print", 0, "")]
    assert shop.paper(issued.id).print_count == 1


@SQLITE
def test_a_mail_is_not_taken_back_as_a_print(shop: GoodsShop) -> None:
    issued = shop.issued()
    shop.desk.officer.execute(TakeOut(issued.id, "email"))
    shop.desk.officer.execute(NotPrinted("", issued.id))
    assert shop.paper(issued.id).print_count == 1


@SQLITE
def test_a_slip_that_did_not_come_out_is_on_record_too(shop: GoodsShop) -> None:
    order = shop.confirmed("SO")
    delivery = shop.deliver(order.id, 1).delivery_id
    shop.desk.officer.execute(TakeOutSlip("DL", delivery, "print"))
    shop.desk.officer.execute(NotPrinted("DL", delivery))
    assert seen(shop, order.id) == [("print", 0, "DL/1"), ("not_printed", 0, "DL/1")]


@SQLITE
def test_the_people_of_a_customer_are_known_by_their_addresses(shop: GoodsShop) -> None:
    officer = shop.desk.officer
    kept = officer.read(customer, shop.customer)
    contacts = (Contact("คุณสมหญิง", email="som@example.com"), Contact("คุณไม่มีเมล", phone="021234567"))
    officer.execute(
        SaveCustomer(
            *(shop.customer, kept.version, kept.kind, kept.name),
            phones=("081-234-5678",),
            email=TO,
            contacts=contacts,
        )
    )
    known = [(TO, kept.name), ("som@example.com", "คุณสมหญิง")]
    for kind, about in (("", shop.issued().id), ("ST", shop.customer)):
        found = officer.read(addressees, kind, about)
        assert [(each.email, each.name) for each in found] == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_has_words_for_every_slip_that_left(language: str) -> None:
    codes = [f"timeline_{KINDS[code].name}_slip_left" for code in MAKERS]
    codes += ["timeline_customer_statement_left", "exit_not_printed", "mail_left_unrecorded"]
    codes += ["mail_left_partly"]
    assert [code for code in codes if not known(code, language)] == []
