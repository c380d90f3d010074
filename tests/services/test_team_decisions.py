"""What was decided: every figure as one would count it by hand, and nobody's figures twice."""

import json
import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from crm_desktop.domain.authority import Facts, rows_to_json, shipped
from crm_desktop.domain.calendar import WorkCalendar
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.team.decisions import (
    DecisionRow,
    Span,
    decided_page,
    decisions,
    discount_page,
    discounts,
    median,
    percentile,
)
from crm_desktop.services.team.limits import near_limits, splits
from crm_desktop.services.team.members import Scope
from tests.services.office import Office, office
from tests.services.office_papers import Papers, papers

__all__ = ["office", "papers"]

LEVELS = {"own": "OWN", "consult": "CONSULT", "superior": "SUPERIOR"}


class Books:
    """Requests and papers of the small shop, as their commands leave them, seen by the boss."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.t = office.store.t
        person, matrix = self.t.person, self.t.matrix
        with office.store.write():
            below = person.c.username << ("nok", "lek")
            person.update(superior_id=office.id_of("boss")).where(below).execute()
            matrix.insert(
                version=1,
                state="confirmed",
                content=json.dumps(rows_to_json(shipped().rows)),
                reason="",
                effective_from="2026-01-01",
                created_at="2026-01-01",
            ).execute()
        self.month = Span(office.today.replace(day=1), office.today)

    def ask(
        self, level: str, who: str = "nok", *, at: datetime | None = None, **values: Any
    ) -> int:
        """A request of that level; `facts` and `grade` as they were stored with it."""
        facts = values.pop("facts", Facts())
        grade = values.pop("grade", "G3")
        paper = values.pop("paper", None) or self.office.quotation(who)
        asked = at or self.office.now
        stored = {
            "level": LEVELS[level],
            "state": "approved",
            "answerer_id": None,
            "facts": json.dumps(facts.to_json(), ensure_ascii=False),
            "decision": json.dumps({"grade": grade}),
            "amount_satang": facts.amount.satang,
            "asked_at": asked.isoformat(timespec="milliseconds"),
        }
        return self.office.request(paper, who, **{**stored, **values})

    def answer(self, request: int, verdict: str, at: datetime) -> None:
        """What somebody said of it."""
        self.t.request_answer.insert(
            request_id=request,
            position=1,
            person_id=self.office.id_of("boss"),
            verdict=verdict,
            note="",
            at=at.isoformat(timespec="milliseconds"),
        ).execute()

    def rows(self, span: Span | None = None, **how: Any) -> tuple[DecisionRow, ...]:
        found: tuple[DecisionRow, ...] = self.office.desk("boss").read(
            decisions, span or self.month, **how
        )
        return found

    def of(self, who: str, **how: Any) -> DecisionRow:
        return next(row for row in self.rows(**how) if row.person_id == self.office.id_of(who))

    def read(self, query: Any, *asked: Any, **how: Any) -> Any:
        return self.office.desk("boss").read(query, self.month, *asked, **how)


@pytest.fixture
def books(office: Office) -> Books:
    return Books(office)


# ------------------------------------------------------------ levels, answers, waiting


def test_levels_are_counted_per_officer_and_matter(books: Books) -> None:
    for level in ("own", "own", "own", "consult", "superior"):
        books.ask(level)
    books.ask("own", matter="sales_order.issue")
    books.ask("superior", "lek")
    nok, lek = books.of("nok"), books.of("lek")
    assert (nok.own, nok.consult, nok.superior, nok.asked) == (4, 1, 1, 6)
    assert nok.share(nok.own) == Fraction(2, 3)
    assert (lek.own, lek.superior) == (0, 1)
    by_matter = [(r.matter, r.own, r.asked) for r in books.rows(by_matter=True) if r.person_id == 1]
    assert by_matter == [("quotation.issue", 3, 5), ("sales_order.issue", 1, 1)]


def test_what_comes_back_is_measured_by_what_was_answered(books: Books) -> None:
    now = books.office.now
    for verdicts in (("approve",), ("return",), ("reject",), ("advise_for",), ()):
        request = books.ask("superior")
        for verdict in verdicts:
            books.answer(request, verdict, now)
    books.answer(books.ask("superior"), "recall", now)
    books.answer(books.ask("own"), "own", now)
    row = books.of("nok")
    assert (row.asked, row.answered, row.returned, row.rejected) == (7, 4, 1, 1)
    assert row.sent_back == Fraction(1, 2)


def test_the_last_of_several_answers_counts_and_what_came_after_it_does_not(books: Books) -> None:
    start = books.office.now
    request = books.ask("superior")
    books.answer(request, "approve", start + timedelta(minutes=10))
    books.answer(request, "reject", start + timedelta(minutes=30))
    books.answer(request, "void", start + timedelta(minutes=60))
    row = books.of("nok")
    assert (row.answered, row.rejected, row.returned, row.median) == (1, 1, 0, 30)


def test_nothing_is_divided_by_nothing(books: Books) -> None:
    books.ask("superior", state="waiting")
    row = books.of("nok")
    assert (row.sent_back, row.median, row.p90) == (None, None, None)
    assert DecisionRow(1, "", "").share(0) is None


def test_waiting_is_counted_in_working_time(books: Books) -> None:
    saturday = books.office.now.replace(day=21, hour=16, minute=30)
    monday = saturday + timedelta(days=2, hours=-8)
    for minutes, verdict in ((0, "approve"), (15, "return"), (40, "approve")):
        request = books.ask("superior", at=saturday)
        books.answer(request, verdict, monday + timedelta(minutes=minutes))
    row = books.of("nok")
    assert (row.median, row.p90) == (75, 100), "30 minutes of Saturday, the rest of Monday"
    page = books.read(decided_page, "answered", ListQuery())
    assert [each.minutes for each in page.rows] == [100, 75, 60]
    assert [each.verdict for each in page.rows] == ["approve", "return", "approve"]


@pytest.mark.parametrize(
    ("values", "middle", "ninety"),
    [
        ((), None, None),
        ((7,), 7, 7),
        ((1, 2), Fraction(3, 2), 2),
        ((1, 2, 9), 2, 9),
        (tuple(range(1, 11)), Fraction(11, 2), 9),
        (tuple(range(1, 12)), 6, 10),
    ],
)
def test_median_and_ninetieth_percent_are_what_the_page_says_they_are(
    values: tuple[int, ...], middle: Any, ninety: Any
) -> None:
    assert median(values) == middle
    assert percentile(values, 90) == ninety


def test_the_days_of_a_period_are_both_in_it(books: Books) -> None:
    day = books.office.today
    for days in (-2, -1, 0, 1):
        books.ask("own", at=books.office.now.replace(hour=0, minute=0) + timedelta(days=days))
    at_night = books.office.now.replace(hour=23, minute=59, second=59)
    books.ask("own", at=at_night)
    (row,) = books.rows(Span(day - timedelta(days=1), day))
    assert row.asked == 3


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), "period_backwards"),
        (date(2020, 1, 1), date(2026, 11, 1), "period_long"),
    ],
)
def test_a_period_that_is_none_is_refused(
    books: Books, since: date, until: date, code: str
) -> None:
    for query in (decisions, discounts, near_limits, splits):
        with pytest.raises(Refused, match=code):
            books.office.desk("boss").read(query, Span(since, until))


def test_a_supervisor_counts_the_own_line_only_and_officers_nobody(books: Books) -> None:
    books.ask("own", "far", branch_id=2)
    books.ask("own", "nok")
    assert [row.person_id for row in books.rows()] == [1]
    far = replace(books.month, scope=Scope(books.office.id_of("far")))
    for query in (decisions, discounts, near_limits, splits):
        with pytest.raises(NotAllowed, match="not_your_team"):
            books.office.desk("boss").read(query, far)
        with pytest.raises(NotAllowed):
            books.office.desk("nok").read(query, books.month)


def test_every_figure_opens_the_requests_it_counts(books: Books) -> None:
    now = books.office.now
    ids: dict[str, list[int]] = {}
    for level in LEVELS:
        ids[level] = [books.ask(level), books.ask(level, matter="sales_order.issue")]
    for request, verdict in zip(ids["superior"], ("return", "reject"), strict=True):
        books.answer(request, verdict, now)
    row = books.of("nok")
    for figure in ("own", "consult", "superior", "answered", "returned", "rejected", "asked"):
        shown = books.read(decided_page, figure, ListQuery()).rows
        assert len(shown) == getattr(row, figure), figure
    shown = books.read(decided_page, "own", ListQuery(), matter="sales_order.issue").rows
    assert [each.id for each in shown] == ids["own"][1:]
    first = books.read(decided_page, "asked", ListQuery(limit=4))
    rest = books.read(decided_page, "asked", ListQuery(limit=4, after=first.next))
    assert len({each.id for each in (*first.rows, *rest.rows)}) == 6


def test_many_requests_come_to_the_same_counted_another_way(books: Books) -> None:
    """What SQL and the page's own reckoning say, against a plain walk over what was put in."""
    dice, calendar = random.Random(4), WorkCalendar()
    told: list[tuple[str, str, str, str, int | None]] = []
    paper = books.office.quotation()
    with books.office.store.write():
        for _ in range(300):
            who, level = dice.choice(("nok", "lek")), dice.choice(tuple(LEVELS))
            matter = dice.choice(("quotation.issue", "sales_order.issue", "back_order.issue"))
            asked = books.office.now - timedelta(minutes=dice.randrange(20 * 24 * 60))
            request = books.ask(level, who, at=asked, matter=matter, paper=paper, state="approved")
            verdict, minutes = "", None
            if level != "own" and dice.random() < 0.8:
                verdict = dice.choice(("approve", "return", "reject", "advise_for"))
                at = asked + timedelta(minutes=dice.randrange(3000))
                books.answer(request, verdict, at)
                minutes = calendar.minutes_between(asked, at)
            told.append((who, matter, level, verdict, minutes))
    for row in books.rows(by_matter=True):
        mine = [t for t in told if books.office.id_of(t[0]) == row.person_id and t[1] == row.matter]
        waits = sorted(m for *_, m in mine if m is not None)
        assert [row.own, row.consult, row.superior] == [
            sum(t[2] == level for t in mine) for level in LEVELS
        ]
        assert [row.answered, row.returned, row.rejected] == [
            len(waits),
            sum(t[3] == "return" for t in mine),
            sum(t[3] == "reject" for t in mine),
        ]
        assert row.p90 is not None
        within = sum(m <= row.p90 for m in waits)
        assert within * 10 >= len(waits) * 9 > sum(m < row.p90 for m in waits) * 10
        half = sum(m <= (row.median or 0) for m in waits)
        assert half * 2 >= len(waits)
    assert sum(row.asked for row in books.rows()) == 300


# ------------------------------------------------------------ discounts


def sell(
    books: Books, papers: Papers, kind: str, state: str, lines: list[tuple[Any, ...]], **values: Any
) -> int:
    """A paper of (quantity, list price, net) in whole baht, with a source line where given."""
    stamp = {"issued_at": books.office.now.isoformat(timespec="milliseconds"), **values}
    paper = papers.add(kind, state, **stamp)
    for place, (quantity, listed, net, *source) in enumerate(lines):
        books.t.document_line.insert(
            document_id=paper,
            position=place,
            kind="product",
            code="CEM",
            description="ปูน",
            product_group="",
            quantity_milli=quantity * 1000,
            unit="ถุง",
            unit_price_satang=0,
            list_price_satang=None if listed is None else listed * 100,
            discount="",
            net_satang=net * 100,
            vat_class="standard",
            source_id=source[0] if source else None,
        ).execute()
    return paper


def test_discount_is_what_the_list_asks_less_what_was_sold(books: Books, papers: Papers) -> None:
    sell(books, papers, "QT", "issued", [(10, 100, 950), (1, 500, 500)], discount_satang=45_00)
    sell(books, papers, "SO", "handed_off", [(2, 300, 540), (1, None, 999)], owner="lek")
    nok, lek = books.read(discounts)
    assert (nok.person, nok.papers, nok.listed, nok.discount) == (
        "คุณnok",
        1,
        Money.of(1500),
        Money.of(95),
    )
    assert (lek.discount, lek.listed, lek.share) == (Money.of(60), Money.of(600), Fraction(1, 10))


def test_a_discount_is_counted_once_where_it_was_given(books: Books, papers: Papers) -> None:
    quotation = sell(books, papers, "QT", "accepted", [(10, 100, 900)])
    line = next(iter(books.t.document_line.select(books.t.document_line.c.id).tuples()))[0]
    sell(books, papers, "SO", "confirmed", [(10, 100, 900, line)], discount_satang=50_00)
    for state in ("superseded", "cancelled", "lost"):
        sell(books, papers, "QT", state, [(1, 100, 1)])
    sell(books, papers, "PR", "issued", [(1, 100, 1)])
    sell(books, papers, "QT", "issued", [(1, 100, 1)], issued_at="2026-10-31T09:00:00.000+07:00")
    (row,) = books.read(discounts)
    assert (row.discount, row.papers) == (Money.of(100), 2)
    shown = books.read(discount_page, ListQuery()).rows
    assert quotation in [each.id for each in shown]
    assert len(shown) == row.papers


def test_a_paper_dearer_than_the_list_does_not_hide_anothers_discount(
    books: Books, papers: Papers
) -> None:
    sell(books, papers, "QT", "issued", [(1, 100, 150)])
    sell(books, papers, "QT", "issued", [(1, 100, 90)])
    (row,) = books.read(discounts)
    assert row.discount == Money.of(10)


# ------------------------------------------------------------ just under a limit


def facts(amount: int = 100, discount: str = "0", **more: Any) -> Facts:
    return Facts(amount=Money.of(amount), discount=Decimal(discount), **more)


@pytest.mark.parametrize(
    ("given", "near"),
    [
        (facts(47_500), [("amount", Money.of(50_000))]),
        (facts(50_000), [("amount", Money.of(50_000))]),
        (replace(facts(), amount=Money(4_749_999)), []),
        (facts(50_001), []),
        (facts(195_000), [("amount", Money.of(200_000))]),
        (facts(400_000), []),
        (facts(discount="4.75"), [("discount", Decimal(5))]),
        (facts(discount="4.7499"), []),
        (facts(discount="5.01"), []),
        (facts(discount="9.9"), [("discount", Decimal(10))]),
        (facts(49_000, "4.9"), [("amount", Money.of(50_000)), ("discount", Decimal(5))]),
    ],
    ids=str,
)
def test_a_paper_within_five_percent_below_a_bound_is_told(
    books: Books, given: Facts, near: list[tuple[str, Any]]
) -> None:
    request = books.ask("own", facts=given)
    found = books.read(near_limits)
    assert [(row.what, row.bound) for row in found] == near
    assert all(
        (row.id, row.row, row.version) == (request, "quotation.issue/G3", 1) for row in found
    )


def test_the_bounds_are_those_of_the_own_row(books: Books) -> None:
    books.ask("own", facts=facts(490_000), grade="G3")
    mine = books.ask("own", "boss", facts=facts(490_000), grade="G4")
    assert [row.id for row in books.read(near_limits)] == [mine]


def test_a_bound_that_did_not_count_for_the_paper_is_not_come_close_to(books: Books) -> None:
    """Goods from the shelf at list price: any amount is the officer's own."""
    from crm_desktop.domain.authority import Stock

    shelf = facts(49_000, stock=Stock.STOCKED)
    books.ask("own", facts=shelf, matter="sales_order.issue")
    assert books.read(near_limits) == ()
    books.ask("own", facts=replace(shelf, stock=Stock.NONE), matter="sales_order.issue")
    assert len(books.read(near_limits)) == 1


# ------------------------------------------------------------ one order in several papers


def begin(books: Books, baht: int, days: float = 0, **values: Any) -> int:
    begun = books.office.now + timedelta(days=days)
    stamp = begun.isoformat(timespec="milliseconds")
    return books.office.quotation(
        total_satang=baht * 100, created_at=stamp, **{"customer_id": 1, **values}
    )


def test_papers_that_together_pass_a_bound_are_found(books: Books) -> None:
    ids = [begin(books, 30_000, -5), begin(books, 30_000, -3)]
    (row,) = books.read(splits)
    assert [paper.id for paper in row.papers] == ids
    assert (row.total, row.bound, row.matter) == (
        Money.of(60_000),
        Money.of(50_000),
        "quotation.issue",
    )
    assert (row.first_on, row.last_on) == (books.office.day(-5), books.office.day(-3))


@pytest.mark.parametrize(
    "two",
    [
        ({"baht": 30_000, "days": -4}, {"baht": 30_000, "days": -0.9}),
        ({"baht": 30_000}, {"baht": 20_000}),
        ({"baht": 60_000}, {"baht": 1_000}),
        ({"baht": 30_000}, {"baht": 30_000, "customer_id": 2}),
        ({"baht": 30_000}, {"baht": 30_000, "state": "lost"}),
        ({"baht": 30_000}, {"baht": 30_000, "owner": "lek"}),
    ],
    ids=("too far apart", "within", "one alone passes", "others", "given up", "two officers"),
)
def test_papers_that_have_nothing_to_do_with_each_other_are_not(
    books: Books, two: tuple[dict[str, Any], ...]
) -> None:
    for each in two:
        begin(books, **each)
    assert books.read(splits) == ()


def test_one_project_for_two_customers_is_one_order(books: Books) -> None:
    begin(books, 30_000, project="บ้านพักครู")
    begin(books, 30_000, customer_id=2, project="บ้านพักครู")
    begin(books, 30_000, customer_id=2)
    found = books.read(splits)
    assert {(row.customer, row.project) for row in found} == {
        ("ร้านสมชายวัสดุ, บจก. ก่อสร้างไทย", "บ้านพักครู"),
        ("บจก. ก่อสร้างไทย", ""),
    }


def test_revisions_of_one_paper_are_one_paper(books: Books) -> None:
    begin(books, 30_000, base_number="QT01-6911-1", revision=1)
    begin(books, 30_000, base_number="QT01-6911-1", revision=2)
    assert books.read(splits) == ()


def test_a_longer_run_is_told_once(books: Books) -> None:
    ids = [begin(books, 20_000, -3 + day) for day in range(4)]
    (row,) = books.read(splits)
    assert [paper.id for paper in row.papers] == ids
    assert row.bound == Money.of(50_000)
