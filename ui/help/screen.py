"""The tab of the help: contents on one side, the page on the other."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from resources import resource
from ui.desk import Desk
from ui.help.topics import FIRST, TOPICS, page, title_of
from ui.screen import Screen
from ui.theme import tokens
from ui.tokens import GRID, ROW

CONTENTS = 60 * GRID
WIDEST = 190 * GRID
NARROW = 150 * GRID
"""Below this width the page stands alone; its links lead on."""


LINE = 125
"""Percent of the height of the letters."""
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a picture in the text of a page."""
HEADINGS = (15, 12, 11)
"""Points, from the title of a page down."""


class Page(QTextBrowser):
    """Markdown with pictures that are never wider than the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setSearchPaths([str(resource("help"))])
        self.document().setDocumentMargin(4 * GRID)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_page(self, markdown: str) -> None:
        """Set a page with room between its lines: Thai has marks above and below."""
        self.setMarkdown(markdown)
        cursor = QTextCursor(self.document())
        while True:
            block = cursor.blockFormat()
            level = block.headingLevel()
            line = 100 if PICTURE in cursor.block().text() else LINE
            block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            block.setTopMargin(3 * GRID if level > 1 else 0)
            block.setBottomMargin(0 if cursor.currentTable() is not None else 2 * GRID)
            cursor.setBlockFormat(block)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = QTextCharFormat()
                letters.setFontPointSize(HEADINGS[min(level, len(HEADINGS)) - 1])
                cursor.mergeCharFormat(letters)
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)

    def _rule(self, table: QTextTable) -> None:
        table_format = table.format()
        table_format.setBorderBrush(QColor(tokens().border))
        table_format.setCellPadding(1.5 * GRID)
        table_format.setTopMargin(GRID)
        table_format.setBottomMargin(3 * GRID)
        table.setFormat(table_format)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture at the size that there is room for, sharp on every screen, in a frame that
        tells it from the page."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        file = Path(self.searchPaths()[0]) / QUrl(name).path()
        image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
        ratio = self.devicePixelRatioF()
        room = self.viewport().width() - 2 * self.document().documentMargin()
        width = min(image.width(), max(1, round(room * ratio)))
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        frame = QPainter(scaled)
        frame.setPen(QColor(tokens().border_strong))
        frame.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
        frame.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled


class HelpScreen(Screen):
    """`show_record("help", topic)` turns to a page; links between pages are `topic.md`."""

    def __init__(self, desk: Desk, kind: str, record_id: str) -> None:
        super().__init__(desk)
        self.topic = FIRST
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFixedWidth(CONTENTS)
        for topic in TOPICS:
            item = QListWidgetItem(title_of(topic), self.contents)
            item.setData(Qt.ItemDataRole.UserRole, topic)
            item.setSizeHint(QSize(0, ROW))
        self.page = Page(self)
        self.page.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        row.setSpacing(4 * GRID)
        row.addWidget(self.contents)
        row.addWidget(self.page, 1)
        row.addStretch()
        self.contents.currentItemChanged.connect(self._chosen)
        self.page.anchorClicked.connect(self._follow)
        self.setFocusProxy(self.contents)
        self.show_record(kind, self.topic)

    @property
    def title(self) -> str:
        return self.tr("Help")

    def show_record(self, kind: str, record_id: Any) -> None:
        """Turn to the page of a topic."""
        self.contents.setCurrentRow(list(TOPICS).index(record_id))

    def _chosen(self, item: QListWidgetItem) -> None:
        self.topic = item.data(Qt.ItemDataRole.UserRole)
        self._show()

    def _show(self) -> None:
        self.page.show_page(page(self.topic, self.desk.language))
        self.page.setAccessibleName(title_of(self.topic))

    def _follow(self, link: QUrl) -> None:
        """Another page of the help here; anything else where this PC opens it."""
        topic = link.path().removesuffix(".md")
        if topic in TOPICS:
            self.show_record("help", topic)
        else:
            QDesktopServices.openUrl(link)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        self.contents.setVisible(wide)
        self.setFocusProxy(self.contents if wide else self.page)
        if event.size().width() != event.oldSize().width():
            self._show()
