"""Many papers at once: which ones a list shows, which of them may leave, and all their exits.

A batch takes papers out one by one by the very guard of `exits`; only the record is kept for some
papers in one transaction. What may not leave is named with its reason and stops no other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from crm_desktop.domain.errors import NeedsApproval, Refused
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.deposits.deposit_lists import deposit_page
from crm_desktop.services.orders.order_lists import order_page
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.papers import documents, exits
from crm_desktop.services.papers.exits import Leaving, TakeOut, leaving_now
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.services.registry import Command, Context, Page, handles, query

TOGETHER = 25
"""Papers whose exits are best recorded at once: so few that nobody else waits for them."""


@dataclass(frozen=True, slots=True)
class PaperList:
    """A list that papers are picked from, with the permissions to read it and to print from it."""

    page: Callable[[Context, ListQuery], Page[Any]]
    reads: str
    prints: str


LISTS: Mapping[str, PaperList] = {
    "quotations": PaperList(quotation_page, "quotation.read", "quotation.print"),
    "orders": PaperList(order_page, "order.read", "order.print"),
    "deposits": PaperList(deposit_page, "deposit.read", "deposit.read"),
}


@dataclass(frozen=True, slots=True)
class Picked:
    """A paper that was picked from a list."""

    id: int
    reference: str
    customer: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Why a paper does not leave: code and values of its sentence."""

    id: int
    code: str
    values: Mapping[str, Any]

    @classmethod
    def because(cls, document_id: int, refusal: Refused) -> "Kept":
        """The same as a refusal, as a value."""
        return cls(document_id, refusal.code, refusal.values)


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper as it leaves, marked as that copy; `language` is the one it is set in."""

    paper: AnyPaper
    copy: int
    language: str


@query("order.read")
def picked(context: Context, name: str, wanted: ListQuery) -> Page[Picked]:
    """A page of what the list of that name shows, in its order and no farther than it reaches.

    Refused `bad_choice` for a list that is not there; NotAllowed for who may not read or print it.
    """
    if name not in LISTS:
        raise Refused("bad_choice", "list", value=name)
    listed = LISTS[name]
    context.actor.require(listed.reads)
    context.actor.require(listed.prints)
    newest = wanted.descending or wanted.sort is None
    page = listed.page(context, replace(wanted, descending=newest, limit=LARGEST_PAGE))
    rows = tuple(Picked(row.id, row.reference, row.customer) for row in page.rows)
    return Page(rows, page.next)


@query("order.read")
def staying(
    context: Context, ids: tuple[int, ...], way: str, drafts: bool = False
) -> tuple[Kept, ...]:
    """Those of the papers that may not leave now, each with the reason."""
    found = list[Kept]()
    for each in ids:
        try:
            _may_leave(context, each, way, drafts)
        except Refused as refusal:
            found.append(Kept.because(each, refusal))
    return tuple(found)


@query("order.read")
def leaving_paper(
    context: Context,
    document_id: int,
    way: str,
    language: str = "",
    drafts: bool = False,
    copy: int | None = None,
) -> Ready:
    """A paper as it leaves now, as the next copy unless its number is given; raises as
    `leaving_now`, and NeedsApproval `batch_draft` for a draft that is not asked for."""
    what = _may_leave(context, document_id, way, drafts)
    number = copy
    if number is None:
        number = context.row("document", document_id)["print_count"]
    made = paper(context, document_id, language, 0 if what is Leaving.DRAFT else number)
    return Ready(made, number, made.language)


def _may_leave(context: Context, document_id: int, way: str, drafts: bool) -> Leaving:
    """A draft leaves by `save` alone, whichever way the others take."""
    row = context.row("document", document_id)
    what = leaving_now(context, document_id, "save" if drafts and row["number"] is None else way)
    if what is Leaving.DRAFT and not drafts:
        raise NeedsApproval("batch_draft")
    return what


@dataclass(frozen=True)
class Going:
    """One paper of several that leave: in which language, marked as which copy, what it shows."""

    id: int
    language: str
    copy: int
    shown: str


@dataclass(frozen=True)
class TakeOutMany(Command[tuple[Kept, ...]]):
    """Puts the exits of some papers on record, and answers which of them were not.

    A paper that somebody else took out meanwhile is not recorded (`batch_other_copy`): it would
    bear the wrong number of copy, and is set anew. None stops another.
    """

    name: ClassVar[str] = "paper.take_out_many"
    permission: ClassVar[str] = "order.print"
    papers: tuple[Going, ...]
    exit: str


@handles(TakeOutMany)
def take_out_many(context: Context, command: TakeOutMany) -> tuple[Kept, ...]:
    """Holds the papers in one order, whoever asks, so that two batches never wait for each other;
    each is refused before anything of it is written."""
    kept = list[Kept]()
    for going in sorted(command.papers, key=lambda each: each.id):
        try:
            documents.hold(context, going.id)
            _take_out(context, going, command.exit)
        except Refused as refusal:
            kept.append(Kept.because(going.id, refusal))
    return tuple(kept)


def _take_out(context: Context, going: Going, way: str) -> None:
    by = "save" if going.shown == Leaving.DRAFT else way
    exits.take_out(context, TakeOut(going.id, by, going.language, going.shown, going.copy))
