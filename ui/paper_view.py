"""The paper as it will print: in a tab of its own, and as a part of other screens."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from ui.bars import Bar
from ui.binding import tool_button
from ui.desk import Desk
from ui.paper_exits import PaperExit, load, render
from ui.paper_sources import source_of
from ui.screen import Screen
from ui.tasks import Task
from ui.theme import set_role, set_tone
from ui.tokens import GRID, Tone

ZOOM_STEP = 1.25
WIDEST_AT_FIRST = 1.25
SMALLEST, LARGEST = 0.25, 6.0
PRINTED_TABLES = frozenset(
    {"document", "document_line", "request", "setting", "branch", "delivery", "deposit_entry"}
)


def open_paper(desk: Desk, record_id: int | str, parent: QWidget) -> None:
    """Show the paper in a tab of its own beside the screen that `parent` belongs to."""
    _screen_of(parent).open_record.emit("paper", record_id)


def print_paper(desk: Desk, record_id: int | str, parent: QWidget) -> None:
    """Ask for the printer and print; what happened is said at the foot of the window."""
    PaperExit(desk, source_of(desk, record_id), parent).print()


def _screen_of(widget: QWidget) -> Screen:
    """The screen that a widget stands in."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Screen):
        above = above.parentWidget()
    if above is None:
        raise LookupError("a paper opens from within a screen")
    return above


class Pages(QPdfView):
    """All pages below each other; Ctrl and the wheel zoom."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(3 * GRID)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def zoom(self, factor: float) -> None:
        """Make the pages larger or smaller, from whatever is in view now."""
        now = self.zoomFactor()
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            now = self._fitting()
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(max(SMALLEST, min(LARGEST, now * factor)))

    def begin(self) -> None:
        """The top of the first page; as wide as the window, but not wider than reads well."""
        self.fit()
        if self._fitting() > WIDEST_AT_FIRST:
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(WIDEST_AT_FIRST)
        self.pageNavigator().jump(0, QPointF(), 0)

    def fit(self) -> None:
        """As wide as the window."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _fitting(self) -> float:
        """The zoom factor that "fit to width" comes to; QPdfView does not tell it."""
        document = self.document()
        if not document.pageCount():
            return 1.0
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        inches = document.pagePointSize(0).width() / 72
        return room / (inches * self.screen().logicalDotsPerInch())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)


class PaperPreview(QWidget):
    """One paper, set beside the window and shown when it is ready.

    `shown` follows with the count of pages; where the paper cannot be set, the sentence stands
    where the pages would.
    """

    shown = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._wanted: tuple[int | str, str] | None = None
        self._document: QPdfDocument | None = None
        self.pages = Pages(self)
        self.pages.setAccessibleName(self.tr("The paper as it will print"))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setContentsMargins(24, 24, 24, 24)
        set_role(self.words, "muted")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.pages)
        self.setFocusProxy(self.pages)

    @property
    def document(self) -> QPdfDocument | None:
        """The pages in view."""
        return self._document

    def show_paper(self, record_id: int | str, language: str = "") -> None:
        """Read the paper as it stands now and show it; the place on the page is kept when it is
        the same paper again. Read at once when hidden: the pages wait for the eye."""
        again = self._wanted is not None and self._wanted[0] == record_id
        self._wanted = (record_id, language)
        if self.isVisible():
            self._set(again)

    def clear(self) -> None:
        """Show no paper."""
        self._cancel()
        self._wanted = None
        self.say("")

    def say(self, sentence: str) -> None:
        """Put a sentence where the pages would stand."""
        self.words.setText(sentence)
        self._stack.setCurrentWidget(self.words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None and self._task is None and self._document is None:
            self._set(False)

    def _set(self, again: bool) -> None:
        assert self._wanted is not None
        self._cancel()
        try:
            record_id, language = self._wanted
            source = source_of(self._desk, record_id)
            values = source.values(language or source.language, 0)
        except Refused as refusal:
            self.say(self._desk.explain(refusal))
            return
        if not again:
            self._document = None
            self.say(self.tr("Setting the paper…"))
        self._task = self._desk.tasks.run(
            lambda task: b"" if task.cancelled else render(values),
            lambda data: self._show(data, again),
            self._failed,
            paper=True,
        )
        self.destroyed.connect(self._task.cancel)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, data: bytes, again: bool) -> None:
        self._task = None
        old, self._document = self._document, load(data, self)
        at = self.pages.verticalScrollBar().value()
        self.pages.setDocument(self._document)
        self._stack.setCurrentWidget(self.pages)
        if again:
            self.pages.verticalScrollBar().setValue(at)
        else:
            self.pages.begin()
        if old is not None:
            old.deleteLater()
        self.shown.emit(self._document.pageCount())

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, Refused):
            raise error
        self.say(self._desk.explain(error))


class PaperWindow(Screen):
    """A paper in a tab: look, issue when it is ready, print, save."""

    def __init__(self, desk: Desk, kind: str, record_id: int | str) -> None:
        super().__init__(desk)
        self._id = record_id
        self._source = source_of(desk, record_id)
        self.bar = Bar(self)
        self.preview = PaperPreview(desk, self)
        self.state = QLabel(self)
        self.heading = QLabel(self)
        set_role(self.heading, "heading")
        self.page = QLabel(self)
        set_role(self.page, "muted")
        self.language = self._make_languages()
        exits = {"document.print": self.print, "document.pdf": self.save}
        self.bind(
            {
                **(exits if desk.may(self._source.print_right) else {}),
                "document.submit": self.issue,
                "paper.larger": lambda: self.preview.pages.zoom(ZOOM_STEP),
                "paper.smaller": lambda: self.preview.pages.zoom(1 / ZOOM_STEP),
                "paper.fit": self.preview.pages.fit,
                "paper.language": self.next_language,
            }
        )
        self._assemble()
        self.preview.shown.connect(lambda _: self._count_pages())
        self.preview.pages.pageNavigator().currentPageChanged.connect(self._count_pages)
        self.setFocusProxy(self.preview)
        self._show()

    @property
    def title(self) -> str:
        """The paper's number, or its draft reference."""
        return self.tr("Paper {0}").format(self._source.reference)

    def _make_languages(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Language of the paper"))
        for value, words in (
            ("th", self.tr("Thai")),
            ("en", self.tr("English")),
            ("both", self.tr("Thai and English")),
        ):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(self._source.language)))
        box.currentIndexChanged.connect(lambda _: self._set_paper())
        return box

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        for widget in (self.heading, self.state, self.page):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(self.language)
        for name, glyph in (
            ("paper.smaller", "magnifying-glass-minus"),
            ("paper.fit", "arrows-out-line-horizontal"),
            ("paper.larger", "magnifying-glass-plus"),
        ):
            button = tool_button(glyph, self.bound[name].toolTip(), self)
            button.clicked.connect(self.bound[name].trigger)
            top.addWidget(button)
        top.addLayout(self.button_row("document.pdf", "document.print"))
        self._go = self.button("document.submit", primary=True)
        if self._go:
            top.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        said = QHBoxLayout()
        said.setContentsMargins(12, 0, 12, 8)
        said.addWidget(self.bar)
        layout.addLayout(said)
        layout.addWidget(self.preview, 1)

    # What is shown ----------------------------------------------------------------------------

    def reload(self, tables: frozenset[str]) -> None:
        """Another number, state or line: set the paper again."""
        if tables & PRINTED_TABLES and self._source.read_again():
            self._show()
            self.retitled.emit()

    def _show(self) -> None:
        word, tone = self._source.state()
        self.heading.setText(self._source.reference)
        self.state.setText(word)
        self.state.setVisible(bool(word))
        set_tone(self.state, tone)
        issuing, submit = self._source.issuing(), self.bound["document.submit"]
        submit.setEnabled(issuing is not None)
        submit.setVisible(issuing is not None)
        if issuing is not None and self._go is not None:
            submit.setText(issuing[0])
            self._go.setText(issuing[0])
        self._set_paper()

    def _set_paper(self) -> None:
        self.preview.show_paper(self._id, self.language.currentData())

    def _count_pages(self) -> None:
        pages = self.preview.document.pageCount() if self.preview.document else 0
        now = self.preview.pages.pageNavigator().currentPage() + 1
        self.page.setText(self.tr("Page {0} of {1}").format(now, pages) if pages > 1 else "")

    # What can be done -------------------------------------------------------------------------

    def next_language(self) -> None:
        """Thai, English, both: one after the other."""
        self.language.setCurrentIndex((self.language.currentIndex() + 1) % self.language.count())

    def issue(self) -> None:
        """Give the paper its number."""
        self.bar.clear()
        issuing = self._source.issuing()
        if issuing is not None:
            self.desk.execute(issuing[1], self)

    def refused(self, refusal: Refused) -> None:
        """Say why the paper was not issued, across its top."""
        self.bar.say(self.desk.explain(refusal), Tone.STOP)

    def print(self) -> None:
        """Choose the printer, then print; a reprint says COPY."""
        self._exit(self.print).print()

    def save(self) -> None:
        """Choose the file, then save."""
        self._exit(self.save).save()

    def _exit(self, again: Callable[[], None]) -> PaperExit:
        """A failure stays until it is read, and offers the way once more; a tab that was closed
        meanwhile leaves the word to the status line."""
        desk = self.desk

        def tell(words: str, tone: Tone) -> None:
            still_open = shiboken6.isValid(self)
            if still_open:
                self.bar.clear()
            if still_open and tone is not Tone.OK:
                self.bar.say(words, tone, [(self.tr("Try again"), again)])
            else:
                desk.say(words, tone)

        source = source_of(desk, self._id)
        return PaperExit(desk, source, self, self.language.currentData(), tell)
