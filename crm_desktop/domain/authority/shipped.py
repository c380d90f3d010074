"""The rows the program comes with; the shop confirms them, or its own, at first run.

The paper's own ticks are lost. Where a cell names no further band, what lies above is the
superior's.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from crm_desktop.domain.authority.matrix import (
    Band,
    Condition,
    Limit,
    Matrix,
    MatrixState,
    Row,
    ladder,
)
from crm_desktop.domain.authority.terms import MATTERS, TOP, Credit, Grade, Level, Step, Stock
from crm_desktop.domain.money import Money

OWN, CONSULT, SUPERIOR = Level
G3, G4, G5, G6 = Grade


def baht(amount: int) -> Money:
    """Whole baht."""
    return Money(amount * 100)


def _upto(kind: str, own: Money | Decimal | int) -> Condition:
    return ladder(kind, (OWN, own), (SUPERIOR, None))


def _three(kind: str, own: Money | Decimal | int, consult: Money | Decimal | int) -> Condition:
    return ladder(kind, (OWN, own), (CONSULT, consult), (SUPERIOR, None))


def _always(kind: str, level: Level) -> Condition:
    return ladder(kind, (level, None))


BELOW_COST = Condition("below_cost", (Band(OWN, "no"), Band(SUPERIOR, "yes")))
UNLISTED = _upto("unlisted", baht(5_000))
CREDIT = Condition(
    "credit",
    (
        Band(OWN, Credit.OK),
        *(
            Band(SUPERIOR, state, steps=(Step.CREDIT, Step.SUPERIOR))
            for state in (Credit.OVER_LIMIT, Credit.OVERDUE, Credit.BLOCKED)
        ),
    ),
)
GUARDS = {G3: (BELOW_COST, UNLISTED, CREDIT), G4: (BELOW_COST, CREDIT), G5: (CREDIT,), G6: ()}

DISCOUNT = {
    G3: _three("discount", Decimal(5), Decimal(10)),
    G4: _upto("discount", Decimal(15)),
    G5: _upto("discount", Decimal(25)),
}
QUOTATION = {
    G3: (_three("amount", baht(50_000), baht(200_000)), DISCOUNT[G3]),
    G4: (_upto("amount", baht(500_000)), DISCOUNT[G4]),
    G5: (_upto("amount", baht(2_000_000)), DISCOUNT[G5]),
}
# From the shelf, at list or at prices approved before, paid or within credit: any amount.
FROM_THE_SHELF = (
    Limit("stock", Stock.STOCKED),
    Limit("discount", Decimal(0)),
    Limit("unlisted", baht(0)),
    Limit("credit", Credit.OK),
)
SALES_ORDER = {
    **QUOTATION,
    G3: (
        ladder(
            "amount",
            (OWN, baht(50_000)),
            (CONSULT, baht(200_000)),
            (SUPERIOR, None),
            unless=FROM_THE_SHELF,
        ),
        DISCOUNT[G3],
    ),
}
BACK_ORDER = {
    G3: (_three("amount", baht(20_000), baht(100_000)), _upto("deposit_share", Decimal(30))),
    G4: (_upto("amount", baht(500_000)),),
    G5: (_upto("amount", baht(2_000_000)),),
}
SPECIAL_ORDER = {
    G3: (
        ladder("amount", (CONSULT, baht(50_000)), (SUPERIOR, None)),
        _upto("deposit_share", Decimal(50)),
    ),
    G4: (_upto("amount", baht(500_000)), _upto("deposit_share", Decimal(30))),
    G5: (_upto("amount", baht(2_000_000)),),
}
RESERVATION = {
    G3: (_three("days", 7, 14),),
    G4: (_upto("days", 30),),
    G5: (_always("days", OWN),),
}
EVERY_OTHER = {
    G3: (_always("amount", SUPERIOR),),
    G4: (_upto("amount", baht(20_000)),),
    G5: (_upto("amount", baht(200_000)),),
}
NAMED: Mapping[str, Mapping[Grade, tuple[Condition, ...]]] = {
    "quotation.issue": QUOTATION,
    "sales_order.issue": SALES_ORDER,
    "back_order.issue": BACK_ORDER,
    "special_order.issue": SPECIAL_ORDER,
    "reservation.issue": RESERVATION,
    "reservation.extend": RESERVATION,
}


def _row(matter: str, grade: Grade) -> Row:
    if grade is TOP:
        return Row(matter, grade, (_always("amount", OWN),))
    own = NAMED.get(matter, EVERY_OTHER)[grade]
    return Row(matter, grade, (*own, *GUARDS[grade]))


@cache
def shipped(state: MatrixState = MatrixState.DRAFT) -> Matrix:
    """Version 1: a draft, as it is offered at first run; demo data take it confirmed."""
    rows = tuple(_row(matter, grade) for matter in MATTERS for grade in Grade)
    return Matrix(1, rows, state, reason="shipped")
