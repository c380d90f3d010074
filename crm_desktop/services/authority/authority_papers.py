"""The authority table as a paper, in the layout of a job description, with who signed it."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from crm_desktop.domain.authority import (
    MATTERS,
    Grade,
    Level,
    Matrix,
    MatrixState,
    Reason,
    Row,
    calm,
    describe_row,
)
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import explain
from crm_desktop.printing.house_papers import AuthorityPost, AuthorityRow, AuthorityTable
from crm_desktop.printing.paper import Language, Signatory
from crm_desktop.services.authority import matrices, signatures
from crm_desktop.services.look import dressed
from crm_desktop.services.papers import finders, paper_parts
from crm_desktop.services.registry import Context, query


@query("authority.read")
def authority_paper(
    context: Context, version: int = 0, grade: str = "", language: str = ""
) -> AuthorityTable:
    """A version (0: the one in force) for one grade or, with none, for all of them.

    Refused `matrix_none` while no version is in force.
    """
    version = version or matrices.in_force(context).version
    if not version:
        raise Refused("matrix_none")
    matrix = matrices.matrix_version(context, version)
    speech = cast(Language, language or context.actor.language)
    grades = [Grade[grade]] if grade else list(Grade)
    confirmed = matrix.state is MatrixState.CONFIRMED
    number = _words(Reason("matrix_version", {"version": version}), speech, " / ")
    author, confirmer = _makers(context, version, speech)
    assert matrix.effective_from is not None
    table = AuthorityTable(
        seller=paper_parts.seller_now(context),
        dated=matrix.effective_from,
        number=number if confirmed else None,
        draft_reference=number,
        draft=not confirmed,
        version=version,
        finder=finders.authority(version, grade),
        language=speech,
        posts=tuple(_post(context, matrix, each, speech) for each in grades),
        reason=matrix.reason,
        alone=matrix.alone,
        proposer=author,
        approver=confirmer,
    )
    return dressed(context, table)


def _makers(
    context: Context, version: int, language: Language
) -> tuple[Signatory | None, Signatory | None]:
    """Who wrote the version and who confirmed it, with the days."""
    table = context.t.matrix
    row = next(iter(table.select().where(table.c.version == version).dicts()))
    return tuple(  # type: ignore[return-value]
        paper_parts.signatory(context, row[who], language, paper_parts.moment_day(row[at]))
        for who, at in (("author_id", "created_at"), ("confirmed_by_id", "confirmed_at"))
    )


def _post(context: Context, matrix: Matrix, grade: Grade, language: Language) -> AuthorityPost:
    return AuthorityPost(
        title=_words(grade.title, language),
        rows=tuple(_row(row, language) for row in in_order(matrix.rows, grade)),
        readers=tuple(_readers(context, matrix, grade, language)),
    )


def in_order(rows: Iterable[Row], grade: Grade) -> list[Row]:
    """The rows of a grade: matters of papers that exist first, a branch's own below the general."""
    place = sorted(MATTERS, key=lambda name: MATTERS[name].kind not in KINDS).index
    mine = [row for row in rows if row.grade is grade]
    return sorted(mine, key=lambda row: (place(row.matter), row.branch or ""))


def _row(row: Row, language: Language) -> AuthorityRow:
    note = Reason("paper_authority_branch", {"branch": row.branch})
    told = describe_row(row)
    cells = {level: [_words(calm(each), language) for each in told[level]] for level in Level}
    if cells[Level.CONSULT]:
        cells[Level.CONSULT] += [_words(each, language) for each in _consulting(row)]
    return AuthorityRow(
        matter=_words(MATTERS[row.matter].title, language),
        note=_words(note, language) if row.branch else "",
        cells=tuple(tuple(cells[level]) for level in Level),
    )


def _consulting(row: Row) -> list[Reason]:
    """How advice may be taken."""
    phone = "paper_authority_phone" if row.phone_allowed else "paper_authority_no_phone"
    codes = [phone, *(["paper_authority_go_on"] if row.may_go_on_against_advice else [])]
    return [Reason(code, {}) for code in codes]


def _readers(
    context: Context, matrix: Matrix, grade: Grade, language: Language
) -> Iterable[Signatory]:
    """Who signed, then who has yet to; a draft is signed by nobody."""
    if matrix.state is not MatrixState.CONFIRMED:
        return
    found = signatures.readers(context, matrix.version)
    note = _words(Reason("paper_authority_signed", {}), language)
    for each in found:
        if each.grade == grade.name:
            name = paper_parts.named(context.known("person", each.person_id), language)
            on = datetime.fromisoformat(each.at).date() if each.at else None
            yield Signatory(name, note if on else "", on)


def _words(reason: Reason, language: Language, joint: str = "\n") -> str:
    """A sentence in the paper's language; in both, the English below the Thai or after `joint`."""
    tongues = ("th", "en") if language == "both" else (language,)
    return joint.join(dict.fromkeys(explain(reason, tongue) for tongue in tongues))
