"""The form in which a version is written row by row; what is saved is always a new draft."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from crm_desktop.domain.authority import Matrix, MatrixState, Row
from crm_desktop.domain.authority.sketch import Fault, RowSketch, faults_of
from crm_desktop.domain.authority.table_sketch import Key, TableSketch
from crm_desktop.domain.errors import Refused
from crm_desktop.services.authority.matrices import DraftMatrix, first_day
from crm_desktop.services.products.products import product_groups
from crm_desktop.services.registry import Command
from crm_desktop.services.settings import branches
from ui.authority.editor_row import Branch, RowEditor
from ui.authority.intake import ask_version
from ui.desk import Desk
from ui.forms.base import Form
from ui.forms.fields import Field
from ui.theme import set_role
from ui.tokens import GRID, Tone


class RowsField(Field):
    """All rows of the version in the making, one of them laid open; a draft keeps the changes.
    `turned` names the first row that was changed where another lies open."""

    turned = Signal(object)
    widget: RowEditor
    key_here: Key | None

    def __init__(self, rows: Sequence[Row], label: str, editor: RowEditor) -> None:
        super().__init__("rows", label, editor)
        self.table, self.key_here = TableSketch(rows), None
        editor.changed.connect(self._take)

    def stand_on(self, key: Key) -> None:
        """Lay another row open."""
        self.key_here = key
        self.widget.show_row(key, self.table.sketch(key))

    def _take(self, sketch: RowSketch) -> None:
        self.table.put(sketch)
        self.changed.emit()

    def put(self, sketch: RowSketch) -> None:
        """Write a row from outside its boxes."""
        self._take(sketch)

    def remove(self, key: Key) -> None:
        """Take a row away, or let one that was taken away come back."""
        if self.table.sketch(key) is None:
            self.table.restore(key)
        else:
            self.table.remove(key)
        self._renew()

    def _renew(self) -> None:
        if self.key_here is not None:
            self.stand_on(self.key_here)
        self.changed.emit()

    def faults(self, key: Key) -> Sequence[Fault]:
        """What is wrong with a row as it is being written."""
        sketch = self.table.sketch(key)
        return () if sketch is None else faults_of(sketch)

    def raw(self) -> list[list[Any]]:
        return self.table.to_json()

    def set_raw(self, raw: Any) -> None:
        self.table.load(raw)
        self._renew()
        changed = self.table.changed
        if changed and self.key_here not in changed:
            self.turned.emit(changed[0])

    def value(self) -> tuple[Row, ...]:
        return self.table.made()

    def refuse(self, sentence: str, detail: str = "") -> None:
        self.refusal.emit(sentence)


class EditorForm(Form):
    """Begins from one version; `turned` names the row that has to be looked at."""

    turned = Signal(object)

    def __init__(self, desk: Desk, base: Matrix, number: int, parent: QWidget) -> None:
        super().__init__(desk, f"matrix:edit-{number}", parent)
        self.base = base
        self.replaces = base.version if number and base.state is MatrixState.DRAFT else None
        self.body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self.field = RowsField(base.rows, self.tr("Rows"), self._row_editor())
        self.field.refusal.connect(self._refused_rows)
        self.field.turned.connect(self.turned)
        self.body.addWidget(self.field.widget)
        self.watch(self.field)
        self._ask_version()
        self._foot()
        self.edited.connect(self._count)

    @property
    def title(self) -> str:
        return self.tr("Change of the authority matrix")

    def _row_editor(self) -> RowEditor:
        groups = self.desk.read(product_groups) if self.desk.may("product.read") else ()
        named = [each.group for row in self.base.rows for each in row.conditions if each.group]
        english = self.desk.language == "en"
        shops: list[Branch] = [
            (each.code, each.name_en if english else each.name_th)
            for each in self.desk.read(branches)
        ]
        every = sorted({*groups, *named} - {""})
        return RowEditor(self.desk.language, every, shops, self._body_widget)

    def _ask_version(self) -> None:
        heading = QLabel(self.tr("The new version"), self)
        set_role(heading, "heading")
        self.body.addWidget(heading)
        rows = self.rows()
        self.today = self.desk.read(first_day)
        ask_version(rows, self.today)
        self.adopt(rows)
        self.body.addStretch(1)

    def _foot(self) -> None:
        self.count = QLabel(self)
        set_role(self.count, "muted")
        self.cancel = QPushButton(self.tr("Close"), self)
        self.cancel.clicked.connect(self.give_up)
        self.make = QPushButton(self.tr("Save as draft"), self)
        set_role(self.make, "primary")
        self.make.clicked.connect(self.submit)
        self.foot.setSpacing(2 * GRID)
        self.foot.addWidget(self.count, 1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.make)

    # Beginning, ending ------------------------------------------------------------------------

    def open_at(self, key: Key | None) -> None:
        """Lay a row open and offer what is known of the version that is replaced."""
        if key is not None:
            self.field.stand_on(key)
        values: dict[str, Any] = {"effective_from": self.today}
        if self.replaces is not None and self.base.effective_from is not None:
            day = max(self.today, self.base.effective_from)
            values = {"effective_from": day, "reason": self.base.reason}
        self.load(values)
        self._count()

    def give_up(self) -> None:
        """Close, once nothing that was changed would be lost."""
        if self.leave():
            self.left.emit()

    def _count(self) -> None:
        count = len(self.field.table.changed)
        if self.field.table.first_fault() is None:
            self.bar.clear()
        one, many = self.tr("1 row changed"), self.tr("{0} rows changed").format(count)
        self.count.setText("" if not count else one if count == 1 else many)

    # Saving -----------------------------------------------------------------------------------

    def check(self) -> bool:
        found = self.field.table.first_fault()
        if found is not None and not self._is_offering:
            self.turned.emit(found[0])
        return super().check()

    def show_field(self, field: Field) -> None:
        """Of the rows, the box that is wrong."""
        super().show_field(field)
        box = field.widget.focusProxy()
        if box is not None:
            self.scroll_to(box)

    def command(self) -> Command[Any]:
        values: Mapping[str, Any] = self.values()
        if not self.field.table.changed and self.replaces is None:
            raise Refused("matrix_nothing_changed")
        return DraftMatrix.of(
            values["rows"], values["reason"], values["effective_from"], self.replaces
        )

    def refused(self, refusal: Refused) -> None:
        if refusal.code != "matrix_replaced_gone":
            super().refused(refusal)
            return
        self.replaces = None
        again = (self.tr("Save as a draft of its own"), self.submit)
        self.bar.say(self.desk.explain(refusal), Tone.WARN, [again])

    def _refused_rows(self, sentence: str) -> None:
        if sentence:
            self.bar.say(sentence, Tone.STOP)
