"""The places of the rail and the records that open in tabs; screens load when first needed."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.screen import Screen
from ui.translations import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Place:
    """One place; `factory` names "module:Class", made as Class(desk, parent)."""

    key: str
    source: str
    icon: str
    permission: str
    factory: str

    @property
    def text(self) -> str:
        """Its name in the language that is on."""
        return QCoreApplication.translate("places", self.source)


PLACES = (
    Place(
        "today", QT_TRANSLATE_NOOP("places", "Today"), "sun", "today.read", "ui.today:TodayScreen"
    ),
    Place(
        "customers",
        QT_TRANSLATE_NOOP("places", "Customers"),
        "users",
        "customer.read",
        "ui.customers:CustomersScreen",
    ),
    Place(
        "quotations",
        QT_TRANSLATE_NOOP("places", "Quotations"),
        "file-text",
        "quotation.read",
        "ui.quotations:QuotationsScreen",
    ),
    Place(
        "orders",
        QT_TRANSLATE_NOOP("places", "Orders"),
        "shopping-cart",
        "order.read",
        "ui.orders:OrdersScreen",
    ),
    Place(
        "deposits",
        QT_TRANSLATE_NOOP("places", "Deposits"),
        "wallet",
        "deposit.read",
        "ui.deposits:DepositsScreen",
    ),
    Place(
        "visits",
        QT_TRANSLATE_NOOP("places", "Visits"),
        "map-pin",
        "visit.read",
        "ui.rounds.screen:RoundsScreen",
    ),
    Place(
        "products",
        QT_TRANSLATE_NOOP("places", "Products"),
        "package",
        "product.read",
        "ui.products:ProductsScreen",
    ),
    Place(
        "approvals",
        QT_TRANSLATE_NOOP("places", "Approvals"),
        "check-square-offset",
        "request.read",
        "ui.approvals.screen:ApprovalsScreen",
    ),
    Place(
        "authority",
        QT_TRANSLATE_NOOP("places", "Authority"),
        "scales",
        "authority.read",
        "ui.authority:AuthorityScreen",
    ),
    Place(
        "team",
        QT_TRANSLATE_NOOP("places", "Team"),
        "users-three",
        "team.read",
        "ui.team:TeamScreen",
    ),
    Place(
        "settings",
        QT_TRANSLATE_NOOP("places", "Settings"),
        "gear-six",
        "settings.save",
        "ui.look.screen:SettingsScreen",
    ),
)

IN_PLACE = {
    "customer": "customers",
    "deposit": "deposits",
    "deposit_claim": "deposits",
    "till": "deposits",
    "bill": "deposits",
    "visit": "visits",
    "product": "products",
    "request": "approvals",
    "matrix": "authority",
    "left": "team",
    "matrix_signature": "authority",
    "follow_up": "today",
    "price_call": "quotations",
    "task": "today",
    "delegation": "team",
    "mail": "settings",
}
"""Records that are shown inside a place, by `show_record`."""

RECORDS = {
    "quotation": "ui.quotations:QuotationDocument",
    "sales_order": "ui.orders:OrderDocument",
    "back_order": "ui.orders:OrderDocument",
    "special_order": "ui.orders:OrderDocument",
    "purchase_request": "ui.orders:OrderDocument",
    "paper": "ui.paper_view:PaperWindow",
    "paper_mail": "ui.paper_mail:PaperMailScreen",
    "statement": "ui.deposits.statement:StatementScreen",
    "delegation": "ui.team.absence:AbsenceScreen",
    "notices": "ui.notice_form:NoticesScreen",
    "doubles": "ui.doubles.screen:DoublesScreen",
    "customer_merge": "ui.doubles.merge:MergeScreen",
    "privacy": "ui.privacy.screen:PrivacyScreen",
    "cards": "ui.exchange.cards:CardsScreen",
    "watched_file": "ui.exchange.watched:WatchedList",
    "problem": "ui.problem:ProblemScreen",
    "help": "ui.help.screen:HelpScreen",
    "import": "ui.intake.screen:ImportScreen",
}
"""Records that open in a tab of their own, made as Class(desk, kind, record_id)."""

OPENS = {
    "desk.notices": ("notices", "mine"),
    "desk.mail": ("mail", "server"),
    "desk.absence": ("delegation", "new"),
    "help.problem": ("problem", "report"),
    "desk.import": ("import", "any"),
}
"""What these actions open, with the one id that it has."""

NEW = {
    "new.quotation": "quotation",
    "new.order": "sales_order",
    "new.back_order": "back_order",
    "new.special_order": "special_order",
    "new.customer": "customer",
    "new.visit": "visit",
}
"""What the "new" actions open, with `new_id()` as the record's id."""

FOR_CUSTOMER = frozenset(NEW.values()) - {"customer"}
"""New records that can be begun for the customer in view."""


def new_id(customer_id: int | None = None) -> str:
    """Stands for a record that is not stored yet, for a customer where one is in view; its draft
    is found again under it."""
    ending = "" if customer_id is None else f"-{customer_id}"
    return f"new-{secrets.token_hex(3)}{ending}"


def customer_of(record_id: Any) -> int | None:
    """The customer that a `new_id` is for."""
    parts = str(record_id).split("-")
    return int(parts[2]) if len(parts) == 3 else None


def load(factory: str) -> Callable[..., Screen]:
    """The class that a dotted "module:Class" names."""
    module, _, name = factory.partition(":")
    made: Callable[..., Screen] = getattr(import_module(module), name)
    return made


def make_place(place: Place, desk: Desk, parent: QWidget) -> Screen:
    """The screen of a place, to stand in `parent`."""
    return load(place.factory)(desk, parent)


def make_record(kind: str, record_id: Any, desk: Desk) -> Screen:
    """The document screen of a record; KeyError for a kind that has none."""
    return load(RECORDS[kind])(desk, kind, record_id)
