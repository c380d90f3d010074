"""The keys of the screen in view, drawn from the same actions the keys belong to."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.actions import ACTIONS, MENUS, menu_title
from ui.keys import shown
from ui.theme import set_role

COLUMNS = 2


class KeyHelp(QDialog):
    """A sheet of all keys that work here now; any key closes it."""

    def __init__(self, title: str, names: Iterable[str], places: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys: {0}").format(title))
        inner = QWidget(self)
        self._grid = QGridLayout(inner)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self.rows: list[tuple[str, str]] = []
        here = set(names)
        lines = [0] * COLUMNS
        for menu in MENUS:
            chosen = [a for a in ACTIONS.values() if a.menu == menu and a.name in here]
            if chosen:
                side = lines.index(min(lines))
                keys = [(" · ".join(map(shown, a.keys)), a.text) for a in chosen]
                if "desk.undo" in [a.name for a in chosen]:
                    keys += self._taking_back(in_lines="line.remove" in here)
                lines[side] = self._section(side, lines[side], menu_title(menu), keys)
        side = lines.index(min(lines))
        lists = [
            (f"Alt+1…{min(places, 9)}", self.tr("Places")),
            ("Enter", self.tr("Open what is selected")),
            ("Esc", self.tr("Back; asks only if something would be lost")),
        ]
        self._section(side, lines[side], self.tr("Everywhere"), lists)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(scroll)
        hint = inner.sizeHint()
        self.resize(
            min(hint.width() + 64, parent.width()), min(hint.height() + 48, parent.height())
        )

    def _taking_back(self, *, in_lines: bool) -> list[tuple[str, str]]:
        """What is taken back goes by where the cursor is."""
        back, forth = shown("Ctrl+Z"), shown("Ctrl+Y")
        lines = [
            (back, self.tr("In the lines: what was done to them last")),
            (forth, self.tr("In the lines: does it again")),
        ]
        return [
            (back, self.tr("In a text field: the letters typed last")),
            *(lines if in_lines else ()),
            (back, self.tr("Anywhere else: what was stored last")),
        ]

    def _section(self, side: int, line: int, title: str, keys: list[tuple[str, str]]) -> int:
        heading = QLabel(title, self)
        set_role(heading, "heading")
        heading.setContentsMargins(0, 8, 0, 0)
        self._grid.addWidget(heading, line, side * 2, 1, 2)
        for number, (key, text) in enumerate(keys, start=line + 1):
            label = QLabel(key, self)
            set_role(label, "muted")
            self._grid.addWidget(label, number, side * 2, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(QLabel(text, self), number, side * 2 + 1)
            self.rows.append((key, text))
        return line + len(keys) + 1
