"""The program's file dialog: it looks at names only and never opens what it lists."""

import sys
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeDatabase, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.icons import icon


class NamedIcons(QAbstractFileIconProvider):
    """Icons by name alone. Qt's own look into each file, and the desktop's dialogs of Linux do so
    too: to close a database that this process has open takes away SQLite's locks on it, and what is
    written after that is lost.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder, self._file = icon("folder"), icon("file")

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """A folder's, or any file's."""
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return self._file if what is self.IconType.File else self._folder

    def type(self, info: QFileInfo) -> str:
        """What the name says that it is."""
        if info.isDir():
            return QMimeDatabase().mimeTypeForName("inode/directory").comment()
        match = QMimeDatabase.MatchMode.MatchExtension
        return QMimeDatabase().mimeTypeForFile(info.fileName(), match).comment()


class FileDialog(QFileDialog):
    """Goes when it is closed; set its mode, connect `fileSelected`, `open` it."""

    def __init__(self, parent: QWidget, title: str, place: Path | str, kinds: str) -> None:
        super().__init__(parent, title, str(place), kinds)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform == "linux")
        self._icons = NamedIcons()
        self.setIconProvider(self._icons)
