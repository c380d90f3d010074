"""The pinned PySide6 must survive a day at the counter (6.12.0 on Python 3.11 does not)."""

import subprocess
import sys

MANY_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
assert label.text() == "19999"
"""


def test_the_program_does_not_die_after_thousands_of_calls() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
