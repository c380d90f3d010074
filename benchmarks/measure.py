"""What benchmarks share: times in turn, medians and 95th parts, and one line with the verdict."""

import time
from collections.abc import Callable, Iterable, Sequence
from statistics import median, quantiles
from typing import Any, TypeVar

T = TypeVar("T")


def milliseconds(work: Callable[..., object], *arguments: Any) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - started) * 1000


def in_turn(
    items: Iterable[T],
    floor: Callable[[T], object],
    ours: Callable[[T], object],
    tries: int = 1,
) -> tuple[list[float], list[float]]:
    """The times of both for each item, so that the machine's mood meets both alike; the one that
    begins, and so finds the pages cold, changes. The best of several `tries` leaves out what other
    programs of the machine took meanwhile, and cold pages with it."""
    bare: list[float] = []
    program: list[float] = []
    pairs = ((floor, bare), (ours, program))
    for place, item in enumerate(items):
        for work, times in pairs if place % 2 else pairs[::-1]:
            times.append(min(milliseconds(work, item) for _ in range(tries)))
    return bare, program


def p95(times: Sequence[float]) -> float:
    """What 95 of 100 stay under."""
    return quantiles(times, n=20, method="inclusive")[-1]


def verdict(held: bool) -> str:
    """Whether a target was held, for the end of a line."""
    return "held" if held else "MISSED"


def told(
    name: str,
    bare: Sequence[float],
    program: Sequence[float],
    *,
    of: Callable[[Sequence[float]], float] = median,
    ratio: float | None = None,
    most: float | None = None,
) -> bool:
    """Print floor, program, ratio and targets; answers whether all were held.

    `of` is the figure that the targets are about: `median` or `p95`. Milliseconds throughout.
    """
    floor, ours = of(bare), of(program)
    targets, held = [], True
    if ratio is not None:
        held &= ours <= ratio * floor
        targets.append(f"{ratio:g} times")
    if most is not None:
        held &= ours <= most
        targets.append(f"{most:g} ms")
    print(
        f"{name}: floor {median(bare):.2f} ms (p95 {p95(bare):.2f}),"
        f" program {median(program):.2f} ms (p95 {p95(program):.2f}),"
        f" {'p95' if of is p95 else 'p50'} ratio {ours / floor:.1f}"
        f" (target {', '.join(targets)}): {verdict(held)}",
        flush=True,
    )
    return held
