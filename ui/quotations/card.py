"""The quotation under the cursor, beside the list; its next step with the customer is put here."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from crm_desktop.messages import sentence
from crm_desktop.services.papers.follow_ups import last_objection
from crm_desktop.services.papers.quotation_lists import Quotation
from crm_desktop.services.papers.stamps import Receipt, Sent
from ui.desk import Desk
from ui.facts import Cell
from ui.papers.card import PaperCard
from ui.papers.kind import Stored
from ui.papers.panels import Panel
from ui.quotations.asks import About, Asks, does
from ui.quotations.form import QUOTATION
from ui.tokens import Tone


def sent_words(desk: Desk, sent: Sent | None) -> str:
    """When it left last, by which exit and through whom; "" before."""
    if sent is None:
        return ""
    how = sentence(f"sent_{sent.how}", desk.language)
    return f"{desk.day(sent.at.date())} · {how} · {sent.person}"


def receipt_words(desk: Desk, receipt: Receipt | None) -> str:
    """When the customer had it, who there, and how that is known."""
    if receipt is None:
        return ""
    how = sentence(f"follow_how_{receipt.how}", desk.language) if receipt.how else ""
    return " · ".join(filter(None, (desk.day(receipt.at.date()), receipt.name, how)))


class QuotationCard(PaperCard):
    """Shows how long the offer holds, whether the customer has it, and what they said."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, (QUOTATION,), parent)
        self.asks = Asks(desk, self, does(desk), narrow=True)

    def nothing_words(self) -> str:
        return self.tr("Choose a quotation to see it here")

    def facts_of(self, shown: Stored) -> Sequence[tuple[str, Cell]]:
        assert isinstance(shown, Quotation)
        desk = self.desk
        lost = sentence(f"lost_{shown.lost}", desk.language) if shown.lost else ""
        against = desk.read(last_objection, shown.id) if shown.number else ""
        return (
            (self.tr("Project"), shown.content.project),
            (self.tr("Contact"), shown.content.contact),
            (self.tr("Issued"), desk.day(shown.issued_on)),
            (self.tr("Sent"), sent_words(desk, shown.sent)),
            (self.tr("Received"), receipt_words(desk, shown.received)),
            (self.tr("Valid until"), desk.day(shown.valid_until)),
            (self.tr("Follow up"), desk.day(shown.content.follow_up_on)),
            (self.tr("Expected close"), desk.day(shown.expected_on)),
            (
                self.tr("Objection"),
                sentence(f"objection_{against}", desk.language) if against else "",
            ),
            (self.tr("Lost"), lost),
            (self.tr("Owner"), shown.owner),
        )

    # Asking -----------------------------------------------------------------------------------

    def ask_open(self, make: Callable[[Asks, About], Panel]) -> None:
        """Ask about the paper in view while the customer may still decide."""
        shown = self.shown
        if shown is None or shown.state not in QUOTATION.open_states:
            self.desk.say(self.tr("Only an open quotation is followed up."), Tone.INFO)
            return
        assert isinstance(shown, Quotation)
        about = About(shown.id, shown.version, shown.reference, shown.content.follow_up_on)
        self.ask(make(self.asks, about))
