"""What every walk does: take turns, find papers, type into fields, answer, keep papers."""

from collections.abc import Mapping
from math import cos, sin
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox

from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import sentence
from crm_desktop.services.authority.approval_queue import queue_page, request_card
from crm_desktop.services.deposits.deposit_lists import deposit
from crm_desktop.services.orders.order_lists import Order, order, order_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.products.product_values import ProductRow
from crm_desktop.services.products.products import product_page
from ui.actions import ACTIONS
from ui.approvals.words import KEYS
from ui.driver import Driver
from ui.forms.fields import Field
from ui.orders.signature import SignatureField
from ui.screen import Screen

OFFICER, CASHIER, SALES, RECEIVING = "somchai", "sunee", "narong", "bunmee"
CUSTOMER = "สม"
MOST_LINES = 200
REASONS = {"th": "ลูกค้ารอของ มัดจำครบตามที่ตกลง", "en": "The customer waits; deposit as agreed"}
HAND = tuple(
    (0.1 + 0.011 * step, 0.5 + 0.3 * sin(step / 3.1) * cos(step / 11)) for step in range(70)
)
"""A signature, in shares of the field it is drawn in."""


class Steps:
    """One whole job; each step leaves a picture."""

    asked = 0

    def __init__(self, driver: Driver, language: str) -> None:
        self.driver, self.desk, self.language = driver, driver.desk, language

    def go(self) -> tuple[Path, ...]:
        """All steps; answers the paths of the papers that were saved."""
        raise NotImplementedError

    # Looking ----------------------------------------------------------------------------------

    def picture(self, name: str) -> None:
        """Keep what the window looks like now."""
        self.driver.picture(f"{len(self.driver.pictures) + 1:02d}-{name}")

    def shown(self, paper_id: int) -> Order:
        """An order as the person at the desk reads it."""
        return self.desk.read(order, paper_id)

    def newest(self, kind: str) -> int:
        """The order of a kind that was begun last; 0 before there is one."""
        wanted = ListQuery(sort="id", descending=True, limit=1, filters={"kind": kind})
        return next((row.id for row in self.desk.read(order_page, wanted).rows), 0)

    def until_state(self, paper_id: int, *states: str) -> None:
        """Wait until the order has come so far."""
        states_of = KINDS[self.shown(paper_id).kind].states
        step = sentence(states_of.state_code(states[0]), self.language)
        self.driver.until(lambda: self.shown(paper_id).state in states, step)
        self.driver.rest()

    def codes(self) -> tuple[str, str]:
        """Codes of two goods that are not dear."""
        rows = self._goods()
        return rows[0].code, rows[-1].code

    def goods_for(self, baht: int) -> tuple[str, str]:
        """The code of such goods, and how many come to about so much."""
        row = self._goods()[-1]
        assert row.price is not None
        return row.code, str(int(baht // row.price.baht))

    def _goods(self) -> list[ProductRow]:
        rows = self.desk.read(product_page, ListQuery(sort="code", limit=200)).rows
        return [row for row in rows if row.price and row.price.baht < 500]

    # Keys -------------------------------------------------------------------------------------

    def press(self, action: str) -> None:
        """The first key of an action."""
        self.driver.press(ACTIONS[action].keys[0])

    def find(self, reference: str) -> None:
        """Open a paper by its number in the search box."""
        driver = self.driver
        driver.press("F3", "Ctrl+A")
        driver.write(reference)
        driver.press("Return")
        driver.rest()

    @property
    def panel(self) -> Any:
        """The panel that asks in the paper in view."""
        screen: Any = self.driver.main.middle.current()
        return screen.panel

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields of the panel or form that asks now."""
        screen: Any = self.driver.main.middle.current()
        part = getattr(screen, "page", None)
        page: Any = part if isinstance(part, Screen) else screen
        asking: Any = getattr(page, "panel", None)
        form: Any = asking if isinstance(getattr(asking, "fields", None), dict) else page.form
        found: Mapping[str, Field] = form.fields
        return found

    def fill(self, key: str, text: str, *, back: bool = False) -> None:
        """Tab to a field, or `back` to one above, and type over what stands there."""
        self.driver.tab_to(self.fields[key].widget, back=back)
        self.driver.press("Ctrl+A")
        self.driver.write(text)

    def choose(self, key: str, value: object) -> None:
        """Tab to a choice and go to one of its values with the arrow."""
        field = self.fields[key]
        self.to(field)
        combo = field.widget
        assert isinstance(combo, QComboBox)
        self.driver.press("Home")
        for _ in range(combo.count()):
            if field.raw() == value:
                return
            self.driver.press("Down")

    def tick(self, key: str) -> None:
        """Tab to a box and tick it, or take the tick away."""
        self.to(self.fields[key])
        self.driver.press("Space")

    def to(self, field: Field) -> None:
        """Tab until the cursor is in a field."""
        self.driver.tab_to(field.widget)

    def sign(self, key: str = "signature_png") -> None:
        """Draw a signature, the one thing for which there are no keys."""
        field = self.fields[key]
        assert isinstance(field, SignatureField)
        self.driver.draw(field.pad, HAND)

    def on_line(self, section: str, record_id: int) -> None:
        """Go down on Today to the line of a record."""
        lines = self.driver.main.middle.current().lines  # type: ignore[union-attr]
        for _ in range(MOST_LINES):
            line = lines.current()
            if (line.section, line.record_id) == (section, record_id):
                return
            self.driver.press("Down")

    # Turns ------------------------------------------------------------------------------------

    def begin(self, action: str) -> None:
        """Find a customer and begin a paper for them."""
        driver = self.driver
        driver.press("F3")
        driver.write(CUSTOMER)
        driver.press("Return")
        self.press(action)

    def ask_superior(self, paper_id: int) -> None:
        """Say why, and put the paper to whoever decides."""
        self.driver.press("Ctrl+Return")
        self.fill("reason", REASONS[self.language])
        self.driver.press("Ctrl+Return")
        self.until_state(paper_id, "waiting")

    def agree(self, document_id: int, picture: str) -> None:
        """Whoever is asked takes over the PC and agrees with one key."""
        driver = self.driver
        driver.enter(self._answerer(document_id))
        rows = self.desk.read(queue_page, limit=200).rows
        request = next(row.id for row in rows if row.document_id == document_id)
        driver.main.open_record("request", request)
        driver.rest()
        self.picture(picture)
        verdicts = self.desk.read(request_card, request).verdicts
        self.press(KEYS[next(each for each in verdicts if each in ("approve", "advise_for"))])
        driver.rest()

    def _answerer(self, document_id: int) -> str:
        asked = self.asked_of(document_id)
        people = self.desk.demo_people()
        return next(each.username for each in people if asked in (each.name, each.name_en))

    def asked_of(self, document_id: int) -> str:
        """The name of whom the open request of a paper waits for."""
        request = self.shown(document_id).request
        assert request is not None
        return request.answerer

    def ask_deposit(self, paper_id: int) -> int:
        """What the paper requires is offered; one key tells the cashier. The deposit's id."""
        self.find(self.shown(paper_id).reference)
        self.press("order.deposit")
        self.driver.press("Ctrl+Return")
        self.driver.until(lambda: bool(self._deposits(paper_id)), "deposit")
        self.picture("deposit-asked")
        return self._deposits(paper_id)[0]

    def _deposits(self, paper_id: int) -> list[int]:
        stands = self.shown(paper_id).deposits
        return [row.id for row in stands.rows] if stands else []

    def request(self, paper_id: int) -> Path:
        """What is short goes to Sales, once a superior has agreed; `asked` is the request."""
        driver = self.driver
        driver.enter(OFFICER)
        self.find(self.shown(paper_id).reference)
        self.press("order.request")
        self.picture("request")
        before = self.newest("PR")
        driver.press("Ctrl+Return")
        driver.until(lambda: self.newest("PR") != before, "save")
        self.asked = self.newest("PR")
        driver.rest()
        self.ask_superior(self.asked)
        self.agree(self.asked, "request-asked")
        driver.enter(OFFICER)
        self.find(self.shown(self.asked).reference)
        driver.press("Ctrl+Return")
        self.until_state(self.asked, "issued")
        return self.take_paper("request-paper")

    def take_receipt(self, money: int) -> Path:
        """The deposit with its ledger, and the receipt that the customer gets."""
        reference = self.desk.read(deposit, money).reference
        self.find(reference)
        self.picture("deposit-held")
        self.press("list.preview")
        return self.take_paper("deposit-receipt")

    def take_paper(self, picture: str) -> Path:
        """What the preview shows, as a picture and as a PDF."""
        self.picture(picture)
        return self.save_paper()

    def save_paper(self) -> Path:
        """Save the paper in the preview as a PDF, under the name that it bears."""
        driver, before = self.driver, set(self.driver.out.glob("*.pdf"))
        self.press("document.pdf")
        driver.accept_dialog()
        fresh: list[Path] = []

        def written() -> bool:
            fresh[:] = set(driver.out.glob("*.pdf")) - before
            return any(path.stat().st_size for path in fresh)

        driver.until(written, "PDF")
        driver.rest()
        return fresh[0]
