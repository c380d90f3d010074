"""`crm walk`: whole jobs through the real windows, driven by keys, with a picture of each step.

A quotation that a superior decides; a back order from its deposit to goods in hand; a special
order that its customer refuses, whose deposit is forfeited. The people of the demo take turns.
"""

from pathlib import Path

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.settings import shop
from ui.driver import QUIET_MS, driving
from ui.walk.back_order import BackOrderWalk
from ui.walk.quotation import QuotationWalk
from ui.walk.special_order import SpecialOrderWalk
from ui.walk.steps import Steps

WALKS: tuple[type[Steps], ...] = (QuotationWalk, BackOrderWalk, SpecialOrderWalk)


def main(
    url: str,
    out: str,
    language: str,
    quiet: int = QUIET_MS,
    walks: tuple[type[Steps], ...] = WALKS,
) -> int:
    """Walks on a demo database and prints where papers and pictures are; the exit status."""
    application = Application.open(url)
    _require_demo(application)
    with driving(application, Path(out), language, quiet=quiet) as driver:
        papers = [path for walk in walks for path in walk(driver, language).go()]
    application.close()
    for path in (*papers, *driver.pictures):
        print(path)
    return 0


def _require_demo(application: Application) -> None:
    """Refuses a real shop's database: the walk writes papers that nobody asked for."""
    application.act_as_system()
    demo = application.read(shop).demo
    application.logout()
    if not demo:
        raise Refused("walk_demo_only", database=application.store.name)
