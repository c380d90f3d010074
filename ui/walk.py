"""`crm walk`: the main job through the real windows, driven by keys, with a picture of each step.

It signs in as an officer, finds a customer, quotes, watches the banner turn from own to superior,
submits, answers as the supervisor, issues, previews and saves the paper.
"""

from pathlib import Path

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.approval_queue import queue_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.products import product_page
from crm_desktop.services.quotation_lists import QuotationRow, quotation_page
from crm_desktop.services.settings import shop
from ui.actions import ACTIONS
from ui.driver import QUIET_MS, Driver, driving

OFFICER, SUPERVISOR = "somchai", "wanida"
CUSTOMER = "สม"
QUANTITIES = ("20", "300")
DISCOUNT = "10+5%"
REASONS = {
    "th": "คู่แข่งเสนอราคาต่ำกว่า ลูกค้าสั่งซื้อประจำ",
    "en": "A competitor offered less; a regular customer",
}


class Walk:
    """The steps of the main job; each leaves a picture."""

    def __init__(self, driver: Driver, language: str) -> None:
        self.driver, self.desk, self.language = driver, driver.desk, language
        self.paper: QuotationRow | None = None

    def go(self) -> Path:
        """All steps; answers the path of the saved paper."""
        driver = self.driver
        self._picture("sign-in")
        driver.enter(OFFICER)
        self._picture("today")
        self.find_customer()
        self.quote()
        self.submit()
        self.answer()
        return self.issue()

    def find_customer(self) -> None:
        """The search box answers while the officer types."""
        driver = self.driver
        driver.press("F3")
        driver.write(CUSTOMER)
        self._picture("search")
        driver.press("Return")
        self._picture("customer")

    def quote(self) -> None:
        """Two lines: the first is the officer's own, the second's discount is not."""
        driver, before = self.driver, self._latest()
        driver.press("F2")
        for code, quantity in zip(self._codes(), QUANTITIES, strict=True):
            driver.write(code)
            driver.press("Return")
            driver.write(quantity)
            driver.press("Return", "Return")
            if quantity == QUANTITIES[-1]:
                driver.write(DISCOUNT)
            driver.press("Return")
            self._picture("own" if quantity == QUANTITIES[0] else "superior")
        with driver.held("F7"):
            self._picture("reasons")
        driver.press("Ctrl+S")
        driver.until(lambda: self._latest() != before, "save")

    def submit(self) -> None:
        """The reason is compulsory for what the superior decides."""
        driver = self.driver
        driver.press("Ctrl+Return")
        driver.write(REASONS[self.language])
        self._picture("reason")
        driver.press("Ctrl+Return")
        self._until_state("waiting")
        self._picture("waiting")

    def answer(self) -> None:
        """The supervisor takes over the PC and approves with one key."""
        driver = self.driver
        driver.enter(SUPERVISOR)
        driver.main.open_record("request", self._request_id())
        driver.rest(1_200)
        self._picture("queue")
        driver.press("A")
        self._until_state("ready")
        self._picture("answered")

    def issue(self) -> Path:
        """The officer issues, sees the paper and saves it as a PDF."""
        driver = self.driver
        driver.enter(OFFICER)
        driver.press("Alt+1")
        self._picture("answer-on-today")
        assert self.paper is not None
        driver.main.open_record("quotation", self.paper.id)
        driver.rest()
        driver.press("Ctrl+Return")
        self._until_state("issued")
        driver.rest(1_500)
        self._picture("paper")
        return self._save()

    def _save(self) -> Path:
        target = self.driver.out / f"{self._row().reference}.pdf"
        self.driver.press(ACTIONS["document.pdf"].keys[0])
        self.driver.press("Ctrl+A")
        self.driver.write(str(target))
        self.driver.press("Return")
        self.driver.until(lambda: target.exists() and target.stat().st_size > 0, "save")
        self.driver.rest()
        return target

    def _picture(self, name: str) -> None:
        self.driver.picture(f"{len(self.driver.pictures) + 1:02d}-{name}")

    def _codes(self) -> tuple[str, str]:
        wanted = ListQuery(sort="code", limit=200)
        rows = self.desk.read(product_page, wanted).rows
        priced = [row for row in rows if row.price and row.price.baht < 500]
        return priced[0].code, priced[-1].code

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


def main(url: str, out: str, language: str, quiet: int = QUIET_MS) -> int:
    """Walks on a demo database and prints where paper and pictures are; the exit status."""
    application = Application.open(url)
    _require_demo(application)
    with driving(application, Path(out), language, quiet=quiet) as driver:
        paper = Walk(driver, language).go()
    application.close()
    for path in (paper, *driver.pictures):
        print(path)
    return 0


def _require_demo(application: Application) -> None:
    """Refuses a real shop's database: the walk writes a quotation that nobody asked for."""
    application.act_as_system()
    demo = application.read(shop).demo
    application.logout()
    if not demo:
        raise Refused("walk_demo_only", database=application.store.name)
