"""What people do to a paper until it has its number, and to a quotation after that."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approvals import (
    AnswerLimit,
    AnswerRequest,
    ConfirmSpoken,
    RecallRequest,
)
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.credit.credit import SetCredit
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.orders.orders import (
    CancelOrder,
    IssueOrder,
    SaveOrder,
    StepOrder,
    SubmitOrder,
)
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.quotation_life import (
    CancelQuotation,
    ExtendQuotation,
    FollowQuotation,
)
from crm_desktop.services.papers.quotations import (
    IssueQuotation,
    ReviseQuotation,
    SaveQuotation,
    SubmitQuotation,
)
from crm_desktop.services.registry import SYSTEM, Context
from tests.services.walking import Scene, act

PNG = b64encode(b"\x89PNG\r\n\x1a\n" + b"ink").decode()
PAYER = "บริษัท ก่อสร้างไทย จำกัด"
PART, WHOLE = Decimal(2), Decimal(4)
SOME = Money.of(100)


# ------------------------------------------------------------ from draft to number


def content(scene: Scene) -> Content:
    """What stands on the walked paper."""
    context = Context(scene.store, SYSTEM, scene.desk.now)
    return documents.content_of(context, scene.row())


def edit(scene: Scene) -> Any:
    """Changes a printed word."""
    row = scene.row()
    typed = replace(content(scene), remarks=f"แก้ครั้งที่ {row['version']}")
    if row["kind"] == "QT":
        return scene.desk.officer.execute(SaveQuotation(row["id"], row["version"], typed))
    return scene.desk.officer.execute(SaveOrder(row["kind"], row["id"], row["version"], typed))


def submit(who: str, *, spoken: bool = False) -> Callable[[Scene], Any]:
    """Asks the matrix: the officer must consult, the supervisor ask, the manager decides."""

    def do(scene: Scene) -> Any:
        row, kind = scene.row(), SubmitOrder
        if row["kind"] == "QT":
            kind = SubmitQuotation  # type: ignore[assignment]
        manager = 3
        said = Consulted(manager, scene.desk.now, "เห็นควร") if spoken else None
        return scene.who(who).execute(kind(row["id"], row["version"], Plea("จำเป็น"), said))

    return do


def issue(scene: Scene) -> Any:
    """Gives an approved paper its number."""
    row, kind = scene.row(), IssueOrder
    if row["kind"] == "QT":
        kind = IssueQuotation  # type: ignore[assignment]
    return scene.desk.officer.execute(kind(row["id"], row["version"]))


def issue_in_debt(scene: Scene) -> Any:
    """The customer's credit turned bad before the paper went out."""
    figures = (Money.of(1_000), Money.of(900), Money.of(900), 30, "ERP")
    scene.desk.credit.execute(SetCredit(scene.shop.customer, False, *figures))
    return issue(scene)


def answer(
    verdict: str, note: str = "", who: str = "manager", limits: tuple[AnswerLimit, ...] = ()
) -> Callable[[Scene], Any]:
    """The manager says this to what was asked last."""

    def do(scene: Scene) -> Any:
        request = scene.request()
        command = AnswerRequest(request["id"], request["version"], verdict, note, limits)
        return scene.who(who).execute(command)

    return do


def hold_for(scene: Scene, days: int) -> Any:
    """The officer lets the offer hold so long."""
    row = scene.row()
    typed = replace(content(scene), valid_days=days)
    if row["kind"] == "QT":
        return scene.desk.officer.execute(SaveQuotation(row["id"], row["version"], typed))
    return scene.desk.officer.execute(SaveOrder(row["kind"], row["id"], row["version"], typed))


def keep_within(*again: Callable[[Scene], Any]) -> Callable[[Scene], Any]:
    """The manager says for a week at most; the officer obeys, and nobody is asked again."""

    def do(scene: Scene) -> Any:
        answer("approve", limits=(AnswerLimit("days", "7"),))(scene)
        hold_for(scene, 7)
        for each in again:
            each(scene)
        return submit("officer")(scene)

    return do


def go_to_the_limit(scene: Scene) -> Any:
    """The manager lets the officer go further than was asked, and the officer does."""
    answer("approve", limits=(AnswerLimit("days", "60"),))(scene)
    return hold_for(scene, 40)


def deny(scene: Scene) -> Any:
    """The manager says that no such advice was given."""
    request = scene.request()
    command = ConfirmSpoken(request["id"], request["version"], agrees=False, note="ไม่ได้พูด")
    return scene.desk.manager.execute(command)


def recall(scene: Scene) -> Any:
    """Whoever asked takes the paper back."""
    request = scene.request()
    who = {1: "officer", 2: "supervisor"}.get(request["requester_id"], "manager")
    return scene.who(who).execute(RecallRequest(request["id"], request["version"]))


def cancel(scene: Scene) -> Any:
    """The manager gives the paper up."""
    row, kind = scene.row(), CancelOrder
    if row["kind"] == "QT":
        kind = CancelQuotation  # type: ignore[assignment]
    return scene.desk.manager.execute(kind(row["id"], row["version"], "ลูกค้าเปลี่ยนใจ"))


SUBMITTED = (
    act("submit_own", submit("manager"), "submit approve_own"),
    act("submit_consult", submit("officer"), "submit approve_own"),
    act("submit_superior", submit("supervisor"), "submit approve_own"),
    act("submit_spoken", submit("officer", spoken=True), "submit approve_own"),
    act("approve", answer("approve"), "approve"),
    act("advise", answer("advise_for"), "approve"),
    act("keep_within", keep_within(), single=False),
    act("go_to_the_limit", go_to_the_limit, single=False),
    act("return", answer("return", "แก้ราคา"), "return"),
    act("reject", answer("reject", "ไม่คุ้ม")),
    act("recall", recall, "recall"),
    act("deny", deny, "void"),
    act("edit", edit),
    act("issue_in_debt", issue_in_debt),
    act("cancel", cancel, "cancel"),
)


def step(event: str, who: str, **values: Any) -> Callable[[Scene], Any]:
    """A plain step of the header."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        return scene.who(who).execute(StepOrder(row["id"], row["version"], event, **values))

    return do


def plainly(scene: Scene, event: str) -> Any:
    """Tries any event at all as a plain step."""
    row = scene.row()
    if row["kind"] == "QT":
        return scene.desk.officer.execute(FollowQuotation(row["id"], row["version"], event, "–"))
    return scene.desk.director.execute(
        StepOrder(row["id"], row["version"], event, "–", "BILL-1", scene.desk.now.date())
    )


# ------------------------------------------------------------ quotations


def follow(event: str, **values: Any) -> Callable[[Scene], Any]:
    """The customer's side of a quotation."""

    def do(scene: Scene) -> Any:
        row = scene.row()
        command = FollowQuotation(row["id"], row["version"], event, **values)
        return scene.desk.officer.execute(command)

    return do


def extend(scene: Scene) -> Any:
    """More days from today."""
    row = scene.row()
    return scene.desk.manager.execute(ExtendQuotation(row["id"], row["version"], 60, "ลูกค้าขอ"))


def run_out(scene: Scene) -> Any:
    """Time passes, and the house is kept."""
    scene.desk.later(days=70)
    return scene.shop.system.execute(Housekeeping())


def revise(scene: Scene) -> Any:
    """The next revision is begun."""
    return scene.desk.officer.execute(ReviseQuotation(scene.paper_id))


def supersede(scene: Scene) -> Any:
    """The next revision goes out."""
    latest = scene.latest("QT")
    command = SubmitQuotation(latest["id"], latest["version"], Plea("–"), issue=True)
    if latest["id"] == scene.paper_id:
        raise Refused("not_found")
    return scene.desk.manager.execute(command)


QUOTATION = (
    *SUBMITTED,
    act("issue", issue, "issue proceed"),
    act("confirm_receipt", follow("confirm_receipt"), "confirm_receipt"),
    act("negotiate", follow("negotiate"), "negotiate"),
    act("accept", follow("accept"), "accept"),
    act("lose", follow("lose", reason="ราคา"), "lose"),
    act("extend", extend, "extend"),
    act("expire", run_out),
    act("revise", revise, "revise"),
    act("supersede", supersede),
)
