"""The way from the customers to their personal data: the copy, erasing, what is kept too long."""

from typing import TYPE_CHECKING

from ui.binding import Slot

if TYPE_CHECKING:
    from ui.customers.list import CustomersScreen

OF_ONE = (
    *("list.edit", "list.note", "list.reveal", "list.consent", "list.open", "deposit.statement"),
    *("list.held", "list.erase"),
)
"""Actions that need a customer in the card."""


def privacy_slots(screen: "CustomersScreen") -> dict[str, Slot]:
    """What the list of customers can do of it."""

    def held() -> None:
        from ui.privacy.handing import hand_out

        if found := screen.card.customer:
            hand_out(screen.desk, screen, found.id, found.code)

    def erase() -> None:
        if found := screen.card.customer:
            screen.open_record.emit("privacy", found.id)

    return {
        "list.held": held,
        "list.erase": erase,
        "list.retention": lambda: screen.open_record.emit("privacy", 0),
    }
