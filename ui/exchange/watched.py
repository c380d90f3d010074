"""The folder that the shop's ERP puts its files into: where it is, and what came of each file."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.transfer.erp import SaveErpStart, erp_start
from crm_desktop.services.transfer.watched import (
    SettleWatchedFile,
    WatchedFile,
    watched_files,
)
from crm_desktop.services.transfer.watching import (
    KINDS,
    Rule,
    SaveWatch,
    Sight,
    sight,
    watch_and_version,
)
from ui.desk import Desk
from ui.flow import Flow
from ui.forms.base import Form
from ui.screen import LiveScreen, Screen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone

SKIP = "skip"
SHARES = (460, 700)


class WatchedList(LiveScreen):
    """What the folder brought, newest first; who could take such files in by hand sees them."""

    TABLES = frozenset({"watched_file"})

    def __init__(self, desk: Desk, kind: str = "", record_id: Any = None) -> None:
        super().__init__(desk)
        self.list = self._make_list()
        self.bind(
            {
                "work.dealt": self.deal,
                "list.reload": self.read_again,
                "list.columns": self.list.choose_columns,
            }
        )
        heading = QLabel(self.title, self)
        set_role(heading, "heading")
        head = Flow()
        head.addWidget(heading)
        head.addStretch()
        head.addLayout(self.button_row("work.dealt"))
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.why.setContentsMargins(0, 0, 0, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)
        self.list.current_changed.connect(self._show)
        self.setFocusProxy(self.list)
        self._show(None)
        if isinstance(record_id, int):
            self.list.reload()
            self.list.select(record_id)

    @property
    def title(self) -> str:
        return self.tr("Files of the watched folder")

    def _make_list(self) -> ListView:
        desk = self.desk
        return ListView(
            "watched_files",
            self.title,
            [
                Column("file", self.tr("File"), 140, strong=True, stretch=True),
                Column("kind", self.tr("What"), 100, format=self._kind),
                Column(
                    "state",
                    self.tr("State"),
                    104,
                    value=self._state,
                    tone=_tone,
                ),
                Column("added", self.tr("New"), 56, Align.RIGHT, "{:,}".format),
                Column("updated", self.tr("Known"), 76, Align.RIGHT, "{:,}".format),
                Column("skipped", self.tr("Left out"), 66, Align.RIGHT, "{:,}".format),
                Column(
                    "at",
                    self.tr("When"),
                    122,
                    format=lambda at: f"{desk.day(at.date())} {at:%H:%M}",
                    muted=True,
                ),
            ],
            self._fetch,
            empty=(
                self.tr("No file came yet"),
                self.tr("Files that lie in the watched folder are taken in within a minute."),
            ),
            state=desk.state,
            filter_box=False,
            parent=self,
        )

    def _fetch(self, wanted: ListQuery) -> Page[WatchedFile]:
        return self.desk.read(watched_files, wanted)

    def _kind(self, kind: str) -> str:
        return sentence(f"watched_kind_{kind.replace('-', '_')}", self.desk.language)

    def _state(self, row: WatchedFile) -> str:
        if row.state == "done":
            return self.tr("Taken in")
        return self.tr("Dealt with") if row.settled else self.tr("Wrong")

    def _show(self, row: WatchedFile | None) -> None:
        failed = row is not None and row.state == "failed"
        self.why.setVisible(failed)
        if row is not None and failed:
            told = sentence(row.code, self.desk.language, self.desk.era, **row.values)
            self.why.setText(f"{row.file}: {told}")
        if "work.dealt" in self.bound:
            self.bound["work.dealt"].setEnabled(row is not None and failed and not row.settled)

    def read_again(self) -> None:
        self.list.reload()
        self._show(self.list.current())

    def deal(self) -> None:
        """The line leaves everybody's Today."""
        row = self.list.current()
        if isinstance(row, WatchedFile):
            self.desk.execute(SettleWatchedFile(row.id, row.version))


def _tone(row: WatchedFile) -> Tone:
    if row.state == "done":
        return Tone.OK
    return Tone.PLAIN if row.settled else Tone.STOP


class WatchForm(Form):
    """The rules are lines of a pattern, a kind, and `skip` where wrong rows are left out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings:watched")
        rows = self.rows(columns=2)
        rows.hidden("version")
        rows.hidden("start_version")
        rows.check("on", self.tr("Take in what lies in this folder"), span=2)
        rows.text("folder", self.tr("Folder"), placeholder="\\\\server\\erp", span=2)
        kinds = ", ".join(KINDS)
        rows.multiline(
            "rules",
            self.tr("Files and what they are, one a line"),
            parse=_rules,
            show=_shown,
            lines=5,
            span=2,
            help=self.tr(
                "Such as “stock*.csv stock” or “cust*.xlsx customers skip”. Kinds: {0}."
            ).format(kinds)
            + " "
            + self.tr("With “skip” wrong rows are left out; without it they stop the file."),
        )
        rows.text("done", self.tr("Finished files go to"), required=True)
        rows.text("failed", self.tr("Wrong files go to"), required=True)
        rows.text(
            "rest_seconds",
            self.tr("Files must rest (seconds)"),
            required=True,
            parse=_whole,
            longest=4,
        )
        rows.date(
            "since",
            self.tr("Orders go to the ERP since"),
            help=self.tr("What is older than this day is never sent. Empty: everything."),
        )
        self.adopt(rows)
        self.body.addStretch(1)
        self.saved.connect(lambda _: self.load(self.stored()))
        self.load(self.stored())

    @property
    def title(self) -> str:
        return self.tr("Watched folder")

    def stored(self) -> Mapping[str, Any]:
        watch, version = self.desk.read(watch_and_version)
        since, start_version = self.desk.read(erp_start)
        names = ("on", "folder", "rules", "done", "failed", "rest_seconds")
        kept = {name: getattr(watch, name) for name in names}
        return {**kept, "version": version, "since": since, "start_version": start_version}

    def command(self) -> SaveWatch:
        values = self.values()
        for name in ("since", "start_version"):
            del values[name]
        return SaveWatch(**{**values, "rules": values["rules"] or ()})

    def submit(self) -> Any:
        """The day goes first: it is refused by nothing that the fields do not say themselves."""
        if not self.check():
            return None
        values = self.values()
        if values["since"] != self.desk.read(erp_start)[0]:
            start = SaveErpStart(values["start_version"], values["since"])
            if self.desk.execute(start, self) is None:
                return None
        return super().submit()


class WatchedPage(Screen):
    """The form beside what came; the folder can be looked into at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form, self.files = WatchForm(desk), WatchedList(desk)
        self.bind(
            {
                "settings.look_now": self.look_now,
                "form.revert": self.form.revert,
                "form.save": self.save,
            }
        )
        self.bound |= self.files.bound
        if look := self.button("settings.look_now"):
            below = self.form.body.count() - 1
            self.form.body.insertWidget(below, look, alignment=Qt.AlignmentFlag.AlignLeft)
        self.form.foot.addStretch(1)
        self.form.foot.addLayout(self.button_row("form.revert", "form.save", primary="form.save"))
        self.form.setMinimumWidth(300)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.form)
        split.addWidget(self.files)
        split.setSizes(list(SHARES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.setFocusProxy(self.form.first_field().widget)

    @property
    def title(self) -> str:
        return self.form.title

    def save(self) -> None:
        """Ctrl+S: every copy of the program follows within a minute."""
        if self.form.submit() is not None:
            self.desk.say(self.tr("Saved."))

    def look_now(self) -> None:
        """Ctrl+F5: what this PC sees of the folder, beside the window, for a share may be slow."""

        def work(application: Application, _task: Task) -> Sight:
            return application.read(sight)

        self.desk.beside(work, self._seen)

    def _seen(self, seen: Sight) -> None:
        if not seen.on:
            self.form.bar.say(self.tr("No folder is watched."), Tone.WARN)
        elif not seen.there:
            self.form.bar.say(self.tr("This PC does not see the folder."), Tone.WARN)
        else:
            count = len(seen.files)
            names = ", ".join(seen.files[:5])
            words = self.tr("This PC sees the folder; {0} files wait in it.").format(count)
            self.form.bar.say(f"{words} {names}".strip(), Tone.OK)

    def reload(self, tables: frozenset[str]) -> None:
        self.files.reload(tables)
        if "setting" in tables and not self.form.dirty:
            self.form.load(self.form.stored())


def _rules(text: str, key: str) -> tuple[Rule, ...]:
    return tuple(_rule(line, key) for line in text.splitlines() if line.strip())


def _rule(line: str, key: str) -> Rule:
    words = line.split()
    skip = len(words) > 2 and words[-1].lower() == SKIP
    words = words[:-1] if skip else words
    if len(words) < 2:
        raise Refused("watched_rule", key, line=line.strip())
    return Rule(" ".join(words[:-1]), words[-1].lower(), skip)


def _shown(rules: tuple[Rule, ...]) -> str:
    return "\n".join(
        f"{rule.pattern}  {rule.kind}{f'  {SKIP}' if rule.skip_bad_rows else ''}" for rule in rules
    )


def _whole(text: str, key: str) -> int:
    if not text.isdecimal():
        raise Refused("at_least_one", key)
    return int(text)
