"""The authority matrix: who decides what, on which figures, and why."""

from crm_desktop.domain.authority.decide import (
    Asked,
    Climb,
    Decider,
    Decision,
    Deputy,
    Finding,
    decide,
    rule,
    stricter,
)
from crm_desktop.domain.authority.explain import calm, describe_band, describe_row, relief
from crm_desktop.domain.authority.facts import Facts, milder
from crm_desktop.domain.authority.matrix import (
    Band,
    Condition,
    Limit,
    Matrix,
    MatrixState,
    Row,
    ladder,
    rows_from_json,
    rows_to_json,
)
from crm_desktop.domain.authority.problems import Problem, faults, validate
from crm_desktop.domain.authority.reading import read_row
from crm_desktop.domain.authority.scales import SCALES, Scale
from crm_desktop.domain.authority.shipped import shipped
from crm_desktop.domain.authority.terms import (
    MATTERS,
    TOP,
    Credit,
    Grade,
    Level,
    Matter,
    Reason,
    Step,
    Stock,
    UnknownMatter,
)

__all__ = [
    "MATTERS",
    "SCALES",
    "TOP",
    "Asked",
    "Band",
    "Climb",
    "Condition",
    "Credit",
    "Decider",
    "Decision",
    "Deputy",
    "Facts",
    "Finding",
    "Grade",
    "Level",
    "Limit",
    "Matrix",
    "MatrixState",
    "Matter",
    "Problem",
    "Reason",
    "Row",
    "Scale",
    "Step",
    "Stock",
    "UnknownMatter",
    "calm",
    "decide",
    "describe_band",
    "describe_row",
    "faults",
    "ladder",
    "milder",
    "read_row",
    "relief",
    "rows_from_json",
    "rows_to_json",
    "rule",
    "shipped",
    "stricter",
    "validate",
]
