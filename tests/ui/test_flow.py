"""Rows that go on in the next line: what grows gets its room, and a window stays quick."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLayoutItem, QWidget

from ui import flow
from ui.flow import Flow

DEEP = 4


def nested(window: QWidget) -> QLabel:
    """A word in a row of a row of a row."""
    row = Flow(window)
    for _ in range(DEEP):
        inner = Flow()
        row.addLayout(inner)
        row.addWidget(QLabel("beside"))
        row = inner
    word = QLabel("short")
    row.addWidget(word)
    return word


def test_a_word_that_grows_within_rows_gets_its_room(qapp: QApplication) -> None:
    window = QWidget()
    word = nested(window)
    window.resize(400, 200)
    window.show()
    for text in ("a much longer word than before", "short", "the longest of all words " * 2):
        word.setText(text)
        QApplication.processEvents()
        assert word.width() >= word.sizeHint().width()
    window.close()


def test_a_row_within_rows_is_not_measured_anew_for_each_of_them(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    nested(window)
    window.show()
    QApplication.processEvents()
    measured: list[QLayoutItem] = []
    width_of = flow._width

    def measure(item: QLayoutItem) -> int:
        measured.append(item)
        return width_of(item)

    monkeypatch.setattr(flow, "_width", measure)
    for width in (300, 500, 700):
        window.resize(width, 200)
        QApplication.processEvents()
    assert len(measured) < 500
    window.close()
