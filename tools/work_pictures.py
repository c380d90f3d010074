"""Pictures of the daily work: offers at work, what is pasted, doubles, lists taken in, kept views,
and the first run of a desk in which nobody is yet."""

import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crm_desktop.application import Application
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.paging import ListQuery
from crm_desktop.store import Store
from ui.driver import Driver, driving
from ui.intake.screen import ImportScreen

MESSAGE = """สวัสดีครับ ขอราคาหน่อย
ปูน 20 ถุง เหล็ก 12 มิล 50 เส้น
ทราย 2 คิว
ส่งวันศุกร์นะครับ"""
ONCE = SaveCustomer(
    None,
    0,
    "person",
    "คุณรุ่งเรือง พูนทรัพย์",
    phones=("081-222-3333",),
    email="rung@example.com",
    zone="เมือง",
    segment="ผู้รับเหมา",
)
AGAIN = replace(
    ONCE,
    full_name="คุณรุ่งเรือง พูลทรัพย์",
    phones=("081-222-3333", "043-222-333"),
    email="",
    line_id="rungruang.p",
    zone="เมืองขอนแก่น",
    price_level="contractor",
)
SHEET = """ชื่อ,โทรศัพท์,เขต
ร้านรุ่งเรืองพาณิชย์,043-777-888,เมือง
คุณสมหญิง ใจงาม,08-99,บางนา
ช่างเอก รับเหมา,812345678,บางนา
"""


def pipeline(driver: Driver) -> None:
    """The board, a follow-up being done, the forecast and what came of it."""
    driver.main.show_place("quotations")
    driver.press("Ctrl+2", "Right")
    driver.picture("board-th")
    driver.press("Ctrl+3", "Down", "D")
    driver.picture("follow-ups-th")
    driver.press("Esc", "Ctrl+4")
    driver.picture("forecast-th")
    driver.press("Ctrl+1")


def pasted(driver: Driver) -> None:
    """A chat message over the paper in view, piece by piece beside the goods it means."""
    QApplication.clipboard().setText(MESSAGE)
    driver.press("Shift+F5")
    driver.picture("pasted-th")
    driver.press("Esc")


def views(driver: Driver) -> None:
    """A list narrowed by a filter, being kept under a name."""
    driver.main.show_place("quotations")
    driver.press("Ctrl+1", "Ctrl+G", "Ctrl+G", "Alt+V")
    driver.write("รออนุมัติ ของฉัน")
    driver.press("Return", "Ctrl+G", "Ctrl+G", "Alt+V")
    driver.picture("views-th")
    driver.press("Esc")


def doubles(driver: Driver) -> None:
    """Somebody who was typed twice: found, and side by side before they become one."""
    for each in (ONCE, AGAIN):
        driver.desk.execute(each)
    driver.main.show_place("customers")
    driver.press("Alt+F3", "Ctrl+F5")
    driver.press("Down")
    driver.picture("doubles-th")
    driver.press("M")
    driver.picture("merge-th")
    driver.press("Ctrl+W")


def taken_in(driver: Driver) -> None:
    """A list of customers before it is stored: its columns, then what its lines would do."""
    phone = driver.desk.read(customer_page, ListQuery(sort="name", limit=1)).rows[0].phone
    driver.main.open_record("import", "customers")
    driver.rest()
    screen = driver.main.middle.current()
    assert isinstance(screen, ImportScreen)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "customers.csv"
        file.write_text(f"{SHEET}ร้านใหม่ของเรา,{phone},เมือง\n", encoding="utf-8")
        screen.open_path(str(file))
        driver.rest()
        driver.picture("import-columns-th")
        driver.press("Ctrl+Return")
        driver.picture("import-th")
    driver.press("Ctrl+W")


def first_run(folder: str, out: Path, language: str) -> Path:
    """The first step of a desk in which nobody is yet."""
    url = f"sqlite:///{folder}/empty-{language}.db"
    Store.open(url, migrations=True).close()
    application = Application.open(url)
    with driving(application, out, language) as driver:
        driver.picture(f"first-run-{language}")
    application.close()
    return driver.pictures[0]
