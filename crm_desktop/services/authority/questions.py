"""What if: whose decision something would be, without a paper, under any version."""

from dataclasses import dataclass, replace

from crm_desktop.domain.authority import (
    Decider,
    Decision,
    Facts,
    Grade,
    Matrix,
    MatrixState,
    decide,
)
from crm_desktop.services.authority import matrices
from crm_desktop.services.registry import Context, query


@dataclass(frozen=True, slots=True)
class Question:
    """A matter with its figures: for anybody of a `grade`, or for a `person` with the superiors
    they have. `version` 0 is the one in force; any other is asked as if it were."""

    matter: str
    facts: Facts
    grade: str = ""
    person_id: int | None = None
    version: int = 0


@query("authority.read")
def what_if(context: Context, question: Question) -> Decision:
    """The same answer that a paper with these figures would get today."""
    matter, facts, version = question.matter, question.facts, question.version
    if question.person_id is None:
        asker = Decider.of_grade(Grade[question.grade], facts.branch)
    else:
        asker = matrices.decider(context, question.person_id, matter)
    matrix = as_in_force(context, version) if version else matrices.in_force(context)
    return decide(matter, asker, facts, matrix)


def as_in_force(context: Context, version: int) -> Matrix:
    """Any version as if it decided today; a draft would leave everything to the top grade."""
    matrix = matrices.matrix_version(context, version)
    return replace(matrix, state=MatrixState.CONFIRMED)
