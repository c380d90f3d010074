"""Makes Qt actions, menus and buttons out of the action table."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QPalette, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from ui.actions import ACTIONS, MENUS, menu_title
from ui.icons import icon
from ui.keys import sequences, shown
from ui.theme import set_role

Slot = Callable[[], object]
May = Callable[[str], bool]
Bound = dict[str, QAction]


def bind(owner: QWidget, slots: Mapping[str, Slot], may: May) -> Bound:
    """Qt actions alive in `owner`: those it maps and the person may do, in the table's order."""
    return {
        action.name: _made(owner, action.name, slots[action.name])
        for action in ACTIONS.values()
        if action.name in slots and (action.permission is None or may(action.permission))
    }


def _made(owner: QWidget, name: str, slot: Slot) -> QAction:
    action = ACTIONS[name]
    made = QAction(icon(action.icon), action.text, owner)
    made.setObjectName(name)
    made.setShortcuts(sequences(*action.keys))
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.setAutoRepeat(False)
    made.setToolTip(f"{action.text}  {shown(action.keys[0])}")
    made.triggered.connect(lambda _checked: slot())
    owner.addAction(made)
    return made


def tell_dead(bound: Bound, names: Iterable[str], why: Callable[[str], object]) -> None:
    """Where one of these actions is not possible now, its key calls `why` with its name."""
    for name in names:
        if name in bound:
            _tell_dead(bound[name], partial(why, name))


def _tell_dead(action: QAction, why: Slot) -> None:
    owner = action.parent()
    assert isinstance(owner, QWidget)
    key = QShortcut(owner)
    key.setKeys(action.shortcuts())
    key.setAutoRepeat(False)
    key.activated.connect(why)

    def follow() -> None:
        key.setEnabled(not (action.isEnabled() and action.isVisible()))

    follow()
    action.changed.connect(follow)


def fill(menu: QMenu, bound: Bound, only: str | None = None) -> None:
    """Draw the actions into `menu`, grouped as the table groups them, or one group alone."""
    for group in MENUS:
        chosen = [a for name, a in bound.items() if name.startswith(group + ".")]
        if not chosen or only not in (None, group):
            continue
        if only is None:
            menu.addSection(menu_title(group))
        menu.addActions(chosen)


def action_button(action: QAction, parent: QWidget, *, primary: bool = False) -> QPushButton:
    """A button that does what `action` does, is enabled when it is, and shows its key on hover."""
    button = QPushButton(action.text(), parent)
    if primary:
        button.setIcon(icon(ACTIONS[action.objectName()].icon, QPalette.ColorRole.BrightText))
        set_role(button, "primary")
        font = button.font()
        font.setWeight(QFont.Weight.DemiBold)  # the sheet's weight alone is not measured
        button.setFont(font)
    else:
        button.setIcon(action.icon())
    button.setIconSize(QSize(16, 16))
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.text())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
    return button


def tool_button(name: str, text: str, parent: QWidget) -> QToolButton:
    """A button that shows only the icon `name`; `text` is its tool tip and accessible name."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(20, 20))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
