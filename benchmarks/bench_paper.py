"""Thai quotations beside bare ReportLab drawing the same text; prints the ratios.

Bare is a canvas with stock TTFonts that puts every string where the quotation has it: no Thai
marks, no line breaks, no layout, no archive. One page warm (within one process) and cold (a
process of its own, with the memory it took), 500 lines warm, and CRM_BENCH_BATCH quotations (1,000
unless said) into one file and into as many. Where WeasyPrint is installed it sets the same words
from HTML. Each run measures all in turn; bytecode is kept, as an installed program's is. Run as
`python -m benchmarks.bench_paper`.
"""

import importlib.util
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.bench_start import peak

if TYPE_CHECKING:  # bare ReportLab pays for nothing of the program
    from crm_desktop.printing.paper import Paper

RUNS = 7
LINES, MANY_LINES = 10, 500
BATCH = int(os.environ.get("CRM_BENCH_BATCH", "1000"))
WARM_TARGET, COLD_TARGET, LONG_TARGET, MEMORY_TARGET = 3.0, 2.0, 0.5, 60
KINDS = ("bare", "program", "weasyprint")
Texts = list[tuple[int, str, float, float, float, str]]  # page, face, size, x, y, text
Faces = dict[str, str]  # name and file
Work = Callable[[int], bytes]  # makes one file of so many papers


def strings(paper: "Paper") -> Texts:
    """Every string of the paper's pages with its page, face, size and place."""
    from crm_desktop.printing.render import render
    from crm_desktop.printing.sheet import Block

    found: Texts = []
    draw = Block.draw

    def noted(block: Block, pen: Any, left: float, top: float) -> None:
        page = pen.canvas.getPageNumber()
        found.extend((page, s.font, s.size, left + x, top - y, t) for x, y, t, s in block.texts)
        draw(block, pen, left, top)

    Block.draw = noted  # type: ignore[method-assign, assignment]
    try:
        render(paper)
    finally:
        Block.draw = draw  # type: ignore[method-assign]
    return found


# ------------------------------------------------------------------------------ who sets papers


def program(lines: int, texts: Texts, faces: Faces) -> Work:
    """What the desk does, ready to be called."""
    from crm_desktop.printing.render import render_many
    from tests.printing.papers import quotation

    paper = quotation(lines)

    def papers(count: int) -> Iterator["Paper"]:
        return (replace(paper, number=f"QT01-6911-{place:05}") for place in range(count))

    return lambda count: render_many(papers(count))


def bare(lines: int, texts: Texts, faces: Faces) -> Work:
    """ReportLab alone, ready to be called."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name, file in faces.items():
        registerFont(TTFont(name, file, shapable=False))
    pages = [list(page) for _, page in groupby(texts, lambda text: text[0])]

    def draw(count: int) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pageCompression=1, invariant=1)
        for page in pages * count:
            for _, face, size, x, y, text in page:
                canvas.setFont(face, size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return draw


def weasyprint(lines: int, texts: Texts, faces: Faces) -> Work:
    """HTML with the same words, ready to be set by WeasyPrint."""
    from weasyprint import HTML  # type: ignore[import-not-found, unused-ignore]

    from tests.printing.papers import quotation

    page = html(quotation(lines), faces)
    return lambda count: bytes(HTML(string=page * count).write_pdf())


def html(paper: "Paper", faces: Faces) -> str:
    """The paper as a table between its heads and its sums."""
    rules = "".join(
        f"@font-face {{font-family: Sarabun; font-weight: {weight};"
        f" src: url({Path(file).as_uri()})}}"
        for weight, file in zip(("normal", "bold"), faces.values(), strict=True)
    )
    sums = paper.sums
    names = ("code", "description", "quantity", "unit", "unit_price", "discount", "amount")
    rows = ("".join(f"<td>{getattr(row, name)}</td>" for name in names) for row in paper.lines)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    below = [("รวมเป็นเงิน", sums.subtotal), ("ยอดรวมทั้งสิ้น", sums.grand_total)]
    below += [("ยอดคงเหลือ", sums.remainder)] if sums.remainder is not None else []
    words = [paper.remarks, *paper.terms]
    seller = (paper.seller.name_th, *paper.seller.address_th, paper.seller.tax_number)
    customer = (paper.customer.name, *paper.customer.address, paper.customer.tax_number)
    return (
        f"<html lang=th><style>{rules} @page {{size: A4}}"
        "body {font: 9pt Sarabun} table {width: 100%} td {border-bottom: 1px solid #ccc}</style>"
        f"<h1>ใบเสนอราคา {paper.number}</h1>"
        f"<p>{'<br>'.join(seller)}</p><p>{'<br>'.join(customer)}</p><table>{body}</table>"
        f"<table>{''.join(f'<tr><td>{label}<td>{value}' for label, value in below)}</table>"
        f"<ol>{''.join(f'<li>{word}' for word in words)}</ol></html>"
    )


MAKERS: dict[str, Callable[[int, Texts, Faces], Work]] = {
    "bare": bare,
    "program": program,
    "weasyprint": weasyprint,
}


# ------------------------------------------------------------------------- within a process


def child(mode: str, kind: str, count: int) -> None:
    """Do one kind of work in this process, and tell its seconds and the peak of memory."""
    job = json.load(sys.stdin)
    work = MAKERS[kind](job["lines"], job["texts"], job["faces"])
    runs = RUNS if mode == "warm" else 1
    if mode != "cold":
        work(1)
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        if mode == "files":
            write(work, count)
        else:
            work(count)
        times.append(time.perf_counter() - started)
    print(json.dumps([median(times), peak()]))


def write(work: Work, count: int) -> None:
    """A file of its own for each paper."""
    with tempfile.TemporaryDirectory() as folder:
        for place in range(count):
            (Path(folder) / f"{place}.pdf").write_bytes(work(1))


def run(mode: str, kind: str, job: str, count: int = 1) -> tuple[float, float, float]:
    """A process of its own: the seconds it took whole, those of its work, its peak in MiB."""
    command = [sys.executable, "-m", "benchmarks.bench_paper", mode, kind, str(count)]
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    done = subprocess.run(
        command, input=job, stdout=subprocess.PIPE, check=True, text=True, env=kept
    )
    whole = time.perf_counter() - started
    seconds, memory = json.loads(done.stdout)
    return whole, seconds, memory


# ------------------------------------------------------------------------------- the figures


def job_of(lines: int) -> str:
    """What a child is told on its standard input."""
    from crm_desktop.printing.charset import FILES, font_path
    from tests.printing.papers import quotation

    faces = {name: str(font_path(name)) for name in FILES}
    return json.dumps({"lines": lines, "texts": strings(quotation(lines)), "faces": faces})


def told(name: str, times: dict[str, float], target: str) -> None:
    """One line: all kinds in turn, the ratio to bare ReportLab, the target."""
    each = ", ".join(f"{kind} {seconds * 1000:,.1f} ms" for kind, seconds in times.items())
    ratio = times["program"] / times["bare"]
    print(f"paper {name}: {each}, ratio {ratio:.2f} ({target})", flush=True)


def one_page(kinds: list[str]) -> None:
    """A page warm and cold, with the memory that setting it took."""
    job = job_of(LINES)
    for kind in kinds:
        run("cold", kind, job)
    warm: dict[str, list[float]] = {kind: [] for kind in kinds}
    cold: dict[str, list[float]] = {kind: [] for kind in kinds}
    memory: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(RUNS):
        for kind in kinds:
            warm[kind].append(run("warm", kind, job)[1])
            whole, _, most = run("cold", kind, job)
            cold[kind].append(whole)
            memory[kind].append(most)
    told("warm", {kind: median(warm[kind]) for kind in kinds}, f"target {WARM_TARGET:.0f}")
    told("cold", {kind: median(cold[kind]) for kind in kinds}, f"target {COLD_TARGET:.0f}")
    peaks = {kind: median(memory[kind]) for kind in kinds}
    each = ", ".join(f"{kind} {most:.0f} MiB" for kind, most in peaks.items())
    more = peaks["program"] - peaks["bare"]
    print(f"paper memory: {each}; {more:+.0f} MiB beside bare (target +{MEMORY_TARGET})")


def long_and_many(kinds: list[str]) -> None:
    """500 lines, then the batch into one file and into many."""
    long, job = job_of(MANY_LINES), job_of(LINES)
    times = {kind: run("warm", kind, long)[1] for kind in kinds}
    told(f"of {MANY_LINES} lines", times, f"target {LONG_TARGET} s for the program")
    for mode, name in (("one", "one file"), ("files", "as many files")):
        runs = {kind: run(mode, kind, job, BATCH) for kind in kinds if kind != "weasyprint"}
        told(f"batch of {BATCH:,} into {name}", {k: r[1] for k, r in runs.items()}, "no target")
        print(f"paper batch memory: {', '.join(f'{k} {r[2]:.0f} MiB' for k, r in runs.items())}")


def main() -> None:
    """Measure all in turn and print medians, ratios and targets."""
    installed = importlib.util.find_spec("weasyprint") is not None
    if not installed:
        print("paper: WeasyPrint is not installed")
    kinds = [kind for kind in KINDS if kind != "weasyprint" or installed]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        one_page(kinds)
        long_and_many(kinds)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [mode, kind, count]:
            child(mode, kind, int(count))
        case _:
            main()
