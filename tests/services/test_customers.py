"""What goes wrong at the counter when customers are kept badly."""

import threading
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.domain.money import Money
from crm_desktop.services.changes import changes_since
from crm_desktop.services.credit.credit import SetCredit, credit_state
from crm_desktop.services.customers.consents import GiveConsent, WithdrawConsent
from crm_desktop.services.customers.customer_lists import (
    customer,
    doubles,
    tax_number_warning,
    timeline,
)
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import (
    AddCustomerNote,
    RevealTaxNumber,
    SaveCustomer,
    price_level,
    printed_party,
)
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.places import Address
from crm_desktop.services.registry import Context
from crm_desktop.store import Store, audit
from tests.services.desk import Desk, desk

__all__ = ["desk"]

COMPANY_NUMBER = "0105536112014"
PERSON_NUMBER = "3100600445635"
BANG_RAK = Address(house="99/1", road="สีลม", subdistrict="สีลม", province="กทม")


def walk_in(name: str = "คุณสมชาย ใจดี", phone: str = "081-234-5678", **more: Any) -> SaveCustomer:
    return replace(SaveCustomer(None, 0, "person", name, (phone,)), **more)


def company(name: str = "บริษัท รุ่งเรืองวัสดุ จำกัด", **more: Any) -> SaveCustomer:
    values = {"tax_number": COMPANY_NUMBER, "addresses": (BANG_RAK,), **more}
    return replace(SaveCustomer(None, 0, "company", name, ("02-123-4567",)), **values)


def refusal(desk: Desk, command: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        desk.officer.execute(command)
    return caught.value


def test_a_walk_in_needs_a_name_and_a_phone_only(desk: Desk) -> None:
    kept = desk.officer.read(customer, desk.officer.execute(walk_in()))
    assert (kept.code, kept.name, kept.phones[0].digits) == (
        "C-000001",
        "คุณสมชาย ใจดี",
        "0812345678",
    )
    assert kept.branch_id == context_of(desk).actor.branch_id


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"full_name": "  "}, "name_needed", "full_name"),
        ({"phones": ()}, "phone_needed", "phones"),
        ({"phones": ("081-234-5678", "12")}, "bad_phone", "phones.1"),
        ({"tax_number": "1234545678789"}, "bad_tax_number", "tax_number"),
        ({"tax_number": PERSON_NUMBER}, "address_needed", "addresses"),
        ({"kind": "company", "tax_branch": "1234567"}, "bad_branch", "tax_branch"),
        ({"email": "somchai"}, "bad_email", "email"),
        ({"price_level": "gold"}, "bad_choice", "price_level"),
        ({"contacts": (Contact(""),)}, "name_needed", "contacts.0.name"),
        ({"contacts": (Contact("เล็ก", phone="x"),)}, "bad_phone", "contacts.0.phone"),
        ({"addresses": (Address(postcode="1011"),)}, "bad_postcode", "addresses.0.postcode"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_stored(
    desk: Desk, changed: dict[str, Any], code: str, field: str
) -> None:
    refused = refusal(desk, replace(walk_in(), **changed))
    assert (refused.code, refused.field) == (code, field)
    assert desk.officer.read(customer_page, ListQuery()).rows == ()


def test_a_contact_with_a_phone_is_enough_to_reach_a_company(desk: Desk) -> None:
    command = company(phones=(), contacts=(Contact("เล็ก", phone="089-999-8888"),))
    kept = desk.officer.read(customer, desk.officer.execute(command))
    assert (kept.phones, kept.contacts[0].phone) == ((), "089-999-8888")


def test_an_address_is_completed_and_printed_in_the_official_order(desk: Desk) -> None:
    number = desk.officer.execute(company())
    party = printed_party(context_of(desk), number, "th")
    assert party["address"] == ["เลขที่ 99/1 ถนนสีลม", "แขวงสีลม เขตบางรัก กรุงเทพมหานคร 10500"]
    assert (party["tax_number"], party["branch_code"]) == (COMPANY_NUMBER, "00000")


def test_the_second_save_of_a_company_names_the_first(desk: Desk) -> None:
    first = desk.officer.execute(company())
    refused = refusal(desk, company("บจก. รุ่งเรือง"))
    assert refused.code == "company_exists"
    assert refused.values["customer_id"] == first
    desk.officer.execute(company("บจก. รุ่งเรือง สาขา 1", tax_branch="1"))


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_two_desks_saving_one_company_at_once_leave_one(desk: Desk, store_url: str) -> None:
    second = Desk(Store.open(store_url))
    codes: list[str] = []
    start = threading.Barrier(2)

    def save(program: Any) -> None:
        start.wait()
        try:
            program.execute(company())
        except Refused as refused:
            codes.append(refused.code)
        finally:
            program.close()

    desks = [threading.Thread(target=save, args=(each.officer,)) for each in (desk, second)]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    second.store.close()
    assert codes == ["company_exists"]


def test_the_later_of_two_saves_learns_what_changed_meanwhile(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    theirs = walk_in(id=number, version=1, zone="บางนา", phones=("02-719-9680",))
    desk.supervisor.execute(theirs)
    with pytest.raises(Stale):
        desk.officer.execute(walk_in(id=number, version=1, segment="ช่าง"))
    changes = desk.officer.read(changes_since, "customer", number, 1)
    assert {each.field: each.theirs for each in changes} == {
        "zone": "บางนา",
        "phone": "02-719-9680",
        "phones": '["02-719-9680"]',
    }
    assert {each.by for each in changes} == {"คุณsupervisor"}
    desk.officer.execute(replace(theirs, version=2, segment="ช่าง"))
    changes = desk.supervisor.read(changes_since, "customer", number, 2)
    assert [(each.field, each.theirs) for each in changes] == [("segment", "ช่าง")]


def test_a_persons_number_is_masked_until_it_is_asked_for_and_that_is_logged(desk: Desk) -> None:
    command = walk_in(tax_number=PERSON_NUMBER, addresses=(BANG_RAK,))
    number = desk.officer.execute(command)
    shown = desk.officer.read(customer, number).tax_number
    assert shown == "•••••••••5635"
    desk.officer.execute(replace(command, id=number, version=1, tax_number=shown, zone="สีลม"))
    before = audit.head(desk.store)[0]
    assert desk.credit.execute(RevealTaxNumber(number)) == PERSON_NUMBER
    assert audit.head(desk.store)[0] == before + 1


def test_what_others_changed_does_not_show_a_persons_number(desk: Desk) -> None:
    command = walk_in(addresses=(BANG_RAK,))
    number = desk.officer.execute(command)
    desk.officer.execute(replace(command, id=number, version=1, tax_number=PERSON_NUMBER))
    changes = desk.officer.read(changes_since, "customer", number, 1)
    assert [(each.field, each.theirs) for each in changes] == [("tax_number", "•••••••••5635")]


def test_a_companys_number_is_public(desk: Desk) -> None:
    assert desk.officer.read(customer, desk.officer.execute(company())).tax_number == COMPANY_NUMBER


def test_a_number_of_the_other_kind_warns_and_does_not_block(desk: Desk) -> None:
    assert tax_number_warning("person", COMPANY_NUMBER) == "person_with_company_number"
    assert tax_number_warning("company", COMPANY_NUMBER) is None
    assert tax_number_warning("person", "01055") is None
    desk.officer.execute(walk_in(tax_number=COMPANY_NUMBER, addresses=(BANG_RAK,)))


def test_doubles_are_told_while_typing(desk: Desk) -> None:
    first = desk.officer.execute(company())
    second = desk.officer.execute(walk_in())
    by_phone = desk.officer.read(doubles, "ช่างชาย", ("0812345678",))
    assert [(each.id, each.reasons) for each in by_phone] == [(second, ("same_phone",))]
    by_name = desk.officer.read(doubles, "สมชายใจดี")
    assert [(each.id, each.reasons) for each in by_name] == [(second, ("same_name",))]
    begun = desk.officer.read(doubles, "หจก. รุ่งเรือง", ("08",), "0105")
    assert [(each.id, each.reasons) for each in begun] == [(first, ("similar_name",))]
    by_number = desk.officer.read(doubles, "", (), COMPANY_NUMBER)
    assert [(each.id, each.reasons) for each in by_number] == [(first, ("same_tax_number",))]
    assert desk.officer.read(doubles, "", (), COMPANY_NUMBER, except_id=first) == ()


def test_pages_meet_without_gap_in_every_order(desk: Desk) -> None:
    names = ("เอก", "ก้อง", "แดง", "ขวัญ", "Anna")
    ids = [desk.officer.execute(walk_in(name)) for name in names]
    for sort, expected in (
        ("name", ["ก้อง", "ขวัญ", "แดง", "เอก", "Anna"]),
        ("code", list(names)),
        ("newest", list(names)[::-1]),
    ):
        seen, after = [], None
        for _ in range(3):
            page = desk.officer.read(customer_page, ListQuery(sort, after=after, limit=2))
            seen += [row.name for row in page.rows]
            after = page.next
        assert (seen, after) == (expected, None)
    assert len(ids) == 5


def test_a_list_shows_only_what_its_filters_ask_for(desk: Desk) -> None:
    owner = context_of(desk).actor.person_id
    mine = desk.officer.execute(walk_in("ก", zone="บางนา", owner_id=owner))
    gone = desk.officer.execute(walk_in("ข", zone="บางนา", active=False))
    desk.officer.execute(walk_in("ค", segment="ช่าง"))

    def ids(**filters: Any) -> list[int]:
        return [
            each.id for each in desk.officer.read(customer_page, ListQuery(filters=filters)).rows
        ]

    assert ids(mine=True) == ids(owner=owner) == ids(zone="บางนา") == [mine]
    assert ids(zone="บางนา", inactive=True) == [gone, mine]
    assert desk.officer.read(customer_page, ListQuery(filters={"mine": True})).rows[0].owner


def test_consent_is_the_last_word_and_the_words_before_stay(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    desk.officer.execute(GiveConsent(number, "marketing", "2569-1", "counter"))
    desk.officer.execute(WithdrawConsent(number, "marketing", "phone"))
    (last,) = desk.officer.read(customer, number).consents
    assert (last.given, last.text_version, last.channel) == (False, "2569-1", "phone")
    assert refusal(desk, WithdrawConsent(number, "marketing", "phone")).code == "consent_not_given"
    assert refusal(desk, GiveConsent(number, "spam", "1", "phone")).field == "purpose"
    assert desk.store.t.customer_consent.select().count() == 2


def context_of(desk: Desk) -> Context:
    assert desk.officer.actor is not None
    return Context(desk.store, desk.officer.actor, desk.now)


def credit(number: int, **changed: Any) -> SetCredit:
    standing = SetCredit(
        number, False, Money.of(100_000), Money.of(60_000), Money.ZERO, 30, "การเงิน"
    )
    return replace(standing, **changed)


def test_credit_states_follow_from_the_snapshot(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    context = context_of(desk)
    assert credit_state(context, number, 10**9) == {"ok"}
    desk.credit.execute(credit(number))
    assert credit_state(context, number, 4_000_000) == {"ok"}
    assert credit_state(context, number, 4_000_001) == {"over_limit"}
    desk.later(hours=1)
    desk.credit.execute(credit(number, overdue=Money.of(1), blocked=True))
    assert credit_state(context, number) == {"overdue", "blocked"}
    assert (kept := desk.officer.read(customer, number).credit)
    assert kept.source == "การเงิน"


def test_only_credit_finance_blocks_a_customer(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    with pytest.raises(NotAllowed):
        desk.director.execute(credit(number, blocked=True))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"limit": Money(-1)}, "limit"),
        ({"overdue": Money.of(70_000)}, "overdue"),
        ({"term_days": 400}, "term_days"),
        ({"source": " "}, "source"),
    ],
)
def test_a_wrong_credit_figure_is_named(desk: Desk, changed: dict[str, Any], field: str) -> None:
    number = desk.officer.execute(walk_in())
    with pytest.raises(Refused) as caught:
        desk.credit.execute(credit(number, **changed))
    assert caught.value.field == field


def test_an_older_credit_list_never_replaces_a_newer_one(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    desk.credit.execute(credit(number))
    earlier = desk.now.replace(hour=1)
    with pytest.raises(Refused) as caught:
        desk.credit.execute(credit(number, as_of=earlier))
    assert caught.value.code == "credit_older"


def test_a_credit_list_of_a_day_to_come_does_not_keep_the_true_ones_out(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    with pytest.raises(Refused) as caught:
        desk.credit.execute(credit(number, as_of=desk.now.replace(year=2569)))
    assert (caught.value.code, caught.value.field) == ("credit_of_tomorrow", "as_of")


def test_the_timeline_tells_only_what_the_reader_may_read_elsewhere(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    with desk.store.write():
        context = context_of(desk)
        for subject in ("quotation", "request", "visit"):
            context.tell(subject, 1, "lose", number, reason="ราคา")
    told = {line.subject for line in desk.officer.read(timeline, number).rows}
    assert told == {"customer", "quotation", "request", "visit"}
    told = {line.subject for line in desk.credit.read(timeline, number).rows}
    assert told == {"customer", "quotation", "request"}


def test_the_timeline_tells_newest_first_and_by_kind(desk: Desk) -> None:
    number = desk.officer.execute(walk_in())
    for text in ("โทรมาถาม", "ขอราคา"):
        desk.officer.execute(AddCustomerNote(number, text))
    page = desk.officer.read(timeline, number, limit=2)
    assert [line.detail["text"] for line in page.rows] == ["ขอราคา", "โทรมาถาม"]
    rest = desk.officer.read(timeline, number, before=page.rows[-1].id)
    assert [line.event for line in rest.rows] == ["customer_added"]
    assert desk.officer.read(timeline, number, kinds=("quotation",)).rows == ()
    assert refusal(desk, AddCustomerNote(number, " ")).field == "text"


def test_a_customer_of_another_branch_can_be_served(desk: Desk) -> None:
    number = desk.other.execute(walk_in(price_level="contractor"))
    assert desk.officer.read(customer, number).branch_id != context_of(desk).actor.branch_id
    assert price_level(context_of(desk), number) == "contractor"


def test_an_administrator_sees_no_customers(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.administrator.read(customer_page, ListQuery())
    number = desk.officer.execute(walk_in())
    with pytest.raises(NotAllowed):
        desk.administrator.read(changes_since, "customer", number, 1)


def test_every_change_leaves_a_line_that_verifies(desk: Desk) -> None:
    number = desk.officer.execute(company())
    desk.officer.execute(company(id=number, version=1, zone="สีลม"))
    assert list(audit.verify(desk.store)) == []
