"""A line without room says so."""

from pytestqt.qtbot import QtBot

from ui.elided import ElidedLabel
from ui.theme import Theme


def test_a_long_word_beside_the_number_is_cut_with_a_sign_and_whole_on_hover(
    qtbot: QtBot, theme: Theme
) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("from BO01-6911-00001")
    label.resize(60, 20)
    label.grab()
    assert label.shown.endswith("…")
    assert label.toolTip() == "from BO01-6911-00001"
    label.resize(400, 20)
    label.grab()
    assert label.shown == "from BO01-6911-00001"
    assert label.toolTip() == ""
