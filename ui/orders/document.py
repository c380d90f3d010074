"""One order in its tab, of whichever kind."""

from collections.abc import Sequence

from crm_desktop.domain.kinds import BY_NAME
from crm_desktop.messages import sentence
from crm_desktop.services.orders.order_lists import Order
from ui.facts import Cell
from ui.orders.acts import OrderActs
from ui.orders.form import OrderForm
from ui.orders.kinds import BEFORE
from ui.orders.words import ladder, money_of
from ui.papers.document import PaperDocument, Phrases
from ui.papers.kind import Stored
from ui.tokens import Tone


class OrderDocument(PaperDocument):
    """Says what is promised and which deposit is missing; the next step stands first."""

    BUTTONS = (
        *("document.save", "document.recall", "order.split", "order.sign", "order.quote"),
        *("order.request", "order.acknowledge", "order.confirm", "order.receive"),
        *("order.inspect", "order.tell", "order.deliver", "order.handoff", "order.accept"),
        *("order.settle", "order.deposit", "order.decide", "order.allocate", "order.promise"),
        "document.preview",
    )
    TABLES = PaperDocument.TABLES | {"goods_stage", "deposit_entry", "promise", "attachment"}

    def make_form(self, key: str) -> OrderForm:
        return OrderForm(self.desk, self.kind, key, self)

    def make_acts(self) -> OrderActs:
        return OrderActs(self)

    def phrases(self) -> Phrases:
        request = self.kind == "purchase_request"
        return Phrases(
            new=self._new_words(),
            issue=self.tr("Issue and print") if request else self.tr("Confirm and print"),
            issued=self.tr("{0} is issued") if request else self.tr("{0} is confirmed"),
            issue_anyway=self.tr("Go on all the same"),
            record_and_issue=self.tr("Record and confirm"),
            approved=self.tr("Approved: ready to be confirmed"),
            advised=self.tr("Advice is here: the paper can be confirmed"),
        )

    def _new_words(self) -> str:
        return {
            "sales_order": self.tr("New sales order"),
            "back_order": self.tr("New back order"),
            "special_order": self.tr("New special order"),
        }.get(self.kind, self.tr("New purchase request"))

    def about_words(self, shown: Stored) -> str:
        assert isinstance(shown, Order)
        if shown.outside_reference:
            return shown.outside_reference
        return self.tr("from {0}").format(shown.parent[2]) if shown.parent else ""

    def side_facts(self, shown: Stored) -> Sequence[tuple[str, Cell]]:
        assert isinstance(shown, Order)
        return (*ladder(self.desk, shown), *money_of(shown))

    def standing(self, shown: Stored) -> tuple[str, Tone, str]:
        """What stands in the way first, then what is promised, else just the state."""
        assert isinstance(shown, Order)
        said, kind = super().standing(shown), BY_NAME[self.kind]
        if shown.state in BEFORE:
            return said
        if shown.request is not None and shown.request.state == "waiting":
            matter = shown.request.matter.replace(".", "_")
            asked = sentence(f"authority_matter_{matter}", self.desk.language)
            return f"{asked} · {said[0]}", *said[1:]
        stands = shown.deposits
        if stands is not None and stands.held and shown.state in kind.over:
            words = self.tr("{0} · {1} of deposit is still held: refund, transfer or forfeit it")
            return words.format(said[0], stands.held), Tone.WARN, "wallet"
        if shown.state in kind.ends:
            return said
        if stands is not None and stands.at_risk:
            words = self.tr("Goods are ordered, but {0} of the deposit is missing")
            return words.format(stands.missing), Tone.STOP, "warning-circle"
        if stands is not None and stands.missing:
            words = self.tr("{0} of the deposit is missing; until then nothing is bought")
            return words.format(stands.missing), Tone.WARN, "wallet"
        if shown.promised_on is not None:
            words = self.tr("{0} · promised for {1}")
            day = self.desk.day(shown.promised_on)
            return words.format(self.state_word(shown.state), day), Tone.INFO, "calendar-check"
        return said
