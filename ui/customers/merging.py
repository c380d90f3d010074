"""The way from the customers to their doubles: merge those selected, see what was merged."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.binding import Slot
from ui.tokens import Tone

if TYPE_CHECKING:
    from ui.customers.list import CustomersScreen


def merging_slots(screen: "CustomersScreen") -> dict[str, Slot]:
    """What the list of customers can do of it."""
    translate = QCoreApplication.translate

    def merge() -> None:
        chosen = [row.id for row in screen.list.selected()]
        if len(chosen) < 2:
            words = translate(
                "merging", "Select the records that are one customer (Shift or Ctrl), then merge."
            )
            screen.bar.say(words, Tone.INFO)
            return
        screen.open_record.emit("customer_merge", "-".join(map(str, ["new", *chosen])))

    def parted() -> None:
        from crm_desktop.services.customers.merge_lists import merged_records

        customer = screen.card.customer
        found = screen.desk.read(merged_records, customer.id) if customer else ()
        if found:
            screen.open_record.emit("customer_merge", found[0].document_id)
        else:
            words = translate("merging", "Nothing was merged into this customer.")
            screen.bar.say(words, Tone.INFO)

    return {
        "list.doubles": lambda: screen.open_record.emit("doubles", 0),
        "list.merge": merge,
        "list.parted": parted,
    }
