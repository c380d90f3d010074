"""What a shop loses when merged records part badly, or by whom they should not."""

from dataclasses import replace
from pathlib import Path

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.services.customers.consents import GiveConsent
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.customers.merge_lists import merge_card
from crm_desktop.services.customers.rhythms import SaveRounds, rounds_and_version
from crm_desktop.services.customers.unmerging import UndoMerge
from crm_desktop.services.papers.quotations import SaveQuotation
from crm_desktop.services.transfer.intake import ImportFile
from tests.services.desk import desk
from tests.services.merges import (
    BANG_RAK,
    merged,
    owes,
    refusal,
    refusal_of_undo,
    sound,
    stored,
    taken_in,
    undone,
)
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]


def test_what_happened_since_keeps_a_merge_from_being_undone_by_halves(shop: SellingShop) -> None:
    director = shop.desk.director
    keeps, goes, third = taken_in(shop), taken_in(shop, "ก ข ค"), taken_in(shop, "ง จ ฉ")
    draft = shop.draft(customer_id=goes)
    first = merged(shop, keeps, goes).id
    second = merged(shop, third, keeps).id
    assert refusal_of_undo(shop, first) == "undo_later_merge"
    undone(shop, second)
    assert director.read(merge_card, first).obstacle is None
    content = shop.content(customer_id=third)
    version = stored(shop, "document", draft.id)["version"]
    shop.desk.officer.execute(SaveQuotation(draft.id, version, content))
    assert refusal_of_undo(shop, first) == "undo_moved_on"
    content = shop.content(customer_id=keeps)
    shop.desk.officer.execute(SaveQuotation(draft.id, version + 1, content))
    now = director.read(customer, keeps)
    shop.desk.officer.execute(
        SaveCustomer(keeps, now.version, "person", "สมชาย ใหม่", ("081-234-5678",))
    )
    assert refusal_of_undo(shop, first) == "undo_record_changed"
    obstacle = director.read(merge_card, first).obstacle
    assert obstacle is not None
    assert obstacle.values["name"] == "คุณofficer"


def test_a_draft_issued_since_stays_with_the_customer_whose_name_was_printed(
    shop: SellingShop,
) -> None:
    keeps, goes = taken_in(shop), taken_in(shop, "สมชัย ใจดี", phones=("02-999-8888",))
    issued, waits = (shop.draft(customer_id=goes) for _ in range(2))
    paper = merged(shop, keeps, goes)
    version = stored(shop, "document", issued.id)["version"]
    shop.submit(replace(issued, version=version), issue=True)
    assert undone(shop, paper.id) == 1
    assert stored(shop, "document", issued.id)["customer_id"] == keeps
    assert stored(shop, "document", waits.id)["customer_id"] == goes
    assert sound(shop), "the paper is as it was frozen"


def test_an_officer_does_not_part_what_only_the_director_could_merge(shop: SellingShop) -> None:
    keeps, goes = taken_in(shop), taken_in(shop)
    owes(shop, goes)
    paper = merged(shop, keeps, goes)
    with pytest.raises(NotAllowed, match="undo_beyond_authority") as caught:
        undone(shop, paper.id, who="supervisor")
    obstacle = shop.desk.supervisor.read(merge_card, paper.id).obstacle
    assert obstacle is not None
    assert obstacle.values == caught.value.values
    undone(shop, paper.id)


def test_what_the_survivor_owes_keeps_nobody_from_parting_a_record_that_owed_nothing(
    shop: SellingShop,
) -> None:
    keeps, goes = taken_in(shop), taken_in(shop)
    owes(shop, keeps)
    paper = merged(shop, keeps, goes, who="supervisor")
    undone(shop, paper.id, who="supervisor")


def test_credit_and_consent_given_since_are_not_lost_by_parting(shop: SellingShop) -> None:
    keeps, goes = taken_in(shop), taken_in(shop)
    paper = merged(shop, keeps, goes).id
    owes(shop, keeps, 10)
    assert refusal_of_undo(shop, paper) == "undo_credit_changed"
    other, gone = taken_in(shop, "สมหญิง ดี"), taken_in(shop, "สมหญิง ดีมาก")
    paper = merged(shop, other, gone).id
    shop.desk.officer.execute(GiveConsent(other, "marketing", "v1", "phone"))
    assert refusal_of_undo(shop, paper) == "undo_consent_changed"


def test_a_company_that_came_since_is_named_before_its_number_goes_back(shop: SellingShop) -> None:
    numbered = SaveCustomer(
        *(None, 0, "company", "บริษัท ก จำกัด", ("02-111-1111",)),
        tax_number="0105536112014",
        tax_branch="00000",
        addresses=(BANG_RAK,),
    )
    keeps, goes = taken_in(shop), shop.desk.officer.execute(numbered)
    choices = (("tax_number", keeps), ("full_name", keeps))
    paper = merged(shop, keeps, goes, choices=choices).id
    shop.desk.officer.execute(numbered)
    assert refusal_of_undo(shop, paper) == "company_exists"
    assert shop.desk.director.read(merge_card, paper).obstacle is not None


def test_who_is_parted_is_due_by_the_rounds_of_today(shop: SellingShop) -> None:
    keeps, goes = taken_in(shop, rhythm="A"), taken_in(shop, rhythm="A")
    paper = merged(shop, keeps, goes).id
    rounds, version = shop.desk.manager.read(rounds_and_version)
    shop.desk.manager.execute(SaveRounds(version, replace(rounds, a_days=20)))
    due = stored(shop, "customer", keeps)["due_on"]
    undone(shop, paper)
    assert [stored(shop, "customer", each)["due_on"] for each in (keeps, goes)] == [due, due]


def test_undoing_twice_or_without_a_reason_changes_nothing(shop: SellingShop) -> None:
    paper = merged(shop, taken_in(shop), taken_in(shop)).id
    version = stored(shop, "document", paper)["version"]
    assert refusal(shop, UndoMerge(paper, version, " ")) == "undo_reason_needed"
    undone(shop, paper)
    assert refusal(shop, UndoMerge(paper, version, "อีกครั้ง")) == "stale"
    assert refusal(shop, UndoMerge(paper, version + 1, "อีกครั้ง")) == "wrong_state"


@pytest.mark.parametrize("kind", ["receivables", "payments"])
def test_a_bill_that_came_while_they_were_one_goes_to_whom_the_next_list_names(
    shop: SellingShop, tmp_path: Path, kind: str
) -> None:
    """Else no list of bills with its true code could ever come in again; later it is fixed."""
    officer, credit = shop.desk.officer, shop.desk.credit
    keeps, goes = taken_in(shop), taken_in(shop)
    codes = [officer.read(customer, each).code for each in (keeps, goes)]
    paper = merged(shop, keeps, goes).id

    def listed(code: str, kind: str = "receivables", bill: str = "B1") -> int:
        file = tmp_path / f"{kind}.csv"
        rows = f"bill,code,billed,amount\n{bill},{code},2026-11-01,1000\n"
        if kind == "payments":
            day = shop.desk.now.date().isoformat()
            rows = f"reference,bill,code,paid_on,amount\nR1,B1,{code},{day},400\n"
        file.write_text(rows, "utf-8")
        credit.execute(ImportFile(kind, str(file)))
        bills = shop.store.t.receivable
        rows_of = bills.select(bills.c.customer_id).where(bills.c.bill_number == bill)
        return int(next(iter(rows_of.tuples()))[0])

    assert listed(codes[1]) == keeps
    undone(shop, paper)
    shop.desk.later(minutes=1)
    assert listed(codes[1], kind) == goes
    shop.desk.later(days=1)
    if kind == "receivables":
        assert listed(codes[1]) == goes
        assert listed(codes[0], bill="B2") == keeps, "after the parting, so it is theirs for good"
        with pytest.raises(Refused):
            listed(codes[1], bill="B2")


def test_a_bill_that_came_while_three_were_one_finds_its_customer_again(
    shop: SellingShop, tmp_path: Path
) -> None:
    """Parted step by step before the next list: it names who was merged into who was merged."""
    first, second, third = (taken_in(shop) for _ in range(3))
    code = shop.desk.officer.read(customer, first).code
    file = tmp_path / "bills.csv"
    file.write_text(f"bill,code,billed,amount\nB1,{code},2026-11-01,1000\n", "utf-8")
    papers = [merged(shop, second, first).id, merged(shop, third, second).id]
    owners = []
    for _ in range(2):
        shop.desk.credit.execute(ImportFile("receivables", str(file)))
        owners.append(stored(shop, "receivable", 1)["customer_id"])
        for paper in reversed(papers):
            undone(shop, paper)
        papers = []
        shop.desk.later(minutes=1)
    assert owners == [third, first]
    assert sound(shop)
