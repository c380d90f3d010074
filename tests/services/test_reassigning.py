"""Work that passes to colleagues: nothing lost, nothing stuck, nothing approved twice."""

from datetime import timedelta
from typing import Any

import pytest

from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.services import integrity
from crm_desktop.services.authority import rerouting
from crm_desktop.services.authority.approvals import AnswerRequest, MarkSeen, RecallRequest
from crm_desktop.services.customers.customer_lists import timeline
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotations import IssueQuotation, Outcome
from crm_desktop.services.people import SavePerson
from crm_desktop.services.team.holdings import held_page, holdings, still_held
from crm_desktop.services.team.members import members
from crm_desktop.services.team.reassigning import Part, Reassign, Reassigned
from crm_desktop.services.today.today import today
from crm_desktop.services.visits.visits import PlanVisit
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop, desk, shop
from tests.services.test_rerouting import asks, change, kept, stricter

__all__ = ["desk", "shop"]

ALL = ("customers", "papers", "visits")


def id_of(username: str) -> int:
    return list(PEOPLE).index(username) + 1


def hire(shop: SellingShop, username: str, **values: Any) -> int:
    """Somebody more at the desk, below the supervisor."""
    given = {"roles": ("officer",), "grade": "G3", "branch_id": 1, **values}
    return shop.desk.administrator.execute(
        SavePerson(
            id=None,
            version=0,
            username=username,
            full_name=f"คุณ{username}",
            full_name_en=username.title(),
            superior_id=given.pop("superior_id", id_of("supervisor")),
            password="a long password",
            **given,
        )
    )


def leave(shop: SellingShop, username: str) -> None:
    change(shop, username, active=False)


def give(
    shop: SellingShop, to: int, *kinds: str, by: str = "supervisor", of: str = "officer"
) -> Reassigned:
    parts = tuple(Part(kind, to) for kind in kinds or ALL)
    done: Reassigned = getattr(shop.desk, by).execute(Reassign(id_of(of), parts, "ลาออก"))
    return done


def superior(shop: SellingShop) -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))


def stored(shop: SellingShop, table: str, record_id: int | None) -> dict[str, Any]:
    named = getattr(shop.store.t, table)
    return dict(next(iter(named.select().where(named.c.id == record_id).dicts())))


def verdict(shop: SellingShop, request_id: int | None, who: str, said: str = "approve") -> str:
    assert request_id is not None
    version = shop.request(request_id)["version"]
    state: str = getattr(shop.desk, who).execute(AnswerRequest(request_id, version, said, "ครบ"))
    return state


def sound(shop: SellingShop) -> bool:
    return shop.system.read(integrity.verify).faults == ()


def test_everything_of_who_leaves_passes_on_and_the_books_stay_sound(shop: SellingShop) -> None:
    to = hire(shop, "new")
    own = shop.desk.officer.execute(
        SaveCustomer(None, 0, "person", "คุณมานะ", phones=("02-123-4567",), owner_id=1)
    )
    draft, issued, asked = shop.draft(), shop.issued(), superior(shop)
    tomorrow = shop.desk.now.date() + timedelta(days=1)
    visit = shop.desk.officer.execute(PlanVisit(own, tomorrow, purpose="ติดตาม"))
    leave(shop, "officer")
    held = shop.desk.supervisor.read(holdings, id_of("officer"))
    assert (held.customers, held.papers, held.visits, held.asked) == (1, 3, 1, 1)
    assert give(shop, to) == Reassigned(customers=1, papers=3, visits=1)
    assert stored(shop, "customer", own)["owner_id"] == to
    assert {stored(shop, "document", each.id)["owner_id"] for each in (draft, issued, asked)} == {
        to
    }
    assert stored(shop, "visit", visit)["officer_id"] == to
    left = shop.desk.supervisor.read(holdings, id_of("officer"))
    assert not left.any
    assert left.asked == 0, "what went with its paper is not listed any more"
    assert shop.desk.supervisor.read(holdings, to).asked == 1
    told = shop.desk.supervisor.read(timeline, own).rows[0]
    assert (told.event, told.detail["giver"], told.detail["taker"]) == (
        "handed_over",
        "คุณofficer",
        "คุณnew",
    )
    assert told.detail["reason"] == "ลาออก"
    assert sound(shop)


def test_a_locked_paper_passes_on_and_is_still_issued_as_it_was_approved(
    shop: SellingShop,
) -> None:
    to, asked = hire(shop, "new"), superior(shop)
    give(shop, to, "papers")
    request = shop.request(asked.request_id)
    assert (request["state"], request["requester_id"]) == ("waiting", id_of("officer"))
    assert verdict(shop, asked.request_id, "supervisor") == "approved"
    assert sound(shop)
    paper = shop.paper(asked.id)
    done = shop.desk.officer.execute(IssueQuotation(asked.id, paper.version, ""))
    assert done.number == "QT01-6911-00001"
    assert sound(shop)


def test_the_new_owner_may_recall_what_the_old_one_asked(shop: SellingShop) -> None:
    to, asked = hire(shop, "new"), superior(shop)
    give(shop, to, "papers")
    shop.desk.other.become(to)
    assert asked.request_id is not None
    version = shop.request(asked.request_id)["version"]
    shop.desk.other.execute(RecallRequest(asked.request_id, version))
    assert shop.paper(asked.id).state == "draft"
    assert stored(shop, "document", asked.id)["frozen_owner_id"] is None


def test_whoever_takes_a_paper_does_not_answer_for_it(shop: SellingShop) -> None:
    asked = superior(shop)
    assert shop.request(asked.request_id)["answerer_id"] == id_of("supervisor")
    done = give(shop, id_of("supervisor"), "papers", by="manager")
    assert (done.papers, done.elsewhere) == (1, 1)
    assert shop.request(asked.request_id)["answerer_id"] == id_of("manager")
    with pytest.raises(NotAllowed, match="not_own_request"):
        verdict(shop, asked.request_id, "supervisor")
    assert verdict(shop, asked.request_id, "manager") == "approved"


def test_handing_over_much_holds_nobody_up_and_forgets_nothing(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(shop)
    waiting = [superior(shop) for _ in range(3)]
    monkeypatch.setattr(rerouting, "BATCH", 1)
    done = give(shop, id_of("supervisor"), "papers", by="manager")
    assert (done.papers, done.elsewhere) == (3, 1)
    kept(shop)
    assert [asks(shop, each) for each in waiting] == ["manager"] * 3


def test_requests_go_to_who_is_named_if_that_person_may_decide_them(shop: SellingShop) -> None:
    head = hire(shop, "head", roles=("supervisor",), grade="G4", superior_id=id_of("manager"))
    weak = hire(shop, "weak", roles=("supervisor",), grade="G3", superior_id=id_of("manager"))
    small, again = superior(shop), superior(shop)
    part = Part("answers", weak, (small.request_id or 0,))
    command = Reassign(id_of("supervisor"), (part, Part("answers", head)), "ลาออก")
    done = shop.desk.manager.execute(command)
    leave(shop, "supervisor")  # what would still wait for them goes up by itself
    assert (done.answers, done.elsewhere, done.stayed) == (1, 0, 1)
    assert shop.request(small.request_id)["answerer_id"] == id_of("manager")
    assert shop.request(again.request_id)["answerer_id"] == head
    assert shop.request(again.request_id)["due_at"] is not None
    shop.desk.other.become(head)
    assert verdict(shop, again.request_id, "other") == "approved"
    assert sound(shop)


def test_a_looser_matrix_meanwhile_gives_nobody_what_was_asked_of_somebody_higher(
    shop: SellingShop,
) -> None:
    stricter(shop)
    asked = superior(shop)
    shop.desk.later(days=1)
    shop.confirm(tuple(rows_to_json(shipped().rows)))
    done = give(shop, id_of("supervisor"), "answers", by="director", of="manager")
    assert (done.answers, done.elsewhere, done.stayed) == (0, 0, 1)
    assert verdict(shop, asked.request_id, "manager") == "approved"


def test_named_records_go_first_and_the_rest_to_somebody_else(shop: SellingShop) -> None:
    one, two = hire(shop, "one"), hire(shop, "two")
    drafts = [shop.draft() for _ in range(3)]
    parts = (Part("papers", two), Part("papers", one, (drafts[1].id,)))
    shop.desk.supervisor.execute(Reassign(id_of("officer"), parts, "งานมากไป"))
    owners = [stored(shop, "document", draft.id)["owner_id"] for draft in drafts]
    assert owners == [two, one, two]


def test_a_list_looked_at_too_long_ago_moves_only_what_is_still_there(shop: SellingShop) -> None:
    to, draft = hire(shop, "new"), shop.draft()
    give(shop, id_of("supervisor"), "papers", by="manager")
    stale = Reassign(id_of("officer"), (Part("papers", to, (draft.id,)),), "ลาออก")
    assert shop.desk.supervisor.execute(stale) == Reassigned()
    assert stored(shop, "document", draft.id)["owner_id"] == id_of("supervisor")


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("officer", "reassign_to_self"),
        ("cashier", "reassign_not_desk"),
        ("other", "reassign_other_branch"),
        ("gone", "reassign_inactive"),
    ],
)
def test_work_goes_to_nobody_who_could_not_do_it(shop: SellingShop, to: str, code: str) -> None:
    draft, gone = shop.draft(), hire(shop, "gone")
    leave(shop, "gone")
    with pytest.raises(Refused, match=code) as refused:
        give(shop, gone if to == "gone" else id_of(to), "papers")
    assert refused.value.field == "to_id"
    assert stored(shop, "document", draft.id)["owner_id"] == id_of("officer")


def test_all_or_nothing_passes_on(shop: SellingShop) -> None:
    to, draft = hire(shop, "new"), shop.draft()
    parts = (Part("papers", to), Part("visits", id_of("cashier")))
    with pytest.raises(Refused, match="reassign_not_desk"):
        shop.desk.supervisor.execute(Reassign(id_of("officer"), parts, "ลาออก"))
    assert stored(shop, "document", draft.id)["owner_id"] == id_of("officer")


@pytest.mark.parametrize(
    ("parts", "reason", "code"),
    [
        ((), "ลาออก", "reassign_nothing"),
        ((Part("papers", 2),), " ", "reason_needed"),
        ((Part("money", 2),), "ลาออก", "bad_choice"),
    ],
)
def test_it_is_said_what_is_missing(
    shop: SellingShop, parts: tuple[Part, ...], reason: str, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        shop.desk.supervisor.execute(Reassign(id_of("officer"), parts, reason))


def test_only_a_head_of_theirs_hands_over(shop: SellingShop) -> None:
    command = Reassign(id_of("other"), (Part("papers", id_of("officer")),), "ลาออก")
    with pytest.raises(NotAllowed, match="not_your_team"):
        shop.desk.supervisor.execute(command)
    with pytest.raises(NotAllowed):
        shop.desk.officer.execute(command)
    assert shop.desk.director.execute(command) == Reassigned()


def test_what_is_held_is_listed_kind_by_kind(shop: SellingShop) -> None:
    asked = superior(shop)
    read = shop.desk.supervisor.read
    (paper,) = read(held_page, id_of("officer"), "papers", ListQuery()).rows
    assert (paper.id, paper.opens, paper.state, paper.kind) == (
        asked.id,
        "quotation",
        "waiting",
        "QT",
    )
    (mine,) = read(held_page, id_of("officer"), "asked", ListQuery()).rows
    (theirs,) = read(held_page, id_of("supervisor"), "answers", ListQuery()).rows
    assert mine.id == theirs.id == asked.request_id
    assert (mine.opens, mine.reference) == ("request", paper.reference)


def test_work_of_who_left_is_told_to_heads_until_it_is_handed_over(shop: SellingShop) -> None:
    to = hire(shop, "new")
    shop.draft()
    shop.issued()
    superior(shop)
    held = shop.desk.administrator.read(still_held, 1)
    assert (held["papers"], held["answers"], held["asked"]) == (3, 0, 1)
    leave(shop, "officer")

    def told(who: str) -> list[Any]:
        sections = getattr(shop.desk, who).read(today).sections
        return [
            line for part in sections if part.code == "today_left_behind" for line in part.lines
        ]

    for who in ("supervisor", "manager", "director"):
        (line,) = told(who)
        assert (line.kind, line.record_id, line.person) == ("left", 1, "คุณofficer")
        assert line.values == {"customers": 0, "papers": 3, "visits": 0, "answers": 0}
    assert told("other") == []
    give(shop, to, "papers")
    assert told("supervisor") == []


def test_work_of_who_has_another_post_by_now_is_handed_over_too(shop: SellingShop) -> None:
    to = hire(shop, "new")
    draft = shop.draft()
    change(shop, "officer", roles=("cashier",))
    assert shop.desk.supervisor.read(holdings, 1).papers == 1
    give(shop, to, "papers")
    assert stored(shop, "document", draft.id)["owner_id"] == to
    assert "คุณofficer" not in {each.name for each in shop.desk.director.read(members)}
    with pytest.raises(NotAllowed, match="not_your_team"):
        shop.desk.supervisor.read(holdings, 1)


def test_what_comes_back_after_the_paper_was_handed_over_is_its_owners_to_mend(
    shop: SellingShop,
) -> None:
    to, asked = hire(shop, "new"), superior(shop)
    give(shop, to, "papers")
    leave(shop, "officer")
    verdict(shop, asked.request_id, "supervisor", "return")
    shop.desk.other.become(to)
    parts = {part.code: part.lines for part in shop.desk.other.read(today).sections}
    assert [line.document_id for line in parts["today_answers"]] == [asked.id]
    assert parts["today_returned"] == ()
    shop.desk.other.execute(MarkSeen(asked.request_id or 0))
    parts = {part.code: part.lines for part in shop.desk.other.read(today).sections}
    assert [line.record_id for line in parts["today_returned"]] == [asked.id]
