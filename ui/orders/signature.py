"""A field to sign in: with a finger, a pen or the mouse; the signature becomes a small picture."""

import base64

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.forms.fields import Field
from ui.theme import tokens
from ui.tokens import GRID

SHARPNESS = 3
"""Pixels of the picture per pixel of the screen."""
PEN = 2.2
TOUCHES = (
    *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate),
    *(QEvent.Type.TouchEnd, QEvent.Type.TouchCancel),
)


class Pad(QWidget):
    """Black ink on white in every theme; `strokes` are what was drawn, in order."""

    def __init__(self, signed: "SignatureField", parent: QWidget) -> None:
        super().__init__(parent)
        self._field = signed
        self.strokes: list[list[QPointF]] = []
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(90 * GRID, 35 * GRID)

    # Drawing ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._draw(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() == QEvent.Type.TabletMove and event.pressure() > 0:
            self._draw(event.position())
        else:
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """One finger draws; a second one is somebody's palm."""
        if event.type() in TOUCHES and isinstance(event, QTouchEvent):
            first = event.points()[0] if event.points() else None
            if first is None or event.type() == QEvent.Type.TouchCancel:
                self._end()
            elif first.state() == QEventPoint.State.Pressed:
                self._begin(first.position())
            elif first.state() == QEventPoint.State.Released:
                self._end()
            else:
                self._draw(first.position())
            return True
        return super().event(event)

    def _begin(self, at: QPointF) -> None:
        self.strokes.append([at])
        self.update()

    def _draw(self, at: QPointF) -> None:
        if self.strokes:
            self.strokes[-1].append(at)
            self.update()

    def _end(self) -> None:
        self._field.changed.emit()

    def clear(self) -> None:
        """Begin anew."""
        self.strokes = []
        self.update()
        self._field.changed.emit()

    # Showing ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        base = self.height() - 8 * GRID
        painter.drawLine(4 * GRID, base, self.width() - 4 * GRID, base)
        if not self.strokes:
            painter.setPen(QColor(Qt.GlobalColor.darkGray))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        self._ink(painter)
        painter.end()

    def _ink(self, painter: QPainter) -> None:
        pen = QPen(QColor(Qt.GlobalColor.black), PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self.strokes:
            if len(stroke) == 1:
                painter.drawPoint(stroke[0])
            path = QPainterPath(stroke[0])
            for point in stroke[1:]:
                path.lineTo(point)
            painter.drawPath(path)

    def png(self) -> str:
        """The strokes as a base64 PNG without the empty room around them; "" for none."""
        points = [point for stroke in self.strokes for point in stroke]
        if not points:
            return ""
        left, right = min(p.x() for p in points), max(p.x() for p in points)
        top, bottom = min(p.y() for p in points), max(p.y() for p in points)
        box = QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-8, -8, 8, 8)
        picture = QImage((box.size() * SHARPNESS).toSize(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SHARPNESS, SHARPNESS)
        painter.translate(-box.topLeft())
        self._ink(painter)
        painter.end()
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]
        return base64.b64encode(kept.data()).decode()


class SignatureField(Field):
    """The value is a base64 PNG, "" while nothing is drawn."""

    def __init__(self, key: str, label: str, hint: str, again: str, parent: QWidget) -> None:
        """`hint` stands in the empty field, `again` is the button that empties it."""
        super().__init__(key, label, QWidget(parent))
        self.pad = Pad(self, self.widget)
        self.pad.words = hint
        self.pad.setAccessibleName(label)
        clear = QPushButton(again, self.widget)
        clear.clicked.connect(self.pad.clear)
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pad, 1)
        row.addWidget(clear, 0, Qt.AlignmentFlag.AlignTop)
        self.widget.setFocusProxy(clear)

    def raw(self) -> str:
        return self.pad.png()

    def typed(self, offered: object) -> None:
        """Whoever signs signs what stood there then."""

    def set_raw(self, raw: object) -> None:
        if not raw:
            self.pad.clear()
