"""Every row of every state table happens through the one door, and nothing that is no row does."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal

import pytest

from crm_desktop.domain.authority import Grade, Level, Row, ladder, rows_to_json, shipped
from crm_desktop.domain.authority.shipped import CREDIT
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposits import AskDeposit
from crm_desktop.services.orders.orders import SaveOrder, SubmitOrder
from crm_desktop.services.orders.purchasing import AnswerPurchase, RequestPurchase
from crm_desktop.store import Store
from tests.conftest import POSTGRES, Furnished
from tests.services import acts
from tests.services.acts_goods import quote, request, sales_say, sign
from tests.services.desk import Desk, desk, staffed
from tests.services.shop import SellingShop, shop
from tests.services.walking import Scene, Step, Walk

__all__ = ["desk", "shop"]

SPECIFICATION = (("specification", "ประตูไม้สัก 90 × 200 ซม."),)


class Enough(Exception):
    """Ends a transaction that nobody keeps."""


@contextmanager
def never_kept(shop: SellingShop) -> Iterator[None]:
    """Runs in a transaction that is taken back, so that savepoints can come and go in it."""
    with suppress(Enough), shop.store.write():
        yield
        raise Enough


def three_levels(shop: SellingShop) -> None:
    """Issuing is for the officer to consult on, for the supervisor to ask, the manager's own."""
    matters = {kind.matter for kind in KINDS.values()}
    levels = {Grade.G3: Level.CONSULT, Grade.G4: Level.SUPERIOR, Grade.G5: Level.OWN}
    rows = [
        Row(row.matter, row.grade, (ladder("amount", (levels[row.grade], None)), CREDIT))
        if row.matter in matters and row.grade in levels
        else row
        for row in shipped().rows
    ]
    shop.confirm(tuple(rows_to_json(rows)))


def written(shop: SellingShop, kind: str, **values: object) -> int:
    """A draft of four bags of cement."""
    content = shop.content(shop.line("CEM", acts.WHOLE), **values)
    return shop.desk.officer.execute(SaveOrder(kind, None, 0, content)).id


def confirmed(shop: SellingShop, kind: str, **values: object) -> int:
    """The same with its number."""
    document_id = written(shop, kind, **values)
    command = SubmitOrder(document_id, 1, Plea("–"), issue=True)
    return shop.desk.manager.execute(command).id


def purchase(shop: SellingShop) -> int:
    """The draft of a purchase request for a back order."""
    order = confirmed(shop, "BO")
    version = Scene(shop, order).row()["version"]
    return shop.desk.officer.execute(RequestPurchase(order, version)).id


def deposit(shop: SellingShop) -> int:
    """Two hundred baht expected for a sales order, beside which there is another one."""
    order = confirmed(shop, "SO")
    confirmed(shop, "SO")
    return shop.desk.officer.execute(AskDeposit(order, Money.of(200))).id


def later(shop: SellingShop) -> int:
    """A back order draft beside one that was confirmed before."""
    confirmed(shop, "BO")
    shop.desk.later(seconds=1)
    return written(shop, "BO")


def two_goods(shop: SellingShop) -> int:
    """A back order of cement that is short, and of tiles that are ordered."""
    lines = (shop.line("CEM", acts.WHOLE), shop.line("TILE", acts.WHOLE))
    manager = shop.desk.manager
    saved = manager.execute(SaveOrder("BO", None, 0, shop.content(*lines)))
    order = manager.execute(SubmitOrder(saved.id, saved.version, Plea("–"), issue=True))
    tiles = Scene(shop, order.id).rows("document_line", document_id=order.id)[1]["id"]
    asked = manager.execute(RequestPurchase(order.id, order.version, ((tiles, acts.WHOLE),)))
    sent = manager.execute(SubmitOrder(asked.id, asked.version, Plea("–"), issue=True))
    on = shop.desk.now.date()
    shop.desk.sales.execute(AnswerPurchase(sent.id, sent.version, "confirm", on))
    return order.id


def special(shop: SellingShop) -> int:
    """The draft of a special order that wants a deposit."""
    return written(shop, "SP", deposit_percent=Decimal(50), facts=SPECIFICATION)


def bought(shop: SellingShop) -> int:
    """A purchase request for a special order, bought by Sales."""
    scene = Scene(shop, written(shop, "SP", facts=SPECIFICATION))
    sign(scene)
    quote(scene)
    submit = SubmitOrder(scene.paper_id, scene.row()["version"], Plea("–"), issue=True)
    shop.desk.manager.execute(submit)
    asked: int = request(acts.WHOLE)(scene).id
    sales_say("confirm")(scene)
    return asked


FAILED = {
    ("purchase_request", "partly_received", "replace"),
    ("purchase_request", "received", "replace"),
    ("purchase_request_line", "received", "replace"),
}
QUEUE = {("back_order", "arrived", "goods_ordered"), ("back_order_line", "received", "give_way")}
TWO_GOODS = {("back_order", "confirmed", "goods_ordered")}
REST: set[Step] = set()

# Where each walk begins, and the rows that it alone is there for.
BEGINNINGS: dict[str, tuple[tuple[Callable[[SellingShop], int], set[Step]], ...]] = {
    "QT": ((lambda shop: shop.draft(shop.line("CEM", acts.WHOLE)).id, REST),),
    "SO": ((lambda shop: written(shop, "SO"), REST),),
    "BO": (
        (two_goods, TWO_GOODS),
        (later, QUEUE),
        (lambda shop: written(shop, "BO"), REST),
    ),
    "PR": ((bought, FAILED), (purchase, REST)),
    "SP": ((special, REST),),
    "DP": ((deposit, REST),),
}


@pytest.fixture
def other(desk: Desk, request: pytest.FixtureRequest) -> Iterator[SellingShop | None]:
    """The same shop on PostgreSQL, where there is a server."""
    if not os.environ.get(POSTGRES):
        yield None
        return
    with request.getfixturevalue("postgres_databases").fresh(Furnished.SELLING) as url:
        store = Store.open(url)
        yield SellingShop(staffed(store))
        store.close()


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("code", BEGINNINGS)
def test_every_row_happens_and_nothing_else_does(
    shop: SellingShop, other: SellingShop | None, code: str
) -> None:
    """The ways to all rows are found on SQLite, where what is no row is tried too, and gone on
    PostgreSQL."""
    kind = KINDS[code]
    tables = [table for table in (kind.states, kind.goods) if table is not None]
    left: set[Step] = {(table.name, row.state, row.event) for table in tables for row in table.rows}
    three_levels(shop)
    if other:
        three_levels(other)
    for begin, alone in BEGINNINGS[code]:
        with never_kept(shop):
            walk = Walk(Scene(shop, begin(shop)), acts.ACTS[code], acts.plainly)
            stages = () if alone or kind.goods is None else kind.goods.states
            walk.explore(alone or left, stages)
            if not alone:
                walk.refuses(kind.states)
            if not alone and kind.goods is not None:
                walk.refuses_goods(kind.goods)
        if other:
            with never_kept(other):
                again = Walk(Scene(other, begin(other)), acts.ACTS[code], acts.plainly)
                again.follow([walk.ways[step] for step in left & walk.walked])
                assert left & walk.walked <= again.walked
        left -= walk.walked
    assert not left, sorted(left)
    assert set(walk.reached) == set(kind.states.states)
    assert kind.goods is None or set(walk.stood) == set(kind.goods.states)


def test_every_kind_with_a_life_of_its_own_is_walked() -> None:
    """A visit and a merge of customers are walked by their own tests: they are no papers."""
    assert set(KINDS) - set(BEGINNINGS) == {"VS", "CM"}
