"""Any list goes into a file as it is shown; customers not without a line of the audit."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from crm_desktop.services.customers.consents import GiveConsent, WithdrawConsent
from crm_desktop.services.customers.customers import SaveCustomer
from tests.services.desk import desk
from tests.services.shop import SellingShop, shop
from tests.ui.shop import Counter, Sit, sit
from ui.tables import exporting
from ui.tables.exporting import Shown, save
from ui.tables.view import ListView, view_in

__all__ = ["desk", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def keep(shop: SellingShop, name: str) -> int:
    given = SaveCustomer(None, 0, "person", name, phones=("081-999-1234",))
    return shop.desk.officer.execute(given)


def at(sit: Sit, place: str, username: str = "officer") -> tuple[Counter, ListView]:
    counter = sit(username, place)
    view = view_in(counter.window.show_place(place))
    assert view is not None
    return counter, view


def book(path: Path) -> list[tuple[Any, ...]]:
    return list(load_workbook(path).active.iter_rows(values_only=True))


def exported(shop: SellingShop) -> list[dict[str, str]]:
    """What the audit has of each export."""
    store = shop.desk.store
    line, value = store.t.audit_line, store.t.audit_value
    rows = value.select(value.c.line_id, value.c.field, value.c.after).join(
        line, on=line.c.id == value.c.line_id
    )
    found: dict[int, dict[str, str]] = {}
    for line_id, field, after in rows.where(line.c.command == "list.export").tuples():
        found.setdefault(line_id, {})[field] = after
    return list(found.values())


def test_the_file_has_the_columns_and_rows_of_the_screen(
    shop: SellingShop, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("คุณ=กานดา", "คุณขวัญ", "คุณคม"):
        keep(shop, name)
    counter, view = at(sit, "customers")
    header = view.table.horizontalHeader()
    view.show_column("zone", False)
    header.moveSection(header.visualIndex(1), 0)
    view.set_filters({"kind": "person"})
    monkeypatch.setattr(exporting, "LARGEST_PAGE", 2)
    monkeypatch.setattr(type(view.model), "complete", False)
    save(counter.desk, tmp_path / "out.xlsx", Shown.of(view))
    counter.rest()
    heading, *rows = book(tmp_path / "out.xlsx")
    assert heading[:3] == ("Code", "Name", "Phone")
    assert "Zone" not in heading
    assert [row[1] for row in rows] == [row.name for row in view.model.rows]
    assert len(rows) >= 3
    (told,) = exported(shop)
    assert (told["list"], told["rows"]) == ("customers", str(len(rows)))
    assert told["filters"] == '{"kind": "person"}'


def test_who_objected_to_marketing_is_said_and_can_be_left_out(
    shop: SellingShop, sit: Sit, tmp_path: Path
) -> None:
    ids = [keep(shop, name) for name in ("คุณกานดา", "คุณขวัญ", "คุณคม")]
    for each in ids[:2]:
        shop.desk.officer.execute(GiveConsent(each, "marketing", "1", "counter"))
    shop.desk.officer.execute(WithdrawConsent(ids[1], "marketing", "phone"))
    counter, view = at(sit, "customers")
    counter.key("Ctrl+Shift+E")
    assert [button.text() for button in view.bar.buttons][-1].startswith("Only those who agreed")
    counter.key("Esc", into=view.bar.buttons[0])
    assert view.bar.isHidden()
    assert counter.window.focusWidget() is view.table
    save(counter.desk, tmp_path / "all.csv", Shown.of(view))
    save(counter.desk, tmp_path / "agreed.csv", Shown.of(view), agreed=True)
    counter.rest()
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        said = {row["Name"]: row["Marketing"] for row in csv.DictReader(file)}
    assert said["คุณกานดา"] == "Agreed to marketing"
    assert said["คุณขวัญ"] == "Objected to marketing"
    assert said["คุณคม"] == "Not asked yet"
    with (tmp_path / "agreed.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Name"] for row in csv.DictReader(file)] == ["คุณกานดา"]


def test_selected_rows_alone_go_out_with_real_sums_and_days(
    shop: SellingShop, sit: Sit, tmp_path: Path
) -> None:
    issued = shop.issued().id
    drafted = shop.draft().id
    counter, view = at(sit, "quotations")
    for key in ("valid_until", "total"):
        view.show_column(key, True)
    view.table.selectAll()
    counter.key("Ctrl+Shift+E")
    assert view.bar.buttons[0].text() == f"The {len(view.selected())} selected"
    save(counter.desk, tmp_path / "out.xlsx", Shown.of(view, view.selected()))
    counter.rest()
    heading, *rows = book(tmp_path / "out.xlsx")
    total, until = heading.index("Total"), heading.index("Valid until")
    by_id = dict(zip([row.id for row in view.selected()], rows, strict=True))
    row = next(each for each in view.selected() if each.id == issued)
    assert by_id[issued][total] == float(row.total.baht)
    assert by_id[issued][until].date() == row.valid_until
    assert isinstance(row.valid_until, date)
    assert by_id[drafted][total] is None, "no sum of what is not approved leaves the house"
