"""A day's route: no door forgotten, no calendar left with a visit that moved, no place betrayed."""

import io
from base64 import b64encode
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.visiting import Obstacle, Outcome
from crm_desktop.exchange.calendar_file import Appointment, calendar_file, escaped, folded
from crm_desktop.services.visits.appointments import calendar_of_days, calendar_of_visit
from crm_desktop.services.visits.photos import (
    AddVisitPhotos,
    PhotoFile,
    RemoveVisitPhoto,
    visit_photo,
    visit_photos,
)
from crm_desktop.services.visits.routes import OrderRoute, Route, route, route_sheet
from crm_desktop.services.visits.visits import (
    CancelVisit,
    LogUnplannedVisit,
    LogVisit,
    PlanVisit,
    RescheduleVisit,
)
from tests.printing.reading import squeeze, text_of
from tests.services.office import Office, office

__all__ = ["office"]


def plan(office: Office, customer_id: int = 1, days: int = 1, **values: Any) -> int:
    given = {"purpose": "เสนอกระเบื้อง", **values}
    return office.desk("nok").execute(PlanVisit(customer_id, office.day(days), **given))


def routed(office: Office, days: int = 1) -> Route:
    return office.desk("nok").read(route, office.id_of("nok"), office.day(days))


# ---------------------------------------------------------------- the route


def test_stops_stand_by_hour_until_somebody_puts_them_in_order(office: Office) -> None:
    late, none, early = plan(office, time="15:00"), plan(office, 2), plan(office, time="9:00")
    assert [stop.id for stop in routed(office).stops] == [early, late, none]
    wanted = (none, early, late)
    order = OrderRoute(office.id_of("nok"), office.day(1), wanted)
    office.desk("nok").execute(order)
    assert tuple(stop.id for stop in routed(office).stops) == wanted
    added = plan(office, time="08:00")
    assert [stop.id for stop in routed(office).stops] == [*wanted, added]
    with pytest.raises(Refused, match="route_changed"):
        office.desk("nok").execute(order)
    with pytest.raises(NotAllowed):
        office.desk("far").execute(OrderRoute(office.id_of("nok"), office.day(1), (*wanted, added)))


def test_the_stop_says_what_came_of_the_last_visit_and_what_is_open(office: Office) -> None:
    office.desk("nok").execute(
        LogUnplannedVisit(
            1, Outcome.QUOTATION, office.day(1), Obstacle.PRICE, "ส่งตัวอย่าง", held_on=office.day(-9)
        )
    )
    office.quotation(follow_up_on=office.day(1).isoformat())
    office.quotation(state="lost")
    plan(office)
    (stop,) = routed(office).stops
    assert (stop.last_on, stop.outcome, stop.promised) == (
        office.day(-9),
        Outcome.QUOTATION,
        "ส่งตัวอย่าง",
    )
    assert [(each.number, each.follow_up_on) for each in stop.offers] == [
        ("QT01-6911-00001", office.day(1))
    ]
    cancelled = plan(office, 2)
    office.desk("nok").execute(CancelVisit(cancelled, 1, "เลื่อนไม่มีกำหนด"))
    assert len(routed(office).stops) == 1


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_sheet_prints_everything_and_an_empty_day_says_so(
    office: Office, language: str
) -> None:
    office.desk("nok").execute(
        LogUnplannedVisit(
            1, Outcome.QUOTATION, office.day(1), promised="ส่งตัวอย่าง", held_on=office.day(-9)
        )
    )
    office.quotation()
    for hour in range(8, 18):
        plan(office, time=f"{hour:02d}:00")
    read = office.desk("nok").read
    text = squeeze(text_of(read(route_sheet, office.id_of("nok"), office.day(1), language)))
    for words in ("ร้านสมชายวัสดุ", "ส่งตัวอย่าง", "QT01-6911-00001", "17:00", "081-234-5678"):
        assert squeeze(words) in text
    empty = text_of(read(route_sheet, office.id_of("nok"), office.day(2), language))
    assert squeeze("No visits" if language == "en" else "ไม่มีนัด") in squeeze(empty)


# ---------------------------------------------------------------- other calendars


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a file as another program reads them."""
    text = data.decode().replace("\r\n ", "")
    found: list[dict[str, str]] = []
    for line in text.split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name, value)
    return found


def week(office: Office, who: str = "nok", days: int = 6) -> list[dict[str, str]]:
    read = office.desk(who).read
    return events(read(calendar_of_days, office.id_of(who), office.today, office.day(days)))


def test_a_calendar_that_has_the_visit_follows_it_to_another_day_and_strikes_it_out(
    office: Office,
) -> None:
    visit = plan(office, time="09:30")
    (first,) = week(office)
    assert (first["STATUS"], first["DTSTART"]) == ("TENTATIVE", "20261124T023000Z")
    moved = office.desk("nok").execute(RescheduleVisit(visit, 1, office.day(20), "ฝนตก", "10:00"))
    (second,) = week(office)  # the week that it was moved out of
    assert second["UID"] == first["UID"]
    assert int(second["SEQUENCE"]) > int(first["SEQUENCE"])
    assert second["DTSTART"] == "20261213T030000Z"
    office.desk("nok").execute(CancelVisit(moved, 1, "ไม่ต้องแล้ว"))
    (third,) = events(office.desk("nok").read(calendar_of_visit, visit))
    assert (third["UID"], third["STATUS"]) == (first["UID"], "CANCELLED")
    assert int(third["SEQUENCE"]) > int(second["SEQUENCE"])


def test_a_visit_that_another_took_over_is_struck_out_of_ones_own_calendar(
    office: Office,
) -> None:
    visit = plan(office)
    lek = office.id_of("lek")
    office.desk("nok").execute(RescheduleVisit(visit, 1, office.day(2), "ป่วย", officer_id=lek))
    (mine,), (theirs,) = week(office), week(office, "lek")
    assert (mine["STATUS"], theirs["STATUS"]) == ("CANCELLED", "TENTATIVE")
    assert mine["UID"] == theirs["UID"]
    assert mine["DTSTART;VALUE=DATE"] == "20261125"


def test_a_visit_on_the_spot_was_no_appointment(office: Office) -> None:
    office.desk("nok").execute(LogUnplannedVisit(1, Outcome.SOLD, office.day(9)))
    assert week(office) == []
    with pytest.raises(Refused, match="round_days"):
        office.desk("nok").read(calendar_of_days, 1, office.today, office.day(99))


WORDS = st.text(st.characters(codec="utf-8"), max_size=120)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_no_words_of_a_customer_break_the_file(summary: str, description: str) -> None:
    day = date(2026, 11, 24)
    given = Appointment("visit-1@x", 1, "TENTATIVE", summary, day, description=description)
    now = datetime(2026, 11, 22, 9, tzinfo=BANGKOK)
    data = calendar_file([given], "นัดเยี่ยม", now)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    (event,) = events(data)
    assert event.get("SUMMARY", "") == escaped(summary)
    for line in lines:
        line.decode()  # no letter is torn


def test_a_long_thai_line_is_folded_between_letters() -> None:
    pieces = list(folded("SUMMARY:" + "ก" * 60))
    assert [len(piece) <= 75 for piece in pieces] == [True] * len(pieces)
    assert b"".join(piece.removeprefix(b" ") for piece in pieces).decode() == "SUMMARY:" + "ก" * 60


# ---------------------------------------------------------------- photos


def picture(size: tuple[int, int] = (40, 20), kind: str = "JPEG", **more: Any) -> str:
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, kind, **more)
    return b64encode(written.getvalue()).decode()


def from_a_telephone() -> str:
    """On its side, with the place, the owner and a comment written into it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "SOMCHAI"
    exif.get_ifd(0x8825)[2] = (13.0, 45.0, 21.0)
    return picture(exif=exif, comment=b"SOMCHAI")


def shown(office: Office, photo_id: int) -> tuple[bytes, Any]:
    content = office.desk("nok").read(visit_photo, photo_id)
    return content, Image.open(io.BytesIO(content))


def test_a_photo_is_kept_upright_small_and_without_where_it_was_taken(office: Office) -> None:
    visit = plan(office)
    files = (
        PhotoFile("IMG_1.jpg", from_a_telephone()),
        PhotoFile("b.png", picture((4000, 10), "PNG")),
    )
    ids = office.desk("nok").execute(AddVisitPhotos(visit, files))
    content, image = shown(office, ids[0])
    assert (image.size, image.getexif(), image.format) == ((20, 40), {}, "JPEG")
    assert b"SOMCHAI" not in content
    assert b"Exif" not in content
    assert shown(office, ids[1])[1].size == (1600, 4)
    rows = office.desk("nok").read(visit_photos, visit)
    assert [(row.name, row.width, row.height) for row in rows] == [
        ("IMG_1.jpg", 20, 40),
        ("b.png", 1600, 4),
    ]


def test_photos_come_with_the_log_or_not_at_all(office: Office) -> None:
    visit = plan(office)
    good, bad = PhotoFile("a.jpg", picture()), PhotoFile("b.jpg", b64encode(b"GIF89a").decode())
    log = LogVisit(visit, 1, Outcome.SOLD, office.day(9), photos=(good, bad))
    with pytest.raises(Refused) as caught:
        office.desk("nok").execute(log)
    assert (caught.value.code, caught.value.field) == ("photo_unreadable", "photos.1")
    assert office.rows("visit")[0]["state"] == "planned"
    assert office.rows("visit_photo") == []
    office.now += timedelta(days=1)
    office.desk("nok").execute(LogVisit(visit, 1, Outcome.SOLD, office.day(9), photos=(good,)))
    assert len(office.desk("nok").read(visit_photos, visit)) == 1
    with pytest.raises(Refused, match="photo_too_many"):
        office.desk("nok").execute(AddVisitPhotos(visit, (good,) * 12))


def test_a_photo_taken_off_leaves_its_trace_and_another_branch_reaches_none(
    office: Office,
) -> None:
    visit = plan(office)
    (photo_id,) = office.desk("nok").execute(
        AddVisitPhotos(visit, (PhotoFile("a.jpg", picture()),))
    )
    for act in (
        lambda: office.desk("far").read(visit_photo, photo_id),
        lambda: office.desk("far").read(visit_photos, visit),
        lambda: office.desk("far").execute(RemoveVisitPhoto(photo_id)),
    ):
        with pytest.raises(NotAllowed):
            act()
    office.desk("nok").execute(RemoveVisitPhoto(photo_id))
    assert office.desk("nok").read(visit_photos, visit) == ()
    events_told = [line["event"] for line in office.rows("timeline")]
    assert events_told == ["planned", "photographed", "photo_removed"]
