"""Ctrl+I of a list: the page that takes its kind in, for whoever may."""

from ui.binding import Slot
from ui.screen import Screen


def import_slots(
    screen: Screen, kind: str, permission: str, action: str = "list.import"
) -> dict[str, Slot]:
    """Opens the page with the kind chosen; nothing for who may not take it in."""
    if not screen.desk.may(permission):
        return {}
    return {action: lambda: screen.open_record.emit("import", kind)}
