"""What two versions of a text or a list have in common, so that only the rest need be read."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Span(NamedTuple):
    """A piece of text, and whether the other version says something else there."""

    text: str
    differs: bool


Spans = tuple[Span, ...]
Pair = tuple[int | None, int | None]
"""Places in the older and the newer list; None: not there."""


def spans(then: Sequence[str], now: Sequence[str]) -> tuple[Spans, Spans]:
    """Both texts, given as their words, in pieces that are alike or differ."""
    old, new = list[Span](), list[Span]()
    for tag, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        for made, words in ((old, then[a:b]), (new, now[c:d])):
            if words:
                made.append(Span("".join(words), tag != "equal"))
    return tuple(old), tuple(new)


def aligned(then: Sequence[T], now: Sequence[T], key: Callable[[T], Hashable]) -> list[Pair]:
    """Which entry of one list is which of the other, in the order of the newer; entries that were
    taken out stand where they were. What is the same whole goes together first, then what has the
    same key nearby, then anywhere: an entry that moved."""
    pairs: list[Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            pairs += _by_key(range(a, b), range(c, d), [*map(key, then)], [*map(key, now)])
    return _in_place_of(_moved(pairs, [*map(key, then)], [*map(key, now)]))


def _by_key(
    old: range, new: range, then: Sequence[Hashable], now: Sequence[Hashable]
) -> Iterator[Pair]:
    """The entries of two stretches that differ."""
    stretches = ([then[n] for n in old], [now[n] for n in new])
    for tag, a, b, c, d in SequenceMatcher(None, *stretches, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from ((n, None) for n in old[a:b])
            yield from ((None, n) for n in new[c:d])


def _moved(pairs: list[Pair], then: Sequence[Hashable], now: Sequence[Hashable]) -> list[Pair]:
    """What was taken out here and put in there is one entry, where it is now."""
    taken: dict[Hashable, list[int]] = {}
    for old, new in pairs:
        if old is not None and new is None:
            taken.setdefault(then[old], []).append(old)
    found: dict[int, int] = {}
    for old, new in pairs:
        if old is None and new is not None and taken.get(now[new]):
            found[new] = taken[now[new]].pop(0)
    gone = set(found.values())
    kept = [(old, new) for old, new in pairs if new is not None or old not in gone]
    return [(found.get(new, old) if new is not None else old, new) for old, new in kept]


def _in_place_of(pairs: list[Pair]) -> list[Pair]:
    """One entry taken out and one put in at the same place are told beside each other."""
    made: list[Pair] = []
    out, new = list[int](), list[int]()
    for old, now in [*pairs, (0, 0)]:
        if old is not None and now is None:
            out.append(old)
        elif now is not None and old is None:
            new.append(now)
        else:
            made += zip_longest(out, new)
            out, new = [], []
            made.append((old, now))
    return made[:-1]
