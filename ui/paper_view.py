"""The paper as it will print, in a tab of its own, with every way out of it."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.services.papers.comparing import comparable
from ui.actions import ACTIONS
from ui.bars import Bar
from ui.binding import Slot, tool_button
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.paper_bars import FindBar, PageBox
from ui.paper_exits import PaperExit, Say
from ui.paper_left import LeftPanel
from ui.paper_pages import ZOOM_STEP
from ui.paper_preview import PaperPreview
from ui.paper_printing import PaperPrint
from ui.paper_sources import PaperSource, source_of
from ui.screen import Screen
from ui.theme import set_role, set_tone
from ui.tokens import Tone

GLYPHS = (
    ("paper.smaller", "paper.fit", "paper.larger"),
    ("paper.history", "paper.find"),
    ("request.trail", "document.compare"),
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


def open_comparison(desk: Desk, document_id: int | None, parent: QWidget) -> None:
    """Show a document beside the one it replaces or came from, in a tab of its own."""
    others = desk.read(comparable, document_id) if document_id is not None else ()
    if others:
        open_paper(desk, f"compare-{others[0].id}.{document_id}", parent)
    else:
        words = QCoreApplication.translate("paper_view", "There is no other paper to compare with.")
        desk.say(words, Tone.WARN)


def print_paper(desk: Desk, record_id: int | str, parent: QWidget) -> None:
    """Ask for the printer and print; what happened is said at the foot of the window."""
    PaperPrint(desk, source_of(desk, record_id), parent).print()


def _screen_of(widget: QWidget) -> Screen:
    """The screen that a widget stands in."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Screen):
        above = above.parentWidget()
    if above is None:
        raise LookupError("a paper opens from within a screen")
    return above


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
        pages = self.preview.pages
        self.page, self.find_bar = PageBox(pages, self), FindBar(pages, self)
        self.left, self.left_line = LeftPanel(desk, self), ElidedLabel(self)
        set_role(self.left_line, "muted")
        self.language, self.others = self._make_languages(), self._make_others()
        self.bind({**self._ways_out(), **self._looking(), "document.submit": self.issue})
        self._assemble()
        self.preview.shown.connect(self._set_pages)
        self.setFocusProxy(self.preview)
        self._show()

    def _looking(self) -> dict[str, Slot]:
        """Going about the pages, and what is told beside them."""
        pages = self.preview.pages
        return {
            "paper.larger": lambda: pages.zoom(ZOOM_STEP),
            "paper.smaller": lambda: pages.zoom(1 / ZOOM_STEP),
            "paper.fit": pages.fit,
            "paper.whole": pages.whole,
            "paper.actual": pages.actual,
            "paper.page": self.page.ask,
            "paper.earlier": lambda: pages.turn(-1),
            "paper.later": lambda: pages.turn(1),
            "paper.first": lambda: pages.go_to(0),
            "paper.last": lambda: pages.go_to(pages.count - 1),
            "paper.find": self.find_bar.ask,
            "paper.hit": lambda: self.find_bar.step(1),
            "paper.hit_before": lambda: self.find_bar.step(-1),
            "paper.language": self.next_language,
            "paper.history": self.show_left,
        }

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
            found["document.compare"] = self.compare
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

    def _make_others(self) -> QComboBox:
        """What the same tab may show instead: other papers to compare with."""
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Compared with"))
        for record_id, words in self._source.others():
            box.addItem(words, record_id)
        box.setCurrentIndex(max(0, box.findData(self._id)))
        box.currentIndexChanged.connect(lambda _: self._show_other())
        box.setVisible(box.count() > 1)
        return box

    def _show_other(self) -> None:
        self._id = self.others.currentData()
        self._source = source_of(self.desk, self._id)
        self._show()

    def _assemble(self) -> None:
        self._top, self._small = QHBoxLayout(), list[list[QToolButton]]()
        self._glyphs = dict[str, QToolButton]()
        top = self._top
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        for widget in (self.heading, self.state, self.page):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(self.others)
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
        self.left_line.setContentsMargins(12, 0, 12, 8)
        layout.addWidget(self.left_line)
        layout.addWidget(self.find_bar)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.preview, 1)
        body.addWidget(self.left)
        layout.addLayout(body, 1)

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
        """Another number, state or line: set the paper again; another exit: tell it."""
        if tables & PRINTED_TABLES and self._source.read_again():
            self._show()
            self.retitled.emit()
        elif "document_print" in tables:
            self._tell_left()

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
        self._tell_left()
        self._set_paper()

    def _tell_left(self) -> None:
        self.left.show_departures(self._source.departures())
        line = self.left.line(self._source.print_count)
        self.left_line.setText(line)
        self.left_line.setVisible(bool(line))

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

    def _set_pages(self, count: int) -> None:
        assert self.preview.document is not None
        self.page.count(count)
        self.find_bar.look_in(self.preview.document)
        self._fit()

    # What can be done -------------------------------------------------------------------------

    def next_language(self) -> None:
        """Thai, English, both: one after the other."""
        self.language.setCurrentIndex((self.language.currentIndex() + 1) % self.language.count())

    def back(self) -> bool:
        """Esc puts away what was looked for, then the list of what left."""
        for open_now, close in (
            (self.find_bar, self.find_bar.close_bar),
            (self.left, self.show_left),
        ):
            if not open_now.isHidden():
                close()
                return True
        return False

    def show_left(self) -> None:
        """When the paper left, how and through whom: there, or away again."""
        self.left.setVisible(self.left.isHidden())
        (self.left.list if not self.left.isHidden() else self.preview).setFocus()

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
        PaperPrint(*self._way_out(self.print)).print()

    def save(self) -> None:
        """Choose the file, then save."""
        PaperExit(*self._way_out(self.save)).save()

    def email(self) -> None:
        """A mail to the customer with the paper attached, written in a tab of its own."""
        if self._may_leave("email"):
            self.open_record.emit("paper_mail", f"{self.language.currentData()}/{self._id}")

    def line(self) -> None:
        """Picture and message for LINE."""
        if self._may_leave("line"):
            PaperExit(*self._way_out(self.line)).line()

    def clipboard(self) -> None:
        """The PDF for any other program."""
        if self._may_leave("clipboard"):
            PaperExit(*self._way_out(self.clipboard)).clipboard()

    def _may_leave(self, way: str) -> bool:
        """What may not is said, and not offered once more."""
        try:
            self._source.guard(way)
        except Refused as refusal:
            self.bar.say(self.desk.explain(refusal), Tone.STOP)
            return False
        return True

    def compare(self) -> None:
        """The paper beside the one it replaces or came from."""
        open_comparison(self.desk, self._source.trail, self)

    def open_trail(self) -> None:
        """Everything that was decided about the paper, in a tab of its own."""
        open_trail(self.desk, self._source.trail, self)

    def _way_out(self, again: Callable[[], None]) -> tuple[Desk, PaperSource, QWidget, str, Say]:
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
        return desk, source, self, self.language.currentData(), tell
