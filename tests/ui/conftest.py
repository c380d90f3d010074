"""A desk without a database."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from crm_desktop.application import Application
from tests.ui.fakes import Door
from ui.collecting import sweep
from ui.desk import Desk
from ui.theme import Scheme, Theme
from ui.translations import Translations


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program, no worker tears a window down; between tests what is left goes."""
    gc.disable()
    yield
    sweep()


@pytest.fixture(autouse=True)
def cleared() -> Iterator[None]:
    """Windows go with their test: every theme after it would dress them again."""
    yield
    if QApplication.instance():
        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def desk(qapp: QApplication, door: Door, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(cast("Application", door), tmp_path)
    made.speak("en")
    yield made
    made.leave()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    made = Translations(qapp)
    yield made
    made.use("en")
