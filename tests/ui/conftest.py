"""A desk without a database."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from crm_desktop.application import Application
from tests.ui.fakes import Door
from ui.desk import Desk
from ui.theme import Scheme, Theme
from ui.translations import Translations


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
