"""Many papers at once: each file has its record and each record its file, whatever goes wrong."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf
import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Unavailable
from crm_desktop.exchange import many, placing
from crm_desktop.exchange.many import Batch, Outcome, Run
from crm_desktop.printing import layout, render
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers import batches, documents
from crm_desktop.services.papers.batches import Going, Picked, TakeOutMany, picked, staying
from crm_desktop.services.papers.exits import TakeOut
from crm_desktop.services.registry import Context
from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
FORMS = pytest.mark.parametrize("one", [False, True], ids=["many files", "one file"])


@dataclass
class Watch:
    """Whoever waits; `after` does something once so many papers are done."""

    after: dict[int, Callable[[], object]] = field(default_factory=dict)
    cancelled: bool = False
    seen: list[tuple[int, int]] = field(default_factory=list)

    def report(self, part: int, whole: int) -> None:
        self.seen.append((part, whole))
        self.after.pop(part, bool)()


def issued(shop: SellingShop, count: int) -> tuple[Picked, ...]:
    """Quotations that may leave, the newest first as the list shows them."""
    for number in range(count):
        shop.issued(customer_id=shop.new_customer(f"ร้านที่ {number}"))
    return shown(shop)


def shown(shop: SellingShop, **filters: Any) -> tuple[Picked, ...]:
    page = shop.desk.officer.read(picked, "quotations", ListQuery(filters=filters))
    return page.rows


def save(
    shop: SellingShop, target: Path, papers: tuple[Picked, ...], *, one: bool = False, **asked: Any
) -> Outcome:
    watch = asked.pop("watch", Watch())
    target = target / "all.pdf" if one else target
    return Run(Batch(papers, target, one, **asked), shop.desk.officer, watch).go()


def recorded(shop: SellingShop) -> list[tuple[int, int]]:
    """Paper and copy of every exit on record."""
    table = shop.store.t.document_print
    return sorted(table.select(table.c.document_id, table.c.copy).tuples())


def texts(folder: Path) -> list[str]:
    """What can be read in each file of a folder, by name."""
    return [
        "".join(page.extract_text() for page in pypdf.PdfReader(each).pages)
        for each in sorted(folder.iterdir())
    ]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder, beside the database."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few together that a handful of papers shows what hundreds would."""
    monkeypatch.setattr(many, "TOGETHER", 3)


@FORMS
def test_every_file_has_its_record_and_every_record_its_file(
    shop: SellingShop, out: Path, one: bool
) -> None:
    papers, watch = issued(shop, 4), Watch()
    done = save(shop, out, papers, one=one, watch=watch)
    assert (done.saved, done.left_out, done.stopped, done.cancelled) == (4, [], None, False)
    assert recorded(shop) == sorted((each.id, 0) for each in papers)
    assert sorted(done.files) == sorted(out.iterdir())
    assert watch.seen == [(number, 4) for number in range(1, 5)]
    found = "".join(texts(out))
    numbers = [found.index(each.reference) for each in papers]
    assert not one or numbers == sorted(numbers), "in the order of the list"


@FORMS
def test_what_may_not_leave_is_named_and_stops_no_other(
    shop: SellingShop, out: Path, one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued(shop, 2)
    draft = shop.draft().id
    broken, altered = shop.issued(remarks="unprintable").id, shop.issued().id
    cleaned = layout.printable_paper

    def printable(paper: Any) -> Any:
        if paper.remarks == "unprintable":
            raise Refused("font_lacks_characters", characters="?")
        return cleaned(paper)

    monkeypatch.setattr(render, "printable_paper", printable)
    table = shop.store.t.document
    with shop.store.write():
        table.update(remarks="x").where(table.c.id == altered).execute()
    papers = shown(shop)
    why = shop.desk.officer.read(staying, tuple(each.id for each in papers), "save")
    assert {each.id: each.code for each in why} == {
        draft: "batch_draft",
        altered: "paper_not_as_approved",
    }
    done = save(shop, out, papers, one=one)
    left = {each.id: why.code for each, why in done.left_out}
    assert left == {
        draft: "batch_draft",
        altered: "paper_not_as_approved",
        broken: "font_lacks_characters",
    }
    assert done.saved == 2
    assert {each for each, _ in recorded(shop)} == {each.id for each in papers} - left.keys()
    assert "unprintable" not in "".join(texts(out))


@FORMS
def test_a_paper_that_is_printed_elsewhere_meanwhile_gets_its_own_number_of_copy(
    shop: SellingShop, out: Path, one: bool
) -> None:
    papers = issued(shop, 3)
    other = papers[1].id
    watch = Watch({3: lambda: shop.desk.supervisor.execute(TakeOut(other, "print"))})
    done = save(shop, out, papers, one=one, watch=watch)
    assert (done.saved, done.left_out) == (3, [])
    assert [pair for pair in recorded(shop) if pair[0] == other] == [(other, 0), (other, 1)]
    marked = [text for text in texts(out) if "สำเนา" in text]
    assert len(marked) == 1
    assert papers[1].reference in marked[0]
    assert len(list(out.iterdir())) == (1 if one else 3)


@FORMS
def test_one_that_is_printed_elsewhere_again_and_again_is_left_out_at_last(
    shop: SellingShop, out: Path, one: bool
) -> None:
    papers = issued(shop, 2)

    class Busy(Watch):
        def report(self, part: int, whole: int) -> None:
            shop.desk.supervisor.execute(TakeOut(papers[0].id, "print"))

    done = save(shop, out, papers, one=one, watch=Busy())
    assert [(each.id, why.code) for each, why in done.left_out] == [
        (papers[0].id, "batch_other_copy")
    ]
    assert done.saved == 1
    assert len(list(out.iterdir())) == 1
    (text,) = texts(out)
    assert papers[1].reference in text
    assert papers[0].reference not in text


@SQLITE
@pytest.mark.parametrize(("one", "at", "saved"), [(False, 5, 3), (True, 5, 0), (True, 8, 0)])
def test_what_was_saved_before_a_cancel_stays_and_nothing_else(
    shop: SellingShop, out: Path, three: None, one: bool, at: int, saved: int
) -> None:
    papers, watch = issued(shop, 8), Watch()
    watch.after = {at: lambda: setattr(watch, "cancelled", True)}
    done = save(shop, out, papers, one=one, watch=watch)
    assert done.cancelled
    assert done.saved == len(recorded(shop)) == len(list(out.iterdir())) == saved


@SQLITE
def test_one_file_that_is_given_up_is_not_set_to_its_end(shop: SellingShop, out: Path) -> None:
    papers, watch = issued(shop, 4), Watch()
    watch.after = {2: lambda: setattr(watch, "cancelled", True)}
    assert save(shop, out, papers, one=True, watch=watch).cancelled
    assert watch.seen[-1] == (2, 4)


@SQLITE
def test_papers_are_held_in_one_order_so_that_no_two_batches_wait_for_each_other(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, held, hold = issued(shop, 3), list[int](), documents.hold

    def holding(context: Context, document_id: int) -> None:
        held.append(document_id)
        hold(context, document_id)

    monkeypatch.setattr(documents, "hold", holding)
    goings = [Going(each.id, "th", 0, "original") for each in papers]
    shop.desk.officer.execute(TakeOutMany((goings[2], goings[0], goings[1]), "save"))
    assert list(dict.fromkeys(held)) == sorted(each.id for each in papers)
    held.clear()
    assert shop.desk.officer.execute(TakeOut(papers[0].id, "print")) == 1
    assert held == [papers[0].id], "and whoever prints waits for them instead of being refused"


@SQLITE
def test_a_folder_never_gives_way_to_a_file(shop: SellingShop, out: Path) -> None:
    papers = issued(shop, 1)
    (out / "all.pdf").mkdir()
    (out / "all.pdf" / "kept").write_text("x")
    done = save(shop, out, papers, one=True)
    assert done.stopped is not None
    assert done.stopped.code == "file_unwritable"
    assert [each.name for each in out.rglob("*")] == ["all.pdf", "kept"]
    assert recorded(shop) == []


@SQLITE
def test_a_full_disk_keeps_what_was_saved_and_says_so(
    shop: SellingShop, out: Path, three: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, room = issued(shop, 8), iter(range(4))
    beside = placing.place_beside

    def full(pdf: bytes, target: Path) -> Any:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        return beside(pdf, target)

    monkeypatch.setattr(many, "place_beside", full)
    done = save(shop, out, papers)
    assert done.stopped is not None
    assert done.stopped.code == "batch_disk_full"
    assert done.saved == len(recorded(shop)) == len(list(out.iterdir())) == 4


@SQLITE
@FORMS
def test_a_folder_that_is_gone_is_a_sentence_and_nothing_is_recorded(
    shop: SellingShop, out: Path, one: bool
) -> None:
    done = save(shop, out / "gone", issued(shop, 2), one=one)
    assert done.stopped is not None
    assert done.stopped.code == "file_unwritable"
    assert recorded(shop) == []


@FORMS
def test_files_whose_exit_cannot_be_recorded_are_taken_away_again(
    shop: SellingShop, out: Path, one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = issued(shop, 2)

    def gone(_command: Any) -> Any:
        raise Unavailable("database_gone")

    monkeypatch.setattr(shop.desk.officer, "execute", gone)
    (out / "all.pdf").write_text("yesterday")
    done = save(shop, out, papers, one=one)
    assert done.stopped is not None
    assert [each.read_text() for each in out.iterdir()] == ["yesterday"]


@SQLITE
def test_the_one_file_that_fails_after_its_records_says_how_many_there_are(
    shop: SellingShop, out: Path, three: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, door = issued(shop, 5), shop.desk.officer
    execute, answers = door.execute, iter(range(1))

    def half(command: Any) -> Any:
        if next(answers, None) is None:
            raise Unavailable("database_gone")
        return execute(command)

    monkeypatch.setattr(door, "execute", half)
    done = save(shop, out, papers, one=True)
    assert done.stopped is not None
    assert (done.stopped.code, done.stopped.values["count"]) == ("batch_recorded_only", 3)
    assert [*out.iterdir()] == []


@SQLITE
def test_files_neither_overwrite_each_other_nor_what_is_there(shop: SellingShop, out: Path) -> None:
    buyer = shop.new_customer("ร้าน: A/B <วัสดุ>")
    paper = shop.issued(customer_id=buyer)
    papers = shown(shop)
    name = f"{papers[0].reference} ร้าน- A-B -วัสดุ-"
    (out / f"{name}.pdf").write_text("yesterday")
    save(shop, out, papers)
    save(shop, out, papers)
    assert sorted(each.stem for each in out.iterdir()) == [name, f"{name} (2)", f"{name} (3)"]
    assert (out / f"{name}.pdf").read_text() == "yesterday"
    assert shop.paper(paper.id).print_count == 2


@SQLITE
@FORMS
def test_drafts_go_along_only_when_asked_and_are_never_recorded(
    shop: SellingShop, out: Path, one: bool
) -> None:
    shop.draft()
    issued(shop, 1)
    done = save(shop, out, shown(shop), one=one, drafts=True, way="terminal")
    assert (done.saved, done.left_out) == (2, [])
    assert len(recorded(shop)) == 1
    assert sum("ฉบับร่าง" in text for text in texts(out)) == 1


@SQLITE
def test_each_paper_is_set_in_its_customers_language_unless_another_is_asked(
    shop: SellingShop, out: Path
) -> None:
    shop.issued(language="en")
    shop.issued()
    save(shop, out, shown(shop))
    assert sorted("QUOTATION" in text.upper() for text in texts(out)) == [False, True]
    save(shop, out, shown(shop), one=True, language="en")
    table = shop.store.t.document_print
    languages = sorted(row[0] for row in table.select(table.c.language).tuples())
    assert languages == ["en", "en", "en", "th"]


@SQLITE
def test_a_batch_reaches_no_farther_than_the_list_and_its_reader(shop: SellingShop) -> None:
    issued(shop, 2)
    shop.draft()
    assert len(shown(shop, state=["draft"])) == 1
    assert shop.desk.other.read(picked, "quotations", ListQuery()).rows == ()
    with pytest.raises(NotAllowed):
        shop.desk.credit.read(picked, "quotations", ListQuery())
    with pytest.raises(Refused, match="bad_choice"):
        shop.desk.officer.read(picked, "secrets", ListQuery())
    first = shown(shop)[0]
    going = batches.Going(first.id, "th", 0, "")
    (kept,) = shop.desk.other.execute(TakeOutMany((going,), "save"))
    assert kept.code == "other_branch"
    assert recorded(shop) == []


@SQLITE
def test_deposits_and_orders_leave_by_the_same_way(shop: SellingShop, out: Path) -> None:
    money = DepositShop(shop)
    order = money.order()
    money.held(order, 100)
    money.ask(order)
    for name, count in (("deposits", 2), ("orders", 1)):
        papers = shop.desk.officer.read(picked, name, ListQuery()).rows
        done = save(shop, out, papers)
        assert (done.saved, done.left_out) == (count, [])
    assert len(recorded(shop)) == 3
