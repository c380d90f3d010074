"""One demo shop for all tests that only look at it."""

import logging
from collections.abc import Iterator

import pytest

from crm_desktop.demo import fill
from crm_desktop.store import Store
from tests.demo.stage import NOW, Heard, Shop


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A shop of sixty customers after a year, on SQLite."""
    heard = Heard()
    logging.getLogger("crm_desktop.demo").addHandler(heard)
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}")
    fill(store, 60, 7, NOW)
    logging.getLogger("crm_desktop.demo").removeHandler(heard)
    yield Shop(store, heard.said)
    store.close()


@pytest.fixture(scope="session")
def filled(demo: Shop) -> Store:
    """Its store."""
    return demo.store
