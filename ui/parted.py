"""A place of several pages; each is made when first looked at, and serves its own actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.actions import ACTIONS
from ui.desk import Desk
from ui.keys import shown
from ui.places import load
from ui.screen import Screen


@dataclass(frozen=True)
class Part:
    """One page; who may do its action may see it. `kinds` are the records that it shows."""

    key: str
    action: str
    factory: str
    kinds: tuple[str, ...] = ()


class PartedScreen(Screen):
    """The actions alive are those of the pages and of the page in view."""

    NAME: ClassVar[str]
    PARTS: ClassVar[Sequence[Part]]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.parts = [
            part
            for part in self.PARTS
            if (need := ACTIONS[part.action].permission) is None or desk.may(need)
        ]
        self._made: dict[str, Screen] = {}
        self.bind({part.action: partial(self.show_part, part.key) for part in self.parts})
        self._own = dict(self.bound)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(self.title)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for number, part in enumerate(self.parts):
            action = ACTIONS[part.action]
            self.tabs.addTab(action.text)
            self.tabs.setTabToolTip(number, f"{action.text}  {shown(action.keys[0])}")
        self.pages = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(lambda number: self.show_part(self.parts[number].key))
        kept, keys = desk.state.text(f"{self.NAME}/part", ""), [part.key for part in self.parts]
        self.show_part(kept if kept in keys else keys[0])

    @property
    def page(self) -> Screen:
        """The page in view."""
        page = self.pages.currentWidget()
        assert isinstance(page, Screen)
        return page

    def show_part(self, key: str) -> Screen:
        """Bring a page into view; it is made the first time."""
        part = next(part for part in self.parts if part.key == key)
        if key not in self._made:
            page = self._made[key] = load(part.factory)(self.desk)
            page.open_record.connect(self.open_record)
            self.pages.addWidget(page)
        page = self._made[key]
        self.pages.setCurrentWidget(page)
        self.bound = {**self._own, **page.bound}
        self.setFocusProxy(page)
        self.tabs.setCurrentIndex(self.parts.index(part))
        self.desk.state.put(f"{self.NAME}/part", key)
        if self.isVisible():
            page.setFocus()
        return page

    def reload(self, tables: frozenset[str]) -> None:
        for page in self._made.values():
            page.follow(tables)

    def show_record(self, kind: str, record_id: Any) -> None:
        part = next((part for part in self.parts if kind in part.kinds), None)
        if part is not None:
            self.show_part(part.key).show_record(kind, record_id)

    def make_new(self, kind: str) -> bool:
        return self.page.make_new(kind)

    def next_call(self) -> bool:
        return self.page.next_call()

    def back(self) -> bool:
        return self.page.back()
