"""One row of the table laid open: its conditions one below the other, and what holds for all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.authority import MATTERS, SCALES
from crm_desktop.domain.authority.sketch import (
    ConditionSketch,
    Fault,
    RowSketch,
    faults_of,
    fresh,
)
from crm_desktop.domain.authority.table_sketch import Key
from crm_desktop.messages import explain
from ui.authority.editor_condition import ConditionEditor, Place, condition_words
from ui.authority.words import branch_words
from ui.forms.rows import ErrorLine
from ui.icons import icon
from ui.theme import set_role
from ui.tokens import GRID

Branch = tuple[str, str]
"""Two digits and the name."""


class RowEditor(QWidget):
    """Shows one row; `changed` carries it as it is written. `branch_wanted` asks for a copy of it
    for one branch, `removed` for the row to go, `restored` for a row that went to come back."""

    changed = Signal(object)
    branch_wanted = Signal(str)
    removed = Signal()
    restored = Signal()

    def __init__(
        self, language: str, groups: Sequence[str], branches: Sequence[Branch], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._language, self._groups, self._branches = language, groups, branches
        self.sketch: RowSketch | None = None
        self._key: Key | None = None
        self.parts: list[ConditionEditor] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self._content: QWidget | None = None

    # Showing ----------------------------------------------------------------------------------

    def show_row(self, key: Key | None, sketch: RowSketch | None) -> None:
        """Lay a row open, or say that it is gone."""
        if key == self._key and sketch == self.sketch and self._content is not None:
            return
        self._key, self.sketch = key, sketch
        self._lay_out()

    def _lay_out(self) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        content = self._content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        self.parts = []
        column.addLayout(self._head(content))
        self.error = ErrorLine(content)
        column.addWidget(self.error)
        if self.sketch is None:
            column.addLayout(self._gone(content))
        else:
            self._fill(self.sketch, content, column)
        self._column.addWidget(content)
        content.show()
        self._tell()

    def _head(self, content: QWidget) -> QHBoxLayout:
        matter, grade, branch = self._key or ("", None, None)
        name = MATTERS[matter].title if matter in MATTERS else None
        title = explain(name, self._language) if name else matter
        words = [f"{title} · {grade.name}" if grade else title, branch_words(branch)]
        label = QLabel(" · ".join(filter(None, words)), content)
        set_role(label, "heading")
        label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        return row

    def _gone(self, content: QWidget) -> QHBoxLayout:
        words = QLabel(self.tr("This row is taken away in the draft."), content)
        back = QPushButton(icon("arrow-counter-clockwise"), self.tr("Bring it back"), content)
        back.clicked.connect(self.restored)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(back)
        return row

    def _fill(self, sketch: RowSketch, content: QWidget, column: QVBoxLayout) -> None:
        for at, condition in enumerate(sketch.conditions):
            part = ConditionEditor(condition, self._language, content)
            part.changed.connect(partial(self._write_condition, at))
            part.reshaped.connect(partial(self._reshape, at))
            part.dropped.connect(partial(self.drop_condition, at))
            self.parts.append(part)
            column.addWidget(part)
            column.addWidget(_rule(content))
        column.addLayout(self._options(sketch, content))
        column.addLayout(self._acts(sketch, content))

    def _options(self, sketch: RowSketch, content: QWidget) -> QVBoxLayout:
        phone = QCheckBox(self.tr("Advice by telephone will do"), content)
        phone.setChecked(sketch.phone_allowed)
        phone.toggled.connect(lambda on: self._write(self._with(phone_allowed=on)))
        go_on = QCheckBox(self.tr("May go on against advice, with a written reason"), content)
        go_on.setChecked(sketch.may_go_on_against_advice)
        go_on.toggled.connect(lambda on: self._write(self._with(may_go_on_against_advice=on)))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(phone)
        column.addWidget(go_on)
        return column

    def _with(self, **what: bool) -> RowSketch:
        assert self.sketch is not None
        return replace(self.sketch, **what)  # type: ignore[arg-type]

    def _acts(self, sketch: RowSketch, content: QWidget) -> QHBoxLayout:
        self.more = self._menu_button(self.tr("Add a condition"), self._condition_menu, content)
        self.more.setEnabled(bool(self._possible(sketch)))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.more, 1)
        if sketch.branch is None:
            words = self.tr("A branch’s own row")
            self.branch = self._menu_button(words, self._branch_menu, content)
            self.branch.setEnabled(bool(self._branches))
        else:
            self.branch = QPushButton(icon("trash"), self.tr("Take the branch’s row away"), content)
            self.branch.clicked.connect(self.removed)
        row.addWidget(self.branch, 1)
        return row

    def _menu_button(
        self, words: str, make: Callable[[QMenu], None], content: QWidget
    ) -> QPushButton:
        button = QPushButton(icon("plus"), words, content)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: make(menu))
        button.setMenu(menu)
        return button

    # Conditions -------------------------------------------------------------------------------

    def _possible(self, sketch: RowSketch) -> list[tuple[str, str | None]]:
        """The conditions that the row does not have yet."""
        there = {(each.kind, each.group) for each in sketch.conditions}
        wanted: list[tuple[str, str | None]] = [(kind, None) for kind in SCALES]
        if ("discount", None) in there:
            wanted += [("discount", group) for group in self._groups]
        return [each for each in wanted if each not in there]

    def _condition_menu(self, menu: QMenu) -> None:
        menu.clear()
        assert self.sketch is not None
        for kind, group in self._possible(self.sketch):
            words = condition_words(kind, group, self._language)
            menu.addAction(words, partial(self.add_condition, kind, group))

    def add_condition(self, kind: str, group: str | None = None) -> None:
        """A further condition; a product group begins with the limits of the others."""
        assert self.sketch is not None
        made = fresh(kind, self.sketch.grade, group)
        if group is not None:
            like = next(c for c in self.sketch.conditions if (c.kind, c.group) == (kind, None))
            made = replace(like, group=group)
        self._show_again(self.sketch.with_condition(at := len(self.parts), made), at, ("rung", 0))

    def drop_condition(self, at: int) -> None:
        """The condition does not decide any more."""
        assert self.sketch is not None
        self._show_again(self.sketch.without_condition(at), max(0, at - 1), ("rung", 0))

    def _branch_menu(self, menu: QMenu) -> None:
        menu.clear()
        for code, name in self._branches:
            menu.addAction(f"{code} {name}", partial(self.branch_wanted.emit, code))

    @property
    def here(self) -> int | None:
        """The condition that has the keys."""
        focus = QApplication.focusWidget()
        found = (at for at, part in enumerate(self.parts) if focus and part.isAncestorOf(focus))
        return next(found, None)

    # Writing ----------------------------------------------------------------------------------

    def _write_condition(self, at: int, condition: ConditionSketch) -> None:
        assert self.sketch is not None
        self._write(self.sketch.with_condition(at, condition))

    def _write(self, sketch: RowSketch) -> None:
        self.sketch = sketch
        self._tell()
        self.changed.emit(sketch)

    def _reshape(self, at: int, condition: ConditionSketch, place: Place) -> None:
        assert self.sketch is not None
        self._show_again(self.sketch.with_condition(at, condition), at, place)

    def _show_again(self, sketch: RowSketch, at: int, place: Place) -> None:
        """Other boxes than before; the keys go to one of them."""
        self.sketch = sketch
        self._lay_out()
        if at < len(self.parts) and place in self.parts[at].boxes:
            self.parts[at].boxes[place].setFocus()
        self.changed.emit(sketch)

    def _tell(self) -> None:
        """Say beside each condition what is wrong with it, and on top what is with the row."""
        faults: Sequence[Fault] = () if self.sketch is None else faults_of(self.sketch)
        for at, part in enumerate(self.parts):
            part.tell([fault for fault in faults if fault.condition == at])
        whole = [fault for fault in faults if fault.condition is None]
        self.error.say(explain(whole[0], self._language) if whole else "")
        box = next(self._boxes(faults), self._content)
        if box is not None:
            self.setFocusProxy(box)

    def _boxes(self, faults: Sequence[Fault]) -> Iterator[QWidget]:
        """Where the keys go: first what is wrong."""
        for fault in faults:
            if fault.condition is not None:
                there = self.parts[fault.condition].boxes
                places = ("rung", fault.rung), ("limit", fault.limit)
                yield from (there[place] for place in places if place in there)
        for part in self.parts:
            yield from part.boxes.values()


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    set_role(line, "line")
    return line
