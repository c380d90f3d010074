"""The pages of one paper, set beside the window: a part of other screens."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.paper import AnyPaper
from ui.desk import Desk
from ui.guarded import guarded
from ui.paper_exits import render
from ui.paper_pages import Pages, load
from ui.paper_sources import source_of
from ui.tasks import Task
from ui.theme import set_role


@dataclass(frozen=True)
class _Wanted:
    """What is to be shown: `read` is called in the window and what it answers beside it; `about`
    is None for values that are nowhere stored."""

    about: int | str | None
    read: Callable[[], Callable[[], AnyPaper]]


class PaperPreview(QWidget):
    """One paper, set beside the window and shown when it is ready.

    `shown` follows with the count of pages; where the paper cannot be set, the sentence stands
    where the pages would, and `refused` follows with what it was.
    """

    shown = Signal(int)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._wanted: _Wanted | None = None
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

        def read() -> Callable[[], AnyPaper]:
            source = source_of(self._desk, record_id)
            values = source.values(language or source.language, 0)
            return lambda: values

        again = self._wanted is not None and self._wanted.about == record_id
        self._want(_Wanted(record_id, read), again)

    def show_values(self, make: Callable[[], AnyPaper]) -> None:
        """Show a paper that is nowhere stored; `make` runs beside the window, so it works on
        values alone and reads nothing. The pages that are there stay until the new ones are, and
        stay when it is Refused: then only `refused` tells. Place and size on the page are kept."""
        again = self._wanted is not None and self._wanted.about is None
        self._want(_Wanted(None, lambda: make), again)

    def _want(self, wanted: _Wanted, again: bool) -> None:
        self._wanted = wanted
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

    @guarded(otherwise=None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None and self._task is None and self._document is None:
            self._set(False)

    def _set(self, again: bool) -> None:
        assert self._wanted is not None
        self._cancel()
        try:
            make = self._wanted.read()
        except Refused as refusal:
            self._failed(refusal)
            return
        if not again:
            self._document = None
            self.say(self.tr("Setting the paper…"))
        self._task = self._desk.tasks.run(
            lambda task: b"" if task.cancelled else render(make()),
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
        if again and old is not None:
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
        stays = self._wanted is not None and self._wanted.about is None and self._document
        if not stays:
            self.say(self._desk.explain(error))
        self.refused.emit(error)
