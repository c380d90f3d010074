"""The place "Deposits": one page each for deposits, the till, bills due and accounting."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.actions import ACTIONS
from ui.desk import Desk
from ui.keys import shown
from ui.places import load
from ui.screen import Screen
from ui.translations import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Part:
    """One page; the permission to see it is that of its action."""

    key: str
    source: str
    factory: str
    kinds: tuple[str, ...]

    @property
    def action(self) -> str:
        """What brings it into view."""
        return f"deposit.{self.key}"

    @property
    def text(self) -> str:
        """What stands on its tab."""
        return QCoreApplication.translate("deposits", self.source)


PARTS = (
    Part(
        "held",
        QT_TRANSLATE_NOOP("deposits", "Deposits"),
        "ui.deposits.list:DepositList",
        ("deposit", "deposit_claim"),
    ),
    Part("till", QT_TRANSLATE_NOOP("deposits", "Till"), "ui.deposits.till:TillPage", ("till",)),
    Part(
        "bills", QT_TRANSLATE_NOOP("deposits", "Bills due"), "ui.credit.bills:BillsPage", ("bill",)
    ),
    Part(
        "accounts",
        QT_TRANSLATE_NOOP("deposits", "For accounting"),
        "ui.deposits.accounts:AccountsPage",
        (),
    ),
)


class DepositsScreen(Screen):
    """Its pages are made when first looked at; the actions alive are those of the page in view."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.parts = [part for part in PARTS if desk.may(ACTIONS[part.action].permission or "")]
        self._made: dict[str, Screen] = {}
        self.bind({part.action: self._shower(part.key) for part in self.parts})
        self._own = dict(self.bound)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(self.tr("Parts of deposits"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for number, part in enumerate(self.parts):
            self.tabs.addTab(part.text)
            self.tabs.setTabToolTip(number, f"{part.text}  {shown(ACTIONS[part.action].keys[0])}")
        self.pages = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(lambda number: self.show_part(self.parts[number].key))
        kept = desk.state.text("deposits/part", "held")
        self.show_part(kept if kept in [part.key for part in self.parts] else "held")

    @property
    def title(self) -> str:
        return self.tr("Deposits")

    @property
    def page(self) -> Screen:
        """The page in view."""
        page = self.pages.currentWidget()
        assert isinstance(page, Screen)
        return page

    def show_part(self, key: str) -> Screen:
        """Bring a page into view; it is made the first time."""
        if key not in self._made:
            part = next(part for part in self.parts if part.key == key)
            page = self._made[key] = load(part.factory)(self.desk)
            page.open_record.connect(self.open_record)
            self.pages.addWidget(page)
        page = self._made[key]
        self.pages.setCurrentWidget(page)
        self.bound = {**self._own, **page.bound}
        self.setFocusProxy(page)
        self.tabs.setCurrentIndex([part.key for part in self.parts].index(key))
        self.desk.state.put("deposits/part", key)
        if self.isVisible():
            page.setFocus()
        return page

    def _shower(self, key: str) -> Any:
        return lambda: self.show_part(key)

    def reload(self, tables: frozenset[str]) -> None:
        for page in self._made.values():
            page.reload(tables)

    def show_record(self, kind: str, record_id: Any) -> None:
        part = next((part for part in self.parts if kind in part.kinds), None)
        if part is not None:
            self.show_part(part.key).show_record(kind, record_id)

    def make_new(self, kind: str) -> bool:
        return self.page.make_new(kind)

    def back(self) -> bool:
        return self.page.back()
