"""What whoever tries the desk at its full size loses: the same people each time."""

from itertools import chain
from multiprocessing import active_children

import pytest

from crm_desktop.demo import crowd_rows
from crm_desktop.demo.clients import OFFICERS
from crm_desktop.demo.crowd_rows import Recipe, chunks, chunks_beside

PEOPLE = {name: number for number, name in enumerate(chain(*OFFICERS.values()), start=1)}
MANY = Recipe("7/crowd", PEOPLE, {"01": 1, "02": 2}, "2026-11-20T07:00:00.000+07:00", 501, 90)


def test_a_second_process_makes_the_same_people_and_ends_with_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crowd_rows, "WORTH_A_PROCESS", 1)
    assert list(chunks_beside(MANY)) == list(chunks(MANY))


def test_who_stops_half_way_leaves_no_process_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd_rows, "WORTH_A_PROCESS", 1)
    endless = Recipe(MANY.seed, PEOPLE, MANY.branches, MANY.moment, 501, 10**9)
    begun = chunks_beside(endless)
    next(begun)
    (maker,) = active_children()
    begun.close()
    maker.join(timeout=30)
    assert maker.exitcode == 0
