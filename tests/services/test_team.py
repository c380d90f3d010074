"""Team pages: what each officer has open and late, who sees it, and what is behind a figure."""

from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.team.members import EVERYBODY, Scope, members
from crm_desktop.services.team.officers import FIGURES, OfficerRow, figure_page, officers
from tests.services.office import Office, office
from tests.services.office_papers import Papers, papers

__all__ = ["office", "papers"]


@pytest.fixture(autouse=True)
def line(office: Office) -> None:
    """nok and lek report to boss; far, in the other branch, to nobody."""
    person = office.store.t.person
    with office.store.write():
        below = person.c.username << ("nok", "lek")
        person.update(superior_id=office.id_of("boss")).where(below).execute()


def figures(office: Office, of: str, who: str = "boss", scope: Scope = EVERYBODY) -> OfficerRow:
    rows = office.desk(who).read(officers, scope)
    return next(row for row in rows if row.id == office.id_of(of))


def behind(office: Office, of: str, figure: str, **wanted: Any) -> list[int]:
    query = ListQuery(**wanted)
    page = office.desk("boss").read(figure_page, office.id_of(of), figure, query)
    return [row.id for row in page.rows]


def promote(office: Office, username: str, role: str) -> None:
    person = office.store.t.person
    with office.store.write():
        person.update(roles=role).where(person.c.username == username).execute()
    office.desk(username).become(office.id_of(username))


def test_open_work_is_counted_once_and_summed_without_what_is_over(
    office: Office, papers: Papers
) -> None:
    office.quotation(state="draft", total_satang=100_00)
    office.quotation(state="negotiating", total_satang=200_00)
    papers.add("SO", "handed_off", total_satang=300_00)
    papers.add("PR", "issued", total_satang=400_00)
    for over in ("lost", "expired", "accepted", "superseded", "cancelled"):
        office.quotation(state=over)
    papers.add("SO", "settled")
    papers.add("BO", "delivered")
    office.quotation("lek")
    row = figures(office, "nok")
    assert (row.papers, row.baht) == (4, Money.of(600))
    assert figures(office, "lek").papers == 1


def test_each_figure_opens_exactly_the_papers_it_counts(office: Office, papers: Papers) -> None:
    before, after = office.day(-1).isoformat(), office.day(1).isoformat()
    old = office.quotation(state="draft", created_at=office.day(-8).isoformat())
    new = office.quotation(state="draft", created_at=office.day(-6).isoformat())
    chased = office.quotation(follow_up_on=before)
    office.quotation(follow_up_on=after)
    office.quotation(follow_up_on=office.today.isoformat())
    late = papers.back_order("ordered", "ordered", day=-1)
    papers.back_order("told", "told", day=-1)
    waiting = office.quotation(state="waiting")
    office.request(waiting)
    row = figures(office, "nok")
    shown = {name: getattr(row, name) for name in FIGURES}
    assert shown == {"papers": 8, "waiting": 1, "to_answer": 0, "late": 2, "old_drafts": 1}
    assert behind(office, "nok", "late") == [late, chased]
    assert behind(office, "nok", "old_drafts") == [old]
    assert behind(office, "nok", "waiting") == [waiting]
    assert set(behind(office, "nok", "papers")) >= {old, new, chased, late, waiting}
    assert len(behind(office, "nok", "papers")) == 8


def test_a_request_left_too_long_is_late_for_whoever_is_asked(office: Office) -> None:
    for minutes in (-1, 1):
        due = office.now.replace(minute=30 + minutes).isoformat(timespec="milliseconds")
        paper = office.quotation(state="waiting")
        office.request(paper, due_at=due)
    row = figures(office, "boss")
    assert (row.to_answer, row.late, row.papers) == (2, 1, 0)
    assert figures(office, "nok").late == 0
    assert behind(office, "boss", "to_answer") == [2, 1]
    assert behind(office, "boss", "late") == [1]
    page = office.desk("boss").read(figure_page, office.id_of("boss"), "late", ListQuery())
    assert (page.rows[0].request_id, page.rows[0].late_on) == (1, office.today)


def test_a_long_list_behind_a_figure_comes_in_pages_without_losing_a_paper(office: Office) -> None:
    ids = [office.quotation() for _ in range(5)]
    desk, person = office.desk("boss"), office.id_of("nok")
    first = desk.read(figure_page, person, "papers", ListQuery(limit=3))
    rest = desk.read(figure_page, person, "papers", ListQuery(limit=3, after=first.next))
    assert [row.id for row in (*first.rows, *rest.rows)] == ids[::-1]
    assert rest.next is None


def test_officers_do_not_see_each_others_figures(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.desk("nok").read(officers, EVERYBODY)
    with pytest.raises(NotAllowed):
        office.desk("books").read(officers, EVERYBODY)


def test_a_supervisor_sees_the_own_line_and_a_director_everybody(office: Office) -> None:
    seen = {each.id for each in office.desk("boss").read(members)}
    assert seen == {office.id_of(name) for name in ("nok", "lek", "boss")}
    with pytest.raises(NotAllowed, match="not_your_team"):
        office.desk("boss").read(officers, Scope(office.id_of("far")))
    with pytest.raises(NotAllowed, match="not_your_team"):
        office.desk("boss").read(figure_page, office.id_of("far"), "papers", ListQuery())
    promote(office, "boss", "director")
    assert len(office.desk("boss").read(members)) == 4, "the desk's people, not the till's"
    branch = office.desk("boss").read(officers, Scope(branch_id=2))
    assert [row.id for row in branch] == [office.id_of("far")]
    team = office.desk("boss").read(officers, Scope(team=True))
    assert {row.id for row in team} == {office.id_of(name) for name in ("nok", "lek", "boss")}


def test_who_has_left_stays_in_view_as_long_as_something_is_theirs(office: Office) -> None:
    person = office.store.t.person
    with office.store.write():
        person.update(active=0).where(person.c.username << ("nok", "lek")).execute()
    office.quotation("nok")
    rows = office.desk("boss").read(officers, EVERYBODY)
    assert [(row.id, row.active) for row in rows if not row.active] == [(1, False)]
    assert office.id_of("nok") == 1
