"""What every kind of document declares, and the checks that kinds share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.lifecycle import Code, StateTable
from crm_desktop.domain.money import Money


@dataclass(frozen=True, slots=True)
class Submission:
    """What the automatic checks look at when a paper is submitted; headings are no lines."""

    today: date
    customer_id: int | None
    line_count: int
    grand_total: Money
    valid_until: date | None


Check = Callable[[Submission], Refused | None]


@dataclass(frozen=True)
class Kind:
    """One kind of document: `matter` is what its submission asks, None where nobody is asked.

    `numbered_by` names the event that takes the running number, None where there is none.
    """

    code: str
    name: str
    states: StateTable
    matter: str | None = None
    numbered_by: str | None = None
    checks: tuple[Check, ...] = ()

    @property
    def title(self) -> Code:
        """The code of the kind's name in the message catalogue."""
        return Code(f"kind_{self.name}")

    def problems(self, submission: Submission) -> tuple[Refused, ...]:
        """Everything that keeps the paper from being submitted, each for its own field."""
        found = (check(submission) for check in self.checks)
        return tuple(problem for problem in found if problem is not None)


def has_customer(submission: Submission) -> Refused | None:
    """A paper is somebody's."""
    return None if submission.customer_id else Refused("customer_missing", "customer")


def has_lines(submission: Submission) -> Refused | None:
    """An empty paper offers nothing."""
    return None if submission.line_count else Refused("paper_empty", "lines")


def has_amount(submission: Submission) -> Refused | None:
    """Goods for nothing are a typing error, or a gift that is not this paper's business."""
    if submission.line_count and submission.grand_total <= Money.ZERO:
        return Refused("total_not_positive", "lines", total=submission.grand_total)
    return None


def is_still_valid(submission: Submission) -> Refused | None:
    """An offer names the last day it holds, and that day is not over."""
    if submission.valid_until is None:
        return Refused("validity_missing", "valid_until")
    if submission.valid_until < submission.today:
        return Refused(
            "validity_past", "valid_until", date=submission.valid_until, today=submission.today
        )
    return None
