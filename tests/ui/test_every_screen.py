"""Every screen, form and dialog at the counter's size and at 150 %: named, and nothing cut off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from tests.services.shop import SellingShop, desk, shop
from tests.ui.eyes import faults
from tests.ui.shop import Counter, Sit, sit
from ui.actions import ACTIONS
from ui.deposits import DepositsScreen
from ui.errors import ProblemDialog
from ui.login import LoginWindow, Offered
from ui.main_window import MainWindow
from ui.orders.kinds import ORDERS
from ui.parted import PartedScreen
from ui.places import PLACES, new_id
from ui.translations import Translations

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

EVERYWHERE = tuple(place.key for place in PLACES)
View = tuple[str, QWidget]


def views(counter: Counter, paper: int) -> Iterator[View]:
    """Whatever a person can bring before their eyes, one after the other."""
    window = counter.window
    for key in EVERYWHERE:
        if key in window._places:
            screen = window.show_place(key)
            yield key, window
            if isinstance(screen, (DepositsScreen, PartedScreen)):
                for part in screen.parts:
                    screen.show_part(part.key)
                    yield f"{key} {part.key}", window
    may = counter.desk.may
    if may("quotation.read"):
        yield from quotation_views(window, paper)
    if may("request.trail"):
        window.open_record("paper", f"trail-{paper}")
        yield "history", window
    for kind in ORDERS if may("order.read") else ():
        window.open_record(kind, new_id())
        yield f"new {kind}", window
    for kind in ("customer", "visit"):
        if may(f"{kind}.save"):
            window.open_record(kind, new_id())
            yield f"new {kind}", window
    yield from lists_of_others(window, may)
    window.bound["desk.notices"].trigger()
    yield "notices", window
    for ask in (window.palette_of_commands, window.key_help):
        ask()
        dialog = next(w for w in window.findChildren(QDialog) if w.isVisible())
        yield type(dialog).__name__, dialog
        dialog.reject()
    problem = ProblemDialog("260722-0001", "Traceback", window)
    problem.show()
    yield "problem", problem
    problem.close()
    window.lock()
    yield "lock", window
    login = LoginWindow(counter.desk, [Offered("somchai", "สมชาย", "G3 · somchai")])
    login.show()
    yield "login", login
    login.close()
    login.deleteLater()


def quotation_views(window: MainWindow, paper: int) -> Iterator[View]:
    """A quotation written, seen as it prints, sent; and the list that it stands in."""
    for kind, record in (("quotation", new_id()), ("quotation", paper), ("paper", paper)):
        window.open_record(kind, record)
        yield f"{kind} {record}", window
    for name in ("paper.find", "paper.history"):
        window.here()[name].trigger()
    yield "finding in a paper", window
    window.open_record("paper_mail", f"th/{paper}")
    yield "mail with a paper", window
    if "quotations" in window._places:
        window.show_place("quotations")
        window.here()["list.views"].trigger()
        yield "kept views", window


def lists_of_others(window: MainWindow, may: Callable[[str], bool]) -> Iterator[View]:
    """Doubles, and what comes from other programs."""
    if may("customer.merge"):
        window.open_record("doubles", 0)
        for part in ("double.pairs", "double.incomplete"):
            window.here()[part].trigger()
            yield part, window
        window.open_record("customer_merge", "new-1-1")
        yield "merge", window
    if may("privacy.erase"):
        for customer_id in (0, 1):
            window.open_record("privacy", customer_id)
            yield "personal data", window
    if may("import.use"):
        for kind in ("watched_file", "import"):
            window.open_record(kind, 0)
            yield kind, window
    if may("customer.save"):
        window.open_record("cards", "nowhere.vcf")
        yield "visiting cards", window


def settings_pages(window: MainWindow) -> Iterator[str]:
    """Each page of the administrator's place, one after the other."""
    place = window.show_place("settings")
    assert isinstance(place, PartedScreen)
    for part in place.parts:
        place.show_part(part.key)
        yield part.key


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_control_has_a_name_and_no_word_is_cut_off(
    shop: SellingShop, sit: Sit, translations: Translations, language: str
) -> None:
    """What one person has seen, nobody looks at again but the places, which differ by role."""
    translations.use(language)
    paper = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%"))).id
    seen: set[str] = set()
    wrong: set[str] = set()
    for person in ("officer", "supervisor", "cashier", "credit", "receiving"):
        counter = sit(person, *EVERYWHERE)
        counter.desk.speak(language)
        for name, view in views(counter, paper):
            if name not in seen:
                wrong |= faults(counter.window, f"{person}: {name}", view)
            seen |= {name} - {*EVERYWHERE}
    assert "\n".join(sorted(wrong)) == ""


def test_every_action_is_on_some_screen_of_somebody_who_may_do_it(
    shop: SellingShop, sit: Sit
) -> None:
    """What no screen serves would be in no menu and nowhere in the palette."""
    paper = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%"))).id
    served: set[str] = set()
    for person in ("manager", "cashier", "credit", "sales"):
        counter = sit(person, *EVERYWHERE)
        for _name, _view in views(counter, paper):
            served |= set(counter.window.here())
    window = sit("administrator", "settings").window
    for _page in settings_pages(window):
        served |= set(window.here())
    assert set(ACTIONS) - served == set()


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_administrators_forms_are_whole_and_named(
    sit: Sit, translations: Translations, language: str
) -> None:
    translations.use(language)
    counter = sit("administrator", "authority", "settings")
    counter.desk.speak(language)
    wrong: set[str] = set()
    for page in settings_pages(counter.window):
        wrong |= faults(counter.window, page)
        counter.rest()
    assert "\n".join(sorted(wrong)) == ""
