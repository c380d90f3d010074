"""Many papers of a list as PDF files: asked over the list, done beside the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from crm_desktop.application import Application
from crm_desktop.exchange.many import Batch, Outcome, Run
from crm_desktop.exchange.placing import file_name
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.batches import TOGETHER, Kept, Picked, picked, staying
from crm_desktop.services.settings import day_here
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.files import documents
from ui.forms.fields import CheckField, ChoiceField, plain_box
from ui.icons import icon
from ui.papers.panels import Panel, PanelPlace
from ui.screen import Screen
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone

SOON_MS = 150
COUNT_WIDTH = 320
LEAST_HEIGHT, LIST_HEIGHT = 42, 96
"""Of the papers that stay: two lines of them in a low window, else four."""


@dataclass(frozen=True)
class Plan:
    """What would happen: the papers, and those of them that stay with the reason."""

    papers: tuple[Picked, ...]
    stay: Mapping[int, Kept]


class BatchPanel(Panel):
    """Which papers, one file or one each, in which language; says what stays before it begins.

    While it works Esc stops it; what was saved until then stays and is told.
    """

    def __init__(self, desk: Desk, name: str, view: ListView, title: str, parent: QWidget) -> None:
        super().__init__(desk, self.tr("Save papers as PDF"), "file-pdf", self.tr("Save"), parent)
        self._name, self._view, self._list_title = name, view, title
        self._pc = desk.state.of(0)
        self._planning: Task | None = None
        self._task: Task | None = None
        self._run: Run | None = None
        self.plan: Plan | None = None
        self._ask_what()
        self._lay_out()
        self.act = self._choose_place
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._look)
        view.selection_changed.connect(self._turn)
        view.model.modelReset.connect(self._turn)
        for field in self.fields.values():
            field.changed.connect(self._follow)
        self.closed.connect(self._forget)
        self._follow()

    # What is asked ----------------------------------------------------------------------------

    def _ask_what(self) -> None:
        rows = self.rows
        rows.choice("which", self.tr("Papers"), self._which_words(), span=2)
        rows.choice(
            "one",
            self.tr("Files"),
            ((False, self.tr("One file for each paper")), (True, self.tr("All in one file"))),
            span=2,
        )
        rows.choice(
            "language",
            self.tr("Language"),
            (
                ("", self.tr("Each customer’s own")),
                ("th", self.tr("Thai")),
                ("en", self.tr("English")),
                ("both", self.tr("Thai and English")),
            ),
            span=2,
        )
        words = self.tr("Drafts too, with their watermark")
        rows.fields["drafts"] = CheckField("drafts", words, QCheckBox(words, self))
        if len(self._view.selected()) > 1:
            self.fields["which"].set_value("selected")

    def _which_words(self) -> Sequence[tuple[str, str]]:
        chosen = len(self._view.selected())
        return (
            ("shown", self.tr("All that the list shows")),
            ("selected", self.tr("Selected: {0}").format(f"{chosen:,}")),
        )

    def _lay_out(self) -> None:
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.count = QLabel(self)
        self.count.setFixedSize(COUNT_WIDTH, self.count.fontMetrics().lineSpacing() + 4)
        self.progress = QProgressBar(self, textVisible=False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.left = plain_box(self)
        self.left.setReadOnly(True)
        self.left.setMinimumHeight(LEAST_HEIGHT)
        self.left.setMaximumHeight(LIST_HEIGHT)
        self.left.setAccessibleName(self.tr("Papers that stay"))
        self.copy = QPushButton(icon("copy"), self.tr("Copy this list"), self)
        self.copy.setAutoDefault(True)
        set_role(self.copy, "flat")
        self.copy.clicked.connect(self._copy)
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        line.addWidget(self.fields["drafts"].widget)
        line.addWidget(self.copy)
        self.body.addLayout(line)
        self.body.addWidget(self.count)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.left)
        self._show_work(on=False)
        self._tell("", ())

    def _tell(self, words: str, lines: Sequence[str]) -> None:
        """A sentence, and below it the papers that it is about."""
        self.told.setText(words)
        self.left.setPlainText("\n".join(lines))
        self.left.setVisible(bool(lines))
        self.copy.setVisible(bool(lines))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.left.toPlainText())
        self.desk.say(self.tr("The list is on the clipboard."))

    # What would happen ------------------------------------------------------------------------

    def _turn(self) -> None:
        """The list shows or has selected something else; what was told of the last batch stays."""
        if self.accept.isVisibleTo(self):
            self._follow()

    def _follow(self) -> None:
        """What would happen is another."""
        self._show_fields(on=True)
        self.accept.show()
        which = self.fields["which"]
        assert isinstance(which, ChoiceField)
        if which.combo.itemText(1) != self._which_words()[1][1]:
            which.offer(self._which_words())
        self._forget()
        self.plan = None
        self.accept.setEnabled(False)
        self.bar.clear()
        self._soon.start()

    def _forget(self) -> None:
        if self._planning is not None:
            self._planning.cancel()
            self._planning = None

    def _look(self) -> None:
        """Reads beside the window which papers these are, and which of them may not leave."""
        name, values, wanted = self._name, self.values(), self._view.model.query
        rows = self._view.selected() if values["which"] == "selected" else None
        self._tell(self.tr("Looking at the papers…"), ())

        def work(application: Application, task: Task) -> Plan:
            papers = _picked(application, name, wanted, task) if rows is None else _these(rows)
            return Plan(papers, _staying(application, papers, values["drafts"], task))

        self._planning = self.desk.beside(work, self._planned, self._not_planned, quiet=True)

    def _planned(self, plan: Plan) -> None:
        if not shiboken6.isValid(self) or self._task is not None:
            return
        self._planning, self.plan = None, plan
        stay = [(each, plan.stay[each.id]) for each in plan.papers if each.id in plan.stay]
        leave = len(plan.papers) - len(stay)
        words = self.tr("{0} of {1} papers leave; these stay:") if stay else self.tr("{0} papers.")
        self._tell(words.format(f"{leave:,}", f"{len(plan.papers):,}"), self._lines(stay))
        self.accept.setEnabled(leave > 0)

    def _not_planned(self, refusal: Any) -> None:
        if shiboken6.isValid(self):
            self._planning = None
            self._tell("", ())
            self.bar.say(self.desk.explain(refusal), Tone.STOP)

    def _lines(self, stay: Sequence[tuple[Picked, Kept]]) -> list[str]:
        return [
            f"{each.reference}  {each.customer}: {self.desk.explain(why)}" for each, why in stay
        ]

    # Doing ------------------------------------------------------------------------------------

    def go(self) -> None:
        """Nothing begins before it is known what would happen, nor twice."""
        if self.accept.isEnabled() and self._task is None:
            super().go()

    def _choose_place(self) -> bool:
        """Asks for the folder or the file, the one used last first; the panel stays."""
        one = self.values()["one"]
        folder = Path(self._pc.text("pdf_folder") or documents())
        if one:
            day = self.desk.read(day_here).isoformat()
            offered = folder / f"{file_name(f'{self._list_title} {day}')}.pdf"
            dialog = FileDialog(self, self.tr("Save in one file"), offered, "PDF (*.pdf)")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("pdf")
        else:
            dialog = FileDialog(self, self.tr("Save into this folder"), folder, "")
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.start(Path(chosen)))
        dialog.open()
        return False

    def start(self, target: Path) -> None:
        """Save into that folder, or as that file."""
        if self.plan is None or self._task is not None:
            return
        values, stay = self.values(), self.plan.stay
        papers = tuple(each for each in self.plan.papers if each.id not in stay)
        how = {name: values[name] for name in ("one", "language", "drafts")}
        asked = Batch(papers, target, **how)
        self._pc.put("pdf_folder", str(target.parent if asked.one else target))
        self._run = None

        def work(application: Application, task: Task) -> None:
            self._run = Run(asked, application, task)
            self._run.go()

        self._task = self.desk.beside(work, lambda _: None)
        self._task.progressed.connect(self._moved)
        self._task.ended.connect(lambda: self._ended(asked))
        self._work_on(len(papers))

    def _work_on(self, whole: int) -> None:
        """The fields rest, and there is only the way to stop it."""
        for field in self.fields.values():
            field.widget.setEnabled(False)
        self.accept.hide()
        self.leave.setText(self.tr("Stop (Esc)"))
        self.leave.clicked.disconnect()
        self.leave.clicked.connect(self.stop)
        self.leave.setFocus()
        self._tell("", ())
        self._show_work(on=True)
        self._moved(0, whole)

    def _show_work(self, *, on: bool) -> None:
        """How far it is stands in a line of its own, which never asks for other room: the list
        below would be drawn again with each paper."""
        self.count.setVisible(on)
        self.progress.setVisible(on)

    def _moved(self, part: int, whole: int) -> None:
        if self._task is not None and not self._task.cancelled:
            self.progress.setRange(0, whole)
            self.progress.setValue(part)
            self.count.setText(self.tr("{0} of {1}").format(f"{part:,}", f"{whole:,}"))

    @property
    def busy(self) -> bool:
        """Whether it works now."""
        return self._task is not None

    def stop(self) -> bool:
        """End the work under way; False if there is none."""
        if self._task is None:
            return False
        self._task.cancel()
        self.count.setText(self.tr("Stopping…"))
        return True

    def _ended(self, asked: Batch) -> None:
        """What became of it: at the foot, and here what needs to be read."""
        done = self._run.outcome if self._run is not None else Outcome()
        words, tone = outcome(done, asked)
        self.desk.look_around()
        self.desk.say(words, tone)
        if not shiboken6.isValid(self):
            return
        self._task, self.plan = None, None
        if tone is Tone.OK:
            self.close_panel()
            return
        self._rest()
        gone = {each.id for each in done.done} | {each.id for each, _ in done.left_out}
        rest = tuple(each for each in asked.papers if each.id not in gone)
        unsaved = [(each, Kept(each.id, "batch_not_saved", {})) for each in rest]
        self._tell(words, self._lines([*done.left_out, *unsaved]))
        if rest:
            words = self.tr("{0} papers are left.").format(f"{len(rest):,}")
            if done.stopped is not None:
                words = f"{self.desk.explain(done.stopped)} {words}"
            choice = self.tr("Save what is left"), lambda: self._go_on_with(rest)
            self.bar.say(words, tone, [choice])
            self._show_fields(on=False)

    def _show_fields(self, *, on: bool) -> None:
        """What is left goes as it was asked."""
        for field in self.fields.values():
            (field.widget if field.cell is self else field.cell).setVisible(on)

    def _go_on_with(self, rest: tuple[Picked, ...]) -> None:
        """Take up what was stopped, at another place if it must be."""
        self.plan = Plan(rest, {})
        self.accept.show()
        self.accept.setEnabled(True)
        self.go()

    def _rest(self) -> None:
        """What became of it stays until something else is asked."""
        for field in self.fields.values():
            field.widget.setEnabled(True)
        self._show_work(on=False)
        self.leave.setText(self.tr("Back (Esc)"))
        self.leave.clicked.disconnect()
        self.leave.clicked.connect(self.close_panel)
        self.leave.setFocus()


class BatchPlace(PanelPlace):
    """Where a list asks, also for a batch; what is under way goes on unless somebody steps back."""

    def save(self, name: str, view: ListView, screen: Screen, below: QWidget) -> None:
        """Ask which papers of that list are saved; in a low window `below` gives way."""
        if not self._busy():
            self.ask(panel := BatchPanel(screen.desk, name, view, screen.title, screen))
            panel.take_room_of(below, screen)

    def back(self) -> bool:
        """Stop what is under way, else take the panel away; False if there is none."""
        panel = self.panel
        return (isinstance(panel, BatchPanel) and panel.stop()) or self.close_panel()

    def _busy(self) -> bool:
        return isinstance(self.panel, BatchPanel) and self.panel.busy


def outcome(done: Outcome, asked: Batch) -> tuple[str, Tone]:
    """What became of a batch, in words that outlive its panel."""
    translate = QCoreApplication.translate
    count, place = f"{done.saved:,}", done.files[0] if asked.one and done.files else asked.target
    if done.cancelled or done.stopped is not None:
        words = translate("batch", "{0} papers were saved in {1}, then it was stopped.")
        if not done.saved:
            words = translate("batch", "It was stopped, and nothing was saved.")
        return words.format(count, place), Tone.WARN if done.cancelled else Tone.STOP
    words = translate("batch", "{0} papers saved in {1}.").format(count, place)
    if not done.left_out:
        return words, Tone.OK
    left = translate("batch", "{0} were left out:").format(f"{len(done.left_out):,}")
    return f"{words} {left}", Tone.WARN


def _these(rows: Sequence[Any]) -> tuple[Picked, ...]:
    return tuple(Picked(row.id, row.reference, row.customer) for row in rows)


def _picked(
    application: Application, name: str, wanted: ListQuery, task: Task
) -> tuple[Picked, ...]:
    """All pages of what a list shows."""
    found, page = list[Picked](), application.read(picked, name, replace(wanted, after=None))
    found += page.rows
    while page.next is not None and not task.cancelled:
        page = application.read(picked, name, replace(wanted, after=page.next))
        found += page.rows
    return tuple(found)


def _staying(
    application: Application, papers: Sequence[Picked], drafts: bool, task: Task
) -> dict[int, Kept]:
    """The papers that may not leave; read a few at a time, for nobody may wait any more."""
    kept = dict[int, Kept]()
    for first in range(0, len(papers), TOGETHER):
        if not task.cancelled:
            ids = tuple(each.id for each in papers[first : first + TOGETHER])
            kept |= {each.id: each for each in application.read(staying, ids, "save", drafts)}
    return kept
