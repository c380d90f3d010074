"""One quotation in its tab."""

from crm_desktop.services.papers.quotation_lists import Quotation
from ui.papers.document import PaperDocument, Phrases
from ui.papers.kind import Stored
from ui.quotations.acts import QuotationActs
from ui.quotations.form import QuotationForm
from ui.tokens import Tone


class QuotationDocument(PaperDocument):
    """Says until when the offer holds and when to follow it up."""

    BUTTONS = (
        *("document.save", "document.recall", "document.accept", "document.lost"),
        *("order.make", "document.followup", "document.revise", "document.preview"),
    )

    def make_form(self, key: str) -> QuotationForm:
        return QuotationForm(self.desk, key, self)

    def make_acts(self) -> QuotationActs:
        return QuotationActs(self)

    def phrases(self) -> Phrases:
        return Phrases(
            new=self.tr("New quotation"),
            issue=self.tr("Issue and print"),
            issued=self.tr("{0} is issued"),
            issue_anyway=self.tr("Issue all the same"),
            record_and_issue=self.tr("Record and issue"),
            approved=self.tr("Approved: ready to be issued"),
            advised=self.tr("Advice is here: the paper can be issued"),
        )

    def about_words(self, shown: Stored) -> str:
        assert isinstance(shown, Quotation)
        return self.tr("replaces {0}").format(shown.replaces) if shown.replaces else ""

    def standing(self, shown: Stored) -> tuple[str, Tone, str]:
        """An open offer says how long it holds, unless a question about it is open."""
        assert isinstance(shown, Quotation)
        said = super().standing(shown)
        asked = shown.request is not None and shown.request.state == "waiting"
        if asked or shown.state not in self.paper_kind.open_states:
            return said
        until = self.tr("Valid until {0}").format(self.desk.day(shown.valid_until))
        follow = self.desk.day(shown.content.follow_up_on)
        follow = self.tr("follow up on {0}").format(follow) if follow else ""
        return " · ".join(filter(None, (until, follow))), Tone.INFO, "calendar-check"
