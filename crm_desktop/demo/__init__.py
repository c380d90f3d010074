"""A believable Thai building-materials shop in an empty database, to try everything on."""

from datetime import datetime, timedelta
from typing import Any

from crm_desktop.demo.stage import Stage
from crm_desktop.services.first_run import require_empty
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.store import Store, bulk

YEAR = timedelta(days=365)
PAPERS = 180


def fill(
    store: Store, customers: int, seed: int, now: datetime | None = None, *, papers: int = PAPERS
) -> dict[str, Any]:
    """Plays a year up to `now` in one transaction and says how much came of it.

    The same seed and moment give the same data; without `papers` nothing is played, people,
    products and customers are all there is. Refused `desk_set_up_already` unless empty.
    """
    from crm_desktop.demo import clients, goods, shop
    from crm_desktop.demo.papers import play

    end = (now or store.now()).replace(microsecond=0)
    with bulk.straight(store.database), store.write():
        require_empty(Context(store, SYSTEM, end))
        stage = Stage(store, seed, (end - YEAR).replace(hour=7, minute=0, second=0))
        shop.open_up(stage)
        products = goods.stock_up(stage, end)
        found = clients.gather(stage, customers)
        played = {"papers": 0, "visits": 0}
        if papers:
            played = play(stage, found, products, end, papers)
        stage.moment = end
    return {
        "people": len(stage.people),
        "products": len(products),
        "customers": customers,
        **played,
    }
