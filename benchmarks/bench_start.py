"""From start to the first list painted, beside an empty window: each a process of its own.

Row 9 of docs/speed.md. The desk opens the big file where the officer left it yesterday: at the
list of customers. The password, slow on purpose, is taken off the time and told on its own, but its
memory counts; bytecode is kept, as an installed program's is. Time runs from before Python starts
until the pixels are there, memory is the highest a process held. Run as
`python -m benchmarks.bench_start`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.big import CUSTOMERS, PERSON, big_url
from benchmarks.measure import verdict

RUNS = 7
TIME_TARGET, MOST_MS, MEMORY_TARGET = 3.0, 1000.0, 150.0


def empty() -> None:
    """What any program with a window costs."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    window.grab()
    told()
    application.quit()


def program(url: str) -> None:
    """The desk as its own entry point starts it, somebody being there."""
    from PySide6.QtWidgets import QApplication

    from crm_desktop.application import Application
    from ui.app import Program
    from ui.desk import Desk

    door = Application.open(url)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(door, Path(home))
        options = argparse.Namespace(person=None, language=None, theme="light", database=url)
        started = Program(application, desk, options)
        asked = time.perf_counter()
        actor = desk.login(PERSON, "demo")
        password = time.perf_counter() - asked
        desk.state.put("place", "customers")
        started.enter(actor)
        window = started.window
        assert window is not None
        window.grab()
        told(password)
        window.dismiss()
    door.close()


def told(password: float = 0.0) -> None:
    """Now, the seconds that the password took, and the peak of memory, for the parent to read."""
    print(json.dumps([time.time(), password, peak()]), flush=True)


def peak() -> float:
    """The highest resident size of this process."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (kib,) = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(kib) / 1024


def run(folder: str, *words: str) -> tuple[float, float, float]:
    """Milliseconds from here to the pixels of a process of its own, its password, its peak."""
    command = [sys.executable, "-m", "benchmarks.bench_start", *words]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.time()
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=environment)
    painted, password, memory = json.loads(done.stdout.splitlines()[-1])
    return (painted - started - password) * 1000, password * 1000, memory


def main() -> None:
    """Measure both in turn and print medians, ratio and targets."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    url = big_url()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(2):
            run(folder, "program", url)
        pairs = [(run(folder, "empty"), run(folder, "program", url)) for _ in range(RUNS)]
    floor, _, plain = (median(values) for values in zip(*(pair[0] for pair in pairs), strict=True))
    ours, password, memory = (
        median(values) for values in zip(*(pair[1] for pair in pairs), strict=True)
    )
    held = ours <= TIME_TARGET * floor and ours <= MOST_MS and memory <= MEMORY_TARGET
    print(
        f"start to the list of {CUSTOMERS:,} customers: empty window {floor:.0f} ms, program"
        f" {ours:.0f} ms, ratio {ours / floor:.2f} (target {TIME_TARGET:.0f} times,"
        f" {MOST_MS:.0f} ms); peak {memory:.0f} MiB (target {MEMORY_TARGET:.0f}, empty window"
        f" {plain:.0f}); password {password:.0f} ms: {verdict(held)}"
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["empty"]:
            empty()
        case ["program", url]:
            program(url)
        case _:
            main()
