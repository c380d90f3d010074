"""A little arrow in a field that opens the shop's usual words for it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from crm_desktop.domain.lifecycle import Code
from crm_desktop.messages import sentence
from ui.icons import icon


def offer_usual(widget: QWidget, codes: Sequence[Code], language: Callable[[], str]) -> None:
    """Down opens the words in `language`, which is asked for each time."""
    assert isinstance(widget, QLineEdit)
    words = QCoreApplication.translate("usual", "Usual words (Down)")
    more = QAction(icon("caret-down"), words, widget)
    more.setShortcut("Down")
    more.setShortcutContext(more.shortcutContext().WidgetShortcut)
    more.triggered.connect(partial(_open, widget, codes, language))
    widget.addAction(more, QLineEdit.ActionPosition.TrailingPosition)


def _open(box: QLineEdit, codes: Sequence[Code], language: Callable[[], str]) -> None:
    if box.isReadOnly():
        return
    menu = QMenu(box)
    for code in codes:
        words = sentence(code, language())
        menu.addAction(words).triggered.connect(partial(box.setText, words))
    menu.popup(box.mapToGlobal(QPoint(0, box.height())))
    menu.setActiveAction(menu.actions()[0])
