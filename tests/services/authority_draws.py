"""What the people of the watched office do, drawn at random: papers, answers, tables, days."""

from decimal import Decimal
from typing import TypeAlias

from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    Band,
    Condition,
    Credit,
    Grade,
    Level,
    Row,
    Step,
    ladder,
)
from crm_desktop.domain.money import Money

PICK = st.integers(0, 10**6)
DISCOUNTS = st.sampled_from(["12%", "7%", "18%", "", "3%", "30%"])
QUANTITIES = st.sampled_from([60, 200, 20, 700, 4000, 1])
AUTHORS = st.sampled_from([1, 1, 1, 2, 7, 3, 1, 2, 4, 6])
OTHERS = st.none() | st.none() | st.none() | st.integers(1, 11)
"""Somebody else than whoever it is up to."""
EDITORS = st.none() | st.none() | st.sampled_from([3, 2, 4])
HANDS = st.sampled_from([None, None, None, "edited_by_id", "owner_id"]) | OTHERS
"""Who answers: whoever may, or who has a hand in the paper, or somebody else."""
Lines: TypeAlias = list[tuple[str, int, str]]
LINES = st.lists(
    st.tuples(st.sampled_from(["CEM", "TILE"]), QUANTITIES, DISCOUNTS), min_size=1, max_size=2
)
KINDS = st.sampled_from(["QT", "QT", "QT", "SO", "BO"])
BAHT = st.lists(st.sampled_from([3_000, 50_000, 0, 10_000, 200_000]), max_size=2, unique=True)
PERCENT = st.lists(st.sampled_from([7, 12, 3, 20, 0]), max_size=2, unique=True)
WORDS = {
    "SUPERIOR": {"yes": "approve", "no": "reject", "back": "return"},
    "CONSULT": {"yes": "advise_for", "no": "advise_against", "back": "return"},
}
SAID = st.sampled_from(["yes", "yes", "yes", "no", "back"])
LIMITS = st.none() | st.sampled_from(
    [("discount", "3"), ("discount", "10"), ("amount", "9000"), ("amount", "900000")]
)
STAFF = st.sampled_from([2, 3, 1, 6, 7, 8, 9])
"""Whoever may change; the director and the administrator stay who they are."""
ROLES = [("supervisor",), ("manager",), ("officer",), ("credit",), ("cashier",)]
CHANGES = st.one_of(
    st.fixed_dictionaries({"grade": st.sampled_from(["G4", "G5", "G3", "G6"])}),
    st.fixed_dictionaries({"active": st.booleans()}),
    st.fixed_dictionaries({"superior_id": st.none() | st.integers(1, 11)}),
    st.fixed_dictionaries({"roles": st.sampled_from([*ROLES, ("supervisor", "credit")])}),
)
FIGURES = st.sampled_from(
    [{"blocked": 1}, {}, {"overdue": 5_000, "outstanding": 9_000}, {"outstanding": 99_000}]
)
NAMES = st.sampled_from(["บริษัท ก่อสร้างไทย จำกัด", "คุณสมศรี มั่งมี"])


@st.composite
def ladders(draw: st.DrawFn, kind: str) -> Condition:
    """A few rungs at figures that papers of this shop reach."""
    found = sorted(draw(BAHT if kind == "amount" else PERCENT))
    levels = sorted(
        draw(st.lists(st.sampled_from(Level), min_size=len(found) + 1, max_size=len(found) + 1))
    )
    ends = [Money.of(each) if kind == "amount" else Decimal(each) for each in found]
    return ladder(kind, *zip(levels, [*ends, None], strict=True))


@st.composite
def credits(draw: st.DrawFn) -> Condition:
    """What credit-finance is asked first about, if anything."""
    steps = draw(st.sampled_from([(), (Step.CREDIT, Step.SUPERIOR)]))
    worse = sorted(draw(st.lists(st.sampled_from(Level), min_size=3, max_size=3)))
    bands = [
        Band(level, state, steps=steps if level > Level.OWN else ())
        for level, state in zip((Level.OWN, *worse), Credit, strict=True)
    ]
    return Condition("credit", tuple(bands))


@st.composite
def new_rows(draw: st.DrawFn) -> Row:
    """A row that somebody changes."""
    matter = draw(
        st.sampled_from(
            ["quotation.issue", "quotation.issue", "back_order.issue", "document.cancel"]
        )
    )
    parts = [draw(ladders("amount"))]
    if matter != "document.cancel":
        parts += draw(
            st.lists(ladders("discount") | credits(), max_size=2, unique_by=lambda c: c.kind)
        )
    grade = draw(st.sampled_from([Grade.G3, Grade.G4, Grade.G5]))
    branch = draw(st.sampled_from([None, None, "01"]))
    return Row(matter, grade, tuple(parts), branch, True, draw(st.booleans()))
