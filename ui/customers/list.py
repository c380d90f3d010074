"""The customers: found while typing, with the card beside the list and the form in its place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.services.customers.customer_choices import customer_choices
from crm_desktop.services.customers.customer_pages import CustomerRow, customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.bars import Bar
from ui.binding import Slot
from ui.customers.card import CustomerCard
from ui.customers.merging import merging_slots
from ui.customers.privacy import OF_ONE, privacy_slots
from ui.customers.words import as_typed, class_box, word
from ui.desk import Desk
from ui.flow import Flow
from ui.intake.opening import import_slots
from ui.pace import REST_MS
from ui.places import new_id
from ui.screen import Screen
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.tokens import Tone

if TYPE_CHECKING:
    from ui.customers.form import CustomerForm

FILTER_WIDTH = 120
ARROW = 48
"""What a choice takes beside its words."""
LISTED = frozenset({"customer"})
CARDED = LISTED | {
    *("customer_consent", "customer_credit", "timeline", "document", "deposit"),
    *("receivable", "visit", "request"),
}


class CustomersScreen(Screen):
    """List and card, or the form of one customer over both."""

    FILTERS = ("scope", "zone", "segment", "rhythm")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form: CustomerForm | None = None
        self.pages = QStackedWidget(self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self.pages)
        left = QWidget(self.split)  # what is made elsewhere first is dressed twice
        self.list = ListView(
            "customers",
            self.title,
            self._columns(),
            self._fetch,
            empty=(
                self.tr("No customers yet"),
                self.tr("Ctrl+N takes one in: a name and a phone are enough."),
            ),
            state=desk.state,
            parent=left,
        )
        self.card = CustomerCard(desk, self.split)
        self.bar = Bar(left)
        self.scope, self.zone, self.segment = self._make_filters(left)
        self.rhythm = class_box(left)
        self._fill_split(left)
        self.bind(self._slots() | import_slots(self, "customers", "customer.import"))
        self._lay_out()
        self._soon = QTimer(self, interval=REST_MS, singleShot=True)
        self._soon.timeout.connect(self._show_card)
        self._wire()
        self._offer_choices()
        self._show_actions()

    @property
    def title(self) -> str:
        return self.tr("Customers")

    # What the window asks ---------------------------------------------------------------------

    def reload(self, tables: frozenset[str]) -> None:
        if tables & LISTED:
            self._offer_choices()
            self.list.reload()
        if tables & CARDED:
            self.card.reload()

    def show_record(self, kind: str, record_id: Any) -> None:
        if isinstance(record_id, str):
            self.open_form(record_id)
        else:
            self._close_form()
            self._bring(record_id)

    def make_new(self, kind: str) -> bool:
        """A quotation or a visit for the customer in view; what is being typed is saved first."""
        if kind == "customer":
            return False
        customer_id = self._customer_in_view()
        if customer_id is None:
            return self.form is not None
        self.open_record.emit(kind, new_id(customer_id))
        return True

    def back(self) -> bool:
        if self.form is None:
            return False
        if self.form.leave(self._close_form):
            self._close_form()
        return True

    # What people do ---------------------------------------------------------------------------

    def new(self) -> None:
        """A form for a customer who is not here yet, with what the search did not find."""
        looked_for = "" if self.list.model.rows else self.list.filter.text().strip()
        form = self.open_form(new_id())
        if looked_for:
            form.bring(as_typed(looked_for))

    def edit(self) -> None:
        """The form of the customer in the card."""
        if self.form is None and self.card.customer:
            self.open_form(self.card.customer.id)

    def open_form(self, record_id: str | int) -> "CustomerForm":
        """Put a form over list and card; one that was open is kept as a draft."""
        if self.form:
            self.form.keep_draft()
            self._close_form()
        from ui.customers.form import CustomerForm

        form = CustomerForm(self.desk, record_id, self)
        form.saved.connect(self._saved)
        form.left.connect(self._close_form)
        form.instead.connect(self._open_instead)
        form.quote.connect(lambda: self.make_new("quotation"))
        form.cancelled.connect(self.back)
        self.form = form
        self.pages.addWidget(form)
        self.pages.setCurrentWidget(form)
        self._show_actions()
        form.begin()
        return form

    def switch_scope(self) -> None:
        """Mine or everybody's."""
        self.scope.setCurrentIndex(1 - self.scope.currentIndex())

    def open_card(self) -> None:
        """Go from the list into the card."""
        if self.list.current():
            self._show_card()
        self.card.tabs.setFocus()

    def open_statement(self) -> None:
        """The deposits of the customer in view, in a tab of their own."""
        if self.card.customer:
            self.open_record.emit("statement", self.card.customer.id)

    def take_cards(self) -> None:
        """Visiting cards of a phone or a mail program, in a tab of their own."""
        from ui.files import CARDS, ask_file

        ask_file(self, self.tr("Visiting cards"), CARDS, partial(self.open_record.emit, "cards"))

    # Making -----------------------------------------------------------------------------------

    def _slots(self) -> dict[str, Slot]:
        slots: dict[str, Slot] = {
            "list.open": self.open_card,
            "list.reload": self._read_again,
            "list.columns": self.list.choose_columns,
            "list.everybody": self.switch_scope,
            "list.note": self.card.write_note,
            "list.reveal": self.card.reveal,
            "list.consent": self.card.go_to_consent,
            "deposit.statement": self.open_statement,
            **merging_slots(self),
            **privacy_slots(self),
        }
        if self.desk.may("customer.save"):
            slots |= {
                "list.new": self.new,
                "list.edit": self.edit,
                "list.cards": self.take_cards,
                "form.save": self._in_form(lambda form: form.submit()),
                "form.revert": self._in_form(lambda form: form.revert()),
                "form.double": self._in_form(lambda form: form.doubles.take_first()),
            }
        return slots | {
            name: partial(self._settled, slots[name]) for name in OF_ONE if name in slots
        }

    def _in_form(self, act: "Callable[[CustomerForm], object]") -> Slot:
        return lambda: act(self.form) if self.form else None

    def _columns(self) -> Sequence[Column]:
        def level(code: str) -> str:
            return word(self.desk, f"price_level_{code}")

        return (
            Column(
                "name",
                self.tr("Name"),
                200,
                sort="name",
                strong=True,
                stretch=True,
                icon=lambda row: "buildings" if row.kind == "company" else "user",
            ),
            Column("code", self.tr("Code"), 84, sort="code", muted=True),
            Column("phone", self.tr("Phone"), 116),
            Column("zone", self.tr("Zone"), 92),
            Column("segment", self.tr("Segment"), 92),
            Column("rhythm", self.tr("Class"), 56, shown=False),
            Column("price_level", self.tr("Level"), 92, format=level),
            Column("owner", self.tr("Owner"), 84, muted=True),
        )

    def _fetch(self, wanted: ListQuery) -> Page[CustomerRow]:
        return self.desk.read(customer_page, replace(wanted, sort=wanted.sort or "name"))

    def _make_filters(self, parent: QWidget) -> tuple[QComboBox, QComboBox, QComboBox]:
        boxes = []
        for name in (self.tr("Whose customers"), self.tr("Zone"), self.tr("Segment")):
            box = QComboBox(parent)
            box.setAccessibleName(name)
            box.setMinimumContentsLength(5)
            box.setMaximumWidth(168)
            boxes.append(box)
        scope, zone, segment = boxes
        scope.addItem(self.tr("All"), False)
        scope.addItem(self.tr("Mine"), True)
        _fit(scope)
        return scope, zone, segment

    def _fill_split(self, left: QWidget) -> None:
        self.split.setChildrenCollapsible(False)
        row = Flow()
        row.setContentsMargins(12, 8, 12, 4)
        self.list.filter.setPlaceholderText(self.tr("Name, phone, tax number or code"))
        self.list.filter.setMinimumWidth(FILTER_WIDTH)
        row.addWidget(self.list.filter)
        for box in (self.scope, self.zone, self.segment, self.rhythm):
            row.addWidget(box)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        self.card.setMinimumWidth(340)
        self.split.addWidget(left)
        self.split.addWidget(self.card)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([790, 388])

    def _lay_out(self) -> None:
        self.pages.addWidget(self.split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.list)
        shape = self.desk.state.shape("customers/split")
        if not shape.isEmpty():
            self.split.restoreState(shape)

    def _wire(self) -> None:
        self.list.current_changed.connect(lambda _: self._soon.start())
        self.list.activated.connect(lambda _: self.open_card())
        self.card.asked.connect(self._asked)
        self.card.opened.connect(self.open_record)
        self.split.splitterMoved.connect(
            lambda *_: self.desk.state.put("customers/split", self.split.saveState())
        )
        for box in (self.scope, self.zone, self.segment, self.rhythm):
            box.currentIndexChanged.connect(lambda _: self._filter())

    # Inside -----------------------------------------------------------------------------------

    def _filter(self) -> None:
        self.list.set_filters(
            {
                "mine": self.scope.currentData(),
                "zone": self.zone.currentData(),
                "segment": self.segment.currentData(),
                "rhythm": self.rhythm.currentData(),
            }
        )

    def _offer_choices(self) -> None:
        """Zones and segments as they are used; the chosen ones stay chosen."""
        found = self.desk.read(customer_choices)
        everything = (self.tr("All zones"), self.tr("All segments"))
        for box, first, values in zip(
            (self.zone, self.segment), everything, (found.zones, found.segments), strict=True
        ):
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(first, "")
            for value in values:
                box.addItem(value, value)
            box.setCurrentIndex(max(0, box.findData(kept)))
            _fit(box)
            box.blockSignals(False)

    def _show_card(self) -> None:
        self._soon.stop()
        row = self.list.current()
        self.card.show_customer(row.id if row else None)
        self._show_actions()

    def _show_actions(self) -> None:
        """Only what can be done now is offered in menus and answers to its key."""
        writing, chosen = self.form is not None, self.card.customer is not None
        for name, action in self.bound.items():
            on = writing if name.startswith("form.") else not writing
            action.setVisible(on)
            action.setEnabled(on and (chosen or name not in OF_ONE))

    def _asked(self, what: str) -> None:
        {"edit": self.edit}.get(what, partial(self.make_new, what))()

    def _customer_in_view(self) -> int | None:
        if self.form is not None:
            return self.form.settled_id()
        self._settled()
        return self.card.customer.id if self.card.customer else None

    def _settled(self, act: Slot = lambda: None) -> object:
        """Whoever acts, acts on the customer under the cursor, also before the card follows it."""
        if self._soon.isActive():
            self._show_card()
        return act()

    def _read_again(self) -> None:
        self.list.reload()
        self.card.reload()

    def _bring(self, customer_id: int) -> None:
        """Show a customer in the card, selected in the list if it is among those read."""
        if not self.list.select(customer_id):
            self.list.table.setCurrentIndex(QModelIndex())
        self._soon.stop()
        self.card.show_customer(customer_id)
        if self.card.customer and self.card.customer.id != customer_id:
            self.bar.say(self.tr("That record was merged into this one."), Tone.INFO)
        self._show_actions()

    def _saved(self, customer_id: int) -> None:
        self._bring(customer_id)
        self._close_form()
        self.desk.say(self.tr("Saved."), Tone.OK)

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        self.pages.setCurrentWidget(self.split)
        self.pages.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._show_actions()
        self.list.setFocus()

    def _open_instead(self, customer_id: int) -> None:
        """The one that is there already; what was typed can be brought back."""
        form = self.form
        if form is None:
            return
        typed, record_id = form.typed(), form.record_id
        form.forget_draft()
        self._close_form()
        self._bring(customer_id)
        if typed:
            self.bar.say(
                self.tr("What you typed for the new customer was put aside."),
                Tone.INFO,
                [(self.tr("Bring it back"), lambda: self.open_form(record_id).bring(typed))],
            )


def _fit(box: QComboBox) -> None:
    """Room for the first choice, which is the one that mostly stands there."""
    box.setMinimumWidth(box.fontMetrics().horizontalAdvance(box.itemText(0)) + ARROW)
