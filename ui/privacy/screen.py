"""The work list of personal data kept too long, with the form that erases one person beside it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout

from crm_desktop.services.paging import ListQuery
from crm_desktop.services.privacy.retention import (
    CUSTOMERS,
    FILES,
    PAPERS,
    WHAT,
    DropFiles,
    Due,
    retention_page,
    told_of,
)
from crm_desktop.services.registry import Page
from ui.chips import Chips
from ui.customers.words import word
from ui.desk import Desk
from ui.flow import Flow
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.privacy.forms import EraseForm, TermsForm
from ui.privacy.handing import hand_out
from ui.screen import LiveScreen
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.theme import set_role
from ui.tokens import Tone

PANEL = 460
FILLED = 100
"""Rows that are looked for by themselves; what is behind them is read as one scrolls."""


class PrivacyScreen(LiveScreen):
    """`record_id` is the customer to erase, or 0 for the list alone."""

    FILTERS = ("chips",)
    TABLES = frozenset({"customer", "customer_erasure", "attachment", "setting", "sale_bill"})

    def __init__(self, desk: Desk, kind: str, record_id: Any) -> None:
        super().__init__(desk)
        words = {what: word(desk, f"retention_{what}") for what in WHAT}
        self.chips = Chips(words, CUSTOMERS, self)
        self.meaning = QLabel(self)
        self.list = self._make_list()
        self._further = QTimer(self, interval=0, singleShot=True)
        self._further.timeout.connect(self._read_on)
        self.bind(
            {
                "privacy.customer": self.open_customer,
                "privacy.held": self.hand_out,
                "privacy.erase": self.erase,
                "privacy.drop": self.drop,
                "privacy.what": self.chips.next,
                "privacy.terms": self.set_terms,
                "privacy.reload": self.read_again,
                "list.columns": self.list.choose_columns,
            }
        )
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._filter())
        self.list.activated.connect(lambda _: self.open_customer())
        self._filter()
        one = isinstance(record_id, int) and record_id
        self._alone = EraseForm(desk, record_id) if one else None
        if self._alone is not None:
            self._alone.left.connect(self.finished)
            self._show_form(self._alone)

    @property
    def title(self) -> str:
        return self.tr("Personal data")

    # Making -----------------------------------------------------------------------------------

    def _make_list(self) -> ListView:
        return ListView(
            "retention",
            self.title,
            [
                Column("name", self.tr("Customer"), 160, strong=True, stretch=True),
                Column("code", self.tr("Code"), 96, muted=True),
                Column("told", self.tr("What"), 150, value=self._told),
                Column("since", self.tr("Last"), 110, format=self.desk.day),
                Column("owner", self.tr("Owner"), 100, muted=True),
            ],
            self._fetch,
            empty=(
                self.tr("Nothing is kept too long"),
                self.tr(
                    "What is kept longer than the periods allow stands here, the oldest first."
                ),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _told(self, row: Due) -> str:
        return told_of(row, self.desk.language)

    def _lay_out(self) -> None:
        set_role(self.meaning, "muted")
        self.meaning.setWordWrap(True)
        buttons = Flow()
        buttons.addLayout(
            self.button_row("privacy.erase", "privacy.held", "privacy.drop", "privacy.terms")
        )
        panel = QStackedWidget(self)
        self.middle = SideBySide(self.list, panel, PANEL, self, always=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addWidget(self.meaning)
        column.addWidget(self.middle, 1)
        column.addLayout(buttons)
        self.middle.alone.connect(self.chips.setHidden)
        self.middle.alone.connect(self.meaning.setHidden)
        self.setFocusProxy(self.middle)

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, wanted: ListQuery) -> Page[Due]:
        """Of many who bought, a page may have few or nobody and one behind it."""
        page = self.desk.read(retention_page, replace(wanted, sort=None, text=""))
        if page.next is not None and len(page.rows) < wanted.limit:
            self._further.start()
        return page

    def _read_on(self) -> None:
        """A page at a time until the list is filled, the window free in between."""
        if len(self.list.model.rows) < FILLED:
            self.list.model.fetchMore()

    def _filter(self) -> None:
        meanings = {
            CUSTOMERS: self.tr(
                "Neither met nor heard of, no paper and no bill for as long as the periods say."
            ),
            PAPERS: self.tr(
                "Erased before; names that their issued papers had to keep may go now."
            ),
            FILES: self.tr("Photos and scans on finished papers, older than the period."),
        }
        self.meaning.setText(meanings[self.chips.on])
        files = self.chips.on == FILES
        for name, on in (("privacy.drop", files), ("privacy.erase", not files)):
            if name in self.bound:
                self.bound[name].setEnabled(on)
        self.list.set_filters({"what": self.chips.on})

    def read_again(self) -> None:
        """Read the list anew; what is selected stays so."""
        self.list.reload()

    # Doing ------------------------------------------------------------------------------------

    def open_customer(self) -> None:
        """Enter or F4: the customer under the cursor."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit("customer", row.customer_id)

    def hand_out(self) -> None:
        """C: the copy for the person before anything of them goes."""
        row = self.list.current()
        if row is not None:
            hand_out(self.desk, self, row.customer_id, row.code)

    def erase(self) -> None:
        """E: the form that says what goes, and asks for the code."""
        row = self.list.current()
        if row is not None:
            self._show_form(EraseForm(self.desk, row.customer_id))

    def drop(self) -> None:
        """Ctrl+Del: the selected files, for good."""
        current = self.list.current()
        rows = self.list.selected() or ([current] if current else [])
        if rows and self.chips.on == FILES:
            count = self.desk.execute(DropFiles(tuple(row.id for row in rows)))
            if count is not None:
                self.desk.say(self.tr("{0} files deleted.").format(count), Tone.OK)

    def set_terms(self) -> None:
        """Ctrl+Shift+Y: the periods."""
        self._show_form(TermsForm(self.desk))

    def _show_form(self, form: Form) -> None:
        if not self.middle.close_form():
            form.deleteLater()
            return
        form.saved.connect(self._saved)
        self.middle.show_form(form)

    def _saved(self, _: Any) -> None:
        erased = isinstance(self.middle.form, EraseForm)
        words = self.tr("Erased.") if erased else self.tr("Saved.")
        alone = self._is_alone()
        self.middle.drop_form()
        self.list.reload()
        self.desk.say(words, Tone.OK)
        if alone:
            self.finished.emit()

    def _is_alone(self) -> bool:
        """Whether the form is still the one for which the tab was opened: it goes with it."""
        return self._alone is not None and self.middle.form is self._alone

    def back(self) -> bool:
        if self.middle.form is None or self._is_alone():
            return False
        self.middle.close_form()
        return True
