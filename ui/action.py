"""What an action is: a name of menu and verb, words, keys, an icon, a permission."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Scope(StrEnum):
    """Where a key is alive."""

    GLOBAL = "global"
    LIST = "list"
    DOCUMENT = "document"
    QUEUE = "queue"
    MATRIX = "matrix"
    TEAM = "team"
    SETTINGS = "settings"
    PIPELINE = "pipeline"
    ROUNDS = "rounds"
    DOUBLES = "doubles"
    IMPORT = "import"
    PRIVACY = "privacy"


_SCOPES = {
    "list": Scope.LIST,
    "task": Scope.LIST,
    "form": Scope.LIST,
    "document": Scope.DOCUMENT,
    "line": Scope.DOCUMENT,
    "order": Scope.DOCUMENT,
    "paper": Scope.DOCUMENT,
    "queue": Scope.QUEUE,
    "request": Scope.DOCUMENT,
    "matrix": Scope.MATRIX,
    "team": Scope.TEAM,
    "settings": Scope.SETTINGS,
    "pipeline": Scope.PIPELINE,
    "rounds": Scope.ROUNDS,
    "double": Scope.DOUBLES,
    "import": Scope.IMPORT,
    "privacy": Scope.PRIVACY,
    "work": Scope.LIST,
    "deposit": Scope.LIST,
    "till": Scope.LIST,
    "credit": Scope.LIST,
}


@dataclass(frozen=True)
class Action:
    """One thing a person can do; `permission` None means that everyone may."""

    name: str
    source: str
    shortcuts: str
    icon: str
    permission: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, the one to show first."""
        return tuple(self.shortcuts.split())

    @property
    def menu(self) -> str:
        """The menu it stands in."""
        return self.name.partition(".")[0]

    @property
    def scope(self) -> Scope:
        """Where its keys are alive."""
        return _SCOPES.get(self.menu, Scope.GLOBAL)

    @property
    def text(self) -> str:
        """The words in the language that is on."""
        return QCoreApplication.translate("actions", self.source)


def of_menu(
    menu: str, permission: str | None, *rows: tuple[str, str, str, str]
) -> tuple[Action, ...]:
    """Actions of one menu and one permission; a row is verb, words, keys and icon."""
    return tuple(
        Action(f"{menu}.{verb}", words, keys, glyph, permission)
        for verb, words, keys, glyph in rows
    )
