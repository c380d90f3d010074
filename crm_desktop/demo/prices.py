"""A new price list some days before the demo's today, and the calls that it makes necessary."""

from datetime import timedelta

from crm_desktop.demo.acting import Life
from crm_desktop.demo.stage import Stage
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.price_rises import TellPriceRise, rise_page

DEARER = (3, 4, 5, 6)
"""Percent by which prices rise, by the number of the product."""
EVERY = 4
"""One product in so many rises."""


def dearer(stage: Stage) -> Life:
    """Steel and cement go up; housekeeping finds whom to call, and somebody was called already."""
    price = stage.store.t.product_price
    with stage.work("product.import") as context:
        changed = 0
        for row in list(price.select().order_by(price.c.product_id, price.c.level).dicts()):
            if row["product_id"] % EVERY == 0:
                percent = DEARER[row["product_id"] // EVERY % len(DEARER)]
                risen = -(-row["price_satang"] * (100 + percent) // 10_000) * 100
                same = [getattr(price.c, name) == row[name] for name in KEYS]
                price.update(price_satang=risen).where(*same).execute()
                changed += 1
        context.audit("product", 0, "imported", {}, {"file": "prices.csv", "updated": changed})
    yield (stage.moment + timedelta(days=1)).replace(hour=9, minute=20)
    officer = stage.people["somchai"]
    for call in stage.read(officer, rise_page, ListQuery(filters={"mine": True}, limit=1)).rows:
        stage.do(officer, TellPriceRise(call.id, call.version, "ขอยืนยันราคาเดิมภายในสัปดาห์นี้"))


KEYS = ("product_id", "level", "from_quantity_milli", "valid_from")
