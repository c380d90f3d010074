"""A frame around a list or a card, whose round corners stay clear of what is inside."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import set_role


def framed(parent: QWidget, *inside: QWidget, width: int | None = None) -> QFrame:
    """A panel with the widgets under one another; of a fixed width where one is given."""
    frame = QFrame(parent)
    set_role(frame, "panel")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 8, 1, 8)
    for widget in inside:
        layout.addWidget(widget)
    if width is not None:
        frame.setFixedWidth(width)
    return frame
