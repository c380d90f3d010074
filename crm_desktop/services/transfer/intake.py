"""What every import has in common: a kind's fields, a line judged, and what it would write."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.exchange.list_sheet import Column, ListLine
from crm_desktop.services.registry import Command, Context
from crm_desktop.store import bulk

NEW, CHANGED, UNCHANGED, WRONG, OUT = "new", "changed", "unchanged", "wrong", "out"
VERSION, ROWS, OWNER = "version", "rows", "owner"
POLICIES = ("out", "known", "new")
"""What becomes of a line that looks like a known customer: left out, taken for them, or new."""

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table that an import writes: the columns that it reads, compares and puts back.

    `key` finds what belongs together: one row where it is the table's own key (`single`), else
    all rows of one owner. `watch` says by what a change since is known: the row's version, the
    rows themselves, or nothing because their owner has a version. `silent` columns alone make no
    change that is worth telling.
    """

    name: str
    table: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    watch: str = ROWS
    single: bool = True
    silent: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """Where the key's columns stand among all."""
        return tuple(self.columns.index(name) for name in self.key)

    def same(self, one: Values, other: Values) -> bool:
        """Whether two rows say the same but for what is silent."""
        return all(
            a == b or name in self.silent
            for name, a, b in zip(self.columns, one, other, strict=True)
        )

    def mark(self, after: Sequence[Values]) -> Any:
        """By what it is known later that nobody has changed these rows since."""
        if self.watch == OWNER or not after:
            return None
        if self.watch == VERSION:
            return after[0][self.columns.index("version")]
        return list(after)


@dataclass(frozen=True, slots=True)
class Change:
    """What stands under one key of a shelf before and after."""

    shelf: Shelf
    key: Values
    before: Sequence[Values]
    after: Sequence[Values]


@dataclass(frozen=True, slots=True)
class Resembled:
    """Whom a line looks like: a known customer, or (id 0) an earlier line of the same file."""

    customer_id: int
    code: str
    name: str
    phone: str
    line: int
    reasons: tuple[str, ...]


@dataclass(slots=True)
class Row(ListLine):
    """A line as it is judged: what it is called, what becomes of it, and what it would write."""

    label: str = ""
    state: str = ""
    changes: list[Change] = field(default_factory=list)
    resembles: tuple[Resembled, ...] = ()
    notes: dict[str, Any] = field(default_factory=dict)
    cells: Sequence[str] = ()

    def put(
        self, shelf: Shelf, key: Values, before: Sequence[Values], after: Sequence[Values]
    ) -> None:
        """Keeps what is written, unless it stands there already to the letter."""
        if list(before) != list(after):
            self.changes.append(Change(shelf, key, before, after))

    @property
    def differs(self) -> bool:
        """Whether anything worth telling is another."""
        return any(
            len(each.before) != len(each.after)
            or not all(map(each.shelf.same, each.before, each.after))
            for each in self.changes
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided of one line that resembles a customer: `new`, `out`, or `known` with
    whose record it is."""

    line: int
    act: str
    customer_id: int = 0


@dataclass(frozen=True)
class FileImported:
    """What an import did; `more` has what a kind counts besides (closed, settled)."""

    run_id: int
    kind: str
    lines: int
    added: int
    changed: int
    unchanged: int
    wrong: int
    doubles: int
    left_out: int
    more: Mapping[str, int]

    @property
    def updated(self) -> int:
        """Known records that the list names."""
        return self.changed + self.unchanged

    @property
    def skipped(self) -> int:
        """Lines of which nothing was taken."""
        return self.wrong + self.left_out


@dataclass(frozen=True)
class ImportFile(Command[FileImported]):
    """Takes a file of a kind in; refused with nothing stored if a line is wrong, unless such lines
    are to be skipped.

    `doubles` decides for lines that resemble a known customer (see `POLICIES`), `choices` for one
    line each. `as_of` (None: now) is of when figures without a moment of their own are. `mapping`
    names a field for each column (none: as it was last time, or by the headings), and is kept.
    `stamp` is that of the preview: another file under the same name is refused. `complete` says
    that a list of receivables has every open bill.
    """

    name: ClassVar[str] = "import.file"
    permission: ClassVar[str] = "import.use"
    kind: str
    path: str
    skip_bad_rows: bool = False
    doubles: str = "out"
    as_of: datetime | None = None
    mapping: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    source: str = ""
    complete: bool = False
    stamp: str = ""


class Planner:
    """One import under way: judges lines a few thousand at a time, so that memory stays bounded.

    `write` says whether the import is meant, or only looked at.
    """

    shelves: ClassVar[tuple[Shelf, ...]] = ()
    dated: ClassVar[bool] = False

    def __init__(self, context: Context, asked: ImportFile, *, write: bool) -> None:
        self.context, self.asked, self.write = context, asked, write
        self.seen: dict[Any, int] = {}
        self.begin()

    def begin(self) -> None:
        """Reads what is needed once; refuses what the whole file is refused for."""

    def check_headings(self, keys: Sequence[str]) -> None:
        """Refuses fields that only the database can know to be wrong."""

    def plan(self, rows: Sequence[Row]) -> None:
        """Gives every row its state, and what it would write; errors make it wrong."""
        raise NotImplementedError

    def written(self, rows: Sequence[Row]) -> None:
        """What follows once these rows are stored."""

    def finish(self) -> dict[str, int]:
        """What follows the last row, counted."""
        return {}

    def last(self) -> list[Change]:
        """What is written beyond what the lines say, before `finish`."""
        return []

    def once(self, row: Row, key: Any, column: str, code: str, text: str = "") -> bool:
        """Whether no earlier line has the key; else an error names it, or says `text` for it."""
        first = self.seen.setdefault(key, row.line)
        if first != row.line:
            named = key[0] if isinstance(key, tuple) else key
            row.wrong(column, code, text=text or named, first=first)
        return first == row.line


@dataclass(frozen=True)
class Kind:
    """One kind of list: who may take it in, what its columns can be, and who judges its lines.

    `resolve` understands headings that a fixed table cannot list (a price per level and quantity,
    stock per branch); `offered` names such fields for a person to choose. `table` is what other
    desks read again after it.
    """

    name: str
    permission: str
    table: str
    columns: tuple[Column, ...]
    planner: type[Planner]
    resolve: Callable[[str], Column | None] = lambda _key: None
    guess: Callable[[str], str] = lambda _heading: ""
    offered: Callable[[Context], tuple[str, ...]] = lambda _context: ()
    undone: Callable[[Context, str, Sequence[Any]], None] = lambda _context, _shelf, _keys: None

    @property
    def needed(self) -> tuple[str, ...]:
        """The fields without which a file is not of this kind."""
        return tuple(column.name for column in self.columns if column.needed)

    def column(self, key: str) -> Column | None:
        """The field of a key."""
        return next((each for each in self.columns if each.name == key), None) or self.resolve(key)


def settle(row: Row, *, is_new: bool) -> None:
    """The state that follows from what was found."""
    if row.errors:
        row.state = WRONG
        row.changes.clear()
    elif not row.state:
        row.state = NEW if is_new else CHANGED if row.differs else UNCHANGED


def told(rows: Iterable[Row], column: str) -> list[Any]:
    """What these lines say in one column, each once."""
    return list(dict.fromkeys(v for row in rows if (v := row.values.get(column))))


def stored(context: Context, shelf: Shelf, keys: Iterable[Any]) -> dict[Any, list[Values]]:
    """What stands on a shelf, by the first column of its key."""
    found: dict[Any, list[Values]] = {}
    names = ", ".join(f'"{name}"' for name in shelf.columns)
    sql = f'SELECT {names} FROM {shelf.table} WHERE "{shelf.key[0]}" IN ({{ids}})'
    if not shelf.single:
        sql += f" ORDER BY {', '.join(shelf.columns[:3])}"
    place = shelf.places[0]
    for row in bulk.rows_in(context.store.database, sql, keys):
        found.setdefault(row[place], []).append(tuple(row))
    return found


def new_ids(context: Context, table: str, count: int) -> list[int]:
    """So many ids that nobody else gets."""
    database = context.store.database
    if not count:
        return []
    if context.store.engine == "sqlite":
        last = database.execute_sql(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        return list(range(last + 1, last + count + 1))
    sql = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    return [row[0] for row in database.execute_sql(sql, (table, count)).fetchall()]


def write(context: Context, shelf: Shelf, changes: Sequence[Change]) -> None:
    """Brings the shelf to what the changes say."""
    database = context.store.database
    gone = [c.key for c in changes if c.before and (not shelf.single or not c.after)]
    for chunk in bulk.chunks(gone, bulk.MOST_PARAMETERS // len(shelf.key)):
        each = " AND ".join(f'"{name}" = {database.param}' for name in shelf.key)
        if len(shelf.key) == 1:
            where = f'"{shelf.key[0]}" IN ({", ".join([database.param] * len(chunk))})'
            database.execute_sql(f"DELETE FROM {shelf.table} WHERE {where}", [k[0] for k in chunk])
            continue
        for key in chunk:
            database.execute_sql(f"DELETE FROM {shelf.table} WHERE {each}", key)
    end = ""
    if shelf.single and any(change.before for change in changes):
        names = [name for name in shelf.columns if name not in shelf.key]
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        end = f"ON CONFLICT ({', '.join(shelf.key)}) DO UPDATE SET {sets}"
    rows = (row for change in changes for row in change.after)
    bulk.insert(database, shelf.table, shelf.columns, rows, end)
    context.touched.add(shelf.table)
