"""What the windows remember per person: sizes, columns, the open place; one ini file."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings


class WindowState:
    """One person's layout; values are plain (str, int, bool, list) or Qt byte arrays."""

    def __init__(self, file: Path, person_id: int = 0) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._person = person_id

    def of(self, person_id: int) -> "WindowState":
        """The layout of another person in the same file."""
        return WindowState(Path(self._settings.fileName()), person_id)

    def put(self, key: str, value: Any) -> None:
        """Remember `value` under `key`; None forgets it."""
        if value is None:
            self._settings.remove(self._name(key))
        else:
            self._settings.setValue(self._name(key), value)

    def text(self, key: str, default: str = "") -> str:
        """A remembered word."""
        return str(self._settings.value(self._name(key), default))

    def shape(self, key: str) -> QByteArray:
        """A remembered geometry or header state; empty if there is none."""
        value = self._settings.value(self._name(key))
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    def _name(self, key: str) -> str:
        return f"person_{self._person}/{key}"
