"""A back order with its deposit, from the customer's first word to goods in hand.

Officer, superior, cashier, superior again, Sales, receiving and the officer take turns at one PC.
"""

from pathlib import Path

from crm_desktop.services.deposits.deposit_lists import deposit
from ui.walk.steps import CASHIER, OFFICER, RECEIVING, SALES, Steps

BAHT = 40_000
TOLD = {"th": "ของมาครบแล้ว ลูกค้าจะมารับวันนี้", "en": "All is here; the customer comes today"}
RECEIVER = {"th": "ลูกค้ารับเอง", "en": "The customer"}
ARRIVES = "+3"


class BackOrderWalk(Steps):
    """Thirty per cent are paid before anybody buys; the rest is due when goods are handed over."""

    paper = 0

    def go(self) -> tuple[Path, ...]:
        self.driver.enter(OFFICER)
        papers = [self.order()]
        money = self.ask_deposit(self.paper)
        papers.append(self.receive_money(money))
        papers.append(self.request(self.paper))
        self.buy()
        self.receive_goods()
        self.tell()
        papers.append(self.hand_over())
        return tuple(papers)

    @property
    def reference(self) -> str:
        """What the back order is called now."""
        return self.shown(self.paper).reference

    # The order and its deposit ----------------------------------------------------------------

    def order(self) -> Path:
        """So much goods ask for advice; then the officer confirms them in the own name."""
        driver, before = self.driver, self.newest("BO")
        self.begin("new.back_order")
        code, quantity = self.goods_for(BAHT)
        driver.write(code)
        driver.press("Return")
        driver.write(quantity)
        driver.press("Return", "Return", "Return")
        self.picture("back-order")
        driver.press("Ctrl+S")
        driver.until(lambda: self.newest("BO") != before, "save")
        self.paper = self.newest("BO")
        self.ask_superior(self.paper)
        self.agree(self.paper, "back-order-asked")
        driver.enter(OFFICER)
        self.find(self.reference)
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "confirmed")
        return self.take_paper("back-order-paper")

    def receive_money(self, money: int) -> Path:
        """The cashier begins from Today; the QR names the sum, a person says that it came."""
        driver = self.driver
        driver.enter(CASHIER)
        driver.press("Alt+1")
        self.on_line("today_deposits", money)
        self.picture("cashier-today")
        self.press("task.done")
        self.choose("method", "promptpay")
        self.picture("promptpay")
        self.tick("confirmed")
        driver.press("Ctrl+S")
        driver.until(lambda: self.desk.read(deposit, money).state == "held", "deposit")
        return self.take_receipt(money)

    # Buying -----------------------------------------------------------------------------------

    def buy(self) -> None:
        """Sales takes the request up with one key and writes the supplier's day."""
        driver = self.driver
        driver.enter(SALES)
        driver.press("Alt+1")
        self.on_line("today_purchases", self.asked)
        self.picture("sales-today")
        self.press("task.done")
        self.until_state(self.asked, "acknowledged")
        self.on_line("today_undated", self.asked)
        self.press("task.done")
        self.fill("on", ARRIVES)
        self.fill("reference", "PO-1001")
        self.picture("suppliers-day")
        driver.press("Ctrl+S")
        self.until_state(self.asked, "confirmed")

    def receive_goods(self) -> None:
        """Counted and inspected; what is good is given out to who ordered first."""
        driver = self.driver
        driver.enter(RECEIVING)
        self.find(self.shown(self.asked).reference)
        self.press("order.receive")
        self.fill("supplier_slip", "DN-2002")
        self.tick("allocate")
        self.picture("receiving")
        driver.press("Ctrl+Return")
        self.until_state(self.asked, "received")
        driver.press("Alt+1")
        self.on_line("today_allocate", self.paper)
        self.press("task.done")
        driver.until(lambda: bool(self._kept()), "allocate")
        self.picture("allocated")

    def _kept(self) -> bool:
        return any("allocated" in line.stages for line in self.shown(self.paper).lines)

    # Handing over -----------------------------------------------------------------------------

    def tell(self) -> None:
        """The customer hears it from the officer, who sees it on Today."""
        driver = self.driver
        driver.enter(OFFICER)
        driver.press("Alt+1")
        self.on_line("today_tell", self.paper)
        self.press("task.done")
        self.fill("words", TOLD[self.language])
        self.picture("tell")
        driver.press("Ctrl+S")
        self.until_state(self.paper, "told")

    def hand_over(self) -> Path:
        """Against a signature; the deposit comes off what is to pay."""
        driver = self.driver
        self.find(self.reference)
        self.press("order.deliver")
        self.fill("receiver", RECEIVER[self.language])
        self.sign()
        self.picture("handing-over")
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "delivered")
        return self.take_paper("delivery-slip")
