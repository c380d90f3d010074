"""The life of one demo quotation, from the first line typed to the customer's last word."""

from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from crm_desktop.demo.clients import Client
from crm_desktop.demo.stage import Stage, words, workday
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services.approvals import AnswerRequest, MarkSeen
from crm_desktop.services.contents import Content, LineInput
from crm_desktop.services.product_values import Goods
from crm_desktop.services.quotation_life import CancelQuotation, FollowQuotation, SetFollowUp
from crm_desktop.services.quotations import (
    IssueQuotation,
    Outcome,
    ReviseQuotation,
    SaveQuotation,
    SubmitQuotation,
)
from crm_desktop.services.requests import Plea

MOST_LINES = 7
Life = Iterator[datetime]
Agreed = Generator[datetime, None, bool]
Revised = Generator[datetime, None, int]


class Quote:
    """One quotation: who wants what, and `plan`, which says how far it is to come.

    `answers` are given in this order, and then the request is left waiting; `hold` leaves an
    approved paper ready, `draft` a draft; `wait` are minutes until the next act, whatever the
    hour; `due` is the day on which the customer is to be asked next.
    """

    def __init__(
        self,
        stage: Stage,
        luck: Random,
        client: Client,
        products: tuple[Goods, ...],
        plan: dict[str, Any],
    ) -> None:
        self.stage = stage
        self.luck = luck
        self.client = client
        self.products = products
        self.plan = plan
        self.answers = list(plan.get("answers", ()))
        self.words = words("customers")

    def life(self) -> Life:
        """Write, submit, be answered, issue, follow up."""
        saved = self._do(SaveQuotation(None, 0, self._content()))
        if self.plan.get("draft"):
            return
        if "wait" not in self.plan and self.luck.random() < 0.04:
            yield self._later(minutes=90)
            self._do(CancelQuotation(saved.id, saved.version, "ลูกค้าไม่รอ"))
            return
        outcome = self._do(self._submission(saved.id, saved.version))
        if (yield from self._agreed(outcome)) and not self.plan.get("hold"):
            yield self._later(minutes=self.luck.randint(1, 20))
            if self._issued(saved.id):
                yield from self._after_issue(saved.id)

    def _agreed(self, outcome: Outcome) -> Agreed:
        """Whether those who were asked, if anybody was, agreed in the end."""
        state = outcome.state
        while state == "waiting":
            if "answers" in self.plan and not self.answers:
                return False
            yield self._later(minutes=self.plan.get("wait", self.luck.randint(4, 180)))
            state = self._answer(outcome.id)
        if state not in ("returned", "rejected"):
            return True
        if "answers" in self.plan:
            return False
        if state == "returned" and self.luck.random() < 0.6:
            return (yield from self._again(outcome.id))
        yield self._later(minutes=self.luck.randint(10, 300))
        self._do(MarkSeen(self._request(outcome.id)["id"]))
        row = self._row(outcome.id)
        self._do(CancelQuotation(row["id"], row["version"], "ลูกค้าไม่รอ"))
        return False

    def _again(self, paper: int) -> Agreed:
        """The officer reads the note and tries with the discount that was asked for."""
        yield self._later(minutes=self.luck.randint(10, 300))
        self._do(MarkSeen(self._request(paper)["id"]))
        self.plan = {**self.plan, "discount": "3%"}
        saved = self._do(SaveQuotation(paper, self._row(paper)["version"], self._content()))
        outcome = self._do(self._submission(paper, saved.version))
        return (yield from self._agreed(outcome))

    def _submission(self, paper: int, version: int) -> SubmitQuotation:
        plea = Plea(
            self.luck.choice(self.words["reasons_asked"]),
            self.luck.choice(self.words["competitors"]),
            bool(self.plan.get("urgent")),
        )
        return SubmitQuotation(paper, version, plea, issue=not self.plan.get("hold"))

    def _answer(self, paper: int) -> str:
        """One step's answer by whoever it waits for; most are kind."""
        request = self._request(paper)
        person = request["answerer_id"] or self._of_role(request["answerer_role"])
        verdict = self.answers.pop(0) if self.answers else self._verdict()
        note = self.luck.choice(self.words["notes_approved"])
        if verdict != "approve":
            kind = "returned" if verdict == "return" else "rejected"
            note = self.luck.choice(self.words[f"notes_{kind}"])
        if request["level"] == "CONSULT" and verdict in ("approve", "reject"):
            verdict = "advise_for" if verdict == "approve" else "return"
        command = AnswerRequest(request["id"], request["version"], verdict, note)
        return self.stage.do(person, command)

    def _verdict(self) -> str:
        return self.luck.choices(("approve", "return", "reject"), (85, 10, 5))[0]

    def _request(self, paper: int) -> dict[str, Any]:
        request = self.stage.store.t.request
        rows = request.select().where(request.c.document_id == paper)
        return dict(next(iter(rows.order_by(request.c.id.desc()).limit(1).dicts())))

    def _of_role(self, role: str) -> int:
        return self.stage.people[{"credit": "wichai"}.get(role, "thanakorn")]

    def _issued(self, paper: int) -> bool:
        """Issues what is not issued yet; False where credit turned bad and it asks again."""
        row = self._row(paper)
        if row["state"] == "issued":
            return True
        outcome = self._do(IssueQuotation(paper, row["version"], "ลูกค้ายืนยันราคา"))
        return bool(outcome.state == "issued")

    def _after_issue(self, paper: int) -> Life:
        """Spoken about on its days, revised perhaps, then won, lost, or left to run out."""
        if "due" in self.plan:
            yield from self._due(paper)
            return
        fate = self.luck.choices(("accept", "lose", None), (52, 26, 22))[0]
        for _ in range(self.luck.randint(0, 2)):
            yield self._next_talk(paper)
            if not self._talk(paper):
                return
        if self.luck.random() < 0.12:
            yield self._later(days=1)
            paper = yield from self._revised(paper)
        while fate is None and self._row(paper)["follow_up_on"]:
            yield self._next_talk(paper)
            if not self._talk(paper):
                return
        if fate is not None:
            yield self._next_talk(paper)
            self._decide(paper, fate)

    def _due(self, paper: int) -> Life:
        """Spoken about once or twice perhaps, and on which day it is to be done again."""
        row, due = self._row(paper), self.plan["due"]
        self._do(SetFollowUp(row["id"], row["version"], due))
        for _ in range(self.luck.randint(0, 2)):
            yield self._later(days=1)
            self._talk(paper, due)

    def _next_talk(self, paper: int) -> datetime:
        """In the office hours of the day that stands on the paper, or some day soon."""
        on = self._row(paper)["follow_up_on"]
        day = self.stage.moment.date() + timedelta(days=self.luck.randint(1, 5))
        day = workday(date.fromisoformat(on) if on else day)
        hour, minute = self.luck.randint(9, 16), self.luck.randrange(60)
        at = datetime.combine(day, time(hour, minute), self.stage.moment.tzinfo)
        return max(at, self.stage.moment + timedelta(minutes=10))

    def _talk(self, paper: int, on: date | None = None) -> bool:
        """The officer hears how it stands and sets the next day; False once the paper is shut."""
        row = self._row(paper)
        if row["state"] not in OPEN_STATES:
            return False
        day = self.stage.moment.date() + timedelta(days=self.luck.randint(2, 9))
        on = on or workday(day)
        event = {"issued": "confirm_receipt", "received": "negotiate"}.get(row["state"])
        if event:
            self._do(FollowQuotation(row["id"], row["version"], event, follow_up_on=on))
        else:
            self._do(
                SetFollowUp(row["id"], row["version"], on, self.luck.choice(self.words["heard"]))
            )
        return True

    def _decide(self, paper: int, fate: str) -> None:
        """The customer's last word, where the offer still holds."""
        row = self._row(paper)
        today = self.stage.moment.date().isoformat()
        if row["state"] in OPEN_STATES and row["valid_until"] >= today:
            reason = self.luck.choice(self.words["reasons_lost"]) if fate == "lose" else ""
            self._do(FollowQuotation(row["id"], row["version"], fate, reason))

    def _revised(self, paper: int) -> Revised:
        """R2 with fewer goods; the paper that goes on is the one that is issued."""
        if self._row(paper)["state"] not in OPEN_STATES:
            return paper
        saved = self._do(ReviseQuotation(paper))
        self.plan = {**self.plan, "baht": self.plan["baht"] // 2, "discount": "3%"}
        saved = self._do(SaveQuotation(saved.id, saved.version, self._content()))
        outcome = self._do(self._submission(saved.id, saved.version))
        agreed = yield from self._agreed(outcome)
        return saved.id if agreed and self._issued(saved.id) else paper

    def _do(self, command: Any) -> Any:
        return self.stage.do(self.client.officer, command)

    def _row(self, paper: int) -> dict[str, Any]:
        document = self.stage.store.t.document
        return dict(next(iter(document.select().where(document.c.id == paper).dicts())))

    def _later(self, *, minutes: int = 0, days: int = 0) -> datetime:
        """Some time on, in the hours when somebody is there."""
        at = self.stage.moment + timedelta(days=days, minutes=minutes)
        if "wait" in self.plan:
            return at
        if at.hour >= 17 or at.weekday() == 6:
            at = (at + timedelta(days=1)).replace(hour=9, minute=self.luck.randrange(60))
        return at

    # ------------------------------------------------------------ what is typed

    def _content(self) -> Content:
        choice = self.luck.choice
        return Content(
            customer_id=self.client.id,
            lines=self._lines(),
            contact=self.client.contact,
            project=choice(self.words["projects"]) if self.plan["baht"] > 40_000 else "",
            valid_days=30 if "due" in self.plan else choice((7, 15, 30, 30)),
            delivery_terms=choice(self.words["delivery_terms"]),
            payment_terms=choice(self.words["payment_terms"]),
            remarks=choice(self.words["remarks"]),
            document_discount=self.plan["discount"],
        )

    def _lines(self) -> tuple[LineInput, ...]:
        """Goods whose sums come near the baht of the plan, under a heading where there are many."""
        count = self.luck.randint(1, MOST_LINES)
        each = Decimal(self.plan["baht"]) / count
        lines = [self._line(good, each) for good in self.luck.sample(self.products, count)]
        if count > 4:
            lines.insert(
                0, LineInput("heading", description=self.luck.choice(self.words["headings"]))
            )
        if self.luck.random() < 0.15:
            text = self.luck.choice(self.words["unlisted"])
            fee = Money.of(self.luck.choice((300, 500, 1200)))
            lines.append(LineInput("text", description=text, unit="งาน", unit_price=fee))
        return tuple(lines)

    def _line(self, good: Goods, baht: Decimal) -> LineInput:
        day = self.stage.moment.date()
        one = good.price(self.client.level, good.unit, Decimal(1), day)
        assert one is not None
        quantity = max(Decimal(1), (baht / one.baht).to_integral_value())
        price = good.price(self.client.level, good.unit, quantity, day)
        assert price is not None
        return LineInput(
            product_id=good.id,
            code=good.code,
            description=good.name,
            quantity=quantity,
            unit=good.unit,
            unit_price=price,
        )
