import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop import messages
from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds import KINDS, Kind
from crm_desktop.domain.kinds.base import Submission
from crm_desktop.domain.kinds.quotation import KIND as QUOTATION
from crm_desktop.domain.kinds.quotation import OPEN_STATES, check_follow_up
from crm_desktop.domain.lifecycle import Row, StateTable
from crm_desktop.domain.money import Money
from crm_desktop.domain.permissions import PERMISSIONS

TODAY = date(2026, 11, 22)
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@every_kind
def test_every_state_can_be_reached_and_left_or_is_an_end(kind: Kind) -> None:
    reached = {kind.states.initial}
    while grown := {row.next for row in kind.states.rows if row.state in reached} - reached:
        reached |= grown
    assert reached == set(kind.states.states)
    assert kind.states.finals


@every_kind
def test_from_every_state_the_paper_can_come_to_an_end(kind: Kind) -> None:
    ending = set(kind.states.finals)
    while grown := {row.state for row in kind.states.rows if row.next in ending} - ending:
        ending |= grown
    assert ending == set(kind.states.states)


@every_kind
@given(data=st.data())
def test_what_is_no_row_cannot_happen(kind: Kind, data: st.DataObject) -> None:
    table = kind.states
    state = data.draw(st.sampled_from(table.states))
    event = data.draw(st.sampled_from([*sorted({row.event for row in table.rows}), "nonsense"]))
    if event in table.events(state):
        assert table.next(state, event) in table.states
    else:
        with pytest.raises(WrongState) as caught:
            table.next(state, event)
        assert caught.value.values == {
            "state": f"{kind.name}_state_{state}",
            "event": f"{kind.name}_event_{event}",
        }


@every_kind
def test_every_row_says_who(kind: Kind) -> None:
    assert all(row.who and row.who <= PERMISSIONS.keys() for row in kind.states.rows)
    assert len(kind.states.as_rows()) == len(kind.states.rows)


@every_kind
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_state_event_and_guard_has_a_name(kind: Kind, language: str) -> None:
    parts = sorted((Path(messages.__file__).parent / language).glob("*.po"))
    text = "\n".join(part.read_text("utf-8") for part in parts)
    named = set(re.findall(r'^msgid "(\w+)"$', text, re.MULTILINE))
    needed = {kind.title, *map(kind.fact_label, (fact.key for fact in kind.facts))}
    needed |= {f"{kind.name}_{each.key}_{choice}" for each in kind.facts for choice in each.choices}
    for table in filter(None, (kind.states, kind.goods)):
        needed |= set(map(table.state_code, table.states))
        needed |= {table.event_code(row.event) for row in table.rows}
        needed |= {table.guard_code(row.guard) for row in table.rows if row.guard}
    assert needed - named == set()


@every_kind
def test_a_numbered_kind_takes_its_number_by_an_event_it_has(kind: Kind) -> None:
    events = {row.event for row in kind.states.rows}
    assert kind.numbered_by is None or kind.numbered_by in events


def test_one_event_cannot_lead_two_ways() -> None:
    row = Row("draft", "submit", "ready", None, frozenset({"x"}))
    with pytest.raises(ValueError, match="two rows"):
        StateTable("x", "draft", (row, replace(row, next="waiting")))


def test_buttons_show_what_this_person_may_do_now() -> None:
    offered = QUOTATION.states.offers("waiting", {"request.answer"})
    assert [row.event for row in offered] == ["approve", "approve_within", "return", "reject"]
    assert QUOTATION.states.offers("lost", {"quotation.save"}) == ()


def test_the_main_road_of_a_quotation() -> None:
    state = "draft"
    for event in ("submit", "approve", "issue", "confirm_receipt", "negotiate", "accept"):
        state = QUOTATION.states.next(state, event)
    assert state == "accepted"


def test_only_a_ready_quotation_is_issued() -> None:
    issuing = [row.state for row in QUOTATION.states.rows if row.event == "issue"]
    assert issuing == ["ready"]


@pytest.mark.parametrize("state", OPEN_STATES)
def test_an_issued_quotation_may_be_accepted_on_the_spot_or_cancelled_by_authority(
    state: str,
) -> None:
    assert QUOTATION.states.next(state, "accept") == "accepted"
    assert QUOTATION.states.row(state, "cancel").guard == "authority"


def test_a_draft_is_cancelled_freely_and_a_locked_paper_not_at_all() -> None:
    assert QUOTATION.states.row("draft", "cancel").guard is None
    assert "cancel" not in QUOTATION.states.events("waiting")


def submission(**changes: object) -> Submission:
    good = Submission(TODAY, 1, 2, Money.of(100), TODAY)
    return replace(good, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"customer_id": None}, ["customer_missing"]),
        ({"line_count": 0, "grand_total": Money.ZERO}, ["paper_empty"]),
        ({"grand_total": Money.ZERO}, ["total_not_positive"]),
        ({"valid_until": None}, ["validity_missing"]),
        ({"valid_until": date(2026, 11, 21)}, ["validity_past"]),
        ({"customer_id": None, "valid_until": None}, ["customer_missing", "validity_missing"]),
    ],
)
def test_a_quotation_that_is_not_ready_says_all_that_is_missing(
    changes: dict[str, object], codes: list[str]
) -> None:
    assert [problem.code for problem in QUOTATION.problems(submission(**changes))] == codes


def test_a_large_quotation_is_not_forgotten() -> None:
    check_follow_up(Money.of(5000), None)
    check_follow_up(Money.of("5000.01"), TODAY)
    with pytest.raises(Refused, match="follow_up_missing"):
        check_follow_up(Money.of("5000.01"), None)
