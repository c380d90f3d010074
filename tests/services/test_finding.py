"""One box that must find everything one may see, and nothing else."""

import pytest

from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.finding import Hits, find
from crm_desktop.store import search
from tests.services.desk import Desk, desk

__all__ = ["desk"]


@pytest.fixture
def shop(desk: Desk) -> Desk:
    """A customer, a paper of each branch, and a product, all of one number."""
    number = desk.officer.execute(SaveCustomer(None, 0, "person", "คุณ 00042", ("081-234-5678",)))
    with desk.store.write():
        for paper, branch in ((1, 1), (2, 2)):
            reference = f"QT0{branch}-6911-00042"
            desk.store.t.document.insert(
                kind="QT", state="issued", number=reference, draft_reference=f"D-{paper}",
                family_id=paper, branch_id=branch, owner_id=1, edited_by_id=1, customer_id=number,
                created_at="2026-11-22T09:00:00.000+07:00", valid_days=30, prices_include_vat=1,
                vat_rate="7", total_satang=107,
            ).execute()  # fmt: skip
            search.put(desk.store, "document", search.Record(paper, (), (reference,)))
        desk.store.t.product.insert(
            code="P-00042", name="ปูน", sort_key="", unit="ถุง", imported_at="2026-11-22T09:00+07:00"
        ).execute()
        search.put(desk.store, "product", search.Record(1, ("ปูน",), ("P-00042",)))
    return desk


def test_the_box_finds_customers_papers_and_goods_at_once(shop: Desk) -> None:
    hits = shop.manager.read(find, "00042")
    assert [row.name for row in hits.customers] == ["คุณ 00042"]
    assert [(paper.reference, paper.customer) for paper in hits.papers] == [
        ("QT02-6911-00042", "คุณ 00042"),
        ("QT01-6911-00042", "คุณ 00042"),
    ]
    assert [row.code for row in hits.products] == ["P-00042"]


def test_papers_of_another_branch_stay_its_own(shop: Desk) -> None:
    hits = shop.officer.read(find, "00042")
    assert [paper.reference for paper in hits.papers] == ["QT01-6911-00042"]


def test_who_may_not_read_the_business_finds_nothing(shop: Desk) -> None:
    assert shop.administrator.read(find, "00042") == Hits()
    assert shop.manager.read(find, "  ") == Hits()


def test_orders_are_found_by_whoever_may_read_them(shop: Desk) -> None:
    with shop.store.write():
        table = shop.store.t.document
        table.update(kind="SO", number="SO01-6911-00042").where(table.c.id == 1).execute()
    found = shop.sales.read(find, "00042").papers
    assert [(paper.kind, paper.reference) for paper in found] == [("SO", "SO01-6911-00042")]
    assert [paper.kind for paper in shop.receiving.read(find, "00042").papers] == ["SO"]
