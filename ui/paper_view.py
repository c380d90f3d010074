"""The paper as it will print: in a tab of its own, and as a part of other screens."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from ui.actions import ACTIONS
from ui.bars import Bar
from ui.binding import Slot, tool_button
from ui.desk import Desk
from ui.paper_exits import PaperExit, render
from ui.paper_pages import ZOOM_STEP, Pages, load
from ui.paper_sources import source_of
from ui.screen import Screen
from ui.tasks import Task
from ui.theme import set_role, set_tone
from ui.tokens import Tone

GLYPHS = (
    ("paper.smaller", "paper.fit", "paper.larger"),
    ("request.trail",),
    ("paper.clipboard",),
    ("paper.line",),
    ("paper.email",),
)
"""The actions with a small button of their own; where room is short the first go first."""
WAYS = {"paper.email": "email", "paper.line": "line", "paper.clipboard": "clipboard"}
PRINTED_TABLES = frozenset(
    {"document", "document_line", "request", "setting", "branch", "delivery", "deposit_entry"}
)


def open_paper(desk: Desk, record_id: int | str, parent: QWidget) -> None:
    """Show the paper in a tab of its own beside the screen that `parent` belongs to."""
    _screen_of(parent).open_record.emit("paper", record_id)


def open_trail(desk: Desk, document_id: int | None, parent: QWidget) -> None:
    """Show what was decided about a document in a tab of its own."""
    if document_id is not None:
        open_paper(desk, f"trail-{document_id}", parent)


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
        self.bind(
            {
                **self._ways_out(),
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

    def _ways_out(self) -> dict[str, Slot]:
        """The exits that this person may use, and the history of what was decided."""
        found: dict[str, Slot] = {}
        if self.desk.may(self._source.print_right):
            found = {"document.print": self.print, "document.pdf": self.save}
            if self._source.outward:
                found |= {"paper.email": self.email, "paper.line": self.line}
                found |= {"paper.clipboard": self.clipboard}
        if self._source.trail is not None:
            found["request.trail"] = self.open_trail
        return found

    @property
    def title(self) -> str:
        """The paper's number, or its draft reference."""
        reference = self._source.reference
        return reference if self._source.named else self.tr("Paper {0}").format(reference)

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
        self._top, self._small = QHBoxLayout(), list[list[QToolButton]]()
        self._glyphs = dict[str, QToolButton]()
        top = self._top
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        for widget in (self.heading, self.state, self.page):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(self.language)
        for group in GLYPHS:
            self._small.append([self._small_button(name) for name in group if name in self.bound])
            for button in self._small[-1]:
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

    def _small_button(self, name: str) -> QToolButton:
        button = tool_button(ACTIONS[name].icon, self.bound[name].toolTip(), self)
        button.clicked.connect(self.bound[name].trigger)
        self._glyphs[name] = button
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many small buttons as there is room for; their keys are there all the same."""
        for button in (each for group in self._small for each in group):
            button.show()
        for group in self._small:
            self._top.invalidate()
            if self._top.sizeHint().width() <= self.width():
                return
            for button in group:
                button.hide()

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
        for name, way in WAYS.items():
            if name in self.bound:
                self._allow(self._glyphs[name], self.bound[name].toolTip(), way)
        self._set_paper()

    def _allow(self, button: QToolButton, about: str, way: str) -> None:
        """What may not leave that way has a dim button that says why; the key says it too."""
        try:
            self._source.guard(way)
        except Refused as refusal:
            about = self.desk.explain(refusal)
            button.setEnabled(False)
        else:
            button.setEnabled(True)
        button.setToolTip(about)

    def _set_paper(self) -> None:
        self.preview.show_paper(self._id, self.language.currentData())

    def _count_pages(self) -> None:
        pages = self.preview.document.pageCount() if self.preview.document else 0
        now = self.preview.pages.pageNavigator().currentPage() + 1
        self.page.setText(self.tr("Page {0} of {1}").format(now, pages) if pages > 1 else "")
        self._fit()

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

    def email(self) -> None:
        """A mail to the customer with the paper attached."""
        self._exit(self.email).email()

    def line(self) -> None:
        """Picture and message for LINE."""
        self._exit(self.line).line()

    def clipboard(self) -> None:
        """The PDF for any other program."""
        self._exit(self.clipboard).clipboard()

    def open_trail(self) -> None:
        """Everything that was decided about the paper, in a tab of its own."""
        open_trail(self.desk, self._source.trail, self)

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
