"""A program that is killed while somebody types loses five seconds of typing at most."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import SOMSRI
from ui.desk import Desk
from ui.forms.base import DRAFT_MS, Form

TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.fakes import Door
from tests.ui.test_killed import Note
from ui.desk import Desk

application = QApplication([])
form = Note(Desk(Door(), Path(sys.argv[1])))
form.show()

def press():
    QTest.keyClicks(form.fields["note"].widget, "x")
    print(len(form.fields["note"].raw()), flush=True)

timer = QTimer(interval=50)
timer.timeout.connect(press)
timer.start()
application.exec()
"""
PROMISED_MS = 5_000


class Note(Form):
    """The smallest form there is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "note:1")
        rows = self.rows()
        rows.text("note", "Note", longest=10_000)
        self.adopt(rows)
        self.load({})


def test_drafts_are_written_more_often_than_is_promised() -> None:
    assert DRAFT_MS < PROMISED_MS


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_was_typed_before_a_kill_is_offered_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    """Somebody types without a pause, so no pause can be what saves the draft."""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(tmp_path)], cwd=root, stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout
        typed = 0
        while typed < 2 * PROMISED_MS / 100:
            typed = int(typist.stdout.readline())
        typist.send_signal(signal.SIGKILL)
        typed = max([typed, *map(int, typist.stdout.read().split())])
    form = Note(desk)
    qtbot.addWidget(form)
    form.show()
    assert form.offer.isVisible()
    form.offer.buttons[0].click()
    lost = typed - len(form.fields["note"].raw())
    assert 0 <= lost * 50 <= PROMISED_MS
    assert desk.drafts.list(SOMSRI.person_id + 1) == []
