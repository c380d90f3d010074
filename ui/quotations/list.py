"""The branch's quotations: a list with quick filters, and the one under the cursor beside it."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.quotation_lists import QuotationRow, quotation, quotation_page
from crm_desktop.services.registry import Page
from ui.desk import Desk
from ui.places import new_id
from ui.quotations.card import QuotationCard
from ui.quotations.words import TONES, state_word
from ui.screen import Screen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.theme import set_role

TABLES = frozenset({"document", "request", "customer"})
CARD = 316
CARD_FROM = 940
READ_MS = 60
STAGES: dict[str, tuple[str, ...]] = {
    "all": (),
    "draft": ("draft",),
    "waiting": ("waiting",),
    "ready": ("ready",),
    "open": OPEN_STATES,
    "ended": ("accepted", "lost", "expired", "superseded", "cancelled"),
}


class QuotationsScreen(Screen):
    """Enter opens the paper; its next date is put without leaving the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._old = False
        writes = not desk.may("request.answer")  # who answers for others looks at all of them
        kept = desk.state.text("quotations/whose", "mine" if writes else "all")
        self.mine = kept == "mine"
        kept = desk.state.text("quotations/stage", "all")
        self.stage = kept if kept in STAGES else "all"
        self.list = self._make_list()
        self.card = QuotationCard(desk, self)
        self.bind(
            {
                "list.new": self.new,
                "list.open": self.open_current,
                "list.reload": self.list.reload,
                "list.columns": self.list.choose_columns,
                "list.everybody": self.switch_whose,
                "list.stage": self.next_stage,
                "document.followup": self.follow_up,
                "task.customer": self.open_customer,
            }
        )
        self._soon = QTimer(self, interval=READ_MS, singleShot=True)
        self._soon.timeout.connect(self._read_card)
        self._lay_out()
        self.list.activated.connect(lambda row: self.open_record.emit("quotation", row.id))
        self.list.current_changed.connect(lambda _: self._soon.start())
        self.card.chosen.connect(lambda other: self.open_record.emit("quotation", other))
        self.setFocusProxy(self.list)
        self._apply()

    @property
    def title(self) -> str:
        return self.tr("Quotations")

    # Laying out -------------------------------------------------------------------------------

    def _make_list(self) -> ListView:
        language = self.desk.language

        def day(on: date | None) -> str:
            full = self.desk.day(on)
            return full[:6] + full[-2:]

        return ListView(
            "quotations",
            self.title,
            [
                Column("reference", self.tr("Number"), 146, sort="id", strong=True),
                Column("customer", self.tr("Customer"), 160, stretch=True),
                Column("project", self.tr("Project"), 120, muted=True, shown=False),
                Column("total", self.tr("Total"), 104, Align.RIGHT, str, sort="total"),
                Column(
                    "state",
                    self.tr("State"),
                    132 if language == "th" else 162,
                    format=lambda state: state_word(state, language),
                    tone=lambda row: TONES[row.state],
                ),
                Column("valid_until", self.tr("Valid until"), 94, format=day, sort="valid_until"),
                Column("follow_up_on", self.tr("Follow up"), 82, format=day, sort="follow_up"),
                Column("owner", self.tr("Owner"), 104, muted=True),
            ],
            self._fetch,
            empty=(
                self.tr("No quotations here"),
                self.tr("Press F2 to write one, or Ctrl+G to look at another filter."),
            ),
            state=self.desk.state,
            totals=lambda rows: str(Money.sum(row.total for row in rows)),
            parent=self,
        )

    def _fetch(self, wanted: ListQuery) -> Page[QuotationRow]:
        """The newest first unless another order is asked for."""
        descending = wanted.descending or wanted.sort is None
        return self.desk.read(quotation_page, replace(wanted, descending=descending))

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addLayout(self._chips())
        column.addWidget(self.list, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(left)
        self.split.addWidget(self.card)
        self.split.setStretchFactor(0, 1)
        self.split.setCollapsible(0, False)
        self.split.setSizes([900, CARD])
        self.card.setMinimumWidth(280)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    def _head(self) -> QHBoxLayout:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading)
        row.addStretch(1)
        self.whose = self.button("list.everybody")
        if self.whose:
            row.addWidget(self.whose)
        row.addLayout(self.button_row("document.followup", "list.new", primary="list.new"))
        return row

    def _chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for stage, word in self._stage_words().items():
            chip = QPushButton(word, self)
            chip.setCheckable(True)
            chip.setChecked(stage == self.stage)
            set_role(chip, "chip")
            chip.clicked.connect(self._chooser(stage))
            group.addButton(chip)
            self.chips[stage] = chip
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _stage_words(self) -> dict[str, str]:
        return {
            "all": self.tr("All"),
            "draft": self.tr("Drafts"),
            "waiting": self.tr("Waiting"),
            "ready": self.tr("Ready to issue"),
            "open": self.tr("Open"),
            "ended": self.tr("Ended"),
        }

    # Filters ----------------------------------------------------------------------------------

    def _chooser(self, stage: str) -> Any:
        return lambda: self.show_stage(stage)

    def show_stage(self, stage: str) -> None:
        """Show papers of one stage only; the choice is remembered."""
        self.stage = stage
        self.chips[stage].setChecked(True)
        self.desk.state.put("quotations/stage", stage)
        self._apply()
        self.list.setFocus()

    def next_stage(self) -> None:
        """Ctrl+G: from filter to filter."""
        stages = list(STAGES)
        self.show_stage(stages[(stages.index(self.stage) + 1) % len(stages)])

    def switch_whose(self) -> None:
        """My own papers or the whole branch's."""
        self.mine = not self.mine
        self.desk.state.put("quotations/whose", "mine" if self.mine else "all")
        self._apply()

    def _apply(self) -> None:
        words = self.tr("Mine only") if self.mine else self.tr("Whole branch")
        if self.whose:
            self.whose.setText(words)
        filters: dict[str, Any] = {"mine": self.mine}
        if STAGES[self.stage]:
            filters["state"] = list(STAGES[self.stage])
        self.list.set_filters(filters)

    # What is done here ------------------------------------------------------------------------

    def reload(self, tables: frozenset[str]) -> None:
        if not tables or tables & TABLES:
            self.list.reload()
            self._soon.start()

    def show_record(self, kind: str, record_id: Any) -> None:
        self.list.select(record_id)

    def make_new(self, kind: str) -> bool:
        """F2: for the customer of the line under the cursor."""
        row = self.list.current()
        if kind != "quotation" or row is None:
            return False
        self.open_record.emit(kind, new_id(row.customer_id))
        return True

    def new(self) -> None:
        """Ctrl+N: an empty quotation."""
        self.open_record.emit("quotation", new_id())

    def open_current(self) -> None:
        """The paper under the cursor in a tab of its own."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit("quotation", row.id)

    def open_customer(self) -> None:
        """F4."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit("customer", row.customer_id)

    def follow_up(self) -> None:
        """The next date, beside the list."""
        self._read_card()
        self.card.follow_up()

    def _read_card(self) -> None:
        self._soon.stop()
        row = self.list.current()
        if row is None:
            self.card.show_nothing()
        else:
            self.card.show_quotation(self.desk.read(quotation, row.id), row.follow_up_on)

    def back(self) -> bool:
        return self.card.close_panel()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.card.setVisible(self.width() >= CARD_FROM or self.card.panel is not None)
