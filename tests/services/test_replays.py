"""Before a version is confirmed, the shop sees which papers of late it would have moved."""

# ruff: noqa: F401, F811 - fixtures are imported

from dataclasses import replace
from pathlib import Path

import pytest

from crm_desktop.domain.authority import Grade, Level, Row, Step, ladder, rows_to_json, shipped
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange.sheets import write_sheet
from crm_desktop.messages import known
from crm_desktop.services.authority import replays
from crm_desktop.services.authority.matrices import DraftMatrix
from crm_desktop.services.authority.replays import Replay, replay, replay_sheet
from tests.services.desk import Desk, desk
from tests.services.shop import SellingShop, shop


def limited(baht: int, *grades: Grade) -> tuple[Row, ...]:
    """The shipped rows with one other limit for a quotation, of the officer by default."""

    def row(old: Row) -> Row:
        if old.matter != "quotation.issue" or old.grade not in (grades or (Grade.G3,)):
            return old
        amount = ladder("amount", (Level.OWN, Money.of(baht)), (Level.SUPERIOR, None))
        return replace(old, conditions=(amount, *old.conditions[1:]))

    return tuple(map(row, shipped().rows))


def drafted(shop: SellingShop, rows: tuple[Row, ...]) -> int:
    return shop.desk.director.execute(DraftMatrix.of(rows, "ลอง", shop.desk.now.date()))


def replayed(shop: SellingShop, version: int, days: int = 7, who: str = "manager") -> Replay:
    return getattr(shop.desk, who).read(replay, version, days)


def test_a_stricter_draft_names_the_papers_that_the_officer_could_no_longer_issue(
    shop: SellingShop,
) -> None:
    small = shop.submit(shop.draft(shop.line(quantity=10)))
    shop.customer = shop.new_customer("อีกราย")
    large = shop.submit(shop.draft(shop.line(quantity=200)))
    found = replayed(shop, drafted(shop, limited(20_000)))
    (row,) = found.rows
    assert (row.document_id, row.change) == (large.id, "stricter")
    assert row.document_id != small.id
    assert (row.before.level, row.after.level) == (Level.OWN, Level.SUPERIOR)
    assert row.after.answerer == "คุณsupervisor"
    assert (row.kind, row.customer, row.officer) == ("QT", "อีกราย", "คุณofficer")
    assert row.amount == Money.of(30_000)
    assert (found.papers, found.changes, found.more) == (2, {"stricter": 1}, False)
    assert [(t.key, t.papers, t.elsewhere) for t in found.matters] == [("quotation.issue", 2, 1)]
    assert [(t.name, t.papers, t.elsewhere) for t in found.officers] == [("คุณofficer", 2, 1)]


def test_a_milder_draft_says_what_the_officer_would_decide_alone(shop: SellingShop) -> None:
    asked = shop.submit(shop.draft(shop.line(quantity=500)))
    found = replayed(shop, drafted(shop, limited(100_000)))
    assert [(row.document_id, row.change) for row in found.rows] == [(asked.id, "milder")]
    assert found.rows[0].before.level is Level.CONSULT


def test_another_answerer_counts_although_the_level_is_the_same(shop: SellingShop) -> None:
    asked = shop.submit(shop.draft(shop.line("TILE", discount="12%")))
    shop.customer = shop.new_customer("อีกราย")
    shop.submit(shop.draft(shop.line(quantity=1)))
    version = drafted(shop, limited(1_000, Grade.G4))
    shop.customer = shop.new_customer("รายที่สาม")
    big = shop.submit(shop.draft(shop.line("TILE", quantity=30, discount="12%")))
    found = replayed(shop, version)
    assert [(row.document_id, row.change) for row in found.rows] == [(big.id, "answerer")]
    (row,) = found.rows
    assert (row.before.answerer, row.after.answerer) == ("คุณsupervisor", "คุณmanager")
    assert asked.id not in {each.document_id for each in found.rows}


def test_a_step_before_the_superior_is_another_way(shop: SellingShop) -> None:
    shop.submit(shop.draft(shop.line("TILE", discount="12%")))
    first = shipped().rows[0]
    steps = (Step.CREDIT, Step.SUPERIOR)
    discount = first.conditions[1]
    bands = (*discount.bands[:-1], discount.bands[-1]._replace(steps=steps))
    row = replace(
        first,
        conditions=(first.conditions[0], replace(discount, bands=bands), *first.conditions[2:]),
    )
    found = replayed(shop, drafted(shop, (row, *shipped().rows[1:])))
    (moved,) = found.rows
    assert (moved.change, moved.before.credit_first, moved.after.credit_first) == (
        "answerer",
        False,
        True,
    )


def test_the_version_that_decided_is_the_measure_not_the_one_in_force_now(
    shop: SellingShop,
) -> None:
    shop.submit(shop.draft(shop.line(quantity=200)))
    shop.confirm(tuple(rows_to_json(limited(20_000))))
    assert replayed(shop, 1).rows == ()
    assert replayed(shop, 2).changes == {"stricter": 1}


def test_only_the_days_asked_for_are_looked_at(shop: SellingShop) -> None:
    shop.submit(shop.draft(shop.line(quantity=200)))
    version = drafted(shop, limited(20_000))
    shop.desk.later(days=9)
    assert (replayed(shop, version, 7).papers, replayed(shop, version, 10).papers) == (0, 1)
    for days in (0, replays.LONGEST_DAYS + 1):
        with pytest.raises(Refused) as caught:
            replayed(shop, version, days)
        assert (caught.value.code, caught.value.field) == ("replay_days", "days")


def test_customers_papers_are_for_heads_and_of_their_own_branch(shop: SellingShop) -> None:
    shop.submit(shop.draft(shop.line(quantity=200)))
    shop.submit(shop.draft(shop.line(quantity=200), who="other"), who="other")
    version = drafted(shop, limited(20_000))
    assert (replayed(shop, version).papers, replayed(shop, version, who="supervisor").papers) == (
        2,
        1,
    )
    for who in ("officer", "administrator", "credit"):
        with pytest.raises(NotAllowed):
            replayed(shop, version, who=who)


def test_what_is_not_kept_is_counted_all_the_same(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replays, "KEPT", 2)
    monkeypatch.setattr(replays, "CHUNK", 2)
    for number in range(5):
        shop.customer = shop.new_customer(f"ราย {number}")
        shop.submit(shop.draft(shop.line(quantity=200)))
    heard: list[tuple[int, int]] = []
    found = shop.desk.manager.read(
        replay, drafted(shop, limited(20_000)), 7, lambda done, of: heard.append((done, of))
    )
    assert (found.changes, len(found.rows), found.more) == ({"stricter": 5}, 2, True)
    assert found.rows[0].id > found.rows[1].id
    assert heard == [(2, 5), (4, 5), (5, 5)]


def test_who_gives_up_waiting_ends_the_work(shop: SellingShop) -> None:
    shop.submit(shop.draft(shop.line(quantity=200)))

    def stop(_done: int, _of: int) -> None:
        raise Refused("given_up")

    with pytest.raises(Refused, match="given_up"):
        shop.desk.manager.read(replay, 1, 7, stop)


def test_the_list_goes_out_as_a_sheet(shop: SellingShop, tmp_path: Path) -> None:
    shop.submit(shop.draft(shop.line(quantity=200)))
    found = replayed(shop, drafted(shop, limited(20_000)))
    sheet = shop.desk.manager.read(replay_sheet, found)
    (row,) = sheet.rows
    assert len(row) == len(sheet.heading)
    assert row[-3:] == ("เข้มขึ้น", "อนุมัติเอง", "นำเสนอ: คุณsupervisor (G4)")
    write_sheet(tmp_path / "replay.xlsx", sheet)


def test_every_word_of_a_replay_is_in_the_catalogue() -> None:
    codes = [f"replay_{change}" for change in replays.CHANGES]
    codes += [f"replay_level_{level.name.lower()}" for level in Level]
    assert [code for code in codes for lang in ("th", "en") if not known(code, lang)] == []
