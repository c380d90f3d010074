"""What other processes do to a database while a test looks on; each is a process of its own."""

from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

from crm_desktop.store import Store, audit


def open_new(url: str, start: Barrier, _told: Connection) -> None:
    """Open a database that may not be there yet, at the same moment as others."""
    start.wait()
    Store.open(url, migrations=True).close()


def write_lines(url: str, start: Barrier, _told: Connection, count: int) -> None:
    """Add lines to the audit, one transaction each."""
    store = Store.open(url)
    start.wait()
    for number in range(count):
        entry = audit.Entry("setting", number, "changed", {"value": number}, {"value": number + 1})
        with store.write():
            audit.append(store, store.now().isoformat(), None, "test", [entry])
    store.close()
