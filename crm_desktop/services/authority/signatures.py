"""รับทราบ: every officer signs each version of the table of their own grade, as the JD form asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from crm_desktop.domain.authority import MatrixState
from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.permissions import DESK, HEADS
from crm_desktop.services import people
from crm_desktop.services.authority import matrices
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.store.orm import fn

SIGNING = frozenset(DESK.split())


@dataclass(frozen=True)
class SignMatrix(Command[None]):
    """The actor has read the table of their grade in that version."""

    name: ClassVar[str] = "matrix.sign"
    version: int


@dataclass(frozen=True, slots=True)
class Signature:
    """One officer and the moment they signed; "" while they have not."""

    person_id: int
    name: str
    grade: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signed a version and who has not yet, which heads are told.

    `due` says that the actor is to sign it now; `seen` is the version of the same grade's table
    that they signed last before, 0 for none. `awaited` counts all who are to sign.
    """

    version: int
    signed: tuple[Signature, ...]
    missing: tuple[Signature, ...]
    awaited: int
    due: bool
    seen: int


@handles(SignMatrix)
def sign_matrix(context: Context, command: SignMatrix) -> None:
    """For good, and once; only what decides now or is confirmed for a coming day."""
    row = _version(context, command.version)
    if row["state"] != MatrixState.CONFIRMED.value:
        raise WrongState("matrix_not_confirmed", version=command.version)
    if command.version not in _current(context):
        raise WrongState("matrix_sign_past", version=command.version)
    actor = context.actor
    context.hold("person", actor.person_id)
    if _own(context, command.version):
        raise WrongState("matrix_signed_already", version=command.version)
    values = {"version": command.version, "person_id": actor.person_id, "grade": actor.grade}
    context.insert("matrix_signature", "signed", **values, at=context.moment)


def _version(context: Context, version: int) -> Mapping[str, Any]:
    matrix = context.t.matrix
    for row in matrix.select().where(matrix.c.version == version).dicts():
        return dict(row)
    raise Refused("not_found", record="matrix", record_id=version)


def _current(context: Context) -> list[int]:
    """The version in force, then those that are confirmed for a coming day."""
    matrix, now = context.t.matrix, matrices.in_force(context).version
    ahead = matrix.select(matrix.c.version).where(
        matrix.c.state == MatrixState.CONFIRMED.value,
        matrix.c.effective_from > context.today.isoformat(),
    )
    rows = ahead.order_by(matrix.c.effective_from, matrix.c.version).tuples()
    return [*([now] if now else []), *(version for (version,) in rows)]


def _own(context: Context, version: int) -> list[Any]:
    """The actor's signature below the table of the grade they have now, if it is there."""
    signature, actor = context.t.matrix_signature, context.actor
    rows = signature.select(signature.c.id).where(
        signature.c.version == version,
        signature.c.person_id == actor.person_id,
        signature.c.grade == actor.grade,
    )
    return list(rows.tuples())


def unsigned(context: Context) -> Any:
    """A select of the versions that the actor is to sign, in the order in which they count."""
    matrix, signature, actor = context.t.matrix, context.t.matrix_signature, context.actor
    own = signature.select(signature.c.id).where(
        signature.c.version == matrix.c.version,
        signature.c.person_id == actor.person_id,
        signature.c.grade == actor.grade,
    )
    rows = matrix.select(matrix.c.version, matrix.c.effective_from, matrix.c.reason)
    return rows.where(matrix.c.version << _current(context), ~fn.EXISTS(own)).order_by(
        matrix.c.effective_from, matrix.c.version
    )


@query("authority.read")
def signatures(context: Context, version: int) -> Signatures:
    """Who signed that version, and for heads who has not."""
    _version(context, version)
    everybody = readers(context, version)
    signed = tuple(each for each in everybody if each.at)
    missing = tuple(each for each in everybody if not each.at)
    mine = tuple(each for each in missing if each.person_id == context.actor.person_id)
    told = missing if context.actor.roles & set(HEADS.split()) else mine
    return Signatures(version, signed, told, len(everybody), bool(mine), _seen(context, version))


def readers(context: Context, version: int) -> tuple[Signature, ...]:
    """Who signed a version, then who has yet to; what decides no more is signed by nobody."""
    signed = _signed(context, version)
    if version not in _current(context):
        return tuple(signed)
    there = {(each.person_id, each.grade) for each in signed}
    yet = (each for each in _officers(context) if (each.person_id, each.grade) not in there)
    return (*signed, *yet)


def _signed(context: Context, version: int) -> list[Signature]:
    """In the order in which they signed."""
    signature, person = context.t.matrix_signature, context.t.person
    name = getattr(person.c, context.naming)
    rows = (
        signature.select(signature.c.person_id, name, signature.c.grade, signature.c.at)
        .join(person, on=person.c.id == signature.c.person_id)
        .where(signature.c.version == version)
        .order_by(signature.c.id)
    )
    return [Signature(*row) for row in rows.tuples()]


def _officers(context: Context) -> list[Signature]:
    """Everybody who has a table to sign: the people of the desk who are active."""
    return [
        Signature(person.id, person.called(context.actor.language), person.grade)
        for person in people.people(context)
        if SIGNING & set(person.roles)
    ]


def _seen(context: Context, version: int) -> int:
    """The last version before that one whose table of this grade the actor signed."""
    signature, actor = context.t.matrix_signature, context.actor
    rows = signature.select(fn.MAX(signature.c.version)).where(
        signature.c.person_id == actor.person_id,
        signature.c.grade == actor.grade,
        signature.c.version < version,
    )
    return int(next(iter(rows.tuples()))[0] or 0)
