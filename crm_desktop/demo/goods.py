"""The goods of the demo shop: every brand of a family in every size, priced, stocked, findable."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from crm_desktop.demo.stage import Stage, words
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import sort_key
from crm_desktop.services.products.product_values import Goods
from crm_desktop.services.products.products import goods
from crm_desktop.services.registry import Context
from crm_desktop.store import search

LEVELS = {"retail": "1", "wholesale": "0.98", "contractor": "0.97", "project": "0.95"}
VAT = Decimal("1.07")
PROMOTED = 0.04  # share of goods that are cheaper these weeks
SUPPLIERS = ("ส.เจริญค้าวัสดุ", "ไทยบิลดิ้งซัพพลาย", "โรงงานบูรพา", "อีสานเทรดดิ้ง", "นำเข้าโดยบริษัท")


def stock_up(stage: Stage, end: datetime) -> tuple[Goods, ...]:
    """Fills the shelves as the shop's system reported them on the morning of `end`."""
    luck = stage.luck("goods")
    morning = end.replace(hour=6, minute=30, second=0).isoformat(timespec="milliseconds")
    with stage.work("demo.goods") as context:
        branch = context.t.branch
        branches = [row[0] for row in branch.select(branch.c.id).order_by(branch.c.id).tuples()]
        ids, records = [], []
        for number, product in enumerate(_products(luck), start=1):
            product_id = _insert(context, product, number, morning, luck)
            _prices(context, product_id, product["price"], end, luck)
            _stock(context, product_id, branches, morning, luck)
            ids.append(product_id)
            names = (product["name"], product["name_en"])
            keys = (product["code"], _barcode(number))
            records.append(search.Record(product_id, names, keys))
        search.put_all(context.store, "product", records)
        context.audit("product", 0, "imported", {}, {"count": len(ids)})
        found = goods(context, ids)
    return tuple(found[each] for each in ids)


def _products(luck: Random) -> Iterator[dict[str, Any]]:
    for family in words("products")["family"]:
        for number, size in enumerate(family["sizes"], start=1):
            for letter, brand in zip("ABCDEFGH", family["brands"], strict=False):
                names = {"size": size[0], "brand": brand[0]}
                english = {"size": size[1], "brand": brand[1]}
                dearer = Decimal(luck.randint(96, 106)) / 100
                yield {
                    "code": f"{family['code']}-{number:02d}{letter}",
                    "name": family["name"].format(**names),
                    "name_en": family["name_en"].format(**english),
                    "group": family["group"],
                    "unit": family["unit"],
                    "units": family.get("units", {}),
                    "price": tidy(Decimal(size[2]) * dearer),
                    "cost": Decimal(family["cost"]),
                    "lead": family["lead"],
                }


def tidy(price: Decimal) -> Decimal:
    """Prices as they hang on shelves: whole baht from a hundred on, quarters below."""
    step = Decimal(1) if price >= 100 else Decimal("0.25")
    return (price / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _insert(
    context: Context, product: dict[str, Any], number: int, moment: str, luck: Random
) -> int:
    cost = Money.of((product["price"] / VAT * product["cost"]).quantize(Decimal("0.01")))
    product_id = int(
        context.t.product.insert(
            code=product["code"],
            barcode=_barcode(number),
            name=product["name"],
            name_en=product["name_en"][:1].upper() + product["name_en"][1:],
            sort_key=sort_key(product["name"]),
            product_group=product["group"],
            unit=product["unit"],
            cost_satang=cost.satang,
            supplier=luck.choice(SUPPLIERS),
            lead_days=product["lead"],
            imported_at=moment,
        ).execute()
    )
    context.t.product_unit.add_all(
        {"product_id": product_id, "unit": unit, "factor_milli": int(Decimal(factor) * 1000)}
        for unit, factor in product["units"].items()
    )
    return product_id


def _barcode(number: int) -> str:
    """A Thai EAN-13 with its check digit."""
    digits = f"8859{number:08d}"
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-weighed % 10}"


def _prices(context: Context, product_id: int, price: Decimal, end: datetime, luck: Random) -> None:
    rows = [
        _price(product_id, level, tidy(price * Decimal(share))) for level, share in LEVELS.items()
    ]
    if luck.random() < 0.3:
        rows.append(
            _price(product_id, "retail", tidy(price * Decimal("0.97")))
            | {"from_quantity_milli": 50_000}
        )
    if luck.random() < PROMOTED:
        rows.append(
            _price(product_id, "retail", tidy(price * Decimal("0.9")))
            | {
                "valid_from": (end - timedelta(days=10)).date().isoformat(),
                "valid_until": (end + timedelta(days=20)).date().isoformat(),
            }
        )
    context.t.product_price.add_all(rows)


def _price(product_id: int, level: str, price: Decimal) -> dict[str, Any]:
    return {
        "product_id": product_id,
        "level": level,
        "price_satang": Money.of(price).satang,
        "from_quantity_milli": 0,
        "valid_from": "",
        "valid_until": "9999-12-31",
    }


def _stock(
    context: Context, product_id: int, branches: list[int], moment: str, luck: Random
) -> None:
    context.t.product_stock.add_all(
        {
            "product_id": product_id,
            "branch_id": branch_id,
            "quantity_milli": 1000 * luck.choice((0, 4, 12, 40, 150, 400, 900)),
            "as_of": moment,
        }
        for branch_id in branches
    )
