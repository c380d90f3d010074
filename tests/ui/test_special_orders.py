"""A special order at its own window: files, signature, supplier, inspection, refusal."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from crm_desktop.services.attachments import Attach
from crm_desktop.services.look import SaveLook, ShopLook
from tests.services.goods_shop import PNG, SPECIFICATION, GoodsShop
from tests.ui.order_desk import asking, desk, offered, opened, send, shop, sit, write
from tests.ui.shop import Sit
from ui.orders import OrderDocument
from ui.orders.files import FilesPanel
from ui.orders.photos import PhotosField
from ui.orders.signature import SignatureField

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


TERM = "สินค้าสั่งพิเศษไม่รับคืน"


def ink(paper: OrderDocument) -> SignatureField:
    field = asking(paper).fields["signature_png"]
    assert isinstance(field, SignatureField)
    return field


def test_the_customer_signs_on_the_screen_and_the_supplier_offers(
    shop: GoodsShop, sit: Sit
) -> None:
    saved = shop.special_draft(who="officer")
    counter = sit("officer", "orders")
    paper = opened(counter, "special_order", saved.id)
    counter.key("F11")
    write(asking(paper), "signer", "Nok")
    send(counter)
    assert asking(paper).bar.isVisible() or ink(paper).widget.property("wrong")
    QTest.mousePress(ink(paper).pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    QTest.mouseMove(ink(paper).pad, QPoint(90, 50))
    QTest.mouseRelease(ink(paper).pad, Qt.MouseButton.LeftButton, pos=QPoint(90, 50))
    send(counter)
    assert paper.shown is not None
    assert paper.shown.state == "signed"
    counter.key("Shift+F11")
    write(asking(paper), "supplier", "Teak works")
    write(asking(paper), "lead_days", "20")
    send(counter)
    assert paper.shown.state == "quoted"
    counter.key("Ctrl+F6")
    assert not paper.bound["order.goods"].isVisible(), "nothing moved before the number"


def test_nobody_signs_before_it_is_written_what_is_made(shop: GoodsShop, sit: Sit) -> None:
    counter = sit("officer", "orders")
    paper = opened(counter, "special_order", shop.special_draft(who="officer", facts=()).id)
    counter.key("F11")
    assert paper.panel is None
    assert paper.form.fields["facts.specification"].widget.property("wrong")


def test_the_customer_reads_what_they_sign_for_beside_the_pad(shop: GoodsShop, sit: Sit) -> None:
    shop.system.execute(SaveLook(0, ShopLook(special_terms_th=TERM)))
    counter = sit("officer", "orders")
    paper = opened(counter, "special_order", shop.special_draft(who="officer").id)
    counter.key("F11")
    told = [label.text() for label in asking(paper).findChildren(QLabel) if label.isVisible()]
    assert {*dict(SPECIFICATION).values(), TERM} <= set(told)


def test_another_word_in_the_specification_asks_for_another_signature(
    shop: GoodsShop, sit: Sit
) -> None:
    signed = shop.sign(shop.special_draft(who="officer"))
    counter = sit("officer", "orders")
    paper = opened(counter, "special_order", signed.id)
    paper.form.fields["facts.specification"].set_raw("oak instead")
    counter.key("Ctrl+S")
    assert paper.shown is not None
    assert paper.shown.state == "draft"
    assert "order.sign" in offered(paper)


def test_a_signature_is_a_picture_of_what_was_drawn(shop: GoodsShop, sit: Sit) -> None:
    counter = sit("officer", "orders")
    paper = opened(counter, "special_order", shop.special_draft(who="officer").id)
    counter.key("F11")
    pad = ink(paper).pad
    assert ink(paper).value() == ""
    pad.strokes = [[QPointF(10, 10), QPointF(60, 40)]]
    picture = QImage()
    assert picture.loadFromData(base64.b64decode(ink(paper).value()))
    assert picture.width() > picture.height()
    pad.clear()
    assert ink(paper).value() == ""


def test_files_are_added_looked_at_and_taken_away(
    shop: GoodsShop, sit: Sit, tmp_path: Path
) -> None:
    counter = sit("officer", "orders")
    paper = opened(counter, "special_order", shop.special_draft(who="officer").id)
    counter.key("Ctrl+B")
    panel = asking(paper)
    assert isinstance(panel, FilesPanel)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "door.png"))
    (tmp_path / "letter.png").write_text("no picture at all")
    assert panel.add(tmp_path / "door.png")
    words = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "door.png" in words
    assert not panel.add(tmp_path / "letter.png")
    assert panel.bar.isVisible(), "a file that is no picture gets a sentence"
    assert not panel.add(tmp_path / "gone.png")
    assert "gone.png" in panel.bar.label.text()
    row = shop.store.t.attachment
    assert [each[0] for each in row.select(row.c.name).tuples()] == ["door.png"]


def arrived(shop: GoodsShop) -> int:
    special = shop.special()
    request = shop.purchase(special)
    shop.receive(request, 5)
    return special


def test_what_differs_from_the_specification_goes_back_with_findings(
    shop: GoodsShop, sit: Sit
) -> None:
    special = arrived(shop)
    receiving = sit("receiving", "orders")
    paper = opened(receiving, "special_order", special)
    receiving.key("Shift+F12")
    asking(paper).fields["agrees"].set_raw("differs")
    send(receiving)
    assert asking(paper).fields["findings"].widget.property("wrong")
    write(asking(paper), "findings", "5 cm short")
    send(receiving)
    assert paper.shown is not None
    assert paper.shown.state == "ordered"


def test_the_inspector_says_which_photos_prove_what_was_found(
    shop: GoodsShop, sit: Sit, tmp_path: Path
) -> None:
    special = arrived(shop)
    asked = Attach(special, "photo", "drawn_by_customer.png", PNG)
    drawn = shop.desk.officer.execute(asked)
    receiving = sit("receiving", "orders")
    paper = opened(receiving, "special_order", special)
    receiving.key("Shift+F12")
    photos = asking(paper).fields["photo_ids"]
    assert isinstance(photos, PhotosField)
    assert photos.value() == (), "a photo of the order proves nothing of the goods"
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "scratch.png"))
    (tmp_path / "letter.png").write_text("no picture at all")
    assert not photos.add(tmp_path / "letter.png")
    assert asking(paper).bar.isVisible()
    write(asking(paper), "findings", "a scratch")
    drop(asking(paper), tmp_path / "scratch.png")
    (new,) = photos.value()
    assert new != drawn
    asking(paper).fields["agrees"].set_raw("differs")
    send(receiving)
    assert paper.panel is None
    line = shop.store.t.timeline
    told = line.select(line.c.detail).where(line.c.event == "reject")
    assert [json.loads(each[0])["photos"] for each in told.tuples()] == ["scratch.png"]


def drop(panel: QWidget, path: Path) -> None:
    """As the mouse does from another window."""
    mime, middle = QMimeData(), panel.rect().center()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(panel, QDragEnterEvent(middle, *how))
    QApplication.sendEvent(panel, QDropEvent(middle.toPointF(), *how))


def test_the_key_of_files_adds_a_photo_while_an_inspection_stands_open(
    shop: GoodsShop, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "goods.png").write_bytes(base64.b64decode(PNG))

    def choose(_parent: QWidget, then: Callable[[Path], object]) -> None:
        then(tmp_path / "goods.png")

    monkeypatch.setattr("ui.orders.photos.choose_file", choose)
    receiving = sit("receiving", "orders")
    paper = opened(receiving, "special_order", arrived(shop))
    receiving.key("Shift+F12")
    write(asking(paper), "findings", "half a sentence")
    receiving.key("Ctrl+B")
    assert asking(paper).fields["findings"].raw() == "half a sentence", "nothing typed is lost"
    assert len(asking(paper).fields["photo_ids"].value()) == 1


def test_a_customer_who_does_not_take_it_is_on_record_with_the_reason(
    shop: GoodsShop, sit: Sit
) -> None:
    special = arrived(shop)
    receiving = sit("receiving", "orders")
    looked = opened(receiving, "special_order", special)
    receiving.key("Shift+F12")
    asking(looked).fields["agrees"].set_raw("agrees")
    send(receiving)
    counter = sit("officer", "orders")
    paper = opened(counter, "special_order", special)
    assert {"order.tell", "order.deliver", "order.refuse"} <= offered(paper)
    counter.key("Ctrl+F12")
    send(counter)
    assert asking(paper).fields["reason"].widget.property("wrong")
    write(asking(paper), "reason", "moved away")
    send(counter)
    assert paper.shown is not None
    assert paper.shown.state == "refused"


def test_goods_of_the_shelf_do_not_stand_in_for_a_special_order_unseen(
    shop: GoodsShop, sit: Sit
) -> None:
    shop.special()
    order = shop.confirmed("SO", shop.line("TILE", 2)).id
    counter = sit("officer", "orders")
    paper = opened(counter, "sales_order", order)
    counter.key("F12")
    panel = asking(paper)
    box = panel.fields["acknowledged"]
    assert not box.widget.isVisible()
    write(panel, "receiver", "Somchai")
    send(counter)
    assert box.widget.isVisible(), "the warning stands beside the box that answers it"
    box.set_raw(True)
    panel.go()
    assert shop.stages(order) == {"delivered": 2}
