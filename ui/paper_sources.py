"""Where a window gets the paper from that it shows, prints and saves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from secrets import token_hex
from typing import Any

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import sentence
from crm_desktop.services.authority.authority_papers import authority_paper
from crm_desktop.services.authority.trails import trail
from crm_desktop.services.customers.customer_pages import customer_rows
from crm_desktop.services.look import sheets_of
from crm_desktop.services.orders.order_lists import order
from crm_desktop.services.orders.orders import IssueOrder
from crm_desktop.services.papers.comparing import comparable, comparison
from crm_desktop.services.papers.departures import (
    Departure,
    NotPrinted,
    departures,
    slip_departures,
)
from crm_desktop.services.papers.deposit_papers import refund_voucher, statement_paper, till_paper
from crm_desktop.services.papers.exits import (
    Leaving,
    TakeOut,
    TakeOutSlip,
    leaving_now,
    shows,
    slip_leaving,
)
from crm_desktop.services.papers.order_papers import delivery_slip
from crm_desktop.services.papers.paper_heads import PaperHead, paper_head
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.papers.quotation_lists import quotation
from crm_desktop.services.papers.quotations import IssueQuotation
from crm_desktop.services.papers.sending import Addressee, SendPaper, addressees
from crm_desktop.services.registry import Command
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import Scope
from crm_desktop.services.team.sheets import SALES, team_report
from crm_desktop.services.visits.routes import route_sheet
from ui.desk import Desk
from ui.states import state_word, tone_of
from ui.tokens import Tone

SLIPS = ("original", "copy")
"""Both sheets of a slip that somebody signs: the customer's and the shop's."""


class PaperSource:
    """One paper: what it is called, its values in a language, and the record of its exits.

    This one stands for papers drawn up from stored facts, which nobody counts: `kind` is what
    `TakeOutSlip` calls them, `about` the record they are about. `print_right` names who may take
    it out of the house, `outward` whether it may go to somebody outside; `trail` is the document
    whose approvals can be looked up. A `named` one says in its reference what it is.
    """

    kind = "AT"
    about = 0
    reference = ""
    language = "th"
    print_count = 0
    print_right = "order.print"
    named = False
    outward = False
    trail: int | None = None

    def __init__(self, desk: Desk, record_id: Any) -> None:
        self.desk, self.record_id = desk, record_id

    def values(self, language: str, copy: int) -> Any:
        """What the paper says; Refused where it cannot be drawn up."""
        raise NotImplementedError

    def for_print(self, language: str, copy: int) -> Any:
        """The same for a printer, which may print a sheet for each side."""
        return self.values(language, copy)

    def guard(self, way: str) -> None:
        """Refused where it may not leave that way now."""
        self.desk.read(slip_leaving, self.kind, self.about, way)

    def count(self, way: str, language: str) -> int | None:
        """Put an exit on record; which copy it is, None when refused."""
        slip = TakeOutSlip(self.kind, self.about, way, language)
        return None if self.desk.execute(slip) is None else 0

    def not_printed(self, token: str = "") -> None:
        """Put on record that what was counted as a print did not come out; nobody can do it once
        more by hand, so where another writes it is done after."""
        token = token or token_hex(8)
        self.desk.execute(NotPrinted(self.kind, self.about), token=token)
        if self.desk.turn.missed:
            self.desk.turn.after(lambda: self.not_printed(token))

    def departures(self) -> tuple[Departure, ...]:
        """When it left, the newest first; nothing for who may not take it out."""
        try:
            return self.desk.read(slip_departures, self.kind, self.about)
        except NotAllowed:
            return ()

    def addressees(self) -> tuple[Addressee, ...]:
        """Whom it may be mailed to."""
        return self.desk.read(addressees, self.kind, self.about)

    def mail(self, to: str, subject: str, body: str, language: str) -> SendPaper:
        """What sends it by the shop's mail server."""
        return SendPaper(self.kind, self.about, to, subject, body, language)

    def read_again(self) -> bool:
        """Look at the facts once more; whether any changed."""
        return True

    def state(self) -> tuple[str, Tone]:
        """The state's word and tone; "" where it has none."""
        return "", Tone.PLAIN

    def issuing(self) -> tuple[str, Command[Any]] | None:
        """What gives the paper its number, with the word for it, if this person may do it now."""
        return None

    def others(self) -> tuple[tuple[str, str], ...]:
        """Papers that the same tab may show instead, as record id and words."""
        return ()


def _print_right(kind: str) -> str:
    """Who may take a document of this kind out of the house."""
    if kind == "DP":
        return "deposit.read"
    return "order.print" if KINDS[kind].is_order else f"{KINDS[kind].name}.print"


class StoredPaper(PaperSource):
    """A document of any kind; its exits are counted from its number on."""

    kind, outward = "", True

    def __init__(self, desk: Desk, record_id: int) -> None:
        super().__init__(desk, record_id)
        self.about, self._shown = record_id, ""
        self._tell(desk.read(paper_head, record_id))

    def _tell(self, head: PaperHead) -> None:
        self.head = head
        self.reference, self.language = head.reference, head.language
        self.print_count = head.print_count
        self.trail = head.id
        self.print_right = _print_right(head.kind)

    def values(self, language: str, copy: int) -> Any:
        made = self.desk.read(paper, self.record_id, language, copy)
        self._shown = shows(made)
        return made

    def for_print(self, language: str, copy: int) -> Any:
        made = self.values(language, copy)
        if copy or self._shown != Leaving.ORIGINAL:
            return made
        return replace(made, sheets=self.desk.read(sheets_of, made.kind))

    def guard(self, way: str) -> None:
        self.desk.read(leaving_now, self.record_id, way)

    def count(self, way: str, language: str) -> int | None:
        leaves = TakeOut(self.record_id, way, language, self._shown)
        counted = self.desk.execute(leaves)
        return None if counted is None else int(counted)

    def departures(self) -> tuple[Departure, ...]:
        return self.desk.read(departures, self.record_id)

    def read_again(self) -> bool:
        before = self.head
        self._tell(self.desk.read(paper_head, self.record_id))
        return self.head != before

    def state(self) -> tuple[str, Tone]:
        head = self.head
        return state_word(head.kind, head.state, self.desk.language), tone_of(head.state)

    def issuing(self) -> tuple[str, Command[Any]] | None:
        head, kind = self.head, KINDS[self.head.kind]
        if kind.numbered_by is None or head.number is not None or not kind.lined:
            return None
        issue: type[IssueQuotation | IssueOrder]
        try:
            if kind.is_order:
                events, issue = self.desk.read(order, head.id).events, IssueOrder
            else:
                events, issue = self.desk.read(quotation, head.id).events, IssueQuotation
        except NotAllowed:  # Who is asked about a paper reads it, and that is all.
            return None
        if not {kind.numbered_by, "proceed"} & set(events):
            return None
        word = sentence(kind.states.event_code(kind.numbered_by), self.desk.language)
        return word, issue(head.id, head.version)


class DeliverySlip(PaperSource):
    """What was handed over once; it is never another afterwards."""

    kind, outward = "DL", True

    def __init__(self, desk: Desk, record_id: int) -> None:
        super().__init__(desk, record_id)
        self.about = record_id
        slip = desk.read(delivery_slip, record_id)
        self.reference, self.language = slip.number or "", slip.language

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(delivery_slip, self.record_id, language, SLIPS)

    def read_again(self) -> bool:
        return False


class Voucher(PaperSource):
    """What a refund is paid against; the record id is that of the claim."""

    kind, outward, print_right = "RV", True, "deposit.read"

    def __init__(self, desk: Desk, record_id: int) -> None:
        super().__init__(desk, record_id)
        self.about = record_id
        values = self.values("", 0)
        self.reference, self.language = values.number or "", values.language

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(refund_voucher, self.record_id, language)


class TillList(PaperSource):
    """A day's till as it is handed in; the record id is the day, 20261122."""

    kind, print_right = "TL", "till.read"

    def __init__(self, desk: Desk, record_id: int) -> None:
        super().__init__(desk, record_id)
        self.about, self.day = record_id, date.fromisoformat(str(record_id))
        self.reference, self.language = f"till-{self.day.isoformat()}", desk.language

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(till_paper, self.day, None, language)


class StatementPaper(PaperSource):
    """A customer's deposits; the record id is the customer and the period, 12.20260101.20261122."""

    kind, outward, print_right = "ST", True, "deposit.read"

    def __init__(self, desk: Desk, record_id: str) -> None:
        super().__init__(desk, record_id)
        customer_id, since, until = record_id.split(".")
        self.about = int(customer_id)
        self._asked = int(customer_id), date.fromisoformat(since), date.fromisoformat(until)
        found = desk.read(customer_rows, (self._asked[0],))
        self.reference = found[0].name
        self.language = self.values("", 0).language

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(statement_paper, *self._asked, language)

    def mail(self, to: str, subject: str, body: str, language: str) -> SendPaper:
        _, since, until = self._asked
        return SendPaper("ST", self.about, to, subject, body, language, since, until)


class TrailSheet(PaperSource):
    """Everything that was decided about a document, in the reader's own language."""

    kind, named, print_right = "AS", True, "request.trail"

    def __init__(self, desk: Desk, record_id: int) -> None:
        super().__init__(desk, record_id)
        self.about, self.language = record_id, desk.language
        sheet = self.values(desk.language, 0)
        word = sentence("paper_title_as", desk.language)
        self.reference = f"{word} {sheet.number or sheet.draft_reference}"

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(trail, self.record_id, language)


class ComparisonPaper(PaperSource):
    """Two papers side by side; the record id names the older and the newer one, 12.15."""

    kind, named, print_right = "CP", True, "order.print"

    def __init__(self, desk: Desk, record_id: str) -> None:
        super().__init__(desk, record_id)
        then, _, now = str(record_id).partition(".")
        self._then, self.about = int(then), int(now)
        head = desk.read(paper_head, self.about)
        word = sentence("paper_title_cp", desk.language)
        self.language, self.reference = head.language, f"{word} {head.reference}"
        self.print_right = _print_right(head.kind)

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(comparison, self._then, self.about, language)

    def others(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (f"compare-{each.id}.{self.about}", each.reference)
            for each in self.desk.read(comparable, self.about)
        )


class AuthorityPaper(PaperSource):
    """A version of the authority table; the record id is the version with the grade, 3.G4, or
    without for all grades."""

    print_right = "authority.read"

    def __init__(self, desk: Desk, record_id: int | str) -> None:
        super().__init__(desk, record_id)
        version, _, self._grade = str(record_id).partition(".")
        self.about = self._version = int(version)
        self.language = desk.language
        self.reference = self.values("", 0).draft_reference

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(authority_paper, self._version, self._grade, language)


class TeamFigures(PaperSource):
    """The report of a team; the record id is its days, then person, branch and line, each empty
    where it is not asked: 20261101.20261122..1.0."""

    kind = "TR"
    print_right = "team.read"

    def __init__(self, desk: Desk, record_id: str) -> None:
        super().__init__(desk, record_id)
        since, until, person, branch, line = record_id.split(".")
        scope = Scope(int(person or 0) or None, int(branch or 0) or None, line == "1")
        self._span = Span(date.fromisoformat(since), date.fromisoformat(until), scope)
        word = sentence("paper_title_tr", desk.language)
        days = f"{desk.day(self._span.since)}–{desk.day(self._span.until)}"
        self.reference, self.language = f"{word} {days}", desk.language

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(team_report, self._span, language)


class SalesFigures(TeamFigures):
    """The same of quotations alone: forecast, follow-ups, win rate."""

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(team_report, self._span, language, SALES)


class RoutePaper(PaperSource):
    """The route of a day; the record id is its day and the officer: 20261123.5."""

    kind = "RS"
    print_right = "visit.read"

    def __init__(self, desk: Desk, record_id: str) -> None:
        super().__init__(desk, record_id)
        day, officer = record_id.split(".")
        self.about, self._day, self._officer = int(day), date.fromisoformat(day), int(officer)
        word = sentence("paper_title_rs", desk.language)
        self.reference, self.language = f"{word} {desk.day(self._day)}", desk.language

    def values(self, language: str, copy: int) -> Any:
        return self.desk.read(route_sheet, self._officer, self._day, language)


SOURCES: dict[str, Callable[[Desk, Any], PaperSource]] = {
    "": StoredPaper,
    "delivery": DeliverySlip,
    "voucher": Voucher,
    "till": TillList,
    "statement": StatementPaper,
    "authority": AuthorityPaper,
    "compare": ComparisonPaper,
    "trail": TrailSheet,
    "team": TeamFigures,
    "forecast": SalesFigures,
    "route": RoutePaper,
}
"""What stands before the number in the record id of a paper, and what it is read from."""


def source_of(desk: Desk, record_id: int | str) -> PaperSource:
    """The paper that a record id names: 12 a document, "delivery-3" the slip of a delivery."""
    prefix, _, number = str(record_id).rpartition("-")
    return SOURCES[prefix](desk, int(number) if number.isdigit() else number)
