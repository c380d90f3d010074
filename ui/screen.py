"""What every screen is: a widget with a title, actions by name, and a way to reload."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.binding import Bound, Slot, action_button, bind
from ui.desk import Desk
from ui.forms.base import Form


class Screen(QWidget):
    """A place of the rail or a document in a tab.

    It asks for another record with `open_record(kind, id)`, and says with `retitled` that its
    title or its count of unsaved things is another.
    """

    open_record = Signal(str, object)
    retitled = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.bound: Bound = {}

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return ""

    def bind(self, slots: Mapping[str, Slot]) -> None:
        """Serve these actions of `ui.actions`; those the person may not do are left out."""
        listed = {"list.export": self.export_list} if "list.columns" in slots else {}
        self.bound |= bind(self, {**listed, **slots}, self.desk.may)

    def export_list(self) -> None:
        """Put the list in view into a file, as it is shown."""
        from ui.tables.exporting import offer, view_in  # not before the first window

        view = view_in(self)
        if view is not None:
            offer(self.desk, view)

    def button(self, name: str, *, primary: bool = False) -> QPushButton | None:
        """A button for a bound action; None where the person may not do it."""
        if name not in self.bound:
            return None
        return action_button(self.bound[name], self, primary=primary)

    def button_row(self, *names: str, primary: str = "") -> QHBoxLayout:
        """Buttons for those of the actions that are bound, in this order."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in names:
            button = self.button(name, primary=name == primary)
            if button:
                row.addWidget(button)
        return row

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what is shown if it comes from one of `tables`; keeps the selection."""

    def show_record(self, kind: str, record_id: Any) -> None:
        """Bring a record into view (the selection of a list, a form for a new one)."""

    def make_new(self, kind: str) -> bool:
        """Begin a new record for what is in view, such as a quotation for the customer shown;
        False lets the window begin an empty one."""
        return False

    def next_call(self) -> bool:
        """Go on to the next customer of a list that is worked through by telephone; False lets the
        window go to the most pressing follow-up."""
        return False

    def forms(self) -> list[Form]:
        """The open forms inside, for drafts at lock and close."""
        return self.findChildren(Form)

    def back(self) -> bool:
        """Take one step back inside the screen; False if there is none."""
        return False

    def leave(self) -> bool:
        """Whether the screen may close now; a form with changes asks first and emits `finished`."""
        return all(form.leave(self.finished.emit) for form in self.forms())


class LiveScreen(Screen):
    """A screen that reads again when one of `TABLES` was written: at once while it is in view,
    else when it comes into view."""

    TABLES: ClassVar[frozenset[str]]
    stale = False

    def read_again(self) -> None:
        """Read everything anew; what is under the cursor stays under it."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stale:
            self._renew()

    def reload(self, tables: frozenset[str]) -> None:
        if tables and tables.isdisjoint(self.TABLES):
            return
        self.stale = True
        if self.isVisible():
            self._renew()

    def _renew(self) -> None:
        self.stale = False
        self.read_again()
