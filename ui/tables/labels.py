"""Paints a cell as a state label: the word in a small coloured field."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.tables.model import TONE_ROLE
from ui.theme import tokens
from ui.tokens import GRID, Tone


class StateLabels(QStyledItemDelegate):
    """Draws cells that carry a tone as labels, all others as usual."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tone = index.data(TONE_ROLE)
        word = index.data() if tone else ""
        if not word:
            super().paint(painter, option, index)
        else:
            self._ground(painter, option, index)
            side = index.data(Qt.ItemDataRole.TextAlignmentRole)
            self._label(painter, option, word, tone, side)
        if self._leads(option, index):
            bar = QRectF(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(bar, QColor(tokens().accent_text))

    def _leads(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Whether this is the first cell of the row under the cursor, while the list has focus."""
        table = option.widget
        return (
            isinstance(table, QTableView)
            and table.hasFocus()
            and table.currentIndex().row() == index.row()
            and table.horizontalHeader().visualIndex(index.column()) == 0
        )

    def _label(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        word: str,
        tone: Tone,
        side: Qt.AlignmentFlag | None,
    ) -> None:
        ink, ground = tokens().tones[tone]
        field = _field(option, word, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(field, field.height() / 2, field.height() / 2)
        painter.setPen(QColor(ink))
        room = int(field.width()) - 4 * GRID
        shown = QFontMetrics(option.font).elidedText(word, Qt.TextElideMode.ElideRight, room)
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, empty, painter, option.widget)


def _field(option: QStyleOptionViewItem, word: str, side: Qt.AlignmentFlag | None) -> QRectF:
    metrics = QFontMetrics(option.font)
    room = option.rect.width() - 2 * GRID
    width = min(metrics.horizontalAdvance(word) + 5 * GRID, room)
    height = min(metrics.height() + 2, option.rect.height() - GRID)
    top = option.rect.center().y() - height / 2 + 0.5
    left = option.rect.left() + GRID
    if side is not None and side & Qt.AlignmentFlag.AlignRight:
        left = option.rect.right() - GRID - width
    return QRectF(left, top, width, height)
