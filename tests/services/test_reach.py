"""A program that has just started holds whatever an answer reaches, like one that ran all day."""

import subprocess
import sys

from crm_desktop.services.authority.requests import EFFECTS, HOLDS
from crm_desktop.services.orders.orders import CancelOrder
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]

FRESH = """
import sys
from datetime import datetime
from crm_desktop.application import Application
from crm_desktop.services.authority import approvals
from crm_desktop.services.registry import Context
from crm_desktop.store import Store

url, person, request, version, moment = sys.argv[1:]
hold, held = Context.hold, []
def told(self, table, record_id):
    held.append(f"{table}:{record_id}")
    hold(self, table, record_id)
Context.hold = told
program = Application(Store.open(url), lambda: datetime.fromisoformat(moment))
program.become(int(person))
program.execute(approvals.AnswerRequest(int(request), int(version), "approve", ""))
print(*held)
"""


def held_by_answer(shop: GoodsShop, url: str, who: str, request_id: int | None) -> list[str]:
    """What a new program holds to answer, first things first."""
    request = shop.request(request_id)
    program = getattr(shop.desk, who)
    given = [url, program.actor.person_id, request["id"], request["version"]]
    words = [str(each) for each in (*given, shop.desk.now.isoformat())]
    done = subprocess.run(
        [sys.executable, "-c", FRESH, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_money_is_never_moved_twice_onto_a_paper_that_nobody_held(
    shop: GoodsShop, store_url: str
) -> None:
    till = DepositShop(shop)
    source, target = till.order(), till.order(till.line(1_000), kind="SO", deposit_percent=0)
    claimed = till.transfer(till.held(source, 1_000), target, 1_000)
    held = held_by_answer(shop, store_url, "supervisor", claimed.request_id)
    assert f"document:{target}" in held[:3]


def test_a_cancelling_that_is_answered_first_thing_holds_who_waits_for_the_goods(
    shop: GoodsShop, store_url: str
) -> None:
    first, second = shop.back_order(5), shop.back_order(5)
    shop.receive(shop.purchase(first), 5)
    command = CancelOrder(first, shop.row(first)["version"], "ไม่เอาแล้ว")
    asked = shop.desk.officer.execute(command)
    assert asked.request_id
    held = held_by_answer(shop, store_url, "supervisor", asked.request_id)
    assert f"document:{second}" in held[: held.index("product:1")]


def test_every_matter_says_what_its_answer_holds() -> None:
    from crm_desktop.services.registry import commands

    commands()
    assert HOLDS.keys() == EFFECTS.keys()
