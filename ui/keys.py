"""Keys that work whichever layout is on: each Latin key also answers as its Thai character."""

from PySide6.QtGui import QKeySequence

_LATIN = "qwertyuiopasdfghjklzxcvbnm,./1234567890-=;'[]?"
_THAI = "ๆไำพะัีรนยฟหกดเ้่าสผปแอิืทมใฝๅ/-ภถุึคตจขชวงบลฦ"
KEDMANEE = dict(zip(_LATIN, _THAI, strict=True))
"""What the physical key of each Latin character types with the Thai (Kedmanee) layout on."""


def sequences(*keys: str) -> list[QKeySequence]:
    """Every sequence to register for `keys` ("Ctrl+K", "A", "?"), the Thai characters included."""
    found: list[QKeySequence] = []
    for key in keys:
        modifiers, character = _split(key)
        found.append(QKeySequence(key))
        if len(character) == 1 and character.lower() in KEDMANEE:
            found.append(QKeySequence(modifiers + KEDMANEE[character.lower()]))
    return found


def shown(key: str) -> str:
    """The key as a person reads it; a single letter also shows its Thai neighbour: "A ฟ"."""
    modifiers, character = _split(key)
    if not modifiers and len(character) == 1 and character.lower() in KEDMANEE:
        thai = KEDMANEE[character.lower()]
        return f"{character} / {'◌' if _is_mark(thai) else ''}{thai}"
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _is_mark(character: str) -> bool:
    return character in "ัิีึืุู็่้๊๋์ํฺ"


def _split(key: str) -> tuple[str, str]:
    head, plus, tail = key.rpartition("+")
    return head + plus, tail
