"""Open offers of the selling shop, and a price list that comes in."""

from pathlib import Path
from tempfile import TemporaryDirectory

from crm_desktop.services.papers.quotations import Outcome
from crm_desktop.services.transfer.importing import ImportProducts
from tests.services.shop import SellingShop

LARGE = 100


def large(shop: SellingShop, pieces: int = LARGE) -> Outcome:
    """An issued offer of 150 baht a bag, above the sum that needs a next date."""
    return shop.issued(shop.line("CEM", pieces))


def version(shop: SellingShop, paper: int) -> int:
    """The paper's version as it is now."""
    return shop.paper(paper).version


def raise_price(shop: SellingShop, code: str, baht: int) -> None:
    """A list with one price is taken in."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "prices.csv"
        path.write_text(f"code,price\n{code},{baht}\n", encoding="utf-8")
        shop.desk.manager.execute(ImportProducts(str(path)))
