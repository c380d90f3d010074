"""What is read of goods: lists, cards, prices, barcodes; who changes them is the import."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.domain.thai import swap_layout
from crm_desktop.services.customers.customers import price_level
from crm_desktop.services.paging import ListQuery, found, keyset
from crm_desktop.services.products.product_values import (
    BASE_LEVEL,
    BranchStock,
    Goods,
    Price,
    ProductCard,
    ProductRow,
    Unit,
)
from crm_desktop.services.registry import Context, Page, query

SORTS = {"name": "sort_key", "code": "code"}
ALWAYS = ("", "9999-12-31")


@query("product.read")
def product_page(context: Context, wanted: ListQuery) -> Page[ProductRow]:
    """A page by `name` (the default) or `code`, or what a text finds, best first.

    Filters: product_group, price_level (whose prices are listed), and inactive to see goods no
    longer sold as well.
    """
    table = context.t.product
    rows = table.select()
    if not wanted.filters.get("inactive"):
        rows = rows.where(table.c.active == 1)
    level = wanted.filters.get("price_level") or BASE_LEVEL
    if group := wanted.filters.get("product_group"):
        rows = rows.where(table.c.product_group == group)
    if wanted.text.strip():
        return Page(_rows(context, found(context.store, table, rows, wanted), level))
    sort = wanted.sort or "name"
    if sort not in SORTS:
        raise Refused("bad_choice", "sort", value=sort)
    key = getattr(table.c, SORTS[sort])
    read = keyset(rows, key, table.c.id, wanted)
    page, more = read[: wanted.limit], len(read) > wanted.limit
    end = (page[-1][SORTS[sort]], page[-1]["id"]) if more else None
    return Page(_rows(context, page, level), end)


@query("product.read")
def find_products(
    context: Context, text: str, limit: int = 20, customer_id: int = 0
) -> tuple[ProductRow, ...]:
    """What an officer means while typing into a line: a code, a barcode or a part of a name; at
    the prices of that customer's level."""
    filters = {"price_level": price_level(context, customer_id)}
    return product_page(context, ListQuery(text=text, filters=filters, limit=limit)).rows


def product_rows(context: Context, ids: Sequence[int], level: str) -> tuple[ProductRow, ...]:
    """These products in this order at the prices of a level; those no longer sold are left out."""
    table = context.t.product
    rows = table.select().where(table.c.id.in_(list(ids)), table.c.active == 1)
    found = {row["id"]: row for row in rows.dicts()}
    return _rows(context, [found[each] for each in ids if each in found], level)


@query("product.read")
def product_by_code(context: Context, text: str, customer_id: int = 0) -> ProductRow | None:
    """The product of exactly this code or barcode, also scanned with the Thai layout on, at the
    price of that customer's level."""
    table = context.t.product
    for typed in (text.strip(), swap_layout(text.strip())):
        for column in (table.c.barcode, table.c.code):
            rows = table.select().where(column == typed, table.c.active == 1).limit(2)
            found = list(rows.dicts())
            if len(found) == 1:
                return _rows(context, found, price_level(context, customer_id))[0]
    return None


@query("product.read")
def product_groups(context: Context) -> tuple[str, ...]:
    """The groups there are, for filters."""
    table = context.t.product
    rows = table.select(table.c.product_group).distinct().order_by(table.c.product_group)
    return tuple(row[0] for row in rows.tuples() if row[0])


@query("product.read")
def product_card(context: Context, product_id: int) -> ProductCard:
    """Everything about one product; its cost only for who may see costs."""
    row = context.row("product", product_id)
    good = goods(context, [product_id])[product_id]
    return ProductCard(
        id=row["id"],
        version=row["version"],
        code=row["code"],
        barcode=row["barcode"] or "",
        name=row["name"],
        name_en=row["name_en"],
        product_group=row["product_group"],
        unit=row["unit"],
        vat_class=good.vat_class,
        supplier=row["supplier"],
        lead_days=row["lead_days"],
        active=bool(row["active"]),
        imported_at=datetime.fromisoformat(row["imported_at"]),
        units=good.units,
        prices=good.prices,
        stock=_stock(context, product_id),
        cost=good.cost if context.actor.may("cost.see") else None,
    )


@query("product.read")
def price_of(
    context: Context, product_id: int, level: str, quantity: Decimal, unit: str, day: date
) -> Money:
    """The list price of one unit; Refused `unknown_unit` or `no_price`."""
    good = goods(context, [product_id]).get(product_id)
    if good is None:
        raise Refused("not_found", record="product", record_id=product_id)
    if good.factor(unit) is None:
        raise Refused("unknown_unit", "unit", unit=unit, code=good.code)
    price = good.price(level, unit, quantity, day)
    if price is None:
        raise Refused("no_price", "unit_price", code=good.code)
    return price


def goods(context: Context, ids: Iterable[int]) -> dict[int, Goods]:
    """Products with units and prices by id, for rules and lines; unknown ids are left out."""
    wanted = tuple(sorted(set(ids)))
    if not wanted:
        return {}
    units: dict[int, list[Unit]] = {}
    for row in context.rows("product_unit", "unit", product_id=wanted):
        made = Unit(row["unit"], Decimal(row["factor_milli"]).scaleb(-3))
        units.setdefault(row["product_id"], []).append(made)
    prices: dict[int, list[Price]] = {}
    order = ("level", "from_quantity_milli", "valid_from")
    for row in context.rows("product_price", *order, product_id=wanted):
        prices.setdefault(row["product_id"], []).append(_price(row))
    return {
        row["id"]: Goods(
            row["id"],
            row["code"],
            row["name"],
            row["name_en"],
            row["unit"],
            row["product_group"],
            VatClass(row["vat_class"]),
            tuple(units.get(row["id"], ())),
            tuple(prices.get(row["id"], ())),
            None if row["cost_satang"] is None else Money(row["cost_satang"]),
        )
        for row in context.rows("product", id=wanted)
    }


def _price(row: dict[str, Any]) -> Price:
    since, until = (
        None if row[name] in ALWAYS else date.fromisoformat(row[name])
        for name in ("valid_from", "valid_until")
    )
    return Price(
        row["level"],
        Decimal(row["from_quantity_milli"]).scaleb(-3),
        Money(row["price_satang"]),
        since,
        until,
    )


def _stock(context: Context, product_id: int) -> tuple[BranchStock, ...]:
    stock, branch = context.t.product_stock, context.t.branch
    rows = (
        stock.select(
            stock.c.branch_id,
            stock.c.quantity_milli,
            stock.c.as_of,
            branch.c.name_th,
            branch.c.name_en,
        )
        .join(branch, on=branch.c.id == stock.c.branch_id)
        .where(stock.c.product_id == product_id)
        .order_by(branch.c.code)
    )
    name = "name_th" if context.actor.language == "th" else "name_en"
    found = []
    for row in rows.dicts():
        as_of = datetime.fromisoformat(row["as_of"])
        quantity = Decimal(row["quantity_milli"]).scaleb(-3)
        age = context.now - as_of
        found.append(BranchStock(row["branch_id"], row[name], quantity, as_of, age))
    return tuple(found)


def _rows(context: Context, rows: list[dict[str, Any]], level: str) -> tuple[ProductRow, ...]:
    ids = [row["id"] for row in rows]
    listed = goods(context, ids)
    stock = context.t.product_stock
    held = stock.select(stock.c.product_id, stock.c.quantity_milli, stock.c.as_of).where(
        stock.c.product_id.in_(ids), stock.c.branch_id == context.actor.branch_id
    )
    lying = {row[0]: row[1:] for row in held.tuples()}
    day = context.today
    return tuple(
        _row(
            row, listed[row["id"]].price(level, row["unit"], Decimal(1), day), lying.get(row["id"])
        )
        for row in rows
    )


def _row(row: dict[str, Any], price: Money | None, stock: tuple[int, str] | None) -> ProductRow:
    return ProductRow(
        row["id"],
        row["code"],
        row["barcode"] or "",
        row["name"],
        row["name_en"],
        row["product_group"],
        row["unit"],
        VatClass(row["vat_class"]),
        price,
        Decimal(stock[0]).scaleb(-3) if stock else None,
        datetime.fromisoformat(stock[1]) if stock else None,
        bool(row["active"]),
    )
