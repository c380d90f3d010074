"""What Today is made of: parts that a role has, the lines of each, and the rows behind them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.permissions import DESK
from crm_desktop.services.authority import delegations
from crm_desktop.services.registry import Context
from crm_desktop.store.orm import SQL, Select, fn

SHOWN = 20
Row = dict[str, Any]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: `code` with `values` says in short why it stands here, never how much.

    `kind` is what opens (a kind of paper, request, visit, deposit_claim, matrix_signature), `paper`
    the kind behind a request; `reference` is a number, a draft reference or an hour; without a
    customer `customer_id` is 0. `actions` are what can be done on the spot: open always, done or
    put_off where that is one step. `stead` names the absent person for whom the actor does it.
    """

    section: str
    kind: str
    record_id: int
    version: int
    document_id: int | None
    reference: str
    customer_id: int
    customer: str
    phone: str
    person: str
    code: str
    values: Values
    due: date | None
    late: bool
    amount: Money | None
    actions: tuple[str, ...]
    paper: str = ""
    stead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The first lines of one kind, most pressing first; `code` names its heading."""

    code: str
    lines: tuple[Line, ...]
    more: bool


@dataclass(frozen=True)
class Part:
    """One section: who has it, which rows, most pressing first, and what they say.

    `rows` is told whether everybody's work is asked for; `counted` are the places of the rail that
    count the actor's own, beside Today, which counts every line; `told` says which of its lines are
    news that are told at once. `whose` is the column that says whose work a row is. A `quiet` part
    is not there while it is empty.
    """

    code: str
    permission: str
    rows: Callable[[Context, bool], Any]
    lines: Callable[[Context, list[Row]], Iterable[Line]]
    counted: tuple[str, ...] = ()
    told: Callable[[Line], bool] | None = None
    whose: str = "owner_id"
    quiet: bool = False

    def read(self, context: Context, whole: bool) -> Section:
        """Its first page."""
        found = list(self.rows(context, whole).limit(SHOWN + 1).dicts())
        away = {} if whole else delegations.colleagues_away(context)
        lines = zip(found, self.lines(context, found[:SHOWN]), strict=False)
        marked = tuple(self._marked(line, row, away) for row, line in lines)
        return Section(self.code, marked, len(found) > SHOWN)

    def _marked(self, line: Line, row: Row, away: Mapping[int, str]) -> Line:
        """The line with the name of the absent colleague who left that work with the actor."""
        name = away.get(row.get(self.whose, 0))
        return line if name is None else replace(line, stead=name)

    def count(self, context: Context, most: int) -> Any:
        """A select of how many of the actor's own there are, up to `most`."""
        few = self.rows(context, False).limit(most).alias(self.code)
        return Select([few], [fn.COUNT(SQL("1"))]).alias(f"{self.code}_count")


def each(
    line: Callable[[Context, Row], Line],
) -> Callable[[Context, list[Row]], Iterable[Line]]:
    """The lines of a part whose rows stand for themselves."""
    return lambda context, rows: (line(context, row) for row in rows)


def always(_line: Line) -> bool:
    """Whoever has such a line is told of it at once."""
    return True


def is_shared(context: Context, whole: bool) -> bool:
    """The desk's people have work lists of their own; every other role serves its whole branch."""
    return whole or context.actor.roles.isdisjoint(DESK.split())


def reach(context: Context, permission: str, shared: bool = True) -> Any:
    """The ids of the branches that the work may come from; one's own list has no borders."""
    branch = context.t.branch
    rows = branch.select(branch.c.id)
    branch_id = context.branches(permission) if shared else None
    return rows if branch_id is None else rows.where(branch.c.id == branch_id)


def papers(context: Context, kinds: tuple[str, ...], permission: str, whole: bool) -> Any:
    """Papers of these kinds on the actor's work list, or of every branch within reach."""
    shared = is_shared(context, whole)
    rows = all_papers(context, kinds, permission, shared)
    return rows if shared else rows.where(on_list(context))


def on_list(context: Context) -> Any:
    """Papers of the actor, and of those who left their work with the actor for today."""
    return context.t.document.c.owner_id << delegations.work_of(context)


def all_papers(
    context: Context, kinds: tuple[str, ...], permission: str, shared: bool = True
) -> Any:
    """Papers of these kinds in every branch within reach, whoever's work list they are on."""
    document, customer, person = context.t.document, context.t.customer, context.t.person
    return (
        document.select(
            *(document.c.id, document.c.version, document.c.kind, document.c.number),
            *(document.c.draft_reference, document.c.customer_id, document.c.state),
            *(document.c.total_satang, document.c.follow_up_on, document.c.valid_until),
            *(document.c.issued_at, document.c.promised_on, document.c.first_promise_on),
            *(document.c.arrived_on, document.c.owner_id),
            customer.c.name.alias("customer"),
            customer.c.phone,
            getattr(person.c, context.naming).alias("person"),
        )
        .join(customer, on=customer.c.id == document.c.customer_id)
        .join(person, on=person.c.id == document.c.owner_id)
        .where(
            document.c.kind << kinds,
            document.c.branch_id << reach(context, permission, shared),
        )
    )


class Facts(NamedTuple):
    """What opens and what it is worth, where that is not the paper of the row itself."""

    kind: str
    document_id: int
    satang: int | None
    paper: str


def paper_line(
    section: str,
    row: Row,
    code: str,
    values: Values,
    actions: tuple[str, ...] = ("open",),
    *,
    due: date | None = None,
    late: bool = False,
    facts: Facts | None = None,
) -> Line:
    """The line of a paper, or of what `facts` says that stands for one."""
    name = KINDS[row["kind"]].name
    kind, document_id, satang, paper = facts or Facts(name, row["id"], row["total_satang"], name)
    return Line(
        section=section,
        kind=kind,
        record_id=row["id"],
        version=row["version"],
        document_id=document_id,
        reference=row["number"] or row["draft_reference"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        phone=row["phone"],
        person=row["person"],
        code=code,
        values=values,
        due=due,
        late=late,
        amount=None if satang is None else Money(satang),
        actions=actions,
        paper=paper,
    )


def days_since(context: Context, moment: str) -> int:
    """Whole days from a stored moment or day until today."""
    return (context.today - date.fromisoformat(moment[:10])).days
