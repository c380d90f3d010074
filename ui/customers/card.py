"""The panel beside the list: one customer with everything that belongs to it."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ACTIONS
from ui.customers.words import word
from ui.desk import Desk
from ui.guarded import guarded
from ui.icons import IconLabel, icon
from ui.keys import shown
from ui.tables.empty import EmptyNote
from ui.tables.view import ListView
from ui.theme import set_role, set_tone, state_label
from ui.tokens import Tone

if TYPE_CHECKING:
    from crm_desktop.services.customers.customer_values import Customer
    from ui.customers.overview import Overview
    from ui.customers.timeline import Timeline

CREDIT = "credit"
TIMELINE = 1
"""The tab of the timeline; the first is the card itself."""


class _Part(QWidget):
    """A tab of the card; what stands in it is made when somebody first looks at it."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make

    @cached_property
    def inside(self) -> QWidget:
        """What stands in the tab."""
        made = self._make()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(made)
        self.setFocusProxy(made)
        return made


class CustomerCard(QStackedWidget):
    """`asked` names what is wanted for the customer shown ("quotation", "visit", "edit");
    `opened` carries the kind and id of a record of this customer."""

    asked = Signal(str)
    opened = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.customer: Customer | None = None
        self._missed = False
        self._stale: set[QWidget | None] = set()
        self.empty = QWidget(self)
        note = EmptyNote(
            self.tr("No customer chosen"),
            self.tr("Choose one in the list to see everything about them here."),
            parent=self.empty,
        )
        note.show()
        self.addWidget(self.empty)

    @cached_property
    def page(self) -> QWidget:
        """What a customer fills, made with the first: the list beside it is there sooner."""
        page = QWidget(self)
        self._lay_out(page)
        self.addWidget(page)
        return page

    @cached_property
    def overview(self) -> "Overview":
        """The card itself."""
        from ui.customers.overview import Overview

        return Overview(self.desk, self)

    @cached_property
    def timeline(self) -> "Timeline":
        """Everything that happened."""
        from ui.customers.timeline import Timeline

        made = Timeline(self.desk, self)
        made.opened.connect(self.opened)
        return made

    @cached_property
    def tabs(self) -> QTabWidget:
        """The parts, the card first."""
        return self._make_tabs()

    def show_customer(self, customer_id: int | None) -> None:
        """Read the customer and show it; None leaves the panel empty."""
        self._missed = False
        if customer_id is None:
            self.customer = None
            self.setCurrentWidget(self.empty)
            return
        from crm_desktop.services.customers.customer_lists import customer  # not for the list

        self.customer = self.desk.read(customer, customer_id)
        page = self.page
        self._show_head(self.customer)
        self._stale = {self.tabs.widget(number) for number in range(self.tabs.count())}
        self._fill()
        self.setCurrentWidget(page)

    def reload(self) -> None:
        """Read the customer again: now, or when the card comes out from behind a form."""
        self._missed = not self.isVisible()
        if self.customer and not self._missed:
            self.show_customer(self.customer.id)

    @guarded(otherwise=None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed:
            self.reload()

    def write_note(self) -> None:
        """Go to the timeline and write."""
        if self.customer:
            self.tabs.setCurrentIndex(TIMELINE)
            self.timeline.write()

    def reveal(self) -> None:
        """Show the whole tax number, on the record."""
        if self.customer:
            self.tabs.setCurrentIndex(0)
            self.overview.tax.reveal()

    def go_to_consent(self) -> None:
        """Bring the consents into view, the cursor on the first."""
        if self.customer:
            self.tabs.setCurrentIndex(0)
            self.overview.ensureWidgetVisible(self.overview.sections["consents"])
            next(iter(self.overview.consents.buttons.values())).setFocus()

    # Making -----------------------------------------------------------------------------------

    def _make_tabs(self) -> QTabWidget:
        from ui.customers.papers import deposits_of, orders_of, quotations_of, visits_of

        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.setUsesScrollButtons(True)
        tabs.tabBar().setExpanding(False)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setAccessibleName(self.tr("Parts of the customer"))
        tabs.addTab(_Part(lambda: self.overview), self.tr("Card"))
        tabs.addTab(_Part(lambda: self.timeline), self.tr("Timeline"))
        for permission, title, make in (
            ("quotation.read", self.tr("Quotations"), quotations_of),
            ("order.read", self.tr("Orders"), orders_of),
            ("deposit.read", self.tr("Deposits"), deposits_of),
            ("visit.read", self.tr("Visits"), visits_of),
        ):
            if self.desk.may(permission):
                tabs.addTab(_Part(partial(self._make_list, make)), title)
        tabs.currentChanged.connect(lambda _: self._fill())
        return tabs

    def _make_list(self, make: Callable[[Desk], ListView]) -> ListView:
        from ui.customers.papers import kind_of

        made = make(self.desk)
        made.activated.connect(lambda row: self.opened.emit(kind_of(row), row.id))
        return made

    def _lay_out(self, page: QWidget) -> None:
        self.name = QLabel(page)
        self.name.setWordWrap(True)
        set_role(self.name, "title")
        self.kind = IconLabel("user", QPalette.ColorRole.WindowText, page)
        self.hint = QLabel(page)
        set_role(self.hint, "muted")
        self.labels = {
            CREDIT: state_label("", Tone.PLAIN, page),
            "inactive": state_label(self.tr("Put aside"), Tone.PLAIN, page),
        }
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.kind)
        line.addWidget(self.hint)
        for label in self.labels.values():
            line.addWidget(label)
        line.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(4)
        head.addWidget(self.name)
        head.addLayout(line)
        head.addSpacing(4)
        head.addLayout(self._make_buttons(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)

    def _make_buttons(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for what, action, text in (
            ("quotation", "new.quotation", self.tr("Quotation")),
            ("visit", "new.visit", self.tr("Visit")),
            ("edit", "list.edit", self.tr("Edit")),
        ):
            permission = ACTIONS[action].permission or "customer.save"
            if self.desk.may(permission):
                row.addWidget(self._button(page, what, action, text))
        row.addStretch(1)
        return row

    def _button(self, page: QWidget, what: str, action: str, text: str) -> QPushButton:
        button = QPushButton(text, page)
        first = what == "quotation"
        ink = QPalette.ColorRole.BrightText if first else QPalette.ColorRole.WindowText
        button.setIcon(icon(ACTIONS[action].icon, ink))
        if first:
            set_role(button, "primary")
        button.setToolTip(f"{ACTIONS[action].text}  {shown(ACTIONS[action].keys[0])}")
        button.setAccessibleName(ACTIONS[action].text)
        button.clicked.connect(lambda: self.asked.emit(what))
        return button

    # Filling ----------------------------------------------------------------------------------

    def _show_head(self, shown_one: "Customer") -> None:
        from ui.customers.credit import TONES, worst_of  # not for the list

        self.name.setText(shown_one.name)
        glyph = "buildings" if shown_one.is_company else "user"
        self.kind.draw(glyph, QPalette.ColorRole.PlaceholderText)
        who = self.tr("Company") if shown_one.is_company else self.tr("Person")
        self.hint.setText(f"{who} · {shown_one.code}")
        self.labels["inactive"].setVisible(not shown_one.active)
        worst = worst_of(shown_one.credit) if shown_one.credit else "ok"
        self.labels[CREDIT].setVisible(worst != "ok")
        self.labels[CREDIT].setText(word(self.desk, f"credit_state_{worst}"))
        set_tone(self.labels[CREDIT], TONES[worst])

    def _fill(self) -> None:
        """Fill the part in view; the others are read when somebody looks at them."""
        part = self.tabs.currentWidget()
        if self.customer is None or part not in self._stale or not isinstance(part, _Part):
            return
        self._stale.discard(part)
        inside = part.inside
        if isinstance(inside, ListView):
            inside.set_filters({"customer_id": self.customer.id})
        elif inside is self.overview:
            self.overview.show_customer(self.customer)
        else:
            self.timeline.show_customer(self.customer.id)
