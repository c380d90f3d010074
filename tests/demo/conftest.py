"""One demo shop for all tests that only look at it."""

import shutil
from collections.abc import Iterator

import pytest

from crm_desktop.store import Store
from tests.demo.stage import Shop, shop_of_the_run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A copy of the run's shop for this worker."""
    shop = shop_of_the_run(tmp_path_factory)
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copyfile(shop, path)
    said = shop.with_suffix(".log").read_text(encoding="utf-8").splitlines()
    store = Store.open(f"sqlite:///{path}")
    yield Shop(store, said)
    store.close()


@pytest.fixture(scope="session")
def filled(demo: Shop) -> Store:
    """Its store."""
    return demo.store
