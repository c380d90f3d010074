"""Views of lists follow their person, are nobody else's, and come back when taken away."""

import json

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.services.view_lists import list_views, opening_view
from crm_desktop.services.views import (
    MOST,
    KeepView,
    OpenWithView,
    RemoveView,
    RenameView,
    RestoreView,
)
from tests.services.desk import Desk, desk

__all__ = ["desk"]

LIST = "quotations"


def content(text: str = "") -> str:
    return json.dumps({"text": text, "filters": {}})


def keep(desk: Desk, title: str, text: str = "") -> int:
    return desk.officer.execute(KeepView(LIST, title, content(text)))


def titles(desk: Desk, who: str = "officer") -> list[str]:
    return [view.title for view in getattr(desk, who).read(list_views, LIST)]


def test_a_view_is_its_persons_alone_and_of_its_list_alone(desk: Desk) -> None:
    mine = keep(desk, "  ของ   ฉัน ")
    assert titles(desk) == ["ของ ฉัน"]
    assert titles(desk, "other") == []
    assert desk.officer.read(list_views, "customers") == ()
    for command in (RenameView(mine, "x"), RemoveView(mine), OpenWithView(mine, True)):
        with pytest.raises(Refused, match="not_found"):
            desk.other.execute(command)
    assert titles(desk) == ["ของ ฉัน"]


def test_the_same_name_keeps_anew_and_the_former_look_can_be_put_back(desk: Desk) -> None:
    first = keep(desk, "งานใหญ่", "บ้าน")
    assert keep(desk, "งานใหญ่", "ตึก") == first
    assert [view.content for view in desk.officer.read(list_views, LIST)] == [content("ตึก")]
    assert desk.officer.reverse is not None
    desk.officer.execute(desk.officer.reverse)
    assert [view.content for view in desk.officer.read(list_views, LIST)] == [content("บ้าน")]


def test_what_was_taken_away_comes_back_unless_its_name_is_taken(desk: Desk) -> None:
    gone = keep(desk, "งานใหญ่")
    desk.officer.execute(OpenWithView(gone, True))
    desk.officer.execute(RemoveView(gone))
    assert desk.officer.read(opening_view, LIST) is None
    other = keep(desk, "งานใหญ่")
    with pytest.raises(Refused, match="view_name_taken"):
        desk.officer.execute(RestoreView(gone))
    desk.officer.execute(RenameView(other, "อีกงาน"))
    desk.officer.execute(OpenWithView(other, True))
    desk.officer.execute(RestoreView(gone))
    assert sorted(titles(desk)) == sorted(["งานใหญ่", "อีกงาน"])
    with pytest.raises(Refused, match="view_name_taken"):
        desk.officer.execute(RenameView(other, "งานใหญ่"))


def test_a_list_opens_with_one_view_at_most(desk: Desk) -> None:
    first, second = keep(desk, "ก"), keep(desk, "ข")
    for view in (first, second):
        desk.officer.execute(OpenWithView(view, True))
    opening = desk.officer.read(opening_view, LIST)
    assert opening is not None
    assert opening.id == second
    assert desk.officer.reverse is not None
    desk.officer.execute(desk.officer.reverse)
    opening = desk.officer.read(opening_view, LIST)
    assert opening is not None
    assert opening.id == first
    desk.officer.execute(OpenWithView(first, False))
    assert desk.officer.read(opening_view, LIST) is None


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("  ", "{}", "value_needed"),
        ("ก" * 61, "{}", "text_too_long"),
        ("ก", "[1]", "view_unreadable"),
        ("ก", "{", "view_unreadable"),
        ("ก", json.dumps({"text": "x" * 20_000}), "view_unreadable"),
    ],
)
def test_what_no_screen_could_show_again_is_not_kept(
    desk: Desk, title: str, text: str, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        desk.officer.execute(KeepView(LIST, title, text))
    assert titles(desk) == []


def test_a_list_does_not_drown_in_views(desk: Desk) -> None:
    for number in range(MOST):
        keep(desk, str(number))
    with pytest.raises(Refused, match="too_many_views"):
        keep(desk, "one more")
