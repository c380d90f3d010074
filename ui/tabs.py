"""The middle: the open place first, documents in tabs beside it, any of them torn off at will."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)

from ui.binding import tool_button
from ui.icons import icon
from ui.screen import Screen

TEAR_DISTANCE = 48


class TabBar(QTabBar):
    """Tells when a tab is dragged clear of the bar or double-clicked."""

    torn = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._from = QPoint()
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Open papers"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        super().mouseReleaseEvent(event)
        if (
            event.button() == Qt.MouseButton.LeftButton
            and abs(at.y() - self._from.y()) > TEAR_DISTANCE
        ):
            self.torn.emit(self.currentIndex())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.torn.emit(self.tabAt(event.position().toPoint()))


class DocumentWindow(QMainWindow):
    """One document in a window of its own; closing it puts the question to the document."""

    closing = Signal(object)

    def __init__(self, document: Screen) -> None:
        super().__init__()
        self.document = document
        self.setCentralWidget(document)
        self.setWindowTitle(document.title)
        self.resize(document.size())
        document.retitled.connect(lambda: self.setWindowTitle(document.title))
        document.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.document.leave():
            self.closing.emit(self.document)
            event.accept()
        else:
            event.ignore()


class Middle(QTabWidget):
    """Tab 0 is the place; the others are documents. `current_changed` names the screen in view."""

    current_changed = Signal(object)
    opened_window = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bar = TabBar(self)
        bar.torn.connect(self.tear)
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Tab would end at a hidden bar
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)  # numbers differ at their end
        self.places = QStackedWidget(self)
        self.addTab(self.places, "")
        self.windows: list[DocumentWindow] = []
        self.currentChanged.connect(lambda _: self.current_changed.emit(self.current()))

    def current(self) -> Screen | None:
        """The screen in view."""
        tab = self.currentWidget()
        shown = self.places.currentWidget() if tab is self.places else tab
        return shown if isinstance(shown, Screen) else None

    def documents(self) -> list[Screen]:
        """The open documents, torn off or not."""
        tabs = [self.widget(n) for n in range(1, self.count())]
        inside = [tab for tab in tabs if isinstance(tab, Screen)]
        return inside + [window.document for window in self.windows]

    def show_place(self, screen: Screen, text: str, icon_name: str) -> None:
        """Put a place into the first tab and go there."""
        if self.places.indexOf(screen) < 0:
            self.places.addWidget(screen)
        self.places.setCurrentWidget(screen)
        self.setTabText(0, text)
        self.setTabIcon(0, icon(icon_name))
        self.setCurrentIndex(0)
        self.current_changed.emit(screen)

    def open(self, screen: Screen) -> None:
        """Show a document in a new tab."""
        screen.retitled.connect(lambda: self._retitle(screen))
        screen.finished.connect(lambda: self.drop(screen))
        number = self.addTab(screen, icon("file-text"), screen.title)
        close = tool_button("x", self.tr("Close this tab"), self)
        close.setIconSize(QSize(12, 12))
        close.clicked.connect(lambda: self.close_tab(self.indexOf(screen)))
        self.tabBar().setTabButton(number, QTabBar.ButtonPosition.RightSide, close)
        self.setCurrentIndex(number)
        screen.setFocus()

    def document(self, name: str) -> Screen | None:
        """The open document with this object name."""
        return next((s for s in self.documents() if s.objectName() == name), None)

    def bring(self, screen: Screen) -> None:
        """Go to an open document, wherever it is."""
        if self.indexOf(screen) >= 0:
            self.setCurrentWidget(screen)
            screen.setFocus()
        else:
            screen.window().raise_()
            screen.window().activateWindow()

    def close_tab(self, number: int) -> None:
        """Close a document unless it has something to ask first."""
        screen = self.widget(number)
        if isinstance(screen, Screen):
            self.setCurrentIndex(number)
            if screen.leave():
                self.drop(screen)

    def drop(self, screen: Screen) -> None:
        """Take a document away for good; the cursor goes to what stood behind it."""
        window, focus = screen.window(), QApplication.focusWidget()
        if self.indexOf(screen) >= 0:
            inside = focus is not None and self.isAncestorOf(focus)
            self.removeTab(self.indexOf(screen))
            behind = self.current()
            if inside and behind:
                behind.setFocus()
        elif isinstance(window, DocumentWindow) and window in self.windows:
            self.windows.remove(window)
            window.hide()
            window.deleteLater()
        for form in screen.forms():
            form.keep_draft()
        screen.deleteLater()

    def tear(self, number: int) -> None:
        """Give a document a window of its own."""
        screen = self.widget(number)
        if number < 1 or not isinstance(screen, Screen):
            return
        self.removeTab(number)
        window = DocumentWindow(screen)
        window.closing.connect(self.drop)
        self.windows.append(window)
        window.show()
        self.opened_window.emit(window)

    def _retitle(self, screen: Screen) -> None:
        number = self.indexOf(screen)
        if number >= 0:
            self.setTabText(number, screen.title)
