"""The main job from end to end through the real windows, by keys alone, on a demo shop."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from crm_desktop import cli
from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.integrity import verify
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.store import Store
from crm_desktop.terminal import walking
from tests.demo.stage import filled, made_once
from ui import walk

QUIET_MS = 0
STEPS = (
    *("sign-in", "today", "search", "customer", "own", "superior", "reasons", "reason", "waiting"),
    *("queue", "answered", "answer-on-today", "paper"),
)
BACK_ORDER = (
    *("back-order", "back-order-asked", "back-order-paper", "deposit-asked", "cashier-today"),
    *("promptpay", "deposit-held", "deposit-receipt", "request", "request-asked"),
    *("request-paper", "sales-today", "suppliers-day", "receiving", "allocated", "tell"),
    *("handing-over", "delivery-slip"),
)
SPECIAL_ORDER = (
    *("specification", "drawing", "signature", "suppliers-offer", "special-asked"),
    *("special-paper", "deposit-asked", "cash", "deposit-held", "deposit-receipt", "request"),
    *("request-asked", "request-paper", "receiving-today", "inspection", "refused", "forfeit"),
    *("forfeit-asked", "forfeited"),
)
LATE = (
    *("psycopg", "openpyxl", "reportlab", "uharfbuzz", "phonenumbers", "geothai", "thaibreak"),
    *("num2words", "stdnum", "playhouse", "PySide6.QtPdf", "PySide6.QtPrintSupport"),
    *("PySide6.QtTest", "PySide6.QtNetwork", "qtawesome", "tomllib"),
    *("ui.tables.exporting", "ui.kept_views"),
)
START = """
import argparse, sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
from crm_desktop.application import Application
from ui.app import Program
from ui.desk import Desk

application = QApplication([])
desk = Desk(Application.open(sys.argv[1]), Path(sys.argv[2]))
options = argparse.Namespace(person="somchai", language=None, theme="light", database=sys.argv[1])
program = Program(application, desk, options)
program.start()
program.window.show_place("customers")
program.window.grab()
print(*(name for name in sys.modules))
"""


@pytest.fixture(scope="session")
def small_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop with a day on its desks and hardly a past."""
    return made_once(tmp_path_factory, "walk", lambda path: filled(path, 90, 1, papers=5))


@pytest.fixture
def url(small_shop: Path, tmp_path: Path) -> str:
    shutil.copy(small_shop, tmp_path / "demo.db")
    return f"sqlite:///{tmp_path / 'demo.db'}"


def walked(url: str, out: Path, one: type[walk.Steps], language: str = "th") -> tuple[str, ...]:
    """Walks one job and answers the names of its pictures, all of the size of a counter PC."""
    assert walk.main(url, str(out), language, QUIET_MS, (one,)) == 0
    pictures = sorted(each for each in out.glob("*.png") if each.stem[:2].isdigit())
    assert {QImageReader(str(each)).size() for each in pictures[1:]} == {QSize(1366, 768)}
    return tuple(each.stem.split("-", 1)[1] for each in pictures)


def text_of(paper: Path) -> str:
    with pypdfium2.PdfDocument(paper) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


@pytest.fixture
def shop(url: str) -> Iterator[Application]:
    """The shop afterwards, as the director reads it."""
    application = Application.open(url)
    yield application
    application.act_as_system()
    assert application.read(verify).faults == ()
    application.close()


def states(shop: Application, kind: str) -> tuple[str, str]:
    """Number and state of the paper of a kind that was begun last."""
    document = shop.store.t.document
    rows = document.select(document.c.number, document.c.state).where(document.c.kind == kind)
    return next(iter(rows.order_by(document.c.id.desc()).limit(1).tuples()))


def test_the_main_job_can_be_done_by_keys(
    qapp: QApplication, url: str, tmp_path: Path, shop: Application
) -> None:
    out = tmp_path / "out"
    assert walked(url, out, walk.QuotationWalk) == STEPS
    (paper,) = out.glob("*.pdf")
    shop.login("somchai", "demo")
    row = shop.read(quotation_page, ListQuery(sort="id", descending=True)).rows[0]
    text = text_of(paper)
    assert (row.state, row.number) == ("issued", paper.stem)
    assert paper.stem in text
    assert row.customer in text


def test_a_back_order_is_brought_from_its_deposit_to_goods_in_hand_by_keys(
    qapp: QApplication, url: str, tmp_path: Path, shop: Application
) -> None:
    out = tmp_path / "out"
    assert walked(url, out, walk.BackOrderWalk) == BACK_ORDER
    number, state = states(shop, "BO")
    receipt, deposit = states(shop, "DP")
    assert (state, deposit) == ("delivered", "applied")
    assert {path.stem for path in out.glob("*.pdf")} == {
        *(number, receipt, states(shop, "PR")[0], f"{number}-1"),
    }
    assert "ไม่ใช่ใบกำกับภาษี" in text_of(out / f"{receipt}.pdf")
    assert receipt in text_of(out / f"{number}-1.pdf"), "the slip says what was deducted"


def test_a_special_order_that_is_refused_forfeits_its_deposit_by_keys(
    qapp: QApplication, url: str, tmp_path: Path, shop: Application
) -> None:
    out = tmp_path / "out"
    assert walked(url, out, walk.SpecialOrderWalk, "en") == SPECIAL_ORDER
    number, state = states(shop, "SP")
    assert (state, states(shop, "DP")[1]) == ("refused", "forfeited")
    assert number in text_of(out / f"{number}.pdf")


def test_nothing_is_walked_in_a_real_shop(qapp: QApplication, url: str, tmp_path: Path) -> None:
    store = Store.open(url)
    setting = store.t.setting
    rows = setting.select(setting.c.value).where(setting.c.key == "shop").tuples()
    ((value,),) = rows
    real = value.replace('"demo": true', '"demo": false')
    with store.write():
        setting.update(value=real).where(setting.c.key == "shop").execute()
    store.close()
    with pytest.raises(Refused) as caught:
        walk.main(url, str(tmp_path / "out"), "th", QUIET_MS)
    assert caught.value.code == "walk_demo_only"
    assert not list(tmp_path.glob("out/*"))


def test_a_desk_without_windows_says_so(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(walking, "entry_points", lambda group: [])
    assert cli.main(["walk", "--database", url, "--language", "en"]) == 1
    assert "The windows are not installed here" in capsys.readouterr().err


def test_the_windows_start_without_what_only_some_jobs_need(url: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, url, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = {name for name in LATE if name in done.stdout.split()}
    assert loaded == set()
