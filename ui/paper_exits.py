"""How a paper leaves the house: a file, a mail, LINE or the clipboard; what is issued is counted on
its way."""

import errno
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.mail import draft_mail
from crm_desktop.exchange.placing import Placed, file_name, place
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.papers.covers import cover
from ui.desk import Desk
from ui.errors import report
from ui.file_dialog import FileDialog
from ui.paper_pages import Picture, picture
from ui.paper_sources import PaperSource
from ui.tokens import Tone

Say = Callable[[str, Tone], None]
R = TypeVar("R")


def render(values: AnyPaper) -> bytes:
    """The PDF of a paper; only ever called in the one worker that sets papers."""
    from crm_desktop.printing.render import render as printed  # ReportLab: 0.2 s, not at start

    return printed(values)


def ask_file(suggested: Path, parent: QWidget, then: Callable[[str], None]) -> None:
    """Let the person choose where a file goes; the dialog itself asks before it overwrites."""
    ending = suggested.suffix.removeprefix(".")
    dialog = FileDialog(parent, "", suggested, f"{ending.upper()} (*.{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.fileSelected.connect(then)
    dialog.open()


def open_outside(file: Path) -> bool:
    """Show a file in the program that this PC has for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


@dataclass(frozen=True)
class Letter:
    """What is written around a paper that goes by mail; `to` may stay open in a mail program."""

    to: str
    subject: str
    body: str


class PaperExit(QObject):
    """Takes one paper out; drafts leave with their watermark and are not counted."""

    def __init__(
        self,
        desk: Desk,
        source: PaperSource,
        parent: QWidget,
        language: str = "",
        say: Say | None = None,
    ) -> None:
        super().__init__(desk)
        self._desk, self._source, self._parent = desk, source, parent
        self._say = say or desk.say
        self._language = language or source.language
        self._pc = desk.state.of(0)

    # Saving -----------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask for the file, in the remembered folder, and write it."""
        ask_file(self._suggested("pdf"), self._parent, lambda name: self._save_to(Path(name)))

    def _suggested(self, ending: str) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._pc.text("pdf_folder") or QStandardPaths.writableLocation(documents)
        return Path(folder) / self._file_name(ending)

    def _file_name(self, ending: str) -> str:
        return f"{file_name(self._source.reference)}.{ending}"

    def _save_to(self, target: Path, copy: int | None = None) -> None:
        """Write first and count then, so that a full disk counts nothing; once more where
        somebody else took the paper out meanwhile."""
        counted = copy is not None
        expected = copy if copy is not None else self._source.print_count
        values = self._source.values(self._language, expected)
        self._desk.tasks.run(
            lambda task: place(render(values), target),
            lambda placed: self._saved(placed, expected, counted),
            lambda error: self._not_saved(error, target),
            paper=True,
        )

    def _saved(self, placed: Placed, expected: int, counted: bool) -> None:
        copy, target = expected if counted else self._count("save"), placed.target
        if copy is None:
            placed.undo()
            return
        placed.keep()
        if copy != expected:
            self._save_to(target, copy)
        else:
            self._pc.put("pdf_folder", str(target.parent))
            self._tell(self.tr("Saved as {0}.").format(target), Tone.OK)

    def _not_saved(self, error: Exception, target: Path) -> None:
        if not isinstance(error, OSError):
            self._failed(error)
            return
        if error.errno == errno.ENOSPC:
            words = self.tr("The disk is full, so {0} was not saved. Please choose another place.")
        else:
            words = self.tr(
                "{0} cannot be written. Please choose another folder, or close the file if "
                "another program has it open."
            )
        self._tell(words.format(target), Tone.STOP)

    # Sending ----------------------------------------------------------------------------------

    def email(self, letter: Letter, counted: int | None = None) -> None:
        """A mail with the paper attached, in the mail program of this PC; on record once it is
        open there, or kept as a file."""
        if not self._may_leave("email"):
            return
        expected = self._source.print_count if counted is None else counted
        values, name = self._source.values(self._language, expected), self._file_name("pdf")
        words = (letter.to, letter.subject, letter.body)

        def left() -> bool:
            again = partial(self.email, letter)
            return self._left("email", expected, counted, again)

        self._desk.tasks.run(
            lambda task: draft_mail(*words, name, render(values)),
            lambda mail: self._mailed(mail, letter.to, left),
            self._failed,
            paper=True,
        )

    def line(self) -> None:
        """The first pages as a picture, with a short message, on the clipboard for LINE."""
        self._paste("line", picture, _for_line, self._pasted)

    def _pasted(self, made: Picture) -> str:
        if made.shown == made.pages:
            return self.tr("Picture and message are on the clipboard: paste them into LINE.")
        words = self.tr(
            "The picture holds the first {0} of {1} pages. Paste it and the message into LINE; the "
            "whole paper goes as a file: copy the PDF."
        )
        return words.format(made.shown, made.pages)

    def clipboard(self) -> None:
        """The PDF as a file on the clipboard, to be pasted into any other program."""
        words = self.tr("{0} is on the clipboard: paste it where it should go.")
        said = words.format(self._file_name("pdf"))
        self._paste("clipboard", bytes, self._as_file, lambda _pdf: said)

    def _mailed(self, mail: bytes, to: str, left: Callable[[], bool]) -> None:
        copy = self._copy("eml", mail)
        if copy is None or not self._may_leave("email"):
            return
        if not open_outside(copy):
            target = self._suggested("eml")
            ask_file(target, self._parent, lambda name: self._keep_mail(mail, Path(name), left))
        elif not left():
            return
        elif to:
            self._tell(self.tr("The mail to {0} is open in your mail program.").format(to), Tone.OK)
        else:
            words = self.tr("The mail is open in your mail program; it has no address yet.")
            self._tell(words, Tone.OK)

    def _keep_mail(self, mail: bytes, target: Path, left: Callable[[], bool]) -> None:
        try:
            placed = place(mail, target)
        except OSError as error:
            self._not_saved(error, target)
            return
        if not left():
            placed.undo()
            return
        placed.keep()
        words = self.tr("No mail program opened, so the mail is kept as {0}.")
        self._tell(words.format(target), Tone.OK)

    def _paste(
        self,
        way: str,
        make: Callable[[bytes], R],
        pack: Callable[[R, AnyPaper], QMimeData | None],
        say: Callable[[R], str],
        counted: int | None = None,
    ) -> None:
        """Set the paper and make ready what may fail, put the exit on record, hand it over."""
        if not self._may_leave(way):
            return
        expected = self._source.print_count if counted is None else counted
        values = self._source.values(self._language, expected)

        def again(copy: int) -> None:
            self._paste(way, make, pack, say, copy)

        def done(made: R) -> None:
            data = pack(made, values)
            if data is not None and self._left(way, expected, counted, again):
                QGuiApplication.clipboard().setMimeData(data)
                self._tell(say(made), Tone.OK)

        self._desk.tasks.run(lambda task: make(render(values)), done, self._failed, paper=True)

    def _as_file(self, pdf: bytes, _values: AnyPaper) -> QMimeData | None:
        copy = self._copy("pdf", pdf)
        if copy is None:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(copy))])
        return data

    def _may_leave(self, way: str) -> bool:
        """The guard alone, so that no draft is set that is issued by the time it would leave."""
        try:
            self._source.guard(way)
        except Refused as refusal:
            self._failed(refusal)
            return False
        return True

    def _left(
        self, way: str, expected: int, counted: int | None, again: Callable[[int], None]
    ) -> bool:
        """Whether the exit is on record as the copy that was set; it is set once more where
        somebody else took the paper out meanwhile."""
        copy = self._count(way) if counted is None else counted
        if copy is None:
            self.deleteLater()
        elif copy != expected:
            again(copy)
        return copy == expected

    def _copy(self, ending: str, content: bytes) -> Path | None:
        """A copy that goes when the program goes; None where the disk does not take it."""
        name = self._file_name(ending)
        try:
            return self._desk.copies.put(name, content)
        except OSError as error:
            self._not_saved(error, Path(name))
            return None

    # All --------------------------------------------------------------------------------------

    def _count(self, way: str) -> int | None:
        """Put the exit on record; which copy it is, 0 for a draft, None when refused."""
        return self._source.count(way, self._language)

    def _tell(self, words: str, tone: Tone) -> None:
        """The last thing an exit does."""
        self._say(words, tone)
        self.deleteLater()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._tell(self._desk.explain(error), Tone.STOP)
        else:
            report(error)


def _for_line(made: Picture, values: AnyPaper) -> QMimeData:
    """The picture with the message that is pasted beside it."""
    data = QMimeData()
    data.setImageData(made.image)
    data.setText(cover(values).message)
    return data
