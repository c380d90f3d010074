"""Loads, while nobody waits, what the first look at a place or a paper would wait for."""

import logging
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject, QTimer

from ui.places import PLACES, RECORDS, load
from ui.tasks import Task, Tasks

ALSO = (
    *("ui.customers.overview:Overview", "ui.customers.form:CustomerForm"),
    *("ui.customers.papers:quotations_of", "ui.customers.timeline:Timeline"),
    *("ui.tables.exporting:offer", "ui.kept_views:ask"),
    *("crm_desktop.services.privacy.held:held", "crm_desktop.services.privacy.erasing:Anonymise"),
)
"""What a place loads only when it is wanted."""


def warm(tasks: Tasks, owner: QObject, then: Callable[[], None]) -> None:
    """Begin: the screens one by one between events (Qt's modules load in the main thread only),
    the rest in the worker that will set the papers; `then` is called when all is there."""
    waiting = [*ALSO, *(place.factory for place in PLACES), *RECORDS.values()]
    timer = QTimer(owner, interval=0)

    def next_one() -> None:
        if waiting:
            pages = getattr(load(waiting.pop(0)), "PARTS", ())
            waiting.extend(page.factory for page in pages)
        else:
            timer.stop()
            tasks.run(_load, lambda _: then(), _note, paper=True, quiet=True)

    timer.timeout.connect(next_one)
    timer.start()


def _load(task: Task) -> None:
    """Telephone plans, subdistricts, fonts and words are read from files when first asked for; a
    paper that nobody sees asks for all that papers need."""
    from crm_desktop.domain.phones import parse_phone
    from crm_desktop.services.places import places

    parse_phone("021234567")
    places("กรุงเทพ", 1)
    if not task.cancelled:
        from crm_desktop.printing.paper import Paper, PaperLine, Party, Seller
        from crm_desktop.printing.render import render

        line = PaperLine(description="กระเบื้องพื้น", quantity=Decimal(1), unit="กล่อง")
        seller, customer = Seller("ร้าน", "Shop", ""), Party("ลูกค้า")
        render(Paper(seller=seller, customer=customer, dated=date(2000, 1, 1), lines=(line,)))


def _note(error: Exception) -> None:
    logging.getLogger(__name__).warning("could not load beforehand: %s", error, exc_info=error)
