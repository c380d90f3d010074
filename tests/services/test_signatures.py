"""What a customer signed: every word, drawing and photo of it, and nothing that came later."""

import json
from base64 import b64encode
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.domain.errors import Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.messages import LANGUAGES, known, sentence
from crm_desktop.services import integrity
from crm_desktop.services.attachments import Attach, Detach, attachments
from crm_desktop.services.authority.approvals import AnswerRequest, RecallRequest
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders.order_lists import order as read_order
from crm_desktop.services.orders.orders import IssueOrder, SaveOrder, StepOrder, SubmitOrder
from crm_desktop.services.orders.special_orders import InspectSpecial, QuoteSupplier
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.papers.submitting import Outcome, Saved
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]

FIRST, SECOND = (
    b64encode(b"\x89PNG\r\n\x1a\n" + ink).decode() for ink in (b"first ink", b"second ink")
)


def attach(shop: GoodsShop, order: int, use: str = "drawing", content: str = FIRST) -> int:
    return shop.desk.officer.execute(Attach(order, use, f"{use}.png", content))


def quoted(shop: GoodsShop, saved: Any, cost: object = 900, **values: Any) -> Saved:
    command = QuoteSupplier(saved.id, saved.version, "โรงไม้", cost=Money.of(str(cost)), **values)
    return shop.desk.sales.execute(command)


def submitted(shop: GoodsShop, saved: Saved, who: str = "director") -> Outcome:
    return getattr(shop.desk, who).execute(SubmitOrder(saved.id, saved.version, Plea("สั่งทำ")))


def changed(shop: GoodsShop, order: int, **values: Any) -> Saved:
    found = shop.desk.officer.read(read_order, order)
    content = replace(found.content, **values)
    return shop.desk.officer.execute(SaveOrder("SP", order, found.version, content))


def printed(shop: GoodsShop, order: int) -> Any:
    return shop.desk.officer.read(paper, order, "")


def faults(shop: GoodsShop) -> set[str]:
    return {fault.code for fault in shop.system.read(integrity.verify).faults}


def test_fewer_pieces_than_the_customer_signed_for_are_signed_for_again(shop: GoodsShop) -> None:
    ready = submitted(shop, quoted(shop, shop.sign(shop.special_draft())))
    assert ready.state == "ready"
    lines = shop.desk.officer.read(read_order, ready.id).content.lines
    saved = changed(shop, ready.id, lines=(replace(lines[0], quantity=Decimal(4)),))
    assert (saved.state, saved.kept) == ("draft", False)
    assert printed(shop, ready.id).customer_signed is None
    with pytest.raises(WrongState):
        shop.desk.director.execute(IssueOrder(saved.id, saved.version))


def test_what_does_not_print_leaves_signature_and_approval_alone(shop: GoodsShop) -> None:
    signed = shop.sign(shop.special_draft())
    saved = changed(shop, signed.id, follow_up_on=shop.desk.now.date())
    assert saved.state == "signed"
    ready = submitted(shop, quoted(shop, saved))
    saved = changed(shop, ready.id, follow_up_on=None)
    assert (saved.state, saved.kept) == ("ready", True)
    issued = shop.desk.director.execute(IssueOrder(saved.id, saved.version))
    assert printed(shop, issued.id).customer_signed is not None
    assert faults(shop) == set()


def nothing_changes(shop: GoodsShop, order: int, drawing: int, code: str) -> None:
    for use in ("drawing", "photo"):
        with pytest.raises(WrongState, match=code):
            attach(shop, order, use, SECOND)
    with pytest.raises(WrongState, match=code):
        shop.desk.officer.execute(Detach(drawing))


def test_no_other_drawing_slips_under_a_signature(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    drawing = attach(shop, draft.id)
    signed = shop.sign(draft)
    nothing_changes(shop, draft.id, drawing, "specification_signed")
    offered = quoted(shop, signed)
    nothing_changes(shop, draft.id, drawing, "specification_signed")
    waiting = submitted(shop, offered, "officer")
    assert waiting.state == "waiting"
    nothing_changes(shop, draft.id, drawing, "document_locked")
    request = shop.request(waiting.request_id)
    answer = AnswerRequest(request["id"], request["version"], "approve", "")
    shop.desk.director.execute(answer)
    nothing_changes(shop, draft.id, drawing, "specification_signed")
    attach(shop, draft.id, "quote", SECOND)  # what the customer does not sign for still comes in
    assert shop.row(draft.id)["state"] == "ready"


def test_a_new_drawing_is_signed_for_anew(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    drawing = attach(shop, draft.id)
    signed = shop.sign(draft)
    back = shop.desk.officer.execute(StepOrder(signed.id, signed.version, "change"))
    shop.desk.officer.execute(Detach(drawing))
    attach(shop, draft.id, content=SECOND)
    assert printed(shop, draft.id).customer_signed is None
    (old,) = (each for each in shop.desk.officer.read(attachments, draft.id) if each.covers)
    with pytest.raises(Refused, match="signature_of_other_words") as told:
        shop.sign(back, signature_png="", attachment_id=old.id)
    assert told.value.field == "attachment_id"
    assert shop.row(draft.id)["state"] == "draft"
    ready = submitted(shop, quoted(shop, shop.sign(back)))
    shop.desk.director.execute(IssueOrder(ready.id, ready.version))
    assert printed(shop, draft.id).customer_signed is not None
    assert faults(shop) == set()


def test_a_paper_sent_back_with_every_word_as_it_was_keeps_its_signature(shop: GoodsShop) -> None:
    waiting = submitted(shop, quoted(shop, shop.sign(shop.special_draft())), "officer")
    request = shop.request(waiting.request_id)
    shop.desk.officer.execute(RecallRequest(request["id"], request["version"]))
    (old,) = shop.desk.officer.read(attachments, waiting.id)
    saved = Saved(waiting.id, shop.row(waiting.id)["version"], "draft")
    again = shop.sign(saved, signature_png="", attachment_id=old.id)
    assert again.state == "signed"
    assert faults(shop) == set()


def test_a_drawing_hung_on_while_the_customer_signs_is_not_signed_for(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    seen = attach(shop, draft.id)
    attach(shop, draft.id, "photo", SECOND)
    with pytest.raises(Stale):
        shop.sign(draft, files=(seen,))
    shown = tuple(each.id for each in shop.desk.officer.read(attachments, draft.id) if each.printed)
    assert shop.sign(draft, files=shown).state == "signed"


def test_a_signed_drawing_is_a_signature_and_no_part_of_what_it_signs(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    drawing = attach(shop, draft.id)
    shop.sign(draft, signature_png="", attachment_id=drawing)
    assert printed(shop, draft.id).specification.attachments == ()
    assert printed(shop, draft.id).customer_signed is not None
    assert faults(shop) == set()


def test_new_terms_of_the_shop_do_not_reach_a_paper_that_is_signed(shop: GoodsShop) -> None:
    signed = shop.sign(shop.special_draft())
    customer = shop.store.t.customer
    with shop.store.write():
        customer.update(name="ชื่อใหม่").execute()
    shown = printed(shop, signed.id)
    assert shown.customer.name == "บริษัท ก่อสร้างไทย จำกัด"
    ready = submitted(shop, quoted(shop, signed))
    shop.desk.director.execute(IssueOrder(ready.id, ready.version))
    shown = printed(shop, signed.id)
    assert shown.customer.name == "บริษัท ก่อสร้างไทย จำกัด"
    assert shown.customer_signed is not None
    assert faults(shop) == set()


def test_photos_of_what_arrived_void_no_signature(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    attach(shop, draft.id)
    ready = submitted(shop, quoted(shop, shop.sign(draft)))
    order = shop.desk.director.execute(IssueOrder(ready.id, ready.version)).id
    shop.receive(shop.purchase(order), 5)
    photo = shop.desk.receiving.execute(Attach(order, "photo", "รอยขีด.png", SECOND))
    shop.desk.receiving.execute(
        InspectSpecial(order, shop.row(order)["version"], agrees=True, photo_ids=(photo,))
    )
    shown = printed(shop, order)
    assert shown.specification.attachments == ("drawing.png",)
    assert shown.customer_signed is not None
    assert faults(shop) == set()


def test_a_drawing_changed_behind_the_program_is_found(shop: GoodsShop) -> None:
    draft = shop.special_draft()
    attach(shop, draft.id)
    ready = submitted(shop, quoted(shop, shop.sign(draft)))
    table = shop.store.t.attachment
    with shop.store.write():
        table.delete().where(table.c.use == "drawing").execute()
    assert faults(shop) == {"paper_not_as_frozen"}
    document = shop.store.t.document
    with shop.store.write():
        document.update(frozen_sha256="x").where(document.c.id == ready.id).execute()
    assert "special_unsigned" in faults(shop)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", ["SO", "BO", "SP", "PR"])
def test_a_file_taken_off_stands_in_the_timeline(shop: GoodsShop, kind: str, language: str) -> None:
    draft = shop.ask(shop.back_order(5)) if kind == "PR" else shop.saved(kind, shop.line())
    shop.desk.officer.execute(Detach(attach(shop, draft.id)))
    assert shop.told(draft.id)[-2:] == ["attached", "detached"]
    line = shop.store.t.timeline
    rows = line.select(line.c.subject, line.c.detail).where(line.c.event == "detached")
    ((subject, detail),) = rows.tuples()
    code = f"timeline_{subject}_detached"
    assert known(code, language)
    assert "drawing.png" in sentence(code, language, **json.loads(detail))
