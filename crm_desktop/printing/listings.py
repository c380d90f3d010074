"""Lists of money: a customer's deposits with their balance, and a day's till."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from crm_desktop.domain.money import Money
from crm_desktop.printing.blocks import SUMS_WIDTH, Figure, Signer, detail_fields
from crm_desktop.printing.grid import PAD, Cells, Grid
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import Row, carried, heading_row
from crm_desktop.printing.money_papers import Statement, TillList, TillRow
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.printing.sheet import BODY, HAIR, STRONG, Block, Palette, Stack

MOVEMENTS = ("day", "deposit_number", "movement", "received", "used", "balance")
TILL = ("method", "count", "system", "counted", "difference", "note")


class Line(NamedTuple):
    """One row of a list; `heading` takes the place of cells, a sum is set in bold."""

    cells: Cells
    amount: Money = Money.ZERO
    is_sum: bool = False
    heading: str = ""


class Listing(Content):
    """A table of words and figures with its total and two signatures.

    `stretch` says which of the columns `names` takes the width that is left.
    """

    names: Sequence[str]
    stretch: int

    def __init__(self, paper: AnyPaper, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self._lines = list(self.lines())
        cells = [line.cells for line in self._lines]
        stretch = self.names[self.stretch]
        self._grid = Grid(self.names, cells, stretch, say, palette, width, STRONG)
        self.head = self._grid.head()

    def lines(self) -> Iterator[Line]:
        """What the table holds."""
        raise NotImplementedError

    def rows(self) -> list[Row]:
        """Every line as a row."""
        return [self._row(line) for line in self._lines]

    def _row(self, line: Line) -> Row:
        if line.heading:
            return heading_row(line.heading, self.palette, self.width)
        block = Block()
        style = STRONG if line.is_sum else BODY
        words = self._grid.words(line.cells, style, style)
        self._grid.put(block, line.cells, words, style, style)
        block.height += PAD
        block.rule(0, block.height, self.width, HAIR)
        return Row(block, line.amount)

    def end(self, label_code: str, total: Money, figures: Sequence[Figure], whole: bool) -> Block:
        """The total with its words, remarks beside what it is made of, signatures."""
        stack, paper = Stack(), self.common
        stack.add(self.blocks.total(label_code, total), 10)
        beside = Block()
        beside.place(self.blocks.figures(figures), self.width - SUMS_WIDTH, 0)
        if whole and paper.remarks:
            width = self.width - SUMS_WIDTH - 26
            below = beside.lines(5, 0, [self.say("remarks")], self.palette.head)
            beside.lines(5, below, BODY.lines(paper.remarks, width), BODY)
        stack.add(beside, 8)
        if whole and paper.terms:
            stack.add(self.blocks.terms(paper.terms), 6)
        signers = [
            Signer("signed_by_preparer", paper.proposer),
            Signer("signed_by_reviewer", paper.approver),
        ]
        stack.add(self.blocks.signatures(signers), 20)
        return stack


class StatementList(Listing):
    """A customer's deposits: every movement with the balance after it."""

    names, stretch = MOVEMENTS, 2

    def __init__(self, paper: Statement, say: Labels, palette: Palette, width: float) -> None:
        self.paper, self.party, self.opening = paper, paper.customer, paper.opening
        super().__init__(paper, say, palette, width)
        facts = [
            (say("since"), say.day(paper.since) if paper.since else ""),
            (say("until"), say.day(paper.dated)),
            *detail_fields(paper, say),
        ]
        self.above = self.blocks.parties("customer", paper.customer, facts)

    def lines(self) -> Iterator[Line]:
        """What was brought over, then each movement as received or as used."""
        paper, say = self.paper, self.say
        if paper.since or paper.opening:
            opening = {"movement": say("brought_forward"), "balance": str(paper.opening)}
            yield Line(opening)
        for each in paper.movements:
            event = say(f"movement_{each.event}")
            side = "used" if each.amount < Money.ZERO else "received"
            yield Line(
                {
                    "day": say.short_day(each.on),
                    "deposit_number": each.number,
                    "movement": "  ".join(part for part in (event, each.text) if part),
                    side: str(abs(each.amount)) if each.amount else "",
                    "balance": str(each.balance),
                },
                each.amount,
            )

    def carried(self, code: str, amount: Money) -> Block:
        """The balance from page to page."""
        return carried(self.say, code, amount, self.width)

    def closing(self, *, whole: bool) -> Block:
        """The balance, and what it came from."""
        amounts = [each.amount for each in self.paper.movements]
        figures = [
            Figure(self.say("brought_forward"), self.paper.opening),
            Figure(self.say("column_received"), Money.sum(a for a in amounts if a > Money.ZERO)),
            Figure(self.say("column_used"), Money.sum(a for a in amounts if a < Money.ZERO)),
        ]
        return self.end("balance", self.paper.balance, figures, whole)


class TillTable(Listing):
    """A day's deposits per cashier and method: by the program, as counted, the difference."""

    names, stretch = TILL, 0

    def __init__(self, paper: TillList, say: Labels, palette: Palette, width: float) -> None:
        self.paper = paper
        super().__init__(paper, say, palette, width)
        facts = [
            (say("day"), say.day(paper.dated)),
            (say("branch_of"), say.branch(paper.seller.branch_code)),
            *detail_fields(paper, say),
        ]
        self.above = self.blocks.parties("", None, facts)

    def lines(self) -> Iterator[Line]:
        """Each cashier's methods with their sum; of several cashiers also all together."""
        cashiers = [list(rows) for _, rows in groupby(self.paper.rows, lambda row: row.cashier)]
        for rows in cashiers:
            yield Line({}, heading=f"{self.say('cashier')}  {rows[0].cashier}")
            yield from (self._line(row) for row in rows)
            yield self._line(_sum(rows), is_sum=True)
        if len(cashiers) > 1:
            yield Line({}, heading=self.say("all_cashiers"))
            methods = dict.fromkeys(row.method for row in self.paper.rows)
            for method in methods:
                yield self._line(_sum(r for r in self.paper.rows if r.method == method))

    def _line(self, row: TillRow, *, is_sum: bool = False) -> Line:
        cells = {
            "method": self.say("subtotal_line" if is_sum else f"method_{row.method}"),
            "count": f"{row.count:,}",
            "system": str(row.amount),
            "note": row.note,
        }
        if row.counted is not None:
            more = row.counted - row.amount
            cells["counted"] = str(row.counted)
            cells["difference"] = f"+{more}" if more > Money.ZERO else str(more)
        return Line(cells, is_sum=is_sum)

    def closing(self, *, whole: bool) -> Block:
        """The day's sum, what was counted, and by how much they differ."""
        if not self.paper.rows:
            return self.end("till_total", Money.ZERO, [], whole)
        total = _sum(self.paper.rows)
        figures = []
        if total.counted is not None:
            figures = [
                Figure(self.say("column_counted"), total.counted),
                Figure(self.say("column_difference"), total.counted - total.amount),
            ]
        return self.end("till_total", total.amount, figures, whole)


def _sum(rows: Iterable[TillRow]) -> TillRow:
    """The rows as one; not counted as long as one of them is not."""
    added = list(rows)
    counted = [row.counted for row in added if row.counted is not None]
    return replace(
        added[0],
        count=sum(row.count for row in added),
        amount=Money.sum(row.amount for row in added),
        counted=Money.sum(counted) if len(counted) == len(added) else None,
        note="",
    )
