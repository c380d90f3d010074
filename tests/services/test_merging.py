"""What a shop loses when two records of one customer become one badly, or cannot part again."""

import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approvals import AnswerRequest, RecallRequest
from crm_desktop.services.credit.credit import SetCredit
from crm_desktop.services.credit.credit_lists import ImportCredit
from crm_desktop.services.customers import merge_moves as moves
from crm_desktop.services.customers import merge_plan
from crm_desktop.services.customers.consents import GiveConsent, WithdrawConsent
from crm_desktop.services.customers.customer_lists import customer, timeline
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.customers.finder import LookForDoubles
from crm_desktop.services.customers.merge_lists import merge_card, merge_preview, merged_records
from crm_desktop.services.customers.merging import DropMerge, MergeCustomers
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotations import SaveQuotation
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.visits.visits import PlanVisit
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE as WHO
from tests.services.desk import desk
from tests.services.merges import (
    BANG_RAK,
    asking,
    merged,
    owes,
    refusal,
    sound,
    stored,
    taken_in,
    undone,
)
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]


def test_the_fuller_value_stays_and_nothing_of_either_is_lost(shop: SellingShop) -> None:
    keeps = taken_in(shop, zone="บางนา", note="ชอบโทรเช้า")
    goes = taken_in(
        shop,
        "นาย สมชาย ใจดี",
        phones=("02-111-2222", "0812345678"),
        email="a@b.co",
        contacts=(Contact("สมศรี", phone="0899999999"),),
        note="ส่งของหลังบ้าน",
    )
    merged(shop, keeps, goes)
    now = shop.desk.officer.read(customer, keeps)
    assert [phone.digits for phone in now.phones] == ["0812345678", "021112222"]
    assert (now.zone, now.email, [each.name for each in now.contacts]) == (
        "บางนา",
        "a@b.co",
        ["สมศรี"],
    )
    assert now.note == "ชอบโทรเช้า\nส่งของหลังบ้าน"
    assert sound(shop)


def test_what_somebody_chose_stays_instead(shop: SellingShop) -> None:
    keeps, goes = taken_in(shop, zone="บางนา"), taken_in(shop, "สมชาย ใจดีมาก", zone="สีลม")
    merged(shop, keeps, goes, choices=(("zone", keeps), ("full_name", goes)))
    now = shop.desk.officer.read(customer, keeps)
    assert (now.zone, now.name) == ("บางนา", "สมชาย ใจดีมาก")


def test_papers_timeline_code_and_phone_of_the_lost_record_lead_to_the_survivor(
    shop: SellingShop,
) -> None:
    officer = shop.desk.officer
    keeps, goes = taken_in(shop), taken_in(shop, "สมชัย ใจดี", phones=("02-999-8888",))
    issued = shop.submit(shop.draft(customer_id=goes), issue=True)
    before = shop.paper(issued.id)
    code = officer.read(customer, goes).code
    merged(shop, keeps, goes)
    assert stored(shop, "document", issued.id)["customer_id"] == keeps
    assert shop.paper(issued.id).number == before.number
    subjects = {line.subject for line in officer.read(timeline, keeps, limit=100).rows}
    assert "quotation" in subjects
    for text in (code, "02-999-8888", "สมชัย"):
        assert [row.id for row in officer.read(customer_page, ListQuery(text=text)).rows] == [keeps]
    assert officer.read(customer, goes).id == keeps
    assert [each.code for each in officer.read(merged_records, keeps)] == [code]
    assert sound(shop), "a paper that went out is still what was printed"


def test_a_form_left_open_on_the_lost_record_writes_for_the_survivor(shop: SellingShop) -> None:
    keeps, goes = taken_in(shop), taken_in(shop, "สมชัย ใจดี")
    open_form = SaveQuotation(None, 0, shop.content(customer_id=goes))
    merged(shop, keeps, goes)
    saved = shop.desk.officer.execute(open_form)
    assert stored(shop, "document", saved.id)["customer_id"] == keeps
    edited = SaveCustomer(goes, 2, "person", "สมชัย ใจดี", ("081-234-5678",))
    with pytest.raises(Refused) as caught:
        shop.desk.officer.execute(edited)
    assert (caught.value.code, caught.value.values["customer_id"]) == ("customer_merged", keeps)


def test_beyond_the_officers_authority_the_merge_waits_and_is_done_by_the_answer(
    shop: SellingShop,
) -> None:
    keeps, goes = taken_in(shop), taken_in(shop)
    asked = merged(shop, keeps, goes, who="officer")
    assert (asked.state, asked.level) == ("waiting", "SUPERIOR")
    assert stored(shop, "customer", goes)["merged_into_id"] is None
    with pytest.raises(WrongState, match="merge_waits_already"):
        merged(shop, goes, keeps)
    request = shop.request(asked.request_id)
    shop.desk.supervisor.execute(AnswerRequest(request["id"], request["version"], "approve"))
    assert stored(shop, "customer", goes)["merged_into_id"] == keeps
    assert shop.desk.officer.read(merge_card, asked.id).state == "merged"
    assert sound(shop)


def test_money_that_came_while_a_merge_waited_goes_to_who_may_decide_it(shop: SellingShop) -> None:
    keeps, goes = taken_in(shop), taken_in(shop)
    asked = merged(shop, keeps, goes, who="officer")
    owes(shop, goes)
    request = shop.request(asked.request_id)
    answer = AnswerRequest(request["id"], request["version"], "approve")
    assert shop.desk.supervisor.execute(answer) == "climbed"
    assert stored(shop, "customer", goes)["merged_into_id"] is None
    version = shop.request(asked.request_id)["version"]
    shop.desk.director.execute(replace(answer, version=version))
    assert stored(shop, "customer", goes)["merged_into_id"] == keeps


def test_what_came_back_can_be_asked_again_or_given_up(shop: SellingShop) -> None:
    keeps, goes = taken_in(shop), taken_in(shop)
    asked = merged(shop, keeps, goes, who="officer")
    request = shop.request(asked.request_id)
    shop.desk.officer.execute(RecallRequest(request["id"], request["version"]))
    again = merged(shop, goes, keeps, who="officer", id=asked.id)
    assert (again.id, again.state) == (asked.id, "waiting")
    request = shop.request(again.request_id)
    answer = AnswerRequest(request["id"], request["version"], "return", "ตรวจอีกครั้ง")
    shop.desk.supervisor.execute(answer)
    version = stored(shop, "document", asked.id)["version"]
    shop.desk.officer.execute(DropMerge(asked.id, version))
    assert stored(shop, "document", asked.id)["state"] == "cancelled"


def test_a_record_changed_while_the_question_waited_is_looked_at_again_first(
    shop: SellingShop,
) -> None:
    keeps, goes = taken_in(shop), taken_in(shop)
    asked = merged(shop, keeps, goes, who="officer")
    other = SaveCustomer(goes, 1, "person", "สมชาย ใจร้าย", ("081-234-5678",))
    shop.desk.officer.execute(other)
    request = shop.request(asked.request_id)
    with pytest.raises(Stale) as caught:
        shop.desk.supervisor.execute(AnswerRequest(request["id"], request["version"], "approve"))
    assert caught.value.code == "merge_record_changed"
    assert caught.value.values["name"] == "คุณofficer"
    assert stored(shop, "customer", goes)["active"] == 1


def test_what_cannot_become_one_is_refused_with_the_reason(shop: SellingShop) -> None:
    keeps, goes, third = taken_in(shop), taken_in(shop), taken_in(shop)
    assert refusal(shop, MergeCustomers((keeps, keeps), (1, 1), reason="–")) == "merge_with_itself"
    assert refusal(shop, MergeCustomers((keeps,), (1,), reason="–")) == "merge_how_many"
    assert refusal(shop, MergeCustomers((keeps, 999), (1, 1), reason="–")) == "not_found"
    assert refusal(shop, MergeCustomers((keeps, goes), (1, 7), reason="–")) == (
        "merge_record_changed"
    )
    assert refusal(shop, asking(shop, keeps, goes, choices=(("zone", third),))) == "bad_choice"
    with pytest.raises(NotAllowed, match="other_branch"):
        shop.desk.other.execute(asking(shop, keeps, goes))
    merged(shop, keeps, goes)
    stale = MergeCustomers((third, goes), (1, 2), reason="–")
    assert refusal(shop, stale) == "merge_merged_already"


def test_the_strictest_counts_of_credit_and_consent(shop: SellingShop) -> None:
    credit, officer = shop.desk.credit, shop.desk.officer
    keeps, goes = taken_in(shop), taken_in(shop)
    sums = (Money.of(100), Money.of(0), 30, "การเงิน")
    credit.execute(SetCredit(keeps, False, Money.of(5000), *sums))
    credit.execute(SetCredit(goes, True, Money.ZERO, Money.of(50), Money.of(50), 15, "ERP"))
    officer.execute(GiveConsent(goes, "marketing", "v1", "counter"))
    shop.desk.later(minutes=1)
    officer.execute(WithdrawConsent(goes, "marketing", "phone"))
    shop.desk.later(minutes=1)
    officer.execute(GiveConsent(keeps, "marketing", "v1", "counter"))
    shown = officer.read(merge_preview, (keeps, goes))
    assert (shown.limit, shown.outstanding, shown.blocked) == (
        Money.of(5000),
        Money.of(150),
        True,
    )
    paper = merged(shop, keeps, goes).id
    now = officer.read(customer, keeps)
    assert now.credit is not None
    assert (now.credit.blocked, now.credit.outstanding, now.credit.term_days) == (
        True,
        Money.of(150),
        15,
    )
    assert [each.given for each in now.consents] == [False]
    undone(shop, paper)
    assert [each.given for each in officer.read(customer, keeps).consents] == [True]
    credit.execute(SetCredit(goes, True, Money.of(1), Money.of(50), Money.of(50), 15, "ERP"))
    assert refusal(shop, asking(shop, keeps, goes)) == "merge_two_limits"


# ---------------------------------------------------------------- nothing dangles


def pointers(shop: SellingShop) -> set[tuple[str, str]]:
    """Every column of every table that names a customer, from the schema itself."""
    database, found = shop.store.database, set()
    for table in database.get_tables():
        found |= {(table, key.column) for key in database.get_foreign_keys(table)
                  if key.dest_table == "customer"}  # fmt: skip
        names = {column.name for column in database.get_columns(table)}
        found |= {(table, name) for name in names if name.endswith("customer_id")}
    return found


def test_every_pointer_to_a_customer_was_thought_of(shop: SellingShop) -> None:
    known = (*moves.MOVED, *moves.THROUGH_ALIAS, *moves.OWN, *moves.AS_IT_WAS)
    assert pointers(shop) == set(known)


def test_every_field_of_a_customer_is_chosen_united_or_counted_anew(shop: SellingShop) -> None:
    chosen = {merge_plan.COLUMN_OF.get(field, field) for field in merge_plan.FIELDS}
    columns = {column.name for column in shop.store.database.get_columns("customer")}
    assert columns - chosen == {
        *("id", "version", "code", "branch_id", "active", "created_at"),  # the survivor's own
        *("kind", "tax_branch", "note", "phone", "bare_name", "sort_key"),  # follow from others
        *("contact_on", "due_on", "completeness", "lacking"),  # counted
        *("looked_version", "near_front", "near_back", "merged_into_id"),
        "erased_at",  # nobody merges who was anonymised
    }


# ---------------------------------------------------------------- merge, then undo

APART = {
    *("audit_line", "audit_value", "timeline", "schema_migration", "number_series"),
    *("customer_merge", "customer_merge_part", "customer_merge_move", "letter", "sqlite_sequence"),
    *("customer_trigram_data", "customer_trigram_idx", "customer_trigram_docsize"),
}
COUNTED = {"version", "looked_version"}


def everything(shop: SellingShop) -> dict[str, Any]:
    """All rows of all tables but the record of what happened, and the merge's own paper."""
    database, found = shop.store.database, {}
    paper = "(SELECT id FROM document WHERE kind = 'CM')"
    own = {
        "document": f"id NOT IN {paper}",
        "request": f"document_id NOT IN {paper}",
        "request_step": f"request_id NOT IN (SELECT id FROM request WHERE document_id IN {paper})",
        "document_search": f"id NOT IN {paper}",
        "document_word": f"id NOT IN {paper}",
    }
    own["request_answer"] = own["request_step"]
    for table in sorted(set(database.get_tables()) - APART):
        if table.startswith("document_trigram"):
            continue
        names = [each.name for each in database.get_columns(table) if each.name not in COUNTED]
        text = f"SELECT {', '.join(names)} FROM {table} WHERE {own.get(table, '1 = 1')}"
        rows = database.execute_sql(text).fetchall()
        found[table] = sorted(map(repr, rows))
    return found


PEOPLE_DRAWN = st.fixed_dictionaries(
    {
        "full_name": st.sampled_from(["สมชาย ใจดี", "นาย สมชัย ใจดี", "Somchai"]),
        "zone": st.sampled_from(["", "บางนา"]),
        "email": st.sampled_from(["", "a@b.co", "c@d.co"]),
        "phones": st.lists(
            st.sampled_from(["081-234-5678", "0812345678", "02-111-2222 ต่อ 3"]), min_size=1
        ).map(tuple),
        "contacts": st.lists(
            st.sampled_from([Contact("ก"), Contact("ก", phone="0899999999"), Contact("ข")])
        ).map(tuple),
        "addresses": st.sampled_from([(), (BANG_RAK,)]),
        "note": st.sampled_from(["", "โทรเช้า"]),
        "rhythm": st.sampled_from(["", "A"]),
    }
)
ACTS = st.lists(st.sampled_from(["draft", "issued", "visit", "bill", "credit", "yes"]), max_size=3)


def act(shop: SellingShop, customer_id: int, what: str) -> None:
    """Something that points to the customer then."""
    desk = shop.desk
    if what in ("draft", "issued"):
        saved = shop.draft(customer_id=customer_id)
        if what == "issued":
            shop.submit(saved, issue=True)
    elif what == "visit":
        desk.officer.execute(PlanVisit(customer_id, desk.now.date(), "เยี่ยม"))
    elif what == "yes":
        desk.officer.execute(GiveConsent(customer_id, "marketing", "v1", "line"))
    elif what == "credit":
        sums = (Money.ZERO, Money.of(customer_id), Money.ZERO, 30, "การเงิน")
        desk.credit.execute(SetCredit(customer_id, customer_id % 2 == 0, *sums))
    else:
        with shop.store.write():
            bill = {"bill_number": secrets.token_hex(8), "billed_on": "2026-11-01"}
            bill |= {"due_on": "2026-12-01", "as_of": "2026-11-01", "source": "ERP"}
            shop.store.t.receivable.insert(
                customer_id=customer_id, amount_satang=100, paid_satang=0, **bill
            ).execute()


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(st.tuples(PEOPLE_DRAWN, ACTS), min_size=2, max_size=3))
def test_a_merge_that_is_undone_leaves_everything_as_it_was(
    shop: SellingShop, drawn: list[tuple[dict[str, Any], list[str]]]
) -> None:
    ids = tuple(taken_in(shop, **values) for values, _ in drawn)
    for customer_id, (_, acts) in zip(ids, drawn, strict=True):
        for what in acts:
            act(shop, customer_id, what)
    shop.system.execute(LookForDoubles())
    before = everything(shop)
    paper = merged(shop, *ids).id
    assert list(moves.left_behind(Context(shop.store, SYSTEM, shop.desk.now))) == []
    undone(shop, paper)
    assert everything(shop) == before
    assert sound(shop)


# ---------------------------------------------------------------- at once

TIMES = 2


def test_two_who_merge_at_once_and_one_who_writes_meanwhile_leave_nothing_behind(
    shop: SellingShop,
) -> None:
    """One merge is done, the other is told; what was written meanwhile is the survivor's."""
    pairs = [(taken_in(shop), taken_in(shop)) for _ in range(TIMES)]
    drafts = [SaveQuotation(None, 0, shop.content(customer_id=goes)) for _, goes in pairs]
    merges = [MergeCustomers(pair, (1, 1), reason="–") for pair in pairs]
    turned = [MergeCustomers(pair[::-1], (1, 1), reason="–") for pair in pairs]
    who = {name: number for number, name in enumerate(WHO, start=1)}
    race = Race(
        racers.press,
        shop.store.url,
        [
            (who["director"], tuple(merges)),
            (who["director"], tuple(turned)),
            (who["officer"], tuple(drafts)),
        ],
    )
    race.run()
    first, second, third = race.told
    assert third == ["done"] * TIMES
    for both in zip(first, second, strict=True):
        assert "done" in both
        assert set(both) - {"done"} <= {"merge_merged_already", "merge_record_changed"}
        assert len(set(both)) == 2
    assert list(moves.left_behind(Context(shop.store, SYSTEM, shop.desk.now))) == []
    assert sound(shop)


def test_a_list_of_finance_that_names_the_old_code_means_the_survivor(
    shop: SellingShop, tmp_path: Path
) -> None:
    officer, credit = shop.desk.officer, shop.desk.credit
    keeps, goes = taken_in(shop), taken_in(shop)
    codes = [officer.read(customer, each).code for each in (keeps, goes)]
    merged(shop, keeps, goes)
    file = tmp_path / "credit.csv"
    head = "code,limit,outstanding,overdue\n"
    file.write_text(head + f"{codes[1]},5000,100,0\n", "utf-8")
    credit.execute(ImportCredit(str(file)))
    now = officer.read(customer, keeps)
    assert now.credit is not None
    assert now.credit.outstanding == Money.of(100)
    file.write_text(head + "".join(f"{code},5000,100,0\n" for code in codes), "utf-8")
    with pytest.raises(Refused):
        credit.execute(ImportCredit(str(file)))
