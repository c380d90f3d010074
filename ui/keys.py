"""Keys that work whichever layout is on: each Latin key also answers as its Thai character."""

import unicodedata

from PySide6.QtGui import QKeySequence

from crm_desktop.domain.thai import swap_layout


def sequences(*keys: str) -> list[QKeySequence]:
    """Every sequence to register for `keys` ("Ctrl+K", "A", "?"), the Thai characters included."""
    found: list[QKeySequence] = []
    for key in keys:
        modifiers, character = _split(key)
        found.append(QKeySequence(key))
        if len(character) == 1:
            thai = swap_layout(character.lower())
            found.append(QKeySequence(modifiers + thai))
            if not modifiers and not character.isalnum():
                found += [QKeySequence(f"Shift+{either}") for either in (character, thai)]
    return found


def shown(key: str) -> str:
    """The key as a person reads it; a single letter with its Thai neighbour: "A / ฟ"."""
    modifiers, character = _split(key)
    if not modifiers and len(character) == 1:
        thai = swap_layout(character.lower())
        return f"{character} / {'◌' if unicodedata.combining(thai) or thai in 'ัิีึื' else ''}{thai}"
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _split(key: str) -> tuple[str, str]:
    head, plus, tail = key.rpartition("+")
    return head + plus, tail
