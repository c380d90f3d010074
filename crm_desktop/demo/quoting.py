"""The life of one demo quotation, from the first line typed to the customer's last word."""

from collections.abc import Generator, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from crm_desktop.demo.clients import Client
from crm_desktop.demo.stage import Stage, words
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services.approvals import AnswerRequest, MarkSeen
from crm_desktop.services.contents import Content, LineInput
from crm_desktop.services.product_values import Goods
from crm_desktop.services.quotation_life import CancelQuotation, FollowQuotation
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

    `answer` None leaves a request waiting, `hold` an approved paper ready, `draft` a draft; `wait`
    are minutes until the next act, whatever the hour.
    """

    def __init__(
        self,
        stage: Stage,
        luck: Random,
        client: Client,
        products: tuple[Goods, ...],
        plan: dict[str, Any],
        end: datetime,
    ) -> None:
        self.stage = stage
        self.luck = luck
        self.client = client
        self.products = products
        self.plan = plan
        self.end = end
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
            if "answer" in self.plan and self.plan["answer"] is None:
                return False
            yield self._later(minutes=self.plan.get("wait", self.luck.randint(4, 180)))
            state = self._answer(outcome.id)
        if state not in ("returned", "rejected"):
            return True
        if state == "returned" and "answer" not in self.plan and self.luck.random() < 0.6:
            return (yield from self._again(outcome.id))
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
        verdict = self.plan.get("answer") or self._verdict()
        note = self.luck.choice(self.words["notes_approved"])
        if verdict != "approve":
            note = self.luck.choice(self.words[f"notes_{verdict}ed"])
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
        """Heard of, haggled over, revised perhaps, then won, lost, or left to run out."""
        for event in ("confirm_receipt", "negotiate"):
            if self.luck.random() < 0.75:
                yield self._later(days=self.luck.randint(1, 3))
                if not self._follow(paper, event):
                    return
        if self.luck.random() < 0.12:
            yield self._later(days=1)
            paper = yield from self._revised(paper)
        fate = self.luck.choices(("accept", "lose", None), (52, 26, 22))[0]
        if fate is not None:
            yield self._later(days=self.luck.randint(1, 18))
            self._follow(paper, fate)

    def _follow(self, paper: int, event: str) -> bool:
        """False where the paper has run out or needs approval again meanwhile."""
        row = self._row(paper)
        if row["state"] not in OPEN_STATES:
            return False
        if row["state"] == "negotiating" and event in ("confirm_receipt", "negotiate"):
            return True
        if row["valid_until"] < self.stage.moment.date().isoformat():
            return False
        reason = self.luck.choice(self.words["reasons_lost"]) if event == "lose" else ""
        following = self.stage.moment.date() + timedelta(days=self.luck.randint(2, 9))
        self._do(FollowQuotation(row["id"], row["version"], event, reason, following))
        return True

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
            valid_days=choice((7, 15, 30, 30)),
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
