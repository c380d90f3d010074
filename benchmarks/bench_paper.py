"""A one-page Thai quotation beside bare ReportLab drawing the same text; prints the ratios.

Bare is a canvas with stock TTFonts that puts every string where the quotation has it: no Thai
marks, no line breaks, no layout. Warm is within one process, cold a process of its own. Each
run measures both in turn. Run as `python -m benchmarks.bench_paper`.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from crm_desktop.printing.paper import Paper
from tests.printing.papers import quotation

RUNS = 7
LINES = 10
WARM_TARGET, COLD_TARGET = 3.0, 2.0
Texts = list[tuple[str, float, float, float, str]]  # face, size, x, y, text


def strings(paper: Paper) -> Texts:
    """Every string of the paper's pages with its face, size and place on a page."""
    from crm_desktop.printing.render import render
    from crm_desktop.printing.sheet import Block

    found: Texts = []
    draw = Block.draw

    def noted(block: Block, canvas: Any, left: float, top: float) -> None:
        found.extend((s.font, s.size, left + x, top - y, t) for x, y, t, s in block.texts)
        draw(block, canvas, left, top)

    Block.draw = noted  # type: ignore[method-assign, assignment]
    try:
        render(paper)
    finally:
        Block.draw = draw  # type: ignore[method-assign]
    return found


def program() -> Callable[[], bytes]:
    """What the desk does, ready to be called."""
    from crm_desktop.printing.render import render

    paper = quotation(LINES)
    return lambda: render(paper)


def bare(texts: Texts) -> Callable[[], bytes]:
    """ReportLab alone, ready to be called."""
    import io

    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from crm_desktop.printing.fonts import FILES, font_path

    for name in FILES:
        registerFont(TTFont(name, str(font_path(name)), shapable=False))

    def draw() -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pageCompression=1, invariant=1)
        for face, size, x, y, text in texts:
            canvas.setFont(face, size)
            canvas.drawString(x, y, text)
        canvas.save()
        return out.getvalue()

    return draw


def child(kind: str) -> None:
    """Measure one kind in this process: its first call and a warm one, in seconds."""
    texts = json.load(sys.stdin)
    work = program() if kind == "program" else bare(texts)
    work()
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    print(median(times))


def once(kind: str) -> None:
    """Draw one paper and leave: the cold run that the parent times."""
    texts = json.load(sys.stdin)
    (program() if kind == "program" else bare(texts))()


def run(mode: str, kind: str, texts: str) -> tuple[float, str]:
    """A child process: the seconds it took, and what it said."""
    command = [sys.executable, "-m", "benchmarks.bench_paper", mode, kind]
    started = time.perf_counter()
    done = subprocess.run(command, input=texts, capture_output=True, check=True, text=True)
    return time.perf_counter() - started, done.stdout


def main() -> None:
    """Measure both in turn and print medians, ratios and targets."""
    texts = json.dumps(strings(quotation(LINES)))
    warm: dict[str, list[float]] = {"bare": [], "program": []}
    cold: dict[str, list[float]] = {"bare": [], "program": []}
    for _ in range(RUNS):
        for kind in ("bare", "program"):
            warm[kind].append(float(run("warm", kind, texts)[1]))
            cold[kind].append(run("cold", kind, texts)[0])
    for name, times, target in (("warm", warm, WARM_TARGET), ("cold", cold, COLD_TARGET)):
        floor, ours = median(times["bare"]), median(times["program"])
        print(
            f"paper {name}: bare {floor * 1000:.1f} ms, program {ours * 1000:.1f} ms,"
            f" ratio {ours / floor:.2f} (target {target:.0f})"
        )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["warm", kind]:
            child(kind)
        case ["cold", kind]:
            once(kind)
        case _:
            main()
