"""The till of a day: what each cashier took by each method, and what was counted of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from crm_desktop.domain.deposits import METHODS
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import LARGEST_PRICE, Money
from crm_desktop.services.registry import Command, Context, handles, query

LONGEST_NOTE = 500
Key = tuple[int, str]
"""A person and a method."""


@dataclass(frozen=True, slots=True)
class TillEntry:
    """One movement of the day: received, or going out again (negative)."""

    deposit_id: int
    reference: str
    customer: str
    kind: str
    amount: Money
    at: datetime


@dataclass(frozen=True, slots=True)
class TillRow:
    """What one person took by one method: by the program, and as counted last (None: not yet)."""

    cashier_id: int
    cashier: str
    method: str
    system: Money
    counted: Money | None
    note: str
    counted_at: datetime | None
    entries: tuple[TillEntry, ...]

    @property
    def difference(self) -> Money | None:
        """Counted less what the program says now; None before anybody counted."""
        return None if self.counted is None else self.counted - self.system

    @property
    def moved_since(self) -> bool:
        """Whether money of that day was booked after it was counted."""
        return self.counted_at is not None and any(e.at > self.counted_at for e in self.entries)


@dataclass(frozen=True, slots=True)
class Till:
    """One day of a branch; the rows of one person stand together."""

    day: date
    rows: tuple[TillRow, ...]

    @property
    def system(self) -> Money:
        """All that the program says was taken."""
        return Money.sum(row.system for row in self.rows)


@dataclass(frozen=True)
class CountTill(Command[Till]):
    """Keeps what the cashier counted, (method, sum); counting again is a new line."""

    name: ClassVar[str] = "till.count"
    day: date
    counts: tuple[tuple[str, Money], ...]
    note: str = ""


@query("till.read")
def till(context: Context, day: date, cashier_id: int | None = None) -> Till:
    """The day's till of the branch, of one person where named."""
    return _till(context, day, cashier_id)


@handles(CountTill)
def count_till(context: Context, command: CountTill) -> Till:
    """A difference needs a word why; the figures of that moment are kept for good."""
    actor = context.actor
    if command.day > context.today:
        raise Refused("date_in_future", "day", date=command.day, today=context.today)
    _check_counts(command.counts)
    found = {row.method: row for row in _till(context, command.day, actor.person_id).rows}
    note = command.note.strip()
    if len(note) > LONGEST_NOTE:
        raise Refused("text_too_long", "note", most=LONGEST_NOTE)
    for index, (method, counted) in enumerate(command.counts):
        system = found[method].system if method in found else Money.ZERO
        if counted != system and not note:
            raise Refused("till_note_needed", "note", difference=counted - system)
        if not Money.ZERO <= counted <= LARGEST_PRICE:
            raise Refused(
                "bad_price",
                f"counts.{index}",
                text=str(counted),
                lowest=Money.ZERO,
                highest=LARGEST_PRICE,
            )
        context.insert(
            "till_count",
            "counted",
            branch_id=actor.branch_id,
            cashier_id=actor.person_id,
            day=command.day.isoformat(),
            method=method,
            system_satang=system.satang,
            counted_satang=counted.satang,
            note=note,
            by_id=actor.person_id,
            at=context.moment,
        )
    return _till(context, command.day, actor.person_id)


def _check_counts(counts: tuple[tuple[str, Money], ...]) -> None:
    if not counts:
        raise Refused("till_nothing_counted", "counts")
    for index, (method, _) in enumerate(counts):
        if method not in METHODS:
            raise Refused("bad_choice", f"counts.{index}", value=method)
        if method in [other for other, _ in counts[:index]]:
            raise Refused("till_method_twice", f"counts.{index}")


def _till(context: Context, day: date, cashier_id: int | None) -> Till:
    branch_id = context.branches("till.read")
    entries: dict[Key, list[TillEntry]] = {}
    for key, entry in _movements(context, day, branch_id):
        if cashier_id in (None, key[0]):
            entries.setdefault(key, []).append(entry)
    counts = _counts(context, day, branch_id, cashier_id)
    order = list(METHODS)
    keys = sorted(entries.keys() | counts.keys(), key=lambda key: (key[0], order.index(key[1])))
    return Till(day, tuple(_row(context, key, entries.get(key, []), counts) for key in keys))


def _row(
    context: Context,
    key: Key,
    entries: Iterable[TillEntry],
    counts: Mapping[Key, Mapping[str, Any]],
) -> TillRow:
    person_id, method = key
    count = counts.get(key)
    listed = tuple(entries)
    return TillRow(
        cashier_id=person_id,
        cashier=context.known("person", person_id)[context.naming],
        method=method,
        system=Money.sum(entry.amount for entry in listed),
        counted=Money(count["counted_satang"]) if count else None,
        note=count["note"] if count else "",
        counted_at=datetime.fromisoformat(count["at"]) if count else None,
        entries=listed,
    )


def _movements(
    context: Context, day: date, branch_id: int | None
) -> Iterable[tuple[Key, TillEntry]]:
    """Money that people took or paid out on a day; a reversal counts against who was wrong."""
    entry, document, customer = context.t.deposit_entry, context.t.document, context.t.customer
    undone = entry.alias("undone")
    rows = (
        entry.select(
            *(getattr(entry.c, name) for name in ("kind", "satang", "method", "by_id", "at")),
            document.c.id.alias("deposit_id"),
            document.c.number,
            customer.c.name.alias("customer"),
            undone.c.kind.alias("was"),
            undone.c.by_id.alias("was_by"),
        )
        .join(document, on=(document.c.id == entry.c.deposit_id))
        .join(customer, on=(customer.c.id == document.c.customer_id))
        .left_outer_join(undone, on=(undone.c.id == entry.c.reverses_id))
        .where(entry.c.dated == day.isoformat(), entry.c.kind << ("receive", "refund", "reverse"))
        .order_by(entry.c.id)
    )
    if branch_id is not None:
        rows = rows.where(document.c.branch_id == branch_id)
    signs = {"receive": 1, "refund": -1}
    for row in rows.dicts():
        what, by_id = row["was"] or row["kind"], row["was_by"] or row["by_id"]
        if what not in signs or not by_id:
            continue
        sign = -signs[what] if row["kind"] == "reverse" else signs[what]
        yield (
            (by_id, row["method"]),
            TillEntry(
                row["deposit_id"],
                row["number"],
                row["customer"],
                row["kind"],
                Money(sign * row["satang"]),
                datetime.fromisoformat(row["at"]),
            ),
        )


def _counts(
    context: Context, day: date, branch_id: int | None, cashier_id: int | None
) -> dict[Key, dict[str, Any]]:
    """The latest count of each person and method."""
    count = context.t.till_count
    rows = count.select().where(count.c.day == day.isoformat()).order_by(count.c.id)
    if branch_id is not None:
        rows = rows.where(count.c.branch_id == branch_id)
    if cashier_id is not None:
        rows = rows.where(count.c.cashier_id == cashier_id)
    return {(row["cashier_id"], row["method"]): dict(row) for row in rows.dicts()}
