"""Lists of the shop's system taken in whole: checked line by line first, then one transaction."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import sort_key
from crm_desktop.exchange.product_sheet import (
    FOREVER,
    ProductLine,
    ProductSheet,
    read_products,
)
from crm_desktop.exchange.sheets import RowError, Sheet, write_sheet
from crm_desktop.messages import sentence
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.store import bulk, search

NEW_PRODUCT = {
    "version": 1,
    "barcode": None,
    "name_en": "",
    "product_group": "",
    "vat_class": "standard",
    "cost_satang": None,
    "supplier": "",
    "lead_days": None,
    "active": 1,
}
COLUMNS = (
    *("id", "version", "code", "barcode", "name", "name_en", "sort_key", "product_group", "unit"),
    *("vat_class", "cost_satang", "supplier", "lead_days", "active", "imported_at"),
)


@dataclass(frozen=True)
class Imported:
    """What an import did."""

    added: int
    updated: int
    skipped: int


@dataclass(frozen=True)
class ImportProducts(Command[Imported]):
    """Takes a product list in; refused with nothing imported if a line is wrong, unless such lines
    are to be skipped. `as_of` (None: now) is the moment that the stock figures are of.

    A blank cell leaves what is known; a price column replaces its level's prices of the same
    first day, a unit column all other units.
    """

    name: ClassVar[str] = "product.import"
    path: str
    skip_bad_rows: bool = False
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, and every error by line."""

    rows: int
    added: int
    updated: int
    errors: tuple[RowError, ...]
    ignored: tuple[str, ...]


@dataclass(slots=True)
class Plan:
    """A file read against what is known: sound lines, and the rows that the products will be."""

    sheet: ProductSheet
    known: dict[str, dict[str, Any]]
    lines: list[ProductLine]
    errors: list[RowError]
    bad_lines: int = 0

    @property
    def added(self) -> int:
        """How many sound lines name a code that is not known yet."""
        return sum(line.code not in self.known for line in self.lines)


@query("product.import")
def preview_products(context: Context, path: str) -> Preview:
    """Reads the whole file and changes nothing."""
    plan = _plan(context, path)
    count = len(plan.lines)
    return Preview(
        count + plan.bad_lines,
        plan.added,
        count - plan.added,
        tuple(plan.errors),
        plan.sheet.ignored,
    )


def write_errors(path: Path, errors: Iterable[RowError], language: str = "th") -> None:
    """The errors as a sheet to mend the list by; refuses what `write_sheet` does."""
    codes = ("import_line", "import_column", "import_error")
    rows = tuple(
        (error.line, error.column, sentence(error.code, language, **error.values))
        for error in errors
    )
    heading = tuple(sentence(code, language) for code in codes)
    write_sheet(path, Sheet(sentence("import_error", language), heading, rows))


@handles(ImportProducts)
def import_products(context: Context, command: ImportProducts) -> Imported:
    """Writes products, prices, units and stock, makes them findable, and leaves one audit line
    with a digest of the file and of all rows written."""
    plan = _plan(context, command.path)
    if plan.errors and not command.skip_bad_rows:
        first = plan.errors[0]
        raise Refused("import_rows_wrong", "path", count=len(plan.errors), line=first.line)
    rows = _rows(context, plan)
    added = plan.added
    _write_products(context, plan, rows)
    ids = {row["code"]: row["id"] for row in rows}
    as_of = (command.as_of or context.now).isoformat(timespec="milliseconds")
    _write_prices(context, plan, ids)
    _write_units(context, plan, ids)
    _write_stock(context, plan, ids, as_of)
    done = Imported(added, len(rows) - added, plan.bad_lines)
    after = {
        "file": Path(command.path).name,
        "file_sha256": file_digest(Path(command.path)),
        "rows_sha256": _digest(plan.lines),
        "added": done.added,
        "updated": done.updated,
        "skipped": done.skipped,
    }
    context.audit("product", 0, "imported", {}, after)
    return done


def _plan(context: Context, path: str) -> Plan:
    sheet = read_products(Path(path))
    branches = _branches(context)
    for code in sheet.branches:
        if code not in branches:
            raise Refused("import_unknown_branch", "path", code=code)
    plan = Plan(sheet, _known(context), [], [])
    for line in sheet.lines:
        _check_new(line, plan.known)
        if line.errors:
            plan.errors += line.errors
            plan.bad_lines += 1
        else:
            plan.lines.append(line)
    return plan


def _known(context: Context) -> dict[str, dict[str, Any]]:
    select = f"SELECT {', '.join(COLUMNS)} FROM product"
    rows = context.store.database.execute_sql(select).fetchall()
    return {row[2]: dict(zip(COLUMNS, row, strict=True)) for row in rows}


def _branches(context: Context) -> dict[str, int]:
    """Branch ids by code; "" is the actor's own."""
    branch = context.t.branch
    rows = branch.select(branch.c.code, branch.c.id).tuples()
    return dict(rows) | {"": context.actor.branch_id}


def _check_new(line: ProductLine, known: dict[str, dict[str, Any]]) -> None:
    if line.code in known or not line.code:
        return
    for needed in ("name", "unit"):
        if needed not in line.values:
            line.errors.append(RowError(line.line, needed, "import_new_needs", {"code": line.code}))


def _rows(context: Context, plan: Plan) -> list[dict[str, Any]]:
    fresh = iter(_new_ids(context, plan.added))
    rows = []
    for line in plan.lines:
        old = plan.known.get(line.code)
        row = dict(old or NEW_PRODUCT | {"id": next(fresh), "code": line.code})
        row.update((name, line.values[name]) for name in line.values if name in COLUMNS)
        if old is None or old["name"] != row["name"]:
            row["sort_key"] = sort_key(row["name"])
        if old is not None and row != old:
            row["version"] += 1
        row["imported_at"] = context.moment
        rows.append(row)
    return rows


def _new_ids(context: Context, count: int) -> Iterable[int]:
    database = context.store.database
    if context.store.engine == "sqlite":
        last = database.execute_sql("SELECT coalesce(max(id), 0) FROM product").fetchone()[0]
        return range(last + 1, last + count + 1)
    sql = "SELECT nextval(pg_get_serial_sequence('product', 'id')) FROM generate_series(1, %s)"
    return [row[0] for row in database.execute_sql(sql, (count,)).fetchall()]


def _write_products(context: Context, plan: Plan, rows: list[dict[str, Any]]) -> None:
    kept = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "id")
    bulk.insert(
        context.store.database,
        "product",
        COLUMNS,
        ([row[name] for name in COLUMNS] for row in rows),
        f"ON CONFLICT (id) DO UPDATE SET {kept}",
    )
    records = (
        search.Record(row["id"], (row["name"], row["name_en"]), (row["code"], row["barcode"] or ""))
        for row in rows
    )
    search.put_all(context.store, "product", records)


def _write_prices(context: Context, plan: Plan, ids: dict[str, int]) -> None:
    if not plan.sheet.levels:
        return
    mark = context.store.database.param
    levels = ", ".join([mark] * len(plan.sheet.levels))
    sql = f"DELETE FROM product_price WHERE product_id = {mark} AND valid_from = {mark}"
    rows = []
    for line in plan.lines:
        product_id, since = ids[line.code], line.values.get("valid_from", "")
        until = line.values.get("valid_until", FOREVER)
        if line.code in plan.known:
            context.store.database.execute_sql(
                f"{sql} AND level IN ({levels})", (product_id, since, *plan.sheet.levels)
            )
        rows += [(product_id, *price, since, until) for price in line.prices]
    names = ("product_id", "level", "from_quantity_milli", "price_satang")
    columns = (*names, "valid_from", "valid_until")
    bulk.insert(context.store.database, "product_price", columns, rows)
    context.touched.add("product_price")


def _write_units(context: Context, plan: Plan, ids: dict[str, int]) -> None:
    if not plan.sheet.has_units:
        return
    database = context.store.database
    sql = f"DELETE FROM product_unit WHERE product_id = {database.param}"
    for line in plan.lines:
        if line.code in plan.known:
            database.execute_sql(sql, (ids[line.code],))
    rows = ((ids[line.code], *unit) for line in plan.lines for unit in dict(line.units).items())
    bulk.insert(database, "product_unit", ("product_id", "unit", "factor_milli"), rows)


def _write_stock(context: Context, plan: Plan, ids: dict[str, int], as_of: str) -> None:
    branches = _branches(context)
    rows = (
        (ids[line.code], branches[branch], milli, as_of)
        for line in plan.lines
        for branch, milli in line.stock
    )
    bulk.insert(
        context.store.database,
        "product_stock",
        ("product_id", "branch_id", "quantity_milli", "as_of"),
        rows,
        "ON CONFLICT (product_id, branch_id) DO UPDATE"
        " SET quantity_milli = excluded.quantity_milli, as_of = excluded.as_of",
    )


def _digest(lines: Iterable[ProductLine]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(repr((line.code, line.values, line.prices, line.units, line.stock)).encode())
    return digest.hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file as it was taken in."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
