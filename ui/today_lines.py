"""The lines of Today in their sections: one tree without branches, walked with the arrow keys."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from crm_desktop.messages import sentence
from crm_desktop.services.today.today import Line, Section, Today
from ui.authority.setting import breakable
from ui.desk import Desk
from ui.guarded import guarded
from ui.icons import icon
from ui.tables.empty import EmptyNote
from ui.theme import tokens
from ui.tokens import GRID, ROW, Tone

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
REFERENCE, CUSTOMER, WHY, AMOUNT, PHONE, PERSON = range(6)
WIDE_ENOUGH = 880
WIDTHS = {REFERENCE: 184, AMOUNT: 112, PHONE: 128, PERSON: 144}
WHOM, WIDEST = 0.4, 260
"""Of what the other columns leave, how much the customer's name has at most; why has the rest."""
AROUND, ICON = 5 * GRID, 6 * GRID
"""What a cell keeps free beside its words, and what its icon takes."""
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
KIND_ICONS = {
    "visit": "map-pin",
    "left": "users-three",
    "deposit": "wallet",
    "deposit_claim": "wallet",
    "purchase_request": "shopping-cart",
    "sales_order": "receipt",
    "back_order": "package",
    "special_order": "ruler",
    "matrix": "scales",
    "matrix_signature": "pen-nib",
    "delegation": "arrows-left-right",
    "watched_file": "folder-open",
}
PAPER = "file-text"
ANSWER_ICONS = {
    "approved": ("check-circle", Tone.OK),
    "advised": ("chat-teardrop-text", Tone.INFO),
    "returned": ("arrow-u-up-left", Tone.WARN),
    "rejected": ("x-circle", Tone.STOP),
    "against": ("x-circle", Tone.STOP),
    "denied": ("x-circle", Tone.STOP),
    "voided": ("prohibit", Tone.PLAIN),
}


class _Rows(QStyledItemDelegate):
    """Draws the heading of a section as a heading although nothing can be done with it, and why a
    line is there in two rows of words where one does not hold them."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if not index.parent().isValid():
            return QSize(0, ROW)
        two = 2 * option.fontMetrics.lineSpacing() + 2 * GRID if self._long(index) else 0
        return QSize(0, max(ROW + GRID, two))

    def _long(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        if index.column() != WHY:
            return False
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        room = self._view.columnWidth(WHY) - AROUND - (ICON if icon else 0)
        return self._view.fontMetrics().horizontalAdvance(str(index.data())) > room

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if not index.parent().isValid():
            option.state |= QStyle.StateFlag.State_Enabled
            option.font.setWeight(QFont.Weight.DemiBold)
            option.palette.setColor(QPalette.ColorRole.Text, QColor(tokens().text))
        elif self._long(index):
            option.text = breakable(option.text)
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row under the cursor is flat, and keeps the ink that says what is late."""
        t = tokens()
        if not index.parent().isValid():
            painter.fillRect(option.rect, QColor(t.window))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(t.selection))
            option.state &= ~QStyle.StateFlag.State_Selected
        super().paint(painter, option, index)


class TodayLines(QTreeView):
    """All sections under one another; what is empty is not shown."""

    opened = Signal()
    current_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._whole = desk, False
        self._shown: Today | None = None
        self._redraw = QTimer(self, interval=0, singleShot=True)
        self._redraw.timeout.connect(self._draw_again)
        self._model = QStandardItemModel(0, PERSON + 1, self)
        self.setModel(self._model)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName(self.tr("What waits today"))
        self._set_up()
        self.empty = EmptyNote(self.tr("Nothing waits for you"), self._hint(), parent=self)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit())
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def _hint(self) -> str:
        """How something comes here; whoever serves customers can begin at once."""
        if not self._desk.may("quotation.save"):
            return self.tr("What there is to do for you appears here by itself.")
        return self.tr(
            "Follow-ups, answers, visits, arrivals and papers about to expire appear here by "
            "themselves. F2 begins a quotation, Shift+F8 plans a visit."
        )

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIconSize(QSize(16, 16))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setMinimumSectionSize(2 * ROW)
        header.setStretchLastSection(False)
        for column in range(PERSON + 1):
            mode = QHeaderView.ResizeMode.Stretch if column == WHY else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            if column in WIDTHS:
                header.resizeSection(column, WIDTHS[column])
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    # What the screen uses -----------------------------------------------------------------------

    def show_today(self, found: Today) -> None:
        """Draw everything anew; the cursor stays on its line, or near where it was."""
        before, place = self.current(), self.currentIndex()
        self._shown, self._whole = found, found.whole
        self._model.removeRows(0, self._model.rowCount())
        for section in found.sections:
            if section.lines:
                self._add(section)
        self.expandAll()
        self._show_columns()
        self.empty.setVisible(self._model.rowCount() == 0)
        if before is None or self.select_in(before.section, before.record_id) is None:
            self._select_near(place.row())

    def current(self) -> Line | None:
        """The line under the cursor."""
        index = self.currentIndex().siblingAtColumn(0)
        line = index.data(LINE_ROLE) if index.isValid() else None
        return line if isinstance(line, Line) else None

    def select_in(self, section: str, record_id: int) -> Line | None:
        """Put the cursor on the line of a record in a section, if it is there."""
        for item in self._items():
            line: Line = item.data(LINE_ROLE)
            if (line.section, line.record_id) == (section, record_id):
                self.setCurrentIndex(item.index())
                return line
        return None

    def go_to(self, section: str) -> None:
        """Put the cursor on the first line of a section."""
        for item in self._items():
            if item.data(LINE_ROLE).section == section:
                self.setCurrentIndex(item.index())
                self.scrollTo(item.parent().index(), QAbstractItemView.ScrollHint.PositionAtTop)
                self.setFocus()
                return

    # Inside -------------------------------------------------------------------------------------

    def _items(self) -> list[QStandardItem]:
        heads = [self._model.item(number) for number in range(self._model.rowCount())]
        return [head.child(number) for head in heads for number in range(head.rowCount())]

    def _select_near(self, row: int) -> None:
        """The line in that place among all, or the one nearest to it."""
        items = self._items()
        if items:
            self.setCurrentIndex(items[max(0, min(row, len(items) - 1))].index())

    def _add(self, section: Section) -> None:
        head = QStandardItem(sentence(section.code, self._desk.language))
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        for line in section.lines:
            head.appendRow(self._line(line))
        if section.more:
            head.setText(self.tr("{0} · the first {1}").format(head.text(), len(section.lines)))
        self._model.appendRow(head)
        self.setFirstColumnSpanned(head.row(), QModelIndex(), True)

    def _line(self, line: Line) -> list[QStandardItem]:
        why = self._desk.explain(line)
        if line.stead:
            why = self.tr("For {0}: {1}").format(line.stead, why)
        amount = str(line.amount) if line.amount is not None else ""
        words = (self._reference(line), line.customer, why, amount, line.phone, line.person)
        items = [QStandardItem(text) for text in words]
        for item in items:
            item.setToolTip(item.text())
        for column in (PHONE, PERSON):
            items[column].setForeground(QColor(tokens().muted))
        items[AMOUNT].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        items[REFERENCE].setIcon(
            icon(KIND_ICONS.get(line.kind, PAPER), QPalette.ColorRole.PlaceholderText)
        )
        items[REFERENCE].setData(line, LINE_ROLE)
        items[REFERENCE].setAccessibleText(", ".join(text for text in words if text))
        font = items[CUSTOMER].font()
        font.setWeight(QFont.Weight.DemiBold)
        items[CUSTOMER].setFont(font)
        self._colour(items[WHY], line)
        return items

    def _reference(self, line: Line) -> str:
        if line.kind != "visit":
            return line.reference
        if line.late:
            return self._desk.day(line.due)
        return line.reference or self.tr("any time")

    def _colour(self, item: QStandardItem, line: Line) -> None:
        """What is late or sent back says so by its word, its icon and its colour."""
        answer = ANSWER_ICONS.get(line.code.removeprefix("today_answer_").removesuffix("_note"))
        name, tone = answer or (("warning-circle", Tone.STOP) if line.late else ("", Tone.PLAIN))
        if name:
            item.setIcon(icon(name, tone))
        shade = tokens().muted if tone is Tone.PLAIN else tokens().tones[tone][0]
        item.setForeground(QColor(shade))

    def _show_columns(self) -> None:
        """Where there is little room, whom and why are what matters."""
        narrow = self.width() < WIDE_ENOUGH
        self.setColumnHidden(PHONE, narrow)
        self.setColumnHidden(PERSON, narrow or not self._whole)
        taken = sum(WIDTHS[each] for each in WIDTHS if not self.isColumnHidden(each))
        left = self.viewport().width() - taken
        self.header().resizeSection(CUSTOMER, max(0, min(WIDEST, int(WHOM * left))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_columns()

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() in PAGES and not event.modifiers():
            self._turn(PAGES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _turn(self, pages: int) -> None:
        """A page on or back; by itself a page that ends on a heading goes nowhere."""
        shown = [item.index() for item in self._items()]
        here = self.currentIndex().siblingAtColumn(0)
        step = max(1, self.viewport().height() // (ROW + GRID) - 1)
        self._select_near(shown.index(here) + pages * step if here in shown else 0)

    def _draw_again(self) -> None:
        if self._shown is not None:
            self.show_today(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """Colours are those of the theme; draw again when all that changes with it has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self._redraw.start()
