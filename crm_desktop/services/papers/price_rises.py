"""Whom to call when prices rise: open quotations whose goods are dearer in the list by now.

A new list leaves a line in the audit; housekeeping then looks, some papers at a time, at the lines
of open quotations alone, so that the size of the list does not matter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES
from crm_desktop.domain.lifecycle import Code
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.services import settings
from crm_desktop.services.customers.customer_values import PRICE_LEVELS
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import in_vat_mode
from crm_desktop.services.products import products
from crm_desktop.services.products.product_values import Goods
from crm_desktop.services.registry import Command, Context, Page, handles, query
from crm_desktop.services.settings import Shop
from crm_desktop.services.taking_back import offer
from crm_desktop.store.orm import SQL, fn

SWEEP = "price_rises"
READ = "quotation.read"
LISTS = ("product", "product_price")
BATCH = 300
SORTS = {"worth": "worth_satang", "until": "valid_until"}
LONGEST_NOTE = 500


@dataclass(frozen=True)
class TellPriceRise(Command[None]):
    """The customer knows that the prices of an open paper rose, and what they said."""

    name: ClassVar[str] = "quotation.price_told"
    permission: ClassVar[str] = "quotation.follow"
    id: int
    version: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rise:
    """One line that would cost more: prices per unit as the paper shows them (with or without
    VAT), `rise` for all of its quantity."""

    code: str
    description: str
    quantity: Decimal
    unit: str
    old: Money
    new: Money

    @property
    def rise(self) -> Money:
        """What the line would cost more."""
        return (self.new - self.old).times(self.quantity)


@dataclass(frozen=True, slots=True)
class RiseRow:
    """One paper of the call list: `worth` is the sum of the lines that rose, as quoted."""

    id: int
    version: int
    document_id: int
    reference: str
    customer_id: int
    customer: str
    phone: str
    contact: str
    owner: str
    worth: Money
    rise: Money
    valid_until: date
    found_on: date


def is_due(context: Context) -> bool:
    """Whether a list came in, or a day began, since all open papers were looked at."""
    kept, _ = settings.load(context, SWEEP)
    seen = (kept.get("mark"), kept.get("day"))
    return bool(kept.get("after")) or seen != (_mark(context), context.today.isoformat())


def _mark(context: Context) -> int:
    """The audit's last line about products or prices as a whole."""
    line = context.t.audit_line
    rows = line.select(fn.MAX(line.c.id)).where(line.c.record << LISTS, line.c.record_id == 0)
    return int(next(iter(rows.tuples()))[0] or 0)


def sweep(context: Context) -> tuple[int, bool]:
    """Looks at the next papers; answers how many calls were found, and whether there are more.

    Prices that hold from a later day on are found when that day has come.
    """
    kept, version = settings.load(context, SWEEP)
    mark, today = _mark(context), context.today.isoformat()
    after = kept.get("after") or 0
    begun = bool(after) and (kept.get("mark"), kept.get("day")) == (mark, today)
    papers = _open_papers(context, after if begun else 0)
    found = _compare(context, papers)
    more = len(papers) == BATCH
    value = {"mark": mark, "day": today, "after": papers[-1]["id"] if more else 0}
    settings.store(context, SWEEP, version, value)
    return found, more


def _open_papers(context: Context, after: int) -> list[dict[str, Any]]:
    document, customer = context.t.document, context.t.customer
    names = ("id", "branch_id", "issued_at", "prices_include_vat", "vat_rate", "valid_until")
    states = ", ".join(f"'{state}'" for state in OPEN_STATES)
    quoted = fn.COALESCE(document.c.frozen_customer_id, document.c.customer_id)
    rows = (
        document.select(
            *(getattr(document.c, name) for name in names),
            *(customer.c.price_level, customer.c.id.alias("quoted_id")),
        )
        .join(customer, on=customer.c.id == quoted)
        .where(
            document.c.state.in_(SQL(f"({states})")),
            document.c.kind == KIND.code,
            document.c.valid_until >= context.today.isoformat(),
            document.c.id > after,
        )
    )
    return list(rows.order_by(document.c.id).limit(BATCH).dicts())


def _compare(context: Context, papers: Sequence[Mapping[str, Any]]) -> int:
    """Opens, mends and ends the calls of these papers; answers how many are new."""
    ids = tuple(paper["id"] for paper in papers)
    lines: dict[int, list[dict[str, Any]]] = {}
    for line in context.rows("document_line", "document_id, position", document_id=ids):
        if line["product_id"] and line["list_price_satang"] is not None:
            lines.setdefault(line["document_id"], []).append(line)
    goods = products.goods(
        context, (each["product_id"] for held in lines.values() for each in held)
    )
    calls = {each["document_id"]: each for each in context.rows(
        "price_call", "id", document_id=ids, state="open")}  # fmt: skip
    told, was, found = _told(context, ids), _Levels(context, papers), 0
    shop = settings.load_shop(context)[0]
    for paper in papers:
        held = lines.get(paper["id"], ())
        lists = [_lists(shop, paper, line, goods, context.today) for line in held]
        level = was.level(paper, held, lists)
        risen = _risen(paper, held, [each[level] for each in lists], told)
        call = calls.get(paper["id"])
        if risen and call is None:
            _open_call(context, paper, risen)
            found += 1
        elif call is not None:
            _mend(context, call, risen)
    return found


class _Levels:
    """At which level papers were quoted: two levels compared are no rise of the list.

    What was changed by hand stands in the audit; a list of customers leaves one line there for
    all of them.
    """

    def __init__(self, context: Context, papers: Sequence[Mapping[str, Any]]) -> None:
        line, value = context.t.audit_line, context.t.audit_value
        customers = [paper["quoted_id"] for paper in papers]
        rows = (
            line.select(line.c.record_id, line.c.at, value.c.before)
            .join(value, on=value.c.line_id == line.c.id)
            .where(line.c.record == "customer", line.c.record_id << (customers or [0]))
            .where(value.c.field == "price_level", value.c.before.is_null(False))
            .order_by(line.c.id)
        )
        self._changes: dict[int, list[tuple[str, str]]] = {}
        for customer_id, *change in rows.tuples():
            self._changes.setdefault(customer_id, []).append(tuple(change))
        lists = line.select(fn.MAX(line.c.at)).where(
            line.c.record == "customer", line.c.record_id == 0
        )
        self._listed_at = next(iter(lists.tuples()))[0] or ""

    def level(
        self,
        paper: Mapping[str, Any],
        lines: Sequence[Mapping[str, Any]],
        lists: Sequence[Mapping[str, Money | None]],
    ) -> str:
        """The customer's level when the paper left. Where a list of customers came in since, it is
        the one at which everything still costs what it did, if there is one."""
        left, today = paper["issued_at"], str(paper["price_level"])
        changes = self._changes.get(paper["quoted_id"], ())
        by_hand = next((before for at, before in changes if at > left), None)
        if by_hand is not None or self._listed_at < left:
            return by_hand or today
        quoted = [Money(line["list_price_satang"]) for line in lines]
        same = (level for level in PRICE_LEVELS if [each[level] for each in lists] == quoted)
        return next(same, today)


def _told(context: Context, ids: tuple[int, ...]) -> dict[tuple[int, int], int]:
    """The price that a customer was told last, by paper and line."""
    call, line = context.t.price_call, context.t.price_call_line
    rows = (
        line.select(call.c.document_id, line.c.position, line.c.new_satang)
        .join(call, on=call.c.id == line.c.price_call_id)
        .where(call.c.document_id << (list(ids) or [0]), call.c.state == "told")
        .order_by(call.c.id)
    )
    return {(document, position): satang for document, position, satang in rows.tuples()}


def _lists(
    shop: Shop,
    paper: Mapping[str, Any],
    line: Mapping[str, Any],
    goods: Mapping[int, Goods],
    day: date,
) -> dict[str, Money | None]:
    """What one unit of the line costs by the list of a day, by level, as the paper shows prices."""
    good = goods.get(line["product_id"])
    rate, include = Decimal(paper["vat_rate"]), bool(paper["prices_include_vat"])
    quantity = Decimal(line["quantity_milli"]).scaleb(-3)
    vat, found = VatClass(line["vat_class"]), dict[str, Money | None]()
    for level in PRICE_LEVELS:
        listed = good.price(level, line["unit"], quantity, day) if good else None
        found[level] = in_vat_mode(listed, vat, rate, shop, include)
    return found


def _risen(
    paper: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
    listed: Sequence[Money | None],
    told: Mapping[tuple[int, int], int],
) -> list[dict[str, Any]]:
    """The lines whose list price is higher than when they were quoted (or last told)."""
    risen = []
    for line, now in zip(lines, listed, strict=True):
        old = told.get((paper["id"], line["position"]), line["list_price_satang"])
        if now is not None and now.satang > old:
            same = ("position", "product_id", "code", "description", "quantity_milli", "unit")
            prices = {"old_satang": old, "new_satang": now.satang, "net": line["net_satang"]}
            risen.append({name: line[name] for name in same} | prices)
    return risen


def _sums(risen: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    rises = (
        Money(each["new_satang"] - each["old_satang"]).times(
            Decimal(each["quantity_milli"]).scaleb(-3)
        )
        for each in risen
    )
    worth = sum(each["net"] for each in risen)
    return {"worth_satang": worth, "rise_satang": Money.sum(rises).satang}


def _put_lines(context: Context, call_id: int, risen: Sequence[Mapping[str, Any]]) -> None:
    rows = ({name: value for name, value in each.items() if name != "net"} for each in risen)
    context.t.price_call_line.add_all([{"price_call_id": call_id, **row} for row in rows])


def _open_call(
    context: Context, paper: Mapping[str, Any], risen: Sequence[Mapping[str, Any]]
) -> None:
    call_id = context.insert(
        "price_call",
        "found",
        document_id=paper["id"],
        branch_id=paper["branch_id"],
        state="open",
        found_on=context.today.isoformat(),
        valid_until=paper["valid_until"],
        **_sums(risen),
    )
    _put_lines(context, call_id, risen)


def _mend(context: Context, call: Mapping[str, Any], risen: Sequence[Mapping[str, Any]]) -> None:
    """A call that waits says today's prices; where none is higher any more there is none."""
    if not risen:
        context.update("price_call", call["id"], call["version"], "over", state="over")
        return
    line, call_id = context.t.price_call_line, call["id"]
    kept = [
        (each["position"], each["old_satang"], each["new_satang"], each["quantity_milli"])
        for each in context.rows("price_call_line", "position", price_call_id=call_id)
    ]
    fresh = [
        (each["position"], each["old_satang"], each["new_satang"], each["quantity_milli"])
        for each in risen
    ]
    if kept != fresh:
        context.update("price_call", call_id, call["version"], "changed", **_sums(risen))
        line.delete().where(line.c.price_call_id == call_id).execute()
        _put_lines(context, call_id, risen)


# ---------------------------------------------------------------- the call list


@query(READ)
def rise_page(context: Context, wanted: ListQuery) -> Page[RiseRow]:
    """Calls that wait, by worth (the default, highest first) or last day; filters: mine."""
    call = context.t.price_call
    sort = SORTS[wanted.sort or "worth"]
    descending = wanted.descending or wanted.sort is None
    asked = ListQuery(sort, descending, after=wanted.after, limit=wanted.limit)
    rows = waiting(context, whole=not wanted.filters.get("mine"))
    found = keyset(rows, getattr(call.c, sort), call.c.id, asked)
    shown = found[: wanted.limit]
    following = (shown[-1][sort], shown[-1]["id"]) if len(found) > wanted.limit else None
    return Page(tuple(_row(each) for each in shown), following)


def waiting(context: Context, *, whole: bool) -> Any:
    """A select of the calls that wait, with paper, customer and owner; literals, for the partial
    indexes of what is open."""
    call, document = context.t.price_call, context.t.document
    customer, person = context.t.customer, context.t.person
    names = ("id", "version", "document_id", "worth_satang", "rise_satang", "valid_until")
    rows = (
        call.select(
            *(getattr(call.c, name) for name in (*names, "found_on")),
            *(document.c.number, document.c.customer_id, document.c.contact),
            *(document.c.owner_id, document.c.total_satang, document.c.draft_reference),
            customer.c.name.alias("customer"),
            customer.c.phone,
            getattr(person.c, context.naming).alias("person"),
        )
        .join(document, on=document.c.id == call.c.document_id)
        .join(customer, on=customer.c.id == document.c.customer_id)
        .join(person, on=person.c.id == document.c.owner_id)
        .where(call.c.state == SQL("'open'"))
    )
    branch_id = context.branches(READ)
    if branch_id is not None:
        rows = rows.where(call.c.branch_id == branch_id)
    return rows if whole else rows.where(document.c.owner_id == context.actor.person_id)


def _row(row: Mapping[str, Any]) -> RiseRow:
    return RiseRow(
        id=row["id"],
        version=row["version"],
        document_id=row["document_id"],
        reference=row["number"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        phone=row["phone"],
        contact=row["contact"],
        owner=row["person"],
        worth=Money(row["worth_satang"]),
        rise=Money(row["rise_satang"]),
        valid_until=date.fromisoformat(row["valid_until"]),
        found_on=date.fromisoformat(row["found_on"]),
    )


@query(READ)
def rises(context: Context, call_id: int) -> tuple[Rise, ...]:
    """The lines of one call."""
    call = context.row("price_call", call_id)
    documents.row_of(context, call["document_id"], READ)
    return tuple(
        Rise(
            row["code"],
            row["description"],
            Decimal(row["quantity_milli"]).scaleb(-3),
            row["unit"],
            Money(row["old_satang"]),
            Money(row["new_satang"]),
        )
        for row in context.rows("price_call_line", "position", price_call_id=call_id)
    )


@handles(TellPriceRise)
def tell_price_rise(context: Context, command: TellPriceRise) -> None:
    """Ends the call; a further rise opens another."""
    call = context.row("price_call", command.id)
    row = documents.row_of(context, call["document_id"], "quotation.follow")
    if call["state"] != "open":
        raise WrongState("price_call_not_open", state=Code(f"price_call_{call['state']}"))
    note = command.note.strip()
    if len(note) > LONGEST_NOTE:
        raise Refused("text_too_long", "note", most=LONGEST_NOTE)
    context.update(
        "price_call",
        call["id"],
        command.version,
        "told",
        state="told",
        note=note,
        told_by_id=context.actor.person_id,
        told_at=context.moment,
    )
    told = {"rise": str(Money(call["rise_satang"])), "reason": note}
    context.tell(KIND.name, row["id"], "price_told", row["customer_id"], **told)
    offer(context, command)


__all__ = ["Rise", "RiseRow", "TellPriceRise", "is_due", "rise_page", "rises", "sweep", "waiting"]
