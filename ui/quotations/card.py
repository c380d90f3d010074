"""The quotation under the cursor, beside the list; its next date is put here."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from crm_desktop.services.papers.quotation_life import SetFollowUp
from crm_desktop.services.papers.quotation_lists import Quotation
from ui.desk import Desk
from ui.drafts import BANGKOK
from ui.facts import Cell
from ui.papers.asking import date_panel
from ui.papers.card import PaperCard
from ui.papers.kind import Stored
from ui.quotations.form import QUOTATION
from ui.tokens import Tone


class QuotationCard(PaperCard):
    """Shows how long the offer holds and when it is followed up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, (QUOTATION,), parent)

    def nothing_words(self) -> str:
        return self.tr("Choose a quotation to see it here")

    def facts_of(self, shown: Stored) -> Sequence[tuple[str, Cell]]:
        assert isinstance(shown, Quotation)
        day = self.desk.day
        return (
            (self.tr("Project"), shown.content.project),
            (self.tr("Contact"), shown.content.contact),
            (self.tr("Issued"), day(shown.issued_on)),
            (self.tr("Valid until"), day(shown.valid_until)),
            (self.tr("Follow up"), day(shown.content.follow_up_on)),
            (self.tr("Owner"), shown.owner),
        )

    def follow_up(self) -> None:
        """Ask for the next date here."""
        shown = self.shown
        if shown is None or shown.state not in QUOTATION.open_states:
            self.desk.say(self.tr("Only an open quotation has a next date."), Tone.INFO)
            return
        words = (self.tr("Next follow-up"), self.tr("Follow up on"), self.tr("Note"))
        panel = date_panel(
            self.desk,
            (*words, self.tr("Save")),
            shown.content.follow_up_on,
            lambda: datetime.now(BANGKOK).date(),
            self,
        )

        def act() -> bool:
            values = panel.values()
            command = SetFollowUp(shown.id, shown.version, values["follow_up_on"], values["reason"])
            return self.desk.execute(command, panel) is not None

        panel.act = act
        self.ask(panel)
