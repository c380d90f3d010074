"""What a file would do, before it does: counts, errors, what changes, and whom lines resemble."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.messages import sentence
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.transfer.intake import POLICIES, Choice
from crm_desktop.services.transfer.looking import Double, FilePreview
from ui.customers.words import word
from ui.desk import Desk
from ui.intake.words import column_word, value_word
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.theme import set_role


@dataclass(frozen=True)
class Told:
    """One line of a list here: of which line of the file, and what is said in its columns."""

    id: int
    line: int
    cells: tuple[str, ...]


class LookPage(QWidget):
    """Facts above, lists below; a list that has nothing to say has no tab."""

    def __init__(self, desk: Desk, buttons: Sequence[QWidget], parent: QWidget) -> None:
        """`buttons` decide of the chosen lines that look like others."""
        super().__init__(parent)
        self.desk = desk
        self.preview: FilePreview | None = None
        self._rows: dict[str, Sequence[Told]] = {}
        self._decided: dict[int, Choice] = {}
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What the file would do"))
        self.lists = QStackedWidget(self)
        self.errors = self._list(
            "errors", self.tr("Errors"), (self.tr("Column"), self.tr("What is wrong")), (140, 420)
        )
        self.changes = self._list(
            "changes",
            self.tr("Changes"),
            (self.tr("Record"), self.tr("Field"), self.tr("Before"), self.tr("After")),
            (200, 120, 160, 160),
        )
        self.doubles = self._list(
            "doubles",
            self.tr("Look like others"),
            (self.tr("In the file"), self.tr("Looks like"), self.tr("Because"), self.tr("Becomes")),
            (200, 220, 140, 140),
        )
        self.policy = QComboBox(self)
        self.policy.setAccessibleName(self.tr("Lines that look like others"))
        for act, words in zip(POLICIES, self._acts(), strict=True):
            self.policy.addItem(words, act)
        self.policy.currentIndexChanged.connect(lambda _: self._show_doubles())
        self.complete = QCheckBox(
            self.tr("The list has every open bill: what is missing in it is paid"), self
        )
        self._lay_out(buttons)

    # What the screen uses ---------------------------------------------------------------------

    def show_preview(self, preview: FilePreview) -> None:
        """Tell what was found; decisions begin anew."""
        self.preview, self._decided = preview, {}
        self.policy.setCurrentIndex(0)
        self._rows["errors"] = [
            Told(
                at,
                e.line,
                (
                    column_word(self.desk, e.column),
                    sentence(e.code, self.desk.language, **e.values),
                ),
            )
            for at, e in enumerate(preview.errors)
        ]
        self._rows["changes"] = [
            Told(
                at,
                d.line,
                (
                    d.label,
                    column_word(self.desk, d.column),
                    value_word(self.desk, d.column, d.before),
                    value_word(self.desk, d.column, d.after),
                ),
            )
            for at, d in enumerate(preview.differences)
        ]
        self._show_facts(preview)
        self.complete.setVisible(preview.kind == "receivables")
        self.complete.setChecked(False)
        self._show_doubles()
        self._show_tabs()

    def decide(self, act: str) -> None:
        """What becomes of the chosen lines that look like others."""
        by_line = {each.line: each for each in self.preview.resembling} if self.preview else {}
        for row in self.doubles.selected() or filter(None, [self.doubles.current()]):
            found = by_line[row.line].resembles[0]
            self._decided[row.line] = Choice(row.line, act, found.customer_id)
        self._show_doubles()

    @property
    def decisions(self) -> tuple[Choice, ...]:
        """What was decided line by line."""
        return tuple(self._decided.values())

    @property
    def deciding(self) -> bool:
        """Whether lines that look like others are in view."""
        return self.lists.currentWidget() is self.doubles

    # Inside -----------------------------------------------------------------------------------

    def _acts(self) -> tuple[str, str, str]:
        return self.tr("Left out"), self.tr("Taken for the known one"), self.tr("New")

    def _show_facts(self, preview: FilePreview) -> None:
        told = [
            Path(preview.path).name,
            self.tr("{0} lines").format(f"{preview.rows:,}"),
            self.tr("{0} new").format(f"{preview.added:,}"),
            self.tr("{0} changed").format(f"{preview.changed:,}"),
            self.tr("{0} unchanged").format(f"{preview.unchanged:,}"),
        ]
        if preview.wrong:
            told.append(self.tr("{0} wrong").format(f"{preview.wrong:,}"))
        if preview.doubles:
            told.append(self.tr("{0} look like others").format(f"{preview.doubles:,}"))
        if preview.formulas:
            words = self.tr("{0} with formulas, of which the last value is taken")
            told.append(words.format(f"{preview.formulas:,}"))
        if preview.above:
            told.append(self.tr("{0} lines above the headings left out").format(preview.above))
        if preview.ignored:
            told.append(self.tr("columns not used: {0}").format(", ".join(preview.ignored)))
        self.facts.setText(" · ".join(told))

    def _show_doubles(self) -> None:
        preview = self.preview
        if preview is not None:
            self._rows["doubles"] = [
                Told(at, each.line, self._double(each))
                for at, each in enumerate(preview.resembling)
            ]
            self.doubles.reload()

    def _double(self, double: Double) -> tuple[str, str, str, str]:
        found = double.resembles[0]
        if found.customer_id:
            like = " ".join(filter(None, (found.code, found.name, found.phone)))
        else:
            like = self.tr("line {0}: {1}").format(found.line, found.name)
        why = ", ".join(word(self.desk, f"double_{reason}") for reason in found.reasons)
        chosen = self._decided.get(double.line)
        act = chosen.act if chosen else self.policy.currentData()
        words = self._acts()[POLICIES.index(act)]
        if act == "known" and not found.customer_id:
            words = self.tr("Left out: the same as line {0}").format(found.line)
        return double.label, like, why, words

    def _show_tabs(self) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name, view in self._lists():
            if self._rows.get(name):
                at = self.tabs.addTab(f"{view.accessibleName()} ({len(self._rows[name]):,})")
                self.tabs.setTabData(at, name)
                view.reload()
        self.tabs.blockSignals(False)
        self.tabs.setVisible(self.tabs.count() > 0)
        self.lists.setVisible(self.tabs.count() > 0)
        self.fine.setVisible(self.tabs.count() == 0)
        self.beside.hide()
        if self.tabs.count():
            self.tabs.setCurrentIndex(0)
            self._turn(0)

    def _lists(self) -> tuple[tuple[str, ListView], ...]:
        return ("errors", self.errors), ("doubles", self.doubles), ("changes", self.changes)

    def _turn(self, at: int) -> None:
        view = dict(self._lists()).get(str(self.tabs.tabData(at)))
        if view is not None:
            self.lists.setCurrentWidget(view)
            self.setFocusProxy(view)
        self.beside.setVisible(view is self.doubles)
        self._show_whole()

    def _show_whole(self) -> None:
        """The chosen line's sentence whole: a narrow column may end before what mends it."""
        chosen = self.errors.selected() or [*self._rows.get("errors", ())]
        self.whole.setText("".join(row.cells[1] for row in chosen[:1]))
        self.whole.setVisible(bool(chosen) and self.lists.currentWidget() is self.errors)

    def _list(self, name: str, title: str, heads: Sequence[str], widths: Sequence[int]) -> ListView:
        def cell(place: int) -> Callable[[Told], Any]:
            return lambda row: row.cells[place]

        last = len(heads) - 1
        columns = [Column("line", self.tr("Line"), 64, align=Align.RIGHT)]
        columns += [
            Column(f"cell{at}", head, width, value=cell(at), stretch=at == min(1, last))
            for at, (head, width) in enumerate(zip(heads, widths, strict=True))
        ]
        view = ListView(
            f"import_{name}",
            title,
            columns,
            lambda wanted: self._fetch(name, wanted),
            state=self.desk.state,
            filter_box=False,
        )
        view.setAccessibleName(title)
        self.lists.addWidget(view)
        return view

    def _fetch(self, name: str, wanted: ListQuery) -> Page[Told]:
        rows = self._rows.get(name, ())
        begin = wanted.after[0] if wanted.after else 0
        end = begin + wanted.limit
        return Page(tuple(rows[begin:end]), (end,) if end < len(rows) else None)

    def _lay_out(self, buttons: Sequence[QWidget]) -> None:
        self.beside = QWidget(self)
        row = QHBoxLayout(self.beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("All others that look alike"), self))
        row.addWidget(self.policy)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.fine = QLabel(self.tr("Nothing is wrong. Ctrl+Enter takes the list in."), self)
        set_role(self.fine, "muted")
        self.fine.hide()
        self.whole = QLabel(self)
        self.whole.setWordWrap(True)
        self.whole.hide()
        self.errors.selection_changed.connect(self._show_whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.facts, self.complete, self.tabs, self.beside):
            column.addWidget(widget)
        column.addWidget(self.lists, 1)
        column.addWidget(self.whole)
        column.addWidget(self.fine)
        column.addStretch()
        self.tabs.currentChanged.connect(self._turn)
