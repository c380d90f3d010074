"""Orders, goods and money that wait for somebody on the day the demo is made."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from crm_desktop.demo.acting import Life
from crm_desktop.demo.clients import OFFICERS
from crm_desktop.demo.day import Callers, office_day
from crm_desktop.demo.selling import BackOrder, Begin, Sale, Special
from crm_desktop.demo.stage import Stage, workday
from crm_desktop.services.products.product_values import Goods

SOON = {"lead": 4, "late": 0, "rejected": False}
"""A purchase that goes smoothly: five days from the order to the goods."""

# Kind, whose, office days before today, and how far it came.
PAPERS: tuple[tuple[str, str, int, dict[str, Any]], ...] = (
    # For the cashiers: money to come, and money that is not on the account yet.
    ("BO", "somchai", 0, {"baht": 14_000, "stop": "asked"}),
    ("BO", "malee", 0, {"baht": 9_800, "stop": "asked"}),
    ("SP", "kanya", 2, {"baht": 19_000, "stop": "asked"}),
    ("BO", "piti", 1, {"baht": 17_500, "stop": "awaiting", "method": "cheque"}),
    ("BO", "kanya", 0, {"baht": 12_400, "stop": "awaiting", "method": "transfer"}),
    # For Sales: requests nobody took up, without a day, past their day.
    ("BO", "somchai", 2, {"baht": 18_500, "stop": "requested"}),
    ("BO", "piti", 0, {"baht": 16_200, "stop": "requested"}),
    ("BO", "ekachai", 1, {"baht": 15_000, "stop": "requested"}),
    ("BO", "kanya", 2, {"baht": 13_900, "stop": "acknowledged"}),
    ("BO", "somchai", 9, {"baht": 17_000, "stop": "ordered", "lead": 6, "late": 0}),
    # At risk: near, over, moved without a word to the customer.
    ("BO", "kanya", 4, {"baht": 19_500, "stop": "never", "lead": 5}),
    ("BO", "somchai", 8, {"baht": 18_800, "stop": "moved", "lead": 4, "late": 9}),
    ("BO", "piti", 8, {"baht": 12_800, "stop": "ordered", "lead": 5, "late": 3}),
    ("BO", "malee", 8, {"baht": 14_700, "stop": "ordered", "lead": 5, "late": 2}),
    # Here: to give out, to tell of, not fetched.
    ("BO", "kanya", 7, {"baht": 15_600, "stop": "received", **SOON}),
    ("BO", "somchai", 7, {"baht": 11_200, "stop": "arrived", **SOON}),
    ("BO", "piti", 7, {"baht": 16_900, "stop": "arrived", **SOON}),
    ("BO", "somchai", 12, {"baht": 13_300, "stop": "told", **SOON}),
    ("BO", "kanya", 28, {"baht": 17_700, "stop": "told", **SOON}),
    ("BO", "malee", 13, {"baht": 16_100, "stop": "told", **SOON}),
    # From the shelf: to carry out, delivered in part, without a bill.
    ("SO", "somchai", 0, {"baht": 18_000, "stop": "handed_off", "handing": "delivery"}),
    ("SO", "kanya", 0, {"baht": 26_000, "stop": "handed_off", "handing": "delivery"}),
    ("SO", "ekachai", 0, {"baht": 9_000, "stop": "handed_off", "handing": "delivery"}),
    ("SO", "piti", 2, {"baht": 12_000, "stop": "partly", "handing": "delivery", "parts": True}),
    ("SO", "somchai", 2, {"baht": 8_400, "stop": "delivered", "handing": "pickup"}),
    ("SO", "malee", 2, {"baht": 21_000, "stop": "delivered", "handing": "delivery"}),
    ("SO", "kanya", 0, {"baht": 7_300, "stop": "confirmed", "handing": "delivery"}),
    ("SO", "piti", 0, {"baht": 31_000, "stop": "draft"}),
    # Made to order: to quote, to submit, held, to inspect, to fetch, refused.
    ("SP", "somchai", 0, {"baht": 28_500, "stop": "signed"}),
    ("SP", "malee", 2, {"baht": 17_400, "stop": "quoted"}),
    ("SP", "piti", 3, {"baht": 37_000, "stop": "held", "method": "promptpay"}),
    ("SP", "kanya", 10, {"baht": 18_900, "stop": "arrived", "method": "cash", **SOON}),
    ("SP", "somchai", 15, {"baht": 26_100, "stop": "told", "method": "card", **SOON}),
    ("SP", "piti", 48, {"baht": 16_000, "stop": "claimed", "fate": "refuse", **SOON}),
    # Money that goes back, moves on, or never came.
    ("BO", "kanya", 3, {"baht": 14_300, "stop": "approved", "fate": "cancel", "method": "cash"}),
    ("BO", "somchai", 5, {"baht": 12_600, "fate": "swap", "method": "cash", "lead": 12}),
    ("BO", "piti", 7, {"baht": 15_200, "method": "cheque", "bounce": False, "bounce_late": True}),
    ("BO", "ekachai", 24, {"baht": 11_900, "method": "cheque", "bounce": True}),
    ("BO", "somchai", 6, {"baht": 9_800, "stop": "cancelled", "fate": "cancel", "method": "cash"}),
    ("BO", "malee", 30, {"baht": 10_400, "fate": "cancel", "method": "transfer"}),
    ("SP", "kanya", 75, {"baht": 17_400, "fate": "refuse", **SOON}),
    # One for the supervisor.
    ("BO", "kanya", 0, {"baht": 64_000, "stop": "asked_superior"}),
    # Delivered on credit, and not paid for since.
    ("SO", "somchai", 48, {"baht": 24_000, "handing": "pickup", "credit": "overdue"}),
    ("SO", "malee", 66, {"baht": 31_000, "handing": "delivery", "credit": "overdue"}),
    ("SO", "piti", 97, {"baht": 17_500, "handing": "delivery", "credit": "overdue"}),
)
BRANCHES = {name: branch for branch, names in OFFICERS.items() for name in names}
CALM = {"answers": ("approve",) * 9, "method": "promptpay", "hurry": 8, "fate": "", "agrees": True}


def orders_of_the_day(
    stage: Stage, callers: Callers, products: tuple[Goods, ...], end: datetime, begin: Begin
) -> Iterator[tuple[datetime, Life]]:
    """The lives that end on the desks of `end`, each with the moment at which it begins."""
    luck = stage.luck("orders of the day")
    opens, last = office_day(end)
    for number, (kind, name, days, plan) in enumerate(PAPERS):
        officer = stage.people[name]
        credit = plan.get("credit", "cash")
        client = callers.client(officer, credit, plan["baht"] * 11 // 10)
        client = replace(client, branch=BRANCHES[name])
        today = {"at": opens} if plan.get("stop") == "claimed" else {}
        given = (stage, luck, client, products, {**CALM, **plan, **today})
        at = _moment(luck, opens, last, days, number)
        yield at, _life(kind, begin, given)


def _life(kind: str, begin: Begin, given: tuple[Any, ...]) -> Life:
    if kind == "SO":
        return Sale(begin, *given).at_the_counter()
    return (BackOrder if kind == "BO" else Special)(*given).begun()


def _moment(luck: Random, opens: datetime, last: datetime, days: int, number: int) -> datetime:
    """In the first hour of the day, so that what is to come of it comes before its end."""
    if not days:
        return opens + (last - opens) * (number % 5) / 24
    at = opens - timedelta(days=days)
    return at + timedelta(minutes=luck.randint(20, 200)) + (workday(at.date()) - at.date())
