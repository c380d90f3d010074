"""Every part and form of deposits at the counter's size and at 150 %: named, and nothing cut."""

from collections.abc import Iterator

import pytest

from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.eyes import faults
from tests.ui.money import money, set_promptpay
from tests.ui.shop import Counter, Sit, sit
from ui.deposits import DepositsScreen
from ui.deposits.list import DepositList
from ui.translations import Translations

__all__ = ["desk", "money", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

STEPS = {
    "expected": ("receive", "cancel"),
    "held": ("apply", "refund", "transfer", "forfeit", "bounce", "reverse", "invoice", "drop"),
    "awaiting": ("clear",),
    "approved": ("pay",),
}


def deposits(money: DepositShop) -> dict[str, int]:
    """One in each state, with what is asked of it."""
    set_promptpay(money, "0812345678")
    held = money.held(money.order())
    money.apply(held, held.for_id, 500)
    money.refund(held, 700)
    approved = money.held(money.order())
    money.answer(money.refund(approved, 900))
    return {
        "expected": money.ask(money.order()).id,
        "held": held.id,
        "awaiting": money.held(money.order(), 3_000, "cheque").id,
        "approved": approved.id,
    }


def views(counter: Counter, ids: dict[str, int]) -> Iterator[str]:
    """Each part, each card, each form of it that this person may open."""
    screen = counter.window.show_place("deposits")
    assert isinstance(screen, DepositsScreen)
    for part in screen.parts[1:]:
        screen.show_part(part.key)
        yield part.key
        counter.window.middle.current()
    page = screen.show_part("held")
    assert isinstance(page, DepositList)
    for state, deposit_id in ids.items():
        page.bring(deposit_id)
        page.open_current()
        page.middle.drop_form()
        page.middle.look()
        yield f"card {state}"
        for step in STEPS[state]:
            if page.acts.begin(step):
                yield f"{step} of {state}"
                page.middle.drop_form()
    if "list.new" in page.bound:
        page.acts.new()
        yield "ask"
        page.middle.drop_form()
    counter.window.open_record("statement", 1)
    yield "statement"


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("person", ["cashier", "credit", "supervisor"])
def test_every_part_and_form_has_names_and_no_word_is_cut_off(
    money: DepositShop, sit: Sit, translations: Translations, person: str, language: str
) -> None:
    ids = deposits(money)
    translations.use(language)
    counter = sit(person, "deposits")
    counter.desk.speak(language)
    wrong: set[str] = set()
    for name in views(counter, ids):
        wrong |= faults(counter.window, name)
    assert "\n".join(sorted(wrong)) == ""
