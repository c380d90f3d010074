"""The file dialog beside the database: nothing is lost; and names that every system takes."""

import sqlite3
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.exchange.placing import file_name
from ui.file_dialog import FileDialog
from ui.theme import Theme


@pytest.mark.skipif(sys.platform != "linux", reason="locks of a process are Linux's and macOS's")
def test_looking_at_the_folder_of_the_database_keeps_its_locks(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    database = tmp_path / "a.db"
    opened = sqlite3.connect(database)
    opened.execute("PRAGMA journal_mode=wal")
    opened.execute("CREATE TABLE t (x)")
    opened.commit()
    held = _locks(tmp_path)
    assert held
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FileDialog(window, "Open", tmp_path, "")
    dialog.open()
    model = dialog.findChild(QFileSystemModel)
    assert model is not None
    there = model.index(str(database))
    dialog.selectFile(str(database))
    qtbot.waitUntil(lambda: bool(model.type(there)))
    dialog.close()
    assert _locks(tmp_path) == held
    opened.close()


def _locks(folder: Path) -> int:
    """How many locks are held on files of the folder."""
    files = {str(each.stat().st_ino) for each in folder.iterdir()}
    lines = Path("/proc/locks").read_text().splitlines()
    return sum(line.split()[5].rpartition(":")[2] in files for line in lines if "->" not in line)


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ('ร้าน "เอก": สาขา 1/2\\3', "ร้าน -เอก-- สาขา 1-2-3"),
        ("บริษัท ก จำกัด. ", "บริษัท ก จำกัด"),
        ("AUX", "_AUX"),
        ("...", "_"),
        ("ก" * 300, "ก" * 66),
    ],
)
def test_a_customers_name_is_a_file_name_everywhere(words: str, stem: str) -> None:
    assert file_name(words) == stem
