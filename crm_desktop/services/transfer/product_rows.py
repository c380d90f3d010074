"""Products, their prices and their stock, as the shop's system lists them."""

from collections.abc import Sequence
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import sort_key
from crm_desktop.exchange.list_sheet import Column
from crm_desktop.exchange.product_sheet import (
    COLUMNS,
    FIELD_READERS,
    FOREVER,
    LEVEL_OF,
    meaning,
    read_milli,
    read_plain,
    read_satang,
)
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.intake import (
    VERSION,
    Kind,
    Planner,
    Row,
    Shelf,
    Values,
    new_ids,
    settle,
    stored,
    told,
)
from crm_desktop.services.transfer.list_import import moment_of, stamp
from crm_desktop.store import bulk, search

PRODUCT = Shelf(
    "product",
    "product",
    ("id",),
    (
        *("id", "version", "code", "barcode", "name", "name_en", "sort_key", "product_group"),
        *("unit", "vat_class", "cost_satang", "supplier", "lead_days", "active", "imported_at"),
    ),
    watch=VERSION,
    silent=("version", "imported_at"),
)
PRICE = Shelf(
    "price",
    "product_price",
    ("product_id",),
    (
        *("product_id", "level", "from_quantity_milli", "valid_from", "price_satang"),
        "valid_until",
    ),
    single=False,
)
UNIT = Shelf(
    "unit",
    "product_unit",
    ("product_id",),
    ("product_id", "unit", "factor_milli"),
    single=False,
)
STOCK = Shelf(
    "stock",
    "product_stock",
    ("product_id", "branch_id"),
    ("product_id", "branch_id", "quantity_milli", "as_of"),
    silent=("as_of",),
)
NEW = ("", None, "", "", "", "", "", "standard", None, "", None, 1, "")
FIELDS = {name: PRODUCT.columns.index(name) for name in COLUMNS if name in PRODUCT.columns}
CODE, NAME, SORT, IMPORTED = (
    PRODUCT.columns.index(name) for name in ("code", "name", "sort_key", "imported_at")
)
DAYS = ("valid_from", "valid_until")


def _column(key: str) -> Column:
    read = FIELD_READERS.get(key, read_plain)
    return Column(key, COLUMNS[key], read, needed=key == "code")


def resolve(key: str) -> Column | None:
    """Fields that say more than their name: `price:ช่าง:10`, `stock:01`, `unit:2`, `factor:2`."""
    kind, _, rest = key.partition(":")
    match kind:
        case "price":
            level, _, quantity = rest.partition(":")
            known = level in LEVEL_OF.values() and (quantity or "0").isdigit()
            return Column(key, "", read_satang) if known else None
        case "stock":
            return Column(key, "", _any_quantity)
        case "unit" if rest.isdigit():
            return Column(key, "", read_plain)
        case "factor" if rest.isdigit():
            return Column(key, "", read_milli)
    return None


def guess(heading: str) -> str:
    """The key of a heading that no fixed word names."""
    found = meaning(heading)
    if found is None or found[0] == "field":
        return ""
    kind, name, number = found
    return f"price:{name}:{number}" if kind == "price" else f"{kind}:{name}"


def _any_quantity(text: str) -> int:
    return read_milli(text, negative=True)


def offered(context: Context) -> tuple[str, ...]:
    """The fields that depend on the shop."""
    prices = [f"price:{level}:0" for level in dict.fromkeys(LEVEL_OF.values())]
    branch = context.t.branch
    codes = [row[0] for row in branch.select(branch.c.code).order_by(branch.c.code).tuples()]
    units = [f"{kind}:{number}" for number in (2, 3) for kind in ("unit", "factor")]
    return (*prices, "stock:", *(f"stock:{code}" for code in codes), *units)


class Products(Planner):
    """A blank cell leaves what is known; a price replaces its level's prices of the same first
    day but for those whose own column is blank; units that fill all their columns replace the
    others."""

    shelves: ClassVar[tuple[Shelf, ...]] = (PRODUCT, PRICE, UNIT, STOCK)
    dated = True
    makes_new = True

    def begin(self) -> None:
        branch = self.context.t.branch
        rows = branch.select(branch.c.code, branch.c.id).order_by(branch.c.code).tuples()
        self.branches: dict[str, int] = dict(rows)
        own = self.context.actor.branch_id or (
            next(iter(self.branches.values())) if len(self.branches) == 1 else 0
        )
        self.branches[""] = own
        self.stands = stamp(moment_of(self.context, self.asked.as_of or self.context.now))
        self._next: list[int] = []

    def check_headings(self, keys: Sequence[str]) -> None:
        """Which levels and branches the file has; refuses `import_unknown_branch`."""
        prices = [(key, *key.split(":")[1:]) for key in keys if key.startswith("price:")]
        self.columns = [(key, level, int(quantity)) for key, level, quantity in prices]
        self.levels = {level for _, level, _ in self.columns}
        numbers = dict.fromkeys(key[-1] for key in keys if key.startswith(("unit:", "factor:")))
        self.units = [(f"unit:{number}", f"factor:{number}") for number in numbers]
        self.stock = [key for key in keys if key.startswith("stock:")]
        self.by_branch = "branch" in keys and "stock:" in keys
        for key in self.stock:
            if key != "stock:" or not self.by_branch:
                self._branch(key.partition(":")[2])

    def _branch(self, code: str) -> int:
        if not code and not self.branches[""]:
            raise Refused("import_branch_needed", "path")
        if code not in self.branches:
            raise Refused("import_unknown_branch", "path", code=code)
        return self.branches[code]

    def plan(self, rows: Sequence[Row]) -> None:
        """Judges a lot with one look at what is known of it."""
        known = self._known(rows)
        ids = [old[0] for old in known.values()]
        self.prices = stored(self.context, PRICE, ids) if self.levels else {}
        self.other_units = stored(self.context, UNIT, ids) if self.units else {}
        self.lying = stored(self.context, STOCK, ids) if self.stock else {}
        fresh = 0
        for row in rows:
            row.label = code = row.values.get("code", "")
            here = self._place(row) if self.by_branch else 0
            key = code if self.makes_new else (code, here)
            if code and self.once(row, key, "code", "import_code_twice"):
                self._check(row, known.get(code))
            fresh += not row.errors and code not in known
        self._next = new_ids(self.context, "product", fresh)[::-1] if self.write else []
        for row in rows:
            if not row.errors:
                self._change(row, known.get(row.label))
            settle(row, is_new=row.label not in known)

    def _place(self, row: Row) -> int:
        """The branch that the line is of: never the own one because the cell says nothing."""
        text = row.values.get("branch", "")
        found = self.branches.get(text) or self.branches.get(text.zfill(2))
        if "stock:" in row.values and not (text and found):
            code = "import_unknown_branch" if text else "import_cell_needed"
            row.wrong("branch", code, **{"code": text} if text else {})
        return found or 0

    def _known(self, rows: Sequence[Row]) -> dict[str, Values]:
        names = ", ".join(PRODUCT.columns)
        sql = f"SELECT {names} FROM product WHERE code IN ({{ids}})"
        if self.write and self.context.store.engine == "postgresql":
            sql += " ORDER BY id FOR NO KEY UPDATE"  # who saves one of them waits until this is in
        found = bulk.rows_in(self.context.store.database, sql, told(rows, "code"))
        return {row[CODE]: tuple(row) for row in found}

    def _check(self, row: Row, old: Values | None) -> None:
        values = row.values
        if old is None:
            for needed in ("name", "unit"):
                if self.makes_new and needed not in values:
                    row.wrong(needed, "import_new_needs", code=row.label)
            if not self.makes_new:
                row.wrong("code", "import_unknown_product", text=row.label)
        for unit, factor in self.units:
            if (unit in values) != bool(values.get(factor)):
                row.wrong(unit if unit in values else factor, "import_unit_pair")
        if values.get("valid_from", "") > values.get("valid_until", FOREVER):
            row.wrong("valid_until", "import_dates_turned")

    def _change(self, row: Row, old: Values | None) -> None:
        product_id = old[0] if old else self._next.pop() if self._next else 0
        if self.makes_new:
            self._product(row, product_id, old)
        if self.levels:
            self._prices(row, product_id)
        if self.units:
            self._units(row, product_id)
        if self.stock:
            self._stock(row, product_id)

    def _product(self, row: Row, product_id: int, old: Values | None) -> None:
        before = [old] if old else []
        after: list[Any] = list(old) if old else [product_id, 1, *NEW]
        for name, value in row.values.items():
            if name in FIELDS:
                after[FIELDS[name]] = value
        if old is None or old[NAME] != after[NAME]:
            after[SORT] = sort_key(after[NAME]) if self.write else ""
            row.notes["findable"] = True
        elif any(old[FIELDS[name]] != after[FIELDS[name]] for name in ("barcode", "name_en")):
            row.notes["findable"] = True
        if old is not None and tuple(after) != old:
            after[1] += 1
        after[IMPORTED] = self.context.moment
        row.put(PRODUCT, (product_id,), before, [tuple(after)])

    def _prices(self, row: Row, product_id: int) -> None:
        values = row.values
        since, until = values.get("valid_from", ""), values.get("valid_until", FOREVER)
        before = self.prices.get(product_id, [])
        told = {level for key, level, _ in self.columns if key in values}
        blank = {(level, quantity) for key, level, quantity in self.columns if key not in values}
        after = [
            each for each in before if each[1] not in told or each[3] != since or each[1:3] in blank
        ]
        after += [
            (product_id, level, quantity, since, values[key], until)
            for key, level, quantity in self.columns
            if key in values
        ]
        row.put(PRICE, (product_id,), before, sorted(after))

    def _units(self, row: Row, product_id: int) -> None:
        values = row.values
        pairs = {values[unit]: values[factor] for unit, factor in self.units if unit in values}
        before = sorted(self.other_units.get(product_id, []))
        whole = all(unit in values for unit, _ in self.units)
        after = [each for each in before if not whole and each[1] not in pairs]
        after += [(product_id, unit, factor) for unit, factor in pairs.items()]
        row.put(UNIT, (product_id,), before, sorted(after))

    def _stock(self, row: Row, product_id: int) -> None:
        here = {each[1]: each for each in self.lying.get(product_id, [])}
        for key in self.stock:
            if key in row.values:
                own = key == "stock:" and self.by_branch
                branch = self._place(row) if own else self.branches[key.partition(":")[2]]
                after = (product_id, branch, row.values[key], self.stands)
                before = [here[branch]] if branch in here else []
                row.put(STOCK, (product_id, branch), before, [after])

    def written(self, rows: Sequence[Row]) -> None:
        """What has another name is found by it."""
        changed = (c.after[0] for row in rows if "findable" in row.notes for c in row.changes[:1])
        search.put_all(self.context.store, "product", map(_record, changed))


class Prices(Products):
    """Prices of known products: a column for each level, or a level in each line."""

    shelves = (PRICE,)
    makes_new = False

    def check_headings(self, keys: Sequence[str]) -> None:
        """Refuses `import_no_column` where no column has prices."""
        super().check_headings(keys)
        if not self.levels:
            words = "price / ราคา"
            raise Refused("import_no_column", "path", path=self.asked.path, column=words)
        self.units, self.stock = [], []


class Stock(Products):
    """What lies where, of known products: a column for each branch, a branch in each line, or the
    own branch's."""

    shelves = (STOCK,)
    makes_new = False

    def check_headings(self, keys: Sequence[str]) -> None:
        """Refuses `import_no_column` where no column has quantities."""
        super().check_headings(keys)
        if not self.stock:
            words = "stock / คงเหลือ"
            raise Refused("import_no_column", "path", path=self.asked.path, column=words)
        self.levels, self.units = set(), []


def _record(row: Values) -> search.Record:
    barcode = row[PRODUCT.columns.index("barcode")] or ""
    return search.Record(row[0], (row[NAME], row[NAME + 1]), (row[CODE], barcode))


def undone(context: Context, shelf: str, ids: Sequence[Any]) -> None:
    """What is a product again is found as such; what is none any more is not."""
    if shelf != "product":
        return
    there = {row[0]: row for rows in stored(context, PRODUCT, ids).values() for row in rows}
    records = (_record(there[each]) if each in there else search.Record(each) for each in ids)
    search.put_all(context.store, "product", records)


FULL = tuple(_column(key) for key in COLUMNS)
FEW = tuple(each for each in FULL if each.name in ("code", *DAYS))
KINDS = {
    "products": Kind(
        "products", "product.import", "product", FULL, Products, resolve, guess, offered, undone
    ),
    "prices": Kind(
        "prices",
        "product.import",
        "product",
        FEW,
        Prices,
        lambda key: resolve(key) if key.startswith("price:") else None,
        lambda key: found if (found := guess(key)).startswith("price:") else "",
        lambda context: tuple(k for k in offered(context) if k.startswith("price:")),
    ),
    "stock": Kind(
        "stock",
        "product.import",
        "product_stock",
        (*FEW[:1], _column("branch")),
        Stock,
        lambda key: resolve(key) if key.startswith("stock:") else None,
        lambda key: found if (found := guess(key)).startswith("stock:") else "",
        lambda context: tuple(k for k in offered(context) if k.startswith("stock:")),
    ),
}
