"""What belongs to one customer, as lists beside the card: papers, deposits, visits."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.messages import sentence
from crm_desktop.services.deposits.deposit_lists import DepositRow, deposit_page
from crm_desktop.services.orders.order_lists import OrderRow, order_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotation_lists import QuotationRow, quotation_page
from crm_desktop.services.registry import Page
from crm_desktop.services.visits.visit_lists import Visit, visits_of_customer
from ui.deposits.words import state_tone, state_word
from ui.desk import Desk
from ui.states import tone_of
from ui.tables.columns import Align, Column, Columns
from ui.tables.model import Fetch
from ui.tables.view import ListView
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

UNFINISHED = ("draft", "waiting", "ready", *OPEN_STATES)
NOBODY: Mapping[str, int] = {"customer_id": 0}
VISIT_TONES = {"planned": Tone.INFO, "confirmed": Tone.INFO, "done": Tone.OK, "missed": Tone.WARN}
_WORDS = {
    "quotations": QT_TRANSLATE_NOOP("papers", "Quotations"),
    "reference": QT_TRANSLATE_NOOP("papers", "Number"),
    "state": QT_TRANSLATE_NOOP("papers", "State"),
    "total": QT_TRANSLATE_NOOP("papers", "Total"),
    "next": QT_TRANSLATE_NOOP("papers", "Next date"),
    "no quotations": QT_TRANSLATE_NOOP("papers", "No quotations yet"),
    "begin quotation": QT_TRANSLATE_NOOP("papers", "F2 begins one for this customer."),
    "orders": QT_TRANSLATE_NOOP("papers", "Orders"),
    "promise": QT_TRANSLATE_NOOP("papers", "Promised"),
    "no orders": QT_TRANSLATE_NOOP("papers", "No orders yet"),
    "begin order": QT_TRANSLATE_NOOP("papers", "Ctrl+F2 begins one for this customer."),
    "deposits": QT_TRANSLATE_NOOP("papers", "Deposits"),
    "amount": QT_TRANSLATE_NOOP("papers", "Amount"),
    "held": QT_TRANSLATE_NOOP("papers", "Held"),
    "no deposits": QT_TRANSLATE_NOOP("papers", "No deposits yet"),
    "begin deposit": QT_TRANSLATE_NOOP("papers", "F9 on an order asks for one."),
    "visits": QT_TRANSLATE_NOOP("papers", "Visits"),
    "day": QT_TRANSLATE_NOOP("papers", "Day"),
    "about": QT_TRANSLATE_NOOP("papers", "About"),
    "no visits": QT_TRANSLATE_NOOP("papers", "No visits yet"),
    "begin visit": QT_TRANSLATE_NOOP("papers", "Shift+F8 plans one with this customer."),
}


def quotations_of(desk: Desk) -> ListView:
    """Quotations of the customer that the filter `customer_id` names, newest first."""

    def fetch(wanted: ListQuery) -> Page[QuotationRow]:
        if not wanted.filters.get("customer_id"):
            return Page(())
        return desk.read(quotation_page, replace(wanted, descending=True))

    columns = (
        Column("reference", _text("reference"), 148, strong=True),
        Column(
            "state",
            _text("state"),
            100,
            format=lambda state: sentence(f"quotation_state_{state}", desk.language),
            tone=lambda row: tone_of(row.state),
            stretch=True,
        ),
        Column("total", _text("total"), 104, align=Align.RIGHT, format=str),
        Column("follow_up_on", _text("next"), 92, format=desk.day, muted=True, shown=False),
    )
    empty = (_text("no quotations"), _text("begin quotation"))
    return _made(desk, "customer_quotations", _text("quotations"), columns, fetch, empty)


def orders_of(desk: Desk) -> ListView:
    """Orders of all kinds of the customer that the filter `customer_id` names, newest first."""

    def fetch(wanted: ListQuery) -> Page[OrderRow]:
        if not wanted.filters.get("customer_id"):
            return Page(())
        return desk.read(order_page, replace(wanted, descending=True))

    def state(row: OrderRow) -> str:
        return sentence(KINDS[row.kind].states.state_code(row.state), desk.language)

    def tone(row: OrderRow) -> Tone:
        return tone_of(row.state)

    columns = (
        Column("reference", _text("reference"), 148, strong=True),
        Column("state", _text("state"), 100, value=state, tone=tone, stretch=True),
        Column("total", _text("total"), 104, align=Align.RIGHT, format=str),
        Column("promised_on", _text("promise"), 92, format=desk.day, muted=True, shown=False),
    )
    empty = (_text("no orders"), _text("begin order"))
    return _made(desk, "customer_orders", _text("orders"), columns, fetch, empty)


def deposits_of(desk: Desk) -> ListView:
    """Deposits of the customer that the filter `customer_id` names, newest first."""

    def fetch(wanted: ListQuery) -> Page[DepositRow]:
        if not wanted.filters.get("customer_id"):
            return Page(())
        return desk.read(deposit_page, replace(wanted, descending=True))

    columns = (
        Column("reference", _text("reference"), 132, strong=True),
        Column(
            "state",
            _text("state"),
            100,
            format=lambda state: state_word(desk, state),
            tone=lambda row: state_tone(row.state),
            stretch=True,
        ),
        Column(
            "amount",
            _text("amount"),
            92,
            align=Align.RIGHT,
            format=str,
            value=lambda row: row.amount or row.expected,
        ),
        Column("held", _text("held"), 92, align=Align.RIGHT, format=str, shown=False),
    )
    empty = (_text("no deposits"), _text("begin deposit"))
    return _made(desk, "customer_deposits", _text("deposits"), columns, fetch, empty)


def kind_of(row: QuotationRow | OrderRow | DepositRow | Visit) -> str:
    """The kind of record that a row of these lists opens."""
    match row:
        case OrderRow():
            return KINDS[row.kind].name
        case DepositRow():
            return "deposit"
        case Visit():
            return "visit"
    return "quotation"


def is_open(row: OrderRow) -> bool:
    """Whether an order has its number and is not finished."""
    kind = KINDS[row.kind]
    return row.state in kind.standing and row.state not in kind.ends


def visits_of(desk: Desk) -> ListView:
    """Visits of the customer that the filter `customer_id` names, newest first."""

    def fetch(wanted: ListQuery) -> Page[Visit]:
        customer_id = wanted.filters.get("customer_id")
        if not customer_id:
            return Page(())
        before = wanted.after[0] if wanted.after else None
        return desk.read(visits_of_customer, customer_id, before=before, limit=wanted.limit)

    columns = (
        Column("planned_on", _text("day"), 92, format=desk.day, strong=True),
        Column(
            "state",
            _text("state"),
            104,
            format=lambda state: sentence(f"visit_state_{state}", desk.language),
            tone=lambda row: VISIT_TONES.get(row.state, Tone.PLAIN),
        ),
        Column("about", _text("about"), 200, value=lambda row: _about(desk, row), stretch=True),
    )
    empty = (_text("no visits"), _text("begin visit"))
    return _made(desk, "customer_visits", _text("visits"), columns, fetch, empty)


def _about(desk: Desk, visit: Visit) -> str:
    outcome = sentence(visit.outcome.value, desk.language) if visit.outcome else ""
    return " · ".join(filter(None, (outcome, visit.promised or visit.purpose)))


def _made(
    desk: Desk, name: str, title: str, columns: Columns, fetch: Fetch, empty: tuple[str, str]
) -> ListView:
    made = ListView(
        name,
        title,
        columns,
        fetch,
        empty=empty,
        state=desk.state,
        filter_box=False,
        leaves=lambda row: getattr(row, "number", "") is not None,
    )
    made.set_filters(NOBODY)
    return made


def _text(key: str) -> str:
    return QCoreApplication.translate("papers", _WORDS[key])
