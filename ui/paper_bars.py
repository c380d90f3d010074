"""What stands around the pages of a paper: the page one is on, and what is looked for in it."""

from collections import deque
from itertools import product

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from crm_desktop.domain.thai import arabic_digits, search_text, swap_layout
from ui.binding import tool_button
from ui.paper_pages import Pages
from ui.theme import set_role

FIND_WIDTH = 280
NUMBER_WIDTH = 44


class PageBox(QWidget):
    """Page 2 of 20, where the 2 can be typed over; away while there is only one page."""

    def __init__(self, pages: Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        before, self._of = QLabel(self.tr("Page"), self), QLabel(self)
        self.number = QLineEdit(self)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedWidth(NUMBER_WIDTH)
        self.number.setMaxLength(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (before, self.number, self._of):
            row.addWidget(widget)
        for words in (before, self._of):
            set_role(words, "muted")
        pages.pageNavigator().currentPageChanged.connect(self._turned)
        self.number.returnPressed.connect(self._go)
        self.number.editingFinished.connect(self._turned)
        self.hide()

    def count(self, pages: int) -> None:
        """So many pages there are now."""
        self._of.setText(self.tr("of {0}").format(pages))
        self.setVisible(pages > 1)
        self._turned()

    def ask(self) -> None:
        """Put the cursor into the number."""
        if self.isVisible():
            self.number.setFocus()
            self.number.selectAll()

    def _go(self) -> None:
        typed = arabic_digits(self.number.text().strip())
        if typed.isdecimal():
            self._pages.go_to(int(typed) - 1)
        self._pages.setFocus()

    def _turned(self) -> None:
        self.number.setText(str(self._pages.pageNavigator().currentPage() + 1))


class _Words(QLineEdit):
    """Enter goes to the next place, Shift and Enter to the one before."""

    onward = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.onward.emit(-1 if back else 1)
            event.accept()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.onward.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            event.accept()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Looks in the text of the pages; a wrong keyboard layout and Thai digits are forgiven."""

    def __init__(self, pages: Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages, self._at = pages, -1
        self._texts: dict[int, str] = {}
        self._steps = deque[tuple[str, int]]()
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._look_on)
        self._model = QPdfSearchModel(self)
        pages.setSearchModel(self._model)
        self.words = _Words(self, placeholderText=self.tr("Find in the paper"))
        self.words.setAccessibleName(self.tr("Find in the paper"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(FIND_WIDTH)
        self.found = QLabel(self)
        set_role(self.found, "muted")
        before = tool_button("caret-up", self.tr("Place found before  Shift+Enter"), self)
        after = tool_button("caret-down", self.tr("Next place found  Enter"), self)
        away = tool_button("x", self.tr("Close  Esc"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for widget in (before, after, self.found):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(away)
        self.words.textChanged.connect(self._look)
        self.words.onward.connect(self.step)
        before.clicked.connect(lambda: self.step(-1))
        after.clicked.connect(lambda: self.step(1))
        away.clicked.connect(self.close_bar)
        self._model.rowsInserted.connect(self._count)
        self._model.modelReset.connect(self._count)
        self.hide()

    def look_in(self, document: QPdfDocument) -> None:
        """Another paper, or the same one set anew: look for the same words again."""
        self._texts.clear()
        self._steps.clear()
        self._model.setDocument(document)
        if not self.isHidden():
            self._look(self.words.text())

    def ask(self) -> None:
        """Show the bar with the cursor in it."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._look(self.words.text())

    def close_bar(self) -> None:
        """Away with it, and with what is marked on the pages."""
        self.hide()
        self._soon.stop()
        self._model.setSearchString("")
        self._pages.setFocus()

    @property
    def count(self) -> int:
        """How many places were found by now."""
        return self._model.rowCount(QModelIndex())

    def step(self, by: int) -> None:
        """The next place, or the one before; round at the end."""
        if self.isHidden():
            self.ask()
        elif self.count:
            self._go((self._at + by) % self.count)

    def _look(self, typed: str) -> None:
        """As typed, tidied, or by the other keyboard layout: what of it stands in the paper."""
        self._at, words = -1, typed.strip()
        self._model.setSearchString("")
        self.found.clear()
        ways = (words, arabic_digits(words), search_text(words), swap_layout(words))
        each = dict.fromkeys(way.casefold() for way in ways if way)
        self._steps = deque(product(each, range(self._pages.count)))
        self._soon.start()

    def _look_on(self) -> None:
        """One page at a time, for the text of many takes longer than a window may stand still."""
        while self._steps:
            way, page = self._steps.popleft()
            read_now = page not in self._texts
            if way in self._text(page):
                self._soon.stop()
                self._model.setSearchString(way)
                return
            if read_now:
                return
        self._soon.stop()
        self.found.setText(self.tr("Not in this paper") if self.words.text().strip() else "")

    def _text(self, page: int) -> str:
        if page not in self._texts:
            self._texts[page] = self._pages.document().getAllText(page).text().casefold()
        return self._texts[page]

    def _count(self) -> None:
        if self.count and self._at < 0:
            self._go(self._first())
        elif self.count:
            self.found.setText(self.tr("{0} of {1}").format(self._at + 1, self.count))

    def _first(self) -> int:
        """The first place from the page in view on."""
        here, places = self._pages.pageNavigator().currentPage(), range(self.count)
        return next((at for at in places if self._model.resultAtIndex(at).page() >= here), 0)

    def _go(self, at: int) -> None:
        self._at, link = at, self._model.resultAtIndex(at)
        self._pages.setCurrentSearchResultIndex(at)
        self._pages.go_to(link.page(), link.location())
        self.found.setText(self.tr("{0} of {1}").format(at + 1, self.count))
