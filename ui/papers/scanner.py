"""A barcode scanner at the form: it types faster than any hand, wherever the cursor is.

What it typed is taken back out of the field it fell into, and the goods go into the lines.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from crm_desktop.domain.thai import swap_layout
from ui.forms.fields import Field
from ui.guarded import guarded
from ui.papers.cells import CellBox
from ui.papers.grid import LineGrid

SHORTEST = 6
"""Fewer keys are no code that a scanner of goods reads."""
KEY_MS = 35
"""Most that a key of a scanner takes over a whole code; the quickest typist needs twice that."""
PAUSE_MS = 150
"""Longest pause between two of its keys: a slow PC may be busy with the first one."""
_CODE = re.compile(r"(?=.*\d)[0-9A-Za-z][0-9A-Za-z-]*")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def moment_of(event: QKeyEvent) -> int | None:
    """Milliseconds at which the system had a key; None for one that no hand and no scanner sent,
    such as those of a program that drives the windows."""
    return event.timestamp() or None


@dataclass(frozen=True)
class Before:
    """A field as it was before a run of keys: its text for a cell, what it held for a field."""

    widget: QWidget
    text: str
    place: int
    field: Field | None
    held: Any


class Scanner(QObject):
    """Listens to whatever has the cursor inside `screen`; `scanned(code, before)` gets the code
    and what stood in the field before it came. `field_of` knows the field of a widget, `moment`
    tells when a key came, in milliseconds."""

    def __init__(
        self,
        screen: QWidget,
        grid: LineGrid,
        field_of: Callable[[QWidget], Field | None],
        scanned: Callable[[str, str], object],
    ) -> None:
        super().__init__(screen)
        self._screen, self._grid = screen, grid
        self._field_of, self._scanned = field_of, scanned
        self.moment: Callable[[QKeyEvent], int | None] = moment_of
        self._keys, self._first, self._last = "", 0, 0
        self._before: Before | None = None
        self._heard: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._listen)

    def _listen(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Only the field with the cursor is listened to."""
        if self._heard is not None:
            self._heard.removeEventFilter(self)
            self._heard.destroyed.disconnect(self._forget)
            self._heard = None
        if now is not None and self._screen.isAncestorOf(now):
            self._heard = now
            now.installEventFilter(self)
            now.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._heard = None

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat() or watched is not self._heard:
            return False
        if event.key() in _ENTER:
            return self._ends(event)
        text, moment = event.text(), self.moment(event)
        if moment is None:
            self._rest()
        elif len(text) == 1 and text.isprintable() and not event.modifiers() & ~_WITH:
            self._hear(self._heard, text, moment)
        elif text or event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            self._rest()
        return False

    def _hear(self, heard: QWidget, text: str, moment: int) -> None:
        """One more key; after a pause a new run begins with what stands there before it."""
        before = self._before
        if self._keys and 0 <= moment - self._last <= PAUSE_MS and before is not None:
            opened = isinstance(heard, CellBox) and before.widget is self._grid
            if opened and len(self._keys) == 1 and not heard.property("heard"):
                heard.setProperty("heard", True)
                return  # the grid opened its cell and hands the same key on
        else:
            self._keys, self._before = "", self._as_is(heard)
            self._first = moment
            heard.setProperty("heard", True)
        self._keys += text
        self._last = moment

    def _as_is(self, widget: QWidget) -> Before:
        field = self._field_of(widget)
        text, place = "", 0
        if isinstance(widget, QLineEdit):
            text, place = widget.text(), widget.cursorPosition()
        return Before(widget, text, place, field, field.raw() if field else None)

    def _ends(self, event: QKeyEvent) -> bool:
        """Enter right behind a run of quick keys: that was the scanner."""
        keys, before = self._keys, self._before
        moment = self.moment(event)
        quick = (
            moment is not None
            and 0 <= moment - self._last <= PAUSE_MS
            and moment - self._first <= KEY_MS * len(keys)
        )
        self._rest()
        code = _code(keys) if quick and before is not None and len(keys) >= SHORTEST else None
        if code is None or before is None:
            return False
        self._put_back(before)
        self._scanned(code, before.text)
        return True

    def _rest(self) -> None:
        self._keys, self._before = "", None

    def _put_back(self, before: Before) -> None:
        """The field as it was; a cell that the first key opened is closed again."""
        box = self._heard
        if isinstance(box, CellBox):
            if box.picker is not None:
                box.picker.hide()
            self._grid.cells.give_up(box, before.text if before.widget is box else box.before)
        elif before.field is not None and before.widget is not self._grid:
            before.field.set_raw(before.held)
            if isinstance(before.widget, QLineEdit):
                before.widget.setCursorPosition(before.place)


def _code(keys: str) -> str | None:
    """What was scanned, also with the Thai layout on; None for what no label holds."""
    for typed in (keys, swap_layout(keys)):
        if _CODE.fullmatch(typed):
            return typed
    return None
