"""News outside the window: the system's own notices, a bell with a number, the taskbar.

Whoever passes by may read them. They say what the line in the window says; over a locked window
they only say that there is something.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from crm_desktop.services.notify import Told
from ui.icons import icon
from ui.notices import Notice
from ui.theme import tokens

SIDE = 64
SHOWN_MS = 8_000
AGAIN_MS = 60_000
"""How often it is asked whether quiet hours are over, while there is something to tell then."""
MOST = 99


def system_icon(parent: QObject) -> QSystemTrayIcon | None:
    """A place beside the clock; None where the system has none."""
    return QSystemTrayIcon(parent) if QSystemTrayIcon.isSystemTrayAvailable() else None


class Tray(QObject):
    """Tells what is new while nobody looks at the window; `chosen` asks for the window, with the
    notice that was clicked or None. Without an icon only the taskbar tells."""

    chosen = Signal(object)

    def __init__(
        self, told: Callable[[], Told], place: QSystemTrayIcon | None, window: QWidget
    ) -> None:
        super().__init__(window)
        self._told, self._icon, self._window = told, place, window
        self._last: Notice | None = None
        self._held: list[Notice] = []
        self.later = QTimer(self, interval=AGAIN_MS)
        self.later.timeout.connect(lambda: self.tell(()))
        self.locked = False
        if place:
            place.messageClicked.connect(self._clicked)
            place.activated.connect(self._activated)
            place.show()
        self.follow(())

    def tell(self, fresh: Sequence[Notice]) -> None:
        """Show what is new, unless the window is in front. What comes in quiet hours is held and
        told together when they are over."""
        seen = not self.locked and QApplication.activeWindow() is not None
        told, waiting = self._told(), [*fresh, *self._held]
        due = [each for each in waiting if not told.quiet or each.pressing]
        self._hold([] if seen else [each for each in waiting if each not in due])
        if seen or not due:
            return
        QApplication.alert(self._window)
        if self._icon and told.on:
            self._last = None if self.locked else due[0]
            title, words = self.tr("Customer-relations desk"), self._words(due)
            self._icon.showMessage(title, words, icon("bell-ringing"), SHOWN_MS)

    def _hold(self, notices: list[Notice]) -> None:
        self._held = notices
        if not notices:
            self.later.stop()
        elif not self.later.isActive():
            self.later.start()

    def follow(self, found: Sequence[Notice]) -> None:
        """Show how much is new, beside the clock and on the taskbar; what is news no more is not
        told after quiet hours either."""
        number, keys = len(found), {each.key for each in found}
        self._hold([each for each in self._held if each.key in keys])
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.setBadgeNumber(number)
        if self._icon:
            self._icon.setIcon(_bell(number))
            title = self.tr("Customer-relations desk")
            self._icon.setToolTip(
                self.tr("{0}: {1} new").format(title, number) if number else title
            )

    def _words(self, fresh: Sequence[Notice]) -> str:
        if self.locked:
            return self.tr("Something new is there for you")
        more = len(fresh) - 1
        words = fresh[0].words
        return self.tr("{0}  (and {1} more)").format(words, more) if more else words

    def _clicked(self) -> None:
        self.chosen.emit(None if self.locked else self._last)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        clicks = QSystemTrayIcon.ActivationReason
        if reason in (clicks.Trigger, clicks.DoubleClick):
            self.chosen.emit(None)


def _bell(number: int) -> QIcon:
    """A bell on a ground of its own, for a taskbar may be light or dark; over it the number."""
    picture = QPixmap(SIDE, SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    painter.drawRoundedRect(picture.rect(), SIDE // 5, SIDE // 5)
    bell = QRect(0, 0, SIDE - 16, SIDE - 16)
    bell.moveCenter(picture.rect().center())
    icon("bell", QPalette.ColorRole.BrightText).paint(painter, bell)
    if number:
        _badge(painter, str(number) if number <= MOST else f"{MOST}+")
    painter.end()
    return QIcon(picture)


def _badge(painter: QPainter, words: str) -> None:
    field = QRect(SIDE // 4, 0, SIDE - SIDE // 4, SIDE // 2 + 6)
    painter.setBrush(QColor(tokens().on_accent))
    painter.drawRoundedRect(field, field.height() / 2, field.height() / 2)
    font = QFont(QGuiApplication.font())
    font.setPixelSize(SIDE // 2 - (14 if len(words) > 2 else 2))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(tokens().accent))
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, words)
