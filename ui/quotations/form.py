"""The quotation as a form: how long it holds, the deposit asked for and the next date."""

from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.kinds import quotation as declared
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.quotation_lists import Preview, preview, quotation
from crm_desktop.services.papers.quotations import SaveQuotation
from crm_desktop.services.settings import shop
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.papers.asking import whole_days
from ui.papers.form import PaperForm
from ui.papers.kind import PaperKind

QUOTATION = PaperKind(declared.KIND, quotation, "quotation", declared.OPEN_STATES)


class QuotationForm(PaperForm):
    """Adds validity, deposit and follow-up to what every paper has."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, QUOTATION, key, parent)

    def add_header(self, rows: Rows) -> None:
        rows.text("valid_days", self.tr("Valid (days)"), parse=whole_days, required=True)
        rows.percent("deposit_percent", self.tr("Deposit (%)"))
        rows.date("follow_up_on", self.tr("Follow up on"), span=2)

    @property
    def title(self) -> str:
        name = self.fields["customer"].raw()[1] if "customer" in self.fields else ""
        return self.tr("Quotation {0}").format(name).strip()

    def defaults(self) -> dict[str, Any]:
        days = self.desk.read(shop).quotation_valid_days
        return {**super().defaults(), "valid_days": days}

    def preview(self, content: Content) -> Preview:
        return self.desk.read(preview, content, self.fields["id"].raw())

    def command(self) -> SaveQuotation:
        return SaveQuotation(
            self.fields["id"].raw(), self.fields["version"].raw() or 0, self.content()
        )
