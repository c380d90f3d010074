"""The versions of the authority matrix: drafted by one person, confirmed by a second."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Self

from crm_desktop.domain import permissions
from crm_desktop.domain.authority import (
    TOP,
    Decider,
    Grade,
    Matrix,
    MatrixState,
    Row,
    rows_from_json,
    rows_to_json,
    validate,
)
from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.services import people
from crm_desktop.services.authority import delegations
from crm_desktop.services.registry import FOLLOWERS, Command, Context, handles, query
from crm_desktop.services.series import next_in_series
from crm_desktop.store.orm import SQL

SERIES = "MX"
CONFIRMING_GRADES = (Grade.G5, Grade.G6)
UNDECIDED = Matrix(0, ())


@dataclass(frozen=True)
class DraftMatrix(Command[int]):
    """A new version as a draft, `rows` as `rows_to_json` writes them; answers its number.

    It takes the place of the draft `replaces`: a draft is no more changed in place than a
    confirmed version is.
    """

    name: ClassVar[str] = "matrix.draft"
    rows: tuple[Mapping[str, Any], ...]
    reason: str
    effective_from: date
    replaces: int | None = None

    @classmethod
    def of(
        cls, rows: Iterable[Row], reason: str, effective_from: date, replaces: int | None = None
    ) -> Self:
        """The draft of rows that were read or made, such as those of a spreadsheet."""
        return cls(tuple(rows_to_json(rows)), reason, effective_from, replaces)


@dataclass(frozen=True)
class ConfirmMatrix(Command[None]):
    """Puts a draft into force from its day on; a second person does it."""

    name: ClassVar[str] = "matrix.confirm"
    version: int


@dataclass(frozen=True)
class DropMatrix(Command[None]):
    """Takes a draft away that is not to come into force."""

    name: ClassVar[str] = "matrix.drop"
    permission: ClassVar[str] = "matrix.draft"
    version: int


@dataclass(frozen=True, slots=True)
class MatrixVersion:
    """A row of the list of versions; `in_force` marks the one that decides today, `ahead` one
    that is confirmed for a day to come."""

    version: int
    state: str
    author: str
    author_id: int | None
    reason: str
    effective_from: date
    confirmed_by: str
    confirmed_at: str
    alone: bool
    in_force: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to a draft: why they may not confirm it, or that nobody else could."""

    refusal: Refused | None = None
    alone: bool = False


@handles(DraftMatrix)
def draft_matrix(context: Context, command: DraftMatrix) -> int:
    """Refuses gaps and overlaps with a sentence that names the first of them.

    A draft to be replaced that is confirmed or gone by now is a WrongState.
    """
    rows = look_at_draft(context, command)
    version = next_in_series(context, SERIES)
    values = {
        "version": version,
        "state": MatrixState.DRAFT.value,
        "content": json.dumps(rows_to_json(rows), ensure_ascii=False),
        "author_id": context.actor.person_id or None,
        "author_grade": context.actor.grade if context.actor.person_id else "",
        "reason": command.reason.strip(),
        "effective_from": command.effective_from.isoformat(),
        "created_at": context.moment,
    }
    context.t.matrix.insert(**values).execute()
    context.audit("matrix", version, "drafted", {}, values)
    if command.replaces is None:
        context.reversible(command, DropMatrix(version))
    else:
        old = _replace(context, command.replaces, version)
        _let_back(context, command, old, version)
    return version


def _let_back(
    context: Context, done: Command[Any], old: Mapping[str, Any], replaces: int | None = None
) -> None:
    """A draft of the actor's own can be made again; that of another would change its author."""
    if old["author_id"] == (context.actor.person_id or None):
        first = date.fromisoformat(old["effective_from"])
        rows = tuple(json.loads(old["content"]))
        context.reversible(done, DraftMatrix(rows, old["reason"], first, replaces))


@query("matrix.draft")
def look_at_draft(context: Context, command: DraftMatrix) -> tuple[Row, ...]:
    """The rows of a draft that could be made, and nothing is stored; refuses as making it does."""
    if not command.reason.strip():
        raise Refused("reason_needed", "reason")
    if command.effective_from < context.today:
        raise Refused("matrix_backdated", "effective_from", day=command.effective_from)
    rows = _read_rows(command.rows)
    problems = validate(Matrix(0, rows))
    if problems:
        raise Refused(problems[0].code, "rows", **problems[0].values)
    _require_branches(context, rows)
    return rows


def _replace(context: Context, old: int, new: int) -> dict[str, Any]:
    """Take the old draft away in favour of the new one, and answer it."""
    matrix = context.t.matrix
    draft = (matrix.c.version == old) & (matrix.c.state == MatrixState.DRAFT.value)
    rows = [dict(row) for row in matrix.select().where(draft).dicts()]
    if not rows or not matrix.delete().where(draft).execute():
        raise WrongState("matrix_replaced_gone", "replaces", version=old)
    context.audit("matrix", old, "replaced", rows[0], {"version": new})
    return rows[0]


def _require_branches(context: Context, rows: Iterable[Row]) -> None:
    """A row of a branch that does not exist would never decide, and nobody would notice."""
    branch = context.t.branch
    known = {code for (code,) in branch.select(branch.c.code).tuples()}
    for row in rows:
        if row.branch is not None and row.branch not in known:
            raise Refused("matrix_branch_unknown", "rows", branch=row.branch)


def _read_rows(data: tuple[Mapping[str, Any], ...]) -> tuple[Row, ...]:
    """The rows as a matrix; Refused `matrix_rows_bad` names what is not in them."""
    try:
        return rows_from_json(data)
    except (KeyError, TypeError, ValueError) as problem:
        raise Refused("matrix_rows_bad", "rows", found=str(problem)) from problem


@handles(ConfirmMatrix)
def confirm_matrix(context: Context, command: ConfirmMatrix) -> None:
    """Confirms with a second pair of eyes; alone only where nobody else could. What is confirmed
    after its day is in force from today."""
    row = _draft(context, command.version)
    alone = _confirms_alone(context, row)
    matrix = context.t.matrix
    values = {
        "state": MatrixState.CONFIRMED.value,
        "confirmed_by_id": context.actor.person_id or None,
        "confirmed_at": context.moment,
        "alone": int(alone),
        "effective_from": max(row["effective_from"], context.today.isoformat()),
    }
    draft = (matrix.c.version == command.version) & (matrix.c.state == row["state"])
    if not matrix.update(**values).where(draft).execute():
        _draft(context, command.version)
    context.audit("matrix", command.version, "confirmed", {}, values)
    context.memo.pop("in_force", None)
    FOLLOWERS["matrix"](context)


@handles(DropMatrix)
def drop_matrix(context: Context, command: DropMatrix) -> None:
    """Only a draft can go; a confirmed version is what old decisions name."""
    row = _draft(context, command.version)
    matrix = context.t.matrix
    draft = (matrix.c.version == command.version) & (matrix.c.state == row["state"])
    if not matrix.delete().where(draft).execute():
        _draft(context, command.version)
    context.audit("matrix", command.version, "dropped", row, {})
    _let_back(context, command, row)


def _draft(context: Context, version: int) -> dict[str, Any]:
    """The draft; Refused where it is gone or confirmed, by now at the latest."""
    row = _row(context, version)
    if row["state"] != MatrixState.DRAFT.value:
        raise WrongState("matrix_confirmed_already", version=version)
    return row


def _confirms_alone(context: Context, row: Mapping[str, Any]) -> bool:
    """Whether the author confirms for want of anybody else; NotAllowed if there is somebody."""
    actor, owners = context.actor, row["author_grade"] == TOP.name
    if actor.person_id == 0:
        return False
    if row["author_id"] != actor.person_id:
        _require_confirmer(actor.grade, actor.roles, owners=owners)
        return False
    holders = [
        person
        for person in people.people(context)
        if person.id != actor.person_id and permissions.may(person.roles, "matrix.confirm")
    ]
    for person in holders:
        if _may_confirm(person.grade, person.roles, owners=owners):
            raise NotAllowed("matrix_second_person", name=person.called(actor.language))
    if holders:
        _require_confirmer(actor.grade, actor.roles, owners=owners)
    return True


def _require_confirmer(grade: str, roles: Collection[str], *, owners: bool) -> None:
    """NotAllowed, with the reason, unless whoever has this grade and these roles may confirm."""
    if _may_confirm(grade, roles, owners=owners):
        return
    if "administrator" in roles:
        raise NotAllowed("matrix_needs_owner", grade=TOP.name)
    raise NotAllowed("matrix_needs_grade", grade=CONFIRMING_GRADES[0].name)


def _may_confirm(grade: str, roles: Collection[str], *, owners: bool) -> bool:
    """Grade G5 or above; an administrator below it only together with the owner, whoever was of
    the top grade when they drafted: a grade that was raised since makes nobody the owner."""
    return Grade[grade] in CONFIRMING_GRADES or (owners and "administrator" in roles)


def to_confirm(context: Context) -> Any:
    """A select of the drafts of others that the actor may confirm, the oldest first."""
    matrix, person, actor = context.t.matrix, context.t.person, context.actor
    by_owner = matrix.c.author_grade == TOP.name
    mine = SQL("1 = 1") if _may_confirm(actor.grade, actor.roles, owners=False) else by_owner
    return (
        matrix.select(
            *(matrix.c.version, matrix.c.effective_from, matrix.c.reason),
            getattr(person.c, context.naming).alias("author"),
        )
        .left_outer_join(person, on=person.c.id == matrix.c.author_id)
        .where(
            matrix.c.state == MatrixState.DRAFT.value,
            matrix.c.author_id.is_null() | (matrix.c.author_id != actor.person_id),
            mine if _may_confirm(actor.grade, actor.roles, owners=True) else SQL("1 = 0"),
        )
        .order_by(matrix.c.version)
    )


def in_force(context: Context) -> Matrix:
    """The confirmed version with the latest day that has come, of two for one day the one confirmed
    last; an empty draft before the first. Asked for once in a command."""
    if "in_force" not in context.memo:
        context.memo["in_force"] = _version_in_force(context)
    return under(context, context.memo["in_force"])


def _version_in_force(context: Context) -> int:
    matrix = context.t.matrix
    rows = (
        matrix.select(matrix.c.version)
        .where(
            matrix.c.state == MatrixState.CONFIRMED.value,
            matrix.c.effective_from <= context.today.isoformat(),
        )
        .order_by(
            matrix.c.effective_from.desc(), matrix.c.confirmed_at.desc(), matrix.c.version.desc()
        )
        .limit(1)
    )
    return next((version for (version,) in rows.tuples()), 0)


def confirmed(context: Context, version: int) -> Matrix:
    """A confirmed version, read and made ready once per running program and way of naming."""
    key = ("matrix", version, context.naming)
    if key not in context.store.cache:
        context.store.cache[key] = _matrix(context, _row(context, version))
    found: Matrix = context.store.cache[key]
    return found


def under(context: Context, version: int) -> Matrix:
    """The version that something was decided under; 0 was before any was confirmed."""
    return confirmed(context, version) if version else UNDECIDED


def decider(context: Context, person_id: int, matter: str) -> Decider:
    """A person with the reporting line above, as `decide` wants to know them; who is absent for
    the matter comes with their deputy."""
    row = context.known("person", person_id)
    line = tuple(
        replace(
            _decider(context, above), deputy=delegations.deputy_of(context, above["id"], matter)
        )
        for above in people.line_above(context, person_id)
    )
    return _decider(context, row, line)


def _decider(context: Context, row: Mapping[str, Any], line: tuple[Decider, ...] = ()) -> Decider:
    branch, grade = branch_code(context, row["branch_id"]), Grade[row["grade"]]
    answers = permissions.may(row["roles"].split(), "request.answer")
    return Decider(row["id"], row[context.naming], grade, branch, line, answers=answers)


def branch_code(context: Context, branch_id: int) -> str:
    """The two digits of a branch."""
    return str(context.known("branch", branch_id)["code"])


@query("authority.read")
def matrix_in_force(context: Context) -> Matrix:
    """The version that decides today."""
    return in_force(context)


@query("authority.read")
def matrix_version(context: Context, version: int) -> Matrix:
    """Any version, a draft too."""
    return _matrix(context, _row(context, version))


@query("matrix.draft")
def first_day(context: Context) -> date:
    """The earliest day on which a new version may come into force."""
    return context.today


@query("matrix.confirm")
def standing(context: Context, version: int) -> Standing:
    """Whether this person may confirm that draft, known before anything is pressed."""
    try:
        return Standing(alone=_confirms_alone(context, _draft(context, version)))
    except Refused as refusal:
        return Standing(refusal)


@query("authority.read")
def matrix_versions(context: Context) -> tuple[MatrixVersion, ...]:
    """All versions, newest first."""
    matrix, names = context.t.matrix, _names(context)
    force = in_force(context).version
    rows = matrix.select().order_by(matrix.c.version.desc())
    return tuple(
        MatrixVersion(
            version=row["version"],
            state=row["state"],
            author=names.get(row["author_id"], ""),
            author_id=row["author_id"],
            reason=row["reason"],
            effective_from=date.fromisoformat(row["effective_from"]),
            confirmed_by=names.get(row["confirmed_by_id"], ""),
            confirmed_at=row["confirmed_at"] or "",
            alone=bool(row["alone"]),
            in_force=row["version"] == force,
            ahead=row["state"] == MatrixState.CONFIRMED.value
            and row["effective_from"] > context.today.isoformat(),
        )
        for row in rows.dicts()
    )


def _names(context: Context) -> dict[int, str]:
    """Everybody as the reader writes them."""
    return {person.id: getattr(person, context.naming) for person in _everybody(context)}


def _everybody(context: Context) -> tuple[people.Person, ...]:
    return people.people(context, active_only=False)


def _row(context: Context, version: int) -> dict[str, Any]:
    matrix = context.t.matrix
    for row in matrix.select().where(matrix.c.version == version).dicts():
        return dict(row)
    raise Refused("not_found", record="matrix", record_id=version)


def _matrix(context: Context, row: Mapping[str, Any]) -> Matrix:
    names = _names(context)
    return Matrix(
        version=row["version"],
        rows=_rows(row["content"]),
        state=MatrixState(row["state"]),
        author=names.get(row["author_id"], ""),
        reason=row["reason"],
        effective_from=date.fromisoformat(row["effective_from"]),
        confirmed_by=names.get(row["confirmed_by_id"], ""),
        alone=bool(row["alone"]),
    )


def _rows(content: str) -> tuple[Row, ...]:
    return rows_from_json(json.loads(content))


__all__ = ["TOP", "ConfirmMatrix", "DraftMatrix", "DropMatrix", "MatrixVersion"]
