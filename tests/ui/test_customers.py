"""Customers by keys and clicks on a real desk: taken in fast, found again, never overwritten."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from crm_desktop.services.customers.customer_lists import customer, timeline
from crm_desktop.services.customers.customer_values import Customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.places import Address
from crm_desktop.services.visits.visits import PlanVisit
from tests.services.desk import desk
from tests.services.shop import SellingShop, shop
from tests.ui.shop import Counter, Sit, sit
from ui.customers import CustomersScreen
from ui.customers.fields import Editor, ListField
from ui.customers.form import CustomerForm
from ui.tables.view import ListView

__all__ = ["desk", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

PERSON_NUMBER = "3100600445635"
COMPANY_NUMBER = "0105536112014"
SILOM = Address(house="99/1", subdistrict="สีลม", district="บางรัก", province="กรุงเทพมหานคร")
Opened = Callable[..., tuple[Counter, CustomersScreen]]


@pytest.fixture
def opened(sit: Sit) -> Opened:
    """Somebody at the customers, the keyboard in the list."""

    def open_for(username: str = "officer", *more: str) -> tuple[Counter, CustomersScreen]:
        counter = sit(username, "customers", *more)
        screen = counter.window.show_place("customers")
        assert isinstance(screen, CustomersScreen)
        return counter, screen

    return open_for


def keep(shop: SellingShop, name: str = "คุณสมชาย ใจดี", **values: Any) -> int:
    given = {"kind": "person", "full_name": name, "phones": ("081-999-1234",), **values}
    return shop.desk.officer.execute(SaveCustomer(id=None, version=0, **given))


def stored(shop: SellingShop, customer_id: int) -> Customer:
    return shop.desk.officer.read(customer, customer_id)


def form_of(screen: CustomersScreen) -> CustomerForm:
    assert screen.form is not None
    return screen.form


def closed(screen: CustomersScreen) -> bool:
    return screen.form is None


def write(form: CustomerForm, qtbot: Any, **texts: str) -> None:
    """Type into fields by key; a number after the key and the part name a box of a list."""
    for key, text in texts.items():
        box = form.fields[key].widget
        assert isinstance(box, QLineEdit)
        box.setFocus()
        box.selectAll()
        box.insert(text)


def editor(form: CustomerForm, key: str, number: int = 0) -> Editor:
    field = form.fields[key]
    assert isinstance(field, ListField)
    while len(field.editors) <= number:
        field.add_one()
    return field.editors[number]


def line(found: Editor, key: str) -> QLineEdit:
    box = found.boxes[key]
    assert isinstance(box, QLineEdit)
    return box


def call(form: CustomerForm, text: str) -> None:
    line(editor(form, "phones"), "phone").setText(text)


def names(screen: CustomersScreen) -> list[str]:
    return [row.name for row in screen.list.model.rows]


def card_of(qtbot: Any, screen: CustomersScreen, customer_id: int) -> None:
    screen.show_record("customer", customer_id)
    assert screen.card.customer is not None
    assert screen.card.customer.id == customer_id


def test_a_walk_in_is_taken_in_with_a_name_and_a_phone(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N")
    name = form_of(screen).fields["full_name"].widget
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "Malee")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    phone = line(editor(form_of(screen), "phones"), "phone")
    assert phone.hasFocus()
    qtbot.keyClicks(phone, "0899991111")
    counter.key("Ctrl+S")
    assert closed(screen)
    assert screen.card.customer is not None
    assert screen.card.customer.name == "Malee"
    assert screen.card.customer.phones[0].display == "089-999-1111"
    assert screen.card.customer.owner_id == shop.desk.officer.actor.person_id  # type: ignore[union-attr]


def test_f2_from_the_new_customer_goes_straight_on_to_a_quotation(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N")
    write(form_of(screen), qtbot, full_name="Malee")
    call(form_of(screen), "089-999-1111")
    with qtbot.waitSignal(screen.open_record) as asked:
        counter.key("F2")
    assert screen.card.customer is not None
    kind, record_id = asked.args
    assert kind == "quotation"
    assert record_id.endswith(f"-{screen.card.customer.id}")


def test_f2_for_the_customer_in_the_card_asks_for_their_quotation(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    somchai = keep(shop)
    card_of(qtbot, screen, somchai)
    for key, kind in (("Shift+F8", "visit"), ("F2", "quotation")):
        with qtbot.waitSignal(screen.open_record) as asked:
            counter.key(key)
        assert asked.args[0] == kind
        assert asked.args[1].endswith(f"-{somchai}")


def test_what_the_search_did_not_find_is_begun_with(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    screen.list.filter.setText("Nobody Known")
    qtbot.waitUntil(lambda: not names(screen))
    counter.key("Ctrl+N")
    assert form_of(screen).fields["full_name"].raw() == "Nobody Known"


def test_a_company_with_a_bad_tax_number_is_told_beside_the_field_and_loses_nothing(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N")
    form = form_of(screen)
    form.fields["kind"].set_raw("company")
    write(form, qtbot, full_name="บริษัท ทองดี จำกัด", tax_number="1234545678789")
    call(form, "02-123-4567")
    counter.key("Ctrl+S")
    box = form.fields["tax_number"].widget
    assert screen.form is form
    assert box.property("wrong")
    assert "1234545678789" in box.accessibleDescription()
    assert form.fields["full_name"].raw() == "บริษัท ทองดี จำกัด"
    write(form, qtbot, tax_number=COMPANY_NUMBER)
    counter.key("Ctrl+S")
    assert screen.form is form, "a tax number needs an address on its papers"
    address = editor(form, "addresses")
    line(address, "house").setText("99/1")
    counter.key("Ctrl+S")
    assert closed(screen)
    assert screen.card.customer is not None
    assert screen.card.customer.tax_branch == "00000"


def test_a_personal_number_that_begins_with_0_is_warned_of_and_saved(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N")
    form = form_of(screen)
    write(form, qtbot, full_name="Malee", tax_number=COMPANY_NUMBER)
    call(form, "089-999-1111")
    assert form.warning.label.text()
    assert not form.warning.isHidden()
    line(editor(form, "addresses"), "house").setText("1")
    counter.key("Ctrl+S")
    assert closed(screen)


def test_a_subdistrict_fills_district_province_and_postcode(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N")
    address = editor(form_of(screen), "addresses")
    box = line(address, "subdistrict")
    box.setFocus()
    box.setText("สีลม")
    box.textEdited.emit("สีลม")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    raw = address.raw()
    assert (raw["subdistrict"], raw["district"]) == ("สีลม", "บางรัก")
    assert (raw["province"], raw["postcode"]) == ("กรุงเทพมหานคร", "10500")
    assert "khwaeng" in box.accessibleName()


def test_a_postcode_offers_the_subdistricts_it_may_be(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N")
    address = editor(form_of(screen), "addresses")
    box = line(address, "postcode")
    box.setFocus()
    qtbot.keyClicks(box, "10500")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    raw = address.raw()
    assert raw["district"] == "บางรัก"
    assert raw["subdistrict"]


def test_a_likely_double_is_shown_while_typing_and_can_be_opened_instead(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    there = keep(shop, "คุณสมชาย ใจดี", phones=("081-999-1234",))
    counter, screen = opened()
    counter.key("Ctrl+N")
    form = form_of(screen)
    write(form, qtbot, full_name="Somchai")
    call(form, "0819991234")
    qtbot.waitUntil(lambda: not form.doubles.isHidden())
    assert [double.id for double in form.doubles.found] == [there]
    counter.key("Ctrl+Shift+O")
    assert closed(screen)
    assert screen.card.customer is not None
    assert screen.card.customer.id == there
    screen.bar.buttons[0].click()
    assert form_of(screen).fields["full_name"].raw() == "Somchai"


def test_the_customer_being_changed_is_no_double_of_itself(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop)
    counter, screen = opened()
    card_of(qtbot, screen, somchai)
    counter.key("Ctrl+E")
    form_of(screen).look_for_doubles()
    assert form_of(screen).doubles.isHidden()


def test_a_later_save_is_shown_both_values_and_chooses(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop, zone="บางนา")
    counter, screen = opened()
    card_of(qtbot, screen, somchai)
    counter.key("Ctrl+E")
    form = form_of(screen)
    write(form, qtbot, zone="สีลม")
    changed = {"zone": "ดินแดง", "note": "โทรก่อน 10 โมง", "phones": ("081-999-1234",)}
    shop.desk.supervisor.execute(
        SaveCustomer(somchai, 1, "person", "คุณสมชาย ใจดี", **changed)  # type: ignore[arg-type]
    )
    counter.key("Ctrl+S")
    assert screen.form is form
    mine, theirs = form.comparison.choices["zone"]
    assert (mine.accessibleName()[-4:], theirs.accessibleName()[-6:]) == ("สีลม", "ดินแดง")
    theirs.setChecked(True)
    save = next(b for b in form.comparison.findChildren(QPushButton) if b.isVisible())
    save.click()
    assert closed(screen)
    kept = stored(shop, somchai)
    assert (kept.zone, kept.note) == ("ดินแดง", "โทรก่อน 10 โมง")


def test_consent_is_given_and_withdrawn_by_the_channel_it_was_said_on(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop)
    _counter, screen = opened()
    card_of(qtbot, screen, somchai)
    consents = screen.card.overview.consents
    for given in (True, False):
        qtbot.keyClick(consents.buttons["marketing"], Qt.Key.Key_Return)
        consents.menu.actions()[1].trigger()
        consents.menu.hide()
        said = stored(shop, somchai).consents[0]
        assert (said.purpose, said.given, said.channel) == ("marketing", given, "counter")
    assert consents.states["marketing"].text() == "Withdrawn"


def test_a_note_is_written_from_the_keyboard_and_stands_on_the_timeline(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop)
    counter, screen = opened()
    card_of(qtbot, screen, somchai)
    counter.key("Ctrl+Shift+N")
    note = screen.card.timeline.note
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "call before ten")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert not note.text()
    shown = [str(row.detail.get("text")) for row in screen.card.timeline.model.rows]
    assert shown[0] == "call before ten"
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert not screen.card.timeline.bar.isHidden(), "an empty note is refused in words"


def test_the_timeline_says_everything_in_words_and_filters_by_kind(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop)
    shop.desk.officer.execute(PlanVisit(somchai, shop.desk.now.date(), "ดูหน้างาน"))
    shop.submit(shop.draft(customer_id=somchai), issue=True)
    _counter, screen = opened()
    card_of(qtbot, screen, somchai)
    screen.card.tabs.setCurrentIndex(1)
    model = screen.card.timeline.model
    words = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
    assert len(words) == len(shop.desk.officer.read(timeline, somchai).rows)
    assert not [said for said in words if "timeline_" in said or "Something happened" in said]
    kinds = screen.card.timeline.kinds
    kinds.setCurrentIndex(kinds.findData("visit"))
    assert {row.subject for row in model.rows} == {"visit"}


def test_quotations_and_visits_stand_beside_the_card_and_open(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop)
    shop.submit(shop.draft(customer_id=somchai), issue=True)
    _counter, screen = opened()
    card_of(qtbot, screen, somchai)
    told = dict(cells[:2] for cells in screen.card.overview.who.words())
    assert told["Open papers"].startswith("1 · ")
    screen.card.tabs.setCurrentIndex(2)
    (quotations,) = screen.card.tabs.currentWidget().findChildren(ListView)
    with qtbot.waitSignal(screen.open_record) as asked:
        qtbot.keyClick(quotations.table, Qt.Key.Key_Return)
    assert asked.args[0] == "quotation"


def test_what_was_typed_before_the_power_went_is_offered_again(
    opened: Opened, sit: Sit, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    record_id = "new-3f2a11"
    form = screen.open_form(record_id)
    write(form, qtbot, full_name="Malee")
    call(form, "089-999-1111")
    line(editor(form, "addresses"), "house").setText("99/1")
    form._clock.timeout.emit()
    again = CustomersScreen(counter.desk, counter.window)
    again.show_record("customer", record_id)
    offered = form_of(again)
    assert not offered.offer.isHidden()
    offered.offer.buttons[0].click()
    assert offered.fields["full_name"].raw() == "Malee"
    assert offered.fields["phones"].raw() == [{"phone": "089-999-1111"}]
    assert offered.fields["addresses"].raw()[0]["house"] == "99/1"


def test_a_name_typed_with_the_wrong_keyboard_layout_is_found(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    keep(shop, "คุณสมชาย ใจดี")
    keep(shop, "คุณมานี มีนา", phones=("081-888-0000",))
    _counter, screen = opened()
    qtbot.keyClicks(screen.list.filter, "l,=kp")
    qtbot.waitUntil(lambda: names(screen) == ["คุณสมชาย ใจดี"])
    screen.list.filter.clear()
    qtbot.keyClicks(screen.list.filter, "8880")
    qtbot.waitUntil(lambda: names(screen) == ["คุณมานี มีนา"])
    qtbot.waitUntil(
        lambda: screen.card.customer is not None and screen.card.customer.name == "คุณมานี มีนา"
    )


def test_names_stand_in_thai_dictionary_order_and_filters_narrow_them(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    keep(shop, "แก้ว", zone="บางนา", owner_id=1)
    keep(shop, "กบ", zone="สีลม")
    keep(shop, "เก่ง", zone="สีลม")
    counter, screen = opened()
    assert [name for name in names(screen) if len(name) < 5] == ["กบ", "เก่ง", "แก้ว"]
    screen.zone.setCurrentIndex(screen.zone.findData("สีลม"))
    assert names(screen) == ["กบ", "เก่ง"]
    screen.zone.setCurrentIndex(0)
    counter.key("Ctrl+M")
    assert names(screen) == ["แก้ว"]


def test_the_whole_number_of_a_person_is_shown_only_on_the_record(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop, tax_number=PERSON_NUMBER, addresses=(SILOM,))
    counter, screen = opened()
    card_of(qtbot, screen, somchai)
    tax = screen.card.overview.tax
    assert tax.number.text() == "•••••••••5635"
    seen = shop.store.t.audit_line
    count = seen.select().where(seen.c.record == "tax_number_view").count()
    counter.key("Ctrl+Shift+T")
    assert tax.number.text() == PERSON_NUMBER
    assert seen.select().where(seen.c.record == "tax_number_view").count() == count + 1
    card_of(qtbot, screen, shop.customer)
    card_of(qtbot, screen, somchai)
    assert tax.number.text() == "•••••••••5635"


def test_the_masked_number_of_a_person_survives_a_change_of_something_else(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop, tax_number=PERSON_NUMBER, addresses=(SILOM,))
    counter, screen = opened()
    card_of(qtbot, screen, somchai)
    counter.key("Ctrl+E")
    write(form_of(screen), qtbot, zone="สีลม")
    counter.key("Ctrl+S")
    assert closed(screen)
    assert stored(shop, somchai).tax_number == "•••••••••5635"


def test_a_wrong_phone_of_a_contact_is_marked_where_it_stands(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N")
    form = form_of(screen)
    write(form, qtbot, full_name="Malee")
    call(form, "089-999-1111")
    second = editor(form, "contacts", 1)
    for number, phone in enumerate(("081-234-5678", "12")):
        line(editor(form, "contacts", number), "name").setText(f"contact {number}")
        line(editor(form, "contacts", number), "phone").setText(phone)
    counter.key("Ctrl+S")
    assert screen.form is form
    assert line(second, "phone").property("wrong")
    assert not line(editor(form, "contacts", 0), "phone").property("wrong")


def test_esc_asks_only_if_something_would_be_lost(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    counter, screen = opened()
    counter.key("Ctrl+N", "Esc")
    assert closed(screen)
    counter.key("Ctrl+N")
    write(form_of(screen), qtbot, full_name="Malee")
    counter.key("Esc")
    assert not form_of(screen).bar.isHidden()
    form_of(screen).bar.buttons[2].click()
    assert closed(screen)


def test_what_another_desk_changed_is_shown_without_asking(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop)
    counter, screen = opened()
    card_of(qtbot, screen, somchai)
    changed = SaveCustomer(somchai, 1, "person", "คุณสมชาย ใจดีมาก", ("081-999-1234",))
    shop.desk.supervisor.execute(changed)
    counter.hear()
    assert screen.card.name.text() == "คุณสมชาย ใจดีมาก"
    assert "คุณสมชาย ใจดีมาก" in names(screen)


def test_somebody_who_only_reads_customers_is_offered_nothing_else(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop, tax_number=PERSON_NUMBER, addresses=(SILOM,))
    _counter, screen = opened("credit")
    card_of(qtbot, screen, somchai)
    assert "list.new" not in screen.bound
    assert "list.edit" not in screen.bound
    assert screen.card.overview.consents.buttons["marketing"].isHidden()
    assert not screen.card.overview.tax.show_it.isHidden()
