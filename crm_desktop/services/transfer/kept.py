"""What stood there before an import, kept until the next one of its kind: so it can be undone."""

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.intake import (
    VERSION,
    Change,
    Kind,
    Shelf,
    Values,
    new_ids,
    stored,
    write,
)
from crm_desktop.store import bulk

NAMED = 5
"""How many of the records that stand in the way are named."""
NAMES = {
    "customer": "SELECT id, code || ' ' || name FROM customer WHERE id IN ({ids})",
    "product": "SELECT id, code || ' ' || name FROM product WHERE id IN ({ids})",
}
OF = {"customer_id": "customer", "product_id": "product"}
USED = {
    **dict.fromkeys(("document", "document_line", "document_party"), "import_used_papers"),
    "visit": "import_used_visits",
    **dict.fromkeys(("customer_credit", "receivable", "payment", "sale_bill"), "import_used_money"),
}
REFERENCES = {
    "sqlite": (
        'SELECT m.name, f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f'
        " WHERE m.type = 'table' AND f.\"table\" = ?"
    ),
    "postgresql": (
        "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c JOIN pg_attribute a"
        " ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
        " WHERE c.contype = 'f' AND c.confrelid = %s::regclass"
    ),
}


class Run:
    """One import's record, with an id before anything else of it is stored."""

    def __init__(self, context: Context, kind: Kind) -> None:
        self._context, self._kind = context, kind
        self.id = new_ids(context, "import_run", 1)[0]
        self._waiting: list[dict[str, Any]] = []
        self._hash = hashlib.sha256()

    @property
    def digest(self) -> str:
        """SHA-256 of what was written, and of what stood there before."""
        return self._hash.hexdigest()

    def keep(self, shelf: Shelf, changes: Sequence[Change]) -> None:
        """Holds what stood there, and by what it is known that nobody changes it later."""
        rows = [[c.key, list(c.before), shelf.mark(c.after)] for c in changes]
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
        self._hash.update(text)
        content = zlib.compress(text, 1)
        self._waiting.append({"run_id": self.id, "held": shelf.name, "content": content})

    def record(self, values: dict[str, Any]) -> None:
        """Writes the run, and what it keeps."""
        moment, by_id = self._context.moment, self._context.actor.person_id or None
        row = {"id": self.id, **values, "at": moment, "by_id": by_id}
        self._context.t.import_run.add_all([row])
        self._context.touched.add("import_run")
        for chunk in bulk.chunks(self._waiting, 50):
            self._context.t.import_kept.add_all(chunk)


def forget(context: Context, kind: Kind) -> None:
    """The one before can be undone no longer: what it kept is of no more use."""
    kept, run = context.t.import_kept, context.t.import_run
    runs = run.select(run.c.id).where(run.c.kind == kind.name)
    kept.delete().where(kept.c.run_id << runs).execute()


def put_back(context: Context, kind: Kind, run: dict[str, Any]) -> int:
    """Everything as it was before the run; answers how many records.

    Refuses `import_not_last`, `import_undone`, and what was used or changed since:
    `import_undo_changed`, `import_used…`.
    """
    if run["undone_at"]:
        raise WrongState("import_undone", at=run["undone_at"])
    if settled := json.loads(run["more"]).get("settled"):
        raise WrongState("import_settled", count=settled)
    held = context.t.import_kept
    ids = held.select(held.c.id, held.c.held).where(held.c.run_id == run["id"])
    listed = list(ids.order_by(held.c.id.desc()).tuples())
    if not listed and run["added"] + run["changed"]:
        raise WrongState("import_not_last")
    shelves = {shelf.name: shelf for shelf in kind.planner.shelves}
    order = list(shelves)
    listed.sort(key=lambda each: (-order.index(each[1]), -each[0]))
    count = 0
    for kept_id, name in listed:
        shelf, rows = shelves[name], _content(context, kept_id)
        changes = _backwards(context, shelf, rows)
        write(context, shelf, changes)
        kind.undone(context, name, [change.key[0] for change in changes])
        count += len(changes)
    held.delete().where(held.c.run_id == run["id"]).execute()
    return count


def _content(context: Context, kept_id: int) -> list[list[Any]]:
    held = context.t.import_kept
    (content,) = held.select(held.c.content).where(held.c.id == kept_id).tuples().execute()[0]
    rows: list[list[Any]] = json.loads(zlib.decompress(bytes(content)))
    return rows


def _backwards(context: Context, shelf: Shelf, rows: Sequence[Sequence[Any]]) -> list[Change]:
    """The changes that put a lot back, after a look whether nobody touched it since."""
    now: dict[Values, list[Values]] = {}
    places = shelf.places
    for each in stored(context, shelf, {key[0] for key, _, _ in rows}).values():
        for row in each:
            now.setdefault(tuple(row[place] for place in places), []).append(row)
    changes, moved = [], []
    for key, before, marked in rows:
        stands = now.get(tuple(key), [])
        mark = [tuple(row) for row in marked] if isinstance(marked, list) else marked
        back = [tuple(row) for row in before]
        if (mark is None and shelf.single) or (mark is not None and shelf.mark(stands) != mark):
            moved.append(key[0])
        elif shelf.watch == VERSION and back:
            back = [_risen(shelf, back[0], stands[0])]
        changes.append(Change(shelf, tuple(key), stands, back))
    if moved:
        names = _names(context, shelf.key[0] if shelf.key[0] != "id" else shelf.table, moved)
        raise WrongState("import_undo_changed", count=len(moved), names=names)
    _require_unused(context, shelf, [c.key[0] for c in changes if not c.after])
    return changes


def _risen(shelf: Shelf, row: Values, stands: Values) -> Values:
    """As it was, but with a version that no open form has read."""
    place = shelf.columns.index("version")
    return (*row[:place], stands[place] + 1, *row[place + 1 :])


def _require_unused(context: Context, shelf: Shelf, ids: Sequence[Any]) -> None:
    """Refuses to take away what others point to by now, and names it; what the import itself hung
    on it is gone already."""
    if not ids or shelf.key != ("id",):
        return
    for table, column in _references(context, shelf.table):
        sql = f'SELECT DISTINCT "{column}" FROM {table} WHERE "{column}" IN ({{ids}})'
        if table == "customer_pair":
            sql += " AND state <> 'open'"  # those are found by the program, and go with them
        used = [row[0] for row in bulk.rows_in(context.store.database, sql, ids)]
        if used:
            names = _names(context, shelf.table, used)
            code = USED.get(table, "import_used")
            raise WrongState(code, count=len(used), names=names)
    if shelf.table == "customer":
        pair = context.t.customer_pair
        for chunk in bulk.chunks(ids, bulk.MOST_PARAMETERS // 2):
            pair.delete().where((pair.c.one_id << chunk) | (pair.c.other_id << chunk)).execute()
        context.touched.add("customer_pair")


def _references(context: Context, table: str) -> Iterator[tuple[str, str]]:
    """Every column of the database that points to the table, from the schema itself."""
    found = context.memo.get(("references", table))
    if found is None:
        sql = REFERENCES[context.store.engine]
        found = context.store.database.execute_sql(sql, (table,)).fetchall()
        context.memo["references", table] = found
    yield from ((str(row[0]), str(row[1])) for row in found)


def _names(context: Context, of: str, ids: Sequence[Any]) -> str:
    """What people call the first of these records."""
    first = list(dict.fromkeys(ids))[:NAMED]
    sql = NAMES.get(OF.get(of, of))
    named = dict(bulk.rows_in(context.store.database, sql, first)) if sql else {}
    text = ", ".join(str(named.get(each, each)) for each in first)
    return f"{text} …" if len(set(ids)) > NAMED else text


def run_of(context: Context, kind: str) -> dict[str, Any]:
    """The last import of a kind; Refused `import_none`."""
    run = context.t.import_run
    rows = run.select().where(run.c.kind == kind).order_by(run.c.id.desc()).limit(1).dicts()
    for row in rows:
        return dict(row)
    raise Refused("import_none", "kind")
