"""Every picture of README and docs, taken of the real windows on a demo database made for it.

`make screenshots` runs it; a picture that no longer can be taken stops it.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from paper_pictures import NEWEST, officer_papers, sheet, team_papers, till_papers
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from work_pictures import doubles, first_run, pasted, pipeline, taken_in, views

from crm_desktop.application import Application
from crm_desktop.demo import fill
from crm_desktop.domain.authority import Grade, Level, ladder
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.absences import planning
from crm_desktop.services.authority.authority_papers import authority_paper
from crm_desktop.services.authority.delegations import HandOver
from crm_desktop.services.authority.matrices import DraftMatrix, matrix_in_force
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.services.settings import day_here
from crm_desktop.store import Store
from ui.driver import Driver, driving

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
CUSTOMERS, PAPERS, SEED = 300, 120, 7
OFFICER, SUPERVISOR, DIRECTOR = "somchai", "wanida", "thanakorn"
CASHIER, ADMINISTRATOR = "sunee", "admin"
LARGEST_BYTES = 200_000
COLOURS = 256
ALIKE = 0xE0E0E0
"""Colours that are one in these bits are of a family; each family has its commonest kept, so that
a word in green stays green among many greys."""
LINES = (  # code, quantity, discount
    ("CM-01A", "120", ""),
    ("SS-04A", "40", "3%"),
    ("TL-05A", "85", "10+5%"),
    ("PT-01A", "6", ""),
    ("FX-03A", "24", ""),
)
NAMES = {"approvals": "queue"}
HALVED = {
    Grade.G3: ladder("amount", (Level.OWN, Money.of(25_000)), (Level.SUPERIOR, None)),
    Grade.G4: ladder("amount", (Level.OWN, Money.of(250_000)), (Level.SUPERIOR, None)),
}
BACK_ORDERS = ("Ctrl+Shift+G", "Ctrl+Shift+G")
"""Keys that narrow the orders to this kind, the second of its box."""


def main() -> None:
    """Make the shop, take the pictures in both languages and both themes, shrink them."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/demo.db"
        store = Store.open(url, migrations=True)
        fill(store, CUSTOMERS, SEED, papers=PAPERS)
        store.close()
        application = Application.open(url)
        with driving(application, IMAGES, "th") as driver:
            thai(driver)
            taken = list(driver.pictures)
        with driving(application, IMAGES, "en", "dark") as driver:
            english(driver)
            taken += driver.pictures
        application.close()
        taken += [first_run(folder, IMAGES, language) for language in ("th", "en")]
    for path in taken:
        shrink(path)


def thai(driver: Driver) -> None:
    """In Thai, light: an officer's places, a quotation being written, the supervisor's queue."""
    driver.enter(OFFICER)
    officer_papers(driver)
    preview(driver)
    places(driver, ("today", "visits", "quotations", "authority"), "th")
    pipeline(driver)
    views(driver)
    rounds(driver)
    places(driver, ("orders",), "th", *BACK_ORDERS, "Down")
    places(driver, ("deposits",), "th", "Down")
    bills(driver)
    quotation(driver, "บริษัท")
    driver.picture("desk-th")
    with driver.held("F7"):
        driver.picture("reasons-th")
    pasted(driver)
    found(driver, "ก่อสร้าง", "customers-th")
    driver.enter(SUPERVISOR)
    places(driver, ("approvals",), "th")
    limits(driver)
    driver.press("Ctrl+F8")
    driver.write("wanida@baandee.example")
    driver.rest()
    driver.picture("notices-th")
    absence(driver)
    driver.enter(CASHIER)
    till_papers(driver)
    driver.enter(DIRECTOR)
    team(driver)
    team_papers(driver)
    editor(driver)
    lowered(driver)
    driver.enter(SUPERVISOR)
    versions(driver)
    doubles(driver)
    taken_in(driver)
    driver.enter(ADMINISTRATOR)
    places(driver, ("settings",), "th")


def english(driver: Driver) -> None:
    """In English, dark: the same windows and the lists."""
    driver.enter(OFFICER)
    places(driver, ("today", "quotations", "products"), "en-dark")
    places(driver, ("orders",), "en-dark", *BACK_ORDERS, "Down")
    quotation(driver, "หจก.")
    driver.picture("desk-en-dark")
    found(driver, "สม", "customers-en-dark")


def preview(driver: Driver) -> None:
    """A quotation as it will print, with a word looked for in it."""
    rows = driver.desk.read(quotation_page, NEWEST).rows
    driver.main.open_record("paper", next(row.id for row in rows if row.state == "issued"))
    driver.rest()
    driver.press("F")
    driver.write("บาท")
    driver.press("Return")
    driver.picture("preview-th")


def bills(driver: Driver) -> None:
    """Who owes what, and since when."""
    driver.press("Ctrl+3", "Down")
    driver.picture("credit-th")
    driver.press("Ctrl+1")


def rounds(driver: Driver) -> None:
    """Who is due with what would be planned, the week, the route of the day, coverage."""
    driver.main.show_place("visits")
    pages = (
        ("Ctrl+2", "week"),
        ("Ctrl+3", "month"),
        ("Ctrl+4", "due"),
        ("Ctrl+5", "route"),
        ("Ctrl+6", "coverage"),
    )
    for key, name in pages:
        driver.press(key)
        driver.rest()
        if name == "due":
            driver.press("Ctrl+A", "V")
            driver.rest()
        driver.picture(f"visits-{name}-th")
        if name == "due":
            driver.press("Esc")
    driver.press("Ctrl+1")


def team(driver: Driver) -> None:
    """What each officer has open, what was decided, and work on its way to a colleague."""
    places(driver, ("team",), "th", "Ctrl+1", "Ctrl+M", "Down", "Down", "Down", "Down")
    driver.press("Ctrl+R")
    driver.rest()
    driver.picture("handing-th")
    driver.press("Ctrl+3")
    driver.rest()
    driver.picture("decisions-th")


def places(driver: Driver, wanted: Sequence[str], manner: str, *keys: str) -> None:
    """Goes to one place after the other, and there presses keys."""
    for place in wanted:
        driver.main.show_place(place)
        driver.rest()
        driver.press(*keys)
        driver.rest()
        driver.picture(f"{NAMES.get(place, place)}-{manner}")


def limits(driver: Driver) -> None:
    """The first request that a limit suits, with eight percent typed."""
    queue = driver.main.middle.current()
    for _ in range(20):
        if queue is None or queue.bound["queue.limits"].isEnabled():
            break
        driver.press("N")
        driver.rest()
    driver.press("L")
    driver.write("8")
    driver.picture("limits-th")
    driver.press("Esc")


def absence(driver: Driver) -> None:
    """The supervisor goes on leave: who is to stand in, and what speaks against it."""
    plan = driver.desk.read(planning)
    away = next(each.id for each in plan.principals[1:] if each.hands)
    officers = [each.id for each in plan.deputies if each.hands and not each.lends]
    other = next(each for each in officers if each != away)
    last = plan.today + timedelta(days=2)
    driver.desk.execute(HandOver(other, plan.today, last, "ลากิจ", away))
    driver.press("Alt+F8")
    driver.rest()
    place = [each.id for each in plan.deputies].index(away) + 1
    driver.press("Tab", "Tab", *["Down"] * place)
    driver.rest()
    driver.picture("absence-th")


def editor(driver: Driver) -> None:
    """A limit of an officer's quotation being raised: the table, the editor, the sentences."""
    driver.main.show_place("authority")
    driver.rest()
    driver.press("G", "E")
    driver.write("60000")
    driver.picture("authority-editor-th")


def lowered(driver: Driver) -> None:
    """A draft that halves what officers and supervisors decide of quotations and sales orders."""
    now = driver.desk.read(matrix_in_force)
    rows = tuple(
        replace(row, conditions=(HALVED[row.grade], *row.conditions[1:]))
        if row.grade in HALVED and row.matter in ("quotation.issue", "sales_order.issue")
        else row
        for row in now.rows
    )
    first = driver.desk.read(day_here)
    driver.desk.execute(DraftMatrix.of(rows, "ลองลดวงเงินช่วงปลายปี", first))


def versions(driver: Driver) -> None:
    """The draft beside what is in force, over the papers of a year, and the table as it prints."""
    driver.main.show_place("authority")
    driver.rest()
    driver.press("Ctrl+3")
    driver.rest()
    driver.picture("authority-compare-th")
    driver.press("Ctrl+4")
    driver.rest()
    driver.press("Ctrl+R")
    driver.rest()
    driver.picture("authority-replay-th")
    driver.press("Ctrl+6")
    driver.rest()
    driver.picture("authority-times-th")
    sheet(driver, "paper-authority-th", driver.desk.read(authority_paper, 1, "G3", "th"))


def found(driver: Driver, text: str, name: str) -> None:
    """The list of customers, narrowed by what is typed into it, the first of them chosen."""
    driver.press("Alt+2")
    driver.write(text)
    driver.rest()
    driver.press("Down")
    driver.rest()
    driver.picture(name)


def quotation(driver: Driver, customer: str) -> None:
    """Finds a customer and writes down what they want, as far as the next empty line."""
    driver.press("F3")
    driver.write(customer)
    driver.press("Return", "F2")
    for code, quantity, discount in LINES:
        driver.write(code)
        driver.press("Return")
        driver.write(quantity)
        driver.press("Return", "Return")
        driver.write(discount)
        driver.press("Return")
    driver.rest()


def shrink(path: Path, largest: int = LARGEST_BYTES) -> None:
    """Keeps the colours that matter; a window has few, and documents are read over slow lines."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    commonest = [colour for colour, _ in counted.most_common()]
    families = {colour & ALIKE: colour for colour in reversed(commonest)}
    first = sorted(families.values(), key=commonest.index)
    table = list(dict.fromkeys((*first, *commonest)))[:COLOURS]
    few = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    image.convertToFormat(QImage.Format.Format_Indexed8, table, few).save(str(path), quality=0)
    if path.stat().st_size > largest:
        raise SystemExit(f"{path.name} is larger than {largest:,} bytes")
    print(path)


if __name__ == "__main__":
    main()
