"""Visiting cards from a phone or a mail program, looked at one by one before any is taken in."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.services.registry import Page
from crm_desktop.services.transfer.cards import (
    CONTACT,
    NEW,
    OUT,
    CardChoice,
    CardsTaken,
    ImportCards,
    Resembled,
    SeenCard,
    preview_cards,
)
from ui.bars import Bar
from ui.desk import Desk
from ui.screen import Screen
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone


@dataclass(frozen=True)
class Line:
    """A card with what becomes of it; `to` is the customer it is given to as a contact."""

    card: SeenCard
    act: str
    to: Resembled | None = None

    @property
    def id(self) -> int:
        """Its place in the file."""
        return self.card.id

    def next(self) -> "Line":
        """The next thing that could become of it, the first again after the last."""
        ways: list[tuple[str, Resembled | None]] = [(OUT, None)]
        if not self.card.code:
            ways.append((NEW, None))
        if self.card.name:
            ways += [(CONTACT, each) for each in self.card.resembles]
        act, to = ways[(ways.index((self.act, self.to)) + 1) % len(ways)]
        return replace(self, act=act, to=to)


class CardsScreen(Screen):
    """Ctrl+T says of the selected cards what becomes of them, Ctrl+S takes them in."""

    def __init__(self, desk: Desk, kind: str, record_id: Any) -> None:
        super().__init__(desk)
        self.path = Path(str(record_id))
        self.lines: tuple[Line, ...] = ()
        self.list = self._make_list()
        self.bar = Bar(self)
        self.bind(
            {
                "list.card_act": self.change,
                "list.columns": self.list.choose_columns,
                "form.save": self.take_in,
            }
        )
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addLayout(self.button_row("list.card_act", "form.save", primary="form.save"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._look()

    @property
    def title(self) -> str:
        return self.tr("Visiting cards: {0}").format(self.path.name)

    def _make_list(self) -> ListView:
        return ListView(
            "cards",
            self.tr("Visiting cards"),
            [
                Column("act", self.tr("What becomes of it"), 210, value=self._word, tone=_tone),
                Column(
                    "name", self.tr("Name"), 180, value=lambda line: line.card.name, strong=True
                ),
                Column("of", self.tr("Of"), 160, value=lambda line: line.card.organization),
                Column(
                    "phones",
                    self.tr("Phones"),
                    150,
                    value=lambda line: line.card.phones,
                    stretch=True,
                ),
                Column("like", self.tr("Looks like"), 200, value=self._like, stretch=True),
            ],
            lambda _wanted: Page(self.lines),
            empty=(self.tr("No cards"), ""),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _word(self, line: Line) -> str:
        if line.act == NEW:
            return self.tr("New customer")
        if line.act == CONTACT and line.to:
            return self.tr("Contact of {0}").format(line.to.name)
        return self.tr("Left out")

    def _like(self, line: Line) -> str:
        if line.card.code:
            return sentence(line.card.code, self.desk.language)
        first = line.card.resembles[:1]
        return ", ".join(f"{each.name} ({each.code}) {each.phone}".strip() for each in first)

    def _look(self) -> None:
        def work(application: Application, _task: Task) -> tuple[SeenCard, ...]:
            return application.read(preview_cards, str(self.path))

        self.desk.beside(work, self._seen, self._refused)

    def _seen(self, cards: tuple[SeenCard, ...]) -> None:
        self.lines = tuple(
            Line(card, OUT if card.code or card.resembles else NEW) for card in cards
        )
        self.list.reload()
        self.list.select(self.lines[0].id)
        if any(line.card.resembles for line in self.lines):
            words = self.tr(
                "Cards that look like a known customer are left out; Ctrl+T changes it."
            )
            self.bar.say(words, Tone.WARN)

    def _refused(self, refusal: Refused) -> None:
        self.bar.say(self.desk.explain(refusal), Tone.STOP)

    def change(self) -> None:
        """The next thing that could become of each selected card."""
        chosen = {line.id for line in self.list.selected()}
        self.lines = tuple(line.next() if line.id in chosen else line for line in self.lines)
        self.list.reload()

    def take_in(self) -> None:
        """All of them at once, beside the window; the tab goes when it is done."""
        if not self.lines:
            return
        choices = tuple(
            CardChoice(line.id, line.act, line.to.id if line.to else 0) for line in self.lines
        )
        command = ImportCards(str(self.path), choices)

        def work(application: Application, _task: Task) -> CardsTaken:
            return application.execute(command)

        self.desk.beside(work, self._taken, self._refused)

    def _taken(self, done: CardsTaken) -> None:
        self.desk.look_around()
        words = self.tr("{0} new customers, {1} contacts, {2} left out.")
        self.desk.say(words.format(done.customers, done.contacts, done.left_out))
        self.finished.emit()


def _tone(line: Line) -> Tone:
    return {NEW: Tone.OK, CONTACT: Tone.INFO}.get(line.act, Tone.PLAIN)
