"""Processes of their own, started together: what several desks are to one database."""

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from typing import Any

LONGEST_SECONDS = 60

if sys.platform == "win32":
    FRESH = multiprocessing.get_context("spawn")
else:  # as fresh, from a process that has read the program once for all
    FRESH = multiprocessing.get_context("forkserver")
    FRESH.set_forkserver_preload(["tests.services.players", "tests.services.racers"])


class Race:
    """Processes that start together: each does `work(url, barrier, pipe, *its own arguments)`.

    `told` is what each has said through its pipe; they share no lock that a killed one could keep.
    """

    def __init__(self, work: Callable[..., None], url: str, each: list[tuple[Any, ...]]) -> None:
        self._start = FRESH.Barrier(len(each), timeout=LONGEST_SECONDS)
        self.told: list[list[Any]] = [[] for _ in each]
        self.processes, self._pipes = [], dict[Connection, int]()
        for number, arguments in enumerate(each):
            ours, theirs = FRESH.Pipe(duplex=False)
            process = FRESH.Process(target=work, args=(url, self._start, theirs, *arguments))
            process.start()
            theirs.close()
            self.processes.append(process)
            self._pipes[ours] = number

    def run(self, kill: dict[int, int] | None = None) -> None:
        """Listens until all are silent; `kill` ends a process, by number, after so many words."""
        while self._pipes:
            for pipe in wait(list(self._pipes)):
                assert isinstance(pipe, Connection)
                number = self._pipes[pipe]
                try:
                    self.told[number].append(pipe.recv())
                except EOFError:
                    del self._pipes[pipe]
                    pipe.close()
                    continue
                if kill and len(self.told[number]) == kill.get(number):
                    self.processes[number].kill()
        for process in self.processes:
            process.join(LONGEST_SECONDS)

    @property
    def exit_codes(self) -> list[int | None]:
        return [process.exitcode for process in self.processes]
