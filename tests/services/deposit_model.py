"""Deposits and papers in plain sums: what the machine of test_deposit_machine.py believes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

PIECES = 10
USES = ("apply", "refund", "forfeit", "transfer_out")


@dataclass
class Line:
    """One entry as the model keeps it."""

    kind: str
    amount: int
    target: int = 0
    alive: bool = True


@dataclass
class Claim:
    """What is asked of a pot."""

    id: int
    kind: str
    amount: int
    target: int
    state: str = "waiting"


@dataclass
class Pot:
    """A deposit as the model keeps it, in satang."""

    id: int
    paper: int
    asked: int
    customer: int
    method: str = ""
    cancelled: bool = False
    lines: list[Line] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def total(self, *kinds: str) -> int:
        return sum(line.amount for line in self.lines if line.alive and line.kind in kinds)

    @property
    def held(self) -> int:
        return self.total("receive", "transfer_in") - self.total("bounce", *USES)

    @property
    def cleared(self) -> int:
        return self.held if self.total("clear", "transfer_in") else 0

    @property
    def reserved(self) -> int:
        return sum(each.amount for each in self.claims if each.state in ("waiting", "approved"))

    @property
    def free(self) -> int:
        return self.cleared - self.reserved

    @property
    def is_expected(self) -> bool:
        return not self.cancelled and not self.total("receive", "transfer_in")

    @property
    def may_bounce(self) -> bool:
        return bool(self.held) and not self.total("transfer_in", *USES) and self.method != "cash"

    def drop_claims(self) -> None:
        for each in self.claims:
            if each.state in ("waiting", "approved"):
                each.state = "dropped"

    @property
    def is_untouched(self) -> bool:
        return not self.total("bounce", *USES) and not self.reserved


@dataclass
class Paper:
    """An order as the model keeps it."""

    id: int
    due: int
    customer: int
    percent: int = 30
    delivered: int = 0
    given_up: int = 0
    numbered: bool = True
    cancelled: bool = False

    @property
    def left(self) -> int:
        return PIECES - self.delivered - self.given_up

    @property
    def takes_more(self) -> bool:
        return not self.cancelled and self.left > 0


def half_up(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def typed(how: tuple[str, int], limit: int) -> int:
    """Satang that somebody types where `limit` would be the most."""
    word, number = how
    if word == "more" or limit <= 0:
        return max(limit, 0) + 1 + number % 1_000
    return limit if word == "all" else 1 + number % limit


class Book:
    """All papers and deposits of one customer."""

    def __init__(self) -> None:
        self.pots: dict[int, Pot] = {}
        self.papers: dict[int, Paper] = {}

    def applied(self, paper: int) -> int:
        return sum(
            line.amount
            for pot in self.pots.values()
            for line in pot.lines
            if line.alive and line.kind == "apply" and line.target == paper
        )

    def of(self, paper: int) -> list[Pot]:
        return [pot for pot in self.pots.values() if pot.paper == paper]

    def remainder(self, paper: int) -> int:
        held = sum(pot.held for pot in self.of(paper))
        return self.papers[paper].due - self.applied(paper) - held

    def expected(self, paper: int) -> int:
        return sum(pot.asked for pot in self.of(paper) if pot.is_expected)

    def pot(self, pick: int, wanted: Callable[[Pot], Any] = lambda _: True) -> Pot:
        """One of those that the act fits, else any, so that refusals are tried too."""
        fit = [pot for pot in self.pots.values() if wanted(pot)] or list(self.pots.values())
        return fit[pick % len(fit)]

    def paper(self, pick: int) -> Paper:
        return list(self.papers.values())[pick % len(self.papers)]

    def taken_off(self, of: Paper, worth: int, value: int) -> dict[int, int]:
        """What of each pot pays a delivery after which goods worth so much are handed over."""
        pots = [pot for pot in self.of(of.id) if pot.free > 0]
        free, applied = sum(pot.free for pot in pots), self.applied(of.id)
        whole = Decimal(free + applied)
        by_then = whole if worth >= of.due else half_up(whole * worth / of.due)
        left = max(min(int(by_then) - applied, free, value, of.due - applied), 0)
        found = {}
        for pot in sorted(pots, key=lambda each: each.id):
            part = min(pot.free, left)
            left -= part
            if part:
                found[pot.id] = part
        return found

    def spare(self, paper: int) -> int:
        """What may pay other papers: all beyond the deposit that a paper under way requires."""
        of, free = self.papers[paper], sum(pot.free for pot in self.of(paper))
        there = free + self.applied(paper)
        return there - half_up(Decimal(of.due) * of.percent / 100) if of.takes_more else there

    def may_move(self, pot: Pot, of: Paper, amount: int) -> bool:
        fits = amount <= self.remainder(of.id) and of.customer == pot.customer
        return of.takes_more and of.id != pot.paper and fits

    def expects(self, id: int, paper: int, asked: int) -> Pot:
        """A deposit that is asked of the paper's customer."""
        pot = self.pots[id] = Pot(id, paper, asked, self.papers[paper].customer)
        return pot

    def expects_less(self, paper: int) -> None:
        """What is asked beyond what the paper still wants is not, the oldest first."""
        above = self.expected(paper) - self.remainder(paper)
        for pot in self.of(paper):
            if pot.is_expected and above > 0:
                cut = min(pot.asked, above)
                above -= cut
                pot.asked -= cut
                pot.cancelled = not pot.asked

    def claims(self, *states: str) -> list[tuple[Pot, Claim]]:
        return [
            (pot, each) for pot in self.pots.values() for each in pot.claims if each.state in states
        ]
