"""A special order that its customer refuses, and whose deposit is forfeited under authority.

Made to a specification that the customer signs, quoted, paid ahead, inspected, and not collected.
"""

from base64 import b64decode
from pathlib import Path
from random import Random

from crm_desktop.demo.drawing import drawing
from crm_desktop.services.deposits.deposit_lists import Deposit, deposit
from ui.walk.steps import CASHIER, OFFICER, RECEIVING, SALES, Steps

WORDS = {
    "th": {
        "goods": "บานประตูไม้สัก สั่งทำ",
        "unit": "บาน",
        "specification": "ไม้สักทอง เซาะร่องตามแบบ เคลือบด้าน",
        "measurements": "90 × 210 ซม. หนา 3.5 ซม.",
        "signer": "ลูกค้า",
        "supplier": "โรงไม้สักทอง",
        "told": "ของมาแล้ว ตรงตามสเปก นัดมารับ",
        "refused": "ลูกค้าเปลี่ยนใจ ไม่มารับของ",
        "term": "ข้อ 2 สินค้าสั่งพิเศษไม่รับคืน ไม่คืนเงินมัดจำ",
        "reason": "ของทำเสร็จตามสเปกที่ลูกค้าลงชื่อ ขายให้ผู้อื่นไม่ได้",
    },
    "en": {
        "goods": "Teak door leaf, made to order",
        "unit": "leaf",
        "specification": "Teak, grooved after the drawing, matt finish",
        "measurements": "90 × 210 cm, 3.5 cm thick",
        "signer": "The customer",
        "supplier": "Golden Teak Works",
        "told": "Here and as specified; comes to collect",
        "refused": "Changed their mind and does not collect",
        "term": "Term 2: special orders are not returned, the deposit is not refunded",
        "reason": "Made as signed for; cannot be sold to anybody else",
    },
}
PRICE, COST, LEAD_DAYS = "28500", "17800", "10"


class SpecialOrderWalk(Steps):
    """Half is paid before anybody makes it; what becomes of it is a superior's decision."""

    paper = money = 0

    def go(self) -> tuple[Path, ...]:
        self.words = WORDS[self.language]
        self.driver.enter(OFFICER)
        self.specify()
        self.sign_specification()
        self.quote()
        papers = [self.confirm()]
        self.money = self.ask_deposit(self.paper)
        papers.append(self.pay())
        papers.append(self.request(self.paper))
        self.buy()
        self.arrive()
        self.refuse()
        self.forfeit()
        return tuple(papers)

    @property
    def reference(self) -> str:
        """What the special order is called now."""
        return self.shown(self.paper).reference

    # What is to be made -----------------------------------------------------------------------

    def specify(self) -> None:
        """Words, measurements and a drawing."""
        driver, before = self.driver, self.newest("SP")
        self.begin("new.special_order")
        for key in ("measurements", "specification"):
            self.fill(f"facts.{key}", self.words[key], back=True)
        self.to(self.fields["lines"])
        self.press("line.text")
        for text in (self.words["goods"], "1", self.words["unit"], PRICE):
            driver.write(text)
            driver.press("Return")
        driver.press("Ctrl+S")
        driver.until(lambda: self.newest("SP") != before, "save")
        self.paper = self.newest("SP")
        self.picture("specification")
        self.attach()

    def attach(self) -> None:
        """The drawing is dropped on the paper's files."""
        driver, file = self.driver, self.driver.out / "drawing.png"
        file.write_bytes(b64decode(drawing(Random(1))))
        self.press("order.attach")
        self.choose("use", "drawing")
        driver.drop(self.panel, file)
        self.picture("drawing")
        driver.press("Esc")

    def sign_specification(self) -> None:
        """The customer signs on the screen for exactly these words."""
        driver = self.driver
        self.press("order.sign")
        self.fill("signer", self.words["signer"])
        self.sign()
        self.picture("signature")
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "signed")

    def quote(self) -> None:
        """Sales asks the supplier and writes what it costs and how long it takes."""
        driver = self.driver
        driver.enter(SALES)
        self.find(self.reference)
        self.press("order.quote")
        self.fill("supplier", self.words["supplier"])
        self.fill("reference", "Q-3003")
        self.fill("cost", COST)
        self.fill("lead_days", LEAD_DAYS)
        self.picture("suppliers-offer")
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "quoted")

    def confirm(self) -> Path:
        """Nobody orders specially on their own: a superior is asked."""
        driver = self.driver
        driver.enter(OFFICER)
        self.find(self.reference)
        self.ask_superior(self.paper)
        self.agree(self.paper, "special-asked")
        driver.enter(OFFICER)
        self.find(self.reference)
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "confirmed")
        return self.take_paper("special-paper")

    # Paid, bought, here -----------------------------------------------------------------------

    def pay(self) -> Path:
        """In cash: the till says what to give back."""
        driver = self.driver
        driver.enter(CASHIER)
        self.find(self._deposit().reference)
        self.press("deposit.receive")
        self.fill("tendered", "15000")
        self.picture("cash")
        driver.press("Ctrl+S")
        driver.until(lambda: self._deposit().state == "held", "deposit")
        return self.take_receipt(self.money)

    def _deposit(self) -> Deposit:
        return self.desk.read(deposit, self.money)

    def buy(self) -> None:
        """Sales acknowledges and confirms from the paper itself."""
        driver = self.driver
        driver.enter(SALES)
        self.find(self.shown(self.asked).reference)
        self.press("order.acknowledge")
        self.until_state(self.asked, "acknowledged")
        self.press("order.confirm")
        self.fill("on", f"+{LEAD_DAYS}")
        driver.press("Ctrl+Return")
        self.until_state(self.asked, "confirmed")

    def arrive(self) -> None:
        """Received, then held against what was signed."""
        driver = self.driver
        driver.enter(RECEIVING)
        self.find(self.shown(self.asked).reference)
        self.press("order.receive")
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "arrived")
        driver.press("Alt+1")
        self.on_line("today_inspect", self.paper)
        self.picture("receiving-today")
        driver.press("Return")
        driver.rest()
        self.press("order.inspect")
        self.choose("agrees", "agrees")
        self.picture("inspection")
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "inspected")

    # Not collected ----------------------------------------------------------------------------

    def refuse(self) -> None:
        """Told, waited for, refused."""
        driver = self.driver
        driver.enter(OFFICER)
        self.find(self.reference)
        self.press("order.tell")
        self.fill("words", self.words["told"])
        driver.press("Ctrl+Return")
        driver.rest()
        self.press("order.refuse")
        self.fill("reason", self.words["refused"])
        self.picture("refused")
        driver.press("Ctrl+Return")
        self.until_state(self.paper, "refused")

    def forfeit(self) -> None:
        """The term that was signed is cited; a superior decides; the ledger keeps all of it."""
        driver = self.driver
        self.find(self._deposit().reference)
        self.press("deposit.forfeit")
        self.fill("term", self.words["term"])
        self.fill("reason", self.words["reason"])
        self.picture("forfeit")
        driver.press("Ctrl+S")
        driver.until(lambda: bool(self._deposit().claims), "forfeit")
        self.agree(self.money, "forfeit-asked")
        driver.until(lambda: self._deposit().state == "forfeited", "forfeit")
        driver.enter(OFFICER)
        self.find(self._deposit().reference)
        self.picture("forfeited")

    def asked_of(self, document_id: int) -> str:
        if document_id != self.money:
            return super().asked_of(document_id)
        return self._deposit().claims[-1].answerer
