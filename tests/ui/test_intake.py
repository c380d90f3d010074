"""The page that takes lists in: by keys alone, with a file that is wrong, doubled, or regretted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.paging import ListQuery
from tests.services.desk import desk
from tests.services.shop import SellingShop, shop
from tests.ui.intake import look_at
from tests.ui.shop import Counter, Sit, sit
from ui.intake.screen import ImportScreen

__all__ = ["desk", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def counter(shop: SellingShop, sit: Sit) -> Counter:
    """The manager at the customers."""
    return sit("manager", "customers", "products")


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """A CSV of these lines."""

    def write(*lines: str) -> Path:
        path = tmp_path / "list.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def names(shop: SellingShop) -> set[str]:
    rows = shop.desk.officer.read(customer_page, ListQuery()).rows
    return {row.name for row in rows}


def test_wrong_lines_are_seen_and_saved_before_anything_changes(
    counter: Counter, shop: SellingShop, file: Callable[..., Path], tmp_path: Path
) -> None:
    before = names(shop)
    screen = look_at(counter, "customers", file("ชื่อ,โทร", "คุณใหม่,0899999991", "คุณผิด,12"))
    assert [row.line for row in screen.look.errors.model.rows] == [3]
    told = screen.look.errors.model.rows[0].cells[1]
    assert (screen.look.whole.text(), screen.look.whole.isVisible()) == (told, True)
    assert names(shop) == before
    screen.save_wrong(str(tmp_path / "wrong.csv"))
    counter.rest()
    assert "คุณผิด,12" in (tmp_path / "wrong.csv").read_text(encoding="utf-8-sig")
    counter.key("Ctrl+S", into=screen)
    counter.rest()
    assert names(shop) - before == {"คุณใหม่"}


def test_a_line_that_is_twice_in_the_file_says_why_it_is_left_out(
    counter: Counter, file: Callable[..., Path]
) -> None:
    path = file("รายงานลูกค้า", "ชื่อ,โทร", "คุณหนึ่ง,0899999991", "คุณหนึ่ง,0899999991")
    screen = look_at(counter, "customers", path)
    assert "1 lines above the headings left out" in screen.look.facts.text()
    screen.look.decide("known")
    assert screen.look.doubles.model.rows[0].cells[3] == "Left out: the same as line 3"


def test_a_line_that_looks_like_a_customer_waits_for_a_decision_and_undo_takes_it_back(
    counter: Counter, shop: SellingShop, file: Callable[..., Path]
) -> None:
    before = names(shop)
    known = shop.desk.officer.read(customer_page, ListQuery()).rows[0]
    path = file("ชื่อ,โทร", f"{known.name},0899999991", "คุณใหม่,0899999992")
    screen = look_at(counter, "customers", path)
    (row,) = screen.look.doubles.model.rows
    assert known.name in row.cells[1]
    assert row.cells[3] == "Left out"
    screen.look.doubles.select(row.id)
    counter.key("Ctrl+2", into=screen)
    assert screen.look.doubles.model.rows[0].cells[3] == "New"
    counter.key("Ctrl+Return", into=screen)
    counter.rest()
    assert len(shop.desk.officer.read(customer_page, ListQuery(text="0899999991")).rows) == 1
    screen.past.select(screen.past.model.rows[0].id)
    counter.key("Ctrl+U", into=screen)
    counter.key("Return", into=screen.bar.buttons[1])
    assert screen.past.table.hasFocus()
    counter.key("Ctrl+U", into=screen)
    counter.key("Return", into=screen.bar.buttons[0])
    assert screen.past.table.hasFocus()
    counter.rest()
    assert names(shop) == before
    assert screen.past.model.rows[0].undone_at is not None


def test_a_column_that_nobody_knows_is_chosen_by_hand(
    counter: Counter, shop: SellingShop, file: Callable[..., Path]
) -> None:
    counter.window.open_record("import", "contacts")
    screen = counter.window.middle.current()
    assert isinstance(screen, ImportScreen)
    known = shop.desk.officer.read(customer_page, ListQuery()).rows[0]
    screen.open_path(str(file("ร้าน,คน", f"{known.code},คุณแดง")))
    counter.rest()
    counter.key("Ctrl+Return", into=screen)
    assert "Code, Contact" in screen.bar.label.text()
    for box, key in zip(screen.columns.boxes, ("code", "contact"), strict=True):
        box.setCurrentIndex(box.findText(f"{key.title()} *"))
    for _ in range(2):
        counter.key("Ctrl+Return", into=screen)
        counter.rest()
    assert shop.desk.officer.read(customer_page, ListQuery(text="คุณแดง")).rows[0].id == known.id


def test_a_file_that_is_no_list_is_told_in_a_sentence(counter: Counter, tmp_path: Path) -> None:
    screen = look_at(counter, "products", tmp_path / "gone.csv")
    assert "gone.csv" in screen.bar.label.text()
    assert screen.page is screen.past
