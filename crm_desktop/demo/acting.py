"""Who plays in the demo: the officer at the desk, and everybody who has a hand in a paper."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from crm_desktop.demo.clients import Client
from crm_desktop.demo.stage import Stage, words
from crm_desktop.domain.errors import WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approvals import AnswerRequest, MarkSeen
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.products.product_values import Goods

MOST_LINES = 7
CREW = {
    "01": {"cashier": "sunee", "sales": "narong", "receiving": "bunmee", "logistics": "kritsada"},
    "02": dict.fromkeys(("sales", "receiving", "logistics"), "chaiya") | {"cashier": "ratree"},
}
ADVICE = {"approve": "advise_for", "reject": "return"}
DECISION = {"advise_for": "approve", "advise_against": "return"}
ROLES = {"credit": "wichai", "director": "thanakorn"}
Life = Iterator[datetime]
Agreed = Generator[datetime, None, bool]


class Player:
    """One customer's business: who wants what, and `plan`, which says how far it is to come.

    `answers` of the plan are given in this order, and then a request is left waiting; `wait` are
    minutes until the next act, whatever the hour.
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

    # ------------------------------------------------------------ acting

    def _do(self, command: Any) -> Any:
        return self.stage.do(self.client.officer, command)

    def _as(self, role: str, command: Any) -> Any:
        """Whoever has this role in the customer's branch acts."""
        username = ROLES.get(role) or CREW[self.client.branch][role]
        return self.stage.do(self.stage.people[username], command)

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

    # ------------------------------------------------------------ asking

    def _request(self, paper: int) -> dict[str, Any]:
        request = self.stage.store.t.request
        rows = request.select().where(request.c.document_id == paper)
        return dict(next(iter(rows.order_by(request.c.id.desc()).limit(1).dicts())))

    def _answer(self, paper: int) -> str:
        """One step's answer by whoever it waits for, and the state it leads to; most are kind."""
        request = self._request(paper)
        person = request["answerer_id"] or self._of_role(request["answerer_role"])
        verdict = self.answers.pop(0) if self.answers else self._verdict()
        note = self.luck.choice(self.words["notes_approved"])
        if verdict != "approve":
            kind = "returned" if verdict == "return" else "rejected"
            note = self.luck.choice(self.words[f"notes_{kind}"])
        if request["level"] == "CONSULT":
            verdict = ADVICE.get(verdict, verdict)
        command = AnswerRequest(request["id"], request["version"], verdict, note)
        try:
            self.stage.do(person, command)
        except WrongState:  # credit turned worse since: it is theirs to decide now
            self.stage.do(person, replace(command, verdict=DECISION[verdict]))
        return str(self._request(paper)["state"])

    def _verdict(self) -> str:
        return self.luck.choices(("approve", "return", "reject"), (85, 10, 5))[0]

    def _of_role(self, role: str) -> int:
        return self.stage.people[ROLES.get(role, "thanakorn")]

    def _mark_seen(self, paper: int) -> None:
        """The officer reads the answer."""
        request = self._request(paper)
        if not request["seen"]:
            self.stage.do(request["requester_id"], MarkSeen(request["id"]))

    # ------------------------------------------------------------ what is typed

    def _lines(self, most: int = MOST_LINES, *, listed: bool = False) -> tuple[LineInput, ...]:
        """Goods whose sums come near the baht of the plan, under a heading where there are many;
        unless only `listed` ones are wanted, some with a fee."""
        count = self.luck.randint(1, most)
        each = Decimal(self.plan["baht"]) / count
        lines = [self._line(good, each) for good in self.luck.sample(self.products, count)]
        if count > 4:
            lines.insert(
                0, LineInput("heading", description=self.luck.choice(self.words["headings"]))
            )
        if not listed and self.luck.random() < 0.15:
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
