"""Lists read only what is looked at, and keep the person's place."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.tables.columns import Align, Column
from ui.tables.model import PAGE, ROW_ROLE, SORT_ROLE, TONE_ROLE, TableModel
from ui.tables.view import ListView
from ui.theme import Theme
from ui.tokens import Tone
from ui.window_state import WindowState


@dataclass(frozen=True)
class Customer:
    id: int
    name: str
    total: int


class Source:
    """A million rows that nobody may read whole."""

    def __init__(self, count: int = 1_000_000) -> None:
        self.count, self.read = count, 0
        self.queries: list[ListQuery] = []

    def __call__(self, query: ListQuery) -> Page[Customer]:
        self.queries.append(query)
        first = query.after[0] if query.after else 0
        numbers = range(first, min(first + query.limit, self.count))
        rows = [Customer(n, f"ลูกค้า {n}", n * 100) for n in numbers]
        rows = [row for row in rows if query.text in row.name]
        self.read += len(rows)
        end = first + query.limit
        return Page(tuple(rows), (end,) if end < self.count and not query.text else None)


COLUMNS = (
    Column("id", "No.", 80, sort="id"),
    Column("name", "Name", 200, sort="name"),
    Column(
        "total",
        "Total",
        align=Align.RIGHT,
        format=lambda n: f"{n:,}",
        tone=lambda row: Tone.OK if row.total else None,
    ),
)


@pytest.fixture
def source() -> Source:
    return Source()


def make(qtbot: QtBot, source: Source, state: WindowState | None = None) -> ListView:
    view = ListView(
        "test", "Customers", COLUMNS, source, empty=("Nothing yet", "Press Ctrl+N"), state=state
    )
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


def test_a_million_rows_cost_one_page(qtbot: QtBot, theme: Theme, source: Source) -> None:
    view = make(qtbot, source)
    assert view.model.rowCount() == PAGE
    assert source.read == PAGE
    view.table.scrollToBottom()
    view.model.fetchMore()
    assert view.model.rowCount() >= 2 * PAGE
    assert source.read < 10 * PAGE


def test_roles_give_words_value_row_and_tone(source: Source) -> None:
    model = TableModel(COLUMNS, source)
    model.ask()
    cell = model.index(3, 2)
    assert cell.data() == "300"
    assert cell.data(SORT_ROLE) == 300
    assert cell.data(ROW_ROLE) == Customer(3, "ลูกค้า 3", 300)
    assert cell.data(TONE_ROLE) == Tone.OK
    assert cell.data(int(Qt.ItemDataRole.AccessibleTextRole)) == "Total: 300"


def test_the_database_sorts(qtbot: QtBot, theme: Theme, source: Source) -> None:
    view = make(qtbot, source)
    header = view.table.horizontalHeader()
    at = header.sectionViewportPosition(1) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    assert source.queries[-1].sort == "name"
    assert not source.queries[-1].descending
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    assert source.queries[-1].descending


def test_enter_opens_the_row_under_the_cursor(qtbot: QtBot, theme: Theme, source: Source) -> None:
    view = make(qtbot, source)
    opened: list[Customer] = []
    view.activated.connect(opened.append)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert [row.id for row in opened] == [1]


def test_typing_in_the_list_filters_it(qtbot: QtBot, theme: Theme, source: Source) -> None:
    view = make(qtbot, source)
    qtbot.keyClicks(view.table, "7")
    qtbot.keyClicks(view.filter, "7")
    qtbot.waitUntil(lambda: view.model.query.text == "77")
    assert [row.id for row in view.model.rows] == [77]
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.model.rowCount() == PAGE)


def test_esc_shows_everything_again_wherever_the_cursor_is(
    qtbot: QtBot, theme: Theme, source: Source
) -> None:
    view = make(qtbot, source)
    view.look_for("zzzq")
    assert view.note.isVisible()
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert (view.filter.text(), view.model.rowCount()) == ("", PAGE)
    view.look_for("7")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
        qtbot.keyClick(view.table, key)
    assert view.filter.text() == "7", "what was found stays: Esc is a step back in the screen"


def test_an_empty_list_says_what_belongs_there(qtbot: QtBot, theme: Theme) -> None:
    view = make(qtbot, Source(0))
    assert view.note.isVisible()
    assert view.note._title.text() == "Nothing yet"
    assert view.note._hint.text() == "Press Ctrl+N"


def test_reloading_keeps_cursor_and_selection(qtbot: QtBot, theme: Theme, source: Source) -> None:
    view = make(qtbot, source)
    view.select(42)
    source.count = 500
    view.reload()
    current = view.current()
    assert current is not None
    assert current.id == 42
    assert [row.id for row in view.selected()] == [42]


def test_columns_stay_as_the_person_set_them(
    qtbot: QtBot, theme: Theme, source: Source, tmp_path: Path
) -> None:
    state = WindowState(tmp_path / "layout.ini", 7)
    view = make(qtbot, source, state)
    view.table.horizontalHeader().resizeSection(1, 333)
    view._show_column(2, False)
    state.keep()
    again = make(qtbot, source, WindowState(tmp_path / "layout.ini", 7))
    assert again.table.horizontalHeader().sectionSize(1) == 333
    assert again.table.horizontalHeader().isSectionHidden(2)
    other = make(qtbot, source, WindowState(tmp_path / "layout.ini", 8))
    assert other.table.horizontalHeader().sectionSize(1) == 200


def test_a_failing_read_leaves_the_list_as_it_was(
    qtbot: QtBot, theme: Theme, source: Source
) -> None:
    view = make(qtbot, source)

    def fail(_: ListQuery) -> Page[Customer]:
        raise RuntimeError

    view.model._fetch = fail
    with pytest.raises(RuntimeError):
        view.reload()
    assert view.model.rowCount() == PAGE
