"""The timeline of a customer: everything, newest first, with a line to write a note on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.services.customers.customer_lists import timeline
from crm_desktop.services.customers.customer_values import TimelineLine
from crm_desktop.services.customers.customers import AddCustomerNote
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.bars import Bar
from ui.customers.words import ICONS, happened, moment, remark
from ui.desk import Desk
from ui.forms.fields import hint
from ui.icons import icon
from ui.tables.columns import Column
from ui.tables.empty import EmptyNote
from ui.tables.model import ROW_ROLE, TableModel
from ui.theme import tokens
from ui.tokens import GRID, Tone

ORDERS = ("sales_order", "back_order", "special_order", "purchase_request")
OPENS = ("quotation", *ORDERS, "deposit", "visit", "request", "customer_merge")
LEFT = 8 * GRID
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
Index = QModelIndex | QPersistentModelIndex


class WrappingList(QListView):
    """A list whose rows are measured again when it becomes wider or narrower."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


class Timeline(QWidget):
    """One customer's history; `opened` carries the subject and id of a line that was opened."""

    opened = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._customer_id: int | None = None
        title = self.tr("Timeline")
        self.model = TableModel([Column("event", title, value=self._words)], self._fetch, self)
        self.view = self._make_view(title)
        self.bar = Bar(self)
        self.note = self._make_note()
        self.kinds = self._make_kinds()
        self.empty = EmptyNote(
            self.tr("Nothing has happened yet"),
            self.tr("Notes, quotations and visits of this customer will stand here."),
            parent=self.view,
        )
        self.model.modelReset.connect(self._shown)
        self._lay_out()

    def show_customer(self, customer_id: int) -> None:
        """Read the newest lines; a note half written for somebody else is not carried over."""
        if customer_id != self._customer_id:
            self.note.clear()
            self.bar.clear()
        self._customer_id = customer_id
        self.model.ask(filters={"kind": self.kinds.currentData()})

    def reload(self) -> None:
        """Read again what is shown."""
        if self._customer_id is not None:
            self.model.reload()

    def write(self) -> None:
        """Put the cursor where a note is written."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fetch(self, wanted: ListQuery) -> Page[TimelineLine]:
        if self._customer_id is None:
            return Page(())
        before = wanted.after[0] if wanted.after else None
        kind = wanted.filters.get("kind")
        kinds = (ORDERS if kind in ORDERS else (kind,)) if kind else ()
        return self.desk.read(timeline, self._customer_id, before, kinds, wanted.limit)

    def _words(self, line: TimelineLine) -> str:
        return f"{moment(self.desk, line.at)} {line.actor} {happened(self.desk, line)}"

    def _make_view(self, title: str) -> QListView:
        view = WrappingList(self)
        view.setModel(self.model)
        view.setItemDelegate(TimelineDelegate(self.desk, view))
        view.setAccessibleName(title)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.activated.connect(self._open)
        return view

    def _make_note(self) -> QLineEdit:
        note = QLineEdit(self)
        hint(note, self.tr("Write a note, Enter keeps it"))
        note.setAccessibleName(self.tr("Note"))
        note.setMaxLength(2_000)
        note.addAction(icon("note-pencil"), QLineEdit.ActionPosition.LeadingPosition)
        note.returnPressed.connect(self._keep_note)
        note.setVisible(self.desk.may("customer.note"))
        return note

    def _make_kinds(self) -> QComboBox:
        kinds = QComboBox(self)
        kinds.setAccessibleName(self.tr("Kinds shown"))
        names = {
            "customer": self.tr("Customer’s details"),
            "note": self.tr("Notes"),
            "credit": self.tr("Credit"),
            "quotation": self.tr("Quotations"),
            ORDERS[0]: self.tr("Orders"),
            "deposit": self.tr("Deposits"),
            "request": self.tr("Approvals"),
            "visit": self.tr("Visits"),
        }
        kinds.addItem(self.tr("Everything"), None)
        for kind, name in names.items():
            kinds.addItem(icon(ICONS[kind]), name, kind)
        kinds.currentIndexChanged.connect(
            lambda _: self.model.ask(filters={"kind": kinds.currentData()})
        )
        return kinds

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 4)
        top.setSpacing(8)
        top.addWidget(self.note, 1)
        top.addWidget(self.kinds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)

    def _keep_note(self) -> None:
        if self._customer_id is None:
            return
        command = AddCustomerNote(self._customer_id, self.note.text())
        if self.desk.execute(command, self) is not None:
            self.note.clear()
            self.bar.clear()

    def refused(self, refusal: Refused) -> None:
        """Say beside the note why it was not kept; its words stay."""
        self.bar.say(self.desk.explain(refusal), Tone.STOP)

    def _open(self, index: QModelIndex) -> None:
        line: TimelineLine = index.data(ROW_ROLE)
        if line.subject in OPENS:
            self.opened.emit(line.subject, line.subject_id)

    def _shown(self) -> None:
        self.empty.setVisible(self.model.rowCount() == 0)


class TimelineDelegate(QStyledItemDelegate):
    """Draws a line as icon, what happened, what was written, and quietly when and by whom."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._icons: dict[str, QIcon] = {kind: icon(name) for kind, name in ICONS.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: TimelineLine = index.data(ROW_ROLE)
        height = sum(box.height() for box, _ in self._texts(option, line)) + 4 * GRID
        return QSize(self._width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = self._view.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, self._view)
        line: TimelineLine = index.data(ROW_ROLE)
        left, y = option.rect.left() + LEFT + 2 * GRID, option.rect.top() + 2 * GRID
        mark = self._icons.get(line.subject) or icon("circle")
        mark.paint(painter, option.rect.left() + 3 * GRID, y + 2, 16, 16)
        painter.save()
        quiet = (False, line.subject != "note", True)
        for (box, text), muted in zip(self._texts(option, line), quiet, strict=True):
            painter.setPen(QColor(tokens().muted if muted else tokens().text))
            painter.drawText(QRect(left, y, box.width(), box.height()), int(WRAPPED), text)
            y += box.height()
        painter.restore()

    def _width(self) -> int:
        return self._view.viewport().width()

    def _texts(self, option: QStyleOptionViewItem, line: TimelineLine) -> list[tuple[QRect, str]]:
        """What happened, the remark, when and by whom: each with the room it takes."""
        metrics = QFontMetrics(self._view.font())
        room = QRect(0, 0, max(80, self._width() - LEFT - 6 * GRID), 10_000)
        quiet = " · ".join(filter(None, (moment(self._desk, line.at), line.actor)))
        texts = (happened(self._desk, line), remark(self._desk, line), quiet)
        return [
            (
                QRect(0, 0, room.width(), metrics.boundingRect(room, int(WRAPPED), text).height())
                if text
                else QRect(),
                text,
            )
            for text in texts
        ]
