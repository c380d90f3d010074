"""What every screen is: a widget with a title, actions by name, and a way to reload."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.binding import Bound, Slot, action_button, bind
from ui.desk import Desk
from ui.flow import Flow
from ui.forms.base import Form
from ui.guarded import guarded
from ui.tables.view import view_in


class Screen(QWidget):
    """A place of the rail or a document in a tab.

    It asks for another record with `open_record(kind, id)`, and says with `retitled` that its
    title or its count of unsaved things is another.
    """

    open_record = Signal(str, object)
    retitled = Signal()
    finished = Signal()

    FILTERS: ClassVar[tuple[str, ...]] = ()
    """The attributes that are boxes and chips over the list: a kept view keeps what they say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.bound: Bound = {}
        self._opens_with_view = False
        self._missed = frozenset[str]()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return ""

    def bind(self, slots: Mapping[str, Slot]) -> None:
        """Serve these actions of `ui.actions`; those the person may not do are left out."""
        listed: dict[str, Slot] = {}
        if "list.columns" in slots:
            listed = {"list.export": self.export_list, "list.views": self.list_views}
            self._opens_with_view = True
        self.bound |= bind(self, {**listed, **slots}, self.desk.may)

    @guarded(otherwise=None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed:
            self.reload(self._missed)  # again the next time, if the server is lost now
            self._missed = frozenset()
        if self._opens_with_view:
            from ui.tables.views import open_list

            self._opens_with_view = False
            open_list(self)

    def list_views(self) -> None:
        """Pick a kept view of the list, or keep what is shown as one."""
        from ui.kept_views import ask  # not before the first window

        ask(self)

    def views_of(self, subject: str) -> str:
        """The name under which the views of a list are kept; lists that show the same share it."""
        return subject

    def view_state(self) -> dict[str, Any]:
        """What the filters over the list say, as plain values by name."""
        from ui.tables.views import chosen

        found = {name: attrgetter(name)(self) for name in self.FILTERS}
        return {name: chosen(each) for name, each in found.items() if each is not None}

    def take_view(self, state: Mapping[str, Mapping[str, Any]]) -> list[str]:
        """Put the filters so; answers with the words of what is there no more."""
        from ui.tables.views import choose

        found = {name: attrgetter(name)(self) for name in self.FILTERS if name in state}
        kept = [(each, state[name]) for name, each in found.items() if each is not None]
        return [str(was.get("words", "")) for each, was in kept if not choose(each, was)]

    def export_list(self) -> None:
        """Put the list in view into a file, as it is shown."""
        from ui.tables.exporting import offer  # not before the first window

        view = view_in(self)
        if view is not None:
            offer(self.desk, view)

    def button(self, name: str, *, primary: bool = False) -> QPushButton | None:
        """A button for a bound action; None where the person may not do it."""
        if name not in self.bound:
            return None
        return action_button(self.bound[name], self, primary=primary)

    def button_row(self, *names: str, primary: str = "") -> Flow:
        """Buttons for those of the actions that are bound, in this order."""
        row = Flow()
        for name in names:
            button = self.button(name, primary=name == primary)
            if button:
                row.addWidget(button)
        return row

    def follow(self, tables: frozenset[str]) -> None:
        """These tables were written: a screen in view reads again at once, any other when it comes
        into view, so that no save waits for the tabs behind it."""
        if self.isVisible():
            self.reload(tables)
        else:
            self._missed |= tables

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

    @guarded(otherwise=None)
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
        self.read_again()
        self.stale = False
