"""The shipped authority table to read, and the owner's word for it, as one field."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QTabBar, QVBoxLayout, QWidget

from crm_desktop.domain.authority import Grade, shipped
from crm_desktop.messages import explain
from ui.authority.table import GradeTable
from ui.authority.words import rows_of
from ui.desk import Desk
from ui.forms.fields import Field
from ui.tokens import GRID

HEIGHT = 96 * GRID


class AuthorityField(Field):
    """The value is whether the owner confirms the table in view; one tab for each grade."""

    def __init__(self, key: str, label: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(key, label, QWidget(parent))
        self._desk, self._matrix = desk, shipped()
        self.grades = QTabBar(self.widget)
        self.grades.setDrawBase(False)
        self.grades.setExpanding(False)
        self.grades.setAccessibleName(self.tr("Grade"))
        for grade in Grade:
            place = self.grades.addTab(explain(grade.title, desk.language))
            self.grades.setTabData(place, grade.name)
        self.table = GradeTable(desk.language, self.widget)
        self.table.setMinimumHeight(HEIGHT)
        self.box = QCheckBox(self.tr("I am the owner and confirm this table"), self.widget)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.grades, self.table, self.box):
            column.addWidget(part)
        self.widget.setFocusProxy(self.table)
        self.grades.currentChanged.connect(lambda _: self._show())
        self.box.toggled.connect(lambda _: self.changed.emit())
        self._show()

    def raw(self) -> bool:
        return self.box.isChecked()

    def set_raw(self, raw: Any) -> None:
        self.box.setChecked(bool(raw))

    def words(self, raw: Any) -> str:
        return "✓" if raw else "—"

    def _show(self) -> None:
        language = self._desk.language
        grade = Grade[self.grades.tabData(self.grades.currentIndex())]
        rows = rows_of(self._matrix, grade, None, language)
        self.table.show_rows(rows, f"{self.label}, {explain(grade.title, language)}")
