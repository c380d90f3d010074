"""`crm export` of lists that may have a million rows: read page by page while they are written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.exchange.sheets import Stream, write_sheet
from crm_desktop.exchange.vcard import write_cards
from crm_desktop.exchange.xlsx import Cell
from crm_desktop.messages import sentence
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.services.products.products import product_page
from crm_desktop.services.registry import Context, Page
from crm_desktop.services.transfer.cards import customer_cards, customer_contacts
from crm_desktop.services.transfer.leaving import RecordExport, marketing
from crm_desktop.terminal.session import Session

Read = Callable[[Application, Iterable[Any]], Iterable[tuple[Cell, ...]]]


@dataclass(frozen=True)
class Long:
    """One kind: its page, its columns as codes of headings with their widths, and its cells."""

    page: Callable[[Context, ListQuery], Page[Any]]
    columns: tuple[tuple[str, int], ...]
    cells: Read


def export_long(session: Session) -> None:
    """Nothing is at the place before all of it is; that it left is put on record first."""
    app, target = session.desk(), Path(session.options.file)
    part = target.with_name(f".{target.stem}-{token_hex(4)}{target.suffix}")
    try:
        count = (_cards if session.options.kind == "cards" else _sheet)(session, app, part)
        kind, text = session.options.kind, session.options.number or ""
        columns = tuple(code for code, _ in LONG[kind].columns) if kind in LONG else ()
        app.execute(RecordExport(_subject(kind), count, columns, text, "{}", target.name))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    told = {"file": str(target), "rows": count}
    session.answer(told, [session.say("terminal_exported", path=target, count=count)])


def _subject(kind: str) -> str:
    return "customers" if kind in ("cards", "contacts") else kind


def _pages(app: Application, long: Long, text: str) -> Iterator[tuple[Any, ...]]:
    wanted = ListQuery(text=text, limit=LARGEST_PAGE)
    while True:
        page = app.read(long.page, wanted)
        yield page.rows
        if page.next is None:
            return
        wanted = replace(wanted, after=page.next)


def _sheet(session: Session, app: Application, path: Path) -> int:
    long, language, count = LONG[session.options.kind], session.language, 0

    def step(row: int) -> None:
        nonlocal count
        count = row + 1

    heading = tuple(sentence(f"export_{code}", language) for code, _ in long.columns)
    rows = (
        row
        for page in _pages(app, long, session.options.number or "")
        for row in long.cells(app, page)
    )
    widths = tuple(width for _, width in long.columns)
    title = sentence(f"export_title_{session.options.kind}", language)
    write_sheet(path, Stream(title, heading, rows, widths), step)
    return count


def _cards(session: Session, app: Application, path: Path) -> int:
    count = 0
    with path.open("wb") as file:
        for page in _pages(app, LONG["customers"], session.options.number or ""):
            file.write(write_cards(app.read(customer_cards, [row.id for row in page])))
            count += len(page)
    return count


def _customers(app: Application, rows: Iterable[Any]) -> Iterator[tuple[Cell, ...]]:
    listed = list(rows)
    said = app.read(marketing, [row.id for row in listed])
    language = app.language or (app.actor.language if app.actor else "th")
    for row in listed:
        words = sentence(said[row.id], language)
        yield (
            *(row.code, row.kind, row.name, row.name_en, row.phone, row.tax_branch),
            *(row.segment, row.zone, row.price_level, row.owner, words),
        )


def _contacts(app: Application, rows: Iterable[Any]) -> Iterable[tuple[Cell, ...]]:
    by_id = {row.id: row for row in rows}
    for each in app.read(customer_contacts, list(by_id)):
        of = by_id[each.customer_id]
        yield (of.code, of.name, each.name, each.duty, each.phone, each.email, each.line_id)


def _products(app: Application, rows: Iterable[Any]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield (
            *(row.code, row.barcode, row.name, row.name_en, row.product_group, row.unit),
            *(row.price, row.stock, row.stock_as_of),
        )


def _quotations(app: Application, rows: Iterable[Any]) -> Iterator[tuple[Cell, ...]]:
    """Of one that is not issued no sum goes out."""
    language = app.language or (app.actor.language if app.actor else "th")
    for row in rows:
        total: Money | None = row.total if row.number else None
        state = sentence(KINDS["QT"].states.state_code(row.state), language)
        yield (
            *(row.reference, state, row.created_on, row.customer, row.owner, total),
            *(row.valid_until, row.follow_up_on, row.project),
        )


LONG = {
    "customers": Long(
        customer_page,
        (
            *(("customer_code", 12), ("kind", 10), ("customer", 40), ("name_en", 30)),
            *(("phone", 18), ("tax_branch", 12), ("segment", 16), ("zone", 16)),
            *(("price_level", 12), ("owner", 20), ("marketing", 22)),
        ),
        _customers,
    ),
    "contacts": Long(
        customer_page,
        (
            *(("customer_code", 12), ("customer", 40), ("contact", 28), ("duty", 20)),
            *(("phone", 18), ("email", 28), ("line_id", 18)),
        ),
        _contacts,
    ),
    "products": Long(
        product_page,
        (
            *(("code", 14), ("barcode", 16), ("description", 44), ("name_en", 30)),
            *(("group", 20), ("unit", 10), ("price", 12), ("stock", 12), ("stock_as_of", 18)),
        ),
        _products,
    ),
    "quotations": Long(
        quotation_page,
        (
            *(("number", 20), ("state", 18), ("day", 12), ("customer", 40), ("owner", 20)),
            *(("total", 14), ("valid_until", 12), ("follow_up_on", 12), ("project", 24)),
        ),
        _quotations,
    ),
}
