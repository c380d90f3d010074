"""The editor beside the table: both stand on the same row, and the table shows what is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from crm_desktop.domain.authority.sketch import RowSketch
from crm_desktop.domain.authority.table_sketch import Key
from ui.authority.editor import EditorForm
from ui.authority.editor_condition import ConditionEditor
from ui.binding import Slot
from ui.forms.base import Form

if TYPE_CHECKING:
    from ui.authority.table_page import TablePage

ConditionAct: TypeAlias = Callable[[ConditionEditor], None]
KEPT = "edit-"
"""Begins the name of what was kept of an edit that was not saved; the version follows."""


class Editing(QObject):
    """Begins with the version shown and ends with a new draft, or without one."""

    def __init__(self, page: "TablePage") -> None:
        super().__init__(page)
        self._page = page
        self.form: EditorForm | None = None
        self.slots: dict[str, Slot] = {
            "matrix.edit": self.begin,
            "matrix.save": self._save,
            "matrix.undo": self._undo,
            "matrix.above": lambda: self._step(-1),
            "matrix.below": lambda: self._step(1),
            "matrix.band": lambda: self._in_condition(ConditionEditor.add_band),
            "matrix.less": lambda: self._in_condition(ConditionEditor.remove_here),
            "matrix.spare": lambda: self._in_condition(ConditionEditor.add_limit),
            "matrix.condition": self._add_condition,
            "matrix.dismiss": self._drop_condition,
            "matrix.branch": self._branch,
        }

    # Opening, closing -------------------------------------------------------------------------

    def begin(self) -> None:
        """E: lay the row under the cursor open, or go to where it lies open."""
        page = self._page
        if "matrix.edit" not in page.bound or page.intake is not None:
            return
        if self.form is None:
            self._open(page.shown.version if page.shown else 0)
        if self.form is not None:
            self.form.begin()

    def go_on(self, number: int) -> None:
        """Offer what was kept of editing a version; one that went since is the one in force."""
        if any(version.version == number for version in self._page.versions):
            self._page.show_version(number)
        if "matrix.edit" in self._page.bound:
            self._open(number)

    def _open(self, number: int) -> None:
        page = self._page
        form = self.form = EditorForm(page.desk, page.matrix, number, page)
        form.saved.connect(page.drafted_as)
        form.left.connect(self._left)
        form.edited.connect(page.show_grade)
        form.turned.connect(page.stand_on)
        row = form.field.widget
        row.branch_wanted.connect(self.own_row)
        row.removed.connect(self._remove)
        row.restored.connect(self._remove)
        page.seat(form)
        page.ask.clear()
        form.open_at(page.table.key)
        page.show_actions()
        page.show_grade()

    def close(self) -> None:
        """The versions again in the place of the editor."""
        if self.form is not None:
            form, self.form = self.form, None
            self._page.unseat(form)
            self._page.show_actions()

    def _left(self) -> None:
        self.close()
        self._page.read_again()

    # Following --------------------------------------------------------------------------------

    def follow(self) -> None:
        """Lay open the row that the cursor of the table came to."""
        key = self._page.table.key
        if self.form is not None and key is not None and key != self.form.field.key_here:
            self.form.field.stand_on(key)

    def show_actions(self) -> None:
        """What belongs to the editor is there while it is."""
        bound = self._page.bound
        for name in self.slots:
            if name in bound and name != "matrix.edit":
                bound[name].setVisible(self.form is not None)
        if "matrix.save" in bound:
            bound["matrix.save"].setVisible(self._writing is not None)
        if "matrix.edit" in bound:
            bound["matrix.edit"].setEnabled(self._page.intake is None)

    def _step(self, by: int) -> None:
        """The row above or below, without leaving the editor."""
        table = self._page.table
        to = table.currentIndex().row() + by
        if self.form is not None and 0 <= to < len(table.rows.rows):
            table.stand_on(table.rows.rows[to].key)
            self.form.field.widget.setFocus()

    # Rows of a branch -------------------------------------------------------------------------

    def own_row(self, branch: str) -> None:
        """A row of one branch, beginning as the general one is now."""
        assert self.form is not None
        field = self.form.field
        sketch = None if field.key_here is None else field.table.sketch(field.key_here)
        if sketch is None:
            return
        key: Key = (sketch.matter, sketch.grade, branch)
        if field.table.sketch(key) is None:
            conditions, phone = sketch.conditions, sketch.phone_allowed
            go_on = sketch.may_go_on_against_advice
            field.put(RowSketch(sketch.matter, sketch.grade, conditions, branch, phone, go_on))
        self._page.stand_on(key)
        field.widget.setFocus()

    def _remove(self) -> None:
        assert self.form is not None
        field = self.form.field
        if field.key_here is not None:
            field.remove(field.key_here)
            self.follow()
            field.widget.setFocus()

    # Keys -------------------------------------------------------------------------------------

    @property
    def _writing(self) -> Form | None:
        """What Ctrl+S saves: the editor, or the form that reads a sheet."""
        return self.form or self._page.intake

    def _save(self) -> None:
        if self._writing is not None:
            self._writing.submit()

    def _undo(self) -> None:
        if self.form is not None:
            self.form.revert()

    def _in_condition(self, act: ConditionAct) -> None:
        row = None if self.form is None else self.form.field.widget
        if row is not None and row.here is not None:
            act(row.parts[row.here])

    def _add_condition(self) -> None:
        if self.form is not None and self.form.field.widget.sketch is not None:
            self.form.field.widget.more.showMenu()

    def _drop_condition(self) -> None:
        row = None if self.form is None else self.form.field.widget
        if row is not None and row.here is not None:
            row.drop_condition(row.here)

    def _branch(self) -> None:
        if self.form is not None and self.form.field.widget.sketch is not None:
            self.form.field.widget.branch.click()
