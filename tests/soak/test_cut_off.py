"""The server goes at any moment of a day at the counter, and comes back: all is there, and once."""

import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from crm_desktop.demo import fill
from crm_desktop.store import Store
from tests.soak.test_killed_anywhere import SEED, Counter, live
from tests.ui.cable import Cable

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL"),
    pytest.mark.parametrize("store_url", ["postgresql"], indirect=True),
]

CUTS = int(os.environ.get("CRM_SOAK_CUTS", "20"))
LONGEST_BETWEEN = 12
LONGEST_CUT = 4
AFTERWARDS = 40
"""Seconds after the last cut, in which something must be stored again."""


def twice(url: str) -> list[str]:
    """Customers who were typed once and are there twice: each has a number in the name."""
    with closing(Store.open(url)) as store:
        customer = store.t.customer
        names = [name for (name,) in customer.select(customer.c.name).tuples()]
    return sorted({name for name in names if name[-1].isdigit() and names.count(name) > 1})


def test_nothing_is_lost_or_stored_twice_whenever_the_server_goes(
    store: Store, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    fill(store, 90, seed=1, papers=5)
    store.close()
    luck, cable = random.Random(SEED), Cable(store.url)
    counter = Counter(store.url, tmp_path / "home", tmp_path / "output.jsonl")
    with counter.typing(cable.url, SEED) as process:
        for _ in range(CUTS):
            live(process, luck.uniform(1, LONGEST_BETWEEN))
            if luck.random() < 0.3:
                cable.deaf_after = b"COMMIT"
                live(process, LONGEST_BETWEEN)
            else:
                cable.put(luck.choice((Cable.Way.PULLED, Cable.Way.PINCHED)))
            live(process, luck.uniform(0, LONGEST_CUT))
            cable.deaf_after = b""
            cable.put(Cable.Way.WHOLE)
        live(process, AFTERWARDS)
    cable.close()
    told = counter.told()
    done = [moment for moment, *_ in told.of("done")]
    assert list(counter.faults(told, {})) == []
    record_property("figures", f"seed {SEED}, {CUTS} cuts: {counter.figures}")
    assert twice(store.url) == []
    assert done[-1] > told.killed - AFTERWARDS
