"""Any list into a file as it is shown: its columns in their order, its rows in theirs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from crm_desktop.application import Application
from crm_desktop.domain.money import Money
from crm_desktop.exchange.sheets import Step, Stream
from crm_desktop.exchange.vcard import write_cards
from crm_desktop.exchange.xlsx import Cell
from crm_desktop.messages import sentence
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.transfer.cards import customer_cards
from crm_desktop.services.transfer.leaving import AGREED, RecordExport, marketing, narrowed
from ui.desk import Desk
from ui.files import KINDS, ask_place, write_file, write_whole
from ui.tables.columns import Column, Row
from ui.tables.model import Fetch
from ui.tables.view import ListView
from ui.tasks import Task
from ui.tokens import Tone

PIXELS = 7
"""Of a column on the screen, to a letter of it in a sheet."""
NARROWEST = 8
CUSTOMERS, CARDS = "customers", ".vcf"
translate = QCoreApplication.translate
_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True)
class Shown:
    """A list at the moment it was asked for; `rows` None: they are read page by page."""

    subject: str
    title: str
    columns: Sequence[Column]
    query: ListQuery
    fetch: Fetch
    rows: Sequence[Row] | None
    leaves: Callable[[Row], bool]
    chosen: bool

    @classmethod
    def of(cls, view: ListView, chosen: Sequence[Row] | None = None) -> "Shown":
        """What the list shows, or only the rows `chosen`."""
        model = view.model
        rows = chosen if chosen is not None else tuple(model.rows) if model.complete else None
        return cls(
            view.subject,
            view.table.accessibleName(),
            view.shown_columns(),
            model.query,
            model.fetch,
            rows,
            view.leaves,
            chosen is not None,
        )

    def pages(self) -> Iterator[Sequence[Row]]:
        """All rows, a page at a time, in the order shown."""
        if self.rows is not None:
            for begin in range(0, len(self.rows), LARGEST_PAGE):
                yield self.rows[begin : begin + LARGEST_PAGE]
            return
        wanted = replace(self.query, after=None, limit=LARGEST_PAGE)
        while True:
            page = self.fetch(wanted)
            yield page.rows
            if page.next is None:
                return
            wanted = replace(wanted, after=page.next)


def offer(desk: Desk, view: ListView) -> None:
    """Ask in one line which rows are meant where that is not plain, then for the place."""
    chosen = tuple(view.selected())
    choices = [(translate("exporting", "All shown"), lambda: _ask(desk, view, Shown.of(view)))]
    if len(chosen) > 1:
        words = translate("exporting", "The {0} selected").format(len(chosen))
        choices.insert(0, (words, lambda: _ask(desk, view, Shown.of(view, chosen))))
    if view.subject == CUSTOMERS:
        agreed = translate("exporting", "Only those who agreed to marketing")
        choices.append((agreed, lambda: _ask(desk, view, Shown.of(view), agreed=True)))
    if len(choices) == 1:
        choices[0][1]()
        return
    view.bar.say(translate("exporting", "Which rows go into the file?"), Tone.INFO, choices)
    view.bar.buttons[0].setFocus()


def _ask(desk: Desk, view: ListView, shown: Shown, *, agreed: bool = False) -> None:
    view.table.setFocus()
    name = _NO_NAME.sub(" ", shown.title).strip() or "list"
    title = translate("exporting", "Save “{0}” as a file").format(shown.title)
    kinds = f"{KINDS};;vCard (*.vcf)" if shown.subject == CUSTOMERS else KINDS
    then = partial(_to, desk, shown, agreed)
    ask_place(view, title, f"{name}.xlsx", then, kinds)


def _to(desk: Desk, shown: Shown, agreed: bool, path: str) -> None:
    save(desk, Path(path), shown, agreed=agreed)


def save(desk: Desk, path: Path, shown: Shown, *, agreed: bool = False) -> Task:
    """Read and write beside the window; whether it is there now is said at the foot."""

    def work(application: Application, task: Task) -> int:
        with desk.reading_by(application):
            count = 0

            def leave(rows: int) -> None:
                nonlocal count
                count = rows
                application.execute(_record(shown, rows, path, agreed))

            if shown.subject == CUSTOMERS and path.suffix.lower() == CARDS:
                cards = partial(_write_cards, application, shown, agreed)
                write_whole(path, cards, task, leave)
            else:
                write_file(path, _stream(desk, application, shown, agreed), task, leave)
        return count

    def done(count: int) -> None:
        desk.say(translate("exporting", "Saved as {0} with {1} rows.").format(path, f"{count:,}"))

    return desk.beside(work, done)


def _write_cards(
    application: Application, shown: Shown, agreed: bool, part: Path, step: Step
) -> None:
    """Cards of the customers and their contacts, a page at a time."""
    count = 0
    with part.open("wb") as file:
        for rows, said in _said(application, shown):
            ids = [row.id for row in rows if not agreed or said[row.id] == AGREED]
            file.write(write_cards(application.read(customer_cards, ids)))
            for _ in ids:
                step(count)
                count += 1


def _said(application: Application, shown: Shown) -> Iterator[tuple[Sequence[Row], dict[int, str]]]:
    """Each page of customers with what they said to marketing."""
    for page in shown.pages():
        yield page, application.read(marketing, [row.id for row in page])


def _record(shown: Shown, rows: int, path: Path, agreed: bool) -> RecordExport:
    filters = dict(shown.query.filters)
    if agreed:
        filters["marketing"] = True
    if shown.chosen:
        filters["selected"] = True
    headed = tuple(column.title for column in shown.columns)
    text = shown.query.text
    return RecordExport(shown.subject, rows, headed, text, narrowed(filters), path.name)


def _stream(desk: Desk, application: Application, shown: Shown, agreed: bool) -> Stream:
    heading = [column.title for column in shown.columns]
    widths = [
        max(column.width // PIXELS, len(column.title) + 2, NARROWEST) for column in shown.columns
    ]
    if shown.subject == CUSTOMERS:
        heading, widths = [*heading, translate("exporting", "Marketing")], [*widths, 18]
        rows = _customers(desk, application, shown, agreed)
    else:
        rows = (_cells(shown, row) for page in shown.pages() for row in page)
    return Stream(shown.title, tuple(heading), rows, tuple(widths))


def _customers(
    desk: Desk, application: Application, shown: Shown, agreed: bool
) -> Iterator[tuple[Cell, ...]]:
    """With what each said to marketing; asked for, only those who agreed."""
    for page, said in _said(application, shown):
        for row in page:
            if not agreed or said[row.id] == AGREED:
                yield (*_cells(shown, row), sentence(said[row.id], desk.language))


def _cells(shown: Shown, row: Row) -> tuple[Cell, ...]:
    """Of a paper that may not leave the house no sum does."""
    may = shown.leaves(row)
    cells: Iterable[Cell] = (cell(column, row) for column in shown.columns)
    return tuple(each if may or not isinstance(each, Money) else None for each in cells)


def cell(column: Column, row: Row) -> Cell:
    """Days, sums and numbers as such where the column shows them, else its words."""
    if column.exported is not None:
        given: Cell = column.exported(row)
        return given
    raw, text = column.raw(row), column.text(row)
    match raw:
        case _ if not text or text == "—":
            return None
        case Money() | date() | datetime():
            return raw
        case bool():
            return text
        case int() | Decimal():
            return raw if _says(text, raw) else text
        case _:
            return text


def _says(text: str, number: int | Decimal) -> bool:
    """Whether the words are that number and nothing else."""
    try:
        return Decimal(text.replace(",", "").replace("−", "-")) == number
    except InvalidOperation:
        return False
