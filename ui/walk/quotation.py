"""The main job: a customer, a quotation that is not the officer's own, an answer, the paper.

The officer finds a customer, quotes, watches the banner turn from own to superior and submits; the
supervisor answers; the officer issues, previews and saves the paper.
"""

from pathlib import Path

from crm_desktop.domain.kinds.quotation import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.authority.approval_queue import queue_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotation_lists import QuotationRow, quotation_page
from ui.walk.steps import CUSTOMER, OFFICER, Steps

SUPERVISOR = "wanida"
QUANTITIES = ("20", "300")
DISCOUNT = "10+5%"
REASONS = {
    "th": "คู่แข่งเสนอราคาต่ำกว่า ลูกค้าสั่งซื้อประจำ",
    "en": "A competitor offered less; a regular customer",
}


class QuotationWalk(Steps):
    """The steps of the main job."""

    paper: QuotationRow | None = None

    def go(self) -> tuple[Path, ...]:
        driver = self.driver
        self.picture("sign-in")
        driver.enter(OFFICER)
        self.picture("today")
        self.find_customer()
        self.quote()
        self.submit()
        self.answer()
        return (self.issue(),)

    def find_customer(self) -> None:
        """The search box answers while the officer types."""
        driver = self.driver
        driver.press("F3")
        driver.write(CUSTOMER)
        self.picture("search")
        driver.press("Return")
        self.picture("customer")

    def quote(self) -> None:
        """Two lines: the first is the officer's own, the second's discount is not."""
        driver, before = self.driver, self._latest()
        driver.press("F2")
        for code, quantity in zip(self.codes(), QUANTITIES, strict=True):
            driver.write(code)
            driver.press("Return")
            driver.write(quantity)
            driver.press("Return", "Return")
            if quantity == QUANTITIES[-1]:
                driver.write(DISCOUNT)
            driver.press("Return")
            self.picture("own" if quantity == QUANTITIES[0] else "superior")
        with driver.held("F7"):
            self.picture("reasons")
        driver.press("Ctrl+S")
        driver.until(lambda: self._latest() != before, "save")

    def submit(self) -> None:
        """The reason is compulsory for what the superior decides."""
        driver = self.driver
        driver.press("Ctrl+Return")
        driver.write(REASONS[self.language])
        self.picture("reason")
        driver.press("Ctrl+Return")
        self._until_state("waiting")
        self.picture("waiting")

    def answer(self) -> None:
        """The supervisor takes over the PC and approves with one key."""
        driver = self.driver
        driver.enter(SUPERVISOR)
        driver.main.open_record("request", self._request_id())
        driver.rest()
        self.picture("queue")
        driver.press("A")
        self._until_state("ready")
        self.picture("answered")

    def issue(self) -> Path:
        """The officer issues, sees the paper and saves it as a PDF."""
        driver = self.driver
        driver.enter(OFFICER)
        driver.press("Alt+1")
        self.picture("answer-on-today")
        assert self.paper is not None
        driver.main.open_record("quotation", self.paper.id)
        driver.rest()
        driver.press("Ctrl+Return")
        self._until_state("issued")
        return self.take_paper("paper")

    def _latest(self) -> QuotationRow | None:
        page = self.desk.read(quotation_page, ListQuery(sort="id", descending=True, limit=1))
        self.paper = page.rows[0] if page.rows else None
        return self.paper

    def _row(self) -> QuotationRow:
        assert self.paper is not None
        wanted, wanted_id = ListQuery(sort="id", descending=True, limit=50), self.paper.id
        rows = self.desk.read(quotation_page, wanted).rows
        return next(row for row in rows if row.id == wanted_id)

    def _until_state(self, state: str) -> None:
        name = sentence(STATES.state_code(state), self.language)
        self.driver.until(lambda: self._row().state == state, name)

    def _request_id(self) -> int:
        """The request that the supervisor finds in the queue for this paper."""
        assert self.paper is not None
        rows = self.desk.read(queue_page, limit=200).rows
        return next(row.id for row in rows if row.document_id == self.paper.id)
