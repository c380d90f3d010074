"""One act of every kind that can be taken back: who does it, and the command that does it."""

import io
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PIL import Image

from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.domain.privacy import Terms
from crm_desktop.domain.visiting import Outcome
from crm_desktop.services import people
from crm_desktop.services.attachments import Attach, Detach
from crm_desktop.services.authority.calendars import DayOff, SaveCalendar, SaveTimeLimits, times
from crm_desktop.services.authority.matrices import DraftMatrix, DropMatrix
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.customers.finder import LookForDoubles
from crm_desktop.services.customers.pairs import KeepApart, pair_page
from crm_desktop.services.customers.rhythms import Rounds, SaveRounds, SetRhythm
from crm_desktop.services.look import SaveLogo, SaveLook, ShopLook
from crm_desktop.services.mailing import SaveMailServer
from crm_desktop.services.notify import SetNotify
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.follow_ups import SetExpected
from crm_desktop.services.papers.price_rises import TellPriceRise
from crm_desktop.services.papers.quotation_life import (
    CancelQuotation,
    FollowQuotation,
    SetFollowUp,
)
from crm_desktop.services.papers.quotations import SaveQuotation
from crm_desktop.services.papers.stages import SaveStages
from crm_desktop.services.papers.templates import (
    RemoveTemplate,
    RenameTemplate,
    RestoreTemplate,
    SaveTemplate,
)
from crm_desktop.services.places import Address
from crm_desktop.services.privacy.terms import SaveTerms
from crm_desktop.services.registry import Command
from crm_desktop.services.settings import SaveBranch, SaveShop, shop_and_version
from crm_desktop.services.taking_back import TakeBack
from crm_desktop.services.transfer.erp import SaveErpStart
from crm_desktop.services.transfer.watched import SettleWatchedFile
from crm_desktop.services.transfer.watching import SaveWatch
from crm_desktop.services.views import KeepView, OpenWithView, RemoveView, RenameView, RestoreView
from crm_desktop.services.visits.photos import AddVisitPhotos, PhotoFile, RemoveVisitPhoto
from crm_desktop.services.visits.planning import PlannedStop, PlanVisits
from crm_desktop.services.visits.routes import OrderRoute
from crm_desktop.services.visits.visits import (
    CancelVisit,
    ConfirmVisit,
    LogUnplannedVisit,
    LogVisit,
    MissVisit,
    PlanVisit,
    RescheduleVisit,
)
from tests.services import merges
from tests.services.pipeline_shop import large
from tests.services.shop import SellingShop

Act = tuple[str, Command[Any]]
DAY = date(2026, 11, 25)
SILOM = Address(house="99/1", subdistrict="สีลม", district="บางรัก", province="กรุงเทพมหานคร")
SOMCHAI = SaveCustomer(
    id=None,
    version=0,
    kind="person",
    full_name="คุณสมชาย ใจดี",
    phones=("081-999-1234", "02-719-9680"),
    tax_number="3100600445635",
    contacts=(Contact("คุณสมศรี", phone="089-111-2222"),),
    addresses=(SILOM,),
    zone="บางรัก",
    note="ชอบให้โทรตอนเช้า",
)
PNG = b64encode(b"\x89PNG\r\n\x1a\n....").decode()


def picture(colour: str = "red") -> str:
    """A small JPEG file in base64."""
    file = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(file, "JPEG")
    return b64encode(file.getvalue()).decode()


def by_officer(command: Command[Any]) -> Act:
    return "officer", command


def by_administrator(command: Command[Any]) -> Act:
    return "administrator", command


# ---------------------------------------------------------------- customers, settings, people


def customer(shop: SellingShop) -> Act:
    found = shop.desk.officer.execute(SOMCHAI)
    return by_officer(
        SaveCustomer(
            *(found, 1, "company", "บริษัท สมชาย จำกัด", ("02-111-2222",)), active=False, branch_id=2
        )
    )


def rhythm(shop: SellingShop) -> Act:
    several = [shop.desk.officer.execute(replace(SOMCHAI, tax_number="")) for _ in range(2)]
    shop.desk.officer.execute(SetRhythm(tuple(several), "A"))
    return by_officer(SetRhythm((*several, several[0]), "C"))


def apart(shop: SellingShop) -> Act:
    rhythm(shop)
    shop.desk.officer.execute(LookForDoubles(again=True))
    found = shop.desk.officer.read(pair_page, ListQuery()).rows
    return by_officer(KeepApart(tuple(each.id for each in found)))


def merge(shop: SellingShop) -> Act:
    several = merges.taken_in(shop), merges.taken_in(shop, "สมชาย จ.")
    return "director", merges.asking(shop, *several)


def settings(shop: SellingShop) -> Act:
    kept, known = shop.desk.officer.read(shop_and_version)
    return by_administrator(SaveShop(known, replace(kept, name_th="ร้านใหม่")))


def look(shop: SellingShop) -> Act:
    shop.desk.administrator.execute(SaveLook(0, ShopLook(footer_th="ขอบคุณ")))
    return by_administrator(SaveLook(1, ShopLook(style="plain")))


def logo(shop: SellingShop) -> Act:
    shop.desk.administrator.execute(SaveLogo(0, picture()))
    return by_administrator(SaveLogo(1, picture("blue")))


def branch(_shop: SellingShop) -> Act:
    return by_administrator(SaveBranch(1, 1, "01", "สาขาใหม่", "New", "00001", phone="02"))


def rounds(shop: SellingShop) -> Act:
    rhythm(shop)
    shop.desk.administrator.execute(SaveRounds(0, Rounds(a_days=6)))
    return by_administrator(SaveRounds(1, Rounds(a_days=5, per_day=4)))


def periods(shop: SellingShop) -> Act:
    shop.desk.director.execute(SaveTerms(0, Terms(customers_years=4)))
    return "director", SaveTerms(1, Terms(customers_years=5, papers_years=7))


def hours(shop: SellingShop) -> Act:
    week = shop.desk.manager.read(times).calendar.week
    shop.desk.manager.execute(SaveCalendar(0, week, (DayOff(DAY, "วันหยุดร้าน"),)))
    return "manager", SaveCalendar(1, (*week[:6], ()), ())


def limits(shop: SellingShop) -> Act:
    shop.desk.manager.execute(SaveTimeLimits(0, 120, 5, (("quotation.issue", 30),)))
    return "manager", SaveTimeLimits(1, 240, 10)


def stages(shop: SellingShop) -> Act:
    shop.desk.manager.execute(SaveStages(0, (("issued", 20), ("received", 40))))
    return "manager", SaveStages(1, (("negotiating", 70),))


def watch(shop: SellingShop) -> Act:
    shop.desk.administrator.execute(SaveWatch(0, False, "/srv/erp", ()))
    return by_administrator(SaveWatch(1, False, "/srv/other", (), rest_seconds=60, done="ok"))


def erp(shop: SellingShop) -> Act:
    shop.desk.administrator.execute(SaveErpStart(0, DAY))
    return by_administrator(SaveErpStart(1, None))


def mail(shop: SellingShop) -> Act:
    server = SaveMailServer(
        *(0, True, "mail.example.com", 587, "starttls", "shop", "shop@example.com"), password="x"
    )
    shop.desk.administrator.execute(server)
    return by_administrator(replace(server, version=1, on=False, password=None))


def person(shop: SellingShop) -> Act:
    found = shop.desk.administrator.read(people.person_named, "officer")
    return by_administrator(
        people.SavePerson(
            *(found.id, found.version, "officer", "คุณใหม่", "New", ("officer", "sales"), "G4", 2),
            email="new@example.com",
        )
    )


def wishes(shop: SellingShop) -> Act:
    row = people_row(shop, "officer")
    wanted = SetNotify(row["version"], "a@example.com", True, False, "18:00", "8:00", (7,))
    shop.desk.officer.execute(wanted)
    return by_officer(SetNotify(row["version"] + 1))


def people_row(shop: SellingShop, username: str) -> dict[str, Any]:
    table = shop.store.t.person
    return dict(next(iter(table.select().where(table.c.username == username).dicts())))


def preferences(_shop: SellingShop) -> Act:
    return by_officer(people.SetPreferences("en", "dark", "gregorian"))


def draft_matrix(_shop: SellingShop) -> Act:
    return "director", DraftMatrix(tuple(rows_to_json(shipped().rows)), "ลองดู", DAY)


def drafted_matrix(shop: SellingShop) -> int:
    _, draft = draft_matrix(shop)
    made: int = shop.desk.director.execute(draft)
    return made


def replace_matrix(shop: SellingShop) -> Act:
    _, draft = draft_matrix(shop)
    assert isinstance(draft, DraftMatrix)
    return "director", replace(draft, reason="แก้", replaces=drafted_matrix(shop))


def drop_matrix(shop: SellingShop) -> Act:
    return "director", DropMatrix(drafted_matrix(shop))


# ---------------------------------------------------------------- views, templates, files


def viewed(shop: SellingShop) -> int:
    return shop.desk.officer.execute(KeepView("quotations", "งานใหญ่", "{}"))


def keep_view(_shop: SellingShop) -> Act:
    return by_officer(KeepView("quotations", "งานใหญ่", "{}"))


def rename_view(shop: SellingShop) -> Act:
    return by_officer(RenameView(viewed(shop), "งานเล็ก"))


def remove_view(shop: SellingShop) -> Act:
    return by_officer(RemoveView(viewed(shop)))


def restore_view(shop: SellingShop) -> Act:
    found = viewed(shop)
    shop.desk.officer.execute(RemoveView(found))
    return by_officer(RestoreView(found))


def open_with(shop: SellingShop) -> Act:
    return by_officer(OpenWithView(viewed(shop), True))


def keep_template(shop: SellingShop) -> Act:
    return by_officer(SaveTemplate(None, 0, "ชุดห้องน้ำ", "person", shop.content()))


def templated(shop: SellingShop) -> int:
    _, command = keep_template(shop)
    made: int = shop.desk.officer.execute(command)
    return made


def change_template(shop: SellingShop) -> Act:
    content = shop.content(shop.line("TILE", 7), remarks="ยกพื้น")
    return by_officer(SaveTemplate(templated(shop), 1, "ชุดครัว", "branch", content))


def rename_template(shop: SellingShop) -> Act:
    return by_officer(RenameTemplate(templated(shop), 1, "ชุดครัว", "branch"))


def remove_template(shop: SellingShop) -> Act:
    return by_officer(RemoveTemplate(templated(shop), 1))


def restore_template(shop: SellingShop) -> Act:
    found = templated(shop)
    shop.desk.officer.execute(RemoveTemplate(found, 1))
    return by_officer(RestoreTemplate(found))


def ordered(shop: SellingShop) -> int:
    return shop.desk.officer.execute(SaveOrder("SO", None, 0, shop.content())).id


def attach(shop: SellingShop) -> Act:
    return by_officer(Attach(ordered(shop), "photo", "a.png", PNG))


def detach(shop: SellingShop) -> Act:
    _, command = attach(shop)
    return by_officer(Detach(shop.desk.officer.execute(command)))


# ---------------------------------------------------------------- papers


def change_quotation(shop: SellingShop) -> Act:
    heading = replace(shop.line(), kind="heading", product_id=None, code="", description="ชั้น 2")
    draft = shop.draft(shop.line("CEM", 3, discount="10+5%"), heading, project="บ้านคุณแดง")
    content = shop.content(shop.line("TILE", "1.5"), customer_id=shop.new_customer("ก"))
    return by_officer(SaveQuotation(draft.id, draft.version, content))


def cancel_quotation(shop: SellingShop) -> Act:
    draft = shop.draft()
    return by_officer(CancelQuotation(draft.id, draft.version, "เขียนผิด"))


def change_order(shop: SellingShop) -> Act:
    content = shop.content(shop.line("TILE", 2), remarks="ส่งเช้า")
    return by_officer(SaveOrder("SO", ordered(shop), 1, content))


def cancel_order(shop: SellingShop) -> Act:
    return by_officer(CancelOrder(ordered(shop), 1, "ซ้ำ"))


def negotiate(shop: SellingShop) -> Act:
    paper = large(shop)
    return by_officer(FollowQuotation(paper.id, paper.version, "negotiate"))


def receive(shop: SellingShop) -> Act:
    paper = large(shop)
    command = FollowQuotation(paper.id, paper.version, "confirm_receipt", receiver="คุณแดง")
    return by_officer(command)


def accept(shop: SellingShop) -> Act:
    paper = large(shop)
    return by_officer(FollowQuotation(paper.id, paper.version, "accept"))


def lose(shop: SellingShop) -> Act:
    paper = large(shop)
    called(shop, paper.id)
    lost = FollowQuotation(paper.id, paper.version, "lose", "แพงไป", lost_code="price")
    return by_officer(lost)


def follow_up(shop: SellingShop) -> Act:
    paper = large(shop)
    return by_officer(SetFollowUp(paper.id, paper.version, DAY))


def expect(shop: SellingShop) -> Act:
    paper = large(shop)
    return by_officer(SetExpected(paper.id, paper.version, DAY))


def called(shop: SellingShop, paper: int) -> int:
    """A call about new prices that waits."""
    values = {"state": "open", "found_on": "2026-11-22", "valid_until": "2026-12-22"}
    sums = {"worth_satang": 100, "rise_satang": 10}
    row = {"document_id": paper, "branch_id": 1, **values, **sums}
    return int(shop.store.t.price_call.insert(**row).execute())


def price_told(shop: SellingShop) -> Act:
    return by_officer(TellPriceRise(called(shop, large(shop).id), 1, "โทรแล้ว"))


def settle(shop: SellingShop) -> Act:
    values = {"file": "a.csv", "claim": "", "sha256": "", "state": "failed", "put_away": 1}
    row = {"kind": "credit", "size": 1, "at": shop.desk.now.isoformat(), **values}
    found = int(shop.store.t.watched_file.insert(**row).execute())
    return "credit", SettleWatchedFile(found, 1)


def taken_back(shop: SellingShop) -> Act:
    who, command = expect(shop)
    program = getattr(shop.desk, who)
    program.execute(command)
    assert isinstance(program.reverse, TakeBack)
    return who, program.reverse


# ---------------------------------------------------------------- visits


def planned(shop: SellingShop, purpose: str = "เสนอราคา") -> int:
    return shop.desk.officer.execute(PlanVisit(shop.customer, DAY, purpose, "09:30"))


def plan(shop: SellingShop) -> Act:
    return by_officer(PlanVisit(shop.customer, DAY, "เสนอราคา"))


def plan_many(shop: SellingShop) -> Act:
    stops = tuple(PlannedStop(each, DAY) for each in (shop.customer, shop.new_customer("ก")))
    return by_officer(PlanVisits(stops, "รอบ"))


def confirm(shop: SellingShop) -> Act:
    return by_officer(ConfirmVisit(planned(shop), 1))


def log(shop: SellingShop) -> Act:
    command = LogVisit(planned(shop), 1, Outcome.FOLLOW_UP, DAY, promised="แบบ", plan_next=True)
    return by_officer(command)


def log_unplanned(shop: SellingShop) -> Act:
    command = LogUnplannedVisit(shop.customer, Outcome.FOLLOW_UP, DAY, plan_next=True)
    return by_officer(command)


def miss(shop: SellingShop) -> Act:
    return by_officer(MissVisit(planned(shop), 1, "ฝนตก"))


def reschedule(shop: SellingShop) -> Act:
    later = DAY + timedelta(days=1)
    return by_officer(RescheduleVisit(planned(shop), 1, later, "ลูกค้าขอเลื่อน", "13:00"))


def cancel(shop: SellingShop) -> Act:
    return by_officer(CancelVisit(planned(shop), 1, "ปิดงานแล้ว"))


def order(shop: SellingShop) -> Act:
    stops = tuple(planned(shop, purpose) for purpose in ("ก", "ข", "ค"))
    officer = people_row(shop, "officer")["id"]
    shop.desk.officer.execute(OrderRoute(officer, DAY, stops))
    return by_officer(OrderRoute(officer, DAY, stops[::-1]))


def photograph(shop: SellingShop) -> Act:
    files = (PhotoFile("a.jpg", picture()), PhotoFile("b.jpg", picture("blue")))
    return by_officer(AddVisitPhotos(planned(shop), files))


def remove_photo(shop: SellingShop) -> Act:
    _, command = photograph(shop)
    first, *others = shop.desk.officer.execute(command)
    return by_officer(RemoveVisitPhoto(first, tuple(others)))


ACTS: dict[str, Callable[[SellingShop], Act]] = {
    each.__name__: each
    for each in (
        *(customer, rhythm, apart, merge, settings, look, logo, branch, rounds, hours, limits),
        *(stages, watch, erp, mail, person, wishes, preferences, periods),
        *(draft_matrix, replace_matrix, drop_matrix),
        *(keep_view, rename_view, remove_view, restore_view, open_with),
        *(keep_template, change_template, rename_template, remove_template, restore_template),
        *(attach, detach, change_quotation, cancel_quotation, change_order, cancel_order),
        *(negotiate, receive, accept, lose, follow_up, expect, price_told, settle, taken_back),
        *(plan, plan_many, confirm, log, log_unplanned, miss, reschedule, cancel, order),
        *(photograph, remove_photo),
    )
}

UNDONE = frozenset({
    *("customer.save", "customer.rhythm", "customer.apart", "customer.merge", "settings.save"),
    *("settings.look", "settings.logo", "settings.branch", "rounds.save", "calendar.save"),
    *("calendar.limits", "pipeline.save", "settings.watched_folder", "erp.start", "mail.save"),
    *("person.save", "person.notify", "person.preferences", "matrix.draft", "matrix.drop"),
    *("view.keep", "view.rename", "view.remove", "view.restore", "view.open_with"),
    *("template.save", "template.rename", "template.remove", "template.restore"),
    *("order.attach", "order.detach", "order.save", "order.cancel"),
    *("quotation.save", "quotation.cancel", "quotation.follow", "quotation.follow_up"),
    *("quotation.expect", "quotation.price_told", "watched.settle", "act.take_back"),
    *("visit.plan", "visit.plan_many", "visit.confirm", "visit.log", "visit.log_unplanned"),
    *("visit.miss", "visit.reschedule", "visit.cancel", "visit.order"),
    *("visit.photograph", "visit.remove_photo", "privacy.save"),
})  # fmt: skip
"""The commands of `ACTS`; each of them is done by one of them."""
VERSIONED = ("customer", "settings", "look", "branch", "rounds", "hours", "stages", "mail")
"""Acts that can be done twice, one version on."""
