"""The matrix is law on the desk: nobody changes it alone, unseen, or after the fact."""

# ruff: noqa: F401, F811 - fixtures are imported

from dataclasses import replace
from datetime import date, timedelta

import pytest
from peewee import DatabaseError

from crm_desktop.application import Application
from crm_desktop.domain.authority import (
    Facts,
    Grade,
    Level,
    Matrix,
    Row,
    ladder,
    shipped,
)
from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.messages import explain, known
from crm_desktop.services.authority.matrices import (
    ConfirmMatrix,
    DraftMatrix,
    DropMatrix,
    matrix_in_force,
    matrix_version,
    matrix_versions,
    standing,
)
from crm_desktop.services.authority.questions import Question, what_if
from tests.services.desk import Desk, desk

TODAY = date(2026, 11, 22)
SENTENCES = (
    "matrix_backdated",
    "matrix_branch_unknown",
    "matrix_confirmed_already",
    "matrix_needs_grade",
    "matrix_needs_owner",
    "matrix_replaced_gone",
    "matrix_second_person",
)


def with_limit(baht: int, branch: str | None = None) -> tuple[Row, ...]:
    """The shipped rows, with another limit for an officer's quotation."""
    amount = ladder("amount", (Level.OWN, Money.of(baht)), (Level.SUPERIOR, None))
    wanted = Row("quotation.issue", Grade.G3, (amount,), branch)
    if branch:
        return (*shipped().rows, wanted)
    return tuple(wanted if row.key == wanted.key else row for row in shipped().rows)


def draft(
    who: Application, rows: tuple[Row, ...] | None = None, day: date = TODAY, reason: str = "ใหม่"
) -> int:
    return who.execute(DraftMatrix.of(rows or shipped().rows, reason, day))


def in_force(desk: Desk) -> Matrix:
    return desk.officer.read(matrix_in_force)


def level(desk: Desk, baht: int) -> Level:
    facts = Facts(amount=Money.of(baht))
    return desk.officer.read(what_if, Question("quotation.issue", facts, "G3")).level


def test_a_draft_decides_nothing_until_a_second_person_confirms(desk: Desk) -> None:
    version = draft(desk.director)
    assert in_force(desk).version == 0
    assert level(desk, 10_000) is Level.SUPERIOR
    desk.manager.execute(ConfirmMatrix(version))
    assert in_force(desk).version == version
    assert level(desk, 10_000) is Level.OWN


@pytest.mark.parametrize("author", ["director", "manager", "administrator"])
def test_the_author_is_told_who_else_may_confirm(desk: Desk, author: str) -> None:
    program: Application = getattr(desk, author)
    version = draft(program)
    with pytest.raises(NotAllowed) as refused:
        program.execute(ConfirmMatrix(version))
    assert refused.value.code == "matrix_second_person"
    told = program.read(standing, version).refusal
    assert told is not None
    assert explain(told) == explain(refused.value)


def test_an_officer_neither_drafts_nor_confirms(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        draft(desk.officer)
    version = draft(desk.director)
    with pytest.raises(NotAllowed):
        desk.officer.execute(ConfirmMatrix(version))
    with pytest.raises(NotAllowed):
        desk.officer.execute(DropMatrix(version))


def test_a_manager_below_the_grade_does_not_confirm(desk: Desk) -> None:
    version = draft(desk.director)
    desk.store.t.person.update(grade="G4").where(desk.store.t.person.c.id == 3).execute()
    with pytest.raises(NotAllowed) as refused:
        desk.manager.execute(ConfirmMatrix(version))
    assert refused.value.code == "matrix_needs_grade"


def test_where_nobody_else_could_confirm_the_record_says_alone(desk: Desk) -> None:
    version = draft(desk.director)
    person = desk.store.t.person
    person.update(active=0).where(person.c.username.in_(["manager", "administrator"])).execute()
    assert desk.director.read(standing, version).alone
    desk.director.execute(ConfirmMatrix(version))
    assert [each.alone for each in desk.officer.read(matrix_versions)] == [True]
    assert in_force(desk).alone


def test_an_administrator_confirms_only_together_with_the_owner(desk: Desk) -> None:
    version = draft(desk.manager)
    with pytest.raises(NotAllowed) as refused:
        desk.administrator.execute(ConfirmMatrix(version))
    assert refused.value.code == "matrix_needs_owner"
    told = desk.administrator.read(standing, version).refusal
    assert told is not None
    assert told.code == "matrix_needs_owner"
    person = desk.store.t.person
    person.update(grade="G6").where(person.c.username == "manager").execute()
    with pytest.raises(NotAllowed, match="matrix_needs_owner"):
        desk.administrator.execute(ConfirmMatrix(version))
    desk.administrator.execute(ConfirmMatrix(draft(desk.director)))
    assert in_force(desk).author == "คุณdirector"


def test_two_administrators_never_make_the_law_between_themselves(desk: Desk) -> None:
    person = desk.store.t.person
    person.update(roles="administrator").where(person.c.username == "other").execute()
    version = draft(desk.administrator)
    for owner_there in (True, False):
        with pytest.raises(NotAllowed) as refused:
            desk.other.execute(ConfirmMatrix(version))
        assert refused.value.code == "matrix_needs_owner"
        with pytest.raises(NotAllowed) as refused:
            desk.administrator.execute(ConfirmMatrix(version))
        wanted = "matrix_second_person" if owner_there else "matrix_needs_owner"
        assert refused.value.code == wanted
        gone = person.c.username.in_(["manager", "director"])
        person.update(active=0).where(gone).execute()
    assert in_force(desk).version == 0


def test_the_second_person_named_is_one_whose_role_confirms(desk: Desk) -> None:
    person = desk.store.t.person
    person.update(grade="G5").where(person.c.username == "officer").execute()
    gone = person.c.username.in_(["manager", "administrator"])
    person.update(active=0).where(gone).execute()
    assert desk.director.read(standing, draft(desk.director)).alone


def test_a_changed_draft_takes_the_place_of_the_old_one(desk: Desk) -> None:
    old = draft(desk.director)
    changed = DraftMatrix.of(with_limit(60_000), "แก้ร่าง", TODAY, replaces=old)
    new = desk.manager.execute(changed)
    assert [(each.version, each.author) for each in desk.officer.read(matrix_versions)] == [
        (new, "คุณmanager")
    ]
    line = desk.store.t.audit_line
    told = line.select(line.c.event).where(line.c.record == "matrix", line.c.record_id == old)
    assert [event for (event,) in told.order_by(line.c.id).tuples()] == ["drafted", "replaced"]


@pytest.mark.parametrize("meanwhile", [ConfirmMatrix, DropMatrix])
def test_a_draft_that_went_meanwhile_is_not_replaced_and_nothing_is_stored(
    desk: Desk, meanwhile: type[ConfirmMatrix] | type[DropMatrix]
) -> None:
    old = draft(desk.director)
    desk.manager.execute(meanwhile(old))
    before = desk.officer.read(matrix_versions)
    with pytest.raises(WrongState) as refused:
        desk.director.execute(DraftMatrix.of(with_limit(60_000), "แก้ร่าง", TODAY, replaces=old))
    assert refused.value.code == "matrix_replaced_gone"
    assert desk.officer.read(matrix_versions) == before


def test_the_second_person_stands_in_the_record(desk: Desk) -> None:
    version = draft(desk.director, reason="  ปรับวงเงิน ")
    desk.administrator.execute(ConfirmMatrix(version))
    [shown] = desk.officer.read(matrix_versions)
    assert (shown.author, shown.confirmed_by) == ("คุณdirector", "คุณadministrator")
    assert (shown.reason, shown.alone, shown.in_force) == ("ปรับวงเงิน", False, True)


@pytest.mark.parametrize(
    ("day", "reason", "code", "field"),
    [
        (TODAY - timedelta(days=1), "ใหม่", "matrix_backdated", "effective_from"),
        (TODAY, "  ", "reason_needed", "reason"),
    ],
)
def test_no_version_begins_in_the_past_or_without_a_reason(
    desk: Desk,
    day: date,
    reason: str,
    code: str,
    field: str,
) -> None:
    with pytest.raises(Refused) as refused:
        draft(desk.director, day=day, reason=reason)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert desk.officer.read(matrix_versions) == ()


def test_a_gap_is_refused_and_nothing_is_stored(desk: Desk) -> None:
    rows = list(shipped().rows)
    amount = rows[0].conditions[0]
    holed = replace(
        amount, bands=(amount.bands[0]._replace(to=Money.of(40_000)), *amount.bands[1:])
    )
    rows[0] = replace(rows[0], conditions=(holed, *rows[0].conditions[1:]))
    with pytest.raises(Refused) as refused:
        draft(desk.director, tuple(rows))
    assert (refused.value.code, refused.value.field) == ("authority_gap_between", "rows")
    assert desk.officer.read(matrix_versions) == ()


def test_a_row_of_a_branch_that_does_not_exist_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        draft(desk.director, with_limit(1_000, branch="1"))
    assert refused.value.code == "matrix_branch_unknown"
    assert draft(desk.director, with_limit(1_000, branch="02")) == 1


def test_a_version_takes_over_on_its_day_and_not_before(desk: Desk) -> None:
    desk.manager.execute(ConfirmMatrix(draft(desk.director)))
    later = draft(desk.director, with_limit(90_000), TODAY + timedelta(days=2))
    desk.manager.execute(ConfirmMatrix(later))
    sooner = draft(desk.director, with_limit(70_000), TODAY + timedelta(days=1))
    desk.manager.execute(ConfirmMatrix(sooner))
    states = [(each.in_force, each.ahead) for each in desk.officer.read(matrix_versions)]
    assert states == [(False, True), (False, True), (True, False)]
    assert level(desk, 60_000) is Level.CONSULT
    desk.later(days=1)
    assert in_force(desk).version == sooner
    assert level(desk, 60_000) is Level.OWN
    desk.later(days=1)
    assert in_force(desk).version == later


def test_of_two_versions_for_one_day_the_newer_decides(desk: Desk) -> None:
    for baht in (60_000, 70_000):
        desk.manager.execute(ConfirmMatrix(draft(desk.director, with_limit(baht))))
    assert level(desk, 65_000) is Level.OWN


def test_an_old_version_stays_as_it_was(desk: Desk) -> None:
    first = draft(desk.director)
    desk.manager.execute(ConfirmMatrix(first))
    desk.manager.execute(ConfirmMatrix(draft(desk.director, with_limit(90_000))))
    assert desk.officer.read(matrix_version, first).rows == shipped().rows


def test_a_draft_can_go_and_a_confirmed_version_cannot(desk: Desk) -> None:
    version = draft(desk.director)
    desk.manager.execute(DropMatrix(version))
    assert desk.officer.read(matrix_versions) == ()
    version = draft(desk.director)
    desk.manager.execute(ConfirmMatrix(version))
    for command in (DropMatrix(version), ConfirmMatrix(version)):
        with pytest.raises(WrongState) as refused:
            desk.manager.execute(command)
        assert refused.value.code == "matrix_confirmed_already"
    with pytest.raises(Refused):
        desk.manager.execute(ConfirmMatrix(99))


@pytest.mark.parametrize("change", ["UPDATE matrix SET content = '[]'", "DELETE FROM matrix"])
def test_the_database_itself_guards_a_confirmed_version(
    desk: Desk,
    change: str,
) -> None:
    desk.manager.execute(ConfirmMatrix(draft(desk.director)))
    with pytest.raises(DatabaseError, match="append-only"), desk.store.write():
        desk.store.database.execute_sql(change)
    assert in_force(desk).rows == shipped().rows


def test_names_are_written_as_the_reader_writes_them(desk: Desk) -> None:
    draft(desk.director)
    desk.store.t.person.update(language="en").where(desk.store.t.person.c.id == 1).execute()
    english = Application(desk.store, lambda: desk.now)
    english.become(1)
    assert [each.author for each in english.read(matrix_versions)] == ["Director"]


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_refusal_has_its_sentence(code: str, language: str) -> None:
    assert known(code, language)
