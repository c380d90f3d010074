"""The watched folder: each file is taken in once, whole, and not before it is finished."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import AFTERWARDS
from crm_desktop.services.transfer import watched
from crm_desktop.services.transfer.watched import (
    SettleWatchedFile,
    TakeIn,
    Taken,
    WatchedFile,
    watched_files,
)
from crm_desktop.services.transfer.watching import Rule, SaveWatch, sight, watch_and_version
from tests.race import Race
from tests.services import racers
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
GOOD = "code,name,unit,price\nNEW-1,ของใหม่,ชิ้น,10\n"
BAD = "code,name,unit,price\nNEW-2,ของใหม่,ชิ้น,ไม่รู้\n"
Put = Callable[[str, str], Path]


@pytest.fixture
def folder(shop: GoodsShop, tmp_path: Path) -> Path:
    """Watched for products and bill numbers; files rest for half a minute."""
    made = tmp_path / "erp"
    made.mkdir()
    rules = (Rule("products*", "products"), Rule("*bills*", "bill-numbers", skip_bad_rows=True))
    shop.system.execute(SaveWatch(0, True, str(made), rules, 30))
    return made


@pytest.fixture
def put(folder: Path) -> Put:
    def write(name: str, text: str) -> Path:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def look(shop: GoodsShop, seconds: int = 60) -> Taken:
    """A round, so much later."""
    shop.desk.later(seconds=seconds)
    return shop.system.execute(TakeIn())


def listed(shop: GoodsShop) -> tuple[WatchedFile, ...]:
    return shop.system.read(watched_files, ListQuery()).rows


def codes(shop: GoodsShop) -> set[str]:
    product = shop.store.t.product
    return {code for (code,) in product.select(product.c.code).tuples()}


def names(folder: Path) -> set[str]:
    """Files left lying in the folder and its places."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_finished_file_is_taken_in_once_and_put_away(
    shop: GoodsShop, folder: Path, put: Put
) -> None:
    put("products.csv", GOOD)
    put("notes.csv", "nobody's business")
    assert (look(shop).waiting, codes(shop) & {"NEW-1"}) == (1, set())
    done = look(shop)
    assert (done.file, done.state) == ("products.csv", "done")
    assert "NEW-1" in codes(shop)
    assert names(folder) == {"done/products.csv", "notes.csv"}
    assert look(shop).file == ""
    (noted,) = listed(shop)
    assert (noted.kind, noted.added, noted.updated, noted.size) == (
        "products",
        1,
        0,
        len(GOOD.encode()),
    )
    assert not shop.system.read(sight).todo


def test_a_file_that_still_grows_is_left_until_it_rests(
    shop: GoodsShop, folder: Path, put: Put
) -> None:
    path = put("products.csv", GOOD)
    look(shop)
    path.write_text(GOOD + "NEW-3,อีกชิ้น,ชิ้น,20\n", encoding="utf-8")
    assert look(shop).file == ""
    assert look(shop, seconds=10).file == ""
    assert look(shop).file == "products.csv"
    assert {"NEW-1", "NEW-3"} <= codes(shop)


def test_a_file_that_grows_while_it_is_claimed_is_put_back(
    shop: GoodsShop, folder: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("products.csv", GOOD)
    look(shop)
    rename = Path.rename

    def later(path: Path, target: Path) -> Path:
        with path.open("a", encoding="utf-8") as file:
            file.write("NEW-3,อีกชิ้น,")
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", later)
        assert look(shop).file == ""
    assert "products.csv" in names(folder)
    assert not codes(shop) & {"NEW-1", "NEW-3"}


def test_what_only_points_to_a_file_is_left_where_it_lies(
    shop: GoodsShop, folder: Path, put: Put
) -> None:
    real = put("elsewhere.txt", GOOD)
    (folder / "products.csv").symlink_to(real.name)
    assert [look(shop).file for _ in range(2)] == ["", ""]
    assert (folder / "products.csv").is_symlink()
    assert (folder / "products.csv").read_text(encoding="utf-8") == GOOD


def test_a_wrong_file_fails_whole_with_its_errors_beside_it(
    shop: GoodsShop, folder: Path, put: Put
) -> None:
    put("products.csv", GOOD + BAD.splitlines()[1] + "\n")
    look(shop)
    assert look(shop).state == "failed"
    assert not {"NEW-1", "NEW-2"} & codes(shop)
    assert names(folder) == {"failed/products.csv", "failed/products-errors.csv"}
    heading, wrong = (folder / "failed/products-errors.csv").read_text("utf-8-sig").splitlines()
    assert heading.startswith(GOOD.splitlines()[0])
    assert wrong.startswith(BAD.splitlines()[1])
    (failed,) = shop.desk.director.read(watched_files, ListQuery(filters={"failed": True})).rows
    assert failed.code == "import_rows_wrong"
    shop.desk.director.execute(SettleWatchedFile(failed.id, failed.version))
    assert not shop.desk.director.read(watched_files, ListQuery(filters={"failed": True})).rows
    with pytest.raises(Refused, match="watched_settled"):
        shop.desk.director.execute(SettleWatchedFile(failed.id, failed.version + 1))


def test_what_cannot_be_read_is_told_with_the_name_of_the_file(
    shop: GoodsShop, folder: Path
) -> None:
    (folder / "products.xlsx").write_bytes(b"no workbook")
    look(shop)
    assert look(shop).state == "failed"
    (noted,) = listed(shop)
    assert "~" not in str(noted.values)


def test_bill_numbers_settle_orders_and_leave_the_unknown_out(
    shop: GoodsShop, folder: Path, put: Put
) -> None:
    order = shop.confirmed("SO")
    shop.deliver(order.id, 1)
    put("2026-bills.csv", f"order,bill\n{order.number},IV-1\nSO99-0000-00000,IV-2\n")
    look(shop)
    assert look(shop).state == "done"
    assert shop.row(order.id)["state"] == "settled"
    assert listed(shop)[0].skipped == 1
    left_out = (folder / "failed/2026-bills-errors.csv").read_text("utf-8-sig")
    assert "SO99-0000-00000" in left_out
    assert str(order.number) not in left_out


def test_a_crash_between_the_store_and_the_folder_takes_nothing_in_twice(
    shop: GoodsShop, folder: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("products.csv", GOOD)
    look(shop)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "move", _die)
        assert look(shop).state == "done"
    assert any(name.startswith(".taking") for name in names(folder))
    assert look(shop).file == ""
    assert names(folder) == {"done/products.csv"}
    assert len(listed(shop)) == 1


@SQLITE
def test_a_file_that_failed_before_a_crash_still_comes_with_its_errors(
    shop: GoodsShop, folder: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("products.csv", GOOD + BAD.splitlines()[1] + "\n")
    (folder / "products.xlsx").write_bytes(b"no workbook")
    look(shop)
    with monkeypatch.context() as patch:
        patch.delitem(AFTERWARDS, TakeIn)
        assert [look(shop).state for _ in range(1)] == ["failed"]
    assert look(shop).file == ""
    assert {"failed/products.csv", "failed/products-errors.csv"} <= names(folder)
    wrong = (folder / "failed/products-errors.csv").read_text("utf-8-sig")
    assert BAD.splitlines()[1] in wrong
    assert GOOD.splitlines()[1] not in wrong


def _die(*_: object) -> None:
    raise OSError("the share is gone")


@SQLITE
def test_a_file_that_breaks_the_program_is_given_up(
    shop: GoodsShop, folder: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError

    put("products.csv", GOOD)
    look(shop)
    with monkeypatch.context() as patch:
        patch.setattr(watched, "import_file", fault)
        for _ in range(watched.MOST_TRIES):
            with pytest.raises(ZeroDivisionError):
                look(shop)
            assert look(shop).more
    assert look(shop).state == "failed"
    assert listed(shop)[0].code == "watched_broke_off"


def test_of_two_watchers_one_takes_each_file(shop: GoodsShop, folder: Path, put: Put) -> None:
    for number in range(3):
        put(f"products{number}.csv", GOOD.replace("NEW-1", f"NEW-{number}"))
    look(shop)
    shop.desk.later(seconds=60)
    race = Race(racers.watch, shop.store.url, [(shop.desk.now,)] * 2)
    race.run()
    assert race.exit_codes == [0, 0]
    assert names(folder) == {f"done/products{number}.csv" for number in range(3)}
    assert len(listed(shop)) == 3


@SQLITE
def test_settings_that_nobody_could_follow_are_refused(shop: GoodsShop, tmp_path: Path) -> None:
    rule = Rule("*.csv", "products")
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"folder": "erp"}, "watched_folder_needed"),
        ({"rules": ()}, "watched_rules_needed"),
        ({"rules": (Rule("*", "gold"),)}, "watched_kind"),
        ({"rules": (Rule("../*", "stock"),)}, "watched_pattern"),
        ({"rest_seconds": 0}, "watched_rest"),
        ({"failed": "done"}, "watched_place"),
        ({"done": "."}, "watched_place"),
    )
    for values, code in wrong:
        given = {"folder": str(tmp_path), "rules": (rule,), **values}
        with pytest.raises(Refused, match=code):
            shop.system.execute(SaveWatch(0, True, **given))
    assert shop.system.read(watch_and_version)[1] == 0


@SQLITE
def test_a_folder_that_this_pc_does_not_see_is_no_fault(shop: GoodsShop, folder: Path) -> None:
    folder.rmdir()
    assert not shop.system.read(sight).there
    assert not look(shop).there
