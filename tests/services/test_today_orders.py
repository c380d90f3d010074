"""Today about orders and money: nobody forgets goods, a promise, or what a customer paid."""

from collections.abc import Iterator
from typing import Any

import pytest

from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import known, sentence
from crm_desktop.services.registry import Context
from crm_desktop.services.today import today
from crm_desktop.services.today.today import Line
from tests.services.office import PEOPLE, Office, office
from tests.services.office_papers import Papers, papers

__all__ = ["office", "papers"]

BIG = ("document", "document_line", "goods_stage", "deposit", "deposit_claim", "request", "visit")


def lines(office: Office, who: str, section: str, *, whole: bool | None = None) -> list[Line]:
    found = office.desk(who).read(today.today, whole=whole)
    return [line for each in found.sections for line in each.lines if each.code == section]


def codes(office: Office, who: str, section: str) -> list[str]:
    return [line.code for line in lines(office, who, section)]


def ids(office: Office, who: str, section: str, *, whole: bool | None = None) -> list[int]:
    return [line.record_id for line in lines(office, who, section, whole=whole)]


# ------------------------------------------------------------ money


def test_the_cashier_sees_which_money_is_to_come_and_which_is_to_clear(
    office: Office, papers: Papers
) -> None:
    order = papers.back_order("confirmed", "short")
    expected = papers.deposit("expected", order, number=None, draft_reference="D-ABCD")
    cheque = papers.deposit("awaiting", order)
    papers.deposit("awaiting", order, "transfer")
    papers.deposit("held", order)
    (line,) = lines(office, "till", "today_deposits")
    assert (line.kind, line.record_id, line.reference) == ("deposit", expected, "D-ABCD")
    assert (line.code, line.values["paper"]) == ("today_deposit_expected", "BO01-6911-00001")
    assert line.actions == ("open", "done")
    assert ids(office, "till", "today_clearing")[0] == cheque
    assert codes(office, "books", "today_clearing") == [
        "today_clearing_cheque",
        "today_clearing_transfer",
    ]
    assert lines(office, "books", "today_deposits") == []


def test_credit_finance_pays_what_was_approved_and_nothing_else(
    office: Office, papers: Papers
) -> None:
    deposit = papers.deposit("held", papers.back_order("confirmed", "short"))
    papers.claim(deposit, "waiting")
    papers.claim(deposit, "done")
    papers.claim(deposit, "approved", "deposit.forfeit")
    approved = papers.claim(deposit, "approved")
    (line,) = lines(office, "books", "today_refunds")
    assert (line.kind, line.record_id, line.document_id) == ("deposit_claim", approved, deposit)
    assert (str(line.amount), line.values) == ("500.00", {"payee": "คุณสมชาย"})
    assert lines(office, "till", "today_refunds") == []


def test_a_cheque_that_bounced_after_the_goods_were_ordered_is_told_until_asked_anew(
    office: Office, papers: Papers
) -> None:
    early = papers.back_order("confirmed", "short")
    papers.deposit("bounced", early)
    ordered = papers.back_order("ordered", "ordered")
    papers.deposit("bounced", ordered, total_satang=70_000)
    (line,) = lines(office, "nok", "today_bounced")
    assert (line.kind, line.record_id, str(line.amount)) == ("back_order", ordered, "700.00")
    assert line.late
    assert ids(office, "books", "today_bounced") == [ordered]
    assert lines(office, "lek", "today_bounced") == []
    papers.deposit("cancelled", ordered)
    assert ids(office, "nok", "today_bounced") == [ordered]
    papers.deposit("expected", ordered)
    assert ids(office, "nok", "today_bounced") == []


def test_sales_hears_of_a_cheque_that_bounced_while_they_buy_and_not_before(
    office: Office, papers: Papers
) -> None:
    order = papers.back_order("requested", "requested")
    early = papers.back_order("confirmed", "short")
    papers.deposit("bounced", early)
    request = papers.add("PR", "acknowledged", parent_id=order)
    papers.add("PR", "received", parent_id=order)
    deposit = papers.deposit("bounced", order)
    (line,) = lines(office, "buyer", "today_bounced_buying")
    assert (line.kind, line.record_id, line.amount) == ("purchase_request", request, None)
    number = papers.t.document.select(papers.t.document.c.number)
    assert (
        line.values["deposit"]
        == next(iter(number.where(papers.t.document.c.id == deposit).tuples()))[0]
    )
    assert lines(office, "nok", "today_bounced_buying") == [], "theirs is the back order"
    papers.deposit("expected", order)
    assert lines(office, "buyer", "today_bounced_buying") == []


def test_money_held_for_a_paper_that_is_over_waits_for_somebody_to_say_what_becomes_of_it(
    office: Office, papers: Papers
) -> None:
    papers.deposit("held", papers.back_order("ordered", "ordered"))
    cancelled = papers.add("SO", "cancelled")
    papers.deposit("cancelled", cancelled)
    left = papers.deposit("partly_used", papers.add("SP", "refused"))
    asked = papers.deposit("held", cancelled)
    claim = papers.claim(asked, "waiting", "deposit.forfeit")
    for who in ("nok", "boss"):
        (line,) = lines(office, who, "today_left_over")
        assert (line.kind, line.record_id, line.actions) == ("deposit", left, ("open",))
    assert lines(office, "lek", "today_left_over") == []
    assert lines(office, "till", "today_left_over") == []
    claims = papers.t.deposit_claim
    claims.update(state="dropped").where(claims.c.id == claim).execute()
    assert ids(office, "nok", "today_left_over") == [left, asked]


# ------------------------------------------------------------ promises


def test_goods_that_failed_inspection_are_chased_until_a_new_day_is_known(
    office: Office, papers: Papers
) -> None:
    special = papers.add("SP", "ordered", first=-1, day=-1)
    line = papers.stand(special, open=5)
    request = papers.add("PR", "confirmed", parent_id=special)
    bought = papers.stand(request, ordered=5)
    papers.failed(special, line, "reject")
    papers.failed(request, bought, "replace")
    for who in ("nok", "buyer"):
        (found,) = lines(office, who, "today_risks")
        assert (found.record_id, found.code) == (special, "today_replacement_awaited")
        assert found.actions == ("open", "put_off"), "the day that is over is told nobody"
    assert codes(office, "buyer", "today_undated") == ["today_purchase_replacement"]
    document = papers.t.document
    day = office.day(9).isoformat()
    document.update(promised_on=day).where(document.c.id << (special, request)).execute()
    assert codes(office, "nok", "today_risks") == ["today_promise_moved"]
    assert lines(office, "buyer", "today_undated") == []
    document.update(state="declined").where(document.c.id == request).execute()
    document.update(state="deposit_held").where(document.c.id == special).execute()
    assert codes(office, "nok", "today_risks") == ["today_replacement_to_order"]


def test_a_replacement_without_any_promise_is_chased_too(office: Office, papers: Papers) -> None:
    special = papers.add("SP", "confirmed")
    papers.failed(special, papers.stand(special, open=5), "reject")
    (found,) = lines(office, "nok", "today_risks")
    assert (found.code, found.due, found.late) == ("today_replacement_to_order", None, True)


def test_a_promise_that_is_over_near_or_moved_unsaid_is_at_risk(
    office: Office, papers: Papers
) -> None:
    late = papers.back_order("ordered", "ordered", first=-2, day=-2)
    now = papers.back_order("requested", "requested", first=0, day=0)
    near = papers.back_order("confirmed", "short", first=3, day=3)
    papers.back_order("ordered", "ordered", first=4, day=4)
    moved = papers.back_order("ordered", "ordered", first=-1, day=9)
    special = papers.add("SP", "ordered", first=1, day=1)
    papers.stand(special, open=1)
    found = lines(office, "nok", "today_risks")
    assert [(line.record_id, line.code) for line in found] == [
        (late, "today_promise_late"),
        (now, "today_promise_now"),
        (special, "today_promise_near"),
        (near, "today_promise_near"),
        (moved, "today_promise_moved"),
    ]
    assert [line.late for line in found] == [True, False, False, False, False]
    assert ids(office, "buyer", "today_risks") == [late, now, special, near, moved]
    papers.told(moved, "promise", office.day(9).isoformat())
    assert moved not in ids(office, "nok", "today_risks")


def test_a_customer_told_of_an_older_day_is_told_again_when_it_moves(
    office: Office, papers: Papers
) -> None:
    moved = papers.back_order("ordered", "ordered", first=1, day=20)
    papers.told(moved, "promise", office.day(10).isoformat())
    assert codes(office, "nok", "today_risks") == ["today_promise_moved"]


def test_goods_that_are_here_are_at_no_risk(office: Office, papers: Papers) -> None:
    papers.back_order("told", "told", first=-9, day=-9, arrived=-1)
    partly = papers.add("BO", "partly_delivered", first=-9, day=-9, arrived=-1)
    papers.stand(partly, delivered=2)
    papers.stand(partly, allocated=2)
    assert lines(office, "nok", "today_risks") == []
    papers.stand(partly, short=1)
    assert ids(office, "nok", "today_risks") == [partly]


# ------------------------------------------------------------ goods


def test_the_customer_is_told_once_that_goods_are_here_and_then_waited_for(
    office: Office, papers: Papers
) -> None:
    to_give = papers.back_order("arrived", "received", arrived=0)
    to_tell = papers.back_order("arrived", "allocated", arrived=-1)
    special = papers.add("SP", "inspected", arrived=0)
    waiting = papers.back_order("told", "told", arrived=-40)
    assert ids(office, "nok", "today_allocate") == ids(office, "gate", "today_allocate")
    assert ids(office, "nok", "today_allocate") == [to_give]
    assert ids(office, "nok", "today_tell") == [to_tell, special]
    assert codes(office, "nok", "today_tell") == ["today_tell_late", "today_tell_now"]
    (line,) = lines(office, "nok", "today_uncollected")
    assert (line.record_id, line.code, line.values) == (
        waiting,
        "today_uncollected_long",
        {"days": 40},
    )
    papers.told(special, "arrival")
    assert ids(office, "nok", "today_uncollected") == [waiting, special]
    assert lines(office, "buyer", "today_tell") == [], "the desk tells its own customers"


def test_sales_finds_requests_that_nobody_took_up_or_that_have_no_day(
    office: Office, papers: Papers
) -> None:
    yesterday = f"{office.day(-1).isoformat()}T10:00:00+07:00"
    old = papers.add("PR", "issued", issued_at=yesterday)
    new = papers.add("PR", "issued")
    undated = papers.add("PR", "acknowledged")
    late = papers.add("PR", "confirmed", first=-3, day=-3)
    papers.add("PR", "partly_received", first=2, day=2)
    found = lines(office, "buyer", "today_purchases")
    assert [(line.record_id, line.late) for line in found] == [(old, True), (new, False)]
    assert ids(office, "buyer", "today_undated") == [undated, late]
    assert lines(office, "nok", "today_purchases") == []


@pytest.mark.parametrize(
    ("who", "section", "kind", "state"),
    [
        ("truck", "today_handed_off", "SO", "handed_off"),
        ("gate", "today_inspect", "SP", "arrived"),
        ("buyer", "today_quotes", "SP", "signed"),
        ("nok", "today_quotes", "SP", "signed"),
        ("books", "today_unbilled", "SO", "delivered"),
        ("nok", "today_ready", "SP", "quoted"),
        ("nok", "today_ready", "BO", "ready"),
    ],
)
def test_who_has_the_next_step_sees_it(
    office: Office, papers: Papers, who: str, section: str, kind: str, state: str
) -> None:
    paper = papers.add(kind, state)
    papers.add(kind, "cancelled")
    (line,) = lines(office, who, section)
    assert (line.record_id, line.kind) == (paper, KINDS[kind].name)


def test_another_branchs_work_stays_there_and_a_colleagues_too(
    office: Office, papers: Papers
) -> None:
    far = papers.add("SO", "handed_off", "far")
    theirs = papers.back_order("arrived", "allocated", "lek", arrived=0)
    assert lines(office, "truck", "today_handed_off") == []
    assert far not in ids(office, "boss", "today_tell")
    assert lines(office, "nok", "today_tell") == []
    assert ids(office, "boss", "today_tell") == [theirs]
    assert ids(office, "boss", "today_tell", whole=False) == []


# ------------------------------------------------------------ answers, counts, news


def test_an_answer_opens_the_paper_that_was_asked_about(office: Office, papers: Papers) -> None:
    office.request(papers.add("BO", "ready", number=None), state="approved")
    office.request(papers.deposit("held", 1), state="returned", matter="deposit.refund")
    assert [line.paper for line in lines(office, "nok", "today_answers")] == [
        "deposit",
        "back_order",
    ]


def test_the_rail_counts_orders_and_money_where_they_are_worked_on(
    office: Office, papers: Papers
) -> None:
    order = papers.back_order("arrived", "allocated", arrived=0)
    papers.back_order("told", "told", arrived=0)
    papers.deposit("expected", order)
    papers.add("PR", "issued")
    assert office.desk("nok").read(today.counts) == today.Counts(today=2, orders=1)
    assert office.desk("till").read(today.counts) == today.Counts(today=1, deposits=1)
    assert office.desk("buyer").read(today.counts) == today.Counts(today=1, orders=1)


def test_beside_today_stands_how_many_lines_are_ones_own_whatever_the_role(
    office: Office, papers: Papers
) -> None:
    assert list(everything(office, papers))
    for who in PEOPLE:
        sections = office.desk(who).read(today.today, whole=False).sections
        assert not any(section.more for section in sections)
        shown = sum(len(section.lines) for section in sections)
        assert office.desk(who).read(today.counts).today == shown, who


def test_the_counts_stay_one_read(office: Office, papers: Papers) -> None:
    asked: list[str] = []
    execute = office.store.database.execute_sql

    def counted(sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    context = context_of(office, "boss")
    office.store.database.execute_sql = counted
    try:
        today.counts(context)
    finally:
        office.store.database.execute_sql = execute
    assert len([sql for sql in asked if "COUNT(" in sql]) == 1


def test_news_are_what_somebody_else_began(office: Office, papers: Papers) -> None:
    order = papers.back_order("arrived", "allocated", arrived=0, first=-1, day=-1)
    papers.deposit("expected", order)
    papers.add("PR", "issued")
    papers.add("PR", "acknowledged")
    assert [line.section for line in office.desk("nok").read(today.news)] == ["today_tell"]
    assert [line.section for line in office.desk("till").read(today.news)] == ["today_deposits"]
    assert [line.section for line in office.desk("buyer").read(today.news)] == ["today_purchases"]


def everything(office: Office, papers: Papers) -> Iterator[Line]:
    """A line of every kind that the sections above can have."""
    old = f"{office.day(-3).isoformat()}T10:00:00+07:00"
    order = papers.back_order("ordered", "ordered", first=-1, day=-1)
    for state, values in (("expected", {}), ("expected", {"created_at": old}), ("awaiting", {})):
        papers.claim(papers.deposit(state, order, **values), "approved")
    for stage, arrived in (("received", 0), ("allocated", 0), ("allocated", -2), ("told", -99)):
        papers.back_order("arrived", stage, arrived=arrived)
    for kind, state in (("SO", "handed_off"), ("SO", "delivered"), ("SP", "signed")):
        papers.add(kind, state)
    for state in ("quoted", "arrived", "inspected"):
        papers.add("SP", state, arrived=0)
    for state, day in (("issued", 1), ("acknowledged", 1), ("confirmed", -1)):
        papers.add("PR", state, first=day, day=day)
    papers.add("PR", "issued", issued_at=old)
    papers.deposit("bounced", order)
    bought = papers.add("PR", "confirmed", parent_id=order)
    papers.failed(bought, papers.stand(bought, ordered=5), "replace")
    papers.deposit("held", papers.add("SO", "cancelled"))
    for state in ("confirmed", "ordered"):
        special = papers.add("SP", state)
        papers.failed(special, papers.stand(special, open=5), "reject")
        papers.add("PR", "confirmed", parent_id=special)
    for who in PEOPLE:
        for section in office.desk(who).read(today.today).sections:
            yield from section.lines


def test_every_line_is_a_sentence_without_a_gap_in_both_languages(
    office: Office, papers: Papers
) -> None:
    for line in everything(office, papers):
        for language in ("th", "en"):
            assert known(line.code, language)
            words = sentence(line.code, language, **line.values)
            assert "{" not in words
            assert words.strip()


def context_of(office: Office, who: str) -> Context:
    actor = office.desk(who).actor
    assert actor is not None
    return Context(office.store, actor, office.now)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("whole", [True, False])
def test_no_section_reads_every_paper_of_the_shop(office: Office, who: str, whole: bool) -> None:
    context, database = context_of(office, who), office.store.database
    for part in today.PARTS:
        if not context.actor.may(part.permission):
            continue
        text, values = part.rows(context, whole).limit(today.SHOWN).sql()
        plan = [row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {text}", values)]
        names = dict(aliases(text))
        scanned = [step.split() for step in plan if step.startswith("SCAN ")]
        whole_tables = [step for step in scanned if step[-1] not in partial(database)]
        assert [step for step in whole_tables if names.get(step[1]) in BIG] == [], part.code


def partial(database: Any) -> list[str]:
    """The indexes that hold only what is open; reading one of them whole is the point of it."""
    text = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
    return [row[0] for row in database.execute_sql(text)]


def aliases(text: str) -> Iterator[tuple[str, str]]:
    """(alias, table) of a statement as peewee writes it."""
    words = text.replace('"', "").split()
    for at, word in enumerate(words):
        if word in ("FROM", "JOIN") and words[at + 2] == "AS":
            yield words[at + 3], words[at + 1]
