"""News that cannot wait for a look at Today: an answer or money, goods, a customer who waits.

The customer may see the screen, so a notice says who, which paper and what, never how much or why.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from crm_desktop.messages import sentence
from ui.actions import ACTIONS
from ui.binding import tool_button
from ui.desk import Desk
from ui.icons import IconLabel
from ui.keys import shown
from ui.theme import set_role, set_tone
from ui.tokens import GRID, Tone

if TYPE_CHECKING:  # the news are read after the first window stands
    from crm_desktop.services.today.today import Line

NEWS_TABLES = frozenset(
    {"request", "request_answer", "deposit_entry", "goods_stage", "telling", "delegation"}
    | {"matrix"}
)


@dataclass(frozen=True)
class Notice:
    """One piece of news and what opens; `answer_to` is the request of one's own that it answers,
    `pressing` that somebody stands there and waits."""

    kind: str
    record_id: int
    answer_to: int | None
    words: str
    tone: Tone
    pressing: bool = False

    @property
    def key(self) -> tuple[str, int, str]:
        """Tells it from every other."""
        return self.kind, self.record_id, self.words


def read_news(desk: Desk) -> tuple[Notice, ...]:
    """What is new for whoever is at the desk."""
    from crm_desktop.services.today.today import news

    if not desk.may("today.read"):
        return ()
    return tuple(_notice(line, desk.language) for line in desk.read(news))


def _notice(line: "Line", language: str) -> Notice:
    answer, waits = line.section == "today_answers", line.section == "today_waiting"
    code = line.code
    if answer:
        code = code.removesuffix("_note")
    elif waits and code.endswith("_line"):
        code = f"{code.removesuffix('_line')}_plain"
    words = f"{line.reference}: {sentence(code, language, **line.values)}"
    tone = Tone.WARN if line.late else Tone.OK
    if answer:
        mine = None if line.stead else line.record_id
        return Notice(line.paper, line.document_id or 0, mine, words, tone)
    return Notice(line.kind, line.record_id, None, words, tone, waits and line.late)


class Notices(QFrame):
    """One line below the top; hidden until something new comes.

    `opened` carries kind and id, `came` the notices that are new, `looked` all that there are.
    """

    opened = Signal(str, object)
    came = Signal(object)
    looked = Signal(object)

    def __init__(
        self, desk: Desk, news: Callable[[], Sequence[Notice]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._news = desk, news
        self._known: set[tuple[str, int, str]] | None = None
        self._waiting: list[Notice] = []
        set_role(self, "banner")
        self._glyph = IconLabel("bell-ringing", Tone.INFO, self)
        self.label = QLabel(self)
        self.open_button = QPushButton(self)
        key = shown(ACTIONS["desk.notice"].keys[0])
        self.open_button.setText(self.tr("Open  {0}").format(key))
        self.open_button.setAccessibleName(self.tr("Open what the notice is about"))
        self.open_button.clicked.connect(self.open)
        close = tool_button("x", self.tr("Take the notice away"), self)
        close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addWidget(self.open_button)
        row.addWidget(close)
        self.hide()

    def look(self) -> None:
        """Read the news; what was there at the first look is Today's business."""
        found = list(self._news())
        keys = {notice.key for notice in found}
        fresh = [notice for notice in found if notice.key not in (self._known or set())]
        first, self._known = self._known is None, keys
        kept = [n for n in self._waiting if n in found]
        self._waiting = kept if first else [*(n for n in fresh if n not in kept), *kept]
        self._show()
        self.looked.emit(found)
        if fresh and not first:
            self.came.emit(fresh)

    def open(self) -> None:
        """Go to what the newest notice is about."""
        if self._waiting:
            self.take(self._waiting[0])

    def take(self, notice: Notice) -> None:
        """Go to what a notice is about; an answer counts as read."""
        from crm_desktop.services.authority.approvals import MarkSeen

        self._waiting = [each for each in self._waiting if each != notice]
        self._show()
        if notice.answer_to is not None:
            self._desk.execute(MarkSeen(notice.answer_to))
        self.opened.emit(notice.kind, notice.record_id)

    def dismiss(self) -> None:
        """Take the notice away; it stays on Today."""
        self._waiting = self._waiting[1:]
        self._show()

    def _show(self) -> None:
        if not self._waiting:
            self.hide()
            return
        notice, more = self._waiting[0], len(self._waiting) - 1
        words = self.tr("{0}  (and {1} more)").format(notice.words, more) if more else notice.words
        self.label.setText(words)
        self.setAccessibleName(words)
        self._glyph.draw("bell-ringing", notice.tone)
        set_tone(self, notice.tone)
        self.show()
