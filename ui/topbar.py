"""The top: one search box over everything, the "new" button, the menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from ui.actions import ACTIONS
from ui.binding import Bound, fill, tool_button
from ui.forms.fields import hint
from ui.forms.lookup import Found, Picker
from ui.icons import icon
from ui.theme import set_role

WIDEST_SEARCH = 560


class TopBar(QFrame):
    """`picked` carries what the person took from the search."""

    picked = Signal(object)

    def __init__(
        self, find: Callable[[str], Sequence[Found]], bound: Bound, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "topbar")
        self.search = self._make_search(find)
        self.new = self._make_new(bound)
        self.menu = tool_button("list", self.tr("Menu"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        row.addWidget(self.new)
        row.addWidget(self.menu)

    def focus_search(self) -> None:
        """Go to the search box with its words selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _make_search(self, find: Callable[[str], Sequence[Found]]) -> QLineEdit:
        box = QLineEdit(self)
        box.setMaximumWidth(WIDEST_SEARCH)
        box.setMinimumWidth(120)
        hint(box, self.tr("Search customers, papers, products") + "   F3")
        box.setAccessibleName(self.tr("Search everything"))
        box.setClearButtonEnabled(True)
        box.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.picker = Picker(box, find, self._take)
        return box

    def _take(self, found: Found) -> None:
        self.search.clear()
        self.picked.emit(found)

    def _make_new(self, bound: Bound) -> QPushButton:
        button = QPushButton(self.tr("New"), self)
        button.setIcon(icon("plus", QPalette.ColorRole.BrightText))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(self.tr("New: customer, paper, visit"))
        set_role(button, "primary")
        button.clicked.connect(lambda: self._offer_new(bound))
        button.setVisible(any(ACTIONS[name].menu == "new" for name in bound))
        return button

    def _offer_new(self, bound: Bound) -> None:
        menu = QMenu(self.new)
        fill(menu, bound, only="new")
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))
