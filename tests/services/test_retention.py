"""What a shop loses that forgets too soon, or keeps people and files longer than it said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.privacy import Terms, years_before
from crm_desktop.services.attachments import Attach
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.privacy.retention import DropFiles, retention_page
from crm_desktop.services.privacy.terms import SaveTerms, terms_and_version
from tests.services.acts_papers import PNG
from tests.services.desk import desk
from tests.services.merges import refusal, sound, stored, taken_in
from tests.services.shop import SellingShop, shop
from tests.services.test_privacy import MARK, SQLITE, due, person

__all__ = ["desk", "shop"]


def test_the_work_list_has_who_was_not_heard_of_and_no_buyer_of_late(shop: SellingShop) -> None:
    asked, bought = person(shop), taken_in(shop, "ซื้อแล้ว", phones=("02-111-2222",))
    fresh = taken_in(shop, "ซื้อเมื่อวาน", phones=("02-333-4444",))
    shop.desk.later(days=365 * 2 + 30)
    for customer_id, ago in ((bought, 400), (fresh, 1)):
        day = (shop.desk.now.date() - timedelta(days=ago)).isoformat()
        with shop.store.write():
            shop.store.t.sale_bill.insert(
                bill_number=f"B{customer_id}", customer_id=customer_id, billed_on=day,
                amount_satang=100, paid_by="cash", as_of=day, source="POS",
            ).execute()  # fmt: skip
    assert due(shop, "customers") == [shop.customer, asked]
    shop.desk.later(days=365 * 2)
    assert due(shop, "customers") == [shop.customer, asked, bought]
    shop.desk.director.execute(SaveTerms(0, Terms(customers_years=10, enquiries_years=10)))
    assert due(shop, "customers") == []


def test_the_work_list_turns_pages_and_keeps_to_its_index(shop: SellingShop) -> None:
    people = [taken_in(shop, f"คน {n}", phones=(f"02-111-22{n:02d}",)) for n in range(5)]
    shop.desk.later(days=365 * 3)
    seen, after = [], None
    while True:
        wanted = ListQuery(after=after, limit=2)
        page = shop.desk.director.read(retention_page, wanted)
        seen += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert seen == [shop.customer, *people]
    if shop.store.engine == "sqlite":
        from crm_desktop.services.privacy import retention as lists

        for sql in (lists.QUIET, lists.NAMES_DUE, lists.FILES_DUE):
            text = "EXPLAIN QUERY PLAN " + sql.format(mark="?", most=1)
            plan = shop.store.database.execute_sql(text, ("2026", "", "", 0)).fetchall()
            assert not any("SCAN" in row[3] or "TEMP B-TREE" in row[3] for row in plan), plan


@SQLITE
def test_a_scan_that_was_kept_too_long_goes_and_one_on_an_open_paper_stays(
    shop: SellingShop,
) -> None:
    officer = shop.desk.officer
    ids, papers = [], []
    for _ in range(2):
        order = officer.execute(SaveOrder("SP", None, 0, shop.content()))
        ids.append(officer.execute(Attach(order.id, "other", f"บัตร {MARK}.png", PNG)))
        papers.append(order)
    version = stored(shop, "document", papers[0].id)["version"]
    officer.execute(CancelOrder(papers[0].id, version, "เลิก"))
    assert due(shop, "files") == []
    shop.desk.later(days=400)
    assert due(shop, "files") == ids[:1]
    manager = shop.desk.manager
    terms, version = manager.read(terms_and_version)
    manager.execute(SaveTerms(version, replace(terms, files_years=3)))
    assert refusal(shop, DropFiles(tuple(ids[:1])), "supervisor") == "attachment_stays"
    manager.execute(SaveTerms(version + 1, terms))
    assert refusal(shop, DropFiles(tuple(ids)), "supervisor") == "attachment_stays"
    assert shop.desk.supervisor.execute(DropFiles(tuple(ids[:1]))) == 1
    assert due(shop, "files") == []
    value = shop.store.t.audit_value
    kept = [row[0] for row in value.select(value.c.after).where(value.c.field == "name").tuples()]
    assert kept.count(f"บัตร {MARK}.png") == 1, "only the one that is still there"
    assert sound(shop)


@SQLITE
def test_periods_the_law_forbids_are_refused_at_their_field(shop: SellingShop) -> None:
    for field, years in (("papers_years", 4), ("customers_years", 0), ("files_years", 11)):
        with pytest.raises(Refused, match="years_out_of_range") as caught:
            shop.desk.director.execute(SaveTerms(0, replace(Terms(), **{field: years})))
        assert caught.value.field == field
    with pytest.raises(NotAllowed):
        shop.desk.supervisor.execute(SaveTerms(0, Terms()))
    shop.desk.director.execute(SaveTerms(0, Terms(papers_years=7)))
    assert shop.desk.supervisor.read(terms_and_version)[0].papers_years == 7
    assert years_before(date(2028, 2, 29), 1) == date(2027, 2, 28)
