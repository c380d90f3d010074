"""What every demo order does: it is confirmed, its goods are bought, told of and handed over."""

from collections.abc import Generator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from crm_desktop.demo.acting import Agreed, Life
from crm_desktop.demo.drawing import signature
from crm_desktop.demo.paying import Payer
from crm_desktop.demo.stage import workday
from crm_desktop.domain.errors import Refused
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders.deliveries import DeliverGoods
from crm_desktop.services.orders.orders import CancelOrder, IssueOrder, SubmitOrder
from crm_desktop.services.orders.promises import TellCustomer
from crm_desktop.services.orders.purchasing import AnswerPurchase, RequestPurchase
from crm_desktop.services.orders.receiving import ReceivedLine, ReceiveGoods
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.submitting import Saved

UNNUMBERED = ("ready", "waiting")
MOST_GOODS = 3
CHANNELS = ("phone", "phone", "line", "counter")
Bought = Generator[datetime, None, int | None]


class Order(Payer):
    """An order of any kind; `late` in its plan are days that the supplier is behind."""

    def _content(self, **values: Any) -> Content:
        baht, choice = self.plan["baht"], self.luck.choice
        given = {
            "lines": self._lines(MOST_GOODS, listed=True),
            "project": choice(self.words["projects"]) if baht > 40_000 else "",
            "delivery_terms": choice(self.words["delivery_terms"]),
            "payment_terms": choice(self.words["payment_terms"]),
            "remarks": choice(self.words["remarks"]),
            "document_discount": self.plan.get("discount", ""),
        }
        return Content(self.client.id, contact=self.client.contact, **{**given, **values})

    def _fate(self, otherwise: str, chance: float) -> str:
        """What the plan says becomes of it; now and then `otherwise` where it says nothing."""
        if "fate" in self.plan:
            return str(self.plan["fate"])
        return otherwise if self.luck.random() < chance else ""

    # ------------------------------------------------------------ confirmed, or given up

    def _confirmed(self, saved: Saved) -> Agreed:
        """Whether the paper got its number in the end."""
        plea = Plea(self.luck.choice(self.said["reasons"]))
        state = self._do(SubmitOrder(saved.id, saved.version, plea, issue=True)).state
        while state == "waiting":
            if self._stops("asked_superior"):
                return False
            yield self._some(6, 150)
            state = self._answer(saved.id)
        yield self._some(3, 40)
        row = self._row(saved.id)
        if state in ("returned", "rejected"):
            self._mark_seen(saved.id)
            self._do(CancelOrder(saved.id, row["version"], "ลูกค้าไม่รอ"))
            return False
        if self._stops("ready"):
            return False
        if row["state"] in UNNUMBERED:
            self._do(IssueOrder(saved.id, row["version"], "ลูกค้ายืนยัน"))
        return self._row(saved.id)["number"] is not None

    def _verdict(self) -> str:
        kind = "stop" in self.plan or self.luck.random() < 0.94
        return "approve" if kind else "return"

    def _cancelled(self, paper: int) -> Agreed:
        """Whether the superiors let the customer off."""
        reason = self.luck.choice(self.said["cancelled"])
        self._do(CancelOrder(paper, self._row(paper)["version"], reason))
        yield from self._agrees(paper)
        return bool(self._row(paper)["state"] == "cancelled")

    # ------------------------------------------------------------ bought

    def _bought(self, paper: int) -> Bought:
        """Asked of Sales and confirmed by the supplier: the purchase request, if it came so far."""
        version, said = self._row(paper)["version"], self.said
        supplier, note = (
            self.luck.choice(said["suppliers"]),
            self.luck.choice(said["purchase_notes"]),
        )
        command = RequestPurchase(paper, version, supplier=supplier, note=note)
        try:
            request = self._do(command)
        except Refused as refusal:
            if refusal.code != "nothing_to_request":
                raise
            return None  # goods that another did not want were set aside for this order meanwhile
        if not (yield from self._confirmed(request)) or self._stops("requested"):
            return None
        yield self._some(15, 220)
        self._answered(request.id, "acknowledge")
        if self._stops("acknowledged"):
            return None
        yield self._soon(days=1, minutes=self.luck.randint(0, 60))
        self._answered(request.id, "confirm", self._in_days(self.luck.randint(3, 9)))
        return int(request.id)

    def _answered(self, request: int, event: str, on: date | None = None, reason: str = "") -> None:
        reference = f"PO{self._today:%y%m}-{request:04d}" if on else ""
        version = self._row(request)["version"]
        self._as("sales", AnswerPurchase(request, version, event, on, reference, reason))

    def _in_days(self, days: int) -> date:
        days = self.plan.get("lead", days)
        return workday(self._today + timedelta(days=days))

    def _arrived(self, paper: int, request: int) -> Life:
        """On the day, or some days later, which the customer is told; some of it fails."""
        late = self.plan.get("late", self.luck.choice((0, 0, 0, 0, 2, 4, 7)))
        yield self._on_the_day(request)
        if late:
            reason = self.luck.choice(self.said["delays"])
            day = workday(self._today + timedelta(days=late))
            self._answered(request, "confirm", day, reason)
            if self._stops("moved"):
                return
            yield self._some(20, 240)
            self._tell(paper, "promise")
            if self._stops("ordered"):
                return
            yield self._on_the_day(request)
        elif self._stops("ordered"):
            return
        self._receive_goods(request, self.plan.get("rejected", self.luck.random() < 0.25))
        if self._standing(request, "asked", "ordered"):
            yield self._soon(days=self.luck.randint(3, 6))
            self._receive_goods(request, False)

    def _on_the_day(self, request: int) -> datetime:
        day = date.fromisoformat(self._row(request)["promised_on"])
        at = self.stage.moment.replace(year=day.year, month=day.month, day=day.day)
        at = at.replace(hour=self.luck.randint(9, 15), minute=self.luck.randrange(60))
        return max(at, self.stage.moment + timedelta(minutes=20))

    def _receive_goods(self, request: int, fails: bool) -> None:
        """Counted and looked at, line by line; what fails goes back to the supplier."""
        lines: list[ReceivedLine] = []
        for line_id, quantity in self._standing(request, "asked", "ordered").items():
            off = quantity // 10 if fails and not lines else Decimal(0)
            fate = ("return", self.luck.choice(self.said["findings"])) if off else ("", "")
            lines.append(ReceivedLine(line_id, quantity - off, off, *fate))
        self._as(
            "receiving",
            ReceiveGoods(
                request,
                self._row(request)["version"],
                self._today,
                tuple(lines),
                supplier_slip=f"DN{self.luck.randint(10_000, 99_999)}",
                allocate=not self._stops("received"),
            ),
        )

    def _standing(self, paper: int, *stages: str) -> dict[int, Decimal]:
        """How much of each line stands at one of the stages."""
        stage = self.stage.store.t.goods_stage
        rows = stage.select(stage.c.line_id, stage.c.quantity_milli).where(
            stage.c.document_id == paper, stage.c.stage << stages, stage.c.quantity_milli > 0
        )
        found: dict[int, Decimal] = {}
        for line_id, milli in rows.order_by(stage.c.line_id).tuples():
            found[line_id] = found.get(line_id, Decimal(0)) + Decimal(milli).scaleb(-3)
        return found

    # ------------------------------------------------------------ told, handed over

    def _tell(self, paper: int, about: str) -> None:
        channel, heard = self.luck.choice(CHANNELS), self.luck.choice(self.said[f"told_{about}"])
        version = self._row(paper)["version"]
        self._do(TellCustomer(paper, version, about, channel, heard))

    def _handed_over(
        self, paper: int, lines: dict[int, Decimal], by: str = "", receiver: str = ""
    ) -> None:
        """Against a signature; deposits are taken off in proportion."""
        command = DeliverGoods(
            paper,
            self._row(paper)["version"],
            self._today,
            tuple(lines.items()),
            receiver or self.luck.choice(self.said["receivers"]),
            signature_png=signature(self.luck),
            acknowledged=True,
        )
        if by:
            self._as(by, command)
        else:
            self._do(command)

    def _shares(self, lines: dict[int, Decimal]) -> tuple[dict[int, Decimal], dict[int, Decimal]]:
        """What a first load takes and what comes after it."""
        ids = list(lines)
        cut = max(1, len(ids) // 2)
        if len(ids) > 1:
            return {each: lines[each] for each in ids[:cut]}, {
                each: lines[each] for each in ids[cut:]
            }
        half = (lines[ids[0]] / 2).to_integral_value()
        if not half:
            return lines, {}
        return {ids[0]: half}, {ids[0]: lines[ids[0]] - half}
