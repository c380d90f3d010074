"""Of whom more is kept than the shop's periods allow: a work list, for nothing goes by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.privacy import OVER, years_before
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.exchange.xlsx import Cell
from crm_desktop.messages import sentence
from crm_desktop.services.customers.customer_pages import customer_rows
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.privacy.erasing import ERASE
from crm_desktop.services.privacy.paper_names import STAYING
from crm_desktop.services.privacy.terms import terms_and_version
from crm_desktop.services.privacy.values import empty_values
from crm_desktop.services.registry import Command, Context, Page, handles, query

CUSTOMERS, PAPERS, FILES = WHAT = ("customers", "papers", "files")
ERASED = "erased"
MOST = 500
LOOKED_AT = 2_000
"""Customers looked at for one page: of many who were not met for long, most may have bought."""
HEARD = "COALESCE(c.contact_on, substr(c.created_at, 1, 10))"
QUIET = f"""
SELECT c.id, {HEARD}, c.branch_id,
    (SELECT MAX(b.billed_on) FROM sale_bill b WHERE b.customer_id = c.id),
    (SELECT MAX(r.billed_on) FROM receivable r WHERE r.customer_id = c.id),
    (SELECT MAX(substr(d.created_at, 1, 10)) FROM document d
        WHERE d.customer_id = c.id AND d.number IS NOT NULL AND d.kind <> 'QT'),
    (SELECT MAX(substr(d.created_at, 1, 10)) FROM document d WHERE d.customer_id = c.id)
FROM customer c WHERE c.erased_at IS NULL AND c.merged_into_id IS NULL AND {HEARD} <= {{mark}}
    AND {HEARD} >= {{mark}} AND ({HEARD} > {{mark}} OR c.id > {{mark}})
ORDER BY {HEARD}, c.id LIMIT {MOST}
"""
NAMES_DUE = """
SELECT e.customer_id, e.papers_until, c.branch_id FROM customer_erasure e
JOIN customer c ON c.id = e.customer_id
WHERE e.papers_until < {mark} AND e.papers_until >= {mark}
    AND (e.papers_until > {mark} OR e.id > {mark})
ORDER BY e.papers_until, e.id LIMIT {most}
"""
FILES_DUE = """
SELECT a.id, a.at, d.branch_id, d.customer_id, a.name, a.use, a.printed, d.kind, d.state, d.number
FROM attachment a JOIN document d ON d.id = a.document_id
WHERE a.at < {mark} AND a.at >= {mark} AND (a.at > {mark} OR a.id > {mark})
ORDER BY a.at, a.id LIMIT {most}
"""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is kept too long: `id` is the customer's or, of `files`, the attachment's;
    `since` the last contact or purchase, the day a file was hung up, or until when papers kept
    their names; `told` is the file's name, or whether somebody bought or only asked."""

    id: int
    what: str
    customer_id: int
    code: str
    name: str
    owner: str
    since: date
    told: str


@dataclass(frozen=True)
class DropFiles(Command[int]):
    """Deletes attachments that are kept too long, for good; answers how many."""

    name: ClassVar[str] = "privacy.drop_files"
    permission: ClassVar[str] = ERASE
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    id: int
    customer_id: int
    branch_id: int
    key: str
    since: str
    told: str


@query(ERASE)
def retention_page(context: Context, wanted: ListQuery) -> Page[Due]:
    """What is oldest first. Filter: what (one of `WHAT`, `customers` where none is named). A page
    may be shorter than asked and still have one behind it."""
    what = wanted.filters.get("what") or CUSTOMERS
    if what not in WHAT:
        raise Refused("bad_choice", "what", value=what)
    limit, branch = min(wanted.limit, LARGEST_PAGE), context.branches(ERASE)
    after, looked, found = wanted.after or ("", 0), 0, list[_Found]()
    while len(found) < limit and looked < LOOKED_AT:
        lot, after, ended = _LOTS[what](context, after)
        looked += MOST
        fitting = [each for each in lot if branch in (None, each.branch_id)]
        found += fitting
        if len(found) > limit:
            return Page(_named(context, what, found[:limit]), _end(found[limit - 1]))
        if ended:
            return Page(_named(context, what, found), None)
    return Page(_named(context, what, found), after)


def _end(last: _Found) -> tuple[Any, ...]:
    return last.key, last.id


_Lot = tuple[list[_Found], tuple[Any, ...], bool]


def _quiet(context: Context, after: tuple[Any, ...]) -> _Lot:
    """Who was not met, did not ask and did not buy for as many years as their kind is kept."""
    terms = terms_and_version(context)[0]
    bought = years_before(context.today, terms.customers_years).isoformat()
    asked = years_before(context.today, terms.enquiries_years).isoformat()
    rows = _asked(context, QUIET, max(bought, asked), after)
    found = []
    for customer_id, heard, branch, *days in rows:
        purchase = any(days[:3])
        last = max(filter(None, (heard, *days)))
        if last <= (bought if purchase else asked):
            told = "due_bought" if purchase else "due_asked"
            found.append(_Found(customer_id, customer_id, branch, heard, last, told))
    return found, (rows[-1][1], rows[-1][0]) if rows else after, len(rows) < MOST


def _names(context: Context, after: tuple[Any, ...]) -> _Lot:
    """Who was anonymised, and whose papers kept their names until their time was over."""
    rows = _asked(context, NAMES_DUE, context.today.isoformat(), after)
    found = [_Found(each, each, branch, until, until, "due_papers") for each, until, branch in rows]
    return found, _end(found[-1]) if found else after, len(rows) < MOST


def _files(context: Context, after: tuple[Any, ...]) -> _Lot:
    """Photos and scans on papers that are over; what was signed with them stays."""
    rows = _asked(context, FILES_DUE, _files_before(context), after)
    found = []
    for file_id, at, branch, customer_id, name, *rest in rows:
        if _may_go(*rest):
            found.append(_Found(file_id, customer_id, branch, at, at[:10], name))
    return found, (rows[-1][1], rows[-1][0]) if rows else after, len(rows) < MOST


def _files_before(context: Context) -> str:
    years = terms_and_version(context)[0].files_years
    return years_before(context.today, years).isoformat()


def _may_go(use: str, printed: int, kind: str, state: str, number: str | None) -> bool:
    return use not in STAYING and state in OVER[kind] and not (printed and number)


_LOTS = {CUSTOMERS: _quiet, PAPERS: _names, FILES: _files}


def _asked(context: Context, sql: str, before: str, after: tuple[Any, ...]) -> list[Any]:
    text = sql.format(mark=context.store.database.param, most=MOST)
    values = (before, after[0], after[0], after[1])
    return list(context.store.database.execute_sql(text, values).fetchall())


def _named(context: Context, what: str, found: list[_Found]) -> tuple[Due, ...]:
    rows = {each.id: each for each in customer_rows(context, [each.customer_id for each in found])}
    return tuple(
        Due(
            each.id,
            what,
            each.customer_id,
            rows[each.customer_id].code,
            rows[each.customer_id].name,
            rows[each.customer_id].owner,
            date.fromisoformat(each.since),
            each.told,
        )
        for each in found
    )


@handles(DropFiles)
def drop_files(context: Context, command: DropFiles) -> int:
    """All of them or none; that they were there stays in the audit, what they were called not."""
    if len(command.ids) > MOST:
        raise Refused("too_many_at_once", "ids", most=MOST)
    table, ids = context.t.attachment, sorted(set(command.ids))
    before = _files_before(context)  # the period may have changed since the list was read
    for file_id in ids:
        found = context.row("attachment", file_id)
        row = context.row("document", found["document_id"])
        context.require_branch(ERASE, row["branch_id"])
        kept = (found["use"], found["printed"], row["kind"], row["state"], row["number"])
        if found["at"] >= before or not _may_go(*kept):
            reference = row["number"] or row["draft_reference"]
            raise WrongState("attachment_stays", "ids", reference=reference)
        table.delete().where(table.c.id == file_id).execute()
        context.audit("attachment", file_id, "dropped")
    empty_values(context, "attachment", ids, ("name",))
    return len(ids)


@query(ERASE)
def retention_sheet(context: Context, what: str) -> Sheet:
    """The whole list for the terminal; of `erased` who was anonymised when and why, to be done
    again where a backup from before is put back."""
    language = context.actor.language
    names = ("code", "name", "owner", "since", "told")
    heading = tuple(sentence(f"retention_column_{name}", language) for name in names)
    rows = tuple(_erased(context) if what == ERASED else _lines(context, what))
    return Sheet(sentence(f"retention_{what}", language), heading, rows)


def _lines(context: Context, what: str) -> Iterator[tuple[Cell, ...]]:
    for row in _all(context, what):
        told = told_of(row, context.actor.language)
        yield (row.code, row.name, row.owner, row.since, told)


def _erased(context: Context) -> Iterator[tuple[Cell, ...]]:
    for row in context.rows("customer_erasure", "id"):
        day = date.fromisoformat(row["at"][:10])
        why = sentence(f"erase_reason_{row['reason']}", context.actor.language)
        yield (row["code"], "", "", day, why)


def told_of(row: Due, language: str) -> str:
    """What a row says beside whom it is about."""
    return row.told if row.what == FILES else sentence(row.told, language)


def _all(context: Context, what: str) -> Iterator[Due]:
    wanted = ListQuery(filters={"what": what}, limit=LARGEST_PAGE)
    while True:
        page = retention_page(context, wanted)
        yield from page.rows
        if page.next is None:
            return
        wanted = replace(wanted, after=page.next)
