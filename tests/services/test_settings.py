"""What the shop sets for everybody: nothing that papers rest on may be set wrongly."""

from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.services.registry import Context
from crm_desktop.services.settings import (
    SaveBranch,
    SaveShop,
    Shop,
    branches,
    shop,
    shop_and_version,
)
from tests.services.desk import Desk, desk

__all__ = ["desk"]

GOOD = Shop(name_th="ร้านวัสดุไทย", tax_number="0105536112014")


def test_the_shop_is_kept_as_it_was_saved(desk: Desk) -> None:
    wanted = replace(GOOD, vat_rates=(("1999-04-01", "7"), ("2027-10-01", "10")), split_days=5)
    desk.administrator.execute(SaveShop(0, wanted))
    assert desk.officer.read(shop_and_version) == (wanted, 1)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name_th": " "}, "shop_name_needed", "name_th"),
        ({"tax_number": "0105536112013"}, "bad_tax_number", "tax_number"),
        ({"tax_branch": "123456"}, "bad_branch", "tax_branch"),
        ({"name_en": "Thai 建材"}, "font_lacks_characters", "name_en"),
        ({"number_pattern": "{kind}-{running}"}, "bad_number_pattern", "number_pattern"),
        ({"number_pattern": "{kind"}, "bad_number_pattern", "number_pattern"),
        ({"number_pattern": "{kind.x}"}, "bad_number_pattern", "number_pattern"),
        ({"quotation_valid_days": 0}, "at_least_one", "quotation_valid_days"),
        ({"idle_lock_minutes": -1}, "at_least_one", "idle_lock_minutes"),
        ({"vat_rates": ()}, "bad_vat_rates", "vat_rates"),
        ({"vat_rates": (("1/4/2542", "7"),)}, "bad_vat_rates", "vat_rates"),
        ({"vat_rates": (("1999-04-01", "seven"),)}, "bad_vat_rates", "vat_rates"),
        ({"vat_rates": (("1999-04-01", "107"),)}, "bad_vat_rates", "vat_rates"),
        (
            {"vat_rates": (("2027-10-01", "10"), ("1999-04-01", "7"))},
            "bad_vat_rates",
            "vat_rates",
        ),
    ],
)
def test_what_papers_rest_on_cannot_be_set_wrongly(
    desk: Desk, changes: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(Refused) as caught:
        desk.administrator.execute(SaveShop(0, replace(GOOD, **changes)))
    assert (caught.value.code, caught.value.field) == (code, field)
    assert desk.administrator.read(shop) == Shop()


def test_numbers_are_kept_as_papers_print_them_however_they_were_typed(desk: Desk) -> None:
    typed = replace(GOOD, tax_number="0-1055-36112-01-4", tax_branch="สาขาที่ 1")
    desk.administrator.execute(SaveShop(0, typed))
    kept = desk.administrator.read(shop)
    assert (kept.tax_number, kept.tax_branch) == ("0105536112014", "00001")
    number = desk.administrator.execute(SaveBranch(None, 0, "03", "สาม", "Three", "3"))
    assert {each.id: each.tax_branch for each in desk.administrator.read(branches)}[
        number
    ] == "00003"


def test_the_later_of_two_settings_is_told(desk: Desk) -> None:
    desk.administrator.execute(SaveShop(0, GOOD))
    for version in (0, 2):
        with pytest.raises(Stale):
            desk.administrator.execute(SaveShop(version, replace(GOOD, name_en="Other")))
    desk.administrator.execute(SaveShop(1, replace(GOOD, name_en="Thai Materials")))
    assert desk.administrator.read(shop).name_en == "Thai Materials"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"code": "1"}, "bad_branch_code", "code"),
        ({"code": "AB"}, "bad_branch_code", "code"),
        ({"code": "02"}, "branch_code_taken", "code"),
        ({"name_th": ""}, "name_needed", "name_th"),
    ],
)
def test_a_branch_cannot_take_the_numbers_of_another(
    desk: Desk, changes: dict[str, Any], code: str, field: str
) -> None:
    first = desk.administrator.read(branches)[0]
    wanted = SaveBranch(first.id, first.version, "01", "สาขาแรก", "First")
    with pytest.raises(Refused) as caught:
        desk.administrator.execute(replace(wanted, **changes))
    assert (caught.value.code, caught.value.field) == (code, field)
    desk.administrator.execute(wanted)


def test_a_save_that_read_before_the_other_committed_overwrites_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.administrator.read(branches)[0]
    wanted = SaveBranch(first.id, first.version, "01", "คนแรก", "First")
    assert desk.administrator.actor is not None
    seen = Context(desk.store, desk.administrator.actor, desk.now).row("branch", first.id)
    desk.administrator.execute(wanted)
    with monkeypatch.context() as patch:
        patch.setattr(Context, "row", lambda *_: seen)
        with pytest.raises(Stale):
            desk.administrator.execute(replace(wanted, name_th="คนที่สอง"))
    assert desk.administrator.read(branches)[0].name_th == "คนแรก"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("promptpay", "abc"),
        ("storage_percent_per_day", "x"),
        ("storage_percent_per_day", "NaN"),
        ("back_order_deposit_percent", 250),
        ("special_order_deposit_percent", -1),
        ("storage_free_days", -3),
        ("promise_risk_days", -1),
    ],
)
def test_a_setting_that_would_break_deposits_or_fees_later_is_refused_now(
    desk: Desk, name: str, value: object
) -> None:
    with pytest.raises(Refused) as refused:
        desk.administrator.execute(SaveShop(0, replace(Shop(name_th="ร้าน"), **{name: value})))
    assert refused.value.field in (name, None)
