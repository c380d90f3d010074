"""The process is killed at any moment of a day at the counter: what was typed and stored is there.

Half of the kills come at a random moment, half at a random write, where there is something to
halve. What a kill leaves is opened by the next process, which goes on with it.
"""

import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.demo import fill
from crm_desktop.services.integrity import verify
from crm_desktop.store import Store
from tests.services.books import Books
from ui.drafts import Drafts

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL"),
]

KILLS = int(os.environ.get("CRM_SOAK_KILLS", "200"))
SEED = os.environ.get("CRM_SOAK_SEED") or str(random.SystemRandom().randrange(1_000_000))
SHOPS = 4
LONGEST_SECONDS = 20
MOST_WRITES = 60
PROMISED_SECONDS = 5
DEMO_NUMBERS = "numbers of "
"""Books wants the numbers of one month; a year of the demo has more, and `verify` counts those."""

FormKey = tuple[int, str]
Words = dict[str, Any] | None
"""What stands in a form, or None for what needs no draft."""


@dataclass
class Told:
    """What a process said before it was killed at a moment of the machine's clock."""

    killed: float
    lines: list[list[Any]] = field(default_factory=list)

    def of(self, kind: str) -> list[list[Any]]:
        """The words of all lines of a kind, each after its moment."""
        return [[line[0], *line[2:]] for line in self.lines if line[1] == kind]

    def forms(self, before: dict[FormKey, Words]) -> dict[FormKey, list[tuple[float, Words]]]:
        """What stood in every form, and since when; a draft was there from the beginning."""
        found: dict[FormKey, list[tuple[float, Words]]] = defaultdict(list)
        for key, words in before.items():
            found[key].append((-inf, words))
        for moment, person, key, words in self.of("words"):
            history = found[person, key]
            history += [(moment, words)] if history else [(-inf, None), (moment, words)]
        return found


@dataclass
class Figures:
    """What was looked at, so that a run without faults can show that it was no run without work."""

    jobs: int = 0
    lost: int = 0
    by_clock: int = 0
    at_a_write: int = 0
    drafts: int = 0
    resumed: int = 0
    commits: int = 0
    behind: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.by_clock} kills by the clock, {self.at_a_write} at a write;"
            f" {self.jobs} jobs begun, lost in {self.lost};"
            f" {self.drafts} drafts compared, at most {self.behind:.1f} s behind;"
            f" {self.resumed} of them offered again; {self.commits} commits compared"
        )


def live(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Let it work so long, or until it ends."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)


@dataclass
class Counter:
    """One PC of a shop: its database, its folder, and what was killed there."""

    url: str
    folder: Path
    output: Path
    figures: Figures = field(default_factory=Figures)

    def live_and_die(self, seed: str, seconds: float, death: int) -> Told:
        """Types until the moment, or until the write, comes."""
        with self.typing(self.url, seed, death) as process:
            live(process, LONGEST_SECONDS if death else seconds)
        return self.told()

    @contextmanager
    def typing(self, url: str, seed: str, death: int = 0) -> Iterator[subprocess.Popen[bytes]]:
        """Somebody types here; at the end the process is killed, if it is alive."""
        command = [sys.executable, "-m", "tests.soak.typist", url, str(self.folder), seed]
        with (
            self.output.open("w", encoding="utf-8") as output,
            subprocess.Popen(
                [*command, str(death)], cwd=Path(__file__).parents[2], stdout=output
            ) as process,
        ):
            self._until_it_tells(process)
            yield process
            self._killed = time.monotonic() if process.poll() is None else -inf
            process.kill()
        self._ended = process.returncode

    def told(self) -> Told:
        """What the dead process said."""
        lines = [json.loads(line) for line in self.output.read_text("utf-8").splitlines()]
        at_a_write = bool(lines) and lines[-1][1] == "dies"
        self.figures.at_a_write += at_a_write
        self.figures.by_clock += not at_a_write
        assert self._ended == -9, f"it ended by itself: {lines[-3:]}"
        told = Told(max([self._killed, *(line[0] for line in lines)]), lines)
        self.figures.jobs += len(told.of("job"))
        self.figures.lost += len(told.of("lost"))
        return told

    def _until_it_tells(self, process: subprocess.Popen[bytes]) -> None:
        """Starting, which takes long on a busy machine, has nothing to lose."""
        while process.poll() is None and not self.output.stat().st_size:
            live(process, 0.05)

    def drafts(self) -> dict[FormKey, Words]:
        """What is kept for everybody."""
        kept, folder = Drafts(self.folder / "drafts"), self.folder / "drafts"
        people = [int(each.name) for each in folder.iterdir()] if folder.exists() else []
        found = {(person, d.key): d.values for person in people for d in kept.list(person)}
        assert not list(folder.rglob("*.broken"))
        return dict(found)

    def faults(self, told: Told, before: dict[FormKey, Words]) -> Iterator[str]:
        """Everything that is lost, older than was promised, or half."""
        yield from self._typed(told, before)
        yield from self._resumed(told, before)
        store = Store.open(self.url)
        application = Application(store)
        application.act_as_system()
        yield from map(str, application.read(verify).faults)
        yield from (each for each in Books(store).faults() if not each.startswith(DEMO_NUMBERS))
        line = store.t.audit_line
        for _, command, number, digest in told.of("done"):
            self.figures.commits += 1
            rows = line.select(line.c.hash).where(line.c.id == number).tuples()
            if [stored for (stored,) in rows] != [digest]:
                yield f"{command} was told as stored, and its line {number} is not there"
        store.close()

    def _typed(self, told: Told, before: dict[FormKey, Words]) -> Iterator[str]:
        drafts = self.drafts()
        for key, history in told.forms(before).items():
            kept, stood = drafts.get(key), pairwise([*history, (inf, None)])
            ages = [told.killed - until for (_, words), (until, _) in stood if words == kept]
            behind = max(min(ages, default=inf), 0)
            if behind > PROMISED_SECONDS:
                yield f"{key} keeps {kept}, which is {behind:.1f} s behind {history[-3:]}"
            self.figures.drafts += kept is not None
            self.figures.behind = max(self.figures.behind, behind)

    def _resumed(self, told: Told, before: dict[FormKey, Words]) -> Iterator[str]:
        """What the windows showed of the drafts that the kill before this one left."""
        for _, person, key, words in told.of("resumed"):
            kept = before[person, key] or {}
            self.figures.resumed += 1
            if wrong := {name for name in kept if kept[name] != words[name]}:
                yield f"{key} was offered with another {wrong}"


@pytest.mark.parametrize("shop", range(SHOPS))
def test_nothing_typed_or_stored_is_lost_whenever_the_process_is_killed(
    store: Store, tmp_path: Path, shop: int, record_property: Callable[[str, object], None]
) -> None:
    fill(store, 90, seed=1, papers=5)
    store.close()
    counter = Counter(store.url, tmp_path / "home", tmp_path / "output.jsonl")
    luck = random.Random(f"{SEED} {store.engine} {shop}")
    for kill in range(KILLS // (2 * SHOPS)):
        seed, seconds = str(luck.random()), luck.uniform(0, LONGEST_SECONDS)
        death = luck.randint(1, MOST_WRITES) if kill % 2 else 0
        before = counter.drafts()
        told = counter.live_and_die(seed, seconds, death)
        faults = list(counter.faults(told, before))
        last = [line[1:3] for line in told.lines[-2:]]
        assert not faults, f"CRM_SOAK_SEED={SEED}, kill {kill} after {last}: {faults}"
    record_property("figures", f"seed {SEED}, {store.engine}, shop {shop}: {counter.figures}")
