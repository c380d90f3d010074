"""Writing a quotation: what the officer's hands on the keyboard rely on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.money import Money
from crm_desktop.store import search
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.papers.cells import CellBox
from ui.papers.lines import Cell
from ui.places import new_id
from ui.quotations import QuotationDocument

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def counter(shop: SellingShop, sit: Sit) -> Counter:
    with shop.store.write():
        for code, product_id in shop.products.items():
            record = search.Record(product_id, (f"สินค้า {code}",), (code,))
            search.put(shop.store, "product", record)
    return sit("officer", "quotations")


@pytest.fixture
def begun(shop: SellingShop, counter: Counter) -> QuotationDocument:
    """F2 with the customer in view: the cursor waits in the first line."""
    counter.window.open_record("quotation", new_id(shop.customer))
    shown = counter.window.middle.current()
    assert isinstance(shown, QuotationDocument)
    shown.form.grid.setFocus()
    return shown


def cell(paper: QuotationDocument, row: int, column: Cell) -> str:
    return str(paper.form.grid.lines.index(row, column).data())


def banner(paper: QuotationDocument) -> tuple[str, str]:
    return str(paper.banner.property("tone")), paper.banner.words.text()


def test_five_lines_are_typed_without_touching_the_mouse(begun: QuotationDocument) -> None:
    hands("CEM", "<Enter>", "20", "<Enter>", "<Enter>", "10+5%", "<Enter>")
    hands("tile", "<Enter>", "3.5", "<Enter>", "280", "<Enter>", "<Enter>")
    hands("STEEL", "<Enter>", "<Enter>", "<Enter>", "12", "<Enter>")
    hands("CEM", "<Enter>", "1", "<Enter>", "<Enter>", "<Enter>")
    hands("TILE", "<Enter>", "2", "<Enter>")
    begun.form.price_now()
    typed = [
        [cell(begun, row, column) for column in (Cell.CODE, Cell.QUANTITY, Cell.PRICE, Cell.NET)]
        for row in range(5)
    ]
    assert typed == [
        ["CEM", "20", "150.00", "2,565.00"],
        ["TILE", "3.5", "280.00", "980.00"],
        ["STEEL", "1", "92.00", "80.00"],
        ["CEM", "1", "150.00", "150.00"],
        ["TILE", "2", "289.00", "578.00"],
    ]
    assert begun.form.totals.grand.text() == "4,353.00"
    assert "สี่พันสามร้อยห้าสิบสามบาทถ้วน" in begun.form.totals.words.text()


def test_a_paper_is_begun_and_typed_from_the_first_key_on(
    shop: SellingShop, counter: Counter
) -> None:
    with shop.store.write():
        record = search.Record(shop.customer, ("บริษัท ก่อสร้างไทย จำกัด",))
        search.put(shop.store, "customer", record)
    counter.key("F2")
    paper = counter.window.middle.current()
    assert isinstance(paper, QuotationDocument)
    hands("ก่อสร้าง", "<Enter>")
    assert paper.form.customer_id == shop.customer
    hands("TILE", "<Enter>", "4", "<Enter>")
    counter.key("Ctrl+S")
    assert paper.shown is not None
    assert paper.shown.total == Money.of(1156)
    assert paper.objectName() == f"quotation:{paper.shown.id}"


def test_tab_goes_as_the_eye_does(begun: QuotationDocument) -> None:
    form = begun.form
    form.fields["follow_up_on"].widget.setFocus()
    hands("<Tab>")
    assert form.grid.hasFocus()
    form.grid.go_to_end()
    hands("<Tab>")
    assert form.fields["payment_terms"].widget.hasFocus()


def test_a_part_of_a_name_offers_goods_and_the_arrow_picks_one(begun: QuotationDocument) -> None:
    hands("สินค้า")
    box = QApplication.focusWidget()
    assert isinstance(box, CellBox)
    picker = box.picker
    assert picker is not None
    picker.look()
    offered = [picker.list.item(row).text() for row in range(picker.list.count())]
    assert sorted(offered) == ["สินค้า CEM", "สินค้า STEEL", "สินค้า TILE"]
    hands("<Down>", "<Enter>")
    assert cell(begun, 0, Cell.DESCRIPTION) == offered[1]
    assert begun.form.grid.currentIndex().column() == Cell.QUANTITY


def test_a_scanner_that_types_thai_digits_still_finds_the_barcode(
    shop: SellingShop, begun: QuotationDocument
) -> None:
    product = shop.store.t.product
    with shop.store.write():
        product.update(barcode="8850123").where(product.c.code == "TILE").execute()
    hands("คคถจๅ/-", "<Enter>")
    assert cell(begun, 0, Cell.CODE) == "TILE"


@pytest.mark.parametrize(
    ("column", "typed", "shown"),
    [
        (Cell.QUANTITY, "/", "2"),
        (Cell.QUANTITY, "ุ", "6"),
        (Cell.QUANTITY, "ๅใถ", "1.5"),
        (Cell.QUANTITY, "3/4", "3/4"),
        (Cell.PRICE, "/คจ", "280.00"),
        (Cell.PRICE, "-", "-"),
        (Cell.DISCOUNT, "ๅจ๙ถ๔", "10+5%"),
        (Cell.DISCOUNT, "ก", "ก"),
    ],
)
def test_figures_are_read_with_the_thai_layout_on_and_nothing_else_becomes_one(
    begun: QuotationDocument, column: Cell, typed: str, shown: str
) -> None:
    hands("CEM", "<Enter>")
    begun.form.grid.go_to(0, column)
    hands(typed, "<Enter>")
    assert begun.form.grid.lines.lines[0].text(column) == shown
    assert (column in begun.form.grid.lines.lines[0].errors) is (typed == shown)


def test_a_product_that_is_not_there_says_so_and_keeps_what_was_typed(
    begun: QuotationDocument,
) -> None:
    hands("zzz9", "<Enter>")
    line = begun.form.grid.lines.lines[0]
    assert line.code == "zzz9"
    assert "no product “zzz9”" in line.errors[Cell.CODE]


@pytest.mark.parametrize(
    ("column", "typed", "sentence"),
    [
        (Cell.QUANTITY, "abc", "abc"),
        (Cell.QUANTITY, "0", "0"),
        (Cell.PRICE, "12.345", "12.345"),
        (Cell.DISCOUNT, "10+x", "10+x"),
        (Cell.DISCOUNT, "101%", "101%"),
    ],
)
def test_a_bad_cell_gets_a_sentence_and_loses_nothing(
    begun: QuotationDocument, column: Cell, typed: str, sentence: str
) -> None:
    hands("CEM", "<Enter>")
    begun.form.grid.go_to(0, column)
    hands(typed, "<Enter>")
    line = begun.form.grid.lines.lines[0]
    assert line.text(column) == typed
    assert sentence in line.errors[column]
    assert begun.form.grid.rowHeight(0) > begun.form.grid.rowHeight(1), "the sentence has room"
    assert not begun.acts.save(), "nothing wrong is stored"
    assert begun.form.grid.currentIndex().column() == column
    begun.form.grid.go_to(0, column)
    hands("1", "<Enter>")
    assert line.errors == {}


def test_a_day_that_does_not_exist_is_told_beside_its_field(begun: QuotationDocument) -> None:
    hands("CEM", "<Enter>")
    box = begun.form.fields["follow_up_on"].widget
    box.setFocus()
    hands("29/2/2568", "<Tab>")
    assert box.property("wrong")
    assert "29/2/2568" in box.accessibleDescription()
    assert not begun.acts.save()
    assert box.hasFocus()


def test_the_banner_goes_from_green_over_amber_to_red_while_typing(
    begun: QuotationDocument, qtbot: QtBot
) -> None:
    hands("CEM", "<Enter>", "20", "<Enter>", "<Enter>")
    begun.form.price_now()
    assert banner(begun) == ("ok", "You decide this yourself")
    hands("8%")
    qtbot.waitUntil(lambda: banner(begun)[0] == "warn")
    assert "Supervisor" in banner(begun)[1]
    hands("<Backspace>", "<Backspace>", "12%")
    qtbot.waitUntil(lambda: banner(begun)[0] == "stop")
    assert banner(begun)[1] == "To be put before Supervisor"


def test_figures_show_only_while_the_key_is_held(begun: QuotationDocument) -> None:
    hands("CEM", "<Enter>", "20", "<Enter>", "<Enter>", "12%", "<Enter>")
    begun.form.price_now()
    reasons = begun.banner.reasons
    assert not reasons.isVisible()
    QTest.keyPress(begun, Qt.Key.Key_F7)
    shown = " ".join(label.text() for label in reasons.findChildren(QLabel))
    assert reasons.isVisible()
    assert "12%" in shown
    assert "at most 5%" in shown
    QTest.keyRelease(begun, Qt.Key.Key_F7)
    assert not reasons.isVisible()


def test_rows_of_a_spreadsheet_become_lines(begun: QuotationDocument, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("CEM\t1,200\t\t5%\nTILE\t4\t250\n")
    QTest.keyClick(begun.form.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    begun.form.price_now()
    assert cell(begun, 0, Cell.NET) == "171,000.00"
    assert cell(begun, 1, Cell.PRICE) == "250.00"
    assert begun.form.grid.lines.lines[1].listed == Money.of(289)
    assert begun.form.grid.currentIndex().row() == 2, "ready for the next line"


def test_lines_are_copied_moved_and_removed_by_key(
    counter: Counter, begun: QuotationDocument
) -> None:
    hands("CEM", "<Enter>", "2", "<Enter>")
    counter.key("Ctrl+D")
    begun.form.grid.go_to_end()
    counter.key("Ctrl+H")
    hands("Roof", "<Enter>")
    begun.form.grid.go_to(2, Cell.DESCRIPTION)
    counter.key("Alt+Up", "Alt+Up")
    kinds = [line.kind for line in begun.form.grid.lines.lines]
    assert kinds == ["heading", "product", "product", "product"]
    begun.form.grid.go_to(1, Cell.QUANTITY)
    counter.key("Ctrl+Del")
    begun.form.grid.go_to_end()
    counter.key("Ctrl+U")
    begun.form.price_now()
    last = len(begun.form.grid.lines.lines) - 2
    assert cell(begun, last, Cell.NET) == "300.00"


def test_the_price_follows_the_list_until_it_is_typed(
    shop: SellingShop, begun: QuotationDocument
) -> None:
    price = shop.store.t.product_price
    with shop.store.write():
        price.insert(
            product_id=shop.products["CEM"],
            level="retail",
            from_quantity_milli=100_000,
            price_satang=14_000,
        ).execute()
    hands("CEM", "<Enter>", "100", "<Enter>")
    begun.form.price_now()
    assert cell(begun, 0, Cell.PRICE) == "140.00"
    hands("139", "<Enter>")
    begun.form.grid.go_to(0, Cell.QUANTITY)
    hands("5", "<Enter>")
    begun.form.price_now()
    assert cell(begun, 0, Cell.PRICE) == "139.00"
    assert begun.form.grid.lines.lines[0].listed == Money.of(150)


def test_editing_an_unknown_code_offers_the_list_that_its_sentence_speaks_of(
    begun: QuotationDocument,
) -> None:
    hands("สินคxx", "<Enter>", "<Up>")
    begun.form.grid.go_to(0, Cell.CODE)
    begun.form.grid.lines.lines[0].code = "สินค้า"
    begun.form.grid.edit_here()
    box = QApplication.focusWidget()
    assert isinstance(box, CellBox)
    assert box.picker is not None
    assert box.picker.isVisible()
    hands("<Escape>", "<Down>")
    assert box.picker.isVisible()


def test_the_usual_words_open_by_a_key(begun: QuotationDocument) -> None:
    box = begun.form.fields["payment_terms"].widget
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert begun.form.fields["payment_terms"].raw()
