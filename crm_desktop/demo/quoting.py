"""The life of one demo quotation, from the first line typed to the customer's last word."""

from collections.abc import Generator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from crm_desktop.demo.acting import Agreed, Life, Player
from crm_desktop.demo.stage import workday
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.exits import TakeOut
from crm_desktop.services.papers.follow_ups import RecordFollowUp, SetExpected
from crm_desktop.services.papers.quotation_life import CancelQuotation, FollowQuotation, SetFollowUp
from crm_desktop.services.papers.quotations import (
    IssueQuotation,
    Outcome,
    ReviseQuotation,
    SaveQuotation,
    SubmitQuotation,
)

Revised = Generator[datetime, None, int]


class Quote(Player):
    """One quotation; `hold` in its plan leaves an approved paper ready, `draft` a draft.

    `due` is the day on which the customer is to be asked next; `won` hears what was accepted.
    """

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
        self._mark_seen(outcome.id)
        row = self._row(outcome.id)
        self._do(CancelQuotation(row["id"], row["version"], "ลูกค้าไม่รอ"))
        return False

    def _again(self, paper: int) -> Agreed:
        """The officer reads the note and tries with the discount that was asked for."""
        yield self._later(minutes=self.luck.randint(10, 300))
        self._mark_seen(paper)
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

    def _issued(self, paper: int) -> bool:
        """Issues what is not issued yet; False where credit turned bad and it asks again."""
        row = self._row(paper)
        if row["state"] == "issued":
            return True
        outcome = self._do(IssueQuotation(paper, row["version"], "ลูกค้ายืนยันราคา"))
        return bool(outcome.state == "issued")

    def _after_issue(self, paper: int) -> Life:
        """Spoken about on its days, revised perhaps, then won, lost, or left to run out."""
        luck = self.stage.luck(f"sent {paper}")
        ways = luck.choices(("print", "line", "email", "save"), (45, 30, 20, 5))
        self._do(TakeOut(paper, ways[0]))
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
        luck = self.stage.luck(f"talk {paper} {self.stage.moment:%j}")
        how = luck.choices(("phone", "line", "counter", "visit"), (60, 22, 12, 6))[0]
        if row["state"] == "issued":
            who, step = self.client.contact, "confirm_receipt"
            self._do(FollowQuotation(*_at(row), step, "", on, receiver=who, how=how))
        elif row["state"] == "received" and luck.random() < 0.6:
            self._do(FollowQuotation(*_at(row), "negotiate", "", on))
        else:
            self._do(self._followed_up(row, luck, how, on))
        if luck.random() < 0.25:
            day = self.stage.moment.date() + timedelta(days=luck.randint(4, 60))
            self._do(SetExpected(*_at(self._row(paper)), workday(day)))
        return True

    def _followed_up(
        self, row: Mapping[str, Any], luck: Random, how: str, on: date
    ) -> RecordFollowUp:
        """What was heard, what that stands against the offer, and what was answered."""
        said = luck.randrange(len(self.words["heard"]))
        heard, code, result = (
            self.words[name][said] for name in ("heard", "heard_codes", "heard_results")
        )
        answer = luck.choice(self.words["answered"]) if code else ""
        return RecordFollowUp(*_at(row), how, result, heard, on, code, answer)

    def _decide(self, paper: int, fate: str) -> None:
        """The customer's last word, where the offer still holds."""
        row = self._row(paper)
        today = self.stage.moment.date().isoformat()
        if row["state"] in OPEN_STATES and row["valid_until"] >= today:
            reason, code = "", ""
            if fate == "lose":
                why = self.luck.randrange(len(self.words["reasons_lost"]))
                reason = self.words["reasons_lost"][why]
                code = self.words["reasons_lost_codes"][why]
            self._do(FollowQuotation(*_at(row), fate, reason, lost_code=code))
            if fate == "accept" and "won" in self.plan:
                self.plan["won"](self.client, paper)

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


def _at(row: Mapping[str, Any]) -> tuple[int, int]:
    """A paper as commands name it: its id, and the version that was read."""
    return row["id"], row["version"]
