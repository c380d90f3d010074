"""A paper written faster than by typing: pasted, scanned, copied, from a template, reckoned."""

import pytest
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from crm_desktop.domain.money import Money
from crm_desktop.store import search
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.papers.calculator import CalculatorPanel
from ui.papers.copying import copy_id
from ui.papers.lines import Cell
from ui.papers.templates import KeepPanel, TemplatesPanel
from ui.papers.wanted import WantedPanel
from ui.places import new_id
from ui.quotations import QuotationDocument
from ui.quotations.acts import QuotationActs
from ui.quotations.list import QuotationList

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

GOODS = {
    "CEM": "ปูนซีเมนต์ผสม 50 กก.",
    "TILE": "กระเบื้อง 60x60 ซม.",
    "STEEL": "เหล็กข้ออ้อย DB12 ยาว 10 ม.",
}
UNITS = {"CEM": "ถุง", "TILE": "กล่อง", "STEEL": "เส้น"}


@pytest.fixture
def counter(shop: SellingShop, sit: Sit) -> Counter:
    product = shop.store.t.product
    with shop.store.write():
        for number, (code, name) in enumerate(GOODS.items()):
            row = {"name": name, "unit": UNITS[code], "barcode": f"885900000{number}016"}
            product.update(**row).where(product.c.code == code).execute()
            search.put(shop.store, "product", search.Record(shop.products[code], (name,), (code,)))
        shop.store.t.product_unit.insert(
            product_id=shop.products["TILE"], unit="ตร.ม.", factor_milli=694
        ).execute()
        customer = search.Record(shop.customer, ("บริษัท ก่อสร้างไทย จำกัด",))
        search.put(shop.store, "customer", customer)
    return sit("officer", "quotations")


def opened(counter: Counter, record_id: object) -> QuotationDocument:
    counter.window.open_record("quotation", record_id)
    shown = counter.window.middle.current()
    assert isinstance(shown, QuotationDocument)
    return shown


@pytest.fixture
def begun(shop: SellingShop, counter: Counter) -> QuotationDocument:
    shown = opened(counter, new_id(shop.customer))
    type_at(shown, 200)
    shown.form.grid.setFocus()
    return shown


def type_at(paper: QuotationDocument, apart: int) -> None:
    """From now on keys come so many milliseconds apart."""
    assert isinstance(paper.acts, QuotationActs)
    paper.acts.typing.scanner.moment = Clock(apart)


class Clock:
    """Keys come so many milliseconds apart, whoever types."""

    now = 0

    def __init__(self, apart: int) -> None:
        self._apart = apart

    def __call__(self, _event: QKeyEvent) -> int:
        Clock.now += self._apart
        return Clock.now


def lines(paper: QuotationDocument) -> list[tuple[str, str, str, str]]:
    shown = (line for line in paper.form.grid.lines.lines if not line.is_blank)
    return [(each.code, each.quantity, each.unit, each.unit_price) for each in shown]


def paste(counter: Counter, text: str) -> None:
    QApplication.clipboard().setText(text)
    counter.key("Shift+F5")
    counter.rest()


def test_a_chat_message_becomes_lines_with_one_enter(
    counter: Counter, begun: QuotationDocument
) -> None:
    paste(counter, "สวัสดีครับ ขอราคา\nปูน 20 ถุง เหล็ก 12 มิล 50 เส้น\nโทร 081-234-5678")
    panel = begun.panel
    assert isinstance(panel, WantedPanel)
    hands("<Return>")
    assert lines(begun) == [("CEM", "20", "ถุง", "150.00"), ("STEEL", "50", "เส้น", "92.00")]
    assert begun.panel is None
    assert begun.form.grid.currentIndex().row() == 2, "ready for the next line"


def test_what_is_doubtful_is_said_in_words_and_mended_by_keys(
    counter: Counter, begun: QuotationDocument
) -> None:
    paste(counter, "ปูน 20 ถุง\nค่าขนส่ง 1 เที่ยว\nท่อแปลก 3 เส้น\nเหล็ก 12 มิล 2 ตัน")
    panel = begun.panel
    assert isinstance(panel, WantedPanel)
    cells = [panel.table.item(row, 5) for row in range(panel.table.rowCount())]
    said = [cell.text() for cell in cells if cell is not None]
    assert said[0] == "fits"
    assert "no goods" in said[-2]
    assert "converted" in said[-1]
    panel.table.setCurrentCell(panel.table.rowCount() - 1, 1)
    assert "เหล็ก 12 มิล 2 ตัน" in panel.counts.text(), "what was written is read whole"
    panel.table.setCurrentCell(panel.table.rowCount() - 2, 1)
    hands("<Space>")
    panel.table.setCurrentCell(0, 1)
    hands("q")
    hands("25", "<Return>", "<Return>")
    codes = [each[:3] for each in lines(begun)]
    assert codes[0] == ("CEM", "25", "ถุง")
    assert codes[-1] == ("STEEL", "226", "เส้น"), "2 tons of 8.88 kg bars"
    assert not any("แปลก" in line.description for line in begun.form.grid.lines.lines)


def test_rows_with_names_are_asked_about_and_a_typed_price_stays(
    counter: Counter, begun: QuotationDocument
) -> None:
    paste(counter, "รายการ\tจำนวน\tหน่วย\tราคา\nปูนซีเมนต์ผสม\t๒๐\tถุง\t120\nค่าขนส่ง\t1\t\t800")
    hands("<Return>")
    assert lines(begun) == [("CEM", "20", "ถุง", "120.00"), ("", "1", "", "800.00")]
    assert begun.form.grid.lines.lines[0].own_price
    assert begun.form.grid.lines.lines[1].kind == "text"


def test_nothing_on_the_clipboard_is_said_and_changes_nothing(
    counter: Counter, begun: QuotationDocument
) -> None:
    hands("CEM", "<Return>")
    QApplication.clipboard().clear()
    counter.key("Shift+F5")
    counter.rest()
    assert begun.panel is None
    assert [each[0] for each in lines(begun)] == ["CEM"]


def test_a_question_asked_over_pasted_pieces_gives_them_back_with_what_was_chosen(
    counter: Counter, begun: QuotationDocument
) -> None:
    paste(counter, "ปูน 20 ถุง เหล็ก 12 มิล 50 เส้น")
    panel = begun.panel
    assert isinstance(panel, WantedPanel)
    hands("<Space>")
    counter.key("Ctrl+Shift+F3")
    counter.key("Ctrl+F3")
    asked: object = begun.panel
    assert isinstance(asked, TemplatesPanel)
    assert not panel.isVisible()
    counter.key("Esc")
    assert begun.panel is panel
    assert panel.isVisible()
    assert begun.form.isHidden()
    hands("<Return>")
    assert [each[0] for each in lines(begun)] == ["STEEL"]
    assert begun.form.isVisible()


def test_pieces_are_shown_at_the_price_that_will_stand(
    shop: SellingShop, counter: Counter, begun: QuotationDocument
) -> None:
    t = shop.store.t
    with shop.store.write():
        t.customer.update(price_level="contractor").where(
            t.customer.c.id == shop.customer
        ).execute()
        t.product_price.insert(
            product_id=shop.products["CEM"], level="contractor", price_satang=14_000
        ).execute()
    paste(counter, "ปูน 20 ถุง\nเหล็ก 12 มิล 50 เส้น")
    panel = begun.panel
    assert isinstance(panel, WantedPanel)
    shown = [panel.table.item(row, 4).text() for row in range(2)]  # type: ignore[union-attr]
    assert "140.00" in panel.offered.item(0).text()
    hands("<Return>")
    assert shown == [each[3] for each in lines(begun)] == ["140.00", "92.00"]


def test_lines_put_in_on_a_heading_stand_after_its_own(
    counter: Counter, begun: QuotationDocument
) -> None:
    grid = begun.form.grid
    grid.begin_line("heading", "Floor")
    grid.go_to_end()
    hands("CEM", "<Return>", "4", "<Return>")
    grid.go_to(0, Cell.DESCRIPTION)
    paste(counter, "TILE\t2\nSTEEL\t3")
    assert [each[0] for each in lines(begun)] == ["", "CEM", "TILE", "STEEL"]


def scan(paper: QuotationDocument, keys: str) -> None:
    """A scanner's keys, after the pause in which somebody reached for it."""
    Clock.now += 500
    type_at(paper, 3)
    hands(keys, "<Return>")
    type_at(paper, 200)


def test_a_scan_never_stays_in_the_field_that_has_the_cursor(
    counter: Counter, begun: QuotationDocument
) -> None:
    form = begun.form
    hands("STEEL", "<Return>")
    hands("7")
    before = {key: field.raw() for key, field in form.fields.items() if key != "lines"}
    for places, where in enumerate(("quantity", "grid", "project", "customer", "remarks"), 1):
        if where not in ("quantity", "grid"):
            form.fields[where].widget.setFocus()
        scan(begun, "8859000001016")
        after = {key: field.raw() for key, field in form.fields.items() if key != "lines"}
        assert after == before, where
        found = {code: quantity for code, quantity, _, _ in lines(begun)}
        assert found == {"STEEL": "7", "TILE": str(places)}, where


def test_a_scanner_types_thai_digits_and_a_hand_said_how_many_before(
    counter: Counter, begun: QuotationDocument
) -> None:
    hands("20*")
    scan(begun, "8859000000016")
    assert lines(begun)[0][:2] == ("CEM", "20")
    scan(begun, "คคถตจจจจจจจๅุ")
    assert lines(begun)[0][:2] == ("CEM", "21")
    begun.form.grid.go_to_end()
    hands("3*TILE", "<Return>")
    assert lines(begun)[1][:2] == ("TILE", "3"), "a hand that types the code may say it, too"


def test_a_code_that_nobody_knows_says_so_and_leads_to_the_search(
    counter: Counter, begun: QuotationDocument
) -> None:
    scan(begun, "4006381333931")
    assert lines(begun) == []
    assert "4006381333931" in begun.form.bar.label.text()
    begun.form.bar.buttons[0].click()
    hands("CEM", "<Return>")
    assert lines(begun)[0][0] == "CEM"


def test_a_pc_that_is_busy_with_the_first_key_still_hears_the_scanner(
    counter: Counter, begun: QuotationDocument
) -> None:
    begun.form.fields["project"].widget.setFocus()
    type_at(begun, 3)
    hands("8")
    Clock.now += 120
    hands("859000000016", "<Return>")
    assert begun.form.fields["project"].raw() == ""
    assert lines(begun)[0][0] == "CEM"


@pytest.mark.parametrize("apart", [60, 200])
def test_a_hand_is_no_scanner_however_quick(
    counter: Counter, begun: QuotationDocument, apart: int
) -> None:
    type_at(begun, apart)
    begun.form.fields["project"].widget.setFocus()
    hands("8859000000016", "<Return>")
    assert begun.form.fields["project"].raw() == "8859000000016"
    assert lines(begun) == []


def test_a_copy_is_at_todays_prices_and_says_what_is_not_as_it_was(
    shop: SellingShop, counter: Counter
) -> None:
    saved = shop.draft(
        shop.line("CEM", 10, unit="ถุง", discount="5%"), shop.line("TILE", 3, unit="กล่อง"),
        remarks="ส่งเช้า",
    )  # fmt: skip
    t = shop.store.t
    with shop.store.write():
        price = t.product_price
        price.update(price_satang=16_000).where(
            price.c.product_id == shop.products["CEM"]
        ).execute()
        t.product.update(active=0).where(t.product.c.code == "TILE").execute()
    opened(counter, saved.id)
    counter.key("Shift+F3")
    hands("<Return>")
    copy = counter.window.middle.current()
    assert isinstance(copy, QuotationDocument)
    assert copy.shown is None
    assert copy.form.dirty, "a draft is kept of it"
    assert copy.form.customer_id == shop.customer
    assert copy.form.fields["remarks"].raw() == "ส่งเช้า"
    first, second = copy.form.grid.lines.lines[:2]
    assert (first.unit_price, first.discount) == ("160.00", "5%")
    assert "150.00" in first.note
    assert second.errors, "goods that are gone must be replaced"
    assert "2 of 2" in copy.form.bar.label.text()


def test_the_list_copies_the_paper_under_the_cursor_with_one_key(
    shop: SellingShop, counter: Counter
) -> None:
    saved = shop.draft(shop.line("CEM", 10, unit="ถุง"))
    counter.window.show_place("quotations")
    place = counter.window.middle.current()
    assert place is not None
    page = place.findChild(QuotationList)
    assert isinstance(page, QuotationList)
    page.read_list()
    assert page.list.select(saved.id)
    counter.key("Shift+F3")
    copy = counter.window.middle.current()
    assert isinstance(copy, QuotationDocument)
    assert copy.shown is None
    assert lines(copy) == [("CEM", "10", "ถุง", "150.00")]
    assert copy.record_id != saved.id


def test_a_purchase_request_is_no_quotation_and_says_so(
    shop: SellingShop, counter: Counter
) -> None:
    saved = shop.draft(shop.line("CEM", 1, unit="ถุง"))
    document = shop.store.t.document
    with shop.store.write():
        document.update(kind="PR").where(document.c.id == saved.id).execute()
    copy = opened(counter, copy_id(saved.id, shop.customer))
    assert "cannot become a quotation" in copy.form.bar.label.text()


def named(panel: TemplatesPanel) -> str:
    return panel.current.title if panel.current else ""


def test_a_template_is_kept_found_put_in_renamed_and_brought_back(
    shop: SellingShop, counter: Counter, begun: QuotationDocument
) -> None:
    hands("CEM", "<Return>", "4", "<Return>")
    begun.form.grid.go_to_end()
    counter.key("Ctrl+Shift+F3")
    assert isinstance(begun.panel, KeepPanel)
    hands("ชุดเทพื้น", "<Return>")
    paper = opened(counter, new_id(shop.customer))
    type_at(paper, 200)
    counter.key("Ctrl+F3")
    panel = paper.panel
    assert isinstance(panel, TemplatesPanel)
    hands("เทพ")
    assert named(panel) == "ชุดเทพื้น"
    hands("<Tab>", "<Return>")
    assert panel.fields["title"].raw() == "ชุดเทพื้น"
    panel.fields["title"].set_raw("ชุดเทลาน")
    hands("<Return>")
    panel.fields["search"].set_raw("ลาน")
    hands("<Tab>", "<Tab>", "<Return>")
    assert named(panel) == ""
    panel.bar.buttons[0].click()
    assert named(panel) == "ชุดเทลาน"
    hands("<Return>")
    assert lines(paper) == [("CEM", "4", "ถุง", "150.00")]


def test_a_floor_becomes_boxes_by_the_products_own_factor(
    counter: Counter, begun: QuotationDocument
) -> None:
    counter.key("Ctrl+F9")
    panel = begun.panel
    assert isinstance(panel, CalculatorPanel)
    panel.fields["length"].set_raw("5")
    panel.fields["width"].set_raw("4")
    assert "15" in panel.result.text()
    assert "21" in panel.steps.text()
    panel.fields["noted"].set_raw(True)
    panel.fields["length"].widget.setFocus()
    hands("<Return>")
    counter.rest()
    asked = begun.panel
    assert isinstance(asked, WantedPanel)
    hands("<Return>")
    code, quantity, unit, price = lines(begun)[0]
    assert (code, quantity, unit) == ("TILE", "15", "กล่อง")
    assert Money.of(price) == Money.of(289)
    assert "5 × 4" in begun.form.grid.lines.lines[0].description


def test_what_is_typed_at_any_speed_reaches_its_field(
    counter: Counter, begun: QuotationDocument
) -> None:
    """Words, dates and prices are no codes, however quickly they come."""
    type_at(begun, 1)
    project = begun.form.fields["project"].widget
    project.setFocus()
    hands("12,345.50 baht", "<Return>")
    assert begun.form.fields["project"].raw() == "12,345.50 baht"
    assert isinstance(project, QWidget)
    assert begun.form.grid.lines.lines[0].text(Cell.CODE) == ""
