"""Files of a paper: what they are is told by their bytes, and what was signed stays."""

from base64 import b64encode

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.services import attachments as module
from crm_desktop.services.attachments import Attach, Detach, attachment, attachments
from tests.services.goods_shop import PNG, GoodsShop, desk, shop

__all__ = ["desk", "shop"]
FILES = {
    "image/png": b"\x89PNG\r\n\x1a\n....",
    "image/jpeg": b"\xff\xd8\xff\xe0....",
    "image/webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "application/pdf": b"%PDF-1.7",
}
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def attach(shop: GoodsShop, order: int, content: bytes, **values: str) -> int:
    given = {"use": "photo", "filename": "รูป.bin", **values}
    return shop.desk.officer.execute(Attach(order, content=b64encode(content).decode(), **given))


def test_a_file_comes_back_byte_for_byte(shop: GoodsShop) -> None:
    order = shop.special_draft().id
    for mime, content in FILES.items():
        found = shop.desk.officer.read(attachment, attach(shop, order, content))
        assert (found.content, found.row.mime, found.row.size) == (content, mime, len(content))
    listed = shop.desk.sales.read(attachments, order)
    assert [each.mime for each in listed] == list(FILES)
    assert {each.by for each in listed} == {"คุณofficer"}


@SQLITE
@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "attachment_unreadable"),
        ("not base64!", "attachment_unreadable"),
        (b64encode(b"MZ\x90\x00 a program").decode(), "file_not_picture"),
        (b64encode(b"<svg onload=alert(1)>").decode(), "file_not_picture"),
        (b64encode(b"RIFF\x00\x00\x00\x00WAVE").decode(), "file_not_picture"),
    ],
)
def test_what_is_no_picture_is_refused_whatever_its_name(
    shop: GoodsShop, content: str, code: str
) -> None:
    order = shop.special_draft().id
    with pytest.raises(Refused) as told:
        shop.desk.officer.execute(Attach(order, "photo", "photo.png", content))
    assert (told.value.code, told.value.field) == (code, "content")


@SQLITE
def test_a_file_too_large_for_the_database_is_refused(
    shop: GoodsShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = shop.special_draft().id
    monkeypatch.setattr(module, "LARGEST_BYTES", 20)
    attach(shop, order, FILES["image/png"].ljust(20, b"."))
    for size in (21, 22, 200):
        with pytest.raises(Refused, match="file_too_large"):
            attach(shop, order, FILES["image/png"].ljust(size, b"."))


@SQLITE
def test_a_name_never_carries_a_path(shop: GoodsShop) -> None:
    order = shop.special_draft().id
    for name, kept in ((r"C:\x\แบบ.png", "แบบ.png"), ("../../etc/x", "x"), (" ", "photo")):
        found = shop.desk.officer.read(
            attachment, attach(shop, order, FILES["image/png"], filename=name)
        )
        assert found.row.name == kept


def test_the_audit_has_no_picture_in_it(shop: GoodsShop) -> None:
    attach(shop, shop.special_draft().id, FILES["image/png"])
    line, value = shop.store.t.audit_line, shop.store.t.audit_value
    of_files = line.select(line.c.id).where(line.c.record == "attachment")
    rows = value.select(value.c.field).where(value.c.line_id << of_files)
    fields = {row[0] for row in rows.tuples()}
    assert {"sha256", "size"} <= fields
    assert "content" not in fields


def test_what_hangs_on_a_numbered_paper_stays(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    photo = attach(shop, order, FILES["image/png"])
    with pytest.raises(WrongState, match="attachment_stays"):
        shop.desk.officer.execute(Detach(photo))
    draft = shop.saved("BO", shop.line())
    photo = attach(shop, draft.id, FILES["image/png"])
    shop.desk.officer.execute(Detach(photo))
    assert shop.desk.officer.read(attachments, draft.id) == ()
    with pytest.raises(Refused, match="not_found"):
        shop.desk.officer.read(attachment, photo)


def test_files_of_another_branch_stay_there(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    photo = attach(shop, order, FILES["image/png"])
    for read, asked in ((attachments, order), (attachment, photo)):
        with pytest.raises(NotAllowed):
            shop.desk.other.read(read, asked)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        shop.desk.other.execute(Attach(order, "photo", "x", PNG))


def test_who_neither_writes_nor_inspects_hangs_nothing_on_a_paper(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    with pytest.raises(NotAllowed) as told:
        shop.desk.cashier.execute(Attach(order, "photo", "x.png", PNG))
    assert told.value.values["permission"] == "order.save"
    for who in (shop.desk.receiving, shop.desk.sales):
        who.execute(Attach(order, "photo", "x.png", PNG))


def test_only_papers_of_orders_that_live_have_files(shop: GoodsShop) -> None:
    with pytest.raises(Refused, match="not_found"):
        attach(shop, shop.issued().id, FILES["image/png"])
    order = shop.back_order(5)
    shop.cancel(order)
    with pytest.raises(WrongState, match="attach_cancelled"):
        attach(shop, order, FILES["image/png"])
    with pytest.raises(Refused, match="bad_choice"):
        attach(shop, shop.back_order(5), FILES["image/png"], use="virus")


@SQLITE
def test_a_suppliers_quote_tells_its_cost_to_nobody_who_may_not_see_cost(shop: GoodsShop) -> None:
    command = Attach(shop.special_draft().id, "quote", "ใบเสนอราคา.png", PNG)
    quote = shop.desk.sales.execute(command)
    assert shop.desk.sales.read(attachment, quote).content
    assert shop.desk.credit.read(attachment, quote).content
    for who in ("officer", "cashier", "logistics"):
        with pytest.raises(NotAllowed):
            getattr(shop.desk, who).read(attachment, quote)


@SQLITE
def test_a_file_taken_off_by_a_slip_comes_back_byte_for_byte(shop: GoodsShop) -> None:
    order = shop.special_draft().id
    first = attach(shop, order, FILES["application/pdf"])
    shop.desk.officer.execute(Detach(first))
    reverse = shop.desk.officer.reverse
    assert reverse is not None
    again = shop.desk.officer.read(attachment, shop.desk.officer.execute(reverse))
    assert (again.content, again.row.name) == (FILES["application/pdf"], "รูป.bin")
    undo = shop.desk.officer.reverse
    assert undo is not None
    shop.desk.officer.execute(undo)
    assert shop.desk.officer.read(attachments, order) == ()
