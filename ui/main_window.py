"""Assembles the frame and wires it; what is shown belongs to the screens."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.services.notify import told
from crm_desktop.services.registry import Actor
from ui.bars import Bar
from ui.binding import Bound, Slot, bind, fill
from ui.desk import Desk
from ui.drafts import Draft
from ui.forms.lookup import Found
from ui.keys import sequences
from ui.login import LockPage, Offered
from ui.notices import NEWS_TABLES, Notice, Notices
from ui.places import IN_PLACE, NEW, OPENS, PLACES, RECORDS, Place, make_place, make_record, new_id
from ui.rail import Rail
from ui.reach import Reach
from ui.screen import Screen
from ui.statusbar import Foot
from ui.tabs import DocumentWindow, Middle
from ui.theme import Scheme, Theme
from ui.tokens import Tone
from ui.topbar import TopBar
from ui.translations import Translations
from ui.tray import Tray

COMPACT_BELOW = 1000
COUNTS_AFTER_MS = 150


class MainWindow(QMainWindow):
    """One per person at the desk. `left_to` carries the actor who took over."""

    left_to = Signal(object)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        translations: Translations,
        *,
        places: Sequence[Place] = PLACES,
        find: Callable[[str], Sequence[Found]] = lambda _: (),
        counts: Callable[[Callable[[Mapping[str, int]], object]], object] = lambda _: None,
        follow_up: Callable[[], tuple[str, Any] | None] = lambda: None,
        people: Callable[[], Sequence[Offered]] = tuple,
        news: Callable[[], Sequence[Notice]] = tuple,
        behind: Callable[[], int] = int,
        branch: str = "",
        database: str = "",
        tray: QSystemTrayIcon | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._theme, self._translations = desk, theme, translations
        self._actor = desk.actor
        self._counts, self._follow_up = counts, follow_up
        self._reach = Reach(desk, places)
        self._places, self._screens = self._reach.places, self._reach.screens
        self.bound: Bound = bind(self, self._slots(), desk.may)
        self._pages = QStackedWidget(self)
        inside = QWidget(self._pages)  # what is made elsewhere first is dressed twice
        right = QWidget(inside)
        self.rail = Rail(tuple(self._places.values()), inside)
        self.top = TopBar(find, self.bound, right)
        self.middle = Middle(right)
        self.banner = Bar(right)
        self.notices = Notices(desk, news, right)
        self.tray = Tray(lambda: desk.read(told), tray, self)
        self.lock_page = LockPage(desk, people, self._pages)
        self.foot = Foot(desk, branch, database, self, behind)
        self._assemble(inside, right)
        self._wire()
        self._begin()

    # Assembling -------------------------------------------------------------------------------

    def _assemble(self, inside: QWidget, right: QWidget) -> None:
        self.setWindowTitle(self.tr("Customer-relations desk"))
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top, self.banner, self.notices, self.middle):
            column.addWidget(widget)
        column.setStretchFactor(self.middle, 1)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self._pages.addWidget(inside)
        self._pages.addWidget(self.lock_page)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self.foot)
        self.setMinimumSize(640, 360)

    def _wire(self) -> None:
        self.rail.chosen.connect(self.show_place)
        self.top.picked.connect(lambda found: self.open_record(found.kind, found.id))
        self.top.menu.clicked.connect(self._menu)
        self.foot.draft_chosen.connect(self._open_draft)
        self.lock_page.entered.connect(self._came_in)
        self.middle.opened_window.connect(self._opened_window)
        self.notices.opened.connect(self.open_record)
        self.notices.came.connect(self.tray.tell)
        self.notices.looked.connect(self.tray.follow)
        self.tray.chosen.connect(self._called)
        self._desk.changed.connect(self._changed)
        self._desk.said.connect(self.foot.say)
        self._desk.reachable.connect(self._reachable)
        self._desk.idle.connect(self.lock)
        for number in range(9):
            for sequence in sequences(f"Alt+{number + 1}"):
                QShortcut(sequence, self, partial(self._go_to, number))
        self._recount = QTimer(self, interval=COUNTS_AFTER_MS, singleShot=True)
        self._recount.timeout.connect(lambda: self._counts(self.rail.show_counts))

    def _begin(self) -> None:
        shape = self._desk.state.shape("window")
        if not shape.isEmpty():
            self.restoreGeometry(shape)
        else:
            self.resize(1366, 728)
        self._go_back()
        self._recount.start()
        self.foot.tell_drafts()
        self.foot.compare_clock()
        QTimer.singleShot(COUNTS_AFTER_MS, self.notices.look)  # the place is looked at first
        self._desk.watch(self)

    def _slots(self) -> dict[str, Slot]:
        slots: dict[str, Slot] = {
            "desk.search": lambda: self.top.focus_search(),  # noqa: PLW0108 - made after this
            "desk.palette": self.palette_of_commands,
            "desk.followup": self.next_follow_up,
            "desk.notice": lambda: self.notices.open(),  # noqa: PLW0108 - made after this
            "desk.drafts": self.unsent_drafts,
            **{name: partial(self.open_record, *what) for name, what in OPENS.items()},
            "desk.undo": self._desk.undo,
            "desk.lock": self.lock,
            "desk.person": lambda: self.lock(other=True),
            "desk.quit": self.close,
            "view.back": self.back,
            "view.close": lambda: self.middle.close_tab(self.middle.currentIndex()),
            "view.tear": lambda: self.middle.tear(self.middle.currentIndex()),
            "view.menu": self._menu,
            "view.theme": self.switch_theme,
            "help.page": self.help,
            "help.keys": self.key_help,
        }
        for name, kind in NEW.items():
            slots[name] = self._maker(kind)
        return slots

    # Going somewhere --------------------------------------------------------------------------

    def show_place(self, key: str) -> Screen:
        """Open a place of the rail; its screen is made the first time."""
        place = self._places[key]
        if key not in self._screens:
            self._screens[key] = self._adopt(make_place(place, self._desk, self.middle.places))
        screen = self._screens[key]
        self.rail.show_place(key)
        self.middle.show_place(screen, place.text, place.icon)
        screen.setFocus()
        self._desk.state.put("place", key)
        return screen

    def open_record(self, kind: str, record_id: Any) -> None:
        """Show a record: in its place, or in a tab that may be open already."""
        if IN_PLACE.get(kind) in self._places:
            self.show_place(IN_PLACE[kind]).show_record(kind, record_id)
        elif kind in RECORDS:
            name = f"{kind}:{record_id}"
            open_already = self.middle.document(name)
            if open_already:
                self.middle.bring(open_already)
                return
            try:
                screen = self._adopt(make_record(kind, record_id, self._desk))
            except Refused as refusal:
                self._desk.say(self._desk.explain(refusal), Tone.STOP)
                return
            screen.setObjectName(name)
            self.middle.open(screen)

    def next_follow_up(self) -> None:
        """F8: the next call of the list in view, or the most pressing follow-up of the person."""
        if (screen := self.middle.current()) and screen.next_call():
            return
        record = self._follow_up()
        if record:
            self.open_record(*record)
        else:
            self._desk.say(self.tr("No follow-up is due. Well done."))

    def _called(self, notice: Notice | None) -> None:
        """Somebody clicked beside the clock: the window comes, and what the notice is about."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if notice and not self.tray.locked:
            self.notices.take(notice)

    def unsent_drafts(self) -> None:
        """Ctrl+Shift+J: what was typed and not saved, to go on with."""
        self.foot.offer_drafts()

    def back(self) -> None:
        """Esc: one step back in the screen, out of the search, or out of the document."""
        screen = self.middle.current()
        if self.top.search.hasFocus() and screen:
            screen.setFocus()
        elif screen and not screen.back() and self.middle.currentIndex() > 0:
            self.middle.close_tab(self.middle.currentIndex())

    def _adopt(self, screen: Screen) -> Screen:
        screen.open_record.connect(self.open_record)
        return screen

    def _open_draft(self, draft: Draft) -> None:
        kind, _, ident = draft.key.partition(":")
        self.open_record(kind, int(ident) if ident.isdigit() else ident)

    def _opened_window(self, window: DocumentWindow) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._desk.watch(window)

    # What changed -----------------------------------------------------------------------------

    def _changed(self, tables: frozenset[str]) -> None:
        if self._reach.renew():
            self._show_reach()
        for screen in (*self._screens.values(), *self.middle.documents()):
            screen.follow(tables)
        if tables & NEWS_TABLES:
            self.notices.look()
        self._recount.start()

    def _show_reach(self) -> None:
        """The places of the rights that hold now; whoever writes in a tab goes on writing."""
        tab = self.middle.currentIndex()
        self.rail.show_places(tuple(self._places.values()))
        self._go_back()
        self.middle.setCurrentIndex(tab)
        if tab and (screen := self.middle.current()):
            screen.setFocus()

    def _reachable(self, answers: bool) -> None:
        self.foot.show_health(answers)
        if answers:
            self.banner.clear()
            return
        self.banner.say(
            self.tr(
                "The database does not answer. Please go on: what you type is kept, and saving "
                "works again as soon as it is back."
            ),
            Tone.WARN,
        )

    # Menus, palette, help ---------------------------------------------------------------------

    def here(self) -> Bound:
        """All actions that are alive now: the window's and those of the screen in view."""
        screen = self.middle.current()
        return {**self.bound, **(screen.bound if screen else {})}

    def _menu(self) -> None:
        menu = QMenu(self)
        fill(menu, self.here())
        menu.popup(self.top.menu.mapToGlobal(self.top.menu.rect().bottomLeft()))

    def palette_of_commands(self) -> None:
        """Ctrl+K."""
        from ui.help.topics import help_entries
        from ui.palette import CommandPalette, Entry, action_entries

        both = self._translations.both
        entries = action_entries(self.here(), both)
        for number, (key, place) in enumerate(self._places.items(), start=1):
            words = f"{both('places', place.source)} {place.text}"
            go = partial(self.show_place, key)
            entries.append(Entry(place.text, f"Alt+{number}", words, place.icon, go))
        entries += help_entries(both, self)
        CommandPalette(entries, self).open()

    def _go_to(self, number: int) -> None:
        if number < len(self._places):
            self.show_place(list(self._places)[number])

    def _go_back(self) -> None:
        """To the place where this person was last, if it is still theirs."""
        kept = self._desk.state.text("place")
        if self._places:
            self.show_place(kept if kept in self._places else next(iter(self._places)))

    def _maker(self, kind: str) -> Slot:
        return lambda: self._make(kind)

    def _make(self, kind: str) -> None:
        """A new record for what is in view, or an empty one."""
        screen = self.middle.current()
        if screen is None or not screen.make_new(kind):
            self.open_record(kind, new_id())

    def key_help(self) -> None:
        """?: the keys of this screen."""
        from ui.keyhelp import KeyHelp

        screen = self.middle.current()
        title = screen.title if screen else self.windowTitle()
        KeyHelp(title, self.here(), len(self._places), self).open()

    def help(self) -> None:
        """F1: the page about what is in view."""
        from ui.help.topics import show_topic, topic_of

        show_topic(self, topic_of(self.middle.current(), self._screens))

    def switch_theme(self) -> None:
        """Light, dark, as the system: one after the other."""
        order = list(Scheme)
        scheme = order[(order.index(self._theme.scheme) + 1) % len(order)]
        self._theme.choose(scheme)
        self._desk.state.put("theme", str(scheme))

    # Lock, change of person, leaving ----------------------------------------------------------

    def lock(self, *, other: bool = False) -> None:
        """Cover everything; drafts go to disk first, and nothing that was open is closed."""
        if self._pages.currentWidget() is self.lock_page:
            return
        self.keep_drafts()
        self.tray.locked = True
        for action in self.bound.values():
            action.setEnabled(False)
        for window in self.middle.windows:
            window.hide()
        self._pages.setCurrentWidget(self.lock_page)
        self.lock_page.ask(self._actor, other=other)

    def _came_in(self, actor: Actor) -> None:
        if actor.person_id != self._actor.person_id:
            self.left_to.emit(actor)
            return
        self.tray.locked = False
        for action in self.bound.values():
            action.setEnabled(True)
        for window in self.middle.windows:
            window.show()
        self._pages.setCurrentIndex(0)
        screen = self.middle.current()
        if screen:
            screen.setFocus()

    def keep_drafts(self) -> None:
        """Write every open form's draft now."""
        for screen in (*self._screens.values(), *self.middle.documents()):
            for form in screen.forms():
                form.keep_draft()

    def dismiss(self) -> None:
        """Go, since another person took over: drafts are kept under the first person's name."""
        self.keep_drafts()
        self._desk.changed.disconnect(self._changed)
        for window in self.middle.windows:
            window.hide()
            window.deleteLater()
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Never asks: what is open is kept as drafts and offered again."""
        self.keep_drafts()
        self._desk.state.put("window", self.saveGeometry())
        self._desk.tasks.finish()
        for window in self.middle.windows:
            window.hide()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.set_compact(self.width() < COMPACT_BELOW)
        super().resizeEvent(event)
