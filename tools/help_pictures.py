"""The pictures of the help, one for each topic that needs one, taken of the real windows in both
languages on a demo database made for it.

`make screenshots` runs it; a picture that no longer can be taken stops it.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from paper_pictures import NEWEST
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage
from screenshots import ADMINISTRATOR, CASHIER, OFFICER, PAPERS, SEED, SUPERVISOR, quotation, shrink

from crm_desktop.application import Application
from crm_desktop.demo import fill
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.store import Store
from ui.driver import SIZE, Driver, driving
from ui.intake.screen import ImportScreen
from ui.places import new_id

IMAGES = Path(__file__).resolve().parent.parent / "resources" / "help" / "images"
CUSTOMERS = 200
LARGEST_BYTES = 60_000
WIDE = 760
"""Of the window: what is left beside the rail is as wide as a page of the help, so that nothing
is made smaller there."""
BROAD = 900
"""For what needs both a list and a card."""
HEADINGS = {"th": "ชื่อ,โทรศัพท์", "en": "name,phone"}
SHEET = "ร้านรุ่งเรืองวัสดุ,043-222-333\nคุณสมหญิง ใจงาม,08-99\n"


@dataclass(frozen=True)
class Shot:
    """Who looks, how large the window is, and what brings the subject into view; what stands
    beside the rail is kept, or of the `whole` window the left upper part."""

    topic: str
    person: str
    size: tuple[int, int]
    show: Callable[[Driver], None]
    whole: tuple[int, int] | None = None


def main() -> None:
    """Take all of them, Thai and English, and make them small."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/demo.db"
        store = Store.open(url, migrations=True)
        fill(store, CUSTOMERS, SEED, papers=PAPERS)
        store.close()
        application = Application.open(url)
        for language in ("th", "en"):
            with driving(application, IMAGES, language) as driver:
                for shot in SHOTS:
                    take(driver, shot, f"{shot.topic}-{language}")
                taken = list(driver.pictures)
            for path in taken:
                shrink(path, LARGEST_BYTES)
        application.close()


def take(driver: Driver, shot: Shot, name: str) -> None:
    """One picture, cut to what it is about."""
    driver.enter(shot.person)
    driver.main.resize(*shot.size)
    driver.rest()
    shot.show(driver)
    driver.picture(name)
    path = driver.pictures[-1]
    middle = driver.main.middle
    part = QRect(middle.mapTo(driver.main, QPoint()), middle.size())
    if shot.whole:
        part = QRect(QPoint(), QSize(*shot.whole))
    QImage(str(path)).copy(part).save(str(path))


def place(key: str, *keys: str) -> Callable[[Driver], None]:
    """Goes to a place and presses keys there."""

    def show(driver: Driver) -> None:
        driver.main.show_place(key)
        driver.rest()
        driver.press(*keys)

    return show


def preview(driver: Driver) -> None:
    """A quotation that went out, as it prints."""
    rows = driver.desk.read(quotation_page, NEWEST).rows
    driver.main.open_record("paper", next(row.id for row in rows if row.state == "issued"))
    driver.rest()
    if driver.desk.language == "en":
        driver.press("Ctrl+Shift+G")


def known(driver: Driver) -> None:
    """A new customer with the phone of somebody who is here already."""
    phone = driver.desk.read(customer_page, ListQuery(sort="name", limit=1)).rows[0].phone
    driver.main.open_record("customer", new_id())
    driver.rest()
    driver.write("นิรันดร์ มาใหม่")
    driver.press("Tab")
    driver.write(str(phone))
    driver.rest()


def refused(driver: Driver) -> None:
    """A new customer without what is needed."""
    driver.main.open_record("customer", new_id())
    driver.rest()
    driver.press("Ctrl+S")


def sheet(driver: Driver) -> None:
    """A list of customers before it is taken in, one line of it wrong."""
    driver.main.open_record("import", "customers")
    driver.rest()
    screen = driver.main.middle.current()
    assert isinstance(screen, ImportScreen)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "customers.csv"
        file.write_text(f"{HEADINGS[driver.desk.language]}\n{SHEET}", encoding="utf-8")
        screen.open_path(str(file))
        driver.rest()
        driver.press("Ctrl+Return")


def written(driver: Driver) -> None:
    """A quotation in the middle of being written, alone in its tab."""
    driver.press("Ctrl+W")
    quotation(driver, "บริษัท")


SHOTS = (
    Shot("begin", OFFICER, SIZE, place("today"), whole=(704, 331)),
    Shot("today", OFFICER, (WIDE, 640), place("today", "Down")),
    Shot("customers", OFFICER, (WIDE, 600), known),
    Shot("quotations", OFFICER, (WIDE, 500), place("quotations", "Ctrl+3", "Down")),
    Shot("orders", OFFICER, (WIDE, 520), place("orders", "Ctrl+5", "Down")),
    Shot("visits", OFFICER, (BROAD, 520), place("visits", "Ctrl+4", "Down")),
    Shot("products", OFFICER, (BROAD, 480), place("products", "Down")),
    Shot("trouble", OFFICER, (WIDE, 420), refused),
    Shot("paper", OFFICER, (WIDE, 520), preview),
    Shot("quotation", OFFICER, (WIDE, 730), written),
    Shot("deposits", CASHIER, (WIDE, 520), place("deposits", "F9")),
    Shot("approvals", SUPERVISOR, (BROAD, 560), place("approvals")),
    Shot("authority", SUPERVISOR, (WIDE, 620), place("authority", "G")),
    Shot("team", SUPERVISOR, (WIDE, 640), lambda driver: driver.press("Alt+F8")),
    Shot("exchange", SUPERVISOR, (WIDE, 420), sheet),
    Shot("settings", ADMINISTRATOR, (BROAD, 560), place("settings")),
)


if __name__ == "__main__":
    main()
